import { canonical } from './checks/defect.ts';
import { rightFor } from './gates.ts';
import {
  bodyInWords,
  bodyTitle,
  compositionInWords,
  conditionInWords,
  decidersInWords,
  levelName,
  listed,
  majorities,
  providersInWords,
  seatRuleInWords,
} from './in-words.ts';
import type { Edition, LevelId, Line, Requirement, RuleId } from './rule.ts';
import {
  decisionKinds,
  origins,
  stages,
  themes,
  verdicts,
  weights,
  type Provider,
  type Text,
} from './vocabulary.ts';
import { providerTitle } from './titles.ts';

/** The kinds of record that editions are compared by, in the order they are read. */
export const recordKinds = {
  edition: { da: 'Udgaven som helhed', en: 'The edition as a whole' },
  level: { da: 'Niveauer', en: 'Levels' },
  requirement: { da: 'Krav', en: 'Requirements' },
  need: { da: 'Andet, som vejene kræver', en: 'What else the ways ask for' },
  gate: { da: 'Veje mellem stadierne', en: 'Ways between the stages' },
  body: { da: 'Organer', en: 'Bodies' },
  composition: { da: 'Regler om pladser', en: 'Rules on seats' },
  right: { da: 'Beslutningsrettigheder', en: 'Decision rights' },
} as const satisfies Record<string, Text>;
export type RecordKind = keyof typeof recordKinds;

/** A record as it is compared: what it is called, what it says, and its aspects in words. */
export interface Portrait {
  readonly id: RuleId;
  readonly label: Text;
  readonly says: Text;
  readonly aspects: readonly Aspect[];
}

interface Aspect {
  /** What tells it from the other aspects of the record. */
  readonly key: string;
  readonly what: Text;
  readonly value: Text;
  /** What is compared where the words may differ and still mean the same. */
  readonly as?: string;
}

/** What stands where nothing is said. */
export const dash: Text = { da: '–', en: '–' };
const all = (values: readonly Text[]): Text => (values.length === 0 ? dash : listed(values, 'and'));
const yesOrNo = (value: boolean): Text => (value ? { da: 'ja', en: 'yes' } : { da: 'nej', en: 'no' });
const text = (value: string | number): Text => ({ da: String(value), en: String(value) });
const levelOf = (edition: Edition, id: LevelId | undefined): Text =>
  id === undefined ? dash : levelName(edition, id);

const aspects = {
  says: { da: 'Regel', en: 'Rule' },
  name: { da: 'Navn', en: 'Name' },
  level: { da: 'Fra niveau', en: 'From level' },
  lifted: { da: 'Bortfalder fra', en: 'Lifted from' },
  theme: { da: 'Tema', en: 'Theme' },
  weight: { da: 'Vægt', en: 'Weight' },
  due: { da: 'Senest ved', en: 'Due by' },
  origin: { da: 'Kun for', en: 'Only for' },
  onLevelChange: { da: 'Kun ved niveauskift', en: 'Only on a change of level' },
  met: { da: 'Opfyldt, når', en: 'Met when' },
  who: { da: 'Hvem', en: 'Who' },
  rank: { da: 'Rang', en: 'Rank' },
  from: { da: 'Fra', en: 'From' },
  to: { da: 'Til', en: 'To' },
  decides: { da: 'Besluttes af', en: 'Decided by' },
  decision: { da: 'Beslutning', en: 'Decision' },
  levels: { da: 'Niveauer', en: 'Levels' },
  heard: { da: 'Høres', en: 'Heard' },
  majority: { da: 'Flertal', en: 'Majority' },
  recommendation: { da: 'Skriftlig indstilling', en: 'Written recommendation' },
  ofInitiative: { da: 'Hører til et initiativ', en: 'Belongs to an initiative' },
  body: { da: 'Organ', en: 'Body' },
  seats: { da: 'Pladser', en: 'Seats' },
  themes: { da: 'Temaer', en: 'Themes' },
  verdicts: { da: 'Bedømmelser', en: 'Verdicts' },
  explain: { da: 'En forklaring tæller ved alle krav', en: 'An explanation counts at every requirement' },
  judgement: { da: 'Hvad organet tager stilling til', en: 'What the body decides on' },
} as const satisfies Record<string, Text>;

/** What a body decides on when it approves. */
export const judgements: Readonly<Record<Edition['judgement'], Text>> = {
  'each-line': {
    da: 'hvert krav for sig; mangler nævnes som betingelser',
    en: 'each requirement; what is missing is named as a condition',
  },
  overall: {
    da: 'en samlet vurdering, som også godtager det, der mangler',
    en: 'an overall judgement, which also accepts what is missing',
  },
};

const said = (key: keyof typeof aspects, value: Text, as?: string): Aspect => ({
  key,
  what: aspects[key],
  value,
  ...(as === undefined ? {} : { as }),
});

function line(edition: Edition, each: Line): Portrait {
  return {
    id: each.id,
    label: each.label,
    says: each.says,
    aspects: [
      said('name', each.label),
      said('says', each.says),
      said('level', levelOf(edition, each.level), each.level),
      said('lifted', levelOf(edition, each.liftedAt), each.liftedAt ?? ''),
      ...('theme' in each ? [said('theme', themes[(each as Requirement).theme])] : []),
      said('weight', weights[each.weight]),
      said('due', stages[each.due]),
      said('origin', each.origin === undefined ? dash : origins[each.origin]),
      said('onLevelChange', yesOrNo(each.onLevelChange === true)),
      said('met', conditionInWords(each.condition)),
      said('who', providerTitle(edition, each.provider)),
    ],
  };
}

/** Every record of a kind, as it is compared. */
export function portraits(edition: Edition, kind: RecordKind): readonly Portrait[] {
  const who = (some: readonly Provider[]): Text =>
    some.length === 0 ? dash : providersInWords(edition, some);
  switch (kind) {
    case 'edition':
      return [
        {
          id: 'edition',
          label: recordKinds.edition,
          says: judgements[edition.judgement],
          aspects: [
            said('judgement', judgements[edition.judgement]),
            said('explain', yesOrNo(edition.explainAnywhere)),
            said('themes', all(edition.themes.map((theme) => themes[theme]))),
            said('verdicts', all(edition.verdicts.map((verdict) => verdicts[verdict]))),
          ],
        },
      ];
    case 'level':
      return edition.levels.map((level) => ({
        id: level.id,
        label: level.name,
        says: level.says,
        aspects: [said('name', level.name), said('says', level.says), said('rank', text(level.rank))],
      }));
    case 'requirement':
      return Object.values(edition.requirements).map((each) => line(edition, each));
    case 'need':
      return Object.values(edition.needs).map((each) => line(edition, each));
    case 'gate':
      return edition.gates.map((gate) => ({
        id: gate.id,
        label: {
          da: `${stages[gate.from].da} → ${stages[gate.to].da}`,
          en: `${stages[gate.from].en} → ${stages[gate.to].en}`,
        },
        says: gate.says,
        aspects: [
          said('from', stages[gate.from]),
          said('to', stages[gate.to]),
          said('origin', gate.origin === undefined ? dash : origins[gate.origin]),
          said('says', gate.says),
          said('who', who(gate.carriedOutBy)),
          ...edition.levels.map(({ id, short }): Aspect => {
            const kind = gate.decision[id] ?? null;
            const right = kind === null ? undefined : rightFor(edition, kind, id);
            return {
              key: `decides ${id}`,
              what: { da: `${aspects.decides.da} (${short.da})`, en: `${aspects.decides.en} (${short.en})` },
              value: right ? decidersInWords(edition, right) : dash,
              as: right ? right.decides.join(' ') : '',
            };
          }),
        ],
      }));
    case 'body':
      return edition.bodies.map((body) => ({
        id: body.kind,
        label: bodyTitle(edition, body.kind),
        says: body.says,
        aspects: [
          said('name', bodyTitle(edition, body.kind)),
          said('says', bodyInWords(edition, body)),
          said('ofInitiative', yesOrNo(body.ofInitiative)),
        ],
      }));
    case 'composition':
      return edition.composition.map((rule) => ({
        id: rule.id,
        label: bodyTitle(edition, rule.body),
        says: rule.says,
        aspects: [
          said('body', bodyTitle(edition, rule.body)),
          said('says', compositionInWords(edition, rule)),
          said('seats', seatRuleInWords(edition, rule.rule), canonical(rule.rule)),
        ],
      }));
    case 'right':
      return edition.decisionRights.map((right) => ({
        id: right.id,
        label: decisionKinds[right.kind],
        says: right.says,
        aspects: [
          said('decision', decisionKinds[right.kind]),
          said('levels', all(right.levels.map((id) => levelName(edition, id))), right.levels.join(' ')),
          said('says', right.says),
          said('decides', decidersInWords(edition, right)),
          said('majority', majorities[right.majority]),
          said('who', who(right.proposes)),
          said('heard', all(right.heard.map((each) => providerTitle(edition, each)))),
          said('recommendation', yesOrNo(right.recommendation)),
        ],
      }));
  }
}
