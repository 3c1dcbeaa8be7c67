import { z } from 'zod';
import { bodyKinds } from '../../rulebook/vocabulary.ts';
import { day, initiativeNamed, key, listOf, moment, personNamed } from '../deeds/answers.ts';
import { oneOf } from '../lib/inputs.ts';
import {
  attendanceRoles,
  itemKinds,
  itemSources,
  itemStatuses,
  meetingKinds,
  meetingStatuses,
  stances,
} from './meeting.ts';
import type { AgendaItem } from './queries.ts';

const body = z.strictObject({ id: key(), slug: z.string(), kind: oneOf(bodyKinds), name: z.string() });

/** What calling or changing a meeting answers. */
export const meetingFactsAnswer = z.strictObject({
  id: key(),
  number: z.int(),
  body,
  kind: oneOf(meetingKinds),
  title: z.string().describe('Empty where it is called after its body and day'),
  startsAt: moment(),
  endsAt: moment(),
  place: z.string(),
  papersDueOn: day().nullable(),
  status: oneOf(meetingStatuses),
  edition: z.string(),
  cancelledReason: z.string().nullable(),
});

/** What adding or changing an item answers: to those who may do it. */
export const itemFactsAnswer = z.strictObject({
  id: key(),
  number: z.int(),
  position: z.int(),
  kind: oneOf(itemKinds),
  source: oneOf(itemSources),
  title: z.string(),
  facts: z.string(),
  proposal: z.string(),
  owner: key().nullable(),
  minutes: z.int().nullable(),
  closedGround: z.string().nullable(),
  status: oneOf(itemStatuses),
});

export const meetingList = listOf(
  z
    .strictObject({
      id: key(),
      number: z.int(),
      kind: oneOf(meetingKinds),
      status: oneOf(meetingStatuses),
      title: z.string(),
      startsAt: moment(),
      endsAt: moment(),
      place: z.string(),
      body,
      initiative: initiativeNamed.nullable(),
      items: z.int(),
    })
    .meta({ id: 'MeetingSummary' }),
);

/** An item as the API gives it. */
export const itemJson = (item: AgendaItem) => ({
  id: item.id,
  number: item.number,
  position: item.position,
  closedGround: item.closedGround,
  hidden: item.hidden,
  status: item.status,
  kind: item.kind,
  source: item.source,
  title: item.title,
  facts: item.facts,
  proposal: item.proposal,
  because: item.because,
  rule: item.rule,
  edition: item.edition,
  case: item.case,
  initiative: item.initiative,
  owner: item.owner,
  minutes: item.minutes,
  removedReason: item.removedReason,
});

export const agendaItem = z
  .strictObject({
    id: key(),
    number: z.int().describe('Given once; never changes'),
    position: z.int(),
    closedGround: z.string().nullable(),
    hidden: z.boolean().describe('Closed to you: only number, place, ground and status are told'),
    status: oneOf(itemStatuses),
    kind: oneOf(itemKinds).nullable(),
    source: oneOf(itemSources).nullable(),
    title: z.string().nullable(),
    facts: z.string(),
    proposal: z.string().nullable(),
    because: z.string().nullable(),
    rule: z.string().nullable(),
    edition: z.string().nullable(),
    case: z.strictObject({ number: z.int(), question: z.string() }).nullable(),
    initiative: initiativeNamed.nullable(),
    owner: personNamed.nullable(),
    minutes: z.int().nullable(),
    removedReason: z.string().nullable(),
  })
  .meta({ id: 'AgendaItem' });

export const itemList = z.strictObject({ items: z.array(agendaItem) });

export const meetingAnswer = z
  .strictObject({
    ...meetingFactsAnswer.shape,
    agenda: z.array(agendaItem),
    attendance: z.array(
      z.strictObject({
        id: key().nullable(),
        person: personNamed.nullable(),
        guest: z.string().nullable(),
        organisation: z.strictObject({ id: key(), slug: z.string(), name: z.string() }).nullable(),
        role: oneOf(attendanceRoles),
        voting: z.boolean(),
        apologiesAt: moment().nullable(),
        substituteFor: key().nullable(),
      }),
    ),
  })
  .meta({ id: 'Meeting' });

/** What bringing an agenda up to date answers. */
export const agendaBuilt = z.strictObject({ added: z.int(), dropped: z.int(), items: z.int() });

export const invitationsAnswer = z
  .strictObject({ id: key(), called: z.number().int().describe('How many are called') })
  .meta({ id: 'InvitationsSent' });
/** What sending an agenda answers. */
export const agendaSentAnswer = z.strictObject({ version: z.int(), items: z.int() });
/** Somebody called, as a deed about attendance answers. */
export const attendanceAnswer = z.strictObject({
  id: key(),
  person: key().nullable(),
  guest: z.string().nullable(),
  organisation: key().nullable(),
  role: oneOf(attendanceRoles),
  voting: z.boolean(),
  apologiesAt: moment().nullable(),
  substituteFor: key().nullable(),
});
export const seriesAnswer = z.strictObject({ series: key(), meetings: z.array(z.int()) });
export const presenceAnswer = z.strictObject({ attendance: key(), from: moment(), to: moment().nullable() });
export const stanceAnswer = z.strictObject({ item: key(), stance: oneOf(stances) });
export const commentAnswer = z.strictObject({ id: key(), item: key(), comment: z.string(), at: moment() });
export const conflictAnswer = z.strictObject({ item: key(), person: key(), conflict: z.string().nullable() });
/** The papers of an item that its reader may have. */
export const annexList = z.strictObject({
  items: z.array(
    z
      .strictObject({
        id: key(),
        title: z.string(),
        url: z.string().describe('Where it lies; an address of this site for a file kept here'),
        file: z.strictObject({ name: z.string(), size: z.int().describe('In bytes') }).nullable(),
        restricted: z.boolean(),
      })
      .meta({ id: 'ItemAnnex' }),
  ),
});
export const annexAnswer = z.strictObject({
  id: key(),
  title: z.string(),
  url: z.string().nullable(),
  file: z.string().nullable(),
  restricted: z.boolean(),
});
