import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cast, testCommunity, type Person, type TestCommunity } from '../../test/community.ts';
import { serve, type Answer, type Http } from '../../test/http.ts';
import { stepsOf, type Steps } from '../../test/steps.ts';

let c: TestCommunity;
let http: Http;
let steps: Steps;
before(async () => {
  c = await testCommunity('2016');
  http = await serve(c);
  steps = stepsOf(c, '2016');
});
after(async () => {
  await http.end();
  await c.end();
});

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
const seenIn = (answer: Answer): string => /name="_seen" value="([0-9a-f]+)"/.exec(answer.text)?.[1] ?? '';
const effectsIn = (answer: Answer): readonly string[] => {
  const box = /<section class="effects"[^]*?<\/section>/.exec(answer.text)?.[0] ?? '';
  return [...box.matchAll(/<li>([^<]*)<\/li>/g)].map((match) => match[1] as string);
};

/** A concept at N2, by the names of its project manager and a kommune, without a case yet. */
async function concept(name: string) {
  const { id, slug } = await steps.idea(name);
  await c.act('manager', 'place-initiative', { id }, { level: 'N2', reason: 'Til mange' });
  await c.act(
    'manager',
    'appoint-person',
    { id },
    { person: c.people.projectManager, role: 'project-manager' },
  );
  await c.app.db.updateTable('initiatives').set({ stage: 'concept' }).where('id', '=', id).execute();
  return { id, slug };
}
const answer = {
  outcome: 'sent-back',
  reason: 'To ting mangler',
  points: 'Find en kommune\nBeskriv driften',
  'votes.for': '4',
  'votes.against': '1',
  'votes.abstaining': '0',
};

for (const [lang, root, words] of [
  [
    'da',
    '',
    {
      effect: 'Sagen går tilbage med 2 punkter, der skal besvares.',
      confirm: 'Bekræft: ',
      stage: 'Initiativet går fra koncept til idé.',
    },
  ],
  [
    'en',
    '/en',
    {
      effect: 'The case goes back with 2 points to be answered.',
      confirm: 'Confirm: ',
      stage: 'The initiative goes from concept to idea.',
    },
  ],
] as const) {
  describe(`the pages of a case (${lang})`, () => {
    test('carry it from recommendation to decision, without JavaScript', async () => {
      const { id, slug } = await concept(`Hele vejen ${lang}`);
      const start = await http.get('manager', `${root}/initiatives/${slug}/cases`);
      assert.ok(start.text.includes(`${root}/cases/new?initiative=${slug}&amp;kind=approval`));

      const question = `Skal ${slug} godkendes?`;
      const opened = await http.post('manager', `${root}/cases/new`, {
        initiative: slug,
        kind: 'approval',
        level: 'N2',
        question,
      });
      assert.equal(opened.status, 303);
      const address = String(opened.headers['location']).split('?')[0] as string;
      const draft = await http.get('manager', address);
      assert.match(draft.text, new RegExp(`action="${address}/send"`));
      assert.ok(!draft.text.includes('id="decide"'), 'a draft is not decided');

      const early = await http.post('manager', `${address}/send`, {});
      assert.equal(early.status, 409, 'no recommendation yet');
      const written = await http.post('manager', `${address}/edit`, {
        question,
        statement: 'Tre kommuner\n\nvil være med',
        recommendation: 'Ja tak',
      });
      assert.equal(written.status, 303);
      assert.equal((await http.post('manager', `${address}/send`, {})).status, 303);

      const waits = await http.get('manager', address);
      assert.match(waits.text, /id="decide"/);
      assert.ok(!waits.text.includes(words.confirm), 'nothing to confirm before the effect is shown');

      const preview = await http.post('manager', `${address}/decision`, { ...answer, _step: 'preview' });
      assert.equal(preview.status, 200);
      assert.deepEqual(effectsIn(preview), [words.stage, words.effect]);
      assert.ok(preview.text.includes(words.confirm));
      assert.ok(preview.text.includes('Tre kommuner'), 'the form came back on the page of the case');
      assert.equal((await steps.row(id)).stage, 'concept', 'a preview writes nothing');

      const confirmed = await http.post('manager', `${address}/decision`, {
        ...answer,
        _step: 'confirm',
        _seen: seenIn(preview),
      });
      assert.equal(confirmed.status, 303);
      assert.equal((await steps.row(id)).stage, 'idea');
      const back = await http.get('manager', address);
      for (const shown of ['Find en kommune', 'Beskriv driften', words.effect, 'To ting mangler'])
        assert.ok(plain(back.text).includes(shown), shown);
      const stored = await c.app.db
        .selectFrom('decisions')
        .selectAll()
        .where('initiative_id', '=', id)
        .where('outcome', '=', 'sent-back')
        .execute();
      assert.equal(stored.length, 1);
      const page = await http.get('manager', `${root}/initiatives/${slug}/cases`);
      assert.ok(plain(page.text).includes(words.stage), 'the effect stands on the initiative');
    });
  });
}

/** A case before the board with its address. */
async function waitingCase(name: string) {
  const { id, slug } = await concept(name);
  const opened = await c.act(
    'manager',
    'open-case',
    {},
    {
      initiative: id,
      kind: 'approval',
      level: 'N2',
      question: `Skal ${name} godkendes?`,
      recommendation: 'Ja',
    },
  );
  return { id, slug, number: Number(opened['number']), address: `/cases/${String(opened['number'])}` };
}

describe('deciding on the page of a case', () => {
  test('pressing twice decides once, and the second is told so', async () => {
    const { id, address } = await waitingCase('To gange');
    const rejected = { outcome: 'rejected', reason: 'Nej tak', 'votes.for': '0', 'votes.against': '5' };
    const preview = await http.post('manager', `${address}/decision`, rejected);
    const sent = { ...rejected, _step: 'confirm', _seen: seenIn(preview) };
    const both = await Promise.all([
      http.post('manager', `${address}/decision`, sent),
      http.post('manager', `${address}/decision`, sent),
    ]);
    assert.deepEqual(
      both.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 422],
    );
    assert.match(
      plain(both.find(({ status }) => status === 422)?.text ?? ''),
      /Sagen venter ikke på en beslutning/,
    );
    const rows = await c.app.db
      .selectFrom('decisions')
      .select('id')
      .where('initiative_id', '=', id)
      .where('outcome', '=', 'rejected')
      .execute();
    assert.equal(rows.length, 1);
    const decided = await http.get('manager', address);
    assert.ok(!decided.text.includes('id="decide"'), 'a decided case shows no form');
    assert.ok(!decided.text.includes(`${address}/withdraw`));
    assert.match(decided.text, /Kvittering/);
  });

  test('what is confirmed is what was shown: a changed answer is shown anew', async () => {
    const { id, address } = await waitingCase('Skiftet svar');
    const preview = await http.post('manager', `${address}/decision`, answer);
    const other = await http.post('manager', `${address}/decision`, {
      ...answer,
      points: 'Noget helt andet',
      _step: 'confirm',
      _seen: seenIn(preview),
    });
    assert.equal(other.status, 422);
    assert.match(plain(other.text), /Se virkningen igen/);
    assert.match(other.text, /Noget helt andet/);
    assert.equal((await steps.row(id)).stage, 'concept');
  });

  test('a refusal by rule says what to do, and loses nothing that was typed', async () => {
    const { address } = await waitingCase('Mangler meget');
    const refused = await http.post('manager', `${address}/decision`, {
      outcome: 'approved',
      reason: 'Vi tror på det',
      'votes.for': '5',
    });
    assert.equal(refused.status, 409);
    assert.match(plain(refused.text), /godkend med dette som betingelse/);
    assert.match(refused.text, /Vi tror på det/);
    const gaps = [...refused.text.matchAll(/name="conditions" value="([^"]+)"/g)].map(
      (match) => match[1] as string,
    );
    assert.ok(gaps.length > 3, 'each missing line can be ticked as a condition');
  });

  test('a wrong decision is corrected by a new one, and each links to the other', async () => {
    const { address } = await waitingCase('Skrevet forkert');
    const wrong = {
      outcome: 'rejected',
      reason: 'Forkert skrevet af',
      'votes.for': '0',
      'votes.against': '5',
    };
    const first = await http.post('manager', `${address}/decision`, wrong);
    await http.post('manager', `${address}/decision`, { ...wrong, _step: 'confirm', _seen: seenIn(first) });
    const href = /\/decisions\/[0-9a-f-]+\/correct/.exec(
      (await http.get('manager', address)).text,
    )?.[0] as string;
    assert.ok(!(await http.get('board1', address)).text.includes(href), 'only the secretary corrects');
    const right = {
      outcome: 'sent-back',
      reason: 'Den blev sendt tilbage',
      points: 'Find en kommune',
      'votes.for': '5',
    };
    const preview = await http.post('manager', href, right);
    assert.deepEqual(effectsIn(preview).slice(0, 2), [
      'Den tidligere beslutning gælder ikke længere.',
      'Initiativet går fra afsluttet til koncept.',
    ]);
    assert.equal(
      (await http.post('manager', href, { ...right, _step: 'confirm', _seen: seenIn(preview) })).status,
      303,
    );
    const page = (await http.get('manager', address)).text;
    const links = [...page.matchAll(/href="#(decision-\d+)"/g)].map((match) => match[1] as string);
    assert.equal(new Set(links).size, 2, 'both ways');
    for (const link of links) assert.ok(page.includes(`id="${link}"`), link);
  });

  test('others see who can, and no button they may not use', async () => {
    const { address, number, id } = await waitingCase('Kun for sekretæren');
    for (const person of [
      null,
      'member',
      'board1',
      'former',
      'otherChair',
      'operator',
      'outsider',
    ] as const) {
      const page = await http.get(person, address);
      assert.equal(page.status, 200, String(person));
      for (const closed of ['id="decide"', `${address}/withdraw"`, `${address}/edit"`, `${address}/send"`])
        assert.ok(!page.text.includes(closed), `${person}: ${closed}`);
      assert.match(page.text, /Hvem kan gøre hvad\?/);
      assert.match(page.text, /Organets sekretær/);
    }
    const posted = await http.post('member', `${address}/decision`, answer);
    assert.equal(posted.status, 403);
    assert.equal((await steps.row(id)).stage, 'concept');
    for (const person of [null, 'operator'] as const) {
      const page = await http.get(person, `/cases/${number}`);
      for (const name of Object.values(cast))
        if (!(person === 'operator' && name === cast.operator))
          assert.ok(!page.text.includes(name), `${person}: ${name}`);
    }
  });

  test('a placement is answered by choosing a level, not by approving nothing', async () => {
    const { slug } = await steps.idea('Uden niveau');
    const list = await http.get('manager', `/cases?kind=placement&initiative=${slug}`);
    const address = /\/cases\/\d+/.exec(list.text)?.[0] as string;
    const page = await http.get('manager', address);
    assert.match(page.text, /\/place"/);
    assert.ok(!page.text.includes('value="approved"'));
    const refused = await http.api('manager', 'POST', `${address}/decision`, {
      outcome: 'approved',
      reason: 'Fint nok',
    });
    assert.equal(refused.status, 422);
  });
});

describe('drafts and lists', () => {
  test('the leading button of a case is the deed that answers it', async () => {
    const { slug } = await steps.idea('Hovedknappen');
    const list = await http.get('manager', `/cases?kind=placement&initiative=${slug}`);
    const toPlace = await http.get('manager', /\/cases\/\d+/.exec(list.text)?.[0] as string);
    assert.match(toPlace.text, /data-variant="primary"[^>]*>\s*Indplacér på et niveau/);
    assert.doesNotMatch(toPlace.text, /data-variant="primary"[^>]*>\s*Registrér beslutningen/);
  });

  test('what is missing in a form is named by its field, so that two empty fields are told apart', async () => {
    const { id } = await steps.idea('To tomme felter');
    const sent = await http.post('manager', `/initiatives/${id}/place`, {});
    assert.equal(sent.status, 422);
    assert.match(sent.text, />\s*Niveau: Feltet skal udfyldes/);
    assert.match(sent.text, />\s*Begrundelse: Feltet skal udfyldes/);
  });

  test('a draft is closed in list, page, tab and API to those who do not work on it', async () => {
    const { id, slug } = await concept('Hemmelig kladde');
    const opened = await c.act(
      'manager',
      'open-case',
      {},
      { initiative: id, kind: 'approval', level: 'N2', question: 'Må kun læses af få?' },
    );
    const address = `/cases/${String(opened['number'])}`;
    const sees = async (person: Person | null) => ({
      page: (await http.get(person, address)).status,
      list: (await http.get(person, '/cases?status=draft')).text.includes('Må kun læses af få?'),
      tab: (await http.get(person, `/initiatives/${slug}/cases`)).text.includes('Må kun læses af få?'),
      api: (await http.api(person, 'GET', address)).status,
      apiList: (await http.api(person, 'GET', `/cases?initiative=${slug}&status=draft`)).text.includes(
        'Må kun læses af få?',
      ),
    });
    for (const person of ['manager', 'staff', 'projectManager'] as const)
      assert.deepEqual(
        await sees(person),
        { page: 200, list: true, tab: true, api: 200, apiList: true },
        person,
      );
    for (const person of [null, 'member', 'board1', 'former', 'otherChair', 'operator'] as const)
      assert.deepEqual(
        await sees(person),
        { page: 404, list: false, tab: false, api: 404, apiList: false },
        String(person),
      );
  });

  test('the list shows what has waited longest first, and goes on by cursor', async () => {
    const { number } = await waitingCase('Den ældste');
    await c.app.db
      .updateTable('cases')
      .set({ awaits_since: '2026-02-03T09:00:00Z' })
      .where('number', '=', number)
      .execute();
    const rows = (await http.get(null, '/cases')).text;
    const dates = [...rows.matchAll(/<tr[^]*?<\/tr>/g)].flatMap(
      (row) => /datetime="(\d{4}-\d\d-\d\d)"/.exec(row[0])?.[1] ?? [],
    );
    assert.ok(dates.length > 2);
    assert.equal(dates[0], '2026-02-03');
    assert.deepEqual(dates, dates.toSorted());
    for (const filter of [
      'status=decided',
      'awaits=board',
      'awaits=me',
      'kind=approval',
      'status=all',
      'cursor=x',
    ])
      assert.equal((await http.get('board1', `/cases?${filter}`)).status, 200, filter);
    assert.match((await http.get(null, '/en/cases?awaits=steering-group')).text, /No cases fit/);
  });
});

test('what was sent back is a draft again, and closed in the list of what the body has decided', async () => {
  const { id } = await concept('Tilbage og lukket');
  const opened = await c.act(
    'manager',
    'open-case',
    {},
    {
      initiative: id,
      kind: 'approval',
      question: 'Skal den lukkede godkendes?',
      recommendation: 'Godkend',
    },
  );
  await c.act(
    'manager',
    'decide-case',
    { id: String(opened['number']) },
    {
      outcome: 'sent-back',
      reason: 'Ét punkt mangler',
      points: ['Find en kommune'],
      votes: { for: 5, against: 0, abstaining: 0 },
    },
  );
  for (const [person, open] of [
    [null, false],
    ['outsider', false],
    ['projectManager', true],
    ['manager', true],
  ] as const)
    for (const path of ['/api/v1/bodies/BOARD/decisions', '/bodies/BOARD', '/bodies/BOARD/decisions']) {
      const address = path.replace('BOARD', c.bodies.board);
      const { text } = path.startsWith('/api')
        ? await http.api(person, 'GET', address.replace('/api/v1', ''))
        : await http.get(person, address);
      assert.equal(text.includes('Skal den lukkede godkendes?'), open, `${path} as ${person}`);
    }
});

test('the technical account is told of no people, neither in bodies nor in initiatives', async () => {
  const { id } = await concept('Uden navne');
  for (const path of [`/bodies/${c.bodies.board}`, '/bodies', `/initiatives/${id}`]) {
    const names = Object.values(cast);
    const told = async (person: Person) => {
      const { text } = await http.api(person, 'GET', path);
      return names.some((name) => text.includes(`"name":"${name}"`));
    };
    assert.equal(await told('operator'), false, path);
    assert.equal(await told('member'), true, path);
  }
});
