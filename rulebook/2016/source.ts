import type { Source } from '../rule.ts';

/** A place in the report of 14 March 2016. */
export const report = (section: string, page: string): Source => ({
  document: 'OS2 organisering 1.0',
  section: `§${section}`,
  page,
});
