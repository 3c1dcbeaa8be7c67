import { editions } from '../rulebook/editions.ts';
import { toMarkdown } from '../rulebook/markdown.ts';
import { editionsToMarkdown } from '../rulebook/markdown-diff.ts';
import { editionSchema } from '../rulebook/schema.ts';
import { statutesEditions } from '../rulebook/statutes/editions.ts';
import { statutesToMarkdown } from '../rulebook/statutes/markdown.ts';
import { statutesSchema } from '../rulebook/statutes/schema.ts';
import { languages, type Language } from '../rulebook/vocabulary.ts';

const folder = 'docs/generated';
/** English has the plain name, as the README has. */
const suffix = (language: Language): string => (language === 'en' ? '' : `.${language}`);

/** The readable rulebook and statutes of every edition, the editions side by side, and the schemas of both. */
export const rulebookFiles = (): Readonly<Record<string, string>> => ({
  [`${folder}/edition.schema.json`]: `${JSON.stringify(editionSchema, null, 2)}\n`,
  [`${folder}/statutes.schema.json`]: `${JSON.stringify(statutesSchema, null, 2)}\n`,
  ...Object.fromEntries(
    languages.flatMap((language) => [
      [`${folder}/editions${suffix(language)}.md`, editionsToMarkdown(editions, language)],
      ...editions.map((edition) => [
        `${folder}/rulebook-${edition.id}${suffix(language)}.md`,
        toMarkdown(edition, language),
      ]),
      ...statutesEditions.map((statutes) => [
        `${folder}/statutes-${statutes.id}${suffix(language)}.md`,
        statutesToMarkdown(statutes, language),
      ]),
    ]),
  ),
});
