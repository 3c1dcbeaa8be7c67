import { isClaimed, judgeLine, rankOf } from '../../rulebook/judge.ts';
import type { Edition, Requirement, RequirementId, Standing } from '../../rulebook/rule.ts';
import type { Stage, Verdict, Voice } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { dateIn } from '../lib/time.ts';
import type { Actor } from '../people/actor.ts';
import type { Initiative } from '../portfolio/load.ts';
import { editionOf } from '../rules/edition-of.ts';
import { standingOf } from '../rules/standing.ts';
import { latestConfirmed } from './import-store.ts';
import { buildEvaluationReport } from './evaluation-report.ts';
import { buildGovernanceReport } from './governance-report.ts';
import {
  registeredFrom,
  type Report,
  type ReportInput,
  type ReportQuestion,
  type ReportSaid,
} from './report.ts';

export const reportKinds = ['evaluation', 'governance'] as const;
export type ReportKind = (typeof reportKinds)[number];

const day = (instant: string): string => dateIn(Temporal.Instant.from(instant));

/** A report on an initiative as it stands today. Visitors are not told who checked and reviewed. */
export async function reportOn(
  db: Db,
  initiative: Initiative,
  kind: ReportKind,
  actor: Actor | null,
  today: string,
): Promise<Report> {
  const input = await reportInput(db, initiative, actor, today);
  if (kind === 'governance') return buildGovernanceReport(input);
  const evaluation = await latestConfirmed(db, initiative, 'community');
  return buildEvaluationReport(input, evaluation?.file.wording);
}

async function reportInput(
  db: Db,
  initiative: Initiative,
  actor: Actor | null,
  today: string,
): Promise<ReportInput> {
  const edition = editionOf(initiative.edition);
  const [said, questions, standing, organisation, links] = await Promise.all([
    saidAbout(db, initiative, actor !== null),
    questionsAbout(db, initiative),
    standingOf(db, initiative.id, edition, today),
    initiative.coordinating_organisation_id === null
      ? undefined
      : db
          .selectFrom('organisations')
          .select('name')
          .where('id', '=', initiative.coordinating_organisation_id)
          .executeTakeFirst(),
    db
      .selectFrom('initiative_links')
      .select(['title', 'url'])
      .where('initiative_id', '=', initiative.id)
      .orderBy('kind')
      .orderBy('url')
      .limit(50)
      .execute(),
  ]);
  return {
    edition,
    on: today,
    said,
    questions,
    registered: initiative.stage === 'retired' ? {} : registeredOf(edition, standing, today),
    initiative: {
      name: initiative.name,
      summary: initiative.summary,
      stage: initiative.stage as Stage,
      level: initiative.level,
      address: null,
      facts: [
        ...(organisation
          ? [{ label: { da: 'Koordineres af', en: 'Coordinated by' }, value: organisation.name }]
          : []),
        ...(initiative.licence === ''
          ? []
          : [{ label: { da: 'Licens', en: 'Licence' }, value: initiative.licence }]),
      ],
      links: links.map(({ title, url }) => ({ title: title || url, url })),
    },
  };
}

/** What the registers answer; a requirement above the level held is judged at its own level. */
function registeredOf(edition: Edition, standing: Standing, today: string): ReportInput['registered'] {
  const levelFor = ({ level }: Requirement): string =>
    standing.level !== null && rankOf(edition, standing.level) >= rankOf(edition, level)
      ? standing.level
      : level;
  return registeredFrom(
    Object.values(edition.requirements)
      .filter((requirement) => !isClaimed(requirement))
      .map((requirement) =>
        judgeLine(edition, requirement, standing, { stage: 'product', level: levelFor(requirement) }, today),
      ),
  );
}

async function saidAbout(db: Db, initiative: Initiative, named: boolean): Promise<ReportInput['said']> {
  const [rows, evidence] = await Promise.all([
    db
      .selectFrom('assessments as a')
      .leftJoin('people as c', 'c.id', 'a.checked_by')
      .leftJoin('people as r', 'r.id', 'a.reviewed_by')
      .selectAll('a')
      .select(['c.name as checker', 'r.name as reviewer'])
      .where('a.initiative_id', '=', initiative.id)
      .where('a.edition', '=', initiative.edition)
      .execute(),
    db
      .selectFrom('evidence')
      .select(['requirement', 'voice', 'title', 'url', 'file_name'])
      .where('initiative_id', '=', initiative.id)
      .where('edition', '=', initiative.edition)
      .orderBy('added_at')
      .orderBy('id')
      .limit(5_000)
      .execute(),
  ]);
  const behind = Map.groupBy(evidence, ({ requirement, voice }) => `${requirement}/${voice}`);
  const said: Record<RequirementId, Partial<Record<Voice, ReportSaid>>> = {};
  for (const row of rows)
    (said[row.requirement] ??= {})[row.voice as Voice] = {
      verdict: row.verdict as Verdict,
      asWritten: row.as_written,
      explanation: row.explanation,
      plannedFor: row.planned_for,
      validUntil: row.valid_until,
      checkedOn: row.checked_on,
      checkedBy: named ? row.checker : null,
      reviewedOn: row.reviewed_at === null ? null : day(row.reviewed_at),
      reviewedBy: named ? row.reviewer : null,
      evidence: (behind.get(`${row.requirement}/${row.voice}`) ?? []).map(({ title, url, file_name }) => ({
        title: title || url || file_name || '',
        url,
      })),
    };
  return said;
}

async function questionsAbout(db: Db, initiative: Initiative): Promise<ReportInput['questions']> {
  const rows = await db
    .selectFrom('requirement_questions')
    .select(['requirement', 'question', 'asked_at', 'answer', 'answered_at'])
    .where('initiative_id', '=', initiative.id)
    .where('edition', '=', initiative.edition)
    .orderBy('asked_at')
    .limit(500)
    .execute();
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ requirement }) => requirement)].map(([id, list]) => [
      id,
      list.map((row): ReportQuestion => ({
        question: row.question,
        askedOn: day(row.asked_at),
        answer: row.answer,
        answeredOn: row.answered_at === null ? null : day(row.answered_at),
      })),
    ]),
  );
}
