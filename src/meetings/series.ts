import type { Text } from '../../rulebook/vocabulary.ts';

/** How often the meetings of a series come. */
export const rhythms = {
  week: { da: 'hver uge', en: 'every week' },
  'two-weeks': { da: 'hver anden uge', en: 'every other week' },
  month: { da: 'hver måned, samme ugedag', en: 'every month, same weekday' },
  'two-months': { da: 'hver anden måned, samme ugedag', en: 'every other month, same weekday' },
  quarter: { da: 'hvert kvartal, samme ugedag', en: 'every quarter, same weekday' },
} as const satisfies Record<string, Text>;
export type Rhythm = keyof typeof rhythms;

const weeks: Partial<Record<Rhythm, number>> = { week: 1, 'two-weeks': 2 };
const months: Partial<Record<Rhythm, number>> = { month: 1, 'two-months': 2, quarter: 3 };

/**
 * The days of a series: the same weekday every time. By months it is the same weekday of the month (the second Tuesday),
 * and the last where a month has no fifth.
 */
export function seriesDays(first: string, every: Rhythm, times: number): readonly string[] {
  const start = Temporal.PlainDate.from(first);
  const step = weeks[every];
  if (step !== undefined)
    return Array.from({ length: times }, (_, n) => start.add({ weeks: n * step }).toString());
  const nth = Math.ceil(start.day / 7);
  return Array.from({ length: times }, (_, n) => {
    const month = start.with({ day: 1 }).add({ months: n * (months[every] as number) });
    const offset = (start.dayOfWeek - month.dayOfWeek + 7) % 7;
    const day = month.add({ days: offset + (nth - 1) * 7 });
    return (day.month === month.month ? day : day.subtract({ weeks: 1 })).toString();
  });
}
