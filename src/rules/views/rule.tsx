import { headings, type Heading } from '../../../rulebook/headings.ts';
import { sourceInWords } from '../../../rulebook/in-words.ts';
import type { Source } from '../../../rulebook/rule.ts';
import type { Text } from '../../../rulebook/vocabulary.ts';
import { Details, Facts } from '../../web/components/facts.tsx';
import { ExternalLink } from '../../web/components/link.tsx';
import type { Child, Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';

/** A place in a source, as a link where it can be read. */
export function SourceText({ page, source }: { page: Page; source: Source }): Html {
  const place = sourceInWords(source)[page.lang];
  return source.url === undefined ? (
    <span>{place}</span>
  ) : (
    <ExternalLink page={page} href={source.url}>
      {place}
    </ExternalLink>
  );
}

interface RuleProps {
  readonly page: Page;
  /** Said aloud and linked to: refusals lead here. */
  readonly id: string;
  /** Where the id names another rule too. */
  readonly anchor?: string;
  readonly label: string;
  readonly level: 3 | 4 | 5;
  readonly says: Text;
  readonly tags?: Child;
  readonly source: Source;
  /** What opens on demand: names and values. */
  readonly more?: { readonly summary: string; readonly facts: readonly (readonly [string, Child])[] };
  readonly children?: Child;
}

/** One rule: its name and id, its sentence, its source, and the rest on demand. */
export function Rule({
  page,
  id,
  anchor = id,
  label,
  level,
  says,
  tags,
  source,
  more,
  children,
}: RuleProps): Html {
  const name = [label, ' ', <span class="rule-id">{id}</span>];
  return (
    <article class="rule" id={anchor}>
      <div class="page-title">
        {level === 3 ? <h3>{name}</h3> : level === 4 ? <h4>{name}</h4> : <h5>{name}</h5>}
        {tags && <div class="tags">{tags}</div>}
      </div>
      <p>{says[page.lang]}</p>
      {children}
      <p class="muted">
        {`${headings.source[page.lang]}: `}
        <SourceText page={page} source={source} />
      </p>
      {more && (
        <Details summary={more.summary}>
          <Facts facts={more.facts} />
        </Details>
      )}
    </article>
  );
}

/** Short texts below each other. */
export const lines = (page: Page, texts: readonly Text[]): Html | null =>
  texts.length === 0 ? null : (
    <ul>
      {texts.map((each) => (
        <li>{each[page.lang]}</li>
      ))}
    </ul>
  );

/** The heading of a part, in the reader's language. */
export const heading = (page: Page, name: Heading): string => headings[name][page.lang];
