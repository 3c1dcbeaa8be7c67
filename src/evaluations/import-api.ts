import { z } from 'zod';
import { paging } from '../deeds/api.ts';
import type { Deed } from '../deeds/deed.ts';
import { defineQuery, type Query } from '../deeds/query.ts';
import { id, idOrSlug } from '../lib/inputs.ts';
import { initiativeBy } from '../portfolio/load.ts';
import { confirmEvaluationImport } from './commands/confirm-evaluation-import.ts';
import { discardEvaluationImport } from './commands/discard-evaluation-import.ts';
import { importEvaluation } from './commands/import-evaluation.ts';
import { importAnswered, importList } from './import-answers.ts';
import { importFor, listImports } from './import-queries.ts';

export const importDeeds: readonly Deed[] = [
  importEvaluation,
  confirmEvaluationImport,
  discardEvaluationImport,
];

export const importQueries: readonly Query[] = [
  defineQuery({
    name: 'list-evaluation-imports',
    title: { da: 'Indlæste evalueringer', en: 'Evaluations read in' },
    path: '/initiatives/:id/evaluation-imports',
    params: z.object({ id: idOrSlug() }),
    query: z.object({ ...paging }),
    grounds: ['community-person'],
    answers: importList,
    run: async ({ db, params, query, actor }) =>
      listImports(db, await initiativeBy(db, params.id), actor, query),
  }),
  defineQuery({
    name: 'get-evaluation-import',
    title: { da: 'En indlæst evaluering', en: 'An evaluation read in' },
    path: '/evaluation-imports/:id',
    params: z.object({ id: id() }),
    query: z.object({}),
    grounds: ['community-person'],
    answers: importAnswered,
    run: async ({ db, params, actor }) => (await importFor(db, params.id, actor)).answer,
  }),
];
