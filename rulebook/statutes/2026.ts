import { assembly, change, extraordinary } from './rules/assembly.ts';
import { board } from './rules/board.ts';
import { community } from './rules/community.ts';
import { hours, indexedFee, yearlyFee } from './rules/fees.ts';
import { members } from './rules/members.ts';
import { gaps, readings, rounding } from './gaps.ts';
import type { Statutes } from './statute.ts';
import { titlesNow } from './titles.ts';
import { inOrder, paragraph, reading } from './write.ts';

/** The statutes with §5.1.1 on regulation of the fee: decided in 2025, published in Git on 17 March 2026. */
export const statutes2026: Statutes = {
  id: '2026-03-17',
  name: { da: 'Vedtægterne fra 2026', en: 'The statutes of 2026' },
  document: paragraph('1–12'),
  inForceFrom: '2026-03-17',
  inForceUntil: null,
  textKnown: true,
  rules: inOrder(community, members, [yearlyFee, indexedFee, hours], board, assembly, extraordinary, change),
  gaps: [...gaps, rounding],
  choices: [
    ...readings,
    reading(
      'in-force-from',
      ['Fra hvornår gælder reguleringen af kontingentet?', 'From when does the regulation of the fee hold?'],
      [
        ['Fra generalforsamlingen i 2025, der vedtog den', 'From the assembly of 2025 that adopted it'],
        [
          'Fra teksten blev offentliggjort den 17. marts 2026',
          'From the day the text was published, 17 March 2026',
        ],
      ],
      [
        'Fra offentliggørelsen. Generalforsamlingens dato i 2025 kendes ikke.',
        'From publication. The date of the assembly in 2025 is not known.',
      ],
      paragraph('5.1.1'),
    ),
  ],
  titles: titlesNow,
};
