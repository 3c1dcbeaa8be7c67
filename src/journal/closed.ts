import type { Actor } from '../people/actor.ts';

/** What a row of the journal says, as far as it may be closed to a reader. */
export interface Content {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly initiativeId: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** A person as before and after may name them. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface Opened {
  readonly before: unknown;
  readonly after: unknown;
  /** Paths of what is closed to this reader and left out: `after`, `before.person`. */
  readonly withheld: readonly string[];
}

/** Whether a reader is told people's names: those who are signed in, but not the technical account. */
export const knowsPeople = (actor: Actor | null): actor is Actor => actor !== null && !actor.operator;

const inSecretariat = (actor: Actor): boolean =>
  actor.mandates.some((m) => m.kind === 'seat' && m.bodyKind === 'secretariat');

/** The initiative's own people, the secretariat and the board read closed evidence, as on the evidence itself. */
const readsClosedEvidence = (actor: Actor | null, initiativeId: string | null): boolean =>
  (actor?.mandates ?? []).some(
    (m) =>
      (m.initiativeId !== null && m.initiativeId === initiativeId) ||
      (m.kind === 'seat' && (m.bodyKind === 'secretariat' || (m.bodyKind === 'board' && m.voting))),
  );

/** What must not be shown to anybody, whoever asks: secrets and what stands for them. */
const secret = /^(token|code|secret|password|cookie|publicKey|credential)(Hash|Id)?$/i;
const emailAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * What a reader may see of before and after. What one writes about a person is for that person and the secretariat;
 * closed evidence for those who may fetch it; e-mail addresses for the secretariat; people's names for those who are
 * signed in. Found by what the values are, so that a new deed cannot forget it.
 * @param people those whom before and after name, by id, name or e-mail
 */
export function openedFor(content: Content, actor: Actor | null, people: readonly Named[]): Opened {
  const { subject, initiativeId, before, after } = content;
  const own = actor !== null && subject.kind === 'person' && subject.id === actor.id;
  const secretariat = actor !== null && inSecretariat(actor);
  if (subject.kind === 'person' && !own && !secretariat) return allClosed(before, after);
  if ([before, after].some(isRestricted) && !readsClosedEvidence(actor, initiativeId))
    return allClosed(before, after);
  const withheld: string[] = [];
  const naming = new Set(people.flatMap((person) => [person.id, person.name]));
  const closed = (key: string, value: string): boolean =>
    secret.test(key) ||
    (emailAddress.test(value) && !secretariat && !own) ||
    (naming.has(value) && !knowsPeople(actor));
  const open = (value: unknown, path: string, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => open(item, `${path}.${index}`, key));
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value).map(([name, item]) => [name, open(item, `${path}.${name}`, name)]),
      );
    if (typeof value !== 'string' || !closed(key, value)) return value;
    withheld.push(path);
    return null;
  };
  return { before: open(before, 'before', ''), after: open(after, 'after', ''), withheld };
}

const allClosed = (before: unknown, after: unknown): Opened => ({
  before: null,
  after: null,
  withheld: [...(before === null ? [] : ['before']), ...(after === null ? [] : ['after'])],
});

const isRestricted = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && (value as { restricted?: unknown }).restricted === true;

/** Every text in before and after that may stand for a person or another record: short ones, each once. */
export function textsIn(values: readonly unknown[]): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string' && value.length > 0 && value.length <= 254) found.add(value);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(look);
  };
  values.forEach(look);
  return [...found];
}
