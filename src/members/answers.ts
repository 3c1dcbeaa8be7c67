import { z } from 'zod';
import { bodyKinds, participations, seatRoles, stages } from '../../rulebook/vocabulary.ts';
import { day, key, level, listOf, personNamed } from '../deeds/answers.ts';
import { oneOf } from '../lib/inputs.ts';
import { organisationKinds } from './organisation.ts';

const head = {
  id: key(),
  slug: z.string(),
  name: z.string(),
  kind: oneOf(organisationKinds),
  cvr: z.string().nullable(),
  municipalityCode: z.string().nullable(),
};
const facts = { ...head, website: z.string().nullable(), closedOn: day().nullable() };
const period = { from: day(), to: day().nullable() };
const warnings = z.array(z.string());

export const organisationList = listOf(
  z
    .strictObject({ ...head, region: z.string().nullable(), memberFrom: day().nullable() })
    .meta({ id: 'OrganisationSummary' }),
);

export const organisationAnswer = z
  .strictObject({
    ...facts,
    memberFrom: day().nullable(),
    region: z.string().nullable(),
    warnings,
    memberships: z.array(z.strictObject({ id: key(), ...period })),
    regions: z.array(z.strictObject({ region: z.string(), ...period })),
    participations: z.array(
      z.strictObject({
        id: key(),
        role: oneOf(participations),
        ...period,
        name: z.string(),
        slug: z.string(),
        stage: oneOf(stages),
        level: level(),
      }),
    ),
    seats: z.array(
      z.strictObject({
        id: key(),
        role: oneOf(seatRoles),
        voting: z.boolean(),
        ...period,
        body: z.string(),
        bodySlug: z.string(),
        bodyKind: oneOf(bodyKinds),
        person: personNamed.nullable(),
      }),
    ),
    people: z.array(personNamed).nullable(),
  })
  .meta({ id: 'Organisation' });

/** What registering an organisation answers. */
export const organisationRegistered = z.strictObject({
  ...facts,
  region: z.string().nullable(),
  memberFrom: day().nullable(),
  warnings,
});

/** What changing an organisation answers. */
export const organisationChanged = z.strictObject({ ...facts, warnings });

const membership = {
  id: key().describe('The membership'),
  organisation: z.string().describe('Its name'),
  from: day(),
};

/** What beginning a membership answers. */
export const membershipBegun = z.strictObject(membership);

/** What ending a membership answers. */
export const membershipEnded = z.strictObject({ ...membership, to: day() });

/** What moving to another region answers. */
export const regionMoved = z.strictObject({
  organisation: membership.organisation,
  region: z.string(),
  from: day(),
});
