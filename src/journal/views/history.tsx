import { Written } from '../../web/components/written.tsx';
import { titledUnder } from '../../rules/community.ts';
import type { Text } from '../../../rulebook/vocabulary.ts';
import { EmptyState, Timeline } from '../../web/components/facts.tsx';
import { Section } from '../../web/components/heading.tsx';
import { InitiativeFrame, type FrameFacts } from '../../web/components/initiative-frame.tsx';
import { Pagination } from '../../web/components/list-tools.tsx';
import { TimeText } from '../../web/components/text.tsx';
import type { Child, Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { differences, type Difference } from '../differences.ts';
import { fieldWord, isWritten, valueWord } from '../field-words.ts';
import type { JournalItem } from '../queries.ts';
import { journalWords } from '../words.ts';
import { About, groundWord, Who } from './parts.tsx';

export interface HistoryProps {
  readonly page: Page;
  readonly initiative: FrameFacts;
  readonly items: readonly JournalItem[];
  readonly title: (deed: string) => Text;
  /** What a decision did, in sentences. */
  readonly effects: (item: JournalItem) => readonly Text[];
  readonly nextHref: string | undefined;
}

/** How many details of a deed stand in the history itself; the entry's own page has them all. */
const details = 3;

/** Deeds that stand out among the others. */
const decisive = new Set(['decide-case', 'correct-decision', 'place-initiative', 'move-initiative']);

/** What was done with an initiative, newest first, in plain words. */
export function HistoryView(props: HistoryProps): Html {
  const { page, initiative, items, title, effects, nextHref } = props;
  const { lang } = page;
  const w = journalWords(lang);
  return (
    <InitiativeFrame page={page} initiative={initiative} tab="history">
      <Section title={w.history} intro={w.historyLead}>
        {items.length === 0 ? (
          <EmptyState title={w.historyEmpty} why={w.historyEmptyWhy} />
        ) : (
          <Timeline
            label={w.history}
            items={items.map((item) => ({
              when: <TimeText at={item.at} lang={lang} />,
              title: <a href={page.href(`/journal/${item.seq}`)}>{title(item.deed)[lang]}</a>,
              who: (
                <>
                  <Who page={page} item={item} /> · {groundWord(item.ground, page)}
                </>
              ),
              text: <Summary page={page} item={item} effects={effects(item)} />,
              strong: decisive.has(item.deed),
            }))}
          />
        )}
      </Section>
      {items.length > 0 && <Pagination lang={lang} shown={items.length} nextHref={nextHref} />}
    </InitiativeFrame>
  );
}

interface SummaryProps {
  readonly page: Page;
  readonly item: JournalItem;
  readonly effects: readonly Text[];
}

/** The first details of what a deed changed, and what it was about when that is not the initiative itself. */
function Summary({ page, item, effects }: SummaryProps): Html {
  const w = journalWords(page.lang);
  const changed = differences(item.before, item.after);
  const rest = changed.length - details;
  return (
    <>
      {item.subject.kind !== 'initiative' && (
        <p>
          <About page={page} item={item} />
        </p>
      )}
      {changed.slice(0, details).map((each) => (
        <p>{inOneLine(each, item, page)}</p>
      ))}
      {effects.map((effect) => (
        <p>{effect[page.lang]}</p>
      ))}
      {rest > 0 && <p class="muted">{w.more(rest)}</p>}
    </>
  );
}

function inOneLine(each: Difference, item: JournalItem, page: Page): Child {
  const w = journalWords(page.lang);
  const value = (leaf: Difference['after']) => {
    const text = valueWord(leaf, each.path, page.lang, item.names, titledUnder(page.community.edition));
    const short = text.length > 160 ? `${text.slice(0, 157).trimEnd()} …` : text || w.nothing;
    return isWritten(leaf, text) ? <Written>{short}</Written> : short;
  };
  return (
    <>
      {fieldWord(each.path, page.lang)}: {each.before !== undefined && <>{value(each.before)} → </>}
      {value(each.after)}
    </>
  );
}
