import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { testCommunity, type Person, type TestCommunity } from '../../test/community.ts';
import { os2File } from '../../test/evaluation-files.ts';
import { serve, type Answer, type Http } from '../../test/http.ts';
import { newId } from '../lib/id.ts';

let c: TestCommunity;
let http: Http;
before(async () => {
  c = await testCommunity('2025');
  http = await serve(c);
});
after(async () => {
  await http.end();
  await c.end();
});

const at = '2026-01-05T09:00:00Z';
let slug: string;
let id: string;
/** Each test has a product of its own, with a project manager and a coordination group. */
beforeEach(async () => {
  id = newId();
  slug = `proeve-${id.slice(-8)}`;
  await c.app.db
    .insertInto('initiatives')
    .values({
      id,
      slug,
      name: `Prøve ${id.slice(-8)}`,
      origin: 'community',
      stage: 'product',
      level: 'N1',
      edition: '2025',
      registered_at: at,
      stage_since: at,
      changed_at: at,
    })
    .execute();
  await c.app.db
    .insertInto('initiative_people')
    .values({
      id: newId(),
      initiative_id: id,
      person_id: c.people.projectManager,
      role: 'project-manager',
      from_on: '2026-01-05',
      recorded_at: at,
    })
    .execute();
});

interface Row {
  readonly key: string;
  readonly requirement: string | null;
  readonly asWritten: string;
  readonly proposed: { readonly verdict: string; readonly certain: boolean };
  readonly change: string;
  readonly waits: string | null;
  readonly knownDate: string | null;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}
interface Import {
  readonly id: string;
  readonly voice: string;
  readonly status: string;
  readonly waiting: readonly string[];
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
  readonly doubled: readonly string[];
  readonly rows: readonly Row[];
}

const row = (requirement: string, efterlevet: string, dokumentation = 'Se linket') => ({
  id: requirement,
  efterlevet,
  dokumentation,
});
const send = (body: object, person: Person = 'projectManager'): Promise<Answer> =>
  http.api(person, 'POST', `/initiatives/${slug}/evaluation-imports`, body);
const read = async (body: object): Promise<Import> => {
  const answer = await send(body);
  assert.equal(answer.status, 201, answer.text);
  return answer.json<Import>();
};
const confirm = (
  imported: string,
  choices: object = {},
  person: Person = 'projectManager',
  dates: object = {},
) => http.api(person, 'POST', `/evaluation-imports/${imported}/confirmation`, { choices, dates });
const errorsOf = (answer: Answer): readonly { field: string; says: string }[] =>
  answer.json<{ errors: { field: string; says: string }[] }>().errors;
const words = () =>
  c.app.db
    .selectFrom('assessments')
    .select(['requirement', 'voice', 'verdict', 'explanation', 'as_written', 'checked_on', 'version'])
    .where('initiative_id', '=', id)
    .orderBy('requirement')
    .execute();

describe('a self-evaluation is read in before anything is registered', () => {
  test('the preview keeps each word as written, proposes a verdict, and says what waits', async () => {
    const preview = await read({ krav: [row('R1', 'Ja'), row('R2', 'Afventer - men i planen')] });
    assert.equal(preview.voice, 'self');
    assert.equal(preview.status, 'preview');
    assert.deepEqual(preview.waiting, ['R2']);
    const [sure, unsure] = preview.rows as [Row, Row];
    assert.deepEqual(
      [sure.proposed.verdict, sure.waits, sure.change, sure.choices.length],
      ['met', null, 'new', 0],
    );
    assert.deepEqual(
      [unsure.asWritten, unsure.proposed.verdict, unsure.waits],
      ['Afventer - men i planen', 'planned', 'no-date'],
    );
    assert.ok(unsure.choices.some(({ value }) => value === 'planned'));
    assert.equal(preview.missing.length, 41);
    assert.deepEqual(await words(), []);
  });

  test('confirming without a choice is refused at the row, and writes nothing', async () => {
    const preview = await read({ krav: [row('R1', 'Ja'), row('R2', '?')] });
    const answer = await confirm(preview.id);
    assert.equal(answer.status, 422);
    assert.deepEqual(
      errorsOf(answer).map(({ field }) => field),
      ['choices.R2'],
    );
    assert.deepEqual(await words(), []);
  });

  test('what is planned needs a date: the file’s own, or one a person gives at the row', async () => {
    const planned = async () =>
      Object.fromEntries(
        (
          await c.app.db
            .selectFrom('assessments')
            .select(['requirement', 'planned_for', 'as_written'])
            .where('initiative_id', '=', id)
            .execute()
        ).map((each) => [each.requirement, [each.planned_for, each.as_written]]),
      );
    const preview = await read({
      krav: [row('R1', 'Planlagt'), row('R2', 'Planlagt', 'Klar 3. kvartal 2099'), row('R3', 'Delvist')],
    });
    assert.deepEqual(
      preview.rows.map(({ key, waits, knownDate }) => [key, waits, knownDate]),
      [
        ['R1', 'no-date', null],
        ['R2', 'unclear', '2099-09-30'],
        ['R3', 'unclear', null],
      ],
    );
    const all = { R1: 'planned', R2: 'planned', R3: 'planned' };
    const refused = async (dates: object) => {
      const answer = await confirm(preview.id, all, 'projectManager', dates);
      assert.equal(answer.status, 422, answer.text);
      assert.deepEqual(await words(), []);
      return errorsOf(answer).map(({ field }) => field);
    };
    assert.deepEqual(await refused({}), ['dates.R1', 'dates.R3']);
    assert.deepEqual(await refused({ R1: '2001-01-01', R3: '2099-01-01' }), ['dates.R1'], 'not in the past');
    assert.deepEqual(
      await refused({ R1: '2099-02-30', R3: '2099-01-01' }),
      ['dates.R1'],
      'a date that exists',
    );
    assert.deepEqual(await refused({ R1: '2099-01-01', R3: '2099-01-01', R9: '2099-01-01' }), ['dates.R9']);
    const given = { R1: '2099-01-01', R2: '2099-12-31', R3: '2099-03-01' };
    const chosen = { ...all, R3: 'partly' };
    assert.equal((await confirm(preview.id, chosen, 'projectManager', given)).status, 200);
    assert.deepEqual(await planned(), {
      R1: ['2099-01-01', 'Planlagt'],
      R2: ['2099-12-31', 'Planlagt'],
      R3: [null, 'Delvist'],
    });

    const again = await read({
      krav: [row('R1', 'Planlagt'), row('R2', 'Planlagt', 'Senere end ventet')],
    });
    assert.deepEqual(
      again.rows.map(({ waits, knownDate }) => [waits, knownDate]),
      [
        [null, '2099-01-01'],
        ['unclear', '2099-12-31'],
      ],
      'the date given last time still counts',
    );
    const page = await http.get('projectManager', `/initiatives/${slug}/evaluation-imports/${again.id}`);
    assert.match(
      page.text,
      /name="dates\.R2"[^>]*value="2099-12-31"|value="2099-12-31"[^>]*name="dates\.R2"/,
    );
    assert.equal((await confirm(again.id, { R2: 'planned' })).status, 200);
    assert.equal((await planned())['R2']?.[0], '2099-12-31');
  });

  test('confirmed, the product’s word is registered in one piece with a row in the journal', async () => {
    const preview = await read({
      evaluation: {
        filledBy: 'En Navngiven',
        filledDate: '2026-06-30',
        krav: [row('R1', 'Ja'), row('R2', '?')],
      },
    });
    const answer = await confirm(preview.id, { R2: 'unknown' });
    assert.equal(answer.status, 200, answer.text);
    assert.deepEqual(await words(), [
      {
        requirement: 'R1',
        voice: 'self',
        verdict: 'met',
        explanation: 'Se linket',
        as_written: 'Ja',
        checked_on: '2026-06-30',
        version: 1,
      },
      {
        requirement: 'R2',
        voice: 'self',
        verdict: 'unknown',
        explanation: 'Se linket',
        as_written: '?',
        checked_on: '2026-06-30',
        version: 1,
      },
    ]);
    const journal = await c.app.db
      .selectFrom('journal')
      .select(['deed', 'before', 'after', 'ground'])
      .where('initiative_id', '=', id)
      .orderBy('seq')
      .execute();
    assert.deepEqual(
      journal.map(({ deed, ground }) => [deed, ground]),
      [
        ['import-evaluation', 'project-manager'],
        ['confirm-evaluation-import', 'project-manager'],
      ],
    );
    assert.ok(
      !JSON.stringify(journal).includes('En Navngiven'),
      'who filled the form in is not in the journal',
    );
    assert.ok(!preview.rows.some((each) => JSON.stringify(each).includes('En Navngiven')));
  });

  test('it is confirmed once only, and a confirmed file cannot be discarded', async () => {
    const preview = await read({ krav: [row('R1', 'Ja')] });
    assert.equal((await confirm(preview.id)).status, 200);
    assert.equal((await confirm(preview.id)).status, 422);
    assert.equal(
      (await http.api('projectManager', 'DELETE', `/evaluation-imports/${preview.id}`)).status,
      422,
    );
  });

  test('discarding registers nothing and forgets what the file said', async () => {
    const preview = await read({ krav: [row('R1', 'Ja', 'En hemmelighed')] });
    assert.equal(
      (await http.api('projectManager', 'DELETE', `/evaluation-imports/${preview.id}`)).status,
      200,
    );
    const kept = await c.app.db
      .selectFrom('evaluation_imports')
      .selectAll()
      .where('id', '=', preview.id)
      .executeTakeFirstOrThrow();
    assert.equal(kept.status, 'discarded');
    assert.ok(!JSON.stringify(kept).includes('En hemmelighed'));
    assert.deepEqual(await words(), []);
  });

  test('a second file shows the difference and changes only that', async () => {
    await confirm((await read({ krav: [row('R1', 'Ja'), row('R2', 'Nej')] })).id);
    const second = await read({ krav: [row('R1', 'Ja'), row('R2', 'Ja')] });
    assert.deepEqual(
      second.rows.map(({ change }) => change),
      ['same', 'changed'],
    );
    const answer = await confirm(second.id);
    assert.deepEqual(answer.json<{ registered: string[]; unchanged: number }>().registered, ['R2']);
    assert.deepEqual(
      (await words()).map(({ verdict, version }) => [verdict, version]),
      [
        ['met', 1],
        ['met', 2],
      ],
    );
  });

  test('what was changed meanwhile is not overwritten unseen', async () => {
    const waiting = await read({ krav: [row('R1', 'Ja')] });
    await confirm((await read({ krav: [row('R1', 'Nej')] })).id);
    const refused = await confirm(waiting.id);
    assert.equal(refused.status, 422);
    assert.equal(errorsOf(refused)[0]?.field, 'choices.R1');
    assert.match(errorsOf(refused)[0]?.says ?? '', /ændret, siden filen blev læst/);
    assert.equal((await confirm(waiting.id, { R1: 'met' })).status, 422, 'a choice names what it replaces');
    const seen = (
      await http.api('projectManager', 'GET', `/evaluation-imports/${waiting.id}`)
    ).json<Import>();
    const choice = seen.rows[0]?.choices.find(({ value }) => value.startsWith('met@'));
    assert.equal((await confirm(waiting.id, { R1: choice?.value })).status, 200);
    assert.equal((await words())[0]?.verdict, 'met');
  });

  test('what has ended is not evaluated any more', async () => {
    const { id: imported } = await read({ krav: [row('R1', 'Ja')] });
    await c.app.db
      .updateTable('initiatives')
      .set({ stage: 'retired', ended_as: 'retired' })
      .where('id', '=', id)
      .execute();
    for (const answer of [await send({ krav: [row('R1', 'Ja')] }), await confirm(imported)]) {
      assert.equal(answer.status, 409);
      assert.equal(answer.json<{ refusals: { rule: string }[] }>().refusals[0]?.rule, 'evaluation.ended');
    }
  });

  test('a row left out keeps what is registered', async () => {
    await confirm((await read({ krav: [row('R1', 'Nej')] })).id);
    const second = await read({ krav: [row('R1', 'Måske')] });
    assert.equal((await confirm(second.id, { R1: 'leave-out' })).status, 200);
    assert.deepEqual(
      (await words()).map(({ verdict, version }) => [verdict, version]),
      [['unmet', 1]],
    );
  });

  test('of two different answers to one requirement a person takes one at most', async () => {
    const preview = await read({ krav: [row('R1', 'Ja'), row('R1', 'Nej')] });
    assert.deepEqual(preview.doubled, ['R1']);
    assert.deepEqual(preview.waiting, ['R1', 'R1:2']);
    assert.equal((await confirm(preview.id, { R1: 'met', 'R1:2': 'unmet' })).status, 422);
    assert.equal((await confirm(preview.id, { R1: 'leave-out', 'R1:2': 'unmet' })).status, 200);
    assert.equal((await words())[0]?.verdict, 'unmet');
  });
});

describe('whatever ids a file has, they are reported and nothing is invented', () => {
  const ids = ['R1', 'R2', 'F1', 'G1', 'X1', 'F8', 'ukendt', ' r1 '];
  test('any permutation and repetition of known and unknown ids', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ id: fc.constantFrom(...ids), answer: fc.constantFrom('Ja', 'Nej', '?') }), {
          maxLength: 12,
        }),
        async (rows) => {
          const preview = await read({ krav: rows.map(({ id: of, answer }) => row(of, answer)) });
          const known = rows
            .map((each) => each.id.trim().toUpperCase())
            .filter((each) => /^[RFG][12]$/.test(each));
          const unknown = rows.map((each) => each.id).filter((each) => ['X1', 'F8', 'ukendt'].includes(each));
          assert.deepEqual(new Set(preview.unknown), new Set(unknown));
          assert.deepEqual(
            new Set(preview.doubled),
            new Set(known.filter((each, index) => known.indexOf(each) !== index)),
          );
          assert.equal(preview.missing.length, 43 - new Set(known).size);
          assert.equal(
            new Set(preview.rows.map(({ key }) => key)).size,
            rows.length,
            'every row has its own key',
          );
          const answer = await confirm(
            preview.id,
            Object.fromEntries(preview.waiting.map((key) => [key, 'leave-out'])),
          );
          assert.equal(answer.status, 200, answer.text);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('a file that cannot be read is refused with a sentence at its field', () => {
  const inFile = (bytes: Uint8Array, name = 'fil.json') => ({
    file: { name, content: Buffer.from(bytes).toString('base64') },
  });
  const bad: readonly [string, object, string, RegExp][] = [
    ['nothing at all', {}, 'file', /Vælg en fil/],
    ['not JSON', { content: '{"krav": [' }, 'content', /ikke gyldig JSON/],
    ['another shape', { evaluation: { rows: [] } }, 'evaluation', /liste »krav«/],
    ['an answer that is no text', { krav: [{ id: 'R1', efterlevet: 7 }] }, 'krav', /skal være tekst/],
    ['not UTF-8', inFile(Uint8Array.of(0x7b, 0xe6, 0x7d)), 'file', /UTF-8/],
    ['UTF-16', inFile(Uint8Array.of(0xff, 0xfe, 0x7b, 0)), 'file', /UTF-16/],
    ['too large', inFile(new Uint8Array(5 * 1024 * 1024 + 1).fill(32)), 'file', /for stor/],
    ['an empty file', inFile(new Uint8Array(), 'tom.json'), 'file', /tom/],
    [
      'the same field twice',
      { content: '{"krav":[{"id":"R1","efterlevet":"Ja","efterlevet":"Nej"}]}' },
      'content',
      /står to gange/,
    ],
    [
      'the same list twice',
      { content: '{"krav":[],"krav":[{"id":"R1"}]}' },
      'content',
      /krav: Feltet står to gange/,
    ],
    ['the other party’s voice', { krav: [], voice: 'community' }, 'voice', /anden parts/],
  ];
  for (const [what, body, field, says] of bad) {
    test(what, async () => {
      const answer = await send(body);
      assert.equal(answer.status, 422, answer.text);
      assert.deepEqual(
        errorsOf(answer).map((each) => each.field),
        [field],
      );
      assert.match(errorsOf(answer)[0]?.says ?? '', says);
      const pending = await c.app.db
        .selectFrom('evaluation_imports')
        .select('id')
        .where('initiative_id', '=', id)
        .execute();
      assert.deepEqual(pending, []);
    });
  }

  test('a text with characters no database keeps is read without them', async () => {
    const preview = await read({ krav: [row('R1', 'J\u0000a', 'Se\u0000 her')] });
    assert.equal(preview.rows[0]?.asWritten, 'Ja');
    assert.equal((await confirm(preview.id, { R1: 'met' })).status, 200);
    assert.equal((await words())[0]?.explanation, 'Se her');
  });
});

describe('who may carry a file in', () => {
  test('the community’s evaluation is the secretariat’s alone', async () => {
    const audit = { content: Buffer.from(os2File('audit-2025-OS2-SkadesOekonomi.md')).toString('utf8') };
    const answer = await send(audit, 'projectManager');
    assert.equal(answer.status, 403);
    assert.match(answer.text, /sekretariatet/);
    const read = (await send(audit, 'staff')).json<Import>();
    assert.equal(read.voice, 'community');
    assert.equal((await confirm(read.id, { F16: 'partly' }, 'projectManager')).status, 403);
    assert.equal((await confirm(read.id, { F16: 'partly' }, 'staff')).status, 200);
    assert.equal(new Set((await words()).map(({ voice }) => voice)).size, 1);
  });

  test('a file that waits is closed to others, by operation, list and page', async () => {
    const { id: imported } = await read({ krav: [row('R1', 'Ja')] });
    for (const person of ['member', 'outsider', 'otherChair'] as const) {
      assert.equal((await http.api(person, 'GET', `/evaluation-imports/${imported}`)).status, 404, person);
      const list = await http.api(person, 'GET', `/initiatives/${slug}/evaluation-imports`);
      assert.deepEqual(list.json<{ items: unknown[] }>().items, [], person);
      assert.equal(
        (await http.get(person, `/initiatives/${slug}/evaluation-imports/${imported}`)).status,
        404,
      );
      const form = await http.post(person, `/evaluation-imports/${imported}/confirmation`, {});
      assert.equal(form.status, 404);
      assert.ok(!form.text.includes('Se linket'));
    }
    assert.equal((await http.get(null, `/initiatives/${slug}/evaluation-imports/${imported}`)).status, 303);
    const own = await http.api('projectManager', 'GET', `/initiatives/${slug}/evaluation-imports?limit=1`);
    assert.equal(own.json<{ items: { id: string }[] }>().items[0]?.id, imported);
  });
});

describe('the pages, without JavaScript', () => {
  const choose = (name: string, bytes: Uint8Array): Promise<Answer> =>
    http.upload('projectManager', `/initiatives/${slug}/evaluation-imports/new`, {
      field: 'file',
      name,
      bytes,
    });

  test('choose a file, look it through, choose, confirm', async () => {
    const form = await http.get('projectManager', `/initiatives/${slug}/evaluation-imports/new`);
    assert.match(form.text, /type="file"/);
    const sent = await choose('selvevaluering.json', os2File('selvevaluering-2026-OS2aiheatcontrol.json'));
    assert.equal(sent.status, 303, sent.text);
    const next = String(sent.headers['location']);
    const path = next.split('?')[0] as string;
    const page = await http.get('projectManager', next);
    assert.match(page.text, /Filen er læst/);
    assert.match(page.text, /10 rækker venter på dig/);
    assert.match(page.text, /»Afventer - men i planen«/);
    assert.match(page.text, /Filen siger, at den handler om/);
    assert.ok(!page.text.includes('En Navngiven'), 'who filled the form in is not shown');
    const english = await http.get('projectManager', `/en${path}`);
    assert.match(english.text, /10 rows wait for you/);
    const action = /action="(\/evaluation-imports\/[^"]+\/confirmation)"/.exec(page.text)?.[1] as string;
    const names = [...page.text.matchAll(/<select[^>]* name="(choices\.[^"]+)"/g)].map(
      (found) => found[1] as string,
    );
    assert.equal(names.length, 10);
    const half = Object.fromEntries(names.slice(1).map((name) => [name, 'unknown']));
    const again = await http.post('projectManager', action, half);
    assert.equal(again.status, 422);
    assert.equal(again.text.match(/<option value="unknown" selected/g)?.length, 9, 'nothing chosen is lost');
    const done = await http.post('projectManager', action, { ...half, [names[0] as string]: 'unknown' });
    assert.equal(done.status, 303, done.text);
    const after = await http.get('projectManager', String(done.headers['location']));
    assert.match(after.text, /Filens svar er registreret/);
    assert.equal((await words()).length, 43);
  });

  test('a file that cannot be read comes back with the sentence at the field', async () => {
    const sent = await choose('noget.json', Buffer.from('{"krav":'));
    assert.equal(sent.status, 422);
    assert.match(sent.text, /field-problem[\s\S]*ikke gyldig JSON/);
  });

  test('a pending file is discarded with a form too', async () => {
    const { id: imported } = await read({ krav: [row('R1', 'Ja')] });
    const form = await http.get('projectManager', `/evaluation-imports/${imported}/discard`);
    assert.match(form.text, /Kassér filen/);
    const done = await http.post('projectManager', `/evaluation-imports/${imported}/discard`, {});
    assert.equal(done.status, 303);
    const page = await http.get('projectManager', `/initiatives/${slug}/evaluation-imports/${imported}`);
    assert.match(page.text, /Filen er kasseret/);
  });
});
