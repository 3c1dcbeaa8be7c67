import type { IsoDate, RequirementId } from '../../rulebook/rule.ts';
import type { Voice } from '../../rulebook/vocabulary.ts';
import { withoutUnstorable } from '../lib/storable-text.ts';
import type { Catalogue } from './catalogue.ts';
import { readEvaluationFile } from './evaluation-file.ts';
import type { EvaluationFile } from './evaluation-file.ts';
import type { ImportRow } from './import-rows.ts';
import type { Wording } from './report.ts';
import { isUnreadable } from '../files/text-file.ts';
import type { FileFault, Unreadable } from '../files/text-file.ts';

/**
 * A file as it is kept until a person has decided: its rows, not its head. Who filled it in is not here; of a
 * self-evaluation the text is kept beside it, because the export gives it back byte for byte.
 */
export interface ReceivedFile {
  readonly format: EvaluationFile['format'];
  readonly productName: string | null;
  /** When the file says that it was filled in or that the evaluation was published. */
  readonly saidOn: IsoDate | null;
  readonly rows: readonly ImportRow[];
  readonly missing: readonly RequirementId[];
  readonly unknown: readonly string[];
  readonly doubled: readonly RequirementId[];
  readonly notes: readonly FileFault[];
  /** The evaluator's words about the whole; empty in a product's own file. */
  readonly wording: Wording;
}

/** A file with whose word it is, and the text an export starts from; empty where none does. */
export interface Received {
  readonly voice: Voice;
  readonly source: string;
  readonly file: ReceivedFile;
}

const noWords: Wording = { summary: '', overall: '', recommendation: '' };

/** Reads a file and takes from it what is kept. The format tells whose word it is: an evaluation is the community's. */
export function receiveFile(
  bytes: Uint8Array,
  edition: Catalogue,
  known: readonly Catalogue[],
): Received | Unreadable {
  const read = readEvaluationFile(bytes, edition, known);
  if (isUnreadable(read)) return read;
  return {
    voice: read.format === 'audit' ? 'community' : 'self',
    source: read.format === 'self-evaluation' ? read.source : '',
    file: storable({
      format: read.format,
      productName: read.format === 'self-evaluation' ? read.head.productName : read.productName,
      saidOn: saidOn(read),
      rows: read.rows,
      missing: read.missing,
      unknown: read.unknown,
      doubled: read.doubled,
      notes: read.format === 'governance-report' ? read.notes : [],
      wording:
        read.format === 'audit'
          ? { summary: read.summary, overall: read.overall, recommendation: read.recommendation }
          : noWords,
    }),
  };
}

function saidOn(read: EvaluationFile): IsoDate | null {
  if (read.format === 'self-evaluation') return read.filledOn;
  return read.format === 'audit' ? read.evaluatedOn : null;
}

/** Every text in a value without what the database cannot keep. */
function storable<Value>(value: Value): Value {
  if (typeof value === 'string') return withoutUnstorable(value) as Value;
  if (Array.isArray(value)) return value.map(storable) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, storable(inner)])) as Value;
}
