import type { Choice, Source } from '../rule.ts';
import {
  checklist,
  faqAdmission,
  faqFormal,
  faqGovernance,
  faqJoining,
  faqProcess,
  faqRelevance,
  governancePage,
  levelsArticle,
  report,
  statutes,
} from './source.ts';

const choice = (
  id: string,
  question: [string, string],
  readings: readonly [string, string][],
  chosen: [string, string],
  ...sources: readonly Source[]
): Choice => ({
  id,
  question: { da: question[0], en: question[1] },
  readings: readings.map(([da, en]) => ({ da, en })),
  chosen: { da: chosen[0], en: chosen[1] },
  sources,
});

const yesOrNo: readonly [string, string][] = [
  ['Ja', 'Yes'],
  ['Nej', 'No'],
];

/** Where the pages and the checklist of this edition contradict each other or are silent, and the reading chosen here. */
export const choices: readonly Choice[] = [
  choice(
    'coordination-at-n2',
    ['Skal der være en koordinationsgruppe på niveau 2?', 'Must there be a coordination group at level 2?'],
    [
      [
        'Den bør være der: tjeklisten og siden om governance',
        'There should be one: checklist and governance page',
      ],
      [
        'Den skal være der: artikel 146 og siden om optagelse',
        'There must be one: article 146 and the page on admission',
      ],
    ],
    [
      'Den bør være der; tjeklisten er den, produkterne måles med.',
      'There should be; the checklist is what products are measured by.',
    ],
    checklist('G7'),
    faqAdmission('Trin 2'),
    { document: 'os2.eu, artikel 146', section: 'Niveau 2', url: 'https://os2.eu/knowledge/article/146' },
  ),
  choice(
    'joining-agreement-at-n2',
    [
      'Skal økonomien være sikret ved en aftale på niveau 2?',
      'Must an agreement secure the economy at level 2?',
    ],
    [
      ['Den bør: listen og tjeklisten', 'It should: list and checklist'],
      ['Den skal: teksten på siden', 'It must: the page’s prose'],
    ],
    [
      'Den bør. På niveau 3 skal der være en aftale (G13).',
      'It should. At level 3 there must be an agreement (G13).',
    ],
    checklist('G10'),
    faqGovernance('Niveau 2'),
    faqJoining('Hvornår'),
  ),
  choice(
    'local-value-level',
    ['Hvor står lokal værdi (R1)?', 'Where does local value (R1) stand?'],
    [
      ['Minimumskrav, som tjeklisten siger', 'A minimum requirement, as the checklist says'],
      ['Niveau 1, som siden om relevans siger', 'Level 1, as the page on relevance says'],
    ],
    ['Minimumskrav.', 'A minimum requirement.'],
    checklist('R1'),
    faqRelevance('Niveau 1'),
  ),
  choice(
    'three-or-four-levels',
    ['Er der tre eller fire niveauer?', 'Are there three levels or four?'],
    [
      ['Tre; siden nævner ikke minimumskrav', 'Three; the page does not mention minimum requirements'],
      ['Fire, fra 0 til 3', 'Four, from 0 to 3'],
    ],
    [
      'Tre niveauer over en række minimumskrav, her kaldt niveau 0.',
      'Three levels above a set of minimum requirements, here called level 0.',
    ],
    governancePage('Produktniveauer'),
    levelsArticle('Minimumskrav'),
    checklist('Niveau 0–3'),
  ),
  choice(
    'training-at-n1',
    ['Hører uddannelsesmateriale til niveau 1?', 'Does training material belong to level 1?'],
    [
      ['Ja, siger teksten endnu', 'Yes, the prose still says'],
      [
        'Nej, listen har flyttet det til niveau 2 som anbefaling',
        'No, the list moved it to level 2 as a recommendation',
      ],
    ],
    ['Anbefaling på niveau 2 (F20).', 'A recommendation at level 2 (F20).'],
    faqFormal('Niveau 1'),
    checklist('F20'),
  ),
  choice(
    'faq-project-model',
    ['Bør en projektmodel bruges på niveau 1?', 'Should a project model be used at level 1?'],
    [
      ['Ja, siden siger bør', 'Yes, the page says should'],
      ['Nej, tjeklisten har den først på niveau 2 (G8)', 'No, the checklist has it from level 2 only (G8)'],
    ],
    [
      'Først på niveau 2. Punktet har intet id, og ingen rapport kan svare på det.',
      'From level 2. The item has no id, and no report can answer it.',
    ],
    faqGovernance('Niveau 1'),
    checklist('G8'),
  ),
  choice(
    'faq-participants',
    [
      'Skal mere end én kommune være med på niveau 1?',
      'Must more than one municipality take part at level 1?',
    ],
    [
      ['Ja, siden skriver +1 og forklarer det', 'Yes, the page writes +1 and explains it'],
      ['Nej, tjeklisten har ladet punktet falde', 'No, the checklist dropped the item'],
    ],
    [
      'Det bør være flere. Linjen vises og regnes ud, men holder ingen vej lukket.',
      'There should be more. The line is shown and worked out but keeps no way shut.',
    ],
    faqGovernance('Involverede kommuner'),
  ),
  choice(
    'majority-or-represented',
    ['Hvad kræver G12?', 'What does G12 ask?'],
    [
      ['Stemmemajoritet, som tjeklisten skriver', 'Majority of votes, as the checklist writes'],
      [
        'At være repræsenteret, som et produkt selv skrev i 2021',
        'Being represented, as one product wrote itself in 2021',
      ],
    ],
    ['Stemmemajoritet. Først i 2024 blev ordet ændret.', 'Majority of votes. The word changed in 2024 only.'],
    checklist('G12'),
    { document: 'OS2iot governance report', section: 'G12', url: 'https://github.com/OS2iot/OS2IoT-docs' },
  ),
  choice(
    'who-moves-level',
    ['Hvem beslutter et niveauskift?', 'Who decides a change of level?'],
    [
      ['Altid bestyrelsen, som i 2016', 'Always the board, as in 2016'],
      ['Sekretariatet op til niveau 1, som ved optagelse', 'The secretariat up to level 1, as at admission'],
    ],
    [
      'Bestyrelsen. Siderne taler om optagelse og ophæver ikke reglen om skift.',
      'The board. The pages speak of admission and do not repeal the rule on changes.',
    ],
    report('5.2', '17'),
    faqAdmission('Trin 1'),
  ),
  choice(
    'who-reconsiders',
    ['Hvem tager et projekt op igen?', 'Who takes a project up again?'],
    [
      ['Den, der optog det', 'Who admitted it'],
      ['Altid bestyrelsen', 'Always the board'],
    ],
    [
      'Den, der optog det: sekretariatet op til niveau 1, bestyrelsen derover. Lukning er altid bestyrelsens.',
      'Who admitted it: the secretariat up to level 1, the board above. Closing is always the board’s.',
    ],
    faqAdmission('Trin 1'),
    faqFormal('Lovformlighed'),
  ),
  choice(
    'economy-who-approves',
    [
      'Gælder bestyrelsens godkendelse af økonomien endnu?',
      'Does the board’s approval of the economy still hold?',
    ],
    yesOrNo,
    ['Ja, for projekter fra niveau 2.', 'Yes, for projects from level 2.'],
    report('4.1.4', '11'),
    faqProcess('Trin 2'),
  ),
  choice(
    'informed-or-approved',
    [
      'Skal bestyrelsen også orienteres, når den selv har godkendt?',
      'Must the board be informed too where it has approved itself?',
    ],
    yesOrNo,
    ['Nej. Den, der har godkendt, er orienteret.', 'No. Who has approved is informed.'],
    checklist('G4, G5'),
  ),
  choice(
    'disagreement',
    ['Hvem afgør, om et krav er opfyldt?', 'Who settles whether a requirement is met?'],
    [['Kilderne siger intet før 2025', 'The sources are silent before 2025']],
    [
      'Bestyrelsen, som den der leder foreningen mellem generalforsamlingerne.',
      'The board, as the one that leads the association between assemblies.',
    ],
    statutes('6.7'),
  ),
  choice(
    'no-threshold',
    ['Hvor meget skal være opfyldt?', 'How much must be met?'],
    [
      ['Alt', 'All'],
      ['Alt, eller en forklaring; en samlet vurdering', 'All, or an explanation; an overall judgement'],
    ],
    [
      'Kravene følges eller forklares, og det organ, der beslutter, vurderer det samlet.',
      'Requirements are followed or explained, and the body that decides judges the whole.',
    ],
    governancePage('Følg eller forklar'),
  ),
  choice(
    'spelling',
    ['Hvilken stavemåde har tjeklisten?', 'Which spelling does the checklist have?'],
    [
      ['Som den står, med slåfejl', 'As it stands, slips included'],
      ['Rettet, hvor det er en slåfejl', 'Corrected where it is a slip'],
    ],
    [
      'Rettet i F2, F20, G13 og G14; ellers som den står.',
      'Corrected in F2, F20, G13 and G14; otherwise as it stands.',
    ],
    checklist('F2, F20, G13, G14'),
  ),
  choice(
    'statutes-then',
    [
      'Gjaldt vedtægternes regler om bestyrelsen allerede i 2018?',
      'Did the statutes’ rules on the board hold in 2018 already?',
    ],
    [
      ['Ja, ændringerne siden gælder andet', 'Yes, later changes are about other things'],
      ['Ikke kendt for hver dag', 'Not known for every day'],
    ],
    [
      'Ja. De kendte ændringer handler om kontingent og om navnet på sekretariatet.',
      'Yes. The changes known are about fees and the name of the secretariat.',
    ],
    statutes('6'),
  ),
  choice(
    'when-due',
    ['Hvornår skal hvert krav være opfyldt?', 'When must each requirement stand?'],
    [
      ['Alt fra starten', 'All from the start'],
      ['Når trinnet har brug for det', 'When the stage needs it'],
    ],
    [
      'Værdi og formål ved koncept; kode, licens, lov og organer ved projekt; dokumentation, formidling og drift ved produkt. Det er vores læsning.',
      'Value and purpose at concept; code, licence, law and bodies at project; documentation, communication and operation at product. This is our reading.',
    ],
    faqProcess('Trin 1–3'),
  ),
  choice(
    'in-force',
    ['Hvornår gjaldt udgaven?', 'When was the edition in force?'],
    [
      ['Fra generalforsamlingen i 2018', 'From the general assembly of 2018'],
      ['Fra tjeklisten med id i 2021', 'From the checklist with ids in 2021'],
    ],
    [
      'Fra 1. maj 2018 til 31. maj 2025. Generalforsamlingens dag er ikke fundet, og ændringerne fra 2024 regnes til den næste.',
      'From 1 May 2018 to 31 May 2025. The day of the assembly was not found, and the changes of 2024 count for the next.',
    ],
    governancePage('Generalforsamling 2018'),
    checklist('19. maj 2021'),
  ),
];
