import { after, noticeDeadlines } from './deadlines.ts';
import { onElection, substituteTerm } from './elections.ts';
import { inSeason } from './lateness.ts';
import { boardQuorum, carries, extraordinaryThreshold, majorityFor } from './majority.ts';
import { feePercent, leftOn, regulatedFee, votesOf } from './members.ts';
import { setting } from './read.ts';
import type { Answer, Question, Statutes } from './statute.ts';

/** What the statutes answer to a small situation: the examples of every rule are checked by it. Null where they are silent. */
export function answer(statutes: Statutes, question: Question): Answer {
  switch (question.asks) {
    case 'votes':
      return votesOf(statutes, question.employees);
    case 'left-on':
      return leftOn(statutes, question.registeredOn);
    case 'fee-percent':
      return feePercent(statutes, question.joinedOn);
    case 'indexed-fee':
      return regulatedFee(statutes, question.fee, question.newIndex, question.oldIndex);
    case 'board-complete': {
      const smallest = setting(statutes, 'board.smallest')?.value ?? null;
      return smallest === null ? null : question.members >= smallest;
    }
    case 'board-seats': {
      const most = setting(statutes, 'board.seats-of-a-member')?.value ?? null;
      return most === null ? null : question.ofOneMember <= most;
    }
    case 'board-quorum':
      return boardQuorum(statutes, question.members);
    case 'board-can-decide': {
      const needed = boardQuorum(statutes, question.members);
      return needed === null ? null : question.present >= needed;
    }
    case 'carries': {
      const asked = majorityFor(statutes, question.question);
      if (asked === null) return null;
      const chair = question.chairFor === undefined ? null : question.chairFor ? 'for' : 'against';
      return carries(asked, { ...question, chair });
    }
    case 'on-election': {
      const { rule, standing } = onElection(
        statutes,
        [{ person: '', role: question.role, electedIn: question.electedIn }],
        question.year,
      );
      return rule === null ? null : standing.length === 1;
    }
    case 'substitute-until':
      return substituteTerm(statutes, question.electedIn, question.stepsInOn)?.until ?? null;
    case 'in-season': {
      const months = setting(statutes, 'assembly.months')?.value ?? null;
      return months === null ? null : inSeason(months, question.meeting);
    }
    case 'last-day':
      return noticeDeadlines(statutes, question.kind, question.meeting)[question.of]?.on ?? null;
    case 'in-time': {
      const last = noticeDeadlines(statutes, question.kind, question.meeting)[question.of]?.on ?? null;
      return last === null ? null : question.done <= last;
    }
    case 'held-in-time': {
      const within = setting(statutes, 'extraordinary.held-within')?.value ?? null;
      return within === null ? null : question.meeting <= after(question.treatedOn, within);
    }
    case 'members-needed':
      return extraordinaryThreshold(statutes, question.members);
  }
}
