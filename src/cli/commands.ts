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
  seed: {
    usage: '--initiatives <n>',
    says: {
      da: 'fylder databasen med opdigtede initiativer til belastningsprøver',
      en: 'fills the database with invented initiatives for load tests',
    },
    load: () => import('./seed.ts'),
  },
};
