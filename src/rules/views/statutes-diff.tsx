import type { StatuteChange } from '../../../rulebook/statutes/diff.ts';
import type { Statutes } from '../../../rulebook/statutes/statute.ts';
import { Tag, type Tone } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { ruleWords } from '../words.ts';
import { heading } from './rule.tsx';

interface Props {
  readonly page: Page;
  readonly before: Statutes;
  readonly after: Statutes;
  readonly changes: readonly StatuteChange[];
}

const tones: Readonly<Record<StatuteChange['how'], Tone>> = {
  added: 'success',
  removed: 'danger',
  changed: 'info',
};

/** What changed between two editions of the statutes: rules, and what they leave open. */
export function StatutesDiffView({ page, before, after, changes }: Props): Html {
  const { lang } = page;
  const w = ruleWords(lang);
  const kinds = [
    ['rule', w.statuteRules],
    ['gap', w.statuteGaps],
  ] as const;
  return (
    <>
      <PageHeading
        title={`${heading(page, 'changes')}: ${before.id} → ${after.id}`}
        lead={w.changesLead(before.name[lang], after.name[lang])}
        actions={
          <LinkButton href={page.href(`/rulebook/statutes/${after.id}/diff/${before.id}`)} small>
            {w.other}
          </LinkButton>
        }
      />
      {changes.length === 0 && (
        <EmptyState
          title={heading(page, 'nothingChanged')}
          why={w.changesLead(before.name[lang], after.name[lang])}
        />
      )}
      {kinds.map(([kind, title]) => {
        const here = changes.filter((change) => change.kind === kind);
        return (
          here.length > 0 && (
            <Section id={kind} title={title}>
              {here.map((change) => (
                <ChangeView page={page} before={before} after={after} change={change} />
              ))}
            </Section>
          )
        );
      })}
    </>
  );
}

function ChangeView({
  page,
  before,
  after,
  change,
}: Omit<Props, 'changes'> & { change: StatuteChange }): Html {
  const { lang } = page;
  const edition = change.how === 'removed' ? before : after;
  const anchor = change.kind === 'gap' ? `gap.${change.id}` : change.id;
  const says = change.after ?? change.before;
  return (
    <article class="rule">
      <div class="page-title">
        <h3>
          <a href={page.href(`/rulebook/statutes/${edition.id}#${anchor}`)}>{change.label[lang]}</a>{' '}
          <span class="rule-id">{change.id}</span>
        </h3>
        <div class="tags">
          <Tag tone={tones[change.how]}>{heading(page, change.how)}</Tag>
        </div>
      </div>
      {change.how === 'changed' ? (
        <Table
          lang={lang}
          caption={`${heading(page, 'changed')}: ${change.label[lang]}`}
          hideCaption
          rows={change.differences}
          columns={[
            { head: ruleWords(lang).whatChanged, names: true, cell: ({ what }) => what[lang] },
            { head: `${heading(page, 'before')} (${before.id})`, cell: (row) => row.before[lang] },
            { head: `${heading(page, 'after')} (${after.id})`, cell: (row) => row.after[lang] },
          ]}
        />
      ) : (
        says && <p>{says[lang]}</p>
      )}
    </article>
  );
}
