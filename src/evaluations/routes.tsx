import type { PageSpec } from '../web/pages.ts';
import { importPages } from './import-routes.tsx';
import { reportPages } from './report-routes.tsx';
import { requirementPages } from './requirements-routes.tsx';

/** The pages about requirements and evaluations. */
export const evaluationPages: readonly PageSpec[] = [...requirementPages, ...importPages, ...reportPages];
