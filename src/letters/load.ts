import type { App } from '../context.ts';
import type { Db } from '../db/client.ts';
import { dateIn } from '../lib/time.ts';
import { defaultTexts } from './default-texts.ts';
import { lettersFor, type Letter, type LetterEvent, type Reader, type Templates } from './letter.ts';
import type { How, Topic } from './vocabulary.ts';

/** The texts in force: the secretariat's own where there are any. */
export async function loadTemplates(db: Db): Promise<Templates> {
  const rows = await db
    .selectFrom('letter_templates')
    .select(['kind', 'language', 'subject', 'body'])
    .execute();
  const own = new Map(rows.map((row) => [`${row.kind} ${row.language}`, row]));
  return (kind, lang) => own.get(`${kind} ${lang}`) ?? defaultTexts[kind][lang];
}

/** Those of some people who can be written to on a date, with what they have chosen. Nobody writes to the technical account. */
export async function loadReaders(db: Db, ids: readonly string[], on: string): Promise<readonly Reader[]> {
  if (ids.length === 0) return [];
  const [people, choices] = await Promise.all([
    db
      .selectFrom('people')
      .select(['id', 'name', 'language'])
      .where('id', 'in', [...new Set(ids)])
      .where('operator', '=', false)
      .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>', on)]))
      .execute(),
    db
      .selectFrom('letter_choices')
      .selectAll()
      .where('person_id', 'in', [...new Set(ids)])
      .execute(),
  ]);
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    language: person.language === 'en' ? 'en' : 'da',
    chosen: Object.fromEntries(
      choices
        .filter((choice) => choice.person_id === person.id)
        .map((choice) => [choice.topic as Topic, choice.how as How]),
    ),
  }));
}

/** The letters of some events as they would be written now: what a preview shows, and what the deed writes. */
export async function planLetters(
  app: Pick<App, 'config'>,
  db: Db,
  events: readonly LetterEvent[],
  now: Temporal.Instant,
): Promise<readonly Letter[]> {
  const told = events.flatMap((event) => event.told.map((one) => one.personId));
  const [readers, templates] = await Promise.all([loadReaders(db, told, dateIn(now)), loadTemplates(db)]);
  return events.flatMap((event) => lettersFor(event, readers, templates, app.config.baseUrl, now));
}
