import { writtenIn } from '../../web/components/written.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import { stretchesOf } from '../links.ts';

/** One line of a person's text, its web addresses as links. */
export function LinkedText({ text }: { text: string }): Html {
  return (
    <>
      {stretchesOf(text).map(({ text: words, url }) =>
        url === null ? (
          words
        ) : (
          <a href={url} rel="noopener noreferrer">
            {words}
          </a>
        ),
      )}
    </>
  );
}

/** A person's text with its paragraphs and line breaks. */
export function UserText({ text }: { text: string }): Html {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n[^\S\n]*\n\s*/)
    .filter((block) => block !== '');
  return (
    <>
      {blocks.map((block) => (
        <p lang={writtenIn}>
          {block.split('\n').map((line, index) => (
            <>
              {index > 0 && <br />}
              <LinkedText text={line} />
            </>
          ))}
        </p>
      ))}
    </>
  );
}
