import type { FixedItem } from '../settings.ts';
import type { StatuteRule } from '../statute.ts';
import { example, people, sets, text, type Pair } from '../write.ts';

const item = (
  key: string,
  kind: FixedItem['kind'],
  title: Pair,
  more: Partial<FixedItem> = {},
): FixedItem => ({
  key,
  title: text(title),
  kind,
  place: 'first',
  ...more,
});

/** §7.3: the nine items, in order. */
const agenda: readonly FixedItem[] = [
  item(
    'elect-meeting-chair',
    'decision',
    ['Valg af dirigent og referent', 'Election of chair of the meeting and minute-taker'],
    { elects: 'meeting-chair' },
  ),
  item('report', 'information', ['Bestyrelsens beretning', 'The board’s report']),
  item('elect-chair', 'decision', ['Valg af formand', 'Election of the chair'], { elects: 'chair' }),
  item('elect-members', 'decision', ['Valg af bestyrelsesmedlemmer', 'Election of board members'], {
    elects: 'member',
  }),
  item(
    'elect-substitutes',
    'decision',
    ['Valg af bestyrelsessuppleanter', 'Election of substitutes to the board'],
    { elects: 'substitute' },
  ),
  item('elect-auditor', 'decision', ['Valg af revisor', 'Election of the auditor'], { elects: 'auditor' }),
  item('accounts-and-fee', 'decision', [
    'Godkendelse af regnskab og vedtagelse af kontingent',
    'Approval of the accounts and adoption of the fee',
  ]),
  item('proposals', 'decision', ['Indkomne forslag', 'Proposals received'], { holdsProposals: true }),
  item('any-other-business', 'discussion', ['Eventuelt', 'Any other business'], { place: 'last' }),
];

/** §7: the ordinary general assembly. */
export const assembly: readonly StatuteRule[] = [
  sets(
    'V22',
    '7.1',
    ['April eller maj', 'April or May'],
    [
      'Den ordinære generalforsamling holdes i april eller maj.',
      'The ordinary general assembly is held in April or May.',
    ],
    { 'assembly.months': [4, 5] },
    example(['31. marts', '31 March'], { asks: 'in-season', meeting: '2026-03-31' }, false),
    example(['1. april', '1 April'], { asks: 'in-season', meeting: '2026-04-01' }, true),
    example(['31. maj', '31 May'], { asks: 'in-season', meeting: '2026-05-31' }, true),
    example(['1. juni', '1 June'], { asks: 'in-season', meeting: '2026-06-01' }, false),
  ),
  sets(
    'V23',
    '7.1',
    ['Flertal på generalforsamlingen', 'Majority in the general assembly'],
    [
      'Generalforsamlingen beslutter ved simpelt stemmeflertal.',
      'The general assembly decides by simple majority of votes.',
    ],
    { 'assembly.majority': { kind: 'simple', base: 'cast' } },
    example(
      ['21 for, 20 imod, 9 undlader', '21 for, 20 against, 9 abstain'],
      { asks: 'carries', question: 'assembly', for: 21, against: 20, abstaining: 9 },
      true,
    ),
    example(
      ['20 for, 20 imod', '20 for, 20 against'],
      { asks: 'carries', question: 'assembly', for: 20, against: 20, abstaining: 0 },
      false,
    ),
  ),
  sets(
    'V24',
    '7.2',
    ['Indkaldelse', 'Notice'],
    [
      'Bestyrelsen indkalder med mindst en måneds varsel på e-mail, hjemmesiden eller et andet accepteret medie.',
      'The board gives at least a month’s notice by e-mail, on the website or by another accepted medium.',
    ],
    { 'assembly.notice': { n: 1, unit: 'months' } },
    example(
      ['Generalforsamling 18. maj 2026', 'General assembly on 18 May 2026'],
      { asks: 'last-day', of: 'notice', kind: 'ordinary', meeting: '2026-05-18' },
      '2026-04-18',
    ),
    example(
      ['En måned er en kalendermåned: 31. maj', 'A month is a calendar month: 31 May'],
      { asks: 'last-day', of: 'notice', kind: 'ordinary', meeting: '2026-05-31' },
      '2026-04-30',
    ),
    example(
      ['Indkaldt 18. april til 18. maj', 'Called on 18 April for 18 May'],
      { asks: 'in-time', of: 'notice', kind: 'ordinary', meeting: '2026-05-18', done: '2026-04-18' },
      true,
    ),
    example(
      ['Indkaldt 19. april til 18. maj', 'Called on 19 April for 18 May'],
      { asks: 'in-time', of: 'notice', kind: 'ordinary', meeting: '2026-05-18', done: '2026-04-19' },
      false,
    ),
  ),
  sets(
    'V25',
    '7.2',
    ['Forslag', 'Proposals'],
    [
      'Forslag sendes på mail til sekretariatet senest to uger før.',
      'Proposals are mailed to the secretariat at the latest two weeks before.',
    ],
    { 'assembly.proposals': { n: 2, unit: 'weeks' } },
    example(
      ['Modtaget 4. maj til 18. maj', 'Received on 4 May for 18 May'],
      { asks: 'in-time', of: 'proposals', kind: 'ordinary', meeting: '2026-05-18', done: '2026-05-04' },
      true,
    ),
    example(
      ['Modtaget 5. maj til 18. maj', 'Received on 5 May for 18 May'],
      { asks: 'in-time', of: 'proposals', kind: 'ordinary', meeting: '2026-05-18', done: '2026-05-05' },
      false,
    ),
  ),
  sets(
    'V26',
    '7.2',
    ['Forslag sendes ud', 'Proposals are sent out'],
    [
      'Indkomne forslag sendes til medlemmerne senest otte dage før.',
      'Proposals received are sent to the members at the latest eight days before.',
    ],
    { 'assembly.papers': { n: 8, unit: 'days' } },
    example(
      ['Sendt 10. maj til 18. maj', 'Sent on 10 May for 18 May'],
      { asks: 'in-time', of: 'papers', kind: 'ordinary', meeting: '2026-05-18', done: '2026-05-10' },
      true,
    ),
    example(
      ['Sendt 11. maj til 18. maj', 'Sent on 11 May for 18 May'],
      { asks: 'in-time', of: 'papers', kind: 'ordinary', meeting: '2026-05-18', done: '2026-05-11' },
      false,
    ),
  ),
  sets(
    'V27',
    '7.3',
    ['Fast dagsorden', 'Fixed agenda'],
    [
      'Formanden åbner generalforsamlingen og leder valget af dirigent og referent; dagsordenen har ni faste punkter.',
      'The chair opens the general assembly and leads the election of the chair of the meeting and the minute-taker; the agenda has nine fixed items.',
    ],
    { 'assembly.agenda': agenda },
  ),
  sets(
    'V28',
    '7.4',
    ['Referat', 'Minutes'],
    [
      'Dirigenten godkender og underskriver referatet, som offentliggøres senest to uger efter.',
      'The chair of the meeting approves and signs the minutes, which are published at the latest two weeks after.',
    ],
    { 'assembly.minutes': { n: 2, unit: 'weeks' }, 'assembly.minutes-by-meeting-chair': true },
    example(
      ['Offentliggjort 1. juni efter 18. maj', 'Published on 1 June after 18 May'],
      { asks: 'in-time', of: 'minutes', kind: 'ordinary', meeting: '2026-05-18', done: '2026-06-01' },
      true,
    ),
    example(
      ['Offentliggjort 2. juni efter 18. maj', 'Published on 2 June after 18 May'],
      { asks: 'in-time', of: 'minutes', kind: 'ordinary', meeting: '2026-05-18', done: '2026-06-02' },
      false,
    ),
  ),
  people(
    'V29',
    '7.5',
    ['Kontingent for leverandører', 'Fee of suppliers'],
    [
      'Generalforsamlingen kan fastsætte kontingent for medlemmer og leverandørpartnere.',
      'The general assembly may set fees for members and supplier partners.',
    ],
    [
      'Det er en mulighed; leverandører betaler ikke i dag.',
      'It is a possibility; suppliers pay nothing today.',
    ],
  ),
];

/** §8: the extraordinary general assembly. */
export const extraordinary: readonly StatuteRule[] = [
  sets(
    'V30',
    '8.1–8.2',
    ['Ekstraordinær generalforsamling', 'Extraordinary general assembly'],
    [
      'Bestyrelsen kan indkalde til ekstraordinær generalforsamling; den holdes senest fire uger efter, at bestyrelsen har behandlet ønsket, og indkaldes mindst 14 dage før.',
      'The board may call an extraordinary general assembly; it is held at the latest four weeks after the board has treated the wish, with notice of at least 14 days.',
    ],
    { 'extraordinary.held-within': { n: 4, unit: 'weeks' }, 'extraordinary.notice': { n: 14, unit: 'days' } },
    example(
      ['Behandlet 1. september, holdt 29. september', 'Treated on 1 September, held on 29 September'],
      { asks: 'held-in-time', treatedOn: '2026-09-01', meeting: '2026-09-29' },
      true,
    ),
    example(
      ['Behandlet 1. september, holdt 30. september', 'Treated on 1 September, held on 30 September'],
      { asks: 'held-in-time', treatedOn: '2026-09-01', meeting: '2026-09-30' },
      false,
    ),
    example(
      ['Indkaldt 15. september til 29. september', 'Called on 15 September for 29 September'],
      { asks: 'in-time', of: 'notice', kind: 'extraordinary', meeting: '2026-09-29', done: '2026-09-15' },
      true,
    ),
    example(
      ['Indkaldt 16. september til 29. september', 'Called on 16 September for 29 September'],
      { asks: 'in-time', of: 'notice', kind: 'extraordinary', meeting: '2026-09-29', done: '2026-09-16' },
      false,
    ),
  ),
  sets(
    'V31',
    '8.2',
    ['En tredjedel kan kræve ny bestyrelse', 'A third can ask for a new board'],
    [
      'Ønsker mindst en tredjedel af medlemmerne det, kan der holdes ekstraordinær generalforsamling med valg af ny bestyrelse.',
      'When at least a third of the members wish it, an extraordinary general assembly can be held to elect a new board.',
    ],
    { 'extraordinary.asked-for-by': { part: 1, of: 3 } },
    example(['78 medlemmer', '78 members'], { asks: 'members-needed', members: 78 }, 26),
    example(['79 medlemmer', '79 members'], { asks: 'members-needed', members: 79 }, 27),
    example(['80 medlemmer', '80 members'], { asks: 'members-needed', members: 80 }, 27),
  ),
];

/** §9.1–9.2: changing the statutes, and ending it all. */
export const change: readonly StatuteRule[] = [
  sets(
    'V32',
    '9.1',
    ['Ændring af vedtægterne', 'Change of the statutes'],
    [
      'Vedtægterne ændres på en generalforsamling med to tredjedele af de tilstedeværende stemmeberettigede medlemmer; den, der ikke stemmer, tæller imod.',
      'The statutes are changed at a general assembly by two thirds of the voting members present; who does not vote counts against.',
    ],
    { 'statutes.majority': { kind: 'two-thirds', base: 'present' } },
    example(
      ['20 for, 10 imod', '20 for, 10 against'],
      { asks: 'carries', question: 'statutes', for: 20, against: 10, abstaining: 0 },
      true,
    ),
    example(
      ['19 for, 11 imod', '19 for, 11 against'],
      { asks: 'carries', question: 'statutes', for: 19, against: 11, abstaining: 0 },
      false,
    ),
    example(
      ['20 for, 5 imod, 6 undlader', '20 for, 5 against, 6 abstain'],
      { asks: 'carries', question: 'statutes', for: 20, against: 5, abstaining: 6 },
      false,
    ),
  ),
  sets(
    'V33',
    '9.2',
    ['Opløsning', 'Dissolution'],
    [
      'Opløsning besluttes på en generalforsamling med to tredjedele af de stemmeberettigede medlemmer på den.',
      'Dissolution is decided at a general assembly by two thirds of the voting members at it.',
    ],
    { 'dissolution.majority': { kind: 'two-thirds', base: 'present' } },
    example(
      ['40 for, 20 imod', '40 for, 20 against'],
      { asks: 'carries', question: 'dissolution', for: 40, against: 20, abstaining: 0 },
      true,
    ),
    example(
      ['39 for, 20 imod, 1 undlader', '39 for, 20 against, 1 abstains'],
      { asks: 'carries', question: 'dissolution', for: 39, against: 20, abstaining: 1 },
      false,
    ),
  ),
];
