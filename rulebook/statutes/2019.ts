import { assembly, change, extraordinary } from './rules/assembly.ts';
import { board } from './rules/board.ts';
import { community } from './rules/community.ts';
import { hours, yearlyFee } from './rules/fees.ts';
import { members } from './rules/members.ts';
import { gaps, readings, unregulated } from './gaps.ts';
import type { Statutes } from './statute.ts';
import { titlesThen } from './titles.ts';
import { inOrder, paragraph, reading } from './write.ts';

/** The statutes as changed on 6 May 2019, known from their text in Git since 6 November 2021. */
export const statutes2019: Statutes = {
  id: '2019-05-06',
  name: { da: 'Vedtægterne fra 2019', en: 'The statutes of 2019' },
  document: paragraph('1–12'),
  inForceFrom: '2019-05-06',
  inForceUntil: '2026-03-16',
  textKnown: true,
  rules: inOrder(community, members, [yearlyFee, hours], board, assembly, extraordinary, change),
  gaps: [...gaps, unregulated],
  choices: [
    ...readings,
    reading(
      'text-of-2019',
      [
        'Hvad stod der, før teksten kom i Git i 2021?',
        'What did the text say before it came to Git in 2021?',
      ],
      [
        [
          'Det samme; kun indeks og navnet på sekretariatet blev rettet',
          'The same; only index and the name of the secretariat were corrected',
        ],
        ['Ikke kendt for hver dag', 'Not known for every day'],
      ],
      [
        'Det samme, som tekstens egen log siger. Sekretariatet hed administratorer til november 2021.',
        'The same, as the text’s own log says. The secretariat was called administrators until November 2021.',
      ],
      { ...paragraph('12'), section: 'log' },
    ),
  ],
  titles: titlesThen,
};
