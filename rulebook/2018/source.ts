import type { Source } from '../rule.ts';

export { statutes, termsOfReference } from '../association.ts';

/** A requirement of the checklist with ids, as it stood on 19 May 2021. */
export const checklist = (section: string): Source => ({
  document: 'OS2 governance-tjekliste 2021',
  section,
  url: 'https://github.com/OS2offdig/governance_report_template',
});

const faq =
  (path: string) =>
  (section: string): Source => ({
    document: 'OS2 FAQ',
    section,
    url: `https://faq.os2.eu/${path}`,
  });

/** The FAQ’s page on the governance requirements of the levels. */
export const faqGovernance = faq('governance-krav-produktniveauer-os2-projekter-og-produkter');
/** The FAQ’s page on the formal requirements of the levels. */
export const faqFormal = faq('formkrav-produktniveauer-os2-projekter-og-produkter');
/** The FAQ’s page on relevance. */
export const faqRelevance = faq('relevans-produktniveauer-os2-projekter-og-produkter');
/** The FAQ’s guide to the process: three steps. */
export const faqProcess = faq('vejledning-processen-produkter-i-os2');
/** The FAQ’s guide for finished products that want in. */
export const faqAdmission = faq('saadan-faar-du-et-produkt-ind-i-os2-kommuner');
/** The FAQ’s page on joining agreements. */
export const faqJoining = faq('gaeldende-praksis-tilsagns-tilslutningsaftale-til-et-os2-produkt');

/** The page that tells what the general assembly of 2018 revised. */
export const governancePage = (section: string): Source => ({
  document: 'www.os2.eu/governance',
  section,
  url: 'https://www.os2.eu/governance',
});

/** The article that calls the lowest layer minimum requirements. */
export const levelsArticle = (section: string): Source => ({
  document: 'os2.eu, node 232',
  section,
  url: 'https://os2.eu/node/232',
});

/** A place in the report of 14 March 2016, where nothing later replaces it. */
export const report = (section: string, page: string): Source => ({
  document: 'OS2 organisering 1.0',
  section: `§${section}`,
  page,
});
