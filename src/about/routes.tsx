import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { definePage, type PageSpec } from '../web/pages.ts';
import { AccessibilityView } from './views/accessibility.tsx';
import { SourceView } from './views/source.tsx';
import { aboutWords } from './words.ts';

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));

/** The accessibility statement of whoever runs the site (`ACCESSIBILITY_URL`), else what is known of the software. */
const accessibility = definePage({
  path: '/was',
  params: z.object({}),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ app, page }) =>
    app.config.accessibilityUrl === null
      ? { title: aboutWords(page.lang).was, body: AccessibilityView({ page }) }
      : { redirect: app.config.accessibilityUrl },
});

/** Where the source of the running version is (`SOURCE_URL`), else whom to ask: MPL-2.0, section 3.2. */
const source = definePage({
  path: '/source',
  params: z.object({}),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ app, page }) =>
    app.config.sourceUrl === null
      ? { title: aboutWords(page.lang).source, body: SourceView({ page, version }) }
      : { redirect: app.config.sourceUrl },
});

/** The pages about the software itself, which the foot of every page leads to. */
export const aboutPages: readonly PageSpec[] = [accessibility, source];
