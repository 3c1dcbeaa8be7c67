import { parseArgs } from 'node:util';
import { diffToMarkdown } from '../../rulebook/markdown-diff.ts';
import { CommandProblem } from './command.ts';
import { editionFrom, languageFrom } from './edition-argument.ts';

/** `faelled diff <edition> <edition>`: what changed from the first to the second, in words. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { lang: { type: 'string' } },
  });
  const [before, after, ...more] = positionals;
  if (before === undefined || after === undefined || more.length > 0)
    throw new CommandProblem({
      da: 'Skriv to udgaver: faelled diff <udgave> <udgave>',
      en: 'Name two editions: faelled diff <edition> <edition>',
    });
  const language = languageFrom(values.lang);
  const [from, to] = await Promise.all([editionFrom(before), editionFrom(after)]);
  process.stdout.write(diffToMarkdown(from, to, language));
  return 0;
}
