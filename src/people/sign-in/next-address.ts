import { splitLanguage } from '../../web/page.ts';

/**
 * Where to go after sign-in, from what an address or a form said: a path on this site without language prefix.
 * Anything else, another site above all, becomes the overview.
 */
export function nextAddress(said: unknown): string {
  if (typeof said !== 'string' || said.length > 2_000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(said)) return '/';
  const url = URL.parse(said, 'http://site.invalid');
  if (url?.origin !== 'http://site.invalid') return '/';
  const path = splitLanguage(url.pathname + url.search + url.hash).path;
  return path.startsWith('//') || /^\/(sign-in|sign-out|set-up)(?=[/?#]|$)/.test(path) ? '/' : path;
}
