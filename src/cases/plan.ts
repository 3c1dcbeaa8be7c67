import { lineById, rankOf } from '../../rulebook/judge.ts';
import { mayDecide } from '../../rulebook/may-decide.ts';
import type { DecisionRight, Edition, Refusal, Standing, Target } from '../../rulebook/rule.ts';
import {
  outcomes,
  type BodyKind,
  type DecisionKind,
  type Outcome,
  type Stage,
} from '../../rulebook/vocabulary.ts';
import { voteRefusals, type Taken, type Votes } from '../../rulebook/vote.ts';
import type { Db } from '../db/client.ts';
import type { Problem } from '../deeds/deed.ts';
import { editionOf } from '../rules/edition-of.ts';
import { standingOf } from '../rules/standing.ts';
import { effectsOf, outcomesOf, type Effect } from './effects.ts';
import type { Case } from './load.ts';

/** An answer to a case, as it is typed or sent. */
export interface DecisionInput {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly votes: Votes;
  readonly decidedOn: string;
  /** Kind of the body that decided, where it stands in for the one awaited (P12). */
  readonly body: BodyKind | undefined;
  readonly conditions: readonly string[];
  readonly points: readonly string[];
  readonly postponedUntil: string | undefined;
  readonly referredTo: string | undefined;
}

export interface Plan {
  readonly body: { readonly id: string; readonly kind: BodyKind; readonly name: string };
  readonly right: DecisionRight;
  readonly edition: Edition;
  readonly problems: readonly Problem[];
  readonly refusals: readonly Refusal[];
  readonly accepts: readonly string[];
  readonly lapses: readonly string[];
  readonly effects: readonly Effect[];
  readonly standing: Standing | null;
  readonly target: Target | null;
  readonly votingSeats: number | null;
}

/** The level a case is decided at: the one it asks for, else the one held, else the lowest. */
export const levelOf = (asked: Pick<Case, 'target_level'>, held: string | null, edition: Edition): string =>
  asked.target_level ?? held ?? (edition.levels[0]?.id as string);

/**
 * Who decides a kind of question at a level, by the edition.
 * @throws Error when the edition has no such right; every edition that passes the checks has
 */
export function rightFor(edition: Edition, kind: DecisionKind, level: string): DecisionRight {
  const right = edition.decisionRights.find((each) => each.kind === kind && each.levels.includes(level));
  if (!right) throw new Error(`edition ${edition.id} gives no right to decide ${kind} at ${level}`);
  return right;
}

/** The stage by which lines must stand when a case of a kind is decided: adoption goes all the way to product. */
export const stageAsked = (kind: DecisionKind, stage: Stage): Stage =>
  kind === 'adoption' ? 'product' : stage;

/**
 * Works out what answering a case would do, and whether the rulebook lets it. Reads only; preview and deed both
 * call it, so that the preview is the effect.
 * @param taken the decision as taken in a meeting; null where only the numbers are known
 */
export async function planDecision(
  db: Db,
  asked: Case,
  input: DecisionInput,
  today: string,
  taken: Taken | null = null,
): Promise<Plan> {
  const edition = editionOf(asked.edition);
  const kind = asked.kind as DecisionKind;
  const standing = asked.initiative_id ? await standingOf(db, asked.initiative_id, edition, today) : null;
  const level = levelOf(asked, standing?.level ?? null, edition);
  const right = rightFor(edition, kind, level);
  const body = await decidingBody(db, asked, input.body);
  const target = standing ? { stage: stageAsked(kind, standing.stage), level } : null;
  const problems = [...(await problemsWith(db, asked, input, kind, today)), ...(body ? [] : [noSuchBody])];
  if (!body) {
    return {
      body: { id: '', kind: 'board', name: '' },
      right,
      edition,
      problems,
      refusals: [],
      accepts: [],
      lapses: [],
      effects: [],
      standing,
      target,
      votingSeats: null,
    };
  }
  const votingSeats = await countVotingSeats(db, body, input.decidedOn);
  const bodyRule = edition.bodies.find((rule) => rule.kind === body.kind);
  const may =
    standing && target && asked.returns_to_body_id === null
      ? mayDecide(edition, {
          kind,
          outcome: input.outcome,
          body: body.kind,
          standing,
          target,
          conditions: input.conditions,
          on: today,
        })
      : { refusals: [], accepts: [] };
  const refusals = [
    ...may.refusals,
    ...(bodyRule && body.kind !== 'secretariat'
      ? voteRefusals(edition.id, bodyRule, right, input.outcome, input.votes, votingSeats, taken)
      : []),
  ];
  const lapses = standing ? lapsing(edition, standing, level) : [];
  const effects = effectsOf(
    {
      kind,
      targetLevel: asked.target_level,
      requirement: asked.requirement,
      budgetId: asked.budget_id,
      subjectBodyId: asked.subject_body_id,
      appoints: asked.appoints,
      returnsTo: asked.returns_to_body_id,
    },
    { stage: standing?.stage ?? 'idea', level: standing?.level ?? null },
    {
      outcome: input.outcome,
      by: body.kind,
      accepts: may.accepts,
      lapses,
      points: input.points,
      postponedUntil: input.postponedUntil ?? null,
      referredTo: input.referredTo ?? null,
    },
  );
  return {
    body,
    right,
    edition,
    problems,
    refusals,
    accepts: may.accepts,
    lapses,
    effects,
    standing,
    target,
    votingSeats,
  };
}

/** What was accepted as missing above the level asked for: the acceptance does not outlive a lowering. */
const lapsing = (edition: Edition, standing: Standing, level: string): readonly string[] =>
  rankOf(edition, level) < rankOf(edition, standing.level)
    ? standing.accepted.filter((rule) => {
        const line = lineById(edition, rule);
        return line !== undefined && rankOf(edition, line.level) > rankOf(edition, level);
      })
    : [];

const noSuchBody: Problem = {
  path: 'body',
  says: { da: 'Organet findes ikke.', en: 'There is no such body.' },
};

async function decidingBody(db: Db, asked: Case, kind: BodyKind | undefined) {
  const named = db.selectFrom('bodies').select(['id', 'kind', 'name']);
  const row =
    kind === undefined
      ? await named
          .where('id', '=', asked.awaits_body_id ?? '00000000-0000-0000-0000-000000000000')
          .executeTakeFirst()
      : await named
          .where('kind', '=', kind)
          .where('closed_on', 'is', null)
          .where((eb) =>
            eb.or([eb('initiative_id', 'is', null), eb('initiative_id', '=', asked.initiative_id)]),
          )
          .orderBy('id')
          .executeTakeFirst();
  return row ? { ...row, kind: row.kind as BodyKind } : null;
}

/** How many may vote in a body on a date; null for the general assembly, where each member has a vote without a seat. */
async function countVotingSeats(
  db: Db,
  body: { id: string; kind: BodyKind },
  on: string,
): Promise<number | null> {
  if (body.kind === 'general-assembly') return null;
  const { n } = await db
    .selectFrom('seats')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('body_id', '=', body.id)
    .where('voting', '=', true)
    .where('from_on', '<=', on)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', on)]))
    .executeTakeFirstOrThrow();
  return Number(n);
}

async function problemsWith(
  db: Db,
  asked: Case,
  input: DecisionInput,
  kind: DecisionKind,
  today: string,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const say = (path: string, da: string, en: string) => problems.push({ path, says: { da, en } });
  if (asked.status !== 'waiting')
    say('', 'Sagen venter ikke på en beslutning.', 'The case does not wait for a decision.');
  const fitting = outcomesOf(kind, asked.returns_to_body_id !== null);
  if (!fitting.includes(input.outcome)) {
    say(
      'outcome',
      `Udfaldet passer ikke til sagen. Vælg et af: ${fitting.map((each) => outcomes[each].da).join(', ')}.`,
      `The outcome does not fit the case. Choose one of: ${fitting.map((each) => outcomes[each].en).join(', ')}.`,
    );
  }
  if (kind === 'placement' && asked.target_level === null && input.outcome === 'approved')
    say(
      'outcome',
      'Vælg niveauet med »Indplacér på et niveau«; så er sagen besvaret.',
      'Choose the level with “Place at a level”; that answers the case.',
    );
  if (input.decidedOn > today) say('decidedOn', 'Datoen ligger i fremtiden.', 'The date lies in the future.');
  if (input.outcome === 'sent-back' && input.points.length === 0)
    say('points', 'Skriv mindst ét punkt, der skal besvares.', 'Give at least one point to be answered.');
  if (
    input.outcome === 'postponed' &&
    (input.postponedUntil === undefined || input.postponedUntil <= input.decidedOn)
  ) {
    say('postponedUntil', 'Angiv en dato efter beslutningen.', 'Give a date after the decision.');
  }
  if (input.outcome === 'approved-with-conditions' && input.conditions.length === 0)
    say('conditions', 'Vælg mindst én betingelse.', 'Choose at least one condition.');
  if (input.outcome === 'referred') {
    const known =
      input.referredTo === undefined
        ? undefined
        : await db
            .selectFrom('bodies')
            .select('id')
            .where('id', '=', input.referredTo)
            .where('closed_on', 'is', null)
            .executeTakeFirst();
    if (!known)
      say('referredTo', 'Vælg det organ, sagen henvises til.', 'Choose the body the case is referred to.');
    else if (known.id === asked.awaits_body_id)
      say('referredTo', 'Sagen ligger allerede hos dette organ.', 'The case already lies with this body.');
  }
  return problems;
}
