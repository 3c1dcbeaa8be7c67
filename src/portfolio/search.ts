import { sql } from 'kysely';
import type { Edition, Requirement } from '../../rulebook/rule.ts';
import type { BodyKind, Stage } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { likeWords } from './list-queries.ts';

/** How many of each kind a search shows. */
export const mostOfEach = 20;
/** A search for less than this finds too much to be of use. */
export const shortest = 2;

export interface Found {
  readonly initiatives: readonly {
    readonly slug: string;
    readonly name: string;
    readonly summary: string;
    readonly stage: Stage;
    readonly level: string | null;
    readonly ended_as: string | null;
  }[];
  readonly organisations: readonly { readonly slug: string; readonly name: string; readonly kind: string }[];
  readonly bodies: readonly { readonly slug: string; readonly name: string; readonly kind: BodyKind }[];
  /** Null for visitors: names of people are for those who are signed in. */
  readonly people: readonly { readonly id: string; readonly name: string }[] | null;
  readonly requirements: readonly Requirement[];
}

const stillOpen = (today: string) => sql<boolean>`(closed_on is null or closed_on > ${today})`;

/**
 * What carries some words in its name, at most `mostOfEach` of a kind, in Danish order. Papers of cases, drafts and
 * evidence are not searched: what is closed to a reader is never found.
 * @param people whether to look among people
 */
export async function search(
  db: Db,
  q: string,
  { edition, people, today }: { edition: Edition; people: boolean; today: string },
): Promise<Found> {
  const words = likeWords(q);
  const named = sql<boolean>`lower(name) like ${words}`;
  const [initiatives, organisations, bodies, persons] = await Promise.all([
    db
      .selectFrom('initiatives')
      .select(['slug', 'name', 'summary', 'stage', 'level', 'ended_as'])
      .where(sql<boolean>`search_text like ${words}`)
      .orderBy('name')
      .orderBy('id')
      .limit(mostOfEach)
      .execute(),
    db
      .selectFrom('organisations')
      .select(['slug', 'name', 'kind'])
      .where(named)
      .where(stillOpen(today))
      .orderBy('name')
      .orderBy('id')
      .limit(mostOfEach)
      .execute(),
    db
      .selectFrom('bodies')
      .select(['slug', 'name', 'kind'])
      .where(named)
      .where(stillOpen(today))
      .orderBy('name')
      .orderBy('id')
      .limit(mostOfEach)
      .execute(),
    people
      ? db
          .selectFrom('people')
          .select(['id', 'name'])
          .where(named)
          .where(stillOpen(today))
          .where('operator', '=', false)
          .orderBy('name')
          .orderBy('id')
          .limit(mostOfEach)
          .execute()
      : null,
  ]);
  return {
    initiatives: initiatives as Found['initiatives'],
    organisations,
    bodies: bodies as Found['bodies'],
    people: persons,
    requirements: requirementsWith(edition, q),
  };
}

/** Requirements of an edition that carry the words in id, name or sentence, in either language. */
function requirementsWith(edition: Edition, q: string): readonly Requirement[] {
  const wanted = q.toLowerCase();
  return Object.values(edition.requirements)
    .filter(({ id, label, says }) =>
      [id, label.da, label.en, says.da, says.en].some((text) => text.toLowerCase().includes(wanted)),
    )
    .slice(0, mostOfEach);
}
