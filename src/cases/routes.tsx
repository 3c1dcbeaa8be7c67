import { titledUnder } from '../rules/community.ts';
import { z } from 'zod';
import { decisionKinds, type DecisionKind, type Stage } from '../../rulebook/vocabulary.ts';
import type { App } from '../context.ts';
import type { Deed } from '../deeds/deed.ts';
import { notFound } from '../deeds/failure.ts';
import { formParts } from '../deeds/forms.tsx';
import { mayDo } from '../deeds/perform.ts';
import { idOrSlug, oneOf } from '../lib/inputs.ts';
import type { Actor } from '../people/actor.ts';
import { groundFor, groundName } from '../people/grounds.ts';
import { placeInitiative } from '../portfolio/commands/place-initiative.ts';
import { frameFacts } from '../portfolio/frame.ts';
import { initiativeBy, type Initiative } from '../portfolio/load.ts';
import { editionOf } from '../rules/edition-of.ts';
import { slugOf } from '../lib/slug.ts';
import type { Page } from '../web/page.ts';
import { definePage, type PageContext, type PageSpec } from '../web/pages.ts';
import { addAnnex } from './commands/add-annex.ts';
import { correctDecision } from './commands/correct-decision.ts';
import { decideCase } from './commands/decide-case.ts';
import { sendCase, withdrawCase, writeRecommendation } from './commands/edit-case.ts';
import { informBoard } from './commands/inform-board.ts';
import { openCase, stagesFor } from './commands/open-case.ts';
import { caseBy, maySee, type Case } from './load.ts';
import { proposerGrounds } from './permissions.ts';
import { levelOf, rightFor } from './plan.ts';
import { decisionsOf, listCases } from './queries.ts';
import { readCase, readDecision } from './reading.ts';
import { CaseView, type CaseDeed } from './views/case.tsx';
import { CasesView } from './views/cases.tsx';
import { InitiativeCasesView } from './views/initiative-cases.tsx';
import { caseWords } from './words.ts';

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const cases = definePage({
  path: '/cases',
  params: z.object({}),
  query: z.object({
    status: emptyIsNone(z.enum(['waiting', 'draft', 'decided', 'withdrawn', 'all'])),
    awaits: emptyIsNone(idOrSlug()),
    kind: emptyIsNone(oneOf(decisionKinds)),
    initiative: emptyIsNone(z.string().max(100).transform(slugOf)),
    cursor: z.string().max(2_000).optional(),
  }),
  grounds: ['anyone'],
  run: async ({ db, page, query, actor }) => {
    const status = query.status ?? 'waiting';
    const { items, next } = await listCases(
      db,
      {
        ...query,
        status: status === 'all' ? undefined : status,
        sort: status === 'waiting' ? 'waiting' : 'asked',
        limit: 100,
      },
      actor,
    );
    const address = new URLSearchParams();
    for (const name of ['status', 'awaits', 'kind', 'initiative'] as const)
      if (query[name]) address.set(name, query[name]);
    if (next) address.set('cursor', next);
    const { status: _, ...others } = query;
    return {
      title: caseWords(page.lang).title,
      wide: true,
      body: CasesView({
        page,
        items,
        chosen: { status, awaits: query.awaits, kind: query.kind, initiative: query.initiative },
        filtered: status !== 'waiting' || Object.values(others).some((value) => value !== undefined),
        nextHref: next ? page.href(`/cases?${address}`) : undefined,
        mayOpen: (await mayDo(db, openCase, {}, actor)) !== null,
      }),
    };
  },
});

const oneCase = definePage({
  path: '/cases/:id',
  params: z.object({ id: idOrSlug() }),
  query: z.object({}),
  grounds: ['anyone'],
  carries: decideCase.name,
  run: async (cx) => {
    const { db, page, params, actor, carried } = cx;
    const row = await caseBy(db, params.id);
    if (!maySee(row, actor)) throw notFound({ da: 'Sagen', en: 'case' });
    const reading = await readCase(db, row, page.today);
    const deeds = await deedsOn(cx, row);
    const mayDecide = deeds.some((deed) => deed.name === decideCase.name && deed.may);
    const correctHref = new Map<string, string>();
    for (const { row: decision } of reading.decisions)
      if (decision.corrected_by === null && (await mayDo(db, correctDecision, { id: decision.id }, actor)))
        correctHref.set(decision.id, page.href(`/decisions/${decision.id}/correct`));
    return {
      title: row.question,
      wide: true,
      breadcrumb: [{ href: '/cases', label: caseWords(page.lang).title }],
      body: CaseView({
        page,
        reading,
        names: actor !== null && !actor.operator,
        deeds,
        decide: carried?.fields ?? (mayDecide ? await emptyForm(cx.app, cx, row) : null),
        messages: carried?.messages ?? null,
        problems:
          row.status === 'waiting' ? [] : (carried?.problems ?? []).map(({ says }) => says[page.lang]),
        correctHref,
      }),
    };
  },
});

/** The form that records the body's answer, as it stands before anything is typed. */
const emptyForm = async (app: App, visit: { page: Page; actor: Actor | null }, row: Case) =>
  (
    await formParts(
      app,
      decideCase,
      visit,
      { id: String(row.number) },
      { values: { decidedOn: visit.page.today } },
      `/cases/${row.number}/decision`,
    )
  ).fields;

/** The deeds that make sense while a case stands as it does, and whether the reader may. */
async function deedsOn(
  { db, page, actor }: Pick<PageContext<unknown, unknown>, 'db' | 'page' | 'actor'>,
  row: Case,
): Promise<readonly CaseDeed[]> {
  const at = `/cases/${row.number}`;
  const placement: [Deed, string, string][] =
    row.kind === 'placement' && row.initiative_id !== null
      ? [[placeInitiative, `/initiatives/${row.initiative_id}/place`, row.initiative_id]]
      : [];
  const open: [Deed, string, string][] = [
    [writeRecommendation, `${at}/edit`, row.id],
    [addAnnex, `${at}/annexes/new`, row.id],
    [withdrawCase, `${at}/withdraw`, row.id],
  ];
  const deeds: [Deed, string, string][] =
    row.status === 'draft'
      ? [[sendCase, `${at}/send`, row.id], ...open]
      : row.status === 'waiting'
        ? [...placement, [decideCase, `${at}#decide`, row.id], ...open]
        : [];
  return Promise.all(
    deeds.map(async ([deed, address, id]) => ({
      name: deed.name,
      title: deed.title[page.lang],
      href: page.href(address),
      may: (await mayDo(db, deed, { id }, actor)) !== null,
      who: deed.grounds.map((ground) => groundName(titledUnder(page.community.edition), ground)[page.lang]),
    })),
  );
}

const casesOfInitiative = definePage({
  path: '/initiatives/:id/cases',
  params: z.object({ id: idOrSlug() }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ db, page, params, actor }) => {
    const row = await initiativeBy(db, params.id);
    const filter = { initiative: row.id, limit: 100 };
    const mine = maySee({ status: 'draft', owner_id: null, initiative_id: row.id }, actor);
    const [initiative, waiting, drafts, decisions] = await Promise.all([
      frameFacts(db, row, page.today),
      listCases(db, { ...filter, sort: 'waiting' }, actor),
      listCases(db, { ...filter, status: 'draft' }, actor),
      decisionsOf(db, { initiativeId: row.id, withoutDrafts: !mine }),
    ]);
    return {
      title: `${caseWords(page.lang).title}: ${row.name}`,
      wide: true,
      body: InitiativeCasesView({
        page,
        initiative,
        open: [...drafts.items, ...waiting.items],
        decisions: decisions.map(readDecision),
        start: startable(page, row, actor),
      }),
    };
  },
});

/** The questions a reader may put before a body about an initiative, by the edition's decision rights. */
function startable(page: Page, row: Initiative, actor: Actor | null) {
  const edition = editionOf(row.edition);
  const scope = { initiativeId: row.id, registeredBy: row.registered_by };
  const level = levelOf({ target_level: null }, row.level, edition);
  const kinds = (Object.keys(decisionKinds) as DecisionKind[]).filter(
    (kind) =>
      kind !== 'placement' &&
      kind !== 'information' &&
      stagesFor[kind].includes(row.stage as Stage) &&
      !(kind === 'adoption' && row.origin === 'community') &&
      groundFor(actor, openCase.grounds, scope) !== null &&
      groundFor(
        actor,
        rightFor(edition, kind, level).proposes.flatMap((provider) => proposerGrounds[provider]),
        scope,
      ) !== null,
  );
  const links = kinds.map((kind) => ({
    href: page.href(`/cases/new?initiative=${row.slug}&kind=${kind}`),
    label: decisionKinds[kind][page.lang],
  }));
  const mayPlace =
    groundFor(actor, placeInitiative.grounds, scope) !== null &&
    (row.level === null || row.stage === 'idea' || row.stage === 'concept') &&
    row.stage !== 'retired';
  const mayInform = groundFor(actor, informBoard.grounds, scope) !== null && row.stage !== 'retired';
  return [
    ...(mayPlace
      ? [
          {
            href: page.href(`/initiatives/${row.slug}/place`),
            label: placeInitiative.title[page.lang],
          },
        ]
      : []),
    ...(mayInform
      ? [{ href: page.href(`/initiatives/${row.slug}/inform-board`), label: informBoard.title[page.lang] }]
      : []),
    ...links,
  ];
}

export const casePages: readonly PageSpec[] = [cases, oneCase, casesOfInitiative];
