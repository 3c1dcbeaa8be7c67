import { z } from 'zod';
import type { Field } from '../deeds/deed.ts';
import { organisationKinds } from './organisation.ts';

/** A CVR number: 8 digits, blanks between them allowed. */
export const cvr = () =>
  z
    .string()
    .transform((value) => value.replace(/\s+/g, ''))
    .pipe(z.string().regex(/^[0-9]{8}$/, { error: 'cvr' }));

/** A municipality's code: 4 digits with leading zero, `0101`; three digits are given their zero. */
export const municipalityCode = () =>
  z
    .string()
    .transform((value) => value.trim().padStart(4, '0'))
    .pipe(z.string().regex(/^[0-9]{4}$/, { error: 'municipality-code' }));

/** The fields that registering and changing an organisation share. */
export const organisationFields: readonly Field[] = [
  { name: 'name', kind: 'text', label: { da: 'Navn', en: 'Name' }, required: true },
  {
    name: 'kind',
    kind: 'select',
    label: { da: 'Type', en: 'Kind' },
    required: true,
    options: Object.entries(organisationKinds).map(([value, label]) => ({ value, label })),
  },
  {
    name: 'cvr',
    kind: 'text',
    label: { da: 'CVR-nummer', en: 'CVR number' },
    hint: { da: '8 cifre', en: '8 digits' },
  },
  {
    name: 'municipalityCode',
    kind: 'text',
    label: { da: 'Kommunekode', en: 'Municipality code' },
    hint: { da: '4 cifre, f.eks. 0101', en: '4 digits, such as 0101' },
  },
  { name: 'website', kind: 'url', label: { da: 'Websted', en: 'Website' } },
];
