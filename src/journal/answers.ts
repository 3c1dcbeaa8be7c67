import { z } from 'zod';
import { initiativeNamed, key, listOf, moment, personNamed } from '../deeds/answers.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const journalEntry = z
  .strictObject({
    seq: z.int(),
    at: moment(),
    deed: z.string(),
    title: z.string(),
    person: personNamed.nullable(),
    subject: z.strictObject({
      kind: z.string(),
      id: z.string(),
      name: z.string().nullable(),
      path: z.string().nullable().describe('Address of its page, without language'),
    }),
    initiative: z.strictObject({ id: key(), ...initiativeNamed.shape }).nullable(),
    before: z.unknown(),
    after: z.unknown(),
    withheld: z.array(z.string()).describe('Parts that are closed to this reader and left out'),
    ground: z.string(),
    edition: z.string(),
    prevHash: hash,
    hash,
  })
  .meta({ id: 'JournalEntry' });

export const journalList = listOf(journalEntry);

export const journalHeadAnswer = z.strictObject({ seq: z.int(), hash, at: moment().nullable() });
