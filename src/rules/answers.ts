import { z } from 'zod';
import { editionSchema } from '../../rulebook/schema.ts';
import { day, documentPlace, listOf } from '../deeds/answers.ts';

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
export const editionAnswer = z.fromJSONSchema(editionSchema as Parameters<typeof z.fromJSONSchema>[0]);
