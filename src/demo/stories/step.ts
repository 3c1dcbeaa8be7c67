import type { Edition } from '../../../rulebook/rule.ts';
import type { Output, Timeline } from '../timeline.ts';

export interface Telling {
  readonly time: Timeline;
  readonly edition: Edition;
  /** A deed on the day of the step. */
  does(person: string, deed: string, params: object, input?: object): Promise<Output>;
}

/** What happened on one day, counted back from today. */
export interface Step {
  readonly daysAgo: number;
  readonly tell: (telling: Telling) => Promise<void>;
}

export const step = (daysAgo: number, tell: Step['tell']): Step => ({ daysAgo, tell });

/** Whether the edition has a level: the sandbox is not in all. */
export const hasLevel = ({ edition }: Telling, level: string): boolean =>
  edition.levels.some((each) => each.id === level);
