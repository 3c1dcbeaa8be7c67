import { listed } from '../in-words.ts';
import { bodyKinds, type Language, type Text } from '../vocabulary.ts';
import { monthInWords } from './lateness.ts';
import {
  settings,
  type DayOfYear,
  type FixedItem,
  type Majority,
  type SettingId,
  type Settings,
  type Share,
  type Span,
  type Years,
} from './settings.ts';
import type { Tie } from '../ballot.ts';

const same = (text: string): Text => ({ da: text, en: text });
const both = (say: (language: Language) => string): Text => ({ da: say('da'), en: say('en') });

const units: Readonly<Record<Span['unit'], { readonly one: Text; readonly many: Text }>> = {
  days: { one: { da: 'dag', en: 'day' }, many: { da: 'dage', en: 'days' } },
  weeks: { one: { da: 'uge', en: 'week' }, many: { da: 'uger', en: 'weeks' } },
  months: { one: { da: 'måned', en: 'month' }, many: { da: 'måneder', en: 'months' } },
};
const bases: Readonly<Record<Majority['base'], Text>> = {
  cast: { da: 'af stemmer for og imod', en: 'of the votes for and against' },
  present: { da: 'af dem, der er til stede', en: 'of those present' },
  all: { da: 'af alle', en: 'of all' },
};
const majorities: Readonly<Record<Majority['kind'], Text>> = {
  simple: { da: 'flertal', en: 'majority' },
  'two-thirds': { da: 'to tredjedele', en: 'two thirds' },
};
const ties: Readonly<Record<Tie, Text>> = {
  'chair-decides': { da: 'formandens stemme tæller dobbelt', en: 'the chair’s vote counts double' },
  falls: { da: 'forslaget falder', en: 'the proposal falls' },
  lot: { da: 'lodtrækning', en: 'by lot' },
};
const years: Readonly<Record<Years, Text>> = {
  odd: { da: 'ulige år', en: 'odd years' },
  even: { da: 'lige år', en: 'even years' },
  every: { da: 'hvert år', en: 'every year' },
};

const span = ({ n, unit }: Span): Text =>
  both((language) => `${n} ${units[unit][n === 1 ? 'one' : 'many'][language]}`);
const share = ({ part, of }: Share): Text =>
  part === 1 && of === 2
    ? { da: 'halvdelen', en: 'half' }
    : { da: `${part} af ${of}`, en: `${part} of ${of}` };
const day = ({ month, day: date }: DayOfYear): Text => {
  const name = monthInWords(month);
  return { da: `${date}. ${name.da}`, en: `${date} ${name.en}` };
};

/** A setting’s value as people read it: "1 måned", "halvdelen", "april og maj". */
export function valueInWords<Id extends SettingId>(id: Id, value: Settings[Id]): Text {
  switch (settings[id].type) {
    case 'count':
      return same(String(value));
    case 'span':
      return span(value as Span);
    case 'share':
      return share(value as Share);
    case 'day':
      return day(value as DayOfYear);
    case 'months':
      return listed((value as readonly number[]).map(monthInWords), 'or');
    case 'majority': {
      const { kind, base } = value as Majority;
      return both((language) => `${majorities[kind][language]} ${bases[base][language]}`);
    }
    case 'tie':
      return ties[value as Tie];
    case 'years':
      return years[value as Years];
    case 'body':
      return bodyKinds[value as keyof typeof bodyKinds];
    case 'yes':
      return { da: 'ja', en: 'yes' };
    case 'names':
      return listed(value as readonly Text[], 'and');
    case 'agenda':
      return both((language) =>
        (value as readonly FixedItem[])
          .map(({ title }, index) => `${index + 1} ${title[language]}`)
          .join(', '),
      );
  }
}

/** What a rule sets, setting by setting, in the order of the table. */
export const settingsInWords = (
  sets: Partial<Settings>,
): readonly { readonly what: Text; readonly value: Text }[] =>
  (Object.keys(settings) as SettingId[]).flatMap((id) => {
    const value = sets[id];
    return value === undefined ? [] : [{ what: settings[id].label, value: valueInWords(id, value) }];
  });
