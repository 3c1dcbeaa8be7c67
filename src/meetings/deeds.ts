import type { Deed } from '../deeds/deed.ts';
import { ballotDeeds } from './ballots/api.ts';
import { decisionDeeds } from './decisions/api.ts';
import { addAgendaItem } from './commands/add-agenda-item.ts';
import { addItemAnnex } from './commands/add-item-annex.ts';
import { sendApologies, withdrawApologies } from './commands/apologies.ts';
import {
  commentOnItem,
  declareConflict,
  takeStance,
  withdrawConflict,
} from './commands/before-the-meeting.ts';
import { callMeeting } from './commands/call-meeting.ts';
import { callSeries } from './commands/call-series.ts';
import { cancelMeeting } from './commands/cancel-meeting.ts';
import {
  closeAgendaItem,
  moveAgendaItem,
  openAgendaItem,
  removeAgendaItem,
  restoreAgendaItem,
} from './commands/change-agenda.ts';
import { electionDeeds } from './elections/api.ts';
import { changeMeeting } from './commands/change-meeting.ts';
import { editAgendaItem } from './commands/edit-agenda-item.ts';
import { closeMeeting, notePresence, openMeeting } from './commands/hold-meeting.ts';
import { inviteGuest, nameDelegate, nameSubstitute } from './commands/more-people.ts';
import { proposeAgenda } from './commands/propose-agenda.ts';
import { removeItemAnnex } from './commands/remove-item-annex.ts';
import { sendAgenda } from './commands/send-agenda.ts';
import { sendInvitations } from './commands/send-invitations.ts';

/** What can be done with meetings and their agendas, in the order of a meeting's life. */
export const meetingDeeds: readonly Deed[] = [
  callMeeting,
  callSeries,
  sendInvitations,
  changeMeeting,
  cancelMeeting,
  proposeAgenda,
  addAgendaItem,
  editAgendaItem,
  moveAgendaItem,
  closeAgendaItem,
  openAgendaItem,
  removeAgendaItem,
  restoreAgendaItem,
  addItemAnnex,
  removeItemAnnex,
  sendAgenda,
  sendApologies,
  withdrawApologies,
  inviteGuest,
  nameDelegate,
  nameSubstitute,
  takeStance,
  commentOnItem,
  declareConflict,
  withdrawConflict,
  openMeeting,
  notePresence,
  closeMeeting,
  ...electionDeeds,
  ...ballotDeeds,
  ...decisionDeeds,
];
