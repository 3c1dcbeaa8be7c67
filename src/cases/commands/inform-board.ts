import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { idOrSlug, line, prose } from '../../lib/inputs.ts';
import { lockInitiative, scopeOfInitiative } from '../../portfolio/load.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { casePermissions } from '../permissions.ts';
import { rightFor } from '../plan.ts';
import { bodyMissing, notAtThisStage } from '../refusals.ts';
import { stagesFor } from './open-case.ts';
import { boardInformed } from '../answers.ts';

/** The board is told of an initiative, through the business manager (P2, report p. 16 and 18). */
export const informBoard = defineDeed({
  name: 'inform-board',
  title: { da: 'Orientér bestyrelsen', en: 'Inform the board' },
  explains: {
    da: 'Orienteringen kommer med på bestyrelsens næste dagsorden. Ingen beslutning er nødvendig på dette niveau.',
    en: 'The information goes on the board’s next agenda. No decision is needed at this level.',
  },
  done: { da: 'Bestyrelsen er orienteret.', en: 'The board has been informed.' },
  api: { method: 'POST', path: '/initiatives/:id/board-information', status: 201 },
  answers: boardInformed,
  form: '/initiatives/:id/inform-board',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ question: line(300).default('Til orientering'), statement: prose() }),
  grounds: casePermissions['inform-board'],
  fields: [
    { name: 'question', kind: 'text', label: { da: 'Overskrift', en: 'Heading' }, required: true },
    {
      name: 'statement',
      kind: 'textarea',
      label: { da: 'Hvad skal bestyrelsen vide?', en: 'What should the board know?' },
      required: true,
    },
  ],
  scope: (db, { id }) => scopeOfInitiative(db, id),
  run: async ({ tx, params: { id }, input, actor, now }) => {
    const initiative = await lockInitiative(tx, id);
    const edition = editionOf(initiative.edition);
    if (!stagesFor.information.includes(initiative.stage))
      return { refused: [notAtThisStage(edition.id, 'information', initiative.stage)] };
    const board = await tx
      .selectFrom('bodies')
      .select('id')
      .where('kind', '=', 'board')
      .where('closed_on', 'is', null)
      .executeTakeFirst();
    if (!board) return { refused: [bodyMissing(edition.id, 'board')] };
    const right = rightFor(edition, 'information', initiative.level ?? (edition.levels[0]?.id as string));
    const row = {
      id: newId(),
      initiative_id: initiative.id,
      kind: 'information',
      question: input.question,
      statement: input.statement,
      status: 'waiting',
      awaits_body_id: board.id,
      awaits_since: now,
      rule: right.id,
      edition: edition.id,
      asked_by: actor.id,
      owner_id: actor.id,
      asked_at: now,
    };
    const { number } = await tx.insertInto('cases').values(row).returning('number').executeTakeFirstOrThrow();
    return {
      output: { id: row.id, number, kind: 'information', status: 'waiting' },
      subject: { kind: 'case', id: row.id },
      initiativeId: initiative.id,
      after: { number, kind: 'information', question: row.question },
      edition: edition.id,
      next: `/initiatives/${initiative.slug}`,
    };
  },
});
