import type { Edition, Requirement } from '../../../rulebook/rule.ts';
import { verdicts, voices, type Voice } from '../../../rulebook/vocabulary.ts';
import { EmptyState } from '../../web/components/facts.tsx';
import { Section } from '../../web/components/heading.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { RequirementFigures, Said } from '../figures.ts';
import { ruleWords } from '../words.ts';

interface Props {
  readonly page: Page;
  readonly edition: Edition;
  readonly figures: readonly RequirementFigures[];
}

interface Row {
  readonly requirement: Requirement;
  readonly applies: number;
  /** Null where registered facts answer. */
  readonly voice: Voice | null;
  readonly said: Said | null;
}

/** How the requirements stand across the community: what each voice says, added up. */
export function Figures({ page, edition, figures }: Props): Html {
  const { lang } = page;
  const w = ruleWords(lang);
  const rows = figures
    .filter(({ applies }) => applies > 0)
    .flatMap(({ requirement: id, applies, said }): Row[] => {
      const requirement = edition.requirements[id] as Requirement;
      return said === null
        ? [{ requirement, applies, voice: null, said: null }]
        : (['self', 'community'] as const).map((voice) => ({
            requirement,
            applies,
            voice,
            said: said[voice],
          }));
    });
  return (
    <Section id="figures" title={w.figures} intro={w.figuresIntro}>
      <Table
        lang={lang}
        caption={w.figures}
        hideCaption
        rows={rows}
        empty={<EmptyState title={w.noFigures} why={w.noFiguresWhy} />}
        columns={[
          {
            head: w.requirement,
            names: true,
            cell: ({ requirement }) => (
              <>
                <a href={`#${requirement.id}`}>{requirement.id}</a> {requirement.label[lang]}
              </>
            ),
          },
          { head: w.whoSays, cell: ({ voice }) => (voice === null ? w.factsAnswer : voices[voice][lang]) },
          { head: w.applies, numeric: true, cell: ({ applies }) => applies },
          ...edition.verdicts.map((verdict) => ({
            head: verdicts[verdict][lang],
            numeric: true,
            cell: ({ said }: Row) => (said === null ? '–' : said[verdict]),
          })),
        ]}
      />
    </Section>
  );
}
