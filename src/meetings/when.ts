import { z } from 'zod';
import type { Field, Problem } from '../deeds/deed.ts';
import { isoDate, optionalLine, timeOfDay, webAddress } from '../lib/inputs.ts';
import { dateIn, instantAt, timeIn } from '../lib/time.ts';

/** When and where a meeting is held, as it is typed. */
export const whenInput = {
  on: isoDate(),
  from: timeOfDay(),
  until: timeOfDay(),
  /** Of a seminar over several days. */
  lastDay: isoDate().optional(),
};

export const whereInput = {
  place: optionalLine(200),
  onlineUrl: webAddress().optional(),
};

export const whenFields: readonly Field[] = [
  { name: 'on', kind: 'date', label: { da: 'Dag', en: 'Day' }, required: true, row: 'when' },
  { name: 'from', kind: 'time', label: { da: 'Fra kl.', en: 'From' }, required: true, row: 'when' },
  { name: 'until', kind: 'time', label: { da: 'Til kl.', en: 'Until' }, required: true, row: 'when' },
  {
    name: 'lastDay',
    kind: 'date',
    label: { da: 'Sidste dag', en: 'Last day' },
    hint: { da: 'Kun for møder over flere dage', en: 'Only for meetings over several days' },
  },
];

export const whereFields: readonly Field[] = [
  {
    name: 'place',
    kind: 'text',
    label: { da: 'Sted', en: 'Place' },
    hint: { da: 'Adresse, eller Virtuelt', en: 'Address, or Online' },
  },
  {
    name: 'onlineUrl',
    kind: 'url',
    label: { da: 'Link til onlinemødet', en: 'Link to the online meeting' },
    hint: { da: 'Vises kun for dem, der er indkaldt', en: 'Shown only to those who are called' },
  },
];

export interface When {
  readonly on: string;
  readonly from: string;
  readonly until: string;
  readonly lastDay?: string | undefined;
}

const inputOf = z.object(whenInput);

/** From and until as instants, or what is wrong with them. */
export function spanOf(when: When): { starts: string; ends: string } | { problems: readonly Problem[] } {
  const last = when.lastDay ?? when.on;
  if (last < when.on)
    return problem('lastDay', 'Sidste dag ligger før første dag.', 'The last day lies before the first.');
  const starts = instantAt(when.on, when.from);
  const ends = instantAt(last, when.until);
  if (ends <= starts)
    return problem('until', 'Mødet slutter, før det begynder.', 'The meeting ends before it begins.');
  return { starts, ends };
}

const problem = (path: string, da: string, en: string) => ({ problems: [{ path, says: { da, en } }] });

/** A meeting's time as the form shows it. */
export function whenOf(meeting: {
  readonly starts_at: string;
  readonly ends_at: string;
}): z.output<typeof inputOf> {
  const on = dateIn(Temporal.Instant.from(meeting.starts_at));
  const last = dateIn(Temporal.Instant.from(meeting.ends_at));
  return {
    on,
    from: timeIn(meeting.starts_at),
    until: timeIn(meeting.ends_at),
    ...(last === on ? {} : { lastDay: last }),
  };
}
