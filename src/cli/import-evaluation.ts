import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { verdicts } from '../../rulebook/vocabulary.ts';
import type { Text } from '../../rulebook/vocabulary.ts';
import { readConfig } from '../config.ts';
import type { Db, Tx } from '../db/client.ts';
import type { Problem } from '../deeds/deed.ts';
import { Failure } from '../deeds/failure.ts';
import { importAnswer, sameName, type ImportAnswer, type RowAnswer } from '../evaluations/import-answer.ts';
import { confirmImport, keepFile, readFor } from '../evaluations/import-steps.ts';
import { importBy } from '../evaluations/import-store.ts';
import { hasEnded } from '../evaluations/refusals.ts';
import { appendToJournal } from '../journal/append.ts';
import { initiativeBy, lockInitiative, type Initiative } from '../portfolio/load.ts';
import { dateIn } from '../lib/time.ts';
import { communityEdition } from '../rules/community.ts';
import { editionOf } from '../rules/edition-of.ts';
import { CommandProblem } from './command.ts';
import { openCommunity } from './open-community.ts';
import { print, tell, terminalLanguage } from './terminal.ts';

/**
 * `faelled import-evaluation <file>`: reads a file in and prints what each row is taken for. It then waits for a person
 * in the browser; with `--confirm` it is registered at once, unless something waits.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { initiative: { type: 'string' }, confirm: { type: 'boolean', default: false } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0)
    throw new CommandProblem({
      da: 'Skriv, hvilken fil der skal læses: faelled import-evaluation <fil>',
      en: 'Say which file to read: faelled import-evaluation <file>',
    });
  const bytes = await contentOf(path);
  const config = readConfig();
  const community = await openCommunity(config);
  try {
    const now = Temporal.Now.instant().toString();
    const found = await initiativeFor(community.db, values.initiative, bytes);
    const done = await community.db.transaction().execute(async (tx) => {
      const initiative = await lockInitiative(tx, found.id);
      const read = await takeIn(tx, initiative, { bytes, fileName: basename(path).slice(0, 200), now });
      const waits = read.waiting.length > 0;
      return {
        read,
        waits,
        registered: values.confirm && !waits ? await confirm(tx, initiative, read, now) : null,
      };
    });
    for (const line of report(done.read)) print(line);
    print(`${config.baseUrl}/initiatives/${done.read.initiative}/evaluation-imports/${done.read.id}`);
    tell(ending(done, values.confirm));
    return values.confirm && done.waits ? 1 : 0;
  } finally {
    await community.close();
  }
}

async function contentOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const why = (error as { code?: string }).code ?? '';
    throw new CommandProblem({
      da: `Filen ${path} kan ikke læses (${why}).`,
      en: `The file ${path} cannot be read (${why}).`,
    });
  }
}

const problem = (problems: readonly Problem[]): CommandProblem =>
  new CommandProblem({
    da: problems.map(({ says }) => says.da).join('\n'),
    en: problems.map(({ says }) => says.en).join('\n'),
  });

/** The initiative named, else the one the file says it is about. */
async function initiativeFor(
  db: Db,
  slug: string | undefined,
  bytes: Buffer,
): Promise<Pick<Initiative, 'id'>> {
  if (slug !== undefined) {
    try {
      return await initiativeBy(db, slug);
    } catch (error) {
      if (error instanceof Failure) throw new CommandProblem(error.says);
      throw error;
    }
  }
  const read = readFor({ edition: await communityEdition(db) }, bytes, 'file');
  if ('problems' in read) throw problem(read.problems);
  const name = read.file.productName ?? '';
  const all = await db.selectFrom('initiatives').select(['id', 'name']).execute();
  const [one, ...others] = all.filter((each) => sameName(each.name, name));
  if (one && others.length === 0) return one;
  throw new CommandProblem({
    da: `Filen siger, at den handler om »${name}«. Skriv, hvilket initiativ det er: --initiative <slug>`,
    en: `The file says it is about “${name}”. Say which initiative that is: --initiative <slug>`,
  });
}

interface Taken {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly now: string;
}

const journal = (tx: Tx, initiative: Initiative, deed: string, id: string, now: string, change: object) =>
  appendToJournal(tx, {
    at: now,
    personId: null,
    deed,
    subject: { kind: 'evaluation-import', id },
    initiativeId: initiative.id,
    before: null,
    after: null,
    ...change,
    ground: 'command-line',
    edition: initiative.edition,
  });

async function takeIn(
  tx: Tx,
  initiative: Initiative,
  { bytes, fileName, now }: Taken,
): Promise<ImportAnswer> {
  if (initiative.stage === 'retired') throw new CommandProblem(hasEnded(editionOf(initiative.edition)).says);
  const received = readFor(initiative, bytes, 'file');
  if ('problems' in received) throw problem(received.problems);
  const id = await keepFile(tx, initiative, received, { fileName, personId: null, now });
  const answer = await importAnswer(tx, await importBy(tx, id), initiative);
  await journal(tx, initiative, 'import-evaluation', id, now, {
    after: {
      format: answer.format,
      voice: answer.voice,
      rows: answer.rows.length,
      waiting: answer.waiting.length,
    },
  });
  return answer;
}

/** Registers a file in which nothing waits; answers with how many requirements it changed. */
async function confirm(
  tx: Tx,
  initiative: Initiative,
  { id, voice }: ImportAnswer,
  now: string,
): Promise<number> {
  const confirmed = await confirmImport(
    tx,
    await importBy(tx, id),
    { choices: {}, dates: {} },
    { personId: null, now, today: dateIn(Temporal.Instant.from(now)) },
  );
  if ('problems' in confirmed) throw problem(confirmed.problems);
  await journal(tx, initiative, 'confirm-evaluation-import', id, now, {
    before: confirmed.changes.map(({ requirement, before }) => ({ requirement, voice, word: before })),
    after: confirmed.changes.map(({ requirement, after }) => ({ requirement, voice, word: after })),
  });
  return confirmed.changes.length;
}

const changes: Readonly<Record<RowAnswer['change'], Text>> = {
  new: { da: 'nyt', en: 'new' },
  same: { da: 'uændret', en: 'unchanged' },
  changed: { da: 'ændres', en: 'changes' },
  none: { da: 'tages ikke med', en: 'not taken over' },
};

/** The preview, a line for each row, and what is odd about the file as a whole. */
function report(read: ImportAnswer): string[] {
  const language = terminalLanguage();
  const say = (text: Text): string => text[language];
  const wide = Math.max(0, ...read.rows.map(({ key }) => key.length));
  const oneLine = (text: string): string =>
    text
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 60);
  const rows = read.rows.map((row) => {
    const words = [
      `»${oneLine(row.asWritten)}«`,
      ...(row.requirement === null ? [] : [`→ ${say(verdicts[row.proposed.verdict])}`]),
      `(${say(changes[row.change])})`,
      ...(row.waits === null ? [] : [say({ da: 'VENTER:', en: 'WAITS:' }), say(row.proposed.because)]),
      ...(row.waits === 'no-date'
        ? [
            say({
              da: 'Der skal en dato til: der står ikke hvornår.',
              en: 'It needs a date: it does not say when.',
            }),
          ]
        : []),
    ];
    return `${oneLine(row.key).padEnd(wide)}  ${words.join(' ')}`;
  });
  const listed = (ids: readonly string[], da: string, en: string): string[] =>
    ids.length === 0 ? [] : [`${say({ da, en })}: ${ids.map(oneLine).join(', ')}`];
  return [
    ...rows,
    ...listed(read.unknown, 'Ukendte id’er', 'Unknown ids'),
    ...listed(read.doubled, 'Står flere gange', 'More than once'),
    ...listed(read.missing, 'Mangler i filen', 'Missing in the file'),
  ];
}

function ending(
  { read, waits, registered }: { read: ImportAnswer; waits: boolean; registered: number | null },
  asked: boolean,
): Text {
  if (registered !== null)
    return {
      da: `Registreret: ${registered} krav ændret.`,
      en: `Registered: ${registered} requirements changed.`,
    };
  if (!waits)
    return {
      da: 'Intet er registreret endnu. Bekræft på adressen ovenfor, eller kør igen med --confirm.',
      en: 'Nothing is registered yet. Confirm at the address above, or run again with --confirm.',
    };
  const n = read.waiting.length;
  return {
    da: `${n} ${n === 1 ? 'række' : 'rækker'} venter på en person${asked ? ', så intet er registreret' : ''}. Vælg på adressen ovenfor.`,
    en: `${n} ${n === 1 ? 'row waits' : 'rows wait'} for a person${asked ? ', so nothing is registered' : ''}. Choose at the address above.`,
  };
}
