import type { Text } from './vocabulary.ts';

/** Our own words for one requirement: name, rule as a sentence, and what to write or attach. */
export interface Words {
  readonly label: Text;
  readonly says: Text;
  readonly guidance: Text;
}

const words = (label: [string, string], says: [string, string], guidance: [string, string]): Words => ({
  label: { da: label[0], en: label[1] },
  says: { da: says[0], en: says[1] },
  guidance: { da: guidance[0], en: guidance[1] },
});

/** Sentences for the requirements that the catalogues of 2018 and 2025 share, by meaning and not by id: ids have changed meaning. */
export const texts = {
  localValue: words(
    ['Lokal værdi', 'Local value'],
    ['Løsningen giver værdi hos dem, der har lavet den.', 'The solution gives value to those who made it.'],
    [
      'Skriv, hvad den giver: tid, penge, bedre service.',
      'Write what it gives: time, money, better service.',
    ],
  ),
  valueForOthers: words(
    ['Værdi for andre', 'Value for others'],
    ['Andre kan også få værdi af løsningen.', 'Others can get value from the solution too.'],
    ['Nævn, hvem der ellers kan bruge den, og hvordan.', 'Name who else can use it, and how.'],
  ),
  lineManagement: words(
    ['Ledelsen bakker op', 'Management backs it'],
    [
      'Den lokale linjeledelse har sagt ja til løsningen.',
      'Local line management has agreed to the solution.',
    ],
    ['Henvis til beslutningen eller tilsagnet.', 'Refer to the decision or commitment.'],
  ),
  acrossMunicipalities: words(
    ['Potentiale på tværs', 'Potential across municipalities'],
    [
      'Løsningen bør kunne bruges af flere kommuner.',
      'The solution should be usable by several municipalities.',
    ],
    [
      'Beskriv, hvad der skal til for at bruge den andre steder.',
      'Describe what it takes to use it elsewhere.',
    ],
  ),
  publicPotential: words(
    ['Fællesoffentligt potentiale', 'Potential across the public sector'],
    [
      'Løsningen kan bruges på tværs af offentlige myndigheder.',
      'The solution can be used across public authorities.',
    ],
    [
      'Beskriv, hvilke myndigheder der kan bruge den, og til hvad.',
      'Describe which authorities can use it, and for what.',
    ],
  ),
  nationalStrategy: words(
    ['National strategi', 'National strategy'],
    ['Løsningen hænger sammen med nationale strategier.', 'The solution is tied to national strategies.'],
    ['Nævn strategien, og hvordan den støttes.', 'Name the strategy and how it is supported.'],
  ),
  sourceShared: words(
    ['Kildekoden deles', 'Source code is shared'],
    ['Kildekoden er delt offentligt.', 'The source code is shared in public.'],
    ['Indsæt link til kildekoden.', 'Link to the source code.'],
  ),
  sourceOpen: words(
    ['Åben udvikling', 'Open development'],
    [
      'Koden udvikles synligt i et repositorie, som fællesskabet har anvist.',
      'The code is developed in the open, in a repository assigned by the community.',
    ],
    ['Indsæt link til repositoriet med dets historik.', 'Link to the repository with its history.'],
  ),
  licence: words(
    ['Open source-licens', 'Open source licence'],
    ['Løsningen har en godkendt open source-licens.', 'The solution has an approved open source licence.'],
    ['Angiv licensen, og hvor den står.', 'Give the licence and where it stands.'],
  ),
  lawful: words(
    ['Udbud og lov', 'Procurement and law'],
    ['Udbudsregler og anden lovgivning er fulgt.', 'Procurement rules and other law are followed.'],
    [
      'Henvis til udbuddet, eller forklar hvorfor der ikke er et.',
      'Refer to the tender, or explain why there is none.',
    ],
  ),
  security: words(
    ['Sikkerhed', 'Security'],
    ['Sikkerheden i løsningen er gennemtænkt.', 'The security of the solution is thought through.'],
    [
      'Beskriv adgangsstyring, kryptering og kendte risici.',
      'Describe access control, encryption and known risks.',
    ],
  ),
  purpose: words(
    ['Formål og værdi beskrevet', 'Purpose and value described'],
    [
      'Det er beskrevet, hvad løsningen er til for, og hvad den er værd.',
      'What the solution is for and what it is worth is described.',
    ],
    ['Henvis til beskrivelsen, for eksempel en README.', 'Refer to the description, a README for example.'],
  ),
  communityGithub: words(
    ['Kode på fællesskabets GitHub', 'Code on the community’s GitHub'],
    ['Kildekoden ligger på fællesskabets GitHub.', 'The source code lies on the community’s GitHub.'],
    ['Indsæt link.', 'Link to it.'],
  ),
  handedOver: words(
    ['Koden er overdraget', 'Code handed over'],
    [
      'Kildekoden er overdraget og under fællesskabets kontrol.',
      'The source code is handed over and under the community’s control.',
    ],
    ['Bekræft overdragelsen, og indsæt link.', 'Confirm the handover and link to it.'],
  ),
  operatingNeeds: words(
    ['Driftskrav', 'Operating needs'],
    ['Det er dokumenteret, hvad drift kræver.', 'What operation requires is documented.'],
    ['Henvis til driftskravene.', 'Refer to the operating needs.'],
  ),
  technicalDocumentation: words(
    ['Teknisk dokumentation', 'Technical documentation'],
    ['Løsningen er beskrevet teknisk.', 'The solution is described technically.'],
    ['Indsæt link til dokumentationen.', 'Link to the documentation.'],
  ),
  implementation: words(
    ['Teknisk implementering', 'Technical implementation'],
    ['Det er dokumenteret, hvordan løsningen sættes op.', 'How to set the solution up is documented.'],
    ['Indsæt link til vejledningen.', 'Link to the guide.'],
  ),
  documentationTemplate: words(
    ['Dokumentation efter skabelon', 'Documentation by the template'],
    [
      'Al dokumentation følger fællesskabets skabelon.',
      'All documentation follows the community’s template.',
    ],
    ['Indsæt link til dokumentationen.', 'Link to the documentation.'],
  ),
  channels: words(
    ['Fællesskabets kanaler', 'The community’s channels'],
    [
      'Løsningen omtales i fællesskabets egne kanaler.',
      'The solution is presented in the community’s own channels.',
    ],
    ['Indsæt link til omtalen.', 'Link to where it is presented.'],
  ),
  tools: words(
    ['Fællesskabets værktøjer', 'The community’s tools'],
    [
      'Projektet bruger fællesskabets værktøj til opgaver.',
      'The project uses the community’s tool for tasks.',
    ],
    ['Indsæt link til opgavelisten.', 'Link to the list of tasks.'],
  ),
  issues: words(
    ['Offentlige opgaver', 'Public issues'],
    [
      'Opgaver følges offentligt og peger på de ændringer i koden, de fører til.',
      'Issues are tracked in public and point to the changes in the code they lead to.',
    ],
    ['Indsæt link til opgavelisten.', 'Link to the list of issues.'],
  ),
  oneCore: words(
    ['Én kernekode', 'One core code'],
    ['Der er kun én udgave af kernekoden.', 'There is one version of the core code only.'],
    ['Bekræft, og henvis til hovedgrenen.', 'Confirm, and refer to the main branch.'],
  ),
  strategicMaterial: words(
    ['Materiale til ledelsen', 'Material for management'],
    [
      'Der er materiale, der henvender sig til det strategiske niveau.',
      'There is material for the strategic level.',
    ],
    ['Henvis til business case eller notat.', 'Refer to a business case or memo.'],
  ),
  presentation: words(
    ['Præsentation', 'Presentation'],
    ['Der er materiale, der præsenterer løsningen.', 'There is material that presents the solution.'],
    ['Indsæt link til præsentationen.', 'Link to the presentation.'],
  ),
  bestPractice: words(
    ['Erfaringer fra indføring', 'Experience of roll-out'],
    [
      'Gode erfaringer med at indføre løsningen er skrevet ned.',
      'Good experience of rolling the solution out is written down.',
    ],
    ['Henvis til vejledning eller eksempler.', 'Refer to a guide or examples.'],
  ),
  codeStandards: words(
    ['Kodestandarder', 'Code standards'],
    [
      'Dokumentationen beskriver god praksis for koden.',
      'The documentation describes good practice for the code.',
    ],
    ['Skriv, hvilke standarder der følges.', 'Write which standards are followed.'],
  ),
  operations: words(
    ['Drift og vedligehold', 'Operation and maintenance'],
    ['Drift og vedligehold er beskrevet.', 'Operation and maintenance are described.'],
    [
      'Skriv, hvem der driver og vedligeholder, og hvem der betaler.',
      'Write who runs and maintains it, and who pays.',
    ],
  ),
  architecture: words(
    ['Rammearkitektur og standarder', 'Reference architecture and standards'],
    [
      'Rammearkitektur og standarder følges; afvigelser er forklaret.',
      'Reference architecture and standards are followed; deviations are explained.',
    ],
    ['Forklar, hvor I afviger, og hvorfor.', 'Explain where you deviate and why.'],
  ),
  container: words(
    ['Leveret som container', 'Delivered as a container'],
    ['Løsningen bør leveres som container.', 'The solution should be delivered as a container.'],
    ['Henvis til opskriften på containeren.', 'Refer to the container’s recipe.'],
  ),
  training: words(
    ['Uddannelsesmateriale', 'Training material'],
    [
      'Der bør være materiale, nye brugere kan lære af.',
      'There should be material new users can learn from.',
    ],
    ['Indsæt link til vejledninger.', 'Link to guides.'],
  ),
  politicalCommunication: words(
    ['Politisk kommunikation', 'Political communication'],
    [
      'Der er kommunikation til politikere lokalt og til omverdenen.',
      'There is communication for politicians locally and the world around.',
    ],
    ['Henvis til materialet.', 'Refer to the material.'],
  ),
  processPlan: words(
    ['Plan for idriftsættelse', 'Plan for going live'],
    [
      'Der er en plan for at tage løsningen i drift med navngivne ansvarlige.',
      'There is a plan for going live with named people responsible.',
    ],
    ['Skriv, hvem der gør hvad hvornår.', 'Write who does what, when.'],
  ),
  strategyLink: words(
    ['Kobling til strategien', 'Link to the strategy'],
    [
      'Produktet har en kobling til fællesskabets strategi.',
      'The product has a link to the community’s strategy.',
    ],
    ['Beskriv koblingen.', 'Describe the link.'],
  ),
  innovation: words(
    ['Innovation og open source', 'Innovation and open source'],
    ['Løsningen støtter innovation og open source.', 'The solution supports innovation and open source.'],
    ['Beskriv, hvad der er nyt, og hvordan det deles.', 'Describe what is new and how it is shared.'],
  ),
  strategyDescribed: words(
    ['Koblingen er beskrevet', 'The link is described'],
    [
      'Produktets kobling til vision og strategi er beskrevet, også den forventede.',
      'The product’s link to vision and strategy is described, the expected one too.',
    ],
    ['Henvis til beskrivelsen.', 'Refer to the description.'],
  ),
  productStrategy: words(
    ['Produktets egen strategi', 'The product’s own strategy'],
    ['Produktet har sin egen vision og strategi.', 'The product has a vision and strategy of its own.'],
    ['Henvis til den.', 'Refer to it.'],
  ),
  strategyAgreement: words(
    ['Overensstemmelse med strategien', 'Agreement with the strategy'],
    [
      'Produktet stemmer overens med fællesskabets vision og strategi, og det er beskrevet.',
      'The product agrees with the community’s vision and strategy, and that is described.',
    ],
    ['Vis overensstemmelsen.', 'Show the agreement.'],
  ),
  portfolio: words(
    ['I porteføljen', 'In the portfolio'],
    ['Produktet er oprettet i fællesskabets portefølje.', 'The product is in the community’s portfolio.'],
    ['Regnes ud: initiativet er indplaceret her.', 'Worked out: the initiative is placed here.'],
  ),
  coordination: words(
    ['Løbende koordinering', 'Running coordination'],
    ['Der koordineres løbende med sekretariatet.', 'There is running coordination with the secretariat.'],
    ['Skriv, hvornår og hvordan.', 'Write when and how.'],
  ),
  projectManager: words(
    ['Projektleder eller tovholder', 'Project manager or lead'],
    ['Der er udpeget en projektleder eller tovholder.', 'A project manager or lead is appointed.'],
    ['Regnes ud af den registrerede projektleder.', 'Worked out from the registered project manager.'],
  ),
  boardInformed: words(
    ['Bestyrelsen er orienteret', 'The board is informed'],
    ['Bestyrelsen er orienteret om produktet.', 'The board is informed of the product.'],
    ['Regnes ud af orienteringer og godkendelser.', 'Worked out from information and approvals.'],
  ),
  boardApproved: words(
    ['Godkendt af bestyrelsen', 'Approved by the board'],
    ['Bestyrelsen har godkendt produktet på niveauet.', 'The board has approved the product at the level.'],
    ['Regnes ud af de registrerede beslutninger.', 'Worked out from the registered decisions.'],
  ),
  steeringGroup: words(
    ['Styregruppe', 'Steering group'],
    ['Der er nedsat en styregruppe.', 'A steering group is set up.'],
    ['Regnes ud af organerne.', 'Worked out from the bodies.'],
  ),
  coordinationGroup: words(
    ['Koordinationsgruppe', 'Coordination group'],
    ['Der bør være en koordinationsgruppe.', 'There should be a coordination group.'],
    ['Regnes ud af organerne.', 'Worked out from the bodies.'],
  ),
  projectModel: words(
    ['Projektmodel', 'Project model'],
    ['Der bør bruges en dokumenteret projektmodel.', 'A documented project model should be used.'],
    ['Beskriv modellen.', 'Describe the model.'],
  ),
  codeReview: words(
    ['Kodegennemgang af tredjepart', 'Code review by a third party'],
    ['Koden bør gennemgås af en tredjepart.', 'The code should be reviewed by a third party.'],
    ['Henvis til gennemgangen.', 'Refer to the review.'],
  ),
  joiningDeclaration: words(
    ['Tilslutningserklæring', 'Joining declaration'],
    [
      'Der bør være en erklæring, der sikrer økonomien.',
      'There should be a declaration that secures the economy.',
    ],
    ['Henvis til erklæringen.', 'Refer to the declaration.'],
  ),
  steeringApproved: words(
    ['Styregruppen er godkendt', 'Steering group approved'],
    ['Bestyrelsen har godkendt styregruppen.', 'The board has approved the steering group.'],
    ['Regnes ud af de registrerede beslutninger.', 'Worked out from the registered decisions.'],
  ),
  boardMajority: words(
    ['Bestyrelsen har flertal', 'Board majority'],
    [
      'Bestyrelsen har flertallet af stemmerne i styregruppen.',
      'The board holds the majority of votes in the steering group.',
    ],
    ['Regnes ud af pladserne.', 'Worked out from the seats.'],
  ),
  boardRepresented: words(
    ['Bestyrelsen er med', 'The board is represented'],
    ['Bestyrelsen er repræsenteret i styregruppen.', 'The board is represented in the steering group.'],
    ['Regnes ud af pladserne.', 'Worked out from the seats.'],
  ),
  economyAgreement: words(
    ['Aftale om økonomi', 'Agreement on economy'],
    [
      'En aftale sikrer økonomien til koordinering og videreudvikling.',
      'An agreement secures the economy for coordination and development.',
    ],
    ['Henvis til aftalen.', 'Refer to the agreement.'],
  ),
  expertCommunity: words(
    ['Fagligt fællesskab', 'Professional community'],
    [
      'Der er et fagligt fællesskab, hvor erfaringer udveksles.',
      'There is a professional community where experience is shared.',
    ],
    ['Henvis til forum eller gruppe.', 'Refer to a forum or group.'],
  ),
  severalParticipants: words(
    ['Flere deltagere', 'Several participants'],
    ['Mere end én kommune bør være med.', 'More than one municipality should take part.'],
    ['Regnes ud af de registrerede deltagere.', 'Worked out from the registered participants.'],
  ),
} as const satisfies Record<string, Words>;

export type TextId = keyof typeof texts;
