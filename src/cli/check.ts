import { parseArgs } from 'node:util';
import { checkText } from '../../rulebook/check.ts';
import { readJson } from '../../rulebook/json.ts';
import { checkStatutesText, statuteChecks } from '../../rulebook/statutes/check.ts';
import type { Language } from '../../rulebook/vocabulary.ts';
import { CommandProblem } from './command.ts';
import { defectLine, editionText } from './edition-argument.ts';
import { print, tell, terminalLanguage } from './terminal.ts';

/** `faelled check <edition.json>`, of the rulebook or the statutes: 0 when it may be used, 1 when it has defects, 2 when there is nothing to check. */
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
  const language = terminalLanguage();
  const { id, defects } = isOfStatutes(text) ? ofStatutes(text, language) : ofRulebook(text, language);
  if (id !== null) {
    tell({ da: `Udgaven ${id} kan bruges: ingen fejl.`, en: `Edition ${id} may be used: no defects.` });
    return 0;
  }
  for (const line of defects) print(line);
  tell({
    da: `${defects.length} fejl.`,
    en: `${defects.length} ${defects.length === 1 ? 'defect' : 'defects'}.`,
  });
  return 1;
}

/** What a check found: the id of an edition that may be used, or a line for each defect. */
interface Found {
  readonly id: string | null;
  readonly defects: readonly string[];
}

/** Statutes name what they leave open, a rulebook what it requires. */
function isOfStatutes(text: string): boolean {
  const read = readJson(text);
  const value = 'value' in read ? read.value : null;
  return typeof value === 'object' && value !== null && 'gaps' in value && !('requirements' in value);
}

function ofRulebook(text: string, language: Language): Found {
  const { edition, defects } = checkText(text);
  return { id: edition?.id ?? null, defects: defects.map((each) => defectLine(each, language)) };
}

function ofStatutes(text: string, language: Language): Found {
  const { statutes, defects } = checkStatutesText(text);
  return {
    id: statutes?.id ?? null,
    defects: defects.map((each) => defectLine(each, language, statuteChecks)),
  };
}
