import { editionById } from '../../rulebook/editions.ts';
import { counterparts } from '../../rulebook/lineage.ts';
import type { Edition, LevelId, RequirementId, Standing } from '../../rulebook/rule.ts';
import type { Verdict, Voice } from '../../rulebook/vocabulary.ts';
import { maySee } from '../cases/load.ts';
import type { Db } from '../db/client.ts';
import { fromCursor, pageOf, type ListPage } from '../lib/cursor.ts';
import { isId } from '../lib/id.ts';
import { dateIn } from '../lib/time.ts';
import type { Actor } from '../people/actor.ts';
import { initiativeBy, type Initiative } from '../portfolio/load.ts';
import { editionOf } from '../rules/edition-of.ts';
import { standingOf } from '../rules/standing.ts';
import { alongLineage, elsewhereInLineage, type Place } from './along-lineage.ts';
import { mayFetch } from './load.ts';
import { assessmentSubject } from './requirement-inputs.ts';
import {
  statesOf,
  type Evidence,
  type Named,
  type Past,
  type RequirementState,
  type Word,
  type Words,
} from './requirement-state.ts';

const day = (at: string): string => dateIn(Temporal.Instant.from(at));

/** Names are for those who are signed in as a person of the community. */
const mayName = (actor: Actor | null): boolean => actor !== null && !actor.operator;

const named = (actor: Actor | null, id: string | null, name: string | null): Named | null =>
  id !== null && name !== null && mayName(actor) ? { id, name } : null;

export interface Requirements {
  readonly initiative: Initiative;
  readonly edition: Edition;
  readonly standing: Standing;
  readonly states: readonly RequirementState[];
  readonly past: Past;
  /** Verdicts that stay under other editions, because the requirement is another one here. */
  readonly left: readonly {
    readonly edition: string;
    readonly requirement: RequirementId;
    readonly voice: Voice;
    readonly verdict: Verdict;
  }[];
}

/**
 * How every requirement of its edition stands for an initiative, with what both voices say.
 * @throws Failure `not-found`
 */
export async function requirementsOf(
  db: Db,
  idOrSlug: string,
  actor: Actor | null,
  today: string,
): Promise<Requirements> {
  const initiative = await initiativeBy(db, idOrSlug);
  const edition = editionOf(initiative.edition);
  const [standing, words, questions, level, elsewhere] = await Promise.all([
    standingOf(db, initiative.id, edition, today),
    wordsOf(db, initiative, actor),
    questionCounts(db, initiative, edition),
    formerLevel(db, initiative),
    saidElsewhere(db, initiative, edition),
  ]);
  const left = elsewhere.filter((row) => !cameAlong(row, edition, words));
  const kept = Object.values(words).flatMap((each) =>
    Object.values(each).flatMap((word) => word.keptFrom ?? []),
  );
  const past: Past = { level, edition: kept[0] ?? left[0]?.edition ?? null };
  const states = statesOf({ edition, standing, words, questions, past, today });
  return { initiative, edition, standing, states, past, left };
}

/** Everything said in the initiative's edition, by requirement and voice. */
async function wordsOf(db: Db, initiative: Initiative, actor: Actor | null) {
  const [rows, evidence] = await Promise.all([
    db
      .selectFrom('assessments as a')
      .leftJoin('people as c', 'c.id', 'a.checked_by')
      .leftJoin('people as r', 'r.id', 'a.reviewed_by')
      .selectAll('a')
      .select(['c.name as checked_by_name', 'r.name as reviewed_by_name'])
      .where('a.initiative_id', '=', initiative.id)
      .where('a.edition', '=', initiative.edition)
      .orderBy('a.requirement')
      .limit(1000)
      .execute(),
    db
      .selectFrom('evidence as e')
      .leftJoin('files as f', 'f.hash', 'e.file_hash')
      .selectAll('e')
      .select('f.size')
      .where('e.initiative_id', '=', initiative.id)
      .where('e.edition', '=', initiative.edition)
      .orderBy('e.added_at')
      .orderBy('e.id')
      .limit(5000)
      .execute(),
  ]);
  const behind = Object.groupBy(evidence, (row) => `${row.requirement} ${row.voice}`);
  const words: Record<RequirementId, Partial<Record<Voice, Word>>> = {};
  for (const row of rows)
    (words[row.requirement] ??= {})[row.voice as Voice] = {
      verdict: row.verdict as Verdict,
      explanation: row.explanation,
      asWritten: row.as_written,
      plannedFor: row.planned_for,
      checkedOn: row.checked_on,
      checkedBy: named(actor, row.checked_by, row.checked_by_name),
      validUntil: row.valid_until,
      reviewedOn: row.reviewed_at === null ? null : day(row.reviewed_at),
      reviewedBy: named(actor, row.reviewed_by, row.reviewed_by_name),
      keptFrom: row.kept_from,
      evidence: (behind[`${row.requirement} ${row.voice}`] ?? []).map((each) => shownEvidence(each, actor)),
    };
  return words;
}

/** A piece of evidence as a reader sees it: a closed file has no address, name or hash for those who may not have it. */
function shownEvidence(
  row: {
    readonly id: string;
    readonly initiative_id: string;
    readonly title: string;
    readonly url: string | null;
    readonly file_hash: string | null;
    readonly file_name: string | null;
    readonly size: number | null;
    readonly restricted: boolean;
    readonly added_at: string;
  },
  actor: Actor | null,
): Evidence {
  const open = mayFetch(row, actor);
  return {
    id: row.id,
    title: row.title,
    url: row.file_hash === null ? row.url : open ? `/evidence/${row.id}/file` : null,
    file:
      row.file_hash === null || !open
        ? null
        : { name: row.file_name ?? row.title, size: row.size ?? 0, sha256: row.file_hash },
    restricted: row.restricted,
    addedOn: day(row.added_at),
  };
}

/** Open and answered questions by requirement, those asked under other editions with what carries their requirement on. */
async function questionCounts(db: Db, initiative: Initiative, edition: Edition) {
  const rows = await db
    .selectFrom('requirement_questions')
    .select((eb) => [
      'edition',
      'requirement',
      eb.fn.countAll<number>().filterWhere('answer', 'is', null).as('open'),
      eb.fn.countAll<number>().filterWhere('answer', 'is not', null).as('answered'),
    ])
    .where('initiative_id', '=', initiative.id)
    .groupBy(['edition', 'requirement'])
    .execute();
  if (rows.length === 0) return {};
  const at = new Map(rows.map((row) => [`${row.edition} ${row.requirement}`, row]));
  return Object.fromEntries(
    Object.keys(edition.requirements).map((id) => {
      const here = alongLineage(edition, id).flatMap(
        (place) => at.get(`${place.edition} ${place.requirement}`) ?? [],
      );
      const sum = (what: 'open' | 'answered') => here.reduce((n, row) => n + Number(row[what]), 0);
      return [id, { open: sum('open'), answered: sum('answered') }];
    }),
  );
}

/** The level decided before the one held; null where it has had no other. */
async function formerLevel(db: Db, initiative: Initiative): Promise<LevelId | null> {
  const rows = await db
    .selectFrom('level_decisions as l')
    .select('l.level')
    .where('l.initiative_id', '=', initiative.id)
    .where('l.revoked', '=', false)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('decisions as x').select('x.id').whereRef('x.corrects_id', '=', 'l.decision_id'),
        ),
      ),
    )
    .orderBy('l.decided_at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(20)
    .execute();
  return rows.find((row) => row.level !== initiative.level)?.level ?? null;
}

/** What was said under other editions; at most 300 words. */
const saidElsewhere = (db: Db, initiative: Initiative, edition: Edition): Promise<Requirements['left']> =>
  db
    .selectFrom('assessments')
    .select(['edition', 'requirement', 'voice', 'verdict'])
    .where('initiative_id', '=', initiative.id)
    .where('edition', '<>', edition.id)
    .orderBy('edition', 'desc')
    .orderBy('requirement')
    .orderBy('voice')
    .limit(300)
    .execute() as Promise<Requirements['left']>;

/** Whether the same voice speaks, under the edition lived under, on what carries the requirement on. */
function cameAlong(row: Requirements['left'][number], edition: Edition, words: Words): boolean {
  const former = editionById(row.edition);
  return (
    former !== null &&
    counterparts(edition, former, row.requirement).some((id) => words[id]?.[row.voice] !== undefined)
  );
}

export interface Question {
  readonly id: string;
  readonly initiative: { readonly slug: string; readonly name: string };
  readonly edition: string;
  readonly requirement: RequirementId;
  readonly question: string;
  readonly askedAt: string;
  readonly askedBy: Named | null;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly answeredBy: Named | null;
}

export interface QuestionFilter {
  readonly status?: 'open' | 'answered' | undefined;
  readonly initiativeId?: string | undefined;
  /** Requirements, each of its edition. */
  readonly places?: readonly Place[] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Questions about requirements, those that have waited longest first. */
export async function listQuestions(
  db: Db,
  filter: QuestionFilter,
  actor: Actor | null,
): Promise<ListPage<Question>> {
  const after = fromCursor(filter.cursor, 2);
  const usable = after !== null && !Number.isNaN(Date.parse(String(after[0]))) && isId(String(after[1]));
  const rows = await db
    .selectFrom('requirement_questions as q')
    .innerJoin('initiatives as i', 'i.id', 'q.initiative_id')
    .innerJoin('people as p', 'p.id', 'q.asked_by')
    .leftJoin('people as s', 's.id', 'q.answered_by')
    .selectAll('q')
    .select(['i.slug', 'i.name', 'p.name as asked_by_name', 's.name as answered_by_name'])
    .$if(filter.status === 'open', (query) => query.where('q.answer', 'is', null))
    .$if(filter.status === 'answered', (query) => query.where('q.answer', 'is not', null))
    .$if(filter.initiativeId !== undefined, (query) =>
      query.where('q.initiative_id', '=', filter.initiativeId as string),
    )
    .$if(filter.places !== undefined, (query) =>
      query.where((eb) =>
        eb.or(
          (filter.places ?? []).map((place) =>
            eb.and([eb('q.edition', '=', place.edition), eb('q.requirement', '=', place.requirement)]),
          ),
        ),
      ),
    )
    .$if(usable, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('q.asked_at', 'q.id'), '>', eb.tuple(String(after?.[0]), String(after?.[1]))),
      ),
    )
    .orderBy('q.asked_at')
    .orderBy('q.id')
    .limit(filter.limit + 1)
    .execute();
  const { items, next } = pageOf(rows, filter.limit, (row) => [row.asked_at, row.id]);
  return {
    next,
    items: items.map((row) => ({
      id: row.id,
      initiative: { slug: row.slug, name: row.name },
      edition: row.edition,
      requirement: row.requirement,
      question: row.question,
      askedAt: row.asked_at,
      askedBy: named(actor, row.asked_by, row.asked_by_name),
      answer: row.answer,
      answeredAt: row.answered_at,
      answeredBy: named(actor, row.answered_by, row.answered_by_name),
    })),
  };
}

/** A gap on a requirement that a body accepted under another edition: for information, it opens nothing here. */
export interface AcceptedElsewhere {
  readonly edition: string;
  readonly requirement: RequirementId;
  readonly body: string;
  readonly decision: number;
  readonly decidedOn: string;
  readonly until: string | null;
}

/**
 * What bodies accepted as missing under other editions on what a requirement carries on, the latest first. Decisions
 * that have been corrected, acceptances that have lapsed, and cases that are drafts again are left out.
 */
export async function acceptedElsewhere(
  db: Db,
  initiative: Pick<Initiative, 'id'>,
  edition: Edition,
  requirement: RequirementId,
): Promise<readonly AcceptedElsewhere[]> {
  const places = elsewhereInLineage(edition, requirement);
  if (places.length === 0) return [];
  return db
    .selectFrom('accepted_gaps as g')
    .innerJoin('decisions as d', 'd.id', 'g.decision_id')
    .innerJoin('bodies as b', 'b.id', 'd.body_id')
    .innerJoin('cases as c', 'c.id', 'd.case_id')
    .leftJoin('decisions as x', 'x.corrects_id', 'd.id')
    .leftJoin('decisions as y', 'y.corrects_id', 'g.lapsed_by')
    .select([
      'g.edition',
      'g.rule as requirement',
      'g.until',
      'b.name as body',
      'd.number as decision',
      'd.decided_on as decidedOn',
    ])
    .where('g.initiative_id', '=', initiative.id)
    .where((eb) =>
      eb.or(
        places.map((place) =>
          eb.and([eb('g.edition', '=', place.edition), eb('g.rule', '=', place.requirement)]),
        ),
      ),
    )
    .where('x.id', 'is', null)
    .where((eb) => eb.or([eb('g.lapsed_by', 'is', null), eb('y.id', 'is not', null)]))
    .where('c.status', '<>', 'draft')
    .orderBy('d.number', 'desc')
    .limit(20)
    .execute();
}

/** What other initiatives have explained on the same requirement, the latest first: examples, not answers. */
export const explainedElsewhere = (db: Db, initiative: Initiative, requirement: RequirementId) =>
  db
    .selectFrom('assessments as a')
    .innerJoin('initiatives as i', 'i.id', 'a.initiative_id')
    .select(['i.slug', 'i.name', 'i.level', 'a.voice', 'a.explanation'])
    .where('a.edition', '=', initiative.edition)
    .where('a.requirement', '=', requirement)
    .where('a.verdict', '=', 'explained')
    .where('a.explanation', '<>', '')
    .where('a.initiative_id', '<>', initiative.id)
    .orderBy('a.changed_at', 'desc')
    .limit(5)
    .execute();

export type Elsewhere = Awaited<ReturnType<typeof explainedElsewhere>>[number];

/** Cases about the disagreement on a requirement that the reader may see, the latest first. */
export async function casesAbout(
  db: Db,
  initiative: Initiative,
  requirement: RequirementId,
  actor: Actor | null,
) {
  const rows = await db
    .selectFrom('cases')
    .select(['number', 'question', 'status', 'asked_at', 'owner_id', 'initiative_id'])
    .where('initiative_id', '=', initiative.id)
    .where('kind', '=', 'evaluation')
    .where('requirement', '=', requirement)
    .where('status', '<>', 'withdrawn')
    .orderBy('asked_at', 'desc')
    .limit(20)
    .execute();
  return rows.filter((row) => maySee(row, actor));
}

export interface Happened {
  readonly at: string;
  readonly deed: string;
  readonly who: Named | null;
  readonly after: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>>;
}

/** What has been said and done about a requirement, the latest first; at most 50. */
export async function historyOf(
  db: Db,
  initiative: Initiative,
  requirement: RequirementId,
  actor: Actor | null,
): Promise<readonly Happened[]> {
  const subject = assessmentSubject({
    initiative_id: initiative.id,
    edition: initiative.edition,
    requirement,
  });
  const rows = await db
    .selectFrom('journal as j')
    .leftJoin('people as p', 'p.id', 'j.person_id')
    .select(['j.at', 'j.deed', 'j.before', 'j.after', 'j.person_id', 'p.name'])
    .where('j.subject_kind', '=', subject.kind)
    .where('j.subject_id', '=', subject.id)
    .orderBy('j.seq', 'desc')
    .limit(50)
    .execute();
  const object = (value: unknown) =>
    (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return rows.map((row) => ({
    at: row.at,
    deed: row.deed,
    who: named(actor, row.person_id, row.name),
    before: object(row.before),
    after: object(row.after),
  }));
}
