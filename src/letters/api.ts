import { z } from 'zod';
import { paging } from '../deeds/api.ts';
import { Failure } from '../deeds/failure.ts';
import { operationId, type Deed } from '../deeds/deed.ts';
import { look } from '../deeds/perform.ts';
import { defineQuery, type Query } from '../deeds/query.ts';
import { id, oneOf } from '../lib/inputs.ts';
import type { Actor } from '../people/actor.ts';
import {
  choicesAnswer,
  countsAnswer,
  foreseenAnswer,
  letterAnswer,
  letterList,
  textList,
} from './answers.ts';
import { chooseLetters } from './commands/choose-letters.ts';
import { letterTextDeeds } from './commands/letter-texts.ts';
import { resendLetter } from './commands/resend-letter.ts';
import { stopLetters } from './commands/stop-letters.ts';
import type { TrueEvents } from './examples.ts';
import { letterKinds } from './kinds.ts';
import { choicesOf, letterDetails, listLetters, listTexts, outboxCounts } from './queries.ts';
import { letterStates } from './vocabulary.ts';

/** What can be done with mails. */
export const letterDeeds = (trueEvents: TrueEvents): readonly Deed[] => [
  chooseLetters,
  stopLetters,
  ...letterTextDeeds(trueEvents),
  resendLetter,
];

const none = z.object({});

/** What can be asked about mails. `deeds` are those whose mails can be foreseen. */
export const letterQueries = (deeds: () => readonly Deed[]): readonly Query[] => [
  defineQuery({
    name: 'list-letters',
    title: { da: 'Udbakken', en: 'The outbox' },
    path: '/letters',
    params: none,
    query: z.object({
      ...paging,
      status: oneOf(letterStates).optional(),
      kind: oneOf(letterKinds).optional(),
      person: id().optional(),
    }),
    grounds: ['secretariat'],
    answers: letterList,
    run: ({ db, query }) => listLetters(db, query),
  }),
  defineQuery({
    name: 'get-letter',
    title: { da: 'En mail', en: 'A letter' },
    path: '/letters/:id',
    params: z.object({ id: id() }),
    query: none,
    grounds: ['secretariat'],
    answers: letterAnswer,
    run: ({ db, params }) => letterDetails(db, params.id),
  }),
  defineQuery({
    name: 'get-outbox-state',
    title: { da: 'Hvordan udbakken står, uden indhold', en: 'How the outbox stands, without content' },
    path: '/outbox',
    params: none,
    query: none,
    grounds: ['signed-in'],
    answers: countsAnswer,
    run: async ({ app, db }) => ({
      mailServer: app.mailer.way === 'mail',
      ...(await outboxCounts(db, app.clock())),
    }),
  }),
  defineQuery({
    name: 'list-letter-texts',
    title: { da: 'Mailtekster', en: 'Texts of mails' },
    path: '/letter-texts',
    params: none,
    query: none,
    grounds: ['secretariat'],
    answers: textList,
    run: async ({ db }) => ({ items: await listTexts(db) }),
  }),
  defineQuery({
    name: 'get-my-letters',
    title: { da: 'Hvilke mails jeg får', en: 'Which mails I get' },
    path: '/me/letters',
    params: none,
    query: none,
    grounds: ['signed-in'],
    answers: choicesAnswer,
    run: async ({ db, actor }) => ({ choices: await choicesOf(db, (actor as Actor).id) }),
  }),
  defineQuery({
    name: 'preview-letters',
    title: { da: 'Hvilke mails en handling ville sende', en: 'Which mails a deed would send' },
    path: '/letter-previews',
    params: none,
    query: none,
    body: z.object({
      operation: z.string().max(80),
      params: z.record(z.string(), z.string()).default({}),
      input: z.record(z.string(), z.unknown()).default({}),
    }),
    grounds: ['community-person'],
    answers: foreseenAnswer,
    run: async ({ app, body, actor }) => {
      const asked = body as {
        operation: string;
        params: Record<string, string>;
        input: Record<string, unknown>;
      };
      const deed = deeds().find((each) => operationId(each.name) === asked.operation && each.tells);
      if (!deed) throw new Failure('not-found', noSuchDeed);
      const seen = await look(app, deed, {
        personId: (actor as Actor).id,
        params: asked.params,
        input: asked.input,
      });
      if (seen.kind === 'no-mandate') throw new Failure('no-mandate', seen.says);
      return {
        allowed: seen.kind === 'look',
        letters: (seen.kind === 'look' ? (seen.letters ?? []) : []).map(
          ({ personId, name, way, language, subject, body: words, why }) => ({
            person: { id: personId, name },
            way,
            language,
            subject,
            body: words,
            why,
          }),
        ),
      };
    },
  }),
];

const noSuchDeed = {
  da: 'Der er ingen handling med det navn, der sender mails.',
  en: 'There is no operation of that name that sends mails.',
};
