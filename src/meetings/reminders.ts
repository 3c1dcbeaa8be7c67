import { sql } from 'kysely';
import type { Language } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { dateIn, plusDays, startOf } from '../lib/time.ts';
import type { Told } from '../letters/examples.ts';
import type { Values } from '../letters/fill.ts';
import type { LetterEvent } from '../letters/letter.ts';
import { formatDate, formatTime } from '../web/format.ts';
import { meetingBy } from './load.ts';
import { meetingTitle } from './meeting.ts';
import { approvalsOf } from './minutes/queries.ts';
import { agendaText, reminderEvent } from './told.ts';

/** How many days before something is due somebody is reminded. */
const daysBefore = { papers: 2, actions: 3, written: 2, minutes: 2 } as const;
const most = 2_000;

/** Everything that people are reminded of on a morning. Pure in time: `now` is the only clock. */
export async function remindersOn(db: Db, now: Temporal.Instant): Promise<readonly LetterEvent[]> {
  const today = dateIn(now);
  const all = await Promise.all([
    meetingsTomorrow(db, today),
    papersDue(db, today),
    writtenClosing(db, now, today),
    actionsDue(db, today),
    minutesClosing(db, today),
  ]);
  return all.flat();
}

async function meetingsTomorrow(db: Db, today: string): Promise<LetterEvent[]> {
  const rows = await db
    .selectFrom('meetings')
    .select('id')
    .where('status', '=', 'sent')
    .where('kind', '<>', 'written')
    .where('starts_at', '>=', startOf(plusDays(today, 1)))
    .where('starts_at', '<', startOf(plusDays(today, 2)))
    .limit(most)
    .execute();
  return Promise.all(
    rows.map(async ({ id }) => reminderEvent(db, await meetingBy(db, id), 'meeting-tomorrow')),
  );
}

/** Those who own items of a meeting whose papers are due, each with their own items; closed ones by number only. */
async function papersDue(db: Db, today: string): Promise<LetterEvent[]> {
  const rows = await db
    .selectFrom('agenda_items as i')
    .innerJoin('meetings as m', 'm.id', 'i.meeting_id')
    .select([
      'm.id as meetingId',
      'm.papers_due_on',
      'i.owner_id',
      'i.number',
      'i.title',
      'i.title_en',
      'i.closed_ground',
    ])
    .where('m.status', 'in', ['draft', 'sent'])
    .where('m.papers_due_on', '>=', today)
    .where('m.papers_due_on', '<=', plusDays(today, daysBefore.papers))
    .where('i.status', '<>', 'removed')
    .where('i.owner_id', 'is not', null)
    .orderBy('i.position')
    .limit(most)
    .execute();
  const owned = Map.groupBy(rows, (row) => `${row.meetingId} ${row.owner_id}`);
  return Promise.all(
    [...owned.values()].map(async (items) => {
      const [first] = items as [(typeof items)[number]];
      const list = (lang: Language) =>
        items
          .map(({ number, title, title_en, closed_ground }) =>
            closed_ground !== null
              ? `- ${number}. ${lang === 'da' ? 'Lukket punkt' : 'Closed item'}`
              : `- ${number}. ${lang === 'en' ? (title_en ?? title) : title}`,
          )
          .join('\n');
      const due = first.papers_due_on as string;
      const event = await reminderEvent(db, await meetingBy(db, first.meetingId), 'papers-due', (lang) => ({
        list: list(lang),
        deadline: formatDate(due, lang),
      }));
      return {
        ...event,
        key: `${event.key}:${due}`,
        neededBy: startOf(plusDays(due, 1)),
        told: [
          {
            personId: first.owner_id as string,
            why: { da: 'du har et punkt på dagsordenen', en: 'you have an item on the agenda' },
          },
        ],
      };
    }),
  );
}

/** Those who have not answered in a written procedure that closes within two days. */
async function writtenClosing(db: Db, now: Temporal.Instant, today: string): Promise<LetterEvent[]> {
  const rows = await db
    .selectFrom('ballot_electors as e')
    .innerJoin('ballots as b', 'b.id', 'e.ballot_id')
    .innerJoin('agenda_items as i', 'i.id', 'b.item_id')
    .innerJoin('meetings as m', 'm.id', 'i.meeting_id')
    .select(['m.id', 'm.ends_at', 'e.person_id'])
    .distinct()
    .where('b.closed_at', 'is', null)
    .where('e.has_voted', '=', false)
    .where('e.recused', '=', false)
    .where('m.kind', '=', 'written')
    .where('m.status', 'in', ['sent', 'running'])
    .where('m.ends_at', '>', now.toString())
    .where('m.ends_at', '<', startOf(plusDays(today, daysBefore.written + 1)))
    .limit(most)
    .execute();
  return Promise.all(
    [...Map.groupBy(rows, (row) => row.id)].map(async ([id, missing]) => {
      const agenda = await agendaText(db, id);
      const event = await reminderEvent(db, await meetingBy(db, id), 'written-closing', (lang) => ({
        agenda: agenda[lang],
        deadline: formatTime((missing[0] as { ends_at: string }).ends_at, lang),
      }));
      return {
        ...event,
        neededBy: (missing[0] as { ends_at: string }).ends_at,
        told: missing.map(({ person_id }) => ({
          personId: person_id,
          why: {
            da: 'du har stemme i den skriftlige procedure og har ikke svaret',
            en: 'you have a vote in the written procedure and have not answered',
          },
        })),
      };
    }),
  );
}

/** Those who have not approved the minutes they are asked to, when the deadline for remarks is within two days. */
async function minutesClosing(db: Db, today: string): Promise<LetterEvent[]> {
  const rows = await db
    .selectFrom('minutes_versions as v')
    .select(['v.meeting_id', 'v.version', 'v.remarks_until'])
    .where('v.status', '=', 'draft')
    .where('v.remarks_until', '>=', today)
    .where('v.remarks_until', '<=', plusDays(today, daysBefore.minutes))
    .where(
      sql<boolean>`v.version = (select max(w.version) from minutes_versions w where w.meeting_id = v.meeting_id)`,
    )
    .limit(most)
    .execute();
  return Promise.all(
    rows.map(async ({ meeting_id, version, remarks_until }) => {
      const meeting = await meetingBy(db, meeting_id);
      const until = remarks_until as string;
      const event = await reminderEvent(db, meeting, 'minutes-closing', (lang) => ({
        deadline: formatDate(until, lang),
      }));
      const { awaited } = await approvalsOf(db, meeting, version);
      return {
        ...event,
        key: `${event.key}:${version}`,
        neededBy: startOf(plusDays(until, 1)),
        told: awaited.map(({ id }) => ({
          personId: id,
          why: { da: 'referatet mangler din godkendelse', en: 'the minutes await your approval' },
        })),
      };
    }),
  );
}

/** Owners of actions that are due within three days. Of a closed item the mail says no more than that. */
async function actionsDue(db: Db, today: string): Promise<LetterEvent[]> {
  const rows = await actionRows(db)
    .where('a.status', '=', 'open')
    .where('a.owner_id', 'is not', null)
    .where('a.due_on', '>=', today)
    .where('a.due_on', '<=', plusDays(today, daysBefore.actions))
    .orderBy('a.due_on')
    .orderBy('a.id')
    .limit(most)
    .execute();
  return rows.map((row) => {
    const due = row.due_on as string;
    return {
      kind: 'action-due',
      key: `action-due:${row.id}:${due}`,
      about: `/meetings/${row.number}`,
      values: { da: actionValues(row, due, 'da'), en: actionValues(row, due, 'en') },
      notice: false,
      neededBy: startOf(plusDays(due, 1)),
      told: [
        {
          personId: row.owner_id as string,
          why: { da: 'opgaven er din', en: 'the action is yours' },
        },
      ],
    };
  });
}

const actionRows = (db: Db) =>
  db
    .selectFrom('actions as a')
    .innerJoin('agenda_items as i', 'i.id', 'a.item_id')
    .innerJoin('meetings as m', 'm.id', 'i.meeting_id')
    .innerJoin('bodies as b', 'b.id', 'a.body_id')
    .select(['a.id', 'a.task', 'a.due_on', 'a.owner_id', 'i.closed_ground', 'm.number', 'm.kind', 'm.title'])
    .select(['m.starts_at', 'b.name as body', 'b.kind as body_kind']);

/** What a mail about an action is filled in with; of one from a closed item no more than that it is one. */
function actionValues(
  row: Awaited<ReturnType<ReturnType<typeof actionRows>['executeTakeFirstOrThrow']>>,
  due: string,
  lang: Language,
): Values {
  return {
    body: row.body,
    deadline: formatDate(due, lang),
    meeting: meetingTitle(
      {
        kind: row.kind,
        title: row.title,
        startsAt: row.starts_at,
        body: { kind: row.body_kind, name: row.body },
      },
      lang,
    ),
    task:
      row.closed_ground === null
        ? row.task
        : lang === 'da'
          ? 'opgave fra et lukket punkt'
          : 'action from a closed item',
  };
}

/** The action that is due last, as its owner is reminded of it: for the preview of the text. */
export async function latestActionTold(db: Db): Promise<Told | null> {
  const row = await actionRows(db)
    .where('a.due_on', 'is not', null)
    .orderBy('a.due_on', 'desc')
    .orderBy('a.id')
    .limit(1)
    .executeTakeFirst();
  if (row?.due_on == null) return null;
  const { due_on: due } = row;
  return {
    about: `/meetings/${row.number}`,
    values: { da: actionValues(row, due, 'da'), en: actionValues(row, due, 'en') },
  };
}
