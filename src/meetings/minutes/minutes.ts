import type { BodyKind, Outcome, Text } from '../../../rulebook/vocabulary.ts';
import { dateIn } from '../../lib/time.ts';
import type { AttendanceRole, ItemKind, MeetingKind } from '../meeting.ts';

/** A person by name, as it was when the minutes were made. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What is recorded about a meeting, as minutes are derived from it. Instants are ISO text in UTC. */
export interface MeetingFacts {
  readonly number: number;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly place: string;
  readonly online: boolean;
  readonly body: { readonly name: string; readonly slug: string; readonly kind: BodyKind };
  readonly chairedBy: Named | null;
  readonly minutesBy: Named | null;
  readonly attendances: readonly {
    readonly id: string;
    readonly person: Named | null;
    readonly guest: string | null;
    readonly organisation: string | null;
    readonly role: AttendanceRole;
    readonly voting: boolean;
    readonly apologies: boolean;
    readonly substituteFor: string | null;
    readonly presences: readonly { readonly from: string; readonly to: string | null }[];
  }[];
  /** In the order of the agenda; those taken off are left out. */
  readonly items: readonly {
    readonly number: number;
    readonly kind: ItemKind;
    readonly title: Text;
    readonly facts: string;
    readonly proposal: Text | null;
    readonly notes: string;
    readonly closedGround: string | null;
    readonly treated: boolean;
    readonly case: { readonly number: number; readonly question: string } | null;
    readonly decisions: readonly DecisionFacts[];
    readonly conflicts: readonly { readonly person: Named; readonly ground: string }[];
    readonly actions: readonly MinutesAction[];
  }[];
  readonly next: MinutesNext | null;
}

export interface DecisionFacts {
  readonly number: number;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly votes: { readonly for: number; readonly against: number; readonly abstaining: number };
  /** Nobody present spoke against, and no vote was taken. */
  readonly consensus: boolean;
  /** The count of the decision box in one sentence; null where there was no box. */
  readonly count: Text | null;
  /** The same without the names of candidates; absent where it names nobody. */
  readonly countUnnamed?: Text;
  readonly conditions: readonly Text[];
  readonly points: readonly string[];
  readonly referredTo: string | null;
  readonly minority: readonly { readonly person: Named | null; readonly statement: string }[];
  readonly decidedOn: string;
  readonly recordedAt: string;
  readonly corrects: number | null;
  readonly correctedBy: number | null;
}

export interface MinutesAction {
  readonly number: number;
  readonly task: string;
  /** Who has taken it on; null also for a reader who is told no names. */
  readonly owner: Named | null;
  /** Somebody has taken it on: what a reader is told who is told no names. */
  readonly taken?: boolean;
  readonly dueOn: string | null;
}

export interface MinutesNext {
  readonly number: number;
  readonly startsAt: string;
  readonly place: string;
  /** Its agenda is sent: everybody may know of it. */
  readonly announced: boolean;
}

/** Somebody in the minutes; without a name for those who are told roles only. */
export interface MinutesPerson {
  readonly person: Named | null;
  /** Name of a guest. */
  readonly guest: string | null;
  readonly organisation: string | null;
  readonly role: AttendanceRole;
  readonly voting: boolean;
  /** Who is stood in for. */
  readonly insteadOf: string | null;
  /** When there, where that was not the whole meeting. */
  readonly spans: readonly { readonly from: string; readonly to: string }[];
}

export interface MinutesDecision extends Omit<DecisionFacts, 'recordedAt'> {
  /** The date it was written down, where that is later than the decision. */
  readonly recordedOn: string | null;
}

/** What is open of an item, or, for those who may not read a closed one, its number and ground alone. */
export type MinutesItem =
  | { readonly number: number; readonly closedGround: string; readonly hidden: true }
  | {
      readonly number: number;
      readonly hidden: false;
      readonly closedGround: string | null;
      readonly kind: ItemKind;
      readonly title: Text;
      /** The facts in short. */
      readonly facts: string;
      readonly proposal: Text | null;
      readonly notes: string;
      readonly treated: boolean;
      readonly case: { readonly number: number; readonly question: string } | null;
      readonly decisions: readonly MinutesDecision[];
      readonly conflicts: readonly { readonly person: Named | null; readonly ground: string }[];
      readonly actions: readonly MinutesAction[];
    };

/** Minutes as they are kept: data in the words of people and of the field, worded by `views` and papers. */
export interface Minutes {
  readonly number: number;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly body: MeetingFacts['body'];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly online: boolean;
  readonly chairedBy: Named | null;
  readonly minutesBy: Named | null;
  readonly present: readonly MinutesPerson[];
  readonly guests: readonly MinutesPerson[];
  readonly observers: readonly MinutesPerson[];
  readonly apologies: readonly MinutesPerson[];
  /** Called, without apologies and not there. */
  readonly absent: readonly MinutesPerson[];
  readonly items: readonly MinutesItem[];
  readonly next: MinutesNext | null;
}

/** Longest statement of facts that minutes repeat, in characters. */
const inShort = 600;

/** The beginning of a statement of facts, cut between paragraphs, sentences or words. */
export function shortened(facts: string, longest = inShort): string {
  const text = facts.trim();
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const end = [cut.lastIndexOf('\n\n'), cut.lastIndexOf('. ') + 1].find((at) => at > longest / 3);
  if (end !== undefined) return `${cut.slice(0, end).trimEnd()} …`;
  const word = cut.lastIndexOf(' ');
  return `${(word > 0 ? cut.slice(0, word) : cut).toWellFormed().trimEnd()} …`;
}

/**
 * The minutes of a meeting, derived from what is recorded about it and from nothing else. Who left before the end, came
 * late or had apologies follows from the recorded presence; a written procedure has nobody present.
 */
export function minutesOf(facts: MeetingFacts): Minutes {
  const startsAt = facts.openedAt ?? facts.startsAt;
  const endsAt = facts.closedAt ?? facts.endsAt;
  const byId = new Map(facts.attendances.map((each) => [each.id, each]));
  const nameOf = (id: string | null): string | null => {
    const other = id === null ? undefined : byId.get(id);
    return other?.person?.name ?? other?.guest ?? null;
  };
  const people = facts.attendances.map((each) => ({
    there: each.presences.length > 0,
    apologies: each.apologies,
    person: {
      person: each.person,
      guest: each.guest,
      organisation: each.organisation,
      role: each.role,
      voting: each.voting,
      insteadOf: nameOf(each.substituteFor),
      spans: partsOf(each.presences, startsAt, endsAt),
    } satisfies MinutesPerson,
  }));
  const where = (test: (each: (typeof people)[number]) => boolean): MinutesPerson[] =>
    people.filter(test).map(({ person }) => person);
  const beside = (role: AttendanceRole): boolean => role === 'guest' || role === 'observer';
  const written = facts.kind === 'written';
  return {
    number: facts.number,
    kind: facts.kind,
    title: facts.title,
    body: facts.body,
    startsAt,
    endsAt,
    place: facts.place,
    online: facts.online,
    chairedBy: facts.chairedBy,
    minutesBy: facts.minutesBy,
    present: where(({ there, person }) => there && !beside(person.role)),
    guests: where(({ there, person }) => there && person.role === 'guest'),
    observers: where(({ there, person }) => there && person.role === 'observer'),
    apologies: written ? [] : where(({ there, apologies }) => !there && apologies),
    absent: written
      ? []
      : where(({ there, apologies, person }) => !there && !apologies && !beside(person.role)),
    items: facts.items.map((item) => ({
      number: item.number,
      hidden: false,
      closedGround: item.closedGround,
      kind: item.kind,
      title: item.title,
      facts: shortened(item.facts),
      proposal: item.proposal,
      notes: item.notes.trim(),
      treated: item.treated || item.decisions.length > 0 || item.notes.trim() !== '',
      case: item.case,
      decisions: item.decisions.map(decisionOf),
      conflicts: item.conflicts,
      actions: item.actions,
    })),
    next: facts.next,
  };
}

function decisionOf({ recordedAt, ...decision }: DecisionFacts): MinutesDecision {
  const recordedOn = dateIn(Temporal.Instant.from(recordedAt));
  return { ...decision, recordedOn: recordedOn > decision.decidedOn ? recordedOn : null };
}

/** How exact presence is said, in minutes: who came a little late was there. */
const grace = 5;

/** When somebody was there, held within the meeting; empty when it was the whole of it. */
function partsOf(
  presences: MeetingFacts['attendances'][number]['presences'],
  startsAt: string,
  endsAt: string,
): { from: string; to: string }[] {
  const parts = presences
    .map(({ from, to }) => ({
      from: later(from, startsAt),
      to: to === null ? endsAt : earlier(to, endsAt),
    }))
    .filter(({ from, to }) => instant(from) <= instant(to))
    .toSorted((a, b) => instant(a.from) - instant(b.from));
  const [only] = parts;
  const whole =
    parts.length === 1 &&
    only !== undefined &&
    instant(only.from) - instant(startsAt) <= grace * 60_000 &&
    instant(endsAt) - instant(only.to) <= grace * 60_000;
  return whole ? [] : parts;
}

const instant = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
const later = (a: string, b: string): string => (instant(a) >= instant(b) ? a : b);
const earlier = (a: string, b: string): string => (instant(a) <= instant(b) ? a : b);

/** What a reader of minutes may see: closed items, and the names of people. */
export interface MinutesReader {
  readonly closed: boolean;
  readonly names: boolean;
}

const unnamed = (person: MinutesPerson): MinutesPerson => ({
  ...person,
  person: null,
  guest: null,
  insteadOf: null,
});

/**
 * The minutes as a reader may see them. Of a closed item nobody without the right gets more than number and ground; a
 * visitor reads roles and organisations for names.
 */
export function minutesFor(minutes: Minutes, { closed, names }: MinutesReader): Minutes {
  const people = (list: readonly MinutesPerson[]) => (names ? list : list.map(unnamed));
  const named = (person: Named | null) => (names ? person : null);
  return {
    ...minutes,
    chairedBy: named(minutes.chairedBy),
    minutesBy: named(minutes.minutesBy),
    present: people(minutes.present),
    guests: people(minutes.guests),
    observers: people(minutes.observers),
    apologies: people(minutes.apologies),
    absent: people(minutes.absent),
    items: minutes.items.map((item): MinutesItem => {
      if (item.hidden) return item;
      if (item.closedGround !== null && !closed)
        return { number: item.number, closedGround: item.closedGround, hidden: true };
      const decisions = item.decisions.map(({ countUnnamed, ...decision }) => ({
        ...decision,
        count: names ? decision.count : (countUnnamed ?? decision.count),
        minority: decision.minority.map((each) => ({ ...each, person: named(each.person) })),
      }));
      return {
        ...item,
        decisions,
        conflicts: item.conflicts.map((each) => ({ ...each, person: named(each.person) })),
        actions: item.actions.map((action) => ({
          ...action,
          owner: named(action.owner),
          taken: action.owner !== null,
        })),
      };
    }),
    next: minutes.next !== null && (closed || minutes.next.announced) ? minutes.next : null,
  };
}
