import { z } from 'zod';
import { stages } from '../../rulebook/vocabulary.ts';
import { oneOf } from '../lib/inputs.ts';

/**
 * The pieces that the answers of operations are made of. An answer is in the reader's language, so a text is a string.
 * Every part is named: tests hold real answers against these, and one with more or less in it fails.
 */

/** An instant in UTC. */
export const moment = () => z.iso.datetime();
/** A calendar date in the community's zone. */
export const day = () => z.iso.date();
/** An id of ours. */
export const key = () => z.uuid();
/** A level as its edition names it; null before the first placement. */
export const level = () => z.string().nullable();

/** Where a rule stands in its document. */
export const documentPlace = z
  .strictObject({
    document: z.string(),
    section: z.string(),
    page: z.string().optional(),
    url: z.string().optional(),
  })
  .meta({ id: 'DocumentPlace' });

/** The same with the edition that carries the rule. */
export const source = z
  .strictObject({ edition: z.string(), ...documentPlace.shape })
  .meta({ id: 'Source', description: 'Where the rule stands' });

/** One refusal by rule: what it says, where it stands, why it counts here, and what would help. */
export const refusal = z
  .strictObject({ rule: z.string(), says: z.string(), source, because: z.string(), cure: z.string() })
  .meta({ id: 'Refusal' });

/** An initiative as other things name it. */
export const initiativeNamed = z
  .strictObject({ slug: z.string(), name: z.string() })
  .meta({ id: 'InitiativeNamed' });

/** An initiative with where it stands. */
export const initiativePlace = z
  .strictObject({
    id: key(),
    slug: z.string(),
    name: z.string(),
    stage: oneOf(stages),
    level: level(),
  })
  .meta({ id: 'InitiativePlace' });

/** A person; null to those who are not told people's names. */
export const personNamed = z
  .strictObject({ id: key(), name: z.string() })
  .meta({ id: 'PersonNamed', description: 'Null to those who are not told people’s names' });

/** One page of a list. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().describe('Cursor of the next page; null at the end'),
  });

/** What taking something away answers. */
export const removed = z.strictObject({ id: key(), removed: z.literal(true) }).meta({ id: 'Removed' });

/** What ending something on a day answers. */
export const ended = z.strictObject({ id: key(), to: day().describe('The last day') }).meta({ id: 'Ended' });
