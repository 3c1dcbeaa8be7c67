import { PageHeading, Section } from '../../web/components/heading.tsx';
import { ExternalLink } from '../../web/components/link.tsx';
import { Notice } from '../../web/components/notice.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { aboutWords } from '../words.ts';

/** What is known about accessibility while the site has no statement of its own. */
export function AccessibilityView({ page }: { page: Page }): Html {
  const w = aboutWords(page.lang);
  return (
    <>
      <PageHeading title={w.was} lead={w.wasLead} />
      <Notice lang={page.lang} tone="info" title={w.noStatement}>
        {w.noStatementWhy}
      </Notice>
      <Section title={w.made}>
        <ul>
          {w.madeItems.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      </Section>
      <Section title={w.limits}>
        <p>{w.limitsText}</p>
      </Section>
      <Section title={w.trouble}>
        <p>{w.troubleText}</p>
        <p>
          <ExternalLink
            page={page}
            href="https://digst.dk/digital-inklusion/webtilgaengelighed/oplever-du-ikke-tilgaengeligt-indhold/"
          >
            {w.agency}
          </ExternalLink>
        </p>
      </Section>
    </>
  );
}
