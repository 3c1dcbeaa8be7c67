import type { Language } from '../../../rulebook/vocabulary.ts';
import { commonWords } from '../common-words.ts';
import { formatNumber } from '../format.ts';
import type { Child, Html } from '../jsx/jsx-runtime.ts';
import { Icon } from './icon.tsx';

interface FiltersProps {
  lang: Language;
  /** The list's own address; the form adds the query. */
  action: string;
  /** Fields made with `FilterSelect` and `FilterText`. */
  children?: Child;
  /** Where "reset" leads; given only while something is filtered. */
  resetHref?: string | undefined;
}

/** Narrows a list; the choice stands in the address, so that it can be kept and sent. */
export function Filters({ lang, action, children, resetHref }: FiltersProps): Html {
  const words = commonWords(lang);
  return (
    <form class="filters" method="get" action={action} aria-label={words.filters}>
      {children}
      <div class="filters-buttons">
        <button type="submit" class="ds-button" data-variant="secondary">
          {words.filter}
        </button>
        {resetHref !== undefined && <a href={resetHref}>{words.clear}</a>}
      </div>
    </form>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface FilterSelectProps {
  name: string;
  label: string;
  value: string | undefined;
  options: readonly Option[];
  /** The choice that filters nothing: "Alle niveauer". Absent where something is always chosen. */
  all?: string | undefined;
  /** Its choices are whole names that are to be read in full. */
  wide?: boolean | undefined;
}

export function FilterSelect({ name, label, value, options, all, wide }: FilterSelectProps): Html {
  return (
    <div class={wide ? 'filter filter-wide' : 'filter'}>
      <label for={`filter-${name}`}>{label}</label>
      <select class="ds-input" id={`filter-${name}`} name={name}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function FilterText({
  name,
  label,
  value,
}: {
  name: string;
  label: string;
  value: string | undefined;
}): Html {
  return (
    <div class="filter">
      <label for={`filter-${name}`}>{label}</label>
      <input
        class="ds-input"
        id={`filter-${name}`}
        name={name}
        type="search"
        value={value ?? ''}
        maxlength={200}
      />
    </div>
  );
}

/** A day to look at; empty asks for nothing, or means today. */
export function FilterDate({
  name,
  label,
  value,
}: {
  name: string;
  label: string;
  value: string | undefined;
}): Html {
  return (
    <div class="filter">
      <label for={`filter-${name}`}>{label}</label>
      <input class="ds-input" id={`filter-${name}`} name={name} type="date" value={value ?? ''} />
    </div>
  );
}

interface PaginationProps {
  lang: Language;
  /** How many this page shows, and of how many where that is counted. */
  shown: number;
  total?: number | undefined;
  /** There are more than `total`: counting stopped there. */
  over?: boolean | undefined;
  /** Back to the first page, from a later one. */
  firstHref?: string | undefined;
  previousHref?: string | undefined;
  nextHref?: string | undefined;
}

/** Count and steps of a list read page by page with a cursor. */
export function Pagination(props: PaginationProps): Html {
  const { lang, shown, total, over, firstHref, previousHref, nextHref } = props;
  const words = commonWords(lang);
  const steps = [firstHref, previousHref, nextHref].some((href) => href !== undefined);
  return (
    <div class="pagination">
      <p class="muted numeric">
        {total === undefined
          ? words.shownOnly(shown)
          : (over ? words.shownOver : words.shown)(formatNumber(shown, lang), formatNumber(total, lang))}
      </p>
      {steps && (
        <nav aria-label={words.pages}>
          {firstHref !== undefined && (
            <a class="ds-button" data-variant="tertiary" href={firstHref}>
              {words.first}
            </a>
          )}
          {previousHref !== undefined && (
            <a class="ds-button" data-variant="secondary" href={previousHref} rel="prev">
              <Icon name="arrow-left" />
              {words.previous}
            </a>
          )}
          {nextHref !== undefined && (
            <a class="ds-button" data-variant="secondary" href={nextHref} rel="next">
              {words.next}
              <Icon name="arrow-right" />
            </a>
          )}
        </nav>
      )}
    </div>
  );
}

export interface Tab {
  /** Complete address, from `page.href`. */
  readonly href: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly current?: boolean | undefined;
}

/** The pages of one thing: links that look like tabs, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }): Html {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
