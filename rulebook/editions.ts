import { edition2016 } from './2016/index.ts';
import { edition2018 } from './2018/index.ts';
import { edition2025 } from './2025/index.ts';
import type { Edition, IsoDate } from './rule.ts';

/** The shipped editions, oldest first. */
export const editions: readonly Edition[] = [edition2016, edition2018, edition2025];

/** A shipped edition by its id; null when there is none. */
export const editionById = (id: string): Edition | null =>
  editions.find((edition) => edition.id === id) ?? null;

/** The edition in force on a date; null before the first. */
export const editionInForce = (on: IsoDate): Edition | null =>
  editions.findLast(
    (edition) => edition.inForceFrom <= on && (edition.inForceUntil === null || on <= edition.inForceUntil),
  ) ?? null;
