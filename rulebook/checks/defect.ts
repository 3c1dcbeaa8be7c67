import type { Edition } from '../rule.ts';
import type { Text } from '../vocabulary.ts';

/** What an edition is checked for, as a person reads it. */
export const checks = {
  shape: { da: 'Alt har den rigtige form', en: 'Everything has the right shape' },
  'stage-reached': { da: 'Hvert stadie kan nås fra idé', en: 'Every stage is reached from idea' },
  'stage-left': { da: 'Intet stadie er en blindgyde', en: 'No stage is a dead end' },
  'stage-final': { da: 'Afsluttet er slut', en: 'Retired is final' },
  'gate-direction': { da: 'Veje går den vej, de siger', en: 'Ways lead where they say' },
  'gate-twice': { da: 'Én vej mellem to stadier', en: 'One way between two stages' },
  'gate-decision': {
    da: 'Hver vej siger for hvert niveau, hvad der besluttes',
    en: 'Every way says what is decided at each level',
  },
  'way-decision': {
    da: 'Veje tilbage og ud bruger en beslutning, der kan træffes',
    en: 'Ways back and out use a decision that can be taken',
  },
  'loop-undecided': {
    da: 'Ingen kan gå i ring uden en beslutning',
    en: 'Nobody goes round in circles without a decision',
  },
  'right-missing': {
    da: 'Hver slags sag har en, der kan beslutte',
    en: 'Every kind of case has somebody to decide',
  },
  'right-twice': { da: 'Én ret til hver slags sag', en: 'One right for each kind of case' },
  'competent-body': { da: 'Et organ, der har retten, kan bruge den', en: 'A body with the right can use it' },
  'composition-impossible': {
    da: 'Reglerne om et organs pladser kan holdes sammen',
    en: 'The rules on a body’s seats can be kept together',
  },
  'composition-twice': { da: 'Hver regel om pladser står én gang', en: 'Each rule on seats stands once' },
  'composition-scope': {
    da: 'Regler om pladser gælder organer, der findes',
    en: 'Rules on seats bind bodies that exist',
  },
  'level-ranks': {
    da: 'Niveauerne bygger på hinanden i rækkefølge',
    en: 'Levels build on each other in order',
  },
  'level-known': { da: 'Nævnte niveauer findes', en: 'Levels named exist' },
  'level-lifted': {
    da: 'Et krav stilles, før det bortfalder',
    en: 'A requirement is asked before it is lifted',
  },
  'line-never-asked': { da: 'Hvert krav bliver stillet', en: 'Every requirement is asked for' },
  'line-contradiction': {
    da: 'Krav modsiger ikke hinanden',
    en: 'Requirements do not contradict each other',
  },
  'line-twice': { da: 'Hvert krav står én gang', en: 'Each requirement stands once' },
  'id-twice': { da: 'Hvert id bruges én gang', en: 'Each id is used once' },
  'key-is-id': { da: 'Nøgle og id er ens', en: 'Key and id are the same' },
  'fact-type': {
    da: 'Betingelser spørger rigtigt til oplysninger',
    en: 'Conditions ask facts the right way',
  },
  'number-example': {
    da: 'Hvert tal har eksempler på begge sider',
    en: 'Every number has examples on both sides',
  },
  'example-judges': { da: 'Eksempler bedømmes, som de siger', en: 'Examples judge as they say' },
  'language-copied': { da: 'Sætninger er oversat', en: 'Sentences are translated' },
  'theme-listed': { da: 'Temaer og bedømmelser er på listen', en: 'Themes and verdicts are listed' },
  'date-valid': { da: 'Datoer findes og er i rækkefølge', en: 'Dates exist and are in order' },
  'duty-carried': {
    da: 'Hver pligt bæres af regler, der findes',
    en: 'Every duty is carried by rules that exist',
  },
  'duty-once': {
    da: 'Hver pligt bæres af regler eller mennesker',
    en: 'Every duty is carried by rules or by people',
  },
  'formerly-known': {
    da: 'Tidligere krav findes i deres udgave',
    en: 'Earlier requirements exist in their edition',
  },
} as const satisfies Record<string, Text>;

export type CheckId = keyof typeof checks;

/** One thing wrong in an edition: at which record, what, and what to do. */
export interface Defect {
  readonly check: CheckId;
  /** The id of the record. */
  readonly at: string;
  readonly says: Text;
}

/** One group of checks. Editions that reach it have the right shape. */
export type Check = (edition: Edition, others: readonly Edition[]) => Iterable<Defect>;

export const defect = (check: CheckId, at: string, da: string, en: string): Defect => ({
  check,
  at,
  says: { da, en },
});

/** What stands a second time in a list, each once. */
export function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** The same value gives the same text, whatever the order of its members. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
