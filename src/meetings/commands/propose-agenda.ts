import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug } from '../../lib/inputs.ts';
import { agendaBuilt } from '../answers.ts';
import { followSeats } from '../attendance-queries.ts';
import { buildAgenda } from '../build-agenda.ts';
import { aboutMeeting, lockMeeting, scopeOfMeeting } from '../load.ts';
import { meetingPermissions } from '../permissions.ts';
import { agendaSent } from '../refusals.ts';

/** Brings an agenda that has not been sent up to date with everything that waits for the body. */
export const proposeAgenda = defineDeed({
  name: 'propose-agenda',
  title: { da: 'Hent det, der venter', en: 'Fetch what waits' },
  explains: {
    da: 'Det, der er kommet til, kommer på. Det, der ikke venter længere, går af. Det, I selv har skrevet, står.',
    en: 'What has come is added. What no longer waits goes. What you wrote yourselves stays.',
  },
  done: { da: 'Dagsordenen er bragt ajour.', en: 'The agenda is up to date.' },
  api: { method: 'POST', path: '/meetings/:id/agenda' },
  answers: agendaBuilt,
  form: '/meetings/:id/agenda',
  params: z.object({ id: idOrSlug() }),
  input: z.object({}),
  grounds: meetingPermissions['propose-agenda'],
  fields: [],
  scope: (db, { id }) => scopeOfMeeting(db, id),
  about: (db, { id }) => aboutMeeting(db, id),
  run: async ({ tx, params, now, today }) => {
    const meeting = await lockMeeting(tx, params.id);
    if (meeting.status !== 'draft') return { refused: [agendaSent(meeting)] };
    await followSeats(tx, meeting, now);
    const built = await buildAgenda(tx, meeting, { now, today });
    return {
      output: { ...built },
      subject: { kind: 'meeting', id: meeting.id },
      initiativeId: meeting.body.initiativeId,
      after: { itemsAdded: built.added, itemsDropped: built.dropped, items: built.items },
      next: `/meetings/${meeting.number}#agenda`,
    };
  },
});
