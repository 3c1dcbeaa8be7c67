import type { Verdict, Voice } from '../../../rulebook/vocabulary.ts';
import { initiativeBy } from '../../portfolio/load.ts';
import { deeds } from '../../registry.ts';
import type { Telling } from './step.ts';

export interface Word {
  readonly voice: Voice;
  readonly verdict: Verdict;
  readonly explanation: string;
  readonly evidence?: readonly { readonly title: string; readonly url: string }[];
  readonly validUntil?: string;
  readonly checkedOn?: string;
}

/** What one voice says about one requirement, said by a person on the day of the step. */
export async function assess(
  { time, edition, does }: Telling,
  who: string,
  slug: string,
  requirement: string,
  word: Word,
): Promise<void> {
  if (deeds.some((deed) => deed.name === 'assess-requirement')) {
    await does(who, 'assess-requirement', { id: slug, requirement }, word);
    return;
  }
  const { id } = await initiativeBy(time.app.db, slug);
  await time.app.db
    .insertInto('assessments')
    .values({
      initiative_id: id,
      edition: edition.id,
      requirement,
      voice: word.voice,
      verdict: word.verdict,
      explanation: word.explanation,
      valid_until: word.validUntil ?? null,
      checked_on: word.checkedOn ?? null,
      changed_at: `${time.on(0)}T08:00:00Z`,
    })
    .execute();
}
