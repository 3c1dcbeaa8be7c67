import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { openDatabase } from './client.ts';
import { startEmbedded, type Embedded } from './embedded.ts';

const place = mkdtempSync(join(tmpdir(), 'faelled-embedded-'));
spawnSync('chmod', ['755', place]);
after(() => rmSync(place, { recursive: true, force: true }));

/** Another process that uses the database; see test/embedded-user.ts. */
class User {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly said: string[] = [];
  constructor(folder: string) {
    const program = fileURLToPath(new URL('../../test/embedded-user.ts', import.meta.url));
    this.child = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface(this.child.stdout).on('line', (line) => this.said.push(line));
  }
  /** Waits until it has written some rows. */
  async atWork(): Promise<string> {
    while (this.said.length < 10 && this.child.exitCode === null)
      await new Promise((next) => setTimeout(next, 10));
    return this.said[0] ?? 'nothing';
  }
  async end(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.stdin.end();
    await gone;
    assert.equal(this.said.at(-1), 'stopped');
  }
  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
  get acknowledged(): number {
    return this.said.filter((line) => /^\d+$/.test(line)).length;
  }
}

const serverOf = (folder: string): number | null => {
  const file = join(folder, 'postgres/postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null;
};
const ask = async <T>(embedded: Embedded, question: string): Promise<T | undefined> => {
  const db = openDatabase({ connectionString: embedded.connectionString }, { max: 1 });
  const { rows } = await sql.raw<{ answer: T }>(`select ${question} as answer`).execute(db);
  await db.destroy();
  return rows[0]?.answer;
};

describe('the embedded database', () => {
  it('is made once when two processes start for the first time together, and stops with the last', async () => {
    const folder = join(place, 'race/data');
    const users = [new User(folder), new User(folder)];
    const words = await Promise.all(users.map((user) => user.atWork()));
    assert.deepEqual(words.toSorted(), ['joined', 'started']);
    const server = serverOf(folder);
    await users[0]!.end();
    assert.equal(serverOf(folder), server, 'still there for the other');
    await users[1]!.end();
    assert.equal(serverOf(folder), null);
  });

  it('has every acknowledged row after the process that started it was killed, and is joined again', async () => {
    const folder = join(place, 'killed');
    const user = new User(folder);
    await user.atWork();
    await user.kill();
    const embedded = await startEmbedded(folder);
    assert.equal(embedded.joined, true);
    assert.ok((await ask<number>(embedded, '(select count(*) from rows)'))! >= user.acknowledged);
    await embedded.stop();
    assert.equal(serverOf(folder), null);
  });

  it('has every acknowledged row after process and server were both killed', async () => {
    const folder = join(place, 'killed');
    const user = new User(folder);
    await user.atWork();
    const server = serverOf(folder)!;
    process.kill(server, 'SIGKILL');
    await user.kill();
    const embedded = await startEmbedded(folder);
    assert.equal(embedded.joined, false);
    assert.ok((await ask<number>(embedded, '(select count(*) from rows)'))! >= user.acknowledged);
    await embedded.stop();
  });

  it('starts although its lock names a program that has nothing to do with it', async () => {
    const folder = join(place, 'killed');
    const first = await startEmbedded(folder);
    const lock = join(folder, 'postgres/postmaster.pid');
    const lines = readFileSync(lock, 'utf8').split('\n');
    await first.stop();
    const { uid } = statSync(join(folder, 'postgres'));
    const other = spawn('sleep', ['60'], {
      cwd: '/',
      stdio: 'ignore',
      ...(process.getuid?.() === 0 ? { uid } : {}),
    });
    try {
      writeFileSync(lock, [other.pid, ...lines.slice(1)].join('\n'), { mode: 0o600 });
      spawnSync('chown', [String(uid), lock]);
      const embedded = await startEmbedded(folder);
      assert.equal(embedded.joined, false);
      await embedded.stop();
    } finally {
      other.kill();
    }
  });

  it('comes back by itself when the server is killed under a process that goes on', async () => {
    const folder = join(place, 'killed');
    const embedded = await startEmbedded(folder);
    process.kill(serverOf(folder)!, 'SIGKILL');
    const server = serverOf(folder);
    const isBack = () => ![null, server].includes(serverOf(folder));
    for (let wait = 0; wait < 1000 && !isBack(); wait += 1) await new Promise((next) => setTimeout(next, 20));
    const again = await startEmbedded(folder);
    assert.equal(again.joined, true);
    await again.stop();
    await embedded.stop();
    assert.equal(serverOf(folder), null);
  });

  it('lives in a folder with a long Danish name', async () => {
    const folder = join(place, 'Fælledets data for åbne løsninger '.repeat(4), 'og endnu en mappe');
    const embedded = await startEmbedded(folder);
    assert.match(embedded.connectionString, /host=%2Ftmp%2Ffaelled-/);
    const socket = new URL(embedded.connectionString).searchParams.get('host')!;
    assert.equal(statSync(socket).mode & 0o077, 0, 'closed to others');
    await embedded.stop();
    rmSync(socket, { recursive: true, force: true });
  });

  it('keeps what it writes on disk before it says so', async () => {
    const embedded = await startEmbedded(join(place, 'killed'));
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'])
      assert.equal(await ask(embedded, `current_setting('${setting}')`), 'on', setting);
    await embedded.stop();
  });

  it('says in a sentence that another version of PostgreSQL made the data', async () => {
    const folder = join(place, 'older');
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '16\n');
    await assert.rejects(startEmbedded(folder), {
      name: 'DatabaseUnavailable',
      message: /was made by PostgreSQL 16; this is 18/,
    });
  });

  it(
    'runs as the user whose data it is when root starts it',
    { skip: process.getuid?.() === 0 ? false : 'needs root' },
    async () => {
      const folder = join(place, 'somebody');
      await (await startEmbedded(folder)).stop();
      spawnSync('chown', ['-R', '1234:1234', join(folder, 'postgres')]);
      const embedded = await startEmbedded(folder);
      assert.equal(await ask(embedded, '1'), 1);
      assert.equal(statSync(join(folder, 'postgres')).uid, 1234);
      await embedded.stop();
    },
  );

  const namespaces = spawnSync('unshare', ['--user', 'true']).status === 0;
  const root = process.getuid?.() === 0;
  it(
    'runs for root in a folder that only root may enter',
    { skip: root && namespaces ? false : 'needs root and user namespaces' },
    async () => {
      const folder = join(place, 'closed/data');
      mkdirSync(dirname(folder), { mode: 0o700 });
      const embedded = await startEmbedded(folder);
      assert.equal(await ask(embedded, '1'), 1);
      assert.equal(statSync(join(folder, 'postgres')).uid, 0);
      await embedded.stop();
      spawnSync('chmod', ['755', dirname(folder)]);
      const opened = await startEmbedded(folder);
      assert.equal(await ask(opened, '1'), 1, 'and when the folder is opened later');
      await opened.stop();
    },
  );
});
