import type { Verdict, Voice } from '../../../rulebook/vocabulary.ts';
import type { Telling } from './step.ts';

export interface Word {
  readonly voice: Voice;
  readonly verdict: Verdict;
  readonly explanation: string;
  readonly evidence?: readonly { readonly title: string; readonly url: string }[];
  readonly validUntil?: string;
  readonly checkedOn?: string;
  readonly plannedFor?: string;
}

/** What one voice says about one requirement, said by a person on the day of the step. */
export async function assess(
  { does }: Telling,
  who: string,
  slug: string,
  requirement: string,
  word: Word,
): Promise<void> {
  await does(who, 'assess-requirement', { id: slug, requirement }, word);
}
