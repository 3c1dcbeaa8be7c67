import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { edition2025 } from '../2025/index.ts';
import { editions } from '../editions.ts';
import type { BodyRule, CompositionRule } from '../rule.ts';
import type { BodyKind } from '../vocabulary.ts';
import { statutesEditions } from './editions.ts';
import { meetingRules } from './meeting-rules.ts';
import { setting } from './read.ts';

const body = (kind: BodyKind) => edition2025.bodies.find((each) => each.kind === kind) as BodyRule;
const seats = (id: string) =>
  (edition2025.composition.find((each) => each.id === id) as CompositionRule).rule;

describe('statutes and rulebook say the same', () => {
  for (const statutes of statutesEditions) {
    test(`of ${statutes.id} on quorum and tie of the board`, () => {
      const quorum = setting(statutes, 'board.quorum')?.value;
      const tie = setting(statutes, 'board.tie')?.value;
      assert.ok(quorum && tie);
      assert.equal(body('board').quorumPercent, (quorum.part * 100) / quorum.of);
      assert.equal(body('board').tie, tie);
    });

    test(`of ${statutes.id} on the size of the board and who sits there`, () => {
      const smallest = setting(statutes, 'board.smallest')?.value;
      if (statutes.textKnown) {
        assert.deepEqual(seats('composition.board-size'), { kind: 'at-least', n: smallest, voting: true });
        assert.equal(body('board').minimumVoting, smallest);
      } else assert.equal(smallest, undefined);
      assert.equal(setting(statutes, 'board.seats-of-a-member')?.value, 1);
      assert.equal(seats('composition.board-one-per-member').kind, 'one-seat-per-organisation');
    });

    test(`of ${statutes.id} on a general assembly without a quorum, where a tie falls`, () => {
      assert.equal(setting(statutes, 'assembly.quorum'), null);
      assert.deepEqual(
        [body('general-assembly').quorumPercent, body('general-assembly').tie],
        [null, 'falls'],
      );
    });
  }

  for (const edition of editions)
    test(`whatever body of the rulebook of ${edition.id} is asked, a value is of one of them and never of neither`, () => {
      for (const statutes of statutesEditions)
        for (const each of edition.bodies) {
          const rules = meetingRules(edition, statutes, each.kind);
          const said = rules.quorumPercent !== null;
          assert.equal(rules.sources.quorum !== null, said, `${each.kind} ${statutes.id}`);
          const own = statutes.rules.some(({ id }) => id === rules.sources.quorum?.rule);
          if (said && !own) assert.equal(rules.quorumPercent, each.quorumPercent);
        }
    });
});
