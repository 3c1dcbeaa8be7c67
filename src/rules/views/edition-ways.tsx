import { bodyAnchor } from '../../../rulebook/anchor.ts';
import {
  bodyInWords,
  bodyTitle,
  compositionInWords,
  decidersInWords,
  gateDecisions,
  providersInWords,
  rightInWords,
} from '../../../rulebook/in-words.ts';
import type { Edition } from '../../../rulebook/rule.ts';
import { decisionKinds, stages } from '../../../rulebook/vocabulary.ts';
import { Tag } from '../../web/components/badge.tsx';
import { Section } from '../../web/components/heading.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { ruleWords } from '../words.ts';
import { heading, lines, Rule } from './rule.tsx';
import { capital } from '../../lib/capital.ts';

interface Props {
  readonly page: Page;
  readonly edition: Edition;
}

/** The ways between the stages: who decides at which level, and who carries them out. */
export function Gates({ page, edition }: Props): Html {
  const { lang } = page;
  return (
    <Section id="gates" title={heading(page, 'gates')}>
      {edition.gates.map((gate) => {
        const name = `${capital(stages[gate.from][lang])} → ${stages[gate.to][lang]}`;
        return (
          <Rule
            page={page}
            id={gate.id}
            label={name}
            level={3}
            says={gate.says}
            source={gate.source}
            tags={<Tag>{heading(page, gate.kind)}</Tag>}
          >
            <Table
              lang={lang}
              caption={`${heading(page, 'decides')}: ${name}`}
              hideCaption
              rows={gateDecisions(edition, gate)}
              columns={[
                { head: heading(page, 'level'), names: true, cell: ({ levels }) => levels[lang] },
                {
                  head: heading(page, 'decides'),
                  cell: ({ right }) =>
                    right ? (
                      <a href={`#${right.id}`}>{capital(decidersInWords(edition, right)[lang])}</a>
                    ) : (
                      heading(page, 'nobodyDecides')
                    ),
                },
                {
                  head: heading(page, 'recommendation'),
                  cell: ({ right }) =>
                    capital(
                      heading(
                        page,
                        right?.recommendation === true ? 'recommendationAsked' : 'recommendationNone',
                      ),
                    ),
                },
                {
                  head: heading(page, 'carriedOutBy'),
                  cell: () => capital(providersInWords(edition, gate.carriedOutBy)[lang]),
                },
              ]}
            />
          </Rule>
        );
      })}
    </Section>
  );
}

/** The bodies, and who sits in them. */
export function Bodies({ page, edition }: Props): Html {
  const { lang } = page;
  return (
    <Section id="bodies" title={heading(page, 'bodies')}>
      {edition.bodies.map((body) => {
        const rules = edition.composition.filter((rule) => rule.body === body.kind);
        return (
          <>
            <Rule
              page={page}
              id={body.kind}
              anchor={bodyAnchor(body.kind)}
              label={capital(bodyTitle(edition, body.kind)[lang])}
              level={3}
              says={bodyInWords(edition, body)}
              source={body.source}
            />
            {rules.map((rule) => (
              <Rule
                page={page}
                id={rule.id}
                label={heading(page, 'seats')}
                level={4}
                says={compositionInWords(edition, rule)}
                source={rule.source}
                more={{
                  summary: ruleWords(lang).examplesOnly,
                  facts: [
                    [
                      heading(page, 'kept'),
                      lines(
                        page,
                        rule.examples.filter((e) => !e.breached).map((e) => e.says),
                      ),
                    ],
                    [
                      heading(page, 'broken'),
                      lines(
                        page,
                        rule.examples.filter((e) => e.breached).map((e) => e.says),
                      ),
                    ],
                  ],
                }}
              />
            ))}
          </>
        );
      })}
    </Section>
  );
}

/** Who decides what. */
export function Rights({ page, edition }: Props): Html {
  return (
    <Section id="rights" title={heading(page, 'rights')}>
      {edition.decisionRights.map((right) => (
        <Rule
          page={page}
          id={right.id}
          label={capital(decisionKinds[right.kind][page.lang])}
          level={3}
          says={rightInWords(edition, right)}
          source={right.source}
        />
      ))}
    </Section>
  );
}
