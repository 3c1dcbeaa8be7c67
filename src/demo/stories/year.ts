import { step, type Step, type Telling } from './step.ts';

const written = 'Skrevet til demoen.';
const leader = 'forretningsleder';

/** Days before today that the general assembly was held. */
const assemblyDaysAgo = 40;

/** The number of a body's meeting on a day. */
async function meetingOf({ time }: Telling, body: string, daysAgo: number): Promise<string> {
  const rows = await time.app.db
    .selectFrom('meetings as m')
    .innerJoin('bodies as b', 'b.id', 'm.body_id')
    .select(['m.number', 'm.starts_at'])
    .where('b.slug', '=', body)
    .execute();
  const found = rows.find((row) => row.starts_at.startsWith(time.on(daysAgo)));
  if (!found) throw new Error(`the demo has no meeting of ${body} ${daysAgo} days ago`);
  return String(found.number);
}

interface Called {
  readonly id: string;
  readonly person: string;
  readonly voting: boolean;
}

/** Those called who have a name and did not stay away. */
async function calledTo({ time }: Telling, number: string): Promise<readonly Called[]> {
  const rows = await time.app.db
    .selectFrom('attendances as a')
    .innerJoin('meetings as m', 'm.id', 'a.meeting_id')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .select(['a.id', 'a.voting', 'p.email'])
    .where('m.number', '=', Number(number))
    .where('a.apologies_at', 'is', null)
    .orderBy('p.email')
    .execute();
  return rows.map(({ id, voting, email }) => ({ id, voting, person: email.split('@')[0] as string }));
}

async function add({ does }: Telling, number: string, item: object): Promise<string> {
  const { id } = await does(leader, 'add-agenda-item', { id: number }, item);
  return String(id);
}

async function open(telling: Telling, number: string, chair: string): Promise<void> {
  const called = await calledTo(telling, number);
  const minutesBy = called.some(({ person }) => person === leader) ? leader : chair;
  await telling.does(
    leader,
    'open-meeting',
    { id: number },
    {
      chair: telling.time.person(chair),
      minutesBy: telling.time.person(minutesBy),
      present: called.map(({ id }) => id),
    },
  );
}

/** Closes the meeting, sends its minutes round, has them approved by all who must, and publishes them. */
async function minutesOf(telling: Telling, number: string, approvers: readonly string[]): Promise<void> {
  const { does } = telling;
  await does(leader, 'draft-minutes', { id: number });
  for (const person of approvers) await does(person, 'approve-minutes', { id: number });
  await does(leader, 'publish-minutes', { id: number });
}

/** The assembly that took OS2webscanner in as a common product, and elected the board's chair by secret vote. */
const webscanner = 'Skal OS2webscanner blive et fælles produkt?';
const election = 'Valg af formand';
const presiding = 'Valg af dirigent og referent';

/** One delegate for each of the first member organisations, in the order of their people. */
async function nameDelegates({ time, does }: Telling, number: string): Promise<void> {
  const people = await time.app.db
    .selectFrom('people as p')
    .innerJoin('memberships as m', 'm.organisation_id', 'p.organisation_id')
    .distinctOn('p.organisation_id')
    .select(['p.id', 'p.organisation_id'])
    .where('p.operator', '=', false)
    .where('m.to_on', 'is', null)
    .where('p.email', 'like', 'deltager%')
    .orderBy('p.organisation_id')
    .orderBy('p.email')
    .limit(9)
    .execute();
  for (const { id, organisation_id: organisation } of people)
    await does(leader, 'name-delegate', { id: number }, { organisation, person: id });
}

/** An extraordinary assembly deals with what it is called for: the rest of the fixed agenda is for the ordinary one. */
async function keepOnly({ time, does }: Telling, number: string, titles: readonly string[]): Promise<void> {
  const rows = await time.app.db
    .selectFrom('agenda_items as x')
    .innerJoin('meetings as m', 'm.id', 'x.meeting_id')
    .select(['x.id', 'x.title'])
    .where('m.number', '=', Number(number))
    .where('x.kind', '<>', 'discussion')
    .orderBy('x.position')
    .execute();
  for (const { id } of rows.filter((row) => !titles.includes(row.title)))
    await does(leader, 'remove-agenda-item', { id }, { reason: 'Hører til den ordinære generalforsamling.' });
}

async function itemOf({ time }: Telling, number: string, title: string): Promise<string> {
  const { id } = await time.app.db
    .selectFrom('agenda_items as x')
    .innerJoin('meetings as m', 'm.id', 'x.meeting_id')
    .select('x.id')
    .where('m.number', '=', Number(number))
    .where('x.title', '=', title)
    .executeTakeFirstOrThrow();
  return id;
}

/** Opens a vote, lets everybody with a vote cast it, and closes it; answers with its id. */
async function voteOn(
  telling: Telling,
  number: string,
  item: string,
  ballot: object,
  choose: (voter: number) => string,
): Promise<string> {
  const { does } = telling;
  const opened = await does(leader, 'open-ballot', { id: item }, ballot);
  const id = String(opened['id']);
  const voters = (await calledTo(telling, number)).filter(({ voting }) => voting);
  for (const [voter, { person }] of voters.entries())
    await does(person, 'cast-vote', { id }, { choices: [choose(voter)] });
  await does(leader, 'close-ballot', { id });
  return id;
}

async function holdAssembly(telling: Telling): Promise<void> {
  const { time, does } = telling;
  const number = await meetingOf(telling, 'generalforsamlingen', assemblyDaysAgo);
  await open(telling, number, 'formand');
  await does(
    leader,
    'decide-item',
    { id: await itemOf(telling, number, presiding) },
    { outcome: 'approved', reason: 'Formanden leder mødet, og sekretariatet skriver referat.' },
  );
  const joining = await itemOf(telling, number, webscanner);
  const taken = await voteOn(telling, number, joining, { question: webscanner, form: 'named' }, (voter) =>
    voter === 4 ? 'abstaining' : 'for',
  );
  await does(
    leader,
    'decide-item',
    { id: joining },
    {
      outcome: 'approved',
      reason: 'Mange medlemmer bruger det, og ét fælles produkt er billigere end flere egne.',
      ballot: taken,
    },
  );
  await does(
    leader,
    'write-item-notes',
    { id: joining },
    { notes: `Et medlem spurgte til driften. Bestyrelsen svarer, når produktet er indplaceret. ${written}` },
  );
  const chair = await itemOf(telling, number, election);
  const candidacies: string[] = [];
  for (const person of ['formand', 'bestyrelse1']) {
    const candidate = { person: time.person(person), role: 'chair', accepted: true };
    const { id } = await does(leader, 'nominate-candidate', { id: chair }, candidate);
    candidacies.push(String(id));
  }
  const elected = await voteOn(
    telling,
    number,
    chair,
    { question: 'Hvem skal være formand?', form: 'secret', purpose: 'election', candidacies },
    (voter) => (voter % 3 === 2 ? 'c2' : 'c1'),
  );
  await does(
    leader,
    'decide-item',
    { id: chair },
    { outcome: 'approved', reason: 'Valgt ved hemmelig afstemning.', ballot: elected },
  );
  await does(leader, 'close-meeting', { id: number });
}

/** A question that cannot wait for the next meeting: the board answers in writing, and not all have yet. */
async function askInWriting(telling: Telling): Promise<void> {
  const { time, does } = telling;
  const { number } = await does(
    leader,
    'call-meeting',
    {},
    {
      body: 'bestyrelsen',
      kind: 'written',
      title: 'Høringssvar om åben kode',
      on: time.on(2),
      from: '9.30',
      lastDay: time.on(-5),
      until: '12.00',
    },
  );
  const id = String(number);
  const question = 'Skal OS2 svare på høringen om åben kode?';
  const item = await add(telling, id, {
    title: question,
    kind: 'decision',
    facts: `Fristen ligger før næste møde. ${written}`,
    proposal: 'Bestyrelsen sender sekretariatets udkast.',
  });
  await does(leader, 'send-agenda', { id });
  const opened = await does(leader, 'open-ballot', { id: item }, { question, form: 'named' });
  for (const person of ['formand', 'bestyrelse1'])
    await does(person, 'cast-vote', { id: String(opened['id']) }, { choices: ['for'] });
}

interface GroupMeeting {
  readonly body: string;
  readonly chair: string;
  readonly heldDaysAgo: number;
  readonly nextInDays: number;
  readonly talkedAbout: string;
  readonly task: string;
}

/** Groups of products at N2 and N3 meet too: one held with its minutes, and the next one called. */
const groupMeetings: readonly GroupMeeting[] = [
  {
    body: 'os2mo-koordinationsgruppe',
    chair: 'koordination',
    heldDaysAgo: 17,
    nextInDays: 12,
    talkedAbout: 'Ønsker til næste version',
    task: 'Saml kommunernes ønsker i én liste',
  },
  {
    body: 'os2aiheatcontrol-styregruppe',
    chair: 'deltager1',
    heldDaysAgo: 12,
    nextInDays: 9,
    talkedAbout: 'Erfaringer fra den første varmesæson',
    task: 'Skriv erfaringerne sammen til bestyrelsen',
  },
];

const place = { from: '9.00', until: '10.30', place: 'Virtuelt' };

const groupSteps: readonly Step[] = groupMeetings.flatMap(
  ({ body, chair, heldDaysAgo, nextInDays, talkedAbout, task }) => [
    step(heldDaysAgo + 9, async (telling) => {
      const { number } = await telling.does(
        leader,
        'call-meeting',
        {},
        { ...place, body, on: telling.time.on(heldDaysAgo) },
      );
      await add(telling, String(number), {
        title: talkedAbout,
        kind: 'discussion',
        facts: written,
        minutes: 30,
      });
      await telling.does(leader, 'send-agenda', { id: String(number) });
    }),
    step(heldDaysAgo, async (telling) => {
      const { time, does } = telling;
      const number = await meetingOf(telling, body, heldDaysAgo);
      await open(telling, number, chair);
      const item = await itemOf(telling, number, talkedAbout);
      await does(
        leader,
        'write-item-notes',
        { id: item },
        { notes: `Gruppen var enig om retningen. ${written}` },
      );
      await does(
        leader,
        'record-action',
        { id: item },
        { task, owner: time.person(chair), dueOn: time.on(-nextInDays) },
      );
      await does(leader, 'close-meeting', { id: number });
    }),
    step(heldDaysAgo - 3, async (telling) => {
      const number = await meetingOf(telling, body, heldDaysAgo);
      const voting = (await calledTo(telling, number)).filter((each) => each.voting);
      await minutesOf(
        telling,
        number,
        voting.map(({ person }) => person),
      );
      const next = await telling.does(
        leader,
        'call-meeting',
        {},
        { ...place, body, on: telling.time.on(-nextInDays) },
      );
      await telling.does(leader, 'send-agenda', { id: String(next['number']) });
    }),
  ],
);

/** The rest of the year: a general assembly with its minutes, a written procedure under way, and meetings of groups. */
export const yearStories: readonly Step[] = [
  step(assemblyDaysAgo + 35, async (telling) => {
    const { number } = await telling.does(
      leader,
      'call-meeting',
      {},
      {
        body: 'generalforsamlingen',
        title: 'Ekstraordinær generalforsamling',
        on: telling.time.on(assemblyDaysAgo),
        from: '9.00',
        until: '10.30',
        place: 'Kulturhuset i Demoby',
      },
    );
    await add(telling, String(number), {
      title: webscanner,
      kind: 'decision',
      facts: `Bestyrelsen lægger spørgsmålet op til medlemmerne. ${written}`,
      proposal: 'Generalforsamlingen tilslutter sig, at OS2webscanner bliver et fælles produkt.',
    });
  }),
  step(assemblyDaysAgo + 9, async (telling) => {
    const number = await meetingOf(telling, 'generalforsamlingen', assemblyDaysAgo);
    await keepOnly(telling, number, [presiding, webscanner, election]);
    await telling.does(
      leader,
      'edit-agenda-item',
      { id: await itemOf(telling, number, election) },
      { facts: `Formanden beder om medlemmernes tillid midt i perioden. ${written}` },
    );
    await nameDelegates(telling, number);
    await telling.does(leader, 'send-agenda', { id: number });
  }),
  step(assemblyDaysAgo, holdAssembly),
  step(assemblyDaysAgo - 8, async (telling) =>
    minutesOf(telling, await meetingOf(telling, 'generalforsamlingen', assemblyDaysAgo), ['formand']),
  ),
  step(6, async (telling) => {
    const { time, does } = telling;
    const { number } = await time.app.db
      .selectFrom('meetings as m')
      .innerJoin('bodies as b', 'b.id', 'm.body_id')
      .select('m.number')
      .where('b.slug', '=', 'generalforsamlingen')
      .where('m.status', '=', 'draft')
      .executeTakeFirstOrThrow();
    // Nominated, and not asked yet.
    const item = await itemOf(telling, String(number), 'Valg af bestyrelsesmedlemmer');
    await does(
      leader,
      'nominate-candidate',
      { id: item },
      { person: time.person('deltager7'), role: 'member' },
    );
  }),
  step(2, askInWriting),
  ...groupSteps,
];
