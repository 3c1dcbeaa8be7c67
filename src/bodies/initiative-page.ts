import type { BodyKind, InitiativeRole } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import type { Actor } from '../people/actor.ts';
import { groundFor } from '../people/grounds.ts';
import { qualifications } from '../people/vocabulary.ts';
import { contractsOf } from '../portfolio/contracts.ts';
import { initiativeDetails } from '../portfolio/queries.ts';
import type { Initiative } from '../portfolio/load.ts';
import { editionOf } from '../rules/edition-of.ts';
import { standingOf } from '../rules/standing.ts';
import { demandsOn } from './demands.ts';
import { scopeOfSeats } from './load.ts';
import { establishedBy } from './permissions.ts';
import { bodyDetails, type BodyDetails } from './queries.ts';
import { withCures } from './with-cures.ts';

/** The groups an initiative has, or has had, that its page shows. */
const mostGroups = 30;

/** Everything the page about an initiative's groups and people shows. */
export async function initiativeBodies(db: Db, initiative: Initiative, actor: Actor | null, today: string) {
  const reader = { edition: initiative.edition, today, names: actor !== null && !actor.operator };
  const edition = editionOf(initiative.edition);
  const rows = await db
    .selectFrom('bodies')
    .select('id')
    .where('initiative_id', '=', initiative.id)
    .orderBy('kind', 'desc')
    .orderBy('established_on')
    .orderBy('id')
    .limit(mostGroups)
    .execute();
  const [groups, standing, { people }, contracts] = await Promise.all([
    Promise.all(
      rows.map(async ({ id }) => group(db, await bodyDetails(db, id, reader, today), actor, today)),
    ),
    standingOf(db, initiative.id, edition, today),
    initiativeDetails(db, initiative.id),
    contractsOf(db, initiative.id),
  ]);
  const open = groups.filter((each) => each.closedOn === null || each.closedOn > today);
  return {
    edition,
    groups,
    contracts,
    demands: demandsOn(
      edition,
      standing,
      new Set(open.map((each) => each.kind)),
      new Set(
        open.flatMap((each) =>
          each.findings.filter(({ coming }) => !coming).map(({ finding }) => finding.rule),
        ),
      ),
      today,
    ),
    appointments: people.map((each) => ({
      id: each.id,
      role: each.role as InitiativeRole,
      person: actor === null ? null : { id: each.person_id, name: each.name },
      qualification:
        each.qualification in qualifications
          ? qualifications[each.qualification as keyof typeof qualifications]
          : qualifications.none,
      from: each.from_on,
      to: each.to_on,
    })),
    missing: edition.bodies
      .filter((body) => body.ofInitiative && initiative.stage !== 'retired')
      .map((body) => body.kind)
      .filter((kind) => !open.some((each) => each.kind === kind))
      .filter((kind) => mayEstablish(actor, kind, initiative.id)),
  };
}

const mayEstablish = (actor: Actor | null, kind: BodyKind, initiativeId: string): boolean =>
  groundFor(actor, establishedBy[kind], { initiativeId }) !== null;

async function group(db: Db, body: BodyDetails, actor: Actor | null, today: string) {
  const scope = await scopeOfSeats(db, body.id);
  const { part, decisions } = body.board;
  const appointed = decisions.some((each) => each.appointed);
  return {
    slug: body.slug,
    kind: body.kind,
    name: body.name,
    closedOn: body.closedOn,
    boardStatus:
      part === 'appoints' && !appointed
        ? ('notAppointed' as const)
        : part === 'approves' && decisions.length === 0
          ? ('notApproved' as const)
          : null,
    seats: body.seats,
    findings: await withCures(db, body.id, body.findings, actor, today),
    keeps: actor !== null && groundFor(actor, scope.among ?? [], scope) !== null,
  };
}
