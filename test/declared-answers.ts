import assert from 'node:assert/strict';
import { z } from 'zod';
import { deeds, queries } from '../src/registry.ts';

/** Every operation, by method and pattern of its path. */
const declared = [
  ...queries.map((query) => ({ ...query, method: query.body ? 'POST' : 'GET' })),
  ...deeds.map((deed) => ({ ...deed, ...deed.api })),
].map(({ name, method, path, answers }) => ({
  name,
  method,
  answers,
  parts: path.split('/').length,
  pattern: new RegExp(`^${path.replace(/:[a-zA-Z]+/g, '[^/]+')}$`),
  // Where `/journal/head` and `/journal/:seq` both fit, the plain address is meant.
  plain: !path.includes(':'),
}));

/** The operation that a request reaches; undefined for an address that is none. */
export const operationAt = (method: string, path: string) => {
  const [address = ''] = path.split('?');
  const found = declared.filter((each) => each.method === method && each.pattern.test(address));
  return found.find((each) => each.plain) ?? found[0];
};

/** Holds a JSON answer to what its operation declares: nothing missing, nothing more. */
export function assertDeclared(
  method: string,
  path: string,
  answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, unknown>>;
    readonly text: string;
  },
): void {
  const operation = operationAt(method, path);
  const json = String(answer.headers['content-type']).startsWith('application/json');
  if (operation === undefined || !json || answer.status >= 300) return;
  const { error } = operation.answers.safeParse(JSON.parse(answer.text));
  assert.equal(error && z.prettifyError(error), undefined, `${method} ${path} answers what it declares`);
}
