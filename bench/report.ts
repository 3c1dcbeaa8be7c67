import type { Measured } from './load.ts';
import type { MeetingsMeasured, VoteMeasured } from './meetings.ts';

export interface Line {
  readonly what: string;
  readonly ours: Measured;
  readonly baseline: Measured;
  /** The same with a tenth of the initiatives. */
  readonly small: Measured | null;
}

export interface Findings {
  readonly machine: string;
  readonly connections: number;
  readonly seconds: number;
  readonly size: { readonly large: number; readonly small: number };
  readonly seeding: number;
  readonly lines: readonly Line[];
  readonly judged: { readonly seconds: number; readonly initiatives: number; readonly lines: number };
  readonly meetings: MeetingsMeasured;
  readonly vote: VoteMeasured;
  readonly startUp: number;
  readonly memory: { readonly now: number; readonly peak: number } | null;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const isRead = (line: Line): boolean => !line.what.includes('(write)');
const verdict = (good: boolean): string => (good ? 'yes' : '**no**');

/** The findings as a Markdown page: one table beside the baseline, one against the goals. */
export function report(findings: Findings): string {
  const { large, small } = findings.size;
  const rows = findings.lines.map(
    ({ what, ours, baseline, small: less }) =>
      `| ${what} | ${whole(ours.perSecond)} | ${ms(ours.p50)} | ${ms(ours.p99)} | ${whole(baseline.perSecond)} | ${ms(baseline.p50)} | ${ms(baseline.p99)} | ${Math.round((100 * ours.perSecond) / baseline.perSecond)} % | ${(ours.p99 / baseline.p99).toFixed(1)}× | ${less ? `${(ours.p50 / less.p50).toFixed(2)}×` : '–'} | ${ours.failed + baseline.failed} |`,
  );
  const reads = findings.lines.filter(isRead);
  const least = Math.min(...reads.map(({ ours, baseline }) => ours.perSecond / baseline.perSecond));
  const slowest = Math.max(...reads.map(({ ours, baseline }) => ours.p99 / baseline.p99));
  const growth = Math.max(...reads.map(({ ours, small: less }) => (less ? ours.p50 / less.p50 : 0)));
  const { memory, judged, vote } = findings;
  const { agenda, pdf } = findings.meetings;
  const goals = [
    ['reads reach at least 50 % of the baseline', `${Math.round(100 * least)} % at least`, least >= 0.5],
    ['their p99 is under 4× its p99', `${slowest.toFixed(1)}× at most`, slowest < 4],
    [
      `a page costs the same at ${whole(large)} as at ${whole(small)} initiatives, within 1.3×`,
      `${growth.toFixed(2)}× at most (p50)`,
      growth <= 1.3,
    ],
    [
      'the whole portfolio is judged in under 2 s',
      `${judged.seconds.toFixed(2)} s for ${whole(judged.initiatives)} initiatives and ${whole(judged.lines)} lines`,
      judged.seconds < 2,
    ],
    [
      'the server starts on existing data in under 2 s',
      `${findings.startUp.toFixed(2)} s to the first page`,
      findings.startUp < 2,
    ],
    [
      'the agenda of a board with 5,000 waiting cases is built in under 300 ms',
      `${ms(1000 * agenda.first)} for ${whole(agenda.items)} items; ${ms(1000 * agenda.again)} to bring it up to date with nothing new`,
      agenda.first < 0.3,
    ],
    [
      '200 follow a meeting on one process and have the result of a vote within 1 s',
      `${ms(1000 * vote.told)} from closing the box until all ${whole(vote.followers)} knew; all had voted at once in ${vote.voting.toFixed(2)} s`,
      vote.told < 1,
    ],
    [
      'minutes of 40 items are laid out as PDF in under 300 ms',
      `${ms(1000 * pdf.seconds)} for ${whole(pdf.items)} items`,
      pdf.seconds < 0.3,
    ],
    [
      'the server process stays under 250 MB',
      memory
        ? `${whole(memory.now)} MB after the load, ${whole(memory.peak)} MB at most`
        : 'not told by this system',
      memory === null || memory.peak < 250,
    ],
  ] as const;
  return `# Benchmark

${findings.machine}. ${findings.connections} connections, ${findings.seconds} s each, the best of three runs in turns, load from a second process.
${whole(large)} initiatives with 400 bodies, 4,000 seats and 300,000 assessments, filled in ${findings.seeding.toFixed(1)} s. How: see README.md.

| | requests/s | p50 | p99 | baseline requests/s | p50 | p99 | of baseline | p99 against it | ${whole(large)} against ${whole(small)} | failed |
| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
${rows.join('\n')}

| Goal | Found | Reached |
| --- | --- | --- |
${goals.map(([goal, found, good]) => `| ${goal} | ${found} | ${verdict(good)} |`).join('\n')}
`;
}
