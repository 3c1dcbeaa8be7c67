import type { Titled, Titles } from '../../rulebook/titles.ts';
import type { Language, Text } from '../../rulebook/vocabulary.ts';
import type { Actor, Mandate } from './actor.ts';

/** What a deed is about, as far as rights depend on it. */
export interface Scope {
  readonly initiativeId?: string | null;
  /** The body that decides or is changed. */
  readonly body?: { readonly id: string; readonly kind: string; readonly initiativeId: string | null } | null;
  /** The person whose own matter it is. */
  readonly personId?: string | null;
  /** Who registered the initiative, while it is still an idea. */
  readonly registeredBy?: string | null;
  readonly organisationId?: string | null;
  /** The people called to the meeting, guests left out. */
  readonly called?: readonly string[];
  /** The people who may vote in a decision box. */
  readonly electors?: readonly string[];
  /** The grounds that count for this very thing, where they are fewer than the deed names: who seats people differs by body. */
  readonly among?: readonly GroundId[];
}

export interface Ground {
  /** What it is called; by the edition's title where it is a role that the editions name differently. */
  readonly name: Text | ((titles: Titles) => Text);
  readonly holds: (actor: Actor, scope: Scope) => boolean;
}

type Seat = Extract<Mandate, { kind: 'seat' }>;
const seats = (actor: Actor): Seat[] => actor.mandates.filter((m) => m.kind === 'seat');
const seatIn = (actor: Actor, kind: string, roles: readonly string[] | null = null): boolean =>
  seats(actor).some((seat) => seat.bodyKind === kind && (roles === null || roles.includes(seat.role)));
const groupSeat = (
  actor: Actor,
  scope: Scope,
  kind: string,
  roles: readonly string[] | null,
  voting = false,
): boolean =>
  scope.initiativeId != null &&
  seats(actor).some(
    (seat) =>
      seat.initiativeId === scope.initiativeId &&
      seat.bodyKind === kind &&
      (roles === null || roles.includes(seat.role)) &&
      (!voting || seat.voting),
  );
const initiativeRole = (actor: Actor, scope: Scope, role: string): boolean =>
  scope.initiativeId != null &&
  actor.mandates.some(
    (m) => m.kind === 'initiative' && m.initiativeId === scope.initiativeId && m.role === role,
  );

/**
 * The grounds a right can stand on. Each area's table names grounds only; nothing else gives a right.
 * The technical account has no mandates, and the grounds that need none refuse it.
 */
export const grounds = {
  anyone: { name: { da: 'alle', en: 'anyone' }, holds: () => true },
  'signed-in': { name: { da: 'man er logget ind', en: 'being signed in' }, holds: () => true },
  'community-person': {
    name: {
      da: 'man er logget ind som en person i fællesskabet',
      en: 'being signed in as a person of the community',
    },
    holds: (actor) => !actor.operator,
  },
  oneself: {
    name: { da: 'det er ens egen sag', en: 'it is one’s own matter' },
    holds: (actor, scope) => scope.personId === actor.id,
  },
  member: {
    name: { da: 'man er ansat hos et medlem', en: 'being employed by a member' },
    holds: (actor) => actor.ofMember && !actor.operator,
  },
  registrant: {
    name: { da: 'man har selv registreret idéen', en: 'having registered the idea' },
    holds: (actor, scope) => scope.registeredBy === actor.id && !actor.operator,
  },
  'business-manager': {
    name: (titles) => titles['business-manager'].the,
    holds: (actor) => seatIn(actor, 'secretariat', ['business-manager']),
  },
  secretariat: {
    name: { da: 'sekretariatet', en: 'the secretariat' },
    holds: (actor) => seatIn(actor, 'secretariat'),
  },
  'association-chair': {
    name: ({ chair }) => ({ da: `foreningens ${chair.da}`, en: `the ${chair.en} of the association` }),
    holds: (actor) => seatIn(actor, 'board', ['chair']),
  },
  'board-member': {
    name: { da: 'et medlem af bestyrelsen', en: 'a member of the board' },
    holds: (actor) => seats(actor).some((seat) => seat.bodyKind === 'board' && seat.voting),
  },
  'project-manager': {
    name: { da: 'initiativets projektleder', en: 'the initiative’s project manager' },
    holds: (a, s) => initiativeRole(a, s, 'project-manager'),
  },
  'project-owner': {
    name: { da: 'initiativets projektejer', en: 'the initiative’s project owner' },
    holds: (a, s) => initiativeRole(a, s, 'project-owner'),
  },
  'steering-chair': {
    name: ({ chair }) => ({ da: `styregruppens ${chair.da}`, en: `the ${chair.en} of the steering group` }),
    holds: (a, s) => groupSeat(a, s, 'steering-group', ['chair']),
  },
  'steering-member': {
    name: { da: 'et medlem af styregruppen', en: 'a member of the steering group' },
    holds: (a, s) => groupSeat(a, s, 'steering-group', null, true),
  },
  'coordination-member': {
    name: { da: 'et medlem af koordinationsgruppen', en: 'a member of the coordination group' },
    holds: (a, s) => groupSeat(a, s, 'coordination-group', null, true),
  },
  called: {
    name: { da: 'man er indkaldt til mødet', en: 'being called to the meeting' },
    holds: (actor, scope) => (scope.called?.includes(actor.id) ?? false) && !actor.operator,
  },
  elector: {
    name: {
      da: 'man var til stede med stemme, da afstemningen åbnede',
      en: 'having been present with a vote when it opened',
    },
    holds: (actor, scope) => (scope.electors?.includes(actor.id) ?? false) && !actor.operator,
  },
  'body-chair': {
    name: ({ chair }) => ({ da: `organets ${chair.da}`, en: `the body’s ${chair.en}` }),
    holds: (actor, scope) =>
      seats(actor).some((seat) => seat.bodyId === scope.body?.id && seat.role === 'chair'),
  },
  /**
   * Records what a body has decided: its secretary. The business manager is the board's (B2) and the general
   * assembly's, the project manager the steering group's (B5); a body may also have seated a secretary.
   */
  'body-secretary': {
    name: { da: 'organets sekretær', en: 'the body’s secretary' },
    holds: (actor, scope) => {
      const body = scope.body;
      if (!body) return false;
      if (seats(actor).some((seat) => seat.bodyId === body.id && seat.role === 'secretary')) return true;
      if (['board', 'general-assembly', 'secretariat'].includes(body.kind))
        return seatIn(actor, 'secretariat', ['business-manager']);
      if (body.kind === 'steering-group')
        return initiativeRole(actor, { initiativeId: body.initiativeId }, 'project-manager');
      return false;
    },
  },
} as const satisfies Record<string, Ground>;

export type GroundId = keyof typeof grounds;

/** What a ground is called under an edition. */
export function groundName({ titles }: Titled, id: GroundId): Text {
  const { name } = grounds[id] as Ground;
  return typeof name === 'function' ? name(titles) : name;
}

/** What a deed or a page takes, by the titles of the edition: one of some grounds. */
export function groundsAsked(titled: Titled, asked: readonly GroundId[]): Text {
  const names = (lang: Language) => asked.map((id) => groundName(titled, id)[lang]).join('; ');
  return asked.length === 1
    ? { da: `Det kræver: ${names('da')}.`, en: `It takes: ${names('en')}.` }
    : { da: `Det kræver en af disse: ${names('da')}.`, en: `It takes one of these: ${names('en')}.` };
}

/** The grounds of a deed that count for the thing it is about. */
export const countingGrounds = (asked: readonly GroundId[], { among }: Scope): readonly GroundId[] =>
  among ? asked.filter((id) => among.includes(id)) : asked;

/** The first of the grounds asked for that holds; null when none does. Visitors hold only `anyone`. */
export function groundFor(actor: Actor | null, asked: readonly GroundId[], scope: Scope): GroundId | null {
  for (const id of countingGrounds(asked, scope)) {
    if (id === 'anyone') return id;
    if (actor && (grounds[id] as Ground).holds(actor, scope)) return id;
  }
  return null;
}
