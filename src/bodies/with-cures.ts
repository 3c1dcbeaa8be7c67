import { titledUnder } from '../rules/community.ts';
import type { CompositionRule } from '../../rulebook/rule.ts';
import type { BodyKind, Text } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import type { Actor } from '../people/actor.ts';
import { groundFor, groundName } from '../people/grounds.ts';
import { editionOf } from '../rules/edition-of.ts';
import { cureSteps, type CureStep } from './cures.ts';
import type { BodyFinding } from './findings.ts';
import { plusDays } from '../lib/time.ts';
import { bodyBy, keepersOf, type Body } from './load.ts';
import { seatsOf } from './queries.ts';
import { substitutesRefused } from './step-in.ts';

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
  const [first] = findings;
  if (!first) return [];
  const body = await bodyBy(db, bodyId);
  const keepers = await keepersOf(db, body);
  const scope = {
    initiativeId: body.initiative_id,
    body: { id: body.id, kind: body.kind, initiativeId: body.initiative_id },
  };
  const titled = titledUnder(first.edition);
  const who = keepers.map((id) => groundName(titled, id));
  if (groundFor(actor, keepers, scope) === null) return findings.map((each) => ({ ...each, steps: [], who }));
  return Promise.all(
    findings.map(async (each) => {
      const rule = ruleOf(each);
      // A breach to come is cured as of the day it begins.
      const on = each.coming ? each.finding.beganOn : today;
      const [seats, projectManager, left, candidates] = await Promise.all([
        seatsOf(db, body.id, on, true),
        managerOf(db, body.initiative_id, on),
        leftSeats(db, body, on),
        'from' in rule ? candidatesOf(db, rule.from, body.id, on) : [],
      ]);
      const facts = { body, seats, candidates, projectManager, left, from: each.coming ? on : null };
      return { ...each, who, steps: cureSteps(titled, rule, facts) };
    }),
  );
}

/** How long back a seat that was left is offered to a substitute: the longest term. */
const leftWithinDays = 731;

/** Voting seats that were left before a day and nobody has taken over, where substitutes do that. */
async function leftSeats(db: Db, body: Body, on: string) {
  if (substitutesRefused(body.kind, body.name, on)) return [];
  const rows = await db
    .selectFrom('seats as s')
    .innerJoin('people as p', 'p.id', 's.person_id')
    .select(['s.id', 'p.name'])
    .where('s.body_id', '=', body.id)
    .where('s.voting', '=', true)
    .where('s.to_on', '<', on)
    .where('s.to_on', '>=', plusDays(on, -leftWithinDays))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('seats as n')
            .select('n.id')
            .where((or) =>
              or.or([
                or('n.stood_in_for', '=', or.ref('s.id')),
                or.and([
                  or('n.body_id', '=', body.id),
                  or('n.person_id', '=', or.ref('s.person_id')),
                  or('n.from_on', '>', or.ref('s.to_on')),
                ]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('s.to_on', 'desc')
    .orderBy('s.id')
    .limit(12)
    .execute();
  return rows.map((row) => ({ ...row, leaves: on }));
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
