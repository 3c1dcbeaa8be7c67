import { z } from 'zod';
import type { Deed } from '../../deeds/deed.ts';
import { defineQuery, type Query } from '../../deeds/query.ts';
import { idOrSlug } from '../../lib/inputs.ts';
import { decisionAnswer } from './answers.ts';
import { addMinorityStatement } from './commands/add-minority-statement.ts';
import { correctItemDecision } from './commands/correct-item-decision.ts';
import { decideItem } from './commands/decide-item.ts';
import { decisionFor } from './queries.ts';

/** What can be done with decisions taken in meetings. */
export const decisionDeeds: readonly Deed[] = [decideItem, correctItemDecision, addMinorityStatement];

export const decisionQueries: readonly Query[] = [
  defineQuery({
    name: 'get-decision',
    title: { da: 'En beslutning', en: 'A decision' },
    path: '/decisions/:id',
    params: z.object({ id: idOrSlug() }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: decisionAnswer,
    run: async ({ db, params, actor }) => {
      const { recordedBy: _, ballot, body, ...decision } = await decisionFor(db, params.id, actor);
      const told = <T>(value: T): T | null => (decision.hidden ? null : value);
      return {
        ...decision,
        body: { id: body.id, kind: body.kind, name: body.name },
        outcome: told(decision.outcome),
        reason: told(decision.reason),
        votes: told(decision.votes),
        consensus: told(decision.consensus),
        postponedUntil: told(decision.postponedUntil),
        case: decision.case?.number ?? null,
        meeting: decision.meeting?.number ?? null,
        ballot: ballot?.id ?? null,
        says: ballot?.says ?? null,
      };
    },
  }),
];
