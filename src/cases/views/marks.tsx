import {
  decisionKinds,
  outcomes,
  type DecisionKind,
  type Outcome,
  type Text,
} from '../../../rulebook/vocabulary.ts';
import { Tag, type Tone } from '../../web/components/badge.tsx';
import { formatDate, formatSince } from '../../web/format.ts';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { capital } from '../../lib/capital.ts';
import { dateIn } from '../../lib/time.ts';
import { caseWords } from '../words.ts';

export const kindName = (kind: string): Text => decisionKinds[kind as DecisionKind];

const tones: Readonly<Record<Outcome, Tone>> = {
  approved: 'success',
  'approved-with-conditions': 'success',
  'sent-back': 'warning',
  rejected: 'danger',
  postponed: 'neutral',
  referred: 'neutral',
  noted: 'info',
};

/** What a body answered, as a label. */
export function OutcomeTag({ outcome, page }: { outcome: string; page: Page }): Html {
  const known = outcome as Outcome;
  return <Tag tone={tones[known]}>{capital(outcomes[known][page.lang])}</Tag>;
}

interface StatusProps {
  page: Page;
  status: string;
  since: string | null;
  postponedUntil: string | null;
}

/** Where a case stands: a draft, waiting and for how long, postponed, decided or withdrawn. */
export function StatusTag({ page, status, since, postponedUntil }: StatusProps): Html {
  const { lang, today } = page;
  const w = caseWords(lang);
  if (status === 'draft') return <Tag icon="pencil">{capital(w.draft)}</Tag>;
  if (status === 'withdrawn') return <Tag>{capital(w.withdrawn)}</Tag>;
  if (status === 'decided')
    return (
      <Tag tone="success" icon="check">
        {capital(w.decided)}
      </Tag>
    );
  if (postponedUntil !== null && postponedUntil > today)
    return <Tag icon="calendar">{capital(w.postponed(formatDate(postponedUntil, lang)))}</Tag>;
  return (
    <Tag tone="warning" icon="clock">
      {capital(
        since === null ? w.waits : w.waiting(formatSince(dateIn(Temporal.Instant.from(since)), today, lang)),
      )}
    </Tag>
  );
}
