import { Written } from '../../web/components/written.tsx';
import { titledUnder } from '../../rules/community.ts';
import type { Text } from '../../../rulebook/vocabulary.ts';
import { Facts } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { Table } from '../../web/components/table.tsx';
import { TimeText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { differences, type Difference } from '../differences.ts';
import { fieldWord, isWritten, valueWord } from '../field-words.ts';
import type { JournalItem } from '../queries.ts';
import { journalWords } from '../words.ts';
import { groundWord, kindWord, SubjectLink, Who } from './parts.tsx';

export interface EntryProps {
  readonly page: Page;
  readonly item: JournalItem;
  readonly title: Text;
  /** What a decision did, in sentences. */
  readonly effects: readonly Text[];
}

/** One entry of the journal: who did what, on which ground, what it changed, and its link in the chain. */
export function EntryView({ page, item, title, effects }: EntryProps): Html {
  const { lang } = page;
  const w = journalWords(lang);
  const changed = differences(item.before, item.after);
  const value = (row: Difference, leaf: Difference['after']) => {
    const says = valueWord(leaf, row.path, lang, item.names, titledUnder(page.community.edition));
    if (says === '') return <span class="muted">{w.nothing}</span>;
    return isWritten(leaf, says) ? <Written>{says}</Written> : says;
  };
  return (
    <>
      <PageHeading kicker={`${w.title}, ${w.entry(item.seq).toLowerCase()}`} title={title[lang]} />
      <Facts
        facts={[
          [kindWord(item.subject.kind, page), <SubjectLink page={page} item={item} />],
          [
            w.initiative,
            item.initiative !== null && item.subject.kind !== 'initiative' && (
              <a href={page.href(`/initiatives/${item.initiative.slug}`)}>{item.initiative.name}</a>
            ),
          ],
          [w.when, <TimeText at={item.at} lang={lang} />],
          [w.who, <Who page={page} item={item} />],
          [w.ground, groundWord(item.ground, page)],
          [w.edition, <a href={page.href(`/rulebook/${item.edition}`)}>{item.edition}</a>],
        ]}
      />
      <Section title={w.changes}>
        {item.withheld.some((path) => path !== 'person') && (
          <Notice lang={lang} tone="info" title={w.withheld}>
            <p>{w.withheldText}</p>
          </Notice>
        )}
        {changed.length === 0 ? (
          item.withheld.every((path) => path === 'person') && <p>{w.noChanges}</p>
        ) : (
          <Table
            lang={lang}
            caption={w.changes}
            hideCaption
            rows={changed}
            columns={[
              { head: w.field, names: true, cell: (row) => fieldWord(row.path, lang) },
              ...(item.before === null
                ? []
                : [{ head: w.before, cell: (row: Difference) => value(row, row.before) }]),
              { head: w.after, cell: (row) => value(row, row.after) },
            ]}
          />
        )}
      </Section>
      {effects.length > 0 && (
        <Section title={w.effects}>
          <ul>
            {effects.map((effect) => (
              <li>{effect[lang]}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={w.proof} intro={w.proofText}>
        <Facts
          facts={[
            [w.hash, <code class="hash">{item.hash}</code>],
            [w.prevHash, <code class="hash">{item.prevHash}</code>],
          ]}
        />
      </Section>
    </>
  );
}
