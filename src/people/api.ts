import type { Deed } from '../deeds/deed.ts';
import type { Query } from '../deeds/query.ts';

/** What can be done with people, and with one's own access. */
export const peopleDeeds: readonly Deed[] = [];
export const peopleQueries: readonly Query[] = [];
