import { Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { PersonLink } from '../../web/components/link.tsx';
import { Prose } from '../../web/components/prose.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { Meeting } from '../load.ts';
import { itemKinds } from '../meeting.ts';
import type { AgendaItem } from '../queries.ts';
import { meetingWords } from '../words.ts';

export interface ItemProps {
  readonly page: Page;
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  readonly previous: AgendaItem | null;
  readonly next: AgendaItem | null;
  readonly may: readonly { readonly href: string; readonly label: string }[];
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
        title={`${item.number}. ${item.title?.[lang] ?? w.closed}`}
        tags={item.closedGround !== null && <Tag icon="key">{w.closedGround(item.closedGround)}</Tag>}
        actions={
          may.length > 0 &&
          may.map((each) => (
            <LinkButton href={each.href} small>
              {each.label}
            </LinkButton>
          ))
        }
      />
      <Steps {...props} />
      {!item.hidden && (
        <>
          <Facts
            facts={[
              [w.why, item.because?.[lang]],
              [
                w.case,
                item.case && <a href={page.href(`/cases/${item.case.number}`)}>{item.case.question}</a>,
              ],
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
          {item.proposal && (
            <Section title={w.proposal}>
              <Prose text={item.proposal[lang]} />
            </Section>
          )}
          {props.outcome}
        </>
      )}
    </>
  );
}

function Steps({ page, meeting, previous, next }: ItemProps): Html {
  const w = meetingWords(page.lang);
  const at = (item: AgendaItem) => page.href(`/meetings/${meeting.number}/items/${item.number}`);
  return (
    <nav class="item-steps" aria-label={w.agenda}>
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
    </nav>
  );
}
