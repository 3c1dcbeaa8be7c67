import type { Choice, Source } from '../rule.ts';
import {
  decisionLog,
  evaluationProcess,
  evaluationReport,
  governanceReport,
  handbook,
  statutes,
  termsOfReference,
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

/** Where the sources of 2025 and 2026 contradict each other or are silent, and the reading chosen here. */
export const choices: readonly Choice[] = [
  choice(
    'recommendations',
    ['Hvilke krav er anbefalinger?', 'Which requirements are recommendations?'],
    [
      [
        'Governancerapporten: F19, F20, G7, G8, G9 og G10',
        'The governance report: F19, F20, G7, G8, G9 and G10',
      ],
      ['Evalueringsrapporten: kun G8, G9 og G10', 'The evaluation report: G8, G9 and G10 only'],
    ],
    [
      'Governancerapporten: den er kataloget, evalueringen bruger det.',
      'The governance report: it is the catalogue, the evaluation uses it.',
    ],
    governanceReport('F19, F20, G7–G10'),
    evaluationReport('F19, F20, G7–G10'),
  ),
  choice(
    'two-wordings',
    [
      'Hvilken ordlyd gælder, når de to rapporter skriver samme krav forskelligt (F1, F6, F12, F22, S5, G3)?',
      'Which wording counts where the two reports write the same requirement differently (F1, F6, F12, F22, S5, G3)?',
    ],
    [
      ['Governancerapportens', 'The governance report’s'],
      ['Evalueringsrapportens', 'The evaluation report’s'],
    ],
    [
      'Governancerapportens. F6: fællesskabets kontrol er nok, stedet behøver ikke være GitHub.',
      'The governance report’s. F6: the community’s control is enough, the place need not be GitHub.',
    ],
    governanceReport('F1, F6, F12, F22, S5, G3'),
    evaluationReport('F1, F6, F12, F22, S5, G3'),
  ),
  choice(
    'who-sets-level',
    ['Hvem bestemmer niveauet?', 'Who settles the level?'],
    [
      [
        'Sekretariatet for alle niveauer; sådan står eksemplerne i beslutningsloggen også, op til niveau 2 og ned til 1',
        'The secretariat at every level; so do the examples in the log of decisions, up to level 2 and down to 1',
      ],
      [
        'Bestyrelsen fra niveau 2, for G5 kræver dens godkendelse',
        'The board from level 2, for G5 asks for its approval',
      ],
      ['Bestyrelsen for alt, også optagelse i sandkassen', 'The board for all, admission to the sandbox too'],
    ],
    [
      'Sekretariatet indplacerer og beslutter i sandkassen og på niveau 1, også ved sænkning; bestyrelsen godkender og beslutter skift til niveau 2 og 3 og er sidste instans.',
      'The secretariat places, and decides in the sandbox and at level 1, lowering included; the board approves and decides changes to levels 2 and 3 and is the last instance.',
    ],
    evaluationProcess('OS2-sekretariatet; Bestyrelsen'),
    governanceReport('G5'),
    decisionLog,
  ),
  choice(
    'placed-at-upper-level',
    [
      'Kan sekretariatet indplacere en idé på niveau 2 eller 3?',
      'May the secretariat place an idea at level 2 or 3?',
    ],
    [
      ['Ja, og godkendelsen mangler så', 'Yes, and the approval is then missing'],
      ['Nej, kun bestyrelsen', 'No, the board only'],
    ],
    [
      'Ja. Idéen går ikke to gange til bestyrelsen, men uden dens godkendelse bliver den ikke til projekt. Bestyrelsen kan også selv indplacere.',
      'Yes. An idea does not go to the board twice, but without its approval it becomes no project. The board may place it too.',
    ],
    evaluationProcess('OS2-sekretariatet'),
    handbook('products_and_communities', 'Processen for nye produkter'),
  ),
  choice(
    'board-approves-all',
    ['Skal bestyrelsen godkende alle nye produkter?', 'Must the board approve every new product?'],
    [
      [
        'Ja, håndbogens tegning går altid over bestyrelsen',
        'Yes, the handbook’s drawing always passes the board',
      ],
      ['Nej, kataloget kræver det fra niveau 2', 'No, the catalogue asks for it from level 2'],
    ],
    [
      'Fra niveau 2. Under det orienteres bestyrelsen, og den kan selv tage sagen.',
      'From level 2. Below that the board is informed, and it may take the case itself.',
    ],
    handbook('products_and_communities', 'Processen for nye produkter'),
    governanceReport('G4, G5'),
  ),
  choice(
    'which-level-below',
    ['Skal et niveau 2-produkt også efterleve niveau 1?', 'Must a level 2 product also meet level 1?'],
    [
      [
        'Skabelonen skriver sandkasse og niveau 2, som om niveau 1 faldt ud',
        'The template writes sandbox and level 2, as if level 1 fell out',
      ],
      ['Ja, niveauerne bygger oven på hinanden', 'Yes, the levels build on each other'],
    ],
    ['Ja. Det er en skrivefejl i skabelonen.', 'Yes. It is a slip in the template.'],
    evaluationReport('Niveauer'),
  ),
  choice(
    'count-headers',
    ['Hvor mange krav har hvert niveau?', 'How many requirements does each level have?'],
    [
      [
        'Skabelonens overskrifter: 6+10, 19+16 og 8+35, skrevet i hånden og i skiftende rækkefølge',
        'The template’s headings: 6+10, 19+16 and 8+35, written by hand and in changing order',
      ],
      ['Talt op af kravene', 'Counted from the requirements'],
    ],
    ['Talt op: 6, 10, 19 og 8 egne krav, i alt 43.', 'Counted: 6, 10, 19 and 8 of their own, 43 in all.'],
    evaluationReport('Optælling'),
  ),
  choice(
    'pies-of-another-product',
    ['Hvad viser lagkagediagrammerne i skabelonen?', 'What do the pie charts in the template show?'],
    [
      [
        'Tallene i dem er et andet produkts, og farverne skifter med størrelsen',
        'Their figures are another product’s, and their colours change with size',
      ],
      ['De skal fyldes ud', 'They are to be filled in'],
    ],
    [
      'Alle tal og farver regnes ud af rækkerne; intet tal skrives i hånden.',
      'All figures and colours are worked out from the rows; no figure is written by hand.',
    ],
    evaluationReport('Diagrammer'),
  ),
  choice(
    'two-notations',
    ['Hvordan skrives en sum?', 'How is a sum written?'],
    [
      ['[G], [Y], [R] og [x] i temaernes tabel', '[G], [Y], [R] and [x] in the table of themes'],
      ['Lysene selv i niveauernes tabel', 'The lights themselves in the table of levels'],
    ],
    ['Lysene begge steder.', 'The lights in both.'],
    evaluationReport('Optælling'),
  ),
  choice(
    'grey',
    ['Hvad betyder et gråt lys?', 'What does a grey light mean?'],
    [
      ['Kravet er ikke relevant og tælles ikke med', 'The requirement is not relevant and is not counted'],
      ['Mange grå er alvorlige mangler', 'Many greys are serious gaps'],
    ],
    [
      'Ikke relevant, med en begrundelse. Uden begrundelse står kravet åbent.',
      'Not relevant, with a reason. Without a reason the requirement stays open.',
    ],
    evaluationReport('Læsevejledning'),
  ),
  choice(
    'all-whatever-level',
    ['Hvor mange krav svares der på?', 'How many requirements are answered?'],
    [
      ['Alle 43, uanset niveau', 'All 43, whatever the level'],
      ['Kun niveauets', 'The level’s own only'],
    ],
    [
      'Formularen spørger om alle 43; kun niveauets krav og dem under det holder en vej lukket.',
      'The form asks for all 43; only those of the level and below keep a way shut.',
    ],
    governanceReport('Formularen'),
  ),
  choice(
    'other-words',
    [
      'Hvad er "planlagt" og "delvist", som formularen ikke kender?',
      'What are “planned” and “partly”, which the form does not know?',
    ],
    [
      ['Formularens generator gør dem røde', 'The form’s generator turns them red'],
      ['Svar, som produkterne faktisk giver', 'Answers that products do give'],
    ],
    [
      'Egne svar med egen betydning. De er ikke nok til at opfylde et krav.',
      'Answers of their own with a meaning of their own. They are not enough to meet a requirement.',
    ],
    governanceReport('Formularen'),
  ),
  choice(
    'no-threshold',
    ['Hvor mange grønne skal der til?', 'How many greens does it take?'],
    [
      ['Alle', 'All'],
      ['Ingen grænse; en samlet vurdering', 'No threshold; an overall judgement'],
    ],
    [
      'Ingen grænse. Tre vurderede produkter har gule og røde under deres eget niveau og er dog på niveau 1.',
      'No threshold. Three products evaluated have yellows and reds below their own level and are at level 1 all the same.',
    ],
    evaluationReport('Samlet vurdering'),
  ),
  choice(
    'explain-everywhere',
    ['Hvor tæller en forklaring?', 'Where does an explanation count?'],
    [
      ['Kun ved F18, som selv siger det', 'At F18 only, which says so itself'],
      ['Ved alle krav, som det blev besluttet i 2018', 'At every requirement, as decided in 2018'],
    ],
    ['Ved alle krav; princippet er ikke ophævet.', 'At every requirement; the principle is not repealed.'],
    governanceReport('F18'),
    { document: 'OS2 governance', section: 'Følg eller forklar', url: 'https://www.os2.eu/governance' },
  ),
  choice(
    'portfolio-means',
    ['Hvad vil det sige at være i porteføljen (G1)?', 'What does it mean to be in the portfolio (G1)?'],
    [
      ['Database, hjemmeside og årshjul', 'Database, website and yearly cycle'],
      ['Oprettet og indplaceret her', 'Created and placed here'],
    ],
    [
      'Oprettet og indplaceret her: herfra kommer katalog og årshjul af sig selv.',
      'Created and placed here: catalogue and yearly cycle follow from it.',
    ],
    governanceReport('G1'),
    evaluationReport('G1'),
  ),
  choice(
    'informed-or-approved',
    [
      'Skal bestyrelsen også orienteres, når den selv har godkendt?',
      'Must the board be informed too where it has approved itself?',
    ],
    [
      ['Ja', 'Yes'],
      ['Nej', 'No'],
    ],
    ['Nej. Den, der har godkendt, er orienteret.', 'No. Who has approved is informed.'],
    governanceReport('G4, G5'),
  ),
  choice(
    'changed-steering-group',
    [
      'Skal en styregruppe godkendes igen, når medlemmer skifter (G11)?',
      'Must a steering group be approved again when members change (G11)?',
    ],
    [
      ['Ja, hver gang', 'Yes, every time'],
      ['Nej, gruppen er godkendt', 'No, the group is approved'],
    ],
    [
      'Nej. Godkendelsen gælder gruppen; bestyrelsens plads (G12) følges dag for dag.',
      'No. The approval is of the group; the board’s seat (G12) is followed day by day.',
    ],
    governanceReport('G11, G12'),
  ),
  choice(
    'board-seat-votes',
    [
      'Skal bestyrelsens plads i styregruppen have stemme?',
      'Must the board’s seat in the steering group have a vote?',
    ],
    [
      ['Ja', 'Yes'],
      ['Nej, det er nok at være der', 'No, being there is enough'],
    ],
    [
      'Ja for kravet G12; en plads uden stemme er ikke repræsentation.',
      'Yes for requirement G12; a seat without a vote is no representation.',
    ],
    governanceReport('G12'),
  ),
  choice(
    'two-authorities',
    [
      'Hvad tæller som to deltagende myndigheder ved optagelse?',
      'What counts as two authorities taking part at admission?',
    ],
    [
      ['To, der deltager', 'Two that take part'],
      ['To, der bruger løsningen', 'Two that use it'],
    ],
    [
      'To, der deltager, fra niveau 1. At være i brug er en egen linje, hvor én er nok.',
      'Two that take part, from level 1. Being in use is a line of its own, where one is enough.',
    ],
    handbook('products_and_communities', 'Kriterier for OS2-produkt (optagelsesfase)'),
  ),
  choice(
    'economy-who-approves',
    ['Hvem godkender økonomien fra niveau 2?', 'Who approves the economy from level 2?'],
    [
      ['Styregruppen og også bestyrelsen', 'The steering group and the board too'],
      ['En af dem er nok', 'One of them is enough'],
    ],
    [
      'En af dem: håndbogen kræver, at en godkendelse kan findes, ikke to.',
      'One of them: the handbook asks that an approval can be found, not two.',
    ],
    handbook('processes_and_rutines', 'Budgetstyring og økonomiprocesser'),
    termsOfReference('styregruppe'),
  ),
  choice(
    'rights-handed-over',
    ['Skal rettighederne til koden overdrages (F6)?', 'Must the rights to the code be transferred (F6)?'],
    [
      ['Ja, evalueringen siger juridisk overdraget', 'Yes, the evaluation says legally transferred'],
      [
        'Nej, Standard for Public Code forbyder at kræve det af dem, der bidrager',
        'No, the Standard for Public Code forbids asking it of contributors',
      ],
    ],
    [
      'Kravet gælder; den, der følger standarden, forklarer afvigelsen.',
      'The requirement stands; who follows the standard explains the deviation.',
    ],
    evaluationReport('F6'),
    {
      document: 'Standard for Public Code 0.8.0',
      section: 'Welcome contributors',
      url: 'https://standard.publiccode.net',
    },
  ),
  choice(
    'which-licence',
    ['Hvilken licens opfylder F2?', 'Which licence meets F2?'],
    [
      ['Kun MPL 2.0, som vedtægterne siger', 'MPL 2.0 only, as the statutes say'],
      ['Enhver OSI-godkendt, når der er grund til det', 'Any OSI-approved one where there is reason'],
    ],
    [
      'MPL 2.0; en anden OSI-godkendt kræver en begrundet beslutning i bestyrelsen.',
      'MPL 2.0; another OSI-approved one takes a reasoned decision of the board.',
    ],
    statutes('3.2–3.3'),
    handbook('processes_and_rutines', 'Udbud, kontrakter og juridiske processer'),
  ),
  choice(
    'missing-ids',
    ['Hvor er F8 og F9?', 'Where are F8 and F9?'],
    [
      ['Hullet lukkes ved at tælle forfra', 'The gap is closed by counting anew'],
      ['Hullet bliver', 'The gap stays'],
    ],
    [
      'Hullet bliver. F8 og F9 gik op i F7 i 2024, og et id bruges aldrig igen.',
      'The gap stays. F8 and F9 went into F7 in 2024, and an id is never used again.',
    ],
    governanceReport('F7–F10'),
  ),
  choice(
    'chair-word',
    ['Formand eller forperson?', 'Which Danish word for the chair?'],
    [
      ['Formand, som vedtægterne skriver', 'Formand, as the statutes write'],
      ['Forperson, som håndbogen skriver', 'Forperson, as the handbook writes'],
    ],
    ['Forperson. Rollen er den samme.', 'Forperson. The role is the same.'],
    statutes('6.2'),
    handbook('role_descriptions/chief_executive_and_secretary', 'Reference'),
  ),
  choice(
    'assembly-quorum',
    ['Hvor mange skal være til generalforsamlingen?', 'How many must be at the general assembly?'],
    [['Vedtægterne siger intet', 'The statutes are silent']],
    ['Ingen grænse. For bestyrelsen er den halvdelen.', 'No limit. For the board it is half.'],
    statutes('6.3, §7.1'),
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
    handbook('products_and_communities', 'Forskellen på projekt, produkt og fællesskab'),
  ),
  choice(
    'in-force',
    ['Hvornår begyndte udgaven at gælde?', 'When did the edition come into force?'],
    [
      ['Da teksterne ændredes lidt efter lidt i 2024', 'When the texts changed bit by bit in 2024'],
      ['Da rapporten udkom i juni 2025', 'When the report was released in June 2025'],
    ],
    ['1. juni 2025. Kilden siger kun måneden.', '1 June 2025. The source gives the month only.'],
    governanceReport('Version 1.1.0, juni 2025'),
  ),
];
