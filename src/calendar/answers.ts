import { z } from 'zod';
import { key, moment } from '../deeds/answers.ts';

export const madeAnswer = z
  .strictObject({ id: key(), address: z.string().optional().describe('Shown this once only') })
  .meta({ id: 'CalendarAddressMade' });
export const revokedAnswer = z
  .strictObject({ id: key(), revokedAt: moment() })
  .meta({ id: 'CalendarAddressRevoked' });
export const feedList = z.strictObject({
  items: z.array(
    z
      .strictObject({
        id: key(),
        body: z.string().nullable().describe('Null: everything one is called to'),
        madeAt: moment(),
        usedAt: moment().nullable(),
      })
      .meta({ id: 'CalendarAddress' }),
  ),
});
