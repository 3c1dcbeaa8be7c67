import { gapsAt } from '../frame.ts';
import { providerTitle } from '../../../rulebook/titles.ts';
import { listed } from '../../../rulebook/in-words.ts';
import { editions } from '../../../rulebook/editions.ts';
import { gateFor } from '../../../rulebook/gates.ts';
import type { MissingLine, Step } from '../../../rulebook/rule.ts';
import {
  bodyKinds,
  lineKinds,
  stages,
  type LineKind,
  type Provider,
  type Stage,
} from '../../../rulebook/vocabulary.ts';
import { LinkButton } from '../../web/components/button.tsx';
import { Details } from '../../web/components/facts.tsx';
import { Section } from '../../web/components/heading.tsx';
import type { FrameFacts } from '../../web/components/initiative-frame.tsx';
import { PersonLink } from '../../web/components/link.tsx';
import { FilterSelect } from '../../web/components/list-tools.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { RefusalBox, RuleLink } from '../../web/components/refusal-box.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { Around } from '../around.ts';
import { stagesAhead, type ForecastAnswer } from '../forecast-answer.ts';
import { moveWords } from '../move-words.ts';
import { wayTo, type Way } from '../ways.ts';
import { forecastWords } from '../words.ts';

export interface ForecastProps {
  readonly page: Page;
  readonly answer: ForecastAnswer;
  readonly around: Around;
  readonly facts: FrameFacts;
  /** The reader may carry the initiative to the target once the way is open. */
  readonly mayMove: boolean;
}

/** What is missing on the way to a target, who provides it, who decides, and the steps. */
export function ForecastView(props: ForecastProps): Html {
  const { page, answer } = props;
  const w = forecastWords(page.lang);
  const { forecast, edition, standing } = answer;
  if (standing.stage === 'retired')
    return (
      <Notice lang={page.lang} tone="info" title={w.ended}>
        {w.endedWhy}
      </Notice>
    );
  const level = edition.levels.find((each) => each.id === forecast.target.level)?.name[page.lang] ?? '';
  return (
    <>
      <TargetForm {...props} />
      <Section title={w.target(stages[forecast.target.stage][page.lang], level, edition.id)} id="target">
        {answer.refusals.length > 0 ? (
          <RefusalBox page={page} refusals={answer.refusals} title={w.impossible} />
        ) : (
          <>
            <Verdict {...props} />
            <Decides {...props} />
          </>
        )}
      </Section>
      {forecast.missing.length > 0 && <Missing {...props} />}
      {edition.id !== answer.initiative.edition && answer.refusals.length === 0 && <Anew {...props} />}
      {forecast.steps.length > 0 && <Steps {...props} />}
      {forecast.lapses.length > 0 && (
        <Section title={w.lapses} intro={w.lapsesWhy}>
          <ul>
            {forecast.lapses.map((line) => (
              <li>{line.says[page.lang]}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function TargetForm({ page, answer, facts }: ForecastProps): Html {
  const { lang } = page;
  const w = forecastWords(lang);
  const { forecast, edition, standing, initiative } = answer;
  const marked = (isNow: boolean, name: string): string => (isNow ? w.now(name) : name);
  const ahead: readonly Stage[] = stagesAhead(edition, standing);
  return (
    <Section title={w.choose} intro={w.chooseWhy}>
      <form class="filters" method="get" action={page.href(`/initiatives/${facts.slug}/forecast`)}>
        <FilterSelect
          name="stage"
          label={w.stage}
          value={forecast.target.stage}
          options={ahead.map((stage) => ({
            value: stage,
            label: marked(stage === standing.stage, stages[stage][lang]),
          }))}
        />
        <FilterSelect
          name="level"
          label={w.level}
          value={forecast.target.level}
          options={edition.levels.map((level) => ({
            value: level.id,
            label: marked(level.id === standing.level, level.name[lang]),
          }))}
        />
        <FilterSelect
          name="edition"
          wide
          label={w.edition}
          value={edition.id}
          options={editions.map(({ id, name }) => ({
            value: id,
            label: marked(id === initiative.edition, name[lang]),
          }))}
        />
        <div class="filters-buttons">
          <button type="submit" class="ds-button" data-variant="secondary">
            {w.show}
          </button>
        </div>
      </form>
    </Section>
  );
}

function Verdict({ page, answer, mayMove }: ForecastProps): Html {
  const { lang } = page;
  const w = forecastWords(lang);
  const { forecast, standing, edition, initiative } = answer;
  const { stage, level } = forecast.target;
  const isHere = stage === standing.stage && level === standing.level && edition.id === initiative.edition;
  if (!forecast.open)
    return (
      <Notice lang={lang} tone="warning" title={w.missing(forecast.missing.length)}>
        {isHere ? w.missingHere : w.missingThere}
      </Notice>
    );
  const { accepted } = gapsAt(edition, standing, forecast.target, page.today);
  const gate = gateFor(edition, standing, stage);
  const carries =
    mayMove && gate !== undefined && level === standing.level && edition.id === initiative.edition;
  return (
    <>
      <Notice lang={lang} tone="success" title={accepted === 0 ? w.open : w.openBut}>
        {accepted === 0 ? (
          isHere ? (
            w.openHere
          ) : (
            w.openThere
          )
        ) : (
          <>
            {w.accepted(accepted)}{' '}
            <a href={page.href(`/initiatives/${initiative.slug}/cases`)}>{w.decisions}</a>
          </>
        )}
      </Notice>
      {carries && (
        <div class="actions">
          <LinkButton variant="primary" href={page.href(`/initiatives/${initiative.slug}/move?to=${stage}`)}>
            {moveWords[stage].title[lang]}
          </LinkButton>
        </div>
      )}
    </>
  );
}

function Decides({ page, answer }: ForecastProps): Html {
  const { lang } = page;
  const w = forecastWords(lang);
  const { decides, edition } = answer.forecast;
  if (!decides) return <p>{w.nobodyDecides}</p>;
  const names = listed(
    decides.bodies.map((kind) => bodyKinds[kind]),
    'or',
  )[lang];
  return (
    <Section title={w.decides} level={3}>
      <p>
        <strong>{w.bodies(names)}</strong>
      </p>
      <p>{decides.says[lang]}</p>
      <RuleLink page={page} edition={edition} rule={decides.rule} source={decides.source} />
    </Section>
  );
}

function Missing(props: ForecastProps): Html {
  const { page, answer } = props;
  const { lang } = page;
  const w = forecastWords(lang);
  const { forecast } = answer;
  const groups = (Object.keys(lineKinds) as LineKind[]).flatMap((kind) => {
    const lines = forecast.missing.filter((line) => line.kind === kind);
    return lines.length > 0 ? [{ kind, lines }] : [];
  });
  return (
    <Section title={w.title}>
      <div class="missing">
        {groups.map(({ kind, lines }) => (
          <Section title={`${w.kinds[kind]} (${lines.length})`} level={3} id={`missing-${kind}`}>
            <Table
              lang={lang}
              caption={w.kinds[kind]}
              hideCaption
              rows={lines}
              columns={[
                {
                  head: w.what,
                  names: true,
                  cell: (line) => <What page={page} line={line} edition={forecast.edition} />,
                },
                { head: w.who, cell: (line) => <Who {...props} who={line.who} /> },
                { head: w.where, cell: (line) => <Where {...props} line={line} /> },
              ]}
            />
          </Section>
        ))}
      </div>
    </Section>
  );
}

/** What a change to the edition asked about adds to what is documented already. */
function Anew({ page, answer }: ForecastProps): Html {
  const { lang } = page;
  const w = forecastWords(lang);
  const { askedAnew, edition, initiative } = answer;
  if (askedAnew.length === 0) return <p class="muted">{w.anewNothing(initiative.edition)}</p>;
  return (
    <Section title={`${w.anew} (${askedAnew.length})`} intro={w.anewWhy(initiative.edition)} id="asked-anew">
      <ul>
        {askedAnew.map(({ requirement, because }) => (
          <li>
            <strong>{`${requirement}: ${edition.requirements[requirement]?.label[lang] ?? ''}`}</strong>{' '}
            <span class="muted">{because[lang]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function What({ page, line, edition }: { page: Page; line: MissingLine; edition: string }): Html {
  return (
    <>
      <span class="line-says">{line.says[page.lang]}</span>{' '}
      <RuleLink page={page} edition={edition} rule={line.rule} source={line.source} />
    </>
  );
}

/** Those who can provide a thing; the persons themselves where the role is filled, for those who are signed in. */
function Who({ page, answer, facts, who }: ForecastProps & { who: readonly Provider[] }): Html {
  const people = { 'project-manager': facts.manager, 'project-owner': facts.owner } as const;
  return (
    <>
      {who.map((provider, index) => {
        const person =
          page.viewer?.seesPeople && (provider === 'project-manager' || provider === 'project-owner')
            ? people[provider]
            : null;
        return (
          <>
            {index > 0 && ', '}
            {providerTitle(answer.edition, provider)[page.lang]}
            {person && (
              <>
                {' ('}
                <PersonLink page={page} person={person} />
                {')'}
              </>
            )}
          </>
        );
      })}
    </>
  );
}

/** Where a missing line is provided: the deed for those who may, the page about it for everybody. */
function Where({ page, answer, around, line }: ForecastProps & { line: MissingLine }): Html {
  const steps = answer.forecast.steps.filter((step) => step.provides.includes(line.rule));
  const ways = unique(steps.map((step) => wayTo(step.does, around, answer.forecast))).filter(isOpenTo);
  const [only] = ways;
  if (only === undefined) return <></>;
  if (ways.length === 1) return <WayLink page={page} way={only} />;
  return (
    <ul>
      {ways.map((way) => (
        <li>
          <WayLink page={page} way={way} />
        </li>
      ))}
    </ul>
  );
}

const unique = (ways: readonly Way[]): readonly Way[] => [
  ...new Map(ways.map((way) => [way.href, way])).values(),
];

/** Pages are open to all; a form only to those who may send it. */
const isOpenTo = (way: Way): boolean => way.mine || /\/requirements\/|^\/cases\/\d+$/.test(way.href);

function WayLink({ page, way }: { page: Page; way: Way }): Html {
  const label =
    !way.mine && way.href.includes('/requirements/')
      ? forecastWords(page.lang).requirementPage
      : way.label[page.lang];
  return <a href={page.href(way.href)}>{label}</a>;
}

function Steps(props: ForecastProps): Html {
  const { page, answer, around } = props;
  const w = forecastWords(page.lang);
  const claimed = answer.forecast.steps.filter((step) => 'assess' in step.does);
  const others = answer.forecast.steps.filter((step) => 'fact' in step.does);
  const item = (step: Step) => {
    const way = wayTo(step.does, around, answer.forecast);
    return (
      <li value={step.order}>
        {step.says[page.lang]}{' '}
        <span class="muted">{w.by(providerTitle(answer.edition, step.who)[page.lang])}</span>
        {isOpenTo(way) && (
          <>
            {' '}
            <WayLink page={page} way={way} />
          </>
        )}
      </li>
    );
  };
  return (
    <Section title={w.steps} intro={w.stepsWhy} id="steps">
      {claimed.length > 5 ? (
        <>
          <Details summary={w.documents(claimed.length)}>
            <ol>{claimed.map(item)}</ol>
          </Details>
          <ol>{others.map(item)}</ol>
        </>
      ) : (
        <ol>{answer.forecast.steps.map(item)}</ol>
      )}
    </Section>
  );
}
