import type { Base, Majority as MajorityKind, Tie } from '../ballot.ts';
import type { BodyKind, Text } from '../vocabulary.ts';

/** A length of time by the calendar: a month is a calendar month, not thirty days. */
export interface Span {
  readonly n: number;
  readonly unit: 'days' | 'weeks' | 'months';
}

/** A part of a whole: 1 of 2 is half. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** A day of every year; months count from 1. */
export interface DayOfYear {
  readonly month: number;
  readonly day: number;
}

/** What carries a question. `cast` counts for against against, `present` all in the room, `all` every member. */
export interface Majority {
  readonly kind: MajorityKind;
  readonly base: Base;
}

/** Those whom the general assembly elects under an item of its agenda. */
export type ElectedRole = 'meeting-chair' | 'chair' | 'member' | 'substitute' | 'auditor';

/** An item that stands on every agenda of a body. */
export interface FixedItem {
  readonly key: string;
  readonly title: Text;
  readonly kind: 'information' | 'discussion' | 'decision';
  /** Before everything that waits for the body, or after it. */
  readonly place: 'first' | 'last';
  /** Whom the item elects. */
  readonly elects?: ElectedRole;
  /** Proposals of the members, and whatever else waits, belong under this item. */
  readonly holdsProposals?: true;
}

/** The years in which somebody stands for election. */
export type Years = 'odd' | 'even' | 'every';

interface Values {
  readonly count: number;
  readonly span: Span;
  readonly share: Share;
  readonly day: DayOfYear;
  readonly months: readonly number[];
  readonly majority: Majority;
  readonly tie: Tie;
  readonly years: Years;
  readonly body: BodyKind;
  readonly yes: true;
  readonly names: readonly Text[];
  readonly agenda: readonly FixedItem[];
}
export type SettingType = keyof Values;

/**
 * Everything that statutes can set, each with the type of its value. An edition of statutes sets it by exactly one
 * rule, or names it as a gap: nothing is filled in.
 */
export const settings = {
  'member.votes': { type: 'count', label: { da: 'Stemmer pr. medlem', en: 'Votes of a member' } },
  'member.leaves-when-registered': {
    type: 'yes',
    label: {
      da: 'Udmeldelse virker den dag, den er registreret',
      en: 'Leaving counts from the day it is registered',
    },
  },
  'member.excluded-by': {
    type: 'body',
    label: { da: 'Udelukkelse besluttes af', en: 'Exclusion is decided by' },
  },
  'member.exclusion-approved-by': {
    type: 'body',
    label: { da: 'Udelukkelse godkendes bagefter af', en: 'Exclusion is approved afterwards by' },
  },
  'member.reminders': {
    type: 'count',
    label: {
      da: 'Påkrav, før et medlem regnes for udmeldt',
      en: 'Reminders before a member counts as having left',
    },
  },
  'fee.set-by': { type: 'body', label: { da: 'Kontingent fastsættes af', en: 'The fee is set by' } },
  'fee.full-until': {
    type: 'day',
    label: {
      da: 'Fuldt kontingent ved indmeldelse til og med',
      en: 'Full fee for those who join until and on',
    },
  },
  'fee.late-share': { type: 'share', label: { da: 'Derefter', en: 'After that' } },
  'fee.indexed': {
    type: 'yes',
    label: {
      da: 'Kontingent reguleres efter løn- og prisskøn',
      en: 'The fee follows the estimate of wages and prices',
    },
  },
  'fee.rounded-to': {
    type: 'count',
    label: { da: 'Kontingent afrundes til (øre)', en: 'The fee is rounded to (øre)' },
  },
  'board.smallest': {
    type: 'count',
    label: {
      da: 'Mindste antal i bestyrelsen, formanden med',
      en: 'Fewest on the board, the chair included',
    },
  },
  'board.seats-of-a-member': {
    type: 'count',
    label: { da: 'Pladser pr. medlemsorganisation', en: 'Seats of one member organisation' },
  },
  'board.elected-by': {
    type: 'body',
    label: { da: 'Formand og bestyrelse vælges af', en: 'Chair and board are elected by' },
  },
  'board.quorum': {
    type: 'share',
    label: { da: 'Bestyrelsen kan beslutte, når mindst', en: 'The board can decide when at least' },
  },
  'board.majority': { type: 'majority', label: { da: 'Flertal i bestyrelsen', en: 'Majority on the board' } },
  'board.tie': { type: 'tie', label: { da: 'Stemmelighed i bestyrelsen', en: 'A tie on the board' } },
  'board.offices': {
    type: 'names',
    label: { da: 'Bestyrelsen vælger i sin midte', en: 'The board elects among its own' },
  },
  'board.deputy-chair': { type: 'yes', label: { da: 'Næstformand', en: 'Deputy chair' } },
  'board.written-decisions': { type: 'yes', label: { da: 'Beslutninger på mail', en: 'Decisions by mail' } },
  'board.presides-without-chair': {
    type: 'names',
    label: { da: 'Hvem der leder mødet uden formanden', en: 'Who presides when the chair is absent' },
  },
  'election.term': { type: 'count', label: { da: 'Valgperiode (år)', en: 'Term of election (years)' } },
  'election.chair': {
    type: 'years',
    label: { da: 'Formanden er på valg', en: 'The chair stands for election' },
  },
  'election.half-of-members': {
    type: 'years',
    label: { da: 'Halvdelen af medlemmerne er på valg', en: 'Half of the members stand for election' },
  },
  'election.substitute-takes-over-term': {
    type: 'yes',
    label: { da: 'Suppleanten overtager perioden', en: 'The substitute takes over the term' },
  },
  'election.several-candidates': {
    type: 'names',
    label: { da: 'Valg med flere kandidater', en: 'Elections with several candidates' },
  },
  'election.chair-out-of-turn': {
    type: 'names',
    label: { da: 'Ny formand mellem valgene', en: 'A new chair between elections' },
  },
  'assembly.months': {
    type: 'months',
    label: { da: 'Ordinær generalforsamling holdes i', en: 'The ordinary general assembly is held in' },
  },
  'assembly.quorum': {
    type: 'share',
    label: {
      da: 'Generalforsamlingen kan beslutte, når mindst',
      en: 'The general assembly can decide when at least',
    },
  },
  'assembly.majority': {
    type: 'majority',
    label: { da: 'Flertal på generalforsamlingen', en: 'Majority in the general assembly' },
  },
  'assembly.tie': {
    type: 'tie',
    label: { da: 'Stemmelighed på generalforsamlingen', en: 'A tie in the general assembly' },
  },
  'assembly.notice': { type: 'span', label: { da: 'Indkaldelse', en: 'Notice' } },
  'assembly.proposals': {
    type: 'span',
    label: { da: 'Forslag senest før', en: 'Proposals at the latest before' },
  },
  'assembly.papers': {
    type: 'span',
    label: { da: 'Forslag udsendt senest før', en: 'Proposals sent out at the latest before' },
  },
  'assembly.agenda': { type: 'agenda', label: { da: 'Fast dagsorden', en: 'Fixed agenda' } },
  'assembly.minutes': {
    type: 'span',
    label: { da: 'Referat offentliggjort senest efter', en: 'Minutes published at the latest after' },
  },
  'assembly.minutes-by-meeting-chair': {
    type: 'yes',
    label: { da: 'Dirigenten godkender referatet', en: 'The chair of the meeting approves the minutes' },
  },
  'assembly.proxies': {
    type: 'count',
    label: { da: 'Fuldmagter pr. fremmødt', en: 'Proxies of one who is present' },
  },
  'assembly.ballot': { type: 'names', label: { da: 'Hvordan der stemmes', en: 'How votes are cast' } },
  'assembly.electronic': {
    type: 'yes',
    label: { da: 'Elektronisk generalforsamling', en: 'General assembly held online' },
  },
  'extraordinary.held-within': {
    type: 'span',
    label: {
      da: 'Ekstraordinær generalforsamling holdes inden for',
      en: 'An extraordinary general assembly is held within',
    },
  },
  'extraordinary.notice': {
    type: 'span',
    label: { da: 'Indkaldelse til ekstraordinær', en: 'Notice of an extraordinary one' },
  },
  'extraordinary.asked-for-by': {
    type: 'share',
    label: {
      da: 'Medlemmer, der kan kræve ny bestyrelse valgt',
      en: 'Members who can have a new board elected',
    },
  },
  'extraordinary.proposals': {
    type: 'span',
    label: {
      da: 'Forslag til ekstraordinær senest før',
      en: 'Proposals to an extraordinary one at the latest before',
    },
  },
  'statutes.majority': {
    type: 'majority',
    label: { da: 'Ændring af vedtægterne', en: 'Change of the statutes' },
  },
  'dissolution.majority': { type: 'majority', label: { da: 'Opløsning', en: 'Dissolution' } },
  'secretariat.appointed-by': {
    type: 'body',
    label: { da: 'Sekretariatet udpeges af', en: 'The secretariat is appointed by' },
  },
  'licence.others-decided-by': {
    type: 'body',
    label: { da: 'Andre licenser besluttes af', en: 'Other licences are decided by' },
  },
  'community.highest': { type: 'body', label: { da: 'Øverste myndighed', en: 'Highest authority' } },
} as const satisfies Record<string, { readonly type: SettingType; readonly label: Text }>;

export type SettingId = keyof typeof settings;
export type Settings = { readonly [Id in SettingId]: Values[(typeof settings)[Id]['type']] };
