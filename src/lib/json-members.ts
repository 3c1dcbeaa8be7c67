/** Where a value stands in a JSON text: from the first character up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One key of an object with the places of the key and of its value. */
export interface Member {
  readonly key: string;
  readonly name: Span;
  readonly value: Span;
}

const blank = /[\t\n\r ]/;

function afterBlanks(text: string, at: number): number {
  while (at < text.length && blank.test(text[at] as string)) at += 1;
  return at;
}

function afterString(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '"') return i + 1;
  }
  throw new RangeError('A string in the JSON text has no end');
}

/** Walks with a counter, not by recursion: the nesting is the sender's to choose. */
function afterValue(text: string, at: number): number {
  let depth = 0;
  let i = at;
  do {
    const character = text[i];
    if (character === undefined) throw new RangeError('The JSON text ends inside a value');
    if (character === '"') i = afterString(text, i);
    else if (character === '{' || character === '[') {
      depth += 1;
      i += 1;
    } else if (character === '}' || character === ']') {
      depth -= 1;
      i += 1;
    } else if (depth > 0 && /[,:\t\n\r ]/.test(character)) i += 1;
    else while (i < text.length && !/[,:\]}\t\n\r ]/.test(text[i] as string)) i += 1;
  } while (depth > 0);
  return i;
}

/** The place of the outermost value of a text that `JSON.parse` accepts; a byte order mark is stepped over. */
export function rootSpan(text: string): Span {
  const start = afterBlanks(text, text.startsWith('\ufeff') ? 1 : 0);
  return { start, end: afterValue(text, start) };
}

/** The members of the object at `span`, in the order written; a key written twice is there twice. */
export function membersOf(text: string, span: Span): Member[] {
  const members: Member[] = [];
  let at = afterBlanks(text, span.start + 1);
  while (text[at] === '"') {
    const name = { start: at, end: afterString(text, at) };
    const start = afterBlanks(text, afterBlanks(text, name.end) + 1);
    const value = { start, end: afterValue(text, start) };
    members.push({ key: JSON.parse(text.slice(name.start, name.end)) as string, name, value });
    at = afterBlanks(text, value.end);
    if (text[at] === ',') at = afterBlanks(text, at + 1);
  }
  return members;
}

/** The elements of the array at `span`, in order. */
export function elementsOf(text: string, span: Span): Span[] {
  const elements: Span[] = [];
  let at = afterBlanks(text, span.start + 1);
  while (at < span.end - 1) {
    const element = { start: at, end: afterValue(text, at) };
    elements.push(element);
    at = afterBlanks(text, element.end);
    if (text[at] === ',') at = afterBlanks(text, at + 1);
  }
  return elements;
}

/** A change of text: what stands at `span` becomes `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The text with every edit made; edits must not overlap. All that is not edited stays byte for byte. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
