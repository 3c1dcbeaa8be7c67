import type { Choice } from '../rule.ts';
import { report } from './source.ts';

const choice = (
  id: string,
  question: [string, string],
  readings: readonly [string, string][],
  chosen: [string, string],
  ...sources: readonly ReturnType<typeof report>[]
): Choice => ({
  id,
  question: { da: question[0], en: question[1] },
  readings: readings.map(([da, en]) => ({ da, en })),
  chosen: { da: chosen[0], en: chosen[1] },
  sources,
});

/** Where the report contradicts itself or is silent, and the reading chosen here. */
export const choices: readonly Choice[] = [
  choice(
    'coordination-names',
    [
      'Er koordinationsudvalg og koordinationsgruppe det samme?',
      'Are coordination committee and coordination group the same?',
    ],
    [
      ['To organer', 'Two bodies'],
      ['Ét organ med to navne', 'One body by two names'],
    ],
    ['Ét organ: koordinationsgruppe.', 'One body: coordination group.'],
    report('3', '5'),
    report('4.1.5', '11'),
  ),
  choice(
    'committee-names',
    [
      'Hvem støttes: faglige udvalg eller faggrupper?',
      'Who is supported: professional committees or expert groups?',
    ],
    [
      ['Udvalgene', 'The committees'],
      ['Begge', 'Both'],
    ],
    ['To organer; forretningslederen støtter begge.', 'Two bodies; the business manager supports both.'],
    report('4.1.6', '13'),
    report('4.1.7', '14'),
  ),
  choice(
    'who-sets-level',
    ['Hvem bestemmer niveauet?', 'Who settles the level?'],
    [
      ['Forretningslederen', 'The business manager'],
      ['Bestyrelsen', 'The board'],
    ],
    [
      'Forretningslederen indplacerer idéer og koncepter; bestyrelsen godkender N2 og N3 og beslutter alle skift af projekter og produkter.',
      'The business manager places ideas and concepts; the board approves N2 and N3 and decides every change of projects and products.',
    ],
    report('5.3.3', '18'),
    report('5.2', '17'),
    report('5.4.3', '20'),
  ),
  choice(
    'participants-count',
    ['Hvor mange kommuner skal deltage på N1?', 'How many municipalities must take part at N1?'],
    [
      ['Mindst én', 'At least one'],
      ['Flere end én', 'More than one'],
    ],
    ['Mindst én.', 'At least one.'],
    report('5.3.3', '18'),
    report('5.3.4', '19'),
  ),
  choice(
    'steering-at-n1',
    ['Skal et N1-initiativ have en styregruppe?', 'Must an N1 initiative have a steering group?'],
    [
      ['Ja, når det er et projekt', 'Yes, once it is a project'],
      ['Nej, en projektejer er nok', 'No, a project owner is enough'],
    ],
    [
      'En projektejer er nok på N1; fra N2 kræves styregruppe.',
      'A project owner is enough at N1; from N2 a steering group is required.',
    ],
    report('4.1.4', '11'),
    report('4.1.5', '12'),
  ),
  choice(
    'manager-only-in-table',
    [
      'Gælder kravet om projektlederens kvalifikation, når det kun står i tabellen?',
      'Does the manager’s qualification count when it stands in the table only?',
    ],
    [
      ['Ja', 'Yes'],
      ['Nej', 'No'],
    ],
    ['Ja, tabellerne gælder.', 'Yes, the tables count.'],
    report('5.4', '20'),
  ),
  choice(
    'coordination-only-in-table',
    [
      'Gælder kravet om et bestyrelsesmedlem i koordinationsgruppen, når det kun står i tabellen?',
      'Does a board member in the coordination group count when it stands in the table only?',
    ],
    [
      ['Ja', 'Yes'],
      ['Nej', 'No'],
    ],
    ['Ja, tabellerne gælder.', 'Yes, the tables count.'],
    report('5.5', '22'),
  ),
  choice(
    'p2-means-n2',
    ['Hvad er P2?', 'What is P2?'],
    [
      ['En skrivefejl for N2', 'A slip for N2'],
      ['Et andet niveau', 'Another level'],
    ],
    ['En skrivefejl for N2.', 'A slip for N2.'],
    report('5.4.2', '20'),
    report('5.6', '22'),
  ),
  choice(
    'budget-twice',
    ['Hvem godkender budgettet?', 'Who approves the budget?'],
    [
      ['Styregruppen', 'The steering group'],
      ['Også bestyrelsen', 'The board too'],
    ],
    [
      'Styregruppen altid, hvor den findes; fra N2 også bestyrelsen. Kravet stilles fra N2.',
      'The steering group wherever there is one; from N2 the board too. It is asked for from N2.',
    ],
    report('4.1.4', '11'),
  ),
  choice(
    'figure-one-twice',
    ['Hvilken figur 1?', 'Which figure 1?'],
    [
      ['Processen', 'The process'],
      ['Organisationen', 'The organisation'],
    ],
    ['Figurerne nævnes ved deres side.', 'Figures are named by their page.'],
    report('2', '4'),
    report('4.1', '8'),
  ),
  choice(
    'when-due',
    ['Hvornår skal hvert krav være opfyldt?', 'When must each requirement stand?'],
    [
      ['Alt fra starten', 'All from the start'],
      ['Når trinnet har brug for det', 'When the stage needs it'],
    ],
    [
      'Relevans ved koncept, lov og organer ved projekt, dokumentation og drift ved produkt. Det er vores læsning.',
      'Relevance at concept, law and bodies at project, documentation and operation at product. This is our reading.',
    ],
    report('5.2', '16'),
  ),
  choice(
    'informed-or-approved',
    [
      'Skal bestyrelsen også orienteres, når den selv godkender?',
      'Must the board be informed too where it approves itself?',
    ],
    [
      ['Ja', 'Yes'],
      ['Nej', 'No'],
    ],
    ['Nej, orienteringen bortfalder fra N2.', 'No, the information is lifted from N2.'],
    report('5.3.3', '18'),
  ),
  choice(
    'economy-who-reports',
    ['Hvad kræver kapitel 6?', 'What does chapter 6 ask?'],
    [['Kendes ikke', 'Not known']],
    [
      'Kapitlet er ikke kendt; kun det, der står i resten af rapporten, er regler.',
      'The chapter is not known; only what the rest of the report says is a rule.',
    ],
    report('6', '3'),
  ),
  choice(
    'quorum',
    ['Hvor mange skal være til stede?', 'How many must be present?'],
    [['Rapporten siger intet', 'The report is silent']],
    ['Rapporten sætter ingen grænse; vedtægterne gør.', 'The report sets no limit; the statutes do.'],
    report('4.1.2', '8'),
  ),
];
