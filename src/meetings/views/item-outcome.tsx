import type { Html } from '../../web/jsx/jsx-runtime.ts';
import { LiveLine } from '../live/live-line.tsx';
import type { Page } from '../../web/page.ts';
import type { BallotDetails } from '../ballots/queries.ts';
import { ItemBallots } from '../ballots/views/item-ballots.tsx';
import type { DecisionDetails } from '../decisions/queries.ts';
import { ItemDecisions } from '../decisions/views/decision.tsx';

/** What has come of an item: its votes, then its decisions. */
export function ItemOutcome({
  page,
  follows,
  elections,
  ballots,
  decisions,
}: {
  page: Page;
  /** Number of the meeting while it runs, to follow it. */
  follows: number | null;
  /** Who stands for election. */
  elections: Html;
  ballots: readonly BallotDetails[];
  decisions: readonly DecisionDetails[];
}): Html {
  return (
    <>
      {follows !== null && <LiveLine page={page} meeting={follows} />}
      {elections}
      <ItemBallots page={page} ballots={ballots} />
      <ItemDecisions page={page} decisions={decisions} />
    </>
  );
}
