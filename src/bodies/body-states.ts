/** Which bodies a list shows. */
export const bodyStates = {
  open: { da: 'Nuværende', en: 'Present' },
  closed: { da: 'Nedlagte', en: 'Closed' },
  all: { da: 'Alle', en: 'All' },
} as const;
export type BodyState = keyof typeof bodyStates;
