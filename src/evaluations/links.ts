import MarkdownIt from 'markdown-it';

const finder = new MarkdownIt().linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

/** A link to evidence. */
export interface Link {
  readonly title: string;
  readonly url: string;
}

/** One stretch of a text: plain, or an address on the web. */
export interface Stretch {
  readonly text: string;
  readonly url: string | null;
}

const isWeb = (url: string): boolean => {
  const parsed = URL.parse(url);
  return parsed !== null && (parsed.protocol === 'https:' || parsed.protocol === 'http:');
};

const markdownLink = /\[([^\][\n]{1,200})\]\((https?:\/\/[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)/g;

const longest = 2_000;

/** A text cut at the web addresses in it; a link in Markdown is one stretch under its own words. */
export function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const found of text.matchAll(markdownLink)) {
    const [whole, title, url] = found as unknown as [string, string, string];
    if (!isWeb(url) || url.length > longest || title.trim() === '') continue;
    stretches.push(...bareStretches(text.slice(at, found.index)), { text: title.trim(), url });
    at = found.index + whole.length;
  }
  return [...stretches, ...bareStretches(text.slice(at))];
}

function bareStretches(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const found of finder.match(text) ?? []) {
    if (!/^https?:\/\//i.test(found.raw) || !isWeb(found.url) || found.url.length > longest) continue;
    if (found.index > at) stretches.push({ text: text.slice(at, found.index), url: null });
    stretches.push({ text: found.raw, url: found.url });
    at = found.lastIndex;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), url: null });
  return stretches;
}

/** The web addresses in a text, each once, with the link's words where it is written as a Markdown link. */
export function linksIn(text: string): Link[] {
  const links = new Map<string, Link>();
  for (const { text: words, url } of stretchesOf(text)) {
    if (url === null) continue;
    const title = words === url ? titleOf(url) : words;
    if (!links.has(url) || links.get(url)?.title === titleOf(url)) links.set(url, { title, url });
  }
  return [...links.values()];
}

/** An address as a title: without scheme and last slash, at most 80 characters. */
function titleOf(url: string): string {
  const short = url.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  return short.length > 80 ? `${short.slice(0, 79)}…` : short;
}
