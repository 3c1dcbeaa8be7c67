import { writtenIn } from '../../web/components/written.tsx';
import { stages } from '../../../rulebook/vocabulary.ts';
import { LevelBadge, Tag } from '../../web/components/badge.tsx';
import { Button } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import type { Child, Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { endings } from '../frame.ts';
import { mostOfEach, shortest, type Found } from '../search.ts';
import { searchWords } from '../words.ts';

/** What a search found, kind by kind; null before anything was asked, or when too little was. */
export function SearchView({ page, q, found }: { page: Page; q: string; found: Found | null }): Html {
  const { lang } = page;
  const w = searchWords(lang);
  return (
    <>
      <PageHeading title={q === '' ? w.title : w.titleFor(q)} />
      <form class="filters" method="get" action={page.href('/search')} aria-label={w.again}>
        <div class="filter">
          <label for="search-page">{w.label}</label>
          <input class="ds-input" id="search-page" name="q" type="search" value={q} maxlength={200} />
        </div>
        <div class="filters-buttons">
          <Button variant="secondary">{w.search}</Button>
        </div>
      </form>
      {found === null ? (
        <p class="muted">{w.tooShort(shortest)}</p>
      ) : (
        <Results page={page} q={q} found={found} />
      )}
    </>
  );
}

function Results({ page, q, found }: { page: Page; q: string; found: Found }): Html {
  const { lang } = page;
  const w = searchWords(lang);
  const count = Object.values(found).reduce((sum: number, kind) => sum + (kind?.length ?? 0), 0);
  if (count === 0)
    return <EmptyState title={w.nothing(q)} why={page.viewer ? w.nothingWhy : w.nothingWhyVisitor} />;
  const link = (path: string, name: string): Html => <a href={page.href(path)}>{name}</a>;
  return (
    <>
      <Kind
        title={w.initiatives}
        items={found.initiatives.map((row) => (
          <>
            {link(`/initiatives/${row.slug}`, row.name)} <LevelBadge level={row.level} lang={lang} />{' '}
            <Tag>
              {(row.ended_as === null ? stages[row.stage] : (endings[row.ended_as] ?? stages.retired))[lang]}
            </Tag>
            <br />
            <span class="muted" lang={writtenIn}>
              {row.summary}
            </span>
          </>
        ))}
        more={
          found.initiatives.length === mostOfEach && (
            <p>
              {w.more} {link(`/projects?q=${encodeURIComponent(q)}`, w.projects)},{' '}
              {link(`/products?q=${encodeURIComponent(q)}`, w.products)}
            </p>
          )
        }
      />
      <Kind
        title={w.organisations}
        items={found.organisations.map((row) => link(`/members/${row.slug}`, row.name))}
        more={
          found.organisations.length === mostOfEach && (
            <p>{link(`/members?member=all&q=${encodeURIComponent(q)}`, w.allOrganisations)}</p>
          )
        }
      />
      <Kind title={w.bodies} items={found.bodies.map((row) => link(`/bodies/${row.slug}`, row.name))} />
      <Kind title={w.people} items={(found.people ?? []).map((row) => link(`/people/${row.id}`, row.name))} />
      <Kind
        title={w.requirements}
        items={found.requirements.map((row) => (
          <>
            {link(`/rulebook/${page.community.edition}#${row.id}`, `${row.id} ${row.label[lang]}`)}
            <br />
            <span class="muted">{row.says[lang]}</span>
          </>
        ))}
      />
    </>
  );
}

function Kind({ title, items, more }: { title: string; items: readonly Html[]; more?: Child }): Html {
  if (items.length === 0) return <></>;
  return (
    <Section title={`${title} (${items.length}${items.length === mostOfEach ? '+' : ''})`}>
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      {more}
    </Section>
  );
}
