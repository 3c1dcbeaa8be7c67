import type { Language } from '../../../rulebook/vocabulary.ts';
import { Light } from '../../web/components/badge.tsx';
import { Icon } from '../../web/components/icon.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import { lights } from '../lights.ts';
import type { LightValue } from '../report.ts';
import { reportWords } from '../words.ts';

/** A light as sign and word; "not judged" where nobody has. */
export function LightMark({ light, lang }: { light: LightValue; lang: Language }): Html {
  if (light === 'unassessed') return <span class="muted">{reportWords(lang).unassessed}</span>;
  if (light === 'grey')
    return (
      <span class="light">
        <Icon name="minus-circle" />
        {lights.grey[lang]}
      </span>
    );
  return <Light light={light} lang={lang} />;
}
