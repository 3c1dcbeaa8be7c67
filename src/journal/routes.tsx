import type { PageSpec } from '../web/pages.ts';

/** The pages about the journal. */
export const journalPages: readonly PageSpec[] = [];
