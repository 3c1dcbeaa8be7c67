import { sql } from 'kysely';
import type { Tx } from '../db/client.ts';
import { newId } from '../lib/id.ts';
import { agendaFor, mergedOrder, type Proposed } from './agenda.ts';
import { noLongerWaits, whatWaits } from './agenda-queries.ts';
import type { Meeting } from './load.ts';

/** What bringing an agenda up to date has done. */
export interface Built {
  readonly added: number;
  readonly dropped: number;
  readonly items: number;
}

interface Standing {
  readonly id: string;
  readonly source: string;
  readonly source_key: string;
  readonly status: string;
  readonly number: number;
  readonly removed_reason: string | null;
}

/**
 * Brings the agenda of a draft up to date with what waits for the body: adds what has come, takes away what waits no
 * more, and leaves alone what people have worded, moved or taken off. The meeting is locked by the caller.
 */
export async function buildAgenda(
  tx: Tx,
  meeting: Meeting,
  by: { readonly now: string; readonly today: string },
): Promise<Built> {
  const proposed = agendaFor(await whatWaits(tx, meeting, by.today));
  const standing: readonly Standing[] = await tx
    .selectFrom('agenda_items')
    .select(['id', 'source', 'source_key', 'status', 'number', 'removed_reason'])
    .where('meeting_id', '=', meeting.id)
    .orderBy('position')
    .orderBy('number')
    .execute();
  const keys = new Set(proposed.map((item) => item.key));
  const gone = standing.filter(
    (item) => item.source !== 'own' && item.status === 'planned' && !keys.has(item.source_key),
  );
  const known = new Map(standing.map((item) => [item.source_key, item]));
  const fresh = proposed.filter((item) => !known.has(item.key));
  const back = proposed.filter((item) => known.get(item.key)?.removed_reason === noLongerWaits);

  await takeFromLaterDrafts(tx, meeting, fresh);
  await drop(tx, gone);
  await reword(
    tx,
    meeting,
    proposed.filter((item) => known.has(item.key)),
  );
  const stays = standing.filter((item) => !gone.includes(item)).map((item) => item.source_key);
  const order = mergedOrder(
    stays,
    proposed.map((item) => item.key),
  );
  const places = new Map(order.map((key, index) => [key, index + 1]));
  const last = standing.reduce((highest, item) => Math.max(highest, item.number), 0);
  await insert(
    tx,
    meeting,
    fresh.map((item, index) => ({
      ...item,
      number: last + 1 + index,
      position: places.get(item.key) as number,
    })),
    by,
  );
  await place(tx, meeting, stays, places);
  const standingNow =
    fresh.length +
    back.length +
    standing.filter((item) => item.status !== 'removed' && !gone.includes(item)).length;
  return { added: fresh.length + back.length, dropped: gone.length, items: standingNow };
}

/** What an earlier meeting takes up is no longer on a later draft, where nobody had touched it. */
async function takeFromLaterDrafts(tx: Tx, meeting: Meeting, fresh: readonly Proposed[]): Promise<void> {
  const keys = fresh
    .filter((item) => item.source !== 'fixed' && item.source !== 'action')
    .map(({ key }) => key);
  if (keys.length === 0) return;
  const rows = await tx
    .selectFrom('agenda_items as x')
    .innerJoin('meetings as m', 'm.id', 'x.meeting_id')
    .select(['x.id'])
    .where('m.body_id', '=', meeting.body_id)
    .where('m.id', '<>', meeting.id)
    .where('m.status', '=', 'draft')
    .where('x.status', '=', 'planned')
    .where(sql<boolean>`x.source_key = any(${keys}::text[])`)
    .execute();
  await drop(tx, rows);
}

/** Deletes items that nobody has worked with; others are taken off, with what was written on them. */
async function drop(tx: Tx, items: readonly { readonly id: string }[]): Promise<void> {
  if (items.length === 0) return;
  const ids = items.map((item) => item.id);
  const worked = sql`(exists (select 1 from agenda_item_annexes a where a.item_id = x.id)
    or exists (select 1 from item_readings r where r.item_id = x.id)
    or exists (select 1 from item_comments c where c.item_id = x.id)
    or exists (select 1 from item_conflicts f where f.item_id = x.id)
    or exists (select 1 from ballots b where b.item_id = x.id)
    or exists (select 1 from actions n where n.item_id = x.id)
    or exists (select 1 from decisions d where d.item_id = x.id))`;
  await sql`delete from agenda_items x where x.id = any(${ids}::uuid[]) and not ${worked}`.execute(tx);
  await sql`update agenda_items x set status = 'removed', removed_reason = ${noLongerWaits}
    where x.id = any(${ids}::uuid[])`.execute(tx);
}

/** Words what stands anew, where nobody has worded it; what was taken off because it had stopped waiting comes back. */
async function reword(tx: Tx, meeting: Meeting, items: readonly Proposed[]): Promise<void> {
  if (items.length === 0) return;
  await sql`
    update agenda_items x set title = n.title, title_en = n.title_en, proposal = n.proposal, proposal_en = n.proposal_en,
      because = n.because, kind = n.kind, rule = n.rule, edition = n.edition,
      status = 'planned', removed_reason = null
    from json_to_recordset(${JSON.stringify(items.map(columns))}::json) as n (source_key text, title text, title_en text,
      proposal text, proposal_en text, because jsonb, kind text, rule text, edition text)
    where x.meeting_id = ${meeting.id} and x.source_key = n.source_key and x.edited_at is null and x.source <> 'leftover'
      and (x.status = 'planned' or x.removed_reason = ${noLongerWaits})
      and (x.title, x.title_en, x.proposal, x.proposal_en, x.because, x.kind, x.rule, x.edition, x.status)
        is distinct from (n.title, n.title_en, n.proposal, n.proposal_en, n.because, n.kind, n.rule, n.edition, 'planned')`.execute(
    tx,
  );
}

const columns = (item: Proposed) => ({
  source: item.source,
  source_key: item.key,
  kind: item.kind,
  title: item.title.da,
  title_en: item.title.en,
  facts: item.facts,
  proposal: item.proposal?.da ?? '',
  proposal_en: item.proposal?.en ?? null,
  because: item.because,
  rule: item.rule,
  edition: item.edition,
  case_id: item.caseId,
  // A case knows its initiative; each reference of a new item is looked up, thousands at a time.
  initiative_id: item.caseId === null ? item.initiativeId : null,
  closed_ground: item.closedGround,
});

/** Writes new items in one statement, however many there are; nobody in particular has added them. */
async function insert(
  tx: Tx,
  meeting: Meeting,
  items: readonly (Proposed & { readonly number: number; readonly position: number })[],
  { now }: { readonly now: string },
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map((item) => ({
    id: newId(),
    number: item.number,
    position: item.position,
    ...columns(item),
  }));
  await sql`
    insert into agenda_items (id, meeting_id, number, position, kind, source, source_key, title, title_en, facts, proposal,
      proposal_en, because, rule, edition, case_id, initiative_id, closed_ground, added_by, added_at)
    select n.id, ${meeting.id}, n.number, n.position, n.kind, n.source, n.source_key, n.title, n.title_en, n.facts, n.proposal,
      n.proposal_en, n.because, n.rule, n.edition, n.case_id, n.initiative_id, n.closed_ground, null, ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as n (id uuid, number integer, position integer, kind text,
      source text, source_key text, title text, title_en text, facts text, proposal text, proposal_en text, because jsonb,
      rule text, edition text, case_id uuid, initiative_id uuid, closed_ground text)`.execute(tx);
}

async function place(
  tx: Tx,
  meeting: Meeting,
  keys: readonly string[],
  places: ReadonlyMap<string, number>,
): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    update agenda_items x set position = n.position
    from unnest(${keys}::text[], ${keys.map((key) => places.get(key) as number)}::int[]) as n (key, position)
    where x.meeting_id = ${meeting.id} and x.source_key = n.key and x.position <> n.position`.execute(tx);
}
