import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Puts together `public/faelled.css` (the parts of Designsystemet that the pages use, a theme of our own, our own
 * layer) and `src/web/assets.ts` (addresses with a mark of the content). With `--theme` it first makes the theme anew
 * from designsystemet.config.json with Designsystemet's own tool.
 */
const root = new URL('../', import.meta.url).pathname;
const styles = join(root, 'src/web/styles');
const font = 'inter-latin.woff2';

const fromDesignsystemet = ['button', 'input', 'table'];
const ours = ['layout', 'blocks', 'lists', 'marks', 'forms', 'letters'];

function designsystemet(name: string): string {
  return readFileSync(join(root, 'node_modules/@digdir/designsystemet-css/dist/src', `${name}.css`), 'utf8');
}

function style(name: string): string {
  return readFileSync(join(styles, `${name}.css`), 'utf8');
}

/** The rules that stack a table, for tables of a class in places narrower than a width. */
function stacked(table: string, below: string): string {
  return `@container (width < ${below}) {${style('stacked').replaceAll('.stacked', table)}}`;
}

/** Drops comments and blanks between rules; nothing clever. */
function squeeze(css: string): string {
  return css
    .replace(/@charset "UTF-8";/g, '')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim();
}

/** The whole style sheet. Later layers win over earlier ones, whatever their selectors. */
export function buildCss(): string {
  const css = [
    '@layer ds.theme, ds.base, ds.elements, ds.components, faelled;',
    style('font'),
    style('theme'),
    `@layer ds.base {${designsystemet('base')}}`,
    `@layer ds.elements {${style('elements')}}`,
    `@layer ds.components {${fromDesignsystemet.map(designsystemet).join('\n')}}`,
    `@layer faelled {${ours.map(style).join('\n')}}`,
    `@layer faelled {${stacked('.table', '34rem')}${stacked('.table-many', '50rem')}${style('print')}}`,
  ].join('\n');
  return `/* Made by scripts/build-css.ts. With parts of Designsystemet (MIT), Digitaliseringsdirektoratet. */\n${squeeze(css)}\n`;
}

/** `src/web/assets.ts` as text. */
export function buildAssets(css: string): string {
  const mark = (content: string | Buffer) => createHash('sha256').update(content).digest('hex').slice(0, 10);
  const file = (name: string) => readFileSync(join(root, 'public', name));
  return `/** Made by scripts/build-css.ts: the addresses of the static files, with a mark that changes with their content. */
export const assets = {
  css: '/assets/faelled.css?v=${mark(css)}',
  js: '/assets/faelled.js?v=${mark(file('faelled.js'))}',
  passkey: '/assets/passkey.js?v=${mark(file('passkey.js'))}',
  font: '/assets/${font}',
  icon: '/assets/faelled.svg?v=${mark(file('faelled.svg'))}',
} as const;
`;
}

function buildTheme(): void {
  const folder = mkdtempSync(join(tmpdir(), 'faelled-theme-'));
  const run = (...args: string[]) =>
    execFileSync(join(root, 'node_modules/.bin/designsystemet'), ['tokens', ...args], {
      cwd: folder,
      stdio: 'inherit',
    });
  copyFileSync(join(styles, 'designsystemet.config.json'), join(folder, 'designsystemet.config.json'));
  run('create');
  run('build', '-t', 'tokens', '-o', 'css');
  writeFileSync(join(styles, 'theme.css'), readFileSync(join(folder, 'css/faelled.css')));
  rmSync(folder, { recursive: true });
}

/** Writes all that this script makes. */
export function writeCss(): void {
  const fontFile = join(root, 'public', font);
  if (!existsSync(fontFile))
    copyFileSync(
      join(root, 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
      fontFile,
    );
  const css = buildCss();
  writeFileSync(join(root, 'public/faelled.css'), css);
  writeFileSync(join(root, 'src/web/assets.ts'), buildAssets(css));
}

if (import.meta.main) {
  if (process.argv.includes('--theme')) buildTheme();
  writeCss();
}
