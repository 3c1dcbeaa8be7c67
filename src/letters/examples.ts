import type { Language, Text } from '../../rulebook/vocabulary.ts';
import type { App } from '../context.ts';
import type { Db } from '../db/client.ts';
import type { Template } from './fill.ts';
import type { LetterKindId, Placeholder } from './kinds.ts';
import { lettersFor, type Letter, type LetterEvent } from './letter.ts';

/** What a mail about something tells: all of its event that a text is filled in with. */
export type Told = Pick<LetterEvent, 'about' | 'values'>;

/** The latest thing of a kind that really happened; null when there is none. */
export type TrueEvents = Partial<Readonly<Record<LetterKindId, (db: Db) => Promise<Told | null>>>>;

const reader = { id: '00000000-0000-7000-8000-000000000000', name: 'Frida Formand', chosen: {} };

/** What stands in the preview of a text where nothing of the kind has happened yet. */
const invented: Readonly<Record<Exclude<Placeholder, 'name' | 'link'>, Text>> = {
  body: { da: 'Bestyrelsen', en: 'The board' },
  meeting: { da: 'Bestyrelsesmøde 2. december 2026', en: 'Board meeting 2 December 2026' },
  when: { da: '2. december 2026 kl. 10.00–12.00', en: '2 December 2026 at 10:00–12:00' },
  where: { da: 'Rådhuset, lokale 2', en: 'Town hall, room 2' },
  agenda: {
    da: '1. Godkendelse af dagsorden\n2. Godkendelse af projektet\n3. Lukket punkt',
    en: '1. Approval of the agenda\n2. Approval of the project\n3. Closed item',
  },
  changes: { da: '- Nyt tidspunkt', en: '- New time' },
  deadline: { da: '24. november 2026', en: '24 November 2026' },
  reason: { da: 'For få kan deltage.', en: 'Too few can take part.' },
  case: { da: 'sag 7: Skal projektet godkendes?', en: 'case 7: Shall the project be approved?' },
  item: { da: 'punkt 4: Nyt mødelokale', en: 'item 4: A new meeting room' },
  outcome: { da: 'Godkendt', en: 'Approved' },
  task: { da: 'Skriv vejledningen færdig', en: 'Finish the guide' },
  list: {
    da: '- Dagsorden: bestyrelsesmøde\n- Referat: styregruppemøde',
    en: '- Agenda: board meeting\n- Minutes: steering group meeting',
  },
  count: { da: '2 nyheder', en: '2 pieces of news' },
};

const inventedIn = (lang: Language) =>
  Object.fromEntries(Object.entries(invented).map(([name, text]) => [name, text[lang]]));

/**
 * How a text would come out: with what happened last, else with an invented example. It is to nobody in particular, so
 * that no one's mail is shown to somebody else.
 */
export async function exampleLetter(
  app: Pick<App, 'config'>,
  db: Db,
  trueEvents: TrueEvents,
  asked: {
    readonly kind: LetterKindId;
    readonly language: Language;
    readonly text: Template;
    readonly now: Temporal.Instant;
  },
): Promise<Letter> {
  const { kind, language, text, now } = asked;
  const latest = await trueEvents[kind]?.(db);
  const event: LetterEvent = {
    kind,
    key: 'example',
    about: latest?.about ?? '/',
    values: latest?.values ?? { da: inventedIn('da'), en: inventedIn('en') },
    notice: false,
    neededBy: null,
    told: [{ personId: reader.id, why: { da: '', en: '' } }],
  };
  const letters = lettersFor(event, [{ ...reader, language }], () => text, app.config.baseUrl, now);
  return letters[0] as Letter;
}
