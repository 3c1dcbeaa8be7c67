import { parseArgs } from 'node:util';
import { toJson } from '../../rulebook/json.ts';
import { toMarkdown } from '../../rulebook/markdown.ts';
import { CommandProblem } from './command.ts';
import { editionFrom, languageFrom } from './edition-argument.ts';

/** `faelled rulebook <edition> [--md | --json] [--lang da|en]`: the readable rulebook, or its JSON. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      md: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      lang: { type: 'string' },
    },
  });
  const [asked, ...more] = positionals;
  if (asked === undefined || more.length > 0)
    throw new CommandProblem({
      da: 'Skriv, hvilken udgave du vil se: faelled rulebook <udgave>',
      en: 'Say which edition to show: faelled rulebook <edition>',
    });
  if (values.md && values.json)
    throw new CommandProblem({ da: 'Vælg --md eller --json.', en: 'Choose --md or --json.' });
  const language = languageFrom(values.lang);
  const edition = await editionFrom(asked);
  process.stdout.write(values.json ? toJson(edition) : toMarkdown(edition, language));
  return 0;
}
