import { escaped, writer } from '../markdown.ts';
import type { Language, Text } from '../vocabulary.ts';
import { settingsInWords } from './in-words.ts';
import type { Statutes } from './statute.ts';

/** What the parts of the readable statutes are called, in print and on the pages. */
export const statuteHeadings = {
  rules: { da: 'Regler', en: 'Rules' },
  sets: { da: 'Fastsætter', en: 'Sets' },
  left: { da: 'Overladt til mennesker', en: 'Left to people' },
  gaps: { da: 'Åbent', en: 'Open' },
  gapsIntro: {
    da: 'Det siger vedtægterne ikke noget om. Kun generalforsamlingen kan udfylde det.',
    en: 'The statutes say nothing of this. Only the general assembly can fill it in.',
  },
  meanwhile: { da: 'Indtil da', en: 'Meanwhile' },
  titles: { da: 'Titler', en: 'Titles' },
  role: { da: 'Rolle', en: 'Role' },
  unknownText: {
    da: 'Teksten er ikke kendt; her står kun det, andre kilder fortæller.',
    en: 'The text is not known; only what other sources tell stands here.',
  },
} as const satisfies Record<string, Text>;

/** The readable statutes: every rule with its paragraph, what it sets, its examples, and what is open, as Markdown. */
export function statutesToMarkdown(statutes: Statutes, language: Language): string {
  const w = writer(language);
  const head = (name: keyof typeof statuteHeadings): string => w.say(statuteHeadings[name]);
  const until = statutes.inForceUntil === null ? '' : ` ${w.word('until')} ${statutes.inForceUntil}`;
  const rules = statutes.rules.flatMap((rule) => [
    `### ${w.say(rule.label)} (${escaped(rule.id)})`,
    w.say(rule.says),
    [
      w.item('source', w.link(rule.source)),
      ...settingsInWords(rule.sets).map(({ what, value }) => `- ${w.say(what)}: ${w.say(value)}`),
      ...(rule.leftToPeople ? [`- ${head('left')}: ${w.say(rule.leftToPeople)}`] : []),
      ...(rule.examples.length === 0
        ? []
        : [
            w.item(
              'examples',
              rule.examples
                .map((each) => `${w.say(each.says)}: ${answered(each.answer, language)}`)
                .join('; '),
            ),
          ]),
    ].join('\n'),
  ]);
  const parts = [
    `# ${w.say(statutes.name)}`,
    `_${w.word('generated')}_`,
    [
      w.item('source', w.link(statutes.document)),
      w.item('inForce', `${w.word('from')} ${statutes.inForceFrom}${until}`),
      ...(statutes.textKnown ? [] : [`- ${head('unknownText')}`]),
    ].join('\n'),
    `## ${head('rules')}`,
    ...rules,
    `## ${head('gaps')}`,
    head('gapsIntro'),
    ...statutes.gaps.flatMap((gap) => [
      `### ${w.say(gap.question)}`,
      [
        `- ${head('meanwhile')}: ${w.say(gap.meanwhile)}`,
        w.item('source', gap.sources.map(w.link).join('; ')),
      ].join('\n'),
    ]),
    `## ${w.word('choices')}`,
    ...statutes.choices.flatMap((choice) => [
      `### ${w.say(choice.question)}`,
      [
        w.item('readings', choice.readings.map((each) => w.say(each)).join(' / ')),
        w.item('chosen', `**${w.say(choice.chosen)}**`),
        w.item('source', choice.sources.map(w.link).join('; ')),
      ].join('\n'),
    ]),
    `## ${head('titles')}`,
    statutes.titles.map(({ title, source }) => `- ${w.say(title)} (${w.link(source)})`).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The answer of an example as people read it. */
export function answered(answer: string | number | boolean | null, language: Language): string {
  if (typeof answer === 'boolean')
    return answer ? { da: 'ja', en: 'yes' }[language] : { da: 'nej', en: 'no' }[language];
  return answer === null ? '–' : String(answer);
}
