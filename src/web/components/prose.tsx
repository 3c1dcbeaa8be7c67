import type { Html } from '../jsx/jsx-runtime.ts';

/** What a person wrote, with its paragraphs and line breaks and nothing else. */
export function Prose({ text }: { text: string }): Html {
  const paragraphs = text
    .trim()
    .split(/\n\s*\n/)
    .filter((each) => each !== '');
  return (
    <div class="prose">
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
