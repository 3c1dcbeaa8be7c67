import { roleTitle, type Titled } from '../../rulebook/titles.ts';
import {
  bodyKinds,
  decisionKinds,
  initiativeRoles,
  origins,
  outcomes,
  participations,
  seatRoles,
  stages,
  verdicts,
  voices,
  type Language,
  type SeatRole,
  type Text,
} from '../../rulebook/vocabulary.ts';
import { formatDate, formatMoney, formatNumber, formatTime } from '../web/format.ts';
import type { Leaf } from './differences.ts';
import { fields } from './fields.ts';

/** Words stored by their keys that are no vocabulary of the rulebook. */
const others: Readonly<Record<string, Text>> = {
  draft: { da: 'kladde', en: 'draft' },
  waiting: { da: 'venter', en: 'waiting' },
  decided: { da: 'afgjort', en: 'decided' },
  withdrawn: { da: 'trukket tilbage', en: 'withdrawn' },
  rejected: { da: 'afvist', en: 'rejected' },
  closed: { da: 'lukket', en: 'closed' },
  local: { da: 'lokale midler', en: 'local money' },
  certified: { da: 'certificeret', en: 'certified' },
  'documented-experience': { da: 'dokumenteret erfaring', en: 'documented experience' },
  none: { da: 'ingen', en: 'none' },
  sandbox: { da: 'sandkasse', en: 'sandbox' },
  steering: { da: 'styregruppen', en: 'the steering group' },
  interface: { da: 'grænseflade', en: 'interface' },
  uses: { da: 'anvender', en: 'uses' },
};

/** The words of the vocabulary, by the key they are stored as. */
const vocabulary: Readonly<Record<string, Text>> = {
  ...others,
  ...participations,
  ...decisionKinds,
  ...bodyKinds,
  ...initiativeRoles,
  ...origins,
  ...outcomes,
  ...voices,
  ...verdicts,
  ...stages,
};

/** What a value's place in before or after is called; numbers of rows count from 1. */
export const fieldWord = (path: readonly string[], lang: Language): string =>
  path
    .map((key) => (/^\d+$/.test(key) ? String(Number(key) + 1) : (own(fields, key)?.[lang] ?? key)))
    .join(' · ')
    .replace(/^./u, (letter) => letter.toUpperCase());

const own = (table: Readonly<Record<string, Text>>, key: string): Text | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Whether a value is words that a person wrote, and no key, name, date or address. */
export const isWritten = (leaf: Leaf | undefined, says: string): boolean =>
  typeof leaf === 'string' && leaf === says && /\s/u.test(leaf);

/** A value in words: names for ids, dates, amounts, yes and no, the vocabulary's words; empty text for nothing. */
export function valueWord(
  leaf: Leaf | undefined,
  path: readonly string[],
  lang: Language,
  names: ReadonlyMap<string, string>,
  titled: Titled,
): string {
  if (leaf === undefined || leaf === null) return '';
  if (typeof leaf === 'boolean') return yesNo[lang][leaf ? 0 : 1];
  if (typeof leaf === 'number')
    return path.at(-1)?.endsWith('Oere') ? formatMoney(leaf, lang) : formatNumber(leaf, lang);
  if (typeof leaf !== 'string')
    return leaf.map((item) => valueWord(item, path, lang, names, titled)).join(', ');
  const name = names.get(leaf);
  if (name !== undefined) return name;
  if (isRole(leaf)) return roleTitle(titled, leaf)[lang];
  const word = own(vocabulary, leaf);
  if (word !== undefined) return word[lang];
  if (/^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(leaf)) return formatDate(leaf, lang);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(leaf)) return formatTime(leaf, lang);
  return leaf;
}

const isRole = (key: string): key is SeatRole => Object.hasOwn(seatRoles, key);
const yesNo = { da: ['ja', 'nej'], en: ['yes', 'no'] } as const;
