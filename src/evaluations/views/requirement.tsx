import { facts } from '../../../rulebook/facts.ts';
import { factsIn } from '../../../rulebook/judge.ts';
import type { Edition } from '../../../rulebook/rule.ts';
import { providers, stages, themes, weights, type Voice } from '../../../rulebook/vocabulary.ts';
import { LevelBadge } from '../../web/components/badge.tsx';
import { Details, Facts } from '../../web/components/facts.tsx';
import { Columns, PageHeading, Section } from '../../web/components/heading.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { RuleLink } from '../../web/components/refusal-box.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import { formatDate } from '../../web/format.ts';
import type { Page } from '../../web/page.ts';
import { factWord } from '../report-words.ts';
import type { AcceptedElsewhere, Elsewhere, Happened, Question } from '../requirement-queries.ts';
import type { RequirementState } from '../requirement-state.ts';
import { requirementWords } from '../requirement-words.ts';
import { AskedSection, ElsewhereSection, HistorySection } from './requirement-talk.tsx';
import { Flags, StatusMark } from './requirement-marks.tsx';
import { VoiceCard } from './voice-card.tsx';

export interface RequirementProps {
  readonly page: Page;
  readonly initiative: { readonly slug: string; readonly name: string };
  readonly edition: Edition;
  readonly state: RequirementState;
  readonly questions: readonly Question[];
  readonly elsewhere: readonly Elsewhere[];
  readonly history: readonly Happened[];
  readonly acceptedBefore: readonly AcceptedElsewhere[];
  readonly cases: readonly { readonly number: number; readonly question: string; readonly status: string }[];
  /** The voices the reader may speak with. */
  readonly speaks: readonly Voice[];
  /** The voices whose word the reader may review: not their own word. */
  readonly reviews: readonly Voice[];
  readonly mayAsk: boolean;
  readonly mayAnswer: boolean;
  readonly mayDispute: boolean;
}

/** One requirement of an initiative: the rule, what is registered, both voices, and all that has been said about it. */
export function RequirementView(props: RequirementProps): Html {
  const { page, initiative, edition, state } = props;
  const { lang } = page;
  const { requirement } = state;
  const level = edition.levels.find((each) => each.id === requirement.level);
  return (
    <>
      <PageHeading
        kicker={`${initiative.name} · ${themes[requirement.theme][lang]} · ${requirement.id}`}
        title={requirement.label[lang]}
        lead={requirement.says[lang]}
        tags={
          <>
            <LevelBadge level={requirement.level} lang={lang} name={level?.short[lang]} />
            <StatusMark status={state.status} lang={lang} />
            <Flags state={state} lang={lang} />
          </>
        }
      />
      <Columns aside>
        <div>
          {state.computed && <Registered page={page} state={state} />}
          <AcceptedBefore {...props} />
          <Difference {...props} />
          <Voices {...props} />
          <AskedSection {...props} />
          <ElsewhereSection {...props} />
          <HistorySection {...props} />
        </div>
        <About page={page} edition={edition} state={state} />
      </Columns>
    </>
  );
}

/** What the records themselves say, and what would bring it about. */
function Registered({ page, state }: { page: Page; state: RequirementState }): Html {
  const w = requirementWords(page.lang);
  const steps = factsIn(state.requirement.condition);
  return (
    <Section title={w.registered} intro={w.computedWhy} card>
      <ul>
        {state.judgement.because.map((each) => (
          <li>{factWord(each, page.lang)}</li>
        ))}
      </ul>
      {!state.judgement.satisfied && steps.length > 0 && (
        <>
          <h3>{w.computedHow}</h3>
          <ul>
            {steps.map((fact) => (
              <li>{`${facts[fact].step[page.lang]} (${providers[facts[fact].provider][page.lang]})`}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/** Gaps a body accepted under another edition: to be known, not to be built on. */
function AcceptedBefore({ page, edition, acceptedBefore }: RequirementProps): Html {
  const { lang } = page;
  const w = requirementWords(lang);
  if (acceptedBefore.length === 0) return <></>;
  return (
    <Notice lang={lang} tone="info" title={w.acceptedBefore}>
      {acceptedBefore.map((each) => (
        <p>
          <a href={page.href(`/decisions/${each.decision}`)}>
            {w.acceptedBy(each.body, formatDate(each.decidedOn, lang), each.decision)}
          </a>{' '}
          {w.acceptedUnder(each.edition, each.requirement)}
        </p>
      ))}
      <p>{w.acceptedNoMore(edition.id)}</p>
    </Notice>
  );
}

/** Where the voices differ: that they do, and the way out. */
function Difference({ page, initiative, state, cases, mayDispute }: RequirementProps): Html {
  const w = requirementWords(page.lang);
  if (!state.differs && cases.length === 0) return <></>;
  const open = cases.some((each) => each.status === 'draft' || each.status === 'waiting');
  return (
    <Notice
      lang={page.lang}
      tone={state.differs ? 'warning' : 'info'}
      title={state.differs ? w.differTitle : undefined}
    >
      {state.differs && <p>{w.differWhy}</p>}
      {cases.map((each) => (
        <p>
          <a href={page.href(`/cases/${each.number}`)}>{w.caseAbout(each.number)}</a>
          {`: ${each.question}`}
        </p>
      ))}
      {state.differs && mayDispute && !open && (
        <p>
          <a href={page.href(`/initiatives/${initiative.slug}/requirements/${state.requirement.id}/dispute`)}>
            {w.dispute}
          </a>
        </p>
      )}
    </Notice>
  );
}

/** What the product says beside what the community says. A computed requirement shows only what files have claimed. */
function Voices({ page, initiative, state, speaks, reviews }: RequirementProps): Html {
  const w = requirementWords(page.lang);
  if (state.computed && !state.self && !state.community) return <></>;
  return (
    <Section title={w.voices} intro={w.voicesIntro}>
      <Columns>
        {(['self', 'community'] as const).map((voice) => (
          <VoiceCard
            page={page}
            address={`/initiatives/${initiative.slug}/requirements/${state.requirement.id}`}
            voice={voice}
            word={state[voice]}
            maySpeak={!state.computed && speaks.includes(voice)}
            mayReview={!state.computed && reviews.includes(voice)}
            mayRemove={speaks.includes(voice)}
          />
        ))}
      </Columns>
    </Section>
  );
}

function About({ page, edition, state }: { page: Page; edition: Edition; state: RequirementState }): Html {
  const { lang } = page;
  const w = requirementWords(lang);
  const { requirement } = state;
  return (
    <div>
      <Section title={w.about}>
        <Facts
          facts={[
            [w.weight, weights[requirement.weight][lang]],
            [w.level, edition.levels.find((level) => level.id === requirement.level)?.name[lang]],
            [w.due, stages[requirement.due][lang]],
            [w.provider, state.computed ? null : providers[requirement.provider][lang]],
            [w.guidance, requirement.guidance[lang]],
            [
              w.source,
              <>
                {`${requirement.source.document}, ${requirement.source.section}`}
                <br />
                <RuleLink page={page} edition={edition.id} rule={requirement.id} />
              </>,
            ],
          ]}
        />
        {requirement.examples.length > 0 && (
          <Details summary={w.examples}>
            <ul>
              {requirement.examples.map((example) => (
                <li>{`${example.says[lang]}: ${example.satisfied ? w.exampleMet : w.exampleUnmet}`}</li>
              ))}
            </ul>
          </Details>
        )}
      </Section>
    </div>
  );
}
