import type { Selectable } from 'kysely';
import {
  resolutionKeys,
  type Base,
  type BallotRule,
  type Election,
  type Majority,
  type Resolution,
  type Tie,
} from '../../../rulebook/ballot.ts';
import { whatAnElectionTakes, whatItTakes, type Turnout } from '../../../rulebook/ballot-sentences.ts';
import type { Titled } from '../../../rulebook/titles.ts';
import type { Text } from '../../../rulebook/vocabulary.ts';
import type { DB } from '../../db/types.ts';

export const ballotForms = {
  open: { da: 'håndsoprækning', en: 'show of hands' },
  named: { da: 'med navn i Fælled', en: 'by name in Fælled' },
  secret: { da: 'hemmelig i Fælled', en: 'secret in Fælled' },
  paper: { da: 'på papir', en: 'on paper' },
} as const satisfies Record<string, Text>;
export type BallotForm = keyof typeof ballotForms;

export const ballotPurposes = {
  resolution: { da: 'et forslag', en: 'a proposal' },
  election: { da: 'et valg mellem kandidater', en: 'an election' },
} as const satisfies Record<string, Text>;
export type BallotPurpose = keyof typeof ballotPurposes;

export const majorities = {
  simple: { da: 'simpelt flertal', en: 'simple majority' },
  'two-thirds': { da: 'to tredjedele af de tilstedeværende', en: 'two thirds of those present' },
} as const satisfies Record<Majority, Text>;

/** Cast by each voter in Fælled; the others are counted in the room and entered. */
export const isCastHere = (form: BallotForm): boolean => form === 'named' || form === 'secret';

/** A blank vote in an election; on a proposal one abstains. */
export const blank = 'blank';

export const resolutionLabels = {
  for: { da: 'For', en: 'For' },
  against: { da: 'Imod', en: 'Against' },
  abstaining: { da: 'Hverken for eller imod', en: 'Abstaining' },
  [blank]: { da: 'Blank stemme', en: 'Blank vote' },
} as const satisfies Record<string, Text>;

/** What a choice is called: a word of Fælled's own, or a candidate's name. */
export const choiceLabel = (key: string, label: string): Text =>
  Object.hasOwn(resolutionLabels, key)
    ? resolutionLabels[key as keyof typeof resolutionLabels]
    : { da: label, en: label };

/** Keys of the choices of a box: for, against, abstaining; or each candidate and blank. */
export const choiceKeys = (purpose: BallotPurpose, candidates: number): readonly string[] =>
  purpose === 'resolution'
    ? resolutionKeys
    : [...Array.from({ length: candidates }, (_, at) => `c${at + 1}`), blank];

type Row = Selectable<DB['ballots']>;
export interface Ballot extends Omit<Row, 'form' | 'purpose' | 'result'> {
  readonly form: BallotForm;
  readonly purpose: BallotPurpose;
  readonly result: BallotResult | null;
}

export const ballotOf = (row: Row): Ballot => ({
  ...row,
  form: row.form as BallotForm,
  purpose: row.purpose as BallotPurpose,
  result: row.result as unknown as BallotResult | null,
});

/** How a closed box ended, as kept with it. */
export type BallotResult = (
  ({ readonly kind: 'resolution' } & Resolution) | ({ readonly kind: 'election' } & Election)
) & {
  readonly says: Text;
  /** The same for those who are told no people's names, where candidates for a seat are named in it. */
  readonly unnamed?: Text;
  /** A secret vote whose count tells how everybody voted. */
  readonly alike: boolean;
};

/** How a box ended, to a reader who is told people's names or not. */
export const resultSays = (result: BallotResult, names: boolean): Text =>
  names ? result.says : (result.unnamed ?? result.says);

/** A result as operations answer it, with the sentence its reader is told. */
export function resultTold(result: BallotResult, says: Text) {
  const { unnamed: _, ...told } = result;
  return { ...told, says };
}

/** The rule a box is counted by, as copied into it when it opened. */
export const ruleOf = (
  row: Pick<Row, 'majority' | 'base' | 'tie' | 'quorum' | 'written' | 'all_weight'>,
): BallotRule => ({
  majority: row.majority as Majority,
  base: row.base as Base,
  tie: row.tie as Tie,
  quorum: row.quorum,
  written: row.written,
  allWeight: row.all_weight,
});

/** What an open box takes, in one sentence; says how many have voted and never how. */
export const takes = (titled: Titled, ballot: Ballot, candidates: number, turnout: Turnout): Text =>
  ballot.purpose === 'election'
    ? whatAnElectionTakes(titled, ruleOf(ballot).tie, ballot.seats_to_fill ?? 1, candidates, turnout)
    : whatItTakes(titled, ruleOf(ballot), turnout);
