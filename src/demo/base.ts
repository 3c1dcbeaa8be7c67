import type { Edition } from '../../rulebook/rule.ts';
import type { Tx } from '../db/client.ts';
import { usualJoining } from '../../rulebook/joining.ts';
import { appendToJournal } from '../journal/append.ts';
import type { SubjectKind } from '../journal/words.ts';
import { newId } from '../lib/id.ts';
import { slugOf } from '../lib/slug.ts';
import { plusDays } from '../lib/time.ts';
import { openPlacement } from '../portfolio/open-placement.ts';
import { readMunicipalities, readPortfolio, type PortfolioEntry } from './data.ts';
import { associationBodies, groups, leads, type DemoBody } from './groups.ts';
import { demoOrganisations, type DemoOrganisation } from './organisations.ts';
import { demoPeople, morePeople } from './people.ts';
import { demoPortfolio, type DemoInitiative } from './portfolio.ts';

export const communityName = 'OS2 (demofællesskab)';

export interface Base {
  readonly edition: Edition;
  /** When the demo community took Fælled into use: an instant, and the date in Copenhagen. */
  readonly begun: string;
  readonly begunOn: string;
  readonly today: string;
}

/**
 * What was there when the demo community took Fælled into use: organisations, people, bodies with their seats, and
 * the portfolio. One journal row for each kind; all that follows is done by deeds.
 */
export async function loadBase(tx: Tx, base: Base): Promise<readonly DemoInitiative[]> {
  const municipalities = readMunicipalities();
  const entries = readPortfolio();
  const everybody = [...demoPeople, ...morePeople];
  const portfolio = demoPortfolio(entries, municipalities, base.edition);
  await tx
    .insertInto('community')
    .values({ name: communityName, edition: base.edition.id, demo: true, created_at: base.begun })
    .execute();
  const organisations = await insertOrganisations(
    tx,
    demoOrganisations(
      municipalities,
      entries,
      everybody.flatMap((person) => person.organisation ?? []),
    ),
    base,
  );
  const people = new Map(everybody.map((person) => [person.email.split('@')[0] as string, newId()]));
  await tx
    .insertInto('people')
    .values(
      everybody.map((person) => ({
        id: people.get(person.email.split('@')[0] as string) as string,
        name: person.name,
        email: person.email,
        organisation_id: person.organisation === null ? null : known(organisations, person.organisation),
        operator: person.operator ?? false,
        recorded_at: base.begun,
      })),
    )
    .execute();
  await journal(tx, base, 'people', { people: everybody.length, note: 'opdigtede personer' });
  const initiatives = await insertInitiatives(tx, portfolio, organisations, base);
  await insertBodies(tx, [...associationBodies, ...groups], { initiatives, people }, base);
  await tx
    .insertInto('initiative_people')
    .values(
      leads.map((lead) => ({
        id: newId(),
        initiative_id: known(initiatives, lead.of),
        person_id: known(people, lead.person),
        role: lead.role,
        qualification: lead.qualification,
        qualification_note: lead.qualification === 'none' ? '' : 'Demo: dokumenteret over for styregruppen',
        from_on: '2025-01-01',
        recorded_at: base.begun,
      })),
    )
    .execute();
  await journal(tx, base, 'initiative-people', { appointed: leads.length });
  await openQuestions(tx, portfolio, initiatives, known(people, 'forretningsleder'), base);
  return portfolio;
}

/** A name the demo's own files use, in one of its own tables. */
function known(table: ReadonlyMap<string, string>, name: string): string {
  const id = table.get(name);
  if (id === undefined) throw new Error(`the demo names ${name}, which it does not define`);
  return id;
}

const journal = (tx: Tx, base: Base, kind: SubjectKind, after: unknown) =>
  appendToJournal(tx, {
    at: base.begun,
    personId: null,
    deed: 'load-demo',
    subject: { kind, id: 'demo' },
    initiativeId: null,
    before: null,
    after,
    ground: 'set-up',
    edition: base.edition.id,
  });

async function insertOrganisations(
  tx: Tx,
  organisations: readonly DemoOrganisation[],
  base: Base,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(organisations.map((organisation) => [organisation.key, newId()]));
  const id = (organisation: DemoOrganisation) => known(ids, organisation.key);
  await tx
    .insertInto('organisations')
    .values(
      organisations.map((organisation) => ({
        id: id(organisation),
        slug: slugOf(organisation.name),
        name: organisation.name,
        kind: organisation.kind,
        cvr: organisation.cvr ?? null,
        municipality_code: organisation.municipalityCode ?? null,
        recorded_at: base.begun,
      })),
    )
    .execute();
  const members = organisations.filter((organisation) => organisation.member);
  await tx
    .insertInto('memberships')
    .values(
      members.map((organisation) => ({
        id: newId(),
        organisation_id: id(organisation),
        from_on: '2020-01-01',
        recorded_at: base.begun,
      })),
    )
    .execute();
  const placed = organisations.filter((organisation) => organisation.region !== undefined);
  await tx
    .insertInto('organisation_regions')
    .values(
      placed.map((organisation) => ({
        organisation_id: id(organisation),
        region: organisation.region as string,
        from_on: '2007-01-01',
      })),
    )
    .execute();
  await journal(tx, base, 'organisations', { organisations: organisations.length, members: members.length });
  return ids;
}

async function insertInitiatives(
  tx: Tx,
  portfolio: readonly DemoInitiative[],
  organisations: ReadonlyMap<string, string>,
  base: Base,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(portfolio.map((initiative) => [initiative.slug, newId()]));
  const id = (initiative: DemoInitiative) => known(ids, initiative.slug);
  await tx
    .insertInto('initiatives')
    .values(
      portfolio.map((initiative) => ({
        id: id(initiative),
        slug: initiative.slug,
        name: initiative.name,
        summary: initiative.purpose,
        purpose: initiative.entry.purpose ?? '',
        licence: initiative.licence,
        origin: initiative.origin,
        stage: initiative.stage,
        ended_as: initiative.endedAs,
        level: initiative.level,
        edition: base.edition.id,
        coordinating_organisation_id:
          initiative.coordinator === null ? null : known(organisations, initiative.coordinator),
        registered_at: base.begun,
        stage_since: base.begun,
        changed_at: base.begun,
      })),
    )
    .execute();
  await tx
    .insertInto('initiative_links')
    .values(
      portfolio.flatMap((initiative) =>
        initiative.repository === null
          ? []
          : [
              {
                id: newId(),
                initiative_id: id(initiative),
                kind: 'repository',
                title: 'GitHub',
                url: initiative.repository,
              },
            ],
      ),
    )
    .execute();
  await tx
    .insertInto('participations')
    .values(
      portfolio.flatMap((initiative) =>
        initiative.participations.map(({ organisation, role, from }) => ({
          id: newId(),
          initiative_id: id(initiative),
          organisation_id: known(organisations, organisation),
          role,
          from_on: from ?? base.begunOn,
          recorded_at: base.begun,
        })),
      ),
    )
    .execute();
  await tx
    .insertInto('level_decisions')
    .values(
      portfolio.flatMap((initiative) =>
        initiative.level === null || initiative.levelDecided === null
          ? []
          : [
              {
                id: newId(),
                initiative_id: id(initiative),
                level: initiative.level,
                edition: initiative.levelDecided.edition,
                by_kind: initiative.levelDecided.by,
                decided_at: `${initiative.levelDecided.on}T11:00:00Z`,
              },
            ],
      ),
    )
    .execute();
  for (const initiative of portfolio) {
    await appendToJournal(tx, {
      at: base.begun,
      personId: null,
      deed: 'load-demo',
      subject: { kind: 'initiative', id: id(initiative) },
      initiativeId: id(initiative),
      before: null,
      after: {
        name: initiative.name,
        stage: initiative.stage,
        level: initiative.level,
        levelBasis: initiative.entry.levelBasis,
        sources: initiative.entry.sources,
      },
      ground: 'set-up',
      edition: base.edition.id,
    });
  }
  return ids;
}

/** Every initiative that no source gives a level is a question to the secretariat, with what the sources say. */
async function openQuestions(
  tx: Tx,
  portfolio: readonly DemoInitiative[],
  ids: ReadonlyMap<string, string>,
  personId: string,
  base: Base,
): Promise<void> {
  const open = portfolio.filter((each) => each.level === null && each.stage !== 'retired');
  for (const { slug, name, entry } of open) {
    const id = known(ids, slug);
    await openPlacement(tx, { id, name, edition: base.edition.id }, personId, base.begun);
    await tx
      .updateTable('cases')
      .set({ statement: whatSourcesSay(entry) })
      .where('initiative_id', '=', id)
      .execute();
  }
  await journal(tx, base, 'cases', { opened: open.map(({ slug }) => slug), kind: 'placement' });
}

const whatSourcesSay = (entry: PortfolioEntry): string =>
  [
    `Ingen kilde siger, hvilket niveau ${entry.name} har i dag.`,
    `Status: ${entry.status}.`,
    ...(entry.coordinatingOrganisation ? [`Koordineres af: ${entry.coordinatingOrganisation}.`] : []),
    ...(entry.usage ? [`Anvendelse: ${entry.usage}.`] : []),
    ...(entry.facts.length > 0
      ? ['', 'Noter fra kilderne (på engelsk):', ...entry.facts.map((fact) => `- ${fact}`)]
      : []),
    '',
    'Kilder:',
    ...entry.sources.map((source) => `- ${source}`),
  ].join('\n');

async function insertBodies(
  tx: Tx,
  bodies: readonly DemoBody[],
  ids: { readonly initiatives: ReadonlyMap<string, string>; readonly people: ReadonlyMap<string, string> },
  base: Base,
): Promise<void> {
  const bodyIds = new Map(bodies.map((body) => [body.slug, newId()]));
  await tx
    .insertInto('bodies')
    .values(
      bodies.map((body) => ({
        id: known(bodyIds, body.slug),
        slug: body.slug,
        kind: body.kind,
        name: body.name,
        task: body.task,
        initiative_id: body.of === null ? null : known(ids.initiatives, body.of),
        established_on: body.since,
        joining: usualJoining[body.kind],
        recorded_at: base.begun,
      })),
    )
    .execute();
  const employers = new Map(
    (await tx.selectFrom('people').select(['id', 'organisation_id']).execute()).map((person) => [
      person.id,
      person.organisation_id,
    ]),
  );
  const seats = bodies.flatMap((body) => body.seats.map((seat) => ({ body, seat })));
  await tx
    .insertInto('seats')
    .values(
      seats.map(({ body, seat }) => ({
        id: newId(),
        body_id: known(bodyIds, body.slug),
        person_id: known(ids.people, seat.person),
        organisation_id: employers.get(known(ids.people, seat.person)) ?? null,
        role: seat.role,
        voting: seat.voting,
        appointed_by: body.appointedBy,
        from_on: '2025-03-20',
        elected_in: seat.evenYears ? latestEvenYear(base.begunOn) : null,
        to_on: seat.until === undefined ? null : plusDays(base.today, -seat.until),
        recorded_at: base.begun,
        end_recorded_at: endRecorded(seat.until, base),
      })),
    )
    .execute();
  await journal(tx, base, 'bodies', { bodies: bodies.length, seats: seats.length });
}

/** The year of the latest general assembly in March of an even year. */
function latestEvenYear(on: string): number {
  const { year, month } = Temporal.PlainDate.from(on);
  const last = month > 3 ? year : year - 1;
  return last - (last % 2);
}

/** An end that has come was recorded that day; one to come is the period the seat was given. */
function endRecorded(until: number | undefined, base: Base): string | null {
  if (until === undefined) return null;
  return until < 0 ? base.begun : `${plusDays(base.today, -until)}T14:00:00Z`;
}
