import { z } from 'zod';
import { paging } from '../deeds/api.ts';
import type { Deed } from '../deeds/deed.ts';
import { defineQuery, type Query } from '../deeds/query.ts';
import { id, idOrSlug, oneOf, optionalLine } from '../lib/inputs.ts';
import type { Actor } from './actor.ts';
import { myselfAnswer, personAnswer, personList } from './answers.ts';
import { changePerson } from './commands/change-person.ts';
import { changeSettings } from './commands/change-settings.ts';
import { closePerson, reopenPerson } from './commands/close-person.ts';
import { registerPerson } from './commands/register-person.ts';
import { removePasskey } from './commands/remove-passkey.ts';
import { revokeSession } from './commands/revoke-session.ts';
import { makeToken, revokeToken } from './commands/tokens.ts';
import { listPeople, ownAccess, personDetails, seesAddresses } from './queries.ts';
import { personStates } from './vocabulary.ts';

/** What can be done with people, and with one's own access. */
export const peopleDeeds: readonly Deed[] = [
  registerPerson,
  changePerson,
  closePerson,
  reopenPerson,
  changeSettings,
  makeToken,
  revokeToken,
  revokeSession,
  removePasskey,
];

export const peopleQueries: readonly Query[] = [
  defineQuery({
    name: 'list-people',
    title: { da: 'Personer', en: 'People' },
    path: '/people',
    params: z.object({}),
    query: z.object({
      ...paging,
      q: optionalLine(200),
      organisation: idOrSlug().optional(),
      state: oneOf(personStates).optional(),
    }),
    grounds: ['community-person'],
    answers: personList,
    run: ({ db, query, today, actor }) => listPeople(db, query, today, seesAddresses(actor)),
  }),
  defineQuery({
    name: 'get-person',
    title: { da: 'En person', en: 'A person' },
    path: '/people/:id',
    params: z.object({ id: id() }),
    query: z.object({}),
    grounds: ['community-person'],
    answers: personAnswer,
    run: ({ db, params, actor }) => personDetails(db, params.id, actor as Actor),
  }),
  defineQuery({
    name: 'get-me',
    title: { da: 'Mig selv', en: 'Myself' },
    path: '/me',
    params: z.object({}),
    query: z.object({}),
    grounds: ['signed-in'],
    answers: myselfAnswer,
    run: async ({ app, db, actor }) => {
      const me = actor as Actor;
      const [details, access] = await Promise.all([
        personDetails(db, me.id, me),
        ownAccess(db, me.id, app.clock().toString()),
      ]);
      return { ...details, ofMember: me.ofMember, mandates: me.mandates, ...access };
    },
  }),
];
