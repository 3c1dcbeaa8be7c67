import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A node of the tag tree: its role, and what lies below it. */
export interface Tag {
  readonly role: string;
  readonly children: readonly Tag[];
}

/** What a reader with a screen reader gets from a PDF. */
export interface ReadPdf {
  readonly pages: number;
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** Part of PDF/UA that the file says it follows, by its XMP metadata; null when it says nothing. */
  readonly universalAccess: string | null;
  readonly marked: boolean;
  /** Bookmarks with those below them. */
  readonly outline: readonly { readonly title: string; readonly below: readonly string[] }[];
  /** Tags of all pages after each other. */
  readonly tags: readonly Tag[];
  /** Roles of all tags in reading order. */
  readonly roles: readonly string[];
  readonly text: string;
  /** Addresses of links. */
  readonly links: readonly string[];
}

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}
const tagOf = (node: Node): Tag => ({
  role: node.role ?? '',
  children: (node.children ?? []).filter((child) => child.role !== undefined).map(tagOf),
});
const rolesOf = (tag: Tag): readonly string[] => [tag.role, ...tag.children.flatMap(rolesOf)];

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

/** Reads a PDF as assistive technology does: metadata, bookmarks, tag tree, text and links. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const [{ info, metadata }, outline, mark] = await Promise.all([
    document.getMetadata(),
    document.getOutline() as Promise<readonly Bookmark[] | null>,
    document.getMarkInfo(),
  ]);
  const about = info as Readonly<Record<string, string | undefined>>;
  const tags: Tag[] = [];
  const links: string[] = [];
  let text = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [tree, content, annotations] = await Promise.all([
      page.getStructTree(),
      page.getTextContent(),
      page.getAnnotations() as Promise<readonly { readonly url?: string }[]>,
    ]);
    tags.push(tagOf(tree as Node));
    text += content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    links.push(...annotations.flatMap(({ url }) => (url === undefined ? [] : [url])));
  }
  await loading.destroy();
  return {
    pages: tags.length,
    title: about['Title'] ?? '',
    author: about['Author'] ?? '',
    language: about['Language'] ?? '',
    universalAccess: (metadata?.get('pdfuaid:part') as string | undefined) ?? null,
    marked: mark?.Marked ?? false,
    outline: (outline ?? []).map(({ title, items }) => ({ title, below: items.map((item) => item.title) })),
    tags,
    roles: tags.flatMap(rolesOf),
    text,
    links,
  };
}
