import type { Text } from '../../../rulebook/vocabulary.ts';
import { EmptyState, Facts } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import {
  FilterDate,
  Filters,
  FilterSelect,
  FilterText,
  Pagination,
} from '../../web/components/list-tools.tsx';
import { Table } from '../../web/components/table.tsx';
import { TimeText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { JournalItem } from '../queries.ts';
import { journalWords, subjectKinds } from '../words.ts';
import { About, groundWord, kindWord, Who } from './parts.tsx';

export interface JournalProps {
  readonly page: Page;
  readonly items: readonly JournalItem[];
  readonly head: { readonly seq: number; readonly hash: string };
  readonly chosen: {
    readonly deed?: string | undefined;
    readonly kind?: string | undefined;
    readonly subject?: string | undefined;
    readonly person?: string | undefined;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  };
  /** Whether the reader is told people's names, and may look for one. */
  readonly named: boolean;
  readonly deeds: readonly (readonly [string, Text])[];
  readonly title: (deed: string) => Text;
  readonly nextHref: string | undefined;
}

/** The journal: what was done, newest first, narrowed by deed, subject, person and date. */
export function JournalView(props: JournalProps): Html {
  const { page, items, chosen, named } = props;
  const { lang } = page;
  const w = journalWords(lang);
  const filtered = Object.values(chosen).some((value) => value !== undefined);
  const order = new Intl.Collator(lang);
  return (
    <>
      <PageHeading title={w.title} lead={w.lead} />
      <Filters
        lang={lang}
        action={page.href('/journal')}
        resetHref={filtered ? page.href('/journal') : undefined}
      >
        <FilterSelect
          name="deed"
          label={w.what}
          value={chosen.deed}
          all={w.allDeeds}
          options={props.deeds
            .map(([value, label]) => ({ value, label: label[lang] }))
            .toSorted((a, b) => order.compare(a.label, b.label))}
        />
        <FilterSelect
          name="kind"
          label={w.kind}
          value={chosen.kind}
          all={w.allKinds}
          options={subjectKinds
            .filter((kind) => named || kind !== 'person')
            .map((value) => ({ value, label: kindWord(value, page) }))}
        />
        {named && <FilterText name="person" label={w.person} value={chosen.person} />}
        <FilterDate name="from" label={w.from} value={chosen.from} />
        <FilterDate name="to" label={w.to} value={chosen.to} />
        {chosen.subject !== undefined && <input type="hidden" name="subject" value={chosen.subject} />}
      </Filters>
      {chosen.subject !== undefined && (
        <p>{w.onlyAbout(items.find((item) => item.subject.name !== null)?.subject.name ?? chosen.subject)}</p>
      )}
      <Table
        lang={lang}
        caption={w.caption}
        hideCaption
        compact
        rows={items}
        columns={[
          { head: w.when, nowrap: true, cell: (item) => <TimeText at={item.at} lang={lang} /> },
          {
            head: w.what,
            names: true,
            cell: (item) => <a href={page.href(`/journal/${item.seq}`)}>{props.title(item.deed)[lang]}</a>,
          },
          { head: w.about, cell: (item) => <About page={page} item={item} /> },
          { head: w.who, cell: (item) => <Who page={page} item={item} /> },
          { head: w.ground, cell: (item) => groundWord(item.ground, page) },
          { head: w.number, numeric: true, wideOnly: true, cell: (item) => String(item.seq) },
        ]}
        empty={<EmptyState title={filtered ? w.none : w.empty} why={filtered ? w.noneWhy : w.emptyWhy} />}
      />
      {items.length > 0 && <Pagination lang={lang} shown={items.length} nextHref={props.nextHref} />}
      <p class="muted">{w.left}</p>
      <Section title={w.head} id="head" intro={w.headText}>
        <Facts facts={[[w.headHash, <code class="hash">{props.head.hash}</code>]]} />
      </Section>
    </>
  );
}
