import { anchorOf, choiceAnchor, dutyAnchor } from '../../../rulebook/anchor.ts';
import type { Edition } from '../../../rulebook/rule.ts';
import { Details, Facts } from '../../web/components/facts.tsx';
import { Section } from '../../web/components/heading.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { heading, lines, SourceText } from './rule.tsx';

interface Props {
  readonly page: Page;
  readonly edition: Edition;
}

/** What the source asks of people that no rule can settle. */
export function Left({ page, edition }: Props): Html {
  const { lang } = page;
  const rows = edition.leftToPeople.flatMap(({ duty, because }) => {
    const found = edition.duties.find(({ id }) => id === duty);
    return found ? [{ ...found, because }] : [];
  });
  return (
    <Section id="left" title={heading(page, 'left')} intro={heading(page, 'leftIntro')}>
      <Table
        lang={lang}
        caption={heading(page, 'left')}
        hideCaption
        rows={rows}
        columns={[
          { head: heading(page, 'duty'), names: true, cell: ({ says }) => says[lang] },
          { head: heading(page, 'because'), cell: ({ because }) => because[lang] },
          {
            head: heading(page, 'source'),
            cell: ({ source }) => <SourceText page={page} source={source} />,
          },
        ]}
      />
    </Section>
  );
}

/** Where the sources contradict themselves or are silent, and the reading chosen. */
export function Choices({ page, edition }: Props): Html {
  const { lang } = page;
  return (
    <Section id="choices" title={heading(page, 'choices')} intro={heading(page, 'choicesIntro')}>
      {edition.choices.map((choice) => (
        <article class="rule" id={choiceAnchor(choice.id)}>
          <h3>{choice.question[lang]}</h3>
          <p>{choice.chosen[lang]}</p>
          <Details summary={heading(page, 'readings')}>
            <Facts
              facts={[
                [heading(page, 'readings'), lines(page, choice.readings)],
                [
                  heading(page, 'source'),
                  <ul>
                    {choice.sources.map((source) => (
                      <li>
                        <SourceText page={page} source={source} />
                      </li>
                    ))}
                  </ul>,
                ],
              ]}
            />
          </Details>
        </article>
      ))}
    </Section>
  );
}

/** Every duty of the source beside the requirements, and the rules that carry it. */
export function Duties({ page, edition }: Props): Html {
  const { lang } = page;
  return (
    <Section id="duties" title={heading(page, 'duties')} intro={heading(page, 'dutiesIntro')}>
      <Table
        lang={lang}
        caption={heading(page, 'duties')}
        hideCaption
        rowId={({ id }) => dutyAnchor(id)}
        rows={edition.duties.filter(({ id }) => !id.startsWith('requirement.'))}
        columns={[
          { head: heading(page, 'duty'), names: true, cell: ({ says }) => says[lang] },
          {
            head: heading(page, 'carriedBy'),
            cell: ({ carriedBy }) =>
              carriedBy.length === 0 ? (
                <a href="#left">{heading(page, 'people')}</a>
              ) : (
                <ul class="plain">
                  {carriedBy.map((id) => (
                    <li>
                      <a href={`#${anchorOf(edition, id)}`}>{id}</a>
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            head: heading(page, 'source'),
            cell: ({ source }) => <SourceText page={page} source={source} />,
          },
        ]}
      />
    </Section>
  );
}
