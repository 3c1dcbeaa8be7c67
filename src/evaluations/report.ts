import type {
  Because,
  IsoDate,
  Judgement,
  LevelId,
  Requirement,
  RequirementId,
} from '../../rulebook/rule.ts';
import type { Stage, Text, Theme, Verdict, Voice } from '../../rulebook/vocabulary.ts';
import { verdicts } from '../../rulebook/vocabulary.ts';
import { requirementsOf } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { countByThemeAndLevel } from './counts.ts';
import type { CountTable } from './counts.ts';
import { lightNames, lightOf } from './lights.ts';
import type { Light } from './lights.ts';

/** What one voice says about one requirement, as a report shows it. */
export interface ReportSaid {
  readonly verdict: Verdict;
  /** The word in the file it came from, if any. */
  readonly asWritten: string | null;
  readonly explanation: string;
  readonly plannedFor: IsoDate | null;
  readonly validUntil: IsoDate | null;
  readonly checkedOn: IsoDate | null;
  readonly checkedBy: string | null;
  readonly reviewedOn: IsoDate | null;
  readonly reviewedBy: string | null;
  /** A file kept here has an address of its own too; null where the reader may not fetch it. */
  readonly evidence: readonly { readonly title: string; readonly url: string | null }[];
}

/** What the registers say about a requirement: computed, never ticked. */
export interface Registered {
  readonly satisfied: boolean;
  readonly because: readonly Because[];
}

/** A question about a requirement and its answer. */
export interface ReportQuestion {
  readonly question: string;
  readonly askedOn: IsoDate;
  readonly answer: string | null;
  readonly answeredOn: IsoDate | null;
}

/** What a report says about the initiative itself. */
export interface ReportInitiative {
  readonly name: string;
  readonly summary: string;
  readonly stage: Stage;
  /** The level held; null before it is placed. */
  readonly level: LevelId | null;
  readonly address: string | null;
  /** Other facts to show: coordinating organisation, licence, date of the last decision on the level. */
  readonly facts: readonly { readonly label: Text; readonly value: string }[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
}

type ByRequirement<Value> = Readonly<Partial<Record<RequirementId, Value>>>;

/** Everything a report is made from. `on` is the date of the report. */
export interface ReportInput {
  readonly initiative: ReportInitiative;
  readonly edition: Catalogue;
  readonly on: IsoDate;
  readonly said: ByRequirement<Partial<Record<Voice, ReportSaid>>>;
  readonly registered: ByRequirement<Registered>;
  readonly questions: ByRequirement<readonly ReportQuestion[]>;
}

/** The evaluator's own words about the whole; empty where none are written. */
export interface Wording {
  readonly summary: string;
  readonly overall: string;
  readonly recommendation: string;
}

/** Verdicts as they are counted: what nobody has judged counts as that, never as something else. */
export const judgedValues = [...(Object.keys(verdicts) as Verdict[]), 'unassessed'] as const;
export type JudgedValue = (typeof judgedValues)[number];

export const lightValues = [...lightNames, 'unassessed'] as const;
export type LightValue = Light | 'unassessed';

/** One requirement in a report. */
export interface ReportRow {
  readonly requirement: Requirement;
  readonly self: ReportSaid | null;
  readonly community: ReportSaid | null;
  readonly registered: Registered | null;
  readonly questions: readonly ReportQuestion[];
  /** What is counted: the word of the report's voice; where it is silent, what is registered. */
  readonly verdict: Verdict | null;
  readonly light: LightValue;
  /** The two voices give different verdicts. */
  readonly differs: boolean;
  /** The report's voice and the registers say opposite things. */
  readonly contradicted: boolean;
  /** The report's voice rests on evidence that was valid until before the date of the report. */
  readonly expired: boolean;
}

/** A report: computed from its input, the same whenever it is computed. */
export interface Report {
  readonly kind: 'governance' | 'evaluation';
  readonly voice: Voice;
  readonly initiative: ReportInitiative;
  readonly edition: Catalogue;
  readonly on: IsoDate;
  readonly wording: Wording;
  readonly themes: readonly { readonly theme: Theme; readonly rows: readonly ReportRow[] }[];
  readonly rows: readonly ReportRow[];
  readonly verdictCounts: CountTable<JudgedValue>;
  readonly lightCounts: CountTable<LightValue>;
  readonly differences: readonly ReportRow[];
  readonly contradictions: readonly ReportRow[];
}

/** The registered side of judgements: those that rest on registered facts, by requirement. */
export function registeredFrom(judgements: readonly Judgement[]): Record<RequirementId, Registered> {
  return Object.fromEntries(
    judgements.flatMap(({ rule, satisfied, byDecision, because }) => {
      const facts = because.filter(({ fact }) => fact !== undefined);
      return facts.length === 0 ? [] : [[rule, { satisfied: satisfied && !byDecision, because: facts }]];
    }),
  );
}

/** Builds a report of one voice; every requirement of the edition has a row. */
export function buildReport(kind: Report['kind'], input: ReportInput, wording: Wording): Report {
  const voice: Voice = kind === 'governance' ? 'self' : 'community';
  const { edition, initiative, on } = input;
  const rows = requirementsOf(edition).map((requirement) => rowOf(requirement, voice, input));
  return {
    kind,
    voice,
    initiative,
    edition,
    on,
    wording,
    rows,
    themes: edition.themes.map((theme) => ({
      theme,
      rows: rows.filter(({ requirement }) => requirement.theme === theme),
    })),
    verdictCounts: countByThemeAndLevel<JudgedValue>(
      edition,
      rows.map((row) => ({ requirement: row.requirement.id, value: row.verdict ?? 'unassessed' })),
      judgedValues,
    ),
    lightCounts: countByThemeAndLevel<LightValue>(
      edition,
      rows.map((row) => ({ requirement: row.requirement.id, value: row.light })),
      lightValues,
    ),
    differences: rows.filter(({ differs }) => differs),
    contradictions: rows.filter(({ contradicted }) => contradicted),
  };
}

function rowOf(requirement: Requirement, voice: Voice, input: ReportInput): ReportRow {
  const { id } = requirement;
  const { self = null, community = null } = input.said[id] ?? {};
  const registered = input.registered[id] ?? null;
  const own = voice === 'self' ? self : community;
  const verdict = own?.verdict ?? (registered ? (registered.satisfied ? 'met' : 'unmet') : null);
  return {
    requirement,
    self,
    community,
    registered,
    questions: input.questions[id] ?? [],
    verdict,
    light: verdict === null ? 'unassessed' : lightOf(verdict, own?.plannedFor ?? null, input.on),
    differs: self !== null && community !== null && self.verdict !== community.verdict,
    contradicted:
      registered !== null &&
      ((own?.verdict === 'met' && !registered.satisfied) ||
        (own?.verdict === 'unmet' && registered.satisfied)),
    expired: own?.validUntil != null && own.validUntil < input.on,
  };
}
