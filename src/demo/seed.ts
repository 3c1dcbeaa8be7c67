import { sql } from 'kysely';
import type { Db, Tx } from '../db/client.ts';
import { appendToJournal } from '../journal/append.ts';

export interface Amounts {
  readonly initiatives: number;
  readonly bodies: number;
  readonly seats: number;
  readonly assessments: number;
}

/** What a load test of a size consists of: 10,000 initiatives bring 400 bodies, 4,000 seats and 300,000 assessments. */
export const amountsFor = (initiatives: number): Amounts => ({
  initiatives,
  bodies: Math.ceil(initiatives / 25),
  seats: Math.ceil(initiatives / 25) * 10,
  assessments: initiatives * 30,
});

/**
 * Fills the database with invented initiatives for load tests, beside what is there, in one transaction.
 * @param requirements ids of the edition's requirements, at least 30
 * @param now an instant; everything is recorded at it
 */
export async function seed(
  db: Db,
  size: number,
  edition: {
    readonly id: string;
    readonly levels: readonly string[];
    readonly requirements: readonly string[];
  },
  now: string,
): Promise<Amounts> {
  const amounts = amountsFor(size);
  await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`insert into community (name, edition, created_at) values ('Belastningsprøve', ${edition.id}, ${now})
      on conflict do nothing`.execute(tx);
    await organisationsAndPeople(tx, now);
    await initiatives(tx, amounts, edition, now);
    await groups(tx, amounts, now);
    await assessments(tx, edition, now);
    await cases(tx, edition.id, now);
    await appendToJournal(tx, {
      at: now,
      personId: null,
      deed: 'seed',
      subject: { kind: 'community', id: '1' },
      initiativeId: null,
      before: null,
      after: amounts,
      ground: 'command-line',
      edition: edition.id,
    });
  });
  for (const table of ['initiatives', 'assessments', 'participations', 'seats', 'bodies', 'cases', 'people'])
    await sql`analyze ${sql.table(table)}`.execute(db);
  return amounts;
}

const organisations = 200;

/** 200 organisations with 2,000 people, made once however often the seed runs. */
async function organisationsAndPeople(tx: Tx, now: string): Promise<void> {
  await sql`insert into organisations (id, slug, name, kind, recorded_at)
    select gen_random_uuid(), 'proeve-' || n, 'Prøvekommune ' || n, 'municipality', ${now}
    from generate_series(1, ${sql.lit(organisations)}) n on conflict do nothing`.execute(tx);
  await sql`insert into memberships (id, organisation_id, from_on, recorded_at)
    select gen_random_uuid(), o.id, date '2020-01-01', ${now} from organisations o
    where o.slug like 'proeve-%' and not exists (select 1 from memberships m where m.organisation_id = o.id)`.execute(
    tx,
  );
  await sql`insert into people (id, name, email, organisation_id, recorded_at)
    select gen_random_uuid(), 'Prøve Person ' || n, 'proeve' || n || '@demo.example',
      (select id from organisations where slug = 'proeve-' || (1 + n % ${sql.lit(organisations)})), ${now}
    from generate_series(1, 2000) n on conflict do nothing`.execute(tx);
}

/** Numbered from 1 within this run; the tables that follow find them there. */
async function initiatives(
  tx: Tx,
  amounts: Amounts,
  edition: { readonly id: string; readonly levels: readonly string[] },
  now: string,
): Promise<void> {
  await sql`create temporary table seeded on commit drop as
    select n, gen_random_uuid() as id,
      (array['product', 'product', 'product', 'project', 'concept', 'idea'])[1 + n % 6] as stage,
      (${[...edition.levels]}::text[])[1 + n % ${sql.lit(edition.levels.length)}] as level
    from generate_series(1, ${sql.lit(amounts.initiatives)}) n`.execute(tx);
  await sql`insert into initiatives (id, slug, name, summary, idea, purpose, solution, local_value, value_for_others,
      licence, origin, stage, level, edition, coordinating_organisation_id, registered_at, stage_since, changed_at)
    select s.id, 'proeve-' || s.id,
      (array['Fælles','Åben','Digital','Lokal','Sikker','Grøn','Tværgående','Enkel'])[1 + s.n % 8] || ' '
        || (array['sagsgang','kalender','vejplan','skolebænk','affaldsrute','borgerpost','bookning','kortvisning','arkivnøgle','lånerkø','varmestyring'])[1 + s.n % 11]
        || ' ' || s.n,
      'Opdigtet initiativ nummer ' || s.n || ' til belastningsprøver',
      'En idé, der kun findes for at måle på.', 'Måle.', 'Ingen.', 'Ingen.', 'Ingen.', 'MPL-2.0', 'community', s.stage,
      case when s.stage = 'idea' then null else s.level end, ${edition.id},
      (select o.id from organisations o where o.slug = 'proeve-' || (1 + s.n % ${sql.lit(organisations)})),
      ${now}, ${now}, ${now}::timestamptz - s.n * interval '1 minute'
    from seeded s`.execute(tx);
  await sql`insert into participations (id, initiative_id, organisation_id, role, from_on, recorded_at)
    select gen_random_uuid(), s.id, o.id, (array['takes-part', 'joined', 'uses'])[k], date '2024-01-01', ${now}
    from seeded s cross join generate_series(1, 3) k
    join organisations o on o.slug = 'proeve-' || (1 + (s.n * 7 + k * 31) % ${sql.lit(organisations)})`.execute(
    tx,
  );
}

/** One group for every 25th initiative, ten seats in each, the first of them its chair. */
async function groups(tx: Tx, amounts: Amounts, now: string): Promise<void> {
  await sql`create temporary table seeded_bodies on commit drop as
    select g.n, gen_random_uuid() as id,
      (select s.id from seeded s where s.n = least(g.n * 25, ${sql.lit(amounts.initiatives)})) as initiative_id,
      (array['steering-group', 'coordination-group'])[1 + g.n % 2] as kind
    from generate_series(1, ${sql.lit(amounts.bodies)}) g(n)`.execute(tx);
  await sql`insert into bodies (id, slug, kind, name, task, initiative_id, established_on, recorded_at)
    select id, 'proeve-' || id, kind, 'Prøvegruppe ' || n, 'Måle.', initiative_id, date '2024-01-01', ${now}
    from seeded_bodies`.execute(tx);
  await sql`insert into seats (id, body_id, person_id, role, voting, appointed_by, from_on, recorded_at)
    select gen_random_uuid(), b.id, p.id, case when k = 1 then 'chair' else 'member' end, true, 'deltagerne', date '2024-01-01', ${now}
    from seeded_bodies b cross join generate_series(1, 10) k
    join people p on p.email = 'proeve' || (1 + (b.n * 10 + k) % 2000) || '@demo.example'`.execute(tx);
}

/** Thirty for each initiative: a self-evaluation of 22 requirements and the community's word on 8 of them. */
async function assessments(
  tx: Tx,
  edition: { readonly id: string; readonly requirements: readonly string[] },
  now: string,
): Promise<void> {
  const own = edition.requirements.slice(0, 22);
  const communitys = edition.requirements.slice(0, 8);
  if (own.length < 22) throw new Error('the edition has fewer requirements than a load test needs');
  await sql`insert into assessments (initiative_id, edition, requirement, voice, verdict, explanation, valid_until, changed_at)
    select s.id, ${edition.id}, r.requirement, r.voice,
      (array['met', 'met', 'met', 'partly', 'unmet', 'explained', 'unknown'])[1 + (s.n + r.place) % 7],
      'Opdigtet vurdering til belastningsprøver.',
      case when (s.n + r.place) % 10 = 0 then date '2030-01-01' end, ${now}
    from seeded s cross join (
      select requirement, 'self' as voice, place from unnest(${own}::text[]) with ordinality as u(requirement, place)
      union all select requirement, 'community', place from unnest(${communitys}::text[]) with ordinality as u(requirement, place)) r`.execute(
    tx,
  );
}

/** A question of placement for every idea. */
async function cases(tx: Tx, edition: string, now: string): Promise<void> {
  await sql`insert into bodies (id, slug, kind, name, established_on, recorded_at)
    select gen_random_uuid(), 'sekretariat', 'secretariat', 'Sekretariat', date '2020-01-01', ${now}
    where not exists (select 1 from bodies where kind = 'secretariat' and closed_on is null)`.execute(tx);
  await sql`insert into cases (id, initiative_id, kind, question, status, awaits_body_id, awaits_since, rule, edition, asked_at)
    select gen_random_uuid(), s.id, 'placement', 'Hvilket niveau?', 'waiting',
      (select id from bodies where kind = 'secretariat' and closed_on is null), ${now}, 'placement', ${edition}, ${now}
    from seeded s where s.stage = 'idea'`.execute(tx);
}
