import { z } from 'zod';
import type { Db } from '../../../db/client.ts';
import { defineDeed, type Field } from '../../../deeds/deed.ts';
import { idOrSlug, isoDate, optionalProse, reason } from '../../../lib/inputs.ts';
import { plusDays } from '../../../lib/time.ts';
import { lockMeeting, meetingBy, scopeOfMeeting } from '../../load.ts';
import { mostItems } from '../../queries.ts';
import { versionAnswer } from '../answers.ts';
import { aboutMinutes, addVersion, newestVersion } from '../load.ts';
import { minutesDraftEvent } from '../../told.ts';
import { minutesPermissions } from '../permissions.ts';
import { notApproved } from '../refusals.ts';
import { remarkDays, remarksUntilPast } from './draft-minutes.ts';

/** Notes by item: `p3` for item 3. A name of digits alone would be read as a place in a list. */
const noteKey = z.string().regex(/^p[1-9][0-9]{0,4}$/, { error: 'id' });

const itemsWithNotes = (db: Db, meetingId: string) =>
  db
    .selectFrom('agenda_items')
    .select(['id', 'number', 'title', 'title_en', 'notes'])
    .where('meeting_id', '=', meetingId)
    .where('status', '<>', 'removed')
    .orderBy('position')
    .limit(mostItems)
    .execute();

/** Corrects approved minutes: the next version, with its reason, goes the same way. The approved one stays readable. */
export const correctMinutes = defineDeed({
  name: 'correct-minutes',
  title: { da: 'Ret referatet', en: 'Correct the minutes' },
  explains: {
    da: 'Det godkendte referat bliver stående. Rettelsen er en ny udgave med sin begrundelse, som skal godkendes igen.',
    en: 'The approved minutes stay. The correction is a new version with its reason, which must be approved again.',
  },
  done: {
    da: 'Den rettede udgave er sendt til de indkaldte.',
    en: 'The corrected version is sent to those called.',
  },
  api: { method: 'POST', path: '/meetings/:id/minutes/corrections', status: 201 },
  answers: versionAnswer,
  form: '/meetings/:id/minutes/correct',
  params: z.object({ id: idOrSlug() }),
  input: z.object({
    because: reason(),
    remarksUntil: isoDate().optional(),
    notes: z.record(noteKey, optionalProse(20_000)).default({}),
  }),
  grounds: minutesPermissions['correct-minutes'],
  fields: [
    {
      name: 'because',
      kind: 'textarea',
      label: { da: 'Hvorfor rettes det?', en: 'Why is it corrected?' },
      hint: { da: 'Står i det offentlige referat', en: 'Stands in the public minutes' },
      required: true,
    },
    {
      name: 'remarksUntil',
      kind: 'date',
      label: { da: 'Frist for bemærkninger', en: 'Deadline for remarks' },
      hint: { da: 'Otte dage, hvis feltet er tomt', en: 'Eight days if left empty' },
    },
  ],
  fieldsNow: async ({ db, params }): Promise<readonly Field[]> => {
    const asked = idOrSlug().safeParse(params['id']);
    if (!asked.success) return [];
    const items = await itemsWithNotes(db, (await meetingBy(db, asked.data)).id);
    return items.map((item) => ({
      name: `notes.p${item.number}`,
      kind: 'textarea',
      label: {
        da: `${item.number}. ${item.title}: drøftelse`,
        en: `${item.number}. ${item.title_en ?? item.title}: discussion`,
      },
    }));
  },
  scope: (db, params) => scopeOfMeeting(db, params.id),
  about: (db, params) => aboutMinutes(db, params.id),
  prefill: async (db, params) => {
    const items = await itemsWithNotes(db, (await meetingBy(db, params.id)).id);
    return { notes: Object.fromEntries(items.map((item) => [`p${item.number}`, item.notes])) };
  },
  tells: async ({ db, params, input, today }) => {
    const meeting = await meetingBy(db, params.id);
    const newest = await newestVersion(db, meeting.id);
    if (newest?.status !== 'approved') return [];
    const remarksUntil = input.remarksUntil ?? plusDays(today, remarkDays);
    return [await minutesDraftEvent(db, meeting, newest.version + 1, remarksUntil)];
  },
  run: async ({ tx, params, input, actor, now, today }) => {
    const meeting = await lockMeeting(tx, params.id);
    const newest = await newestVersion(tx, meeting.id);
    if (newest?.status !== 'approved') return { refused: [notApproved(meeting)] };
    const remarksUntil = input.remarksUntil ?? plusDays(today, remarkDays);
    if (remarksUntil < today) return { problems: [remarksUntilPast] };
    const items = await itemsWithNotes(tx, meeting.id);
    for (const [key, notes] of Object.entries(input.notes)) {
      const item = items.find(({ number }) => `p${number}` === key);
      if (!item) return { problems: [noSuchItem(key)] };
      await tx.updateTable('agenda_items').set({ notes }).where('id', '=', item.id).execute();
    }
    const version = await addVersion(tx, meeting, { remarksUntil, because: input.because, actor, now });
    const facts = { version, status: 'draft', remarksUntil };
    return {
      output: { meeting: meeting.number, ...facts, approvedAt: null, publishedAt: null },
      subject: { kind: 'meeting', id: meeting.id },
      initiativeId: meeting.body.initiativeId,
      before: { version: newest.version },
      after: { ...facts, reason: input.because },
      next: `/meetings/${meeting.number}/minutes`,
    };
  },
});

const noSuchItem = (key: string) => ({
  path: `notes.${key}`,
  says: { da: 'Mødet har ikke dette punkt.', en: 'The meeting has no such item.' },
});
