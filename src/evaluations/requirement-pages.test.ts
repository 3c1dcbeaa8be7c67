import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cast, testCommunity, type TestCommunity } from '../../test/community.ts';
import { serve, type Http } from '../../test/http.ts';
import { stepsOf } from '../../test/steps.ts';
import { sha256 } from '../lib/hash.ts';
import { newId } from '../lib/id.ts';
import { cookieName } from '../people/session.ts';

let c: TestCommunity;
let http: Http;
let slug: string;
let fileId: string;

const page = (requirement = '') => `/initiatives/${slug}/requirements${requirement && `/${requirement}`}`;

before(async () => {
  c = await testCommunity('2025');
  http = await serve(c);
  const at = stepsOf(c, '2025');
  const made = await at.idea('Cykelkort');
  slug = made.slug;
  await c.act('manager', 'place-initiative', { id: slug }, { level: 'N1', reason: 'Lokal idé' });
  await c.act(
    'manager',
    'appoint-person',
    { id: slug },
    { person: c.people.projectOwner, role: 'project-owner' },
  );
  await at.group(made.id, 'steering-group', [['steeringChair', 'chair', true]]);
  const say = (person: 'projectOwner' | 'staff', requirement: string, input: Record<string, unknown>) =>
    c.act(person, 'assess-requirement', { id: slug, requirement }, input);
  await say('projectOwner', 'F4', {
    voice: 'self',
    verdict: 'met',
    explanation: 'Testet af en tredje',
    checkedOn: '2025-10-01',
    validUntil: '2026-10-01',
    evidence: [{ title: 'Testrapport', url: 'https://example.org/test' }],
  });
  await say('projectOwner', 'F2', { voice: 'self', verdict: 'met' });
  await say('staff', 'F2', { voice: 'community', verdict: 'partly', explanation: 'Licensfilen mangler' });
  await say('projectOwner', 'F18', {
    voice: 'self',
    verdict: 'explained',
    explanation: 'Vi følger en anden model, fordi den er bredere.',
  });
  const attached = await c.act(
    'projectOwner',
    'attach-evidence',
    { id: slug, requirement: 'F4' },
    {
      voice: 'self',
      title: 'Kort <b>vejledning</b>',
      file: { name: 'vejledning æøå.md', content: Buffer.from('# Vejledning æøå\n').toString('base64') },
    },
  );
  fileId = String(attached['id']);
  await c.act(
    'member',
    'ask-question',
    { id: slug, requirement: 'F4' },
    { question: 'Hvor ofte testes der?' },
  );
});
after(async () => {
  await http.end();
  await c.end();
});

test('who may give a verdict goes from the list straight to its form; others are not offered it', async () => {
  const list = await http.get('projectOwner', page());
  const way = new RegExp(`href="(/initiatives/${slug}/requirements/F4/assess\\?voice=self)"`).exec(
    list.text,
  )?.[1];
  assert.ok(way, 'a link to the form');
  const form = await http.get('projectOwner', way);
  assert.equal(form.status, 200);
  for (const other of ['operator', 'board1'] as const)
    assert.ok(!(await http.get(other, page())).text.includes('/assess?'), other);
});

describe('the page of all requirements', () => {
  test('says in both languages how each stands, for whoever reads', async () => {
    for (const person of [null, 'member', 'projectOwner', 'manager', 'operator'] as const) {
      const da = await http.get(person, page());
      assert.equal(da.status, 200);
      for (const text of [
        'Formkrav',
        'opfyldt',
        'delvist',
        'udløbet',
        'uenighed',
        '1 spørgsmål venter',
        'mangler',
      ])
        assert.ok(da.text.includes(text), text);
      const en = await http.get(person, `/en${page()}`);
      for (const text of ['Formal requirements', 'partly', 'out of date', 'disagreement', '1 question waits'])
        assert.ok(en.text.includes(text), text);
      assert.equal(da.text.match(/<h1>/g)?.length, 1);
    }
  });

  test('shows only what its address asks for, and says so where nothing fits', async () => {
    const rows = (text: string) =>
      [...text.matchAll(/id="requirement-([A-Z0-9]+)"/g)].map((match) => match[1]);
    assert.deepEqual(rows((await http.get(null, `${page()}?show=differs`)).text), ['F2']);
    assert.deepEqual(rows((await http.get(null, `${page()}?show=expired`)).text), ['F4']);
    assert.deepEqual(rows((await http.get(null, `${page()}?show=questions&theme=formal&level=`)).text), [
      'F4',
    ]);
    const none = await http.get(null, `${page()}?show=differs&theme=strategic`);
    assert.deepEqual(rows(none.text), []);
    assert.match(none.text, /Ingen krav passer/);
    assert.equal((await http.get(null, `${page()}?show=nonsense`)).status, 303);
  });

  test('keeps in sight what the level does not ask for', async () => {
    const { text } = await http.get(null, page());
    assert.match(text, /Kræves ikke på niveauet, men er vurderet og bliver stående \(1\)/);
    assert.ok(text.includes('F18'));
  });

  test('names people only to those who are signed in', async () => {
    const names = [cast.projectOwner, cast.staff, cast.member];
    const visitor = (await http.get(null, page('F4'))).text + (await http.get(null, '/questions')).text;
    for (const name of names) assert.ok(!visitor.includes(name), name);
    const member = (await http.get('board1', page('F4'))).text;
    assert.ok(member.includes(cast.projectOwner) && member.includes(cast.member));
  });
});

describe('the page of one requirement', () => {
  test('shows rule, source, guidance, both voices, evidence, questions and history, in both languages', async () => {
    const da = await http.get('member', page('F4'));
    for (const text of [
      'OS2 governancerapport',
      'Testet af en tredje',
      'Testrapport',
      'Hvor ofte testes der?',
      'Historik',
      'udløbet',
    ])
      assert.ok(da.text.includes(text), text);
    const en = await http.get('member', `/en${page('F4')}`);
    for (const text of ['What to write', 'Questions and answers', 'History', 'out of date'])
      assert.ok(en.text.includes(text), text);
    assert.ok(!da.text.includes('<b>vejledning</b>'), 'what people write is text');
  });

  test('offers each reader the forms of the voice that is theirs', async () => {
    const owner = (await http.get('projectOwner', page('F2'))).text;
    assert.match(owner, /assess\?voice=self/);
    assert.doesNotMatch(owner, /voice=community/);
    assert.doesNotMatch(owner, /review\?voice=self/, 'not one’s own word');
    assert.match((await http.get('steeringChair', page('F2'))).text, /review\?voice=self/);
    const staff = (await http.get('staff', page('F2'))).text;
    assert.match(staff, /assess\?voice=community/);
    assert.match(staff, /\/dispute/);
    const visitor = (await http.get(null, page('F2'))).text;
    assert.doesNotMatch(visitor, /\/(assess|ask|dispute|review)/);
  });

  test('says what is registered, and offers no tick, where the records answer', async () => {
    const { text } = await http.get('projectOwner', page('G3'));
    assert.match(text, /der er en projektleder: nej/);
    assert.match(text, /Udpeg en projektleder/);
    assert.doesNotMatch(text, /\/assess/);
    const sent = await http.post('projectOwner', page('G3/assess'), { voice: 'self', verdict: 'met' });
    assert.equal(sent.status, 409);
    assert.match(sent.text, /Kravet afgøres af det, der er registreret/);
  });

  test('is not found for a requirement of another edition', async () => {
    assert.equal((await http.get(null, page('certified-manager'))).status, 404);
    assert.equal((await http.get(null, page('__proto__'))).status, 404);
  });
});

describe('the forms', () => {
  test('assessing begins with what was said last and keeps what is typed when something is wrong', async () => {
    const form = await http.get('projectOwner', page('F4/assess'));
    assert.ok(form.text.includes('Testet af en tredje') && form.text.includes('https://example.org/test'));
    assert.doesNotMatch(form.text, /value="community"/);
    assert.ok(form.text.includes(`href="${page('F4')}"`), 'the way back');
    const wrong = await http.post('projectOwner', page('F4/assess'), {
      voice: 'self',
      verdict: 'planned',
      explanation: 'Kommer til foråret',
    });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Skriv datoen, hvor det er på plads/);
    assert.ok(wrong.text.includes('Kommer til foråret'));
  });

  test('an assessment sent without any script is saved and said so', async () => {
    const sent = await http.post('projectOwner', page('F11/assess'), {
      voice: 'self',
      verdict: 'met',
      explanation: 'Opgaverne er åbne',
      'evidence.0.title': '',
      'evidence.0.url': '',
    });
    assert.equal(sent.status, 303);
    const next = await http.get('projectOwner', String(sent.headers['location']));
    assert.ok(next.text.includes('Vurderingen er gemt.') && next.text.includes('Opgaverne er åbne'));
  });

  test('a visitor is led to sign in, and a person without the right is told who has it', async () => {
    assert.equal((await http.get(null, page('F4/assess'))).status, 303);
    const other = await http.get('otherChair', page('F4/assess'));
    assert.equal(other.status, 403);
    assert.match(other.text, /projektleder/);
  });

  test('a file sent by a browser is kept; one that lies is refused at its field and nothing typed is lost', async () => {
    const send = async (name: string, bytes: Buffer) => {
      const boundary = 'between-the-parts';
      const part = (field: string, value: string) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`;
      const body = Buffer.concat([
        Buffer.from(part('voice', 'self') + part('title', 'Et bilag') + part('url', '')),
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`,
        ),
        bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]);
      const session = await sessionOf('projectOwner');
      return http.server.inject({
        method: 'POST',
        url: page('F4/evidence/new'),
        headers: {
          cookie: `${cookieName(c.app)}=${session}`,
          'content-type': `multipart/form-data; boundary=${boundary}`,
          'sec-fetch-site': 'same-origin',
        },
        payload: body,
      });
    };
    const lying = await send('rapport.pdf', Buffer.from('ikke en pdf'));
    assert.equal(lying.statusCode, 422);
    assert.match(lying.body, /hedder \.pdf/);
    assert.ok(lying.body.includes('value="Et bilag"'));
    assert.equal((await send('rapport.txt', Buffer.from('Alt er godt'))).statusCode, 303);
    const large = await send('stor.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 65));
    assert.equal(large.statusCode, 422);
    assert.match(large.body, /højst fylde 20 MB/);
  });
});

describe('the files and the queue', () => {
  test('a file is fetched as a file: never shown as a page, never guessed at', async () => {
    const got = await http.get(null, `/evidence/${fileId}/file`);
    assert.equal(got.status, 200);
    assert.equal(got.text, '# Vejledning æøå\n');
    assert.match(
      String(got.headers['content-disposition']),
      /^attachment; filename\*=UTF-8''vejledning%20%C3%A6/,
    );
    assert.equal(got.headers['x-content-type-options'], 'nosniff');
    assert.equal(got.headers['content-type'], 'text/markdown; charset=utf-8');
    assert.match(String(got.headers['content-security-policy']), /sandbox/);
  });

  test('a file that is closed, or a link, has no address to fetch', async () => {
    const closed = await c.act(
      'projectOwner',
      'attach-evidence',
      { id: slug, requirement: 'F4' },
      { voice: 'self', title: 'Lukket bilag', file: { name: 'x.txt', content: 'aGVq' }, restricted: true },
    );
    const address = `/evidence/${String(closed['id'])}`;
    assert.equal((await http.get('member', `${address}/file`)).status, 404);
    assert.equal((await http.get('staff', `${address}/file`)).status, 200);
    const { text } = await http.get('member', page('F4'));
    assert.ok(text.includes('Lukket bilag') && text.includes('lukket fil'));
    const api = await http.api('member', 'GET', `/initiatives/${slug}/assessments/F4`);
    assert.ok(!api.text.includes('x.txt') && !api.text.includes(address));
  });

  test('the secretariat’s queue shows what waits, with a way to answer for those who may', async () => {
    const staff = await http.get('staff', '/questions');
    assert.ok(staff.text.includes('Hvor ofte testes der?') && staff.text.includes('/answer'));
    const visitor = await http.get(null, '/en/questions');
    assert.ok(visitor.text.includes('Hvor ofte testes der?') && !visitor.text.includes('/answer"'));
    const waiting = await http.api(null, 'GET', '/questions?status=open');
    const [question] = waiting.json<{ items: { id: string; askedBy: unknown }[] }>().items;
    assert.equal(question?.askedBy, null);
    const form = await http.get('staff', `/questions/${question?.id}/answer`);
    assert.ok(form.text.includes('Spørgsmålet: Hvor ofte testes der?'), 'read while the answer is written');
    await c.act('staff', 'answer-question', { id: question?.id }, { answer: 'Hvert år' });
    assert.match((await http.get(null, '/questions')).text, /Ingen spørgsmål venter/);
    assert.ok((await http.get(null, '/questions?status=answered')).text.includes('Hvert år'));
  });
});

describe('the API', () => {
  test('lists every requirement in the reader’s language, with what both voices say and what is registered', async () => {
    const { items, level } = (
      await http.api(null, 'GET', `/initiatives/${slug}/assessments`, undefined, { 'accept-language': 'en' })
    ).json<{ level: string; items: Record<string, unknown>[] }>();
    assert.equal(level, 'N1');
    assert.equal(items.length, 43);
    const licence = items.find((item) => item['requirement'] === 'F2') as {
      differs: boolean;
      statusSays: string;
      community: { verdict: string; checkedBy: unknown };
    };
    assert.deepEqual([licence.differs, licence.statusSays], [true, 'due later']);
    assert.deepEqual([licence.community.verdict, licence.community.checkedBy], ['partly', null]);
    const missing = (await http.api(null, 'GET', `/initiatives/${slug}/assessments?show=differs`)).json<{
      items: unknown[];
    }>();
    assert.equal(missing.items.length, 1);
  });

  test('takes an assessment with its evidence, and refuses what the records answer with 409', async () => {
    const put = (requirement: string, body: unknown) =>
      http.api('projectOwner', 'PUT', `/initiatives/${slug}/assessments/${requirement}`, body);
    const done = await put('F1', {
      voice: 'self',
      verdict: 'met',
      explanation: 'Åbent kodearkiv',
      evidence: [{ title: 'Kode', url: 'https://example.org/kode' }],
    });
    assert.equal(done.status, 200);
    assert.equal(done.json()['verdict'], 'met');
    const refused = await put('G3', { voice: 'self', verdict: 'met' });
    assert.equal(refused.status, 409);
    const [refusal] = refused.json<{ refusals: Record<string, unknown>[] }>().refusals;
    assert.deepEqual(Object.keys(refusal ?? {}).toSorted(), ['because', 'cure', 'rule', 'says', 'source']);
    assert.equal((await put('F1', { voice: 'community', verdict: 'met' })).status, 403);
    assert.equal((await put('F1', { voice: 'self', verdict: 'fin' })).status, 422);
    assert.equal((await put('X9', { voice: 'self', verdict: 'met' })).status, 404);
  });
});

/** A session of a person, for a request that the helper cannot send. */
async function sessionOf(person: 'projectOwner'): Promise<string> {
  const token = `session-of-${person}`;
  await c.app.db
    .insertInto('sessions')
    .values({
      id: newId(),
      person_id: c.people[person],
      token_hash: sha256(token),
      how: 'code',
      created_at: '2026-11-24T09:00:00Z',
      seen_at: '2026-11-24T09:00:00Z',
      expires_at: '2099-01-01T00:00:00Z',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return token;
}
