import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { id, idOrSlug, timeOfDay } from '../../lib/inputs.ts';
import { dateIn, instantAt } from '../../lib/time.ts';
import { meetingFactsAnswer, presenceAnswer } from '../answers.ts';
import { followSeats, whoIsCalled } from '../attendance-queries.ts';
import { attendanceBy } from '../attending.ts';
import { aboutMeeting, lockMeeting, meetingBy, meetingFacts, scopeOfMeeting } from '../load.ts';
import { attendanceOptions, calledOptions } from '../options.ts';
import { meetingPermissions } from '../permissions.ts';
import { cures, notNow } from '../refusals.ts';
import { problem } from '../said.ts';

const several = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(id()).max(1_000),
);

/** Opens a meeting: who presides, who takes minutes, who is there. From now on who is called is fixed. */
export const openMeeting = defineDeed({
  name: 'open-meeting',
  title: { da: 'Åbn mødet', en: 'Open the meeting' },
  explains: {
    da: 'Sæt kryds ved dem, der er til stede. Hvem der kommer og går siden, noteres undervejs.',
    en: 'Tick those who are present. Who comes and goes later is noted on the way.',
  },
  done: { da: 'Mødet er åbnet.', en: 'The meeting is open.' },
  api: { method: 'POST', path: '/meetings/:id/opening' },
  answers: meetingFactsAnswer,
  form: '/meetings/:id/opening',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ chair: id(), minutesBy: id().optional(), present: several }),
  grounds: meetingPermissions['open-meeting'],
  fields: [
    {
      name: 'chair',
      kind: 'select',
      label: { da: 'Mødeleder', en: 'Presides' },
      required: true,
      options: calledOptions,
    },
    {
      name: 'minutesBy',
      kind: 'select',
      label: { da: 'Referent', en: 'Takes minutes' },
      options: calledOptions,
    },
    {
      name: 'present',
      kind: 'checkboxes',
      label: { da: 'Til stede', en: 'Present' },
      options: attendanceOptions,
    },
  ],
  scope: (db, { id: meeting }) => scopeOfMeeting(db, meeting),
  about: (db, { id: meeting }) => aboutMeeting(db, meeting),
  prefill: async (db, { id: given }) => {
    const called = await whoIsCalled(db, await meetingBy(db, given));
    const as = (...roles: readonly string[]) =>
      called.find((each) => roles.includes(each.role))?.person?.id ?? '';
    return {
      chair: as('chair') || as('deputy-chair'),
      minutesBy: as('secretary') || as('business-manager'),
      present: called.flatMap((each) => (each.id === null || each.apologiesAt !== null ? [] : [each.id])),
    };
  },
  run: async ({ tx, params, input, actor, now }) => {
    const before = await lockMeeting(tx, params.id);
    if (before.kind === 'written')
      return problem(
        '',
        'En skriftlig behandling har ingen fremmødte.',
        'Nobody is present at a written procedure.',
      );
    if (before.status !== 'sent')
      return { refused: [notNow(before, before.status === 'draft' ? cures.sendFirst : cures.nextMeeting)] };
    await followSeats(tx, before, now);
    const called = await whoIsCalled(tx, before);
    const people = new Set(called.map((each) => each.person?.id));
    for (const [field, person] of [
      ['chair', input.chair],
      ['minutesBy', input.minutesBy],
    ] as const)
      if (person !== undefined && !people.has(person))
        return problem(field, 'Vælg en, der er indkaldt.', 'Choose somebody who is called.');
    const known = new Set(called.map((each) => each.id));
    const unknown = input.present.find((each) => !known.has(each));
    if (unknown !== undefined)
      return problem('present', 'Vælg blandt de indkaldte.', 'Choose among those called.');
    const present = [...new Set(input.present)];
    if (present.length > 0) {
      await tx
        .insertInto('presences')
        .values(
          present.map((attendance_id) => ({
            id: newId(),
            attendance_id,
            from_at: now,
            recorded_by: actor.id,
          })),
        )
        .execute();
      await tx.updateTable('attendances').set({ apologies_at: null }).where('id', 'in', present).execute();
    }
    await tx
      .updateTable('meetings')
      .set({
        status: 'running',
        opened_at: now,
        chaired_by: input.chair,
        minutes_by: input.minutesBy ?? null,
      })
      .where('id', '=', before.id)
      .execute();
    return {
      output: meetingFacts(await meetingBy(tx, before.id)),
      subject: { kind: 'meeting', id: before.id },
      initiativeId: before.body.initiativeId,
      before: { status: before.status },
      after: {
        status: 'running',
        chair: input.chair,
        minutesBy: input.minutesBy ?? null,
        present: present.length,
      },
      next: `/meetings/${before.number}`,
    };
  },
});

/** Notes that somebody has come or gone, with the time: quorum is asked for each item. */
export const notePresence = defineDeed({
  name: 'note-presence',
  title: { da: 'Notér, hvem der kommer og går', en: 'Note who comes and goes' },
  explains: {
    da: 'Fremmødet tæller for hvert punkt for sig.',
    en: 'Attendance counts for each item by itself.',
  },
  done: { da: 'Fremmødet er noteret.', en: 'The attendance is noted.' },
  api: { method: 'POST', path: '/meetings/:id/presence' },
  answers: presenceAnswer,
  form: '/meetings/:id/presence',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ attendance: id(), does: z.enum(['arrives', 'leaves']), at: timeOfDay().optional() }),
  grounds: meetingPermissions['note-presence'],
  fields: [
    {
      name: 'attendance',
      kind: 'select',
      label: { da: 'Hvem?', en: 'Who?' },
      required: true,
      options: attendanceOptions,
    },
    {
      name: 'does',
      kind: 'radio',
      label: { da: 'Hvad?', en: 'What?' },
      required: true,
      options: [
        { value: 'arrives', label: { da: 'Kommer', en: 'Arrives' } },
        { value: 'leaves', label: { da: 'Går', en: 'Leaves' } },
      ],
    },
    {
      name: 'at',
      kind: 'time',
      label: { da: 'Klokken', en: 'At' },
      hint: { da: 'Nu, hvis feltet er tomt', en: 'Now if left empty' },
    },
  ],
  scope: (db, { id: meeting }) => scopeOfMeeting(db, meeting),
  about: (db, { id: meeting }) => aboutMeeting(db, meeting),
  run: async ({ tx, params, input, actor, now }) => {
    const meeting = await lockMeeting(tx, params.id);
    if (meeting.status !== 'running')
      return {
        refused: [notNow(meeting, meeting.opened_at === null ? cures.openFirst : cures.nextMeeting)],
      };
    const row = await tx
      .selectFrom('attendances')
      .select(['id', 'person_id'])
      .where('meeting_id', '=', meeting.id)
      .where('id', '=', input.attendance)
      .executeTakeFirst();
    if (!row) return problem('attendance', 'Vælg en, der er indkaldt.', 'Choose somebody who is called.');
    const at = input.at === undefined ? now : instantAt(dateIn(Temporal.Instant.from(now)), input.at);
    if (at > now) return problem('at', 'Tiden ligger i fremtiden.', 'The time lies in the future.');
    const last = await tx
      .selectFrom('presences')
      .select(['id', 'from_at', 'to_at'])
      .where('attendance_id', '=', row.id)
      .orderBy('from_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    const here = last !== undefined && last.to_at === null;
    if (input.does === 'arrives' && here)
      return problem('does', 'Personen er til stede.', 'The person is present already.');
    if (input.does === 'leaves' && !here)
      return problem('does', 'Personen er ikke til stede.', 'The person is not present.');
    const since = here ? last.from_at : (last?.to_at ?? meeting.opened_at);
    if (
      since !== null &&
      Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Instant.from(since)) < 0
    )
      return problem(
        'at',
        'Tiden ligger før det, der sidst blev noteret.',
        'The time lies before what was noted last.',
      );
    if (here) await tx.updateTable('presences').set({ to_at: at }).where('id', '=', last.id).execute();
    else {
      await tx
        .insertInto('presences')
        .values({ id: newId(), attendance_id: row.id, from_at: at, recorded_by: actor.id })
        .execute();
      await tx.updateTable('attendances').set({ apologies_at: null }).where('id', '=', row.id).execute();
    }
    return {
      output: { attendance: row.id, from: here ? last.from_at : at, to: here ? at : null },
      subject: { kind: 'meeting', id: meeting.id },
      initiativeId: meeting.body.initiativeId,
      after: { [input.does]: (await attendanceBy(tx, meeting.id, row.id)).person_id, at },
      next: `/meetings/${meeting.number}#attendance`,
    };
  },
});

/** Closes a meeting: what was not reached becomes a leftover, and the minutes are written. */
export const closeMeeting = defineDeed({
  name: 'close-meeting',
  title: { da: 'Luk mødet', en: 'Close the meeting' },
  explains: {
    da: 'Punkter, der ikke er nået, kommer på det næste møde. Derefter skrives referatet. En skriftlig behandling lukkes på samme måde.',
    en: 'Items that were not reached come on the next meeting. Then the minutes are written. A written procedure is closed the same way.',
  },
  done: { da: 'Mødet er lukket.', en: 'The meeting is closed.' },
  api: { method: 'POST', path: '/meetings/:id/closing' },
  answers: meetingFactsAnswer,
  form: '/meetings/:id/closing',
  params: z.object({ id: idOrSlug() }),
  input: z.object({}),
  grounds: meetingPermissions['close-meeting'],
  fields: [],
  scope: (db, { id: meeting }) => scopeOfMeeting(db, meeting),
  about: (db, { id: meeting }) => aboutMeeting(db, meeting),
  run: async ({ tx, params, now }) => {
    const before = await lockMeeting(tx, params.id);
    // Nobody opens a written procedure: it runs from when its papers are sent.
    const written = before.kind === 'written' && before.status === 'sent';
    if (before.status !== 'running' && !written)
      return { refused: [notNow(before, before.opened_at === null ? cures.openFirst : cures.nextMeeting)] };
    const open = await tx
      .selectFrom('ballots as v')
      .innerJoin('agenda_items as x', 'x.id', 'v.item_id')
      .select('v.id')
      .where('x.meeting_id', '=', before.id)
      .where('v.closed_at', 'is', null)
      .executeTakeFirst();
    if (open) return { refused: [notNow(before, cures.voteFirst)] };
    await followSeats(tx, before, now);
    await tx
      .updateTable('presences')
      .set({ to_at: now })
      .where('to_at', 'is', null)
      .where('attendance_id', 'in', (eb) =>
        eb.selectFrom('attendances').select('id').where('meeting_id', '=', before.id),
      )
      .execute();
    // Nothing needs to be decided under a fixed item that informs, nor where actions are followed up: they are done with.
    await tx
      .updateTable('agenda_items')
      .set({ status: 'settled' })
      .where('meeting_id', '=', before.id)
      .where('status', 'in', ['planned', 'open'])
      .where('source', 'in', ['fixed', 'action'])
      .where('kind', '<>', 'decision')
      .execute();
    // A case that was answered on its own page is settled too.
    await tx
      .updateTable('agenda_items')
      .set({ status: 'settled' })
      .where('meeting_id', '=', before.id)
      .where('status', 'in', ['planned', 'open'])
      .where('case_id', 'in', (eb) =>
        eb
          .selectFrom('cases as c')
          .innerJoin('agenda_items as x', 'x.case_id', 'c.id')
          .select('c.id')
          .where('x.meeting_id', '=', before.id)
          .where((or) =>
            or.or([or('c.status', '<>', 'waiting'), or('c.awaits_body_id', '<>', before.body_id)]),
          ),
      )
      .execute();
    const left = await tx
      .updateTable('agenda_items')
      .set({ status: 'left' })
      .where('meeting_id', '=', before.id)
      .where('status', 'in', ['planned', 'open'])
      .returning('id')
      .execute();
    await tx
      .updateTable('meetings')
      .set({ status: 'minutes-draft', closed_at: now })
      .where('id', '=', before.id)
      .execute();
    return {
      output: meetingFacts(await meetingBy(tx, before.id)),
      subject: { kind: 'meeting', id: before.id },
      initiativeId: before.body.initiativeId,
      before: { status: before.status },
      after: { status: 'minutes-draft', leftOver: left.length },
      next: `/meetings/${before.number}`,
    };
  },
});
