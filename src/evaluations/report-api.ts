import { z } from 'zod';
import { defineQuery, type Query } from '../deeds/query.ts';
import { idOrSlug } from '../lib/inputs.ts';
import { initiativeBy } from '../portfolio/load.ts';
import { render } from '../web/jsx/jsx-runtime.ts';
import { selfEvaluationOf } from './export-data.ts';
import { reportAnswer } from './report-answer.ts';
import { reportAnswered, selfEvaluationAnswered } from './report-answers.ts';
import { reportKinds, reportOn, type ReportKind } from './report-data.ts';
import { reportMarkdown } from './report-markdown.ts';
import { ReportDocument } from './views/report-document.tsx';

const titles = {
  evaluation: { da: 'Evalueringsrapporten', en: 'The evaluation report' },
  governance: { da: 'Governancerapporten', en: 'The governance report' },
} as const;

const report = (kind: ReportKind): Query =>
  defineQuery({
    name: `get-${kind}-report`,
    title: titles[kind],
    path: `/initiatives/:id/reports/${kind}`,
    params: z.object({ id: idOrSlug() }),
    query: z.object({}),
    grounds: ['anyone'],
    produces: ['application/json', 'text/markdown', 'text/html'],
    answers: reportAnswered,
    run: async ({ db, params, actor, today, lang, accepts }) => {
      const initiative = await initiativeBy(db, params.id);
      const made = await reportOn(db, initiative, kind, actor, today);
      if (accepts === 'text/markdown') return reportMarkdown(made, lang);
      if (accepts === 'text/html') return render(ReportDocument({ report: made, lang }));
      return reportAnswer(made, initiative);
    },
  });

export const reportQueries: readonly Query[] = [
  ...reportKinds.map(report),
  defineQuery({
    name: 'get-self-evaluation',
    title: { da: 'Selvevalueringen i OS2’s format', en: 'The self-evaluation in OS2’s format' },
    path: '/initiatives/:id/self-evaluation',
    params: z.object({ id: idOrSlug() }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: selfEvaluationAnswered,
    run: async ({ db, params, actor }) =>
      selfEvaluationOf(db, await initiativeBy(db, params.id), actor === null),
  }),
];
