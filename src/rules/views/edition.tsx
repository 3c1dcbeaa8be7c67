import { listed } from '../../../rulebook/in-words.ts';
import { judgements } from '../../../rulebook/portrait.ts';
import type { Edition } from '../../../rulebook/rule.ts';
import { verdicts } from '../../../rulebook/vocabulary.ts';
import { Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { ruleWords } from '../words.ts';
import { Choices, Duties, Left } from './edition-open.tsx';
import { Bodies, Gates, Rights } from './edition-ways.tsx';
import { Period } from './editions.tsx';
import type { RequirementFigures } from '../figures.ts';
import { Figures } from './figures.tsx';
import { Needs, Requirements } from './requirements.tsx';
import { SourceText, heading } from './rule.tsx';

interface EditionProps {
  readonly page: Page;
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  /** How its requirements stand; null where the edition is not in force here. */
  readonly figures: readonly RequirementFigures[] | null;
}

/** The readable rulebook: every rule of an edition at an address of its own. */
export function EditionView({ page, edition, editions, figures }: EditionProps): Html {
  const { lang } = page;
  const w = ruleWords(lang);
  const here = edition.id === page.community.edition;
  return (
    <>
      <PageHeading
        title={edition.name[lang]}
        tags={
          here ? (
            <Tag tone="success" icon="check">
              {w.inForceHere}
            </Tag>
          ) : (
            <Tag>{w.notHere}</Tag>
          )
        }
        actions={
          <LinkButton href={`/api/v1/editions/${edition.id}`} small>
            {w.asApi}
          </LinkButton>
        }
      />
      <Facts
        facts={[
          [heading(page, 'source'), <SourceText page={page} source={edition.document} />],
          [heading(page, 'inForce'), <Period page={page} edition={edition} />],
          [heading(page, 'judgement'), judgements[edition.judgement][lang]],
          [
            heading(page, 'explained'),
            heading(page, edition.explainAnywhere ? 'explainedEverywhere' : 'explainedSome'),
          ],
          [
            heading(page, 'verdicts'),
            listed(
              edition.verdicts.map((verdict) => verdicts[verdict]),
              'and',
            )[lang],
          ],
          [w.compare, <Comparisons page={page} edition={edition} editions={editions} />],
        ]}
      />
      <Contents page={page} edition={edition} figures={figures !== null} />
      <Levels page={page} edition={edition} />
      <Requirements page={page} edition={edition} />
      {figures && <Figures page={page} edition={edition} figures={figures} />}
      <Needs page={page} edition={edition} />
      <Gates page={page} edition={edition} />
      <Bodies page={page} edition={edition} />
      <Rights page={page} edition={edition} />
      <Left page={page} edition={edition} />
      <Choices page={page} edition={edition} />
      <Duties page={page} edition={edition} />
    </>
  );
}

function Comparisons({ page, edition, editions }: Omit<EditionProps, 'figures'>): Html {
  const others = editions.filter((other) => other.id !== edition.id);
  return (
    <ul class="plain">
      {others.map((other) => {
        const [before, after] = other.inForceFrom < edition.inForceFrom ? [other, edition] : [edition, other];
        return (
          <li>
            <a href={page.href(`/rulebook/${before.id}/diff/${after.id}`)}>{`${before.id} → ${after.id}`}</a>
          </li>
        );
      })}
    </ul>
  );
}

/** The parts of the page. */
function Contents({ page, edition, figures }: { page: Page; edition: Edition; figures: boolean }): Html {
  const w = ruleWords(page.lang);
  const parts = [
    ['levels', heading(page, 'levels')],
    ...edition.levels.map(({ id, name }) => [`level-${id}`, w.requirementsOf(name[page.lang])] as const),
    ...(figures ? ([['figures', w.figures]] as const) : []),
    ['needs', heading(page, 'needs')],
    ['gates', heading(page, 'gates')],
    ['bodies', heading(page, 'bodies')],
    ['rights', heading(page, 'rights')],
    ['left', heading(page, 'left')],
    ['choices', heading(page, 'choices')],
    ['duties', heading(page, 'duties')],
  ] as const;
  return (
    <nav class="contents" aria-label={w.contents}>
      <ul>
        {parts.map(([id, label]) => (
          <li>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Levels({ page, edition }: { page: Page; edition: Edition }): Html {
  const { lang } = page;
  const all = Object.values(edition.requirements);
  const asked = (rank: number) => {
    const upTo = new Set(edition.levels.filter((each) => each.rank <= rank).map(({ id }) => id));
    return all.filter(
      ({ level, liftedAt }) => upTo.has(level) && (liftedAt === undefined || !upTo.has(liftedAt)),
    );
  };
  return (
    <Section id="levels" title={heading(page, 'levels')} intro={heading(page, 'requirementsIntro')}>
      <Table
        lang={lang}
        caption={heading(page, 'levels')}
        hideCaption
        rows={edition.levels}
        rowId={({ id }) => id}
        columns={[
          {
            head: heading(page, 'level'),
            names: true,
            nowrap: true,
            cell: ({ id, name }) => <a href={`#level-${id}`}>{name[lang]}</a>,
          },
          { head: heading(page, 'says'), cell: ({ says }) => says[lang] },
          {
            head: heading(page, 'ownRequirements'),
            numeric: true,
            cell: ({ id }) => all.filter(({ level }) => level === id).length,
          },
          { head: heading(page, 'allRequirements'), numeric: true, cell: ({ rank }) => asked(rank).length },
          {
            head: heading(page, 'source'),
            cell: ({ source }) => <SourceText page={page} source={source} />,
          },
        ]}
      />
    </Section>
  );
}
