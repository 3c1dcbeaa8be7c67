import { z } from 'zod';
import { electedRoles } from '../../bodies/elect.ts';
import { key, moment, personNamed } from '../../deeds/answers.ts';

/** What nominating, agreeing and withdrawing answer. */
export const candidacyAnswer = z
  .strictObject({
    id: key(),
    item: key(),
    body: key().describe('The body in which the seat is'),
    role: z.enum(electedRoles),
    person: key(),
    organisation: key().nullable(),
    nominatedAt: moment(),
    acceptedAt: moment().nullable().describe('When the candidate agreed; null until then'),
    withdrawnAt: moment().nullable(),
  })
  .meta({ id: 'CandidacyChanged' });

/** Who stands at an item. */
export const candidacyList = z.strictObject({
  items: z.array(
    z
      .strictObject({
        id: key(),
        role: z.enum(electedRoles),
        body: z.strictObject({ slug: z.string(), name: z.string() }),
        person: personNamed.nullable(),
        organisation: z.string().nullable(),
        nominatedBy: personNamed.nullable(),
        nominatedAt: moment(),
        acceptedAt: moment().nullable(),
      })
      .meta({ id: 'Candidacy' }),
  ),
});
