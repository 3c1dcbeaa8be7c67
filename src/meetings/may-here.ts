import { mayDo } from '../deeds/perform.ts';
import type { Deed } from '../deeds/deed.ts';
import type { Db } from '../db/client.ts';
import type { Actor } from '../people/actor.ts';
import { addAgendaItem } from './commands/add-agenda-item.ts';
import { sendApologies, withdrawApologies } from './commands/apologies.ts';
import { cancelMeeting } from './commands/cancel-meeting.ts';
import { changeMeeting } from './commands/change-meeting.ts';
import { closeMeeting, notePresence, openMeeting } from './commands/hold-meeting.ts';
import { inviteGuest, nameDelegate, nameSubstitute } from './commands/more-people.ts';
import { proposeAgenda } from './commands/propose-agenda.ts';
import { sendAgenda } from './commands/send-agenda.ts';
import { sendInvitations } from './commands/send-invitations.ts';
import type { Attendance } from './attendance-queries.ts';
import type { Meeting } from './load.ts';
import type { MeetingStatus } from './meeting.ts';
import { minutesStep, writtenStep } from './next-step.ts';

export interface Link {
  readonly href: string;
  readonly label: string;
}

type Where = 'next' | 'agenda' | 'attendance' | 'meeting';

/** The forms that make sense while a meeting stands as it does: the one to go on with, and the others by section. */
const forms: Readonly<Partial<Record<MeetingStatus, readonly (readonly [Where, Deed, string])[]>>> = {
  draft: [
    ['next', sendAgenda, 'send'],
    ['agenda', proposeAgenda, 'agenda'],
    ['agenda', addAgendaItem, 'items/new'],
    ['attendance', inviteGuest, 'guests/new'],
    ['attendance', sendInvitations, 'invite'],
    ['meeting', changeMeeting, 'edit'],
    ['meeting', cancelMeeting, 'cancel'],
  ],
  sent: [
    ['next', openMeeting, 'opening'],
    ['agenda', addAgendaItem, 'items/new'],
    ['agenda', sendAgenda, 'send'],
    ['attendance', nameSubstitute, 'substitutes/new'],
    ['attendance', inviteGuest, 'guests/new'],
    ['attendance', sendInvitations, 'invite'],
    ['meeting', changeMeeting, 'edit'],
    ['meeting', cancelMeeting, 'cancel'],
  ],
  running: [
    ['next', closeMeeting, 'closing'],
    ['agenda', addAgendaItem, 'items/new'],
    ['agenda', sendAgenda, 'send'],
    ['attendance', notePresence, 'presence'],
    ['attendance', inviteGuest, 'guests/new'],
    ['meeting', cancelMeeting, 'cancel'],
  ],
};

/** What a page knows of a meeting that what may be done depends on. */
export interface Here {
  readonly called: readonly Attendance[];
  /** The agenda differs from what was sent. */
  readonly changed: boolean;
  readonly now: string;
}

/** What a reader may do with a meeting now. */
export async function mayHere(
  db: Db,
  meeting: Meeting,
  actor: Actor | null,
  { called, changed, now }: Here,
  lang: 'da' | 'en',
): Promise<Readonly<Record<Where, readonly Link[]>> & { readonly keeps: boolean }> {
  const links: Record<Where, Link[]> = { next: [], agenda: [], attendance: [], meeting: [] };
  if (actor === null) return { ...links, keeps: false };
  const at = (path: string) => `/meetings/${meeting.number}/${path}`;
  const keeps = (await mayDo(db, addAgendaItem, { id: meeting.id }, actor)) !== null;
  if (keeps)
    for (const [where, deed, path] of forms[meeting.status] ?? [])
      if (
        !(meeting.kind === 'written' && deed === openMeeting) &&
        !(deed === sendAgenda && meeting.status !== 'draft' && !changed)
      )
        links[where].push({ href: at(path), label: deed.title[lang] });
  if (keeps && meeting.body.kind === 'general-assembly' && forms[meeting.status])
    links.attendance.push({ href: at('delegates/new'), label: nameDelegate.title[lang] });
  const mine = called.find((each) => each.person?.id === actor.id);
  const step =
    keeps && meeting.kind === 'written' && meeting.status === 'sent'
      ? await writtenStep(db, meeting, now)
      : await minutesStep(db, meeting, { actor, keeps, called: mine !== undefined && mine.role !== 'guest' });
  if (step) links.next.push({ href: step[1], label: step[0].title[lang] });
  if (mine && (meeting.status === 'draft' || meeting.status === 'sent')) {
    const [deed, path] =
      mine.apologiesAt === null ? [sendApologies, 'apologies'] : [withdrawApologies, 'apologies/withdraw'];
    links.attendance.push({ href: at(path), label: deed.title[lang] });
  }
  return { ...links, keeps };
}
