import { Tag, type Tone } from '../../web/components/badge.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { PageHeading } from '../../web/components/heading.tsx';
import { PersonLink } from '../../web/components/link.tsx';
import { Filters, FilterSelect, Pagination } from '../../web/components/list-tools.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { Table } from '../../web/components/table.tsx';
import { TimeText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { kindOf, letterKinds } from '../kinds.ts';
import type { LetterItem } from '../queries.ts';
import { dropReasons, letterStates, type DropReason, type LetterState } from '../vocabulary.ts';
import { letterWords } from '../words.ts';

export interface OutboxProps {
  readonly page: Page;
  readonly items: readonly LetterItem[];
  readonly chosen: { readonly status?: string | undefined; readonly kind?: string | undefined };
  readonly nextHref: string | undefined;
  readonly counts: { readonly waiting: number; readonly failed: number };
  readonly mailServer: boolean;
}

const tones: Readonly<Record<LetterState, Tone>> = {
  waiting: 'info',
  sent: 'success',
  gathered: 'neutral',
  failed: 'danger',
  dropped: 'warning',
};

/** The state of a mail as sign and word. */
export const StateTag = ({ page, status }: { page: Page; status: LetterState }): Html => (
  <Tag
    tone={tones[status]}
    icon={status === 'failed' ? 'danger' : status === 'sent' ? 'check-circle' : undefined}
  >
    {letterStates[status][page.lang]}
  </Tag>
);

/** Why a mail was not sent, in words where the reason is ours. */
export const reasonIn = (problem: string, lang: Page['lang']): string =>
  Object.hasOwn(dropReasons, problem) ? dropReasons[problem as DropReason][lang] : problem;

/** Everything that has been written to people, the newest first. */
export function OutboxView({ page, items, chosen, nextHref, counts, mailServer }: OutboxProps): Html {
  const { lang } = page;
  const w = letterWords(lang);
  const filtered = chosen.status !== undefined || chosen.kind !== undefined;
  return (
    <>
      <PageHeading
        title={w.outbox}
        lead={w.outboxLead}
        actions={<a href={page.href('/letters/texts')}>{w.texts}</a>}
      />
      {!mailServer && (
        <Notice lang={lang} tone="warning" title={w.noServerTitle}>
          {w.noServer}
        </Notice>
      )}
      {counts.failed > 0 && chosen.status !== 'failed' && (
        <Notice lang={lang} tone="danger" title={w.failedTitle(counts.failed)}>
          <p>
            {w.failedText} <a href={page.href('/letters?status=failed')}>{w.seeFailed}</a>
          </p>
        </Notice>
      )}
      <Filters
        lang={lang}
        action={page.href('/letters')}
        resetHref={filtered ? page.href('/letters') : undefined}
      >
        <FilterSelect
          name="status"
          label={w.status}
          value={chosen.status}
          all={w.allStatuses}
          options={Object.entries(letterStates).map(([value, label]) => ({ value, label: label[lang] }))}
        />
        <FilterSelect
          name="kind"
          label={w.kind}
          value={chosen.kind}
          all={w.allKinds}
          options={Object.entries(letterKinds).map(([value, { name }]) => ({ value, label: name[lang] }))}
        />
      </Filters>
      <Table
        lang={lang}
        caption={w.caption}
        hideCaption
        rows={items}
        rowTone={(row) => (row.status === 'failed' ? 'danger' : undefined)}
        columns={[
          {
            head: w.subject,
            names: true,
            cell: (row) => <a href={page.href(`/letters/${row.id}`)}>{row.subject}</a>,
          },
          { head: w.to, cell: (row) => <PersonLink page={page} person={row.person} /> },
          { head: w.kind, wideOnly: true, cell: (row) => kindOf(row.kind).name[lang] },
          {
            head: w.status,
            cell: (row) => (
              <>
                <StateTag page={page} status={row.status} />{' '}
                {row.problem !== '' && <span class="muted">{reasonIn(row.problem, lang)}</span>}
              </>
            ),
          },
          { head: w.when, cell: (row) => <TimeText at={row.endedAt ?? row.dueAt} lang={lang} /> },
        ]}
        empty={
          <EmptyState title={filtered ? w.noneFound : w.none} why={filtered ? w.noneFoundWhy : w.noneWhy} />
        }
      />
      {items.length > 0 && <Pagination lang={lang} shown={items.length} nextHref={nextHref} />}
    </>
  );
}
