import { z } from 'zod';
import type { Tx } from '../../db/client.ts';
import { bodyBy, type Body } from '../../bodies/load.ts';
import { bodyOptions } from '../../cases/options.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { idOrSlug, isoDate, oneOf, optionalLine } from '../../lib/inputs.ts';
import { communityEdition } from '../../rules/community.ts';
import { meetingFactsAnswer } from '../answers.ts';
import { followSeats } from '../attendance-queries.ts';
import { buildAgenda } from '../build-agenda.ts';
import { meetingBy, meetingFacts, meetingRecord, type Meeting } from '../load.ts';
import { meetingKinds, type MeetingKind } from '../meeting.ts';
import { meetingPermissions } from '../permissions.ts';
import { spanOf, whenFields, whenInput, whereFields, whereInput } from '../when.ts';

/** Calls a body together. Who is called follows from the seats of the day; the agenda is proposed at once. */
export const callMeeting = defineDeed({
  name: 'call-meeting',
  title: { da: 'Indkald til møde', en: 'Call a meeting' },
  explains: {
    da: 'Dagsordenen bygges af det, der venter på organet. Kun organet ser den, før den sendes.',
    en: 'The agenda is built from what waits for the body. Only the body sees it until it is sent.',
  },
  done: { da: 'Mødet er indkaldt.', en: 'The meeting is called.' },
  api: { method: 'POST', path: '/meetings', status: 201 },
  answers: meetingFactsAnswer,
  form: '/meetings/new',
  params: z.object({}),
  input: z.object({
    body: idOrSlug(),
    kind: oneOf(meetingKinds).default('ordinary'),
    title: optionalLine(200),
    ...whenInput,
    ...whereInput,
    papersDueOn: isoDate().optional(),
  }),
  grounds: meetingPermissions['call-meeting'],
  fields: [
    {
      name: 'body',
      kind: 'select',
      label: { da: 'Organ', en: 'Body' },
      required: true,
      options: bodyOptions,
    },
    {
      name: 'kind',
      kind: 'select',
      label: { da: 'Slags', en: 'Kind' },
      required: true,
      options: Object.entries(meetingKinds).map(([value, label]) => ({ value, label })),
    },
    ...whenFields,
    ...whereFields,
    {
      name: 'papersDueOn',
      kind: 'date',
      label: { da: 'Frist for bilag', en: 'Papers due' },
    },
    {
      name: 'title',
      kind: 'text',
      label: { da: 'Navn', en: 'Name' },
      hint: { da: 'Hvis mødet hedder noget særligt', en: 'If the meeting is called something special' },
    },
  ],
  scope: async (db, _, input) => scopeOfBodyCalled(db, input?.body),
  formScope: (db, query) =>
    scopeOfBodyCalled(db, typeof query['body'] === 'string' ? query['body'] : undefined),
  prefill: async (db, _, __, given) => {
    const body = typeof given['body'] === 'string' ? await bodyBy(db, given['body']) : null;
    return { kind: 'ordinary', ...(body ? { body: body.id } : {}) };
  },
  run: async ({ tx, input, actor, now, today }) => {
    const body = await bodyBy(tx, input.body);
    const span = spanOf(input);
    if ('problems' in span) return span;
    if (body.closed_on !== null)
      return { problems: [{ path: 'body', says: { da: 'Organet er nedlagt.', en: 'The body is closed.' } }] };
    const meeting = await writeMeeting(tx, body, {
      kind: input.kind,
      title: input.title,
      ...span,
      place: input.place,
      onlineUrl: input.onlineUrl ?? null,
      papersDueOn: input.papersDueOn ?? null,
      seriesId: null,
      personId: actor.id,
      now,
    });
    if (meeting.kind !== 'written') await buildAgenda(tx, meeting, { now, today });
    return {
      output: meetingFacts(meeting),
      subject: { kind: 'meeting', id: meeting.id },
      initiativeId: body.initiative_id,
      after: meetingRecord(meeting),
      next: `/meetings/${meeting.number}`,
    };
  },
});

/** Rights to call follow from the body that is named; without one the technical account is all that is refused. */
export async function scopeOfBodyCalled(db: Tx | Parameters<typeof bodyBy>[0], body: string | undefined) {
  if (body === undefined || !/^[A-Za-z0-9-]{1,100}$/.test(body)) return {};
  const row = await bodyBy(db, body);
  return {
    initiativeId: row.initiative_id,
    body: { id: row.id, kind: row.kind, initiativeId: row.initiative_id },
  };
}

export interface NewMeeting {
  readonly kind: MeetingKind;
  readonly title: string;
  readonly starts: string;
  readonly ends: string;
  readonly place: string;
  readonly onlineUrl: string | null;
  readonly papersDueOn: string | null;
  readonly seriesId: string | null;
  readonly personId: string;
  readonly now: string;
}

/** Writes a meeting and who is called to it. */
export async function writeMeeting(tx: Tx, body: Body, made: NewMeeting): Promise<Meeting> {
  await tx.selectFrom('bodies').select('id').where('id', '=', body.id).forNoKeyUpdate().execute();
  const edition =
    body.initiative_id === null
      ? await communityEdition(tx)
      : (
          await tx
            .selectFrom('initiatives')
            .select('edition')
            .where('id', '=', body.initiative_id)
            .executeTakeFirstOrThrow()
        ).edition;
  const id = newId();
  await tx
    .insertInto('meetings')
    .values({
      id,
      body_id: body.id,
      kind: made.kind,
      title: made.title,
      starts_at: made.starts,
      ends_at: made.ends,
      place: made.place,
      online_url: made.onlineUrl,
      status: 'draft',
      papers_due_on: made.papersDueOn,
      series_id: made.seriesId,
      edition,
      called_by: made.personId,
      called_at: made.now,
    })
    .execute();
  const meeting = await meetingBy(tx, id);
  await followSeats(tx, meeting, made.now);
  return meeting;
}
