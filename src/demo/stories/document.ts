import { missingLines } from '../../../rulebook/forecast.ts';
import { isClaimed } from '../../../rulebook/judge.ts';
import type { Stage } from '../../../rulebook/vocabulary.ts';
import { initiativeBy } from '../../portfolio/load.ts';
import { standingOf } from '../../rules/standing.ts';
import { assess } from './assess.ts';
import type { Telling } from './step.ts';

/** Has a person document every requirement that people claim and that is still missing on the way to a stage. */
export async function documentAll(telling: Telling, who: string, slug: string, stage: Stage): Promise<void> {
  const { time, edition } = telling;
  const today = time.on(0);
  const { id, level } = await initiativeBy(time.app.db, slug);
  const standing = await standingOf(time.app.db, id, edition, today);
  const target = { stage, level: level as string };
  for (const line of missingLines(edition, standing, target, today).filter(isClaimed))
    await assess(telling, who, slug, line.id, {
      voice: 'self',
      verdict: 'met',
      explanation: `Dokumenteret til demoen: ${line.label.da}.`,
      evidence: [{ title: 'Dokumentation (demo)', url: `https://demo.example/${slug}/${line.id}` }],
    });
}
