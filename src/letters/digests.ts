import type { Text } from '../../rulebook/vocabulary.ts';
import type { App } from '../context.ts';
import type { Tx } from '../db/client.ts';
import { dateIn } from '../lib/time.ts';
import { addressOf, lettersFor, type LetterEvent } from './letter.ts';
import { loadReaders, loadTemplates } from './load.ts';
import { writeLetters } from './write-letters.ts';
import type { Way } from './vocabulary.ts';

/** A person's letters of one way that wait to be gathered. */
interface Gathered {
  readonly id: string;
  readonly personId: string;
  readonly subject: string;
  readonly about: string;
  readonly language: string;
}

const why: Readonly<Record<Exclude<Way, 'at-once'>, Text>> = {
  daily: {
    da: 'du har valgt at få nogle mails samlet hver dag, eller fik flere, end der sendes enkeltvis på en dag',
    en: 'you chose to get some mails gathered every day, or got more than are sent one by one in a day',
  },
  weekly: {
    da: 'du har valgt at få nogle mails samlet hver uge',
    en: 'you chose to get some mails gathered every week',
  },
};

/** The digest of a person's letters as an event. Pure. */
export function digestEvent(
  way: Exclude<Way, 'at-once'>,
  due: Temporal.Instant,
  letters: readonly [Gathered, ...Gathered[]],
  site: string,
): LetterEvent {
  const list = (lang: 'da' | 'en') =>
    letters.map(({ subject, about }) => `- ${subject}\n  ${addressOf(site, about, lang)}`).join('\n');
  const { length } = letters;
  return {
    kind: 'digest',
    key: `digest:${way}:${dateIn(due)}`,
    about: '/',
    values: {
      da: { list: list('da'), count: length === 1 ? '1 nyhed' : `${length} nyheder` },
      en: { list: list('en'), count: length === 1 ? '1 piece of news' : `${length} pieces of news` },
    },
    notice: false,
    neededBy: null,
    told: [{ personId: letters[0].personId, why: why[way] }],
  };
}

/**
 * Gathers what waits for a digest into one letter for each person. Runs in the transaction that records the moment as
 * done. Returns how many digests were written.
 */
export async function writeDigests(
  app: Pick<App, 'config'>,
  tx: Tx,
  way: Exclude<Way, 'at-once'>,
  due: Temporal.Instant,
  now: Temporal.Instant,
): Promise<number> {
  const rows = await tx
    .selectFrom('letters')
    .select(['id', 'person_id as personId', 'subject', 'about', 'language'])
    .where('status', '=', 'waiting')
    .where('way', '=', way)
    .where('due_at', '<=', due.toString())
    .orderBy('written_at')
    .orderBy('id')
    .forUpdate()
    .execute();
  const templates = await loadTemplates(tx);
  let written = 0;
  for (const [personId, mine] of Map.groupBy(rows, (row) => row.personId)) {
    const readers = await loadReaders(tx, [personId], dateIn(now));
    const event = digestEvent(way, due, mine as [Gathered, ...Gathered[]], app.config.baseUrl);
    const letters = lettersFor(event, readers, templates, app.config.baseUrl, now);
    await writeLetters(tx, letters, null, now);
    const key = letters[0]?.key;
    const digest =
      key === undefined
        ? undefined
        : await tx.selectFrom('letters').select('id').where('key', '=', key).executeTakeFirst();
    await tx
      .updateTable('letters')
      .set(
        digest
          ? { status: 'gathered', digest_id: digest.id, ended_at: now.toString() }
          : { status: 'dropped', problem: 'person-closed', ended_at: now.toString() },
      )
      .where(
        'id',
        'in',
        mine.map((letter) => letter.id),
      )
      .execute();
    if (digest) written += 1;
  }
  return written;
}
