import { sql } from 'kysely';
import type { Db } from '../db/client.ts';
import { isId } from '../lib/id.ts';

/** What a row is about: its name and its page, where there is one. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly name: string | null;
  /** Address of its page, without language. */
  readonly path: string | null;
}

/** Names of records by id. */
export type RecordNames = ReadonlyMap<string, string>;

type Key = Pick<Subject, 'kind' | 'id'>;
interface Found {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** For each kind of subject: how its rows are named, and where their pages are. */
const sources: Readonly<Record<string, (db: Db, ids: readonly string[]) => Promise<readonly Found[]>>> = {
  initiative: (db, ids) =>
    rowsOf(db, sql`select id, name, '/initiatives/' || slug as path from initiatives`, ids),
  case: (db, ids) =>
    rowsOf(
      db,
      sql`select c.id, 'nr. ' || c.number || coalesce(' – ' || i.name, '') as name, '/cases/' || c.number as path
        from cases c left join initiatives i on i.id = c.initiative_id`,
      ids,
    ),
  decision: (db, ids) =>
    rowsOf(
      db,
      sql`select d.id, 'nr. ' || d.number || coalesce(' – ' || i.name, '') as name, '/decisions/' || d.number as path
        from decisions d left join initiatives i on i.id = d.initiative_id`,
      ids,
    ),
  body: (db, ids) => rowsOf(db, sql`select id, name, '/bodies/' || slug as path from bodies`, ids),
  meeting: (db, ids) =>
    rowsOf(
      db,
      sql`select m.id, 'nr. ' || m.number || ' – ' || b.name as name, '/meetings/' || m.number as path
        from meetings m join bodies b on b.id = m.body_id`,
      ids,
    ),
  // The number and not the title: an item may be closed.
  'agenda-item': (db, ids) =>
    rowsOf(
      db,
      sql`select x.id, 'nr. ' || m.number || ' – ' || b.name || ' · ' || x.number as name,
          '/meetings/' || m.number || '/items/' || x.number as path
        from agenda_items x join meetings m on m.id = x.meeting_id join bodies b on b.id = m.body_id`,
      ids,
    ),
  ballot: (db, ids) =>
    rowsOf(
      db,
      sql`select v.id, 'nr. ' || m.number || ' – ' || b.name || ' · ' || x.number as name, '/ballots/' || v.id as path
        from ballots v join agenda_items x on x.id = v.item_id join meetings m on m.id = x.meeting_id
          join bodies b on b.id = m.body_id`,
      ids,
    ),
  organisation: (db, ids) =>
    rowsOf(db, sql`select id, name, '/members/' || slug as path from organisations`, ids),
  person: (db, ids) => rowsOf(db, sql`select id, name, '/people/' || id as path from people`, ids),
  question: (db, ids) =>
    rowsOf(
      db,
      sql`select q.id, i.name || ': ' || q.requirement as name, '/initiatives/' || i.slug || '/requirements' as path
        from requirement_questions q join initiatives i on i.id = q.initiative_id`,
      ids,
    ),
  assessment: async (db, ids) => {
    const { rows } = await sql<Found>`
      select s.id, i.name || ': ' || split_part(s.id, '/', 3) as name,
        '/initiatives/' || i.slug || '/requirements/' || split_part(s.id, '/', 3) as path
      from unnest(${ids}::text[]) s (id) join initiatives i on i.id::text = split_part(s.id, '/', 1)`.execute(
      db,
    );
    return rows;
  },
};

async function rowsOf(db: Db, select: ReturnType<typeof sql>, ids: readonly string[]) {
  const { rows } =
    await sql<Found>`select * from (${select}) s where s.id = any(${ids.filter(isId)}::uuid[])`.execute(db);
  return rows;
}

/** The names and pages of what some rows are about. Only those who are told people's names get theirs. */
export async function subjectsNamed(
  db: Db,
  keys: readonly Key[],
  people: boolean,
): Promise<(key: Key) => Subject> {
  const kinds = [...new Set(keys.map((key) => key.kind))].filter((kind) => people || kind !== 'person');
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const ids = [...new Set(keys.filter((key) => key.kind === kind).map((key) => key.id))];
      const rows = ids.length === 0 ? [] : await sources[kind]?.(db, ids);
      return (rows ?? []).map((row) => [`${kind} ${row.id}`, row] as const);
    }),
  );
  const named = new Map(found.flat());
  return ({ kind, id }) => {
    const row = named.get(`${kind} ${id}`);
    return { kind, id, name: row?.name ?? null, path: row?.path ?? null };
  };
}

/** Names of the organisations, bodies and initiatives among some ids. */
export async function recordsNamed(db: Db, ids: readonly string[]): Promise<RecordNames> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organisations where id = any(${ids}::uuid[])
    union all select id, name from bodies where id = any(${ids}::uuid[])
    union all select id, name from initiatives where id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
