import { z } from 'zod';
import type { Deed } from '../../deeds/deed.ts';
import { defineQuery, type Query } from '../../deeds/query.ts';
import { id } from '../../lib/inputs.ts';
import { resultTold } from './ballot.ts';
import { ballotAnswer } from './answers.ts';
import { castVote } from './commands/cast-vote.ts';
import { cancelBallot, closeBallot, recordCount } from './commands/close-ballot.ts';
import { openBallot } from './commands/open-ballot.ts';
import { ballotFor } from './queries.ts';

/** What can be done with decision boxes. */
export const ballotDeeds: readonly Deed[] = [openBallot, castVote, recordCount, closeBallot, cancelBallot];

export const ballotQueries: readonly Query[] = [
  defineQuery({
    name: 'get-ballot',
    title: { da: 'En afstemning', en: 'A vote' },
    path: '/ballots/:id',
    params: z.object({ id: id() }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: ballotAnswer,
    run: async ({ db, params, actor }) => {
      const { ballot, item, meeting, choices, entitled, voted, says, warning, mine, votes } = await ballotFor(
        db,
        params.id,
        actor,
      );
      return {
        id: ballot.id,
        number: ballot.number,
        question: ballot.question,
        form: ballot.form,
        purpose: ballot.purpose,
        item: { id: item.id, number: item.number, title: item.title, meeting: meeting.number },
        rule: ballot.rule,
        edition: ballot.edition,
        entitled,
        voted,
        openedAt: ballot.opened_at,
        closesAt: ballot.closes_at,
        closedAt: ballot.closed_at,
        cancelledReason: ballot.cancelled_reason,
        says,
        warning,
        choices,
        result: ballot.result && resultTold(ballot.result, says),
        mine,
        votes,
      };
    },
  }),
];
