import { voices } from '../../../rulebook/vocabulary.ts';
import { LinkButton } from '../../web/components/button.tsx';
import { CountBar, type Segment } from '../../web/components/count-bar.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { Columns, Section } from '../../web/components/heading.tsx';
import { Table } from '../../web/components/table.tsx';
import { TimeText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { ImportItem } from '../import-queries.ts';
import type { LightValue, Report } from '../report.ts';
import { reportPageWords } from '../report-page-words.ts';
import { shownValues } from '../report-words.ts';
import { LightMark } from './light-mark.tsx';
import { VerdictMark } from '../../web/components/badge.tsx';

export interface ReportsProps {
  readonly page: Page;
  readonly slug: string;
  readonly evaluation: Report;
  readonly governance: Report;
  /** The files read in; null for those who may not carry any in. */
  readonly imports: readonly ImportItem[] | null;
}

const fills: Readonly<Record<LightValue, Segment['fill']>> = {
  green: 'success',
  yellow: 'warning',
  red: 'danger',
  grey: 'not-relevant',
  unassessed: 'neutral',
};

/** What can be read about an initiative as a whole, and the files it goes in and out as. */
export function ReportsView({ page, slug, evaluation, governance, imports }: ReportsProps): Html {
  const { lang } = page;
  const w = reportPageWords(lang);
  const lights = evaluation.lightCounts;
  const answers = governance.verdictCounts;
  const base = `/initiatives/${slug}`;
  return (
    <>
      <Columns>
        <Section title={w.evaluation} intro={w.evaluationIs} card>
          <CountBar
            id="lights"
            lang={lang}
            title={w.lights}
            segments={shownValues(lights).map((light) => ({
              label: light === 'unassessed' ? w.unassessed : <LightMark light={light} lang={lang} />,
              count: lights.all.counts[light],
              fill: fills[light],
            }))}
          />
          <Reading page={page} href={`${base}/reports/evaluation`} />
        </Section>
        <Section title={w.governance} intro={w.governanceIs} card>
          <CountBar
            id="answers"
            lang={lang}
            title={w.verdicts}
            segments={shownValues(answers).map((value) => ({
              label: value === 'unassessed' ? w.unassessed : <VerdictMark verdict={value} lang={lang} />,
              count: answers.all.counts[value],
              fill: value === 'unassessed' ? 'neutral' : value,
            }))}
          />
          <Reading page={page} href={`${base}/reports/governance`} />
        </Section>
      </Columns>
      <Section
        title={w.files}
        intro={w.filesAre}
        actions={
          <>
            {imports && (
              <LinkButton href={page.href(`${base}/evaluation-imports/new`)} icon="plus" small>
                {w.importFile}
              </LinkButton>
            )}
            <LinkButton href={page.href(`${base}/self-evaluation.json`)} small download>
              {w.downloadFile}
            </LinkButton>
          </>
        }
      />
      {imports && <Imports page={page} base={base} imports={imports} />}
    </>
  );
}

function Reading({ page, href }: { page: Page; href: string }): Html {
  const w = reportPageWords(page.lang);
  return (
    <div class="actions">
      <LinkButton href={page.href(href)} small>
        {w.read}
      </LinkButton>
      <LinkButton href={page.href(`${href}.md`)} variant="tertiary" small download>
        {w.download}
      </LinkButton>
    </div>
  );
}

function Imports({
  page,
  base,
  imports,
}: {
  page: Page;
  base: string;
  imports: readonly ImportItem[];
}): Html {
  const { lang } = page;
  const w = reportPageWords(lang);
  return (
    <Section title={w.imports}>
      <Table
        lang={lang}
        caption={w.imports}
        hideCaption
        rows={imports}
        rowTone={(row) =>
          row.status === 'preview' ? 'warning' : row.status === 'discarded' ? 'muted' : undefined
        }
        columns={[
          {
            head: w.file,
            names: true,
            cell: (row) => (
              <a href={page.href(`${base}/evaluation-imports/${row.id}`)}>{row.fileName || w.noName}</a>
            ),
          },
          { head: w.voice, cell: (row) => voices[row.voice][lang] },
          { head: w.readAt, cell: (row) => <TimeText at={row.readAt} lang={lang} /> },
          { head: w.status, cell: (row) => w[row.status] },
        ]}
        empty={<EmptyState title={w.none} why={w.noneWhy} />}
      />
    </Section>
  );
}
