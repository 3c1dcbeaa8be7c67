import { forecast } from '../../rulebook/forecast.ts';
import { rightInWords } from '../../rulebook/in-words.ts';
import { lineById } from '../../rulebook/judge.ts';
import { decidesOnLines, gapsAt } from '../../rulebook/may-decide.ts';
import type { DecisionRight, Edition, MissingLine, Target } from '../../rulebook/rule.ts';
import type { DecisionKind, Text } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { dateIn } from '../lib/time.ts';
import { editionOf } from '../rules/edition-of.ts';
import { standingOf } from '../rules/standing.ts';
import type { Effect } from './effects.ts';
import { describeEffect } from './describe-effect.ts';
import type { Case } from './load.ts';
import { levelOf, rightFor, stageAsked } from './plan.ts';
import { caseDetails, type decisionsOf } from './queries.ts';
import type { Receipt } from './receipt.ts';

/** What is missing for what a case asks, each line with the name people know it by. */
export interface Gap extends MissingLine {
  readonly label: Text;
}

export interface CaseReading {
  readonly row: Awaited<ReturnType<typeof caseDetails>>;
  readonly edition: Edition;
  readonly right: DecisionRight;
  readonly rightSays: Text;
  /** Null where the case does not ask for lines to stand. */
  readonly asks: { readonly target: Target; readonly gaps: readonly Gap[] } | null;
  /** When it was last sent back, and what must be answered. */
  readonly sentBack: { readonly on: string; readonly points: readonly string[] } | null;
  readonly decisions: readonly DecisionReading[];
}

export interface DecisionReading {
  readonly row: Awaited<ReturnType<typeof decisionsOf>>[number];
  readonly edition: Edition;
  readonly effects: readonly Text[];
  readonly conditions: readonly Text[];
  readonly points: readonly string[];
  readonly receipt: Receipt;
}

/** A decision as it is read: its effects and conditions as sentences of its own edition. */
export function readDecision(row: DecisionReading['row']): DecisionReading {
  const edition = editionOf(row.edition);
  return {
    row,
    edition,
    effects: (row.effects as unknown as readonly Effect[]).map((effect) => describeEffect(effect, edition)),
    conditions: (row.conditions as unknown as readonly string[]).map(
      (rule) => lineById(edition, rule)?.label ?? { da: rule, en: rule },
    ),
    points: row.points as unknown as readonly string[],
    receipt: row.receipt as unknown as Receipt,
  };
}

/** Everything the page of a case shows, by the edition the case was opened under. */
export async function readCase(db: Db, { id, ...asked }: Case, today: string): Promise<CaseReading> {
  const edition = editionOf(asked.edition);
  const kind = asked.kind as DecisionKind;
  const [row, standing] = await Promise.all([
    caseDetails(db, id),
    asked.initiative_id ? standingOf(db, asked.initiative_id, edition, today) : null,
  ]);
  const level = levelOf(asked, standing?.level ?? null, edition);
  const right = rightFor(edition, kind, level);
  const open = asked.status === 'draft' || asked.status === 'waiting';
  const points = row.points as unknown as readonly string[];
  const last = row.decisions.find((decision) => decision.outcome === 'sent-back');
  return {
    row,
    edition,
    right,
    rightSays: rightInWords(edition, right),
    asks:
      open && standing && decidesOnLines.includes(kind)
        ? asksOf(edition, kind, standing, level, today)
        : null,
    sentBack:
      asked.status === 'draft' && points.length > 0
        ? { on: last?.decided_on ?? dateIn(Temporal.Instant.from(asked.asked_at)), points }
        : null,
    decisions: row.decisions.map(readDecision),
  };
}

/** What is missing, by the same judge that decides whether the body may approve. */
function asksOf(
  edition: Edition,
  kind: DecisionKind,
  standing: Awaited<ReturnType<typeof standingOf>>,
  level: string,
  today: string,
): CaseReading['asks'] {
  const target = { stage: stageAsked(kind, standing.stage), level };
  const gaps = new Set(gapsAt(edition, standing, target, today).map((line) => line.id));
  const { missing } = forecast(edition, standing, target, today);
  return {
    target,
    gaps: missing
      .filter((line) => gaps.has(line.rule))
      .map((line) => ({ ...line, label: lineById(edition, line.rule)?.label ?? line.says })),
  };
}
