import { roleTitle } from '../../rulebook/titles.ts';
import { titledUnder } from '../rules/community.ts';
import { z } from 'zod';
import { seatRoles, type SeatRole } from '../../rulebook/vocabulary.ts';
import type { Field } from '../deeds/deed.ts';
import { organisationOptions } from '../members/options.ts';

/** Roles that carry a vote unless something else is said. */
const votingRoles: readonly SeatRole[] = ['chair', 'deputy-chair', 'member'];
export const votesByRole = (role: SeatRole): boolean => votingRoles.includes(role);

/** With a vote or not; follows from the role where nothing is said. A form sends `true` or `false` as text. */
export const vote = () =>
  z.union([z.boolean(), z.enum(['true', 'false'])]).transform((value) => value === true || value === 'true');

export const roleField: Field = {
  name: 'role',
  kind: 'select',
  label: { da: 'Rolle', en: 'Role' },
  required: true,
  options: async ({ edition }) =>
    (Object.keys(seatRoles) as SeatRole[]).map((value) => ({
      value,
      label: roleTitle(titledUnder(edition), value),
    })),
};

export const voteField: Field = {
  name: 'voting',
  kind: 'select',
  label: { da: 'Stemme', en: 'Vote' },
  hint: {
    da: 'Hvis intet er valgt: medlemmer og de, der leder organet, har stemme, andre ikke',
    en: 'If nothing is chosen: members and those who chair the body have a vote, others none',
  },
  options: [
    { value: 'true', label: { da: 'Med stemme', en: 'With a vote' } },
    { value: 'false', label: { da: 'Uden stemme', en: 'Without a vote' } },
  ],
};

export const organisationField: Field = {
  name: 'organisation',
  kind: 'select',
  label: { da: 'Repræsenterer', en: 'Represents' },
  hint: {
    da: 'Personens egen organisation, hvis intet er valgt',
    en: 'The person’s own organisation if nothing is chosen',
  },
  options: organisationOptions,
};

export const appointedByField: Field = {
  name: 'appointedBy',
  kind: 'text',
  label: { da: 'Udpeget af', en: 'Appointed by' },
  hint: { da: 'Organ eller organisation', en: 'Body or organisation' },
};
