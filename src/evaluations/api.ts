import type { Deed } from '../deeds/deed.ts';
import type { Query } from '../deeds/query.ts';
import { importDeeds, importQueries } from './import-api.ts';
import { reportQueries } from './report-api.ts';
import { requirementDeeds, requirementQueries } from './requirement-api.ts';

/** What can be done with requirements and evaluations. */
export const evaluationDeeds: readonly Deed[] = [...requirementDeeds, ...importDeeds];

export const evaluationQueries: readonly Query[] = [
  ...requirementQueries,
  ...importQueries,
  ...reportQueries,
];
