import { isClaimed } from '../../rulebook/judge.ts';
import type { Edition, Requirement } from '../../rulebook/rule.ts';
import type { Voice } from '../../rulebook/vocabulary.ts';
import type { Db, Tx } from '../db/client.ts';
import { notFound } from '../deeds/failure.ts';
import { keptFile } from '../files/kept-files.ts';
import type { Actor } from '../people/actor.ts';
import type { Scope } from '../people/grounds.ts';
import { initiativeBy, type Initiative } from '../portfolio/load.ts';
import { editionOf } from '../rules/edition-of.ts';

const requirementNamed = { da: 'Kravet', en: 'requirement' };
const evidenceNamed = { da: 'Dokumentationen', en: 'evidence' };
const questionNamed = { da: 'Spørgsmålet', en: 'question' };

/** A requirement of the edition an initiative lives under. */
export interface Place {
  readonly edition: Edition;
  readonly requirement: Requirement;
  /** Only registered facts answer it; nobody gives a verdict on it. */
  readonly computed: boolean;
}

/**
 * The requirement an address names.
 * @throws Failure `not-found` when the initiative's edition has no such requirement
 */
export function placeOf(initiative: Pick<Initiative, 'edition'>, id: string): Place {
  const edition = editionOf(initiative.edition);
  const requirement = Object.hasOwn(edition.requirements, id) ? edition.requirements[id] : undefined;
  if (!requirement) throw notFound(requirementNamed);
  return { edition, requirement, computed: !isClaimed(requirement) };
}

/** Whoever registered an idea speaks for it until it is a project. */
const speaksFor = (initiative: Initiative): Scope => ({
  initiativeId: initiative.id,
  registeredBy: ['idea', 'concept'].includes(initiative.stage) ? initiative.registered_by : null,
});

/**
 * What the right to speak on a requirement depends on.
 * @throws Failure `not-found` for an unknown initiative or requirement
 */
export async function scopeOfRequirement(
  db: Db,
  { id, requirement }: { id: string; requirement: string },
): Promise<Scope> {
  const initiative = await initiativeBy(db, id);
  placeOf(initiative, requirement);
  return speaksFor(initiative);
}

export const keyOf = (initiative: Pick<Initiative, 'id' | 'edition'>, requirement: string, voice: Voice) => ({
  initiative_id: initiative.id,
  edition: initiative.edition,
  requirement,
  voice,
});
export type AssessmentKey = ReturnType<typeof keyOf>;

/** What one voice says about one requirement now; undefined when it has not spoken. */
export const assessmentAt = (db: Db, key: AssessmentKey) =>
  db
    .selectFrom('assessments')
    .selectAll()
    .where('initiative_id', '=', key.initiative_id)
    .where('edition', '=', key.edition)
    .where('requirement', '=', key.requirement)
    .where('voice', '=', key.voice)
    .executeTakeFirst();

/** The links and files behind what one voice says, the oldest first. */
export const evidenceAt = (db: Db, key: AssessmentKey) =>
  db
    .selectFrom('evidence')
    .selectAll()
    .where('initiative_id', '=', key.initiative_id)
    .where('edition', '=', key.edition)
    .where('requirement', '=', key.requirement)
    .where('voice', '=', key.voice)
    .orderBy('added_at')
    .orderBy('id')
    .limit(maximumEvidence)
    .execute();

/** The most links and files behind one assessment. */
export const maximumEvidence = 50;

/**
 * One link or file.
 * @throws Failure `not-found`
 */
export async function evidenceBy(db: Db, id: string) {
  const row = await db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound(evidenceNamed);
  return { ...row, voice: row.voice as Voice };
}

/**
 * The file behind a piece of evidence, for a reader who may have it.
 * @throws Failure `not-found` when there is none, or it is closed to the reader
 */
export async function evidenceFile(db: Db, id: string, actor: Actor | null) {
  const row = await evidenceBy(db, id);
  if (row.file_hash === null || !mayFetch(row, actor)) throw notFound(evidenceNamed);
  return keptFile(db, row.file_hash, row.file_name);
}

/** Closed files are for the initiative's own people, the secretariat and the board; all others are for everybody. */
export const mayFetch = (
  row: { readonly restricted: boolean; readonly initiative_id: string },
  actor: Actor | null,
): boolean =>
  !row.restricted ||
  (actor?.mandates ?? []).some(
    (m) =>
      m.initiativeId === row.initiative_id ||
      (m.kind === 'seat' && (m.bodyKind === 'secretariat' || (m.bodyKind === 'board' && m.voting))),
  );

/**
 * What the right to change a piece of evidence depends on.
 * @throws Failure `not-found`
 */
export async function scopeOfEvidence(db: Db, { id }: { id: string }): Promise<Scope> {
  return speaksFor(await initiativeBy(db, (await evidenceBy(db, id)).initiative_id));
}

/**
 * A question about a requirement.
 * @throws Failure `not-found`
 */
export async function questionBy(db: Db, id: string) {
  const row = await db
    .selectFrom('requirement_questions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound(questionNamed);
  return row;
}

/** The same, locked until the transaction ends. */
export async function lockQuestion(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('requirement_questions')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound(questionNamed);
  return row;
}
