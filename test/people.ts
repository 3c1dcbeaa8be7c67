import type { BodyKind, SeatRole } from '../rulebook/vocabulary.ts';
import type { Db } from '../src/db/client.ts';
import { newId } from '../src/lib/id.ts';

/** Rows for tests, in domain words. Everything was recorded when the community began. */
export const began = '2020-01-01T08:00:00Z';
const beganOn = '2020-01-01';

/** The community and its three bodies; gives the bodies' ids. */
export async function seedCommunity(db: Db, community: { demo?: boolean; edition?: string } = {}) {
  await db
    .insertInto('community')
    .values({
      name: 'Prøvefællesskabet',
      edition: community.edition ?? '2025',
      demo: community.demo ?? false,
      created_at: began,
    })
    .execute();
  return {
    assembly: await seedBody(db, 'general-assembly', 'Generalforsamlingen'),
    board: await seedBody(db, 'board', 'Bestyrelsen'),
    secretariat: await seedBody(db, 'secretariat', 'Sekretariatet'),
  };
}

export async function seedBody(
  db: Db,
  kind: BodyKind,
  name: string,
  initiativeId: string | null = null,
): Promise<string> {
  const id = newId();
  await db
    .insertInto('bodies')
    .values({
      id,
      slug: `b-${id}`,
      kind,
      name,
      initiative_id: initiativeId,
      established_on: beganOn,
      recorded_at: began,
    })
    .execute();
  return id;
}

export async function seedPerson(
  db: Db,
  person: {
    name: string;
    email: string;
    organisation?: string;
    language?: 'da' | 'en';
    operator?: boolean;
    closedOn?: string;
  },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('people')
    .values({
      id,
      name: person.name,
      email: person.email,
      organisation_id: person.organisation ?? null,
      language: person.language ?? 'da',
      operator: person.operator ?? false,
      closed_on: person.closedOn ?? null,
      recorded_at: began,
    })
    .execute();
  return id;
}

export async function seedSeat(
  db: Db,
  seat: { body: string; person: string; role: SeatRole; voting?: boolean; from?: string; to?: string },
): Promise<string> {
  const id = newId();
  const { organisation_id } = await db
    .selectFrom('people')
    .select('organisation_id')
    .where('id', '=', seat.person)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('seats')
    .values({
      id,
      body_id: seat.body,
      person_id: seat.person,
      organisation_id,
      role: seat.role,
      voting: seat.voting ?? ['chair', 'deputy-chair', 'member'].includes(seat.role),
      from_on: seat.from ?? beganOn,
      to_on: seat.to ?? null,
      recorded_at: began,
      end_recorded_at: seat.to ? began : null,
    })
    .execute();
  return id;
}
