import type { Refusal } from '../../rulebook/rule.ts';
import { editionOf } from '../rules/edition-of.ts';
import type { Meeting } from './load.ts';
import { meetingStatuses } from './meeting.ts';

/** The rule of the body, where the edition has one: what a refusal about its meetings rests on. */
function sourceOf(meeting: Meeting): Refusal['source'] {
  const edition = editionOf(meeting.edition);
  const rule = edition.bodies.find((each) => each.kind === meeting.body.kind);
  return { edition: edition.id, ...(rule?.source ?? edition.document) };
}

/** The meeting has been held or called off: its agenda stands. */
export const agendaClosed = (meeting: Meeting): Refusal => ({
  rule: `body.${meeting.body.kind}`,
  says: {
    da: 'Dagsordenen til et møde, der er holdt eller aflyst, ændres ikke.',
    en: 'The agenda of a meeting that was held or called off does not change.',
  },
  source: sourceOf(meeting),
  because: {
    da: `Mødet er: ${meetingStatuses[meeting.status].da}.`,
    en: `The meeting is: ${meetingStatuses[meeting.status].en}.`,
  },
  cure: {
    da: 'Sæt punktet på det næste møde.',
    en: 'Put the item on the next meeting.',
  },
});

/** The agenda has been sent: it no longer changes by itself. */
export const agendaSent = (meeting: Meeting): Refusal => ({
  rule: `body.${meeting.body.kind}`,
  says: {
    da: 'En dagsorden, der er sendt, ændrer sig ikke af sig selv.',
    en: 'An agenda that has been sent does not change by itself.',
  },
  source: sourceOf(meeting),
  because: {
    da: `Mødet er: ${meetingStatuses[meeting.status].da}.`,
    en: `The meeting is: ${meetingStatuses[meeting.status].en}.`,
  },
  cure: {
    da: 'Tilføj det enkelte punkt; ændringen vises for dem, der har fået dagsordenen.',
    en: 'Add the single item; the change is shown to those who have got the agenda.',
  },
});

/** A deed that belongs to another time in the life of a meeting. */
export const notNow = (meeting: Meeting, cure: Refusal['cure']): Refusal => ({
  rule: `body.${meeting.body.kind}`,
  says: {
    da: 'Det kan ikke gøres, som mødet står nu.',
    en: 'It cannot be done as the meeting stands now.',
  },
  source: sourceOf(meeting),
  because: {
    da: `Mødet er: ${meetingStatuses[meeting.status].da}.`,
    en: `The meeting is: ${meetingStatuses[meeting.status].en}.`,
  },
  cure,
});

export const cures = {
  sendFirst: { da: 'Send dagsordenen først.', en: 'Send the agenda first.' },
  openFirst: { da: 'Åbn mødet først.', en: 'Open the meeting first.' },
  nextMeeting: { da: 'Tag det op på det næste møde.', en: 'Take it up at the next meeting.' },
  voteFirst: { da: 'Luk afstemningen først.', en: 'Close the vote first.' },
} as const satisfies Record<string, Refusal['cure']>;
