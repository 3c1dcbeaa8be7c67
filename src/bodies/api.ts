import type { Deed } from '../deeds/deed.ts';
import type { Query } from '../deeds/query.ts';

/** What can be done with and asked about bodies and seats. */
export const bodyDeeds: readonly Deed[] = [];
export const bodyQueries: readonly Query[] = [];
