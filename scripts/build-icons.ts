import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

/** The icons the pages use: our name → the file in @navikt/aksel-icons (MIT). Add a line, run the generator. */
const used = {
  'arrow-down': 'ArrowDown',
  'arrow-left': 'ArrowLeft',
  'arrow-right': 'ArrowRight',
  'arrow-undo': 'ArrowUndo',
  'arrow-up': 'ArrowUp',
  body: 'PersonGroup',
  buildings: 'Buildings3',
  calendar: 'Calendar',
  check: 'Checkmark',
  'check-circle': 'CheckmarkCircleFill',
  'chevron-down': 'ChevronDown',
  'chevron-right': 'ChevronRight',
  circle: 'Circle',
  'circle-dashed': 'CircleBroken',
  clock: 'Clock',
  cross: 'XMark',
  danger: 'XMarkOctagonFill',
  document: 'FileText',
  download: 'Download',
  external: 'ExternalLink',
  filter: 'Filter',
  gavel: 'Gavel',
  globe: 'Globe',
  hourglass: 'Hourglass',
  info: 'InformationSquareFill',
  key: 'PadlockLocked',
  leave: 'Leave',
  link: 'Link',
  menu: 'MenuHamburger',
  'minus-circle': 'MinusCircle',
  pencil: 'Pencil',
  person: 'Person',
  plus: 'Plus',
  question: 'QuestionmarkCircle',
  rule: 'Paragraph',
  search: 'MagnifyingGlass',
  speech: 'ChatElipsisFill',
  tasklist: 'Tasklist',
  warning: 'ExclamationmarkTriangleFill',
} as const;

/** Drawn here: what the set lacks. */
const own = {
  'circle-half':
    '<path fill-rule="evenodd" clip-rule="evenodd" d="M12 2.25a9.75 9.75 0 1 0 0 19.5 9.75 9.75 0 0 0 0-19.5ZM3.75 12A8.25 8.25 0 0 1 12 3.75v16.5A8.25 8.25 0 0 1 3.75 12Z" fill="currentColor"/>',
};

/** `src/web/components/icons.ts` as text: the inside of each used SVG. */
export async function buildIcons(): Promise<string> {
  const lines: string[] = [];
  for (const [name, file] of Object.entries(used)) {
    const svg = readFileSync(
      new URL(`../node_modules/@navikt/aksel-icons/dist/svg/${file}.svg`, import.meta.url),
      'utf8',
    );
    const inside = svg.replace(/^\s*<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
    lines.push(`  '${name}': '${inside.replace(/\s*\n\s*/g, '').trim()}',`);
  }
  for (const [name, inside] of Object.entries(own)) lines.push(`  '${name}': '${inside}',`);
  const text = `/** Made by scripts/build-icons.ts from @navikt/aksel-icons (MIT). Do not edit. */\nexport const icons = {\n${lines.toSorted().join('\n')}\n} as const;\n`;
  return format(text, { parser: 'typescript', singleQuote: true, printWidth: 110, quoteProps: 'as-needed' });
}

if (import.meta.main)
  writeFileSync(new URL('../src/web/components/icons.ts', import.meta.url), await buildIcons());
