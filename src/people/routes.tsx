import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Text } from '../../rulebook/vocabulary.ts';
import { feedsOf } from '../calendar/queries.ts';
import type { App } from '../context.ts';
import type { Deed } from '../deeds/deed.ts';
import { mayDo } from '../deeds/perform.ts';
import { chooseLetters } from '../letters/commands/choose-letters.ts';
import { id, idOrSlug, oneOf, optionalLine } from '../lib/inputs.ts';
import { definePage, type PageAnswer, type PageSpec } from '../web/pages.ts';
import type { Page } from '../web/page.ts';
import { changePerson } from './commands/change-person.ts';
import { changeSettings } from './commands/change-settings.ts';
import { closePerson, reopenPerson } from './commands/close-person.ts';
import { registerPerson } from './commands/register-person.ts';
import {
  countPeople,
  listPeople,
  organisationsWithPeople,
  ownAccess,
  personDetails,
  seesAddresses,
} from './queries.ts';
import { setUpRoutes } from './set-up/routes.tsx';
import { relyingParty } from './sign-in/passkeys.ts';
import { signInRoutes } from './sign-in/routes.tsx';
import { HiddenView } from './views/hidden.tsx';
import { OwnAccessView } from './views/own-access.tsx';
import { OwnCalendars } from './views/own-calendars.tsx';
import { PeopleView } from './views/people.tsx';
import { PersonView } from './views/person.tsx';
import { personStates } from './vocabulary.ts';
import { peopleWords } from './words.ts';

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** Visitors and the technical account are told why people are not shown, whether or not the person exists. */
const hidden = (page: Page): PageAnswer => {
  const w = peopleWords(page.lang);
  return {
    title: page.viewer === null ? w.hiddenTitle : w.operatorTitle,
    status: page.viewer === null ? 401 : 403,
    body: HiddenView({ page }),
  };
};

const people = definePage({
  path: '/people',
  params: z.object({}),
  query: z.object({
    q: emptyIsNone(optionalLine(200)),
    organisation: emptyIsNone(idOrSlug()),
    state: emptyIsNone(oneOf(personStates)),
    cursor: z.string().max(2_000).optional(),
  }),
  grounds: ['anyone'],
  run: async ({ db, page, query, actor }) => {
    if (actor === null || actor.operator) return hidden(page);
    const { cursor, ...chosen } = query;
    const addresses = seesAddresses(actor);
    const [list, total, organisations, mayRegister] = await Promise.all([
      listPeople(db, { ...chosen, cursor, limit: 100 }, page.today, addresses),
      countPeople(db, chosen, page.today, addresses),
      organisationsWithPeople(db),
      mayDo(db, registerPerson, {}, actor),
    ]);
    const at = (next: string): string => {
      const address = new URLSearchParams();
      for (const name of ['q', 'organisation', 'state'] as const)
        if (query[name]) address.set(name, query[name]);
      address.set('cursor', next);
      return page.href(`/people?${address}`);
    };
    return {
      title: peopleWords(page.lang).title,
      wide: true,
      body: PeopleView({
        page,
        items: list.items,
        total,
        chosen,
        organisations,
        addresses,
        nextHref: list.next ? at(list.next) : undefined,
        mayRegister: mayRegister !== null,
      }),
    };
  },
});

const person = definePage({
  path: '/people/:id',
  params: z.object({ id: id() }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ app, db, page, params, actor, credential }) => {
    const own = actor?.id === params.id;
    if (actor === null || (actor.operator && !own)) return hidden(page);
    const details = await personDetails(db, params.id, actor);
    const w = peopleWords(page.lang);
    const access: [Deed, string, string] =
      details.closedOn === null ? [closePerson, 'close', w.close] : [reopenPerson, 'reopen', w.reopen];
    const forms: [Deed, string, string][] = [
      [changeSettings, 'settings', w.settings],
      [chooseLetters, 'letters', w.letters],
      [changePerson, 'edit', w.change],
      ...(own ? [] : [access]),
    ];
    const may = [];
    for (const [deed, path, label] of forms)
      if (await mayDo(db, deed, { id: details.id }, actor))
        may.push({ href: page.href(`/people/${details.id}/${path}`), label });
    return {
      title: details.name,
      wide: true,
      breadcrumb: actor.operator ? [] : [{ href: '/people', label: w.title }],
      body: PersonView({
        page,
        person: details,
        may,
        own: own && [
          OwnCalendars({ page, feeds: await feedsOf(db, actor.id) }),
          OwnAccessView({
            page,
            access: await ownAccess(db, actor.id, page.now.toString()),
            current: credential?.via === 'session' ? credential.id : null,
            passkeys: relyingParty(app) !== null,
          }),
        ],
      }),
    };
  },
});

export const peoplePages: readonly PageSpec[] = [people, person];
/** What to say after what is no deed of the list. */
export const peopleDone: Readonly<Record<string, Text>> = {
  'create-community': {
    da: 'Fællesskabet er oprettet. Registrér nu medlemmer, så personer, og besæt bestyrelsen på organets side.',
    en: 'The community is created. Now register members, then people, and fill the board on the page of the body.',
  },
  'add-passkey': { da: 'Adgangsnøglen er lavet.', en: 'The passkey is made.' },
};
/** Setting up, and signing in and out. */
export const peopleRoutes: readonly ((fastify: FastifyInstance, app: App) => void)[] = [
  setUpRoutes,
  signInRoutes,
];
