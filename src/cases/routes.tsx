import type { PageSpec } from '../web/pages.ts';

/** The pages about cases and decisions. */
export const casePages: readonly PageSpec[] = [];
