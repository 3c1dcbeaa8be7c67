import { sideBySide } from '../../../rulebook/markdown-diff.ts';
import type { Edition } from '../../../rulebook/rule.ts';
import { themes, weights } from '../../../rulebook/vocabulary.ts';
import { LevelBadge, Tag } from '../../web/components/badge.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { Table, type Column } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { ruleWords } from '../words.ts';
import { SourceText, heading } from './rule.tsx';

/** From when until when an edition holds. */
export function Period({
  page,
  edition,
}: {
  page: Page;
  edition: Pick<Edition, 'inForceFrom' | 'inForceUntil'>;
}): Html {
  const { lang } = page;
  return (
    <>
      <DateText date={edition.inForceFrom} lang={lang} />
      {' – '}
      {edition.inForceUntil === null ? (
        ruleWords(lang).untilFurther
      ) : (
        <DateText date={edition.inForceUntil} lang={lang} />
      )}
    </>
  );
}

/** The editions: what each is, which is in force here, and their requirements side by side. */
export function EditionsView({ page, editions }: { page: Page; editions: readonly Edition[] }): Html {
  const { lang } = page;
  const w = ruleWords(lang);
  const newestFirst = editions.toReversed();
  return (
    <>
      <PageHeading title={w.title} lead={w.lead} />
      <Section title={w.editions}>
        <Table
          lang={lang}
          caption={w.editions}
          hideCaption
          rows={newestFirst}
          columns={[
            {
              head: heading(page, 'edition'),
              names: true,
              cell: (edition) => (
                <>
                  <a href={page.href(`/rulebook/${edition.id}`)}>{edition.name[lang]}</a>{' '}
                  {edition.id === page.community.edition && (
                    <Tag tone="success" icon="check">
                      {w.inForceHere}
                    </Tag>
                  )}
                </>
              ),
            },
            { head: w.years, cell: (edition) => <Period page={page} edition={edition} /> },
            {
              head: heading(page, 'levels'),
              cell: (edition) => edition.levels.map(({ short }) => short[lang]).join(', '),
            },
            {
              head: heading(page, 'requirements'),
              numeric: true,
              cell: (edition) => Object.keys(edition.requirements).length,
            },
            {
              head: heading(page, 'source'),
              cell: (edition) => <SourceText page={page} source={edition.document} />,
            },
            {
              head: w.compare,
              cell: (edition) => <Comparisons page={page} edition={edition} all={editions} />,
            },
          ]}
        />
      </Section>
      <Section id="statutes" title={w.statutes} intro={w.statutesLead}>
        <p>
          <a href={page.href('/rulebook/statutes')}>{w.readStatutes}</a>
        </p>
      </Section>
      <SideBySide page={page} editions={editions} />
    </>
  );
}

function Comparisons({
  page,
  edition,
  all,
}: {
  page: Page;
  edition: Edition;
  all: readonly Edition[];
}): Html {
  const earlier = all.filter((other) => other.inForceFrom < edition.inForceFrom);
  if (earlier.length === 0) return <span class="muted">—</span>;
  return (
    <ul class="plain">
      {earlier.toReversed().map((other) => (
        <li>
          <a href={page.href(`/rulebook/${other.id}/diff/${edition.id}`)}>
            {ruleWords(page.lang).compareWith(other.id)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function SideBySide({ page, editions }: { page: Page; editions: readonly Edition[] }): Html {
  const { lang } = page;
  const w = ruleWords(lang);
  const rows = sideBySide(editions);
  const columns = editions.map((edition, index): Column<(typeof rows)[number]> => ({
    head: edition.id,
    cell: ({ found }) => <Requirements page={page} edition={edition} ids={found[index] ?? []} />,
  }));
  return (
    <Section id="side-by-side" title={w.sideBySide} intro={w.sideBySideIntro}>
      <Table
        lang={lang}
        caption={w.sideBySide}
        hideCaption
        rows={rows}
        columns={[{ head: w.theme, names: true, cell: ({ theme }) => themes[theme][lang] }, ...columns]}
      />
    </Section>
  );
}

function Requirements({
  page,
  edition,
  ids,
}: {
  page: Page;
  edition: Edition;
  ids: readonly string[];
}): Html {
  const { lang } = page;
  const found = ids.flatMap((id) => edition.requirements[id] ?? []);
  if (found.length === 0) return <span class="muted">{ruleWords(lang).absent}</span>;
  return (
    <ul class="plain">
      {found.map((requirement) => (
        <li>
          <a href={page.href(`/rulebook/${edition.id}#${requirement.id}`)}>{requirement.label[lang]}</a>{' '}
          <span class="rule-id">{requirement.id}</span>{' '}
          <LevelBadge
            level={requirement.level}
            lang={lang}
            name={edition.levels.find(({ id }) => id === requirement.level)?.short[lang]}
          />
          {requirement.weight !== 'must' && (
            <span class="muted">{` ${weights[requirement.weight][lang]}`}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
