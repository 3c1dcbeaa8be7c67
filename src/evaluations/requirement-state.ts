import { isClaimed, judgeLine, linesFor, orderOf, rankOf } from '../../rulebook/judge.ts';
import type {
  Edition,
  IsoDate,
  Judgement,
  LevelId,
  Requirement,
  RequirementId,
  Standing,
} from '../../rulebook/rule.ts';
import type { Text, Theme, Verdict, Voice } from '../../rulebook/vocabulary.ts';
import { requirementsOf } from './catalogue.ts';
import { countByThemeAndLevel, type CountTable } from './counts.ts';

/** A link or file behind what one voice says. */
export interface Evidence {
  readonly id: string;
  readonly title: string;
  /** Where it is found: elsewhere, or the address of the file kept here; null where it is closed to the reader. */
  readonly url: string | null;
  readonly file: { readonly name: string; readonly size: number; readonly sha256: string } | null;
  readonly restricted: boolean;
  readonly addedOn: IsoDate;
}

/** A person as the reader may see them: without a name for visitors. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What one voice says about one requirement. */
export interface Word {
  readonly verdict: Verdict;
  readonly explanation: string;
  /** The word in the file it came from, if any. */
  readonly asWritten: string | null;
  readonly plannedFor: IsoDate | null;
  readonly checkedOn: IsoDate | null;
  readonly checkedBy: Named | null;
  readonly validUntil: IsoDate | null;
  readonly reviewedOn: IsoDate | null;
  readonly reviewedBy: Named | null;
  /** The edition it was said under, where it has come along from another. */
  readonly keptFrom: string | null;
  readonly evidence: readonly Evidence[];
}

/** How a requirement stands now. */
export const statuses = {
  satisfied: { da: 'på plads', en: 'in place' },
  accepted: { da: 'accepteret', en: 'accepted' },
  missing: { da: 'mangler', en: 'missing' },
  later: { da: 'kommer senere', en: 'due later' },
  advised: { da: 'anbefales', en: 'advised' },
  'not-asked': { da: 'kræves ikke på niveauet', en: 'not asked at this level' },
} as const satisfies Record<string, Text>;
export type Status = keyof typeof statuses;
/** The statuses of what is asked at the level. */
export const askedStatuses = (Object.keys(statuses) as Status[]).filter((each) => each !== 'not-asked');

export interface RequirementState {
  readonly requirement: Requirement;
  readonly computed: boolean;
  readonly status: Status;
  readonly judgement: Judgement;
  readonly self: Word | null;
  readonly community: Word | null;
  readonly differs: boolean;
  /** The words that count have lapsed, because their evidence is no longer valid. */
  readonly expired: boolean;
  readonly questions: { readonly open: number; readonly answered: number };
  /** New to the initiative since its level was raised or its edition changed. */
  readonly fresh: boolean;
}

/** What the initiative has behind it: how it came to be asked what it is asked now. */
export interface Past {
  /** The level it had before this one; null when it has had no other. */
  readonly level: LevelId | null;
  /** The edition it lived under before this one, and what was said there. */
  readonly edition: string | null;
}

export type Words = Readonly<Record<RequirementId, Partial<Readonly<Record<Voice, Word>>>>>;

interface Gathered {
  readonly edition: Edition;
  readonly standing: Standing;
  readonly words: Words;
  readonly questions: Readonly<Record<RequirementId, RequirementState['questions']>>;
  readonly past: Past;
  readonly today: IsoDate;
}

/** The level that is looked at: the one held, else the lowest. */
export const levelLookedAt = (edition: Edition, level: LevelId | null): LevelId =>
  level !== null && rankOf(edition, level) >= 0
    ? level
    : (edition.levels.toSorted((a, b) => a.rank - b.rank)[0]?.id as LevelId);

/** How every requirement of the edition stands for an initiative, by theme as the edition orders them. */
export function statesOf(gathered: Gathered): readonly RequirementState[] {
  const { edition, standing } = gathered;
  const level = levelLookedAt(edition, standing.level);
  const asked = new Set(linesFor(edition, standing, { stage: 'product', level }).map((line) => line.id));
  return requirementsOf(edition).map((requirement) =>
    stateOf(requirement, level, asked.has(requirement.id), gathered),
  );
}

function stateOf(
  requirement: Requirement,
  level: LevelId,
  asked: boolean,
  { edition, standing, words, questions, past, today }: Gathered,
): RequirementState {
  const { self = null, community = null } = words[requirement.id] ?? {};
  const judgement = judgeLine(edition, requirement, standing, { stage: standing.stage, level }, today);
  const spoken = self !== null || community !== null;
  return {
    requirement,
    computed: !isClaimed(requirement),
    status: asked ? statusOf(requirement, judgement, standing) : 'not-asked',
    judgement,
    self,
    community,
    differs: self !== null && community !== null && self.verdict !== community.verdict,
    expired: judgement.expired,
    questions: questions[requirement.id] ?? { open: 0, answered: 0 },
    fresh:
      asked &&
      ((past.edition !== null && isClaimed(requirement) && !spoken) ||
        (past.level !== null &&
          rankOf(edition, past.level) >= 0 &&
          rankOf(edition, requirement.level) > rankOf(edition, past.level))),
  };
}

function statusOf(requirement: Requirement, judgement: Judgement, standing: Standing): Status {
  if (judgement.byDecision) return 'accepted';
  if (judgement.satisfied) return 'satisfied';
  if (orderOf(requirement.due) > orderOf(standing.stage)) return 'later';
  return requirement.weight === 'should' ? 'advised' : 'missing';
}

/** How many requirements of the level stand how, by theme and level. */
export const statusCounts = (edition: Edition, states: readonly RequirementState[]): CountTable<Status> =>
  countByThemeAndLevel(
    edition,
    states
      .filter((state) => state.status !== 'not-asked')
      .map((state) => ({ requirement: state.requirement.id, value: state.status })),
    askedStatuses,
  );

/** What a reader may ask to see alone. */
export const shows = {
  missing: { da: 'Kun det, der mangler nu', en: 'Only what is missing now' },
  later: { da: 'Kun det, der kommer senere', en: 'Only what is due later' },
  differs: { da: 'Kun uenighed mellem stemmerne', en: 'Only where the voices differ' },
  expired: { da: 'Kun udløbet dokumentation', en: 'Only evidence out of date' },
  questions: { da: 'Kun med spørgsmål, der venter', en: 'Only with a question that waits' },
  fresh: { da: 'Kun forskellen fra før', en: 'Only the difference from before' },
} as const satisfies Record<string, Text>;
export type Show = keyof typeof shows;

const shown: Readonly<Record<Show, (state: RequirementState) => boolean>> = {
  missing: (state) => state.status === 'missing',
  later: (state) => state.status === 'later',
  differs: (state) => state.differs,
  expired: (state) => state.expired,
  questions: (state) => state.questions.open > 0,
  fresh: (state) => state.fresh,
};

export interface StateFilter {
  readonly theme?: Theme | undefined;
  readonly level?: LevelId | undefined;
  readonly show?: Show | undefined;
}

/** The states a filter lets through. */
export const filtered = (
  states: readonly RequirementState[],
  { theme, level, show }: StateFilter,
): readonly RequirementState[] =>
  states.filter(
    (state) =>
      (theme === undefined || state.requirement.theme === theme) &&
      (level === undefined || state.requirement.level === level) &&
      (show === undefined || shown[show](state)),
  );
