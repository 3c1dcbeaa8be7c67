import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildAssets, buildCss } from './build-css.ts';
import { buildIcons } from './build-icons.ts';
import { dbTypes } from './generate-db-types.ts';
import { rulebookFiles } from './generate-rulebook.ts';

/**
 * `npm run generate` writes every file that is made from another; `npm run generate -- --check` writes nothing and
 * fails when one is stale. Add a generator here: it answers with paths from the root and their texts.
 */
const generators: Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>> = {
  rulebook: async () => rulebookFiles(),
  'database types': dbTypes,
  icons: async () => ({ 'src/web/components/icons.ts': await buildIcons() }),
  'style sheet': async () => {
    const css = buildCss();
    return { 'public/faelled.css': css, 'src/web/assets.ts': buildAssets(css) };
  },
};

process.chdir(new URL('..', import.meta.url).pathname);
const check = process.argv.includes('--check');
const only = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const stale: string[] = [];
for (const [name, generate] of Object.entries(generators)) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const [path, text] of Object.entries(await generate())) {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    stale.push(path);
    if (check) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
if (check && stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run npm run generate and commit what it writes.`);
  process.exitCode = 1;
} else if (!check && stale.length > 0) console.log(`Written: ${stale.join(', ')}`);
