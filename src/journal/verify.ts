import { sql } from 'kysely';
import type { Db } from '../db/client.ts';
import { genesis, journalHash } from './append.ts';

/** What is wrong at one place of the chain. */
export type BreachKind =
  /** The row's content does not give its hash: it was edited. */
  | 'edited'
  /** A number is missing: a row was deleted. */
  | 'missing'
  /** The row does not stand on the one before it: a row was inserted, moved or written anew. */
  | 'out-of-chain'
  /** The published hash is nowhere in the chain: its end was cut off, or all was written anew. */
  | 'head-unknown';

export interface Breach {
  readonly kind: BreachKind;
  /** Number of the row it was seen at; null for the chain as a whole. */
  readonly seq: number | null;
}

export interface Verification {
  readonly count: number;
  /** Hash of the last row; of nothing when there is none. */
  readonly head: string;
  /** The first breaches, in order; none when the chain holds. */
  readonly breaches: readonly Breach[];
}

/** More than these say nothing new: one broken link is enough to distrust what follows. */
const mostBreaches = 20;

/** How many rows are read at a time, so that a long journal needs little memory. */
const batch = 1_000;

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly person_id: string | null;
  readonly deed: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly initiative_id: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly ground: string;
  readonly edition: string;
  readonly prev_hash: string;
  readonly hash: string;
}

/**
 * Walks the whole chain from its first row, in one snapshot, and recomputes every hash.
 * @param published a head hash from earlier, kept outside this database: a chain whose end was cut off lacks it
 */
export async function verifyJournal(db: Db, published?: string): Promise<Verification> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const breaches: Breach[] = [];
      let headSeen = published === undefined;
      let count = 0;
      let seq = 0;
      let head = genesis;
      for (;;) {
        const rows = await rowsAfter(tx, seq);
        for (const row of rows) {
          breaches.push(...breachesOf(row, seq, head));
          headSeen ||= row.hash === published;
          count += 1;
          seq = row.seq;
          head = row.hash;
        }
        if (rows.length < batch) break;
      }
      if (!headSeen) breaches.push({ kind: 'head-unknown', seq: null });
      return { count, head, breaches: firstOf(breaches) };
    });
}

/** The first breaches, and always whether the published hash is missing. */
const firstOf = (breaches: readonly Breach[]): Breach[] =>
  breaches.filter((breach, index) => index < mostBreaches || breach.kind === 'head-unknown');

/** What is wrong with a row, given the number and the hash of the row before. */
function breachesOf(row: Row, seqBefore: number, hashBefore: string): Breach[] {
  const found: Breach[] = [];
  if (row.seq !== seqBefore + 1) found.push({ kind: 'missing', seq: seqBefore + 1 });
  else if (row.prev_hash !== hashBefore) found.push({ kind: 'out-of-chain', seq: row.seq });
  if (row.hash !== journalHash(row.seq, entryOf(row), row.prev_hash))
    found.push({ kind: 'edited', seq: row.seq });
  return found;
}

async function rowsAfter(db: Db, seq: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, person_id, deed, subject_kind,
      subject_id, initiative_id, before, after, ground, edition, prev_hash, hash
    from journal where seq > ${seq} order by seq limit ${sql.lit(batch)}`.execute(db);
  return rows;
}

const entryOf = (row: Row) => ({
  at: row.at,
  personId: row.person_id,
  deed: row.deed,
  subject: { kind: row.subject_kind, id: row.subject_id },
  initiativeId: row.initiative_id,
  before: row.before,
  after: row.after,
  ground: row.ground,
  edition: row.edition,
});
