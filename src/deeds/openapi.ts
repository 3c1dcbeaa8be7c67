import { z } from 'zod';
import { untitled } from '../../rulebook/titles.ts';
import { groundName, type GroundId } from '../people/grounds.ts';
import { refusal } from './answers.ts';
import { operationId, type Deed } from './deed.ts';
import type { Query } from './query.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return json;
};

/** A value that is read from text (`z.coerce`) says on its way in nothing about itself; then its meaning is described. */
const describedProperties = (schema: z.ZodObject): Record<string, Json> => {
  const propertiesOf = (io: 'input' | 'output') =>
    (schemaOf(schema, io) as { properties?: Record<string, Json> }).properties ?? {};
  const output = propertiesOf('output');
  return Object.fromEntries(
    Object.entries(propertiesOf('input')).map(([name, property]) => [
      name,
      Object.keys(property).every((key) => key === 'default') ? (output[name] ?? property) : property,
    ]),
  );
};

const inPath = (path: string): string => path.replace(/:([a-zA-Z]+)/g, '{$1}');

/** Parameters that mean the same everywhere. */
const explained: Readonly<Record<string, string>> = {
  limit: 'How many at most, from 1 to 100',
  cursor: '`next` of the answer before; leave it out for the first page',
  q: 'Words to search for',
};

const parameters = (schema: z.ZodObject, place: 'path' | 'query'): Json[] => {
  const { required = [] } = schemaOf(schema, 'input') as { required?: string[] };
  return Object.entries(describedProperties(schema)).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(place === 'query' && Object.hasOwn(explained, name) ? { description: explained[name] } : {}),
    schema: property,
  }));
};

const problem = (description: string, example?: string): Json => ({
  description,
  content: {
    'application/problem+json': { schema: { $ref: `#/components/schemas/${example ?? 'Problem'}` } },
  },
});

const writeProblems: Json = {
  401: problem('Not signed in'),
  403: problem('No mandate: the grounds asked for are listed'),
  404: problem('No such thing'),
  409: problem('The rulebook does not allow it, or something has changed meanwhile', 'Refused'),
  422: problem('Wrong input, with the fields', 'BadInput'),
};

const tagOf = (path: string): string => path.split('/')[1] as string;

/** What the first part of an address is about. */
const tags: Readonly<Record<string, string>> = {
  initiatives: 'Everything in the portfolio, from idea to product, with requirements, forecast and reports',
  cases: 'What waits for a decision, and the decisions',
  decisions: 'What bodies have decided; never edited, only corrected by a new decision',
  bodies: 'Board, general assembly, secretariat and groups',
  seats: 'Who sits where, with vote, role and dates',
  organisations: 'Members, suppliers and others',
  people: 'People and their own access',
  editions: 'The editions of the rulebook',
  journal: 'Every write, in order, chained by hash',
  participations: 'Organisations in an initiative, with role and dates',
  appointments: 'Project owners and project managers, with dates',
  links: 'Repository, documentation, demo',
  relations: 'How initiatives depend on each other',
  memberships: 'Who is a member, and since when',
  questions: 'Questions about requirements, and the answers that stay with them',
  evidence: 'Links and files behind an assessment',
  'evaluation-imports': 'Evaluation files read in, looked through row by row, then confirmed or discarded',
  tokens: 'Bearer tokens for this API',
  sessions: 'Signed-in browsers',
  passkeys: 'Passkeys to sign in with',
  'openapi.json': 'This document',
};

/**
 * An answer's schema with its named parts taken out: they become components, once each, however many answers share
 * them. `nameless` names what the schema repeats without a name of its own.
 */
function partsOf(schema: z.ZodType, nameless: string): { readonly schema: Json; readonly parts: Json } {
  const { $defs = {}, ...own } = schemaOf(schema, 'output') as { $defs?: Json };
  const nameOf = (name: string) => name.replace(/^__schema/, `${nameless}Part`);
  const lead = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(lead)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value).map(([key, each]) =>
              key === '$ref' && typeof each === 'string'
                ? [key, `#/components/schemas/${nameOf(each.replace('#/$defs/', ''))}`]
                : [key, lead(each)],
            ),
          )
        : value;
  return {
    schema: lead(own) as Json,
    parts: Object.fromEntries(Object.entries($defs).map(([name, part]) => [nameOf(name), lead(part)])),
  };
}

const answerOf = ({ name, answers }: Deed | Query) => partsOf(answers, operationId(name));

function deedOperation(deed: Deed): Json {
  const hasFile = deed.fields.some((field) => field.kind === 'file');
  const body = schemaOf(deed.input, 'input');
  return {
    operationId: operationId(deed.name),
    summary: deed.title.en,
    description: `${deed.explains.en}\n\nWho may: ${whoMay(deed.grounds)}.`,
    tags: [tagOf(deed.api.path)],
    security: deed.grounds.includes('anyone') ? [] : [{ token: [] }],
    parameters: [
      ...parameters(deed.params, 'path'),
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
        description:
          'Carries the write out once, however often it is sent: the same key and request get the first answer again. The same key with another request is an error at the key.',
      },
    ],
    requestBody: {
      required: Object.keys(deed.input.shape).length > 0,
      content: {
        'application/json': { schema: body },
        ...(hasFile ? { 'multipart/form-data': { schema: body } } : {}),
      },
    },
    responses: {
      [String(deed.api.status ?? 200)]: {
        description: deed.done.en,
        content: { 'application/json': { schema: answerOf(deed).schema } },
      },
      ...writeProblems,
    },
  };
}

/** A list is read page by page. */
const isList = (query: Query): boolean => 'cursor' in query.query.shape;

const describe = (query: Query): string => {
  const who = whoMay(query.grounds);
  return [
    `Who may: ${who}.`,
    ...(query.body ? ['Writes nothing: it is posted because the question is large.'] : []),
    ...(isList(query) ? ['Read page by page: `next` is the cursor of the next page, null at the end.'] : []),
  ].join(' ');
};

function queryOperation(query: Query): Json {
  const types = query.produces ?? ['application/json'];
  const open = query.grounds.includes('anyone');
  return {
    operationId: operationId(query.name),
    summary: query.title.en,
    description: describe(query),
    tags: [tagOf(query.path)],
    security: open ? [] : [{ token: [] }],
    parameters: [...parameters(query.params, 'path'), ...parameters(query.query, 'query')],
    ...(query.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(query.body, 'input') } },
          },
        }
      : {}),
    responses: {
      200: {
        description: query.title.en,
        content: Object.fromEntries(
          types.map((type) => [
            type,
            { schema: type === 'application/json' ? answerOf(query).schema : { type: 'string' } },
          ]),
        ),
      },
      ...(open ? {} : { 401: problem('Not signed in'), 403: problem('No mandate') }),
      404: problem('No such thing'),
      422: problem('Wrong input, with the fields', 'BadInput'),
    },
  };
}

const text: Json = { type: 'string' };
const components = {
  securitySchemes: {
    token: {
      type: 'http',
      scheme: 'bearer',
      description: 'Made on the person’s page or by `npx faelled token`',
    },
  },
  schemas: {
    Problem: {
      type: 'object',
      required: ['type', 'title', 'status'],
      properties: {
        type: text,
        title: text,
        status: { type: 'integer' },
        detail: text,
        instance: text,
        grounds: { type: 'array', items: text },
      },
    },
    BadInput: {
      allOf: [{ $ref: '#/components/schemas/Problem' }],
      properties: {
        errors: {
          type: 'array',
          items: { type: 'object', required: ['field', 'says'], properties: { field: text, says: text } },
        },
      },
    },
    Refused: {
      allOf: [{ $ref: '#/components/schemas/Problem' }],
      properties: {
        refusals: {
          type: 'array',
          items: { $ref: '#/components/schemas/Refusal' },
        },
      },
    },
  },
};

/** The OpenAPI 3.1 document of every operation, made from the same records that carry them out. */
export function openApi(
  deeds: readonly Deed[],
  queries: readonly Query[],
  version: string,
  server: string,
): Json {
  const paths: Record<string, Json> = {};
  const at = (path: string): Json => (paths[inPath(path)] ??= {});
  for (const query of queries) at(query.path)[query.body ? 'post' : 'get'] = queryOperation(query);
  for (const deed of deeds) at(deed.api.path)[deed.api.method.toLowerCase()] = deedOperation(deed);
  const used = new Set([
    ...queries.map((query) => tagOf(query.path)),
    ...deeds.map((deed) => tagOf(deed.api.path)),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fælled',
      version,
      description:
        'Every deed and every list of Fælled. Answers are in Danish unless Accept-Language begins with `en`.',
      license: { name: 'MPL-2.0', identifier: 'MPL-2.0' },
    },
    tags: [...used].map((name) => ({ name, description: tags[name] ?? `Operations under /${name}` })),
    servers: [{ url: `${server}/api/v1` }],
    paths,
    components: {
      ...components,
      schemas: {
        ...components.schemas,
        ...partsOf(z.strictObject({ refusal }), 'Refusal').parts,
        ...Object.assign({}, ...[...queries, ...deeds].map((each) => answerOf(each).parts)),
      },
    },
  };
}

/** The description is the same in every community: roles go by their own names, as in the fields of the API. */
const whoMay = (grounds: readonly GroundId[]): string =>
  grounds.map((id) => groundName(untitled, id).en).join('; ');
