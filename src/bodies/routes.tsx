import { z } from 'zod';
import { bodyKinds } from '../../rulebook/vocabulary.ts';
import { openCase } from '../cases/commands/open-case.ts';
import { proposerGrounds } from '../cases/permissions.ts';
import { listCases } from '../cases/queries.ts';
import type { Db } from '../db/client.ts';
import type { Deed } from '../deeds/deed.ts';
import { mayDo } from '../deeds/perform.ts';
import { idOrSlug, isoDate, oneOf, optionalLine } from '../lib/inputs.ts';
import type { Actor } from '../people/actor.ts';
import { groundFor } from '../people/grounds.ts';
import { appointPerson } from '../portfolio/commands/appoint-person.ts';
import { recordContract } from '../portfolio/commands/contracts.ts';
import { frameFacts } from '../portfolio/frame.ts';
import { initiativeBy } from '../portfolio/load.ts';
import { editionOf } from '../rules/edition-of.ts';
import { mayCall } from '../meetings/choices.ts';
import { listActions } from '../meetings/actions/queries.ts';
import { candidatesFor } from '../meetings/elections/queries.ts';
import { listMeetings } from '../meetings/queries.ts';
import type { Page } from '../web/page.ts';
import { definePage, type PageSpec } from '../web/pages.ts';
import { bodyStates } from './body-states.ts';
import { chartersOf } from './charter-queries.ts';
import { charterWords } from './charter-words.ts';
import { approveCharter } from './commands/approve-charter.ts';
import { changeBody } from './commands/change-body.ts';
import { closeBody } from './commands/close-body.ts';
import { establishBody } from './commands/establish-body.ts';
import { joinBody, mayJoin } from './commands/join-body.ts';
import { seatPerson } from './commands/seat-person.ts';
import { initiativeBodies } from './initiative-page.ts';
import { bodyBy } from './load.ts';
import { comingElection } from './elections.ts';
import { indispensable } from './refusals.ts';
import {
  bodyDetails,
  countBodies,
  decisionsOfBody,
  listBodies,
  seatsOf,
  type BodyDetails,
} from './queries.ts';
import { writeCharter } from './commands/write-charter.ts';
import { setFacilitator } from './commands/set-facilitator.ts';
import { facilitationOf } from './facilitation.ts';
import { BodiesView } from './views/bodies.tsx';
import { BodyView } from './views/body.tsx';
import { CharterView } from './views/charter.tsx';
import { DecisionsView } from './views/decisions.tsx';
import { establishLabel, InitiativeBodiesView } from './views/initiative-bodies.tsx';
import { withCures } from './with-cures.ts';
import { bodyWords } from './words.ts';

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const readerOf = (page: Page, actor: Actor | null) => ({
  edition: page.community.edition,
  today: page.today,
  // The technical account is told of no people.
  names: actor !== null && !actor.operator,
});

const bodies = definePage({
  path: '/bodies',
  params: z.object({}),
  query: z.object({
    kind: emptyIsNone(oneOf(bodyKinds)),
    state: emptyIsNone(oneOf(bodyStates)),
    initiative: emptyIsNone(idOrSlug()),
    q: emptyIsNone(optionalLine(200)),
    cursor: z.string().max(2_000).optional(),
  }),
  grounds: ['anyone'],
  run: async ({ db, page, query, actor }) => {
    const { cursor, ...filter } = query;
    const [list, total, mayEstablish] = await Promise.all([
      listBodies(db, { ...filter, cursor, limit: 100 }, readerOf(page, actor)),
      countBodies(db, filter, page.today),
      mayDo(db, establishBody, {}, actor),
    ]);
    const at = (next: string): string => {
      const address = new URLSearchParams();
      for (const name of ['kind', 'state', 'initiative', 'q'] as const)
        if (query[name]) address.set(name, query[name]);
      address.set('cursor', next);
      return page.href(`/bodies?${address}`);
    };
    return {
      title: bodyWords(page.lang).title,
      wide: true,
      body: BodiesView({
        page,
        items: list.items,
        total,
        chosen: query,
        filtered: Object.values(filter).some((value) => value !== undefined),
        nextHref: list.next ? at(list.next) : undefined,
        establishHref: mayEstablish === null ? null : page.href('/bodies/new'),
        establishLabel: establishBody.title[page.lang],
      }),
    };
  },
});

const body = definePage({
  path: '/bodies/:id',
  params: z.object({ id: idOrSlug() }),
  query: z.object({ on: emptyIsNone(isoDate()) }),
  grounds: ['anyone'],
  run: async ({ db, page, params, query, actor }) => {
    const details = await bodyDetails(db, params.id, readerOf(page, actor));
    const [
      findings,
      asOf,
      waiting,
      decisions,
      may,
      charters,
      facilitation,
      election,
      meetings,
      calls,
      actions,
      candidates,
    ] = await Promise.all([
      withCures(db, details.id, details.findings, actor, page.today),
      query.on === undefined ? null : seatsOnDay(db, details.id, query.on, readerOf(page, actor).names),
      listCases(db, { awaits: details.id, limit: 20 }, actor),
      decisionsOfBody(db, details.id, { limit: 10 }, actor),
      formsFor(db, details, actor, page.today),
      chartersOf(db, details.id, false),
      facilitationOf(
        db,
        editionOf(details.edition),
        { ...details, initiativeId: details.initiative?.id ?? null },
        page.today,
      ),
      comingElection(db, details, page.today),
      listMeetings(db, { body: details.id, when: 'coming', limit: 5 }, actor, page.now.toString()),
      mayCall(db, details.id, actor),
      actor === null || actor.operator
        ? null
        : listActions(db, { body: details.id, status: 'open', limit: 10 }, actor),
      candidatesFor(db, { bodyId: details.id }, actor),
    ]);
    return {
      title: details.name,
      wide: true,
      breadcrumb: [{ href: '/bodies', label: bodyWords(page.lang).title }],
      body: BodyView({
        page,
        body: details,
        edition: editionOf(details.edition),
        findings,
        asOf,
        waiting: waiting.items,
        meetings: meetings.items,
        callHref: calls && details.closedOn === null ? page.href(`/meetings/new?body=${details.id}`) : null,
        decisions,
        actions,
        candidates,
        may: may.map(([deed, path]) => ({
          href: page.href(`/bodies/${details.slug}/${path}`),
          label: deed.title[page.lang],
        })),
        charter: charters[0] ?? null,
        facilitation,
        election,
        keeps: may.some(([deed]) => deed === seatPerson),
        approvalHref: approvalHref(page, details, actor),
      }),
    };
  },
});

/** Who sat on a day as known now, and as it was recorded that day where that was something else. */
async function seatsOnDay(db: Db, bodyId: string, on: string, names: boolean) {
  const [seats, then] = await Promise.all([
    seatsOf(db, bodyId, on, names),
    seatsOf(db, bodyId, on, names, on),
  ]);
  const same = then.length === seats.length && then.every((seat, index) => seat.id === seats[index]?.id);
  return { on, seats, recorded: same ? null : then };
}

/** The forms about a body that its reader may use. A closed body is left alone. */
async function formsFor(
  db: Db,
  details: BodyDetails,
  actor: Actor | null,
  today: string,
): Promise<readonly (readonly [Deed, string])[]> {
  if (actor === null || details.closedOn !== null) return [];
  const forms: readonly (readonly [Deed, string])[] = [
    [seatPerson, 'seats/new'],
    [changeBody, 'edit'],
    [setFacilitator, 'facilitator'],
    ...(indispensable.includes(details.kind) ? [] : [[closeBody, 'close'] as const]),
  ];
  const may: (readonly [Deed, string])[] = [];
  if (actor.ofMember && !actor.operator && (await mayJoin(db, details.id, actor, today)))
    may.push([joinBody, 'join']);
  for (const form of forms) if (await mayDo(db, form[0], { id: details.id }, actor)) may.push(form);
  return may;
}

/** The form that puts a steering group before the board, with the right values in it, for those who may. */
function approvalHref(page: Page, { board, initiative, id, edition }: BodyDetails, actor: Actor | null) {
  if (board.part === 'none' || initiative === null) return null;
  const right = editionOf(edition).decisionRights.find((each) => each.kind === 'steering-group');
  const proposers = (right?.proposes ?? []).flatMap((provider) => proposerGrounds[provider]);
  if (groundFor(actor, proposers, { initiativeId: initiative.id }) === null || openCase.form === null)
    return null;
  const values = new URLSearchParams({ initiative: initiative.slug, kind: 'steering-group', body: id });
  if (board.part === 'appoints') values.set('appoints', 'on');
  return page.href(`${openCase.form}?${values}`);
}

const decisions = definePage({
  path: '/bodies/:id/decisions',
  params: z.object({ id: idOrSlug() }),
  query: z.object({ cursor: z.string().max(2_000).optional() }),
  grounds: ['anyone'],
  run: async ({ db, page, params, query, actor }) => {
    const { id, slug, name } = await bodyBy(db, params.id);
    const w = bodyWords(page.lang);
    const { items, next } = await decisionsOfBody(db, id, { limit: 100, cursor: query.cursor }, actor);
    return {
      title: `${w.decisions}: ${name}`,
      wide: true,
      breadcrumb: [
        { href: '/bodies', label: w.title },
        { href: `/bodies/${slug}`, label: name },
      ],
      body: DecisionsView({
        page,
        name,
        items,
        nextHref: next === null ? undefined : page.href(`/bodies/${slug}/decisions?cursor=${next}`),
      }),
    };
  },
});

const charter = definePage({
  path: '/bodies/:id/charter',
  params: z.object({ id: idOrSlug() }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ db, page, params, actor }) => {
    const row = await bodyBy(db, params.id);
    const [mayWrite, mayApprove] = await Promise.all([
      row.closed_on === null ? mayDo(db, writeCharter, { id: row.id }, actor) : null,
      row.closed_on === null ? mayDo(db, approveCharter, { id: row.id }, actor) : null,
    ]);
    const drafts = mayWrite !== null || mayApprove !== null;
    return {
      title: charterWords(page.lang).titleOf(row.name),
      breadcrumb: [
        { href: '/bodies', label: bodyWords(page.lang).title },
        { href: `/bodies/${row.slug}`, label: row.name },
      ],
      body: CharterView({
        page,
        body: row,
        versions: await chartersOf(db, row.id, drafts),
        writeHref: mayWrite === null ? null : page.href(`/bodies/${row.slug}/charter/write`),
        approveHref: mayApprove === null ? null : page.href(`/bodies/${row.slug}/charter/approve`),
      }),
    };
  },
});

const ofInitiative = definePage({
  path: '/initiatives/:id/bodies',
  params: z.object({ id: idOrSlug() }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ db, page, params, actor }) => {
    const row = await initiativeBy(db, params.id);
    const [initiative, { missing, ...shown }, mayAppoint, mayContract] = await Promise.all([
      frameFacts(db, row, page.today),
      initiativeBodies(db, row, actor, page.today),
      mayDo(db, appointPerson, { id: row.id }, actor),
      mayDo(db, recordContract, { id: row.id }, actor),
    ]);
    return {
      title: `${bodyWords(page.lang).title}: ${row.name}`,
      wide: true,
      body: InitiativeBodiesView({
        ...shown,
        page,
        initiative,
        keepsContracts: mayContract !== null && row.stage !== 'retired',
        mayAppoint: mayAppoint !== null && row.stage !== 'retired',
        establish: missing.map((kind) => ({
          href: page.href(`/bodies/new?${new URLSearchParams({ kind, initiative: row.slug })}`),
          label: establishLabel(page, shown.edition, kind),
        })),
      }),
    };
  },
});

/** The pages about bodies and seats. */
export const bodyPages: readonly PageSpec[] = [bodies, body, decisions, charter, ofInitiative];
