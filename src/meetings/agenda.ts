import { dayBefore } from '../../rulebook/dates.ts';
import { toldBefore } from '../../rulebook/ending-seats.ts';
import { roleTitle } from '../../rulebook/titles.ts';
import type { Edition } from '../../rulebook/rule.ts';
import type { MeetingRules } from '../../rulebook/statutes/meeting-rules.ts';
import {
  decisionKinds,
  type BodyKind,
  type DecisionKind,
  type SeatRole,
  type Text,
} from '../../rulebook/vocabulary.ts';
import { formatDate } from '../web/format.ts';
import { fixedKey, type ItemKind, type ItemSource } from './meeting.ts';
import { resolutionOf } from './resolutions.ts';

/** A case that waits for the body. */
export interface CaseWaiting {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly question: string;
  readonly since: string;
  readonly rule: string;
  readonly edition: string;
  readonly level: string | null;
  readonly initiative: { readonly id: string; readonly name: string } | null;
  /** The body that referred it here, and when. */
  readonly referredBy: string | null;
  readonly referredOn: string | null;
}

/** Why a thing was on an earlier agenda and was not settled there. */
export interface Earlier {
  readonly key: string;
  readonly meetingOn: string;
  /** Why it was taken off; null when it was not reached. */
  readonly removedBecause: string | null;
}

/** Everything that waits for a body when an agenda is made. Each list is bounded by its query. */
export interface AgendaFacts {
  readonly body: { readonly kind: BodyKind; readonly name: string };
  readonly edition: Edition;
  readonly rules: MeetingRules;
  readonly cases: readonly CaseWaiting[];
  /** Placements that the secretariat decided and the board has not been told of. */
  readonly placements: readonly {
    readonly decisionId: string;
    readonly initiative: { readonly id: string; readonly name: string };
    readonly level: string;
    readonly on: string;
    readonly rule: string;
    readonly edition: string;
  }[];
  readonly findings: readonly {
    readonly id: string;
    readonly rule: string;
    readonly edition: string;
    readonly says: Text;
    readonly cure: Text;
    readonly beganOn: string;
    readonly dueOn: string;
    /** It has not begun: it will on that day if nothing changes. */
    readonly coming: boolean;
    /** The seats that end the day before and bring it about. */
    readonly ending: readonly SeatRole[];
  }[];
  /** Seats that end soon and whose end breaks no rule, by the day they end. */
  readonly seats: readonly { readonly on: string; readonly roles: readonly SeatRole[] }[];
  /** Requirements of the body's initiative whose evidence is out of date. */
  readonly evidence: readonly {
    readonly initiative: { readonly id: string; readonly name: string };
    readonly count: number;
    readonly since: string;
  }[];
  readonly actions: { readonly open: number; readonly overdue: number };
  readonly minutes: readonly { readonly meetingId: string; readonly on: string }[];
  readonly written: readonly { readonly meetingId: string; readonly title: string; readonly on: string }[];
  readonly leftovers: readonly {
    readonly itemId: string;
    readonly kind: ItemKind;
    readonly title: string;
    readonly facts: string;
    readonly proposal: string;
    readonly closedGround: string | null;
    readonly meetingOn: string;
    readonly removedBecause: string | null;
  }[];
  readonly earlier: readonly Earlier[];
}

/** An item as an agenda proposes it. */
export interface Proposed {
  readonly source: ItemSource;
  readonly key: string;
  readonly kind: ItemKind;
  readonly title: Text;
  readonly facts: string;
  readonly proposal: Text | null;
  readonly because: Text;
  readonly rule: string | null;
  readonly edition: string | null;
  readonly caseId: string | null;
  readonly initiativeId: string | null;
  readonly closedGround: string | null;
}

const bare = {
  facts: '',
  proposal: null,
  rule: null,
  edition: null,
  caseId: null,
  initiativeId: null,
  closedGround: null,
} as const;

const both = (say: (lang: 'da' | 'en') => string): Text => ({ da: say('da'), en: say('en') });
const same = (text: string): Text => ({ da: text, en: text });

/**
 * The agenda that follows from what waits: fixed items first, then what was left from before, what is to be decided by
 * how long it has waited, what is to be discussed, what is for information, and the fixed items that close. Everything
 * stands once, each with the reason it is there.
 */
export function agendaFor(facts: AgendaFacts): readonly Proposed[] {
  const fixed = facts.rules.fixedItems;
  const opening = fixed.filter((each) => each.place !== 'last').map((each) => ofFixed(facts, each));
  const closing = fixed.filter((each) => each.place === 'last').map((each) => ofFixed(facts, each));
  const cases = facts.cases.map((each) => ofCase(facts, each));
  const waiting = [
    ...facts.minutes.map(ofMinutes),
    ...facts.written.map(ofWritten),
    ...(facts.actions.open > 0 ? [ofActions(facts.actions)] : []),
    ...facts.leftovers.map(ofLeftover),
    ...cases.filter((each) => each.kind === 'decision'),
    ...facts.findings.map((each) => ofFinding(facts, each)),
    ...facts.seats.map((each) => ofSeats(facts, each)),
    ...facts.evidence.map(ofEvidence),
    ...cases.filter((each) => each.kind === 'information'),
    ...facts.placements.map((each) => ofPlacement(facts, each)),
  ];
  const at = fixed.filter((each) => each.place !== 'last').findIndex((each) => each.holdsProposals);
  const all =
    at < 0
      ? [...opening, ...waiting, ...closing]
      : [...opening.slice(0, at + 1), ...waiting, ...opening.slice(at + 1), ...closing];
  const earlier = new Map(facts.earlier.map((each) => [each.key, each]));
  return all.map((item) => withEarlier(item, earlier.get(item.key)));
}

/** Adds to the reason that the thing was on an earlier agenda. */
function withEarlier(item: Proposed, earlier: Earlier | undefined): Proposed {
  if (!earlier) return item;
  const add = both((lang) => earlierText(earlier, lang));
  return { ...item, because: both((lang) => `${item.because[lang]} ${add[lang]}`) };
}

function earlierText({ meetingOn, removedBecause }: Omit<Earlier, 'key'>, lang: 'da' | 'en'): string {
  const on = formatDate(meetingOn, lang);
  if (removedBecause !== null)
    return lang === 'da'
      ? `Taget af dagsordenen ${on}: ${removedBecause}`
      : `Taken off the agenda of ${on}: ${removedBecause}`;
  return lang === 'da' ? `Blev ikke nået ${on}.` : `Was not reached on ${on}.`;
}

function ofFixed({ rules }: AgendaFacts, item: MeetingRules['fixedItems'][number]): Proposed {
  const source = rules.sources.fixedItems;
  return {
    ...bare,
    source: 'fixed',
    key: fixedKey(item.key),
    kind: item.kind,
    title: item.title,
    because:
      source === null
        ? { da: 'Står fast på organets dagsorden.', en: 'Always on the body’s agenda.' }
        : { da: 'Står fast på dagsordenen efter vedtægterne.', en: 'Always on the agenda by the statutes.' },
    rule: source?.rule ?? null,
    edition: source?.source.edition ?? null,
  };
}

function ofCase({ body }: AgendaFacts, asked: CaseWaiting): Proposed {
  const { referredBy, referredOn } = asked;
  return {
    ...bare,
    source: 'case',
    key: `case:${asked.id}`,
    kind: asked.kind === 'information' ? 'information' : 'decision',
    title: same(asked.question),
    proposal: resolutionOf(asked.kind, body.name, asked.initiative?.name ?? null, asked.level),
    because: both((lang) => {
      const kind = decisionKinds[asked.kind][lang];
      const since = formatDate(asked.since, lang);
      const waits =
        lang === 'da'
          ? `Sag om ${kind}, der har ventet på ${body.name} siden ${since}.`
          : `Case about ${kind} that has waited for ${body.name} since ${since}.`;
      if (referredBy === null || referredOn === null) return waits;
      return lang === 'da'
        ? `${waits} Henvist fra ${referredBy} ${formatDate(referredOn, lang)}.`
        : `${waits} Referred by ${referredBy} on ${formatDate(referredOn, lang)}.`;
    }),
    rule: asked.rule,
    edition: asked.edition,
    caseId: asked.id,
    initiativeId: asked.initiative?.id ?? null,
  };
}

const ofPlacement = ({ body }: AgendaFacts, each: AgendaFacts['placements'][number]): Proposed => ({
  ...bare,
  source: 'case',
  key: `placement:${each.decisionId}`,
  kind: 'information',
  title: {
    da: `${each.initiative.name} er indplaceret på ${each.level}`,
    en: `${each.initiative.name} has been placed at ${each.level}`,
  },
  proposal: resolutionOf('information', body.name, each.initiative.name, each.level),
  because: {
    da: `Indplaceret af sekretariatet ${formatDate(each.on, 'da')}; bestyrelsen orienteres.`,
    en: `Placed by the secretariat on ${formatDate(each.on, 'en')}; the board is told.`,
  },
  rule: each.rule,
  edition: each.edition,
  initiativeId: each.initiative.id,
});

const ofFinding = ({ body, edition }: AgendaFacts, each: AgendaFacts['findings'][number]): Proposed => ({
  ...bare,
  source: 'finding',
  key: `finding:${each.id}`,
  kind: 'discussion',
  title: each.coming
    ? {
        da: `Regel brydes fra ${formatDate(each.beganOn, 'da')}: ${each.says.da}`,
        en: `Rule broken from ${formatDate(each.beganOn, 'en')}: ${each.says.en}`,
      }
    : { da: `Sammensætning: ${each.says.da}`, en: `Composition: ${each.says.en}` },
  proposal: each.coming
    ? {
        da: `${body.name} drøfter, hvordan det undgås. ${each.cure.da}`,
        en: `${body.name} discusses how to prevent it. ${each.cure.en}`,
      }
    : {
        da: `${body.name} drøfter, hvordan det bringes i orden. ${each.cure.da}`,
        en: `${body.name} discusses how to put it right. ${each.cure.en}`,
      },
  because: each.coming
    ? both((lang) => comingText(edition, each, lang))
    : {
        da: `Anmærkning siden ${formatDate(each.beganOn, 'da')}; skal være i orden senest ${formatDate(each.dueOn, 'da')}.`,
        en: `A finding since ${formatDate(each.beganOn, 'en')}; to be put right by ${formatDate(each.dueOn, 'en')}.`,
      },
  rule: each.rule,
  edition: each.edition,
});

const rolesNamed = (edition: Edition, roles: readonly SeatRole[], lang: 'da' | 'en'): string =>
  [...new Set(roles.map((role) => roleTitle(edition, role)[lang]))].join(', ');

/** From when a rule will be broken, and by which seats that end. */
function comingText(
  edition: Edition,
  { beganOn, ending }: AgendaFacts['findings'][number],
  lang: 'da' | 'en',
): string {
  const from = formatDate(beganOn, lang);
  const last = formatDate(dayBefore(beganOn), lang);
  const named = rolesNamed(edition, ending, lang);
  const n = ending.length;
  if (lang === 'da')
    return n === 0
      ? `Anmærkning fra ${from}, hvis intet ændres.`
      : `Anmærkning fra ${from}, hvis intet ændres: ${n === 1 ? 'en plads ophører' : `${n} pladser ophører`} ${last} (${named}).`;
  return n === 0
    ? `A finding from ${from} if nothing changes.`
    : `A finding from ${from} if nothing changes: ${n === 1 ? 'a seat ends' : `${n} seats end`} on ${last} (${named}).`;
}

function ofSeats({ edition }: AgendaFacts, { on, roles }: AgendaFacts['seats'][number]): Proposed {
  const n = roles.length;
  const named = (lang: 'da' | 'en') => rolesNamed(edition, roles, lang);
  return {
    ...bare,
    source: 'seat',
    key: `seat:${on}`,
    kind: 'discussion',
    title: {
      da: `${n === 1 ? 'En plads ophører' : `${n} pladser ophører`} ${formatDate(on, 'da')}: ${named('da')}`,
      en: `${n === 1 ? 'A seat ends' : `${n} seats end`} on ${formatDate(on, 'en')}: ${named('en')}`,
    },
    proposal: {
      da: 'Det aftales, hvordan pladserne besættes igen.',
      en: 'It is agreed how the seats are filled again.',
    },
    because: {
      da: `Pladser, der ophører inden for ${toldBefore} dage, skal besættes igen eller stå ledige med vilje.`,
      en: `Seats that end within ${toldBefore} days are to be filled again, or left empty on purpose.`,
    },
  };
}

const ofEvidence = ({ initiative, count, since }: AgendaFacts['evidence'][number]): Proposed => ({
  ...bare,
  source: 'evidence',
  key: `evidence:${initiative.id}`,
  kind: 'discussion',
  title: {
    da: `${initiative.name}: dokumentationen er udløbet for ${count === 1 ? '1 krav' : `${count} krav`}`,
    en: `${initiative.name}: evidence has expired for ${count === 1 ? '1 requirement' : `${count} requirements`}`,
  },
  proposal: {
    da: 'Det aftales, hvem der fornyer dokumentationen, og hvornår.',
    en: 'It is agreed who renews the evidence, and when.',
  },
  because: {
    da: `Den første udløb ${formatDate(since, 'da')}.`,
    en: `The first expired on ${formatDate(since, 'en')}.`,
  },
  initiativeId: initiative.id,
});

const ofActions = ({ open, overdue }: AgendaFacts['actions']): Proposed => ({
  ...bare,
  source: 'action',
  key: 'action:open',
  kind: 'information',
  title: { da: 'Opfølgning på opgaver', en: 'Follow-up on actions' },
  because: {
    da: `${open === 1 ? '1 opgave er åben' : `${open} opgaver er åbne`}${overdue > 0 ? `, ${overdue} over fristen` : ''}.`,
    en: `${open === 1 ? '1 action is open' : `${open} actions are open`}${overdue > 0 ? `, ${overdue} overdue` : ''}.`,
  },
});

const ofMinutes = ({ meetingId, on }: AgendaFacts['minutes'][number]): Proposed => ({
  ...bare,
  source: 'minutes',
  key: `minutes:${meetingId}`,
  kind: 'decision',
  title: {
    da: `Godkendelse af referat af mødet ${formatDate(on, 'da')}`,
    en: `Approval of the minutes of ${formatDate(on, 'en')}`,
  },
  proposal: { da: 'Referatet godkendes.', en: 'The minutes are approved.' },
  because: { da: 'Referatet er ikke godkendt endnu.', en: 'The minutes are not approved yet.' },
});

const ofWritten = ({ meetingId, title, on }: AgendaFacts['written'][number]): Proposed => ({
  ...bare,
  source: 'written',
  key: `written:${meetingId}`,
  kind: 'information',
  title: {
    da: `Skriftlig behandling siden sidst: ${title}`,
    en: `Written procedure since last time: ${title}`,
  },
  proposal: {
    da: 'Det konstateres, hvad der er besluttet skriftligt.',
    en: 'What was decided in writing is established.',
  },
  because: { da: `Sluttede ${formatDate(on, 'da')}.`, en: `Ended on ${formatDate(on, 'en')}.` },
});

const ofLeftover = (each: AgendaFacts['leftovers'][number]): Proposed => ({
  ...bare,
  source: 'leftover',
  key: `leftover:${each.itemId}`,
  kind: each.kind,
  title: same(each.title),
  facts: each.facts,
  proposal: each.proposal === '' ? null : same(each.proposal),
  because: both((lang) => earlierText(each, lang)),
  closedGround: each.closedGround,
});

/**
 * The order of an agenda that is brought up to date: what stands keeps the order people gave it, and what is new comes
 * after what precedes it in the proposal.
 * @param standing keys in their present order
 * @param proposed keys in the order of the proposal
 */
export function mergedOrder(standing: readonly string[], proposed: readonly string[]): readonly string[] {
  const stands = new Set(standing);
  const after = new Map<string, string[]>([['', []]]);
  let anchor = '';
  for (const key of proposed) {
    if (stands.has(key)) anchor = key;
    else {
      const list = after.get(anchor);
      if (list) list.push(key);
      else after.set(anchor, [key]);
    }
  }
  return [...(after.get('') ?? []), ...standing.flatMap((key) => [key, ...(after.get(key) ?? [])])];
}
