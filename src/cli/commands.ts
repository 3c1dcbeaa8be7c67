import type { Command } from './command.ts';

/** Every command of `npx faelled`, in the order of its help. */
export const commands: Readonly<Record<string, Command>> = {
  serve: {
    usage: '[--empty] [--edition <edition>]',
    says: {
      da: 'starter Fælled; første gang med demofællesskabet, eller tomt med --empty',
      en: 'starts Fælled; the first time with the demo community, or empty with --empty',
    },
    load: () => import('./serve.ts'),
  },
  token: {
    usage: '--person <e-mail> [--name <name>]',
    says: { da: 'laver en adgangsnøgle til API’et for en person', en: 'makes a person’s token for the API' },
    load: () => import('./token.ts'),
  },
  journal: {
    usage: 'verify [--head <hash>]',
    says: {
      da: 'efterprøver journalens kæde; med --head også, at intet er skåret af siden',
      en: 'verifies the journal’s chain; with --head also that nothing was cut off since',
    },
    load: () => import('./journal.ts'),
  },
  forecast: {
    usage: '<initiative> [--level <level>] [--stage <stage>] [--edition <edition>] [--json]',
    says: {
      da: 'siger, hvad der mangler for at nå et mål, hvem der kan skaffe det, og hvem der beslutter',
      en: 'says what is missing to reach a target, who can provide it, and who decides',
    },
    load: () => import('./forecast.ts'),
  },
  'import-evaluation': {
    usage: '<file> [--initiative <slug>] [--confirm]',
    says: {
      da: 'læser en evaluering ind og viser hver række; --confirm registrerer den, når intet venter på en person',
      en: 'reads in an evaluation and shows each row; --confirm registers it when nothing waits for a person',
    },
    load: () => import('./import-evaluation.ts'),
  },
  export: {
    usage: '[<file>]',
    says: {
      da: 'skriver hele fællesskabet som JSON-linjer (uden logins og nøgler)',
      en: 'writes the whole community as JSON lines (without sign-ins and tokens)',
    },
    load: () => import('./export.ts'),
  },
  import: {
    usage: '<file>',
    says: {
      da: 'læser et eksporteret fællesskab ind i en tom database',
      en: 'reads an exported community into an empty database',
    },
    load: () => import('./import.ts'),
  },
  check: {
    usage: '<edition.json>',
    says: {
      da: 'prøver en udgave af regelsættet eller vedtægterne: slutter med 0, når den kan bruges, og 1, når noget er galt',
      en: 'checks an edition of the rulebook or the statutes: ends with 0 when it may be used, 1 when something is wrong',
    },
    load: () => import('./check.ts'),
  },
  rulebook: {
    usage: '<edition> [--md | --json] [--lang da|en]',
    says: {
      da: 'skriver en udgave af regelsættet i læselig form eller som JSON',
      en: 'writes an edition of the rulebook to be read, or as JSON',
    },
    load: () => import('./rulebook.ts'),
  },
  statutes: {
    usage: '[<date>] [--md | --json] [--lang da|en]',
    says: {
      da: 'skriver vedtægterne, som de gælder i dag eller gjaldt en dato, i læselig form eller som JSON',
      en: 'writes the statutes in force today or on a date, to be read, or as JSON',
    },
    load: () => import('./statutes.ts'),
  },
  diff: {
    usage: '<edition> <edition> [--lang da|en]',
    says: {
      da: 'fortæller, hvad der er ændret mellem to udgaver; en udgave er 2016, 2018, 2025 eller en fil',
      en: 'tells what changed between two editions; an edition is 2016, 2018, 2025 or a file',
    },
    load: () => import('./diff.ts'),
  },
  seed: {
    usage: '--initiatives <n>',
    says: {
      da: 'fylder databasen med opdigtede initiativer til belastningsprøver',
      en: 'fills the database with invented initiatives for load tests',
    },
    load: () => import('./seed.ts'),
  },
};
