import { z } from 'zod';
import type { Text } from '../../rulebook/vocabulary.ts';
import { paging } from '../deeds/api.ts';
import { Failure } from '../deeds/failure.ts';
import { defineQuery, type Query } from '../deeds/query.ts';
import { id, idOrSlug, isoDate, optionalLine } from '../lib/inputs.ts';
import type { Actor } from '../people/actor.ts';
import { initiativeBy } from '../portfolio/load.ts';
import { journalEntry, journalHeadAnswer, journalList } from './answers.ts';
import { knowsPeople } from './closed.ts';
import { deedTitle } from './deed-titles.ts';
import { journalHead, journalRow, listJournal, type JournalItem } from './queries.ts';

/** Titles of deeds by their names. */
export type DeedTitles = () => ReadonlyMap<string, Text>;

const journalJson = (item: JournalItem, titles: ReadonlyMap<string, Text>) => ({
  seq: item.seq,
  at: item.at,
  deed: item.deed,
  title: deedTitle(item.deed, titles),
  person: item.person,
  subject: item.subject,
  initiative: item.initiative,
  before: item.before,
  after: item.after,
  withheld: item.withheld,
  ground: item.ground,
  edition: item.edition,
  prevHash: item.prevHash,
  hash: item.hash,
});

/**
 * Only those who are told people's names may look for what one person did.
 * @throws Failure `not-signed-in`, or `no-mandate` for the technical account
 */
export function assertMayAskAbout(person: string | undefined, actor: Actor | null): void {
  if (person === undefined || knowsPeople(actor)) return;
  throw actor === null
    ? new Failure('not-signed-in', {
        da: 'Log ind for at se, hvad en bestemt person har gjort.',
        en: 'Sign in to see what one person has done.',
      })
    : new Failure('no-mandate', {
        da: 'Driftskontoen får ikke navne på personer at se.',
        en: 'The technical account is not told people’s names.',
      });
}

/** What can be asked about the journal. */
export const journalQueries = (titles: DeedTitles): readonly Query[] => [
  defineQuery({
    name: 'list-journal',
    title: { da: 'Journalen, nyeste først', en: 'The journal, newest first' },
    path: '/journal',
    params: z.object({}),
    query: z.object({
      ...paging,
      deed: optionalLine(80),
      kind: optionalLine(40),
      subject: optionalLine(80),
      initiative: idOrSlug().optional(),
      person: id().optional(),
      from: isoDate().optional(),
      to: isoDate().optional(),
    }),
    grounds: ['anyone'],
    answers: journalList,
    run: async ({ db, query, actor }) => {
      assertMayAskAbout(query.person, actor);
      const { deed, kind, subject, initiative, ...rest } = query;
      const { items, next } = await listJournal(
        db,
        {
          ...rest,
          deed: deed || undefined,
          kind: kind || undefined,
          subject: subject || undefined,
          initiative: initiative === undefined ? undefined : (await initiativeBy(db, initiative)).id,
        },
        actor,
      );
      return { items: items.map((item) => journalJson(item, titles())), next };
    },
  }),
  defineQuery({
    name: 'get-journal-head',
    title: { da: 'Journalens sidste hash', en: 'The journal’s last hash' },
    path: '/journal/head',
    params: z.object({}),
    query: z.object({}),
    grounds: ['anyone'],
    answers: journalHeadAnswer,
    run: ({ db }) => journalHead(db),
  }),
  defineQuery({
    name: 'get-journal-entry',
    title: { da: 'En post i journalen', en: 'An entry in the journal' },
    path: '/journal/:seq',
    params: z.object({ seq: z.string().regex(/^[1-9]\d{0,14}$/) }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: journalEntry,
    run: async ({ db, params, actor }) =>
      journalJson(await journalRow(db, Number(params.seq), actor), titles()),
  }),
];
