import type { Query } from '../deeds/query.ts';

/** What can be asked about the journal. */
export const journalQueries: readonly Query[] = [];
