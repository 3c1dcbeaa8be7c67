import { z } from 'zod';
import type { Deed } from '../deeds/deed.ts';
import { mayDo } from '../deeds/perform.ts';
import { idOrSlug, oneOf, optionalLine } from '../lib/inputs.ts';
import { definePage, type PageSpec } from '../web/pages.ts';
import { changeOrganisation } from './commands/change-organisation.ts';
import { beginMembership, endMembership } from './commands/membership.ts';
import { moveRegion } from './commands/move-region.ts';
import { registerOrganisation } from './commands/register-organisation.ts';
import { memberStates, organisationKinds } from './organisation.ts';
import { countOrganisations, listOrganisations, organisationDetails, regionsOn } from './queries.ts';
import { MembersView } from './views/members.tsx';
import { OrganisationView } from './views/organisation.tsx';
import { memberWords } from './words.ts';

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const members = definePage({
  path: '/members',
  params: z.object({}),
  query: z.object({
    kind: emptyIsNone(oneOf(organisationKinds)),
    region: emptyIsNone(optionalLine(80)),
    member: emptyIsNone(z.enum([...(Object.keys(memberStates) as [keyof typeof memberStates]), 'all'])),
    q: emptyIsNone(optionalLine(200)),
    cursor: z.string().max(2_000).optional(),
  }),
  grounds: ['anyone'],
  run: async ({ db, page, query, actor }) => {
    const member = query.member ?? 'now';
    const filter = {
      kind: query.kind,
      region: query.region,
      q: query.q,
      member: member === 'all' ? undefined : member,
    };
    const [list, total, regions] = await Promise.all([
      listOrganisations(db, { ...filter, cursor: query.cursor, limit: 100 }, page.today),
      countOrganisations(db, filter, page.today),
      regionsOn(db, page.today),
    ]);
    const filtered = [query.kind, query.region, query.q, query.member].some((value) => value !== undefined);
    const at = (cursor: string): string => {
      const address = new URLSearchParams();
      for (const name of ['kind', 'region', 'member', 'q'] as const)
        if (query[name]) address.set(name, query[name]);
      address.set('cursor', cursor);
      return page.href(`/members?${address}`);
    };
    return {
      title: memberWords(page.lang).title,
      wide: true,
      body: MembersView({
        page,
        items: list.items,
        total,
        regions,
        chosen: { ...query, member },
        filtered,
        nextHref: list.next ? at(list.next) : undefined,
        mayRegister: (await mayDo(db, registerOrganisation, {}, actor)) !== null,
        seesPeople: actor !== null && !actor.operator,
      }),
    };
  },
});

const organisation = definePage({
  path: '/members/:id',
  params: z.object({ id: idOrSlug() }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ db, page, params, actor }) => {
    const details = await organisationDetails(db, params.id, page.today, actor !== null && !actor.operator);
    const forms: [Deed, string][] = [
      [changeOrganisation, 'edit'],
      details.memberFrom === null ? [beginMembership, 'membership/begin'] : [endMembership, 'membership/end'],
      [moveRegion, 'region'],
    ];
    const may = [];
    for (const [deed, path] of forms)
      if (await mayDo(db, deed, { id: details.id }, actor))
        may.push({ href: page.href(`/members/${details.slug}/${path}`), label: deed.title[page.lang] });
    return {
      title: details.name,
      wide: true,
      breadcrumb: [{ href: '/members', label: memberWords(page.lang).title }],
      body: OrganisationView({ page, organisation: details, may }),
    };
  },
});

export const memberPages: readonly PageSpec[] = [members, organisation];
