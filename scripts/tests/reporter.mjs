import { relative } from 'node:path';
import { inspect, styleText } from 'node:util';

const colour = (style, text) => (process.stdout.isTTY ? styleText(style, text) : text);

/** A line for each file, every failure in full, and the closing lines `# tests`, `# pass`, `# fail`. */
export default async function* report(source) {
  let file = null;
  let passed = 0;
  let failed = 0;
  let names = [];
  const summary = () => {
    if (file === null) return '';
    const mark = failed === 0 ? colour('green', '✔') : colour('red', '✖');
    const failures = failed === 0 ? '' : `, ${failed} failed`;
    return `${mark} ${relative('.', file)} (${passed} passed${failures})\n`;
  };
  const entering = (next) => {
    if (next === undefined || next === file) return '';
    const line = summary();
    file = next;
    passed = 0;
    failed = 0;
    names = [];
    return line;
  };
  for await (const { type, data } of source) {
    if (type === 'test:start') {
      yield entering(data.file);
      names = [...names.slice(0, data.nesting), data.name];
    } else if (type === 'test:pass') {
      yield entering(data.file);
      if (data.details?.type !== 'suite') passed += 1;
    } else if (type === 'test:fail') {
      yield entering(data.file);
      const error = data.details?.error;
      if (error?.failureType === 'subtestsFailed') continue;
      failed += 1;
      const title = [...names.slice(0, data.nesting), data.name].join(' › ');
      const where = data.file ? `${relative('.', data.file)}:${data.line}` : '';
      const why = inspect(error?.cause ?? error, { colors: process.stdout.isTTY, depth: 6 });
      yield `\n${colour('red', `✖ ${title}`)}\n  ${where}\n${why.replace(/^/gm, '  ')}\n\n`;
    } else if (type === 'test:stderr' || type === 'test:stdout') {
      yield data.message;
    } else if (type === 'test:coverage') {
      yield coverageTable(data.summary);
    } else if (type === 'test:diagnostic' && data.nesting === 0) {
      if (/^tests \d/.test(data.message)) yield `${summary()}\n`;
      yield `# ${data.message}\n`;
    }
  }
}

/** Lines and branches by part of the tree. */
function coverageTable({ files, workingDirectory }) {
  const parts = new Map();
  for (const each of files) {
    const [top, area] = relative(workingDirectory, each.path).split('/');
    const part = top === 'src' && !area.includes('.') ? `src/${area}` : top;
    for (const key of [part, 'all']) {
      const sums = parts.get(key) ?? [0, 0, 0, 0];
      sums[0] += each.coveredLineCount;
      sums[1] += each.totalLineCount;
      sums[2] += each.coveredBranchCount;
      sums[3] += each.totalBranchCount;
      parts.set(key, sums);
    }
  }
  const share = (some, all) => (all === 0 ? '100.0' : ((100 * some) / all).toFixed(1)).padStart(7);
  const rows = [...parts]
    .toSorted(([a], [b]) => (a === 'all') - (b === 'all') || a.localeCompare(b))
    .map(([part, sums]) => `${part.padEnd(20)} ${share(sums[0], sums[1])} ${share(sums[2], sums[3])}`);
  const linesOf = (each) => {
    const lines = each.lines.filter((line) => line.count === 0).map((line) => line.line);
    return lines.length > 12 ? `${lines.length} lines` : `line ${lines.join(', ')}`;
  };
  const uncovered = files
    .filter((each) => each.coveredLineCount < each.totalLineCount)
    .toSorted((a, b) => a.coveredLinePercent - b.coveredLinePercent)
    .slice(0, 25)
    .map(
      (each) =>
        `  ${each.coveredLinePercent.toFixed(0).padStart(3)} % ${relative(workingDirectory, each.path)}: ${linesOf(each)}`,
    );
  return `\n${'coverage, %'.padEnd(20)} ${'lines'.padStart(7)} ${'branch'.padStart(7)}\n${rows.join('\n')}\n${
    uncovered.length > 0 ? `least covered, and what is not:\n${uncovered.join('\n')}\n` : ''
  }\n`;
}
