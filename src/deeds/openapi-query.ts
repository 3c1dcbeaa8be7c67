import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Deed } from './deed.ts';
import { openApi } from './openapi.ts';
import { defineQuery, type Query } from './query.ts';

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));

/** The members that every OpenAPI 3.1 document of ours has; the specification says what is in them. */
const openApiDocument = z
  .strictObject({
    openapi: z.string(),
    info: z.looseObject({ title: z.string(), version: z.string() }),
    tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
    servers: z.array(z.strictObject({ url: z.string() })),
    paths: z.record(z.string(), z.record(z.string(), z.unknown())),
    components: z.strictObject({
      securitySchemes: z.record(z.string(), z.unknown()),
      schemas: z.record(z.string(), z.unknown()),
    }),
  })
  .meta({ id: 'OpenApi', externalDocs: { url: 'https://spec.openapis.org/oas/v3.1.0' } });

/** The API's own description, made from the same records that carry the operations out; itself one of them. */
export const openApiQuery = (
  all: () => { readonly deeds: readonly Deed[]; readonly queries: readonly Query[] },
): Query => {
  const made = new Map<string, unknown>();
  return defineQuery({
    name: 'get-open-api',
    title: { da: 'Beskrivelsen af API’et (OpenAPI 3.1)', en: 'The description of the API (OpenAPI 3.1)' },
    path: '/openapi.json',
    params: z.object({}),
    query: z.object({}),
    grounds: ['anyone'],
    bilingual: true,
    answers: openApiDocument,
    run: async ({ app }) => {
      const server = app.config.baseUrl;
      const known = made.get(server) ?? openApi(all().deeds, all().queries, version, server);
      made.set(server, known);
      return known;
    },
  });
};
