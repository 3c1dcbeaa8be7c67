import type { StatuteRule } from '../statute.ts';
import { people, sets } from '../write.ts';

/** §1–3 and §9.3–12: what the community is, its licences, its work and its end. */
export const community: readonly StatuteRule[] = [
  sets(
    'V1',
    '1.2, §7.1',
    ['Øverste myndighed', 'Highest authority'],
    ['Generalforsamlingen er øverste myndighed.', 'The general assembly is the highest authority.'],
    { 'community.highest': 'general-assembly' },
  ),
  people(
    'V2',
    '2',
    ['Stiftelsen', 'Founding'],
    [
      'Fællesskabet blev stiftet den 24. april 2012 i Rønde af fem kommuner.',
      'The community was founded on 24 April 2012 in Rønde by five municipalities.',
    ],
    ['Det er historie og beder ikke om noget.', 'It is history and asks for nothing.'],
  ),
  people(
    'V3',
    '3.2',
    ['Licenser', 'Licences'],
    [
      'Kode har licensen MPL 2.0, og dokumenter har CC BY-SA.',
      'Code is under MPL 2.0 and documents are under CC BY-SA.',
    ],
    [
      'Regelsættets krav om licens spørger hvert produkt om det.',
      'The rulebook’s requirement on the licence asks every product about it.',
    ],
  ),
  sets(
    'V4',
    '3.3',
    ['Anden licens', 'Another licence'],
    [
      'Vil en leverandørpartner frigive et produkt, kan bestyrelsen tillade en anden licens, som OSI har godkendt; beslutningen begrundes og offentliggøres.',
      'When a supplier partner wants to release a product, the board may allow another licence that OSI has approved; the decision is reasoned and published.',
    ],
    { 'licence.others-decided-by': 'board' },
  ),
  people(
    'V34',
    '9.3–9.4',
    ['Efter en opløsning', 'After a dissolution'],
    [
      'Ved opløsning går pengene til medlemmerne, og rettighederne gives til en anden offentlig eller almennyttig organisation, som generalforsamlingen vælger.',
      'On dissolution the money goes to the members, and rights are given to another public or non-profit organisation that the general assembly chooses.',
    ],
    ['Det sker én gang og uden for Fælled.', 'It happens once and outside Fælled.'],
  ),
  people(
    'V35',
    '10',
    ['Governancemodellen gælder', 'The governance model holds'],
    [
      'Produkter, projekter, grupper og udvalg følger til enhver tid den offentliggjorte governancemodel.',
      'Products, projects, groups and committees follow the published governance model at all times.',
    ],
    [
      'Modellen er regelsættets udgaver; de bærer den.',
      'The model is the editions of the rulebook; they carry it.',
    ],
  ),
  sets(
    'V36',
    '11',
    ['Sekretariatet', 'The secretariat'],
    [
      'Sekretariatet udpeges af bestyrelsen og driver arbejdet fremad.',
      'The secretariat is appointed by the board and drives the work forward.',
    ],
    { 'secretariat.appointed-by': 'board' },
  ),
  people(
    'V37',
    '12',
    ['Åbne kanaler', 'Open channels'],
    [
      'Kanalerne er åbne for medlemmer og leverandørpartnere, og koden ligger på GitHub.',
      'Channels are open to members and supplier partners, and the code is on GitHub.',
    ],
    [
      'Hvem der har adgang til kanalerne, ses ikke fra Fælled.',
      'Who has access to the channels cannot be seen from Fælled.',
    ],
  ),
];
