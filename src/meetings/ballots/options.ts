import type { FieldContext, Option } from '../../deeds/deed.ts';
import { itemBy, meetingBy } from '../load.ts';
import { seatRoles } from '../../../rulebook/vocabulary.ts';
import { standingAt } from '../elections/queries.ts';
import { electorateOf } from './electorate.ts';

/** Those who could vote on the item of a form now. */
export async function votersOptions({ db, params }: FieldContext): Promise<readonly Option[]> {
  const item = await itemBy(db, params['id'] ?? '');
  const meeting = await meetingBy(db, item.meeting_id);
  const { electors } = await electorateOf(db, meeting, []);
  return electors.map((each) => ({ value: each.personId, label: each.name }));
}

/** Those who stand at the item of a form and have agreed. */
export async function candidacyOptions({ db, params }: FieldContext): Promise<readonly Option[]> {
  const standing = await standingAt(db, params['id'] ?? '');
  return standing.map(({ id, role, label }) => ({
    value: id,
    label: { da: `${label} (${seatRoles[role].da})`, en: `${label} (${seatRoles[role].en})` },
  }));
}
