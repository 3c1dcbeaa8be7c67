import type { FastifyInstance } from 'fastify';
import { Failure } from '../../deeds/failure.ts';
import type { App } from '../../context.ts';
import { visitOf } from '../../web/pages.ts';
import { meetingFor, readsClosed } from '../load.ts';
import { hubOf, mostFollowers } from './hub.ts';
import { liveState } from './state.ts';

/** A sign of life, so that nothing between drops a quiet stream; after half an hour the reader asks anew. */
const heartbeat = 20_000;
const beatsInAStream = 90;

/**
 * A running meeting as server-sent events, for those who may see the meeting. Who asks for anything else than a stream
 * gets how it stands, once.
 */
export function liveRoute(fastify: FastifyInstance, app: App): void {
  fastify.addHook('preClose', async () => hubOf(app).close());
  fastify.get<{ Params: { id: string } }>('/meetings/:id/live', async (request, reply) => {
    const { actor } = await visitOf(app, request);
    const meeting = await meetingFor(app.db, request.params.id, actor);
    if (!(request.headers.accept ?? '').includes('text/event-stream'))
      return reply
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(await liveState(app.db, meeting.id, actor));
    const hub = hubOf(app);
    if (hub.size >= mostFollowers)
      throw new Failure('unavailable', {
        da: 'Der følger for mange med lige nu. Genindlæs siden for at se det nyeste.',
        en: 'Too many follow just now. Reload the page to see the latest.',
      });
    const closed = await readsClosed(app.db, meeting, actor);
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    let beats = 0;
    const beat = setInterval(() => {
      beats += 1;
      if (beats >= beatsInAStream) stream.end();
      else stream.write(': \n\n');
    }, heartbeat);
    let stop: (() => void) | null = null;
    let over = false;
    stream.on('close', () => {
      over = true;
      clearInterval(beat);
      stop?.();
    });
    try {
      stop = await hub.follow({
        meetingId: meeting.id,
        actor,
        readsClosed: closed,
        tell: (event) => void (over || stream.write(event)),
        end: () => stream.end(),
      });
      if (over) stop();
    } catch (error) {
      app.log.error({ err: error }, 'a meeting cannot be followed');
      stream.end();
    }
    return reply;
  });
}
