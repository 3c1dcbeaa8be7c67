import { z } from 'zod';
import { bodyKinds, decisionKinds, outcomes, seatRoles } from '../../rulebook/vocabulary.ts';
import {
  day,
  initiativeNamed,
  initiativePlace,
  key,
  listOf,
  moment,
  personNamed,
  source,
} from '../deeds/answers.ts';
import { oneOf } from '../lib/inputs.ts';
import { charterSections } from './charter.ts';
import type { BodyFinding } from './findings.ts';
import { joinings } from '../../rulebook/joining.ts';
import { recordedLate, type BodyDetails, type SeatItem } from './queries.ts';

/** A finding as the API gives it. */
export const findingJson = ({ finding, edition, body, initiative, overdue, coming, id }: BodyFinding) => ({
  id,
  rule: finding.rule,
  weight: finding.weight,
  says: finding.says,
  cure: finding.cure,
  source: { edition, ...finding.source },
  beganOn: coming ? null : finding.beganOn,
  beginsOn: coming ? finding.beganOn : null,
  dueOn: finding.dueOn,
  overdue,
  body: { id: body.id, slug: body.slug, kind: body.kind, name: body.name },
  initiative,
});

/** A seat as the API gives it; people are named to those who are signed in. */
export const seatJson = (seat: SeatItem, on: string | null) => ({
  id: seat.id,
  person: seat.person,
  organisation: seat.organisation,
  role: seat.role,
  voting: seat.voting,
  appointedBy: seat.appointedBy,
  from: seat.from,
  to: seat.to,
  recordedAt: seat.recordedAt,
  endRecordedAt: seat.endRecordedAt,
  stoodIn: seat.stoodIn,
  ...(on === null ? {} : { recordedLate: recordedLate(seat, on) }),
});

/** A body as the API gives it. */
export const bodyJson = (details: BodyDetails, on: string | null) => ({
  id: details.id,
  slug: details.slug,
  kind: details.kind,
  name: details.name,
  task: details.task,
  establishedOn: details.establishedOn,
  closedOn: details.closedOn,
  edition: details.edition,
  initiative: details.initiative && {
    id: details.initiative.id,
    slug: details.initiative.slug,
    name: details.initiative.name,
    stage: details.initiative.stage,
    level: details.initiative.level,
  },
  board: {
    part: details.board.part,
    approved: details.board.decisions.length > 0,
    decisions: details.board.decisions.map(({ bySlug, ...decision }) => ({
      ...decision,
      by: { slug: bySlug, name: decision.by },
    })),
  },
  restsOn: details.restsOn,
  on,
  seats: details.seats.map((seat) => seatJson(seat, on)),
  findings: details.findings.map(findingJson),
});

const finding = z
  .strictObject({
    id: z.string(),
    rule: z.string(),
    weight: z.enum(['must', 'should']),
    says: z.string(),
    cure: z.string(),
    source,
    beganOn: day().nullable().describe('Since when; null for one that is to come'),
    beginsOn: day().nullable().describe('Announced for this day, within sixty days, if nothing changes'),
    dueOn: day(),
    overdue: z.boolean(),
    body: z.strictObject({ id: key(), slug: z.string(), kind: oneOf(bodyKinds), name: z.string() }),
    initiative: initiativeNamed.nullable(),
  })
  .meta({ id: 'Finding' });

/** Organisations are named by their slug here. */
const holder = {
  person: personNamed.nullable(),
  organisation: z.strictObject({ id: z.string().describe('Its slug'), name: z.string() }).nullable(),
};
const head = {
  id: key(),
  slug: z.string(),
  kind: oneOf(bodyKinds),
  name: z.string(),
  establishedOn: day(),
  closedOn: day().nullable(),
};

export const findingList = listOf(finding);

export const bodyList = listOf(
  z
    .strictObject({
      ...head,
      initiative: initiativeNamed.nullable(),
      seats: z.int().describe('Seats held today'),
      lead: z.strictObject(holder).nullable(),
      findings: z.int(),
    })
    .meta({ id: 'BodySummary' }),
);

export const bodyAnswer = z
  .strictObject({
    ...head,
    task: z.string(),
    edition: z.string(),
    initiative: initiativePlace.nullable(),
    board: z.strictObject({
      part: z.enum(['none', 'approves', 'appoints']),
      approved: z.boolean(),
      decisions: z.array(
        z.strictObject({
          number: z.int(),
          decidedOn: day(),
          appointed: z.boolean(),
          case: z.int(),
          by: z.strictObject({ slug: z.string(), name: z.string() }),
        }),
      ),
    }),
    restsOn: z
      .array(
        z.strictObject({
          change: z.enum(['established', 'changed', 'closed']),
          number: z.int(),
          case: z.int().nullable(),
          decidedOn: day(),
          by: z.strictObject({ slug: z.string(), name: z.string() }),
        }),
      )
      .describe('The decisions by which it was set up, changed or closed'),
    on: day().nullable(),
    seats: z.array(
      z.strictObject({
        id: key(),
        ...holder,
        role: oneOf(seatRoles),
        voting: z.boolean(),
        appointedBy: z.string().nullable(),
        from: day(),
        to: day().nullable(),
        recordedAt: moment(),
        endRecordedAt: moment().nullable(),
        stoodIn: z.boolean().describe('A substitute who has taken over somebody’s remaining term'),
        recordedLate: z.boolean().optional().describe('Told of a past day: registered only after it'),
      }),
    ),
    findings: z.array(finding),
  })
  .meta({ id: 'Body' });

/** What a body has decided. */
export const bodyDecisionList = listOf(
  z.strictObject({
    number: z.int(),
    case: z.int().nullable().describe('Null for a decision on an item of a meeting that carries no case'),
    kind: oneOf(decisionKinds).nullable(),
    question: z.string().describe('The question of the case, or the title of the item'),
    outcome: oneOf(outcomes),
    decidedOn: day(),
    initiative: initiativeNamed.nullable(),
    rule: z.string(),
    edition: z.string(),
    correctedBy: z.int().nullable(),
  }),
);

const facts = {
  ...head,
  task: z.string(),
  initiative: key().nullable(),
  joining: oneOf(joinings),
  mostPerOrganisation: z.int().nullable(),
};

/** What changing a body answers. */
export const bodyChanged = z.strictObject(facts);

/** What establishing a body answers. */
export const bodyEstablished = z.strictObject({
  ...facts,
  board: z.enum(['none', 'approves', 'appoints']),
  approved: z.boolean(),
});

const seatFacts = {
  id: key(),
  body: key(),
  person: key(),
  organisation: key().nullable(),
  role: oneOf(seatRoles),
  voting: z.boolean(),
  appointedBy: z.string(),
  from: day(),
  to: day().nullable(),
};

/** What seating a person answers. */
export const seatTaken = z.strictObject({ ...seatFacts, recordedAt: moment() });

/** What stepping in answers: the new seat, the one taken over, and the general assembly at which the term ends. */
export const steppedIn = z.strictObject({
  ...seatFacts,
  stoodInFor: key(),
  until: z.int().describe('A year'),
});

/** What changing a seat answers: the seat it continues; null where an entry was corrected in place. */
export const seatChanged = z.strictObject({ ...seatFacts, continues: key().nullable() });

/** What ending a seat answers. */
export const seatEnded = z.strictObject({ ...seatFacts, to: day() });

/** What closing a body answers. */
export const bodyClosed = z.strictObject({
  ...facts,
  closedOn: day(),
  seatsEnded: z.int().describe('How many seats ended with it'),
});

const charterText = z.partialRecord(oneOf(charterSections), z.string());

/** What writing a charter answers. */
export const charterWritten = z.strictObject({
  body: key(),
  version: z.int(),
  status: z.literal('draft'),
  sections: charterText,
});

/** What recording its approval answers. */
export const charterApproved = z.strictObject({
  body: key(),
  version: z.int(),
  status: z.literal('approved'),
  approvedOn: day(),
  approvedBy: z.string().describe('Short name of the body that approved it'),
  decision: z.int().nullable(),
});

/** The versions of a charter, the newest first. */
export const charterVersions = z.strictObject({
  versions: z.array(
    z.strictObject({
      version: z.int(),
      status: z.enum(['draft', 'approved']),
      sections: charterText,
      writtenAt: moment(),
      approvedOn: day().nullable(),
      approvedBy: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
      decision: z.strictObject({ number: z.int(), case: z.int().nullable() }).nullable(),
      recordedAt: moment().nullable(),
    }),
  ),
});

/** What choosing who runs a body answers. */
export const facilitatorSet = z.strictObject({ body: key(), organisation: key().nullable() });
