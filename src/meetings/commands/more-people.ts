import { z } from 'zod';
import type { Tx } from '../../db/client.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { id, idOrSlug, line } from '../../lib/inputs.ts';
import { organisationOptions } from '../../members/options.ts';
import { personOptions } from '../../portfolio/commands/appoint-person.ts';
import { attendanceAnswer } from '../answers.ts';
import { attendanceBy, attendanceFacts, type AttendanceRow } from '../attending.ts';
import { followSeats } from '../attendance-queries.ts';
import { aboutMeeting, dayOf, lockMeeting, scopeOfMeeting, type Meeting } from '../load.ts';
import { openStatuses } from '../meeting.ts';
import { attendanceOptions } from '../options.ts';
import { meetingPermissions } from '../permissions.ts';
import { cures, notNow } from '../refusals.ts';
import { problem } from '../said.ts';

const common = {
  params: z.object({ id: idOrSlug() }),
  answers: attendanceAnswer,
  scope: (db: Parameters<typeof scopeOfMeeting>[0], { id: meeting }: { id: string }) =>
    scopeOfMeeting(db, meeting),
  about: (db: Parameters<typeof scopeOfMeeting>[0], { id: meeting }: { id: string }) =>
    aboutMeeting(db, meeting),
};

/** Writes one more person down, and what the deed answers with. */
async function call(tx: Tx, meeting: Meeting, row: Omit<AttendanceRow, 'apologies_at' | 'apologies_note'>) {
  await tx.insertInto('attendances').values(row).execute();
  const facts = attendanceFacts({ ...row, apologies_at: null, apologies_note: '' });
  return {
    output: facts,
    subject: { kind: 'meeting' as const, id: meeting.id },
    initiativeId: meeting.body.initiativeId,
    after: { role: row.role, person: row.person_id, organisation: row.organisation_id },
    next: `/meetings/${meeting.number}#attendance`,
  };
}

const isCalled = (tx: Tx, meeting: Meeting, person: string) =>
  tx
    .selectFrom('attendances')
    .select('id')
    .where('meeting_id', '=', meeting.id)
    .where('person_id', '=', person)
    .executeTakeFirst();

const alreadyCalled = problem('person', 'Personen er allerede indkaldt.', 'The person is called already.');
const noPerson = problem('person', 'Personen findes ikke.', 'There is no such person.');

const personBy = (tx: Tx, person: string, on: string) =>
  tx
    .selectFrom('people')
    .select(['id', 'organisation_id'])
    .where('id', '=', person)
    .where('operator', '=', false)
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>', on)]))
    .executeTakeFirst();

/** Invites somebody who has no seat: a guest without a vote, by name. */
export const inviteGuest = defineDeed({
  ...common,
  name: 'invite-guest',
  title: { da: 'Inviter en gæst', en: 'Invite a guest' },
  explains: {
    da: 'En gæst har ingen stemme og ser ikke lukkede punkter.',
    en: 'A guest has no vote and does not see closed items.',
  },
  done: { da: 'Gæsten er noteret.', en: 'The guest is noted.' },
  api: { method: 'POST', path: '/meetings/:id/guests', status: 201 },
  form: '/meetings/:id/guests/new',
  input: z.object({ name: line(160), organisation: id().optional() }),
  grounds: meetingPermissions['invite-guest'],
  fields: [
    { name: 'name', kind: 'text', label: { da: 'Navn', en: 'Name' }, required: true },
    {
      name: 'organisation',
      kind: 'select',
      label: { da: 'Organisation', en: 'Organisation' },
      options: organisationOptions,
    },
  ],
  run: async ({ tx, params, input, now }) => {
    const meeting = await lockMeeting(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [notNow(meeting, cures.nextMeeting)] };
    if (input.organisation !== undefined) {
      const found = await tx
        .selectFrom('organisations')
        .select('id')
        .where('id', '=', input.organisation)
        .executeTakeFirst();
      if (!found)
        return problem('organisation', 'Organisationen findes ikke.', 'There is no such organisation.');
    }
    return call(tx, meeting, {
      id: newId(),
      meeting_id: meeting.id,
      person_id: null,
      guest_name: input.name,
      organisation_id: input.organisation ?? null,
      role: 'guest',
      voting: false,
      substitute_for: null,
      recorded_at: now,
    });
  },
});

/** Names who casts a member organisation's one vote at the general assembly. */
export const nameDelegate = defineDeed({
  ...common,
  name: 'name-delegate',
  title: { da: 'Registrér en delegeret', en: 'Register a delegate' },
  explains: {
    da: 'Hvert medlem har én stemme, som den delegerede afgiver.',
    en: 'Each member has one vote, which its delegate casts.',
  },
  done: { da: 'Den delegerede er registreret.', en: 'The delegate is registered.' },
  api: { method: 'POST', path: '/meetings/:id/delegates', status: 201 },
  form: '/meetings/:id/delegates/new',
  input: z.object({ organisation: id(), person: id() }),
  grounds: meetingPermissions['name-delegate'],
  fields: [
    {
      name: 'organisation',
      kind: 'select',
      label: { da: 'Medlem', en: 'Member' },
      required: true,
      options: organisationOptions,
    },
    {
      name: 'person',
      kind: 'select',
      label: { da: 'Person', en: 'Person' },
      required: true,
      options: personOptions,
    },
  ],
  run: async ({ tx, params, input, now }) => {
    const meeting = await lockMeeting(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [notNow(meeting, cures.nextMeeting)] };
    if (meeting.body.kind !== 'general-assembly')
      return problem(
        '',
        'Kun til generalforsamlingen sendes delegerede.',
        'Delegates are sent only to the general assembly.',
      );
    const on = dayOf(meeting);
    const member = await tx
      .selectFrom('memberships')
      .select('id')
      .where('organisation_id', '=', input.organisation)
      .where('from_on', '<=', on)
      .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', on)]))
      .executeTakeFirst();
    if (!member)
      return problem(
        'organisation',
        'Organisationen er ikke medlem den dag.',
        'The organisation is no member that day.',
      );
    const person = await personBy(tx, input.person, on);
    if (!person) return noPerson;
    const taken = await tx
      .selectFrom('attendances')
      .select('id')
      .where('meeting_id', '=', meeting.id)
      .where('role', '=', 'delegate')
      .where('organisation_id', '=', input.organisation)
      .executeTakeFirst();
    if (taken)
      return problem(
        'organisation',
        'Medlemmet har allerede en delegeret.',
        'The member has a delegate already.',
      );
    // The chair may be a delegate too: the vote is the member's.
    const called = await isCalled(tx, meeting, person.id);
    if (called) {
      const row = await attendanceBy(tx, meeting.id, called.id);
      if (row.voting) return alreadyCalled;
      await tx.deleteFrom('attendances').where('id', '=', row.id).execute();
    }
    return call(tx, meeting, {
      id: newId(),
      meeting_id: meeting.id,
      person_id: person.id,
      guest_name: null,
      organisation_id: input.organisation,
      role: 'delegate',
      voting: true,
      substitute_for: null,
      recorded_at: now,
    });
  },
});

/** Calls somebody in place of one who has sent apologies, with that one's vote. */
export const nameSubstitute = defineDeed({
  ...common,
  name: 'name-substitute',
  title: { da: 'Indkald en suppleant', en: 'Call a substitute' },
  explains: {
    da: 'Suppleanten træder til med den stemme, som den, der har meldt afbud, har.',
    en: 'The substitute steps in with the vote of the one who has sent apologies.',
  },
  done: { da: 'Suppleanten er indkaldt.', en: 'The substitute is called.' },
  api: { method: 'POST', path: '/meetings/:id/substitutes', status: 201 },
  form: '/meetings/:id/substitutes/new',
  input: z.object({ insteadOf: id(), person: id() }),
  grounds: meetingPermissions['name-substitute'],
  fields: [
    {
      name: 'insteadOf',
      kind: 'select',
      label: { da: 'I stedet for', en: 'Instead of' },
      required: true,
      options: attendanceOptions,
    },
    {
      name: 'person',
      kind: 'select',
      label: { da: 'Suppleant', en: 'Substitute' },
      required: true,
      options: personOptions,
    },
  ],
  run: async ({ tx, params, input, now }) => {
    const meeting = await lockMeeting(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [notNow(meeting, cures.nextMeeting)] };
    await followSeats(tx, meeting, now);
    const absent = await tx
      .selectFrom('attendances')
      .selectAll()
      .where('meeting_id', '=', meeting.id)
      .where('id', '=', input.insteadOf)
      .executeTakeFirst();
    if (!absent || absent.role === 'guest')
      return problem('insteadOf', 'Vælg en, der er indkaldt.', 'Choose somebody who is called.');
    if (absent.apologies_at === null)
      return problem('insteadOf', 'Personen har ikke meldt afbud.', 'The person has not sent apologies.');
    const person = await personBy(tx, input.person, dayOf(meeting));
    if (!person) return noPerson;
    if (await isCalled(tx, meeting, person.id)) return alreadyCalled;
    const taken = await tx
      .selectFrom('attendances')
      .select('id')
      .where('substitute_for', '=', absent.id)
      .executeTakeFirst();
    if (taken)
      return problem(
        'insteadOf',
        'Personen har allerede en suppleant.',
        'The person has a substitute already.',
      );
    return call(tx, meeting, {
      id: newId(),
      meeting_id: meeting.id,
      person_id: person.id,
      guest_name: null,
      organisation_id: absent.organisation_id ?? person.organisation_id,
      role: 'substitute',
      voting: absent.voting,
      substitute_for: absent.id,
      recorded_at: now,
    });
  },
});
