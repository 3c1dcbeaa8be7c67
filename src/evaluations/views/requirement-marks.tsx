import type { Language } from '../../../rulebook/vocabulary.ts';
import { Tag, VerdictMark, type Tone } from '../../web/components/badge.tsx';
import type { IconName } from '../../web/components/icon.tsx';
import { formatSince } from '../../web/format.ts';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import { statuses, type RequirementState, type Status, type Word } from '../requirement-state.ts';
import { requirementWords } from '../requirement-words.ts';

const looks: Readonly<Record<Status, readonly [Tone, IconName]>> = {
  satisfied: ['success', 'check-circle'],
  accepted: ['warning', 'gavel'],
  missing: ['danger', 'danger'],
  later: ['neutral', 'hourglass'],
  advised: ['info', 'info'],
  'not-asked': ['neutral', 'minus-circle'],
};

/** How a requirement stands, as sign and word. */
export function StatusMark({ status, lang }: { status: Status; lang: Language }): Html {
  const [tone, icon] = looks[status];
  return (
    <Tag tone={tone} icon={icon}>
      {statuses[status][lang]}
    </Tag>
  );
}

/** The verdict of a voice, or that it has not spoken. */
export function WordMark({ word, lang }: { word: Word | null; lang: Language }): Html {
  return word ? (
    <VerdictMark verdict={word.verdict} lang={lang} />
  ) : (
    <span class="muted">{requirementWords(lang).silent}</span>
  );
}

/** What needs attention at a requirement, beside its status. */
export function Flags({ state, lang }: { state: RequirementState; lang: Language }): Html {
  const w = requirementWords(lang);
  return (
    <>
      {state.expired && (
        <>
          {' '}
          <Tag tone="danger" icon="clock">
            {w.expired}
          </Tag>
        </>
      )}
      {state.differs && (
        <>
          {' '}
          <Tag tone="warning" icon="speech">
            {w.differs}
          </Tag>
        </>
      )}
      {state.questions.open > 0 && (
        <>
          {' '}
          <Tag tone="info" icon="question">
            {w.question(state.questions.open)}
          </Tag>
        </>
      )}
    </>
  );
}

/** How long ago a word was checked; null when nobody has said. */
export function ageOf(word: Word, today: string, lang: Language): string | null {
  const w = requirementWords(lang);
  if (word.checkedOn === null) return null;
  return word.checkedOn >= today ? w.ageToday : w.age(formatSince(word.checkedOn, today, lang));
}
