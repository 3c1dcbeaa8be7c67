import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';
import { sessionOptions } from '../src/db/client.ts';
import type { Recording } from './capture.ts';
import type { Prepared } from './prepare.ts';

/**
 * The baseline: a bare `node:http` server that sends the statements the real server sent, and fills a string template
 * with the rows, as long as the real answer. What the real server needs beyond this is what it adds.
 * Run as a process of its own with a file that describes the run; prints its port.
 */
export interface Plan {
  readonly prepared: Prepared;
  readonly recordings: Readonly<Record<string, Recording>>;
  readonly paths: Readonly<Record<string, string>>;
}

const plan = JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as Plan;
const pool = new pg.Pool({ connectionString: plan.prepared.url, max: 10, options: sessionOptions });
const byPath = new Map(
  Object.entries(plan.paths).map(([name, path]) => [path, plan.recordings[name] as Recording]),
);
const placement = plan.recordings['placing an idea (write)'] as Recording;
const placed = plan.prepared.ideas[0] as Prepared['ideas'][number];
const ideas = new Map(plan.prepared.ideas.map((idea) => [idea.id, idea]));

const escape = (value: unknown): string =>
  String(value ?? '').replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** A page of the rows found, cut or filled to the length of the real one. */
function page(rows: readonly Record<string, unknown>[], bytes: number): string {
  const lines = rows.map(
    (row) =>
      `<tr>${Object.values(row)
        .map((value) => `<td>${escape(value)}</td>`)
        .join('')}</tr>`,
  );
  const body = `<!doctype html><html lang="da"><title>Baseline</title><table>${lines.join('')}</table>`;
  return body.length >= bytes ? body.slice(0, bytes) : body.padEnd(bytes);
}

async function read(recording: Recording, response: ServerResponse): Promise<void> {
  const rows: Record<string, unknown>[] = [];
  for (const { text, values } of recording.statements) {
    const result = await pool.query<Record<string, unknown>>(text, [...values]);
    rows.push(...result.rows);
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(rows, recording.bytes));
}

const hash = /^[0-9a-f]{64}$/;
/** Ids made while recording carry the time in front (UUID version 7); those of the seeded rows are random. */
const fresh = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

/** The recorded write with this idea in place of the recorded one, and new ids, hashes and journal number. */
async function write(id: string, response: ServerResponse): Promise<void> {
  const idea = ideas.get(id);
  const client = await pool.connect();
  try {
    const made = new Map<unknown, unknown>([
      [placed.id, idea?.id],
      [placed.slug, idea?.slug],
      [placed.caseId, idea?.caseId],
    ]);
    let seq: number | null = null;
    for (const { text, values } of placement.statements) {
      const isJournal = text.startsWith('insert into "journal"');
      const mapped = values.map((value, index) => {
        if (isJournal && index === 0) return seq;
        if (typeof value !== 'string') return value;
        const known = made.get(value);
        if (known !== undefined) return known;
        if (isJournal && hash.test(value)) return randomBytes(32).toString('hex');
        if (!text.startsWith('insert into') || !fresh.test(value)) return value;
        const own = randomUUID();
        made.set(value, own);
        return own;
      });
      const result = await client.query<Record<string, unknown>>(text, mapped);
      if (text.includes('from "journal"')) seq = Number(result.rows[0]?.['seq'] ?? 0) + 1;
    }
    response
      .writeHead(201, { 'content-type': 'application/json' })
      .end(JSON.stringify({ id }).padEnd(placement.bytes));
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  const recording = byPath.get(path);
  const id = /^\/api\/v1\/initiatives\/([^/]+)\/placement$/.exec(path)?.[1];
  const answer = recording ? read(recording, response) : id ? write(id, response) : null;
  if (!answer) return void response.writeHead(404).end();
  answer.catch((error: Error) => {
    console.error(error.message);
    response.writeHead(500).end(error.message);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(address !== null && typeof address === 'object' ? address.port : '');
});
process.once('SIGTERM', () => server.close(() => void pool.end()));
