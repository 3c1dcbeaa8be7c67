import type { Change } from './diff.ts';
import { diff } from './diff.ts';
import { headings } from './headings.ts';
import { counterparts } from './lineage.ts';
import { escaped, writer } from './markdown.ts';
import { recordKinds, type RecordKind } from './portrait.ts';
import type { Edition, Requirement } from './rule.ts';
import { themes, weights, type Language } from './vocabulary.ts';

/** What changed between two editions, kind by kind, as Markdown. */
export function diffToMarkdown(before: Edition, after: Edition, language: Language): string {
  const w = writer(language);
  const changes = diff(before, after);
  const parts = (Object.keys(recordKinds) as RecordKind[]).flatMap((kind) => {
    const here = changes.filter((change) => change.kind === kind);
    return here.length === 0
      ? []
      : [`## ${w.say(recordKinds[kind])}`, ...here.map((change) => changeToMarkdown(change, language))];
  });
  const title = `# ${w.word('changes')}: ${escaped(before.id)} → ${escaped(after.id)}`;
  return `${[title, ...(parts.length === 0 ? [w.word('nothingChanged')] : parts)].join('\n\n')}\n`;
}

function changeToMarkdown(change: Change, language: Language): string {
  const w = writer(language);
  const head = `- **${w.word(change.how)}: ${w.say(change.label)}** (${escaped(change.id)})`;
  const only = change.after ?? change.before;
  if (change.how !== 'changed') return only ? `${head}: ${w.say(only)}` : head;
  const rows = change.differences.map(
    (each) => `  - ${w.say(each.what)}: ${w.say(each.before)} → ${w.say(each.after)}`,
  );
  return [head, ...rows].join('\n');
}

/** All editions side by side: the requirements in rows, followed through renumbering, newest edition first to tell. */
export function editionsToMarkdown(editions: readonly Edition[], language: Language): string {
  const w = writer(language);
  const cell = (edition: Edition, requirement: Requirement | undefined): string => {
    if (!requirement) return '–';
    const level = edition.levels.find(({ id }) => id === requirement.level);
    const short = level ? w.say(level.short) : escaped(requirement.level);
    return `${escaped(requirement.id)}: ${w.say(requirement.label)} (${short}, ${w.say(weights[requirement.weight])})`;
  };
  const rows = sideBySide(editions).map(({ theme, found }) => [
    w.say(themes[theme]),
    ...editions.map((edition, index) => {
      const here = found[index] ?? [];
      return here.length === 0 ? '–' : here.map((id) => cell(edition, edition.requirements[id])).join('<br>');
    }),
  ]);
  const columns = [headings.requirements[language], ...editions.map(({ name }) => w.say(name))];
  const table = [
    `| ${columns.join(' | ')} |`,
    `|${columns.map(() => ' --- |').join('')}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
  const counts = w.table(
    ['edition', 'inForce', 'levels', 'allRequirements', 'gates', 'rights', 'choices'],
    editions.map((edition) => [
      w.say(edition.name),
      `${edition.inForceFrom} – ${edition.inForceUntil ?? ''}`.trim(),
      edition.levels.map(({ short }) => w.say(short)).join(', '),
      String(Object.keys(edition.requirements).length),
      String(edition.gates.length),
      String(edition.decisionRights.length),
      String(edition.choices.length),
    ]),
  );
  const steps = editions.slice(1).map((after, index) => {
    const text = diffToMarkdown(editions[index] as Edition, after, language);
    return text.trimEnd().replaceAll(/^#/gm, '##');
  });
  const title = [`# ${w.word('editions')}`, `_${w.word('generated')}_`];
  return `${[...title, counts, `## ${w.word('requirements')}`, table, ...steps].join('\n\n')}\n`;
}

export interface Row {
  readonly theme: Requirement['theme'];
  /** The ids in each edition, in the order of the editions. */
  readonly found: readonly (readonly string[])[];
}

/** Every requirement of every edition in one row with its counterparts; the later editions say which belong together. */
export function sideBySide(editions: readonly Edition[]): readonly Row[] {
  const rows: Row[] = [];
  const shown = editions.map(() => new Set<string>());
  for (const [index, edition] of [...editions.entries()].toReversed())
    for (const { id, theme } of Object.values(edition.requirements)) {
      if (shown[index]?.has(id)) continue;
      const found = editions.map((other, at) =>
        at > index ? [] : at === index ? [id] : counterparts(other, edition, id),
      );
      for (const [at, ids] of found.entries()) for (const each of ids) shown[at]?.add(each);
      rows.push({ theme, found });
    }
  const order = editions.at(-1)?.themes ?? [];
  return rows.toSorted((a, b) => order.indexOf(a.theme) - order.indexOf(b.theme));
}
