import { newId } from '../../src/lib/id.ts';
import type { TestCommunity } from '../community.ts';

/** Meetings of a group that are over, and how far their minutes are. */
export interface MinutesFixture {
  /** Held, and nothing sent round; with an item and an open action of the member there. */
  readonly held: string;
  readonly heldItem: string;
  readonly action: string;
  /** A draft is with those called; with a remark on it. */
  readonly drafted: string;
  readonly remark: string;
  /** Approved, not published. */
  readonly approvedMinutes: string;
}

const at = '2026-01-06T09:00:00Z';
const minutes = { items: [] };

/** Three meetings of the steering group with its chair and one member called, each further than the one before. */
export async function makeMinutes(c: TestCommunity, steering: string): Promise<MinutesFixture> {
  const { db } = c.app;
  const meeting = async (status: string): Promise<string> => {
    const id = newId();
    await db
      .insertInto('meetings')
      .values({
        id,
        body_id: steering,
        kind: 'ordinary',
        starts_at: at,
        ends_at: '2026-01-06T10:00:00Z',
        opened_at: at,
        closed_at: '2026-01-06T10:00:00Z',
        status,
        edition: '2016',
        called_by: c.people.projectManager,
        called_at: at,
      })
      .execute();
    await db
      .insertInto('attendances')
      .values(
        (['steeringChair', 'board1'] as const).map((person) => ({
          id: newId(),
          meeting_id: id,
          person_id: c.people[person],
          role: person === 'board1' ? 'member' : 'chair',
          voting: true,
          recorded_at: at,
        })),
      )
      .execute();
    return id;
  };
  const version = (meeting_id: string, approved: boolean) =>
    db
      .insertInto('minutes_versions')
      .values({
        meeting_id,
        version: 1,
        status: approved ? 'approved' : 'draft',
        content: JSON.stringify(minutes),
        made_at: at,
        ...(approved ? { approved_at: at, approved_by: c.people.steeringChair } : {}),
      })
      .execute();
  const ids = {
    held: await meeting('minutes-draft'),
    heldItem: newId(),
    action: newId(),
    drafted: await meeting('minutes-draft'),
    remark: newId(),
    approvedMinutes: await meeting('approved'),
  };
  await db
    .insertInto('agenda_items')
    .values({
      id: ids.heldItem,
      meeting_id: ids.held,
      number: 1,
      position: 1,
      kind: 'discussion',
      source: 'own',
      source_key: `own:${ids.heldItem}`,
      title: 'Hvad nu?',
      because: JSON.stringify({ da: 'Tilføjet til dagsordenen.', en: 'Added to the agenda.' }),
      added_at: at,
    })
    .execute();
  await db
    .insertInto('actions')
    .values({
      id: ids.action,
      body_id: steering,
      item_id: ids.heldItem,
      task: 'Ring til leverandøren',
      owner_id: c.people.member,
      status: 'open',
      recorded_at: at,
    })
    .execute();
  await version(ids.drafted, false);
  await version(ids.approvedMinutes, true);
  await db
    .insertInto('minutes_remarks')
    .values({
      id: ids.remark,
      meeting_id: ids.drafted,
      version: 1,
      person_id: c.people.board1,
      remark: 'Vi blev enige om mere end det',
      written_at: at,
    })
    .execute();
  return ids;
}
