import { parseArgs } from 'node:util';
import { checkText } from '../../rulebook/check.ts';
import { CommandProblem } from './command.ts';
import { defectLine, editionText } from './edition-argument.ts';
import { print, tell, terminalLanguage } from './terminal.ts';

/** `faelled check <edition.json>`: 0 when it may be used, 1 when it has defects, 2 when there is nothing to check. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    tell({
      da: 'Skriv, hvilken fil der skal prøves: faelled check <udgave.json>',
      en: 'Say which file to check: faelled check <edition.json>',
    });
    return 2;
  }
  let text: string;
  try {
    text = await editionText(file);
  } catch (error) {
    if (!(error instanceof CommandProblem)) throw error;
    tell(error.says);
    return 2;
  }
  const { edition, defects } = checkText(text);
  if (edition) {
    const { id } = edition;
    tell({ da: `Udgaven ${id} kan bruges: ingen fejl.`, en: `Edition ${id} may be used: no defects.` });
    return 0;
  }
  const language = terminalLanguage();
  for (const each of defects) print(defectLine(each, language));
  tell({
    da: `${defects.length} fejl.`,
    en: `${defects.length} ${defects.length === 1 ? 'defect' : 'defects'}.`,
  });
  return 1;
}
