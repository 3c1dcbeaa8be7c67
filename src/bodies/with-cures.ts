import type { CompositionRule } from '../../rulebook/rule.ts';
import type { BodyKind, Text } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import type { Actor } from '../people/actor.ts';
import { groundFor, grounds } from '../people/grounds.ts';
import { editionOf } from '../rules/edition-of.ts';
import { cureSteps, type CureStep } from './cures.ts';
import type { BodyFinding } from './findings.ts';
import { bodyBy, keepersOf } from './load.ts';
import { seatsOf } from './queries.ts';

/** A finding with what the reader can do about it, and who can. */
export interface CurableFinding extends BodyFinding {
  /** Prepared forms; none for those who may not. */
  readonly steps: readonly CureStep[];
  readonly who: readonly Text[];
}

/** Findings on one body, each with its cures for the reader. */
export async function withCures(
  db: Db,
  bodyId: string,
  findings: readonly BodyFinding[],
  actor: Actor | null,
  today: string,
): Promise<readonly CurableFinding[]> {
  if (findings.length === 0) return [];
  const body = await bodyBy(db, bodyId);
  const keepers = await keepersOf(db, body);
  const scope = {
    initiativeId: body.initiative_id,
    body: { id: body.id, kind: body.kind, initiativeId: body.initiative_id },
  };
  const who = keepers.map((id) => grounds[id].name);
  if (groundFor(actor, keepers, scope) === null) return findings.map((each) => ({ ...each, steps: [], who }));
  const [seats, projectManager] = await Promise.all([
    seatsOf(db, body.id, today, true),
    managerOf(db, body.initiative_id, today),
  ]);
  return Promise.all(
    findings.map(async (each) => {
      const rule = ruleOf(each);
      const candidates = 'from' in rule ? await candidatesOf(db, rule.from, body.id, today) : [];
      return { ...each, who, steps: cureSteps(rule, { body, seats, candidates, projectManager }) };
    }),
  );
}

function ruleOf({ edition, finding }: BodyFinding): CompositionRule['rule'] {
  const found = editionOf(edition).composition.find((each) => each.id === finding.rule);
  if (!found) throw new Error(`edition ${edition} has no rule ${finding.rule}`);
  return found.rule;
}

async function managerOf(db: Db, initiativeId: string | null, today: string): Promise<string | null> {
  const row = await db
    .selectFrom('initiative_people')
    .select('person_id')
    .where('initiative_id', '=', initiativeId)
    .where('role', '=', 'project-manager')
    .where('from_on', '<=', today)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', today)]))
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** Who has a vote in a body of the community and no seat in this one. */
const candidatesOf = (db: Db, kind: BodyKind, bodyId: string, today: string) =>
  db
    .selectFrom('seats as s')
    .innerJoin('bodies as b', 'b.id', 's.body_id')
    .innerJoin('people as p', 'p.id', 's.person_id')
    .select(['p.id', 'p.name'])
    .distinct()
    .where('b.kind', '=', kind)
    .where('b.closed_on', 'is', null)
    .where('s.voting', '=', true)
    .where('s.from_on', '<=', today)
    .where((eb) => eb.or([eb('s.to_on', 'is', null), eb('s.to_on', '>=', today)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('seats as x')
            .select('x.id')
            .whereRef('x.person_id', '=', 's.person_id')
            .where('x.body_id', '=', bodyId)
            .where((or) => or.or([or('x.to_on', 'is', null), or('x.to_on', '>=', today)])),
        ),
      ),
    )
    .orderBy('p.name')
    .limit(50)
    .execute();
