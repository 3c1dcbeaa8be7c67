import type { Query } from '../deeds/query.ts';

/** What can be asked about the rulebook. */
export const rulesQueries: readonly Query[] = [];
