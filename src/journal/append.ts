import { sql } from 'kysely';
import { canonicalJson } from '../lib/canonical-json.ts';
import { sha256 } from '../lib/hash.ts';
import type { Tx } from '../db/client.ts';
import type { SubjectKind } from './words.ts';

/** What one deed leaves in the journal. */
export interface JournalEntry {
  readonly at: string;
  readonly personId: string | null;
  readonly deed: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly initiativeId: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly ground: string;
  readonly edition: string;
}

/** An entry as it is written: about one of the kinds that have words. */
export interface NewEntry extends JournalEntry {
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
}

/** The hash that the first row stands on. */
export const genesis = '0'.repeat(64);

/** An instant as the database keeps it and the chain hashes it: in UTC, to the microsecond. */
export const journalTime = (at: string): string =>
  Temporal.Instant.from(at).toString({ fractionalSecondDigits: 6 });

/** The hash of a row: SHA-256 of the hash before and every field of the row as canonical JSON. */
export const journalHash = (seq: number, entry: JournalEntry, prevHash: string): string =>
  sha256(
    canonicalJson([
      prevHash,
      seq,
      { ...entry, at: journalTime(entry.at), before: entry.before ?? null, after: entry.after ?? null },
    ]),
  );

/**
 * Adds one row to the journal's chain. Writers queue on an advisory lock until their transaction ends, so call it
 * last in the transaction.
 */
export async function appendToJournal(tx: Tx, entry: NewEntry): Promise<{ seq: number; hash: string }> {
  await sql`select pg_advisory_xact_lock(7305)`.execute(tx);
  const last = await tx
    .selectFrom('journal')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1;
  const prevHash = last?.hash ?? genesis;
  const plain = JSON.parse(JSON.stringify(entry)) as JournalEntry;
  const hash = journalHash(seq, plain, prevHash);
  await tx
    .insertInto('journal')
    .values({
      seq,
      at: journalTime(entry.at),
      person_id: entry.personId,
      deed: entry.deed,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      initiative_id: entry.initiativeId,
      before: plain.before == null ? null : JSON.stringify(plain.before),
      after: plain.after == null ? null : JSON.stringify(plain.after),
      ground: entry.ground,
      edition: entry.edition,
      prev_hash: prevHash,
      hash,
    })
    .execute();
  return { seq, hash };
}
