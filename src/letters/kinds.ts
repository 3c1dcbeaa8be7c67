import type { Text } from '../../rulebook/vocabulary.ts';
import type { Topic } from './vocabulary.ts';

/** Words in a text that each mail fills in: `{møde}` in Danish, `{meeting}` in English. */
export const placeholders = {
  name: { word: { da: 'navn', en: 'name' }, says: { da: 'modtagerens navn', en: 'the recipient’s name' } },
  body: { word: { da: 'organ', en: 'body' }, says: { da: 'organets navn', en: 'the body’s name' } },
  meeting: {
    word: { da: 'møde', en: 'meeting' },
    says: { da: 'mødets navn og nummer', en: 'name and number of the meeting' },
  },
  when: {
    word: { da: 'tidspunkt', en: 'time' },
    says: { da: 'dag og klokkeslæt', en: 'day and time of day' },
  },
  where: {
    word: { da: 'sted', en: 'place' },
    says: { da: 'sted og link til mødet', en: 'place and link to join' },
  },
  agenda: {
    word: { da: 'dagsorden', en: 'agenda' },
    says: { da: 'punkterne, uden indholdet af lukkede', en: 'the items, without what is closed' },
  },
  changes: {
    word: { da: 'ændringer', en: 'changes' },
    says: { da: 'hvad der er ændret', en: 'what has changed' },
  },
  deadline: { word: { da: 'frist', en: 'deadline' }, says: { da: 'fristen', en: 'the deadline' } },
  reason: { word: { da: 'begrundelse', en: 'reason' }, says: { da: 'begrundelsen', en: 'the reason' } },
  case: {
    word: { da: 'sag', en: 'case' },
    says: { da: 'sagens nummer og spørgsmål', en: 'number and question of the case' },
  },
  item: {
    word: { da: 'punkt', en: 'item' },
    says: { da: 'punktets nummer og titel', en: 'number and title of the item' },
  },
  outcome: {
    word: { da: 'udfald', en: 'outcome' },
    says: { da: 'hvad der blev besluttet', en: 'what was decided' },
  },
  task: { word: { da: 'opgave', en: 'task' }, says: { da: 'hvad der skal gøres', en: 'what is to be done' } },
  list: {
    word: { da: 'liste', en: 'list' },
    says: { da: 'alt det, der er samlet', en: 'all that is gathered' },
  },
  count: { word: { da: 'antal', en: 'count' }, says: { da: 'hvor mange', en: 'how many' } },
  link: { word: { da: 'link', en: 'link' }, says: { da: 'adressen i Fælled', en: 'the address in Fælled' } },
} as const satisfies Record<string, { readonly word: Text; readonly says: Text }>;
export type Placeholder = keyof typeof placeholders;

export interface LetterKind {
  readonly name: Text;
  /** Null for a digest, which is a way of sending and no matter to choose. */
  readonly topic: Topic | null;
  /** What its text may and must be given. */
  readonly takes: readonly Placeholder[];
}

const meeting = ['name', 'body', 'meeting', 'when', 'where', 'link'] as const;

/** Every kind of mail that Fælled sends, besides codes to sign in with. */
export const letterKinds = {
  'meeting-called': {
    name: { da: 'Indkaldelse til møde', en: 'Call to a meeting' },
    topic: 'meetings',
    takes: [...meeting, 'deadline'],
  },
  'meeting-changed': {
    name: { da: 'Mødet er ændret', en: 'Meeting changed' },
    topic: 'meetings',
    takes: [...meeting, 'changes'],
  },
  'meeting-cancelled': {
    name: { da: 'Mødet er aflyst', en: 'Meeting cancelled' },
    topic: 'meetings',
    takes: [...meeting, 'reason'],
  },
  'agenda-sent': {
    name: { da: 'Dagsorden og papirer er sendt', en: 'Agenda and papers are sent' },
    topic: 'papers',
    takes: [...meeting, 'agenda'],
  },
  'agenda-changed': {
    name: { da: 'Dagsordenen er ændret', en: 'The agenda has changed' },
    topic: 'papers',
    takes: [...meeting, 'agenda', 'changes'],
  },
  'papers-due': {
    name: { da: 'Papirer mangler snart', en: 'Papers are due' },
    topic: 'reminders',
    takes: [...meeting, 'deadline', 'list'],
  },
  'meeting-tomorrow': {
    name: { da: 'Møde i morgen', en: 'Meeting tomorrow' },
    topic: 'reminders',
    takes: [...meeting, 'agenda'],
  },
  'written-opened': {
    name: { da: 'Skriftlig procedure er åbnet', en: 'A written procedure is open' },
    topic: 'written',
    takes: ['name', 'body', 'meeting', 'agenda', 'deadline', 'link'],
  },
  'written-closing': {
    name: { da: 'Skriftlig procedure lukker snart', en: 'A written procedure closes soon' },
    topic: 'written',
    takes: ['name', 'body', 'meeting', 'agenda', 'deadline', 'link'],
  },
  'minutes-draft': {
    name: { da: 'Udkast til referat', en: 'Draft minutes' },
    topic: 'minutes',
    takes: [...meeting, 'deadline'],
  },
  'minutes-closing': {
    name: { da: 'Frist for bemærkninger til referat', en: 'Deadline for remarks on minutes' },
    topic: 'reminders',
    takes: [...meeting, 'deadline'],
  },
  'minutes-published': {
    name: { da: 'Referatet er offentliggjort', en: 'Minutes are published' },
    topic: 'minutes',
    takes: [...meeting],
  },
  'case-decided': {
    name: { da: 'Afgørelse i en sag', en: 'Decision on a case' },
    topic: 'decisions',
    takes: ['name', 'body', 'case', 'outcome', 'reason', 'link'],
  },
  'decision-corrected': {
    name: { da: 'En beslutning er rettet', en: 'A decision is corrected' },
    topic: 'decisions',
    takes: ['name', 'body', 'meeting', 'item', 'outcome', 'reason', 'link'],
  },
  'action-due': {
    name: { da: 'Opgave med frist', en: 'Action due' },
    topic: 'actions',
    takes: ['name', 'body', 'task', 'deadline', 'link'],
  },
  digest: {
    name: { da: 'Samlet mail', en: 'Digest' },
    topic: null,
    takes: ['name', 'list', 'count', 'link'],
  },
} as const satisfies Record<string, LetterKind>;
export type LetterKindId = keyof typeof letterKinds;

/** The kind of a stored letter. */
export const kindOf = (kind: string): LetterKind => letterKinds[kind as LetterKindId];
