import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { testCommunity, type Person, type TestCommunity } from '../../test/community.ts';
import { stepsOf, type Steps } from '../../test/steps.ts';
import { editionOf } from '../rules/edition-of.ts';
import { newId } from '../lib/id.ts';
import { loadActor } from '../people/actor.ts';
import { initiativeBy } from '../portfolio/load.ts';
import type { Result } from '../deeds/perform.ts';
import { evidenceFile } from './load.ts';
import { alongLineage } from './along-lineage.ts';
import { acceptedElsewhere, listQuestions, requirementsOf } from './requirement-queries.ts';
import { filtered, statusCounts } from './requirement-state.ts';
import { explains } from './verdict-rules.ts';

const today = '2026-11-24';
let c: TestCommunity;
let at: Steps;
let id: string;

const assess = (person: Person, requirement: string, input: Record<string, unknown>) =>
  c.try(person, 'assess-requirement', { id, requirement }, input);
const stateOf = async (requirement: string, reader: Person | null = null, on = today) => {
  const actor = reader === null ? null : await loadActor(c.app.db, c.people[reader], on);
  const { states } = await requirementsOf(c.app.db, id, actor, on);
  const state = states.find((each) => each.requirement.id === requirement);
  assert.ok(state);
  return state;
};
const kind = (result: Result): string => result.kind;
const fields = (result: Result): string[] => {
  assert.equal(result.kind, 'bad-input', JSON.stringify(result));
  return result.problems.map((problem) => problem.path);
};
const because = (result: Result): string => {
  assert.equal(result.kind, 'refused', JSON.stringify(result));
  return result.refusals[0]?.because.da ?? '';
};
const file = (name: string, content: string | Buffer) => ({
  name,
  content: Buffer.from(content).toString('base64'),
});
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A concept at N2 with a project manager, a project owner and a steering group. */
async function concept(edition: string): Promise<void> {
  at = stepsOf(c, edition);
  ({ id } = await at.idea(`Krav ${edition}`));
  await c.act('manager', 'place-initiative', { id }, { level: 'N2', reason: 'Flere kommuner' });
  await c.act('manager', 'appoint-person', { id }, { person: c.people.projectOwner, role: 'project-owner' });
  await c.act(
    'projectOwner',
    'appoint-person',
    { id },
    { person: c.people.projectManager, role: 'project-manager', qualification: 'certified' },
  );
  await at.group(id, 'steering-group', [['steeringChair', 'chair', true]]);
}

describe('what is said about requirements under the edition of 2016', () => {
  before(async () => {
    c = await testCommunity('2016');
    await concept('2016');
  });
  after(() => c.end());

  test('the product’s people speak for the product, the secretariat for the community, and nobody for both', async () => {
    const say = (person: Person, voice: string) => assess(person, 'licence', { voice, verdict: 'met' });
    for (const person of ['projectManager', 'projectOwner', 'steeringChair', 'member'] as const) {
      assert.equal(kind(await say(person, 'self')), 'done', person);
      assert.equal(kind(await say(person, 'community')), 'no-mandate', person);
    }
    for (const person of ['manager', 'staff'] as const) {
      assert.equal(kind(await say(person, 'community')), 'done', person);
      const refused = await say(person, 'self');
      assert.equal(refused.kind, 'no-mandate', person);
      assert.ok(refused.kind === 'no-mandate' && refused.asked.includes('project-manager'));
    }
    for (const person of ['chair', 'otherChair', 'former', 'operator', 'outsider'] as const)
      for (const voice of ['self', 'community'])
        assert.equal(kind(await say(person, voice)), 'no-mandate', `${person} ${voice}`);
    assert.equal(
      kind(await c.try(null, 'assess-requirement', { id, requirement: 'licence' }, {})),
      'not-signed-in',
    );
  });

  test('the product’s voice is called self or product, and is one voice', async () => {
    const output = await c.act(
      'projectManager',
      'assess-requirement',
      { id, requirement: 'idea' },
      { voice: 'product', verdict: 'met' },
    );
    assert.equal(output['voice'], 'self');
    assert.equal((await stateOf('idea')).self?.verdict, 'met');
  });

  test('planned needs a date that has not passed', async () => {
    const plan = { voice: 'self', verdict: 'planned' };
    assert.deepEqual(fields(await assess('projectManager', 'training', plan)), ['plannedFor']);
    assert.deepEqual(
      fields(await assess('projectManager', 'training', { ...plan, plannedFor: '2026-11-23' })),
      ['plannedFor'],
    );
    assert.equal(
      kind(await assess('projectManager', 'training', { ...plan, plannedFor: '2027-02-01' })),
      'done',
    );
    assert.equal((await stateOf('training')).self?.plannedFor, '2027-02-01');
    assert.equal(
      kind(
        await assess('projectManager', 'training', {
          voice: 'self',
          verdict: 'met',
          plannedFor: '2027-02-01',
        }),
      ),
      'done',
    );
    assert.equal((await stateOf('training')).self?.plannedFor, null, 'what is met has no plan');
  });

  test('explained needs a real explanation, and a requirement that may be explained', async () => {
    const explained = (requirement: string, explanation: string) =>
      assess('projectManager', requirement, { voice: 'self', verdict: 'explained', explanation });
    for (const empty of ['', '...', 'Nej', 'nej nej nej nej nej nej nej', '. . . . . . . . . . . . . .'])
      assert.deepEqual(fields(await explained('standards', empty)), ['explanation'], empty);
    const reason = 'Standarden dækker ikke området endnu, så vi bruger vores egen model.';
    assert.equal(kind(await explained('standards', reason)), 'done');
    assert.equal((await stateOf('standards')).judgement.satisfied, true);
    assert.match(because(await explained('licence', reason)), /følg eller forklar/);
  });

  test('not relevant needs a reason too', async () => {
    const silent = { voice: 'self', verdict: 'not-relevant' };
    assert.deepEqual(fields(await assess('projectManager', 'data-processing', silent)), ['explanation']);
    const reasoned = { ...silent, explanation: 'Løsningen behandler ingen personoplysninger.' };
    assert.equal(kind(await assess('projectManager', 'data-processing', reasoned)), 'done');
  });

  test('nothing was checked in the future, and nothing lapses before it was checked', async () => {
    const met = { voice: 'self', verdict: 'met' };
    assert.deepEqual(fields(await assess('projectManager', 'lawful', { ...met, checkedOn: '2026-11-25' })), [
      'checkedOn',
    ]);
    assert.deepEqual(
      fields(
        await assess('projectManager', 'lawful', {
          ...met,
          checkedOn: '2026-11-01',
          validUntil: '2026-10-31',
        }),
      ),
      ['validUntil'],
    );
  });

  test('what registered facts answer is never ticked: the refusal says what is registered and what brings it about', async () => {
    const result = await assess('projectManager', 'certified-manager', { voice: 'self', verdict: 'met' });
    assert.match(because(result), /registreret/);
    assert.ok(result.kind === 'refused');
    assert.equal(result.refusals[0]?.rule, 'certified-manager');
    assert.match(result.refusals[0].cure.da, /projektleder/);
    const state = await stateOf('certified-manager');
    assert.equal(state.computed, true);
    assert.equal(state.status, 'satisfied', 'the project manager is certified');
    assert.deepEqual(
      state.judgement.because.map((each) => each.value),
      [true],
    );
  });

  test('a requirement that the edition does not have is not found', async () => {
    await assert.rejects(assess('projectManager', 'F4', { voice: 'self', verdict: 'met' }), {
      code: 'not-found',
    });
    await assert.rejects(assess('projectManager', 'constructor', { voice: 'self', verdict: 'met' }), {
      code: 'not-found',
    });
  });

  test('evidence out of date no longer counts, until somebody checks again', async () => {
    const met = { voice: 'self', verdict: 'met', checkedOn: '2026-11-01', validUntil: today };
    assert.equal(kind(await assess('projectManager', 'security', met)), 'done');
    assert.equal((await stateOf('security')).judgement.satisfied, true, 'the last day still counts');
    const later = await stateOf('security', null, '2026-11-25');
    assert.deepEqual([later.expired, later.judgement.satisfied], [true, false]);
  });

  test('links sent replace the links there are; those that stay keep their age; sending none keeps all', async () => {
    const link = (n: number) => ({ title: `Link ${n}`, url: `https://example.org/${n}` });
    const say = (evidence?: unknown[]) =>
      assess('projectManager', 'documentation', {
        voice: 'self',
        verdict: 'met',
        ...(evidence ? { evidence } : {}),
      });
    assert.equal(kind(await say([link(1), link(2), link(2)])), 'done');
    const [first] = (await stateOf('documentation')).self?.evidence ?? [];
    assert.equal(kind(await say([link(1), { url: 'https://example.org/3' }])), 'done');
    const kept = (await stateOf('documentation')).self?.evidence ?? [];
    assert.deepEqual(
      kept.map((each) => each.title),
      ['Link 1', 'https://example.org/3'],
    );
    assert.equal(kept[0]?.id, first?.id);
    assert.equal(kind(await say()), 'done');
    assert.equal((await stateOf('documentation')).self?.evidence.length, 2);
    assert.equal(kind(await say([])), 'done');
    assert.equal((await stateOf('documentation')).self?.evidence.length, 0);
    assert.deepEqual(fields(await say([{ title: 'Farlig', url: 'javascript:alert(1)' }])), [
      'evidence.0.url',
    ]);
  });

  test('a review is a second person’s, and a new word has not been reviewed', async () => {
    await assess('projectManager', 'procurement', { voice: 'self', verdict: 'met' });
    const review = (person: Person, voice = 'self') =>
      c.try(person, 'review-assessment', { id, requirement: 'procurement' }, { voice });
    assert.match(because(await review('projectManager')), /Du har selv/);
    assert.equal(
      kind(await review('manager')),
      'no-mandate',
      'the secretariat does not review the product’s word',
    );
    assert.deepEqual(fields(await review('manager', 'community')), ['voice'], 'there is nothing to review');
    assert.equal(kind(await review('projectOwner')), 'done');
    const reviewed = (await stateOf('procurement', 'member')).self;
    assert.deepEqual([reviewed?.reviewedOn, reviewed?.reviewedBy?.name], [today, 'Ove Ejer']);
    assert.equal((await stateOf('procurement')).self?.reviewedBy, null, 'visitors read no names');
    await assess('projectManager', 'procurement', { voice: 'self', verdict: 'partly' });
    assert.equal((await stateOf('procurement')).self?.reviewedOn, null);
  });

  test('a question waits with the secretariat, is answered once, and both stay', async () => {
    const asked = await c.act(
      'outsider',
      'ask-question',
      { id, requirement: 'operations' },
      { question: 'Hvem beskriver driften?' },
    );
    assert.equal((await stateOf('operations')).questions.open, 1);
    const open = await listQuestions(c.app.db, { status: 'open', limit: 10 }, null);
    assert.deepEqual(
      open.items.map((each) => each.id),
      [asked['id']],
    );
    const answer = (person: Person) =>
      c.try(person, 'answer-question', { id: asked['id'] }, { answer: 'Det gør leverandøren.' });
    assert.equal(kind(await answer('projectManager')), 'no-mandate');
    assert.equal(kind(await answer('staff')), 'done');
    assert.deepEqual(fields(await answer('manager')), ['']);
    assert.deepEqual((await stateOf('operations')).questions, { open: 0, answered: 1 });
    assert.equal(
      kind(await c.try('operator', 'ask-question', { id, requirement: 'idea' }, { question: 'Hvad?' })),
      'no-mandate',
    );
  });

  test('questions come a page at a time, the oldest first, each once', async () => {
    for (const n of [1, 2, 3]) {
      c.setNow(`2026-11-24T1${n}:00:00Z`);
      await c.act('member', 'ask-question', { id, requirement: 'idea' }, { question: `Nummer ${n}?` });
    }
    c.setNow('2026-11-24T09:00:00Z');
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listQuestions(
        c.app.db,
        { places: [{ edition: '2016', requirement: 'idea' }], limit: 2, cursor },
        null,
      );
      seen.push(...page.items.map((each) => each.question));
      cursor = page.next ?? undefined;
    } while (cursor);
    assert.deepEqual(seen, ['Nummer 1?', 'Nummer 2?', 'Nummer 3?']);
  });

  test('a disagreement becomes one case: a draft while people talk, before the board with a second opinion', async () => {
    const dispute = (person: Person, requirement: string, input: Record<string, unknown>) =>
      c.try(person, 'dispute-assessment', { id, requirement }, input);
    await assess('projectManager', 'innovation', { voice: 'self', verdict: 'met' });
    assert.match(
      because(await dispute('projectManager', 'innovation', { dialogue: 'Vi har talt sammen' })),
      /siger det samme/,
    );
    await assess('staff', 'innovation', { voice: 'community', verdict: 'partly' });
    assert.equal((await stateOf('innovation')).differs, true);
    assert.deepEqual(fields(await dispute('projectManager', 'innovation', {})), ['dialogue']);
    assert.equal(
      kind(await dispute('member', 'innovation', { dialogue: 'Vi har talt sammen' })),
      'no-mandate',
    );
    const draft = await dispute('projectManager', 'innovation', { dialogue: 'Vi har talt sammen' });
    assert.ok(draft.kind === 'done');
    assert.deepEqual([draft.output['kind'], draft.output['status']], ['evaluation', 'draft']);
    assert.match(
      because(await dispute('manager', 'innovation', { dialogue: 'En gang til' })),
      /allerede åben/,
    );

    const asked = { id: String(draft.output['number']) };
    assert.match(because(await c.try('projectManager', 'send-case', asked, {})), /ikke skrevet/);
    const opinion = 'En tredje giver fællesskabet ret';
    await c.act('projectManager', 'write-recommendation', asked, { secondOpinion: opinion });
    assert.equal(kind(await c.try('projectManager', 'send-case', asked, {})), 'done');
    const emptied = await c.try('projectManager', 'write-recommendation', asked, { secondOpinion: '' });
    assert.deepEqual(fields(emptied), ['secondOpinion'], 'the board is not left without it');

    const byTheOtherForm = await c.act(
      'projectManager',
      'open-case',
      {},
      { initiative: id, kind: 'evaluation', question: 'Hvem har ret?', requirement: 'idea' },
    );
    assert.equal(byTheOtherForm['status'], 'draft', 'no form takes it to the board without an opinion');

    await assess('projectManager', 'open-source', { voice: 'self', verdict: 'met' });
    await assess('staff', 'open-source', { voice: 'community', verdict: 'unmet' });
    const waiting = await dispute('projectManager', 'open-source', {
      dialogue: 'Vi har talt sammen',
      secondOpinion: 'En tredje giver produktet ret',
    });
    assert.ok(waiting.kind === 'done');
    assert.equal(waiting.output['status'], 'waiting');
    assert.equal((waiting.output['awaits'] as { kind: string }).kind, 'board');
    await c.act(
      'manager',
      'decide-case',
      { id: String(waiting.output['number']) },
      { outcome: 'rejected', reason: 'Produktet har ret', votes: { for: 0, against: 4, abstaining: 0 } },
    );
    const settled = await stateOf('open-source');
    assert.deepEqual([settled.differs, settled.community?.verdict], [false, 'met']);
  });

  test('an initiative that has ended is not evaluated any more', async () => {
    const mine = id;
    ({ id } = await at.idea('Trukket'));
    await c.act('member', 'withdraw-initiative', { id }, { reason: 'Ingen tid' });
    const result = await assess('staff', 'licence', { voice: 'community', verdict: 'met' });
    assert.match(because(result), /afsluttet/);
    const told = await c.try('manager', 'inform-board', { id }, { statement: 'Det er slut' });
    assert.match(because(told), /trinnet/);
    id = mine;
  });

  test('counts by theme add up to what the level asks, whatever is shown', async () => {
    const { edition, states } = await requirementsOf(c.app.db, id, null, today);
    const table = statusCounts(edition, states);
    const asked = states.filter((state) => state.status !== 'not-asked');
    assert.equal(table.all.total, asked.length);
    assert.equal(
      edition.themes.reduce((sum, theme) => sum + table.byTheme[theme].total, 0),
      asked.length,
    );
    assert.ok(
      asked.every((state) => state.requirement.level !== 'N3'),
      'N2 asks for nothing of N3',
    );
    const missing = filtered(states, { show: 'missing', theme: 'formal' });
    assert.equal(missing.length, table.byTheme.formal.counts.missing);
  });
});

describe('the files behind an assessment', () => {
  before(async () => {
    c = await testCommunity('2025');
    await concept('2025');
    await assess('projectManager', 'F4', { voice: 'self', verdict: 'met' });
  });
  after(() => c.end());

  const attach = (input: Record<string, unknown>, requirement = 'F4') =>
    c.try(
      'projectManager',
      'attach-evidence',
      { id, requirement },
      { voice: 'self', title: 'Bilag', ...input },
    );
  const filesKept = async (): Promise<number> =>
    (await c.app.db.selectFrom('files').select('hash').execute()).length;

  test('the same content is kept once, under the hash of its bytes', async () => {
    const first = await attach({ file: file('a.md', '# Test\n') });
    const second = await attach({ file: file('b.md', '# Test\n') });
    assert.ok(first.kind === 'done' && second.kind === 'done');
    const hash = (output: Record<string, unknown>) => (output['file'] as { sha256: string }).sha256;
    assert.equal(hash(first.output), hash(second.output));
    assert.match(hash(first.output), /^[0-9a-f]{64}$/);
    assert.equal(await filesKept(), 1);
    await c.act('projectManager', 'remove-evidence', { id: first.output['id'] });
    assert.equal(await filesKept(), 1, 'the other still rests on it');
    await c.act('projectManager', 'remove-evidence', { id: second.output['id'] });
    assert.equal(await filesKept(), 0, 'nothing rests on it any more');
  });

  test('a file that lies about its type, is empty, too large or not UTF-8 is refused at its field, and nothing is kept', async () => {
    const wrong: [string, ReturnType<typeof file>][] = [
      ['a picture named as a PDF', file('a.pdf', png)],
      ['a text named as a picture', file('a.png', 'ikke et billede')],
      ['a picture named as text', file('a.txt', png)],
      ['an empty file', file('a.txt', '')],
      ['a text that is not UTF-8', file('a.txt', Buffer.from([0x72, 0xf8, 0x64]))],
      ['a program', file('a.exe', 'MZ')],
      ['a page with scripts', file('a.html', '<script>alert(1)</script>')],
      ['a file over 20 MB', file('a.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 65))],
    ];
    for (const [what, lying] of wrong) {
      const result = await attach({ file: lying });
      assert.ok(result.kind === 'bad-input', what);
      assert.match(result.problems[0]?.path ?? '', /^file/, what);
      assert.ok((result.problems[0]?.says.da.length ?? 0) > 10, what);
    }
    assert.equal(await filesKept(), 0);
  });

  test('evidence is a link or a file, and comes after a verdict', async () => {
    assert.deepEqual(fields(await attach({})), ['url']);
    assert.deepEqual(fields(await attach({ url: 'https://example.org', file: file('a.txt', 'tekst') })), [
      'file',
    ]);
    assert.deepEqual(fields(await attach({ url: 'https://example.org', restricted: true })), ['restricted']);
    assert.deepEqual(fields(await attach({ url: 'https://example.org' }, 'F2')), ['voice']);
    const theirs = await c.try(
      'staff',
      'attach-evidence',
      { id, requirement: 'F4' },
      { voice: 'self', title: 'Ikke mit', url: 'https://example.org' },
    );
    assert.equal(theirs.kind, 'no-mandate');
  });

  test('a closed file is for the initiative’s people, the secretariat and the board, and for nobody else', async () => {
    const made = await attach({ file: file('risiko.md', 'Lukket'), restricted: true });
    assert.ok(made.kind === 'done');
    const fetch = async (reader: Person | null) => {
      const actor = reader === null ? null : await loadActor(c.app.db, c.people[reader], today);
      return evidenceFile(c.app.db, String(made.output['id']), actor);
    };
    for (const reader of ['projectManager', 'steeringChair', 'staff', 'board1'] as const)
      assert.equal((await fetch(reader)).content.toString(), 'Lukket', reader);
    for (const reader of [null, 'member', 'outsider', 'otherChair', 'former', 'operator'] as const)
      await assert.rejects(fetch(reader), { code: 'not-found' }, String(reader));
    const seen = (await stateOf('F4', 'member')).self?.evidence.find((each) => each.restricted);
    assert.deepEqual([seen?.title, seen?.url, seen?.file], ['Bilag', null, null]);
    const journal = await c.app.db
      .selectFrom('journal')
      .select('after')
      .where('deed', '=', 'attach-evidence')
      .execute();
    assert.ok(!JSON.stringify(journal).includes('risiko.md'), 'the journal does not name it either');
  });
});

/** A decision by which the board has accepted a gap, under the edition of 2018. */
async function acceptedUnder2018(rule: string): Promise<void> {
  const { id: initiativeId } = await initiativeBy(c.app.db, id);
  const { id: board } = await c.app.db
    .selectFrom('bodies')
    .select('id')
    .where('kind', '=', 'board')
    .executeTakeFirstOrThrow();
  const [caseId, decisionId] = [newId(), newId()];
  await c.app.db
    .insertInto('cases')
    .values({
      id: caseId,
      initiative_id: initiativeId,
      kind: 'level-change',
      question: 'Må det mangle?',
      status: 'decided',
      rule: 'test',
      edition: '2018',
      asked_at: '2026-11-01T09:00:00Z',
    })
    .execute();
  await c.app.db
    .insertInto('decisions')
    .values({
      id: decisionId,
      case_id: caseId,
      initiative_id: initiativeId,
      body_id: board,
      outcome: 'approved-with-conditions',
      reason: 'Det må vente',
      decided_on: '2026-11-01',
      effects: '[]',
      receipt: '{}',
      rule: 'test',
      edition: '2018',
      recorded_at: '2026-11-01T09:00:00Z',
      recorded_by: c.people.manager,
    })
    .execute();
  await c.app.db
    .insertInto('accepted_gaps')
    .values({ initiative_id: initiativeId, edition: '2018', rule, decision_id: decisionId })
    .execute();
}

describe('a change of level or edition', () => {
  before(async () => {
    c = await testCommunity('2018');
    await concept('2018');
  });
  after(() => c.end());

  test('keeps what is assessed and marks what has come along; only the difference is new', async () => {
    await assess('projectManager', 'F4', { voice: 'self', verdict: 'met', explanation: 'Testet' });
    await assess('projectManager', 'F7', {
      voice: 'self',
      verdict: 'met',
      explanation: 'Driften er beskrevet',
    });
    const file2018 = await c.try(
      'projectManager',
      'attach-evidence',
      { id, requirement: 'F4' },
      { voice: 'self', title: 'Lukket', file: file('a.md', 'Lukket'), restricted: true },
    );
    assert.equal(file2018.kind, 'done');
    const question = { question: 'Hvem er med i linjeledelsen?' };
    const asked = await c.act('member', 'ask-question', { id, requirement: 'R3' }, question);
    await acceptedUnder2018('R3');
    await c.act('manager', 'change-edition', { id }, { edition: '2025', reason: 'Den nye udgave gælder' });
    const { states, past, left } = await requirementsOf(c.app.db, id, null, today);
    const state = (requirement: string) => states.find((each) => each.requirement.id === requirement);
    assert.equal(past.edition, '2018');
    const same = state('F4');
    assert.deepEqual([same?.self?.keptFrom, same?.self?.verdict, same?.fresh], ['2018', 'met', false]);
    assert.equal(same?.self?.evidence[0]?.url, null, 'a closed file stays closed');
    assert.equal(state('F7')?.self, null, 'F7 means something else in 2025');
    assert.equal(state('F7')?.fresh, true);
    assert.deepEqual(left, [{ edition: '2018', requirement: 'F7', voice: 'self', verdict: 'met' }]);
    assert.ok(filtered(states, { show: 'fresh' }).every((each) => each.self === null));
    await assess('projectManager', 'F4', { voice: 'self', verdict: 'partly' });
    assert.equal((await stateOf('F4')).self?.keptFrom, null, 'said anew');

    assert.deepEqual((await stateOf('R2')).questions, { open: 1, answered: 0 }, '2018’s R3 is 2025’s R2');
    assert.deepEqual((await stateOf('R3')).questions, { open: 0, answered: 0 });
    await c.act('staff', 'answer-question', { id: asked['id'] }, { answer: 'Det gør de, der betaler.' });
    assert.deepEqual((await stateOf('R2')).questions, { open: 0, answered: 1 });
    const initiative = await initiativeBy(c.app.db, id);
    const edition = editionOf('2025');
    const { items } = await listQuestions(
      c.app.db,
      { initiativeId: initiative.id, places: alongLineage(edition, 'R2'), limit: 10 },
      null,
    );
    assert.deepEqual(
      items.map((each) => [each.edition, each.requirement, each.answer]),
      [['2018', 'R3', 'Det gør de, der betaler.']],
      'the answer stays with the requirement, and says where it was asked',
    );
    const accepted = await acceptedElsewhere(c.app.db, initiative, edition, 'R2');
    assert.deepEqual(
      accepted.map((each) => [each.edition, each.requirement, each.decidedOn]),
      [['2018', 'R3', '2026-11-01']],
    );
    assert.deepEqual(await acceptedElsewhere(c.app.db, initiative, edition, 'R3'), []);
    assert.notEqual((await stateOf('R2')).status, 'accepted', 'it opens no gate under the new edition');
  });

  test('to a higher level asks for what that level adds; to a lower one keeps the rest in sight', async () => {
    await c.app.db.updateTable('initiatives').set({ level: 'N1' }).where('id', '=', id).execute();
    const lowered = await requirementsOf(c.app.db, id, null, today);
    assert.equal(lowered.past.level, 'N2');
    const edition = editionOf('2025');
    assert.ok(
      lowered.states.every(
        (state) => state.status !== 'not-asked' || edition.requirements[state.requirement.id]?.level !== 'N1',
      ),
    );
    await c.app.db.updateTable('initiatives').set({ level: 'N3' }).where('id', '=', id).execute();
    const raised = await requirementsOf(c.app.db, id, null, today);
    const n3 = raised.states.filter((state) => state.requirement.level === 'N3');
    assert.ok(n3.length > 0 && n3.every((state) => state.fresh));
  });
});

test('no repetition of one word or of dots is an explanation', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('nej', '.', 'se link', '  ', '👍'),
      fc.integer({ min: 0, max: 200 }),
      (word, n) => {
        assert.equal(explains(`${word} `.repeat(n)), false);
      },
    ),
  );
});
