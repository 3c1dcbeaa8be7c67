import type { Edition } from '../../rulebook/rule.ts';
import type { Origin, Participation, Stage } from '../../rulebook/vocabulary.ts';
import type { Municipality, PortfolioEntry } from './data.ts';
import { coordinators, supplierNames, takingPart } from './organisations.ts';

/** One initiative of the real portfolio as the demo registers it. */
export interface DemoInitiative {
  readonly slug: string;
  readonly name: string;
  readonly purpose: string;
  readonly licence: string;
  readonly origin: Origin;
  readonly stage: Stage;
  readonly endedAs: 'closed' | 'retired' | null;
  readonly level: string | null;
  /** Who decided the level and when, as far as the source tells. */
  readonly levelDecided: {
    readonly by: 'secretariat' | 'board';
    readonly on: string;
    readonly edition: string;
  } | null;
  readonly coordinator: string | null;
  readonly repository: string | null;
  readonly participations: readonly {
    readonly organisation: string;
    readonly role: Participation;
    readonly from: string | null;
  }[];
  readonly entry: PortfolioEntry;
}

/** Where a project or a product of a special status stands; every other product is in operation. */
const stages: Readonly<Record<string, Stage>> = {
  os2opendatadk: 'concept',
  os2fri: 'concept',
  os2admpc: 'concept',
  os2datascanner: 'retired',
  cprbroker: 'retired',
  os2search: 'retired',
};

/** Came from outside: donated by Geo Fyn (audit of 2025), handed over in 2026 (portfolio.json). */
const fromOutside: ReadonlySet<string> = new Set(['os2skadesoekonomi', 'os2opendatadk']);

/** Participations that sources name beyond coordinating and taking part. */
const alsoNamed: Readonly<Record<string, readonly (readonly [string, Participation])[]>> = {
  os2rollekatalog: [['Datatilsynet', 'uses']],
  os2borgerpc: [
    ['Sorø', 'uses'],
    ['Herning', 'uses'],
  ],
  os2skadesoekonomi: [
    ['Svendborg', 'uses'],
    ['Kerteminde', 'uses'],
    ['Geo Fyn', 'contributes'],
    ['KL', 'takes-part'],
  ],
  os2autoproces: [
    ['KL', 'takes-part'],
    ['KOMBIT', 'takes-part'],
  ],
};

/** The crowdfunding of 2022 made these 21 municipalities join; nothing says what else they do. */
const joinedOnly: ReadonlySet<string> = new Set(['os2valghalla']);
const listedSince: Readonly<Record<string, string>> = { os2valghalla: '2022-01-01', os2mo: '2022-01-01' };

/**
 * The level as a source states it, where the edition has that level. OS2faktor enters at N2, which its evaluation
 * implies, and is lowered by a decision in the demo's own time.
 */
function levelOf(entry: PortfolioEntry, edition: Edition): string | null {
  const stated = entry.id === 'os2faktor' ? 'N2' : entry.level === 'Sandkasse' ? 'sandbox' : entry.level;
  return edition.levels.some((level) => level.id === stated) ? stated : null;
}

function levelDecided(entry: PortfolioEntry): DemoInitiative['levelDecided'] {
  if (entry.id === 'os2faktor') return { by: 'board', on: '2025-01-01', edition: '2025' };
  const by = entry.level === 'N2' || entry.level === 'N3' ? 'board' : 'secretariat';
  if (entry.levelBasis?.includes('report')) return { by, on: '2016-03-14', edition: '2016' };
  return { by, on: entry.level === 'Sandkasse' ? '2026-01-20' : '2025-09-05', edition: '2025' };
}

/** The portfolio of `portfolio.json` under an edition; nothing that no source states is added. */
export function demoPortfolio(
  entries: readonly PortfolioEntry[],
  municipalities: readonly Municipality[],
  edition: Edition,
): readonly DemoInitiative[] {
  return entries.map((entry) => {
    const level = levelOf(entry, edition);
    const stage = stages[entry.id] ?? (entry.type === 'projekt' ? 'project' : 'product');
    return {
      slug: entry.id,
      name: entry.name,
      purpose: entry.purpose ?? 'Formålet er ikke beskrevet i de kilder, demoen bygger på.',
      licence: entry.licence ?? '',
      origin: fromOutside.has(entry.id) ? 'outside' : 'community',
      stage,
      endedAs: stage !== 'retired' ? null : entry.id === 'os2datascanner' ? 'closed' : 'retired',
      level,
      levelDecided: level === null ? null : levelDecided(entry),
      coordinator:
        entry.id === 'os2skadesoekonomi' ? 'Geo Fyn' : (coordinators(entry, municipalities)[0] ?? null),
      repository: entry.githubOrg,
      participations: participationsOf(entry, municipalities),
      entry,
    };
  });
}

function participationsOf(
  entry: PortfolioEntry,
  municipalities: readonly Municipality[],
): DemoInitiative['participations'] {
  const since = listedSince[entry.id] ?? null;
  const coordinating = coordinators(entry, municipalities);
  const named = takingPart(entry, municipalities).map((organisation) => ({
    organisation,
    role:
      joinedOnly.has(entry.id) && !coordinating.includes(organisation)
        ? ('joined' as const)
        : ('takes-part' as const),
    from: since,
  }));
  const uses =
    entry.id === 'os2mo'
      ? named.map(({ organisation }) => ({ organisation, role: 'uses' as const, from: since }))
      : [];
  const suppliers = entry.suppliers
    .map((written) => ({ written, name: supplierNames[written] }))
    .filter((supplier): supplier is { written: string; name: string } => supplier.name !== undefined)
    .map(({ written, name }) => ({
      organisation: name,
      role: written.includes('hosting') ? ('hosts' as const) : ('contributes' as const),
      from: null,
    }));
  const also = (alsoNamed[entry.id] ?? []).map(([organisation, role]) => ({
    organisation,
    role,
    from: null,
  }));
  return [...named, ...uses, ...also, ...suppliers];
}
