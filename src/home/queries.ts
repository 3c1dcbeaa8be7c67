import { titledUnder } from '../rules/community.ts';
import { judgeAll } from '../../rulebook/judge.ts';
import type { Edition, Standing } from '../../rulebook/rule.ts';
import type { BodyKind, SeatRole, Stage, Verdict } from '../../rulebook/vocabulary.ts';
import { findingsAndComing } from '../bodies/findings.ts';
import { bodiesOf } from '../cases/queries.ts';
import { casePermissions } from '../cases/permissions.ts';
import type { Db } from '../db/client.ts';
import { listActions } from '../meetings/actions/queries.ts';
import { minutesAwaiting } from '../meetings/minutes/queries.ts';
import { dateIn, plusDays } from '../lib/time.ts';
import { meetingsToFinish, meetingsWaiting } from '../meetings/waiting-queries.ts';
import type { Actor } from '../people/actor.ts';
import { groundFor } from '../people/grounds.ts';
import { standingInWords } from '../portfolio/frame.ts';
import { editionOf } from '../rules/edition-of.ts';
import { standingsOf } from '../rules/standing.ts';
import type { FrameFacts } from '../web/components/initiative-frame.tsx';
import { waitsFor, type Waiting, type WaitingFacts } from './waiting.ts';

/** The most rows of one kind that are looked up: nobody reads more, and every page counts them. */
const most = 200;
/** How long before a seat ends its body is told. */
const seatEndsWithinDays = 60;

const dateOf = (instant: string): string => dateIn(Temporal.Instant.from(instant));

const seats = (actor: Actor) => actor.mandates.filter((m) => m.kind === 'seat');
const led = (actor: Actor): string[] => [
  ...new Set(actor.mandates.flatMap((m) => (m.kind === 'initiative' ? [m.initiativeId] : []))),
];
const isBusinessManager = (actor: Actor): boolean =>
  seats(actor).some((seat) => seat.bodyKind === 'secretariat' && seat.role === 'business-manager');
const isOfSecretariat = (actor: Actor): boolean =>
  seats(actor).some((seat) => seat.bodyKind === 'secretariat');
const isChairOrManager = (actor: Actor): boolean =>
  isBusinessManager(actor) || seats(actor).some((seat) => seat.bodyKind === 'board' && seat.role === 'chair');

/** Everything that waits for a person, by deadline: the page, the number in the menu and the API all ask here. */
export async function waiting(
  db: Db,
  actor: Actor,
  edition: string,
  today: string,
): Promise<readonly Waiting[]> {
  const cared = await bodiesCaredFor(db, actor, edition);
  const [meetings, toFinish, cases, drafts, questions, lapsed, findings, ending, imports, actions, minutes] =
    await Promise.all([
      meetingsWaiting(db, actor, today),
      meetingsToFinish(db, actor, today),
      casesFor(db, actor),
      draftsOf(db, actor),
      isOfSecretariat(actor) ? openQuestions(db) : [],
      lapsedOf(db, led(actor), today),
      cared.length === 0 ? [] : findingsAndComing(db, { bodies: cared }, edition, today),
      endingSeats(db, actor, cared, today),
      importsOf(db, actor),
      actionsOf(db, actor),
      minutesFor(db, actor),
    ]);
  return waitsFor(
    {
      titled: titledUnder(edition),
      meetings,
      toFinish,
      cases,
      drafts,
      questions,
      lapsed,
      findings,
      seats: ending,
      imports,
      actions,
      minutes,
    },
    today,
  );
}

/** What the person has taken on at meetings. */
async function actionsOf(db: Db, actor: Actor): Promise<WaitingFacts['actions']> {
  const { items } = await listActions(db, { mine: true, status: 'open', limit: most }, actor);
  return items.map((row) => ({
    id: row.id,
    task: row.task,
    body: row.body.name,
    meeting: row.meeting,
    since: dateOf(row.recordedAt),
    dueOn: row.dueOn,
  }));
}

/** Minutes that the person is asked to approve. */
async function minutesFor(db: Db, actor: Actor): Promise<WaitingFacts['minutes']> {
  if (actor.operator) return [];
  return (await minutesAwaiting(db, actor.id, most)).map((row) => ({
    meeting: row.meeting,
    body: row.body,
    on: dateOf(row.startsAt),
    since: dateOf(row.sentAt),
    remarksUntil: row.remarksUntil,
  }));
}

/** Cases before bodies the person sits in, or whose decisions the person records (B2, B5; report p. 8 and 11). */
async function casesFor(db: Db, actor: Actor): Promise<WaitingFacts['cases']> {
  const sitsIn = bodiesOf(actor);
  const manages = led(actor);
  const ofManager = isBusinessManager(actor);
  if (sitsIn.length === 0 && manages.length === 0) return [];
  const rows = await db
    .selectFrom('cases as c')
    .innerJoin('bodies as b', 'b.id', 'c.awaits_body_id')
    .leftJoin('initiatives as i', 'i.id', 'c.initiative_id')
    .select([
      'c.number',
      'c.kind',
      'c.question',
      'c.rule',
      'c.edition',
      'c.awaits_since',
      'c.deadline',
      'c.postponed_until',
      'b.id as body_id',
      'b.kind as body_kind',
      'b.name as body_name',
      'b.initiative_id as body_initiative',
      'i.slug',
    ])
    .where('c.status', '=', 'waiting')
    .where((eb) =>
      eb.or([
        ...(sitsIn.length > 0 ? [eb('c.awaits_body_id', 'in', sitsIn)] : []),
        ...(ofManager ? [eb('b.kind', 'in', ['board', 'general-assembly', 'secretariat'])] : []),
        ...(manages.length > 0
          ? [eb.and([eb('b.kind', '=', 'steering-group'), eb('b.initiative_id', 'in', manages)])]
          : []),
      ]),
    )
    .orderBy('c.awaits_since')
    .orderBy('c.id')
    .limit(most)
    .execute();
  return rows.flatMap((row) => {
    const body = { id: row.body_id, kind: row.body_kind, initiativeId: row.body_initiative };
    const records = groundFor(actor, casePermissions['decide-case'], { body }) !== null;
    return records || sitsIn.includes(row.body_id)
      ? [
          {
            number: row.number,
            kind: row.kind,
            question: row.question,
            rule: row.rule,
            edition: row.edition,
            body: { kind: row.body_kind as BodyKind, name: row.body_name },
            initiativeSlug: row.slug,
            records,
            since: dateOf(row.awaits_since as string),
            deadline: row.deadline,
            postponedUntil: row.postponed_until,
          },
        ]
      : [];
  });
}

/** Drafts a person answers for: sent back with points, or not sent yet. */
async function draftsOf(db: Db, actor: Actor): Promise<WaitingFacts['drafts']> {
  const rows = await db
    .selectFrom('cases as c')
    .select((eb) => [
      'c.number',
      'c.question',
      'c.rule',
      'c.edition',
      'c.points',
      'c.deadline',
      'c.asked_at',
      eb
        .selectFrom('decisions as d')
        .select((d) => d.fn.max('d.recorded_at').as('at'))
        .whereRef('d.case_id', '=', 'c.id')
        .as('answered_at'),
    ])
    .where('c.status', '=', 'draft')
    .where('c.owner_id', '=', actor.id)
    .orderBy('c.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    question: row.question,
    rule: row.rule,
    edition: row.edition,
    points: (row.points as unknown as readonly string[]).length,
    since: dateOf(row.answered_at ?? row.asked_at),
    deadline: row.deadline,
  }));
}

/** Questions about requirements that nobody has answered, for the secretariat. */
async function openQuestions(db: Db): Promise<WaitingFacts['questions']> {
  const rows = await db
    .selectFrom('requirement_questions as q')
    .innerJoin('initiatives as i', 'i.id', 'q.initiative_id')
    .select(['q.id', 'q.edition', 'q.requirement', 'q.asked_at', 'i.name'])
    .where('q.answer', 'is', null)
    .orderBy('q.asked_at')
    .orderBy('q.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    initiative: row.name,
    edition: row.edition,
    requirement: row.requirement,
    since: dateOf(row.asked_at),
  }));
}

/** Requirements of the initiatives a person leads whose evidence is out of date, or whose planned date has passed. */
async function lapsedOf(
  db: Db,
  initiatives: readonly string[],
  today: string,
): Promise<WaitingFacts['lapsed']> {
  if (initiatives.length === 0) return [];
  const rows = await db
    .selectFrom('assessments as s')
    .innerJoin('initiatives as i', (join) =>
      join.onRef('i.id', '=', 's.initiative_id').onRef('i.edition', '=', 's.edition'),
    )
    .select(['i.slug', 'i.name', 's.edition', 's.requirement', 's.valid_until', 's.planned_for'])
    .where('s.initiative_id', 'in', [...initiatives])
    .where('s.voice', '=', 'self')
    .where('i.stage', '<>', 'retired')
    .where((eb) =>
      eb.or([
        eb('s.valid_until', '<', today),
        eb.and([eb('s.verdict', '=', 'planned'), eb('s.planned_for', '<', today)]),
      ]),
    )
    .orderBy('s.initiative_id')
    .orderBy('s.requirement')
    .limit(most)
    .execute();
  return rows.map((row) => {
    const expired = row.valid_until !== null && row.valid_until < today;
    return {
      initiative: { slug: row.slug, name: row.name },
      edition: row.edition,
      requirement: row.requirement,
      how: expired ? 'expired' : 'late',
      on: (expired ? row.valid_until : row.planned_for) as string,
    };
  });
}

/**
 * The bodies whose seats a person cares for: those one chairs, records for or leads the initiative of; and for the
 * association's chair and the business manager the groups of the highest level, where the board appoints (B17, p. 20–22).
 */
async function bodiesCaredFor(db: Db, actor: Actor, edition: string): Promise<string[]> {
  const own = seats(actor)
    .filter((seat) => seat.role === 'chair' || seat.role === 'secretary')
    .map((seat) => seat.bodyId);
  const initiatives = led(actor);
  const highest = editionOf(edition).levels.toSorted((a, b) => b.rank - a.rank)[0]?.id as string;
  const ofChair = isChairOrManager(actor);
  const ofManager = isBusinessManager(actor);
  if (initiatives.length === 0 && !ofChair) return own;
  const rows = await db
    .selectFrom('bodies as b')
    .leftJoin('initiatives as i', 'i.id', 'b.initiative_id')
    .select('b.id')
    .where('b.closed_on', 'is', null)
    .where((eb) => eb.or([eb('i.id', 'is', null), eb('i.stage', '<>', 'retired')]))
    .where((eb) =>
      eb.or([
        ...(initiatives.length > 0 ? [eb('b.initiative_id', 'in', initiatives)] : []),
        ...(ofChair ? [eb('i.level', '=', highest)] : []),
        ...(ofManager ? [eb('b.kind', 'in', ['board', 'general-assembly', 'secretariat'])] : []),
      ]),
    )
    .orderBy('b.id')
    .limit(most)
    .execute();
  return [...new Set([...own, ...rows.map((row) => row.id)])];
}

/** Seats that end soon: the person's own, and those of the bodies the person cares for. */
async function endingSeats(
  db: Db,
  actor: Actor,
  bodies: readonly string[],
  today: string,
): Promise<WaitingFacts['seats']> {
  const rows = await db
    .selectFrom('seats as s')
    .innerJoin('bodies as b', 'b.id', 's.body_id')
    .innerJoin('people as p', 'p.id', 's.person_id')
    .select(['b.slug', 'b.name', 'p.id as person_id', 'p.name as person', 's.role', 's.to_on'])
    .where((eb) =>
      eb.or([
        eb('s.person_id', '=', actor.id),
        ...(bodies.length > 0 ? [eb('s.body_id', 'in', [...bodies])] : []),
      ]),
    )
    .where('s.to_on', '>=', today)
    .where('s.to_on', '<=', plusDays(today, seatEndsWithinDays))
    .where('b.closed_on', 'is', null)
    .orderBy('s.to_on')
    .orderBy('s.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    body: { slug: row.slug, name: row.name },
    person: { name: row.person, self: row.person_id === actor.id },
    role: row.role as SeatRole,
    since: plusDays(row.to_on as string, -seatEndsWithinDays),
    to: row.to_on as string,
  }));
}

/** Evaluation files that were read and wait for a person to confirm what they say. */
async function importsOf(db: Db, actor: Actor): Promise<WaitingFacts['imports']> {
  const rows = await db
    .selectFrom('evaluation_imports as m')
    .innerJoin('initiatives as i', 'i.id', 'm.initiative_id')
    .select(['m.id', 'm.file_name', 'm.created_at', 'i.slug', 'i.name'])
    .where('m.status', '=', 'preview')
    .where('m.created_by', '=', actor.id)
    .orderBy('m.created_at')
    .orderBy('m.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    initiative: { slug: row.slug, name: row.name },
    fileName: row.file_name,
    since: dateOf(row.created_at),
  }));
}

/** An initiative the reader has a part in, with how its requirements are answered at its own level. */
export interface MyInitiative {
  readonly slug: string;
  readonly name: string;
  readonly stage: Stage;
  readonly level: string | null;
  readonly counts: Readonly<Partial<Record<Verdict, number>>>;
  readonly standing: FrameFacts['standing'];
}

/** The initiatives a person leads or sits in a group of, by name. */
export async function myInitiatives(db: Db, actor: Actor, today: string): Promise<readonly MyInitiative[]> {
  const ids = [...new Set(actor.mandates.flatMap((m) => m.initiativeId ?? []))];
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('initiatives')
    .select(['id', 'slug', 'name', 'stage', 'level', 'edition'])
    .where('id', 'in', ids)
    .where('stage', '<>', 'retired')
    .orderBy('name')
    .orderBy('id')
    .limit(100)
    .execute();
  const byEdition = await Promise.all(
    [...Map.groupBy(rows, (row) => row.edition)].map(([edition, group]) =>
      standingsOf(
        db,
        group.map((row) => row.id),
        editionOf(edition),
        today,
      ),
    ),
  );
  const standings = new Map(byEdition.flatMap((each) => [...each]));
  return rows.map(({ id, edition, ...row }) => {
    const standing = standings.get(id) as Standing;
    const stage = row.stage as Stage;
    return {
      ...row,
      stage,
      counts: row.level === null ? {} : verdictCounts(editionOf(edition), standing, row.level, stage, today),
      standing: standingInWords(editionOf(edition), standing, today),
    };
  });
}

/** How many of the requirements asked at a level and stage got which verdict. */
function verdictCounts(
  edition: Edition,
  standing: Standing,
  level: string,
  stage: Stage,
  today: string,
): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { rule, verdict } of judgeAll(edition, standing, { stage, level }, today))
    if (rule in edition.requirements) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

/** How many products stand at each level; `null` for those not placed. */
export async function productsByLevel(db: Db): Promise<ReadonlyMap<string | null, number>> {
  const rows = await db
    .selectFrom('initiatives')
    .select((eb) => ['level', eb.fn.countAll<number>().as('n')])
    .where('stage', '=', 'product')
    .groupBy('level')
    .execute();
  return new Map(rows.map((row) => [row.level, Number(row.n)]));
}
