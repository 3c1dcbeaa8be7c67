import type { Page } from '../page.ts';
import type { Html } from '../jsx/jsx-runtime.ts';
import { commonWords } from '../common-words.ts';
import { Icon } from './icon.tsx';

/** A person's name; a link to their page where there is one. */
export function PersonLink({
  page,
  person,
}: {
  page: Page;
  person: { readonly id: string; readonly name: string } | null;
}): Html {
  if (!person) return <span class="muted">{commonWords(page.lang).vacant}</span>;
  return <a href={page.href(`/people/${person.id}`)}>{person.name}</a>;
}

/** An organisation's name as a link to its page. */
export function OrganisationLink({
  page,
  organisation,
}: {
  page: Page;
  organisation: { readonly id: string; readonly name: string };
}): Html {
  return <a href={page.href(`/members/${organisation.id}`)}>{organisation.name}</a>;
}

/** A link that leaves the site, marked so. */
export function ExternalLink({
  page,
  href,
  children,
}: {
  page: Page;
  href: string;
  children?: string | undefined;
}): Html {
  return (
    <a href={href} rel="noopener noreferrer" class="external">
      {children ?? href}
      <Icon name="external" label={`(${commonWords(page.lang).opensNewSite})`} />
    </a>
  );
}
