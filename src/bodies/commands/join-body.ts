import { z } from 'zod';
import type { Db } from '../../db/client.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { idOrSlug } from '../../lib/inputs.ts';
import { communityEdition } from '../../rules/community.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { seatTaken } from '../answers.ts';
import { joiningRefusals, type Joining } from '../../../rulebook/joining.ts';
import { aboutBody, bodyBy, editionOfBody, lockBody, scopeOfBody, seatFactsOf, type Body } from '../load.ts';
import { bodyPermissions } from '../permissions.ts';

/** Takes a seat in an open group by oneself, for one's own organisation (B10, report §4.1.5, p. 12). */
export const joinBody = defineDeed({
  name: 'join-body',
  title: { da: 'Tilmeld dig gruppen', en: 'Join the group' },
  explains: {
    da: 'Du får en plads med stemme fra i dag for din egen organisation. Du kan forlade den igen når som helst.',
    en: 'You get a seat with a vote from today for your own organisation. You can leave it again at any time.',
  },
  done: { da: 'Du er med i gruppen.', en: 'You have joined the group.' },
  api: { method: 'POST', path: '/bodies/:id/join', status: 201 },
  answers: seatTaken,
  form: '/bodies/:id/join',
  params: z.object({ id: idOrSlug() }),
  input: z.object({}),
  grounds: bodyPermissions['join-body'],
  fields: [],
  scope: (db, { id }) => scopeOfBody(db, id),
  about: (db, { id }) => aboutBody(db, id),
  run: async ({ tx, params, actor, now, today, edition }) => {
    const body = await lockBody(tx, params.id);
    const say = (da: string, en: string) => ({ problems: [{ path: '', says: { da, en } }] });
    if (body.closed_on !== null) return say('Organet er nedlagt.', 'The body is closed.');
    if (await sitsThere(tx, body, actor.id, today))
      return say('Du har allerede en plads i gruppen.', 'You have a seat in the group already.');
    const kept = editionOf(await editionOfBody(tx, body, edition));
    const refused = joiningRefusals(kept, await factsOf(tx, body, actor.organisationId, today));
    if (refused.length > 0) return { refused };
    const row = {
      id: newId(),
      body_id: body.id,
      person_id: actor.id,
      organisation_id: actor.organisationId,
      role: 'member',
      voting: true,
      appointed_by: 'Tilmeldt selv',
      from_on: today,
      to_on: null,
      recorded_at: now,
      end_recorded_at: null,
    };
    await tx.insertInto('seats').values(row).execute();
    return {
      output: { ...seatFactsOf(row), recordedAt: now },
      subject: { kind: 'body', id: body.id },
      initiativeId: body.initiative_id,
      after: { seat: seatFactsOf(row) },
      next: `/bodies/${body.slug}`,
    };
  },
});

/** Whether somebody has a seat there, or one to come. */
const sitsThere = async (db: Db, body: Body, personId: string, today: string): Promise<boolean> =>
  (await db
    .selectFrom('seats')
    .select('id')
    .where('body_id', '=', body.id)
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', today)]))
    .executeTakeFirst()) !== undefined;

async function factsOf(db: Db, body: Body, organisationId: string | null, today: string) {
  const [seats, uses] = await Promise.all([
    db
      .selectFrom('seats')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('body_id', '=', body.id)
      .where('organisation_id', '=', organisationId)
      .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', today)]))
      .executeTakeFirstOrThrow(),
    body.initiative_id === null
      ? null
      : db
          .selectFrom('participations')
          .select('id')
          .where('initiative_id', '=', body.initiative_id)
          .where('organisation_id', '=', organisationId)
          .where('from_on', '<=', today)
          .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', today)]))
          .limit(1)
          .execute(),
  ]);
  return {
    joining: body.joining as Joining,
    mostPerOrganisation: body.most_per_organisation,
    uses: uses === null ? null : uses.length > 0,
    seats: Number(seats.n),
  };
}

/** Whether the body's page offers somebody to join: open to that person's organisation, and no seat yet. */
export async function mayJoin(
  db: Db,
  idOrSlug: string,
  actor: { readonly id: string; readonly organisationId: string | null },
  today: string,
): Promise<boolean> {
  const body = await bodyBy(db, idOrSlug);
  if (body.closed_on !== null || body.joining !== 'open') return false;
  if (await sitsThere(db, body, actor.id, today)) return false;
  const kept = editionOf(await editionOfBody(db, body, await communityEdition(db)));
  return joiningRefusals(kept, await factsOf(db, body, actor.organisationId, today)).length === 0;
}
