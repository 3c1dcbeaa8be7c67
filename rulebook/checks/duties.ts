import { facilitationRules } from '../facilitation.ts';
import type { Edition } from '../rule.ts';
import { defect, repeated, type Defect } from './defect.ts';

/** Every duty is carried by rules there are, or left to people with a reason; and old ids point at real lines. */
export function* checkDuties(edition: Edition, others: readonly Edition[]): Iterable<Defect> {
  const carriers = new Set<string>([
    ...Object.keys(edition.requirements),
    ...Object.keys(edition.needs),
    ...[...edition.gates, ...edition.decisionRights, ...edition.composition, ...edition.levels].map(
      ({ id }) => id,
    ),
    ...edition.bodies.map(({ kind }) => kind),
    ...facilitationRules(edition).map(({ id }) => id),
  ]);
  const left = edition.leftToPeople.map(({ duty }) => duty);
  for (const { id, carriedBy } of edition.duties) {
    for (const rule of carriedBy)
      if (!carriers.has(rule))
        yield defect(
          'duty-carried',
          id,
          `Pligten siges båret af ${rule}, som ikke findes. Nævn en regel, der findes.`,
          `The duty is said to be carried by ${rule}, which does not exist. Name a rule that does.`,
        );
    const byRules = carriedBy.length > 0;
    if (byRules === left.includes(id))
      yield byRules
        ? defect(
            'duty-once',
            id,
            'Pligten bæres både af regler og af mennesker. Vælg det ene.',
            'The duty is both carried by rules and left to people. Choose one.',
          )
        : defect(
            'duty-once',
            id,
            'Pligten bæres hverken af en regel eller af mennesker. Nævn en regel, eller begrund, at den er overladt til mennesker.',
            'The duty is neither carried by a rule nor left to people. Name a rule, or give the reason it is left to people.',
          );
  }
  for (const duty of left)
    if (!edition.duties.some(({ id }) => id === duty))
      yield defect(
        'duty-once',
        duty,
        'Der er ingen pligt med det id at overlade til mennesker. Ret id’et, eller fjern linjen.',
        'There is no duty of that id to leave to people. Correct the id or remove the entry.',
      );
  for (const duty of repeated(left))
    yield defect(
      'duty-once',
      duty,
      'Pligten er overladt til mennesker to gange. Fjern den ene.',
      'The duty is left to people twice. Remove one.',
    );
  yield* checkFormerly(edition, others);
}

function* checkFormerly(edition: Edition, others: readonly Edition[]): Iterable<Defect> {
  for (const { id, formerly = {} } of Object.values(edition.requirements))
    for (const [earlier, ids] of Object.entries(formerly)) {
      const other = others.find((each) => each.id === earlier && each.id !== edition.id);
      const missing = other ? ids.filter((old) => !Object.hasOwn(other.requirements, old)) : [];
      if (earlier === edition.id)
        yield defect(
          'formerly-known',
          id,
          'Kravet kan ikke videreføre et krav fra sin egen udgave. Nævn en tidligere udgave.',
          'A requirement cannot carry on one of its own edition. Name an earlier edition.',
        );
      for (const old of missing)
        yield defect(
          'formerly-known',
          id,
          `Udgaven ${earlier} har intet krav ${old}. Ret id’et.`,
          `The edition ${earlier} has no requirement ${old}. Correct the id.`,
        );
    }
}
