import { z } from 'zod';
import { paging } from '../deeds/api.ts';
import type { Deed } from '../deeds/deed.ts';
import { defineQuery, type Query } from '../deeds/query.ts';
import { idOrSlug, oneOf, optionalLine } from '../lib/inputs.ts';
import { organisationAnswer, organisationList } from './answers.ts';
import { changeOrganisation } from './commands/change-organisation.ts';
import { beginMembership, endMembership } from './commands/membership.ts';
import { moveRegion } from './commands/move-region.ts';
import { registerOrganisation } from './commands/register-organisation.ts';
import { memberStates, organisationKinds } from './organisation.ts';
import { listOrganisations, organisationDetails } from './queries.ts';

/** What can be done with organisations and memberships. */
export const memberDeeds: readonly Deed[] = [
  registerOrganisation,
  changeOrganisation,
  beginMembership,
  endMembership,
  moveRegion,
];

export const memberQueries: readonly Query[] = [
  defineQuery({
    name: 'list-organisations',
    title: { da: 'Organisationer', en: 'Organisations' },
    path: '/organisations',
    params: z.object({}),
    query: z.object({
      ...paging,
      kind: oneOf(organisationKinds).optional(),
      member: oneOf(memberStates).optional(),
      region: optionalLine(80).transform((value) => (value === '' ? undefined : value)),
      q: optionalLine(200),
    }),
    grounds: ['anyone'],
    answers: organisationList,
    run: ({ db, query, today }) => listOrganisations(db, query, today),
  }),
  defineQuery({
    name: 'get-organisation',
    title: { da: 'En organisation', en: 'An organisation' },
    path: '/organisations/:id',
    params: z.object({ id: idOrSlug() }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: organisationAnswer,
    run: ({ db, params, today, actor }) =>
      organisationDetails(db, params.id, today, actor !== null && !actor.operator),
  }),
];
