import { newId } from '../src/lib/id.ts';
import type { Person, TestCommunity } from './community.ts';

export interface MeetingSetUp {
  /** The board unless something else is said. */
  readonly body?: string;
  readonly kind?: 'ordinary' | 'written';
  readonly status?: 'sent' | 'running' | 'minutes-draft';
  readonly endsAt?: string;
  /** Who is called with a vote, and who of them is there; the chair is the one called so. */
  readonly called?: readonly Person[];
  readonly present?: readonly Person[];
  /** Called without a vote, and there. */
  readonly withoutVote?: readonly Person[];
}

export interface ItemSetUp {
  readonly kind?: 'information' | 'discussion' | 'decision';
  readonly title?: string;
  readonly caseId?: string;
  readonly closedGround?: string;
  readonly sourceKey?: string;
}

export interface MadeMeeting {
  readonly id: string;
  readonly number: number;
  /** Adds an item and answers with its id. */
  item(setUp?: ItemSetUp): Promise<string>;
}

const board: readonly Person[] = ['chair', 'board1', 'board2', 'board3', 'board4'];

/** A meeting of the test community made by hand: under way, with the people asked for there. */
export async function makeMeeting(c: TestCommunity, setUp: MeetingSetUp = {}): Promise<MadeMeeting> {
  const { db } = c.app;
  const now = c.app.clock();
  const at = now.toString();
  const status = setUp.status ?? 'running';
  const row = {
    id: newId(),
    body_id: setUp.body ?? c.bodies.board,
    kind: setUp.kind ?? 'ordinary',
    title: '',
    starts_at: now.subtract({ hours: 1 }).toString(),
    ends_at: setUp.endsAt ?? now.add({ hours: 2 }).toString(),
    status,
    opened_at: status === 'sent' ? null : at,
    closed_at: status === 'minutes-draft' ? at : null,
    edition: '2025',
    called_at: at,
  };
  const { number } = await db
    .insertInto('meetings')
    .values(row)
    .returning('number')
    .executeTakeFirstOrThrow();
  const called = setUp.called ?? board;
  const there = new Set(
    [...(setUp.present ?? called), ...(setUp.withoutVote ?? [])].map((person) => c.people[person]),
  );
  const attendances = [...called, ...(setUp.withoutVote ?? [])].map((person) => ({
    id: newId(),
    meeting_id: row.id,
    person_id: c.people[person],
    role:
      person === 'chair' || person === 'steeringChair'
        ? 'chair'
        : called.includes(person)
          ? 'member'
          : 'staff',
    voting: called.includes(person),
    recorded_at: at,
  }));
  if (attendances.length > 0) {
    await db.insertInto('attendances').values(attendances).execute();
    const presences = attendances
      .filter((each) => setUp.kind !== 'written' && there.has(each.person_id))
      .map(({ id }) => ({ id: newId(), attendance_id: id, from_at: row.starts_at }));
    if (presences.length > 0) await db.insertInto('presences').values(presences).execute();
  }
  let items = 0;
  return {
    id: row.id,
    number,
    item: async ({ kind = 'decision', title = 'Nyt mødelokale', caseId, closedGround, sourceKey } = {}) => {
      const id = newId();
      items += 1;
      await db
        .insertInto('agenda_items')
        .values({
          id,
          meeting_id: row.id,
          number: items,
          position: items,
          kind,
          source: caseId ? 'case' : 'own',
          source_key: sourceKey ?? (caseId ? `case:${caseId}` : `own:${id}`),
          title,
          because: JSON.stringify({ da: 'Prøve', en: 'Test' }),
          case_id: caseId ?? null,
          closed_ground: closedGround ?? null,
          status: 'open',
          added_at: at,
        })
        .execute();
      return id;
    },
  };
}
