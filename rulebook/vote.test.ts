import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { editionById } from './editions.ts';
import type { BodyRule, DecisionRight, Edition } from './rule.ts';
import type { Outcome } from './vocabulary.ts';
import { voteRefusals } from './vote.ts';

const edition = editionById('2025') as Edition;
const board: BodyRule = {
  ...(edition.bodies.find((body) => body.kind === 'board') as BodyRule),
  quorumPercent: 50,
  tie: 'falls',
};
const right = edition.decisionRights.find((each) => each.kind === 'approval') as DecisionRight;

interface Vote {
  readonly says: string;
  readonly outcome: Outcome;
  readonly votes: readonly [forIt: number, against: number, abstaining: number];
  readonly seats?: number | null;
  readonly body?: BodyRule;
  readonly majority?: DecisionRight['majority'];
  readonly refused: readonly string[];
}

const table: readonly Vote[] = [
  { says: 'four for and three against carry', outcome: 'approved', votes: [4, 3, 0], refused: [] },
  {
    says: 'more against than for do not',
    outcome: 'approved',
    votes: [3, 4, 0],
    refused: ['board.majority'],
  },
  {
    says: 'a tie falls where no rule breaks it',
    outcome: 'approved',
    votes: [3, 3, 1],
    refused: ['board.majority'],
  },
  {
    says: 'a tie carries where the chair decides it',
    outcome: 'approved',
    votes: [3, 3, 1],
    body: { ...board, tie: 'chair-decides' },
    refused: [],
  },
  {
    says: 'nobody for is no tie, even where the chair decides it',
    outcome: 'approved',
    votes: [0, 0, 4],
    body: { ...board, tie: 'chair-decides' },
    refused: ['board.majority'],
  },
  { says: 'a lost vote can be recorded as rejected', outcome: 'rejected', votes: [3, 4, 0], refused: [] },
  {
    says: 'eight votes on seven seats are one too many',
    outcome: 'approved',
    votes: [8, 0, 0],
    refused: ['board.votes'],
  },
  {
    says: 'three of seven are too few to decide',
    outcome: 'approved',
    votes: [3, 0, 0],
    refused: ['board.quorum'],
  },
  { says: 'four of seven are enough', outcome: 'approved', votes: [4, 0, 0], refused: [] },
  { says: 'too few may not reject either', outcome: 'rejected', votes: [0, 3, 0], refused: ['board.quorum'] },
  { says: 'too few may postpone', outcome: 'postponed', votes: [0, 0, 0], refused: [] },
  { says: 'too few may refer', outcome: 'referred', votes: [1, 0, 0], refused: [] },
  { says: 'too few may take note', outcome: 'noted', votes: [0, 0, 0], refused: [] },
  {
    says: 'an edition without a quorum asks for none',
    outcome: 'approved',
    votes: [1, 0, 0],
    body: { ...board, quorumPercent: null },
    refused: [],
  },
  {
    says: 'an assembly has no list of seats to count',
    outcome: 'approved',
    votes: [40, 2, 1],
    seats: null,
    refused: [],
  },
  {
    says: 'four of six present are two thirds',
    outcome: 'approved',
    votes: [4, 1, 1],
    majority: 'two-thirds',
    refused: [],
  },
  {
    says: 'abstaining counts against two thirds',
    outcome: 'approved',
    votes: [4, 1, 2],
    majority: 'two-thirds',
    refused: ['board.majority'],
  },
];

describe('a vote', () => {
  for (const each of table)
    test(each.says, () => {
      const [forIt, against, abstaining] = each.votes;
      const refusals = voteRefusals(
        '2025',
        each.body ?? board,
        { ...right, majority: each.majority ?? 'simple' },
        each.outcome,
        { for: forIt, against, abstaining },
        each.seats === undefined ? 7 : each.seats,
      );
      assert.deepEqual(
        refusals.map((refusal) => refusal.rule),
        each.refused,
      );
      for (const { says, because, cure } of refusals)
        for (const text of [says, because, cure]) assert.ok(text.da !== text.en && text.da.endsWith('.'));
    });
});
