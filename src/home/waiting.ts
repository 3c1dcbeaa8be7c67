import { capital } from '../lib/capital.ts';
import { roleTitle, type Titled } from '../../rulebook/titles.ts';
import { addDays } from '../../rulebook/dates.ts';
import { toldBefore } from '../../rulebook/ending-seats.ts';
import { lineById } from '../../rulebook/judge.ts';
import { type BodyKind, type SeatRole, type Text } from '../../rulebook/vocabulary.ts';
import type { BodyFinding } from '../bodies/queries.ts';
import { dateIn } from '../lib/time.ts';
import { meetingTitle } from '../meetings/meeting.ts';
import type { MeetingToFinish, MeetingWaiting } from '../meetings/waiting-queries.ts';
import { editionOf } from '../rules/edition-of.ts';
import { formatDate } from '../web/format.ts';

/** One thing that waits for a person: what, why, since when, by when, and where it is answered. */
export interface Waiting {
  readonly kind: WaitingKind;
  readonly what: Text;
  readonly why: Text;
  /** The rule it rests on, where it rests on one. */
  readonly rule: { readonly edition: string; readonly id: string } | null;
  /** Date in Copenhagen. */
  readonly since: string;
  readonly due: string | null;
  /** Address without language prefix, and the word on the link. */
  readonly href: string;
  readonly act: Text;
}

/** In the order in which things without a deadline come. */
export const waitingKinds = [
  'attend',
  'read-agenda',
  'decide',
  'approve-minutes',
  'finish-meeting',
  'prepare',
  'sent-back',
  'action',
  'draft',
  'finding',
  'seat',
  'requirement',
  'question',
  'import',
  'read',
  'place',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** What is recorded about a person's own matters. Each list is bounded by its query. */
export interface WaitingFacts {
  /** What the roles are called in the community. */
  readonly titled: Titled;
  readonly meetings: readonly MeetingWaiting[];
  /** Meetings that are over and that the person keeps. */
  readonly toFinish: readonly MeetingToFinish[];
  readonly cases: readonly {
    readonly number: number;
    readonly kind: string;
    readonly question: string;
    readonly rule: string;
    readonly edition: string;
    readonly body: { readonly kind: BodyKind; readonly name: string };
    readonly initiativeSlug: string | null;
    /** The person records the body's decisions; else sits in it. */
    readonly records: boolean;
    readonly since: string;
    readonly deadline: string | null;
    readonly postponedUntil: string | null;
  }[];
  readonly drafts: readonly {
    readonly number: number;
    readonly question: string;
    readonly rule: string;
    readonly edition: string;
    /** How many points must be answered; 0 for a draft that has not been sent yet. */
    readonly points: number;
    readonly since: string;
    readonly deadline: string | null;
  }[];
  readonly questions: readonly {
    readonly id: string;
    readonly initiative: string;
    readonly edition: string;
    readonly requirement: string;
    readonly since: string;
  }[];
  readonly lapsed: readonly {
    readonly initiative: { readonly slug: string; readonly name: string };
    readonly edition: string;
    readonly requirement: string;
    /** Evidence out of date, or a date planned for that has passed. */
    readonly how: 'expired' | 'late';
    readonly on: string;
  }[];
  readonly findings: readonly BodyFinding[];
  readonly seats: readonly {
    readonly body: { readonly slug: string; readonly name: string };
    readonly person: { readonly name: string; readonly self: boolean };
    readonly role: SeatRole;
    /** From when its body is told. */
    readonly since: string;
    readonly to: string;
  }[];
  /** Actions from meetings that the person owns and has not ended. */
  readonly actions: readonly {
    readonly id: string;
    readonly task: string;
    readonly body: string;
    readonly meeting: number;
    readonly since: string;
    readonly dueOn: string | null;
  }[];
  /** Drafts of minutes that the person is asked to approve. */
  readonly minutes: readonly {
    readonly meeting: number;
    readonly body: string;
    /** The day of the meeting. */
    readonly on: string;
    readonly since: string;
    readonly remarksUntil: string | null;
  }[];
  readonly imports: readonly {
    readonly id: string;
    readonly initiative: { readonly slug: string; readonly name: string };
    readonly fileName: string;
    readonly since: string;
  }[];
}

/** Everything that waits for a person, by deadline; what has none comes after, by kind and age. Pure. */
export function waitsFor(facts: WaitingFacts, today: string): readonly Waiting[] {
  return [
    ...facts.meetings.map(ofMeeting),
    ...facts.toFinish.map(ofMeetingToFinish),
    ...facts.cases
      .filter(({ postponedUntil }) => postponedUntil === null || postponedUntil <= today)
      .map((row) => ofCase(facts.titled, row)),
    ...facts.drafts.map(ofDraft),
    ...facts.findings
      .filter(({ finding, coming }) => coming || finding.endedOn === null)
      .map((each) => (each.coming ? ofComing(each) : ofFinding(each))),
    ...facts.seats.map((row) => ofSeat(facts.titled, row)),
    ...ofLapsed(facts.lapsed),
    ...facts.questions.map(ofQuestion),
    ...facts.imports.map(ofImport),
    ...facts.actions.map(ofAction),
    ...facts.minutes.map(ofMinutes),
  ].toSorted(
    (a, b) =>
      compare(a.due ?? '9999', b.due ?? '9999') ||
      waitingKinds.indexOf(a.kind) - waitingKinds.indexOf(b.kind) ||
      compare(a.since, b.since) ||
      compare(a.href, b.href),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const same = (text: string): Text => ({ da: text, en: text });

/** A meeting to prepare, to read the agenda of, or to go to. */
function ofMeeting(row: MeetingWaiting): Waiting {
  const title = { da: meetingTitle(row, 'da'), en: meetingTitle(row, 'en') };
  const starts = dateIn(Temporal.Instant.from(row.startsAt));
  const common = { rule: null, since: row.since, href: `/meetings/${row.number}` };
  if (row.task === 'prepare')
    return {
      ...common,
      kind: 'prepare',
      what: title,
      why: { da: 'Dagsordenen er ikke sendt endnu.', en: 'The agenda has not been sent yet.' },
      due: row.papersDueOn !== null && row.papersDueOn < starts ? row.papersDueOn : starts,
      act: { da: 'Gør dagsordenen klar', en: 'Prepare the agenda' },
    };
  if (row.unread > 0)
    return {
      ...common,
      kind: 'read-agenda',
      what: title,
      why: {
        da: row.unread === 1 ? '1 punkt er ulæst.' : `${row.unread} punkter er ulæste.`,
        en: row.unread === 1 ? '1 item is unread.' : `${row.unread} items are unread.`,
      },
      due: starts,
      act: { da: 'Læs dagsordenen', en: 'Read the agenda' },
    };
  return {
    ...common,
    kind: 'attend',
    what: title,
    why: { da: 'Du er indkaldt.', en: 'You are called.' },
    due: starts,
    act: { da: 'Se mødet', en: 'See the meeting' },
  };
}

const toFinish = {
  close: {
    why: {
      da: 'Fristen er gået, og behandlingen er ikke lukket.',
      en: 'The deadline has passed, and it is not closed.',
    },
    act: { da: 'Luk den', en: 'Close it' },
    path: '',
  },
  'write-minutes': {
    why: {
      da: 'Mødet er holdt, og referatet er ikke sendt.',
      en: 'The meeting is over, and no minutes are sent.',
    },
    act: { da: 'Skriv referatet', en: 'Write the minutes' },
    path: '/minutes',
  },
  'publish-minutes': {
    why: {
      da: 'Referatet er godkendt, men ikke offentliggjort.',
      en: 'The minutes are approved but not published.',
    },
    act: { da: 'Offentliggør', en: 'Publish' },
    path: '/minutes',
  },
} as const satisfies Record<MeetingToFinish['task'], { why: Text; act: Text; path: string }>;

const ofMeetingToFinish = (row: MeetingToFinish): Waiting => ({
  kind: 'finish-meeting',
  what: { da: meetingTitle(row, 'da'), en: meetingTitle(row, 'en') },
  why: toFinish[row.task].why,
  rule: null,
  since: row.since,
  due: null,
  href: `/meetings/${row.number}${toFinish[row.task].path}`,
  act: toFinish[row.task].act,
});

function ofCase({ titles }: Titled, row: WaitingFacts['cases'][number]): Waiting {
  const common = {
    what: same(row.question),
    rule: { edition: row.edition, id: row.rule },
    since: row.since,
    due: row.deadline ?? row.postponedUntil,
  };
  const { name } = row.body;
  if (!row.records)
    return {
      ...common,
      kind: 'read',
      why: {
        da: `${name} skal beslutte, og du sidder med.`,
        en: `${name} is to decide, and you sit in it.`,
      },
      href: `/cases/${row.number}`,
      act: { da: 'Læs sagen', en: 'Read the case' },
    };
  const manager = titles['business-manager'].the;
  if (row.kind === 'placement' && row.initiativeSlug !== null)
    return {
      ...common,
      kind: 'place',
      why: {
        da: `${capital(manager.da)} indplacerer hvert initiativ.`,
        en: `${capital(manager.en)} places each initiative.`,
      },
      href: `/initiatives/${row.initiativeSlug}/place`,
      act: { da: 'Indplacér', en: 'Place' },
    };
  return {
    ...common,
    kind: 'decide',
    why: {
      da: `${name} skal beslutte, og du registrerer svaret.`,
      en: `${name} is to decide, and you record the answer.`,
    },
    href: `/cases/${row.number}#decide`,
    act: { da: 'Registrér', en: 'Record' },
  };
}

function ofDraft(row: WaitingFacts['drafts'][number]): Waiting {
  const { points } = row;
  return {
    kind: points > 0 ? 'sent-back' : 'draft',
    what: same(row.question),
    why:
      points > 0
        ? {
            da: `Sendt tilbage til dig med ${points === 1 ? '1 punkt' : `${points} punkter`}.`,
            en: `Sent back to you with ${points === 1 ? '1 point' : `${points} points`}.`,
          }
        : { da: 'Din kladde er ikke sendt endnu.', en: 'Your draft has not been sent yet.' },
    rule: { edition: row.edition, id: row.rule },
    since: row.since,
    due: row.deadline,
    href: `/cases/${row.number}`,
    act:
      points > 0 ? { da: 'Svar på punkterne', en: 'Answer the points' } : { da: 'Skriv videre', en: 'Go on' },
  };
}

const ofFinding = ({ finding, body, edition }: BodyFinding): Waiting => ({
  kind: 'finding',
  what: { da: `${body.name}: ${finding.cure.da}`, en: `${body.name}: ${finding.cure.en}` },
  why: finding.says,
  rule: { edition, id: finding.rule },
  since: finding.beganOn,
  due: finding.dueOn,
  href: `/bodies/${body.slug}`,
  act: { da: 'Se pladserne', en: 'See the seats' },
});

/** A breach that is to come is prevented by the day it begins; it is told as long before as a seat that ends. */
const ofComing = (found: BodyFinding): Waiting => ({
  ...ofFinding(found),
  why: {
    da: `Sker ved fristen, hvis intet ændres. ${found.finding.says.da}`,
    en: `Happens at the deadline if nothing changes. ${found.finding.says.en}`,
  },
  since: addDays(found.finding.beganOn, -toldBefore),
  due: found.finding.beganOn,
});

function ofSeat(titled: Titled, row: WaitingFacts['seats'][number]): Waiting {
  const role = roleTitle(titled, row.role);
  return {
    kind: 'seat',
    what: row.person.self
      ? {
          da: `Din plads ophører: ${role.da}, ${row.body.name}`,
          en: `Your seat ends: ${role.en}, ${row.body.name}`,
        }
      : {
          da: `${row.person.name}s plads ophører: ${role.da}, ${row.body.name}`,
          en: `The seat of ${row.person.name} ends: ${role.en}, ${row.body.name}`,
        },
    why: {
      da: 'Pladsen skal besættes igen, eller den skal stå ledig med vilje.',
      en: 'The seat is to be filled again, or left empty on purpose.',
    },
    rule: null,
    since: row.since,
    due: row.to,
    href: `/bodies/${row.body.slug}`,
    act: { da: 'Se pladserne', en: 'See the seats' },
  };
}

/** One row for each initiative and way of lapsing, however many requirements: that is how they are answered. */
function ofLapsed(rows: WaitingFacts['lapsed']): readonly Waiting[] {
  const groups = Map.groupBy(rows, (row) => `${row.initiative.slug}/${row.how}`);
  return [...groups.values()].map((group): Waiting => {
    const first = group.toSorted((a, b) => compare(a.on, b.on))[0] as (typeof rows)[number];
    const { initiative, edition, how } = first;
    const n = group.length;
    const labels = (language: 'da' | 'en') =>
      group
        .slice(0, 3)
        .map((row) => lineById(editionOf(edition), row.requirement)?.label[language] ?? row.requirement)
        .join('; ') + (n > 3 ? ' …' : '');
    return {
      kind: 'requirement',
      what: {
        da: `${initiative.name}: ${n === 1 ? '1 krav' : `${n} krav`} ${how === 'expired' ? 'med udløbet dokumentation' : 'er senere end planlagt'}`,
        en: `${initiative.name}: ${n === 1 ? '1 requirement' : `${n} requirements`} ${how === 'expired' ? 'with evidence out of date' : 'later than planned'}`,
      },
      why: { da: `${labels('da')}.`, en: `${labels('en')}.` },
      rule: { edition, id: first.requirement },
      since: first.on,
      due: first.on,
      href: `/initiatives/${initiative.slug}/requirements`,
      act: { da: 'Svar på kravene', en: 'Answer the requirements' },
    };
  });
}

function ofQuestion(row: WaitingFacts['questions'][number]): Waiting {
  const label = lineById(editionOf(row.edition), row.requirement)?.label ?? same(row.requirement);
  return {
    kind: 'question',
    what: {
      da: `${row.initiative} spørger om: ${label.da}`,
      en: `${row.initiative} asks about: ${label.en}`,
    },
    why: {
      da: 'Sekretariatet svarer på spørgsmål om krav.',
      en: 'The secretariat answers questions about requirements.',
    },
    rule: { edition: row.edition, id: row.requirement },
    since: row.since,
    due: null,
    href: `/questions/${row.id}/answer`,
    act: { da: 'Svar', en: 'Answer' },
  };
}

const ofAction = (row: WaitingFacts['actions'][number]): Waiting => ({
  kind: 'action',
  what: same(row.task),
  why: {
    da: `Du påtog dig det på møde nr. ${row.meeting}: ${row.body}.`,
    en: `You took it on at meeting no. ${row.meeting}: ${row.body}.`,
  },
  rule: null,
  since: row.since,
  due: row.dueOn,
  href: `/actions/${row.id}/end`,
  act: { da: 'Afslut', en: 'End it' },
});

const ofMinutes = (row: WaitingFacts['minutes'][number]): Waiting => ({
  kind: 'approve-minutes',
  what: {
    da: `${row.body}: referat af mødet ${formatDate(row.on, 'da')}`,
    en: `${row.body}: minutes of the meeting ${formatDate(row.on, 'en')}`,
  },
  why: {
    da: 'Du deltog, og referatet mangler din godkendelse.',
    en: 'You took part, and the minutes await your approval.',
  },
  rule: null,
  since: row.since,
  due: row.remarksUntil,
  href: `/meetings/${row.meeting}/minutes`,
  act: { da: 'Læs og godkend', en: 'Read and approve' },
});

const ofImport = (row: WaitingFacts['imports'][number]): Waiting => ({
  kind: 'import',
  what: {
    da: `${row.initiative.name}: filen ${row.fileName} er læst, men ikke bekræftet`,
    en: `${row.initiative.name}: the file ${row.fileName} is read but not confirmed`,
  },
  why: {
    da: 'Intet fra filen gælder, før en person har bekræftet det.',
    en: 'Nothing in the file counts until a person has confirmed it.',
  },
  rule: null,
  since: row.since,
  due: null,
  href: `/initiatives/${row.initiative.slug}/evaluation-imports/${row.id}`,
  act: { da: 'Gå rækkerne igennem', en: 'Go through the rows' },
});
