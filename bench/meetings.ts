import { get } from 'node:http';
import { minutesPaper } from '../src/meetings/minutes/minutes-paper.ts';
import { readMinutes } from '../src/meetings/minutes/queries.ts';
import { meetingBy } from '../src/meetings/load.ts';
import { titledUnder } from '../src/rules/community.ts';
import { pdfOf } from '../src/papers/pdf.ts';
import { readConfig } from '../src/config.ts';
import type { App } from '../src/context.ts';
import { openDatabase } from '../src/db/client.ts';
import { perform } from '../src/deeds/perform.ts';
import type { Deed } from '../src/deeds/deed.ts';
import { createApp } from '../src/main.ts';
import { decideItem } from '../src/meetings/decisions/commands/decide-item.ts';
import { closeMeeting } from '../src/meetings/commands/hold-meeting.ts';
import { proposeAgenda } from '../src/meetings/commands/propose-agenda.ts';
import { draftMinutes } from '../src/meetings/minutes/commands/draft-minutes.ts';
import type { Prepared } from './prepare.ts';
import type { Served } from './processes.ts';

/** Seconds, each the median of five. */
export interface MeetingsMeasured {
  /** Bringing an empty agenda up to date with all that waits, and with nothing new. */
  readonly agenda: { readonly first: number; readonly again: number; readonly items: number };
  /** Laying out minutes as PDF, from the database to the file. */
  readonly pdf: { readonly seconds: number; readonly items: number; readonly bytes: number };
}

const rounds = 5;

export async function measureMeetings(prepared: Prepared): Promise<MeetingsMeasured> {
  const db = openDatabase({ connectionString: prepared.url });
  const app = createApp(readConfig({ PORT: '0' }), db);
  try {
    return { agenda: await buildAgendas(app, prepared), pdf: await layOutMinutes(app, prepared) };
  } finally {
    await db.destroy();
  }
}

async function buildAgendas(app: App, { manager, board }: Prepared): Promise<MeetingsMeasured['agenda']> {
  const build = () =>
    timed(async () => Number((await done(app, manager, proposeAgenda, { id: board.draft }))['items']));
  const first: number[] = [];
  const again: number[] = [];
  let items = 0;
  for (let round = 0; round <= rounds; round += 1) {
    await app.db.deleteFrom('agenda_items').where('meeting_id', '=', board.draft).execute();
    const [built, repeated] = [await build(), await build()];
    items = built.result;
    // The first round warms up.
    if (round === 0) continue;
    first.push(built.seconds);
    again.push(repeated.seconds);
  }
  if (items <= board.waiting) throw new Error(`the agenda has ${items} items for ${board.waiting} cases`);
  return { first: median(first), again: median(again), items };
}

async function layOutMinutes(app: App, { manager, board }: Prepared): Promise<MeetingsMeasured['pdf']> {
  const { db } = app;
  const items = await db
    .selectFrom('agenda_items')
    .select('id')
    .where('meeting_id', '=', board.held)
    .execute();
  for (const { id } of items)
    await done(app, manager, decideItem, { id }, { outcome: 'noted', reason: 'Bestyrelsen er orienteret.' });
  await done(app, manager, closeMeeting, { id: board.held });
  await done(app, manager, draftMinutes, { id: board.held });
  const meeting = await meetingBy(db, board.held);
  const layOut = (round: number) =>
    timed(async () => {
      const { minutes, standing } = await readMinutes(db, meeting, {
        closed: true,
        names: true,
        inside: true,
      });
      // Words of its own in each item, since the compiler remembers what it has laid out.
      const own = minutes.items.map((item) =>
        item.hidden ? item : { ...item, facts: `${round}. ${item.facts}` },
      );
      const wording = {
        lang: 'da',
        titled: titledUnder(meeting.edition),
        community: 'Belastningsprøve',
        address: (path: string) => path,
      } as const;
      return pdfOf(minutesPaper({ ...minutes, items: own }, standing, wording));
    });
  // The first one begins the thread and reads the fonts.
  const { result } = await layOut(0);
  const seconds: number[] = [];
  for (let round = 1; round <= rounds; round += 1) seconds.push((await layOut(round)).seconds);
  return { seconds: median(seconds), items: items.length, bytes: result.length };
}

async function done(
  app: App,
  personId: string,
  deed: Deed,
  params: object,
  input: object = {},
): Promise<Record<string, unknown>> {
  const result = await perform(app, deed, { personId, params, input });
  if (result.kind !== 'done') throw new Error(`${deed.name}: ${JSON.stringify(result)}`);
  return result.output as Record<string, unknown>;
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const begun = performance.now();
  const result = await work();
  return { seconds: (performance.now() - begun) / 1000, result };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;

export interface VoteMeasured {
  readonly followers: number;
  /** Seconds until all have voted, each by an own request at the same time. */
  readonly voting: number;
  /** Seconds from asking to close the box until everybody has been told the result. */
  readonly told: number;
}

/** Everybody follows a meeting on one process and votes; how long until all know the result. */
export async function measureVote(served: Served, { token, board }: Prepared): Promise<VoteMeasured> {
  const { number, item, tokens } = board.voting;
  const post = async (path: string, bearer: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${served.base}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${text.slice(0, 300)}`);
    return JSON.parse(text) as Record<string, unknown>;
  };
  const followers = await Promise.all(tokens.map(() => follow(`${served.base}/meetings/${number}/live`)));
  try {
    const ballot = await post(`/agenda-items/${item}/ballots`, token, {
      question: 'Skal vi?',
      form: 'named',
    });
    const id = String(ballot['id']);
    const voting = await timed(() =>
      Promise.all(tokens.map((own) => post(`/ballots/${id}/votes`, own, { choices: ['for'] }))),
    );
    // The mark of a closed box, which comes with its result.
    const closed = Promise.all(followers.map((each) => each.until(`${id.slice(-8)}c`)));
    const told = await timed(async () => {
      await post(`/ballots/${id}/close`, token, {});
      await closed;
    });
    return { followers: followers.length, voting: voting.seconds, told: told.seconds };
  } finally {
    for (const each of followers) each.stop();
  }
}

interface Following {
  until(text: string): Promise<void>;
  stop(): void;
}

/** Follows a stream of events; resolves with the first of them. */
function follow(url: string): Promise<Following> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false, headers: { accept: 'text/event-stream' } }, (answer) => {
      let said = '';
      const looking = new Set<() => void>();
      answer.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        for (const look of looking) look();
        resolve({
          until: (text) =>
            new Promise((found, late) => {
              const timer = setTimeout(() => late(new Error(`${url} did not say ${text}`)), 30_000);
              const look = () => {
                if (!said.includes(text)) return;
                clearTimeout(timer);
                looking.delete(look);
                found();
              };
              looking.add(look);
              look();
            }),
          stop: () => request.destroy(),
        });
      });
      answer.on('error', () => undefined);
    });
    request.on('error', reject);
  });
}
