import type { App } from '../context.ts';
import { sha256 } from '../lib/hash.ts';
import { newId } from '../lib/id.ts';
import type { Mail } from '../lib/mailer.ts';
import { leaseSeconds, notTaken, takeLetters, type TakenLetter } from './take-letters.ts';
import { unsubscribeHeaders } from './unsubscribe-link.ts';
import { wholeHtml, wholeText, type Written } from './whole.ts';

const atATime = 4;
/** Waits between attempts, in minutes; after the last the letter has failed, and the secretariat is shown why. */
export const waits = [1, 5, 15, 60, 240, 720] as const;

type Sending = Pick<App, 'db' | 'config' | 'mailer'>;

/** What came of trying: sent, refused for good, refused for now, or no server there to ask. */
type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused' | 'later' | 'unreachable'; readonly problem: string };

/**
 * Sends what is due, and answers when nothing is left that can be sent now. Any number of processes may do this at
 * once: each letter is taken by one of them, and one that dies leaves its letters to the others after a while. A letter
 * sent again after such a death bears the same Message-ID.
 * @param ending when it tells so, no more letters are begun and those taken are left to the next
 */
export async function sendLetters(
  app: Sending,
  now: Temporal.Instant,
  ending?: AbortSignal,
): Promise<{ readonly sent: number; readonly failed: number }> {
  const worker = newId();
  const sum = { sent: 0, failed: 0 };
  const round = async (): Promise<boolean> => {
    const taken = await app.db.transaction().execute((tx) => takeLetters(tx, worker, now));
    const begun = performance.now();
    // Another may take them when the lease is over; the slowest server is waited for half a minute.
    const stillOurs = () => performance.now() - begun < (leaseSeconds - 40) * 1000;
    let reachable = true;
    await inParallel(taken, async (letter) => {
      if (!reachable || !stillOurs() || ending?.aborted) return release(app, letter, worker);
      const outcome = await send(app, letter, now);
      if (outcome.kind === 'unreachable') reachable = false;
      const state = await settle(app, letter, worker, outcome, now);
      if (state === 'sent' || state === 'failed') sum[state] += 1;
    });
    return taken.length > 0 && reachable && !ending?.aborted;
  };
  while (await round());
  return sum;
}

/** Does something with each, a few at a time. */
async function inParallel<T>(all: readonly T[], each: (one: T) => Promise<unknown>): Promise<void> {
  const left = all.values();
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      for (const one of left) await each(one);
    }),
  );
}

async function send(app: Sending, letter: TakenLetter, now: Temporal.Instant): Promise<Outcome> {
  const mail = await mailOf(app, letter, now);
  try {
    await app.mailer.send(mail);
    return { kind: 'sent' };
  } catch (error) {
    return outcomeOf(error as Parameters<typeof outcomeOf>[0]);
  }
}

/** A letter as a mail: plain text and HTML of the same words, the calendar file, and how to turn such mails off. */
async function mailOf(app: Sending, letter: TakenLetter, now: Temporal.Instant): Promise<Mail> {
  const site = app.config.baseUrl;
  const written: Written = {
    subject: letter.subject,
    body: letter.body,
    why: letter.why,
    notice: letter.notice,
    language: letter.language === 'en' ? 'en' : 'da',
    personId: letter.person_id,
  };
  return {
    to: letter.email,
    subject: letter.subject,
    text: wholeText(written, site),
    html: wholeHtml(written, site),
    messageId: `<${sha256(letter.key).slice(0, 40)}@${new URL(site).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', ...(await unsubscribeHeaders(app, letter, now)) },
    ...(letter.calendar === null
      ? {}
      : {
          calendar: {
            method: letter.kind === 'meeting-cancelled' ? ('CANCEL' as const) : ('PUBLISH' as const),
            content: letter.calendar,
          },
        }),
  };
}

/** The server's own words are kept for the secretariat. A refused recipient or content is refused again tomorrow. */
function outcomeOf(
  error: Error & { code?: string; command?: string; responseCode?: number; response?: string },
): Outcome {
  const problem = (error.response ?? error.message).slice(0, 500) || 'no reason given';
  const aboutLetter = ['RCPT TO', 'DATA'].includes(error.command ?? '');
  if (aboutLetter && (error.responseCode ?? 0) >= 500) return { kind: 'refused', problem };
  return { kind: aboutLetter ? 'later' : 'unreachable', problem };
}

/** Writes down what came of an attempt, unless the letter has gone to another meanwhile; answers with its state. */
async function settle(
  app: Sending,
  letter: TakenLetter,
  worker: string,
  outcome: Outcome,
  now: Temporal.Instant,
): Promise<string> {
  const attempts = letter.attempts + 1;
  const wait = waits[letter.attempts];
  const ended = { ...notTaken, attempts, ended_at: now.toString() };
  const change =
    outcome.kind === 'sent'
      ? { ...ended, status: 'sent', sent_to: letter.email, problem: '' }
      : outcome.kind === 'refused' || wait === undefined
        ? { ...ended, status: 'failed', problem: outcome.problem }
        : {
            ...notTaken,
            attempts,
            status: 'waiting',
            problem: outcome.problem,
            due_at: now.add({ minutes: wait }).toString(),
          };
  await app.db
    .updateTable('letters')
    .set(change)
    .where('id', '=', letter.id)
    .where('taken_by', '=', worker)
    .execute();
  return change.status;
}

const release = (app: Sending, letter: TakenLetter, worker: string) =>
  app.db
    .updateTable('letters')
    .set(notTaken)
    .where('id', '=', letter.id)
    .where('taken_by', '=', worker)
    .execute();
