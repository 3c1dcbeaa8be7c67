import { choiceAnchor } from '../../../rulebook/anchor.ts';
import type { IsoDate } from '../../../rulebook/rule.ts';
import { settingsInWords } from '../../../rulebook/statutes/in-words.ts';
import { answered, statuteHeadings } from '../../../rulebook/statutes/markdown.ts';
import type { StatuteRule, Statutes } from '../../../rulebook/statutes/statute.ts';
import { LinkButton } from '../../web/components/button.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { ruleWords } from '../words.ts';
import { Period } from './editions.tsx';
import { heading, lines, Rule, SourceText } from './rule.tsx';
import { inForceMark } from './statutes-list.tsx';

interface Props {
  readonly page: Page;
  readonly statutes: Statutes;
}

/** One edition of the statutes to read: each rule at an address of its own, what is open, and the readings chosen. */
export function StatutesView({ page, statutes, today }: Props & { today: IsoDate }): Html {
  const { lang } = page;
  const w = ruleWords(lang);
  const parts = ['rules', 'gaps', 'choices', 'titles'] as const;
  const named = (part: (typeof parts)[number]): string =>
    part === 'choices' ? heading(page, 'choices') : statuteHeadings[part][lang];
  return (
    <>
      <PageHeading
        title={statutes.name[lang]}
        tags={inForceMark(page, statutes, today)}
        actions={
          <LinkButton href={`/api/v1/statutes/${statutes.id}`} small>
            {w.asApi}
          </LinkButton>
        }
      />
      <Facts
        facts={[
          [heading(page, 'source'), <SourceText page={page} source={statutes.document} />],
          [heading(page, 'inForce'), <Period page={page} edition={statutes} />],
          [w.knownText, statutes.textKnown ? w.yes : statuteHeadings.unknownText[lang]],
        ]}
      />
      <nav class="contents" aria-label={w.contents}>
        <ul>
          {parts.map((part) => (
            <li>
              <a href={`#${part}`}>{named(part)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Section id="rules" title={named('rules')}>
        {statutes.rules.map((rule) => (
          <StatuteArticle page={page} rule={rule} />
        ))}
      </Section>
      <Gaps page={page} statutes={statutes} />
      <Readings page={page} statutes={statutes} />
      <Section id="titles" title={named('titles')}>
        <ul>
          {statutes.titles.map(({ title, source }) => (
            <li>
              {title[lang]} (<SourceText page={page} source={source} />)
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function StatuteArticle({ page, rule }: { page: Page; rule: StatuteRule }): Html {
  const { lang } = page;
  const values = settingsInWords(rule.sets);
  const left = rule.leftToPeople;
  return (
    <Rule
      page={page}
      id={rule.id}
      level={3}
      label={rule.label[lang]}
      says={rule.says}
      source={rule.source}
      {...(rule.examples.length === 0
        ? {}
        : {
            more: {
              summary: heading(page, 'examples'),
              facts: rule.examples.map(({ says, answer }) => [says[lang], answered(answer, lang)] as const),
            },
          })}
    >
      {values.length > 0 && (
        <Facts facts={values.map(({ what, value }) => [what[lang], value[lang]] as const)} />
      )}
      {left && (
        <p>
          <strong>{`${statuteHeadings.left[lang]}: `}</strong>
          {left[lang]}
        </p>
      )}
    </Rule>
  );
}

function Gaps({ page, statutes }: Props): Html {
  const { lang } = page;
  return (
    <Section id="gaps" title={statuteHeadings.gaps[lang]} intro={statuteHeadings.gapsIntro[lang]}>
      {statutes.gaps.map((gap) => (
        <article class="rule" id={`gap.${gap.id}`}>
          <h3>{gap.question[lang]}</h3>
          <p>
            <strong>{`${statuteHeadings.meanwhile[lang]}: `}</strong>
            {gap.meanwhile[lang]}
          </p>
          <Sources page={page} sources={gap.sources} />
        </article>
      ))}
    </Section>
  );
}

function Readings({ page, statutes }: Props): Html {
  const { lang } = page;
  return (
    <Section id="choices" title={heading(page, 'choices')} intro={heading(page, 'choicesIntro')}>
      {statutes.choices.map((choice) => (
        <article class="rule" id={choiceAnchor(choice.id)}>
          <h3>{choice.question[lang]}</h3>
          <p>{choice.chosen[lang]}</p>
          <Facts facts={[[heading(page, 'readings'), lines(page, choice.readings)]]} />
          <Sources page={page} sources={choice.sources} />
        </article>
      ))}
    </Section>
  );
}

function Sources({ page, sources }: { page: Page; sources: Statutes['gaps'][number]['sources'] }): Html {
  return (
    <p class="muted">
      {`${heading(page, 'source')}: `}
      {sources.map((source, index) => (
        <>
          {index > 0 && '; '}
          <SourceText page={page} source={source} />
        </>
      ))}
    </p>
  );
}
