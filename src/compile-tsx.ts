import { hash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TransformOptions, transformSync } from 'oxc-transform';

const require = createRequire(import.meta.url);
const compiler = (require('../package.json') as { dependencies: Record<string, string> }).dependencies[
  'oxc-transform'
];
const options: TransformOptions = {
  lang: 'tsx',
  sourceType: 'module',
  target: 'esnext',
  sourcemap: true,
  jsx: { runtime: 'automatic', importSource: '#jsx', development: false },
  typescript: { onlyRemoveTypeImports: true },
};

/**
 * The JavaScript of a .tsx file with its source map. What was compiled before is kept in a folder, one file for each,
 * signed with compiler, source and result: what has changed since or is damaged does not match and is compiled anew.
 * @throws SyntaxError naming the file
 */
export function compileTsx(file: string, folder: string): string {
  const source = readFileSync(file, 'utf8');
  const sign = (code: string): string => `// ${sha256(JSON.stringify([compiler, options, source, code]))}\n`;
  const place = join(folder, `${sha256(file)}.js`);
  const kept = read(place);
  const code = kept.slice(kept.indexOf('\n') + 1);
  if (kept === sign(code) + code) return code;
  const compiled = compile(file, source);
  keep(folder, place, sign(compiled) + compiled);
  return compiled;
}

function compile(file: string, source: string): string {
  // the compiler is loaded with the first file that needs it
  const oxc = require('oxc-transform') as { transformSync: typeof transformSync };
  const { code, map, errors } = oxc.transformSync(file, source, options);
  if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`);
  const inline = Buffer.from(JSON.stringify(map)).toString('base64');
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${inline}\n`;
}

function read(place: string): string {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    return '';
  }
}

/** Written aside and moved into place, since several processes may start at once. */
function keep(folder: string, place: string, text: string): void {
  const unfinished = `${place}.${randomUUID()}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, text);
    renameSync(unfinished, place);
  } catch {
    // a folder that cannot be written to costs time and nothing else
  }
}

const sha256 = (text: string): string => hash('sha256', text);
