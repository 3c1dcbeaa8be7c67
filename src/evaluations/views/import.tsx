import { verdicts } from '../../../rulebook/vocabulary.ts';
import { Tag, VerdictMark } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { Section } from '../../web/components/heading.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { Table } from '../../web/components/table.tsx';
import { DateText, TimeText } from '../../web/components/text.tsx';
import type { Child, Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { ImportAnswer, RowAnswer } from '../import-answer.ts';
import { importWords } from '../import-words.ts';
import { UserText } from './user-text.tsx';

export interface ImportProps {
  readonly page: Page;
  readonly found: ImportAnswer;
  /** The form that confirms, with a field for each row that waits; null where nothing is left to do. */
  readonly confirm: { readonly messages: Html; readonly fields: Html } | null;
}

/** A file read in, row by row: what it says, what that is taken for, and what waits for the reader. */
export function ImportView({ page, found, confirm }: ImportProps): Html {
  const { lang } = page;
  const w = importWords(lang);
  const reports = page.href(`/initiatives/${found.initiative}/reports`);
  return (
    <>
      <Section
        title={w.title(found.voiceName[lang])}
        actions={
          <LinkButton href={reports} small>
            {w.back}
          </LinkButton>
        }
      >
        <Status page={page} found={found} />
        <Facts
          facts={[
            [w.file, found.fileName],
            [w.readAt, <TimeText at={found.readAt} lang={lang} />],
            [w.confirmedAt, found.confirmedAt && <TimeText at={found.confirmedAt} lang={lang} />],
            [w.saidOn, found.saidOn && <DateText date={found.saidOn} lang={lang} />],
            [w.edition, found.edition],
            [w.counted, found.rows.length > 0 && String(found.rows.length)],
            [w.waitingCount, found.waiting.length > 0 && String(found.waiting.length)],
          ]}
        />
        <Attention page={page} found={found} />
      </Section>
      {confirm && (
        <Section
          title={w.confirm}
          id="confirm"
          intro={found.waiting.length > 0 ? w.chooseIntro(found.waiting.length) : w.nothingWaits}
        >
          {confirm.messages}
          {confirm.fields}
          <p>
            <a href={page.href(`/evaluation-imports/${found.id}/discard`)}>{w.discard}</a>
          </p>
        </Section>
      )}
      {found.rows.length > 0 && <Rows page={page} found={found} />}
    </>
  );
}

function Status({ page, found }: { page: Page; found: ImportAnswer }): Html {
  const { lang } = page;
  const w = importWords(lang);
  if (found.status === 'confirmed')
    return (
      <Notice lang={lang} tone="success" title={w.confirmed}>
        <p>
          {w.isConfirmed}{' '}
          <a href={page.href(`/initiatives/${found.initiative}/requirements`)}>{w.toRequirements}</a>
        </p>
      </Notice>
    );
  const discarded = found.status === 'discarded';
  return (
    <Notice lang={lang} tone="info" title={discarded ? w.discarded : w.preview}>
      {discarded ? w.forgotten : w.nothingYet}
    </Notice>
  );
}

/** What is odd about the file as a whole. */
function Attention({ page, found }: { page: Page; found: ImportAnswer }): Html {
  const { lang } = page;
  const w = importWords(lang);
  const lines = [
    ...(found.otherProduct === null ? [] : [w.otherProduct(found.otherProduct)]),
    ...found.notes.map(({ says }) => says[lang]),
    ...(found.unknown.length > 0 ? [w.unknown(found.unknown.join(', '))] : []),
    ...(found.doubled.length > 0 ? [w.doubled(found.doubled.join(', '))] : []),
    ...(found.missing.length > 0 ? [w.missing(found.missing.join(', '))] : []),
  ];
  if (lines.length === 0) return <></>;
  return (
    <Notice lang={lang} tone="warning" title={w.attention}>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Rows({ page, found }: { page: Page; found: ImportAnswer }): Html {
  const { lang } = page;
  const w = importWords(lang);
  return (
    <Section title={w.all}>
      <Table
        lang={lang}
        caption={w.all}
        hideCaption
        rows={found.rows}
        rowTone={(row) =>
          row.waits !== null
            ? 'warning'
            : found.status === 'preview' && row.change === 'none'
              ? 'muted'
              : undefined
        }
        columns={[
          {
            head: w.row,
            names: true,
            cell: (row) => (
              <>
                {row.id} <span class="muted">{row.label?.[lang]}</span>
              </>
            ),
          },
          {
            head: w.asWritten,
            cell: (row) =>
              row.asWritten.trim() === '' ? <span class="muted">{w.empty}</span> : `»${row.asWritten}«`,
          },
          {
            head: w.proposed,
            cell: (row) => row.requirement && <VerdictMark verdict={row.proposed.verdict} lang={lang} />,
          },
          {
            head: w.explanation,
            cell: (row) => (
              <>
                {row.explanation !== '' && <UserText text={row.explanation} />}
                {row.computed && <p class="muted">{w.computed}</p>}
                {row.problems.map(({ says }) => (
                  <p class="muted">{says[lang]}</p>
                ))}
              </>
            ),
          },
          ...(found.status === 'preview'
            ? [{ head: w.difference, cell: (row: RowAnswer) => <Difference row={row} page={page} /> }]
            : []),
        ]}
      />
    </Section>
  );
}

function Difference({ row, page }: { row: RowAnswer; page: Page }): Html {
  const { lang } = page;
  const w = importWords(lang);
  const says: Child =
    row.change === 'new'
      ? w.new
      : row.change === 'same'
        ? w.same
        : row.change === 'none' || row.registered === null
          ? w.notTaken
          : row.registered.verdict === row.proposed.verdict
            ? w.textChanged
            : w.changed(verdicts[row.registered.verdict][lang].toLowerCase());
  return (
    <>
      {says}{' '}
      {row.waits !== null && (
        <Tag tone="warning" icon="warning">
          {row.waits === 'no-date' ? w.noDate : w.waits}
        </Tag>
      )}
    </>
  );
}
