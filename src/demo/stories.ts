import type { Edition } from '../../rulebook/rule.ts';
import { evaluationStories } from './stories/evaluations.ts';
import { groupStories } from './stories/groups.ts';
import { ideaStories } from './stories/ideas.ts';
import { importStories } from './stories/imports.ts';
import { meetingStories } from './stories/meetings.ts';
import { productStories } from './stories/products.ts';
import type { Step } from './stories/step.ts';
import { waitingStories } from './stories/waiting.ts';
import { yearStories } from './stories/year.ts';
import type { Timeline } from './timeline.ts';

/** Everything the demo's people have done since they took Fælled into use, in the order of the days. */
export async function stories(time: Timeline, edition: Edition): Promise<void> {
  const steps: readonly Step[] = [
    ...productStories,
    ...ideaStories,
    ...importStories,
    ...evaluationStories,
    ...waitingStories,
    ...meetingStories,
    ...yearStories,
    ...groupStories,
  ];
  for (const { daysAgo, tell } of steps.toSorted((a, b) => b.daysAgo - a.daysAgo))
    await tell({
      time,
      edition,
      does: (person, deed, params, input) => time.does(daysAgo, person, deed, params, input),
    });
}
