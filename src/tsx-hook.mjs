import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

// the compiler is loaded with the first .tsx: commands and tests without pages start faster
const require = createRequire(import.meta.url);
let transformSync;

/** Lets Node import .tsx files: types stripped and JSX compiled when the file is loaded. .ts runs natively. */
registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context);
    transformSync ??= require('oxc-transform').transformSync;
    const file = fileURLToPath(url);
    const { code, map, errors } = transformSync(file, readFileSync(file, 'utf8'), {
      lang: 'tsx',
      sourceType: 'module',
      target: 'esnext',
      sourcemap: true,
      jsx: { runtime: 'automatic', importSource: '#jsx', development: false },
      typescript: { onlyRemoveTypeImports: true },
    });
    if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0].message}`);
    const inline = Buffer.from(JSON.stringify(map)).toString('base64');
    const source = `${code}\n//# sourceMappingURL=data:application/json;base64,${inline}\n`;
    return { format: 'module', source, shortCircuit: true };
  },
});
