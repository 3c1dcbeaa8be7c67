import { factsOf } from '../receipt.ts';
import { verdicts, type Verdict } from '../../../rulebook/vocabulary.ts';
import { lineById } from '../../../rulebook/judge.ts';
import { Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { Details, Facts } from '../../web/components/facts.tsx';
import { Prose } from '../../web/components/prose.tsx';
import { RuleLink } from '../../web/components/refusal-box.tsx';
import { Table } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { DecisionReading } from '../reading.ts';
import { caseWords } from '../words.ts';
import { OutcomeTag } from './marks.tsx';

interface DecisionProps {
  page: Page;
  decision: DecisionReading;
  /** Names are shown to people of the community only. */
  names: boolean;
  /** Address of the form that corrects it, for those who may. */
  correctHref: string | undefined;
}

/** One decision: the answer, why, what it did, and what it rested on. */
export function DecisionView({ page, decision, names, correctHref }: DecisionProps): Html {
  const { lang } = page;
  const w = caseWords(lang);
  const { row } = decision;
  const voted = row.votes_for + row.votes_against + row.votes_abstaining > 0;
  return (
    <section class="section card" id={`decision-${row.number}`}>
      <div class="section-heading">
        <h3>{w.decision(row.number)}</h3>
        <div class="tags">
          <OutcomeTag outcome={row.outcome} page={page} />
          {row.corrected_by !== null && <Tag tone="warning">{w.correctedBy(row.corrected_by)}</Tag>}
        </div>
      </div>
      <Facts
        facts={[
          [w.body, <a href={page.href(`/bodies/${row.body_slug}`)}>{row.body_name}</a>],
          [w.date, <DateText date={row.decided_on} lang={lang} />],
          [w.vote, voted && w.votes(row.votes_for, row.votes_against, row.votes_abstaining)],
          [w.recordedBy, names && row.recorded_by_name],
        ]}
      />
      <h4>{w.reason}</h4>
      <Prose text={row.reason} />
      <Texts title={w.conditions} items={decision.conditions.map((text) => text[lang])} />
      <Texts title={w.points} items={decision.points} />
      <h4>{w.effects}</h4>
      {decision.effects.length === 0 ? (
        <p class="muted">{w.noEffects}</p>
      ) : (
        <ul>
          {decision.effects.map((effect) => (
            <li>{effect[lang]}</li>
          ))}
        </ul>
      )}
      <ReceiptView page={page} decision={decision} />
      {(row.corrects !== null || row.corrected_by !== null || correctHref) && (
        <div class="actions">
          {row.corrects !== null && <a href={`#decision-${row.corrects}`}>{w.corrects(row.corrects)}</a>}
          {row.corrected_by !== null && (
            <a href={`#decision-${row.corrected_by}`}>{w.decision(row.corrected_by)}</a>
          )}
          {correctHref && (
            <LinkButton href={correctHref} small variant="tertiary">
              {w.correct}
            </LinkButton>
          )}
        </div>
      )}
    </section>
  );
}

function Texts({ title, items }: { title: string; items: readonly string[] }): Html {
  if (items.length === 0) return <></>;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </>
  );
}

/** Edition, rule, lines and facts as they stood that day. */
function ReceiptView({
  page,
  decision: { receipt, edition },
}: {
  page: Page;
  decision: DecisionReading;
}): Html {
  const { lang } = page;
  const w = caseWords(lang);
  return (
    <Details summary={w.receipt}>
      <p class="muted">{w.receiptIntro}</p>
      <Facts
        facts={[
          [w.edition, <a href={page.href(`/rulebook/${receipt.edition}`)}>{receipt.edition}</a>],
          [
            w.rule,
            <RuleLink page={page} edition={receipt.edition} rule={receipt.rule} source={receipt.source} />,
          ],
          [w.votingSeats, receipt.votingSeats],
        ]}
      />
      {receipt.lines.length > 0 && (
        <Table
          lang={lang}
          caption={w.receiptLines}
          rows={receipt.lines}
          columns={[
            {
              head: w.rule,
              names: true,
              cell: (line) => (
                <a href={page.href(`/rulebook/${receipt.edition}#${line.rule}`)}>
                  {lineById(edition, line.rule)?.label[lang] ?? line.rule}
                </a>
              ),
            },
            { head: w.verdict, cell: (line) => verdicts[line.verdict as Verdict][lang] },
            { head: w.stood, cell: (line) => (line.satisfied ? w.yes : w.no) },
          ]}
        />
      )}
      <Table
        lang={lang}
        caption={w.receiptFacts}
        rows={factsOf(receipt)}
        columns={[
          { head: w.receiptFacts, names: true, hideHead: true, cell: (fact) => fact.says[lang] },
          {
            head: w.stood,
            cell: (fact) => (typeof fact.value === 'boolean' ? (fact.value ? w.yes : w.no) : fact.value),
          },
        ]}
        empty={<></>}
      />
    </Details>
  );
}
