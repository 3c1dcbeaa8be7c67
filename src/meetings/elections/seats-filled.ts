import type { SeatRole, Text } from '../../../rulebook/vocabulary.ts';
import { untilOf } from '../../bodies/elect.ts';
import { electedIn } from '../../bodies/terms.ts';
import type { Db } from '../../db/client.ts';
import type { BodyKind } from '../../../rulebook/vocabulary.ts';
import { seatInWords } from './plan-seats.ts';

/** The seats that decisions filled, in sentences; those who are told no names read the organisation. */
export async function seatsFilledBy(
  db: Db,
  decisionIds: readonly string[],
): Promise<readonly { readonly decision: string; readonly says: (names: boolean) => Text }[]> {
  if (decisionIds.length === 0) return [];
  const rows = await db
    .selectFrom('seats as s')
    .innerJoin('bodies as b', 'b.id', 's.body_id')
    .innerJoin('people as p', 'p.id', 's.person_id')
    .leftJoin('organisations as o', 'o.id', 's.organisation_id')
    .select([
      's.decision_id',
      's.role',
      's.voting',
      's.from_on',
      's.elected_in',
      'b.kind',
      'b.name as body',
      'p.name as person',
      'o.name as organisation',
    ])
    .where('s.decision_id', 'in', decisionIds)
    .orderBy('s.id')
    .limit(500)
    .execute();
  return rows.map((row) => {
    const role = row.role as SeatRole;
    const seat = {
      role,
      voting: row.voting,
      from: row.from_on,
      until: untilOf(row.kind as BodyKind, role, electedIn(row), row.from_on),
    };
    const unnamed: Text = {
      da: row.organisation === null ? 'Den valgte' : `Den valgte fra ${row.organisation}`,
      en: row.organisation === null ? 'The one elected' : `The one elected from ${row.organisation}`,
    };
    return {
      decision: row.decision_id as string,
      says: (names) => seatInWords(seat, names ? { da: row.person, en: row.person } : unnamed, row.body),
    };
  });
}
