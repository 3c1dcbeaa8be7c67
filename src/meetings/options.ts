import type { FieldContext, Option } from '../deeds/deed.ts';
import { isId } from '../lib/id.ts';
import { whoIsCalled } from './attendance-queries.ts';
import { itemBy, meetingBy } from './load.ts';

/** The meeting that a form is about: by its own address, or by that of one of its items. */
export async function meetingOfForm({ db, params }: Pick<FieldContext, 'db' | 'params'>) {
  const given = params['id'] ?? '';
  if (!isId(given)) return meetingBy(db, given);
  const item = await db.selectFrom('agenda_items').select('id').where('id', '=', given).executeTakeFirst();
  return meetingBy(db, item ? (await itemBy(db, given)).meeting_id : given);
}

/** The people called to the meeting. */
export async function calledOptions(cx: FieldContext): Promise<readonly Option[]> {
  const called = await whoIsCalled(cx.db, await meetingOfForm(cx));
  return called
    .flatMap(({ person }) => (person === null ? [] : [{ value: person.id, label: person.name }]))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'da'));
}

/** Everybody called, by the attendance's id, for deeds about being there. */
export async function attendanceOptions(cx: FieldContext): Promise<readonly Option[]> {
  const called = await whoIsCalled(cx.db, await meetingOfForm(cx));
  return called
    .flatMap(({ id, person, guest }) =>
      id === null ? [] : [{ value: id, label: person?.name ?? guest ?? '–' }],
    )
    .toSorted((a, b) => a.label.localeCompare(b.label, 'da'));
}
