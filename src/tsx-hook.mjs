import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileTsx } from './compile-tsx.ts';

const kept = fileURLToPath(new URL('../node_modules/.cache/faelled/tsx', import.meta.url));

registerHooks({
  /** A relative import in an ES module names its file in full: taken at its word, a start looks up a thousand files less. */
  resolve(specifier, context, nextResolve) {
    if (!specifier.startsWith('.') || !context.conditions.includes('import'))
      return nextResolve(specifier, context);
    return { url: new URL(specifier, context.parentURL).href, shortCircuit: true };
  },
  /** Lets Node import .tsx files: types stripped and JSX compiled. .ts runs natively. */
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context);
    return { format: 'module', source: compileTsx(fileURLToPath(url), kept), shortCircuit: true };
  },
});
