import { z } from 'zod';
import { diff } from '../../rulebook/diff.ts';
import { editions } from '../../rulebook/editions.ts';
import { defineQuery, type Query } from '../deeds/query.ts';
import { line } from '../lib/inputs.ts';
import { requirementFigures } from './figures.ts';
import { editionAnswer, editionChanges, editionFigures, editionList } from './answers.ts';
import { editionOf } from './edition-of.ts';

/** What the rulebook says, for programs. */
export const rulesQueries: readonly Query[] = [
  defineQuery({
    name: 'list-editions',
    title: { da: 'Regelsættets udgaver', en: 'Editions of the rulebook' },
    path: '/editions',
    params: z.object({}),
    query: z.object({}),
    grounds: ['anyone'],
    answers: editionList,
    run: async ({ edition: own }) => ({
      items: editions.map(({ id, name, document, inForceFrom, inForceUntil, levels, requirements }) => ({
        id,
        name,
        document,
        inForceFrom,
        inForceUntil,
        inForceHere: id === own,
        levels: levels.map((level) => level.id),
        requirements: Object.keys(requirements).length,
      })),
      next: null,
    }),
  }),
  defineQuery({
    name: 'get-edition',
    title: { da: 'En udgave af regelsættet', en: 'An edition of the rulebook' },
    path: '/editions/:edition',
    params: z.object({ edition: line(40) }),
    query: z.object({}),
    grounds: ['anyone'],
    bilingual: true,
    answers: editionAnswer,
    run: async ({ params }) => editionOf(params.edition),
  }),
  defineQuery({
    name: 'get-requirement-figures',
    title: { da: 'Hvordan kravene står på tværs', en: 'How the requirements stand across initiatives' },
    path: '/editions/:edition/figures',
    params: z.object({ edition: line(40) }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: editionFigures,
    run: async ({ db, params }) => ({
      items: await requirementFigures(db, editionOf(params.edition)),
      next: null,
    }),
  }),
  defineQuery({
    name: 'compare-editions',
    title: { da: 'Hvad der er ændret mellem to udgaver', en: 'What changed between two editions' },
    path: '/editions/:edition/diff/:other',
    params: z.object({ edition: line(40), other: line(40) }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: editionChanges,
    run: async ({ params }) => ({
      items: diff(editionOf(params.edition), editionOf(params.other)),
      next: null,
    }),
  }),
];
