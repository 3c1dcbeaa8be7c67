/** One file imports another; paths from the root. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** Only types: gone when the code runs. */
  readonly typeOnly: boolean;
}

/** A rule of the house plan about who may import whom. */
export interface ImportRule {
  readonly name: string;
  readonly says: string;
  readonly forbids: (one: Import) => boolean;
}

/** The area a file of the domain belongs to: the folder under src; null for files that belong to all. */
const areaOf = (path: string): string | null => {
  const area = /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
  return area === null || shared.has(area) ? null : area;
};
const shared = new Set(['web', 'db', 'lib', 'cli', 'jobs', 'deeds']);
/** Where everything is put together. */
const assembly = /^src\/(registry|app|main)\.tsx?$/;
/** Who is asking, and under which edition: every page needs to know. */
const asking = /^src\/(people\/(actor|grounds|session)|rules\/community)\.ts$/;
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || /^(test|bench)\//.test(path);
const under = (path: string, ...folders: readonly string[]): boolean =>
  folders.some((folder) => path.startsWith(`${folder}/`));

export const importRules: readonly ImportRule[] = [
  {
    name: 'rulebook-imports-nothing',
    says: 'the rulebook is pure: no clock, no database, no environment',
    forbids: ({ from, to }) => under(from, 'rulebook') && !isTest(from) && !under(to, 'rulebook'),
  },
  {
    name: 'lib-knows-no-domain',
    says: 'small helpers import each other and the rulebook’s vocabulary, nothing else of ours',
    forbids: ({ from, to }) =>
      under(from, 'src/lib') &&
      !isTest(from) &&
      under(to, 'src', 'rulebook') &&
      !under(to, 'src/lib') &&
      to !== 'rulebook/vocabulary.ts',
  },
  {
    name: 'web-knows-no-area',
    says: 'layout, components and forms serve every area alike',
    forbids: ({ from, to, typeOnly }) =>
      under(from, 'src/web') && !isTest(from) && areaOf(to) !== null && !asking.test(to) && !typeOnly,
  },
  {
    name: 'db-knows-no-area',
    says: 'client, migrations and launcher serve every area alike',
    forbids: ({ from, to }) =>
      under(from, 'src/db') && !isTest(from) && (areaOf(to) !== null || under(to, 'src/web')),
  },
  {
    name: 'store-is-private',
    says: 'only an area writes its own tables: call its command',
    forbids: ({ from, to }) =>
      /^src\/[^/]+\/store(\.|\/)/.test(to) && areaOf(from) !== areaOf(to) && !isTest(from),
  },
  {
    name: 'routes-are-private',
    says: 'routes, operations and views of an area are reached by address, or through the registry',
    forbids: ({ from, to }) =>
      /^src\/[^/]+\/(routes\.|api\.|views\/)/.test(to) &&
      areaOf(to) !== null &&
      areaOf(from) !== areaOf(to) &&
      !assembly.test(from) &&
      !isTest(from),
  },
  {
    name: 'views-take-arguments',
    says: 'a view shows what it is given: no SQL, no queries, no commands',
    forbids: ({ from, to, typeOnly }) =>
      /\/views\//.test(from) &&
      !isTest(from) &&
      !typeOnly &&
      (under(to, 'src/db') || /\/(queries|store|commands)(\.|\/)/.test(to) || ['kysely', 'pg'].includes(to)),
  },
  {
    name: 'routes-leave-sql-to-queries',
    says: 'a route parses, calls one command or query, and chooses a view',
    forbids: ({ from, to, typeOnly }) =>
      /^src\/[^/]+\/(routes\.tsx?|api\.ts)$/.test(from) &&
      !typeOnly &&
      (/\/store(\.|\/)/.test(to) || ['kysely', 'pg'].includes(to)),
  },
  {
    name: 'tests-stay-outside',
    says: 'what runs in production imports no test, bench or script',
    forbids: ({ from, to }) =>
      under(from, 'src', 'rulebook') && !isTest(from) && (isTest(to) || under(to, 'scripts')),
  },
];
