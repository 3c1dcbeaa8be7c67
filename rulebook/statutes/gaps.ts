import type { Choice } from '../rule.ts';
import type { Gap } from './statute.ts';
import { gap, paragraph, reading } from './write.ts';

/** What the statutes do not say in any text that is known. Nobody fills it in but the general assembly. */
export const gaps: readonly Gap[] = [
  gap(
    'assembly-quorum',
    'general-assembly',
    [
      'Hvor mange skal være til generalforsamlingen, før den kan beslutte?',
      'How many must attend before the general assembly can decide?',
    ],
    [
      'Ingen grænse: den lovligt indkaldte generalforsamling beslutter.',
      'No limit: the assembly lawfully called decides.',
    ],
    ['assembly.quorum'],
    paragraph('7.1'),
  ),
  gap(
    'assembly-tie',
    'general-assembly',
    ['Hvad sker der ved stemmelighed på generalforsamlingen?', 'What does a tie in the general assembly do?'],
    ['Forslaget falder, for der er ikke flertal.', 'The proposal falls, as there is no majority.'],
    ['assembly.tie'],
    paragraph('7.1'),
  ),
  gap(
    'proxies',
    'general-assembly',
    ['Kan et medlem stemme ved fuldmagt?', 'Can a member vote by proxy?'],
    [
      'Fælled har ingen fuldmagter: en stemme afgives af en, der er til stede for medlemmet.',
      'Fælled has no proxies: a vote is cast by somebody present for the member.',
    ],
    ['assembly.proxies'],
    paragraph('4.2'),
  ),
  gap(
    'ballot-form',
    'general-assembly',
    [
      'Stemmes der skriftligt, hemmeligt eller ved håndsoprækning?',
      'Is voting in writing, secret or by show of hands?',
    ],
    [
      'Dirigenten vælger formen for hver afstemning.',
      'The chair of the meeting chooses the form of each vote.',
    ],
    ['assembly.ballot'],
    paragraph('7.4'),
  ),
  gap(
    'several-candidates',
    'general-assembly',
    ['Hvordan vælges der mellem flere kandidater?', 'How is one chosen among several candidates?'],
    [
      'Dirigenten foreslår en fremgangsmåde, som generalforsamlingen godkender, før der stemmes.',
      'The chair of the meeting proposes a way, which the assembly approves before the vote.',
    ],
    ['election.several-candidates'],
    paragraph('6.2'),
  ),
  gap(
    'chair-out-of-turn',
    'general-assembly',
    [
      'Hvor længe sidder en formand, der vælges i et lige år?',
      'How long does a chair elected in an even year serve?',
    ],
    [
      'Til det næste ulige år, for formanden er på valg i ulige år.',
      'Until the next odd year, as the chair stands for election in odd years.',
    ],
    ['election.chair-out-of-turn'],
    paragraph('6.4'),
  ),
  gap(
    'electronic-assembly',
    'general-assembly',
    ['Kan generalforsamlingen holdes elektronisk?', 'Can the general assembly be held online?'],
    [
      'Bestyrelsen vælger sted; Fælled spærrer ikke for noget.',
      'The board chooses the place; Fælled bars nothing.',
    ],
    ['assembly.electronic'],
    paragraph('7.2'),
  ),
  gap(
    'extraordinary-proposals',
    'general-assembly',
    [
      'Hvornår skal forslag til en ekstraordinær generalforsamling være sendt?',
      'When must proposals to an extraordinary general assembly be sent?',
    ],
    [
      'Ingen frist: fristerne i §7.2 hører til den ordinære.',
      'No deadline: those of §7.2 belong to the ordinary one.',
    ],
    ['extraordinary.proposals'],
    paragraph('7.2'),
    paragraph('8.2'),
  ),
  gap(
    'budget',
    'general-assembly',
    ['Skal generalforsamlingen behandle et budget?', 'Shall the general assembly treat a budget?'],
    [
      'Kun regnskab og kontingent står på den faste dagsorden; et budget kan sættes på under forslag.',
      'Only accounts and fee are on the fixed agenda; a budget can be put under proposals.',
    ],
    [],
    paragraph('7.3'),
  ),
  gap(
    'board-deputy-chair',
    'board',
    ['Har bestyrelsen en næstformand?', 'Does the board have a deputy chair?'],
    [
      'Pladsen kan registreres, men giver ingen rettigheder.',
      'The seat can be registered but carries no rights.',
    ],
    ['board.deputy-chair'],
    paragraph('6.1, §6.3'),
  ),
  gap(
    'board-presides',
    'board',
    [
      'Hvem leder bestyrelsens møde, når formanden er væk, og tæller den stemme dobbelt?',
      'Who presides when the chair is absent, and does that vote count double?',
    ],
    [
      'Bestyrelsen vælger en mødeleder; en stemmelighed uden formanden falder.',
      'The board chooses somebody to preside; a tie without the chair falls.',
    ],
    ['board.presides-without-chair'],
    paragraph('6.5'),
  ),
  gap(
    'board-written',
    'board',
    ['Kan bestyrelsen beslutte på mail mellem møderne?', 'Can the board decide by mail between meetings?'],
    [
      'Kun hvis dens egen forretningsorden siger det; Fælled viser, at vedtægterne tier.',
      'Only if its own rules of procedure say so; Fælled shows that the statutes are silent.',
    ],
    ['board.written-decisions'],
    paragraph('6.3'),
  ),
  gap(
    'reminders',
    null,
    [
      'Hvor mange påkrav skal der til, før et medlem regnes for udmeldt?',
      'How many reminders does it take before a member counts as having left?',
    ],
    ['Sekretariatet afgør det i hvert tilfælde.', 'The secretariat settles it case by case.'],
    ['member.reminders'],
    paragraph('4.5'),
  ),
];

/** How a regulated fee is rounded became a question with §5.1.1. */
export const rounding: Gap = gap(
  'fee-rounding',
  null,
  ['Hvordan afrundes det regulerede kontingent?', 'How is the regulated fee rounded?'],
  [
    'Beløbet regnes ud, som det er; bestyrelsen fastsætter det.',
    'The amount is worked out as it is; the board sets it.',
  ],
  ['fee.rounded-to'],
  paragraph('5.1.1'),
);

/** Before §5.1.1 nothing regulated the fee. */
export const unregulated: Gap = gap(
  'fee-regulation',
  null,
  ['Reguleres kontingentet mellem generalforsamlingerne?', 'Is the fee regulated between assemblies?'],
  [
    'Nej, det gælder, til generalforsamlingen fastsætter et nyt.',
    'No, it holds until the general assembly sets another.',
  ],
  ['fee.indexed', 'fee.rounded-to'],
  paragraph('5.1'),
);

/** Where the text can be read in more than one way. */
export const readings: readonly Choice[] = [
  reading(
    'month',
    ['Hvordan regnes en måneds varsel?', 'How is a month’s notice counted?'],
    [
      ['30 dage', '30 days'],
      ['En kalendermåned fra indkaldelsen', 'A calendar month from the notice'],
      ['En kalendermåned tilbage fra mødet', 'A calendar month back from the meeting'],
    ],
    [
      'En kalendermåned tilbage fra mødet; mangler datoen, måneden før har, er det dens sidste dag. Til 30. april er sidste dag 30. marts.',
      'A calendar month back from the meeting; where the month before has no such date, its last day. For 30 April the last day is 30 March.',
    ],
    paragraph('7.2'),
  ),
  reading(
    'days-before',
    [
      'Tæller dagen for udsendelsen med i dage og uger før mødet?',
      'Does the day of sending count among the days and weeks before the meeting?',
    ],
    [
      ['Ja: den 10. er otte dage før den 18.', 'Yes: the 10th is eight days before the 18th'],
      ['Nej, der skal være otte hele dage imellem', 'No, eight whole days must lie between'],
    ],
    [
      'Ja. Sidste dag er mødets dato minus fristen.',
      'Yes. The last day is the date of the meeting less the span.',
    ],
    paragraph('7.2'),
    paragraph('8.2'),
  ),
  reading(
    'first-of-july',
    ['Hvad betaler den, der melder sig ind den 1. juli?', 'What does one pay who joins on 1 July?'],
    [
      ['Fuldt kontingent', 'The full fee'],
      ['Halvt kontingent', 'Half the fee'],
    ],
    ['Fuldt. Efter 1. juli begynder den 2.', 'The full fee. After 1 July begins on the 2nd.'],
    paragraph('5.1'),
  ),
  reading(
    'votes-cast',
    [
      'Tæller den, der undlader at stemme, med ved simpelt flertal?',
      'Do those who abstain count in a simple majority?',
    ],
    [
      ['Nej, kun for og imod tælles', 'No, only for and against are counted'],
      ['Ja, som imod', 'Yes, as against'],
    ],
    ['Nej. Vedtægterne skriver stemmeflertal.', 'No. The statutes write majority of votes.'],
    paragraph('6.5'),
    paragraph('7.1'),
  ),
  reading(
    'statutes-base',
    [
      'Hvad er to tredjedele af, når vedtægterne ændres?',
      'Two thirds of what, when the statutes are changed?',
    ],
    [
      ['De afgivne stemmer', 'The votes cast'],
      ['Alle, der er til stede med stemmeret', 'All who are present with a vote'],
    ],
    [
      'Alle, der er til stede, så den, der undlader, tæller imod.',
      'All who are present, so that abstaining counts against.',
    ],
    paragraph('9.1'),
  ),
  reading(
    'dissolution-base',
    ['Hvad er to tredjedele af ved opløsning?', 'Two thirds of what, at a dissolution?'],
    [
      ['Medlemmerne på generalforsamlingen', 'The members at the general assembly'],
      ['Alle medlemmer', 'All members'],
    ],
    [
      'Medlemmerne på generalforsamlingen, som ved ændring af vedtægterne.',
      'The members at the assembly, as for a change of the statutes.',
    ],
    paragraph('9.2'),
  ),
  reading(
    'half-of-members',
    ['Hvor mange er halvdelen, når antallet er ulige?', 'How many is half when the number is odd?'],
    [
      ['Rundet ned', 'Rounded down'],
      ['Rundet op', 'Rounded up'],
    ],
    [
      'Begge dele er rigtigt; det, der måles, er at de to år højst har én til forskel.',
      'Either is right; what is measured is that the two years differ by one at most.',
    ],
    paragraph('6.4'),
  ),
  reading(
    'chair-item-even-years',
    [
      'Står valg af formand på dagsordenen i lige år?',
      'Is the election of the chair on the agenda in even years?',
    ],
    [
      ['Nej, formanden er kun på valg i ulige år', 'No, the chair stands in odd years only'],
      ['Ja, dagsordenen er fast', 'Yes, the agenda is fixed'],
    ],
    ['Ja, med ordene »ikke på valg«.', 'Yes, with the words “not on election”.'],
    paragraph('6.4'),
    paragraph('7.3'),
  ),
  reading(
    'extraordinary-minutes',
    [
      'Gælder reglen om referat også den ekstraordinære generalforsamling?',
      'Does the rule on minutes hold for the extraordinary assembly too?',
    ],
    [
      ['Nej, den står under den ordinære', 'No, it stands under the ordinary one'],
      ['Ja, den taler om generalforsamlingen', 'Yes, it speaks of the general assembly'],
    ],
    [
      'Ja. Kun udsendelsen af forslag nævner den ordinære.',
      'Yes. Only the sending of proposals names the ordinary one.',
    ],
    paragraph('7.2'),
    paragraph('7.4'),
  ),
  reading(
    'written-procedure',
    [
      'Når bestyrelsen beslutter skriftligt mellem møder: hvilket flertal kræves?',
      'When the board decides in writing between meetings: what majority is needed?',
    ],
    [
      ['Flertal blandt dem, der svarer', 'A majority of those who answer'],
      ['Flertal af alle med stemme', 'A majority of all who have a vote'],
      ['At alle er enige', 'That all agree'],
    ],
    [
      'Flertal af alle med stemme; har alle svaret, tælles der som på et møde. Den lukker først før fristen, når resultatet ikke kan ændres.',
      'A majority of all who have a vote; once all have answered it is counted as in a meeting. It closes before its deadline only when the result cannot change.',
    ],
    paragraph('6.3'),
  ),
  reading(
    'one-third',
    [
      'Hvad må den ekstraordinære generalforsamling, som en tredjedel kan kræve?',
      'What may the assembly do that a third can ask for?',
    ],
    [
      ['Kun vælge ny bestyrelse', 'Elect a new board only'],
      ['Alt, hvad en generalforsamling må', 'Everything an assembly may'],
    ],
    [
      'Tredjedelen kan kræve valg af ny bestyrelse; andet sætter bestyrelsen på.',
      'The third can ask for the election of a new board; the board puts anything else on.',
    ],
    paragraph('8.2'),
  ),
];
