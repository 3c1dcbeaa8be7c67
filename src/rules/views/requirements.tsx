import { lineInWords } from '../../../rulebook/in-words.ts';
import type { Edition, Line, Requirement } from '../../../rulebook/rule.ts';
import { themes, weights } from '../../../rulebook/vocabulary.ts';
import { LevelBadge, Tag } from '../../web/components/badge.tsx';
import { Section } from '../../web/components/heading.tsx';
import type { Child, Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { ruleWords } from '../words.ts';
import { lines, Rule, heading } from './rule.tsx';

interface Props {
  readonly page: Page;
  readonly edition: Edition;
}

/** The requirements by level and theme. */
export function Requirements({ page, edition }: Props): Html {
  const { lang } = page;
  const w = ruleWords(lang);
  const all = Object.values(edition.requirements);
  return (
    <>
      {edition.levels.map((level) => {
        const here = all.filter((each) => each.level === level.id);
        return (
          <Section
            id={`level-${level.id}`}
            title={w.requirementsOf(level.name[lang])}
            intro={level.says[lang]}
          >
            {edition.themes.map((theme) => {
              const rules = here.filter((each) => each.theme === theme);
              return (
                rules.length > 0 && (
                  <Section level={3} title={themes[theme][lang]}>
                    {rules.map((each) => (
                      <LineRule page={page} edition={edition} line={each} level={4} />
                    ))}
                  </Section>
                )
              );
            })}
          </Section>
        );
      })}
    </>
  );
}

/** What gates ask for beside the requirements. */
export function Needs({ page, edition }: Props): Html {
  return (
    <Section id="needs" title={heading(page, 'needs')} intro={heading(page, 'needsIntro')}>
      {Object.values(edition.needs).map((each) => (
        <LineRule page={page} edition={edition} line={each} level={3} />
      ))}
    </Section>
  );
}

function LineRule({ page, edition, line, level }: Props & { line: Line; level: 3 | 4 }): Html {
  const { lang } = page;
  const w = ruleWords(lang);
  const requirement = 'theme' in line ? (line as Requirement) : null;
  const examples = (satisfied: boolean) =>
    line.examples.filter((each) => each.satisfied === satisfied).map(({ says }) => says);
  return (
    <Rule
      page={page}
      id={line.id}
      label={line.label[lang]}
      level={level}
      says={lineInWords(edition, line)}
      source={line.source}
      tags={
        <>
          {requirement === null && (
            <LevelBadge
              level={line.level}
              lang={lang}
              name={edition.levels.find(({ id }) => id === line.level)?.short[lang]}
            />
          )}
          <Tag tone={line.weight === 'must' ? 'accent' : 'neutral'}>{weights[line.weight][lang]}</Tag>
        </>
      }
      more={{
        summary: requirement ? w.more : w.examplesOnly,
        facts: [
          [heading(page, 'guidance'), requirement?.guidance[lang]],
          [heading(page, 'formLabel'), requirement?.formLabel && <q lang="da">{requirement.formLabel}</q>],
          [heading(page, 'formerly'), requirement && formerly(page, requirement)],
          [heading(page, 'enough'), lines(page, examples(true))],
          [heading(page, 'notEnough'), lines(page, examples(false))],
        ],
      }}
    />
  );
}

function formerly(page: Page, requirement: Requirement): Child {
  const entries = Object.entries(requirement.formerly ?? {});
  if (entries.length === 0) return null;
  return (
    <ul>
      {entries.map(([edition, ids]) => (
        <li>
          {ids.length === 0
            ? heading(page, 'newHere')
            : ids.map((id, index) => [
                index > 0 && ', ',
                <a href={page.href(`/rulebook/${edition}#${id}`)}>{id}</a>,
              ])}
          {` (${heading(page, 'inEdition')} ${edition})`}
        </li>
      ))}
    </ul>
  );
}
