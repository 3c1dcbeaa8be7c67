import { facts as factTable } from './facts.ts';
import { isClaimed } from './judge.ts';
import { rightFor } from './gates.ts';
import type {
  BodyRule,
  CompositionRule,
  Condition,
  DecisionRight,
  Edition,
  Gate,
  LevelId,
  Line,
  Source,
} from './rule.ts';
import { providerTitle, roleTitle, type Titled } from './titles.ts';
import {
  bodyKinds,
  origins,
  stages,
  type BodyKind,
  type Language,
  type Provider,
  type Text,
  type Weight,
} from './vocabulary.ts';

const words = {
  and: { da: 'og', en: 'and' },
  or: { da: 'eller', en: 'or' },
  claimed: { da: 'det er dokumenteret', en: 'it is documented' },
} as const satisfies Record<string, Text>;

const both = (say: (language: Language) => string): Text => ({ da: say('da'), en: say('en') });

/** A list as people say it: "a, b og c". */
export function listed(parts: readonly Text[], word: 'and' | 'or'): Text {
  return both((language) => {
    const said = parts.map((part) => part[language]);
    const last = said.at(-1) ?? '';
    return said.length < 2 ? last : `${said.slice(0, -1).join(', ')} ${words[word][language]} ${last}`;
  });
}

/** A text with a capital letter first. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name as it stands inside a sentence. */
const lower = (text: Text): Text =>
  both((language) => text[language].charAt(0).toLowerCase() + text[language].slice(1));

/** A text as a sentence: a capital first and a full stop last. */
const sentence = (text: Text): Text =>
  both((language) => {
    const said = capital(text[language].trim());
    return /[.!?]$/.test(said) ? said : `${said}.`;
  });

/** A condition as a clause after "when": "a steering group is set up and its chair is elected". */
export function conditionInWords(condition: Condition): Text {
  if ('claimed' in condition) return words.claimed;
  if ('is' in condition) {
    const says = factTable[condition.is].says;
    if (condition.value ?? true) return says;
    return { da: `det ikke er sådan, at ${says.da}`, en: `it is not so that ${says.en}` };
  }
  if ('atLeast' in condition) {
    const says = factTable[condition.atLeast].says;
    return {
      da: `${says.da}, er mindst ${condition.n}`,
      en: `the number of ${says.en} is at least ${condition.n}`,
    };
  }
  const [parts, word] =
    'all' in condition ? ([condition.all, 'and'] as const) : ([condition.any, 'or'] as const);
  const clauses = parts.map((part) => {
    const said = conditionInWords(part);
    const several = 'all' in part || 'any' in part;
    return several ? both((language) => `(${said[language]})`) : said;
  });
  return listed(clauses, word);
}

/** A level by its name. */
export const levelName = (edition: Edition, level: LevelId): Text =>
  edition.levels.find((each) => each.id === level)?.name ?? { da: level, en: level };

const binding: Readonly<Record<Weight, Text | null>> = {
  must: null,
  should: { da: 'Det er en anbefaling.', en: 'It is a recommendation.' },
  'comply-or-explain': { da: 'Følg eller forklar.', en: 'Comply or explain.' },
};

/** From which level a line is asked for, until which, and of whom. */
function scopeInWords(edition: Edition, line: Line): Text {
  const from = lower(levelName(edition, line.level));
  const until = line.liftedAt === undefined ? null : lower(levelName(edition, line.liftedAt));
  const origin = line.origin === undefined ? null : origins[line.origin];
  return {
    da: `Gælder fra ${from.da}${until ? ` og bortfalder fra ${until.da}` : ''}${origin ? `, kun for initiativer ${origin.da}` : ''}.`,
    en: `Asked for from ${from.en}${until ? ` and lifted from ${until.en}` : ''}${origin ? `, only for initiatives ${origin.en}` : ''}.`,
  };
}

const dueInWords = (line: Line): Text =>
  line.onLevelChange
    ? { da: 'Kun ved skift af niveau.', en: 'Only on a change of level.' }
    : {
        da: `Skal være på plads, før det bliver ${stages[line.due].da}.`,
        en: `Must be in place before it becomes a ${stages[line.due].en}.`,
      };

function standsInWords(edition: Edition, line: Line): Text {
  const who = providerTitle(edition, line.provider);
  if (isClaimed(line)) return { da: `Dokumenteres af ${who.da}.`, en: `Documented by ${who.en}.` };
  const condition = conditionInWords(line.condition);
  return { da: `Opfyldt, når ${condition.da}.`, en: `Met when ${condition.en}.` };
}

/** A line as sentences: what it says, from which level, by which stage, how binding, and when it is met. */
export function lineInWords(edition: Edition, line: Line): Text {
  const parts = [
    sentence(line.says),
    scopeInWords(edition, line),
    dueInWords(line),
    ...(binding[line.weight] ? [binding[line.weight] as Text] : []),
    standsInWords(edition, line),
  ];
  return both((language) => parts.map((part) => part[language]).join(' '));
}

/** Who does something, of several any: "projektlederen eller projektejeren". */
export const providersInWords = (edition: Titled, who: readonly Provider[]): Text =>
  listed(
    who.map((each) => providerTitle(edition, each)),
    'or',
  );

/** A body by the title its edition gives it. */
export const bodyTitle = (edition: Edition, body: BodyKind): Text => edition.titles[body] ?? bodyKinds[body];

/** By what majority a body decides. */
export const majorities: Readonly<Record<DecisionRight['majority'], Text>> = {
  simple: { da: 'med flere stemmer for end imod', en: 'with more votes for than against' },
  'two-thirds': { da: 'med to tredjedele af stemmerne', en: 'by two thirds of the votes' },
};

/** A decision right as sentences: who decides and by what majority, who proposes and who is heard. */
export function rightInWords(edition: Edition, right: DecisionRight): Text {
  const levels = listed(
    right.levels.map((id) => edition.levels.find((level) => level.id === id)?.short ?? { da: id, en: id }),
    'and',
  );
  const bodies = decidersInWords(edition, right);
  const votes = right.decides.some((body) => body !== 'secretariat') ? majorities[right.majority] : null;
  const proposes = providersInWords(edition, right.proposes);
  const heard =
    right.heard.length === 0
      ? null
      : listed(
          right.heard.map((each) => providerTitle(edition, each)),
          'and',
        );
  const says = sentence(right.says);
  return {
    da: [
      says.da,
      `${levels.da} besluttes af: ${bodies.da}${votes ? `, ${votes.da}` : ''}.`,
      `Foreslås af ${proposes.da}.`,
      ...(heard ? [`Høres: ${heard.da}.`] : []),
      ...(right.recommendation ? ['Der skal ligge en skriftlig indstilling.'] : []),
    ].join(' '),
    en: [
      says.en,
      `${levels.en} decided by: ${bodies.en}${votes ? `, ${votes.en}` : ''}.`,
      `Proposed by ${proposes.en}.`,
      ...(heard ? [`Heard: ${heard.en}.`] : []),
      ...(right.recommendation ? ['A written recommendation must go with it.'] : []),
    ].join(' '),
  };
}

/** A place in a source: "OS2 organisering 1.0, §5.3.1, s. 18". */
export const sourceInWords = ({ document, section, page }: Source): Text => ({
  da: [document, section, ...(page === undefined ? [] : [`s. ${page}`])].join(', '),
  en: [document, section, ...(page === undefined ? [] : [`p. ${page}`])].join(', '),
});

/** What one gate asks of the bodies at some levels: who decides, and whether a recommendation goes first. */
export interface GateDecision {
  readonly levels: Text;
  /** The decision right that answers; null where no body decides. */
  readonly right: DecisionRight | null;
}

/** A gate's decisions, levels that are decided alike together. */
export function gateDecisions(edition: Edition, gate: Gate): readonly GateDecision[] {
  const byRight = new Map<DecisionRight | null, Text[]>();
  for (const { id, short } of edition.levels) {
    const kind = gate.decision[id] ?? null;
    const right = kind === null ? null : (rightFor(edition, kind, id) ?? null);
    byRight.set(right, [...(byRight.get(right) ?? []), short]);
  }
  return [...byRight].map(([right, levels]) => ({ levels: listed(levels, 'and'), right }));
}

/** Who decides by a right: "bestyrelse eller generalforsamling". */
export const decidersInWords = (edition: Edition, right: DecisionRight): Text =>
  listed(
    right.decides.map((body) => bodyTitle(edition, body)),
    'or',
  );

const voting = (n: number): Text => ({
  da: `Mindst ${n} ${n === 1 ? 'plads' : 'pladser'} med stemme.`,
  en: `At least ${n} voting ${n === 1 ? 'seat' : 'seats'}.`,
});

const tieInWords = (edition: Edition, tie: BodyRule['tie']): Text => {
  const chair = edition.titles.chair.the;
  return tie === 'chair-decides'
    ? { da: `Ved stemmelighed afgør ${chair.da}.`, en: `In a tie ${chair.en} decides.` }
    : { da: 'Ved stemmelighed falder forslaget.', en: 'In a tie the proposal falls.' };
};

/** A body as sentences: what it is for, how many decide, and what a tie does. */
export function bodyInWords(edition: Edition, body: BodyRule): Text {
  const { quorumPercent: percent } = body;
  const parts = [
    sentence(body.says),
    ...(body.minimumVoting === 0 ? [] : [voting(body.minimumVoting), tieInWords(edition, body.tie)]),
    ...(percent === null
      ? []
      : [
          {
            da: `Kan beslutte, når mindst ${percent} % er til stede.`,
            en: `Can decide when at least ${percent}% are present.`,
          },
        ]),
    ...(body.facilitation ? [sentence(body.facilitation.says)] : []),
  ];
  return both((language) => parts.map((part) => part[language]).join(' '));
}

/** What a rule asks of the seats of a body: "Netop én formand." */
export function seatRuleInWords(edition: Edition, rule: CompositionRule['rule']): Text {
  switch (rule.kind) {
    case 'exactly-one': {
      const role = roleTitle(edition, rule.role);
      return { da: `Netop én ${role.da}.`, en: `Exactly one ${role.en}.` };
    }
    case 'at-least':
      return voting(rule.n);
    case 'at-least-from': {
      const from = bodyTitle(edition, rule.from);
      return { da: `Mindst ${rule.n} fra ${from.da}.`, en: `At least ${rule.n} from the ${from.en}.` };
    }
    case 'voting-majority-from': {
      const from = bodyTitle(edition, rule.from);
      return {
        da: `Flertal af stemmerne fra ${from.da}.`,
        en: `A majority of the votes from the ${from.en}.`,
      };
    }
    case 'no-vote': {
      const role = roleTitle(edition, rule.role);
      return { da: `Uden stemme: ${role.da}.`, en: `Without a vote: ${role.en}.` };
    }
    case 'not-member':
      return { da: 'Projektlederen er ikke medlem.', en: 'The project manager is no member.' };
    case 'one-seat-per-organisation':
      return { da: 'Én plads til hver organisation.', en: 'One seat for each organisation.' };
  }
}

/** A rule on seats as sentences: what it says, from which level, how binding, and how soon a breach is cured. */
export function compositionInWords(edition: Edition, rule: CompositionRule): Text {
  const level = rule.level === undefined ? null : lower(levelName(edition, rule.level));
  const days = rule.cureWithinDays;
  const says = sentence(rule.says);
  return {
    da: [
      says.da,
      ...(level ? [`Gælder fra ${level.da}.`] : []),
      ...(rule.weight === 'should' ? [binding.should?.da as string] : []),
      days === 0 ? 'Skal altid være opfyldt.' : `Et brud skal være bragt i orden inden ${days} dage.`,
    ].join(' '),
    en: [
      says.en,
      ...(level ? [`From ${level.en}.`] : []),
      ...(rule.weight === 'should' ? [binding.should?.en as string] : []),
      days === 0 ? 'Must hold at all times.' : `A breach must be cured within ${days} days.`,
    ].join(' '),
  };
}
