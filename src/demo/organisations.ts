import type { Municipality, PortfolioEntry } from './data.ts';

export interface DemoOrganisation {
  /** How the demo's own files call it. */
  readonly key: string;
  readonly name: string;
  readonly kind: 'municipality' | 'region' | 'state' | 'public' | 'supplier' | 'association' | 'other';
  readonly cvr?: string;
  readonly municipalityCode?: string;
  readonly region?: string;
  readonly member: boolean;
}

/** Organisations the sources name beside the municipalities, their regions and the suppliers. */
const others: readonly DemoOrganisation[] = [
  {
    key: 'OS2-sekretariatet',
    name: 'OS2-sekretariatet',
    kind: 'association',
    cvr: '41849983',
    member: false,
  },
  { key: 'KL', name: 'KL', kind: 'association', member: false },
  { key: 'KOMBIT', name: 'KOMBIT A/S', kind: 'public', member: false },
  { key: 'Datatilsynet', name: 'Datatilsynet', kind: 'state', member: false },
  { key: 'Geo Fyn', name: 'Geo Fyn', kind: 'public', member: false },
  { key: 'Demoleverandøren', name: 'Demoleverandøren (opdigtet)', kind: 'supplier', member: false },
];

/** Suppliers that `portfolio.json` names, by how it writes them; the unnamed ones are left out. */
export const supplierNames: Readonly<Record<string, string>> = {
  'Precio Fishbone AB (hosting)': 'Precio Fishbone AB',
  Magenta: 'Magenta',
  KvalitetsIT: 'KvalitetsIT',
  'Netcompany (udvikling)': 'Netcompany',
  StrongMinds: 'StrongMinds',
  'Digital Identity': 'Digital Identity',
  'Reload A/S (kodereview)': 'Reload A/S',
};

/** How many members the demo has: OS2 says "80+ authorities" and publishes no list that could be copied. */
const memberCount = 80;

/**
 * All organisations of the demo. Members are the municipalities that the portfolio names as coordinating or taking
 * part, the five regions, and further municipalities by municipality code until there are 80.
 */
export function demoOrganisations(
  municipalities: readonly Municipality[],
  entries: readonly PortfolioEntry[],
  employers: readonly string[],
): readonly DemoOrganisation[] {
  const regions = [...new Set(municipalities.map((m) => m.region))].toSorted();
  const named = new Set([...entries.flatMap((entry) => takingPart(entry, municipalities)), ...employers]);
  const byCode = municipalities.toSorted((a, b) => a.kommunekode.localeCompare(b.kommunekode));
  const members = new Set(
    [...byCode.filter((m) => named.has(m.kortnavn)), ...byCode.filter((m) => !named.has(m.kortnavn))]
      .slice(0, memberCount - regions.length)
      .map((m) => m.kortnavn),
  );
  return [
    ...byCode.map((m): DemoOrganisation => ({
      key: m.kortnavn,
      name: m.navn,
      kind: 'municipality',
      cvr: m.cvr,
      municipalityCode: m.kommunekode,
      region: m.region,
      member: members.has(m.kortnavn),
    })),
    ...regions.map((name): DemoOrganisation => ({ key: name, name, kind: 'region', member: true })),
    ...others,
    ...Object.values(supplierNames).map((name): DemoOrganisation => ({
      key: name,
      name,
      kind: 'supplier',
      member: false,
    })),
  ];
}

/** The municipalities that coordinate an entry, in the order named; what stands in brackets or after `;` is a remark. */
export function coordinators(
  entry: PortfolioEntry,
  municipalities: readonly Municipality[],
): readonly string[] {
  const text = (entry.coordinatingOrganisation ?? '').split(/[(;]/)[0] ?? '';
  return municipalities
    .map(({ kortnavn }) => ({
      kortnavn,
      place: text.search(new RegExp(`(^|[\\s/])${kortnavn}(?=[\\s/]|$)`)),
    }))
    .filter(({ place }) => place >= 0)
    .toSorted((a, b) => a.place - b.place)
    .map(({ kortnavn }) => kortnavn);
}

/** The municipalities a source names as taking part: the coordinating ones and the list of participants. */
export const takingPart = (
  entry: PortfolioEntry,
  municipalities: readonly Municipality[],
): readonly string[] => [...new Set([...coordinators(entry, municipalities), ...entry.participants])];
