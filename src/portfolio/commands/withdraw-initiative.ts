import { z } from 'zod';
import { mayPass } from '../../../rulebook/forecast.ts';
import { gateFor } from '../../../rulebook/gates.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug, reason } from '../../lib/inputs.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { standingOf } from '../../rules/standing.ts';
import { lockInitiative, scopeOfInitiative } from '../load.ts';
import { portfolioPermissions } from '../permissions.ts';
import { initiativeWithdrawn } from '../answers.ts';

/** Those who brought an idea or concept may take it back; later a body decides (report §5.2, p. 16; P11, p. 18). */
export const withdrawInitiative = defineDeed({
  name: 'withdraw-initiative',
  title: { da: 'Træk initiativet tilbage', en: 'Withdraw the initiative' },
  explains: {
    da: 'Idéen eller konceptet afsluttes. Et projekt eller produkt lukkes af bestyrelsen.',
    en: 'The idea or concept ends. A project or product is closed by the board.',
  },
  done: { da: 'Initiativet er trukket tilbage.', en: 'The initiative is withdrawn.' },
  api: { method: 'POST', path: '/initiatives/:id/withdrawal', status: 201 },
  answers: initiativeWithdrawn,
  form: '/initiatives/:id/withdraw',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ reason: reason() }),
  grounds: portfolioPermissions['withdraw-initiative'],
  fields: [{ name: 'reason', kind: 'textarea', label: { da: 'Begrundelse', en: 'Reason' }, required: true }],
  scope: (db, { id }) => scopeOfInitiative(db, id),
  run: async ({ tx, params, input, now, today }) => {
    const initiative = await lockInitiative(tx, params.id);
    const edition = editionOf(initiative.edition);
    const standing = await standingOf(tx, initiative.id, edition, today);
    const refusals = mayPass(edition, standing, 'retired', today);
    if (refusals.length > 0 || !gateFor(edition, standing, 'retired')) return { refused: refusals };
    await tx
      .updateTable('initiatives')
      .set({ stage: 'retired', ended_as: 'withdrawn', stage_since: now, changed_at: now })
      .where('id', '=', initiative.id)
      .execute();
    await tx
      .updateTable('cases')
      .set({ status: 'withdrawn' })
      .where('initiative_id', '=', initiative.id)
      .where('status', 'in', ['draft', 'waiting'])
      .execute();
    return {
      output: { id: initiative.id, slug: initiative.slug, stage: 'retired', endedAs: 'withdrawn' },
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      before: { stage: initiative.stage },
      after: { stage: 'retired', endedAs: 'withdrawn', reason: input.reason },
      edition: edition.id,
      next: `/initiatives/${initiative.slug}`,
    };
  },
});
