import { LinkButton } from '../../../web/components/button.tsx';
import { Section } from '../../../web/components/heading.tsx';
import { Written } from '../../../web/components/written.tsx';
import type { Html } from '../../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../../web/page.ts';
import type { BallotDetails } from '../queries.ts';
import { ballotWords } from '../words.ts';
import { BallotSays, BallotTag } from './ballot.tsx';

/** Votes, each with its sentence and the way to it: those taken on an item, or those under way. Nothing where none was. */
export function ItemBallots({
  page,
  ballots,
  underWay = false,
}: {
  page: Page;
  ballots: readonly BallotDetails[];
  underWay?: boolean;
}): Html {
  const w = ballotWords(page.lang);
  if (ballots.length === 0) return <></>;
  return (
    <Section title={underWay ? w.underWay : w.titles} id="votes">
      {ballots.map((details) => (
        <Section
          title={<Written>{details.ballot.question}</Written>}
          level={3}
          card
          actions={
            <LinkButton
              href={page.href(`/ballots/${details.ballot.id}`)}
              small
              variant={details.mine?.mayVote ? 'primary' : 'secondary'}
            >
              {details.mine?.mayVote ? w.voteNow : w.seeVote}
              <span class="sr-only">
                : <Written>{details.ballot.question}</Written>
              </span>
            </LinkButton>
          }
        >
          <div class="tags">
            <BallotTag page={page} details={details} />
          </div>
          <BallotSays page={page} details={details} />
        </Section>
      ))}
    </Section>
  );
}
