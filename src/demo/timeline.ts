import type { App } from '../context.ts';
import { perform, type Result } from '../deeds/perform.ts';
import { deeds } from '../registry.ts';
import { zone } from '../lib/time.ts';

export type Output = Record<string, unknown>;

/** Does the demo's deeds one after another, each as a person and at a moment of the past. */
export interface Timeline {
  readonly app: App;
  /** Date in Copenhagen a number of days before today. */
  on(daysAgo: number): string;
  /** Id of a demo person by what stands before `@demo.example`. */
  person(name: string): string;
  /**
   * Performs a deed as a person, some days ago.
   * @throws Error when it is refused: the demo must follow the rulebook it shows
   */
  does(daysAgo: number, person: string, deed: string, params: object, input?: object): Promise<Output>;
}

/**
 * @param app an app whose database is the demo's own transaction
 * @param today the date the demo is loaded on
 */
export function timeline(app: App, today: string, people: ReadonlyMap<string, string>): Timeline {
  let latest = '';
  let minute = 0;
  const on = (daysAgo: number) => Temporal.PlainDate.from(today).subtract({ days: daysAgo }).toString();
  const person = (name: string): string => {
    const id = people.get(name);
    if (id === undefined) throw new Error(`the demo has no person ${name}`);
    return id;
  };
  return {
    app,
    on,
    person,
    does: async (daysAgo, who, name, params, input = {}) => {
      const date = on(daysAgo);
      if (date < latest)
        throw new Error(`${name} of ${date} comes after ${latest}: the journal goes forward`);
      minute = date === latest ? minute + 1 : 0;
      latest = date;
      const at = Temporal.PlainDate.from(date)
        .toZonedDateTime({ timeZone: zone, plainTime: '09:00' })
        .add({ minutes: minute })
        .toInstant();
      const deed = deeds.find((each) => each.name === name);
      if (!deed) throw new Error(`there is no deed ${name}`);
      const result = await perform({ ...app, clock: () => at }, deed, {
        personId: person(who),
        params,
        input,
      });
      if (result.kind !== 'done') throw new Error(`demo, ${date}, ${who}, ${name}: ${problem(result)}`);
      return result.output;
    },
  };
}

const problem = (result: Exclude<Result, { kind: 'done' }>): string => JSON.stringify(result);
