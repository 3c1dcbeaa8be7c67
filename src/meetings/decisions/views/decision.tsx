import { outcomes } from '../../../../rulebook/vocabulary.ts';
import { dateIn } from '../../../lib/time.ts';
import { Tag } from '../../../web/components/badge.tsx';
import { LinkButton } from '../../../web/components/button.tsx';
import { Facts } from '../../../web/components/facts.tsx';
import { PageHeading, Section } from '../../../web/components/heading.tsx';
import { PersonLink } from '../../../web/components/link.tsx';
import { Prose } from '../../../web/components/prose.tsx';
import { RuleLink } from '../../../web/components/refusal-box.tsx';
import { DateText } from '../../../web/components/text.tsx';
import type { Html } from '../../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../../web/page.ts';
import type { DecisionDetails } from '../queries.ts';
import { decisionWords } from '../words.ts';
import { capital } from '../../../lib/capital.ts';

export interface DecisionPageProps {
  readonly page: Page;
  readonly decision: DecisionDetails;
  readonly may: readonly { readonly href: string; readonly label: string }[];
}

/** A decision by its number, with where it was taken, what it rests on and what a minority said. */
export function DecisionPageView({ page, decision, may }: DecisionPageProps): Html {
  const { lang } = page;
  const w = decisionWords(lang);
  if (decision.hidden)
    return (
      <>
        <PageHeading title={w.title(decision.number)} lead={w.closed(decision.closedGround ?? '')} />
        <p>{w.closedText}</p>
      </>
    );
  return (
    <>
      <PageHeading
        kicker={capital(outcomes[decision.outcome][lang])}
        title={w.title(decision.number)}
        lead={decision.case?.question ?? decision.item?.title}
        tags={
          decision.correctedBy !== null && <Tag tone="warning">{w.correctedBy(decision.correctedBy)}</Tag>
        }
        actions={
          may.length > 0 &&
          may.map((deed) => (
            <LinkButton href={deed.href} small>
              {deed.label}
            </LinkButton>
          ))
        }
      />
      <DecisionFacts page={page} decision={decision} />
      <Section title={w.reason}>
        <Prose text={decision.reason} />
      </Section>
      <Lines title={w.conditions} lines={decision.conditions.map((text) => text[lang])} />
      <Lines title={w.points} lines={decision.points} />
      <Lines title={w.effects} lines={decision.effects.map((text) => text[lang])} />
      {decision.minority.length > 0 && (
        <Section title={w.minority}>
          {decision.minority.map(({ person, statement }) => (
            <figure>
              <blockquote>
                <Prose text={statement} />
              </blockquote>
              <figcaption class="muted">
                {person ? <PersonLink page={page} person={person} /> : w.somebody}
              </figcaption>
            </figure>
          ))}
        </Section>
      )}
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }): Html {
  if (lines.length === 0) return <></>;
  return (
    <Section title={title}>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

/** When and where it was taken; both dates where it was recorded later. */
function DecisionFacts({ page, decision }: { page: Page; decision: DecisionDetails }): Html {
  const { lang } = page;
  const w = decisionWords(lang);
  const { meeting, item, ballot, votes } = decision;
  const recorded = dateIn(Temporal.Instant.from(decision.recordedAt));
  const itemHref = meeting && item && page.href(`/meetings/${meeting.number}/items/${item.number}`);
  const voted = votes.for + votes.against + votes.abstaining > 0;
  return (
    <Facts
      facts={[
        [w.body, <a href={page.href(`/bodies/${decision.body.slug}`)}>{decision.body.name}</a>],
        [w.decided, <DateText date={decision.decidedOn} lang={lang} />],
        [w.recorded, recorded !== decision.decidedOn && <DateText date={recorded} lang={lang} />],
        [w.recordedBy, decision.recordedBy],
        [
          w.meeting,
          meeting && <a href={page.href(`/meetings/${meeting.number}`)}>{w.meetingNumber(meeting.number)}</a>,
        ],
        [
          w.item,
          itemHref && (
            <a href={itemHref}>
              {item.number}. {item.title}
            </a>
          ),
        ],
        [
          w.case,
          decision.case && <a href={page.href(`/cases/${decision.case.number}`)}>{decision.case.question}</a>,
        ],
        [
          w.vote,
          ballot ? (
            <a href={page.href(`/ballots/${ballot.id}`)}>{ballot.says?.[lang] ?? w.vote}</a>
          ) : decision.consensus ? (
            w.consensus
          ) : (
            voted && w.counted(votes.for, votes.against, votes.abstaining)
          ),
        ],
        [w.until, decision.postponedUntil && <DateText date={decision.postponedUntil} lang={lang} />],
        [w.referredTo, decision.referredTo],
        [w.rule, <RuleLink page={page} edition={decision.edition} rule={decision.rule} />],
        [
          w.title(decision.number),
          decision.corrects !== null && (
            <a href={page.href(`/decisions/${decision.corrects}`)}>{w.corrects(decision.corrects)}</a>
          ),
        ],
      ]}
    />
  );
}

/** The decisions on an item, each with its number and the way to it. Nothing where none was taken. */
export function ItemDecisions({
  page,
  decisions,
}: {
  page: Page;
  decisions: readonly DecisionDetails[];
}): Html {
  const { lang } = page;
  const w = decisionWords(lang);
  if (decisions.length === 0) return <></>;
  return (
    <Section title={w.titles} id="decisions">
      {decisions.map((decision) => (
        <Section
          title={`${w.title(decision.number)}: ${outcomes[decision.outcome][lang]}`}
          level={3}
          card
          actions={
            <LinkButton href={page.href(`/decisions/${decision.number}`)} small>
              {w.see}
              <span class="sr-only"> {decision.number}</span>
            </LinkButton>
          }
        >
          {decision.correctedBy !== null && (
            <div class="tags">
              <Tag tone="warning">{w.correctedBy(decision.correctedBy)}</Tag>
            </div>
          )}
          <Prose text={decision.reason} />
          {decision.ballot?.says && <p class="muted">{decision.ballot.says[lang]}</p>}
          {decision.consensus && <p class="muted">{capital(w.consensus)}</p>}
        </Section>
      ))}
    </Section>
  );
}
