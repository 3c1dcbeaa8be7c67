import { sql, type RawBuilder } from 'kysely';
import type { Language, Outcome } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import type { Told, TrueEvents } from '../letters/examples.ts';
import type { Values } from '../letters/fill.ts';
import { formatDate, formatTime } from '../web/format.ts';
import { itemBy, meetingBy, type Meeting } from './load.ts';
import { latestActionTold } from './reminders.ts';
import { agendaChanges, agendaText, correctionValues, itemLine, valuesOf } from './told.ts';

const sent = sql<boolean>`m.kind <> 'written' and m.status not in ('draft', 'cancelled')`;
const written = sql<boolean>`m.kind = 'written' and m.status not in ('draft', 'cancelled')`;

/** What the latest meeting of some sort is told with; null where there is none, or nothing to tell of it. */
const ofLatest =
  (
    which: RawBuilder<boolean>,
    more: (db: Db, meeting: Meeting) => Promise<((lang: Language) => Values) | null>,
  ) =>
  async (db: Db): Promise<Told | null> => {
    const row = await db
      .selectFrom('meetings as m')
      .select('m.id')
      .where(which)
      .orderBy('m.starts_at', 'desc')
      .orderBy('m.id')
      .limit(1)
      .executeTakeFirst();
    if (!row) return null;
    const meeting = await meetingBy(db, row.id);
    const filled = await more(db, meeting);
    return filled && { about: `/meetings/${meeting.number}`, values: valuesOf(meeting, filled) };
  };

const withAgenda = async (db: Db, meeting: Meeting) => {
  const agenda = await agendaText(db, meeting.id);
  return (lang: Language): Values => ({
    agenda: agenda[lang],
    ...(meeting.kind === 'written' ? { deadline: formatTime(meeting.ends_at, lang) } : {}),
  });
};

const byDate =
  (on: string | null | undefined) =>
  (lang: Language): Values =>
    on == null ? {} : { deadline: formatDate(on, lang) };

/** The items of a meeting that somebody prepares, as those people are reminded of them. */
async function withPapers(db: Db, meeting: Meeting) {
  const items = await db
    .selectFrom('agenda_items')
    .select(['number', 'title', 'title_en as titleEn', 'closed_ground as closedGround'])
    .where('meeting_id', '=', meeting.id)
    .where('owner_id', 'is not', null)
    .where('status', '<>', 'removed')
    .orderBy('position')
    .limit(100)
    .execute();
  if (items.length === 0) return null;
  return (lang: Language): Values => ({
    ...byDate(meeting.papers_due_on)(lang),
    list: items.map((item) => `- ${itemLine(item, lang)}`).join('\n'),
  });
}

async function withChanges(db: Db, meeting: Meeting) {
  const [changes, agenda] = [await agendaChanges(db, meeting.id), await agendaText(db, meeting.id)];
  if (changes.da === '') return null;
  return (lang: Language): Values => ({ agenda: agenda[lang], changes: changes[lang] });
}

async function withRemarks(db: Db, meeting: Meeting) {
  const row = await db
    .selectFrom('minutes_versions')
    .select('remarks_until')
    .where('meeting_id', '=', meeting.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return byDate(row?.remarks_until);
}

/** The latest decision on an open item that answered no case; one that corrects another before all others. */
async function latestCorrection(db: Db): Promise<Told | null> {
  const row = await db
    .selectFrom('decisions as d')
    .innerJoin('agenda_items as x', 'x.id', 'd.item_id')
    .select(['d.item_id', 'd.outcome', 'd.reason'])
    .where('d.case_id', 'is', null)
    .where('x.closed_ground', 'is', null)
    .orderBy((eb) => eb('d.corrects_id', 'is', null))
    .orderBy('d.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row?.item_id == null) return null;
  const item = await itemBy(db, row.item_id);
  const meeting = await meetingBy(db, item.meeting_id);
  return {
    about: `/meetings/${meeting.number}/items/${item.number}`,
    values: correctionValues(meeting, item, { outcome: row.outcome as Outcome, reason: row.reason }),
  };
}

/** What meetings last told people, by kind of mail: what the secretariat sees a text filled in with. */
export const latestOfMeetings: TrueEvents = {
  'meeting-called': ofLatest(sent, async (_, meeting) => byDate(meeting.papers_due_on)),
  'meeting-cancelled': ofLatest(sql<boolean>`m.status = 'cancelled'`, async (_, meeting) => () => ({
    reason: meeting.cancelled_reason ?? '',
  })),
  'agenda-sent': ofLatest(sent, withAgenda),
  'agenda-changed': ofLatest(sql<boolean>`${sent} and m.status in ('sent', 'running')`, withChanges),
  'papers-due': ofLatest(sql<boolean>`${sent} and m.papers_due_on is not null`, withPapers),
  'meeting-tomorrow': ofLatest(sent, withAgenda),
  'written-opened': ofLatest(written, withAgenda),
  'written-closing': ofLatest(written, withAgenda),
  'minutes-draft': ofLatest(
    sql<boolean>`exists (select 1 from minutes_versions v where v.meeting_id = m.id)`,
    withRemarks,
  ),
  'minutes-published': ofLatest(sql<boolean>`m.status = 'published'`, async () => () => ({})),
  'decision-corrected': latestCorrection,
  'action-due': latestActionTold,
};
