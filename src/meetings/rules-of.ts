import { meetingRules, type MeetingRules } from '../../rulebook/statutes/meeting-rules.ts';
import { statutesInForce } from '../../rulebook/statutes/editions.ts';
import { editionOf } from '../rules/edition-of.ts';
import { dayOf, type Meeting } from './load.ts';

/** The rules a meeting is held by: its edition's, and the statutes in force on its day. */
export const rulesOf = (meeting: Pick<Meeting, 'edition' | 'starts_at' | 'kind' | 'body'>): MeetingRules =>
  meetingRules(
    editionOf(meeting.edition),
    statutesInForce(dayOf(meeting)),
    meeting.body.kind,
    meeting.kind === 'extraordinary' ? 'extraordinary' : 'ordinary',
  );
