import type { Text } from '../../rulebook/vocabulary.ts';

/** An item as it stood when an agenda was sent. */
export interface SentItem {
  readonly id: string;
  readonly number: number;
  readonly position: number;
  readonly kind: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly facts: string;
  readonly proposal: string;
  readonly owner: string | null;
  readonly minutes: number | null;
  readonly closedGround: string | null;
  /** The ids of its annexes in the order they were added; versions sent before these were kept do not say. */
  readonly annexes?: readonly string[];
}

/** What has happened to an item since the agenda was sent. */
export const changeMarks = {
  added: { da: 'tilføjet', en: 'added' },
  changed: { da: 'ændret', en: 'changed' },
  removed: { da: 'taget af', en: 'taken off' },
} as const satisfies Record<string, Text>;
export type ChangeMark = keyof typeof changeMarks;

/** What of an item counts as a change that its readers are told of. */
const compared = ['kind', 'title', 'facts', 'proposal', 'owner', 'minutes', 'closedGround'] as const;

/**
 * How an agenda differs from what was sent, by item. A move alone is no change: the number stays.
 * @param now the items as they stand; `removed` ones are those taken off
 */
export function changesSince(
  sent: readonly SentItem[],
  now: readonly (SentItem & { readonly removed: boolean })[],
): ReadonlyMap<string, ChangeMark> {
  const before = new Map(sent.map((item) => [item.id, item]));
  const marks = new Map<string, ChangeMark>();
  for (const item of now) {
    const was = before.get(item.id);
    if (item.removed) {
      if (was) marks.set(item.id, 'removed');
    } else if (!was) marks.set(item.id, 'added');
    else if (compared.some((key) => was[key] !== item[key]) || otherAnnexes(was, item))
      marks.set(item.id, 'changed');
  }
  return marks;
}

const otherAnnexes = ({ annexes: was }: SentItem, { annexes: is = [] }: SentItem): boolean =>
  was !== undefined && (was.length !== is.length || was.some((id, at) => id !== is[at]));
