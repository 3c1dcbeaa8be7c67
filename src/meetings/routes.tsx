import { z } from 'zod';
import { bodyBy } from '../bodies/load.ts';
import { caseBy, maySee } from '../cases/load.ts';
import { decisionsOf } from '../cases/queries.ts';
import { readCase } from '../cases/reading.ts';
import type { Db } from '../db/client.ts';
import { notFound } from '../deeds/failure.ts';
import type { Deed } from '../deeds/deed.ts';
import { mayDo } from '../deeds/perform.ts';
import { id, idOrSlug, oneOf } from '../lib/inputs.ts';
import type { Actor } from '../people/actor.ts';
import type { Page } from '../web/page.ts';
import { definePage, type PageSpec } from '../web/pages.ts';
import { annexesOf, annexFile } from './annexes.ts';
import { whoIsCalled } from './attendance-queries.ts';
import { openBallot } from './ballots/commands/open-ballot.ts';
import { ballotsFor } from './ballots/queries.ts';
import { ballotPages } from './ballots/routes.tsx';
import { bodyChoices, mayCall, mayCallAny } from './choices.ts';
import { recordAction } from './actions/commands/record-action.ts';
import { addItemAnnex } from './commands/add-item-annex.ts';
import { callMeeting } from './commands/call-meeting.ts';
import { callSeries } from './commands/call-series.ts';
import {
  closeAgendaItem,
  openAgendaItem,
  removeAgendaItem,
  restoreAgendaItem,
} from './commands/change-agenda.ts';
import { editAgendaItem } from './commands/edit-agenda-item.ts';
import { Candidates } from './elections/candidate-table.tsx';
import { acceptCandidacy, withdrawCandidacy } from './elections/commands/answer-candidacy.ts';
import { nominateCandidate } from './elections/commands/nominate-candidate.ts';
import { candidatesFor } from './elections/queries.ts';
import { decideItem } from './decisions/commands/decide-item.ts';
import { decisionsOnItem } from './decisions/queries.ts';
import { decisionPages } from './decisions/routes.tsx';
import { liveState } from './live/state.ts';
import { writeItemNotes } from './minutes/commands/write-item-notes.ts';
import { decidesInWords } from './decides.ts';
import { itemNamed, meetingFor, readsClosed, type Meeting } from './load.ts';
import { mayHere, type Link } from './may-here.ts';
import { meetingKinds, meetingTitle, openStatuses } from './meeting.ts';
import { presencesOf, quorumAt } from './presence-queries.ts';
import { agendaOf, listMeetings, mostItems, neighboursOf, type AgendaItem } from './queries.ts';
import { mayBePartial, myStances, saidAbout } from './reading-queries.ts';
import { rulesOf } from './rules-of.ts';
import { changesSinceSent } from './versions.ts';
import { ItemOutcome } from './views/item-outcome.tsx';
import { ItemView, type CaseBehind } from './views/item.tsx';
import { MeetingView } from './views/meeting.tsx';
import { MeetingsView } from './views/meetings.tsx';
import { YearPlanView } from './views/year-plan.tsx';
import { meetingWords } from './words.ts';

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const yearQuery = z.object({ year: z.coerce.number().int().min(1901).max(2199).optional() });

const meetings = definePage({
  path: '/meetings',
  params: z.object({}),
  query: z.object({
    when: emptyIsNone(z.enum(['coming', 'past'])),
    body: emptyIsNone(idOrSlug()),
    kind: emptyIsNone(oneOf(meetingKinds)),
    mine: emptyIsNone(z.literal('on')),
    cursor: z.string().max(2_000).optional(),
  }),
  grounds: ['anyone'],
  run: async ({ db, page, query, actor }) => {
    const { cursor, mine, ...filter } = query;
    const when = filter.when ?? 'coming';
    const [list, bodies] = await Promise.all([
      listMeetings(
        db,
        { ...filter, when, mine: mine === 'on', cursor, limit: 100 },
        actor,
        page.now.toString(),
      ),
      bodyChoices(db, actor),
    ]);
    const address = new URLSearchParams();
    for (const name of ['when', 'body', 'kind', 'mine'] as const)
      if (query[name]) address.set(name, query[name]);
    if (list.next) address.set('cursor', list.next);
    return {
      title: meetingWords(page.lang).title,
      wide: true,
      body: MeetingsView({
        page,
        items: list.items,
        chosen: { ...filter, when, mine },
        bodies,
        filtered: Object.values({ ...filter, mine }).some((value) => value !== undefined),
        nextHref: list.next ? page.href(`/meetings?${address}`) : undefined,
        callHref: mayCallAny(actor)
          ? { href: page.href('/meetings/new'), label: callMeeting.title[page.lang] }
          : null,
      }),
    };
  },
});

const yearPlan = definePage({
  path: '/meetings/plan',
  params: z.object({}),
  query: yearQuery,
  grounds: ['anyone'],
  run: async ({ db, page, query, actor }) => {
    const w = meetingWords(page.lang);
    const year = query.year ?? Number(page.today.slice(0, 4));
    const { items } = await listMeetings(db, { when: { year }, limit: 500 }, actor, page.now.toString());
    return {
      title: w.yearPlanAll(year),
      wide: true,
      breadcrumb: [{ href: '/meetings', label: w.title }],
      body: YearPlanView({
        page,
        title: w.yearPlanAll(year),
        year,
        items,
        path: '/meetings/plan',
        ofBody: false,
        may: mayCallAny(actor) ? [{ href: '/meetings/series/new', label: callSeries.title[page.lang] }] : [],
      }),
    };
  },
});

const meetingsOfBody = definePage({
  path: '/bodies/:id/meetings',
  params: z.object({ id: idOrSlug() }),
  query: yearQuery,
  grounds: ['anyone'],
  run: async ({ db, page, params, query, actor }) => {
    const body = await bodyBy(db, params.id);
    const w = meetingWords(page.lang);
    const year = query.year ?? Number(page.today.slice(0, 4));
    const { items } = await listMeetings(
      db,
      { body: body.id, when: { year }, limit: 500 },
      actor,
      page.now.toString(),
    );
    return {
      title: w.yearPlanOf(body.name, year),
      wide: true,
      breadcrumb: [{ href: `/bodies/${body.slug}`, label: body.name }],
      body: YearPlanView({
        page,
        title: w.yearPlanOf(body.name, year),
        year,
        items,
        path: `/bodies/${body.slug}/meetings`,
        ofBody: true,
        may: body.closed_on === null ? await callLinks(db, body.id, actor, page.lang) : [],
      }),
    };
  },
});

/** The forms that call a body together, for those who may. */
async function callLinks(
  db: Db,
  body: string,
  actor: Actor | null,
  lang: 'da' | 'en',
): Promise<readonly Link[]> {
  if (!(await mayCall(db, body, actor))) return [];
  return [
    { href: `/meetings/new?body=${body}`, label: callMeeting.title[lang] },
    { href: `/meetings/series/new?body=${body}`, label: callSeries.title[lang] },
  ];
}

const crumbs = (meeting: Meeting, lang: 'da' | 'en') => [
  { href: '/meetings', label: meetingWords(lang).title },
  { href: `/meetings/${meeting.number}`, label: titleOf(meeting, lang) },
];

const titleOf = (meeting: Meeting, lang: 'da' | 'en') =>
  meetingTitle(
    { kind: meeting.kind, title: meeting.title, startsAt: meeting.starts_at, body: meeting.body },
    lang,
  );

const oneMeeting = definePage({
  path: '/meetings/:id',
  params: z.object({ id: idOrSlug() }),
  query: z.object({ from: z.coerce.number().int().min(1).max(100_000).optional() }),
  grounds: ['anyone'],
  run: async ({ db, page, params, query, actor }) => {
    const meeting = await meetingFor(db, params.id, actor);
    const [items, called, inside, presences, changes, stances] = await Promise.all([
      agendaOf(db, meeting.id, actor, query.from === undefined ? {} : { from: query.from }),
      whoIsCalled(db, meeting),
      readsClosed(db, meeting, actor),
      presencesOf(db, meeting.id),
      changesSinceSent(db, meeting.id),
      myStances(db, meeting.id, actor),
    ]);
    const agenda = items.slice(0, mostItems);
    const more = items[mostItems];
    return {
      title: titleOf(meeting, page.lang),
      wide: true,
      breadcrumb: crumbs(meeting, page.lang).slice(0, 1),
      body: MeetingView({
        page,
        live: meeting.status === 'running' ? await liveState(db, meeting.id, actor) : null,
        ballots: isUnderWay(meeting)
          ? await ballotsFor(db, { meetingId: meeting.id, underWay: true }, actor)
          : [],
        meeting,
        rules: rulesOf(meeting),
        agenda,
        moreHref: more ? page.href(`/meetings/${meeting.number}?from=${more.position}`) : null,
        called,
        presences,
        quorum: meeting.status === 'running' ? quorumAt(meeting, called, presences) : null,
        sent: changes.sent,
        marks: meeting.status === 'sent' || meeting.status === 'running' ? changes.marks : new Map(),
        stances,
        names: actor !== null && !actor.operator,
        inside,
        isCalled: openStatuses.includes(meeting.status) && isCalled(called, actor),
        may: await mayHere(
          db,
          meeting,
          actor,
          { called, changed: changes.marks.size > 0, now: page.now.toString() },
          page.lang,
        ),
      }),
    };
  },
});

/** Votes are taken while a meeting runs, and by letter from when its papers are sent. */
const isUnderWay = (meeting: Meeting): boolean =>
  meeting.status === 'running' || (meeting.kind === 'written' && meeting.status === 'sent');

const isCalled = (called: Awaited<ReturnType<typeof whoIsCalled>>, actor: Actor | null): boolean =>
  actor !== null && called.some((each) => each.person?.id === actor.id && each.role !== 'guest');

const oneItem = definePage({
  path: '/meetings/:id/items/:number',
  params: z.object({ id: idOrSlug(), number: z.coerce.number().int().min(1).max(100_000) }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ db, page, params, actor }) => {
    const meeting = await meetingFor(db, params.id, actor);
    const [item] = await agendaOf(db, meeting.id, actor, { number: params.number });
    if (!item) throw notFound(itemNamed);
    const [called, inside, neighbours, presences] = await Promise.all([
      whoIsCalled(db, meeting),
      readsClosed(db, meeting, actor),
      neighboursOf(db, meeting.id, item, actor),
      presencesOf(db, meeting.id),
    ]);
    const mine =
      openStatuses.includes(meeting.status) && isCalled(called, actor) && !item.hidden
        ? { stance: (await myStances(db, meeting.id, actor)).get(item.id) ?? null }
        : undefined;
    return {
      title: `${item.number}. ${item.title?.[page.lang] ?? meetingWords(page.lang).closed}`,
      breadcrumb: crumbs(meeting, page.lang),
      body: ItemView({
        page,
        meeting,
        item,
        ...neighbours,
        decides: decidesInWords(item, meeting, rulesOf(meeting)),
        quorum: meeting.status === 'running' ? quorumAt(meeting, called, presences).says : null,
        ...(await behind(db, item, inside, actor, page.today)),
        said: inside ? await saidAbout(db, item.id) : null,
        mine,
        partial: mine === undefined ? [] : await mayBePartial(db, item, actor),
        outcome: ItemOutcome({
          page,
          follows: meeting.status === 'running' ? meeting.number : null,
          elections: Candidates({
            page,
            ...(await candidatesHere(db, meeting, item.id, actor, page)),
          }),
          ballots: await ballotsFor(db, { itemId: item.id }, actor),
          decisions: await decisionsOnItem(db, item.id, actor),
        }),
        may: await itemLinks(db, meeting, item, actor, page.lang),
        takesOff: await mayTakeOff(db, meeting, item, actor),
      }),
    };
  },
});

/** The papers behind an item: its case, annexes and what was decided before. Of a hidden item nothing. */
async function behind(db: Db, item: AgendaItem, inside: boolean, actor: Actor | null, today: string) {
  if (item.hidden) return { asked: null, annexes: [], earlier: [] };
  const row = item.case === null ? null : await caseBy(db, String(item.case.number));
  const [reading, annexes, earlier] = await Promise.all([
    row && maySee(row, actor) ? readCase(db, row, today) : null,
    annexesOf(db, [item], inside),
    item.initiativeId === null
      ? []
      : decisionsOf(db, { initiativeId: item.initiativeId, withoutDrafts: true }, 10),
  ]);
  const asked: CaseBehind | null = reading && {
    statement: reading.row.statement,
    recommendation: reading.row.recommendation,
    gaps: reading.asks && reading.asks.gaps.map((gap) => gap.label),
  };
  return {
    asked,
    annexes,
    earlier: earlier.flatMap((each) =>
      each.case_number === null || each.case_number === item.case?.number
        ? []
        : [{ number: each.number, outcome: each.outcome, on: each.decided_on, case: each.case_number }],
    ),
  };
}

/** The forms about an item that its reader may use: as the agenda is prepared, treated, and its minutes are written. */
async function itemLinks(
  db: Db,
  meeting: Meeting,
  item: AgendaItem,
  actor: Actor | null,
  lang: 'da' | 'en',
): Promise<readonly Link[]> {
  if (actor === null || item.hidden) return [];
  const written = meeting.status === 'running' || meeting.status === 'minutes-draft';
  const decides = written || (meeting.kind === 'written' && meeting.status === 'sent');
  const stands = item.status !== 'removed';
  const open = openStatuses.includes(meeting.status);
  const forms: readonly (readonly [boolean, Deed, string])[] = [
    [stands && open && item.kind === 'decision' && item.case === null, nominateCandidate, 'candidacies/new'],
    [stands && decides && item.kind === 'decision', openBallot, 'ballots/new'],
    [stands && decides, decideItem, 'decide'],
    [stands && written, writeItemNotes, 'notes'],
    [stands && written, recordAction, 'actions/new'],
    [stands && open, editAgendaItem, 'edit'],
    [stands && open, addItemAnnex, 'annexes/new'],
    [stands && open && item.closedGround === null, closeAgendaItem, 'close'],
    [stands && open && item.closedGround !== null, openAgendaItem, 'open'],
    [stands && open, removeAgendaItem, 'remove'],
    [!stands && open, restoreAgendaItem, 'restore'],
  ];
  const links: Link[] = [];
  for (const [fits, deed, path] of forms)
    if (fits && (await mayDo(db, deed, { id: item.id }, actor)))
      links.push({ href: `/agenda-items/${item.id}/${path}`, label: deed.title[lang] });
  return links;
}

/** Who stands at an item, with the forms by which the reader answers for each. */
async function candidatesHere(db: Db, meeting: Meeting, itemId: string, actor: Actor | null, page: Page) {
  const candidates = await candidatesFor(db, { itemId }, actor);
  const may = new Map<string, Link[]>();
  if (!openStatuses.includes(meeting.status)) return { candidates, may };
  for (const { id, acceptedAt } of candidates) {
    const links: Link[] = [];
    if (acceptedAt === null && (await mayDo(db, acceptCandidacy, { id }, actor)))
      links.push({ href: `/candidacies/${id}/accept`, label: acceptCandidacy.title[page.lang] });
    if (await mayDo(db, withdrawCandidacy, { id }, actor))
      links.push({ href: `/candidacies/${id}/withdraw`, label: withdrawCandidacy.title[page.lang] });
    may.set(id, links);
  }
  return { candidates, may };
}

/** Whether annexes may be taken off an item: by whom they may be added, while the agenda may change. */
const mayTakeOff = async (db: Db, meeting: Meeting, item: AgendaItem, actor: Actor | null) =>
  actor !== null &&
  !item.hidden &&
  openStatuses.includes(meeting.status) &&
  (await mayDo(db, addItemAnnex, { id: item.id }, actor)) !== null;

/** The file of an annex. Always fetched as a file, never shown as a page of ours. */
const annexFilePage = definePage({
  path: '/item-annexes/:id/file',
  params: z.object({ id: id() }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ db, params, actor, reply }) => {
    const found = await annexFile(db, params.id, actor);
    reply.header('cache-control', 'private, no-store');
    reply.header('content-security-policy', "sandbox; default-src 'none'");
    return { download: found.content, type: found.type, fileName: found.name };
  },
});

/** The pages about meetings. */
export const meetingPages: readonly PageSpec[] = [
  meetings,
  yearPlan,
  meetingsOfBody,
  oneMeeting,
  oneItem,
  annexFilePage,
  ...ballotPages,
  ...decisionPages,
];
