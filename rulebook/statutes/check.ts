import { repeated } from '../checks/defect.ts';
import {
  copied,
  copiedTexts,
  endsTooSoon,
  misshapen,
  nearestId,
  notADate,
  usedTwice,
} from '../checks/texts.ts';
import { isDate } from '../dates.ts';
import { problemsOf, readJson } from '../json.ts';
import type { Text } from '../vocabulary.ts';
import { answer } from './answer.ts';
import { statutesSchema } from './schema.ts';
import { settings, type SettingId, type Settings } from './settings.ts';
import type { Question, StatuteRule, Statutes } from './statute.ts';

/** What an edition of statutes is checked for, as a person reads it. */
export const statuteChecks = {
  shape: { da: 'Alt har den rigtige form', en: 'Everything has the right shape' },
  'id-twice': { da: 'Hvert id bruges én gang', en: 'Each id is used once' },
  'date-valid': { da: 'Datoer findes og er i rækkefølge', en: 'Dates exist and are in order' },
  'language-copied': { da: 'Sætninger er oversat', en: 'Sentences are translated' },
  'set-once': { da: 'Hver indstilling sættes af én regel', en: 'Each setting is set by one rule' },
  'set-or-open': {
    da: 'Hver indstilling er sat af en regel eller nævnt som åben',
    en: 'Each setting is set by a rule or named as open',
  },
  'rule-carried': {
    da: 'Hver regel sætter noget eller er overladt til mennesker',
    en: 'Each rule sets something or is left to people',
  },
  'share-part': { da: 'En andel er højst det hele', en: 'A share is at most the whole' },
  'agenda-once': { da: 'Hvert fast punkt står én gang', en: 'Each fixed item stands once' },
  'example-answers': { da: 'Eksempler får det svar, de siger', en: 'Examples get the answer they give' },
  'number-example': {
    da: 'Hvert tal har eksempler på begge sider',
    en: 'Every number has examples on both sides',
  },
} as const satisfies Record<string, Text>;
export type StatuteCheckId = keyof typeof statuteChecks;

/** One thing wrong in an edition of statutes: at which record, what, and what to do. */
export interface StatuteDefect {
  readonly check: StatuteCheckId;
  readonly at: string;
  readonly says: Text;
}

const defect = (check: StatuteCheckId, at: string, da: string, en: string): StatuteDefect => ({
  check,
  at,
  says: { da, en },
});

/**
 * Everything that is wrong with an edition of statutes, shipped or loaded; empty when it may be used. Where the shape is
 * wrong, nothing else can be told.
 */
export function checkStatutes(statutes: Statutes): readonly StatuteDefect[] {
  const misfits = problemsOf(statutes, statutesSchema).map(({ path, says }) =>
    defect('shape', nearestId(statutes, path), ...misshapen(path, says)),
  );
  if (misfits.length > 0) return misfits;
  const dates = [...checkDates(statutes)];
  return [
    ...checkIds(statutes),
    ...dates,
    ...[...copiedTexts(statutes, statutes.id)].map(({ at, text }) =>
      defect('language-copied', at, ...copied(text)),
    ),
    ...checkSettings(statutes),
    ...statutes.rules.flatMap((rule) => [...checkRule(rule)]),
    // An example on a day that is in no calendar has no answer.
    ...(dates.length > 0 ? [] : checkExamples(statutes)),
  ];
}

/** Statutes that passed, or what is wrong with them. */
export type CheckedStatutes =
  | { readonly statutes: Statutes; readonly defects: readonly [] }
  | { readonly statutes: null; readonly defects: readonly StatuteDefect[] };

/** A file’s text as statutes, as strictly checked as shipped ones. Never throws. */
export function checkStatutesText(text: string): CheckedStatutes {
  const read = readJson(text);
  if (!('value' in read))
    return { statutes: null, defects: [defect('shape', '', read.problem.says.da, read.problem.says.en)] };
  const statutes = read.value as Statutes;
  const defects = checkStatutes(statutes);
  return defects.length > 0 ? { statutes: null, defects } : { statutes, defects: [] };
}

function* checkIds({ rules, gaps, choices }: Statutes): Iterable<StatuteDefect> {
  for (const records of [rules, gaps, choices])
    for (const id of repeated(records.map((each) => each.id))) yield defect('id-twice', id, ...usedTwice(id));
}

function* checkDates(statutes: Statutes): Iterable<StatuteDefect> {
  const { id, inForceFrom, inForceUntil, rules } = statutes;
  const named = [
    ...[inForceFrom, inForceUntil ?? inForceFrom].map((date) => [id, date] as const),
    ...rules.flatMap((rule) =>
      rule.examples.flatMap(({ question }) => datesIn(question).map((date) => [rule.id, date] as const)),
    ),
  ];
  for (const [at, date] of named) if (!isDate(date)) yield defect('date-valid', at, ...notADate(date));
  if (inForceUntil !== null && inForceUntil < inForceFrom)
    yield defect('date-valid', id, ...endsTooSoon(inForceFrom, inForceUntil));
}

const datesIn = (question: Question): readonly string[] =>
  Object.values(question).filter((value) => typeof value === 'string' && /^\d{4}-/.test(value));

function* checkSettings({ rules, gaps }: Statutes): Iterable<StatuteDefect> {
  for (const id of Object.keys(settings) as SettingId[]) {
    const { da, en } = settings[id].label;
    const [first, second] = rules.filter((rule) => rule.sets[id] !== undefined);
    const [gap, otherGap] = gaps.filter(({ leaves }) => leaves.includes(id));
    if (first && second)
      yield defect(
        'set-once',
        second.id,
        `»${da}« er allerede sat af ${first.id}. Lad kun én regel sætte det.`,
        `“${en}” is already set by ${first.id}. Let one rule only set it.`,
      );
    if (!first && !gap)
      yield defect(
        'set-or-open',
        id,
        `»${da}« er hverken sat af en regel eller nævnt som åben. Tilføj en regel, eller nævn det.`,
        `“${en}” is neither set by a rule nor named as open. Add a rule or name it.`,
      );
    const wrong = first && gap ? gap : otherGap;
    if (wrong)
      yield defect(
        'set-or-open',
        wrong.id,
        `»${da}« er nævnt som åben, men står også et andet sted. Fjern det ene.`,
        `“${en}” is named as open but stands elsewhere too. Remove one.`,
      );
  }
}

function* checkRule({ id, sets, leftToPeople }: StatuteRule): Iterable<StatuteDefect> {
  const setsSomething = Object.keys(sets).length > 0;
  if (setsSomething === (leftToPeople !== undefined))
    yield setsSomething
      ? defect(
          'rule-carried',
          id,
          'Reglen sætter noget og siges også overladt til mennesker. Vælg det ene.',
          'The rule sets something and is also said to be left to people. Choose one.',
        )
      : defect(
          'rule-carried',
          id,
          'Reglen sætter intet. Lad den sætte noget, eller begrund, at den er overladt til mennesker.',
          'The rule sets nothing. Let it set something, or give the reason it is left to people.',
        );
  for (const value of Object.values(sets))
    if (typeof value === 'object' && 'part' in value && value.part > value.of)
      yield defect(
        'share-part',
        id,
        `${value.part} af ${value.of} er mere end det hele. Ret andelen.`,
        `${value.part} of ${value.of} is more than the whole. Correct the share.`,
      );
  for (const key of repeated((sets['assembly.agenda'] ?? []).map((item) => item.key)))
    yield defect(
      'agenda-once',
      id,
      `Punktet ${key} står to gange på dagsordenen. Fjern det ene.`,
      `The item ${key} stands twice on the agenda. Remove one.`,
    );
}

/** Which question tries a setting that has a number or a limit in it. */
const triedBy: { readonly [Id in keyof Settings]?: Question['asks'] } = {
  'member.votes': 'votes',
  'fee.full-until': 'fee-percent',
  'fee.late-share': 'fee-percent',
  'fee.indexed': 'indexed-fee',
  'board.smallest': 'board-complete',
  'board.seats-of-a-member': 'board-seats',
  'board.quorum': 'board-can-decide',
  'board.majority': 'carries',
  'election.term': 'on-election',
  'election.chair': 'on-election',
  'assembly.months': 'in-season',
  'assembly.majority': 'carries',
  'assembly.notice': 'in-time',
  'assembly.proposals': 'in-time',
  'assembly.papers': 'in-time',
  'assembly.minutes': 'in-time',
  'extraordinary.held-within': 'held-in-time',
  'extraordinary.notice': 'in-time',
  'extraordinary.asked-for-by': 'members-needed',
  'extraordinary.proposals': 'in-time',
  'statutes.majority': 'carries',
  'dissolution.majority': 'carries',
};

function* checkExamples(statutes: Statutes): Iterable<StatuteDefect> {
  for (const rule of statutes.rules) {
    for (const [index, example] of rule.examples.entries()) {
      const found = answer(statutes, example.question);
      if (found !== example.answer)
        yield defect(
          'example-answers',
          rule.id,
          `Eksempel ${index + 1} (»${example.says.da}«) siger ${example.answer}, men svaret er ${found}. Ret eksemplet eller reglen.`,
          `Example ${index + 1} (“${example.says.en}”) says ${example.answer}, but the answer is ${found}. Correct the example or the rule.`,
        );
    }
    for (const id of Object.keys(rule.sets) as SettingId[]) {
      const asks = triedBy[id];
      const answers = rule.examples
        .filter(({ question }) => question.asks === asks)
        .map((each) => each.answer);
      if (asks !== undefined && new Set(answers).size < 2)
        yield defect(
          'number-example',
          rule.id,
          `»${settings[id].label.da}« mangler et eksempel på hver side af grænsen. Tilføj dem.`,
          `“${settings[id].label.en}” lacks an example on each side of the limit. Add them.`,
        );
    }
  }
}
