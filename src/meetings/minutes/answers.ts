import { z } from 'zod';
import { bodyKinds, outcomes } from '../../../rulebook/vocabulary.ts';
import { day, key, moment, personNamed } from '../../deeds/answers.ts';
import { oneOf } from '../../lib/inputs.ts';
import { attendanceRoles, itemKinds, meetingKinds } from '../meeting.ts';

const versionStates = { draft: true, approved: true } as const;

/** What a deed with a version of minutes answers. */
export const versionAnswer = z.strictObject({
  meeting: z.int().describe('Number of the meeting'),
  version: z.int(),
  status: oneOf(versionStates),
  remarksUntil: day().nullable(),
  approvedAt: moment().nullable(),
  publishedAt: moment().nullable(),
});

/** What approving answers: who is still awaited, by number. */
export const approvalAnswer = z.strictObject({
  meeting: z.int(),
  version: z.int(),
  status: oneOf(versionStates),
  approvedAt: moment().nullable(),
  approved: z.int().describe('How many have approved'),
  awaited: z.int().describe('How many have not'),
});

export const remarkAnswer = z.strictObject({
  id: key(),
  meeting: z.int(),
  version: z.int(),
  remark: z.string(),
  answer: z.string().nullable(),
});

export const notesAnswer = z.strictObject({ id: key(), number: z.int(), notes: z.string() });

const standing = z.strictObject({
  version: z.int(),
  status: oneOf(versionStates),
  madeAt: moment(),
  remarksUntil: day().nullable(),
  correctsBecause: z.string().nullable(),
  approvedAt: moment().nullable(),
  publishedAt: moment().nullable(),
});

const person = z
  .strictObject({
    person: personNamed.nullable(),
    guest: z.string().nullable(),
    organisation: z.string().nullable(),
    role: oneOf(attendanceRoles),
    voting: z.boolean(),
    insteadOf: z.string().nullable(),
    spans: z.array(z.strictObject({ from: moment(), to: moment() })).describe('Empty for the whole meeting'),
  })
  .meta({ id: 'MinutesPerson' });

const decision = z
  .strictObject({
    number: z.int(),
    outcome: oneOf(outcomes),
    reason: z.string(),
    votes: z.strictObject({ for: z.int(), against: z.int(), abstaining: z.int() }),
    consensus: z.boolean(),
    count: z.string().nullable().describe('The count in one sentence'),
    conditions: z.array(z.string()),
    points: z.array(z.string()),
    referredTo: z.string().nullable(),
    minority: z.array(z.strictObject({ person: personNamed.nullable(), statement: z.string() })),
    decidedOn: day(),
    recordedOn: day().nullable().describe('Where it was written down later'),
    corrects: z.int().nullable(),
    correctedBy: z.int().nullable(),
  })
  .meta({ id: 'MinutesDecision' });

const item = z
  .union([
    z.strictObject({ number: z.int(), closedGround: z.string(), hidden: z.literal(true) }),
    z.strictObject({
      number: z.int(),
      hidden: z.literal(false),
      closedGround: z.string().nullable(),
      kind: oneOf(itemKinds),
      title: z.string(),
      facts: z.string(),
      proposal: z.string().nullable(),
      notes: z.string(),
      treated: z.boolean(),
      case: z.strictObject({ number: z.int(), question: z.string() }).nullable(),
      decisions: z.array(decision),
      conflicts: z.array(z.strictObject({ person: personNamed.nullable(), ground: z.string() })),
      actions: z.array(
        z.strictObject({
          number: z.int(),
          task: z.string(),
          owner: personNamed.nullable(),
          taken: z.boolean(),
          dueOn: day().nullable(),
        }),
      ),
    }),
  ])
  .meta({ id: 'MinutesItem' });

/** Minutes as the API gives them: what the reader may see of one version. */
export const minutesAnswer = z
  .strictObject({
    ...standing.shape,
    number: z.int().describe('Number of the meeting'),
    kind: oneOf(meetingKinds),
    title: z.string(),
    body: z.strictObject({ name: z.string(), slug: z.string(), kind: oneOf(bodyKinds) }),
    startsAt: moment(),
    endsAt: moment(),
    place: z.string(),
    online: z.boolean(),
    chairedBy: personNamed.nullable(),
    minutesBy: personNamed.nullable(),
    present: z.array(person),
    guests: z.array(person),
    observers: z.array(person),
    apologies: z.array(person),
    absent: z.array(person),
    items: z.array(item),
    next: z
      .strictObject({ number: z.int(), startsAt: moment(), place: z.string(), announced: z.boolean() })
      .nullable(),
  })
  .meta({ id: 'Minutes' });

export const versionList = z.strictObject({ items: z.array(standing) });

export const remarkList = z.strictObject({
  items: z.array(
    z.strictObject({
      id: key(),
      person: personNamed,
      remark: z.string(),
      writtenAt: moment(),
      answer: z.string().nullable(),
      answeredAt: moment().nullable(),
    }),
  ),
  approved: z.array(personNamed),
  awaited: z.array(personNamed),
});
