import type { Db, Tx } from '../../db/client.ts';
import { notFound } from '../../deeds/failure.ts';
import type { Actor } from '../../people/actor.ts';
import { meetingTitle } from '../meeting.ts';
import { aboutMeeting, meetingBy, type Meeting } from '../load.ts';
import { minutesFacts } from './facts.ts';
import { minutesOf } from './minutes.ts';
import type { MinutesStanding } from './standing.ts';
import { minutesWords } from './words.ts';

/** The newest version of a meeting's minutes; null before the first. */
export async function newestVersion(
  db: Db,
  meetingId: string,
): Promise<{
  readonly version: number;
  readonly status: MinutesStanding['status'];
  readonly publishedAt: string | null;
} | null> {
  const row = await db
    .selectFrom('minutes_versions')
    .select(['version', 'status', 'published_at as publishedAt'])
    .where('meeting_id', '=', meetingId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, status: row.status as MinutesStanding['status'] } : null;
}

/** Derives the minutes anew and keeps them as the next version, a draft. The meeting is locked. */
export async function addVersion(
  tx: Tx,
  meeting: Meeting,
  more: {
    readonly remarksUntil: string;
    readonly because: string | null;
    readonly actor: Actor;
    readonly now: string;
  },
): Promise<number> {
  const version = ((await newestVersion(tx, meeting.id))?.version ?? 0) + 1;
  await tx
    .insertInto('minutes_versions')
    .values({
      meeting_id: meeting.id,
      version,
      status: 'draft',
      content: JSON.stringify(minutesOf(await minutesFacts(tx, meeting))),
      remarks_until: more.remarksUntil,
      corrects_because: more.because,
      made_by: more.actor.id,
      made_at: more.now,
    })
    .execute();
  return version;
}

/**
 * The minutes of a meeting are approved: kept as they are for good. The first approval moves the meeting on; a
 * correction leaves it where it is.
 */
export async function approveVersion(
  tx: Tx,
  meeting: Pick<Meeting, 'id' | 'status'>,
  version: number,
  approved: { readonly by: string; readonly now: string },
): Promise<void> {
  await tx
    .updateTable('minutes_versions')
    .set({ status: 'approved', approved_at: approved.now, approved_by: approved.by })
    .where('meeting_id', '=', meeting.id)
    .where('version', '=', version)
    .execute();
  if (meeting.status === 'minutes-draft')
    await tx.updateTable('meetings').set({ status: 'approved' }).where('id', '=', meeting.id).execute();
}

/** A remark by id. @throws Failure `not-found` */
export async function remarkBy(db: Db, id: string) {
  const row = await db.selectFrom('minutes_remarks').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound({ da: 'Bemærkningen', en: 'remark' });
  return row;
}

/** The page of a meeting's minutes, to which their forms lead back. */
export async function aboutMinutes(db: Db, idOrNumber: string) {
  const meeting = await meetingBy(db, idOrNumber);
  const { href } = await aboutMeeting(db, idOrNumber);
  const named = { kind: meeting.kind, title: meeting.title, startsAt: meeting.starts_at, body: meeting.body };
  return {
    href: `${href}/minutes`,
    label: {
      da: minutesWords('da').minutesOf(meetingTitle(named, 'da')),
      en: minutesWords('en').minutesOf(meetingTitle(named, 'en')),
    },
  };
}
