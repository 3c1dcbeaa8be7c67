const spelled: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa', ä: 'ae', ö: 'oe', ü: 'u', ß: 'ss' };

/** A name as a short address: lower case, `a-z`, `0-9` and single hyphens, at most 60 characters; never empty. */
export function slugOf(name: string): string {
  const ascii = name
    .toLowerCase()
    .replace(/[æøåäöüß]/g, (letter) => spelled[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return ascii === '' ? 'x' : ascii;
}
