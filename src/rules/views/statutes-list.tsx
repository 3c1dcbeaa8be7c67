import type { IsoDate } from '../../../rulebook/rule.ts';
import type { StatuteRule, Statutes } from '../../../rulebook/statutes/statute.ts';
import { Tag } from '../../web/components/badge.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { Table, type Column } from '../../web/components/table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { ruleWords } from '../words.ts';
import { Period } from './editions.tsx';
import { heading } from './rule.tsx';

interface Props {
  readonly page: Page;
  readonly editions: readonly Statutes[];
  readonly today: IsoDate;
}

/** The mark of statutes in force on a day; null for others. */
export const inForceMark = (page: Page, { inForceFrom, inForceUntil }: Statutes, on: IsoDate): Html | null =>
  inForceFrom <= on && (inForceUntil === null || on <= inForceUntil) ? (
    <Tag tone="success" icon="check">
      {ruleWords(page.lang).inForceNow}
    </Tag>
  ) : null;

/** The editions of the statutes: which is in force, what is known of each, and their rules side by side. */
export function StatutesListView({ page, editions, today }: Props): Html {
  const { lang } = page;
  const w = ruleWords(lang);
  const earlier = ({ inForceFrom }: Statutes) =>
    editions.filter((other) => other.inForceFrom < inForceFrom).toReversed();
  return (
    <>
      <PageHeading title={w.statutes} lead={w.statutesLead} />
      <Section title={w.editions}>
        <Table
          lang={lang}
          caption={w.editions}
          hideCaption
          rows={editions.toReversed()}
          columns={[
            {
              head: heading(page, 'edition'),
              names: true,
              cell: (each) => (
                <>
                  <a href={page.href(`/rulebook/statutes/${each.id}`)}>{each.name[lang]}</a>{' '}
                  {inForceMark(page, each, today)}
                </>
              ),
            },
            { head: w.years, cell: (each) => <Period page={page} edition={each} /> },
            { head: w.statuteRules, numeric: true, cell: (each) => each.rules.length },
            { head: w.knownText, cell: (each) => (each.textKnown ? w.yes : w.no) },
            {
              head: w.compare,
              cell: (each) =>
                earlier(each).length === 0 ? (
                  <span class="muted">—</span>
                ) : (
                  <ul class="plain">
                    {earlier(each).map((other) => (
                      <li>
                        <a href={page.href(`/rulebook/statutes/${other.id}/diff/${each.id}`)}>
                          {w.compareWith(other.id)}
                        </a>
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      </Section>
      <SideBySide page={page} editions={editions} />
    </>
  );
}

function SideBySide({ page, editions }: Omit<Props, 'today'>): Html {
  const { lang } = page;
  const w = ruleWords(lang);
  const newest = editions.at(-1)?.rules ?? [];
  const columns = editions.map((edition): Column<StatuteRule> => ({
    head: edition.id,
    cell: ({ id }) => {
      const rule = edition.rules.find((each) => each.id === id);
      if (!rule) return <span class="muted">{edition.textKnown ? w.absent : w.unknown}</span>;
      return <a href={page.href(`/rulebook/statutes/${edition.id}#${id}`)}>{rule.says[lang]}</a>;
    },
  }));
  return (
    <Section id="side-by-side" title={w.statutesSideBySide}>
      <Table
        lang={lang}
        caption={w.statutesSideBySide}
        hideCaption
        rows={newest}
        columns={[
          {
            head: w.statuteRule,
            names: true,
            cell: ({ id, label }) => (
              <>
                {label[lang]} <span class="rule-id">{id}</span>
              </>
            ),
          },
          ...columns,
        ]}
      />
    </Section>
  );
}
