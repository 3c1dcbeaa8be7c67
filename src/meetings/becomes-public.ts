import type { Text } from '../../rulebook/vocabulary.ts';

/**
 * What a form says where words are written that visitors read in published minutes; nothing for a closed item, which
 * they never see.
 */
export const becomesPublic = (item: { readonly closed_ground: string | null }): { readonly hint?: Text } =>
  item.closed_ground === null
    ? {
        hint: {
          da: 'Bliver offentligt med referatet. Skriv roller frem for navne.',
          en: 'Becomes public with the minutes. Write roles rather than names.',
        },
      }
    : {};
