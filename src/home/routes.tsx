import type { PageSpec } from '../web/pages.ts';

/** The pages about what waits for the reader. */
export const homePages: readonly PageSpec[] = [];
