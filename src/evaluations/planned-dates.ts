import type { IsoDate } from '../../rulebook/rule.ts';

const monthNames = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];
const monthWord = monthNames.join('|');

const lastOfMonth = (year: number, month: number): IsoDate =>
  Temporal.PlainYearMonth.from({ year, month }).toPlainDate({ day: 31 }).toString();

function exactDate(year: number, month: number, day: number): IsoDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

interface DateForm {
  readonly matches: RegExp;
  readonly date: (found: RegExpExecArray) => IsoDate | null;
}

const year = '((?:19|20)\\d{2})';

const forms: readonly DateForm[] = [
  {
    matches: new RegExp(`\\b${year}-(\\d{2})-(\\d{2})(?!\\d)`),
    date: (m) => exactDate(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    matches: new RegExp(`\\b(\\d{1,2})[-./](\\d{1,2})[-./]${year}\\b`),
    date: (m) => exactDate(Number(m[3]), Number(m[2]), Number(m[1])),
  },
  {
    matches: new RegExp(`\\b(\\d{1,2})\\.? (${monthWord}) ${year}\\b`, 'i'),
    date: (m) =>
      exactDate(Number(m[3]), monthNames.indexOf((m[2] as string).toLowerCase()) + 1, Number(m[1])),
  },
  {
    matches: new RegExp(`\\b([1-4])\\.? ?(?:kvartal|kvt\\.?) ${year}\\b`, 'i'),
    date: (m) => lastOfMonth(Number(m[2]), Number(m[1]) * 3),
  },
  {
    matches: new RegExp(`\\bQ([1-4])[ -]?${year}\\b`, 'i'),
    date: (m) => lastOfMonth(Number(m[2]), Number(m[1]) * 3),
  },
  {
    matches: new RegExp(`\\b(${monthWord}) ${year}\\b`, 'i'),
    date: (m) => lastOfMonth(Number(m[2]), monthNames.indexOf((m[1] as string).toLowerCase()) + 1),
  },
  {
    matches: new RegExp(`\\b(?:ultimo|i løbet af|inden udgangen af) ${year}\\b`, 'i'),
    date: (m) => lastOfMonth(Number(m[1]), 12),
  },
];

/** A date found in text, and the words it was read from. */
export interface FoundDate {
  readonly date: IsoDate;
  readonly asWritten: string;
}

/**
 * The first date a Danish text names. A month, a quarter or a year means its last day: "3. kvartal 2026" is
 * 2026-09-30. Null where the text names none that exists.
 */
export function dateIn(text: string): FoundDate | null {
  const found = forms
    .map((form) => ({ form, match: form.matches.exec(text) }))
    .filter((each) => each.match !== null)
    .toSorted((a, b) => (a.match as RegExpExecArray).index - (b.match as RegExpExecArray).index);
  for (const { form, match } of found) {
    const date = form.date(match as RegExpExecArray);
    if (date !== null) return { date, asWritten: (match as RegExpExecArray)[0] };
  }
  return null;
}
