import { z } from 'zod';
import { languages } from '../../rulebook/vocabulary.ts';
import { key, listOf, moment, personNamed } from '../deeds/answers.ts';
import { oneOf } from '../lib/inputs.ts';
import { letterKinds } from './kinds.ts';
import { hows, letterStates, topics } from './vocabulary.ts';

const language = z.enum(languages);
const way = z.enum(['at-once', 'daily', 'weekly']);

export const choicesAnswer = z
  .strictObject({
    choices: z.array(z.strictObject({ topic: oneOf(topics), how: oneOf(hows), usual: z.boolean() })),
  })
  .meta({ id: 'LetterChoices', description: 'How somebody wants mails about each topic' });

export const stoppedAnswer = z
  .strictObject({ topic: oneOf(topics), how: z.literal('never') })
  .meta({ id: 'LettersStopped' });

export const textAnswer = z
  .strictObject({
    kind: oneOf(letterKinds),
    language,
    subject: z.string(),
    body: z.string(),
    own: z.boolean().describe('The community’s own words rather than those it came with'),
  })
  .meta({ id: 'LetterText' });
export const textList = z.strictObject({ items: z.array(textAnswer) });

const head = {
  id: key(),
  kind: oneOf(letterKinds),
  person: personNamed,
  subject: z.string(),
  way,
  status: oneOf(letterStates),
  problem: z.string(),
  about: z.string(),
  notice: z.boolean(),
  writtenAt: moment(),
  dueAt: moment(),
  endedAt: moment().nullable(),
};
export const letterSummary = z.strictObject(head).meta({ id: 'LetterSummary' });
export const letterList = listOf(letterSummary);
export const letterAnswer = z
  .strictObject({
    ...head,
    language,
    body: z.string(),
    why: z.string(),
    attempts: z.number().int(),
    sentTo: z.string().nullable(),
    writtenBy: personNamed.nullable(),
    digest: key().nullable(),
    gathers: z.array(z.strictObject({ id: key(), subject: z.string() })),
  })
  .meta({ id: 'Letter' });

export const resentAnswer = z
  .strictObject({ id: key(), status: z.literal('waiting') })
  .meta({ id: 'LetterResent' });

export const countsAnswer = z
  .strictObject({
    mailServer: z.boolean(),
    waiting: z.number().int(),
    failed: z.number().int(),
    oldestWaiting: moment().nullable(),
  })
  .meta({ id: 'OutboxState', description: 'How the outbox stands, without a word of any mail' });

export const foreseenAnswer = z
  .strictObject({
    allowed: z.boolean().describe('False when it is refused or wrong as written; nothing is sent then'),
    letters: z.array(
      z.strictObject({
        person: personNamed,
        way: way.nullable().describe('Null: the person wants no such mail and gets none'),
        language,
        subject: z.string(),
        body: z.string(),
        why: z.string(),
      }),
    ),
  })
  .meta({ id: 'LettersForeseen', description: 'The mails that a deed would send' });
