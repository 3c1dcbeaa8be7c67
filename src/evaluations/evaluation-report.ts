import type { Language } from '../../rulebook/vocabulary.ts';
import { buildReport } from './report.ts';
import type { Report, ReportInput, Wording } from './report.ts';
import { reportMarkdown } from './report-markdown.ts';

/**
 * The evaluation report: the community's light and grounds for every requirement of the edition, beside the product's
 * own word. Counts and per cents are computed from the rows.
 */
export const buildEvaluationReport = (input: ReportInput, wording: Partial<Wording> = {}): Report =>
  buildReport('evaluation', input, { summary: '', overall: '', recommendation: '', ...wording });

/** The evaluation report as Markdown. The Danish one has the columns of OS2's own and can be read in again. */
export const evaluationReportMarkdown = (report: Report, lang: Language): string =>
  reportMarkdown(report, lang);
