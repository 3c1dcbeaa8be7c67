import type { Tie } from '../ballot.ts';
import type { Edition, RuleId, Source } from '../rule.ts';
import type { BodyKind, Text } from '../vocabulary.ts';
import { itemsFor } from './agenda.ts';
import { customItems } from './customs.ts';
import { spanOf } from './deadlines.ts';
import { setting, type Setting } from './read.ts';
import type { FixedItem, Majority, SettingId, Share, Span } from './settings.ts';
import type { AssemblyKind, DeadlineKind, Gap, StatuteRule, Statutes } from './statute.ts';

/** Where one of the rules of a meeting stands: for refusals and "because". */
export interface RuleSource {
  readonly rule: RuleId;
  readonly says: Text;
  /** The edition, of statutes or rulebook, that says so. */
  readonly source: Source & { readonly edition: string };
}

/** How a body meets and decides, put together from the statutes and the rulebook. */
export interface MeetingRules {
  readonly body: BodyKind;
  /** The share of the votes that must be present, in per cent; null where no source says: any number may decide. */
  readonly quorumPercent: number | null;
  /** What an ordinary question takes; `majorityFor` answers for the statutes and for dissolution. */
  readonly majority: Majority['kind'];
  readonly base: Majority['base'];
  readonly tie: Tie;
  /** Whether a vote is of a seat, or of a member organisation whoever casts it. */
  readonly votesBelongTo: 'seat' | 'organisation';
  /** Stands on every agenda: by the statutes for the general assembly, by custom for others. */
  readonly fixedItems: readonly FixedItem[];
  /** How long before the meeting, and after it for minutes; null where no rule says. */
  readonly spans: Readonly<Record<DeadlineKind, Span | null>>;
  /** Who approves the minutes: whoever chaired that meeting, or the body itself. */
  readonly minutesApprovedBy: 'meeting-chair' | 'body';
  /** Whether it may decide in writing between meetings; null where no source says. */
  readonly writtenDecisions: boolean | null;
  /** Where each stands; null where it is a reading or a custom. */
  readonly sources: Readonly<
    Record<'quorum' | 'majority' | 'tie' | 'votes' | 'fixedItems' | DeadlineKind, RuleSource | null>
  >;
  /** What the statutes leave open about this body. */
  readonly gaps: readonly Gap[];
}

/** What the statutes set about the bodies of the association itself. */
const settingsOf: Partial<
  Record<
    BodyKind,
    {
      readonly quorum: 'board.quorum' | 'assembly.quorum';
      readonly majority: 'board.majority' | 'assembly.majority';
      readonly tie: 'board.tie' | 'assembly.tie';
    }
  >
> = {
  board: { quorum: 'board.quorum', majority: 'board.majority', tie: 'board.tie' },
  'general-assembly': { quorum: 'assembly.quorum', majority: 'assembly.majority', tie: 'assembly.tie' },
};

/**
 * The rules a body meets by. The statutes come first; where they are silent, the edition's rule on the body; where
 * that is silent too, null. Nothing is guessed.
 * @param statutes those in force on the day of the meeting; null before any are known
 * @param kind for the general assembly; other bodies know no difference
 */
export function meetingRules(
  edition: Edition,
  statutes: Statutes | null,
  body: BodyKind,
  kind: AssemblyKind = 'ordinary',
): MeetingRules {
  const bodyRule = edition.bodies.find((each) => each.kind === body) ?? null;
  const isAssembly = body === 'general-assembly';
  const ids = settingsOf[body];
  const read = <Id extends SettingId>(id: Id | undefined): Setting<Id> | null =>
    id === undefined || statutes === null ? null : setting(statutes, id);
  const cite = (found: { readonly rule: StatuteRule } | null): RuleSource | null =>
    found && statutes
      ? { rule: found.rule.id, says: found.rule.says, source: { edition: statutes.id, ...found.rule.source } }
      : null;
  const ofBody: RuleSource | null = bodyRule && {
    rule: bodyRule.kind,
    says: bodyRule.says,
    source: { edition: edition.id, ...bodyRule.source },
  };

  const [quorum, majority, tie] = [read(ids?.quorum), read(ids?.majority), read(ids?.tie)];
  const agenda = isAssembly ? read('assembly.agenda') : null;
  const span = (of: DeadlineKind) => (isAssembly && statutes ? spanOf(statutes, kind, of) : null);
  const spans = {
    notice: span('notice'),
    proposals: span('proposals'),
    papers: span('papers'),
    minutes: span('minutes'),
  };
  return {
    body,
    quorumPercent: quorum ? percent(quorum.value) : (bodyRule?.quorumPercent ?? null),
    majority: majority?.value.kind ?? 'simple',
    base: majority?.value.base ?? 'cast',
    tie: tie?.value ?? bodyRule?.tie ?? 'falls',
    votesBelongTo: isAssembly ? 'organisation' : 'seat',
    fixedItems: agenda ? itemsFor(agenda.value, kind) : customItems[body],
    spans: {
      notice: spans.notice?.value ?? null,
      proposals: spans.proposals?.value ?? null,
      papers: spans.papers?.value ?? null,
      minutes: spans.minutes?.value ?? null,
    },
    minutesApprovedBy: isAssembly && read('assembly.minutes-by-meeting-chair') ? 'meeting-chair' : 'body',
    writtenDecisions: body === 'board' ? (read('board.written-decisions')?.value ?? null) : null,
    sources: {
      quorum: cite(quorum) ?? (bodyRule?.quorumPercent == null ? null : ofBody),
      majority: cite(majority),
      tie: cite(tie) ?? (isAssembly ? null : ofBody),
      votes: isAssembly ? cite(read('member.votes')) : null,
      fixedItems: cite(agenda),
      notice: cite(spans.notice),
      proposals: cite(spans.proposals),
      papers: cite(spans.papers),
      minutes: cite(spans.minutes),
    },
    gaps: statutes?.gaps.filter((gap) => gap.body === body) ?? [],
  };
}

/** Half is 50; a share is at least its per cent, so a third is 34. */
const percent = ({ part, of }: Share): number => Math.ceil((part * 100) / of);
