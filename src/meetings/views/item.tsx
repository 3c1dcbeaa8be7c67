import { Told, writtenIn } from '../../web/components/written.tsx';
import { outcomes, type Outcome, type Text } from '../../../rulebook/vocabulary.ts';
import { Tag } from '../../web/components/badge.tsx';
import { Button, LinkButton } from '../../web/components/button.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { ExternalLink, PersonLink } from '../../web/components/link.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { Prose } from '../../web/components/prose.tsx';
import { RuleLink } from '../../web/components/refusal-box.tsx';
import { formatBytes, formatDate, formatTime } from '../../web/format.ts';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { Annex } from '../annexes.ts';
import type { Meeting } from '../load.ts';
import type { Link } from '../may-here.ts';
import { itemKinds, stances, type Stance } from '../meeting.ts';
import type { AgendaItem } from '../queries.ts';
import type { Said } from '../reading-queries.ts';
import { meetingWords } from '../words.ts';

/** What the case behind an item says, for those who read it item by item. */
export interface CaseBehind {
  readonly statement: string;
  readonly recommendation: string;
  /** What is missing for what the case asks; null where it does not ask for lines to stand. */
  readonly gaps: readonly Text[] | null;
}

export interface ItemProps {
  readonly page: Page;
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  readonly previous: AgendaItem | null;
  readonly next: AgendaItem | null;
  readonly decides: Text | null;
  readonly quorum: Text | null;
  readonly asked: CaseBehind | null;
  readonly annexes: readonly Annex[];
  /** The reader may take annexes off again. */
  readonly takesOff: boolean;
  readonly earlier: readonly {
    readonly number: number;
    readonly outcome: string;
    readonly on: string;
    readonly case: number;
  }[];
  /** What the body has said; null for others. */
  readonly said: Said | null;
  /** Where the reader stands; undefined for those who are not called. */
  readonly mine: { readonly stance: Stance | null } | undefined;
  readonly partial: readonly ('hosts' | 'contributes' | 'coordinates' | 'contract')[];
  readonly may: readonly Link[];
  /** What has come of it: votes and decisions. */
  readonly outcome: Html;
}

/** One item on one screen, with the way to the one before and after. */
export function ItemView(props: ItemProps): Html {
  const { page, item, may } = props;
  const { lang } = page;
  const w = meetingWords(lang);
  return (
    <>
      <PageHeading
        kicker={item.kind && itemKinds[item.kind][lang]}
        title={
          <>
            {item.number}. {item.title ? <Told text={item.title} lang={lang} /> : w.closed}
          </>
        }
        tags={
          <>
            {item.closedGround !== null && <Tag icon="key">{w.closedGround(item.closedGround)}</Tag>}
            {item.status === 'removed' && <Tag tone="warning">{w.removed}</Tag>}
          </>
        }
        actions={
          may.length > 0 &&
          may.map((each) => (
            <LinkButton href={page.href(each.href)} small>
              {each.label}
            </LinkButton>
          ))
        }
      />
      <Steps {...props} />
      {!item.hidden && <Content {...props} />}
    </>
  );
}

/** The way to the neighbours; with JavaScript also by key, which can be turned off. */
function Steps({ page, meeting, previous, next }: ItemProps): Html {
  const w = meetingWords(page.lang);
  const at = (item: AgendaItem) => page.href(`/meetings/${meeting.number}/items/${item.number}`);
  return (
    <nav class="item-steps" aria-label={w.agenda} data-item-steps>
      {previous && (
        <a href={at(previous)} rel="prev">
          {w.previous}
        </a>
      )}
      <a href={page.href(`/meetings/${meeting.number}#agenda`)}>{w.backToAgenda}</a>
      {next && (
        <a href={at(next)} rel="next">
          {w.next}
        </a>
      )}
      {/* Its place is kept, and it is seen where JavaScript runs: nothing moves when it comes. */}
      <label class="item-keys">
        <input type="checkbox" checked /> {w.keys}
      </label>
    </nav>
  );
}

function Content(props: ItemProps): Html {
  const { page, item, asked, decides } = props;
  const { lang } = page;
  const w = meetingWords(lang);
  return (
    <>
      <Facts
        facts={[
          [w.why, item.because?.[lang]],
          [w.removedBecause, item.removedReason],
          [w.decides, decides?.[lang]],
          [
            w.rule,
            item.rule !== null && item.edition !== null && /^\d{4}$/.test(item.edition) && (
              <RuleLink page={page} edition={item.edition} rule={item.rule} />
            ),
          ],
          [w.present, props.quorum?.[lang]],
          [w.case, item.case && <a href={page.href(`/cases/${item.case.number}`)}>{item.case.question}</a>],
          [
            w.initiative,
            item.initiative && (
              <a href={page.href(`/initiatives/${item.initiative.slug}`)}>{item.initiative.name}</a>
            ),
          ],
          [w.owner, item.owner && <PersonLink page={page} person={item.owner} />],
          [w.minutes, item.minutes !== null && w.minutesOf(item.minutes)],
        ]}
      />
      {item.facts !== '' && (
        <Section title={w.facts}>
          <Prose text={item.facts} />
        </Section>
      )}
      {asked && asked.statement !== '' && (
        <Section title={w.statement}>
          <Prose text={asked.statement} />
        </Section>
      )}
      {asked && asked.recommendation !== '' && (
        <Section title={w.recommendation}>
          <Prose text={asked.recommendation} />
        </Section>
      )}
      {item.proposal && (
        <Section title={w.proposal}>
          <Prose text={item.proposal[lang]} lang={item.proposal.da === item.proposal.en ? writtenIn : lang} />
        </Section>
      )}
      {asked?.gaps && (
        <Section title={w.gaps}>
          {asked.gaps.length === 0 ? (
            <p>{w.noGaps}</p>
          ) : (
            <ul>
              {asked.gaps.map((gap) => (
                <li>{gap[lang]}</li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {props.outcome}
      <Papers {...props} />
      <BodySays {...props} />
    </>
  );
}

function Papers({ page, annexes, takesOff, earlier }: ItemProps): Html {
  const { lang } = page;
  const w = meetingWords(lang);
  return (
    <>
      {annexes.length > 0 && (
        <Section title={w.annexes}>
          <ul>
            {annexes.map((annex) => (
              <li>
                {annex.file === null ? (
                  <ExternalLink page={page} href={annex.url}>
                    {annex.title}
                  </ExternalLink>
                ) : (
                  <a href={page.href(annex.url)} download>
                    {annex.title}
                  </a>
                )}
                {annex.file && (
                  <span class="muted">{` (${annex.file.name}, ${formatBytes(annex.file.size, lang)})`}</span>
                )}{' '}
                {annex.restricted && <Tag icon="key">{w.restricted}</Tag>}{' '}
                {takesOff && (
                  <a href={page.href(`/item-annexes/${annex.id}/remove`)}>
                    {w.takeOff}
                    <span class="sr-only">{` ${annex.title}`}</span>
                  </a>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {earlier.length > 0 && (
        <Section title={w.earlier}>
          <ul>
            {earlier.map((each) => (
              <li>
                <a href={page.href(`/cases/${each.case}#decision-${each.number}`)}>
                  {w.decisionLine(
                    each.number,
                    outcomes[each.outcome as Outcome][lang],
                    formatDate(each.on, lang),
                  )}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** What the body says before the meeting, for the body and the secretariat. */
function BodySays(props: ItemProps): Html {
  const { page, item, said, mine, partial } = props;
  const { lang } = page;
  const w = meetingWords(lang);
  const declared = said?.conflicts.some(({ person }) => person.id === page.viewer?.id);
  return (
    <>
      {mine !== undefined && (
        <Section id="mine" title={w.mine} intro={w.mineIntro}>
          <form class="stances" method="post" action={page.href(`/agenda-items/${item.id}/stance`)}>
            {Object.entries(stances).map(([stance, name]) => (
              <Button
                name="stance"
                value={stance}
                variant={mine.stance === stance ? 'primary' : 'secondary'}
                icon={mine.stance === stance ? 'check' : undefined}
                small
              >
                {name[lang]}
              </Button>
            ))}
          </form>
          {partial.length > 0 && !declared && (
            <Notice lang={lang} tone="info" title={w.partial}>
              <p>{partial.map((why) => w.partialBecause[why]).join(' ')}</p>
            </Notice>
          )}
          <p class="actions">
            <LinkButton href={page.href(`/agenda-items/${item.id}/comments`)} small>
              {w.comments}
            </LinkButton>
            <LinkButton
              href={page.href(`/agenda-items/${item.id}/conflict${declared ? '/withdraw' : ''}`)}
              small
            >
              {w.conflicts}
            </LinkButton>
          </p>
        </Section>
      )}
      {said && (
        <>
          {said.stances.length > 0 && (
            <Section title={w.theirs}>
              <ul>
                {said.stances.map(({ person, stance }) => (
                  <li>{`${person.name}: ${stances[stance][lang]}`}</li>
                ))}
              </ul>
            </Section>
          )}
          {said.conflicts.length > 0 && (
            <Section title={w.conflicts}>
              <ul>
                {said.conflicts.map(({ person, ground }) => (
                  <li>{w.conflictLine(person.name, ground)}</li>
                ))}
              </ul>
            </Section>
          )}
          {said.comments.length > 0 && (
            <Section title={w.comments}>
              <ul class="comments">
                {said.comments.map(({ person, text, at }) => (
                  <li>
                    <p class="muted">{`${person.name}, ${formatTime(at, lang)}`}</p>
                    <Prose text={text} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
    </>
  );
}
