import type { LevelId } from '../../rulebook/rule.ts';
import { stages, themes, verdicts } from '../../rulebook/vocabulary.ts';
import type { Language } from '../../rulebook/vocabulary.ts';
import { formatDate, formatShare } from '../web/format.ts';
import type { CountTable, Tally } from './counts.ts';
import { lightSigns } from './lights.ts';
import { cellText, lineText, markdownLink, markdownTable, paragraphs } from './markdown-text.ts';
import type { Report, ReportRow, ReportSaid, Registered } from './report.ts';
import type { JudgedValue, LightValue } from './report.ts';
import {
  factWord,
  labelIn,
  levelIn,
  saidLines,
  shownValues,
  valueSign,
  valueWord,
  wordIn,
} from './report-words.ts';
import { reportWords } from './words.ts';

/** A report as Markdown (CommonMark with tables); people's text in it is escaped. */
export function reportMarkdown(report: Report, lang: Language): string {
  const parts = [
    top(report, lang),
    ...report.themes.map(
      ({ theme, rows }) => `### ${themes[theme][lang]}\n\n${rowsTable(report, rows, lang)}`,
    ),
    differences(report, lang),
    contradictions(report, lang),
    questions(report, lang),
    report.kind === 'evaluation'
      ? counts(report, report.lightCounts, lang)
      : counts(report, report.verdictCounts, lang),
    report.kind === 'evaluation' ? meanings(report, lang) : '',
    closing(report, lang),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function top(report: Report, lang: Language): string {
  const words = reportWords(lang);
  const { initiative, edition } = report;
  const level = edition.levels.find(({ id }) => id === initiative.level)?.name[lang] ?? words.notPlaced;
  const facts: readonly (readonly [string, string])[] = [
    [words.date, formatDate(report.on, lang)],
    [words.edition, lineText(edition.name[lang])],
    [words.stage, stages[initiative.stage][lang]],
    [words.level, lineText(level)],
    ...(initiative.address
      ? [[words.address, markdownLink(initiative.address, initiative.address)] as const]
      : []),
    ...initiative.facts.map(({ label, value }) => [label[lang], lineText(value)] as const),
    ...(initiative.links.length > 0
      ? [
          [
            words.links,
            initiative.links.map(({ title, url }) => markdownLink(title, url)).join(', '),
          ] as const,
        ]
      : []),
  ];
  const title =
    report.kind === 'governance'
      ? words.governanceTitle(initiative.name)
      : words.evaluationTitle(stages[initiative.stage][lang], initiative.name);
  return [
    `# ${lineText(title)}`,
    facts.map(([name, value]) => `- **${name}:** ${value}`).join('\n'),
    paragraphs(initiative.summary),
    section(words.summary, report.wording.summary),
    `## ${words.all}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const section = (title: string, text: string): string =>
  text.trim() === '' ? '' : `## ${title}\n\n${paragraphs(text)}`;

function rowsTable(report: Report, rows: readonly ReportRow[], lang: Language): string {
  const words = reportWords(lang);
  const about = (row: ReportRow): [string, string, string] => [
    row.requirement.id,
    cellText(labelIn(row.requirement, lang)),
    cellText(levelIn(report.edition, row.requirement.level, lang)),
  ];
  if (report.kind === 'governance')
    return markdownTable(
      [
        '#',
        words.requirement,
        words.level,
        words.complied,
        words.documentation,
        words.evidence,
        words.registered,
      ],
      rows.map((row) => [
        ...about(row),
        row.self ? cellText(wordIn(row.self, report.edition, lang)) : '',
        row.self?.explanation ? cellText(row.self.explanation) : words.notFilled,
        evidence(row.self, report.on, lang),
        registered(row.registered, lang),
      ]),
    );
  return markdownTable(
    [
      '#',
      words.requirement,
      words.level,
      words.selfWord,
      words.light,
      words.grounds,
      words.evidence,
      words.registered,
    ],
    rows.map((row) => [
      ...about(row),
      row.self ? verdicts[row.self.verdict][lang] : '',
      row.light === 'unassessed' ? '' : lightSigns[row.light],
      row.community ? cellText(row.community.explanation) : '',
      evidence(row.community, report.on, lang),
      registered(row.registered, lang),
    ]),
  );
}

function evidence(said: ReportSaid | null, on: string, lang: Language): string {
  if (!said) return '';
  return [
    ...said.evidence.map(({ title, url }) => (url === null ? cellText(title) : markdownLink(title, url))),
    ...saidLines(said, on, lang).map(cellText),
  ].join('<br>');
}

function registered(facts: Registered | null, lang: Language): string {
  if (!facts) return '';
  const words = reportWords(lang);
  return [
    facts.satisfied ? words.satisfied : words.notSatisfied,
    ...facts.because.map((because) => cellText(factWord(because, lang))),
  ].join('<br>');
}

function differences(report: Report, lang: Language): string {
  const words = reportWords(lang);
  if (report.differences.length === 0) return '';
  return [
    `## ${words.differences}`,
    words.differencesWhy,
    markdownTable(
      ['#', words.requirement, words.selfWord, words.light],
      report.differences.map(({ requirement, self, community }) => [
        requirement.id,
        cellText(labelIn(requirement, lang)),
        self ? verdicts[self.verdict][lang] : '',
        community ? verdicts[community.verdict][lang] : '',
      ]),
    ),
  ].join('\n\n');
}

function contradictions(report: Report, lang: Language): string {
  const words = reportWords(lang);
  if (report.contradictions.length === 0) return '';
  return [
    `## ${words.contradictions}`,
    report.contradictions
      .map(
        ({ requirement, registered: facts, verdict }) =>
          `- ${requirement.id} ${lineText(labelIn(requirement, lang))}: ${verdicts[verdict ?? 'unknown'][lang]}; ${(facts?.because ?? []).map((because) => lineText(factWord(because, lang))).join(', ')}`,
      )
      .join('\n'),
  ].join('\n\n');
}

function questions(report: Report, lang: Language): string {
  const words = reportWords(lang);
  const asked = report.rows.flatMap(({ requirement, questions: list }) =>
    list.map((each) => [requirement.id, each] as const),
  );
  if (asked.length === 0) return '';
  return [
    `## ${words.questions}`,
    markdownTable(
      ['#', words.question, words.answer],
      asked.map(([id, each]) => [
        id,
        `${cellText(each.question)} (${formatDate(each.askedOn, lang)})`,
        each.answer === null
          ? words.noAnswer
          : `${cellText(each.answer)}${each.answeredOn ? ` (${formatDate(each.answeredOn, lang)})` : ''}`,
      ]),
    ),
  ].join('\n\n');
}

function counts<Value extends JudgedValue | LightValue>(
  report: Report,
  table: CountTable<Value>,
  lang: Language,
): string {
  const words = reportWords(lang);
  const values = shownValues(table);
  const levelName = (level: LevelId): string =>
    report.edition.levels.find(({ id }) => id === level)?.name[lang] ?? level;
  const row = (name: string, tally: Tally<Value>): string[] => [
    name,
    ...values.map((value) =>
      tally.total === 0 ? '0' : `${tally.counts[value]} (${formatShare(tally.percent[value] / 100, lang)})`,
    ),
    String(tally.total),
  ];
  const cell = (tally: Tally<Value>): string =>
    values
      .filter((value) => tally.counts[value] > 0)
      .map((value) => `${valueSign(value, lang)} ${tally.counts[value]}`)
      .join('<br>');
  const byLevel = table.levels.map((level) => [level, table.byLevel[level] as Tally<Value>] as const);
  return [
    `## ${words.counts}`,
    words.countRule,
    `### ${words.byLevel}`,
    markdownTable(
      [words.level, ...values.map((value) => valueWord(value, lang)), words.sum],
      [...byLevel.map(([level, tally]) => row(levelName(level), tally)), row(`**${words.sum}**`, table.all)],
    ),
    `### ${words.byTheme}`,
    markdownTable(
      [words.theme, ...table.levels.map(levelName), words.sum],
      [
        ...table.themes.map((theme) => [
          themes[theme][lang],
          ...table.levels.map((level) => cell(table.cell[theme][level] as Tally<Value>)),
          cell(table.byTheme[theme]),
        ]),
        [`**${words.sum}**`, ...byLevel.map(([, tally]) => cell(tally)), cell(table.all)],
        [
          words.upTo,
          ...table.levels.map((level) => words.requirements(table.upToLevel[level]?.total ?? 0)),
          words.requirements(table.all.total),
        ],
      ],
    ),
  ].join('\n\n');
}

function meanings(report: Report, lang: Language): string {
  const words = reportWords(lang);
  return [
    `## ${words.lightsTitle}`,
    shownValues(report.lightCounts)
      .map((value) => `- ${valueWord(value, lang)}: ${words.lightMeaning[value]}`)
      .join('\n'),
    words.lightNotQuality,
  ].join('\n\n');
}

function closing(report: Report, lang: Language): string {
  const words = reportWords(lang);
  return [
    section(words.overall, report.wording.overall),
    section(words.recommendation, report.wording.recommendation),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
