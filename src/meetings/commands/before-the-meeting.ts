import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { id, line, oneOf, prose } from '../../lib/inputs.ts';
import { commentAnswer, conflictAnswer, stanceAnswer } from '../answers.ts';
import { attendanceOf } from '../attending.ts';
import { followSeats } from '../attendance-queries.ts';
import { aboutItem, lockItem, scopeOfItem, type Item, type Meeting } from '../load.ts';
import { openStatuses, stances } from '../meeting.ts';
import { calledOptions } from '../options.ts';
import { meetingPermissions } from '../permissions.ts';
import { cures, notNow } from '../refusals.ts';

const common = {
  params: z.object({ id: id() }),
  scope: (db: Parameters<typeof scopeOfItem>[0], { id: item }: { id: string }) => scopeOfItem(db, item),
  about: (db: Parameters<typeof scopeOfItem>[0], { id: item }: { id: string }) => aboutItem(db, item),
};

/** The journal says that something was said before a meeting, and by whom; what was said is the body's own. */
const done = (
  item: Item,
  meeting: Meeting,
  output: Record<string, unknown>,
  after: Record<string, unknown>,
) => ({
  output,
  subject: { kind: 'agenda-item' as const, id: item.id },
  initiativeId: meeting.body.initiativeId,
  after,
  next: `/meetings/${meeting.number}/items/${item.number}#mine`,
});

/** Says where one stands on an item before the meeting. */
export const takeStance = defineDeed({
  ...common,
  name: 'take-stance',
  title: { da: 'Giv din stilling til punktet', en: 'Say where you stand on the item' },
  explains: {
    da: 'Organet ser, hvem der har læst punktet, og hvor I står. Det er ingen afstemning.',
    en: 'The body sees who has read the item and where you stand. It is no vote.',
  },
  done: { da: 'Din stilling er noteret.', en: 'Where you stand is noted.' },
  api: { method: 'PUT', path: '/agenda-items/:id/stance' },
  answers: stanceAnswer,
  form: '/agenda-items/:id/stance',
  input: z.object({ stance: oneOf(stances) }),
  grounds: meetingPermissions['take-stance'],
  fields: [
    {
      name: 'stance',
      kind: 'radio',
      label: { da: 'Hvor står du?', en: 'Where do you stand?' },
      required: true,
      options: Object.entries(stances).map(([value, label]) => ({ value, label })),
    },
  ],
  run: async ({ tx, params, input, actor, now }) => {
    const { item, meeting } = await lockItem(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [notNow(meeting, cures.nextMeeting)] };
    await tx
      .insertInto('item_readings')
      .values({ item_id: item.id, person_id: actor.id, stance: input.stance, changed_at: now })
      .onConflict((conflict) =>
        conflict.columns(['item_id', 'person_id']).doUpdateSet({ stance: input.stance, changed_at: now }),
      )
      .execute();
    return done(item, meeting, { item: item.id, stance: input.stance }, {});
  },
});

/** Writes to the body about an item before the meeting. */
export const commentOnItem = defineDeed({
  ...common,
  name: 'comment-on-item',
  title: { da: 'Skriv til organet', en: 'Write to the body' },
  explains: {
    da: 'Kun organet og sekretariatet læser det.',
    en: 'Only the body and the secretariat read it.',
  },
  done: { da: 'Bemærkningen er skrevet.', en: 'The comment is written.' },
  api: { method: 'POST', path: '/agenda-items/:id/comments', status: 201 },
  answers: commentAnswer,
  form: '/agenda-items/:id/comments',
  input: z.object({ comment: prose(5_000) }),
  grounds: meetingPermissions['comment-on-item'],
  fields: [
    {
      name: 'comment',
      kind: 'textarea',
      label: { da: 'Bemærkning eller spørgsmål', en: 'Comment or question' },
      required: true,
    },
  ],
  run: async ({ tx, params, input, actor, now }) => {
    const { item, meeting } = await lockItem(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [notNow(meeting, cures.nextMeeting)] };
    const row = { id: newId(), item_id: item.id, person_id: actor.id, body: input.comment, written_at: now };
    await tx.insertInto('item_comments').values(row).execute();
    return done(item, meeting, { id: row.id, item: item.id, comment: row.body, at: now }, {});
  },
});

/** Declares a conflict of interest in an item. It is noted in the minutes; nobody is shut out by the machine. */
export const declareConflict = defineDeed({
  ...common,
  name: 'declare-conflict',
  title: { da: 'Meld inhabilitet', en: 'Declare a conflict of interest' },
  explains: {
    da: 'Det noteres i referatet. Om du går udenfor, afgør I selv.',
    en: 'It is noted in the minutes. Whether you leave the room is for you to settle.',
  },
  done: { da: 'Inhabiliteten er noteret.', en: 'The conflict of interest is noted.' },
  api: { method: 'POST', path: '/agenda-items/:id/conflict' },
  answers: conflictAnswer,
  form: '/agenda-items/:id/conflict',
  input: z.object({ conflict: line(500), person: id().optional() }),
  grounds: meetingPermissions['declare-conflict'],
  fields: [
    {
      name: 'conflict',
      kind: 'text',
      label: { da: 'Hvad består den i?', en: 'What is it?' },
      required: true,
    },
    {
      name: 'person',
      kind: 'select',
      label: { da: 'Hvem?', en: 'Who?' },
      hint: { da: 'Dig selv, hvis intet er valgt', en: 'Yourself if nothing is chosen' },
      options: calledOptions,
    },
  ],
  run: async ({ tx, params, input, actor, scope, now }) => {
    const { item, meeting } = await lockItem(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [notNow(meeting, cures.nextMeeting)] };
    await followSeats(tx, meeting, now);
    const row = await attendanceOf(tx, meeting.id, input.person, actor, scope);
    if (!('id' in row)) return row;
    const person = row.person_id as string;
    const kept = { ground: input.conflict, declared_at: now, declared_by: actor.id };
    await tx
      .insertInto('item_conflicts')
      .values({ item_id: item.id, person_id: person, ...kept })
      .onConflict((conflict) => conflict.columns(['item_id', 'person_id']).doUpdateSet(kept))
      .execute();
    return done(item, meeting, { item: item.id, person, conflict: input.conflict }, { conflictOf: person });
  },
});

/** Takes a declared conflict of interest back. */
export const withdrawConflict = defineDeed({
  ...common,
  name: 'withdraw-conflict',
  title: { da: 'Træk inhabiliteten tilbage', en: 'Withdraw the conflict of interest' },
  explains: { da: 'Kun mens mødet ikke er lukket.', en: 'Only while the meeting is not closed.' },
  done: { da: 'Inhabiliteten er trukket tilbage.', en: 'The conflict of interest is withdrawn.' },
  api: { method: 'POST', path: '/agenda-items/:id/conflict/withdraw' },
  answers: conflictAnswer,
  form: '/agenda-items/:id/conflict/withdraw',
  input: z.object({ person: id().optional() }),
  grounds: meetingPermissions['withdraw-conflict'],
  fields: [
    {
      name: 'person',
      kind: 'select',
      label: { da: 'Hvem?', en: 'Who?' },
      hint: { da: 'Dig selv, hvis intet er valgt', en: 'Yourself if nothing is chosen' },
      options: calledOptions,
    },
  ],
  run: async ({ tx, params, input, actor, scope }) => {
    const { item, meeting } = await lockItem(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [notNow(meeting, cures.nextMeeting)] };
    const row = await attendanceOf(tx, meeting.id, input.person, actor, scope);
    if (!('id' in row)) return row;
    const person = row.person_id as string;
    await tx
      .deleteFrom('item_conflicts')
      .where('item_id', '=', item.id)
      .where('person_id', '=', person)
      .execute();
    return done(item, meeting, { item: item.id, person, conflict: null }, { noConflictOf: person });
  },
});
