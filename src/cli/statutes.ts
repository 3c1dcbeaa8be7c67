import { isDate } from '../../rulebook/dates.ts';
import { toJson } from '../../rulebook/json.ts';
import { statutesEditions, statutesInForce } from '../../rulebook/statutes/editions.ts';
import { statutesToMarkdown } from '../../rulebook/statutes/markdown.ts';
import { dateIn } from '../lib/time.ts';
import { CommandProblem } from './command.ts';
import { printedAs } from './printed.ts';

/** `faelled statutes [<date>] [--md | --json] [--lang da|en]`: the statutes in force on a day, today when none is given. */
export async function run(args: readonly string[]): Promise<number> {
  const { asked, form, language } = printedAs(args);
  const [on = dateIn(Temporal.Now.instant()), ...more] = asked;
  if (more.length > 0 || !isDate(on))
    throw new CommandProblem({
      da: 'Skriv en dato som 2026-03-17: faelled statutes [<dato>]',
      en: 'Give a date such as 2026-03-17: faelled statutes [<date>]',
    });
  const statutes = statutesInForce(on);
  if (statutes === null) {
    const first = statutesEditions[0]?.inForceFrom ?? '';
    throw new CommandProblem({
      da: `Der kendes ingen vedtægter, som gjaldt ${on}. De første gælder fra ${first}.`,
      en: `No statutes are known that were in force on ${on}. The first are from ${first}.`,
    });
  }
  process.stdout.write(form === 'json' ? toJson(statutes) : statutesToMarkdown(statutes, language));
  return 0;
}
