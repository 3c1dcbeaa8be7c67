import { outcomes } from '../../../rulebook/vocabulary.ts';
import { Tag } from '../../web/components/badge.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { PageHeading } from '../../web/components/heading.tsx';
import { Pagination } from '../../web/components/list-tools.tsx';
import { Table } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { BodyDecision } from '../queries.ts';
import { bodyWords } from '../words.ts';

/** What a body has decided, newest first. */
export function DecisionTable({ page, items }: { page: Page; items: readonly BodyDecision[] }): Html {
  const { lang } = page;
  const w = bodyWords(lang);
  return (
    <Table
      lang={lang}
      caption={w.decisions}
      hideCaption
      rows={items}
      columns={[
        {
          head: w.question,
          names: true,
          cell: (row) => (
            <a href={page.href(row.case === null ? `/decisions/${row.number}` : `/cases/${row.case}`)}>
              {row.question[lang]}
            </a>
          ),
        },
        {
          head: w.initiative,
          cell: (row) =>
            row.initiative && (
              <a href={page.href(`/initiatives/${row.initiative.slug}`)}>{row.initiative.name}</a>
            ),
        },
        {
          head: w.outcome,
          cell: (row) => (
            <>
              {outcomes[row.outcome as keyof typeof outcomes][lang]}{' '}
              {row.correctedBy !== null && <Tag>{w.corrected}</Tag>}
            </>
          ),
        },
        {
          head: w.decidedOn,
          nowrap: true,
          cell: (row) => <DateText date={row.decidedOn} lang={lang} />,
        },
      ]}
      empty={<EmptyState title={w.noDecisions} why={w.noDecisionsWhy} />}
    />
  );
}

export interface DecisionsProps {
  readonly page: Page;
  readonly name: string;
  readonly items: readonly BodyDecision[];
  readonly nextHref: string | undefined;
}

/** Every decision of one body, a page at a time. */
export function DecisionsView({ page, name, items, nextHref }: DecisionsProps): Html {
  const w = bodyWords(page.lang);
  return (
    <>
      <PageHeading kicker={name} title={w.decisions} />
      <DecisionTable page={page} items={items} />
      {items.length > 0 && <Pagination lang={page.lang} shown={items.length} nextHref={nextHref} />}
    </>
  );
}
