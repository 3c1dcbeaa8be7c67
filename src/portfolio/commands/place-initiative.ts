import { z } from 'zod';
import { rankOf } from '../../../rulebook/judge.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug, line, reason } from '../../lib/inputs.ts';
import { newId } from '../../lib/id.ts';
import { recordDecision } from '../../cases/commands/decide-case.ts';
import { levelOptions } from '../../cases/options.ts';
import { planDecision, rightFor } from '../../cases/plan.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { initiativeBy, lockInitiative, scopeOfInitiative } from '../load.ts';
import { portfolioPermissions } from '../permissions.ts';
import { placedAnswer } from '../answers.ts';

/**
 * The business manager takes an idea up and places it at a level (P1, report §5.2, p. 16; §4.1.3, p. 10). Once it is a
 * project or product, a change of level is a body's decision (P8, p. 17).
 */
export const placeInitiative = defineDeed({
  name: 'place-initiative',
  title: { da: 'Indplacér på et niveau', en: 'Place at a level' },
  explains: {
    da: 'Niveauet afgør, hvilke krav der stilles, og hvem der beslutter. Indplaceringen kan ændres, til organet har besluttet.',
    en: 'The level settles what is required and who decides. The placement can be changed until the body has decided.',
  },
  done: { da: 'Initiativet er indplaceret.', en: 'The initiative is placed.' },
  api: { method: 'POST', path: '/initiatives/:id/placement', status: 201 },
  answers: placedAnswer,
  form: '/initiatives/:id/place',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ level: line(20), reason: reason() }),
  grounds: portfolioPermissions['place-initiative'],
  fields: [
    {
      name: 'level',
      kind: 'select',
      label: { da: 'Niveau', en: 'Level' },
      required: true,
      options: levelOptions,
    },
    { name: 'reason', kind: 'textarea', label: { da: 'Begrundelse', en: 'Reason' }, required: true },
  ],
  scope: (db, { id }) => scopeOfInitiative(db, id),
  prefill: async (db, { id }) => ({ level: (await initiativeBy(db, id)).level }),
  run: async ({ tx, params: { id }, input, actor, now, today }) => {
    const initiative = await lockInitiative(tx, id);
    const edition = editionOf(initiative.edition);
    if (rankOf(edition, input.level) < 0) {
      return {
        problems: [
          { path: 'level', says: { da: 'Vælg et niveau i udgaven.', en: 'Choose a level of the edition.' } },
        ],
      };
    }
    const right = rightFor(edition, 'placement', input.level);
    const late = initiative.stage !== 'idea' && initiative.stage !== 'concept';
    // A product that came with no level known is placed for the first time, whatever its stage.
    if (late && (initiative.level !== null || initiative.stage === 'retired')) {
      const change = rightFor(edition, 'level-change', input.level);
      return {
        refused: [
          {
            rule: change.id,
            says: change.says,
            source: { edition: edition.id, ...change.source },
            because: {
              da: 'Initiativet er allerede i gang på et niveau.',
              en: 'The initiative is already under way at a level.',
            },
            cure: { da: 'Rejs en sag om niveauskifte.', en: 'Open a case for a change of level.' },
          },
        ],
      };
    }
    const secretariat = await tx
      .selectFrom('bodies')
      .select('id')
      .where('kind', '=', 'secretariat')
      .where('closed_on', 'is', null)
      .executeTakeFirstOrThrow();
    const open = await tx
      .selectFrom('cases')
      .selectAll()
      .where('initiative_id', '=', initiative.id)
      .where('kind', '=', 'placement')
      .where('status', 'in', ['draft', 'waiting'])
      .executeTakeFirst();
    const asked =
      open ??
      (await tx
        .insertInto('cases')
        .values({
          id: newId(),
          initiative_id: initiative.id,
          kind: 'placement',
          question: `Indplacering af ${initiative.name}`,
          status: 'waiting',
          awaits_body_id: secretariat.id,
          awaits_since: now,
          rule: right.id,
          edition: edition.id,
          asked_by: actor.id,
          owner_id: actor.id,
          asked_at: now,
        })
        .returningAll()
        .executeTakeFirstOrThrow());
    await tx
      .updateTable('cases')
      .set({
        target_level: input.level,
        status: 'waiting',
        awaits_body_id: secretariat.id,
        awaits_since: asked.awaits_since ?? now,
      })
      .where('id', '=', asked.id)
      .execute();
    const aimed = { ...asked, target_level: input.level, status: 'waiting', awaits_body_id: secretariat.id };
    const decision = {
      outcome: 'approved',
      reason: input.reason,
      votes: { for: 0, against: 0, abstaining: 0 },
      decidedOn: today,
      body: undefined,
      conditions: [],
      points: [],
      postponedUntil: undefined,
      referredTo: undefined,
    } as const;
    const plan = await planDecision(tx, aimed, decision, today);
    if (plan.problems.length > 0) return { problems: plan.problems };
    if (plan.refusals.length > 0) return { refused: plan.refusals };
    const ending = await recordDecision(tx, {
      asked: aimed,
      decision,
      plan,
      effects: plan.effects,
      corrects: null,
      personId: actor.id,
      now,
    });
    if (!('output' in ending)) return ending;
    return {
      ...ending,
      output: {
        id: initiative.id,
        slug: initiative.slug,
        level: input.level,
        stage: initiative.stage,
        decision: ending.output,
      },
      subject: { kind: 'initiative', id: initiative.id },
      before: { level: initiative.level },
      after: { level: input.level, reason: input.reason, decision: ending.output['number'] },
      next: `/initiatives/${initiative.slug}`,
    };
  },
});
