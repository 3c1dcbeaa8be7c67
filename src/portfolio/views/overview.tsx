import { Written } from '../../web/components/written.tsx';
import { outcomes, type Outcome } from '../../../rulebook/vocabulary.ts';
import type { decisionsOf } from '../../cases/queries.ts';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { Columns, Section } from '../../web/components/heading.tsx';
import { ExternalLink } from '../../web/components/link.tsx';
import { Prose } from '../../web/components/prose.tsx';
import { DateText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { linkKinds } from '../vocabulary.ts';
import type { Offer } from '../deeds-here.ts';
import type { Initiative } from '../load.ts';
import type { NextStep } from '../next-step.ts';
import type { initiativeDetails } from '../queries.ts';
import { overviewWords } from '../words.ts';
import { NextStepBox } from './next-step.tsx';
import { Budgets, Organisations, Roles } from './over-time.tsx';

export interface OverviewProps {
  readonly page: Page;
  readonly initiative: Initiative;
  readonly details: Awaited<ReturnType<typeof initiativeDetails>>;
  readonly decisions: Awaited<ReturnType<typeof decisionsOf>>;
  readonly next: NextStep | null;
  readonly deeds: readonly Offer[];
  /** What the reader may keep up to date here. */
  readonly may: {
    readonly describe: boolean;
    readonly participants: boolean;
    readonly people: boolean;
    readonly links: boolean;
    readonly relations: boolean;
  };
}

/** What an initiative is, what comes next, who is in it, and what has been decided. */
export function OverviewView(props: OverviewProps): Html {
  const { page, next, deeds, details } = props;
  const w = overviewWords(page.lang);
  const others = deeds.filter((deed) => deed.href !== next?.mine?.href);
  return (
    <>
      {next && <NextStepBox page={page} slug={props.initiative.slug} next={next} />}
      <Columns aside>
        <div class="stack">
          <Description {...props} />
          <Organisations {...props} />
          <Roles {...props} />
          {details.budgets.length > 0 && <Budgets {...props} />}
        </div>
        <div class="stack">
          {others.length > 0 && (
            <Section title={w.deeds}>
              <div class="deeds">
                {others.map((deed) => (
                  <LinkButton href={page.href(deed.href)} small tone={deed.ends ? 'danger' : undefined}>
                    {deed.label[page.lang]}
                  </LinkButton>
                ))}
              </div>
            </Section>
          )}
          <Decisions page={page} decisions={props.decisions} />
          <Links {...props} />
          <Relations {...props} />
        </div>
      </Columns>
    </>
  );
}

function Description({ page, initiative, may }: OverviewProps): Html {
  const w = overviewWords(page.lang);
  const parts = (
    [
      [w.idea, initiative.idea],
      [w.purpose, initiative.purpose],
      [w.solution, initiative.solution],
      [w.interfaces, initiative.interfaces],
      [w.localValue, initiative.local_value],
      [w.valueForOthers, initiative.value_for_others],
      [w.licence, initiative.licence],
    ] as const
  ).filter(([, text]) => text !== '');
  return (
    <Section
      title={w.about}
      id="about"
      actions={
        may.describe && (
          <LinkButton href={page.href(`/initiatives/${initiative.slug}/edit`)} icon="pencil" small>
            {w.describe}
          </LinkButton>
        )
      }
    >
      {parts.length === 0 ? (
        <EmptyState title={w.noDescription} why={w.noDescriptionWhy} />
      ) : (
        parts.map(([title, text]) => (
          <Section title={title} level={3}>
            <Prose text={text} />
          </Section>
        ))
      )}
    </Section>
  );
}

function Decisions({ page, decisions }: Pick<OverviewProps, 'page' | 'decisions'>): Html {
  const { lang } = page;
  const w = overviewWords(lang);
  return (
    <Section title={w.decisions}>
      {decisions.length === 0 ? (
        <p class="muted">{w.noDecisions}</p>
      ) : (
        <ul>
          {decisions.map((row) => (
            <li>
              <a href={page.href(`/cases/${row.case_number}`)}>{row.question}</a>
              {': '}
              <strong>{outcomes[row.outcome as Outcome][lang]}</strong>
              {row.corrected_by !== null && <span class="muted">{` (${w.corrected})`}</span>}
              <br />
              <span class="muted">
                {row.body_name}, <DateText date={row.decided_on} lang={lang} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Links({ page, initiative, details, may }: OverviewProps): Html {
  const { lang } = page;
  const w = overviewWords(lang);
  return (
    <Section
      title={w.links}
      actions={
        may.links && (
          <LinkButton href={page.href(`/initiatives/${initiative.slug}/links/new`)} icon="plus" small>
            {w.addLink}
          </LinkButton>
        )
      }
    >
      {details.links.length === 0 ? (
        <p class="muted">{w.noLinks}</p>
      ) : (
        <ul>
          {details.links.map((link) => {
            const name = link.title || linkKinds[link.kind as keyof typeof linkKinds][lang];
            return (
              <li>
                <ExternalLink page={page} href={link.url}>
                  {name}
                </ExternalLink>
                {may.links && (
                  <>
                    {' '}
                    <a href={page.href(`/links/${link.id}/remove`)} aria-label={`${w.remove}: ${name}`}>
                      {w.remove}
                    </a>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}

function Relations({ page, initiative, details, may }: OverviewProps): Html {
  const w = overviewWords(page.lang);
  return (
    <Section
      title={w.relations}
      actions={
        may.relations && (
          <LinkButton href={page.href(`/initiatives/${initiative.slug}/relations/new`)} icon="plus" small>
            {w.addRelation}
          </LinkButton>
        )
      }
    >
      {details.relations.length === 0 ? (
        <p class="muted">{w.noRelations}</p>
      ) : (
        <ul>
          {details.relations.map((row) => {
            const isOurs = row.initiative_id === initiative.id;
            const kind = row.kind as keyof typeof w.relation;
            const name = isOurs ? row.to_name : row.from_name;
            return (
              <li>
                {(isOurs ? w.relation : w.reverse)[kind]}{' '}
                <a href={page.href(`/initiatives/${isOurs ? row.to_slug : row.from_slug}`)}>{name}</a>
                {row.note && (
                  <span class="muted">
                    : <Written>{row.note}</Written>
                  </span>
                )}
                {may.relations && isOurs && (
                  <>
                    {' '}
                    <a href={page.href(`/relations/${row.id}/remove`)} aria-label={`${w.remove}: ${name}`}>
                      {w.remove}
                    </a>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
