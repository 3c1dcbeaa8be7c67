import type { Deed } from './deed.ts';
import type { Query } from './query.ts';

/** The methods that an address of the API knows, OPTIONS among them; none where there is no such address. */
export type AllowedMethods = (path: string) => readonly string[];

/**
 * Works out from the operations which methods an address knows. Asked only when no operation answers, so the operations
 * are the only routes to be made at a start.
 */
export function allowedMethods(deeds: readonly Deed[], queries: readonly Query[]): AllowedMethods {
  const addresses = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();
  const add = (path: string, methods: readonly string[]) => {
    const source = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[a-zA-Z]+/g, '[^/]+');
    const known = addresses.get(source) ?? { pattern: new RegExp(`^${source}$`), methods: new Set() };
    for (const method of methods) known.methods.add(method);
    addresses.set(source, known);
  };
  for (const deed of deeds) add(deed.api.path, [deed.api.method]);
  for (const query of queries) add(query.path, query.body ? ['POST'] : ['GET', 'HEAD']);
  return (path) => {
    const here = [...addresses.values()].filter(({ pattern }) => pattern.test(path));
    if (here.length === 0) return [];
    return [...new Set(here.flatMap(({ methods }) => [...methods])), 'OPTIONS'];
  };
}
