import type { Language, Text } from '../../rulebook/vocabulary.ts';

/** The language of the terminal: Danish where the system speaks Danish, else English. */
export const terminalLanguage = (environment: NodeJS.ProcessEnv = process.env): Language =>
  /^da/i.test(environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '') ? 'da' : 'en';

/** Writes a sentence to the person at the keyboard, beside what the command prints as its result. */
export const tell = (text: Text): void => void process.stderr.write(`${text[terminalLanguage()]}\n`);

/** Writes a line of the command's result. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * A reader of the result that leaves early (`| head`) is no failure: what is under way is finished and tidied up after.
 * @throws the error itself when it is another one
 */
export function mindReaderLeaving(output: NodeJS.WritableStream = process.stdout): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
