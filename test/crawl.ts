import type { Language } from '../rulebook/vocabulary.ts';
import { localHref, splitLanguage } from '../src/web/page.ts';
import type { DemoPerson, DemoSite, Seen } from './demo-site.ts';

/** A page found by following links. */
export interface Found extends Seen {
  readonly person: DemoPerson;
  readonly lang: Language;
  /** Address without language prefix. */
  readonly path: string;
  /** The page whose link led here. */
  readonly from: string;
}

const unescape = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** The addresses inside the site that a page links to, without language prefix and fragment. */
export function linksIn(html: string): readonly string[] {
  const found = [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map((match) =>
    unescape(match[1] as string),
  );
  return [...new Set(found.filter((href) => href.startsWith('/') && !href.startsWith('//')))].map(
    (href) => splitLanguage(href.split('#')[0] as string).path,
  );
}

/** `/initiatives/os2mo?tab=x` by the route it leads to and the names in its query: pages of one kind look alike. */
function kindOf(routes: readonly RegExp[], path: string): string {
  const [bare = '', query = ''] = path.split('?');
  const place = routes.findIndex((route) => route.test(decodeURI(bare)));
  return `${place < 0 ? bare : place}?${[...new URLSearchParams(query).keys()].toSorted().join()}`;
}

/** Patterns of the routes that are read, those with the fewest variable parts first. */
export const patternsOf = (site: DemoSite): readonly RegExp[] =>
  site.routes
    .filter((route) => route.startsWith('GET '))
    .map((route) => route.slice(4))
    .toSorted((a, b) => a.split(':').length - b.split(':').length || b.length - a.length)
    .map((route) => new RegExp(`^${route.replace(/:[a-zA-Z]+/g, '[^/]+').replace('*', '.*')}$`));

/**
 * Follows every link from the first page as one person in one language, some pages of each kind.
 * @param most how many pages of one kind are looked at
 */
export async function crawl(
  site: DemoSite,
  person: DemoPerson,
  lang: Language,
  most: number,
  look: (found: Found) => Promise<void>,
): Promise<void> {
  const patterns = patternsOf(site);
  const counts = new Map<string, number>();
  const seen = new Set<string>(['/']);
  const queue: { path: string; from: string }[] = [{ path: '/', from: '(start)' }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const answer = await site.send(person, 'GET', localHref(lang, next.path));
    await look({ ...answer, ...next, person, lang });
    if (!String(answer.headers['content-type']).startsWith('text/html')) continue;
    for (const path of linksIn(answer.text)) {
      if (seen.has(path) || path.startsWith('/assets/') || path === '/sign-out') continue;
      seen.add(path);
      const kind = kindOf(patterns, path);
      const count = counts.get(kind) ?? 0;
      counts.set(kind, count + 1);
      if (count < most) queue.push({ path, from: next.path });
    }
  }
}
