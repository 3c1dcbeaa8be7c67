import type { Timeline } from '../timeline.ts';
import { openCaseOf } from './decide.ts';
import { documentAll } from './document.ts';
import { step, type Step } from './step.ts';

const bm = 'forretningsleder';

/** Slugs follow from the names; "(demo)" tells the invented ones from the real. */
const rooms = 'aabne-moedelokaler-demo';
const waste = 'affaldskalenderen-demo';
const budget = 'borgerbudget-demo';
const board = 'digital-opslagstavle-demo';

/** An N1 idea that became a project: placed, described, the board informed, nobody had to decide. */
const meetingRooms: readonly Step[] = [
  step(101, async ({ does }) => {
    await does(
      'kommune',
      'register-idea',
      {},
      {
        name: 'Åbne mødelokaler (demo)',
        summary: 'Foreninger booker kommunens ledige lokaler selv.',
        idea: 'Mange lokaler står tomme om aftenen. Foreninger skal kunne se og booke dem.',
        localValue: 'Færre opkald til servicemedarbejderne.',
        valueForOthers: 'Alle kommuner låner lokaler ud.',
        licence: 'MPL-2.0',
      },
    );
  }),
  step(96, async ({ time, does }) => {
    await does(
      bm,
      'place-initiative',
      { id: rooms },
      { level: 'N1', reason: 'Lokal idé, der kan gøres i det små.' },
    );
    await does(
      bm,
      'appoint-person',
      { id: rooms },
      { person: time.person('kommune'), role: 'project-owner' },
    );
    await does(
      'kommune',
      'describe-initiative',
      { id: rooms },
      {
        purpose: 'Bedre brug af lokaler, som fællesskabet allerede har betalt for.',
        solution: 'En kalender med selvbetjening, der taler med kommunens bookingsystem.',
        interfaces: 'Kommunens bookingsystem og login med MitID.',
      },
    );
  }),
  step(87, async (telling) => {
    const { does } = telling;
    await documentAll(telling, 'kommune', rooms, 'concept');
    await does(bm, 'move-initiative', { id: rooms }, { to: 'concept', reason: 'Idéen er beskrevet.' });
    await does(
      bm,
      'inform-board',
      { id: rooms },
      {
        question: 'Åbne mødelokaler (demo) går i gang på niveau 1',
        statement: 'Gribskov Kommune bygger en første udgave for egne midler. Skrevet til demoen.',
      },
    );
  }),
  step(82, async (telling) => {
    await telling.does(
      bm,
      'decide-case',
      { id: await openCaseOf(telling, rooms, 'information') },
      {
        outcome: 'noted',
        reason: 'Taget til efterretning. Demo.',
      },
    );
  }),
  step(64, async (telling) => {
    await telling.does(
      'kommune',
      'appoint-person',
      { id: rooms },
      {
        person: telling.time.person('kommune'),
        role: 'project-manager',
        qualification: 'documented-experience',
        qualificationNote: 'Demo',
      },
    );
    await documentAll(telling, 'kommune', rooms, 'project');
    await telling.does(
      bm,
      'move-initiative',
      { id: rooms },
      {
        to: 'project',
        reason: 'Kravene er dokumenteret, og bestyrelsen er orienteret.',
      },
    );
  }),
];

/** An N2 concept whose approval waits for the board. */
const wasteCalendar: readonly Step[] = [
  step(71, async ({ does }) => {
    await does(
      'deltager6',
      'register-idea',
      {},
      {
        name: 'Affaldskalenderen (demo)',
        summary: 'Én kalender for afhentning, som borgerne kan have på telefonen.',
        idea: 'Hver kommune har sin egen kalender. En fælles kan vedligeholdes for færre penge.',
        localValue: 'Færre henvendelser om afhentning.',
        valueForOthers: 'Alle kommuner henter affald.',
        licence: 'MPL-2.0',
      },
    );
  }),
  step(66, async ({ time, does }) => {
    await does(
      bm,
      'place-initiative',
      { id: waste },
      { level: 'N2', reason: 'Fælles værdi for alle kommuner.' },
    );
    await does(
      bm,
      'appoint-person',
      { id: waste },
      {
        person: time.person('projektleder'),
        role: 'project-manager',
        qualification: 'certified',
        qualificationNote: 'Demo',
      },
    );
    for (const who of ['projektleder', 'deltager13'])
      await does(
        'projektleder',
        'add-participant',
        { id: waste },
        {
          organisation: await organisationOf(time, who),
          role: 'takes-part',
        },
      );
  }),
  step(51, async (telling) => {
    await documentAll(telling, 'projektleder', waste, 'concept');
    await telling.does(
      bm,
      'move-initiative',
      { id: waste },
      { to: 'concept', reason: 'Beskrevet sammen med tre kommuner.' },
    );
  }),
  step(21, async ({ does }) => {
    await does(
      bm,
      'open-case',
      {},
      {
        initiative: waste,
        kind: 'approval',
        level: 'N2',
        question: 'Skal Affaldskalenderen godkendes som projekt på niveau 2?',
        statement:
          'Tre kommuner deltager. Der er en certificeret projektleder. Styregruppen er ikke nedsat endnu.',
        recommendation: 'Det indstilles at godkende konceptet. Skrevet til demoen.',
      },
    );
  }),
];

/** An N2 concept sent back twice: its points wait for an answer, and the case is a draft again. */
const citizensBudget: readonly Step[] = [
  step(109, async ({ does }) => {
    await does(
      'deltager18',
      'register-idea',
      {},
      {
        name: 'Borgerbudget (demo)',
        summary: 'Borgerne fordeler en pulje i deres egen by.',
        idea: 'En enkel afstemning om små puljer.',
        localValue: 'Flere deltager i lokale beslutninger.',
        valueForOthers: 'Flere kommuner har puljer.',
      },
    );
  }),
  step(103, async (telling) => {
    const { time, does } = telling;
    await does(
      bm,
      'place-initiative',
      { id: budget },
      { level: 'N2', reason: 'Flere kommuner har vist interesse.' },
    );
    await does(
      bm,
      'appoint-person',
      { id: budget },
      { person: time.person('deltager18'), role: 'project-owner' },
    );
    await documentAll(telling, 'deltager18', budget, 'concept');
    await does(
      bm,
      'move-initiative',
      { id: budget },
      { to: 'concept', reason: 'Klar til at blive vurderet.' },
    );
    await does(
      bm,
      'open-case',
      {},
      {
        initiative: budget,
        kind: 'approval',
        level: 'N2',
        question: 'Skal Borgerbudget godkendes som projekt på niveau 2?',
        statement: 'Én kommune deltager.',
        recommendation: 'Det indstilles at godkende konceptet. Skrevet til demoen.',
      },
    );
  }),
  step(97, async (telling) => {
    await telling.does(
      bm,
      'decide-case',
      { id: await openCaseOf(telling, budget, 'approval') },
      {
        outcome: 'sent-back',
        reason: 'Forholdet til OS2agora er ikke beskrevet. Stemmetallene er opdigtet til demoen.',
        votes: { for: 7, against: 0, abstaining: 0 },
        points: ['Beskriv, hvad OS2agora allerede kan', 'Find mindst én kommune mere'],
      },
    );
  }),
  step(83, async (telling) => {
    const number = await openCaseOf(telling, budget, 'approval');
    await telling.does(
      'deltager18',
      'relate-initiatives',
      { id: budget },
      {
        kind: 'interface',
        other: 'os2agora',
        note: 'Debatten føres i OS2agora, afstemningen her',
      },
    );
    await telling.does(
      bm,
      'move-initiative',
      { id: budget },
      { to: 'concept', reason: 'Første punkt er besvaret.' },
    );
    await telling.does(
      bm,
      'write-recommendation',
      { id: number },
      {
        statement: 'Én kommune deltager. Forholdet til OS2agora er beskrevet.',
      },
    );
    await telling.does(bm, 'send-case', { id: number });
  }),
  step(61, async (telling) => {
    await telling.does(
      bm,
      'decide-case',
      { id: await openCaseOf(telling, budget, 'approval') },
      {
        outcome: 'sent-back',
        reason: 'Der mangler stadig en kommune mere. Stemmetallene er opdigtet til demoen.',
        votes: { for: 5, against: 2, abstaining: 0 },
        points: ['Find mindst én kommune mere'],
      },
    );
  }),
];

/** An idea its registrant took back, and one that nobody has taken up yet. */
const others: readonly Step[] = [
  step(58, async ({ does }) => {
    await does(
      'deltager3',
      'register-idea',
      {},
      {
        name: 'Digital opslagstavle (demo)',
        summary: 'Opslag fra foreninger på skærme i byen.',
      },
    );
  }),
  step(52, async ({ does }) => {
    await does(
      'deltager3',
      'withdraw-initiative',
      { id: board },
      {
        reason: 'OS2display kan det allerede.',
      },
    );
  }),
  step(6, async ({ does }) => {
    await does(
      'kommune',
      'register-idea',
      {},
      {
        name: 'Fælles cykelparkering (demo)',
        summary: 'Pendlere finder en ledig plads ved stationen.',
        idea: 'Sensorer og et kort. Kan måske bygge på OS2iot.',
        localValue: 'Færre væltede cykler foran stationen.',
      },
    );
  }),
];

export const ideaStories: readonly Step[] = [...meetingRooms, ...wasteCalendar, ...citizensBudget, ...others];

async function organisationOf(time: Timeline, name: string): Promise<string> {
  const person = await time.app.db
    .selectFrom('people')
    .select('organisation_id')
    .where('id', '=', time.person(name))
    .executeTakeFirstOrThrow();
  if (person.organisation_id === null) throw new Error(`${name} has no organisation`);
  return person.organisation_id;
}
