import { writtenIn } from '../../../web/components/written.tsx';
import type { Block, Inline, Line, Paper } from '../../../papers/paper.ts';
import { Facts } from '../../../web/components/facts.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { Html } from '../../../web/jsx/jsx-runtime.ts';

const piecesOf = (line: Line): readonly Inline[] =>
  Array.isArray(line) ? (line as readonly Inline[]) : [line as Inline];

/** Pieces of text with line ends kept. */
function Pieces({ line }: { line: Line }): Html {
  return (
    <>
      {piecesOf(line).map((piece) => {
        const { text, href, strong } = typeof piece === 'string' ? { text: piece } : { ...piece };
        const words = text.split('\n').map((part, at) => (
          <>
            {at > 0 && <br />}
            {part}
          </>
        ));
        const weighed = strong ? <strong>{words}</strong> : words;
        return href === undefined ? weighed : <a href={href}>{weighed}</a>;
      })}
    </>
  );
}

/** Text of one kind, in paragraphs where it has several. */
function Text({
  line,
  tone,
  written,
}: {
  line: Line;
  tone?: 'lead' | 'muted' | 'strong' | undefined;
  written?: boolean | undefined;
}): Html {
  const only = piecesOf(line).length === 1 ? piecesOf(line)[0] : undefined;
  const paragraphs =
    typeof only === 'string'
      ? only
          .trim()
          .split(/\n\s*\n/)
          .filter((part) => part !== '')
      : [line];
  const body = paragraphs.map((part) => (
    <p class={tone === 'muted' ? 'muted' : undefined}>
      {tone === 'strong' ? (
        <strong>
          <Pieces line={part} />
        </strong>
      ) : (
        <Pieces line={part} />
      )}
    </p>
  ));
  return (
    <div class="prose" lang={written ? writtenIn : undefined}>
      {body}
    </div>
  );
}

function One({ block, lang }: { block: Block; lang: Paper['lang'] }): Html {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? <h3>{block.text}</h3> : <h2>{block.text}</h2>;
    case 'text':
      return <Text line={block.text} tone={block.tone} written={block.written} />;
    case 'facts':
      return <Facts facts={block.facts.map(([word, says]) => [word, <Pieces line={says} />] as const)} />;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>
              <Pieces line={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <Table
          lang={lang}
          caption={block.caption}
          hideCaption
          rows={block.rows}
          columns={block.columns.map(({ head, share }, at) => ({
            head,
            nowrap: share === 0,
            names: at === 0,
            cell: (row: (typeof block.rows)[number]) => <Pieces line={row[at] ?? ''} />,
          }))}
        />
      );
    case 'decision':
      return (
        <div class="decision-taken">
          <h3>{block.title}</h3>
          {block.lines.map((line) => (
            <Text line={line} />
          ))}
        </div>
      );
  }
}

/** A paper on a page: the same blocks as in print, under the page's own heading. */
export function PaperBody({ paper }: { paper: Paper }): Html {
  return (
    <div class="paper">
      {paper.blocks.map((block) => (
        <One block={block} lang={paper.lang} />
      ))}
    </div>
  );
}
