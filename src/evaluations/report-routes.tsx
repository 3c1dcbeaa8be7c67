import { z } from 'zod';
import { idOrSlug } from '../lib/inputs.ts';
import { frameFacts } from '../portfolio/frame.ts';
import { initiativeBy } from '../portfolio/load.ts';
import { LinkButton } from '../web/components/button.tsx';
import { Section } from '../web/components/heading.tsx';
import { InitiativeFrame } from '../web/components/initiative-frame.tsx';
import { definePage, type PageSpec } from '../web/pages.ts';
import { selfEvaluationOf } from './export-data.ts';
import { groundForVoice } from './import-permissions.ts';
import { listImports } from './import-queries.ts';
import { reportKinds, reportOn, type ReportKind } from './report-data.ts';
import { reportMarkdown } from './report-markdown.ts';
import { reportPageWords } from './report-page-words.ts';
import { ReportView, reportTitle } from './views/report.tsx';
import { ReportsView } from './views/reports.tsx';

const params = z.object({ id: idOrSlug() });
const query = z.object({});

const reports = definePage({
  path: '/initiatives/:id/reports',
  params,
  query: z.object({ done: z.string().optional() }),
  grounds: ['anyone'],
  run: async ({ db, page, params: { id }, actor }) => {
    const row = await initiativeBy(db, id);
    const carries = groundForVoice(actor, 'self', { initiativeId: row.id }) !== null;
    const [initiative, evaluation, governance, imports] = await Promise.all([
      frameFacts(db, row, page.today),
      reportOn(db, row, 'evaluation', actor, page.today),
      reportOn(db, row, 'governance', actor, page.today),
      carries ? listImports(db, row, actor, { limit: 50 }) : null,
    ]);
    return {
      title: `${reportPageWords(page.lang).reports} – ${row.name}`,
      wide: true,
      body: InitiativeFrame({
        page,
        initiative,
        tab: 'reports',
        children: ReportsView({
          page,
          slug: row.slug,
          evaluation,
          governance,
          imports: imports && imports.items,
        }),
      }),
    };
  },
});

const reportPage = (kind: ReportKind): PageSpec =>
  definePage({
    path: `/initiatives/:id/reports/${kind}`,
    params,
    query,
    grounds: ['anyone'],
    run: async ({ db, page, params: { id }, actor }) => {
      const { lang } = page;
      const w = reportPageWords(lang);
      const row = await initiativeBy(db, id);
      const [initiative, report] = await Promise.all([
        frameFacts(db, row, page.today),
        reportOn(db, row, kind, actor, page.today),
      ]);
      const title = reportTitle({ report, lang });
      const actions = (
        <>
          <LinkButton href={page.href(`/initiatives/${row.slug}/reports`)} variant="tertiary" small>
            {w.allReports}
          </LinkButton>
          <LinkButton href={page.href(`/initiatives/${row.slug}/reports/${kind}.md`)} small download>
            {w.download}
          </LinkButton>
        </>
      );
      return {
        title,
        wide: true,
        body: InitiativeFrame({
          page,
          initiative,
          tab: 'reports',
          children: [<Section title={title} actions={actions} />, <ReportView report={report} lang={lang} />],
        }),
      };
    },
  });

const reportFile = (kind: ReportKind): PageSpec =>
  definePage({
    path: `/initiatives/:id/reports/${kind}.md`,
    params,
    query,
    grounds: ['anyone'],
    run: async ({ db, page, params: { id }, actor }) => {
      const row = await initiativeBy(db, id);
      return {
        download: reportMarkdown(await reportOn(db, row, kind, actor, page.today), page.lang),
        type: 'text/markdown; charset=utf-8',
        fileName: `${row.slug}-${kind}-${page.today}.md`,
      };
    },
  });

const selfEvaluation = definePage({
  path: '/initiatives/:id/self-evaluation.json',
  params,
  query,
  grounds: ['anyone'],
  run: async ({ db, params: { id }, actor }) => {
    const row = await initiativeBy(db, id);
    return {
      download: await selfEvaluationOf(db, row, actor === null),
      type: 'application/json; charset=utf-8',
      fileName: `selvevaluering-${row.slug}.json`,
    };
  },
});

/** The reports of an initiative, and its self-evaluation as a file. */
export const reportPages: readonly PageSpec[] = [
  reports,
  ...reportKinds.flatMap((kind) => [reportPage(kind), reportFile(kind)]),
  selfEvaluation,
];
