import { isBreached } from '../composition.ts';
import { rankOf } from '../judge.ts';
import type { BodyRule, CompositionRule, Edition, LevelId, RuleId, SeatFact } from '../rule.ts';
import { bodyKinds, seatRoles, type BodyKind, type SeatRole } from '../vocabulary.ts';
import { canonical, defect, type Defect } from './defect.ts';

/** More seats than any body has; keeps a mistyped number from filling the memory. */
const mostSeats = 1000;

export const bodyRule = (edition: Edition, kind: BodyKind): BodyRule | undefined =>
  edition.bodies.find((body) => body.kind === kind);

/**
 * A rule on the seats of a body that cannot be kept together with the others; undefined when all can. The fullest
 * set of seats the rules leave room for is made up and put to the very rules that judge real seats.
 */
export function impossibleRule(edition: Edition, body: BodyKind, level: LevelId): RuleId | undefined {
  const ours = edition.composition.filter(
    (each) =>
      each.body === body &&
      (each.level === undefined || rankOf(edition, each.level) <= rankOf(edition, level)),
  );
  const seats = fullestSeats(
    edition,
    body,
    ours.map((each) => each.rule),
  );
  return ours.find((each) => isBreached(each.rule, seats))?.id;
}

function fullestSeats(
  edition: Edition,
  body: BodyKind,
  rules: readonly CompositionRule['rule'][],
): readonly SeatFact[] {
  const silent = new Set(rules.flatMap((rule) => (rule.kind === 'no-vote' ? [rule.role] : [])));
  const single = new Set(rules.flatMap((rule) => (rule.kind === 'exactly-one' ? [rule.role] : [])));
  const alsoIn = edition.bodies
    .filter((other) => !other.ofInitiative && other.kind !== body)
    .map((other) => other.kind);
  const seat = (person: string, role: SeatRole): SeatFact => ({
    person,
    organisation: person,
    role,
    voting: !silent.has(role),
    from: edition.inForceFrom,
    to: null,
    alsoIn,
  });
  const counts = rules.map((rule) => ('n' in rule ? rule.n : 0));
  const wanted = Math.min(mostSeats, Math.max(2, bodyRule(edition, body)?.minimumVoting ?? 0, ...counts));
  const open = (Object.keys(seatRoles) as SeatRole[]).filter((role) => !single.has(role));
  const ordinary = open.find((role) => !silent.has(role)) ?? open[0];
  const singles = [...single].map((role) => seat(role, role));
  if (!ordinary) return singles;
  return [...singles, ...Array.from({ length: wanted }, (_, index) => seat(`p${index}`, ordinary))];
}

/** Who sits where: rules that bind a body there is, once each, and that can be kept together. */
export function* checkSeats(edition: Edition): Iterable<Defect> {
  const seen = new Map<string, RuleId>();
  for (const rule of edition.composition) {
    yield* checkScope(edition, rule);
    const key = canonical([rule.body, rule.level ?? null, rule.rule]);
    const first = seen.get(key);
    seen.set(key, first ?? rule.id);
    if (first !== undefined)
      yield defect(
        'composition-twice',
        rule.id,
        `Reglen siger det samme som ${first}. Fjern en af dem.`,
        `The rule says the same as ${first}. Remove one.`,
      );
  }
  for (const { kind } of edition.bodies) {
    const found = new Set(edition.levels.map(({ id }) => impossibleRule(edition, kind, id)));
    for (const rule of found)
      if (rule !== undefined)
        yield defect(
          'composition-impossible',
          rule,
          `Ingen sammensætning af ${bodyKinds[kind].da} kan holde reglen sammen med de andre regler for organet. Ret en af dem.`,
          `No set of seats in the ${bodyKinds[kind].en} can keep the rule together with the body’s other rules. Correct one.`,
        );
  }
}

function* checkScope(edition: Edition, rule: CompositionRule): Iterable<Defect> {
  const body = bodyRule(edition, rule.body);
  if (!body)
    yield defect(
      'composition-scope',
      rule.id,
      `Udgaven har intet organ af slagsen ${bodyKinds[rule.body].da}. Tilføj organet, eller fjern reglen.`,
      `The edition has no ${bodyKinds[rule.body].en}. Add the body or remove the rule.`,
    );
  else if (rule.level !== undefined && !body.ofInitiative)
    yield defect(
      'composition-scope',
      rule.id,
      `${bodyKinds[rule.body].da} hører ikke til et initiativ og har intet niveau, så reglen ville aldrig gælde. Fjern niveauet.`,
      `The ${bodyKinds[rule.body].en} belongs to no initiative and has no level, so the rule would never bind. Remove the level.`,
    );
  if (!('from' in rule.rule)) return;
  const from = bodyRule(edition, rule.rule.from);
  if (!from || from.ofInitiative || from.kind === rule.body)
    yield defect(
      'composition-scope',
      rule.id,
      `Pladserne skal komme fra et andet organ i hele fællesskabet; det gør ${bodyKinds[rule.rule.from].da} ikke. Nævn et sådant organ.`,
      `The seats must come from another body of the whole community; the ${bodyKinds[rule.rule.from].en} is none. Name one that is.`,
    );
}
