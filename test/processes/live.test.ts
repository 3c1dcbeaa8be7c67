import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testCommunity, type TestCommunity } from '../community.ts';
import { makeMeeting } from '../meetings.ts';
import { Servers, type Server } from './servers.ts';

let c: TestCommunity;
let servers: Servers;
let both: readonly Server[] = [];
before(async () => {
  c = await testCommunity('2025');
  servers = new Servers({ DATABASE_URL: c.url, FAELLED_DATA: c.app.config.dataFolder });
  both = [await servers.start(), await servers.start()];
});
after(async () => {
  for (const server of both) await server.kill();
  await servers?.end();
  await c?.end();
});

/** Reads a stream until it has said something that fits. */
async function until(stream: AsyncIterator<string>, pattern: RegExp): Promise<void> {
  let said = '';
  while (!pattern.test(said)) {
    const { value, done } = await stream.next();
    assert.ok(!done, `the stream ended before ${pattern}`);
    said += value;
  }
}

test(
  'two servers on one database: a vote cast through one is told to those who follow the meeting on the other',
  { timeout: 60_000 },
  async () => {
    const meeting = await makeMeeting(c);
    const item = await meeting.item();
    const streams = await Promise.all(
      both.map(async ({ base }) => {
        const answer = await fetch(`${base}/meetings/${meeting.number}/live`, {
          headers: { accept: 'text/event-stream' },
        });
        assert.equal(answer.status, 200);
        assert.ok(answer.body);
        return answer.body.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
      }),
    );
    const everywhere = (pattern: RegExp) => Promise.all(streams.map((stream) => until(stream, pattern)));
    const { id } = await c.act(
      'manager',
      'open-ballot',
      { id: item },
      { question: 'Skal vi?', form: 'named' },
    );
    await everywhere(/5 kan stemme/);
    for (const person of ['chair', 'board1', 'board2'] as const)
      await c.act(person, 'cast-vote', { id }, { choices: 'for' });
    await everywhere(/2 af 5 mangler/);
    await c.act('manager', 'close-ballot', { id });
    await everywhere(/Vedtaget: 3 for/);
  },
);
