import type { Deed } from '../deeds/deed.ts';
import type { Query } from '../deeds/query.ts';

/** What can be done with requirements and evaluations. */
export const evaluationDeeds: readonly Deed[] = [];

export const evaluationQueries: readonly Query[] = [];
