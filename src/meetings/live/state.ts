import { sql } from 'kysely';
import type { Text } from '../../../rulebook/vocabulary.ts';
import type { Db } from '../../db/client.ts';
import type { Actor } from '../../people/actor.ts';
import { electorateOf, quorumOf } from '../ballots/electorate.ts';
import { ballotsFor } from '../ballots/queries.ts';
import { rulesOf } from '../ballots/rule.ts';
import { meetingBy } from '../load.ts';
import { itemsFor } from '../openness.ts';

/** What a page follows: sentences by the name of their place, and a mark that changes when the page should be read anew. */
export interface LiveState {
  readonly da: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
  readonly shape: string;
}

/**
 * How a meeting stands now, for a reader: who is there as numbers, quorum, how many have voted in each box and how closed
 * ones ended, how many items are settled. Never how anybody votes, and nothing of what is closed to the reader.
 */
export async function liveState(db: Db, meetingId: string, actor: Actor | null): Promise<LiveState> {
  const meeting = await meetingBy(db, meetingId);
  const [{ electors, seats }, boxes, items] = await Promise.all([
    electorateOf(db, meeting, []),
    ballotsFor(db, { meetingId }, actor),
    itemsFor(db, actor)
      .select([
        sql<number>`count(*)::int`.as('all'),
        sql<number>`(count(*) filter (where i.status in ('settled', 'left')))::int`.as('settled'),
        sql<string>`coalesce(string_agg(i.number || i.status, ',' order by i.number), '')`.as('shape'),
      ])
      .where('i.meeting_id', '=', meetingId)
      .where('i.status', '<>', 'removed')
      .executeTakeFirstOrThrow(),
  ]);
  const texts: readonly (readonly [string, Text])[] = [
    ['present', presence(electors.length, seats, quorumOf(rulesOf(meeting), seats))],
    [
      'settled',
      {
        da: `${items.settled} af ${items.all} punkter er behandlet.`,
        en: `${items.settled} of ${items.all} items are settled.`,
      },
    ],
    ...boxes.map(({ ballot, says }) => [`ballot-${ballot.id}`, says] as const),
  ];
  return {
    da: Object.fromEntries(texts.map(([name, text]) => [name, text.da])),
    en: Object.fromEntries(texts.map(([name, text]) => [name, text.en])),
    shape: [
      meeting.status,
      items.shape,
      ...boxes.map(({ ballot }) => `${ballot.id.slice(-8)}${ballot.closed_at === null ? 'o' : 'c'}`),
    ].join(' '),
  };
}

/** Who is there, and whether it is enough. */
export function presence(present: number, seats: number, quorum: number): Text {
  const there = {
    da: `${present} af ${seats} stemmer er til stede`,
    en: `${present} of ${seats} votes are present`,
  };
  if (quorum === 0) return { da: `${there.da}.`, en: `${there.en}.` };
  return present >= quorum
    ? { da: `${there.da}; det er nok til at beslutte.`, en: `${there.en}; that is enough to decide.` }
    : {
        da: `${there.da}; der skal ${quorum} til, før der kan besluttes.`,
        en: `${there.en}; it takes ${quorum} to decide.`,
      };
}
