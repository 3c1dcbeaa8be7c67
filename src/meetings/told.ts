import { titledUnder } from '../rules/community.ts';
import { outcomes, type Language, type Outcome, type Text } from '../../rulebook/vocabulary.ts';
import { calendarOf } from '../calendar/ics.ts';
import { entryOf } from '../calendar/queries.ts';
import type { Db } from '../db/client.ts';
import { capital } from '../lib/capital.ts';
import { dateIn, startOf, timeIn } from '../lib/time.ts';
import type { Values } from '../letters/fill.ts';
import type { LetterEvent } from '../letters/letter.ts';
import { formatDate, formatTime } from '../web/format.ts';
import { whoIsCalled, type Attendance } from './attendance-queries.ts';
import type { Item, Meeting } from './load.ts';
import { attendanceTitle, meetingTitle } from './meeting.ts';
import { presencesOf } from './presence-queries.ts';
import { changeMarks } from './sent.ts';
import { changesSinceSent, itemsToSend } from './versions.ts';

type Both<T> = Readonly<Record<Language, T>>;
const both = <T>(of: (lang: Language) => T): Both<T> => ({ da: of('da'), en: of('en') });

/** `2. december 2026 kl. 10.00–12.00`; both ends in full for what lasts several days. */
export function spanText(starts: string, ends: string, lang: Language): string {
  const day = (at: string) => dateIn(Temporal.Instant.from(at));
  const until = lang === 'da' ? timeIn(ends).replace(':', '.') : timeIn(ends);
  return day(starts) === day(ends)
    ? `${formatTime(starts, lang)}–${until}`
    : `${formatTime(starts, lang)} – ${formatTime(ends, lang)}`;
}

export const itemLine = (
  item: {
    readonly number: number;
    readonly title: string;
    readonly titleEn: string | null;
    readonly closedGround: string | null;
  },
  lang: Language,
): string =>
  item.closedGround !== null
    ? `${item.number}. ${lang === 'da' ? 'Lukket punkt' : 'Closed item'} (${item.closedGround})`
    : `${item.number}. ${lang === 'en' ? (item.titleEn ?? item.title) : item.title}`;

/**
 * The agenda as a mail lists it. Of a closed item nothing but number and ground, for everybody: mails are forwarded.
 */
export async function agendaText(db: Db, meetingId: string): Promise<Both<string>> {
  const items = await db
    .selectFrom('agenda_items')
    .select(['number', 'title', 'title_en as titleEn', 'closed_ground as closedGround'])
    .where('meeting_id', '=', meetingId)
    .where('status', '<>', 'removed')
    .orderBy('position')
    .orderBy('number')
    .limit(300)
    .execute();
  return both((lang) => items.map((item) => itemLine(item, lang)).join('\n'));
}

const nameOf = (meeting: Meeting, lang: Language): string =>
  meetingTitle(
    { kind: meeting.kind, title: meeting.title, startsAt: meeting.starts_at, body: meeting.body },
    lang,
  );

/** What every mail about a meeting can be filled in with. */
export function valuesOf(meeting: Meeting, more: (lang: Language) => Values = () => ({})): Both<Values> {
  return both((lang) => ({
    body: meeting.body.name,
    meeting: nameOf(meeting, lang),
    when: spanText(meeting.starts_at, meeting.ends_at, lang),
    where: [meeting.place, meeting.online_url].filter((part) => part).join(', '),
    ...more(lang),
  }));
}

const whyCalled = ({ role }: Pick<Attendance, 'role'>, { edition, body }: Meeting): Text => {
  const title = attendanceTitle(titledUnder(edition), role);
  return {
    da: `du er indkaldt som ${title.da} (${body.name})`,
    en: `you are called as ${title.en} (${body.name})`,
  };
};

/** Those called who are persons of Fælled, and why each is written to. */
async function calledTo(db: Db, meeting: Meeting, only: (one: Attendance) => boolean = () => true) {
  const called = await whoIsCalled(db, meeting);
  return called.flatMap((one) =>
    one.person === null || !only(one) ? [] : [{ personId: one.person.id, why: whyCalled(one, meeting) }],
  );
}

/** The statutes ask for the call to a general assembly and for its papers; nobody can turn those off (V5, V8). */
const isNotice = (meeting: Meeting): boolean => meeting.body.kind === 'general-assembly';

const calendarFile = (meeting: Meeting, site: string, method: 'PUBLISH' | 'CANCEL'): Both<string> =>
  both((lang) => {
    const row = { ...meeting, body_kind: meeting.body.kind, body_name: meeting.body.name };
    const entry = entryOf(row, true, lang, site);
    return calendarOf([entry], { name: entry.title, lang, site, method });
  });

const about = (meeting: Meeting) => ({
  about: `/meetings/${meeting.number}`,
  notice: isNotice(meeting),
});

/** The call to a meeting, with its calendar file. Those called before are not called again. */
export async function callEvent(db: Db, meeting: Meeting, site: string): Promise<LetterEvent> {
  return {
    ...about(meeting),
    kind: 'meeting-called',
    key: `meeting-called:${meeting.id}`,
    values: valuesOf(meeting, (lang) =>
      meeting.papers_due_on === null ? {} : { deadline: formatDate(meeting.papers_due_on, lang) },
    ),
    neededBy: meeting.starts_at,
    calendar: calendarFile(meeting, site, 'PUBLISH'),
    told: await calledTo(db, meeting),
  };
}

/** Whether anybody has been called by mail: only then is there somebody to tell of changes. */
export async function hasCalled(db: Db, meeting: Meeting): Promise<boolean> {
  const row = await db
    .selectFrom('letters')
    .select('id')
    .where('about', '=', `/meetings/${meeting.number}`)
    .where('kind', 'in', ['meeting-called', 'agenda-sent', 'written-opened'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * A meeting that is about to be moved or renamed, as it will be. Nothing where what people were told stays as it is.
 */
export async function changeEvent(
  db: Db,
  before: Meeting,
  change: Partial<Pick<Meeting, 'starts_at' | 'ends_at' | 'place' | 'online_url' | 'title'>>,
  site: string,
): Promise<LetterEvent | null> {
  const after = { ...before, ...change };
  const changes = both((lang) => changesBetween(before, after, lang).join('\n'));
  if (changes.da === '' || !(await hasCalled(db, before))) return null;
  const sequence = before.sequence + 1;
  return {
    ...about(after),
    kind: 'meeting-changed',
    key: `meeting-changed:${before.id}:${sequence}`,
    values: valuesOf(after, (lang) => ({ changes: changes[lang] })),
    neededBy: earlier(before.starts_at, after.starts_at),
    calendar: calendarFile({ ...after, sequence }, site, 'PUBLISH'),
    told: await calledTo(db, after),
  };
}

const earlier = (one: string, other: string): string => (one < other ? one : other);

function changesBetween(before: Meeting, after: Meeting, lang: Language): string[] {
  const w =
    lang === 'da'
      ? { at: 'Tid', place: 'Sted', name: 'Navn', none: 'intet' }
      : { at: 'Time', place: 'Place', name: 'Name', none: 'none' };
  const pairs = [
    [w.at, spanText(before.starts_at, before.ends_at, lang), spanText(after.starts_at, after.ends_at, lang)],
    [w.place, placeOf(before), placeOf(after)],
    [w.name, before.title, after.title],
  ] as const;
  return pairs.flatMap(([what, was, is]) =>
    was === is ? [] : [`- ${what}: ${is || w.none} (${lang === 'da' ? 'før' : 'was'}: ${was || w.none})`],
  );
}

const placeOf = (meeting: Meeting): string =>
  [meeting.place, meeting.online_url].filter((part) => part).join(', ');

/** A meeting that is about to be cancelled: its calendar file takes it out of people's calendars. */
export async function cancelEvent(
  db: Db,
  meeting: Meeting,
  reason: string,
  site: string,
): Promise<LetterEvent | null> {
  if (!(await hasCalled(db, meeting))) return null;
  const cancelled = { ...meeting, status: 'cancelled' as const, sequence: meeting.sequence + 1 };
  return {
    ...about(meeting),
    kind: 'meeting-cancelled',
    key: `meeting-cancelled:${meeting.id}`,
    values: valuesOf(meeting, () => ({ reason })),
    neededBy: meeting.ends_at,
    calendar: calendarFile(cancelled, site, 'CANCEL'),
    told: await calledTo(db, meeting),
  };
}

/** What has changed since the agenda was sent, a line for each item; of a closed one its number and ground alone. */
export async function agendaChanges(db: Db, meetingId: string): Promise<Both<string>> {
  const { marks } = await changesSinceSent(db, meetingId);
  const items = marks.size > 0 ? await itemsToSend(db, meetingId) : [];
  return both((lang) =>
    items
      .flatMap((item) => {
        const mark = marks.get(item.id);
        return mark ? [`- ${itemLine(item, lang)} (${changeMarks[mark][lang]})`] : [];
      })
      .join('\n'),
  );
}

/** The attendances of those who are in a meeting now. */
async function whoIsHere(db: Db, meetingId: string): Promise<ReadonlySet<string | null>> {
  const presences = await presencesOf(db, meetingId);
  return new Set(presences.flatMap(({ attendance, to }) => (to === null ? [attendance] : [])));
}

/**
 * The agenda that is about to be sent, as its first version or the next; of a written procedure, that it is open.
 * @param version the number it will have
 */
export async function agendaEvent(db: Db, meeting: Meeting, version: number): Promise<LetterEvent> {
  const agenda = await agendaText(db, meeting.id);
  const changes = await agendaChanges(db, meeting.id);
  const written = meeting.kind === 'written';
  const kind = version > 1 ? 'agenda-changed' : written ? 'written-opened' : 'agenda-sent';
  const here = meeting.status === 'running' ? await whoIsHere(db, meeting.id) : new Set();
  return {
    ...about(meeting),
    kind,
    key: `${kind}:${meeting.id}:${version}`,
    values: valuesOf(meeting, (lang) => ({
      agenda: agenda[lang],
      changes: changes[lang],
      ...(written ? { deadline: formatTime(meeting.ends_at, lang) } : {}),
    })),
    neededBy: written ? meeting.ends_at : meeting.starts_at,
    // Those who sit in the meeting see the change there.
    told: await calledTo(db, meeting, (one) => (!written || one.voting) && !here.has(one.id)),
  };
}

/** Draft minutes that are about to be sent round, with the last day for remarks (`2026-12-01`). */
export async function minutesDraftEvent(
  db: Db,
  meeting: Meeting,
  version: number,
  remarksUntil: string | null,
): Promise<LetterEvent> {
  return {
    ...about(meeting),
    notice: false,
    kind: 'minutes-draft',
    key: `minutes-draft:${meeting.id}:${version}`,
    values: valuesOf(meeting, (lang) =>
      remarksUntil === null ? {} : { deadline: formatDate(remarksUntil, lang) },
    ),
    neededBy: remarksUntil === null ? null : startOf(remarksUntil),
    told: await calledTo(db, meeting, (one) => one.role !== 'guest'),
  };
}

/** Minutes that are about to be published. */
export async function minutesPublishedEvent(db: Db, meeting: Meeting, version: number): Promise<LetterEvent> {
  return {
    ...about(meeting),
    notice: false,
    kind: 'minutes-published',
    key: `minutes-published:${meeting.id}:${version}`,
    values: valuesOf(meeting),
    neededBy: null,
    told: await calledTo(db, meeting),
  };
}

/** A reminder of a meeting to those called who have not sent apologies; the agenda goes with it unless told otherwise. */
export async function reminderEvent(
  db: Db,
  meeting: Meeting,
  kind: 'meeting-tomorrow' | 'papers-due' | 'written-closing' | 'minutes-closing',
  more?: (lang: Language) => Values,
): Promise<LetterEvent> {
  const agenda = more ? null : await agendaText(db, meeting.id);
  return {
    ...about(meeting),
    notice: false,
    kind,
    key: `${kind}:${meeting.id}`,
    values: valuesOf(meeting, more ?? ((lang) => ({ agenda: agenda?.[lang] ?? '' }))),
    neededBy: meeting.starts_at,
    told: await calledTo(db, meeting, (one) => one.apologiesAt === null),
  };
}

interface Decided {
  readonly outcome: Outcome;
  readonly reason: string;
}

/** What a mail about a corrected decision is filled in with. Of a closed item it is never asked. */
export const correctionValues = (
  meeting: Meeting,
  item: Pick<Item, 'number' | 'title' | 'title_en'>,
  { outcome, reason }: Decided,
): Both<Values> =>
  valuesOf(meeting, (lang) => ({
    item:
      lang === 'da'
        ? `punkt ${item.number}: ${item.title}`
        : `item ${item.number}: ${item.title_en ?? item.title}`,
    outcome: capital(outcomes[outcome][lang]),
    reason,
  }));

/**
 * A decision on an item that is about to be corrected: those called are told, but not the one who corrects it. Nothing
 * of what was decided behind closed doors goes into a mail.
 * @param earlier the decision that is corrected; one is corrected once, and so written of once
 */
export async function correctionEvent(
  db: Db,
  { meeting, item, earlier }: { readonly meeting: Meeting; readonly item: Item; readonly earlier: string },
  decided: Decided,
  correctedBy: string | null,
): Promise<LetterEvent | null> {
  if (item.closed_ground !== null) return null;
  const called = await calledTo(db, meeting, (one) => one.role !== 'guest');
  return {
    kind: 'decision-corrected',
    key: `decision-corrected:${earlier}`,
    about: `/meetings/${meeting.number}/items/${item.number}`,
    values: correctionValues(meeting, item, decided),
    notice: false,
    neededBy: null,
    told: called.filter(({ personId }) => personId !== correctedBy),
  };
}
