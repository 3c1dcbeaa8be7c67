import { parseArgs } from 'node:util';
import type { Text } from '../../rulebook/vocabulary.ts';
import { readConfig } from '../config.ts';
import { verifyJournal, type Breach } from '../journal/verify.ts';
import { CommandProblem } from './command.ts';
import { openCommunity } from './open-community.ts';
import { print, tell } from './terminal.ts';

const says: { readonly [K in Breach['kind']]: (seq: number | null) => Text } = {
  edited: (seq) => ({
    da: `Række ${seq} er ændret: indholdet svarer ikke til dens hash.`,
    en: `Row ${seq} was edited: its content does not give its hash.`,
  }),
  missing: (seq) => ({ da: `Række ${seq} mangler.`, en: `Row ${seq} is missing.` }),
  'out-of-chain': (seq) => ({
    da: `Række ${seq} bygger ikke på den før: en række er sat ind, flyttet eller skrevet om.`,
    en: `Row ${seq} does not stand on the one before: a row was inserted, moved or written anew.`,
  }),
  'head-unknown': () => ({
    da: 'Den offentliggjorte hash findes ikke i kæden: slutningen er skåret af, eller kæden er skrevet om.',
    en: 'The published hash is nowhere in the chain: its end was cut off, or it was written anew.',
  }),
};

/**
 * `faelled journal verify [--head <hash>]`: prints how many rows there are and the hash of the last.
 * Exit code 1 when the chain does not hold.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { head: { type: 'string' } },
  });
  const head = values.head?.trim().toLowerCase();
  if (positionals.length !== 1 || positionals[0] !== 'verify') {
    throw new CommandProblem({
      da: 'Skriv: faelled journal verify [--head <hash>]',
      en: 'Write: faelled journal verify [--head <hash>]',
    });
  }
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    throw new CommandProblem({
      da: 'En hash er 64 tegn: 0–9 og a–f.',
      en: 'A hash is 64 characters: 0–9 and a–f.',
    });
  }
  const community = await openCommunity(readConfig());
  try {
    const found = await verifyJournal(community.db, head);
    for (const breach of found.breaches) tell(says[breach.kind](breach.seq));
    if (found.breaches.length === 0)
      tell({ da: 'Journalens kæde holder.', en: 'The journal’s chain holds.' });
    print(`rows ${found.count}`);
    print(`head ${found.head}`);
    return found.breaches.length === 0 ? 0 : 1;
  } finally {
    await community.close();
  }
}
