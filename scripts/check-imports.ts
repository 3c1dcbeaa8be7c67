import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';
import { importRules, type Import } from './import-rules.ts';

/** `npm run check` runs this: every import obeys the rules, and no files import each other in a circle. */

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8');
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0]?.message}`);
  const found: { specifier: string; typeOnly: boolean }[] = [];
  for (const { moduleRequest, entries } of module.staticImports)
    found.push({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    });
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) found.push({ specifier: moduleRequest.value, typeOnly: isType });
  for (const { moduleRequest } of module.dynamicImports) {
    const quoted = /^['"](.+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (quoted?.[1]) found.push({ specifier: quoted[1], typeOnly: false });
  }
  return found.map(({ specifier, typeOnly }) => ({ from: file, to: resolved(file, specifier), typeOnly }));
}

function resolved(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = normalize(join(dirname(file), specifier));
  if (!existsSync(path)) throw new Error(`${file} imports ${specifier}, which does not exist`);
  return path;
}

/** The first circle of files that need each other to run, or null. */
function circle(imports: ReadonlyMap<string, readonly Import[]>): readonly string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): readonly string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const { to, typeOnly } of imports.get(file) ?? []) {
      const found = typeOnly || !imports.has(to) ? null : visit(to);
      if (found) return found;
    }
    path.pop();
    done.add(file);
    return null;
  };
  for (const file of imports.keys()) {
    const found = visit(file);
    if (found) return found;
  }
  return null;
}

process.chdir(new URL('..', import.meta.url).pathname);
const files = globSync('{rulebook,src,test,bench}/**/*.{ts,tsx,mjs}');
const imports = new Map(files.map((file) => [file, importsOf(file)]));
const complaints: string[] = [];
for (const one of [...imports.values()].flat())
  for (const rule of importRules)
    if (rule.forbids(one)) complaints.push(`${rule.name}: ${one.from} imports ${one.to} (${rule.says})`);
const round = circle(imports);
if (round) complaints.push(`no-circles: ${round.join(' → ')}`);
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;
