import { readFile } from 'node:fs/promises';
import { checks, checkText, type Defect } from '../../rulebook/check.ts';
import { editionById, editions } from '../../rulebook/editions.ts';
import type { Edition } from '../../rulebook/rule.ts';
import { languages, type Language, type Text } from '../../rulebook/vocabulary.ts';
import { CommandProblem } from './command.ts';
import { terminalLanguage } from './terminal.ts';

/** Larger than any rulebook written by people; a shipped edition is about 150 kB. */
const largest = 20_000_000;

/**
 * The text of an edition's file.
 * @throws CommandProblem when it cannot be read
 */
export async function editionText(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > largest)
      throw new CommandProblem({
        da: `Filen ${path} er for stor til at være en udgave.`,
        en: `The file ${path} is too large to be an edition.`,
      });
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof CommandProblem) throw error;
    if (error instanceof TypeError)
      throw new CommandProblem({
        da: `Filen ${path} er ikke tekst i UTF-8.`,
        en: `The file ${path} is no UTF-8 text.`,
      });
    throw new CommandProblem({
      da: `Filen ${path} kan ikke læses. Kender du udgaven? De er: ${editions.map(({ id }) => id).join(', ')}.`,
      en: `The file ${path} cannot be read. The editions are: ${editions.map(({ id }) => id).join(', ')}.`,
    });
  }
}

/**
 * A shipped edition by its id, or one from a file that passes every check.
 * @throws CommandProblem when there is none, or it has defects
 */
export async function editionFrom(argument: string): Promise<Edition> {
  const shipped = editionById(argument);
  if (shipped) return shipped;
  const { edition, defects } = checkText(await editionText(argument));
  if (edition) return edition;
  throw new CommandProblem({
    da: `Udgaven i ${argument} kan ikke bruges: ${defects.length} fejl. Se dem med: faelled check ${argument}`,
    en: `The edition in ${argument} may not be used: ${defects.length} defects. See them with: faelled check ${argument}`,
  });
}

/** One defect as a line of the terminal: where, what is checked, what is wrong and what to do. */
export const defectLine = <Check extends string = Defect['check']>(
  { check, at, says }: { readonly check: Check; readonly at: string; readonly says: Text },
  language: Language,
  named: Readonly<Record<Check, Text>> = checks as Readonly<Record<string, Text>> as Readonly<
    Record<Check, Text>
  >,
): string => `- ${at === '' ? '' : `${at}: `}${says[language]} [${named[check][language]}]`;

/**
 * The language asked for, the terminal's when none is.
 * @throws CommandProblem for another one
 */
export function languageFrom(asked: string | undefined): Language {
  if (asked === undefined) return terminalLanguage();
  const language = languages.find((each) => each === asked);
  if (!language)
    throw new CommandProblem({
      da: `Sproget ${asked} findes ikke. Skriv --lang da eller --lang en.`,
      en: `There is no language ${asked}. Write --lang da or --lang en.`,
    });
  return language;
}
