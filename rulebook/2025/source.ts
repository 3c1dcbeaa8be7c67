import type { Source } from '../rule.ts';

export { statutes, termsOfReference } from '../association.ts';

/** A requirement or section of the governance report 1.1.0 of June 2025. */
export const governanceReport = (section: string): Source => ({
  document: 'OS2 governancerapport 1.1.0',
  section,
  url: 'https://audit.os2.eu',
});

/** The evaluation report 0.9.2 of May 2026. */
export const evaluationReport = (section: string): Source => ({
  document: 'OS2 evalueringsrapport 0.9.2',
  section,
  url: 'https://audit.os2.eu',
});

const reviews = 'https://github.com/OS2offdig/os2-product-reviews/blob/main/docs';

/** The page on how products are evaluated, and who answers for what in it. */
export const evaluationProcess = (section: string): Source => ({
  document: 'OS2 evalueringsprocessen',
  section,
  url: `${reviews}/vurderingsgrundlag/processen.md`,
});

/** The log of decisions on products; so far with examples only. */
export const decisionLog: Source = {
  document: 'OS2 beslutningslog',
  section: 'Eksempel',
  url: `${reviews}/rapporter/beslutningslog.md`,
};

/** A page of the secretariat’s handbook, August 2026. */
export const handbook = (page: string, section: string): Source => ({
  document: 'OS2-sekretariatets håndbog',
  section,
  url: `https://github.com/OS2offdig/os2-sekretariat-docs/blob/main/docs/${page}.md`,
});

/** The secretariat’s template for papers that a body decides on, 2026. */
export const decisionPaper: Source = {
  document: 'OS2 sagsoplæg, skabelon 2026',
  section: 'Anbefaling',
  url: 'https://github.com/OS2offdig/os2-sekretariat-docs',
};
