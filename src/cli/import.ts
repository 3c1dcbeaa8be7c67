import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { linesIn } from '../transfer/lines.ts';
import { NotImportable, readCommunity } from '../transfer/read-community.ts';
import { CommandProblem } from './command.ts';
import { openCommunity } from './open-community.ts';
import { tell } from './terminal.ts';

/** `faelled import <file>`: a whole exported community into an empty database, all or nothing. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const file = positionals[0];
  if (file === undefined)
    throw new CommandProblem({
      da: 'Skriv, hvilken fil der skal importeres: faelled import <fil>',
      en: 'Say which file to import: faelled import <file>',
    });
  // Opened before the database, so that a wrong name costs nothing and is said at once.
  const handle = await openFile(file);
  const community = await openCommunity(readConfig());
  try {
    const lines = linesIn(handle.createReadStream({ encoding: 'utf8', autoClose: false }));
    const rows = await readCommunity(community.db, lines);
    tell({ da: `${rows} rækker er importeret.`, en: `${rows} rows imported.` });
    return 0;
  } catch (error) {
    if (error instanceof NotImportable)
      throw new CommandProblem({
        da: `Ikke importeret, der er ikke gemt noget: ${error.message}`,
        en: `Not imported, nothing was stored: ${error.message}`,
      });
    throw error;
  } finally {
    await community.close();
    await handle.close();
  }
}

async function openFile(file: string) {
  try {
    const handle = await open(file);
    if (!(await handle.stat()).isDirectory()) return handle;
    await handle.close();
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
    throw new CommandProblem({ da: `Filen ${file} findes ikke.`, en: `There is no file ${file}.` });
  }
  throw new CommandProblem({ da: `${file} er en mappe.`, en: `${file} is a folder.` });
}
