import type { PageSpec } from '../web/pages.ts';

/** The pages about the rulebook. */
export const rulesPages: readonly PageSpec[] = [];
