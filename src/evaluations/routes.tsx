import type { PageSpec } from '../web/pages.ts';

/** The pages about requirements and evaluations. */
export const evaluationPages: readonly PageSpec[] = [];
