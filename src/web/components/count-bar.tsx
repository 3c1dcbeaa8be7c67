import { verdicts } from '../../../rulebook/vocabulary.ts';
import type { Language, Verdict } from '../../../rulebook/vocabulary.ts';
import { percentages } from '../../lib/percentages.ts';
import { commonWords } from '../common-words.ts';
import { formatNumber, formatShare } from '../format.ts';
import type { Html } from '../jsx/jsx-runtime.ts';
import { VerdictMark } from './badge.tsx';
import type { Tone } from './badge.tsx';

export interface Segment {
  readonly label: string | Html;
  readonly count: number;
  readonly fill: Tone | Verdict;
}

interface CountBarProps {
  /** Unique on the page. */
  id: string;
  lang: Language;
  title: string;
  segments: readonly Segment[];
  /** The bar alone, its numbers in its name: for a cell of a table that shows them too. */
  bare?: boolean | undefined;
}

/** How a number is made up: a bar, and the same numbers as a list. Segments without a count stay in the list. */
export function CountBar({ id, lang, title, segments, bare }: CountBarProps): Html {
  const words = commonWords(lang);
  const total = segments.reduce((sum, segment) => sum + segment.count, 0);
  const percent = percentages(segments.map(({ count }) => count));
  const described = segments
    .filter((segment) => segment.count > 0)
    .map((segment) => `${plain(segment.label)} ${formatNumber(segment.count, lang)}`)
    .join(', ');
  const drawing = (
    <svg
      class="bar"
      viewBox="0 0 1000 20"
      preserveAspectRatio="none"
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{described || words.none}</desc>
      <rect class="bar-ground" x="0" y="0" width="1000" height="20" />
      <Rects segments={segments} total={total} />
    </svg>
  );
  if (bare) return drawing;
  return (
    <figure class="count-bar">
      <figcaption>{title}</figcaption>
      {drawing}
      <ul>
        {segments.map((segment, index) => (
          <li>
            <span class="swatch" data-fill={segment.fill} />
            {segment.label} <strong class="numeric">{formatNumber(segment.count, lang)}</strong>
            {total > 0 && <span class="muted numeric">{formatShare((percent[index] ?? 0) / 100, lang)}</span>}
          </li>
        ))}
        <li class="count-bar-total">
          {words.total} <strong class="numeric">{formatNumber(total, lang)}</strong>
        </li>
      </ul>
    </figure>
  );
}

function plain(label: string | Html): string {
  return typeof label === 'string' ? label : label.html.replace(/<[^>]*>/g, '').trim();
}

function Rects({ segments, total }: { segments: readonly Segment[]; total: number }): Html {
  const gap = 4;
  let x = 0;
  return (
    <>
      {segments
        .filter((segment) => segment.count > 0)
        .map((segment) => {
          const width = (segment.count / total) * 1000;
          const last = x + width > 999;
          const rect = (
            <rect
              class="bar-part"
              data-fill={segment.fill}
              x={x.toFixed(1)}
              y="0"
              width={Math.max(last ? width : width - gap, 2).toFixed(1)}
              height="20"
            />
          );
          x += width;
          return rect;
        })}
    </>
  );
}

interface VerdictBarProps {
  id: string;
  lang: Language;
  title: string;
  counts: Readonly<Partial<Record<Verdict, number>>>;
  bare?: boolean | undefined;
}

/** How many requirements got which verdict. */
export function VerdictBar({ id, lang, title, counts, bare }: VerdictBarProps): Html {
  const segments = (Object.keys(verdicts) as Verdict[])
    .filter((verdict) => counts[verdict] !== undefined)
    .map((verdict) => ({
      label: <VerdictMark verdict={verdict} lang={lang} />,
      count: counts[verdict] ?? 0,
      fill: verdict,
    }));
  return <CountBar id={id} lang={lang} title={title} segments={segments} bare={bare ?? false} />;
}
