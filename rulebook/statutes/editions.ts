import type { IsoDate } from '../rule.ts';
import { statutes2016 } from './2016.ts';
import { statutes2019 } from './2019.ts';
import { statutes2026 } from './2026.ts';
import type { Statutes } from './statute.ts';

/** The shipped editions of the statutes, oldest first. */
export const statutesEditions: readonly Statutes[] = [statutes2016, statutes2019, statutes2026];

/** A shipped edition by its id, the date it came into force; null when there is none. */
export const statutesById = (id: string): Statutes | null =>
  statutesEditions.find((each) => each.id === id) ?? null;

/** The statutes in force on a date; null before the first that is known of. */
export const statutesInForce = (on: IsoDate): Statutes | null =>
  statutesEditions.findLast(
    (each) => each.inForceFrom <= on && (each.inForceUntil === null || on <= each.inForceUntil),
  ) ?? null;
