import { z } from 'zod';
import { bodyKinds, initiativeRoles, seatRoles } from '../../rulebook/vocabulary.ts';
import { day, key, listOf, moment } from '../deeds/answers.ts';
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

/** What closing a person's access answers. */
export const personClosed = z.strictObject({
  id: key(),
  name: z.string(),
  closedOn: day(),
  revoked: z.strictObject({ sessions: z.int(), tokens: z.int() }).describe('How many stopped working'),
});

/** What opening the access again answers. */
export const personReopened = z.strictObject({ id: key(), name: z.string(), closedOn: z.null() });

/** What changing one's settings answers. */
export const settingsChanged = z.strictObject({ id: key(), language: oneOf(languages) });

/** What making a token answers. */
export const tokenMade = z.strictObject({
  id: key(),
  name: z.string(),
  expiresAt: moment().nullable(),
  token: z.string().optional().describe('The token itself, given once: a repeated request does not get it'),
});

/** What revoking a token answers. */
export const tokenRevoked = z.strictObject({ id: key(), name: z.string(), revokedAt: moment() });

/** What ending a session answers. */
export const sessionRevoked = z.strictObject({ id: key(), revokedAt: moment() });

/** What removing a passkey answers. */
export const passkeyRemoved = z.strictObject({ id: key(), name: z.string() });

const mandate = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('seat'),
    seatId: key(),
    bodyId: key(),
    bodyKind: oneOf(bodyKinds),
    initiativeId: key().nullable(),
    role: oneOf(seatRoles),
    voting: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('initiative'), initiativeId: key(), role: oneOf(initiativeRoles) }),
]);

/** Oneself: what is known, what gives rights, and the ways in. */
export const myselfAnswer = z
  .strictObject({
    ...personAnswer.shape,
    ofMember: z.boolean().describe('Employed by a member of the community'),
    mandates: z.array(mandate).describe('The seats and roles that give rights today'),
    sessions: z.array(
      z.strictObject({
        id: key(),
        how: z.string(),
        userAgent: z.string().nullable(),
        createdAt: moment(),
        seenAt: moment(),
        expiresAt: moment(),
      }),
    ),
    tokens: z.array(
      z.strictObject({
        id: key(),
        name: z.string(),
        createdAt: moment(),
        usedAt: moment().nullable(),
        expiresAt: moment().nullable(),
      }),
    ),
    passkeys: z.array(
      z.strictObject({
        id: key(),
        name: z.string(),
        createdAt: moment(),
        usedAt: moment().nullable(),
      }),
    ),
  })
  .meta({ id: 'Myself' });
