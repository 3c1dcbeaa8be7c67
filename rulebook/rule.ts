import type { Titles } from './titles.ts';
import type { FactId, Facts } from './facts.ts';
import type {
  BodyKind,
  ContractKind,
  DecisionKind,
  LineKind,
  Origin,
  Provider,
  SeatRole,
  Stage,
  Text,
  Theme,
  Verdict,
  Voice,
  Weight,
} from './vocabulary.ts';

/** A level's id, as its edition names it: `sandbox`, `N1`, `N2`, `N3`. */
export type LevelId = string;
/** A rule's id: said aloud, public, never reused. Requirement ids are as the source writes them. */
export type RuleId = string;
export type RequirementId = RuleId;
/** A calendar date in the community's zone, `2026-11-24`. */
export type IsoDate = string;

/** Where a rule stands in its source. */
export interface Source {
  /** Short name of the document: "OS2 organisering 1.0". */
  readonly document: string;
  readonly section: string;
  readonly page?: string;
  readonly url?: string;
}

/** Conditions are data. `claimed` asks for the verdict people gave; all others ask registered facts. */
export type Condition =
  | { readonly claimed: true }
  | { readonly is: FactId; readonly value?: boolean }
  | { readonly atLeast: FactId; readonly n: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** A small situation that shows a line met or not met; run by the edition's own checks. */
export interface Example {
  readonly says: Text;
  readonly facts?: Facts;
  readonly verdict?: Verdict;
  /** What `judge` must answer: is the line satisfied? */
  readonly satisfied: boolean;
}

/** One line that a gate may ask for. Requirements and the other needs of a gate are the same thing. */
export interface Line {
  readonly id: RuleId;
  readonly kind: LineKind;
  /** A few words: for lists and buttons. */
  readonly label: Text;
  /** The rule as a sentence of our own. */
  readonly says: Text;
  readonly source: Source;
  readonly weight: Weight;
  /** The lowest level that asks for it. */
  readonly level: LevelId;
  /** The level from which it is asked no more (funding opens at N2, say). */
  readonly liftedAt?: LevelId;
  /** By which stage it must be there. */
  readonly due: Stage;
  /** Only for initiatives of this origin. */
  readonly origin?: Origin;
  /** Only when a level is asked for that differs from the level held. */
  readonly onLevelChange?: true;
  readonly condition: Condition;
  /** Who can provide it where the condition is `claimed`; facts name their own provider. */
  readonly provider: Provider;
  readonly examples: readonly Example[];
}

/** A requirement of a level: a line of one of the four themes, on which people give verdicts. */
export interface Requirement extends Line {
  readonly theme: Theme;
  /** The community's own wording of the line, needed to recognise its files. */
  readonly formLabel?: string;
  /** What to write or attach, in our own words. */
  readonly guidance: Text;
  /** What it carries on from earlier editions, by edition; an empty list is new there. Without an entry: the same id. */
  readonly formerly?: Readonly<Record<string, readonly RequirementId[]>>;
}

export interface Level {
  readonly id: LevelId;
  readonly rank: number;
  readonly name: Text;
  readonly short: Text;
  readonly says: Text;
  readonly source: Source;
  /** The word OS2's own form uses: "sandkasse", "1", "2", "3". */
  readonly formWord: string;
}

/** A way from one stage to another. */
export interface Gate {
  readonly id: string;
  readonly from: Stage;
  readonly to: Stage;
  readonly origin?: Origin;
  readonly says: Text;
  readonly source: Source;
  /** Which decision opens it, by level; null where no body decides. */
  readonly decision: Readonly<Record<LevelId, DecisionKind | null>>;
  /** Who may carry the passage out once it is open. */
  readonly carriedOutBy: readonly Provider[];
  /** The way back, or out: passes without the lines of the stage. */
  readonly kind: 'forward' | 'back' | 'out';
}

/** Who decides one kind of question at one level. */
export interface DecisionRight {
  readonly kind: DecisionKind;
  readonly levels: readonly LevelId[];
  readonly proposes: readonly Provider[];
  readonly heard: readonly Provider[];
  /** The first is the usual body; any of them may decide. */
  readonly decides: readonly BodyKind[];
  readonly majority: 'simple' | 'two-thirds';
  /** A written recommendation must go with the case. */
  readonly recommendation: boolean;
  readonly says: Text;
  readonly source: Source;
  readonly id: RuleId;
}

/** A rule on who sits in a body; evaluated over time by composition.ts. */
export interface CompositionRule {
  readonly id: RuleId;
  readonly body: BodyKind;
  /** The lowest level of the initiative it applies to; absent for bodies of the whole community. */
  readonly level?: LevelId;
  readonly rule:
    | { readonly kind: 'exactly-one'; readonly role: SeatRole }
    | { readonly kind: 'at-least'; readonly n: number; readonly voting: true }
    | { readonly kind: 'at-least-from'; readonly from: BodyKind; readonly n: number }
    | { readonly kind: 'voting-majority-from'; readonly from: BodyKind }
    | { readonly kind: 'no-vote'; readonly role: SeatRole }
    | { readonly kind: 'not-member'; readonly who: 'project-manager' }
    | { readonly kind: 'one-seat-per-organisation' };
  readonly weight: 'must' | 'should';
  /** Days from the breach until it should be cured; our own reading where the source is silent. */
  readonly cureWithinDays: number;
  readonly says: Text;
  readonly cure: Text;
  readonly source: Source;
  readonly examples: readonly {
    readonly says: Text;
    readonly seats: readonly SeatFact[];
    readonly breached: boolean;
  }[];
}

/** A seat as composition rules see it. Dates are inclusive; `to: null` is open. */
export interface SeatFact {
  readonly person: string;
  readonly organisation: string | null;
  readonly role: SeatRole;
  readonly voting: boolean;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  /** The bodies of the whole community in which the person holds a voting seat at the time. */
  readonly alsoIn: readonly BodyKind[];
  readonly isProjectManager?: boolean;
}

/** What is known of an organisation that runs, or is to run, a group. */
export interface Facilitating {
  readonly supplier: boolean;
  /** How many products' groups it runs, this one among them. */
  readonly groups: number;
  /** Its contracts on the product of this group. */
  readonly contracts: readonly ContractKind[];
}

/** Who may run the meetings of a body; decided by facilitation.ts. */
export interface FacilitationRule {
  readonly id: RuleId;
  readonly says: Text;
  readonly cure: Text;
  readonly source: Source;
  readonly examples: readonly {
    readonly says: Text;
    readonly facts: Facilitating;
    readonly neutral: boolean;
  }[];
}

export interface BodyRule {
  readonly kind: BodyKind;
  readonly says: Text;
  readonly source: Source;
  /** Smallest number of voting seats, and the share that must be present, in per cent; null where no source says. */
  readonly minimumVoting: number;
  readonly quorumPercent: number | null;
  /** What a tie does. */
  readonly tie: 'chair-decides' | 'falls';
  readonly ofInitiative: boolean;
  /** Whoever runs it must be neutral; absent where the source asks nothing. */
  readonly facilitation?: FacilitationRule;
}

/** A place where the source contradicts itself or is silent, and the reading chosen. */
export interface Choice {
  readonly id: string;
  readonly question: Text;
  readonly readings: readonly Text[];
  readonly chosen: Text;
  readonly sources: readonly Source[];
}

/** Something the source asks of people that no rule can carry, with the reason. */
export interface LeftToPeople {
  readonly duty: string;
  readonly because: Text;
}

/** One duty of the source, in our own words, and the rules that carry it. */
export interface Duty {
  readonly id: string;
  readonly says: Text;
  readonly source: Source;
  /** Ids of requirements, needs, gates, decision rights, body and composition rules; empty when left to people. */
  readonly carriedBy: readonly RuleId[];
}

/** One edition of the rulebook: a plain value, no functions, so that it exports to JSON and loads from it. */
export interface Edition {
  readonly id: string;
  readonly name: Text;
  readonly document: Source;
  readonly inForceFrom: IsoDate;
  readonly inForceUntil: IsoDate | null;
  readonly levels: readonly Level[];
  readonly themes: readonly Theme[];
  readonly verdicts: readonly Verdict[];
  /** Explained counts on every requirement, not only on comply-or-explain ones. */
  readonly explainAnywhere: boolean;
  /**
   * `each-line`: a body may approve only when every line stands or is named as a condition.
   * `overall`: the body decides on an overall judgement and thereby accepts what is missing.
   */
  readonly judgement: 'each-line' | 'overall';
  readonly requirements: Readonly<Record<RequirementId, Requirement>>;
  /** What a gate asks for beside the requirements. */
  readonly needs: Readonly<Record<RuleId, Line>>;
  readonly gates: readonly Gate[];
  readonly bodies: readonly BodyRule[];
  readonly composition: readonly CompositionRule[];
  readonly decisionRights: readonly DecisionRight[];
  /** What the roles are called, and bodies that the edition names in its own way. */
  readonly titles: Titles;
  readonly choices: readonly Choice[];
  readonly duties: readonly Duty[];
  readonly leftToPeople: readonly LeftToPeople[];
}

/** What one voice says about one requirement. */
export interface Assessment {
  readonly verdict: Verdict;
  readonly explanation: string;
  readonly plannedFor: IsoDate | null;
  readonly validUntil: IsoDate | null;
}

/** Everything the rulebook asks about one initiative. */
export interface Standing {
  readonly stage: Stage;
  readonly level: LevelId | null;
  readonly origin: Origin;
  readonly facts: Facts;
  readonly assessments: Readonly<Record<RequirementId, Partial<Record<Voice, Assessment>>>>;
  /** Lines a competent body has accepted as missing (conditions, or an overall judgement). */
  readonly accepted: readonly RuleId[];
  /** The level the competent body last decided; null before any decision. */
  readonly decidedLevel: LevelId | null;
  /** The highest level at which the board or the general assembly has approved it. */
  readonly boardApprovedLevel: LevelId | null;
}

/** One reading behind a judgement: shown as "because". */
export interface Because {
  readonly fact?: FactId;
  readonly says: Text;
  readonly value: boolean | number | Verdict;
}

/** The answer of `judge` for one line. */
export interface Judgement {
  readonly rule: RuleId;
  readonly verdict: Verdict;
  readonly satisfied: boolean;
  readonly because: readonly Because[];
  /** Satisfied only because a body accepted the gap. */
  readonly byDecision: boolean;
  /** The verdict has lapsed because its evidence is no longer valid. */
  readonly expired: boolean;
}

/** Where one wants to go: stage, level, edition; what is not named stays. */
export interface Target {
  readonly stage: Stage;
  readonly level: LevelId;
}

export interface MissingLine {
  readonly rule: RuleId;
  readonly kind: LineKind;
  readonly requirement?: RequirementId;
  readonly says: Text;
  readonly who: readonly Provider[];
  readonly source: Source;
  readonly because: readonly Because[];
}

/** Something to do: one fact to bring about, or one requirement to document. */
export interface Step {
  readonly order: number;
  readonly does:
    { readonly fact: FactId; readonly value: boolean | number } | { readonly assess: RequirementId };
  readonly says: Text;
  readonly who: Provider;
  /** The missing lines this step provides. */
  readonly provides: readonly RuleId[];
}

export interface Forecast {
  readonly edition: string;
  readonly target: Target;
  /** Nothing is missing. */
  readonly open: boolean;
  readonly missing: readonly MissingLine[];
  /** Who decides, by which rule, for this target; null where no body decides. */
  readonly decides: {
    readonly rule: RuleId;
    readonly kind: DecisionKind;
    readonly bodies: readonly BodyKind[];
    readonly says: Text;
    readonly source: Source;
  } | null;
  /** What is asked no more, or no longer holds, once there. */
  readonly lapses: readonly { readonly rule: RuleId; readonly says: Text }[];
  readonly steps: readonly Step[];
}

/** A refusal by rule: a value, never thrown. */
export interface Refusal {
  readonly rule: RuleId;
  readonly says: Text;
  readonly source: { readonly edition: string } & Source;
  readonly because: Text;
  readonly cure: Text;
}
