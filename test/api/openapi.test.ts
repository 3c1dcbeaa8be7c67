import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { createServer } from '../../src/app.ts';
import { apiRoot } from '../../src/deeds/api.ts';
import { operationId } from '../../src/deeds/deed.ts';
import { deeds, queries } from '../../src/registry.ts';
import { testCommunity, type TestCommunity } from '../community.ts';
import { serve, type Http } from '../http.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly Record<string, unknown>[];
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: object }[];
  readonly requestBody?: { content: Record<string, { schema: { properties?: Record<string, unknown> } }> };
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
      }
    >
  >;
}
interface Document {
  readonly openapi: string;
  readonly tags: readonly { name: string; description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** A schema that any value meets, or any object. */
const saysNothing = (schema: Schema): boolean =>
  schema.type === 'object'
    ? schema.properties === undefined && typeof schema.additionalProperties !== 'object'
    : !['type', '$ref', 'anyOf', 'oneOf', 'allOf', 'enum', 'const', 'not'].some((key) => key in schema);

/** What an answer may hold that only the deed, or the specification of OpenAPI, can tell. */
const leftOpen: readonly string[] = [
  'JournalEntry.before',
  'JournalEntry.after',
  'OpenApi.paths.*.*',
  'OpenApi.components.schemas.*',
  'OpenApi.components.securitySchemes.*',
];

let c: TestCommunity;
let http: Http;
let document: Document;
let operations: { path: string; method: string; operation: Operation }[];
before(async () => {
  c = await testCommunity('2025');
  http = await serve(c);
  const answer = await http.api(null, 'GET', '/openapi.json');
  assert.equal(answer.status, 200);
  document = answer.json<Document>();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
});
after(async () => {
  await http.end();
  await c.end();
});

describe('the description of the API', () => {
  test('is valid OpenAPI 3.1', async () => {
    assert.match(document.openapi, /^3\.1\./);
    const { valid, errors } = await new Validator().validate(document as unknown as Record<string, unknown>);
    assert.equal(valid, true, JSON.stringify(errors, null, 1));
  });

  test('has every operation the server has, and no other', async () => {
    const found = new Set<string>();
    const server = createServer(c.app);
    server.addHook('onRoute', ({ method, url, config }) => {
      if (!url.startsWith(`${apiRoot}/`) || (config as { beside?: boolean } | undefined)?.beside) return;
      for (const one of [method].flat())
        if (one !== 'HEAD') found.add(`${one} ${url.slice(apiRoot.length).replace(/:([a-zA-Z]+)/g, '{$1}')}`);
    });
    await server.ready();
    await server.close();
    const described = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    assert.deepEqual(described.toSorted(), [...found].toSorted());
  });

  test('names each operation after its deed or list, and none twice', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    assert.deepEqual(new Set(ids), new Set([...deeds, ...queries].map(({ name }) => operationId(name))));
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z][a-zA-Z0-9]*$/);
  });

  test('says of each operation what it is, who may, and how it may end', () => {
    const known = new Set(document.tags.map((tag) => tag.name));
    for (const tag of document.tags) assert.ok(tag.description.length > 5, tag.name);
    for (const { path, method, operation } of operations) {
      const where = `${method} ${path}`;
      assert.ok(operation.summary.length > 2, `${where} has a summary`);
      assert.match(operation.description, /Who may: ./, where);
      assert.equal(operation.tags.length, 1, where);
      assert.ok(known.has(operation.tags[0] as string), `${where}: ${operation.tags[0]} is described`);
      const statuses = Object.keys(operation.responses);
      assert.ok(statuses.includes('422') && statuses.includes('404'), where);
      assert.equal(statuses.filter((status) => status.startsWith('2')).length, 1, where);
      if (operation.security.length > 0)
        assert.ok(statuses.includes('401') && statuses.includes('403'), where);
      if (method !== 'get' && operation.responses['409'] === undefined)
        assert.ok(
          queries.some((query) => operationId(query.name) === operation.operationId),
          where,
        );
    }
  });

  test('has every part of an address as a parameter, and no other', () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
      const named = operation.parameters.filter((parameter) => parameter.in === 'path');
      assert.deepEqual(named.map((parameter) => parameter.name).toSorted(), inPath.toSorted(), path);
      assert.ok(named.every((parameter) => parameter.required));
      const keys = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
      assert.equal(new Set(keys).size, keys.length);
    }
  });

  test('gives writes an Idempotency-Key and lists a cursor', () => {
    for (const deed of deeds) {
      const { operation } = operations.find((each) => each.operation.operationId === operationId(deed.name))!;
      assert.ok(
        operation.parameters.some((parameter) => parameter.name === 'Idempotency-Key'),
        deed.name,
      );
      const properties = operation.requestBody?.content['application/json']?.schema.properties ?? {};
      assert.deepEqual(new Set(Object.keys(properties)), new Set(Object.keys(deed.input.shape)), deed.name);
    }
    for (const { operation } of operations) {
      const names = operation.parameters.map((parameter) => parameter.name);
      if (names.includes('cursor')) assert.ok(names.includes('limit'), operation.operationId);
    }
  });

  test('says of every answer what is in it', () => {
    const vague: string[] = [];
    const look = (schema: Schema, where: string): void => {
      if (saysNothing(schema)) vague.push(where);
      for (const [name, property] of Object.entries(schema.properties ?? {}))
        look(property, `${where}.${name}`);
      for (const each of schema.anyOf ?? schema.oneOf ?? []) look(each, where);
      if (schema.items) look(schema.items, `${where}[]`);
      if (schema.properties === undefined && typeof schema.additionalProperties === 'object')
        look(schema.additionalProperties, `${where}.*`);
    };
    for (const { operation } of operations)
      for (const [status, { content }] of Object.entries(operation.responses))
        for (const [type, { schema }] of Object.entries(status < '300' ? (content ?? {}) : {}))
          if (type === 'application/json') look(schema, operation.operationId);
    for (const [name, schema] of Object.entries(document.components.schemas)) look(schema, name);
    assert.deepEqual(vague.toSorted(), leftOpen.toSorted());
  });

  test('every $ref leads somewhere', () => {
    const look = (value: unknown): void => {
      if (value === null || typeof value !== 'object') return;
      const ref = (value as { $ref?: unknown }).$ref;
      if (typeof ref === 'string') {
        const target = ref
          .split('/')
          .slice(1)
          .reduce<unknown>(
            (at, key) => (at as Record<string, unknown> | undefined)?.[key.replaceAll('~1', '/')],
            document,
          );
        assert.ok(ref.startsWith('#/') && target !== undefined, `${ref} leads nowhere`);
      }
      Object.values(value).forEach(look);
    };
    look(document);
  });
});
