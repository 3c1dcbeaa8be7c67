import type { PageSpec } from '../web/pages.ts';

/** The pages about bodies and seats. */
export const bodyPages: readonly PageSpec[] = [];
