import type { Source } from './rule.ts';
import type { Text } from './vocabulary.ts';

/** A supplier's tie to a product: develops it, operates it, or operates it on the contract all users share. */
export const contractKinds = {
  development: { da: 'udvikling', en: 'development' },
  operation: { da: 'drift', en: 'operation' },
  'shared-operation': { da: 'fælles drift', en: 'shared operation' },
} as const satisfies Record<string, Text>;
export type ContractKind = keyof typeof contractKinds;

/** What is known of an organisation that runs, or is to run, a group. */
export interface Facilitating {
  readonly supplier: boolean;
  /** Groups of products it runs, the one asked about among them. */
  readonly groups: number;
  /** Its contracts on the product of the group asked about, in force that day. */
  readonly contracts: readonly ContractKind[];
}

/** The rule on who may run a coordination group (report §4.1.5, p. 12; B13). */
export const facilitationRule: {
  readonly id: string;
  readonly source: Source;
  readonly says: Text;
  readonly cure: Text;
  readonly examples: readonly {
    readonly says: Text;
    readonly facts: Facilitating;
    readonly neutral: boolean;
  }[];
} = {
  id: 'facilitation.neutral',
  source: { document: 'OS2 governancemodel', section: '4.1.5', page: '12' },
  says: {
    da: 'En leverandør, der driver flere gruppers møder, må ikke udvikle eller drive produkterne; har den den fælles driftskontrakt, kan den dog drive det ene produkts gruppe.',
    en: 'A supplier that runs several groups must neither develop nor operate their products; holding the shared operating contract it may run the group of that product.',
  },
  cure: {
    da: 'Lad en kommune eller en leverandør uden kontrakt på produktet stå for gruppen.',
    en: 'Let a municipality, or a supplier without a contract on the product, run the group.',
  },
  examples: [
    {
      says: { da: 'En kommune med alt', en: 'A municipality with everything' },
      facts: { supplier: false, groups: 3, contracts: ['development', 'operation'] },
      neutral: true,
    },
    {
      says: {
        da: 'Leverandør for flere grupper, ingen kontrakt',
        en: 'Supplier of several groups, no contract',
      },
      facts: { supplier: true, groups: 2, contracts: [] },
      neutral: true,
    },
    {
      says: { da: 'Leverandør for flere grupper, udvikler', en: 'Supplier of several groups, develops' },
      facts: { supplier: true, groups: 2, contracts: ['development'] },
      neutral: false,
    },
    {
      says: { da: 'Leverandør for flere grupper, driver', en: 'Supplier of several groups, operates' },
      facts: { supplier: true, groups: 2, contracts: ['operation'] },
      neutral: false,
    },
    {
      says: {
        da: 'Leverandør med fælles drift af produktet',
        en: 'Supplier with the shared operation of the product',
      },
      facts: { supplier: true, groups: 2, contracts: ['shared-operation'] },
      neutral: true,
    },
    {
      says: { da: 'Fælles drift og udvikling', en: 'Shared operation and development' },
      facts: { supplier: true, groups: 2, contracts: ['shared-operation', 'development'] },
      neutral: false,
    },
    {
      says: { da: 'Leverandør for én gruppe, udvikler', en: 'Supplier of one group, develops' },
      facts: { supplier: true, groups: 1, contracts: ['development'] },
      neutral: true,
    },
  ],
};

/** Whether an organisation may run a group: see `facilitationRule`. */
export const mayFacilitate = ({ supplier, groups, contracts }: Facilitating): boolean =>
  !supplier || groups < 2 || contracts.every((kind) => kind === 'shared-operation');
