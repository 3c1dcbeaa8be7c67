import { Written } from '../../web/components/written.tsx';
import {
  stages,
  themes,
  verdicts,
  voices,
  weights,
  type Theme,
  type Voice,
} from '../../../rulebook/vocabulary.ts';
import { LevelBadge } from '../../web/components/badge.tsx';
import { Details, EmptyState } from '../../web/components/facts.tsx';
import { Section } from '../../web/components/heading.tsx';
import { InitiativeFrame, type FrameFacts } from '../../web/components/initiative-frame.tsx';
import { Filters, FilterSelect } from '../../web/components/list-tools.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { factWord } from '../report-words.ts';
import type { Requirements } from '../requirement-queries.ts';
import {
  askedStatuses,
  filtered,
  shows,
  statusCounts,
  statuses,
  type RequirementState,
  type Show,
  type StateFilter,
  type Word,
} from '../requirement-state.ts';
import { requirementWords } from '../requirement-words.ts';
import { ageOf, Flags, StatusMark, WordMark } from './requirement-marks.tsx';

interface RequirementsProps {
  readonly page: Page;
  readonly frame: FrameFacts;
  readonly requirements: Requirements;
  readonly chosen: StateFilter;
  /** The voices the reader may give a verdict with. */
  readonly speaks: readonly Voice[];
}

/** Every requirement of an initiative's level by theme, with what both voices say and what is registered. */
export function RequirementsView({ page, frame, requirements, chosen, speaks }: RequirementsProps): Html {
  const w = requirementWords(page.lang);
  const { edition, states } = requirements;
  const asked = states.filter((state) => state.status !== 'not-asked');
  const shown = filtered(asked, chosen);
  const narrowed = chosen.theme !== undefined || chosen.level !== undefined || chosen.show !== undefined;
  return (
    <InitiativeFrame page={page} initiative={frame} tab="requirements">
      <Section title={w.title} intro={w.lead}>
        {requirements.initiative.level === null && (
          <Notice lang={page.lang} tone="info">
            {w.unplaced}
          </Notice>
        )}
        <Kept page={page} requirements={requirements} />
        <Counts page={page} requirements={requirements} />
        <Filters
          lang={page.lang}
          action={page.href(`/initiatives/${frame.slug}/requirements`)}
          resetHref={narrowed ? page.href(`/initiatives/${frame.slug}/requirements`) : undefined}
        >
          <FilterSelect
            name="show"
            label={w.show}
            value={chosen.show}
            all={w.showAll}
            options={(Object.keys(shows) as Show[]).map((show) => ({
              value: show,
              label: shows[show][page.lang],
            }))}
          />
          <FilterSelect
            name="theme"
            label={w.theme}
            value={chosen.theme}
            all={w.allThemes}
            options={edition.themes.map((theme) => ({ value: theme, label: themes[theme][page.lang] }))}
          />
          <FilterSelect
            name="level"
            label={w.level}
            value={chosen.level}
            all={w.allLevels}
            options={edition.levels.map((level) => ({ value: level.id, label: level.name[page.lang] }))}
          />
        </Filters>
        <p class="muted">{w.shown(shown.length, asked.length)}</p>
        {shown.length === 0 && <EmptyState title={w.none} why={w.noneWhy} />}
        <div class="same-columns">
          {edition.themes.map((theme) => (
            <ThemeTable
              page={page}
              slug={frame.slug}
              requirements={requirements}
              theme={theme}
              speaks={speaks}
              rows={shown.filter((state) => state.requirement.theme === theme)}
            />
          ))}
        </div>
      </Section>
      <NotAsked page={page} slug={frame.slug} states={states} />
      <Left page={page} left={requirements.left} />
    </InitiativeFrame>
  );
}

/** A change of level or edition keeps what is done; only the difference is new. */
function Kept({ page, requirements }: { page: Page; requirements: Requirements }): Html {
  const w = requirementWords(page.lang);
  const { past, states, edition, initiative } = requirements;
  if (past.level === null && past.edition === null) return <></>;
  const fresh = states.filter((state) => state.fresh).length;
  const former = edition.levels.find((level) => level.id === past.level)?.name[page.lang] ?? past.level;
  return (
    <Notice lang={page.lang} tone="info">
      {past.edition !== null && <p>{w.keptEdition(past.edition)}</p>}
      {former !== null && <p>{w.keptLevel(former)}</p>}
      {fresh > 0 && (
        <p>
          <a href={page.href(`/initiatives/${initiative.slug}/requirements?show=fresh`)}>{w.fresh(fresh)}</a>
        </p>
      )}
    </Notice>
  );
}

function Counts({ page, requirements }: { page: Page; requirements: Requirements }): Html {
  const { lang } = page;
  const w = requirementWords(lang);
  const table = statusCounts(requirements.edition, requirements.states);
  const used = askedStatuses.filter((status) => table.all.counts[status] > 0 || status === 'missing');
  const rows = [
    ...table.themes.map((theme) => ({ name: themes[theme][lang], tally: table.byTheme[theme] })),
    { name: w.sum, tally: table.all },
  ];
  return (
    <Table
      lang={lang}
      caption={w.counts}
      rows={rows}
      columns={[
        { head: w.theme, names: true, cell: (row) => row.name },
        ...used.map((status) => ({
          head: statuses[status][lang],
          numeric: true,
          cell: (row: (typeof rows)[number]) => row.tally.counts[status],
        })),
        { head: w.sum, numeric: true, cell: (row) => row.tally.total },
      ]}
    />
  );
}

interface ThemeProps {
  readonly page: Page;
  readonly slug: string;
  readonly requirements: Requirements;
  readonly theme: Theme;
  readonly speaks: readonly Voice[];
  readonly rows: readonly RequirementState[];
}

function ThemeTable({ page, slug, requirements, theme, speaks, rows }: ThemeProps): Html {
  const { lang } = page;
  const w = requirementWords(lang);
  if (rows.length === 0) return <></>;
  const shortOf = (id: string) => requirements.edition.levels.find((level) => level.id === id)?.short[lang];
  return (
    <Section title={themes[theme][lang]} level={3} id={`theme-${theme}`}>
      <Table
        lang={lang}
        caption={themes[theme][lang]}
        hideCaption
        rows={rows}
        rowId={(state) => `requirement-${state.requirement.id}`}
        rowTone={(state) =>
          state.status === 'missing' ? 'danger' : state.differs || state.expired ? 'warning' : undefined
        }
        columns={[
          {
            head: w.requirement,
            names: true,
            cell: ({ requirement }) => (
              <>
                <a href={page.href(`/initiatives/${slug}/requirements/${requirement.id}`)}>
                  {requirement.label[lang]}
                </a>{' '}
                <span class="muted">{requirement.id}</span>
                <span class="row-note">{requirement.says[lang]}</span>
                <span class="row-note">
                  <LevelBadge level={requirement.level} lang={lang} name={shortOf(requirement.level)} />{' '}
                  <span class="muted">{weights[requirement.weight][lang]}</span>
                </span>
              </>
            ),
          },
          {
            head: w.status,
            cell: (state) => (
              <>
                <StatusMark status={state.status} lang={lang} />
                <Flags state={state} lang={lang} />
                {state.status === 'later' && (
                  <>
                    <br />
                    <span class="muted">{`${w.due} ${stages[state.requirement.due][lang]}`}</span>
                  </>
                )}
              </>
            ),
          },
          { head: w.self, cell: (state) => <Short word={state.self} page={page} silent={!state.computed} /> },
          {
            head: w.community,
            cell: (state) => <Short word={state.community} page={page} silent={!state.computed} />,
          },
          { head: w.basis, cell: (state) => <Basis state={state} page={page} /> },
          ...(speaks.length === 0
            ? []
            : [
                {
                  head: w.yourVerdict,
                  cell: (state: RequirementState) => (
                    <Assess page={page} slug={slug} state={state} speaks={speaks} />
                  ),
                },
              ]),
        ]}
      />
    </Section>
  );
}

/** Straight to the form, for those who may give the verdict; registered facts are not assessed. */
function Assess({
  page,
  slug,
  state,
  speaks,
}: {
  page: Page;
  slug: string;
  state: RequirementState;
  speaks: readonly Voice[];
}): Html {
  const w = requirementWords(page.lang);
  if (state.computed) return <span class="muted">—</span>;
  const { id } = state.requirement;
  return (
    <>
      {speaks.map((voice, index) => (
        <>
          {index > 0 && <br />}
          <a href={page.href(`/initiatives/${slug}/requirements/${id}/assess?voice=${voice}`)}>
            {state[voice] === null ? w.assess : w.assessAgain}
            <span class="sr-only">
              {` ${id}${speaks.length > 1 ? ` (${voices[voice][page.lang]})` : ''}`}
            </span>
          </a>
        </>
      ))}
    </>
  );
}

const longest = 140;
const short = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;

/** A voice's verdict with its explanation in short. */
function Short({ word, page, silent }: { word: Word | null; page: Page; silent: boolean }): Html {
  if (!word && !silent) return <span class="muted">—</span>;
  return (
    <>
      <WordMark word={word} lang={page.lang} />
      {word && word.explanation !== '' && (
        <>
          <br />
          <span class="muted">
            <Written>{short(word.explanation)}</Written>
          </span>
        </>
      )}
      {word?.keptFrom != null && (
        <>
          <br />
          <span class="muted">{requirementWords(page.lang).keptFrom(word.keptFrom)}</span>
        </>
      )}
    </>
  );
}

/** What the answer rests on: registered facts, or evidence with its age and who reviewed it. */
function Basis({ state, page }: { state: RequirementState; page: Page }): Html {
  const w = requirementWords(page.lang);
  if (state.computed)
    return (
      <>
        {state.judgement.because.map((each, index) => (
          <>
            {index > 0 && <br />}
            {`${w.registered}: ${factWord(each, page.lang)}`}
          </>
        ))}
      </>
    );
  const word = state.community ?? state.self;
  if (word === null) return <span class="muted">{w.noEvidence}</span>;
  const count = (state.self?.evidence.length ?? 0) + (state.community?.evidence.length ?? 0);
  const lines = [
    count === 0 ? w.noEvidence : w.evidence(count),
    ageOf(word, page.today, page.lang),
    word.reviewedOn === null
      ? null
      : word.reviewedBy
        ? `${w.reviewedBy} ${word.reviewedBy.name}`
        : w.reviewed,
  ].filter((line) => line !== null);
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}

/** Work that the level does not ask for now. */
function NotAsked({
  page,
  slug,
  states,
}: {
  page: Page;
  slug: string;
  states: readonly RequirementState[];
}): Html {
  const w = requirementWords(page.lang);
  const kept = states.filter((state) => state.status === 'not-asked' && (state.self || state.community));
  if (kept.length === 0) return <></>;
  return (
    <Details summary={`${w.notAsked} (${kept.length})`}>
      <p>{w.notAskedWhy}</p>
      <ul>
        {kept.map((state) => (
          <li>
            <a href={page.href(`/initiatives/${slug}/requirements/${state.requirement.id}`)}>
              {`${state.requirement.id} ${state.requirement.label[page.lang]}`}
            </a>{' '}
            <WordMark word={state.community ?? state.self} lang={page.lang} />
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** Work that stays under an edition the initiative has left. */
function Left({ page, left }: { page: Page; left: Requirements['left'] }): Html {
  const w = requirementWords(page.lang);
  if (left.length === 0) return <></>;
  return (
    <Details summary={`${w.left} (${left.length})`}>
      <p>{w.leftWhy}</p>
      <ul>
        {left.map((row) => (
          <li>
            {w.leftRow(
              row.edition,
              row.requirement,
              voices[row.voice][page.lang],
              verdicts[row.verdict][page.lang],
            )}
          </li>
        ))}
      </ul>
    </Details>
  );
}
