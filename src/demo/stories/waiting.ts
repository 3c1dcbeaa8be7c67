import { isClaimed } from '../../../rulebook/judge.ts';
import { assess } from './assess.ts';
import { step, type Step, type Telling } from './step.ts';

const waste = 'affaldskalenderen-demo';
const rooms = 'aabne-moedelokaler-demo';

/** The first requirement of the edition's lowest level on which people speak. */
const firstClaimed = ({ edition }: Telling): string => {
  const lowest = edition.levels.toSorted((a, b) => a.rank - b.rank)[0]?.id;
  const line = Object.values(edition.requirements).find((each) => isClaimed(each) && each.level === lowest);
  if (!line) throw new Error(`edition ${edition.id} asks people nothing at its lowest level`);
  return line.id;
};

/** Has a person show evidence that was good when it was shown and is out of date today. */
const evidenceThatLapsed = async (telling: Telling, who: string, slug: string): Promise<void> =>
  assess(telling, who, slug, firstClaimed(telling), {
    voice: 'self',
    verdict: 'met',
    explanation: 'Vurderet sidste år. Skrevet til demoen.',
    validUntil: telling.time.on(9),
    evidence: [{ title: 'Vurdering (demo)', url: `https://demo.example/${slug}/vurdering` }],
  });

/** What waits for one person each: lapsed evidence, a question to the secretariat, a draft not yet sent. */
export const waitingStories: readonly Step[] = [
  step(19, (telling) => evidenceThatLapsed(telling, 'projektleder', waste)),
  step(18, (telling) => evidenceThatLapsed(telling, 'kommune', rooms)),
  step(13, async (telling) => {
    await telling.does(
      'projektleder',
      'ask-question',
      { id: waste, requirement: firstClaimed(telling) },
      {
        question: 'Hvor ny skal vurderingen være, når konceptet kommer for bestyrelsen? Skrevet til demoen.',
      },
    );
  }),
  step(8, async ({ does }) => {
    await does(
      'projektleder',
      'propose-budget',
      { id: waste },
      { phase: 'project', amountOere: 60_000_000, funding: 'local', note: 'Opdigtet til demoen' },
    );
    await does(
      'projektleder',
      'open-case',
      {},
      {
        initiative: waste,
        kind: 'economy',
        question: 'Skal Affaldskalenderens økonomi godkendes?',
        statement: 'Tre kommuner betaler 200.000 kr. hver. Styregruppen skal nedsættes først.',
        draft: true,
      },
    );
  }),
];
