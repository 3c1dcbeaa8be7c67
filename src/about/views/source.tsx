import { PageHeading, Section } from '../../web/components/heading.tsx';
import { ExternalLink } from '../../web/components/link.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { aboutWords } from '../words.ts';

/** The licence, and whom to ask for the source. */
export function SourceView({ page, version }: { page: Page; version: string }): Html {
  const w = aboutWords(page.lang);
  return (
    <>
      <PageHeading title={w.source} lead={w.sourceLead} />
      <Section title={w.where}>
        <p>{w.whereText}</p>
        <p>{w.version(version)}</p>
      </Section>
      <Section title={w.licence}>
        <p>{w.licenceText}</p>
        <p>
          <ExternalLink page={page} href="https://www.mozilla.org/MPL/2.0/">
            {w.licenceLink}
          </ExternalLink>
        </p>
      </Section>
    </>
  );
}
