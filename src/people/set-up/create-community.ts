import { sql } from 'kysely';
import type { Language } from '../../../rulebook/vocabulary.ts';
import { usualJoining } from '../../../rulebook/joining.ts';
import { freeSlug } from '../../db/free-slug.ts';
import type { Db } from '../../db/client.ts';
import { appendToJournal } from '../../journal/append.ts';
import { newId } from '../../lib/id.ts';
import { addOrganisation } from '../../members/commands/register-organisation.ts';
import type { OrganisationKind } from '../../members/organisation.ts';
import { setUpWords } from './words.ts';

export interface NewCommunity {
  readonly community: string;
  readonly edition: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly kind: OrganisationKind;
  readonly language: Language;
  readonly now: string;
  readonly today: string;
}

/**
 * Creates the community with its three bodies (report §4.1, p. 8–10), its first member and the first business manager.
 * @returns the business manager's id; null when there is a community already, also when two set up at once
 */
export async function createCommunity(db: Db, wanted: NewCommunity): Promise<string | null> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7303)`.execute(tx);
    const exists = await tx.selectFrom('community').select('id').executeTakeFirst();
    if (exists) return null;
    const { now, today } = wanted;
    const w = setUpWords(wanted.language);
    await tx
      .insertInto('community')
      .values({ name: wanted.community, edition: wanted.edition, created_at: now })
      .execute();
    const organisation = await addOrganisation(tx, {
      name: wanted.organisation,
      kind: wanted.kind,
      memberFrom: today,
      now,
      today,
    });
    const personId = newId();
    await tx
      .insertInto('people')
      .values({
        id: personId,
        name: wanted.name,
        email: wanted.email,
        organisation_id: organisation.id,
        language: wanted.language,
        recorded_at: now,
      })
      .execute();
    const bodies = [
      { kind: 'general-assembly', name: w.assembly },
      { kind: 'board', name: w.board },
      { kind: 'secretariat', name: w.secretariat },
    ] as const;
    for (const body of bodies) {
      const id = newId();
      await tx
        .insertInto('bodies')
        .values({
          id,
          slug: await freeSlug(tx, 'bodies', body.name),
          ...body,
          joining: usualJoining[body.kind],
          established_on: today,
          recorded_at: now,
        })
        .execute();
      if (body.kind === 'secretariat')
        await tx
          .insertInto('seats')
          .values({
            id: newId(),
            body_id: id,
            person_id: personId,
            organisation_id: organisation.id,
            role: 'business-manager',
            voting: false,
            appointed_by: w.by,
            from_on: today,
            recorded_at: now,
          })
          .execute();
    }
    await appendToJournal(tx, {
      at: now,
      personId,
      deed: 'create-community',
      subject: { kind: 'community', id: '1' },
      initiativeId: null,
      before: null,
      after: {
        name: wanted.community,
        edition: wanted.edition,
        businessManager: personId,
        organisation: organisation.name,
      },
      ground: 'set-up',
      edition: wanted.edition,
    });
    return personId;
  });
}
