import { parseArgs } from 'node:util';
import type { Language } from '../../rulebook/vocabulary.ts';
import { CommandProblem } from './command.ts';
import { languageFrom } from './edition-argument.ts';

/** How rules are to be printed, and what else was asked. */
export interface Printed {
  readonly asked: readonly string[];
  readonly form: 'md' | 'json';
  readonly language: Language;
}

/**
 * Reads `[--md | --json] [--lang da|en]` of a command that prints rules.
 * @throws CommandProblem when both forms are asked for, or a language that is not spoken
 */
export function printedAs(args: readonly string[]): Printed {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      md: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      lang: { type: 'string' },
    },
  });
  if (values.md && values.json)
    throw new CommandProblem({ da: 'Vælg --md eller --json.', en: 'Choose --md or --json.' });
  return { asked: positionals, form: values.json ? 'json' : 'md', language: languageFrom(values.lang) };
}
