import { editions } from '../rulebook/editions.ts';
import { toMarkdown } from '../rulebook/markdown.ts';
import { editionsToMarkdown } from '../rulebook/markdown-diff.ts';
import { editionSchema } from '../rulebook/schema.ts';
import { languages, type Language } from '../rulebook/vocabulary.ts';

const folder = 'docs/generated';
/** English has the plain name, as the README has. */
const suffix = (language: Language): string => (language === 'en' ? '' : `.${language}`);

/** The readable rulebook of every edition, the editions side by side, and the schema of an edition. */
export const rulebookFiles = (): Readonly<Record<string, string>> => ({
  [`${folder}/edition.schema.json`]: `${JSON.stringify(editionSchema, null, 2)}\n`,
  ...Object.fromEntries(
    languages.flatMap((language) => [
      [`${folder}/editions${suffix(language)}.md`, editionsToMarkdown(editions, language)],
      ...editions.map((edition) => [
        `${folder}/rulebook-${edition.id}${suffix(language)}.md`,
        toMarkdown(edition, language),
      ]),
    ]),
  ),
});
