import { stages, verdicts } from '../../../rulebook/vocabulary.ts';
import type { Language, Stage, Verdict } from '../../../rulebook/vocabulary.ts';
import { commonWords } from '../common-words.ts';
import type { Child, Html } from '../jsx/jsx-runtime.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger';

/** A short label. The word carries the meaning, the colour only helps. */
export function Tag({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  children?: Child;
}): Html {
  return (
    <span class="tag" data-color={tone}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

/** The level held, as its edition names it; "not placed" for none. */
export function LevelBadge({
  level,
  lang,
  name,
}: {
  level: string | null;
  lang: Language;
  name?: string | undefined;
}): Html {
  const words = commonWords(lang);
  if (level === null) return <span class="level level-none">{words.noLevel}</span>;
  return (
    <span class="level" data-level={level}>
      <span class="sr-only">{`${words.level} `}</span>
      {name ?? (level === 'sandbox' ? words.sandbox : level)}
    </span>
  );
}

const verdictIcons: Record<Verdict, IconName> = {
  met: 'check-circle',
  partly: 'circle-half',
  planned: 'calendar',
  explained: 'speech',
  unmet: 'danger',
  'not-relevant': 'minus-circle',
  unknown: 'question',
};

/** A verdict as sign and word. */
export function VerdictMark({ verdict, lang }: { verdict: Verdict; lang: Language }): Html {
  return (
    <span class="verdict" data-verdict={verdict}>
      <Icon name={verdictIcons[verdict]} />
      <span>{verdicts[verdict][lang]}</span>
    </span>
  );
}

const lightIcons = { green: 'check-circle', yellow: 'warning', red: 'danger' } as const;

/** A traffic light as sign and word; three different shapes. */
export function Light({ light, lang }: { light: 'green' | 'yellow' | 'red'; lang: Language }): Html {
  const words = commonWords(lang);
  const word = { green: words.lightGreen, yellow: words.lightYellow, red: words.lightRed }[light];
  return (
    <span class="light" data-light={light}>
      <Icon name={lightIcons[light]} />
      {word}
    </span>
  );
}

/** The way from idea to product, with the step where the initiative is. Retired stands only where it has come to that. */
export function StageTrack({ stage, lang }: { stage: Stage; lang: Language }): Html {
  const words = commonWords(lang);
  const way = (Object.keys(stages) as Stage[]).filter((step) => step !== 'retired' || stage === 'retired');
  const at = way.indexOf(stage);
  return (
    <ol class="stage-track" aria-label={words.stages}>
      {way.map((step, index) => {
        const state = index < at ? 'done' : index === at ? 'here' : 'later';
        return (
          <li data-state={state} aria-current={state === 'here' ? 'step' : undefined}>
            <Icon name={state === 'done' ? 'check-circle' : state === 'here' ? 'arrow-right' : 'circle'} />
            <span>{stages[step][lang]}</span>
            <span class="sr-only">
              {state === 'done'
                ? `, ${words.reached}`
                : state === 'here'
                  ? `, ${words.here}`
                  : `, ${words.later}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
