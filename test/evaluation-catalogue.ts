import type { Requirement } from '../rulebook/rule.ts';
import type { Theme } from '../rulebook/vocabulary.ts';
import { formThemes } from '../src/evaluations/catalogue.ts';
import type { Catalogue } from '../src/evaluations/catalogue.ts';
import { os2File } from './evaluation-files.ts';

interface FormRow {
  readonly id: string;
  readonly kategori: string;
  readonly krav: string;
  readonly produktniveau: string;
  readonly retningslinjer: string;
}

const source = { document: 'form', section: '-' };
const levels = [
  ['sandkasse', 'sandbox'],
  ['1', 'N1'],
  ['2', 'N2'],
  ['3', 'N3'],
] as const;

const form = JSON.parse(Buffer.from(os2File('selvevaluering-2026-OS2borgerPC.json')).toString('utf8')) as {
  krav: FormRow[];
};

const requirement = (row: FormRow): Requirement => ({
  id: row.id,
  kind: 'requirement',
  label: { da: row.krav, en: row.krav },
  says: { da: row.krav, en: row.krav },
  source,
  weight: 'must',
  level: levels.find(([word]) => word === row.produktniveau)![1],
  due: 'product',
  condition: { claimed: true },
  provider: 'project-manager',
  examples: [],
  theme: (Object.keys(formThemes) as Theme[]).find((theme) => formThemes[theme] === row.kategori) as Theme,
  formLabel: row.krav,
  guidance: { da: row.retningslinjer, en: row.retningslinjer },
});

/** The catalogue as the real form of 2026 prints it. */
export const formCatalogue: Catalogue = {
  id: '2025',
  name: { da: 'formularen', en: 'the form' },
  levels: levels.map(([formWord, id], rank) => ({
    id,
    rank,
    name: { da: id, en: id },
    short: { da: id, en: id },
    says: { da: id, en: id },
    source,
    formWord,
  })),
  themes: ['relevance', 'formal', 'strategic', 'governance'],
  verdicts: ['met', 'partly', 'planned', 'explained', 'unmet', 'not-relevant', 'unknown'],
  requirements: Object.fromEntries(form.krav.map((row) => [row.id, requirement(row)])),
};
