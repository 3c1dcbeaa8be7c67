import type { Language, Text } from '../../rulebook/vocabulary.ts';
import { fill, fillSubject, type Template, type Values } from './fill.ts';
import { letterKinds, type LetterKindId } from './kinds.ts';
import { wayOf } from './moments.ts';
import { topics, type How, type Topic, type Way } from './vocabulary.ts';

/** Something that has happened, or is about to, and that some people are told of. Made from rows by pure functions. */
export interface LetterEvent {
  readonly kind: LetterKindId;
  /** What happened exactly: with the person it makes the key by which a letter is written once. */
  readonly key: string;
  /** The page about it, without language prefix. */
  readonly about: string;
  readonly values: Readonly<Record<Language, Values>>;
  /** Required by the statutes, or by a vote that must reach everybody: nobody can turn it off. */
  readonly notice: boolean;
  /** When it would be too late; an instant as ISO text. */
  readonly neededBy: string | null;
  /** A calendar file to go with it. */
  readonly calendar?: Readonly<Record<Language, string>> | undefined;
  /** Who is told, and why: the end of “You get this mail because …”. */
  readonly told: readonly { readonly personId: string; readonly why: Text }[];
}

/** A person to write to. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly chosen: Partial<Readonly<Record<Topic, How>>>;
}

/** The texts in force for every kind. */
export type Templates = (kind: LetterKindId, lang: Language) => Template;

export interface Letter {
  readonly key: string;
  readonly kind: LetterKindId;
  readonly personId: string;
  readonly name: string;
  readonly language: Language;
  /** Null when the person wants no such mail: nothing is written then, and the preview says so. */
  readonly way: Way | null;
  readonly subject: string;
  readonly body: string;
  readonly why: string;
  readonly about: string;
  readonly notice: boolean;
  readonly neededBy: string | null;
  readonly calendar: string | null;
}

/** How a person wants mails of a kind. */
export const howOf = (chosen: Reader['chosen'], kind: LetterKindId): How => {
  const { topic } = letterKinds[kind];
  return topic === null ? 'at-once' : (chosen[topic] ?? topics[topic].usual);
};

/**
 * The letters that follow from an event: one for each person told who still is a reader. The same function serves the
 * preview of a deed and the deed, so that what was shown is what is sent.
 * @param site address of this Fælled, without a slash at the end
 */
export function lettersFor(
  event: LetterEvent,
  readers: readonly Reader[],
  templates: Templates,
  site: string,
  now: Temporal.Instant,
): readonly Letter[] {
  const byId = new Map(readers.map((reader) => [reader.id, reader]));
  const seen = new Set<string>();
  return event.told.flatMap(({ personId, why }) => {
    const reader = byId.get(personId);
    if (!reader || seen.has(personId)) return [];
    seen.add(personId);
    const { language } = reader;
    const template = templates(event.kind, language);
    const values: Values = {
      ...event.values[language],
      name: reader.name,
      link: addressOf(site, event.about, language),
    };
    return [
      {
        key: `${event.key}:${personId}`,
        kind: event.kind,
        personId,
        name: reader.name,
        language,
        way: wayOf(howOf(reader.chosen, event.kind), event, now),
        subject: fillSubject(template.subject, event.kind, language, values),
        body: fill(template.body, event.kind, language, values),
        why: why[language],
        about: event.about,
        notice: event.notice,
        neededBy: event.neededBy,
        calendar: event.calendar?.[language] ?? null,
      },
    ];
  });
}

/** A page's whole address in a reader's language. */
export const addressOf = (site: string, path: string, lang: Language): string =>
  `${site}${lang === 'en' ? '/en' : ''}${path}`;
