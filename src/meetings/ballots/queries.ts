import { secrecyAtRisk, secrecyLost } from '../../../rulebook/ballot-sentences.ts';
import type { Titled } from '../../../rulebook/titles.ts';
import type { Text } from '../../../rulebook/vocabulary.ts';
import type { Db } from '../../db/client.ts';
import { notFound } from '../../deeds/failure.ts';
import { sha256 } from '../../lib/hash.ts';
import type { Actor } from '../../people/actor.ts';
import { titledUnder } from '../../rules/community.ts';
import { itemsFor } from '../openness.ts';
import { ballotOf, blank, choiceLabel, isCastHere, resultSays, takes, type Ballot } from './ballot.ts';

/** A choice of a box; counted once the box is closed. */
export interface ChoiceCount {
  readonly key: string;
  readonly label: Text;
  /** Weight of the votes for it; null before closing. */
  readonly counted: number | null;
}

/** A box as its page and operation show it. */
export interface BallotDetails {
  readonly ballot: Ballot;
  readonly item: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly closed: boolean;
  };
  readonly meeting: { readonly id: string; readonly number: number };
  readonly choices: readonly ChoiceCount[];
  readonly entitled: number;
  readonly voted: number;
  /** What it takes, or how it ended, in one sentence. */
  readonly says: Text;
  /** Where the count gives away how people voted. */
  readonly warning: Text | null;
  readonly mine: {
    readonly mayVote: boolean;
    readonly voted: boolean;
    readonly choices: readonly string[] | null;
  } | null;
  /** How each voted, in a closed vote by name; null to those who are not told people's names. */
  readonly votes:
    | readonly {
        readonly person: { readonly id: string; readonly name: string };
        readonly choices: readonly string[] | null;
      }[]
    | null;
}

const named = { da: 'Afstemningen', en: 'vote' };

/**
 * A box for a reader. One on an item that is closed to the reader is not there.
 * @throws Failure `not-found`
 */
export async function ballotFor(db: Db, id: string, actor: Actor | null): Promise<BallotDetails> {
  const row = await db.selectFrom('ballots').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound(named);
  const [details] = await detailsOf(db, [ballotOf(row)], actor);
  if (!details) throw notFound(named);
  return details;
}

/** The boxes of the items of a meeting, or of one item, in the order they were opened; closed ones only for those who may. */
export async function ballotsFor(
  db: Db,
  of: { readonly itemId: string } | { readonly meetingId: string; readonly underWay?: boolean },
  actor: Actor | null,
): Promise<readonly BallotDetails[]> {
  const rows = await db
    .selectFrom('ballots as b')
    .innerJoin('agenda_items as x', 'x.id', 'b.item_id')
    .selectAll('b')
    .$if('itemId' in of, (query) => query.where('b.item_id', '=', (of as { itemId: string }).itemId))
    .$if('meetingId' in of, (query) =>
      query.where('x.meeting_id', '=', (of as { meetingId: string }).meetingId),
    )
    .$if('underWay' in of, (query) => query.where('b.closed_at', 'is', null))
    .orderBy('b.opened_at')
    .orderBy('b.id')
    .limit(500)
    .execute();
  return detailsOf(db, rows.map(ballotOf), actor);
}

async function detailsOf(
  db: Db,
  ballots: readonly Ballot[],
  actor: Actor | null,
): Promise<readonly BallotDetails[]> {
  if (ballots.length === 0) return [];
  const ids = ballots.map((ballot) => ballot.id);
  const [items, choices, electors] = await Promise.all([
    itemsFor(db, actor)
      .innerJoin('meetings as mm', 'mm.id', 'i.meeting_id')
      .select([
        'i.id',
        'i.number',
        'i.title',
        'i.closed_ground',
        'i.meeting_id',
        'mm.number as meeting_number',
        'mm.edition',
      ])
      .where('i.id', 'in', [...new Set(ballots.map((ballot) => ballot.item_id))])
      .where('i.hidden', '=', false)
      .execute(),
    db
      .selectFrom('ballot_choices as c')
      .leftJoin('candidacies as k', 'k.id', 'c.candidacy_id')
      .leftJoin('organisations as o', 'o.id', 'k.organisation_id')
      .select([
        'c.ballot_id',
        'c.key',
        'c.label',
        'c.weight_counted',
        'c.candidacy_id',
        'o.name as organisation',
      ])
      .where('c.ballot_id', 'in', ids)
      .orderBy('c.position')
      .execute(),
    db
      .selectFrom('ballot_electors as e')
      .innerJoin('people as p', 'p.id', 'e.person_id')
      .select(['e.ballot_id', 'e.person_id', 'p.name', 'e.weight', 'e.recused', 'e.has_voted', 'e.choices'])
      .where('e.ballot_id', 'in', ids)
      .orderBy('p.name')
      .execute(),
  ]);
  const names = actor !== null && !actor.operator;
  return ballots.flatMap((ballot): BallotDetails[] => {
    const item = items.find((each) => each.id === ballot.item_id);
    if (!item) return [];
    const voters = electors.filter((each) => each.ballot_id === ballot.id && !each.recused);
    const own = choices.filter((each) => each.ballot_id === ballot.id);
    const closed = ballot.closed_at !== null;
    const counted = isCastHere(ballot.form)
      ? voters.filter((each) => each.has_voted).length
      : countedIn(ballot);
    const mine = voters.find((each) => each.person_id === actor?.id);
    const chosen = (voter: (typeof voters)[number]) => voter.choices as unknown as readonly string[] | null;
    return [
      {
        ballot,
        item: {
          id: item.id,
          number: item.number,
          title: item.title ?? '',
          closed: item.closed_ground !== null,
        },
        meeting: { id: item.meeting_id, number: item.meeting_number },
        choices: own.map(({ key, label, candidacy_id, organisation, weight_counted }) => ({
          key,
          label: choiceLabel(key, names || candidacy_id === null ? label : (organisation ?? '–')),
          counted: closed ? weight_counted : null,
        })),
        entitled: voters.length,
        voted: counted,
        says: saysOf(
          titledUnder(item.edition),
          ballot,
          own.filter(({ key }) => key !== blank).length,
          voters.length,
          counted,
          voters.reduce((sum, { weight }) => sum + weight, 0),
          names,
        ),
        warning: warningOf(ballot, voters.length),
        mine: mine
          ? {
              mayVote: !closed && isCastHere(ballot.form) && !mine.has_voted,
              voted: mine.has_voted,
              choices: chosen(mine),
            }
          : null,
        votes:
          names && closed && ballot.form === 'named' && ballot.cancelled_reason === null
            ? voters.map((voter) => ({
                person: { id: voter.person_id, name: voter.name },
                choices: chosen(voter),
              }))
            : null,
      },
    ];
  });
}

/** How many took part in a vote counted in the room. */
const countedIn = (ballot: Ballot): number => ballot.result?.voted ?? 0;

function saysOf(
  titled: Titled,
  ballot: Ballot,
  candidates: number,
  entitled: number,
  voted: number,
  entitledWeight: number,
  names: boolean,
): Text {
  if (ballot.cancelled_reason !== null)
    return {
      da: `Afstemningen er aflyst: ${ballot.cancelled_reason}`,
      en: `The vote was called off: ${ballot.cancelled_reason}`,
    };
  return ballot.result
    ? resultSays(ballot.result, names)
    : takes(titled, ballot, candidates, { entitled, voted, entitledWeight });
}

function warningOf(ballot: Ballot, entitled: number): Text | null {
  if (ballot.form !== 'secret') return null;
  return ballot.result?.alike ? secrecyLost : secrecyAtRisk(entitled);
}

/** Whether a receipt is one of a vote received in a box. Who voted what it says nothing of. */
export async function receiptHolds(db: Db, ballotId: string, receipt: string): Promise<boolean> {
  const row = await db
    .selectFrom('ballot_electors')
    .select('id')
    .where('ballot_id', '=', ballotId)
    .where('receipt_hash', '=', sha256(receipt))
    .executeTakeFirst();
  return row !== undefined;
}
