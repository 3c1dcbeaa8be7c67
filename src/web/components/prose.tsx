import type { Language } from '../../../rulebook/vocabulary.ts';
import type { Html } from '../jsx/jsx-runtime.ts';
import { writtenIn } from './written.tsx';

/**
 * What a person wrote, with its paragraphs and line breaks and nothing else.
 * @param props.lang where it is in another language than people write in: a text of Fælled's own
 */
export function Prose({ text, lang = writtenIn }: { text: string; lang?: Language }): Html {
  const paragraphs = text
    .trim()
    .split(/\n\s*\n/)
    .filter((each) => each !== '');
  return (
    <div class="prose" lang={lang}>
      {paragraphs.map((paragraph) => (
        <p>
          {paragraph.split('\n').map((line, index) => (
            <>
              {index > 0 && <br />}
              {line}
            </>
          ))}
        </p>
      ))}
    </div>
  );
}
