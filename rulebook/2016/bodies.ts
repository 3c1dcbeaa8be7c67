import { facilitationRule } from '../facilitation.ts';
import type { BodyRule, CompositionRule, SeatFact } from '../rule.ts';
import type { BodyKind } from '../vocabulary.ts';
import { report } from './source.ts';

const seat = (person: string, more: Partial<SeatFact> = {}): SeatFact => ({
  person,
  organisation: person,
  role: 'member',
  voting: true,
  from: '2016-06-01',
  to: null,
  alsoIn: [],
  ...more,
});

/** The report sets no quorum: any number may decide by it; the statutes add their own (see choices). */
const body = (
  kind: BodyKind,
  da: string,
  en: string,
  page: string,
  section: string,
  minimumVoting: number,
  ofInitiative: boolean,
  tie: BodyRule['tie'] = 'falls',
): BodyRule => ({
  kind,
  says: { da, en },
  source: report(section, page),
  minimumVoting,
  quorumPercent: null,
  tie,
  ofInitiative,
});

/** The bodies and what they are for (report §4.1, p. 7–14). */
export const bodies: readonly BodyRule[] = [
  body(
    'general-assembly',
    'Øverste myndighed. Mødes én gang om året og godkender økonomi, principper og strategiske tiltag.',
    'Highest authority. Meets once a year and approves economy, principles and strategic initiatives.',
    '8',
    '4.1.1',
    1,
    false,
  ),
  body(
    'board',
    'Svarer for generalforsamlingens beslutninger og er porteføljens styregruppe.',
    'Answers for the assembly’s decisions and is the steering group of the portfolio.',
    '8',
    '4.1.2',
    1,
    false,
    'chair-decides',
  ),
  body(
    'secretariat',
    'Forretningslederen og det kontor, der kan vokse op om rollen. Indgangen til alt.',
    'The business manager and the office that may grow around the role. The entry point of everything.',
    '9–10',
    '4.1.3',
    0,
    false,
  ),
  body(
    'steering-group',
    'Leder et projekt: budget, projektbeskrivelse, ressourcer, krav og gevinster.',
    'Directs a project: budget, project description, resources, requirements and benefits.',
    '11',
    '4.1.4',
    1,
    true,
    'chair-decides',
  ),
  {
    ...body(
      'coordination-group',
      'Passer på et produkt i drift: ønsker, udvikling, kontrakter og økonomi.',
      'Looks after a product in operation: wishes, development, contracts and economy.',
      '11–12',
      '4.1.5',
      1,
      true,
      'chair-decides',
    ),
    facilitation: facilitationRule,
  },
  body(
    'super-user-network',
    'Uformelt netværk, der giver ønsker videre til en koordinationsgruppe.',
    'Informal network that hands wishes to a coordination group.',
    '12',
    '4.1.5',
    0,
    true,
  ),
  body(
    'professional-committee',
    'Frivillige fra medlemmerne laver vejledende materiale til projekterne.',
    'Volunteers of the members write guiding material for the projects.',
    '13',
    '4.1.6',
    0,
    false,
  ),
  body(
    'expert-group',
    'Deler viden om et fag; materialet er frit for alle.',
    'Shares knowledge of a field; its material is free for all.',
    '13–14',
    '4.1.7',
    0,
    false,
  ),
];

/** Who sits where (report §4.1.3–4.1.5, p. 10–12; §5.5, p. 21–22). Days to cure are our own reading. */
export const composition: readonly CompositionRule[] = [
  {
    id: 'composition.board-business-manager',
    body: 'board',
    rule: { kind: 'no-vote', role: 'business-manager' },
    weight: 'must',
    cureWithinDays: 0,
    source: report('4.1.3', '10'),
    says: {
      da: 'Forretningslederen deltager i bestyrelsen uden stemme.',
      en: 'The business manager attends the board without a vote.',
    },
    cure: { da: 'Ret pladsen, så den er uden stemme.', en: 'Change the seat to one without a vote.' },
    examples: [
      {
        says: { da: 'Med stemme', en: 'With a vote' },
        seats: [seat('a', { role: 'business-manager' })],
        breached: true,
      },
      {
        says: { da: 'Uden stemme', en: 'Without a vote' },
        seats: [seat('a', { role: 'business-manager', voting: false })],
        breached: false,
      },
    ],
  },
  {
    id: 'composition.board-chair',
    body: 'board',
    rule: { kind: 'exactly-one', role: 'chair' },
    weight: 'must',
    cureWithinDays: 60,
    source: report('4.1.2', '9'),
    says: { da: 'Bestyrelsen har én formand.', en: 'The board has one chair.' },
    cure: { da: 'Registrér den valgte formand.', en: 'Record the chair elected.' },
    examples: [
      { says: { da: 'Ingen formand', en: 'No chair' }, seats: [seat('a')], breached: true },
      { says: { da: 'Én formand', en: 'One chair' }, seats: [seat('a', { role: 'chair' })], breached: false },
      {
        says: { da: 'To formænd', en: 'Two chairs' },
        seats: [seat('a', { role: 'chair' }), seat('b', { role: 'chair' })],
        breached: true,
      },
    ],
  },
  {
    id: 'composition.steering-chair',
    body: 'steering-group',
    rule: { kind: 'exactly-one', role: 'chair' },
    weight: 'must',
    cureWithinDays: 60,
    source: report('4.1.4', '11'),
    says: { da: 'Styregruppen har én formand.', en: 'The steering group has one chair.' },
    cure: { da: 'Vælg en formand.', en: 'Elect a chair.' },
    examples: [
      { says: { da: 'Ingen formand', en: 'No chair' }, seats: [seat('a')], breached: true },
      { says: { da: 'Én formand', en: 'One chair' }, seats: [seat('a', { role: 'chair' })], breached: false },
    ],
  },
  {
    id: 'composition.project-manager',
    body: 'steering-group',
    rule: { kind: 'not-member', who: 'project-manager' },
    weight: 'must',
    cureWithinDays: 30,
    source: report('4.1.4', '11'),
    says: {
      da: 'Projektlederen er sekretær for styregruppen, ikke medlem.',
      en: 'The project manager is the steering group’s secretary, not a member.',
    },
    cure: {
      da: 'Giv projektlederen en plads som sekretær uden stemme.',
      en: 'Give the project manager a seat as secretary without a vote.',
    },
    examples: [
      {
        says: { da: 'Projektlederen som medlem', en: 'The project manager as a member' },
        seats: [seat('a', { isProjectManager: true })],
        breached: true,
      },
      {
        says: { da: 'Projektlederen som sekretær', en: 'The project manager as secretary' },
        seats: [seat('a', { isProjectManager: true, role: 'secretary', voting: false })],
        breached: false,
      },
    ],
  },
  {
    id: 'composition.board-majority',
    body: 'steering-group',
    level: 'N3',
    rule: { kind: 'voting-majority-from', from: 'board' },
    weight: 'must',
    cureWithinDays: 90,
    source: report('5.5.3', '21–22'),
    says: {
      da: 'På niveau 3 har bestyrelsens medlemmer flertallet i styregruppen.',
      en: 'At level 3 board members hold the majority in the steering group.',
    },
    cure: {
      da: 'Udpeg flere bestyrelsesmedlemmer til styregruppen.',
      en: 'Appoint more board members to the steering group.',
    },
    examples: [
      {
        says: { da: 'En af to er ikke flertal', en: 'One of two is no majority' },
        seats: [seat('a', { alsoIn: ['board'] }), seat('b')],
        breached: true,
      },
      {
        says: { da: 'To af tre er flertal', en: 'Two of three is a majority' },
        seats: [seat('a', { alsoIn: ['board'] }), seat('b', { alsoIn: ['board'] }), seat('c')],
        breached: false,
      },
    ],
  },
  {
    id: 'composition.board-in-coordination',
    body: 'coordination-group',
    level: 'N3',
    rule: { kind: 'at-least-from', from: 'board', n: 1 },
    weight: 'must',
    cureWithinDays: 90,
    source: report('5.5', '22'),
    says: {
      da: 'På niveau 3 sidder mindst ét bestyrelsesmedlem i koordinationsgruppen.',
      en: 'At level 3 at least one board member sits in the coordination group.',
    },
    cure: {
      da: 'Sæt et bestyrelsesmedlem i koordinationsgruppen.',
      en: 'Seat a board member in the coordination group.',
    },
    examples: [
      {
        says: { da: 'Ingen fra bestyrelsen', en: 'None from the board' },
        seats: [seat('a')],
        breached: true,
      },
      {
        says: { da: 'Én fra bestyrelsen', en: 'One from the board' },
        seats: [seat('a', { alsoIn: ['board'] })],
        breached: false,
      },
    ],
  },
  {
    id: 'composition.coordination-chair',
    body: 'coordination-group',
    level: 'N2',
    rule: { kind: 'exactly-one', role: 'chair' },
    weight: 'must',
    cureWithinDays: 60,
    source: report('4.1.5', '12'),
    says: {
      da: 'Koordinationsgruppens styregruppe har én formand.',
      en: 'The coordination group’s steering group has one chair.',
    },
    cure: { da: 'Vælg en formand.', en: 'Elect a chair.' },
    examples: [
      { says: { da: 'Ingen formand', en: 'No chair' }, seats: [seat('a')], breached: true },
      { says: { da: 'Én formand', en: 'One chair' }, seats: [seat('a', { role: 'chair' })], breached: false },
    ],
  },
];
