import type { Edition, Facilitating, FacilitationRule } from './rule.ts';

/** The rule on who may run a coordination group (report §4.1.5, p. 12; B13). */
export const facilitationRule: FacilitationRule = {
  id: 'facilitation.neutral',
  source: { document: 'OS2 organisering 1.0', section: '§4.1.5', page: '12' },
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

/** The rules of an edition on who may run a body. */
export const facilitationRules = (edition: Pick<Edition, 'bodies'>): readonly FacilitationRule[] =>
  edition.bodies.flatMap(({ facilitation }) => facilitation ?? []);
