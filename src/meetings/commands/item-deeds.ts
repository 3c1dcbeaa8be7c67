import { z } from 'zod';
import type { Tx } from '../../db/client.ts';
import { defineDeed, type Deed, type Ending, type Field } from '../../deeds/deed.ts';
import { id } from '../../lib/inputs.ts';
import { itemFactsAnswer } from '../answers.ts';
import { itemFacts, itemRecord } from '../items.ts';
import { aboutItem, itemBy, lockItem, scopeOfItem, type Item, type Meeting } from '../load.ts';
import { openStatuses } from '../meeting.ts';
import { meetingPermissions } from '../permissions.ts';
import { agendaClosed } from '../refusals.ts';

interface ItemDeed<I extends z.ZodObject> {
  readonly name: keyof typeof meetingPermissions;
  readonly verb: string;
  readonly words: Pick<Deed, 'title' | 'explains' | 'done'>;
  readonly input: I;
  readonly fields: readonly Field[];
  /** Back to the agenda, or to the item itself. */
  readonly next: 'agenda' | 'item';
  readonly change: (
    tx: Tx,
    item: Item,
    meeting: Meeting,
    input: z.output<I>,
    now: string,
  ) => Promise<Exclude<Ending, { output: unknown }> | null>;
}

/** A deed that changes one thing about an item of an agenda that may still change. */
export const itemDeed = <I extends z.ZodObject>(deed: ItemDeed<I>): Deed =>
  defineDeed({
    name: deed.name,
    ...deed.words,
    api: { method: 'POST', path: `/agenda-items/:id/${deed.verb}` },
    answers: itemFactsAnswer,
    form: `/agenda-items/:id/${deed.verb}`,
    params: z.object({ id: id() }),
    input: deed.input,
    grounds: meetingPermissions[deed.name],
    fields: deed.fields,
    scope: (db, { id: item }) => scopeOfItem(db, item),
    about: (db, { id: item }) => aboutItem(db, item),
    run: async ({ tx, params, input, now }) => {
      const { item, meeting } = await lockItem(tx, params.id);
      if (!openStatuses.includes(meeting.status)) return { refused: [agendaClosed(meeting)] };
      const stopped = await deed.change(tx, item, meeting, input, now);
      if (stopped) return stopped;
      const after = await itemBy(tx, item.id);
      return {
        output: itemFacts(after),
        subject: { kind: 'agenda-item', id: item.id },
        initiativeId: meeting.body.initiativeId,
        before: itemRecord(item),
        after: {
          ...itemRecord(after),
          ...(after.removed_reason === null ? {} : { reason: after.removed_reason }),
        },
        next:
          deed.next === 'agenda'
            ? `/meetings/${meeting.number}#agenda`
            : `/meetings/${meeting.number}/items/${item.number}`,
      };
    },
  });
