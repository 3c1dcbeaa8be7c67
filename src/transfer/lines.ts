/**
 * Text as it arrives, cut at line feeds and nowhere else: `node:readline` also cuts at U+2028 and U+2029, which may
 * stand inside JSON.
 */
export async function* linesIn(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest: string[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      rest.push(chunk.slice(from, at));
      yield rest.join('');
      rest = [];
      from = at + 1;
    }
    rest.push(chunk.slice(from));
  }
  const last = rest.join('');
  if (last !== '') yield last;
}
