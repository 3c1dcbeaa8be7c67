import type { BallotRule } from '../../../rulebook/ballot.ts';
import { refuse } from '../../../rulebook/refuse.ts';
import type { Refusal } from '../../../rulebook/rule.ts';
import { statutesInForce } from '../../../rulebook/statutes/editions.ts';
import {
  meetingRules,
  type MeetingRules,
  type RuleSource,
} from '../../../rulebook/statutes/meeting-rules.ts';
import type { DecisionKind, Text } from '../../../rulebook/vocabulary.ts';
import { levelOf, rightFor } from '../../cases/plan.ts';
import type { Db } from '../../db/client.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { dayOf, type Item, type Meeting } from '../load.ts';
import type { BallotForm, BallotPurpose } from './ballot.ts';
import { quorumOf, type Electorate } from './electorate.ts';

/** The rules the body met by on the day of a meeting: statutes first, then the edition. */
export const rulesOf = (meeting: Meeting): MeetingRules =>
  meetingRules(editionOf(meeting.edition), statutesInForce(dayOf(meeting)), meeting.body.kind);

/** Where a rule of the meeting stands; the body's own rule where the reading is ours. */
function cited(meeting: Meeting, source: RuleSource | null): Pick<RuleSource, 'rule' | 'source'> {
  if (source) return source;
  const edition = editionOf(meeting.edition);
  const rule = edition.bodies.find((each) => each.kind === meeting.body.kind);
  return {
    rule: `body.${meeting.body.kind}`,
    source: { edition: edition.id, ...(rule?.source ?? edition.document) },
  };
}

/** A refusal that rests on how the body meets. */
export const refuseBy = (
  meeting: Meeting,
  source: RuleSource | null,
  says: Text,
  because: Text,
  cure: Text,
): Refusal => {
  const found = cited(meeting, source);
  return { rule: found.rule, says, source: found.source, because, cure };
};

/** A refusal by a rule of the software's own, named after what it keeps in order. */
export const refuseByFaelled = (
  meeting: Meeting,
  rule: string,
  says: Text,
  because: Text,
  cure: Text,
): Refusal =>
  refuse(
    editionOf(meeting.edition),
    { id: rule, says, source: { document: 'Fælled', section: 'Møder' } },
    because,
    cure,
  );

export interface Asked {
  readonly form: BallotForm;
  readonly purpose: BallotPurpose;
  readonly majority?: 'simple' | 'two-thirds' | undefined;
  /** An election: a lot settles a tie, as the meeting has agreed before it votes. */
  readonly lot: boolean;
}

export interface ChosenRule extends BallotRule {
  readonly rule: string;
  readonly edition: string;
}

/**
 * The rule a box is counted by. The majority is that of the case's decision right, else what the meeting asks for. Two
 * thirds are counted of all present (statutes §9.1). A secret vote has no casting vote: it would tell how the chair voted.
 */
export async function chooseRule(
  db: Db,
  meeting: Meeting,
  item: Pick<Item, 'case_id'>,
  asked: Asked,
  { electors, seats }: Electorate,
): Promise<ChosenRule> {
  const rules = rulesOf(meeting);
  const right = item.case_id === null ? null : await rightOfCase(db, item.case_id);
  const majority =
    asked.purpose === 'election' ? 'simple' : (right?.majority ?? asked.majority ?? rules.majority);
  const standing = cited(meeting, rules.sources.majority);
  return {
    majority,
    base: majority === 'two-thirds' ? 'present' : rules.base,
    tie: tieOf(rules.tie, asked),
    quorum: meeting.kind === 'written' ? 0 : quorumOf(rules, seats),
    written: meeting.kind === 'written',
    allWeight: Math.max(
      seats - electors.filter((each) => each.recused).length,
      electors.reduce((sum, each) => sum + (each.recused ? 0 : each.weight), 0),
    ),
    rule: right?.rule ?? standing.rule,
    edition: right?.edition ?? standing.source.edition,
  };
}

function tieOf(tie: BallotRule['tie'], { form, purpose, lot }: Asked): BallotRule['tie'] {
  if (purpose === 'election' && lot) return 'lot';
  return form === 'secret' && tie === 'chair-decides' ? 'falls' : tie;
}

/** What the edition says of who decides a case. */
async function rightOfCase(db: Db, caseId: string) {
  const row = await db
    .selectFrom('cases as c')
    .leftJoin('initiatives as i', 'i.id', 'c.initiative_id')
    .select(['c.kind', 'c.edition', 'c.target_level', 'i.level'])
    .where('c.id', '=', caseId)
    .executeTakeFirstOrThrow();
  const edition = editionOf(row.edition);
  const right = rightFor(edition, row.kind as DecisionKind, levelOf(row, row.level, edition));
  return { majority: right.majority, rule: right.id, edition: edition.id };
}
