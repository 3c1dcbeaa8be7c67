import type { Language } from '../../rulebook/vocabulary.ts';

const months: Record<Language, readonly string[]> = {
  da: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** How amounts and counts are written in a language; made with the first of them, since each costs a start milliseconds. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(lang: Language, decimals?: number): Intl.NumberFormat {
  const name = `${lang} ${decimals}`;
  let format = formats.get(name);
  if (format === undefined) {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    formats.set(name, (format = new Intl.NumberFormat(lang === 'da' ? 'da-DK' : 'en-GB', digits)));
  }
  return format;
}

/** `24. september 2026`, `24 September 2026`. Takes an ISO date; throws on anything else. */
export function formatDate(date: string, lang: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = match && months[lang][Number(match[2]) - 1];
  if (!match || month === undefined) throw new RangeError(`Not an ISO date: ${JSON.stringify(date)}`);
  return lang === 'da'
    ? `${Number(match[3])}. ${month} ${match[1]}`
    : `${Number(match[3])} ${month} ${match[1]}`;
}

/** The local date and time in Copenhagen of an instant (or its ISO text). */
function local(instant: Temporal.Instant | string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Copenhagen');
}

/** `24. september 2026 kl. 10.00`, `24 September 2026 at 10:00`: Copenhagen time of an instant. */
export function formatTime(instant: Temporal.Instant | string, lang: Language): string {
  const at = local(instant);
  const minutes = String(at.minute).padStart(2, '0');
  const hours = String(at.hour).padStart(2, '0');
  const date = formatDate(at.toPlainDate().toString(), lang);
  return lang === 'da' ? `${date} kl. ${hours}.${minutes}` : `${date} at ${hours}:${minutes}`;
}

/** `uge 39`, `week 39`: the ISO week of a date. */
export function formatWeek(date: string, lang: Language): string {
  return `${lang === 'da' ? 'uge' : 'week'} ${Temporal.PlainDate.from(date).weekOfYear}`;
}

/** `1.234.567,50 kr.`, `DKK 1,234,567.50`, from whole øre. */
export function formatMoney(oere: number, lang: Language): string {
  const amount = formatOf(lang, 2).format(oere / 100);
  return lang === 'da' ? `${amount} kr.` : `DKK ${amount}`;
}

/** `1.234`, `1,234`. */
export function formatNumber(value: number, lang: Language): string {
  return formatOf(lang).format(value);
}

/** `820 byte`, `1,4 MB`; a size in bytes as people say it. */
export function formatBytes(bytes: number, lang: Language): string {
  if (bytes < 1_000) return `${bytes} ${lang === 'da' ? 'byte' : 'bytes'}`;
  const [size, unit] =
    bytes < 1_000_000 ? [Math.round(bytes / 1_000), 'kB'] : [Math.round(bytes / 100_000) / 10, 'MB'];
  return `${formatNumber(size, lang)} ${unit}`;
}

/** `42 %`, `42%`; whole per cent of a share between 0 and 1. */
export function formatShare(share: number, lang: Language): string {
  return lang === 'da' ? `${Math.round(share * 100)} %` : `${Math.round(share * 100)}%`;
}

/** How long since a date, in plain words: `i dag`, `i går`, `12 dage`, `3 måneder`. */
export function formatSince(date: string, today: string, lang: Language): string {
  const days = Temporal.PlainDate.from(date).until(today, { largestUnit: 'days' }).days;
  const months = Temporal.PlainDate.from(date).until(today, { largestUnit: 'months' }).months;
  if (lang === 'da') {
    if (days <= 0) return 'i dag';
    if (days === 1) return '1 dag';
    if (days < 60) return `${days} dage`;
    return `${months} måneder`;
  }
  if (days <= 0) return 'today';
  if (days === 1) return '1 day';
  if (days < 60) return `${days} days`;
  return `${months} months`;
}
