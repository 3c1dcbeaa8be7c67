import { z } from 'zod';
import { statutesEditions } from '../../rulebook/statutes/editions.ts';
import { statutesSchema } from '../../rulebook/statutes/schema.ts';
import { day, documentPlace, listOf } from '../deeds/answers.ts';
import { defineQuery, type Query } from '../deeds/query.ts';
import { line } from '../lib/inputs.ts';
import { statutesOf } from './statutes-of.ts';

const statutesList = listOf(
  z
    .strictObject({
      id: z.string(),
      name: z.string(),
      document: documentPlace,
      inForceFrom: day(),
      inForceUntil: day().nullable(),
      textKnown: z.boolean().describe('Whether the whole text is known'),
      rules: z.int().describe('How many'),
      gaps: z.int().describe('How many questions the statutes leave open'),
    })
    .meta({ id: 'StatutesSummary' }),
);

/** Statutes as they are published, with both languages: what their own JSON Schema says. */
const statutesAnswer = z.fromJSONSchema(statutesSchema as Parameters<typeof z.fromJSONSchema>[0]);

/** What the statutes say, for programs. */
export const statutesQueries: readonly Query[] = [
  defineQuery({
    name: 'list-statutes',
    title: { da: 'Vedtægternes udgaver', en: 'Editions of the statutes' },
    path: '/statutes',
    params: z.object({}),
    query: z.object({}),
    grounds: ['anyone'],
    answers: statutesList,
    run: async () => ({
      items: statutesEditions.map(
        ({ id, name, document, inForceFrom, inForceUntil, textKnown, rules, gaps }) => ({
          id,
          name,
          document,
          inForceFrom,
          inForceUntil,
          textKnown,
          rules: rules.length,
          gaps: gaps.length,
        }),
      ),
      next: null,
    }),
  }),
  defineQuery({
    name: 'get-statutes',
    title: { da: 'En udgave af vedtægterne', en: 'An edition of the statutes' },
    path: '/statutes/:statutes',
    params: z.object({ statutes: line(40) }),
    query: z.object({}),
    grounds: ['anyone'],
    bilingual: true,
    answers: statutesAnswer,
    run: async ({ params }) => statutesOf(params.statutes),
  }),
];
