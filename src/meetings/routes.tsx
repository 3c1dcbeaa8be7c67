import { z } from 'zod';
import { notFound } from '../deeds/failure.ts';
import type { Deed } from '../deeds/deed.ts';
import { mayDo } from '../deeds/perform.ts';
import type { Db } from '../db/client.ts';
import { idOrSlug, oneOf } from '../lib/inputs.ts';
import type { Actor } from '../people/actor.ts';
import { definePage, type PageSpec } from '../web/pages.ts';
import { bodyChoices, mayCallAny } from './choices.ts';
import { whoIsCalled } from './attendance-queries.ts';
import { openBallot } from './ballots/commands/open-ballot.ts';
import { ballotsFor } from './ballots/queries.ts';
import { ballotPages } from './ballots/routes.tsx';
import { addAgendaItem } from './commands/add-agenda-item.ts';
import { recordAction } from './actions/commands/record-action.ts';
import { sendInvitations } from './commands/send-invitations.ts';
import { callMeeting } from './commands/call-meeting.ts';
import { proposeAgenda } from './commands/propose-agenda.ts';
import { decideItem } from './decisions/commands/decide-item.ts';
import { decisionsOnItem } from './decisions/queries.ts';
import { decisionPages } from './decisions/routes.tsx';
import { liveState } from './live/state.ts';
import { itemNamed, meetingFor, readsClosed, type Meeting } from './load.ts';
import { writeItemNotes } from './minutes/commands/write-item-notes.ts';
import { meetingKinds, meetingTitle, openStatuses } from './meeting.ts';
import { agendaOf, listMeetings, type AgendaItem } from './queries.ts';
import { ItemOutcome } from './views/item-outcome.tsx';
import { ItemView } from './views/item.tsx';
import { MeetingView } from './views/meeting.tsx';
import { MeetingsView } from './views/meetings.tsx';
import { meetingWords } from './words.ts';

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

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
      bodyChoices(db),
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

const crumbs = (meeting: Meeting, lang: 'da' | 'en') => [
  { href: '/meetings', label: meetingWords(lang).title },
  {
    href: `/meetings/${meeting.number}`,
    label: titleOf(meeting, lang),
  },
];

const titleOf = (meeting: Meeting, lang: 'da' | 'en') =>
  meetingTitle(
    { kind: meeting.kind, title: meeting.title, startsAt: meeting.starts_at, body: meeting.body },
    lang,
  );

const oneMeeting = definePage({
  path: '/meetings/:id',
  params: z.object({ id: idOrSlug() }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ db, page, params, actor }) => {
    const meeting = await meetingFor(db, params.id, actor);
    const [agenda, called, inside, may] = await Promise.all([
      agendaOf(db, meeting.id, actor),
      whoIsCalled(db, meeting),
      readsClosed(db, meeting, actor),
      formsFor(db, meeting, actor),
    ]);
    return {
      title: titleOf(meeting, page.lang),
      wide: true,
      breadcrumb: crumbs(meeting, page.lang).slice(0, 1),
      body: MeetingView({
        page,
        live: meeting.status === 'running' ? await liveState(db, meeting.id, actor) : null,
        meeting,
        agenda,
        called,
        names: actor !== null && !actor.operator,
        inside,
        may: may.map(([deed, path]) => ({ href: page.href(path), label: deed.title[page.lang] })),
      }),
    };
  },
});

/** The forms about a meeting that its reader may use as it stands. */
async function formsFor(
  db: Db,
  meeting: Meeting,
  actor: Actor | null,
): Promise<readonly (readonly [Deed, string])[]> {
  if (actor === null || !openStatuses.includes(meeting.status)) return [];
  const forms: readonly (readonly [Deed, string])[] = [
    ...(meeting.status === 'draft' ? [[proposeAgenda, `/meetings/${meeting.number}/agenda`] as const] : []),
    [addAgendaItem, `/meetings/${meeting.number}/items/new`],
    [sendInvitations, `/meetings/${meeting.number}/invite`],
  ];
  const may = [];
  for (const form of forms) if (await mayDo(db, form[0], { id: meeting.id }, actor)) may.push(form);
  return may;
}

const oneItem = definePage({
  path: '/meetings/:id/items/:number',
  params: z.object({ id: idOrSlug(), number: z.coerce.number().int().min(1).max(100_000) }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ db, page, params, actor }) => {
    const meeting = await meetingFor(db, params.id, actor);
    const agenda = await agendaOf(db, meeting.id, actor);
    const item = agenda.find((each) => each.number === params.number);
    if (!item) throw notFound(itemNamed);
    const standing = agenda.filter((each) => each.status !== 'removed');
    const place = standing.findIndex((each) => each.number === item.number);
    return {
      title: `${item.number}. ${item.title?.[page.lang] ?? meetingWords(page.lang).closed}`,
      breadcrumb: crumbs(meeting, page.lang),
      body: ItemView({
        page,
        meeting,
        item,
        previous: place > 0 ? (standing[place - 1] ?? null) : null,
        next: place >= 0 ? (standing[place + 1] ?? null) : null,
        may: (await itemForms(db, meeting, item, actor)).map(([deed, path]) => ({
          href: page.href(path),
          label: deed.title[page.lang],
        })),
        outcome: ItemOutcome({
          page,
          follows: meeting.status === 'running' ? meeting.number : null,
          ballots: await ballotsFor(db, { itemId: item.id }, actor),
          decisions: await decisionsOnItem(db, item.id, actor),
        }),
      }),
    };
  },
});

/** The forms about an item that its reader may use while the body treats it and its minutes are written. */
async function itemForms(
  db: Db,
  meeting: Meeting,
  item: Pick<AgendaItem, 'id' | 'kind' | 'status' | 'hidden'>,
  actor: Actor | null,
): Promise<readonly (readonly [Deed, string])[]> {
  if (actor === null || item.hidden || item.status === 'removed') return [];
  const at = `/agenda-items/${item.id}`;
  const written = meeting.status === 'running' || meeting.status === 'minutes-draft';
  const decides = written || (meeting.kind === 'written' && meeting.status === 'sent');
  const forms: readonly (readonly [Deed, string])[] = [
    ...(decides && item.kind === 'decision' ? [[openBallot, `${at}/ballots/new`] as const] : []),
    ...(decides ? [[decideItem, `${at}/decide`] as const] : []),
    ...(written
      ? [[writeItemNotes, `${at}/notes`] as const, [recordAction, `${at}/actions/new`] as const]
      : []),
  ];
  const may = [];
  for (const form of forms) if (await mayDo(db, form[0], { id: item.id }, actor)) may.push(form);
  return may;
}

/** The pages about meetings. */
export const meetingPages: readonly PageSpec[] = [
  meetings,
  oneMeeting,
  oneItem,
  ...ballotPages,
  ...decisionPages,
];
