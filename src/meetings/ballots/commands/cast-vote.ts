import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { defineDeed } from '../../../deeds/deed.ts';
import { sha256 } from '../../../lib/hash.ts';
import { id } from '../../../lib/inputs.ts';
import { notifyMeeting } from '../../live/notify.ts';
import { voteReceived } from '../answers.ts';
import { blank, choiceLabel, isCastHere, type Ballot } from '../ballot.ts';
import { choicesOf, envelopeLabel, type Choice } from '../count.ts';
import { closeWhenSettled } from '../due.ts';
import { ballotForJournal } from '../journal.ts';
import { aboutBallot, ballotBy, electorsOf, lockBallot, placeOf } from '../load.ts';
import { ballotPermissions } from '../permissions.ts';
import { ballotClosed, otherForm, tooLate, votedAlready } from '../refusals.ts';
import { mostChoices, seal } from '../seal.ts';

const choices = z.preprocess(
  (value) => (typeof value === 'string' ? (value === '' ? [] : [value]) : value),
  z.array(z.string().max(10)).min(1, { error: 'required' }).max(mostChoices),
);

/**
 * Casts one's vote. Once: whoever comes first with a vote of one's own, on another screen or by a second press, has voted.
 * What a secret vote says is sealed before it reaches the database, and stands in no journal, key or receipt.
 */
export const castVote = defineDeed({
  name: 'cast-vote',
  title: { da: 'Afgiv din stemme', en: 'Cast your vote' },
  explains: {
    da: 'Du stemmer én gang, og stemmen kan ikke laves om.',
    en: 'You vote once, and the vote cannot be changed.',
  },
  done: { da: 'Din stemme er modtaget.', en: 'Your vote has been received.' },
  api: { method: 'POST', path: '/ballots/:id/votes', status: 201 },
  answers: voteReceived,
  form: '/ballots/:id/vote',
  shownOnce: { receipt: { da: 'Kvittering', en: 'Receipt' } },
  leavesNoTrace: ['choices'],
  params: z.object({ id: id() }),
  input: z.object({ choices }),
  grounds: ballotPermissions['cast-vote'],
  fields: [],
  fieldsNow: async ({ db, params }) => {
    const ballot = await ballotBy(db, params['id'] ?? '');
    const options = (await choicesOf(db, ballot.id)).map(({ key, label }) => ({
      value: key,
      label: choiceLabel(key, label),
    }));
    const most = mostOf(ballot);
    const label = { da: ballot.question, en: ballot.question };
    return [
      most === 1
        ? { name: 'choices', kind: 'radio', label, options, required: true }
        : {
            name: 'choices',
            kind: 'checkboxes',
            label,
            hint: {
              da: `Vælg højst ${most}, eller stem blankt.`,
              en: `Choose ${most} at most, or vote blank.`,
            },
            options,
            required: true,
          },
    ];
  },
  about: (db, { id: ballot }) => aboutBallot(db, ballot),
  scope: (db, { id: ballot }) => electorsOf(db, ballot),
  run: async ({ app, tx, params, input, actor, now }) => {
    const ballot = await lockBallot(tx, params.id, 'to vote');
    const { item, meeting } = await placeOf(tx, ballot);
    if (ballot.closed_at !== null) return { refused: [ballotClosed(meeting, ballot)] };
    if (!isCastHere(ballot.form)) return { refused: [otherForm(meeting, ballot)] };
    if (ballot.closes_at !== null && ballot.closes_at <= now) return { refused: [tooLate(meeting)] };
    const all = await choicesOf(tx, ballot.id);
    const wrong = problemWith(ballot, all, input.choices);
    if (wrong) return { problems: [{ path: 'choices', says: wrong }] };
    const elector = await tx
      .selectFrom('ballot_electors')
      .select('id')
      .where('ballot_id', '=', ballot.id)
      .where('person_id', '=', actor.id)
      .executeTakeFirstOrThrow();
    const receipt = makeReceipt();
    const cast = await tx
      .updateTable('ballot_electors')
      .set({
        has_voted: true,
        receipt_hash: sha256(receipt),
        ...(ballot.public_key !== null && ballot.form === 'secret'
          ? {
              sealed: seal(
                ballot.public_key,
                envelopeLabel(ballot.id, elector.id),
                placesOf(all, input.choices),
              ),
            }
          : { choices: JSON.stringify(input.choices), cast_at: now }),
      })
      .where('id', '=', elector.id)
      .where('has_voted', '=', false)
      .returning('id')
      .executeTakeFirst();
    if (!cast) return { refused: [votedAlready(meeting)] };
    await notifyMeeting(tx, meeting.id);
    return {
      output: { ballot: ballot.id, voted: true, receipt },
      subject: { kind: 'ballot', id: ballot.id },
      initiativeId: meeting.body.initiativeId,
      after: ballotForJournal(item, ballot, { voted: true }),
      next: `/ballots/${ballot.id}`,
      afterwards: () => closeWhenSettled(app, ballot.id),
    };
  },
});

/** How many choices one vote may hold. */
export const mostOf = (ballot: Pick<Ballot, 'purpose' | 'seats_to_fill'>): number =>
  ballot.purpose === 'election' ? (ballot.seats_to_fill ?? 1) : 1;

function problemWith(ballot: Ballot, all: readonly Choice[], chosen: readonly string[]) {
  const known = new Set(all.map(({ key }) => key));
  if (chosen.some((key) => !known.has(key)) || new Set(chosen).size !== chosen.length)
    return { da: 'Vælg blandt mulighederne.', en: 'Choose among the choices.' };
  if (chosen.includes(blank) && chosen.length > 1)
    return {
      da: 'En blank stemme kan ikke også have kandidater.',
      en: 'A blank vote cannot have candidates too.',
    };
  const most = mostOf(ballot);
  return chosen.length > most ? { da: `Vælg højst ${most}.`, en: `Choose ${most} at most.` } : null;
}

const placesOf = (all: readonly Choice[], chosen: readonly string[]): readonly number[] =>
  all.filter(({ key }) => chosen.includes(key)).map(({ position }) => position);

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A receipt that nobody can guess (80 bits) and people can read aloud; made by chance, and of nothing that was chosen. */
const makeReceipt = (): string =>
  [...randomBytes(16)]
    .map((byte) => letters[byte % 32])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

/** A receipt as it is compared: people leave out dashes and write small letters. */
export const receiptFrom = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/(.{4})(?=.)/g, '$1-');
