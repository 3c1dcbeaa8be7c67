import { titledUnder } from '../../../rules/community.ts';
import { capital } from '../../../lib/capital.ts';
import { z } from 'zod';
import { resolutionKeys, type ResolutionKey } from '../../../../rulebook/ballot.ts';
import type { Tx } from '../../../db/client.ts';
import { defineDeed, type Doing, type Ending, type Field } from '../../../deeds/deed.ts';
import { count, id, reason } from '../../../lib/inputs.ts';
import { notifyMeeting } from '../../live/notify.ts';
import type { Item, Meeting } from '../../load.ts';
import { ballotCancelled, ballotClosedAnswer } from '../answers.ts';
import {
  choiceLabel,
  isCastHere,
  resultSays,
  resultTold,
  type Ballot,
  type BallotResult,
} from '../ballot.ts';
import { CannotOpen, choicesOf, countAndClose, type RoomCount } from '../count.ts';
import { progressOf } from '../due.ts';
import { ballotForJournal } from '../journal.ts';
import { destroyKey } from '../keys.ts';
import { aboutBallot, ballotBy, lockBallot, placeOf, scopeOfBallot } from '../load.ts';
import { ballotPermissions } from '../permissions.ts';
import { ballotClosed, cannotOpen, otherForm, stillOpen } from '../refusals.ts';

const params = z.object({ id: id() });

/** Counts the votes cast in Fælled and closes the box; what it says then stands. */
export const closeBallot = defineDeed({
  name: 'close-ballot',
  title: { da: 'Luk afstemningen', en: 'Close the vote' },
  explains: {
    da: 'Stemmerne tælles op efter organets regel. De, der ikke har stemt, kan ikke stemme mere.',
    en: 'The votes are counted by the body’s rule. Those who have not voted cannot vote any more.',
  },
  done: { da: 'Afstemningen er lukket og talt op.', en: 'The vote is closed and counted.' },
  api: { method: 'POST', path: '/ballots/:id/close' },
  answers: ballotClosedAnswer,
  form: '/ballots/:id/close',
  params,
  input: z.object({}),
  grounds: ballotPermissions['close-ballot'],
  fields: [],
  about: (db, { id: ballot }) => aboutBallot(db, ballot),
  scope: (db, { id: ballot }) => scopeOfBallot(db, ballot),
  run: async (doing) => {
    const ballot = await lockBallot(doing.tx, doing.params.id, 'to close');
    const { item, meeting } = await placeOf(doing.tx, ballot);
    if (ballot.closed_at !== null) return { refused: [ballotClosed(meeting, ballot)] };
    if (!isCastHere(ballot.form)) return { refused: [otherForm(meeting, ballot)] };
    const { entitled, voted, settled } = await progressOf(doing.tx, ballot);
    if (ballot.closes_at !== null && !settled && doing.now < ballot.closes_at)
      return { refused: [stillOpen(meeting, entitled - voted)] };
    return closing(doing, ballot, item, meeting, null);
  },
});

const counts = z.record(z.string().max(10), count()).default({});

/** Enters what was counted in the room, by hands or on paper, and closes the box. */
export const recordCount = defineDeed({
  name: 'record-count',
  title: { da: 'Registrér optællingen', en: 'Enter the count' },
  explains: {
    da: 'Skriv, hvor mange der stemte hvad. Afstemningen lukkes, og resultatet følger af organets regel.',
    en: 'Write how many voted what. The vote is closed, and the result follows from the body’s rule.',
  },
  done: { da: 'Optællingen er registreret.', en: 'The count is entered.' },
  api: { method: 'POST', path: '/ballots/:id/count' },
  answers: ballotClosedAnswer,
  form: '/ballots/:id/count',
  params,
  input: z.object({ counts, chair: z.enum(resolutionKeys).optional() }),
  grounds: ballotPermissions['record-count'],
  fields: [],
  fieldsNow: async ({ db, edition, params: { id: asked } }) => {
    const chair = titledUnder(edition).titles.chair.the;
    const ballot = await ballotBy(db, asked ?? '');
    const fields: Field[] = (await choicesOf(db, ballot.id)).map(({ key, label }) => ({
      name: `counts.${key}`,
      kind: 'number',
      label: choiceLabel(key, label),
      row: 'counts',
    }));
    if (ballot.purpose === 'resolution' && ballot.tie === 'chair-decides')
      fields.push({
        name: 'chair',
        kind: 'radio',
        label: { da: `${capital(chair.da)} stemte`, en: `${capital(chair.en)} voted` },
        hint: { da: 'Afgør ved stemmelighed', en: 'Decides a tie' },
        options: resolutionKeys.map((value) => ({ value, label: choiceLabel(value, '') })),
      });
    return fields;
  },
  about: (db, { id: ballot }) => aboutBallot(db, ballot),
  scope: (db, { id: ballot }) => scopeOfBallot(db, ballot),
  run: async (doing) => {
    const { tx, input } = doing;
    const ballot = await lockBallot(tx, doing.params.id, 'to close');
    const { item, meeting } = await placeOf(tx, ballot);
    if (ballot.closed_at !== null) return { refused: [ballotClosed(meeting, ballot)] };
    if (isCastHere(ballot.form)) return { refused: [otherForm(meeting, ballot)] };
    const problem = await countProblem(tx, ballot, input.counts);
    if (problem) return { problems: [problem] };
    const room = { counts: input.counts, chair: await chairOf(tx, ballot, input.chair) };
    return closing(doing, ballot, item, meeting, room);
  },
});

/** How the chair voted, where the chair is among the voters. */
async function chairOf(
  tx: Tx,
  ballot: Ballot,
  said: ResolutionKey | undefined,
): Promise<ResolutionKey | null> {
  if (said === undefined) return null;
  const chair = await tx
    .selectFrom('ballot_electors')
    .select('id')
    .where('ballot_id', '=', ballot.id)
    .where('casting', '=', true)
    .where('recused', '=', false)
    .executeTakeFirst();
  return chair ? said : null;
}

/** No more votes than voters: on a proposal one each, in an election one for each place. */
async function countProblem(tx: Tx, ballot: Ballot, given: Readonly<Record<string, number>>) {
  const choices = await choicesOf(tx, ballot.id);
  const unknown = Object.keys(given).find((key) => !choices.some((choice) => choice.key === key));
  if (unknown !== undefined)
    return {
      path: `counts.${unknown}`,
      says: { da: 'Der er ikke sådan en mulighed.', en: 'There is no such choice.' },
    };
  const { entitled } = await progressOf(tx, ballot);
  const total = Object.values(given).reduce((sum, n) => sum + n, 0);
  const most = entitled * (ballot.purpose === 'election' ? (ballot.seats_to_fill ?? 1) : 1);
  const over = Object.entries(given).find(([, n]) => n > entitled);
  if (over !== undefined || total > most)
    return {
      path: `counts.${over?.[0] ?? choices[0]?.key ?? ''}`,
      says: {
        da: `${entitled} kan stemme, så der kan højst være ${most} stemmer i alt og ${entitled} på én.`,
        en: `${entitled} may vote, so that there can be ${most} votes in all and ${entitled} on one at most.`,
      },
    };
  return null;
}

async function closing(
  { app, tx, actor, now }: Pick<Doing<unknown, unknown>, 'app' | 'tx' | 'actor' | 'now'>,
  ballot: Ballot,
  item: Item,
  meeting: Meeting,
  room: RoomCount | null,
): Promise<Ending> {
  let result: BallotResult;
  try {
    result = await countAndClose(app, tx, ballot, { personId: actor.id, now, meeting }, room);
  } catch (error) {
    if (error instanceof CannotOpen) return { refused: [cannotOpen(meeting)] };
    throw error;
  }
  return {
    output: { ...headOf(ballot), closedAt: now, result: resultTold(result, result.says) },
    subject: { kind: 'ballot', id: ballot.id },
    initiativeId: meeting.body.initiativeId,
    after: ballotForJournal(item, ballot, { says: resultSays(result, false).da }),
    next: `/ballots/${ballot.id}`,
    afterwards: () => destroyKey(app, ballot.id),
  };
}

const headOf = ({ id: ballot, number, question, form, purpose }: Ballot) => ({
  id: ballot,
  number,
  question,
  form,
  purpose,
});

/** Calls a vote off: nothing of it counts, and its votes are thrown away. */
export const cancelBallot = defineDeed({
  name: 'cancel-ballot',
  title: { da: 'Aflys afstemningen', en: 'Call the vote off' },
  explains: {
    da: 'Stemmerne kasseres, og ingen af dem tæller. Afstemningen bliver stående med begrundelsen.',
    en: 'The votes are thrown away, and none of them counts. The vote stays on record with the reason.',
  },
  done: { da: 'Afstemningen er aflyst.', en: 'The vote is called off.' },
  api: { method: 'POST', path: '/ballots/:id/cancellation' },
  answers: ballotCancelled,
  form: '/ballots/:id/cancel',
  params,
  input: z.object({ reason: reason() }),
  grounds: ballotPermissions['cancel-ballot'],
  fields: [{ name: 'reason', kind: 'textarea', label: { da: 'Begrundelse', en: 'Reason' }, required: true }],
  about: (db, { id: ballot }) => aboutBallot(db, ballot),
  scope: (db, { id: ballot }) => scopeOfBallot(db, ballot),
  run: async ({ app, tx, params: { id: asked }, input, actor, now }) => {
    const ballot = await lockBallot(tx, asked, 'to close');
    const { item, meeting } = await placeOf(tx, ballot);
    if (ballot.closed_at !== null) return { refused: [ballotClosed(meeting, ballot)] };
    await throwVotesAway(tx, ballot.id);
    await tx
      .updateTable('ballots')
      .set({ closed_at: now, closed_by: actor.id, cancelled_reason: input.reason })
      .where('id', '=', ballot.id)
      .execute();
    await notifyMeeting(tx, meeting.id);
    return {
      output: { ...headOf(ballot), closedAt: now, cancelledReason: input.reason },
      subject: { kind: 'ballot', id: ballot.id },
      initiativeId: meeting.body.initiativeId,
      after: ballotForJournal(item, ballot, { reason: input.reason }),
      next: `/ballots/${ballot.id}`,
      afterwards: () => destroyKey(app, ballot.id),
    };
  },
});

const throwVotesAway = (tx: Tx, ballotId: string) =>
  tx
    .updateTable('ballot_electors')
    .set({ sealed: null, choices: null })
    .where('ballot_id', '=', ballotId)
    .execute();
