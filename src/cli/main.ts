import { CommandProblem } from './command.ts';
import { commands } from './commands.ts';
import { mindReaderLeaving, print, tell, terminalLanguage } from './terminal.ts';

/** The help of `npx faelled`. */
export function help(): string {
  const language = terminalLanguage();
  const head = language === 'da' ? 'Brug: npx faelled <kommando>' : 'Usage: npx faelled <command>';
  const lines = Object.entries(commands).map(
    ([name, { usage, says }]) => `  ${name} ${usage}\n      ${says[language]}`,
  );
  return [head, '', ...lines].join('\n');
}

/** Carries out one command line; answers with the exit code: 0 done, 1 failed, 2 called wrongly. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    print(help());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    tell({ da: `Kommandoen ${name} findes ikke.`, en: `There is no command ${name}.` });
    print(help());
    return 2;
  }
  mindReaderLeaving();
  try {
    return await (await command.load()).run(args);
  } catch (error) {
    if (error instanceof CommandProblem) {
      tell(error.says);
      return 1;
    }
    if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
      tell({ da: `Brug: faelled ${name} ${command.usage}`, en: `Usage: faelled ${name} ${command.usage}` });
      return 2;
    }
    if ((error as { code?: string }).code === 'EPIPE') return 1;
    throw error;
  }
}
