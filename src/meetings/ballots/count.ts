import { randomInt } from 'node:crypto';
import {
  countElection,
  countResolution,
  electionTallyOf,
  tallyOf,
  type ElectionTally,
  type ElectorVote,
  type ResolutionKey,
  type Tally,
} from '../../../rulebook/ballot.ts';
import { allAlike, whatHappened, whoWasElected } from '../../../rulebook/ballot-sentences.ts';
import type { Titled } from '../../../rulebook/titles.ts';
import type { App } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { titledUnder } from '../../rules/community.ts';
import type { Meeting } from '../load.ts';
import { notifyMeeting } from '../live/notify.ts';
import { ruleOf, type Ballot, type BallotResult } from './ballot.ts';
import { readKey } from './keys.ts';
import { unseal } from './seal.ts';

/** Votes counted in the room and entered: how many for each choice, and how the chair voted where that is known. */
export interface RoomCount {
  readonly counts: Readonly<Record<string, number>>;
  readonly chair: ResolutionKey | null;
}

export interface Choice {
  readonly key: string;
  readonly position: number;
  readonly label: string;
  /** Where it stands for a candidate for a seat: the organisation; what visitors are told instead of the name. */
  readonly candidacy: string | null;
  readonly organisation: string | null;
}

/** Why the votes of a secret box cannot be counted: its key is gone, or an envelope is not as it was. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

/** Picks one of so many with the chance of the operating system. */
const draw = (among: number): number => randomInt(among);

/** What an envelope belongs to: this voter in this box, so that it counts nowhere else. */
export const envelopeLabel = (ballotId: string, electorId: string): string => `${ballotId}:${electorId}`;

export const choicesOf = (tx: Tx | App['db'], ballotId: string): Promise<Choice[]> =>
  tx
    .selectFrom('ballot_choices as c')
    .leftJoin('candidacies as k', 'k.id', 'c.candidacy_id')
    .leftJoin('organisations as o', 'o.id', 'k.organisation_id')
    .select(['c.key', 'c.position', 'c.label', 'c.candidacy_id as candidacy', 'o.name as organisation'])
    .where('c.ballot_id', '=', ballotId)
    .orderBy('c.position')
    .execute();

/** Votes of a box that were cast in Fælled, opened where they are sealed. Who cast which goes no further than this. */
async function castVotes(
  app: Pick<App, 'config'>,
  tx: Tx,
  ballot: Ballot,
  choices: readonly Choice[],
): Promise<readonly ElectorVote[]> {
  const rows = await tx
    .selectFrom('ballot_electors')
    .select(['id', 'weight', 'casting', 'recused', 'has_voted', 'choices', 'sealed'])
    .where('ballot_id', '=', ballot.id)
    .execute();
  const key = ballot.form === 'secret' ? await readKey(app, ballot.id) : null;
  if (ballot.form === 'secret' && key === null) throw new CannotOpen('the key of the box is gone');
  const opened = (row: (typeof rows)[number]): readonly string[] => {
    if (key === null || row.sealed === null) throw new CannotOpen('an envelope is missing');
    try {
      const places = unseal(key, envelopeLabel(ballot.id, row.id), row.sealed);
      return choices.filter(({ position }) => places.includes(position)).map((choice) => choice.key);
    } catch (error) {
      throw new CannotOpen('an envelope is not as it was', { cause: error });
    }
  };
  return rows.map((row) => ({
    weight: row.weight,
    // In a secret vote nobody looks for the chair's: a tie that it decided would tell how the chair voted.
    casting: row.casting && ballot.form !== 'secret',
    recused: row.recused,
    choices: row.has_voted
      ? ballot.form === 'secret'
        ? opened(row)
        : (row.choices as unknown as readonly string[])
      : null,
  }));
}

/** Who may vote, where the numbers come from the room. */
async function roomTurnout(tx: Tx, ballot: Ballot): Promise<number> {
  const { n } = await tx
    .selectFrom('ballot_electors')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('ballot_id', '=', ballot.id)
    .where('recused', '=', false)
    .executeTakeFirstOrThrow();
  return Number(n);
}

interface Counted {
  readonly result: BallotResult;
  /** People who chose each key, and the weight of their votes. */
  readonly sums: ReadonlyMap<string, { readonly people: number; readonly weight: number }>;
}

function countCast(
  titled: Titled,
  ballot: Ballot,
  choices: readonly Choice[],
  votes: readonly ElectorVote[],
): Counted {
  const chosen = votes.filter((vote) => !vote.recused && vote.choices !== null);
  const sums = new Map(
    choices.map(({ key }) => {
      const its = chosen.filter((vote) => vote.choices?.includes(key));
      return [key, { people: its.length, weight: its.reduce((sum, { weight }) => sum + weight, 0) }];
    }),
  );
  const alike =
    ballot.form === 'secret' &&
    allAlike(
      [...sums.values()].map(({ people }) => people),
      chosen.length,
    );
  const result =
    ballot.purpose === 'election'
      ? electionResult(titled, ballot, choices, electionTallyOf(candidatesOf(choices), votes), alike)
      : resolutionResult(titled, ballot, tallyOf(votes), alike);
  return { result, sums };
}

const candidatesOf = (choices: readonly Choice[]): readonly string[] =>
  choices.flatMap(({ key }) => (key === 'blank' ? [] : [key]));

function countRoom(
  titled: Titled,
  ballot: Ballot,
  choices: readonly Choice[],
  entitled: number,
  room: RoomCount,
): Counted {
  const of = (key: string) => room.counts[key] ?? 0;
  const sums = new Map(choices.map(({ key }) => [key, { people: of(key), weight: of(key) }]));
  const voted = choices.reduce((sum, { key }) => sum + of(key), 0);
  if (ballot.purpose === 'election') {
    const tally: ElectionTally = {
      votes: Object.fromEntries(candidatesOf(choices).map((key) => [key, of(key)])),
      blank: of('blank'),
      entitled,
      voted: Math.min(entitled, voted),
      chair: null,
    };
    return { result: electionResult(titled, ballot, choices, tally, false), sums };
  }
  const tally: Tally = {
    for: of('for'),
    against: of('against'),
    abstaining: of('abstaining'),
    entitledWeight: entitled,
    entitled,
    voted,
    chair: room.chair,
  };
  return { result: resolutionResult(titled, ballot, tally, false), sums };
}

function resolutionResult(titled: Titled, ballot: Ballot, tally: Tally, alike: boolean): BallotResult {
  const rule = ruleOf(ballot);
  const counted = countResolution(rule, tally, draw);
  return { kind: 'resolution', ...counted, says: whatHappened(titled, rule, counted), alike };
}

function electionResult(
  titled: Titled,
  ballot: Ballot,
  choices: readonly Choice[],
  tally: ElectionTally,
  alike: boolean,
): BallotResult {
  const rule = ruleOf(ballot);
  const counted = countElection(rule, ballot.seats_to_fill ?? 1, tally, draw);
  const nameOf = (key: string) => choices.find((choice) => choice.key === key)?.label ?? key;
  const seats = choices.some((choice) => choice.candidacy !== null);
  const unnamed = (key: string) => choices.find((choice) => choice.key === key)?.organisation ?? '–';
  return {
    kind: 'election',
    ...counted,
    says: whoWasElected(titled, rule, counted, nameOf),
    ...(seats ? { unnamed: whoWasElected(titled, rule, counted, unnamed) } : {}),
    alike,
  };
}

/**
 * Counts a locked box and closes it: sums and result are written and the envelopes of a secret one go, in this
 * transaction. The caller throws the key away once it stands.
 * @param room the numbers, where they were counted in the room
 * @throws CannotOpen when a secret box can never be counted
 */
export async function countAndClose(
  app: Pick<App, 'config'>,
  tx: Tx,
  ballot: Ballot,
  by: {
    readonly personId: string | null;
    readonly now: string;
    readonly meeting: Pick<Meeting, 'id' | 'edition'>;
  },
  room: RoomCount | null = null,
): Promise<BallotResult> {
  const titled = titledUnder(by.meeting.edition);
  const choices = await choicesOf(tx, ballot.id);
  const { result, sums } =
    room === null
      ? countCast(titled, ballot, choices, await castVotes(app, tx, ballot, choices))
      : countRoom(titled, ballot, choices, await roomTurnout(tx, ballot), room);
  for (const [key, { people, weight }] of sums)
    await tx
      .updateTable('ballot_choices')
      .set({ counted: people, weight_counted: weight })
      .where('ballot_id', '=', ballot.id)
      .where('key', '=', key)
      .execute();
  if (ballot.form === 'secret')
    await tx
      .updateTable('ballot_electors')
      .set({ sealed: null })
      .where('ballot_id', '=', ballot.id)
      .execute();
  await tx
    .updateTable('ballots')
    .set({ closed_at: by.now, closed_by: by.personId, result: JSON.stringify(result) })
    .where('id', '=', ballot.id)
    .execute();
  await notifyMeeting(tx, by.meeting.id);
  return result;
}
