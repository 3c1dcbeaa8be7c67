import type { Text } from '../../rulebook/vocabulary.ts';

/** One command of `npx faelled`. Its module is loaded only when asked for. */
export interface Command {
  /** What stands after the name: `--person <e-mail>`. */
  readonly usage: string;
  readonly says: Text;
  readonly load: () => Promise<{ readonly run: (args: readonly string[]) => Promise<number> }>;
}

/** The command was called wrongly, or cannot be carried out as things stand: a sentence, no stack. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem';
  readonly says: Text;
  constructor(says: Text) {
    super(says.en);
    this.says = says;
  }
}
