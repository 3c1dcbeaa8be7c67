import { LinkButton } from '../../web/components/button.tsx';
import { PageHeading } from '../../web/components/heading.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { peopleWords } from '../words.ts';

/** Why somebody does not see people here, and what to do about it. */
export function HiddenView({ page }: { page: Page }): Html {
  const w = peopleWords(page.lang);
  const visitor = page.viewer === null;
  return (
    <>
      <PageHeading
        title={visitor ? w.hiddenTitle : w.operatorTitle}
        lead={visitor ? w.hiddenLead : w.operatorLead}
      />
      <p>{visitor ? w.hiddenHow : w.operatorHow}</p>
      <p>{w.hiddenElse}</p>
      {visitor && (
        <div class="actions">
          <LinkButton
            href={page.href(`/sign-in?next=${encodeURIComponent(page.path)}`)}
            variant="primary"
            icon="person"
          >
            {w.signIn}
          </LinkButton>
        </div>
      )}
    </>
  );
}
