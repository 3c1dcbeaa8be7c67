import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { id, idOrSlug } from '../../lib/inputs.ts';
import { organisationOptions } from '../../members/options.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { facilitatorSet } from '../answers.ts';
import { facilitationRefusal } from '../facilitation.ts';
import { aboutBody, bodyBy, editionOfBody, lockBody, scopeOfBody } from '../load.ts';
import { bodyPermissions } from '../permissions.ts';

/** Records which municipality or supplier runs a body; refused where that is not neutral (B13; report §4.1.5, p. 12). */
export const setFacilitator = defineDeed({
  name: 'set-facilitator',
  title: { da: 'Vælg hvem der står for møderne', en: 'Choose who runs the meetings' },
  explains: {
    da: 'En kommune eller en leverandør kalder sammen og leder arbejdet. Den skal være neutral over for produktets leverandører.',
    en: 'A municipality or a supplier calls and leads the work. It must be neutral towards the product’s suppliers.',
  },
  done: { da: 'Det er registreret, hvem der står for møderne.', en: 'Who runs the meetings is recorded.' },
  api: { method: 'PUT', path: '/bodies/:id/facilitator' },
  answers: facilitatorSet,
  form: '/bodies/:id/facilitator',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ organisation: z.preprocess((value) => (value === '' ? null : value), id().nullable()) }),
  grounds: bodyPermissions['set-facilitator'],
  fields: [
    {
      name: 'organisation',
      kind: 'select',
      label: { da: 'Står for møderne', en: 'Runs the meetings' },
      hint: { da: 'Organet selv, hvis intet er valgt', en: 'The body itself if nothing is chosen' },
      options: organisationOptions,
    },
  ],
  scope: (db, { id: body }) => scopeOfBody(db, body),
  about: (db, { id: body }) => aboutBody(db, body),
  prefill: async (db, { id: body }) => ({ organisation: (await bodyBy(db, body)).facilitator_id ?? '' }),
  run: async ({ tx, params, input, today, edition }) => {
    const body = await lockBody(tx, params.id);
    const say = (path: string, da: string, en: string) => ({ problems: [{ path, says: { da, en } }] });
    if (body.closed_on !== null) return say('', 'Organet er nedlagt.', 'The body is closed.');
    if (input.organisation !== null) {
      const known = await tx
        .selectFrom('organisations')
        .select('id')
        .where('id', '=', input.organisation)
        .executeTakeFirst();
      if (!known) return say('organisation', 'Organisationen findes ikke.', 'There is no such organisation.');
      const refused = await facilitationRefusal(
        tx,
        editionOf(await editionOfBody(tx, body, edition)),
        {
          bodyId: body.id,
          kind: body.kind,
          initiativeId: body.initiative_id,
          organisationId: input.organisation,
        },
        today,
      );
      if (refused) return { refused: [refused] };
    }
    await tx
      .updateTable('bodies')
      .set({ facilitator_id: input.organisation })
      .where('id', '=', body.id)
      .execute();
    return {
      output: { body: body.id, organisation: input.organisation },
      subject: { kind: 'body', id: body.id },
      initiativeId: body.initiative_id,
      before: { facilitator: body.facilitator_id },
      after: { facilitator: input.organisation },
      next: `/bodies/${body.slug}`,
    };
  },
});
