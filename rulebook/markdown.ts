import { headings, type Heading } from './headings.ts';
import {
  bodyInWords,
  bodyTitle,
  capital,
  compositionInWords,
  decidersInWords,
  gateDecisions,
  lineInWords,
  listed,
  providersInWords,
  rightInWords,
  sourceInWords,
} from './in-words.ts';
import { judgements } from './portrait.ts';
import type { Edition, Line, Requirement, Source } from './rule.ts';
import { decisionKinds, stages, themes, verdicts, type Language, type Text } from './vocabulary.ts';

/** Text as it stands in Markdown, nothing of it read as markup. */
export const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>|#~]/g, String.raw`\$&`);

/** One language's way of writing Markdown. */
export const writer = (language: Language) => {
  const say = (text: Text): string => escaped(text[language]);
  const word = (heading: Heading): string => headings[heading][language];
  const link = (source: Source): string => {
    const place = say(sourceInWords(source));
    return source.url === undefined ? place : `[${place}](<${source.url}>)`;
  };
  const item = (heading: Heading, text: string): string => `- ${word(heading)}: ${text}`;
  const table = (heads: readonly Heading[], rows: readonly (readonly string[])[]): string =>
    [
      `| ${heads.map(word).join(' | ')} |`,
      `|${heads.map(() => ' --- |').join('')}`,
      ...rows.map((row) => `| ${row.join(' | ')} |`),
    ].join('\n');
  return {
    say,
    word,
    link,
    item,
    table,
    capital,
  };
};

/** The readable rulebook: every rule in words with source, examples and who decides, as Markdown. */
export function toMarkdown(edition: Edition, language: Language): string {
  const w = writer(language);
  const until = edition.inForceUntil === null ? '' : ` ${w.word('until')} ${edition.inForceUntil}`;
  const parts = [
    `# ${w.say(edition.name)}`,
    `_${w.word('generated')}_`,
    [
      w.item('source', w.link(edition.document)),
      w.item('inForce', `${w.word('from')} ${edition.inForceFrom}${until}`),
      w.item('judgement', w.say(judgements[edition.judgement])),
      w.item('explained', w.word(edition.explainAnywhere ? 'explainedEverywhere' : 'explainedSome')),
      w.item(
        'verdicts',
        w.say(
          listed(
            edition.verdicts.map((verdict) => verdicts[verdict]),
            'and',
          ),
        ),
      ),
    ].join('\n'),
    ...levels(edition, language),
    ...requirements(edition, language),
    ...needs(edition, language),
    ...gates(edition, language),
    ...bodies(edition, language),
    ...rights(edition, language),
    ...open(edition, language),
  ];
  return `${parts.join('\n\n')}\n`;
}

function levels(edition: Edition, language: Language): readonly string[] {
  const w = writer(language);
  const all = Object.values(edition.requirements);
  const upTo = (rank: number) => edition.levels.filter((each) => each.rank <= rank).map(({ id }) => id);
  const rows = edition.levels.map((level) => [
    w.say(level.name),
    w.say(level.says),
    String(all.filter((each) => each.level === level.id).length),
    String(
      all.filter(
        (each) =>
          upTo(level.rank).includes(each.level) &&
          (each.liftedAt === undefined || !upTo(level.rank).includes(each.liftedAt)),
      ).length,
    ),
    w.link(level.source),
  ]);
  return [
    `## ${w.word('levels')}`,
    w.table(['level', 'says', 'ownRequirements', 'allRequirements', 'source'], rows),
  ];
}

function requirements(edition: Edition, language: Language): readonly string[] {
  const w = writer(language);
  const all = Object.values(edition.requirements);
  const sections = edition.levels.flatMap((level) => [
    `### ${w.say(level.name)}`,
    ...edition.themes.flatMap((theme) => {
      const here = all.filter((each) => each.level === level.id && each.theme === theme);
      if (here.length === 0) return [];
      return [
        `#### ${w.say(themes[theme])}`,
        ...here.flatMap((each) => [
          ...line(edition, each, language, [
            w.item('guidance', w.say(each.guidance)),
            ...(each.formLabel === undefined ? [] : [w.item('formLabel', `»${escaped(each.formLabel)}«`)]),
            ...formerly(each, language),
          ]),
        ]),
      ];
    }),
  ]);
  return [`## ${w.word('requirements')}`, w.word('requirementsIntro'), ...sections];
}

function formerly(requirement: Requirement, language: Language): readonly string[] {
  const w = writer(language);
  const from = Object.entries(requirement.formerly ?? {}).map(
    ([edition, ids]) =>
      `${ids.length === 0 ? w.word('newHere') : ids.map(escaped).join(', ')} (${w.word('inEdition')} ${edition})`,
  );
  return from.length === 0 ? [] : [w.item('formerly', from.join('; '))];
}

function line(
  edition: Edition,
  each: Line,
  language: Language,
  more: readonly string[] = [],
): readonly string[] {
  const w = writer(language);
  const examples = (satisfied: boolean) =>
    each.examples.filter((example) => example.satisfied === satisfied).map(({ says }) => w.say(says));
  return [
    `##### ${w.say(each.label)} (${escaped(each.id)})`,
    w.say(lineInWords(edition, each)),
    [
      ...more,
      w.item('source', w.link(each.source)),
      w.item('enough', examples(true).join('; ')),
      w.item('notEnough', examples(false).join('; ')),
    ].join('\n'),
  ];
}

function needs(edition: Edition, language: Language): readonly string[] {
  const w = writer(language);
  return [
    `## ${w.word('needs')}`,
    w.word('needsIntro'),
    ...Object.values(edition.needs).flatMap((each) => line(edition, each, language)),
  ];
}

function gates(edition: Edition, language: Language): readonly string[] {
  const w = writer(language);
  return [
    `## ${w.word('gates')}`,
    ...edition.gates.flatMap((gate) => [
      `### ${w.capital(w.say(stages[gate.from]))} → ${w.say(stages[gate.to])} (${escaped(gate.id)})`,
      w.say(gate.says),
      w.table(
        ['level', 'decides', 'recommendation', 'byRight'],
        gateDecisions(edition, gate).map(({ levels: at, right }) => [
          w.say(at),
          right ? w.say(decidersInWords(edition, right)) : w.word('nobodyDecides'),
          w.word(right?.recommendation === true ? 'recommendationAsked' : 'recommendationNone'),
          right ? escaped(right.id) : '–',
        ]),
      ),
      [
        w.item('carriedOutBy', w.say(providersInWords(edition, gate.carriedOutBy))),
        w.item('source', w.link(gate.source)),
      ].join('\n'),
    ]),
  ];
}

function bodies(edition: Edition, language: Language): readonly string[] {
  const w = writer(language);
  return [
    `## ${w.word('bodies')}`,
    ...edition.bodies.flatMap((body) => {
      const rules = edition.composition.filter((rule) => rule.body === body.kind);
      return [
        `### ${w.capital(w.say(bodyTitle(edition, body.kind)))}`,
        w.say(bodyInWords(edition, body)),
        w.item('source', w.link(body.source)),
        ...rules.flatMap((rule) => [
          `#### ${w.word('seats')} (${escaped(rule.id)})`,
          w.say(compositionInWords(edition, rule)),
          [
            w.item('source', w.link(rule.source)),
            ...(['broken', 'kept'] as const).map((word) =>
              w.item(
                word,
                rule.examples
                  .filter(({ breached }) => breached === (word === 'broken'))
                  .map(({ says }) => w.say(says))
                  .join('; '),
              ),
            ),
          ].join('\n'),
        ]),
      ];
    }),
  ];
}

function rights(edition: Edition, language: Language): readonly string[] {
  const w = writer(language);
  return [
    `## ${w.word('rights')}`,
    ...edition.decisionRights.flatMap((right) => [
      `### ${w.capital(w.say(decisionKinds[right.kind]))} (${escaped(right.id)})`,
      w.say(rightInWords(edition, right)),
      w.item('source', w.link(right.source)),
    ]),
  ];
}

/** What no rule settles, which reading was chosen, and how every duty of the source is covered. */
function open(edition: Edition, language: Language): readonly string[] {
  const w = writer(language);
  const dutyOf = (id: string) => edition.duties.find((each) => each.id === id);
  return [
    `## ${w.word('left')}`,
    w.word('leftIntro'),
    edition.leftToPeople
      .map(({ duty, because }) => {
        const { says, source } = dutyOf(duty) ?? { says: { da: duty, en: duty }, source: edition.document };
        return `- **${w.say(says)}** ${w.say(because)} (${escaped(duty)}: ${w.link(source)})`;
      })
      .join('\n'),
    `## ${w.word('choices')}`,
    w.word('choicesIntro'),
    ...edition.choices.flatMap((choice) => [
      `### ${w.say(choice.question)}`,
      [
        w.item('readings', choice.readings.map((each) => w.say(each)).join(' / ')),
        w.item('chosen', `**${w.say(choice.chosen)}**`),
        w.item('source', choice.sources.map(w.link).join('; ')),
      ].join('\n'),
    ]),
    `## ${w.word('duties')}`,
    w.word('dutiesIntro'),
    w.table(
      ['duty', 'says', 'carriedBy', 'source'],
      edition.duties
        .filter(({ id }) => !id.startsWith('requirement.'))
        .map((duty) => [
          escaped(duty.id),
          w.say(duty.says),
          duty.carriedBy.length === 0 ? w.word('people') : duty.carriedBy.map(escaped).join(', '),
          w.link(duty.source),
        ]),
    ),
  ];
}
