import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const specifier = /(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;

const direct = (file) =>
  [...readFileSync(file, 'utf8').matchAll(specifier)]
    .map(([, path]) => resolve(dirname(file), path))
    .filter((path) => existsSync(path) && statSync(path).isFile());

/** Whether a file, or anything it imports, is the one asked about. */
export function reaches(file, wanted, seen = new Set()) {
  if (file === wanted) return true;
  if (seen.has(file)) return false;
  seen.add(file);
  return direct(file).some((next) => reaches(next, wanted, seen));
}
