import { z } from 'zod';
import { seatRoles, type SeatRole } from '../../../rulebook/vocabulary.ts';
import type { Tx } from '../../db/client.ts';
import { defineDeed, type Ending } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { id, isoDate, oneOf } from '../../lib/inputs.ts';
import { dateIn, plusDays } from '../../lib/time.ts';
import { roleField, vote, voteField } from '../inputs.ts';
import { aboutSeat, lockBody, scopeOfSeat, seatBy, seatFactsOf, type Body, type Seat } from '../load.ts';
import { bodyPermissions } from '../permissions.ts';
import { correctsEntry, divideSeatOn, endSeatOn, type SeatTime } from '../seat-history.ts';
import { seatChanged, seatEnded } from '../answers.ts';

const params = z.object({ id: id() });

const timeOf = (seat: Seat): SeatTime => ({
  from: seat.from_on,
  to: seat.to_on,
  recordedOn: dateIn(Temporal.Instant.from(seat.recorded_at)),
  endRecordedOn: seat.end_recorded_at === null ? null : dateIn(Temporal.Instant.from(seat.end_recorded_at)),
});

/** A seat and its body, both locked. The body first, as every deed with seats does. */
async function lockSeat(tx: Tx, seatId: string): Promise<{ seat: Seat; body: Body }> {
  const body = await lockBody(tx, (await seatBy(tx, seatId)).body_id);
  return { seat: await seatBy(tx, seatId), body };
}

/** Another role, vote or last day. What was stays: the seat ends, and a new one carries on with what is changed. */
export const changeSeat = defineDeed({
  name: 'change-seat',
  title: { da: 'Ændr pladsen', en: 'Change the seat' },
  explains: {
    da: 'Ny rolle eller stemme gælder fra den dag, du angiver. Det, der var før, bliver stående i historikken. En fejl på pladsens første dag rettes på stedet.',
    en: 'A new role or vote holds from the day you give. What was before stays in the history. A mistake on the seat’s first day is corrected at once.',
  },
  done: { da: 'Pladsen er ændret.', en: 'The seat is changed.' },
  api: { method: 'PATCH', path: '/seats/:id' },
  answers: seatChanged,
  form: '/seats/:id/edit',
  params,
  input: z.object({
    role: oneOf(seatRoles).optional(),
    voting: vote().nullish(),
    on: isoDate().nullish(),
    to: isoDate().nullish(),
  }),
  grounds: bodyPermissions['change-seat'],
  fields: [
    roleField,
    voteField,
    {
      name: 'on',
      kind: 'date',
      label: { da: 'Ny rolle eller stemme gælder fra', en: 'New role or vote holds from' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
    {
      name: 'to',
      kind: 'date',
      label: { da: 'Pladsens sidste dag', en: 'Last day of the seat' },
      hint: { da: 'Indtil videre, hvis feltet er tomt', en: 'Until further notice if left empty' },
    },
  ],
  scope: (db, { id: seat }) => scopeOfSeat(db, seat, false),
  about: (db, { id: seat }) => aboutSeat(db, seat),
  prefill: async (db, { id: seatId }) => {
    const seat = await seatBy(db, seatId);
    return { role: seat.role, voting: String(seat.voting), to: seat.to_on ?? '' };
  },
  run: async ({ tx, params: { id: seatId }, input, now, today }) => {
    const { seat, body } = await lockSeat(tx, seatId);
    const role = (input.role ?? seat.role) as SeatRole;
    const voting = input.voting ?? seat.voting;
    const to = input.to === undefined ? seat.to_on : input.to;
    const divides = role !== seat.role || voting !== seat.voting;
    if (!divides && to === seat.to_on)
      return {
        problems: [{ path: '', says: { da: 'Du har ikke ændret noget.', en: 'You have changed nothing.' } }],
      };
    const moved = to === seat.to_on ? { seat: timeOf(seat) } : endSeatOn(timeOf(seat), to, today);
    if ('problem' in moved) return { problems: [moved.problem] };
    if (!divides) return writeEnd(tx, { seat, body, to, now });
    if (correctsEntry(timeOf(seat), input.on ?? null, today))
      return writeCorrection(tx, { seat, body, role, voting, to, now });
    const on = input.on ?? today;
    const divided = divideSeatOn(moved.seat, on, plusDays(on, -1), today);
    if ('problem' in divided) return { problems: [divided.problem] };
    const begun = {
      ...seat,
      id: newId(),
      role,
      voting,
      from_on: divided.begun.from,
      to_on: divided.begun.to,
      recorded_at: now,
      end_recorded_at: divided.begun.to === null ? null : now,
    };
    await tx
      .updateTable('seats')
      .set({ to_on: divided.ended.to, end_recorded_at: now })
      .where('id', '=', seat.id)
      .execute();
    await tx.insertInto('seats').values(begun).execute();
    return {
      output: { ...seatFactsOf(begun), continues: seat.id },
      subject: { kind: 'body', id: body.id },
      initiativeId: body.initiative_id,
      before: { seat: seatFactsOf(seat) },
      after: { ended: { ...seatFactsOf(seat), to: divided.ended.to }, begun: seatFactsOf(begun) },
      next: `/bodies/${body.slug}`,
    };
  },
});

/** Ends a seat. Its holder may leave it; those who keep the body's seats may end it. */
export const endSeat = defineDeed({
  name: 'end-seat',
  title: { da: 'Afslut pladsen', en: 'End the seat' },
  explains: {
    da: 'Personen sidder til og med den sidste dag og kan derefter intet i kraft af pladsen.',
    en: 'The person sits through the last day and can do nothing by the seat after that.',
  },
  done: { da: 'Pladsen er afsluttet.', en: 'The seat has ended.' },
  api: { method: 'POST', path: '/seats/:id/end' },
  answers: seatEnded,
  form: '/seats/:id/end',
  params,
  input: z.object({ to: isoDate().optional() }),
  grounds: bodyPermissions['end-seat'],
  fields: [
    {
      name: 'to',
      kind: 'date',
      label: { da: 'Sidste dag', en: 'Last day' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
  ],
  scope: (db, { id: seat }) => scopeOfSeat(db, seat, true),
  about: (db, { id: seat }) => aboutSeat(db, seat),
  run: async ({ tx, params: { id: seatId }, input, now, today }) => {
    const { seat, body } = await lockSeat(tx, seatId);
    const to = input.to ?? today;
    const ended = endSeatOn(timeOf(seat), to, today);
    if ('problem' in ended) return { problems: [ended.problem] };
    return writeEnd(tx, { seat, body, to, now });
  },
});

/** Role and vote as they should have been entered; the journal keeps what was written first. */
async function writeCorrection(
  tx: Tx,
  given: { seat: Seat; body: Body; role: SeatRole; voting: boolean; to: string | null; now: string },
): Promise<Ending> {
  const { seat, body, role, voting, to, now } = given;
  const corrected = {
    ...seat,
    role,
    voting,
    to_on: to,
    end_recorded_at: to === seat.to_on ? seat.end_recorded_at : to === null ? null : now,
  };
  await tx
    .updateTable('seats')
    .set({ role, voting, to_on: to, end_recorded_at: corrected.end_recorded_at })
    .where('id', '=', seat.id)
    .execute();
  return {
    output: { ...seatFactsOf(corrected), continues: null },
    subject: { kind: 'body', id: body.id },
    initiativeId: body.initiative_id,
    before: { seat: seatFactsOf(seat) },
    after: { seat: seatFactsOf(corrected) },
    next: `/bodies/${body.slug}`,
  };
}

async function writeEnd(
  tx: Tx,
  { seat, body, to, now }: { seat: Seat; body: Body; to: string | null; now: string },
): Promise<Ending> {
  await tx
    .updateTable('seats')
    .set({ to_on: to, end_recorded_at: to === null ? null : now })
    .where('id', '=', seat.id)
    .execute();
  return {
    output: { ...seatFactsOf(seat), to },
    subject: { kind: 'body', id: body.id },
    initiativeId: body.initiative_id,
    before: { seat: seatFactsOf(seat) },
    after: { seat: { ...seatFactsOf(seat), to } },
    next: `/bodies/${body.slug}`,
  };
}
