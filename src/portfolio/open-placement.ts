import type { Tx } from '../db/client.ts';
import { newId } from '../lib/id.ts';
import { editionOf } from '../rules/edition-of.ts';
import { rightFor } from '../cases/plan.ts';

/** Every initiative without a level is an open question to the secretariat: its placement (P1, report p. 16). */
export async function openPlacement(
  tx: Tx,
  initiative: { id: string; name: string; edition: string },
  personId: string | null,
  now: string,
): Promise<void> {
  const secretariat = await tx
    .selectFrom('bodies')
    .select('id')
    .where('kind', '=', 'secretariat')
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  const edition = editionOf(initiative.edition);
  await tx
    .insertInto('cases')
    .values({
      id: newId(),
      initiative_id: initiative.id,
      kind: 'placement',
      question: `Hvilket niveau hører ${initiative.name} til på?`,
      rule: rightFor(edition, 'placement', edition.levels[0]?.id as string).id,
      edition: edition.id,
      status: secretariat ? 'waiting' : 'draft',
      awaits_body_id: secretariat?.id ?? null,
      awaits_since: secretariat ? now : null,
      asked_by: personId,
      owner_id: personId,
      asked_at: now,
    })
    .execute();
}
