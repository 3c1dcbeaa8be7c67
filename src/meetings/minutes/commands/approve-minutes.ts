import { z } from 'zod';
import { defineDeed } from '../../../deeds/deed.ts';
import { idOrSlug } from '../../../lib/inputs.ts';
import { lockMeeting, scopeOfMeeting } from '../../load.ts';
import { approvalAnswer } from '../answers.ts';
import { aboutMinutes, approveVersion, newestVersion } from '../load.ts';
import { minutesPermissions } from '../permissions.ts';
import { approvalsOf } from '../queries.ts';
import { notAmongApprovers, nothingSent } from '../refusals.ts';

/**
 * Approves the draft in one's own name. It is approved when all who took part with a vote have; that of the general
 * assembly when the chair of the meeting has (statutes §7.4). A body may also approve at its next meeting.
 */
export const approveMinutes = defineDeed({
  name: 'approve-minutes',
  title: { da: 'Godkend referatet', en: 'Approve the minutes' },
  explains: {
    da: 'Læs udkastet først. Referatet er godkendt, når alle, der deltog med stemme, har godkendt det. For generalforsamlingen godkender mødets leder.',
    en: 'Read the draft first. The minutes are approved when all who took part with a vote have approved them. For the general assembly the chair of the meeting approves.',
  },
  done: { da: 'Du har godkendt referatet.', en: 'You have approved the minutes.' },
  api: { method: 'POST', path: '/meetings/:id/minutes/approve' },
  answers: approvalAnswer,
  form: '/meetings/:id/minutes/approve',
  params: z.object({ id: idOrSlug() }),
  input: z.object({}),
  grounds: minutesPermissions['approve-minutes'],
  fields: [],
  scope: (db, params) => scopeOfMeeting(db, params.id),
  about: (db, params) => aboutMinutes(db, params.id),
  run: async ({ tx, params, actor, now }) => {
    const meeting = await lockMeeting(tx, params.id);
    const newest = await newestVersion(tx, meeting.id);
    if (newest?.status !== 'draft') return { refused: [nothingSent(meeting)] };
    const { version } = newest;
    const before = await approvalsOf(tx, meeting, version);
    if (![...before.awaited, ...before.approved].some(({ id }) => id === actor.id))
      return { refused: [notAmongApprovers(meeting, before.by)] };
    await tx
      .insertInto('minutes_approvals')
      .values({ meeting_id: meeting.id, version, person_id: actor.id, approved_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { approved, awaited } = await approvalsOf(tx, meeting, version);
    const all = awaited.length === 0;
    if (all) await approveVersion(tx, meeting, version, { by: actor.id, now });
    const facts = { version, status: all ? 'approved' : 'draft' };
    return {
      output: {
        meeting: meeting.number,
        ...facts,
        approvedAt: all ? now : null,
        approved: approved.length,
        awaited: awaited.length,
      },
      subject: { kind: 'meeting', id: meeting.id },
      initiativeId: meeting.body.initiativeId,
      before: { version, status: 'draft' },
      after: facts,
      next: `/meetings/${meeting.number}/minutes`,
    };
  },
});
