import { createReadStream } from 'node:fs';
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
  const community = await openCommunity(readConfig());
  try {
    const lines = linesIn(createReadStream(file, 'utf8'));
    const rows = await readCommunity(community.db, lines);
    tell({ da: `${rows} rækker er importeret.`, en: `${rows} rows imported.` });
    return 0;
  } catch (error) {
    if (error instanceof NotImportable)
      throw new CommandProblem({
        da: `Ikke importeret, der er ikke gemt noget: ${error.message}`,
        en: `Not imported, nothing was stored: ${error.message}`,
      });
    if ((error as { code?: string }).code === 'ENOENT')
      throw new CommandProblem({ da: `Filen ${file} findes ikke.`, en: `There is no file ${file}.` });
    throw error;
  } finally {
    await community.close();
  }
}
