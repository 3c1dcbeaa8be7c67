import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileTsx } from './compile-tsx.ts';

const root = new URL('..', import.meta.url).href;
const packages = new URL('../node_modules/', import.meta.url).href;
const kept = fileURLToPath(new URL('../node_modules/.cache/faelled/tsx', import.meta.url));

/**
 * Front doors of packages that bring far more than is used here, and what is read instead: of Kysely not the dialects of
 * other databases, of Zod not its fifty languages. What is missing is told by the import that asks for it.
 */
const narrower = new Map([
  [
    new URL('kysely/dist/index.js', packages).href,
    `export { Kysely } from './kysely.js';
     export { PostgresDialect } from './dialect/postgres/postgres-dialect.js';
     export { sql } from './raw-builder/sql.js';`,
  ],
  [new URL('zod/v4/locales/index.js', packages).href, 'export {};'],
]);

/** What the files of Fælled, which all see the same packages, have imported by name. */
const found = new Map();

registerHooks({
  /**
   * A relative import in an ES module names its file in full: taken at its word, a start looks up a thousand files less.
   * The format of our own files is known, and a package is looked up once, not for each file that imports it.
   */
  resolve(specifier, context, nextResolve) {
    const { parentURL, conditions, importAttributes } = context;
    if (!conditions.includes('import')) return nextResolve(specifier, context);
    const isOurs = parentURL?.startsWith(root) && !parentURL.startsWith(packages);
    if (specifier.startsWith('.')) {
      const { href } = new URL(specifier, parentURL);
      return { url: href, format: isOurs ? formatOf(href) : undefined, shortCircuit: true };
    }
    if (!isOurs || Object.keys(importAttributes).length > 0) return nextResolve(specifier, context);
    const known = found.get(specifier);
    if (known) return { ...known, shortCircuit: true };
    const resolved = nextResolve(specifier, context);
    found.set(specifier, resolved);
    return resolved;
  },
  /** Lets Node import .tsx files: types stripped and JSX compiled. .ts runs natively. */
  load(url, context, nextLoad) {
    const source = narrower.get(url);
    if (source !== undefined) return { format: 'module', source, shortCircuit: true };
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context);
    return { format: 'module', source: compileTsx(fileURLToPath(url), kept), shortCircuit: true };
  },
});

/** As package.json says: every file of ours is an ES module. */
const formatOf = (url) =>
  url.endsWith('.tsx') ? 'module' : url.endsWith('.ts') ? 'module-typescript' : undefined;
