import { z } from 'zod';
import type { Db } from '../../db/client.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug, optionalProse } from '../../lib/inputs.ts';
import { charterWritten } from '../answers.ts';
import { charterSections, charterTemplates, type CharterSectionId, type CharterText } from '../charter.ts';
import { chartersOf } from '../charter-queries.ts';
import { aboutBody, bodyBy, lockBody, scopeOfBody } from '../load.ts';
import { bodyPermissions } from '../permissions.ts';

const text = optionalProse(10_000);
const sections = z.object(
  Object.fromEntries(Object.keys(charterSections).map((id) => [id, text])) as Record<
    CharterSectionId,
    typeof text
  >,
);

/**
 * Writes the charter of a body as a draft, section by section from the template of its kind (statutes §6.6; OS2's forms
 * for groups). What is approved stands until the draft is approved in its place.
 */
export const writeCharter = defineDeed({
  name: 'write-charter',
  title: { da: 'Skriv kommissorium', en: 'Write the charter' },
  explains: {
    da: 'Teksten er et udkast, til den er godkendt. Den gældende udgave står imens.',
    en: 'The text is a draft until it is approved. The version in force stands meanwhile.',
  },
  done: { da: 'Udkastet er gemt.', en: 'The draft is saved.' },
  api: { method: 'PUT', path: '/bodies/:id/charter' },
  answers: charterWritten,
  form: '/bodies/:id/charter/write',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ sections }),
  grounds: bodyPermissions['write-charter'],
  fields: [],
  fieldsNow: async ({ db, params }) =>
    charterTemplates[(await bodyBy(db, params['id'] as string)).kind].map((id) => ({
      name: `sections.${id}`,
      kind: 'textarea' as const,
      label: charterSections[id].title,
      hint: charterSections[id].guidance,
    })),
  scope: (db, { id }) => scopeOfBody(db, id),
  about: (db, { id }) => aboutBody(db, id),
  prefill: async (db, { id }) => ({ sections: await latestText(db, (await bodyBy(db, id)).id) }),
  run: async ({ tx, params, input, actor, now }) => {
    const body = await lockBody(tx, params.id);
    if (body.closed_on !== null)
      return { problems: [{ path: '', says: { da: 'Organet er nedlagt.', en: 'The body is closed.' } }] };
    const [latest] = await chartersOf(tx, body.id, true);
    const version =
      latest === undefined ? 1 : latest.status === 'draft' ? latest.version : latest.version + 1;
    const kept = Object.fromEntries(
      charterTemplates[body.kind].map((id) => [id, input.sections[id]]),
    ) as CharterText;
    const row = {
      body_id: body.id,
      version,
      sections: JSON.stringify(kept),
      status: 'draft',
      written_by: actor.id,
      written_at: now,
    };
    await tx
      .insertInto('charters')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['body_id', 'version']).doUpdateSet({
          sections: row.sections,
          written_by: row.written_by,
          written_at: row.written_at,
        }),
      )
      .execute();
    return {
      output: { body: body.id, version, status: 'draft', sections: kept },
      subject: { kind: 'body', id: body.id },
      initiativeId: body.initiative_id,
      before: latest?.status === 'draft' ? { charter: latest.sections } : undefined,
      after: { charter: kept, version },
      next: `/bodies/${body.slug}/charter`,
    };
  },
});

/** What the form starts with: the draft, else the charter in force, else nothing. */
async function latestText(db: Db, bodyId: string): Promise<CharterText> {
  const [latest] = await chartersOf(db, bodyId, true);
  return latest?.sections ?? {};
}
