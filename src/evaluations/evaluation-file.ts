import { auditIn } from './audit-file.ts';
import type { Audit } from './audit-file.ts';
import type { Catalogue } from './catalogue.ts';
import { governanceReportIn } from './governance-report-file.ts';
import type { GovernanceReportFile } from './governance-report-file.ts';
import { readMarkdown } from './markdown-tables.ts';
import { parseSelfEvaluation } from './self-evaluation-file.ts';
import type { SelfEvaluation } from './self-evaluation-file.ts';
import { fault, isUnreadable, maximumReportBytes, readText } from '../files/text-file.ts';
import type { Unreadable } from '../files/text-file.ts';

/** Any file that holds one voice's word on the requirements. */
export type EvaluationFile = SelfEvaluation | GovernanceReportFile | Audit;

export const formats = [
  'self-evaluation',
  'governance-report',
  'audit',
] as const satisfies readonly EvaluationFile['format'][];

/**
 * Reads a file by what it is, not by its name: OS2's self-evaluation (JSON), a governance report or an evaluation
 * (both Markdown). Anything else is refused with the reason.
 */
export function readEvaluationFile(
  bytes: Uint8Array,
  edition: Catalogue,
  known: readonly Catalogue[] = [],
): EvaluationFile | Unreadable {
  const text = readText(bytes);
  if (typeof text !== 'string') return text;
  if (/^\ufeff?\s*[[{]/.test(text)) return parseSelfEvaluation(bytes, edition, known);
  const short = readText(bytes, maximumReportBytes);
  if (typeof short !== 'string') return short;
  const document = readMarkdown(text);
  const audit = auditIn(text, document, edition, known);
  if (!isUnreadable(audit)) return audit;
  const report = governanceReportIn(text, document, edition, known);
  if (!isUnreadable(report)) return report;
  return fault(
    'Filen er hverken en selvevaluering (JSON), en governancerapport eller en evaluering (Markdown).',
    'The file is neither a self-evaluation (JSON), a governance report nor an evaluation (Markdown).',
  );
}
