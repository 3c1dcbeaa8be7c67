import { z } from 'zod';
import { recordKinds } from '../../rulebook/portrait.ts';
import { editionSchema } from '../../rulebook/schema.ts';
import { verdicts } from '../../rulebook/vocabulary.ts';
import { day, documentPlace, listOf } from '../deeds/answers.ts';
import { oneOf } from '../lib/inputs.ts';

export const editionList = listOf(
  z
    .strictObject({
      id: z.string(),
      name: z.string(),
      document: documentPlace,
      inForceFrom: day(),
      inForceUntil: day().nullable(),
      inForceHere: z.boolean(),
      levels: z.array(z.string()),
      requirements: z.int().describe('How many'),
    })
    .meta({ id: 'EditionSummary' }),
);

/** An edition as it is published, with both languages: what the edition's own JSON Schema says. */
export const editionAnswer = z.lazy(() =>
  z.fromJSONSchema(editionSchema as Parameters<typeof z.fromJSONSchema>[0]),
);

const said = z
  .strictObject(Object.fromEntries(Object.keys(verdicts).map((verdict) => [verdict, z.int()])))
  .describe('Initiatives by verdict; they add up to `applies`');

/** How the requirements of an edition stand across the initiatives that live under it. */
export const editionFigures = listOf(
  z
    .strictObject({
      requirement: z.string(),
      applies: z.int().describe('Initiatives it is asked of, where they stand now'),
      said: z
        .strictObject({ self: said, community: said })
        .nullable()
        .describe('Null where registered facts answer it'),
    })
    .meta({ id: 'RequirementFigures' }),
);

/** What changed from one edition to another, record by record. */
export const editionChanges = listOf(
  z
    .strictObject({
      kind: oneOf(recordKinds),
      how: z.enum(['added', 'removed', 'changed']),
      id: z.string().describe('In the later edition; in the earlier one when removed'),
      formerly: z.array(z.string()).describe('Its ids in the earlier edition; empty when added'),
      label: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      differences: z
        .array(z.strictObject({ what: z.string(), before: z.string(), after: z.string() }))
        .describe('Aspect by aspect; empty when added or removed'),
    })
    .meta({ id: 'EditionChange' }),
);
