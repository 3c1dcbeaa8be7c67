import type { StatuteRule } from '../statute.ts';
import { example, people, sets } from '../write.ts';

/** §6: the board. */
export const board: readonly StatuteRule[] = [
  sets(
    'V14',
    '6.1',
    ['Bestyrelsens størrelse', 'Size of the board'],
    [
      'Bestyrelsen har en formand og mindst fire medlemmer mere; hver repræsenterer et medlem, og ingen medlemsorganisation har mere end én plads.',
      'The board has a chair and at least four more members; each represents a member, and no member organisation has more than one seat.',
    ],
    { 'board.smallest': 5, 'board.seats-of-a-member': 1 },
    example(['Fire i alt', 'Four in all'], { asks: 'board-complete', members: 4 }, false),
    example(['Fem i alt', 'Five in all'], { asks: 'board-complete', members: 5 }, true),
    example(['Én fra en kommune', 'One of a municipality'], { asks: 'board-seats', ofOneMember: 1 }, true),
    example(
      ['To fra samme kommune', 'Two of the same municipality'],
      { asks: 'board-seats', ofOneMember: 2 },
      false,
    ),
  ),
  people(
    'V15',
    '6.1.1',
    ['Daglig drift', 'Daily operation'],
    [
      'Sekretariatet står for den daglige drift sammen med formanden.',
      'The secretariat runs the daily operation together with the chair.',
    ],
    ['Det er et samarbejde og ikke en betingelse.', 'It is work together, not a condition.'],
  ),
  sets(
    'V16',
    '6.2',
    ['Valgt af generalforsamlingen', 'Elected by the general assembly'],
    [
      'Formanden og bestyrelsens medlemmer vælges direkte af generalforsamlingen.',
      'The chair and the members of the board are elected directly by the general assembly.',
    ],
    { 'board.elected-by': 'general-assembly' },
  ),
  sets(
    'V17',
    '6.3',
    ['Bestyrelsen kan beslutte', 'The board can decide'],
    [
      'Bestyrelsen vælger selv kasserer og sekretær på sit første møde og fastsætter sin forretningsorden. Den kan beslutte, når mindst halvdelen er til stede, og fører protokol.',
      'The board elects treasurer and secretary among its own at its first meeting and sets its rules of procedure. It can decide when at least half are present, and keeps minutes.',
    ],
    {
      'board.quorum': { part: 1, of: 2 },
      'board.offices': [
        { da: 'kasserer', en: 'treasurer' },
        { da: 'sekretær', en: 'secretary' },
      ],
    },
    example(['Fem i bestyrelsen', 'Five on the board'], { asks: 'board-quorum', members: 5 }, 3),
    example(['Seks i bestyrelsen', 'Six on the board'], { asks: 'board-quorum', members: 6 }, 3),
    example(['Syv i bestyrelsen', 'Seven on the board'], { asks: 'board-quorum', members: 7 }, 4),
    example(
      ['To af fem er til stede', 'Two of five are present'],
      { asks: 'board-can-decide', members: 5, present: 2 },
      false,
    ),
    example(
      ['Tre af seks er til stede', 'Three of six are present'],
      { asks: 'board-can-decide', members: 6, present: 3 },
      true,
    ),
  ),
  sets(
    'V18',
    '6.4',
    ['Valgperioder', 'Terms'],
    [
      'Valg gælder to år. Formanden er på valg i ulige år, halvdelen af medlemmerne i lige år og resten i ulige. En suppleant, der træder ind, overtager perioden.',
      'Elections are for two years. The chair stands in odd years, half of the members in even years and the rest in odd ones. A substitute who steps in takes over the term.',
    ],
    {
      'election.term': 2,
      'election.chair': 'odd',
      'election.half-of-members': 'even',
      'election.substitute-takes-over-term': true,
    },
    example(
      ['Formanden i 2027', 'The chair in 2027'],
      { asks: 'on-election', role: 'chair', electedIn: 2025, year: 2027 },
      true,
    ),
    example(
      ['Formanden i 2026', 'The chair in 2026'],
      { asks: 'on-election', role: 'chair', electedIn: 2025, year: 2026 },
      false,
    ),
    example(
      ['Et medlem valgt i 2024, i 2026', 'A member elected in 2024, in 2026'],
      { asks: 'on-election', role: 'member', electedIn: 2024, year: 2026 },
      true,
    ),
    example(
      ['Et medlem valgt i 2025, i 2026', 'A member elected in 2025, in 2026'],
      { asks: 'on-election', role: 'member', electedIn: 2025, year: 2026 },
      false,
    ),
    example(
      [
        'Suppleanten træder ind i 2026 for et medlem valgt i 2025',
        'The substitute steps in in 2026 for a member elected in 2025',
      ],
      { asks: 'substitute-until', electedIn: 2025, stepsInOn: '2026-09-01' },
      2027,
    ),
  ),
  sets(
    'V19',
    '6.5',
    ['Flertal i bestyrelsen', 'Majority on the board'],
    [
      'Bestyrelsen beslutter med almindeligt flertal; ved stemmelighed tæller formandens stemme dobbelt.',
      'The board decides by simple majority; at a tie the chair’s vote counts double.',
    ],
    { 'board.majority': { kind: 'simple', base: 'cast' }, 'board.tie': 'chair-decides' },
    example(
      ['Tre for, to imod', 'Three for, two against'],
      { asks: 'carries', question: 'board', for: 3, against: 2, abstaining: 0 },
      true,
    ),
    example(
      ['Tre for, tre imod, formanden for', 'Three for, three against, the chair for'],
      { asks: 'carries', question: 'board', for: 3, against: 3, abstaining: 0, chairFor: true },
      true,
    ),
    example(
      ['Tre for, tre imod, formanden imod', 'Three for, three against, the chair against'],
      { asks: 'carries', question: 'board', for: 3, against: 3, abstaining: 0, chairFor: false },
      false,
    ),
    example(
      ['To for, én imod, tre undlader', 'Two for, one against, three abstain'],
      { asks: 'carries', question: 'board', for: 2, against: 1, abstaining: 3 },
      true,
    ),
  ),
  people(
    'V20',
    '6.6',
    ['Udvalg', 'Committees'],
    [
      'Bestyrelsen kan nedsætte udvalg og grupper og inddrager viden og alle egne af landet.',
      'The board may set up committees and groups, and draws on knowledge and every part of the country.',
    ],
    [
      'Organer nedsættes i Fælled; hensynet til viden og geografi er et skøn.',
      'Bodies are set up in Fælled; regard to knowledge and geography is a judgement.',
    ],
  ),
  people(
    'V21',
    '6.7',
    ['Bestyrelsen repræsenterer', 'The board represents'],
    [
      'Bestyrelsen repræsenterer fællesskabet og kan udpege folk til løbende opgaver.',
      'The board represents the community and may appoint people to continuing tasks.',
    ],
    ['Det er en ret og ikke en betingelse.', 'It is a right, not a condition.'],
  ),
];
