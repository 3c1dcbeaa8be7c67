import type { Refusal } from '../../../rulebook/rule.ts';
import { setting } from '../../../rulebook/statutes/read.ts';
import { statutesInForce } from '../../../rulebook/statutes/editions.ts';
import type { Text } from '../../../rulebook/vocabulary.ts';
import { dayOf, type Meeting } from '../load.ts';
import { meetingStatuses } from '../meeting.ts';

/** The order of things that minutes go through; our own, where no rule of the community says more. */
const order = (meeting: Meeting): Refusal['source'] => ({
  edition: meeting.edition,
  document: 'Fælled',
  section: 'Referater',
});

const refusal = (meeting: Meeting, rule: string, says: Text, because: Text, cure: Text): Refusal => ({
  rule: `minutes.${rule}`,
  says,
  source: order(meeting),
  because,
  cure,
});

/** The meeting is not over, or was called off: there is nothing to write minutes of. */
export const notHeldYet = (meeting: Meeting): Refusal =>
  refusal(
    meeting,
    'held',
    { da: 'Et referat skrives, når mødet er holdt.', en: 'Minutes are written once the meeting is held.' },
    {
      da: `Mødet er: ${meetingStatuses[meeting.status].da}.`,
      en: `The meeting is: ${meetingStatuses[meeting.status].en}.`,
    },
    { da: 'Afslut mødet først.', en: 'Close the meeting first.' },
  );

/** Approved minutes stand; they are corrected by a new version with its reason. */
export const alreadyApproved = (meeting: Meeting): Refusal =>
  refusal(
    meeting,
    'stand',
    { da: 'Et godkendt referat ændres ikke.', en: 'Approved minutes do not change.' },
    { da: 'Referatet er godkendt.', en: 'The minutes are approved.' },
    {
      da: 'Lav en rettet udgave, og skriv hvorfor.',
      en: 'Make a corrected version and write why.',
    },
  );

/** There is no draft that could be remarked on or approved. */
export const nothingSent = (meeting: Meeting): Refusal =>
  refusal(
    meeting,
    'sent',
    {
      da: 'Bemærkninger og godkendelse gælder et udkast, der er sendt rundt.',
      en: 'Remarks and approval are about a draft that has been sent round.',
    },
    { da: 'Der er ikke et udkast, der venter.', en: 'There is no draft waiting.' },
    { da: 'Send et udkast til referat rundt.', en: 'Send a draft of the minutes round.' },
  );

/** There is nothing approved that a correction could correct, or that could be published. */
export const notApproved = (meeting: Meeting): Refusal =>
  refusal(
    meeting,
    'approved-first',
    {
      da: 'Det kræver et godkendt referat.',
      en: 'It takes approved minutes.',
    },
    { da: 'Den nyeste udgave er ikke godkendt.', en: 'The newest version is not approved.' },
    { da: 'Få udgaven godkendt først.', en: 'Have the version approved first.' },
  );

/** Published already. */
export const alreadyPublished = (meeting: Meeting): Refusal =>
  refusal(
    meeting,
    'once',
    { da: 'En udgave offentliggøres én gang.', en: 'A version is published once.' },
    { da: 'Udgaven er offentliggjort.', en: 'The version is published.' },
    { da: 'Der er ikke mere at gøre.', en: 'There is nothing more to do.' },
  );

/** Somebody who has no part in approving these minutes. */
export function notAmongApprovers(meeting: Meeting, by: 'meeting-chair' | 'body'): Refusal {
  const statutes = by === 'meeting-chair' ? statutesInForce(dayOf(meeting)) : null;
  const rule = statutes && setting(statutes, 'assembly.minutes-by-meeting-chair')?.rule;
  return {
    rule: rule?.id ?? 'minutes.approvers',
    says:
      by === 'meeting-chair'
        ? {
            da: 'Mødets leder godkender referatet af generalforsamlingen.',
            en: 'The chair of the meeting approves the minutes of the general assembly.',
          }
        : {
            da: 'De medlemmer med stemme, der deltog, godkender referatet.',
            en: 'The members with a vote who took part approve the minutes.',
          },
    source: statutes && rule ? { edition: statutes.id, ...rule.source } : order(meeting),
    because: {
      da: 'Du er ikke blandt dem.',
      en: 'You are not among them.',
    },
    cure: {
      da: 'Skriv en bemærkning, hvis noget skal rettes.',
      en: 'Write a remark if something should be corrected.',
    },
  };
}
