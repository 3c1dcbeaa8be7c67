import type { Language } from '../../rulebook/vocabulary.ts';
import { buildReport } from './report.ts';
import type { Report, ReportInput } from './report.ts';
import { reportMarkdown } from './report-markdown.ts';

/**
 * The governance report: the product's own account of every requirement of the edition, with what is registered
 * beside it. Counts are computed from the rows.
 */
export const buildGovernanceReport = (input: ReportInput): Report =>
  buildReport('governance', input, { summary: '', overall: '', recommendation: '' });

/** The governance report as Markdown. The Danish one has the columns of OS2's own and can be read in again. */
export const governanceReportMarkdown = (report: Report, lang: Language): string =>
  reportMarkdown(report, lang);
