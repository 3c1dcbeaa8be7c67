import { z } from 'zod';
import type { SeatRole } from '../../../rulebook/vocabulary.ts';
import type { Db } from '../../db/client.ts';
import { defineDeed, type FieldContext, type Option } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { id, isoDate } from '../../lib/inputs.ts';
import { dateIn } from '../../lib/time.ts';
import { steppedIn } from '../answers.ts';
import {
  aboutSeat,
  bodyBy,
  lockBody,
  scopeOfSeat,
  seatBy,
  seatFactsOf,
  type Body,
  type Seat,
} from '../load.ts';
import { bodyPermissions } from '../permissions.ts';
import { planStepIn, type TermSeat } from '../step-in.ts';
import { electedIn } from '../terms.ts';

const params = z.object({ id: id() });
const input = z.object({ substitute: id(), from: isoDate().optional() });

/**
 * A substitute takes over the seat of somebody who has left or leaves, for what is left of the term (statutes §6.4, V18).
 * The seat taken over ends the day before, and so does the one as substitute.
 */
export const stepIn = defineDeed({
  name: 'step-in',
  title: { da: 'Lad en suppleant træde ind', en: 'Let a substitute step in' },
  explains: {
    da: 'Suppleanten bliver medlem med stemme for resten af perioden. Pladsen, der overtages, slutter dagen før.',
    en: 'The substitute becomes a member with a vote for the rest of the term. The seat taken over ends the day before.',
  },
  done: { da: 'Suppleanten er trådt ind.', en: 'The substitute has stepped in.' },
  api: { method: 'POST', path: '/seats/:id/step-in', status: 201 },
  answers: steppedIn,
  form: '/seats/:id/step-in',
  params,
  input,
  grounds: bodyPermissions['step-in'],
  fields: [
    {
      name: 'substitute',
      kind: 'select',
      label: { da: 'Suppleant', en: 'Substitute' },
      required: true,
      options: substituteOptions,
    },
    {
      name: 'from',
      kind: 'date',
      label: { da: 'Træder ind den', en: 'Steps in on' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
  ],
  scope: (db, { id: seat }) => scopeOfSeat(db, seat, false),
  about: (db, { id: seat }) => aboutSeat(db, seat),
  preview: async ({ db, params: { id: seatId }, input: asked, today }) => {
    const leaving = await seatBy(db, seatId);
    const body = await bodyBy(db, leaving.body_id);
    const planned = await planFor(db, body, leaving, asked, today);
    if ('refused' in planned) return { effects: [], problems: [], refusals: planned.refused };
    if ('problems' in planned) return { effects: [], refusals: [], problems: planned.problems };
    const { begun, until } = planned.plan;
    const end = begun.to ?? null;
    return {
      problems: [],
      refusals: [],
      effects: [
        ...(planned.plan.left
          ? [
              {
                da: `Pladsen, der overtages, slutter ${planned.plan.left.to}.`,
                en: `The seat taken over ends on ${planned.plan.left.to}.`,
              },
            ]
          : []),
        {
          da: `Suppleanten er medlem med stemme fra ${begun.from}${end ? ` til ${end}` : ''} og på valg på generalforsamlingen i ${until}.`,
          en: `The substitute is a member with a vote from ${begun.from}${end ? ` to ${end}` : ''} and stands for election at the general assembly of ${until}.`,
        },
      ],
    };
  },
  run: async ({ tx, params: { id: seatId }, input: asked, now, today }) => {
    const body = await lockBody(tx, (await seatBy(tx, seatId)).body_id);
    const leaving = await seatBy(tx, seatId);
    const planned = await planFor(tx, body, leaving, asked, today);
    if (!('plan' in planned)) return planned;
    const { left, waited, begun, until } = planned.plan;
    const substitute = await seatBy(tx, asked.substitute);
    const end = (seat: Seat, to: string | null) =>
      tx.updateTable('seats').set({ to_on: to, end_recorded_at: now }).where('id', '=', seat.id).execute();
    if (left) await end(leaving, left.to);
    await end(substitute, waited.to);
    const row = {
      id: newId(),
      body_id: body.id,
      person_id: substitute.person_id,
      organisation_id: substitute.organisation_id,
      role: 'member',
      voting: true,
      appointed_by: substitute.appointed_by,
      from_on: begun.from,
      to_on: begun.to,
      recorded_at: now,
      end_recorded_at: begun.to === null ? null : now,
      stood_in_for: leaving.id,
      elected_in: begun.electedIn,
    };
    await tx.insertInto('seats').values(row).execute();
    const facts = { ...seatFactsOf(row), stoodInFor: leaving.id, until };
    return {
      output: facts,
      subject: { kind: 'body', id: body.id },
      initiativeId: body.initiative_id,
      before: { taken: seatFactsOf(leaving), substitute: seatFactsOf(substitute) },
      after: { seat: facts },
      next: `/bodies/${body.slug}`,
    };
  },
});

async function planFor(db: Db, body: Body, leaving: Seat, asked: z.output<typeof input>, today: string) {
  const [substitute, taken] = await Promise.all([
    db
      .selectFrom('seats')
      .selectAll()
      .where('id', '=', asked.substitute)
      .where('body_id', '=', body.id)
      .executeTakeFirst(),
    db.selectFrom('seats').select('id').where('stood_in_for', '=', leaving.id).executeTakeFirst(),
  ]);
  return planStepIn({
    body: { kind: body.kind, name: body.name, closed: body.closed_on !== null },
    leaving: termSeat(leaving),
    taken: taken !== undefined,
    substitute: substitute ? termSeat(substitute) : null,
    from: asked.from ?? today,
    today,
  });
}

const termSeat = (seat: Seat): TermSeat => ({
  role: seat.role as SeatRole,
  voting: seat.voting,
  from: seat.from_on,
  to: seat.to_on,
  recordedOn: dateIn(Temporal.Instant.from(seat.recorded_at)),
  endRecordedOn: seat.end_recorded_at === null ? null : dateIn(Temporal.Instant.from(seat.end_recorded_at)),
  electedIn: electedIn(seat),
});

/** The substitutes of the seat's body who have not left. */
async function substituteOptions({
  db,
  params: { id: seatId },
  today,
}: FieldContext): Promise<readonly Option[]> {
  const leaving = await seatBy(db, seatId as string);
  const rows = await db
    .selectFrom('seats as s')
    .innerJoin('people as p', 'p.id', 's.person_id')
    .select(['s.id', 'p.name'])
    .where('s.body_id', '=', leaving.body_id)
    .where('s.role', '=', 'substitute')
    .where((eb) => eb.or([eb('s.to_on', 'is', null), eb('s.to_on', '>=', today)]))
    .orderBy('s.from_on')
    .orderBy('s.id')
    .limit(50)
    .execute();
  return rows.map(({ id: value, name }) => ({ value, label: name }));
}
