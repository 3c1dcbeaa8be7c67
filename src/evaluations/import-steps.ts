import { editions } from '../../rulebook/editions.ts';
import type { Text } from '../../rulebook/vocabulary.ts';
import type { Db, Tx } from '../db/client.ts';
import type { Problem } from '../deeds/deed.ts';
import type { Initiative } from '../portfolio/load.ts';
import { editionOf } from '../rules/edition-of.ts';
import { leaveOut, previewRows, settle } from './import-choices.ts';
import type { Answers, PreviewRow, TakenRow } from './import-choices.ts';
import {
  keepImport,
  markConfirmed,
  registeredWords,
  versionsOf,
  writeWords,
  type EvaluationImport,
} from './import-store.ts';
import { receiveFile } from './received-file.ts';
import type { Received } from './received-file.ts';
import { isUnreadable } from '../files/text-file.ts';
import type { FileFault } from '../files/text-file.ts';

/** The steps of an import, shared by the deeds and the command line; each within the caller's transaction. */

const faultText = ({ place, says }: FileFault): Text =>
  place === null ? says : { da: `${place.da}: ${says.da}`, en: `${place.en}: ${says.en}` };

/** Reads a file against an initiative's edition, or says what is wrong with it at the field it came in. */
export function readFor(
  initiative: Pick<Initiative, 'edition'>,
  bytes: Uint8Array,
  field: string,
): Received | { readonly problems: readonly Problem[] } {
  const read = receiveFile(bytes, editionOf(initiative.edition), editions);
  return isUnreadable(read)
    ? { problems: read.faults.map((fault) => ({ path: field, says: faultText(fault) })) }
    : read;
}

/** Keeps a file that has been read, with the state it was compared with, and answers with its id. */
export async function keepFile(
  tx: Tx,
  initiative: Pick<Initiative, 'id' | 'edition'>,
  received: Received,
  by: { readonly fileName: string; readonly personId: string | null; readonly now: string },
): Promise<string> {
  const words = await registeredWords(tx, initiative.id, initiative.edition, received.voice);
  return keepImport(tx, {
    ...received,
    ...by,
    initiativeId: initiative.id,
    edition: initiative.edition,
    seen: versionsOf(words),
  });
}

/** The rows of an import beside what is registered now. A settled one has nothing left that waits. */
export async function rowsOf(db: Db, found: EvaluationImport): Promise<readonly PreviewRow[]> {
  const words = await registeredWords(db, found.initiativeId, found.edition, found.voice);
  const rows = previewRows(found.file.rows, words, found.seen, editionOf(found.edition));
  return found.status === 'preview' ? rows : rows.map((row) => ({ ...row, waits: null, choices: [] }));
}

/** One requirement whose word an import changed, as the journal keeps it. */
interface Change {
  readonly requirement: string;
  readonly before: { readonly verdict: string; readonly explanation: string } | null;
  readonly after: {
    readonly verdict: string;
    readonly explanation: string;
    readonly asWritten: string;
    readonly plannedFor?: string;
  };
}

const isNews = ({ row, verdict, plannedFor }: TakenRow): boolean =>
  row.registered?.verdict !== verdict ||
  row.registered.explanation !== row.explanation ||
  (row.waits !== null && row.registered.plannedFor !== plannedFor);

const changeOf = ({ row, verdict, plannedFor }: TakenRow): Change => ({
  requirement: row.requirement,
  before: row.registered && { verdict: row.registered.verdict, explanation: row.registered.explanation },
  after: {
    verdict,
    explanation: row.explanation,
    asWritten: row.asWritten,
    ...(plannedFor === null ? {} : { plannedFor }),
  },
});

/** What a confirmed import has written, and how many rows were left out. */
export interface Confirmed {
  readonly changes: readonly Change[];
  readonly unchanged: number;
  readonly leftOut: number;
}

/** Writes a pending import as its voice's word, or says at which rows a choice or a date is missing. */
export async function confirmImport(
  tx: Tx,
  found: EvaluationImport,
  answers: Answers,
  by: { readonly personId: string | null; readonly now: string; readonly today: string },
): Promise<Confirmed | { readonly problems: readonly Problem[] }> {
  const settled = settle(await rowsOf(tx, found), answers, by.today);
  if ('problems' in settled) return settled;
  const news = settled.taken.filter(isNews);
  await writeWords(tx, found, news, by.personId, by.now);
  await markConfirmed(tx, found, settled.chosen, by.now);
  return {
    changes: news.map(changeOf),
    unchanged: settled.taken.length - news.length,
    leftOut:
      Object.values(settled.chosen).filter((choice) => choice === leaveOut).length +
      found.file.rows.filter(({ requirement }) => requirement === null).length,
  };
}
