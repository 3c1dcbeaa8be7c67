import type { Language } from '../../../rulebook/vocabulary.ts';
import { dateIn } from '../../lib/time.ts';
import { formatDate } from '../../web/format.ts';
import { minutesWords } from './words.ts';

/** Where a version of minutes stands: not part of what it says, and so not of what is frozen. */
export interface MinutesStanding {
  /** 0 of minutes that nobody has been sent: as they would read now. */
  readonly version: number;
  readonly status: 'draft' | 'approved';
  readonly madeAt: string;
  readonly remarksUntil: string | null;
  readonly correctsBecause: string | null;
  readonly approvedAt: string | null;
  readonly publishedAt: string | null;
}

/** How minutes stand before a first draft is sent. */
export const notSent = (now: string): MinutesStanding => ({
  version: 0,
  status: 'draft',
  madeAt: now,
  remarksUntil: null,
  correctsBecause: null,
  approvedAt: null,
  publishedAt: null,
});

/** The status line: what the minutes are, and by when what is asked for. */
export function statusLine(standing: MinutesStanding, lang: Language): string {
  const words = minutesWords(lang);
  if (standing.version === 0) return words.states.none;
  const day = (instant: string): string => formatDate(dateIn(Temporal.Instant.from(instant)), lang);
  const parts = [
    words.states[
      standing.publishedAt !== null ? 'published' : standing.status === 'approved' ? 'approved' : 'draft'
    ],
    words.version(standing.version),
    standing.status === 'draft' && standing.remarksUntil !== null
      ? words.remarksUntil(formatDate(standing.remarksUntil, lang))
      : null,
    standing.approvedAt !== null ? words.approvedOn(day(standing.approvedAt)) : null,
    standing.publishedAt !== null ? words.publishedOn(day(standing.publishedAt)) : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
