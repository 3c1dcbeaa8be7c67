import assert from 'node:assert/strict';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { testCommunity, type TestCommunity } from '../../../test/community.ts';
import { serve, type Http } from '../../../test/http.ts';
import { makeMeeting } from '../../../test/meetings.ts';

let c: TestCommunity;
let http: Http;
let port: number;
before(async () => {
  c = await testCommunity('2025');
  http = await serve(c);
  await http.server.listen({ port: 0, host: '127.0.0.1' });
  port = (http.server.server.address() as AddressInfo).port;
});
after(async () => {
  await http.end();
  await c.end();
});

interface Following {
  /** What the stream has said so far. */
  readonly said: () => string;
  /** Milliseconds from now until the stream has said something that fits. */
  until(pattern: RegExp, within: number): Promise<number>;
  stop(): void;
}

function follow(meeting: number): Promise<Following> {
  return new Promise((resolve, reject) => {
    const request = get(
      {
        port,
        host: '127.0.0.1',
        path: `/meetings/${meeting}/live`,
        headers: { accept: 'text/event-stream' },
      },
      (answer: IncomingMessage) => {
        assert.equal(answer.statusCode, 200);
        let text = '';
        const waiting = new Set<() => void>();
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
          for (const look of waiting) look();
        });
        resolve({
          said: () => text,
          until: (pattern, within) =>
            new Promise((done, late) => {
              const from = performance.now();
              const timer = setTimeout(
                () => late(new Error(`nothing like ${pattern} in ${within} ms`)),
                within,
              );
              const look = () => {
                if (!pattern.test(text)) return;
                clearTimeout(timer);
                waiting.delete(look);
                done(performance.now() - from);
              };
              waiting.add(look);
              look();
            }),
          stop: () => request.destroy(),
        });
      },
    );
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET') reject(error);
    });
  });
}

describe('a running meeting is followed', () => {
  test(
    'two hundred on one process have the result of a vote within a second',
    { timeout: 60_000 },
    async (t) => {
      const meeting = await makeMeeting(c);
      const item = await meeting.item();
      const { id } = await c.act(
        'manager',
        'open-ballot',
        { id: item },
        { question: 'Skal vi?', form: 'named' },
      );
      const followers = await Promise.all(Array.from({ length: 200 }, () => follow(meeting.number)));
      await Promise.all(followers.map((each) => each.until(/5 kan stemme/, 10_000)));
      for (const person of ['chair', 'board1', 'board2'] as const)
        await c.act(person, 'cast-vote', { id }, { choices: 'for' });
      await Promise.all(followers.map((each) => each.until(/2 af 5 mangler/, 5_000)));
      assert.doesNotMatch(followers[0]?.said() ?? '', /Vedtaget/);
      await c.act('manager', 'close-ballot', { id });
      const times = await Promise.all(followers.map((each) => each.until(/Vedtaget: 3 for/, 5_000)));
      const last = Math.max(...times);
      t.diagnostic(`the last of 200 had the result ${Math.round(last)} ms after it stood`);
      assert.ok(last < 1_000, `${last} ms`);
      for (const each of followers) each.stop();
    },
  );

  test('nothing of a vote on a closed item reaches those who may not read it', async () => {
    const meeting = await makeMeeting(c);
    const item = await meeting.item({ closedGround: 'personsag' });
    const visitor = await follow(meeting.number);
    const { id } = await c.act(
      'manager',
      'open-ballot',
      { id: item },
      { question: 'Kanariefugl?', form: 'named' },
    );
    const open = await meeting.item({ title: 'Åbent punkt' });
    await c.act('manager', 'open-ballot', { id: open }, { question: 'Skal vi?', form: 'named' });
    await visitor.until(/5 kan stemme/, 5_000);
    assert.doesNotMatch(visitor.said(), new RegExp(String(id)));
    visitor.stop();
    const inside = (await http.get('chair', `/meetings/${meeting.number}/live`)).text;
    assert.match(inside, new RegExp(String(id)));
  });

  test('how it stands is also answered once, as JSON, and only where the meeting may be seen', async () => {
    const meeting = await makeMeeting(c, { present: ['chair', 'board1'] });
    const answer = await http.get(null, `/meetings/${meeting.number}/live`);
    assert.match(answer.text, /2 af 5 stemmer er til stede; der skal 3 til, før der kan besluttes/);
    assert.equal((await http.get(null, '/meetings/999999/live')).status, 404);
  });
});
