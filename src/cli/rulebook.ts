import { toJson } from '../../rulebook/json.ts';
import { toMarkdown } from '../../rulebook/markdown.ts';
import { CommandProblem } from './command.ts';
import { editionFrom } from './edition-argument.ts';
import { printedAs } from './printed.ts';

/** `faelled rulebook <edition> [--md | --json] [--lang da|en]`: the readable rulebook, or its JSON. */
export async function run(args: readonly string[]): Promise<number> {
  const { asked: named, form, language } = printedAs(args);
  const [asked, ...more] = named;
  if (asked === undefined || more.length > 0)
    throw new CommandProblem({
      da: 'Skriv, hvilken udgave du vil se: faelled rulebook <udgave>',
      en: 'Say which edition to show: faelled rulebook <edition>',
    });
  const edition = await editionFrom(asked);
  process.stdout.write(form === 'json' ? toJson(edition) : toMarkdown(edition, language));
  return 0;
}
