import { z } from 'zod';
import { grounds } from '../people/grounds.ts';
import { operationId, type Deed } from './deed.ts';
import type { Query } from './query.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return json;
};

const inPath = (path: string): string => path.replace(/:([a-zA-Z]+)/g, '{$1}');

const parameters = (schema: z.ZodObject, place: 'path' | 'query'): Json[] => {
  const json = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (json.required ?? []).includes(name),
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

function deedOperation(deed: Deed): Json {
  const hasFile = deed.fields.some((field) => field.kind === 'file');
  const body = schemaOf(deed.input, 'input');
  return {
    operationId: operationId(deed.name),
    summary: deed.title.en,
    description: `${deed.explains.en}\n\nWho may: ${deed.grounds.map((id) => grounds[id].name.en).join('; ')}.`,
    tags: [tagOf(deed.api.path)],
    security: deed.grounds.includes('anyone') ? [] : [{ token: [] }],
    parameters: [
      ...parameters(deed.params, 'path'),
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        schema: { type: 'string', maxLength: 200 },
        description: 'Carries the write out once, however often it is sent',
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
        content: { 'application/json': { schema: { type: 'object' } } },
      },
      ...writeProblems,
    },
  };
}

function queryOperation(query: Query): Json {
  const types = query.produces ?? ['application/json'];
  const open = query.grounds.includes('anyone');
  return {
    operationId: operationId(query.name),
    summary: query.title.en,
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
          types.map((type) => [type, { schema: type === 'application/json' ? {} : { type: 'string' } }]),
        ),
      },
      ...(open ? {} : { 401: problem('Not signed in'), 403: problem('No mandate') }),
      404: problem('No such thing'),
      422: problem('Wrong input, with the fields', 'BadInput'),
    },
  };
}

const text: Json = { type: 'string' };
const components: Json = {
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
          items: {
            type: 'object',
            required: ['rule', 'says', 'source', 'because', 'cure'],
            properties: {
              rule: text,
              says: text,
              because: text,
              cure: text,
              source: {
                type: 'object',
                properties: { edition: text, document: text, section: text, page: text },
              },
            },
          },
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
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fælled',
      version,
      description:
        'Every deed and every list of Fælled. Answers are in Danish unless Accept-Language begins with `en`.',
      license: { name: 'MPL-2.0', identifier: 'MPL-2.0' },
    },
    servers: [{ url: `${server}/api/v1` }],
    paths,
    components,
  };
}
