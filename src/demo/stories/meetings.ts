import { step, type Step, type Telling } from './step.ts';

const board = { body: 'bestyrelsen', from: '9.00', until: '11.00', place: 'Rådhuset i Demoby' };
const written = 'Skrevet til demoen.';

/** The number of the board's meeting on a day. */
async function meetingOn({ time }: Telling, daysAgo: number): Promise<string> {
  const { rows } = await time.app.db
    .selectFrom('meetings')
    .select(['number', 'starts_at'])
    .orderBy('number')
    .execute()
    .then((all) => ({ rows: all.filter((row) => row.starts_at.startsWith(time.on(daysAgo))) }));
  const [found] = rows;
  if (!found) throw new Error(`the demo has no meeting ${daysAgo} days ago`);
  return String(found.number);
}

/** Ids by which those called are ticked when a meeting opens; those with apologies stay away. */
const present = async ({ time }: Telling, number: string): Promise<readonly string[]> =>
  (
    await time.app.db
      .selectFrom('attendances as a')
      .innerJoin('meetings as m', 'm.id', 'a.meeting_id')
      .select('a.id')
      .where('m.number', '=', Number(number))
      .where('a.apologies_at', 'is', null)
      .execute()
  ).map((row) => row.id);

/** Id of the first item of a meeting from a source, in the order of the agenda. */
async function itemFrom({ time }: Telling, number: string, source: string): Promise<string | null> {
  const row = await time.app.db
    .selectFrom('agenda_items as x')
    .innerJoin('meetings as m', 'm.id', 'x.meeting_id')
    .select('x.id')
    .where('m.number', '=', Number(number))
    .where('x.source', '=', source)
    .orderBy('x.position')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

const rhythm = 'Hvor tit mødes bestyrelsen?';

/** Those with a vote who did not stay away, by the first part of their address. */
const voters = async ({ time }: Telling, number: string): Promise<readonly string[]> =>
  (
    await time.app.db
      .selectFrom('attendances as a')
      .innerJoin('meetings as m', 'm.id', 'a.meeting_id')
      .innerJoin('people as p', 'p.id', 'a.person_id')
      .select('p.email')
      .where('m.number', '=', Number(number))
      .where('a.voting', '=', true)
      .where('a.apologies_at', 'is', null)
      .orderBy('p.email')
      .execute()
  ).map(({ email }) => email.split('@')[0] as string);

/** The board votes by name on how often it meets, and somebody gets something to do. */
async function decideRhythm(telling: Telling, number: string): Promise<void> {
  const { time, does } = telling;
  const item = await time.app.db
    .selectFrom('agenda_items as x')
    .innerJoin('meetings as m', 'm.id', 'x.meeting_id')
    .select('x.id')
    .where('m.number', '=', Number(number))
    .where('x.title', '=', rhythm)
    .executeTakeFirstOrThrow();
  const opened = await does(
    'forretningsleder',
    'open-ballot',
    { id: item.id },
    { question: 'Skal bestyrelsen mødes hver anden måned?', form: 'named' },
  );
  const ballot = String(opened['id']);
  for (const person of await voters(telling, number))
    await does(
      person,
      'cast-vote',
      { id: ballot },
      { choices: [person === 'bestyrelse4' ? 'against' : 'for'] },
    );
  await does('forretningsleder', 'close-ballot', { id: ballot });
  const decision = await does(
    'forretningsleder',
    'decide-item',
    { id: item.id },
    { outcome: 'approved', reason: 'Færre møder giver bedre forberedte sager.', ballot },
  );
  await does(
    'bestyrelse4',
    'add-minority-statement',
    { id: String(decision['id']) },
    { statement: 'Sager fra små kommuner kommer til at vente for længe.' },
  );
  await does(
    'forretningsleder',
    'write-item-notes',
    { id: item.id },
    { notes: 'Bestyrelsen talte om, hvordan sager kan afgøres skriftligt mellem møderne.' },
  );
  await does(
    'forretningsleder',
    'record-action',
    { id: item.id },
    {
      task: 'Gør op, om den nye rytme virker',
      owner: time.person('forretningsleder'),
      dueOn: time.on(-120),
    },
  );
}

/** The board's year: a meeting held, one called off, one tomorrow, the plan ahead, and the general assembly in May. */
export const meetingStories: readonly Step[] = [
  step(53, async ({ time, does }) => {
    await does(
      'forretningsleder',
      'call-meeting',
      {},
      { ...board, on: time.on(47), papersDueOn: time.on(50) },
    );
  }),
  step(50, async (telling) => {
    const id = await meetingOn(telling, 47);
    await telling.does('forretningsleder', 'propose-agenda', { id });
    const item = await telling.does(
      'forretningsleder',
      'add-agenda-item',
      { id },
      {
        title: rhythm,
        kind: 'decision',
        facts: `Bestyrelsen har mødtes hver måned. ${written}`,
        proposal: 'Bestyrelsen mødes hver anden måned.',
        minutes: 15,
      },
    );
    await telling.does(
      'forretningsleder',
      'add-item-annex',
      { id: String(item['id']) },
      {
        title: 'Sådan har mødet været holdt (demo)',
        file: {
          name: 'moeder-demo.csv',
          content: Buffer.from('måned;møder\njanuar;1\nfebruar;1\n').toString('base64'),
        },
      },
    );
    await telling.does('forretningsleder', 'send-agenda', { id });
    await telling.does('bestyrelse3', 'send-apologies', { id }, { note: 'På kursus' });
  }),
  step(47, async (telling) => {
    const id = await meetingOn(telling, 47);
    const { time, does } = telling;
    await does(
      'forretningsleder',
      'open-meeting',
      { id },
      {
        chair: time.person('formand'),
        minutesBy: time.person('forretningsleder'),
        present: await present(telling, id),
      },
    );
    await decideRhythm(telling, id);
    await does('forretningsleder', 'close-meeting', { id });
  }),
  step(46, async (telling) => {
    const id = await meetingOn(telling, 47);
    await telling.does('forretningsleder', 'draft-minutes', { id });
    const remark = await telling.does(
      'bestyrelse4',
      'remark-on-minutes',
      { id },
      { remark: 'Skriv gerne, hvornår vi ser på rytmen igen.' },
    );
    await telling.does(
      'forretningsleder',
      'answer-remark',
      { id: String(remark['id']) },
      { answer: 'Det står nu i opgaven.' },
    );
  }),
  step(42, async (telling) => {
    const id = await meetingOn(telling, 47);
    for (const person of await voters(telling, id)) await telling.does(person, 'approve-minutes', { id });
    await telling.does('forretningsleder', 'publish-minutes', { id });
  }),
  step(35, async ({ time, does }) => {
    await does('forretningsleder', 'call-meeting', {}, { ...board, on: time.on(20) });
  }),
  step(22, async (telling) => {
    const id = await meetingOn(telling, 20);
    await telling.does(
      'forretningsleder',
      'cancel-meeting',
      { id },
      { reason: 'For få kunne deltage. Sagerne kommer på det næste møde.' },
    );
  }),
  step(7, async ({ time, does }) => {
    const nextYear = Number(time.on(0).slice(0, 4)) + 1;
    await does(
      'forretningsleder',
      'call-series',
      {},
      {
        ...board,
        on: Temporal.PlainDate.from(time.on(-45)).toString(),
        every: 'two-months',
        times: 5,
      },
    );
    await does(
      'forretningsleder',
      'call-meeting',
      {},
      {
        body: 'generalforsamlingen',
        on: `${nextYear}-05-11`,
        from: '10.00',
        until: '12.00',
        place: 'Kulturhuset i Demoby',
      },
    );
  }),
  step(6, async ({ time, does }) => {
    const { number } = await does(
      'forretningsleder',
      'call-meeting',
      {},
      {
        ...board,
        from: '10.00',
        until: '12.00',
        on: time.on(-1),
        onlineUrl: 'https://demo.example/moede',
        papersDueOn: time.on(3),
      },
    );
    const id = String(number);
    await does(
      'forretningsleder',
      'add-agenda-item',
      { id },
      {
        title: 'Tema: Hvad gør små kommuner, når en projektleder rejser?',
        kind: 'discussion',
        facts: written,
        minutes: 20,
      },
    );
    const closed = await does(
      'forretningsleder',
      'add-agenda-item',
      { id },
      { title: 'Forretningslederens ansættelse (demo)', kind: 'discussion', facts: written, minutes: 10 },
    );
    await does(
      'forretningsleder',
      'close-agenda-item',
      { id: String(closed['id']) },
      { ground: 'Personsag' },
    );
  }),
  step(3, async (telling) => {
    const { does } = telling;
    const id = await meetingOn(telling, -1);
    await does('forretningsleder', 'propose-agenda', { id });
    await does('forretningsleder', 'send-agenda', { id });
    await does('bestyrelse2', 'send-apologies', { id }, { note: 'Ferie' });
    const item = await itemFrom(telling, id, 'case');
    if (item === null) return;
    await does('bestyrelse1', 'take-stance', { id: item }, { stance: 'approve' });
    await does('bestyrelse4', 'take-stance', { id: item }, { stance: 'question' });
    await does(
      'bestyrelse4',
      'comment-on-item',
      { id: item },
      { comment: `Hvem betaler driften? ${written}` },
    );
  }),
];
