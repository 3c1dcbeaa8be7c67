import type { Text } from '../../../rulebook/vocabulary.ts';

/** What may have become of an action. */
export const actionStatuses = {
  open: { da: 'åben', en: 'open' },
  done: { da: 'løst', en: 'done' },
  dropped: { da: 'opgivet', en: 'dropped' },
} as const satisfies Record<string, Text>;
export type ActionStatus = keyof typeof actionStatuses;
