import type { Item } from '../load.ts';
import type { Ballot } from './ballot.ts';

/** What the journal says of a box: nothing of how anybody voted, and no receipt. Rows on closed items are closed. */
export const ballotForJournal = (
  item: Pick<Item, 'number'>,
  ballot: Pick<Ballot, 'number' | 'question' | 'form'>,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  item: item.number,
  ballot: ballot.number,
  question: ballot.question,
  form: ballot.form,
  ...more,
});
