import type { Text } from '../../rulebook/vocabulary.ts';
import type { Html } from './jsx/jsx-runtime.ts';
import type { Page } from './page.ts';
import { defineWords } from './words.ts';

const words = defineWords({
  da: {
    404: 'Siden findes ikke',
    403: 'Det kan du ikke her',
    409: 'Det kunne ikke lade sig gøre',
    413: 'Filen er for stor',
    422: 'Adressen kan ikke bruges',
    429: 'Vent lidt',
    other: 'Der skete en fejl',
    home: 'Gå til overblikket',
    who: 'Se, hvem der sidder hvor',
    back: 'Gå tilbage, og prøv igen.',
  },
  en: {
    404: 'There is no such page',
    403: 'You cannot do that here',
    409: 'It could not be done',
    413: 'The file is too large',
    422: 'The address cannot be used',
    429: 'Wait a little',
    other: 'Something went wrong',
    home: 'Go to the overview',
    who: 'See who sits where',
    back: 'Go back and try again.',
  },
});

/** A page that says what went wrong and where to go next. */
export function problemPage(page: Page, status: number, says: Text): { title: string; body: Html } {
  const w = words(page.lang);
  const title =
    status === 404 || status === 403 || status === 409 || status === 413 || status === 422 || status === 429
      ? w[status]
      : w.other;
  return {
    title,
    body: (
      <>
        <h1>{title}</h1>
        <p>{says[page.lang]}</p>
        <p>
          <a href={page.href('/')}>{w.home}</a>
        </p>
        {status === 403 && (
          <p>
            <a href={page.href('/bodies')}>{w.who}</a>
          </p>
        )}
      </>
    ),
  };
}
