import type { Choice, IsoDate, RuleId, Source } from '../rule.ts';
import type { BodyKind, SeatRole, Text } from '../vocabulary.ts';
import type { SettingId, Settings } from './settings.ts';

export type AssemblyKind = 'ordinary' | 'extraordinary';
/** What has a last day before, or after, a general assembly. */
export type DeadlineKind = 'notice' | 'proposals' | 'papers' | 'minutes';
/** Questions that the statutes give a majority of their own. */
export type MajorityQuestion = 'assembly' | 'board' | 'election' | 'statutes' | 'dissolution';

/** A small situation put to the functions that read the statutes; `answer` says what must come out. */
export type Question =
  | { readonly asks: 'votes'; readonly employees: number }
  | { readonly asks: 'left-on'; readonly registeredOn: IsoDate }
  | { readonly asks: 'fee-percent'; readonly joinedOn: IsoDate }
  | {
      readonly asks: 'indexed-fee';
      readonly fee: number;
      readonly newIndex: number;
      readonly oldIndex: number;
    }
  | { readonly asks: 'board-complete'; readonly members: number }
  | { readonly asks: 'board-seats'; readonly ofOneMember: number }
  | { readonly asks: 'board-quorum'; readonly members: number }
  | { readonly asks: 'board-can-decide'; readonly members: number; readonly present: number }
  | {
      readonly asks: 'carries';
      readonly question: MajorityQuestion;
      readonly for: number;
      readonly against: number;
      readonly abstaining: number;
      readonly chairFor?: boolean;
    }
  | {
      readonly asks: 'on-election';
      readonly role: 'chair' | 'member';
      readonly electedIn: number;
      readonly year: number;
    }
  | { readonly asks: 'substitute-until'; readonly electedIn: number; readonly stepsInOn: IsoDate }
  | { readonly asks: 'in-season'; readonly meeting: IsoDate }
  | {
      readonly asks: 'last-day';
      readonly of: DeadlineKind;
      readonly kind: AssemblyKind;
      readonly meeting: IsoDate;
    }
  | {
      readonly asks: 'in-time';
      readonly of: DeadlineKind;
      readonly kind: AssemblyKind;
      readonly meeting: IsoDate;
      readonly done: IsoDate;
    }
  | { readonly asks: 'held-in-time'; readonly treatedOn: IsoDate; readonly meeting: IsoDate }
  | { readonly asks: 'members-needed'; readonly members: number };
export type Answer = string | number | boolean | null;

export interface StatuteExample {
  readonly says: Text;
  readonly question: Question;
  readonly answer: Answer;
}

/** One rule of the statutes. It sets something a machine can keep, or it is left to people, with the reason. */
export interface StatuteRule {
  readonly id: RuleId;
  readonly label: Text;
  /** The rule as a sentence of our own. */
  readonly says: Text;
  readonly source: Source;
  readonly sets: Partial<Settings>;
  readonly leftToPeople?: Text;
  readonly examples: readonly StatuteExample[];
}

/** Something the statutes do not say. It is named and stays open; `meanwhile` tells what Fælled does without it. */
export interface Gap {
  readonly id: string;
  /** The body whose meetings it concerns; null when none. */
  readonly body: BodyKind | null;
  readonly question: Text;
  readonly meanwhile: Text;
  /** The settings that stay empty because of it. */
  readonly leaves: readonly SettingId[];
  readonly sources: readonly Source[];
}

/** A word used for a role, and where. The first of a role is the statutes' own. */
export interface Title {
  readonly role: SeatRole | 'secretariat';
  readonly title: Text;
  readonly source: Source;
}

/** One edition of an association's statutes: a plain value, so that it exports to JSON and loads from it. */
export interface Statutes {
  readonly id: string;
  readonly name: Text;
  readonly document: Source;
  readonly inForceFrom: IsoDate;
  readonly inForceUntil: IsoDate | null;
  /** Whether the whole text is known; where it is not, `rules` holds only what other sources tell of it. */
  readonly textKnown: boolean;
  readonly rules: readonly StatuteRule[];
  readonly gaps: readonly Gap[];
  readonly choices: readonly Choice[];
  readonly titles: readonly Title[];
}
