import { readFileSync } from 'node:fs';
import { z } from 'zod';

const folder = new URL('../../demo/data/', import.meta.url);
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** The text of a file of `demo/data`. */
export const dataFile = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

const municipalities = z.object({
  municipalities: z.array(
    z.object({
      kommunekode: z.string().regex(/^\d{4}$/),
      navn: z.string(),
      kortnavn: z.string(),
      region: z.string(),
      cvr: z.string().regex(/^\d{8}$/),
    }),
  ),
});

const portfolio = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.enum(['produkt', 'projekt']),
      status: z.string(),
      level: z.enum(['N1', 'N2', 'N3', 'Sandkasse']).nullable(),
      levelBasis: z.string().nullable(),
      purpose: z.string().nullable(),
      githubOrg: z.url().nullable(),
      licence: z.string().nullable(),
      suppliers: z.array(z.string()),
      usage: z.string().nullable(),
      participants: z.array(z.string()),
      coordinatingOrganisation: z.string().nullable(),
      facts: z.array(z.string()),
      sources: z.array(z.string()),
    }),
  ),
});

export type Municipality = z.output<typeof municipalities>['municipalities'][number];
export type PortfolioEntry = z.output<typeof portfolio>['entries'][number];

/** The 98 municipalities. */
export const readMunicipalities = (): readonly Municipality[] =>
  municipalities.parse(json('municipalities.json')).municipalities;

/** The 39 products and projects, as far as public sources tell. */
export const readPortfolio = (): readonly PortfolioEntry[] => portfolio.parse(json('portfolio.json')).entries;
