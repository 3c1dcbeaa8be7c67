import type { IsoDate } from '../rule.ts';
import { setting } from './read.ts';
import type { SettingId, Span } from './settings.ts';
import type { AssemblyKind, DeadlineKind, StatuteRule, Statutes } from './statute.ts';

/** A last day, and the rule that sets it. */
export interface Deadline {
  /** The last day on which it is in time. */
  readonly on: IsoDate;
  readonly rule: StatuteRule;
}

/** The last days around a general assembly; null where the statutes set none. */
export type NoticeDeadlines = Readonly<Record<DeadlineKind, Deadline | null>>;

/** Which setting says it; an extraordinary assembly has rules of its own (§8.2) except for the minutes (§7.4). */
const says = {
  ordinary: {
    notice: 'assembly.notice',
    proposals: 'assembly.proposals',
    papers: 'assembly.papers',
    minutes: 'assembly.minutes',
  },
  extraordinary: {
    notice: 'extraordinary.notice',
    proposals: 'extraordinary.proposals',
    papers: null,
    minutes: 'assembly.minutes',
  },
} as const satisfies Readonly<Record<AssemblyKind, Readonly<Record<DeadlineKind, SettingId | null>>>>;

/** The span before (or, for minutes, after) a general assembly with the rule that sets it; null where none does. */
export function spanOf(
  statutes: Statutes,
  kind: AssemblyKind,
  of: DeadlineKind,
): { readonly value: Span; readonly rule: StatuteRule } | null {
  const id = says[kind][of];
  return id === null ? null : setting(statutes, id);
}

/**
 * The last day for giving notice, for sending in proposals, for sending papers out and for publishing minutes
 * (§7.2, §7.4, §8.2). Months are calendar months counted back from the meeting: for 31 May it is 30 April.
 * @param meeting the day of the general assembly; of several days, the first
 */
export function noticeDeadlines(statutes: Statutes, kind: AssemblyKind, meeting: IsoDate): NoticeDeadlines {
  const deadline = (of: DeadlineKind): Deadline | null => {
    const span = spanOf(statutes, kind, of);
    if (span === null) return null;
    return {
      on: of === 'minutes' ? after(meeting, span.value) : before(meeting, span.value),
      rule: span.rule,
    };
  };
  return {
    notice: deadline('notice'),
    proposals: deadline('proposals'),
    papers: deadline('papers'),
    minutes: deadline('minutes'),
  };
}

/** The date a span before another. */
export const before = (date: IsoDate, { n, unit }: Span): IsoDate =>
  Temporal.PlainDate.from(date)
    .subtract({ [unit]: n })
    .toString();

/** The date a span after another. */
export const after = (date: IsoDate, { n, unit }: Span): IsoDate =>
  Temporal.PlainDate.from(date)
    .add({ [unit]: n })
    .toString();

/**
 * The first day from a date on for which a notice given that day is early enough: its own last day is not before it.
 * Counting a month back and a month forward may differ at the end of a month, so days are tried one by one.
 */
export function earliestMeeting(calledOn: IsoDate, notice: Span): IsoDate {
  let meeting = after(calledOn, notice);
  while (before(meeting, notice) < calledOn) meeting = after(meeting, { n: 1, unit: 'days' });
  return meeting;
}
