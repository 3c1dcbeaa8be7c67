import { parseAudit } from './audit-file.ts';
import type { Audit } from './audit-file.ts';
import type { Catalogue } from './catalogue.ts';
import { parseGovernanceReport } from './governance-report-file.ts';
import type { GovernanceReportFile } from './governance-report-file.ts';
import { parseSelfEvaluation } from './self-evaluation-file.ts';
import type { SelfEvaluation } from './self-evaluation-file.ts';
import { fault, isUnreadable, readText } from './text-file.ts';
import type { Unreadable } from './text-file.ts';

/** Any file that holds one voice's word on the requirements. */
export type EvaluationFile = SelfEvaluation | GovernanceReportFile | Audit;

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
  const audit = parseAudit(bytes, edition, known);
  if (!isUnreadable(audit)) return audit;
  const report = parseGovernanceReport(bytes, edition, known);
  if (!isUnreadable(report)) return report;
  return fault(
    'Filen er hverken en selvevaluering (JSON), en governancerapport eller en evaluering (Markdown).',
    'The file is neither a self-evaluation (JSON), a governance report nor an evaluation (Markdown).',
  );
}
