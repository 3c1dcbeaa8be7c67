import { titledUnder } from '../../rules/community.ts';
import { z } from 'zod';
import type { App } from '../../context.ts';
import type { Deed } from '../../deeds/deed.ts';
import { mayDo } from '../../deeds/perform.ts';
import type { Db } from '../../db/client.ts';
import { idOrSlug } from '../../lib/inputs.ts';
import type { Actor } from '../../people/actor.ts';
import { groundFor } from '../../people/grounds.ts';
import type { Paper } from '../../papers/paper.ts';
import { pdfOf } from '../../papers/pdf.ts';
import { localHref, type Page } from '../../web/page.ts';
import { definePage, type PageAnswer, type PageContext, type PageSpec } from '../../web/pages.ts';
import { annexesOf } from '../annexes.ts';
import { whoIsCalled } from '../attendance-queries.ts';
import { meetingFor, readsClosed, scopeOfMeeting, type Meeting } from '../load.ts';
import { agendaOf } from '../queries.ts';
import { meetingWords } from '../words.ts';
import { agendaPaper, titleOf } from './agenda-paper.ts';
import { attendancePaper } from './attendance-paper.ts';
import { approveMinutes } from './commands/approve-minutes.ts';
import { correctMinutes } from './commands/correct-minutes.ts';
import { draftMinutes } from './commands/draft-minutes.ts';
import { publishMinutes } from './commands/publish-minutes.ts';
import { remarkOnMinutes } from './commands/remark-on-minutes.ts';
import { minutesPaper, type Wording } from './minutes-paper.ts';
import { minutesPermissions } from './permissions.ts';
import { presencesOf } from './presences.ts';
import {
  approvalsOf,
  minutesAccess,
  minutesVersions,
  readMinutes,
  unsentMinutes,
  remarksOn,
  type Approvals,
  type MinutesAccess,
} from './queries.ts';
import type { MinutesStanding } from './standing.ts';
import { MinutesView } from './views/minutes.tsx';
import { minutesWords } from './words.ts';

const params = z.object({ id: idOrSlug() });
const versionAsked = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.coerce.number().int().min(1).max(10_000).optional(),
);
/** `public`: as a visitor gets it, for those who could have more. */
const variant = z.enum(['public']).optional();

/** How a page words things: with addresses of its own language. */
const onPage = (page: Page): Wording => ({
  titled: titledUnder(page.community.edition),
  lang: page.lang,
  community: page.community.name,
  address: (path) => page.href(path),
});

/** The same for what leaves the site: whole addresses. */
const onPaper = (app: App, page: Page): Wording => ({
  ...onPage(page),
  address: (path) => new URL(localHref(page.lang, path), app.config.baseUrl).href,
});

const minutesPage = definePage({
  path: '/meetings/:id/minutes',
  params,
  query: z.object({ version: versionAsked }),
  grounds: ['anyone'],
  run: async ({ db, page, params: { id }, query, actor }) => {
    const meeting = await meetingFor(db, id, actor);
    const access = await minutesAccess(db, meeting, actor);
    const versions = await minutesVersions(db, meeting.id, access);
    const sent = versions.length === 0 ? null : await readMinutes(db, meeting, access, query.version);
    const inside = sent && access.inside ? await insideOf(db, meeting, sent.standing, actor) : null;
    const may = await formsFor(db, meeting, versions[0] ?? null, inside?.approvals ?? null, actor);
    const writes = may.some(({ deed }) => deed === draftMinutes);
    const read = sent ?? (writes ? await unsentMinutes(db, meeting, access, page.now.toString()) : null);
    const address = `/meetings/${meeting.number}`;
    return {
      title: minutesWords(page.lang).minutesOf(titleOf(meeting, page.lang)),
      breadcrumb: [
        { href: '/meetings', label: meetingWords(page.lang).title },
        { href: address, label: titleOf(meeting, page.lang) },
      ],
      body: MinutesView({
        page,
        meeting: address,
        kicker: meeting.body.name,
        title: minutesWords(page.lang).minutesOf(titleOf(meeting, page.lang)),
        shown: read && { ...read, paper: minutesPaper(read.minutes, read.standing, onPage(page)) },
        versions,
        inside,
        may: may.map(({ deed, path, primary }) => ({
          href: page.href(`${address}/${path}`),
          label: deed.title[page.lang],
          primary,
        })),
      }),
    };
  },
});

async function insideOf(db: Db, meeting: Meeting, standing: MinutesStanding, actor: Actor | null) {
  const [remarks, approvals, scope] = await Promise.all([
    remarksOn(db, meeting.id, standing.version),
    approvalsOf(db, meeting, standing.version),
    scopeOfMeeting(db, meeting.id),
  ]);
  return {
    remarks,
    approvals,
    answers: groundFor(actor, minutesPermissions['answer-remark'], scope) !== null,
  };
}

/** The forms about the minutes that make sense now and that the reader may use; the first is what is asked for. */
async function formsFor(
  db: Db,
  meeting: Meeting,
  newest: MinutesStanding | null,
  approvals: Approvals | null,
  actor: Actor | null,
) {
  if (actor === null) return [];
  const asked = approvals?.awaited.some(({ id }) => id === actor.id) ?? false;
  const draft = newest?.status === 'draft';
  const forms: readonly (readonly [boolean, Deed, string])[] = [
    [draft && asked, approveMinutes, 'minutes/approve'],
    [draft, remarkOnMinutes, 'minutes/remark'],
    [newest?.status === 'approved' && newest.publishedAt === null, publishMinutes, 'minutes/publish'],
    [newest?.status === 'approved', correctMinutes, 'minutes/correct'],
    [meeting.status === 'minutes-draft', draftMinutes, 'minutes/new'],
  ];
  const may: { deed: Deed; path: string; primary: boolean }[] = [];
  for (const [fits, deed, path] of forms)
    if (fits && (await mayDo(db, deed, { id: meeting.id }, actor)))
      may.push({ deed, path, primary: may.length === 0 });
  return may;
}

/** Sends a paper as a file for one reader: nobody between keeps it. */
async function sent(cx: PageContext<unknown, unknown>, paper: Paper, name: string): Promise<PageAnswer> {
  cx.reply.header('cache-control', 'private, no-store').header('content-language', paper.lang);
  return { download: await pdfOf(paper), type: 'application/pdf', fileName: `${name}.pdf` };
}

const asVisitor: MinutesAccess = { closed: false, names: false, inside: false };

const minutesPdf = definePage({
  path: '/meetings/:id/minutes.pdf',
  params,
  query: z.object({ version: versionAsked, variant }),
  grounds: ['anyone'],
  run: async (cx) => {
    const { app, db, page, query, actor } = cx;
    const meeting = await meetingFor(db, cx.params.id, actor);
    const access = query.variant ? asVisitor : await minutesAccess(db, meeting, actor);
    const { minutes, standing } = await readMinutes(db, meeting, access, query.version);
    const name = page.lang === 'da' ? 'referat' : 'minutes';
    return sent(cx, minutesPaper(minutes, standing, onPaper(app, page)), `${name}-${meeting.number}`);
  },
});

const agendaPdf = definePage({
  path: '/meetings/:id/agenda.pdf',
  params,
  query: z.object({ variant }),
  grounds: ['anyone'],
  run: async (cx) => {
    const { app, db, page, query } = cx;
    // The public variant is what a visitor gets, and so is not there while the visitor would get nothing.
    const reader = query.variant ? null : cx.actor;
    const meeting = await meetingFor(db, cx.params.id, reader);
    const [agenda, closed] = await Promise.all([
      agendaOf(db, meeting.id, reader),
      readsClosed(db, meeting, reader),
    ]);
    const annexes = await annexesOf(db, agenda, closed);
    const paper = agendaPaper({ meeting, agenda, annexes, madeAt: page.now.toString() }, onPaper(app, page));
    return sent(cx, paper, `${page.lang === 'da' ? 'dagsorden' : 'agenda'}-${meeting.number}`);
  },
});

const attendancePdf = definePage({
  path: '/meetings/:id/attendance.pdf',
  params,
  query: z.object({ variant }),
  grounds: ['anyone'],
  run: async (cx) => {
    const { app, db, page, query } = cx;
    const reader = query.variant ? null : cx.actor;
    const meeting = await meetingFor(db, cx.params.id, reader);
    const [called, presences] = await Promise.all([whoIsCalled(db, meeting), presencesOf(db, meeting.id)]);
    const names = reader !== null && !reader.operator;
    const paper = attendancePaper(
      { meeting, called, presences, names, madeAt: page.now.toString() },
      onPaper(app, page),
    );
    return sent(cx, paper, `${page.lang === 'da' ? 'deltagere' : 'attendance'}-${meeting.number}`);
  },
});

/** The minutes of a meeting, and its papers as PDF. */
export const minutesPages: readonly PageSpec[] = [minutesPage, minutesPdf, agendaPdf, attendancePdf];
