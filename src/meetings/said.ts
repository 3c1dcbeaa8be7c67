import type { Problem } from '../deeds/deed.ts';

/** Wrong input that only the database could tell. */
export const problem = (path: string, da: string, en: string): { readonly problems: readonly Problem[] } => ({
  problems: [{ path, says: { da, en } }],
});
