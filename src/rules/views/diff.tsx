import { bodyAnchor } from '../../../rulebook/anchor.ts';
import type { Change } from '../../../rulebook/diff.ts';
import { recordKinds, type RecordKind } from '../../../rulebook/portrait.ts';
import type { Edition } from '../../../rulebook/rule.ts';
import { Tag, type Tone } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { ruleWords } from '../words.ts';
import { heading } from './rule.tsx';
import { capital } from '../../lib/capital.ts';

interface DiffProps {
  readonly page: Page;
  readonly before: Edition;
  readonly after: Edition;
  readonly changes: readonly Change[];
}

const tones: Readonly<Record<Change['how'], Tone>> = { added: 'success', removed: 'danger', changed: 'info' };
const hows = Object.keys(tones) as Change['how'][];

/** What changed between two editions, side by side. */
export function DiffView({ page, before, after, changes }: DiffProps): Html {
  const { lang } = page;
  const w = ruleWords(lang);
  const kinds = (Object.keys(recordKinds) as RecordKind[]).filter((kind) =>
    changes.some((change) => change.kind === kind),
  );
  return (
    <>
      <PageHeading
        title={`${heading(page, 'changes')}: ${before.id} → ${after.id}`}
        lead={w.changesLead(before.name[lang], after.name[lang])}
        actions={
          <LinkButton href={page.href(`/rulebook/${after.id}/diff/${before.id}`)} small>
            {w.other}
          </LinkButton>
        }
      />
      {changes.length === 0 ? (
        <EmptyState
          title={heading(page, 'nothingChanged')}
          why={w.changesLead(before.name[lang], after.name[lang])}
        />
      ) : (
        <Section title={w.summary}>
          <Table
            lang={lang}
            caption={w.summary}
            hideCaption
            rows={kinds}
            columns={[
              {
                head: w.kind,
                names: true,
                cell: (kind) => <a href={`#${kind}`}>{recordKinds[kind][lang]}</a>,
              },
              ...hows.map((how) => ({
                head: heading(page, how),
                numeric: true,
                cell: (kind: RecordKind) =>
                  changes.filter((change) => change.kind === kind && change.how === how).length,
              })),
            ]}
          />
        </Section>
      )}
      {kinds.map((kind) => (
        <Section id={kind} title={recordKinds[kind][lang]}>
          {changes
            .filter((change) => change.kind === kind)
            .map((change) => (
              <ChangeView page={page} before={before} after={after} change={change} />
            ))}
        </Section>
      ))}
    </>
  );
}

function ChangeView({ page, before, after, change }: Omit<DiffProps, 'changes'> & { change: Change }): Html {
  const { lang } = page;
  const edition = change.how === 'removed' ? before : after;
  const says = change.after ?? change.before;
  const label = capital(change.label[lang]);
  return (
    <article class="rule">
      <div class="page-title">
        <h3>
          {change.kind === 'edition' ? (
            label
          ) : (
            <>
              <a
                href={page.href(
                  `/rulebook/${edition.id}#${change.kind === 'body' ? bodyAnchor(change.id) : change.id}`,
                )}
              >
                {label}
              </a>{' '}
              <span class="rule-id">{change.id}</span>
            </>
          )}
        </h3>
        <div class="tags">
          <Tag tone={tones[change.how]}>{heading(page, change.how)}</Tag>
        </div>
      </div>
      {change.how === 'changed' ? (
        <Table
          lang={lang}
          caption={`${heading(page, 'changed')}: ${label}`}
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
