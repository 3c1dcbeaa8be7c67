import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { seed } from '../demo/seed.ts';
import { communityEdition } from '../rules/community.ts';
import { editionOf } from '../rules/edition-of.ts';
import { CommandProblem } from './command.ts';
import { openCommunity } from './open-community.ts';
import { tell } from './terminal.ts';

const most = 100_000;

/** `faelled seed --initiatives <n>`: invented initiatives, groups, seats and assessments for load tests. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { initiatives: { type: 'string' } } });
  const size = Number(values.initiatives);
  if (!Number.isInteger(size) || size < 1 || size > most)
    throw new CommandProblem({
      da: `Skriv, hvor mange initiativer der skal laves, fra 1 til ${most}: faelled seed --initiatives 10000`,
      en: `Say how many initiatives to make, from 1 to ${most}: faelled seed --initiatives 10000`,
    });
  const community = await openCommunity(readConfig());
  try {
    const edition = editionOf(await communityEdition(community.db));
    const amounts = await seed(
      community.db,
      size,
      {
        id: edition.id,
        levels: edition.levels.map((level) => level.id),
        requirements: Object.keys(edition.requirements),
      },
      Temporal.Now.instant().toString(),
    );
    const list = Object.entries(amounts).map(([what, count]) => `${count} ${what}`);
    tell({
      da: `Opdigtet til belastningsprøver: ${list.join(', ')}.`,
      en: `Invented for load tests: ${list.join(', ')}.`,
    });
    return 0;
  } finally {
    await community.close();
  }
}
