import type { Language } from '../../../rulebook/vocabulary.ts';
import { defineWords } from '../words.ts';
import type { Html } from '../jsx/jsx-runtime.ts';
import { Details } from './facts.tsx';

/** A mail as it is shown to the one who is about to send it. */
export interface LetterShown {
  readonly name: string;
  /** How it leaves; null when the person wants no such mail. */
  readonly way: 'at-once' | 'daily' | 'weekly' | null;
  readonly subject: string;
  readonly body: string;
  readonly language: Language;
  readonly calendar?: string | null;
}

const words = defineWords({
  da: {
    none: 'Ingen får mail om det.',
    title: (count: number) => (count === 1 ? 'Én mail sendes' : `${count} mails sendes`),
    ways: {
      'at-once': 'med det samme',
      daily: 'samlet i morgen kl. 7',
      weekly: 'samlet mandag kl. 7',
      not: 'ønsker ikke disse mails, får ingen',
    },
    withCalendar: 'Med kalenderfil.',
  },
  en: {
    none: 'Nobody gets mail about it.',
    title: (count) => (count === 1 ? 'One mail is sent' : `${count} mails are sent`),
    ways: {
      'at-once': 'at once',
      daily: 'gathered, tomorrow at 7',
      weekly: 'gathered, Monday at 7',
      not: 'wants no such mails, gets none',
    },
    withCalendar: 'With a calendar file.',
  },
});

/** Every mail that a deed sends: to whom, how, and word for word what it says. */
export function LetterList({
  lang,
  letters,
  id,
}: {
  lang: Language;
  letters: readonly LetterShown[];
  id: string;
}): Html {
  const w = words(lang);
  if (letters.length === 0) return <p>{w.none}</p>;
  const count = letters.filter((letter) => letter.way !== null).length;
  return (
    <div class="letters" role="group" aria-labelledby={id}>
      <p class="letters-title" id={id}>
        {w.title(count)}
      </p>
      {letters.map((letter) => (
        <Details summary={`${letter.name}: ${w.ways[letter.way ?? 'not']}`}>
          <LetterText letter={letter} />
          {letter.calendar && <p class="muted">{w.withCalendar}</p>}
        </Details>
      ))}
    </div>
  );
}

/** The words of one mail, in the language it is written in. */
export function LetterText({ letter }: { letter: Pick<LetterShown, 'subject' | 'body' | 'language'> }): Html {
  return (
    <div class="letter" lang={letter.language}>
      <p class="letter-subject">{letter.subject}</p>
      <div class="letter-body">{letter.body}</div>
    </div>
  );
}
