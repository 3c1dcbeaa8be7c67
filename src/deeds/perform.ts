import type { Refusal } from '../../rulebook/rule.ts';
import type { Text } from '../../rulebook/vocabulary.ts';
import type { App } from '../context.ts';
import { appendToJournal } from '../journal/append.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { sha256 } from '../lib/hash.ts';
import { dateIn } from '../lib/time.ts';
import type { Letter } from '../letters/letter.ts';
import { planLetters } from '../letters/load.ts';
import { writeLetters } from '../letters/write-letters.ts';
import { loadActor, type Actor } from '../people/actor.ts';
import { countingGrounds, groundFor, groundsAsked, type GroundId } from '../people/grounds.ts';
import { communityEdition, titledUnder } from '../rules/community.ts';
import type { Db, Tx } from '../db/client.ts';
import type { Deed, Done, Preview, Problem } from './deed.ts';
import { Failure } from './failure.ts';
import { problemsOf } from './problems.ts';

export interface Request {
  readonly personId: string | null;
  readonly params: unknown;
  readonly input: unknown;
  readonly idempotencyKey?: string | undefined;
  /** What the sender was shown before confirming: `seen` of a `Look`. Anything else is shown anew first. */
  readonly seen?: string | undefined;
}

export type Result =
  | {
      readonly kind: 'done';
      readonly status: 200 | 201;
      readonly output: Record<string, unknown>;
      readonly next: string | null;
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'bad-input'; readonly problems: readonly Problem[] }
  | { readonly kind: 'no-mandate'; readonly asked: readonly GroundId[]; readonly says: Text }
  | { readonly kind: 'not-signed-in' };

const noAddress: Text = { da: 'Adressen findes ikke.', en: 'There is no such address.' };

/** Leaves a transaction without trace. */
class Stop extends Error {
  readonly result: Result;
  constructor(result: Result) {
    super(result.kind);
    this.result = result;
  }
}

/** What a person without the mandate is told: who could do it. */
export const noMandate = (
  edition: string,
  deed: Pick<Deed, 'title' | 'grounds'>,
): Extract<Result, { kind: 'no-mandate' }> => {
  const takes = groundsAsked(titledUnder(edition), deed.grounds);
  return {
    kind: 'no-mandate',
    asked: deed.grounds,
    says: {
      da: `Du har ikke mandat til dette: ${deed.title.da}. ${takes.da}`,
      en: `You have no mandate for this: ${deed.title.en}. ${takes.en}`,
    },
  };
};

/** Whether a person may do a deed now, with the ground it stands on; null when not. */
export async function mayDo(
  db: Db,
  deed: Deed,
  params: unknown,
  actor: Actor | null,
): Promise<GroundId | null> {
  const parsed = deed.params.safeParse(params);
  if (!parsed.success) return null;
  return groundFor(actor, deed.grounds, await deed.scope(db, parsed.data, null));
}

/**
 * Does a deed: checks the input, finds the ground, runs it and writes the journal, all in one transaction.
 * A refusal, a missing mandate or wrong input leaves no trace.
 * @throws Failure when the thing the deed is about does not exist
 */
export async function perform(app: App, deed: Deed, request: Request): Promise<Result> {
  if (request.personId === null && !deed.grounds.includes('anyone')) return { kind: 'not-signed-in' };
  const params = deed.params.safeParse(request.params);
  if (!params.success) throw new Failure('not-found', noAddress);
  const input = deed.input.safeParse(request.input ?? {}, { reportInput: true });
  const instant = app.clock();
  const today = dateIn(instant);
  let afterwards = undefined as Done['afterwards'];
  try {
    const result = await app.db.transaction().execute(async (tx) => {
      const actor = request.personId === null ? null : await loadActor(tx, request.personId, today);
      if (actor === null && !deed.grounds.includes('anyone')) throw new Stop({ kind: 'not-signed-in' });
      if (!input.success) throw new Stop({ kind: 'bad-input', problems: problemsOf(input.error) });
      const scope = await deed.scope(tx, params.data, input.data);
      const ground = groundFor(actor, deed.grounds, scope);
      const edition = await communityEdition(tx);
      if (ground === null)
        throw new Stop(
          noMandate(edition, { title: deed.title, grounds: countingGrounds(deed.grounds, scope) }),
        );
      const replay = await claimKey(tx, request, deed, instant.toString());
      if (replay) return replay;
      const looking = { app, db: tx, params: params.data, input: input.data, actor, now: instant, today };
      const letters = await lettersOf(deed, looking);
      if (foresees(deed) && request.seen !== undefined) {
        const now = { ...((await deed.preview?.(looking)) ?? nothing), letters };
        if (now.problems.length > 0) throw new Stop({ kind: 'bad-input', problems: now.problems });
        if (seenOf(input.data, now) !== request.seen)
          throw new Stop({ kind: 'bad-input', problems: [seenOther] });
      }
      const ending = await deed.run({
        app,
        tx,
        params: params.data,
        input: input.data,
        actor: actor as Actor,
        ground,
        scope,
        now: instant.toString(),
        today,
        edition,
      });
      if ('refused' in ending) throw new Stop({ kind: 'refused', refusals: ending.refused });
      if ('noMandate' in ending)
        throw new Stop(noMandate(edition, { title: deed.title, grounds: ending.noMandate }));
      if ('problems' in ending) throw new Stop({ kind: 'bad-input', problems: ending.problems });
      await appendToJournal(tx, {
        at: instant.toString(),
        personId: actor?.id ?? null,
        deed: deed.name,
        subject: ending.subject,
        initiativeId: ending.initiativeId ?? null,
        before: ending.before,
        after: ending.after,
        ground: ending.ground ?? ground,
        edition: ending.edition ?? edition,
      });
      await writeLetters(tx, letters, actor?.id ?? null, instant);
      const result: Result = {
        kind: 'done',
        status: deed.api.status ?? 200,
        output: ending.output,
        next: ending.next ?? null,
      };
      await keepAnswer(tx, deed, request, result);
      afterwards = ending.afterwards;
      return result;
    });
    afterwards?.().catch((error: unknown) => app.log.error({ err: error, deed: deed.name }, 'not told'));
    return result;
  } catch (error) {
    if (error instanceof Stop) return error.result;
    throw error;
  }
}

/** What a person is shown before confirming a deed, with the mark that the confirmation carries. */
export interface Look {
  readonly kind: 'look';
  readonly effects: readonly Text[];
  /** Every mail that follows; null for a deed that never sends any. */
  readonly letters: readonly Letter[] | null;
  readonly example: Letter | null;
  readonly seen: string;
}

const nothing: Preview = { effects: [], refusals: [], problems: [] };

/** Whether what a deed brings about is shown before it is done. */
export const foresees = (deed: Deed): boolean => deed.preview !== undefined || deed.tells !== undefined;

/** The mails that a deed sends when it is done now. */
const lettersOf = async (
  deed: Deed,
  looking: Parameters<NonNullable<Deed['tells']>>[0],
): Promise<readonly Letter[]> =>
  deed.tells ? planLetters(looking.app, looking.db, await deed.tells(looking), looking.now) : [];

/** Binds a confirmation to what was typed and to the effects that were shown. */
const seenOf = (input: unknown, preview: Preview & { readonly letters: readonly Letter[] }): string =>
  sha256(canonicalJson([input, preview]));

const seenOther: Problem = {
  path: '',
  says: {
    da: 'Svaret eller virkningen er ændret, siden du så den. Se virkningen igen, og bekræft så.',
    en: 'The answer or its effect has changed since you saw it. Look at the effect again, then confirm.',
  },
};

/**
 * What a deed would do, for those who may do it; nothing is written.
 * @throws Failure when the thing the deed is about does not exist
 */
export async function look(
  app: App,
  deed: Deed,
  request: Pick<Request, 'personId' | 'params' | 'input'>,
): Promise<Look | Exclude<Result, { kind: 'done' }>> {
  const params = deed.params.safeParse(request.params);
  if (!params.success) throw new Failure('not-found', noAddress);
  const now = app.clock();
  const today = dateIn(now);
  const actor = request.personId === null ? null : await loadActor(app.db, request.personId, today);
  if (actor === null && !deed.grounds.includes('anyone')) return { kind: 'not-signed-in' };
  const input = deed.input.safeParse(request.input ?? {}, { reportInput: true });
  if (!input.success) return { kind: 'bad-input', problems: problemsOf(input.error) };
  const scope = await deed.scope(app.db, params.data, input.data);
  if (groundFor(actor, deed.grounds, scope) === null)
    return noMandate(await communityEdition(app.db), {
      title: deed.title,
      grounds: countingGrounds(deed.grounds, scope),
    });
  const looking = { app, db: app.db, params: params.data, input: input.data, actor, now, today };
  const preview = (await deed.preview?.(looking)) ?? nothing;
  if (preview.problems.length > 0) return { kind: 'bad-input', problems: preview.problems };
  if (preview.refusals.length > 0) return { kind: 'refused', refusals: preview.refusals };
  const letters = await lettersOf(deed, looking);
  return {
    kind: 'look',
    effects: preview.effects,
    letters: deed.tells ? letters : null,
    example: preview.example ?? null,
    seen: seenOf(input.data, { ...preview, letters }),
  };
}

/** Takes the request's idempotency key; answers with the first answer when the key has been used. */
async function claimKey(tx: Tx, request: Request, deed: Deed, now: string): Promise<Result | null> {
  if (!request.idempotencyKey || request.personId === null) return null;
  const requestHash = sha256(canonicalJson([deed.name, request.params, withoutTrace(deed, request.input)]));
  const taken = await tx
    .insertInto('idempotency_keys')
    .values({
      person_id: request.personId,
      key: request.idempotencyKey,
      request_hash: requestHash,
      status: 0,
      response: '{}',
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (taken) return null;
  const earlier = await tx
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('person_id', '=', request.personId)
    .where('key', '=', request.idempotencyKey)
    .executeTakeFirstOrThrow();
  if (earlier.request_hash !== requestHash) {
    return {
      kind: 'bad-input',
      problems: [
        {
          path: 'Idempotency-Key',
          says: {
            da: 'Nøglen er brugt til en anden anmodning. Brug en ny.',
            en: 'The key was used for another request. Use a new one.',
          },
        },
      ],
    };
  }
  const kept = earlier.response as { output: Record<string, unknown>; next: string | null };
  return { kind: 'done', status: earlier.status as 200 | 201, output: kept.output, next: kept.next };
}

/** What was sent, without what must not be found out from the mark of the request. */
const withoutTrace = ({ leavesNoTrace = [] }: Deed, input: unknown): unknown =>
  leavesNoTrace.length === 0 || typeof input !== 'object' || input === null
    ? input
    : Object.fromEntries(Object.entries(input).filter(([name]) => !leavesNoTrace.includes(name)));

async function keepAnswer(
  tx: Tx,
  deed: Deed,
  request: Request,
  result: Extract<Result, { kind: 'done' }>,
): Promise<void> {
  if (!request.idempotencyKey || request.personId === null) return;
  const output = Object.fromEntries(
    Object.entries(result.output).filter(([name]) => !Object.hasOwn(deed.shownOnce ?? {}, name)),
  );
  await tx
    .updateTable('idempotency_keys')
    .set({ status: result.status, response: JSON.stringify({ output, next: result.next }) })
    .where('person_id', '=', request.personId)
    .where('key', '=', request.idempotencyKey)
    .execute();
}
