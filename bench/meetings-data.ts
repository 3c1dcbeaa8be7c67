import { sql } from 'kysely';
import type { Db } from '../src/db/client.ts';
import { newId } from '../src/lib/id.ts';
import { makeToken } from '../src/people/make-token.ts';

/** A board with much to do, made for the measurements of meetings. */
export interface BoardMade {
  readonly waiting: number;
  /** A draft without an agenda. */
  readonly draft: string;
  /** One under way, to be closed and written up. */
  readonly held: string;
  /** One that visitors read. */
  readonly read: { readonly number: number };
  /** One under way with everybody there; the item that is voted on, and the tokens of those who vote. */
  readonly voting: { readonly number: number; readonly item: string; readonly tokens: readonly string[] };
}

const mostWaiting = 5_000;
const itemsRead = 60;
const itemsHeld = 40;
const voters = 200;
const seats = 9;
const day = 24 * 60 * 60 * 1_000;

/**
 * A board with nine seats and a waiting case for each of 5,000 initiatives, or as many as there are, and four meetings: one
 * to build an agenda for, one of 40 items, one of 60 items, and one with 200 votes.
 */
export async function makeBoard(db: Db, edition: string, now: string): Promise<BoardMade> {
  const board = newId();
  await sql`insert into bodies (id, slug, kind, name, established_on, recorded_at)
    values (${board}, 'proevebestyrelse', 'board', 'Prøvebestyrelsen', date '2020-01-01', ${now})`.execute(
    db,
  );
  await sql`insert into seats (id, body_id, person_id, role, voting, from_on, recorded_at)
    select gen_random_uuid(), ${board}, p.id, case when n = 1 then 'chair' else 'member' end, true, date '2024-01-01', ${now}
    from generate_series(1, ${sql.lit(seats)}) n join people p on p.email = 'proeve' || n || '@demo.example'`.execute(
    db,
  );
  const asked = await db
    .selectFrom('initiatives')
    .select('id')
    .where('stage', '<>', 'idea')
    .orderBy('id')
    .limit(mostWaiting)
    .execute();
  // Ids as cases really have them: by the time they were made.
  await sql`insert into cases (id, initiative_id, kind, question, status, awaits_body_id, awaits_since, rule, edition,
      target_level, asked_at)
    select n.id, i.id, 'level-change', 'Skal ' || i.name || ' skifte niveau?', 'waiting', ${board}, ${now}, 'level-change',
      ${edition}, i.level, ${now}
    from unnest(${asked.map(() => newId())}::uuid[], ${asked.map(({ id }) => id)}::uuid[]) n (id, initiative_id)
    join initiatives i on i.id = n.initiative_id`.execute(db);

  const meeting = async (status: string, startsIn: number, called: number) => {
    const id = newId();
    const starts = new Date(Date.parse(now) + startsIn);
    const running = status === 'running';
    const { number } = await db
      .insertInto('meetings')
      .values({
        id,
        body_id: board,
        kind: 'ordinary',
        starts_at: starts.toISOString(),
        ends_at: new Date(starts.getTime() + day / 8).toISOString(),
        status,
        opened_at: running ? now : null,
        edition,
        called_at: now,
      })
      .returning('number')
      .executeTakeFirstOrThrow();
    await sql`insert into attendances (id, meeting_id, person_id, role, voting, recorded_at)
      select gen_random_uuid(), ${id}, p.id, case when n = 1 then 'chair' else 'member' end, true, ${now}
      from generate_series(1, ${sql.lit(called)}) n join people p on p.email = 'proeve' || n || '@demo.example'`.execute(
      db,
    );
    if (running)
      await sql`insert into presences (id, attendance_id, from_at)
        select gen_random_uuid(), a.id, ${now} from attendances a where a.meeting_id = ${id}`.execute(db);
    return { id, number };
  };
  const items = async (meetingId: string, count: number) => {
    await sql`insert into agenda_items (id, meeting_id, number, position, kind, source, source_key, title, facts, proposal,
        because, status, added_at)
      select gen_random_uuid(), ${meetingId}, n, n, (array['discussion', 'decision', 'information'])[1 + n % 3], 'own',
        'own:' || n, 'Punkt ' || n || ' om fælles drift af løsninger',
        repeat('Løsningen bruges i dag af flere kommuner, og aftalen om drift skal fornyes inden årets udgang. ', 4),
        'Bestyrelsen tager sagen op og beslutter, hvordan driften skal fortsætte.',
        '{"da": "Sat på af sekretariatet.", "en": "Put on by the secretariat."}', 'planned', ${now}
      from generate_series(1, ${sql.lit(count)}) n`.execute(db);
  };
  const draft = await meeting('draft', 7 * day, seats);
  const read = await meeting('sent', 14 * day, seats);
  await items(read.id, itemsRead);
  const held = await meeting('running', 0, seats);
  await items(held.id, itemsHeld);
  const voting = await meeting('running', 0, voters);
  await items(voting.id, 1);
  const item = await db
    .selectFrom('agenda_items')
    .select('id')
    .where('meeting_id', '=', voting.id)
    .executeTakeFirstOrThrow();
  const people = await db
    .selectFrom('attendances')
    .select('person_id')
    .where('meeting_id', '=', voting.id)
    .execute();
  const tokens: string[] = [];
  for (const { person_id } of people)
    tokens.push(
      (await makeToken(db, { personId: person_id as string, name: 'bench', expiresAt: null }, now)).token,
    );
  return {
    waiting: asked.length,
    draft: draft.id,
    held: held.id,
    read: { number: read.number },
    voting: { number: voting.number, item: item.id, tokens },
  };
}
