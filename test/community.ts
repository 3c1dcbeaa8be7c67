import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import type { App } from '../src/context.ts';
import { operationId, type Deed } from '../src/deeds/deed.ts';
import { perform, type Result } from '../src/deeds/perform.ts';
import { newId } from '../src/lib/id.ts';
import { slugOf } from '../src/lib/slug.ts';
import { createApp } from '../src/main.ts';
import { deeds } from '../src/registry.ts';
import { freshDatabase } from './database.ts';

/** People of a small community, each in one role. Nobody here exists. */
export const cast = {
  manager: 'Mona Leder',
  staff: 'Sofus Kontor',
  chair: 'Frida Formand',
  board1: 'Bo Ét',
  board2: 'Bo To',
  board3: 'Bo Tre',
  board4: 'Bo Fire',
  projectManager: 'Pia Projekt',
  projectOwner: 'Ove Ejer',
  member: 'Karl Kommune',
  steeringChair: 'Stine Styre',
  coordination: 'Kaj Koordination',
  otherChair: 'Anders Andengruppe',
  former: 'Tilde Tidligere',
  operator: 'Drift Konto',
  outsider: 'Ude Fra',
} as const;
export type Person = keyof typeof cast;

export interface TestCommunity {
  readonly app: App;
  /** Address of its database. */
  readonly url: string;
  readonly people: Readonly<Record<Person, string>>;
  readonly organisations: Readonly<Record<'aarhus' | 'ballerup' | 'supplier', string>>;
  readonly bodies: Readonly<Record<'board' | 'assembly' | 'secretariat', string>>;
  /** The day it is, in Copenhagen; tests move it. */
  setNow(instant: string): void;
  /** Does a deed as a person and answers with how it ended. */
  try(
    person: Person | null,
    deed: string,
    params: Record<string, unknown>,
    input?: Record<string, unknown>,
  ): Promise<Result>;
  /** Does a deed that must succeed and answers with its output. */
  act(
    person: Person,
    deed: string,
    params: Record<string, unknown>,
    input?: Record<string, unknown>,
  ): Promise<Record<string, unknown>>;
  end(): Promise<void>;
}

const deedNamed = (name: string): Deed => {
  const deed = deeds.find((each) => each.name === name || operationId(each.name) === name);
  assert.ok(deed, `there is a deed called ${name}`);
  return deed;
};

/** A small community under an edition on a database of its own: board of five, secretariat, assembly. */
export async function testCommunity(edition: string): Promise<TestCommunity> {
  const database = await freshDatabase();
  const { db } = database;
  const data = await mkdtemp(join(tmpdir(), 'faelled-data-'));
  let now = Temporal.Instant.from('2026-11-24T09:00:00Z');
  const app = createApp(
    readConfig({ PORT: '0', BASE_URL: 'http://localhost:3000', FAELLED_DATA: data }),
    db,
    () => now,
    {
      info() {},
      warn() {},
      error: console.error,
    },
  );
  const at = '2020-01-01T00:00:00Z';
  await db
    .insertInto('community')
    .values({ name: 'Prøvefællesskabet', edition, demo: false, created_at: at })
    .execute();
  const organisations = { aarhus: newId(), ballerup: newId(), supplier: newId() };
  await db
    .insertInto('organisations')
    .values([
      {
        id: organisations.aarhus,
        slug: 'aarhus',
        name: 'Aarhus Kommune',
        kind: 'municipality',
        recorded_at: at,
      },
      {
        id: organisations.ballerup,
        slug: 'ballerup',
        name: 'Ballerup Kommune',
        kind: 'municipality',
        recorded_at: at,
      },
      {
        id: organisations.supplier,
        slug: 'supplier',
        name: 'Prøveleverandør',
        kind: 'supplier',
        recorded_at: at,
      },
    ])
    .execute();
  await db
    .insertInto('memberships')
    .values(
      [organisations.aarhus, organisations.ballerup].map((organisation_id) => ({
        id: newId(),
        organisation_id,
        from_on: '2020-01-01',
        recorded_at: at,
      })),
    )
    .execute();
  const people = Object.fromEntries(Object.keys(cast).map((key) => [key, newId()])) as Record<Person, string>;
  await db
    .insertInto('people')
    .values(
      (Object.keys(cast) as Person[]).map((key) => ({
        id: people[key],
        name: cast[key],
        email: `${slugOf(key)}@test.example`,
        recorded_at: at,
        operator: key === 'operator',
        organisation_id:
          key === 'outsider'
            ? organisations.supplier
            : key === 'operator'
              ? null
              : key.startsWith('board')
                ? organisations.ballerup
                : organisations.aarhus,
      })),
    )
    .execute();
  const bodies = { board: newId(), assembly: newId(), secretariat: newId() };
  await db
    .insertInto('bodies')
    .values([
      {
        id: bodies.board,
        slug: 'board',
        kind: 'board',
        name: 'Bestyrelsen',
        established_on: '2020-01-01',
        recorded_at: at,
      },
      {
        id: bodies.assembly,
        slug: 'assembly',
        kind: 'general-assembly',
        name: 'Generalforsamlingen',
        established_on: '2020-01-01',
        recorded_at: at,
      },
      {
        id: bodies.secretariat,
        slug: 'secretariat',
        kind: 'secretariat',
        name: 'Sekretariatet',
        established_on: '2020-01-01',
        recorded_at: at,
      },
    ])
    .execute();
  const seat = (
    body_id: string,
    person: Person,
    role: string,
    voting: boolean,
    to_on: string | null = null,
  ) => ({
    id: newId(),
    body_id,
    person_id: people[person],
    role,
    voting,
    from_on: '2020-01-01',
    to_on,
    recorded_at: at,
  });
  await db
    .insertInto('seats')
    .values([
      seat(bodies.secretariat, 'manager', 'business-manager', false),
      seat(bodies.secretariat, 'staff', 'staff', false),
      seat(bodies.board, 'chair', 'chair', true),
      seat(bodies.board, 'board1', 'member', true),
      seat(bodies.board, 'board2', 'member', true),
      seat(bodies.board, 'board3', 'member', true),
      seat(bodies.board, 'board4', 'member', true),
      seat(bodies.board, 'former', 'member', true, '2025-12-31'),
    ])
    .execute();
  const tryDeed: TestCommunity['try'] = (person, name, params, input = {}) =>
    perform(app, deedNamed(name), { personId: person === null ? null : people[person], params, input });
  return {
    app,
    url: database.url,
    people,
    organisations,
    bodies,
    setNow: (instant) => {
      now = Temporal.Instant.from(instant);
    },
    try: tryDeed,
    act: async (person, name, params, input) => {
      const result = await tryDeed(person, name, params, input);
      assert.equal(
        result.kind,
        'done',
        `${name} by ${person}: ${JSON.stringify(result, null, 1).slice(0, 3000)}`,
      );
      return (result as Extract<Result, { kind: 'done' }>).output;
    },
    end: async () => {
      await database.drop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
