import type { Statutes, StatuteRule } from './statute.ts';
import { settings, type SettingId } from './settings.ts';
import { board } from './rules/board.ts';
import { community } from './rules/community.ts';
import { boardPage, titlesThen } from './titles.ts';
import { gap, people, reading } from './write.ts';

const later = (id: string): StatuteRule =>
  [...board, ...community].find((rule) => rule.id === id) as StatuteRule;

/** A rule of the later text that the community's page of the time tells too. */
const told = (id: string, more: Partial<StatuteRule> = {}): StatuteRule => ({
  ...later(id),
  source: boardPage,
  ...more,
});

const rules: readonly StatuteRule[] = [
  told('V1', { source: { document: 'OS2 organisering 1.0', section: '§5.6', page: '22' } }),
  told('V14', {
    label: { da: 'Pladser i bestyrelsen', en: 'Seats on the board' },
    says: {
      da: 'Hver i bestyrelsen repræsenterer et medlem, og ingen medlemsorganisation har mere end én plads.',
      en: 'Each on the board represents a member, and no member organisation has more than one seat.',
    },
    sets: { 'board.seats-of-a-member': 1 },
    examples: later('V14').examples.filter(({ question }) => question.asks === 'board-seats'),
  }),
  told('V16', {
    says: {
      da: 'Formand, næstformand og bestyrelsens medlemmer vælges på den årlige generalforsamling.',
      en: 'Chair, deputy chair and members of the board are elected at the yearly general assembly.',
    },
    sets: { 'board.elected-by': 'general-assembly', 'board.deputy-chair': true },
  }),
  told('V17', {
    says: {
      da: 'Bestyrelsen fastsætter sin forretningsorden, kan beslutte, når mindst halvdelen er til stede, og fører protokol.',
      en: 'The board sets its rules of procedure, can decide when at least half are present, and keeps minutes.',
    },
    sets: { 'board.quorum': { part: 1, of: 2 } },
  }),
  told('V19', {
    label: { da: 'Stemmelighed i bestyrelsen', en: 'A tie on the board' },
    says: {
      da: 'Ved stemmelighed i bestyrelsen tæller formandens stemme dobbelt.',
      en: 'At a tie on the board the chair’s vote counts double.',
    },
    sets: { 'board.tie': 'chair-decides' },
    examples: [],
  }),
  {
    ...people(
      'V21',
      '6.7',
      ['Bestyrelsen repræsenterer', 'The board represents'],
      [
        'Bestyrelsen tegner fællesskabet udadtil og kan udpege administratorer.',
        'The board speaks for the community and may appoint administrators.',
      ],
      ['Det er en ret og ikke en betingelse.', 'It is a right, not a condition.'],
    ),
    source: boardPage,
  },
];

const known = new Set(rules.flatMap((rule) => Object.keys(rule.sets)));

/** The statutes as changed on 3 May 2016. Their text is not known; what other sources tell of it stands here. */
export const statutes2016: Statutes = {
  id: '2016-05-03',
  name: { da: 'Vedtægterne fra 2016', en: 'The statutes of 2016' },
  document: { ...boardPage, document: 'OS2 vedtægter', section: 'ændret 3. maj 2016' },
  inForceFrom: '2016-05-03',
  inForceUntil: '2019-05-05',
  textKnown: false,
  rules,
  gaps: [
    gap(
      'text-unknown',
      'general-assembly',
      ['Hvad stod der i vedtægterne fra 2016?', 'What did the statutes of 2016 say?'],
      [
        'Teksten er ikke fundet. Kun det, fællesskabets egen side og rapporten fra 2016 fortæller, står her; resten er åbent.',
        'The text has not been found. Only what the community’s own page and the report of 2016 tell stands here; the rest is open.',
      ],
      (Object.keys(settings) as SettingId[]).filter((id) => !known.has(id)),
      boardPage,
    ),
  ],
  choices: [
    reading(
      'page-undated',
      [
        'Gælder siden om bestyrelsen vedtægterne fra 2016?',
        'Does the page on the board tell of the statutes of 2016?',
      ],
      [
        [
          'Ja, den nævner administratorer og en næstformand valgt af generalforsamlingen',
          'Yes, it names administrators and a deputy chair elected by the assembly',
        ],
        ['Siden har ingen dato', 'The page has no date'],
      ],
      [
        'Ja. Den afviger fra teksten fra 2019 og er derfor ældre.',
        'Yes. It differs from the text of 2019 and is therefore older.',
      ],
      boardPage,
    ),
  ],
  titles: titlesThen,
};
