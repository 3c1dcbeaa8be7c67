import { z } from 'zod';
import type { Deed } from '../../deeds/deed.ts';
import { defineQuery, type Query } from '../../deeds/query.ts';
import { id } from '../../lib/inputs.ts';
import { candidacyList } from './answers.ts';
import { acceptCandidacy, withdrawCandidacy } from './commands/answer-candidacy.ts';
import { nominateCandidate } from './commands/nominate-candidate.ts';
import { candidatesFor } from './queries.ts';

/** What can be done with candidates of elections. */
export const electionDeeds: readonly Deed[] = [nominateCandidate, acceptCandidacy, withdrawCandidacy];

export const electionQueries: readonly Query[] = [
  defineQuery({
    name: 'list-candidacies',
    title: { da: 'Hvem der stiller op under et punkt', en: 'Who stands at an item' },
    path: '/agenda-items/:id/candidacies',
    params: z.object({ id: id() }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: candidacyList,
    run: async ({ db, params, actor }) => ({
      items: (await candidatesFor(db, { itemId: params.id }, actor)).map((each) => {
        const { place: _, ...told } = each;
        return told;
      }),
    }),
  }),
];
