import { z } from 'zod';
import { mayPass } from '../../../rulebook/forecast.ts';
import { gateFor } from '../../../rulebook/gates.ts';
import { stages, type Stage } from '../../../rulebook/vocabulary.ts';
import { proposerGrounds } from '../../cases/permissions.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug, oneOf, reason } from '../../lib/inputs.ts';
import { groundFor } from '../../people/grounds.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { standingOf } from '../../rules/standing.ts';
import { lockInitiative, scopeOfInitiative } from '../load.ts';
import { moveFormWords } from '../move-words.ts';
import { portfolioPermissions } from '../permissions.ts';
import { movedAnswer } from '../answers.ts';

/**
 * Carries an initiative through a gate once it is open: concept, project, product (P2, P4, P7, P10; report §5.2,
 * p. 16–17). What is still missing is refused line by line.
 */
export const moveInitiative = defineDeed({
  name: 'move-initiative',
  title: { da: 'Gå videre til næste trin', en: 'Go on to the next stage' },
  explains: {
    da: 'Trinnet skifter, når alt det, regelsættet kræver, er på plads.',
    en: 'The stage changes once everything the rulebook asks for is in place.',
  },
  done: { da: 'Initiativet har skiftet trin.', en: 'The initiative has changed stage.' },
  api: { method: 'POST', path: '/initiatives/:id/stage', status: 201 },
  answers: movedAnswer,
  form: '/initiatives/:id/move',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ to: oneOf(stages), reason: reason() }),
  grounds: portfolioPermissions['move-initiative'],
  fields: [
    {
      name: 'to',
      kind: 'select',
      label: { da: 'Til trin', en: 'To stage' },
      required: true,
      options: Object.entries(stages).map(([value, label]) => ({ value, label })),
    },
    { name: 'reason', kind: 'textarea', label: { da: 'Begrundelse', en: 'Reason' }, required: true },
  ],
  formWords: moveFormWords,
  scope: (db, { id }) => scopeOfInitiative(db, id),
  run: async ({ tx, params: { id }, input, actor, scope, now, today }) => {
    const initiative = await lockInitiative(tx, id);
    const edition = editionOf(initiative.edition);
    const standing = await standingOf(tx, initiative.id, edition, today);
    const refusals = mayPass(edition, standing, input.to, today);
    const carriers =
      gateFor(edition, standing, input.to)?.carriedOutBy.flatMap((provider) => proposerGrounds[provider]) ??
      [];
    if (carriers.length > 0 && groundFor(actor, carriers, scope) === null) return { noMandate: carriers };
    if (refusals.length > 0) return { refused: refusals };
    const endedAs =
      input.to === 'retired'
        ? initiative.stage === 'product'
          ? 'retired'
          : initiative.stage === 'project'
            ? 'closed'
            : 'withdrawn'
        : null;
    await tx
      .updateTable('initiatives')
      .set({ stage: input.to, ended_as: endedAs, stage_since: now, changed_at: now })
      .where('id', '=', initiative.id)
      .execute();
    if (input.to === 'retired') {
      await tx
        .updateTable('cases')
        .set({ status: 'withdrawn' })
        .where('initiative_id', '=', initiative.id)
        .where('status', 'in', ['draft', 'waiting'])
        .execute();
    }
    return {
      output: {
        id: initiative.id,
        slug: initiative.slug,
        stage: input.to satisfies Stage,
        level: initiative.level,
      },
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      before: { stage: initiative.stage },
      after: { stage: input.to, reason: input.reason, level: initiative.level, accepted: standing.accepted },
      edition: edition.id,
      next: `/initiatives/${initiative.slug}`,
    };
  },
});
