import type { Text } from '../../rulebook/vocabulary.ts';

/** What mails are about, as people choose between them: how each comes when nobody has chosen. */
export const topics = {
  meetings: {
    name: { da: 'Indkaldelser, ændringer og aflysninger', en: 'Calls, changes and cancellations' },
    usual: 'at-once',
  },
  papers: { name: { da: 'Dagsordener og papirer', en: 'Agendas and papers' }, usual: 'at-once' },
  reminders: { name: { da: 'Påmindelser om møder', en: 'Reminders of meetings' }, usual: 'at-once' },
  written: { name: { da: 'Skriftlige procedurer', en: 'Written procedures' }, usual: 'at-once' },
  minutes: { name: { da: 'Referater', en: 'Minutes' }, usual: 'daily' },
  decisions: { name: { da: 'Afgørelser i mine sager', en: 'Decisions on my cases' }, usual: 'at-once' },
  actions: { name: { da: 'Mine opgaver fra møder', en: 'My actions from meetings' }, usual: 'weekly' },
} as const satisfies Record<string, { readonly name: Text; readonly usual: How }>;
export type Topic = keyof typeof topics;

/** How a person wants mails about a topic. */
export const hows = {
  'at-once': { da: 'med det samme', en: 'at once' },
  daily: { da: 'samlet hver dag kl. 7', en: 'gathered every day at 7' },
  weekly: { da: 'samlet hver mandag kl. 7', en: 'gathered every Monday at 7' },
  never: { da: 'aldrig', en: 'never' },
} as const satisfies Record<string, Text>;
export type How = keyof typeof hows;

/** How a letter leaves: alone, or gathered with others. */
export type Way = Exclude<How, 'never'>;

/** What becomes of a letter. */
export const letterStates = {
  waiting: { da: 'venter', en: 'waiting' },
  sent: { da: 'sendt', en: 'sent' },
  gathered: { da: 'samlet i en anden mail', en: 'gathered in another mail' },
  failed: { da: 'kunne ikke sendes', en: 'could not be sent' },
  dropped: { da: 'ikke sendt', en: 'not sent' },
} as const satisfies Record<string, Text>;
export type LetterState = keyof typeof letterStates;

/** Why a letter was not sent after all. */
export const dropReasons = {
  'too-late': {
    da: 'Den ville komme for sent til at være til nytte.',
    en: 'It would have come too late to be of use.',
  },
  'person-closed': { da: 'Personen har ikke længere adgang.', en: 'The person no longer has access.' },
} as const satisfies Record<string, Text>;
export type DropReason = keyof typeof dropReasons;

/** Most mails a person gets a day, each on its own; the rest go into the next daily digest. Notices do not count. */
export const mostADay = 8;
