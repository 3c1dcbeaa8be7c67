import type { StatuteRule } from '../statute.ts';
import { example, people, sets } from '../write.ts';

/** §5.1 on the fee as it has stood in every known text. */
export const yearlyFee: StatuteRule = sets(
  'V11',
  '5.1',
  ['Kontingent', 'Fee'],
  [
    'Generalforsamlingen fastsætter det årlige kontingent fra næste kalenderår; den, der melder sig ind efter 1. juli, betaler det halve. Kun bestyrelsen kan aftale andet.',
    'The general assembly sets the yearly fee from the next calendar year; who joins after 1 July pays half. Only the board can agree otherwise.',
  ],
  {
    'fee.set-by': 'general-assembly',
    'fee.full-until': { month: 7, day: 1 },
    'fee.late-share': { part: 1, of: 2 },
  },
  example(['Indmeldt 1. juli', 'Joined on 1 July'], { asks: 'fee-percent', joinedOn: '2026-07-01' }, 100),
  example(['Indmeldt 2. juli', 'Joined on 2 July'], { asks: 'fee-percent', joinedOn: '2026-07-02' }, 50),
);

/** §5.1.1, decided in 2025: the fee follows an index. */
export const indexedFee: StatuteRule = sets(
  'V12',
  '5.1.1',
  ['Regulering af kontingent', 'Regulation of the fee'],
  [
    'Kontingentet reguleres hvert år efter KL’s løn- og prisskøn: kontingent gange nyt indeks delt med gammelt. Bestyrelsen fastsætter og offentliggør beløbet.',
    'The fee is regulated every year by KL’s estimate of wages and prices: fee times new index over old. The board sets and publishes the amount.',
  ],
  { 'fee.indexed': true },
  example(
    ['25.000 kr., indekset stiger fra 100 til 103', 'DKK 25,000 and the index rises from 100 to 103'],
    { asks: 'indexed-fee', fee: 2_500_000, newIndex: 103, oldIndex: 100 },
    2_575_000,
  ),
  example(
    ['25.000 kr., indekset står stille', 'DKK 25,000 and the index stands still'],
    { asks: 'indexed-fee', fee: 2_500_000, newIndex: 100, oldIndex: 100 },
    2_500_000,
  ),
);

/** §5.2: hours between the municipalities. */
export const hours: StatuteRule = people(
  'V13',
  '5.2',
  ['Timer mellem kommunerne', 'Hours between the municipalities'],
  [
    'Aftalte og brugte timer afregnes én gang om året med regnskabet, og kun forskellen mellem kommunerne.',
    'Agreed and used hours are settled once a year with the accounts, and only the difference between municipalities.',
  ],
  [
    'Timerne og satsen i bilag 1 føres i regnskabet, ikke i Fælled.',
    'The hours and the rate of annex 1 are kept in the accounts, not in Fælled.',
  ],
);
