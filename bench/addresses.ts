/** What is measured, as the issue of speed is put: reads by visitors, and one write by the business manager. */
export interface Sample {
  readonly id: string;
  readonly slug: string;
}

export const reads = (sample: Sample & { readonly meeting: number }): Readonly<Record<string, string>> => ({
  'portfolio list': '/products',
  'initiative page': `/initiatives/${sample.slug}`,
  'search by name': '/search?q=kalender',
  'meeting of 60 items': `/meetings/${sample.meeting}`,
  forecast: `/api/v1/initiatives/${sample.id}/forecast?level=N2`,
});

/** Placing an idea at a level: a decision with receipt, effect and journal row. */
export const placing = (idea: Sample) => ({
  path: `/api/v1/initiatives/${idea.id}/placement`,
  body: { level: 'N1', reason: 'Indplaceret under en belastningsprøve.' },
});
