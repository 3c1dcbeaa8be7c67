import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placing, reads, type Sample } from './addresses.ts';
import type { Plan } from './baseline.ts';
import { capture } from './capture.ts';
import { judgeWholePortfolio } from './judge.ts';
import type { Measured } from './load.ts';
import { measureMeetings, measureVote } from './meetings.ts';
import { findPlace, prepare, type Prepared } from './prepare.ts';
import { put, serveBaseline, serveFaelled, type Served } from './processes.ts';
import { report, type Findings, type Line } from './report.ts';

const edition = '2025';
const seconds = Number(process.env['BENCH_SECONDS'] ?? 4);
const connections = Number(process.env['BENCH_CONNECTIONS'] ?? 10);
const [large, small] = [10_000, 1_000];
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const rounds = 3;

/**
 * Warms an address up on each server and measures it in turns, so that a disturbance falls on all of them; the best
 * of three runs counts, since others may use the machine.
 */
async function inTurns(those: readonly (readonly [Served, string])[]): Promise<readonly Measured[]> {
  const loads = those.map(([served, path]) => ({ base: served.base, connections, seconds, paths: [path] }));
  for (const load of loads) await put({ ...load, seconds: 1 });
  const runs: Measured[][] = loads.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, load] of loads.entries()) runs[index]?.push(await put(load));
  return runs.map((each) => each.toSorted((a, b) => b.perSecond - a.perSecond)[0] as Measured);
}

const writes = 400;
const write = (served: Served, token: string, ideas: readonly Sample[]): Promise<Measured> =>
  put({
    base: served.base,
    connections,
    seconds,
    paths: ideas.map((idea) => placing(idea).path),
    post: { token, body: placing(ideas[0] as Sample).body },
  });

async function measure(): Promise<Findings> {
  const [busy = 0] = loadavg();
  const place = await findPlace(process.env['BENCH_DATABASE_URL']);
  const folder = mkdtempSync(join(tmpdir(), 'faelled-bench-plan-'));
  try {
    say(`filling ${large} and ${small} initiatives on ${place.what} …`);
    const big = await prepare(place, large, edition);
    const little = await prepare(place, small, edition);
    const plan: Plan = { prepared: big, recordings: await capture(big), paths: reads(big.sample) };
    const planFile = join(folder, 'plan.json');
    writeFileSync(planFile, JSON.stringify(plan));

    const { lines, startUp, vote, memory } = await compare(big, little, planFile);
    say('judging the whole portfolio …');
    const judged = await judgeWholePortfolio(big, edition);
    say('agenda and minutes …');
    const meetings = await measureMeetings(big);
    return {
      machine: `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}, ${place.what}; load ${busy.toFixed(1)} by others when it began`,
      connections,
      seconds,
      size: { large, small },
      seeding: big.seconds,
      lines,
      judged,
      meetings,
      vote,
      startUp,
      memory,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await place.close();
  }
}

/** The best of three starts, for the same reason. */
async function fastestStart({ url }: Prepared): Promise<number> {
  const starts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const served = await serveFaelled(url);
    starts.push(served.startUp);
    await served.stop();
  }
  return Math.min(...starts);
}

async function compare(prepared: Prepared, little: Prepared, planFile: string) {
  const startUp = await fastestStart(prepared);
  const ours = await serveFaelled(prepared.url);
  const bare = await serveBaseline(planFile);
  const tenth = await serveFaelled(little.url);
  try {
    const lines: Line[] = [];
    for (const [what, path] of Object.entries(reads(prepared.sample))) {
      say(`${what} …`);
      const elsewhere = reads(little.sample)[what] as string;
      const [own, baseline, less] = await inTurns([
        [ours, path],
        [bare, path],
        [tenth, elsewhere],
      ]);
      lines.push({ what, ours: own as Measured, baseline: baseline as Measured, small: less ?? null });
    }
    say('placing an idea …');
    const ideas = prepared.ideas.slice(1);
    const warm = 40;
    await write(ours, prepared.token, ideas.slice(0, warm));
    await write(bare, prepared.token, ideas.slice(warm, 2 * warm));
    lines.push({
      what: 'placing an idea (write)',
      ours: await write(ours, prepared.token, ideas.slice(2 * warm, 2 * warm + writes)),
      baseline: await write(bare, prepared.token, ideas.slice(2 * warm + writes, 2 * warm + 2 * writes)),
      small: null,
    });
    say('two hundred follow a vote …');
    const vote = await measureVote(ours, prepared);
    return { lines, startUp, vote, memory: ours.memory() };
  } finally {
    await ours.stop();
    await bare.stop();
    await tenth.stop();
  }
}

const text = report(await measure());
writeFileSync(fileURLToPath(new URL('./results.md', import.meta.url)), text);
process.stdout.write(text);
