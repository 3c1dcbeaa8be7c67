import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { editions } from '../../rulebook/editions.ts';
import { languages } from '../../rulebook/vocabulary.ts';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { demoClock as clock, demoDatabase, demoToday as today } from '../../test/demo-database.ts';
import { readConfig } from '../config.ts';
import type { App } from '../context.ts';
import { createServer } from '../app.ts';
import { journalWords } from '../journal/words.ts';
import { listQuestions, requirementsOf } from '../evaluations/requirement-queries.ts';
import { createApp } from '../main.ts';
import { loadActor } from '../people/actor.ts';
import { editionOf } from '../rules/edition-of.ts';
import { loadBase } from './base.ts';
import { readMunicipalities, readPortfolio } from './data.ts';
import { boardSeatLostDaysAgo } from './groups.ts';
import { loadDemo } from './load-demo.ts';
import { inside } from './inside.ts';
import { demoOrganisations, supplierNames } from './organisations.ts';
import { demoPeople } from './people.ts';
import { stories } from './stories.ts';
import { evidenceExpiredDaysAgo, expiredEvidenceTitle } from './stories/evaluations.ts';
import { timeline } from './timeline.ts';

const promised = [
  'forretningsleder',
  'formand',
  'bestyrelse1',
  'bestyrelse2',
  'bestyrelse3',
  'bestyrelse4',
  'bestyrelse5',
  'sekretariat',
  'projektleder',
  'styregruppe',
  'koordination',
  'kommune',
  'leverandoer',
  'tidligere',
  'drift',
];

for (const { id: edition } of editions.filter(({ id }) => id !== '2018')) {
  describe(`The demo community under edition ${edition}`, () => {
    let database: TestDatabase;
    let app: App;
    const db = () => database.db;
    const initiative = (slug: string) =>
      db().selectFrom('initiatives').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow();
    const actor = async (name: string) => {
      const { id } = await db()
        .selectFrom('people')
        .select('id')
        .where('email', '=', `${name}@demo.example`)
        .executeTakeFirstOrThrow();
      return loadActor(db(), id, today);
    };
    before(async () => {
      database = await demoDatabase(edition);
      app = createApp(readConfig({}), database.db, clock);
    });
    after(() => database.drop());

    test('is marked as a demo and lives under its edition', async () => {
      const row = await db().selectFrom('community').selectAll().executeTakeFirstOrThrow();
      assert.equal(row.demo, true);
      assert.equal(row.edition, edition);
    });

    test('loaded a second time stays as it is', async () => {
      const count = async () =>
        (
          await db()
            .selectFrom('journal')
            .select((eb) => eb.fn.countAll<number>().as('n'))
            .executeTakeFirstOrThrow()
        ).n;
      const earlier = await count();
      assert.equal(await loadDemo(app, edition), false);
      assert.equal(await count(), earlier);
    });

    test('has the 98 municipalities with their CVR, five regions, and 80 members', async () => {
      const rows = await db()
        .selectFrom('organisations as o')
        .leftJoin('memberships as m', 'm.organisation_id', 'o.id')
        .select(['o.kind', 'o.cvr', 'o.municipality_code', 'm.id as member'])
        .execute();
      const municipalities = rows.filter((row) => row.kind === 'municipality');
      assert.equal(municipalities.length, 98);
      assert.ok(municipalities.every((row) => row.cvr !== null && row.municipality_code !== null));
      assert.equal(rows.filter((row) => row.kind === 'region').length, 5);
      assert.equal(rows.filter((row) => row.member !== null).length, 80);
      assert.ok(rows.filter((row) => row.kind === 'supplier').every((row) => row.member === null));
    });

    test('has the real portfolio of 39, each with the level its source states and no other', async () => {
      for (const entry of readPortfolio()) {
        const row = await initiative(entry.id);
        const stated = entry.level === 'Sandkasse' ? (edition === '2016' ? null : 'sandbox') : entry.level;
        assert.equal(row.level, stated, entry.name);
      }
    });

    test('asks the secretariat where a product without a known level belongs', async () => {
      const rows = await db()
        .selectFrom('initiatives as i')
        .leftJoin('cases as c', (join) =>
          join
            .onRef('c.initiative_id', '=', 'i.id')
            .on('c.kind', '=', 'placement')
            .on('c.status', '=', 'waiting'),
        )
        .leftJoin('bodies as b', 'b.id', 'c.awaits_body_id')
        .select(['i.slug', 'i.level', 'i.stage', 'b.kind as awaits', 'c.statement'])
        .where('i.stage', '<>', 'retired')
        .execute();
      for (const row of rows) assert.equal(row.awaits, row.level === null ? 'secretariat' : null, row.slug);
      assert.match(rows.find((row) => row.slug === 'os2forms')?.statement ?? '', /Kilder:/);
    });

    test('has every person promised, each with the mandate the role gives and no more', async () => {
      const mandates = async (name: string) =>
        ((await actor(name))?.mandates ?? []).map((m) =>
          m.kind === 'seat' ? `${m.bodyKind}/${m.role}` : m.role,
        );
      for (const name of promised) assert.ok(await actor(name), name);
      assert.deepEqual((await mandates('forretningsleder')).toSorted(), [
        'board/secretary',
        'secretariat/business-manager',
      ]);
      assert.deepEqual(await mandates('sekretariat'), ['secretariat/staff']);
      assert.ok((await mandates('formand')).includes('board/chair'));
      for (const n of [1, 2, 3, 4, 5])
        assert.ok(
          (await mandates(`bestyrelse${n}`)).some((m) => m.startsWith('board/')),
          `bestyrelse${n}`,
        );
      assert.ok((await mandates('projektleder')).includes('project-manager'));
      assert.ok((await mandates('styregruppe')).includes('steering-group/chair'));
      assert.ok((await mandates('koordination')).includes('coordination-group/chair'));
      assert.ok(!(await mandates('kommune')).some((m) => m.includes('/')), 'kommune has no seat');
      assert.equal((await actor('kommune'))?.ofMember, true);
      assert.deepEqual(await mandates('leverandoer'), []);
      assert.equal((await actor('leverandoer'))?.ofMember, false);
      assert.deepEqual(await mandates('tidligere'), []);
      assert.deepEqual(await mandates('drift'), []);
      assert.equal((await actor('drift'))?.operator, true);
    });

    test('keeps a journal in which every kind of thing has a word in both languages', async () => {
      const rows = await db().selectFrom('journal').select('subject_kind').distinct().execute();
      assert.ok(rows.length > 8, 'the demo writes about many kinds of things');
      for (const lang of languages)
        for (const { subject_kind } of rows)
          assert.ok(Object.hasOwn(journalWords(lang).kinds, subject_kind), `${lang}: ${subject_kind}`);
    });

    test('tells invented people by their address', async () => {
      const rows = await db().selectFrom('people').select('email').execute();
      assert.ok(rows.every((row) => row.email.endsWith('@demo.example')));
      assert.equal(new Set(demoPeople.map((person) => person.name)).size, demoPeople.length);
    });

    test('has lowered OS2faktor from N2 to N1 by a decision on its evaluation', async () => {
      const row = await initiative('os2faktor');
      assert.equal(row.level, 'N1');
      const decision = await db()
        .selectFrom('decisions')
        .select(['outcome', 'effects', 'reason'])
        .where('initiative_id', '=', row.id)
        .executeTakeFirstOrThrow();
      assert.match(decision.outcome, /^approved/);
      const effects = decision.effects as { kind: string; from?: string; to?: string }[];
      assert.deepEqual(
        effects.find((effect) => effect.kind === 'set-level'),
        { kind: 'set-level', from: 'N2', to: 'N1' },
      );
    });

    test('has an N3 steering group, OS2mo’s, that the board appointed and then left', async () => {
      const { id, level } = await initiative('os2mo');
      assert.equal(level, 'N3');
      const seats = await db()
        .selectFrom('seats as s')
        .innerJoin('bodies as b', 'b.id', 's.body_id')
        .innerJoin('people as p', 'p.id', 's.person_id')
        .select(['p.email', 's.to_on', 's.voting'])
        .where('b.initiative_id', '=', id)
        .where('b.kind', '=', 'steering-group')
        .execute();
      const left = Temporal.PlainDate.from(today).subtract({ days: boardSeatLostDaysAgo }).toString();
      assert.equal(seats.find((seat) => seat.email === 'tidligere@demo.example')?.to_on, left);
      const sitting = seats.filter((seat) => seat.to_on === null);
      assert.ok(sitting.length >= 3);
      for (const seat of sitting) {
        const person = await actor(seat.email.split('@')[0] as string);
        assert.ok(!person?.mandates.some((m) => m.kind === 'seat' && m.bodyKind === 'board'), seat.email);
      }
    });

    test('shows that the evidence of OS2kitos, at N2, is out of date', async () => {
      const { level } = await initiative('os2kitos');
      assert.equal(level, 'N2');
      const { states } = await requirementsOf(db(), 'os2kitos', null, today);
      const [expired, ...more] = states.filter((state) => state.expired);
      assert.ok(expired && more.length === 0);
      assert.equal(
        expired.self?.validUntil,
        Temporal.PlainDate.from(today).subtract({ days: evidenceExpiredDaysAgo }).toString(),
      );
      assert.equal(expired.self.evidence[0]?.title, expiredEvidenceTitle);
      const server = createServer(app);
      try {
        const list = await server.inject({ url: '/initiatives/os2kitos/requirements?show=expired' });
        assert.match(list.body, /udløbet/);
        assert.ok(list.body.includes(expired.requirement.label.da));
        const page = await server.inject({
          url: `/initiatives/os2kitos/requirements/${expired.requirement.id}`,
        });
        assert.ok(page.body.includes(expiredEvidenceTitle));
        assert.match(page.body, /udløbet/);
      } finally {
        await server.close();
      }
    });

    test('has differences between the voices, a plan, a review, a question that waits and one answered', async () => {
      const { states } = await requirementsOf(db(), 'os2kitos', null, today);
      assert.ok(states.some((state) => state.differs));
      assert.ok(states.some((state) => state.self?.verdict === 'planned' && state.self.plannedFor !== null));
      assert.ok(states.some((state) => state.self?.reviewedOn && state.community?.reviewedOn));
      const questions = await listQuestions(db(), { limit: 100 }, null);
      assert.ok(questions.items.some((question) => question.answer === null));
      assert.ok(questions.items.some((question) => question.answer !== null));
      const mo = await requirementsOf(db(), 'os2mo', null, today);
      const closed = mo.states.flatMap((state) => state.self?.evidence ?? []).find((each) => each.restricted);
      assert.ok(closed && closed.url === null, 'a visitor sees the title of the closed file, and no address');
    });

    test('has an idea that waits, a concept before the board, one sent back twice, a project and a withdrawn idea', async () => {
      assert.equal((await initiative('faelles-cykelparkering-demo')).stage, 'idea');
      assert.equal((await initiative('affaldskalenderen-demo')).stage, 'concept');
      assert.equal((await initiative('aabne-moedelokaler-demo')).stage, 'project');
      assert.equal((await initiative('digital-opslagstavle-demo')).ended_as, 'withdrawn');
      const { id } = await initiative('borgerbudget-demo');
      const sentBack = await db()
        .selectFrom('decisions')
        .select('outcome')
        .where('initiative_id', '=', id)
        .where('outcome', '=', 'sent-back')
        .execute();
      assert.equal(sentBack.length, 2);
    });

    test('gives every body of the association something to decide or to have decided', async () => {
      const waiting = await db()
        .selectFrom('cases as c')
        .innerJoin('bodies as b', 'b.id', 'c.awaits_body_id')
        .select(['b.kind', 'c.kind as about'])
        .where('c.status', '=', 'waiting')
        .execute();
      const before = (kind: string) =>
        new Set(waiting.filter((row) => row.kind === kind).map((row) => row.about));
      for (const about of ['approval', 'closing']) assert.ok(before('board').has(about), about);
      assert.ok(before('secretariat').has('placement'));
      // Who reconsiders a project at a low level differs between the editions.
      assert.ok(before('board').has('reconsideration') || before('secretariat').has('reconsideration'));
    });

    test('marks invented votes and papers as demo', async () => {
      const decisions = await db().selectFrom('decisions').select('reason').execute();
      assert.ok(decisions.length >= 8);
      const ofBodies = decisions.filter((row) => !row.reason.startsWith('Lokal idé'));
      assert.ok(ofBodies.some((row) => /demo/i.test(row.reason)));
    });
  });
}

test('a demo that is interrupted leaves nothing behind', async () => {
  const database = await freshDatabase();
  try {
    const app = createApp(readConfig({}), database.db, clock);
    const brokenEdition = { ...editionOf('2016'), decisionRights: [] };
    await assert.rejects(
      database.db.transaction().execute(async (tx) => {
        const begunOn = '2026-07-01';
        await loadBase(tx, { edition: brokenEdition, begun: `${begunOn}T06:00:00Z`, begunOn, today });
        await stories(timeline({ ...app, db: inside(tx) }, today, new Map()), brokenEdition);
      }),
    );
    assert.deepEqual(await database.db.selectFrom('organisations').select('id').execute(), []);
    assert.deepEqual(await database.db.selectFrom('community').select('id').execute(), []);
  } finally {
    await database.drop();
  }
});

test('two first starts at once load one demo', async () => {
  const database = await freshDatabase();
  try {
    const app = createApp(readConfig({}), database.db, clock);
    const loaded = await Promise.all([loadDemo(app, '2016'), loadDemo(app, '2016')]);
    assert.deepEqual(loaded.toSorted(), [false, true]);
  } finally {
    await database.drop();
  }
});

test('every supplier the portfolio names is an organisation, and no unnamed one is', () => {
  const named = new Set(readPortfolio().flatMap((entry) => entry.suppliers));
  for (const written of Object.keys(supplierNames)) assert.ok(named.has(written), written);
  const organisations = demoOrganisations(readMunicipalities(), readPortfolio(), []);
  assert.equal(new Set(organisations.map((o) => o.name)).size, organisations.length);
});
