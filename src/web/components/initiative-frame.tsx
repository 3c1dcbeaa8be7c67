import { origins, type Origin, type Stage, type Text } from '../../../rulebook/vocabulary.ts';
import { formatSince } from '../format.ts';
import type { Child, Html } from '../jsx/jsx-runtime.ts';
import type { Page } from '../page.ts';
import { defineWords } from '../words.ts';
import { LevelBadge, Light, StageTrack, Tag } from './badge.tsx';
import { Facts } from './facts.tsx';
import { PageHeading } from './heading.tsx';
import { OrganisationLink, PersonLink } from './link.tsx';
import { Tabs } from './list-tools.tsx';
import { DateText } from './text.tsx';
import { Written } from './written.tsx';

/** What stands on top of every page about one initiative. Made by `frameFacts` in the portfolio. */
export interface FrameFacts {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  readonly stage: Stage;
  /** How a retired initiative ended. */
  readonly ended: Text | null;
  /** Date in Copenhagen. */
  readonly stageSince: string;
  readonly level: string | null;
  readonly levelName: Text | null;
  readonly origin: Origin;
  readonly edition: string;
  readonly organisation: { readonly id: string; readonly name: string } | null;
  /** Shown by name to those who are signed in; visitors are told whether the role is filled. */
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly manager: { readonly id: string; readonly name: string } | null;
  /** How it stands by the rulebook at its own level and stage; null before placement and after the end. */
  readonly standing: {
    readonly light: 'green' | 'yellow' | 'red';
    readonly says: Text;
    readonly missing: number;
  } | null;
  /** Cases that wait for a body. */
  readonly openCases: number;
}

const words = defineWords({
  da: {
    tabs: 'Initiativets sider',
    overview: 'Overblik',
    requirements: 'Krav',
    forecast: 'Hvad mangler',
    cases: 'Sager',
    bodies: 'Organer',
    reports: 'Rapporter',
    history: 'Historik',
    organisation: 'Koordineres af',
    owner: 'Projektejer',
    manager: 'Projektleder',
    appointed: 'udpeget',
    vacant: 'ikke udpeget',
    since: 'På trinnet siden',
    ago: (time: string) => (time === 'i dag' ? '' : `(${time})`),
    edition: 'Regelsæt',
    standing: 'Lige nu',
  },
  en: {
    tabs: 'Pages of the initiative',
    overview: 'Overview',
    requirements: 'Requirements',
    forecast: 'What is missing',
    cases: 'Cases',
    bodies: 'Bodies',
    reports: 'Reports',
    history: 'History',
    organisation: 'Coordinated by',
    owner: 'Project owner',
    manager: 'Project manager',
    appointed: 'appointed',
    vacant: 'not appointed',
    since: 'At this stage since',
    ago: (time) => (time === 'today' ? '' : `(${time})`),
    edition: 'Rulebook',
    standing: 'Right now',
  },
});

const addresses = {
  overview: '',
  requirements: '/requirements',
  forecast: '/forecast',
  cases: '/cases',
  bodies: '/bodies',
  reports: '/reports',
  history: '/history',
} as const;
export type InitiativeTab = keyof typeof addresses;

interface InitiativeFrameProps {
  page: Page;
  initiative: FrameFacts;
  tab: InitiativeTab;
  /** Buttons beside the name; one of them primary at most. */
  actions?: Child;
  children?: Child;
}

/** The head of every page about one initiative: name, level, stage, people, how it stands, and its other pages. */
export function InitiativeFrame({ page, initiative, tab, actions, children }: InitiativeFrameProps): Html {
  const { lang } = page;
  const w = words(lang);
  const { standing } = initiative;
  return (
    <>
      <div class="initiative-head">
        <PageHeading
          kicker={origins[initiative.origin][lang]}
          title={initiative.name}
          lead={initiative.summary !== '' && <Written>{initiative.summary}</Written>}
          tags={
            <>
              <LevelBadge
                level={initiative.level}
                lang={lang}
                name={initiative.levelName?.[lang] ?? undefined}
              />
              {initiative.ended && <Tag>{initiative.ended[lang]}</Tag>}
            </>
          }
          actions={actions}
        />
        <StageTrack stage={initiative.stage} lang={lang} />
        <Facts
          facts={[
            [
              w.standing,
              standing && (
                <>
                  <Light light={standing.light} lang={lang} />: {standing.says[lang]}
                </>
              ),
            ],
            [
              w.organisation,
              initiative.organisation && (
                <OrganisationLink page={page} organisation={initiative.organisation} />
              ),
            ],
            [w.owner, <Role page={page} person={initiative.owner} />],
            [w.manager, <Role page={page} person={initiative.manager} />],
            [
              w.since,
              <>
                <DateText date={initiative.stageSince} lang={lang} />{' '}
                <span class="muted">{w.ago(formatSince(initiative.stageSince, page.today, lang))}</span>
              </>,
            ],
            [w.edition, <a href={page.href(`/rulebook/${initiative.edition}`)}>{initiative.edition}</a>],
          ]}
        />
      </div>
      <Tabs
        label={w.tabs}
        tabs={(Object.keys(addresses) as InitiativeTab[]).map((name) => ({
          href: page.href(`/initiatives/${initiative.slug}${addresses[name]}`),
          label: w[name],
          count: countOf(initiative, name),
          current: name === tab,
        }))}
      />
      {children}
    </>
  );
}

const countOf = (initiative: FrameFacts, tab: InitiativeTab): number | undefined =>
  tab === 'cases' && initiative.openCases > 0 ? initiative.openCases : undefined;

/** Visitors are told that the role is filled, not by whom. */
function Role({ page, person }: { page: Page; person: FrameFacts['owner'] }): Html {
  const w = words(page.lang);
  if (person === null) return <span class="muted">{w.vacant}</span>;
  return page.viewer?.seesPeople ? <PersonLink page={page} person={person} /> : <span>{w.appointed}</span>;
}
