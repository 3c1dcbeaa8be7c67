import type { Language } from '../../../rulebook/vocabulary.ts';
import { formatDate, formatMoney, formatTime } from '../format.ts';
import type { Html } from '../jsx/jsx-runtime.ts';

/** A calendar date in words; `—` for none. */
export function DateText({ date, lang }: { date: string | null; lang: Language }): Html {
  if (date === null) return <span class="muted">—</span>;
  return <time datetime={date}>{formatDate(date, lang)}</time>;
}

/** An instant as date and time in Copenhagen. */
export function TimeText({ at, lang }: { at: Temporal.Instant | string; lang: Language }): Html {
  return <time datetime={Temporal.Instant.from(at).toString()}>{formatTime(at, lang)}</time>;
}

/** An amount in øre as kroner, never broken over two lines. */
export function MoneyText({ oere, lang }: { oere: number; lang: Language }): Html {
  return <span class="nowrap numeric">{formatMoney(oere, lang)}</span>;
}
