import type { Elements } from './elements.ts';

/**
 * The JSX runtime of every page: elements become strings at once, and everything that is not `Html`
 * is escaped. There is no virtual tree, no state and no client code.
 */

/** Markup that is safe to send as it stands. Only this module and `raw` make it. */
export class Html {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
  toString(): string {
    return this.html;
  }
}

/** What may stand between two tags. Booleans and null leave nothing, so `{condition && <p/>}` works. */
export type Child = Html | string | number | bigint | boolean | null | undefined | readonly Child[];

/** Props of a component that takes children. */
export interface WithChildren {
  readonly children?: Child;
}

/** Marks a string as trusted markup. Only for what we made ourselves (icons, Markdown with html off). */
export function raw(html: string): Html {
  return new Html(html);
}

/** The string of a rendered element, to be sent. */
export function render(html: Html): string {
  return html.html;
}

const special = /[&<>"']/;
const specials = /[&<>"']/g;
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes for text and for attribute values in double quotes. */
export function escape(text: string): string {
  return special.test(text) ? text.replace(specials, (character) => entities[character]!) : text;
}

function childHtml(child: unknown): string {
  if (typeof child === 'string') return escape(child);
  if (child instanceof Html) return child.html;
  if (child === null || child === undefined || typeof child === 'boolean') return '';
  if (typeof child === 'number' || typeof child === 'bigint') return String(child);
  if (Array.isArray(child)) {
    let html = '';
    for (const each of child) html += childHtml(each);
    return html;
  }
  throw new TypeError(`Cannot render ${typeof child} as a child of an element`);
}

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const urls = new Set(['href', 'src', 'action', 'formaction', 'poster', 'cite', 'data', 'xlink:href']);
const enumerated = new Set(['spellcheck', 'draggable', 'contenteditable']);
const validName = /^[a-zA-Z][a-zA-Z0-9:_.-]*$/;

/**
 * Whether an address may stand in a link: relative, or http, https, mailto or tel. Browsers ignore control
 * characters and blanks inside a scheme, so they are ignored here too.
 */
export function isSafeUrl(url: string): boolean {
  if (/^[/#?]/.test(url)) return true;
  // eslint-disable-next-line no-control-regex
  const bare = url.replace(/[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028\u2029\ufeff]/g, '');
  const scheme = /^([^/?#]*?):/.exec(bare)?.[1];
  return scheme === undefined || /^(https?|mailto|tel)$/i.test(scheme);
}

type Kind = 'plain' | 'url' | 'words';
const kinds = new Map<string, Kind>();

/** What kind of attribute a name is; throws at names that must not be written. */
function kindOf(name: string): Kind {
  const known = kinds.get(name);
  if (known !== undefined) return known;
  if (!validName.test(name)) throw new TypeError(`Not an attribute name: ${JSON.stringify(name)}`);
  if (/^on/i.test(name) || /^(style|srcdoc)$/i.test(name))
    throw new TypeError(`The attribute ${name} is not allowed: the pages have no inline scripts or styles`);
  const kind = urls.has(name.toLowerCase())
    ? 'url'
    : name.startsWith('aria-') || enumerated.has(name)
      ? 'words'
      : 'plain';
  kinds.set(name, kind);
  return kind;
}

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  const kind = kindOf(name);
  if (typeof value === 'boolean') {
    if (kind === 'words') return ` ${name}="${value}"`;
    return value ? ` ${name}` : '';
  }
  const text = String(value);
  if (kind === 'url' && !isSafeUrl(text)) return '';
  return ` ${name}="${escape(text)}"`;
}

type Component = (props: Record<string, unknown>) => Html;

/** One element. Called by the compiled JSX, never by hand. */
export function jsx(type: string | Component, props: Record<string, unknown>): Html {
  if (typeof type === 'function') return type(props);
  let html = '<' + type;
  for (const name in props) if (name !== 'children') html += attribute(name, props[name]);
  if (voids.has(type)) return new Html(html + '>');
  return new Html(html + '>' + childHtml(props['children']) + '</' + type + '>');
}

export { jsx as jsxs, jsx as jsxDEV };

/** Several elements without one around them. */
export function Fragment(props: WithChildren): Html {
  return new Html(childHtml(props.children));
}

export declare namespace JSX {
  type Element = Html;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  type ElementType = keyof IntrinsicElements | ((props: any) => Html);
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicAttributes {
    key?: never;
  }
  interface IntrinsicElements extends Elements {}
}
