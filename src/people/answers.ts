import { z } from 'zod';
import { bodyKinds, initiativeRoles, seatRoles } from '../../rulebook/vocabulary.ts';
import { day, key, listOf } from '../deeds/answers.ts';
import { oneOf } from '../lib/inputs.ts';
import { languages, qualifications } from './vocabulary.ts';

const organisation = z.strictObject({ id: key(), slug: z.string(), name: z.string() }).nullable();
const head = {
  id: key(),
  name: z.string(),
  organisation,
  operator: z.boolean(),
  closedOn: day().nullable(),
};
const closedToMost = 'Only for the person, and for those who keep the records';

const place = z.union([
  z.strictObject({
    kind: z.literal('seat'),
    role: oneOf(seatRoles),
    body: z.string(),
    bodySlug: z.string(),
    bodyKind: oneOf(bodyKinds),
    initiative: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('role'),
    role: oneOf(initiativeRoles),
    initiative: z.string(),
    initiativeSlug: z.string(),
  }),
]);

export const personList = listOf(
  z
    .strictObject({
      ...head,
      email: z.string().optional().describe(closedToMost),
      places: z.array(place).describe('What the person is today'),
    })
    .meta({ id: 'PersonSummary' }),
);

export const personAnswer = z
  .strictObject({
    ...head,
    email: z.string().optional().describe(closedToMost),
    language: oneOf(languages).optional().describe(closedToMost),
    seats: z.array(
      z.strictObject({
        id: key(),
        role: oneOf(seatRoles),
        voting: z.boolean(),
        appointedBy: z.string().nullable(),
        from: day(),
        to: day().nullable(),
        body: z.string(),
        bodySlug: z.string(),
        bodyKind: oneOf(bodyKinds),
        bodyClosedOn: day().nullable(),
        initiative: z.string().nullable(),
        initiativeSlug: z.string().nullable(),
      }),
    ),
    appointments: z.array(
      z.strictObject({
        id: key(),
        role: oneOf(initiativeRoles),
        qualification: oneOf(qualifications),
        qualificationNote: z.string(),
        from: day(),
        to: day().nullable(),
        initiative: z.string(),
        initiativeSlug: z.string(),
      }),
    ),
  })
  .meta({ id: 'Person' });

/** What registering a person, or changing one, answers. */
export const personKept = z.strictObject({
  ...head,
  email: z.string(),
  language: oneOf(languages),
});
