import { z } from 'zod';
import type { Deed } from '../../deeds/deed.ts';
import { formParts } from '../../deeds/forms.tsx';
import { mayDo } from '../../deeds/perform.ts';
import { id } from '../../lib/inputs.ts';
import { definePage, type PageContext, type PageSpec } from '../../web/pages.ts';
import { isCastHere } from './ballot.ts';
import { castVote, receiptFrom } from './commands/cast-vote.ts';
import { cancelBallot, closeBallot, recordCount } from './commands/close-ballot.ts';
import { ballotFor, receiptHolds, type BallotDetails } from './queries.ts';
import { BallotView } from './views/ballot.tsx';

const ballotPage = definePage({
  path: '/ballots/:id',
  params: z.object({ id: id() }),
  query: z.object({ receipt: z.string().max(60).optional() }),
  grounds: ['anyone'],
  carries: castVote.name,
  run: async (cx) => {
    const { db, page, params, query, actor, carried } = cx;
    const details = await ballotFor(db, params.id, actor);
    const { ballot, item, meeting } = details;
    return {
      title: ballot.question,
      breadcrumb: [
        { href: `/meetings/${meeting.number}/items/${item.number}`, label: `${item.number}. ${item.title}` },
      ],
      body: BallotView({
        page,
        details,
        vote: details.mine?.mayVote ? (carried?.fields ?? (await voteForm(cx, ballot.id))) : null,
        messages: carried?.messages ?? null,
        may: await mayOn(cx, details),
        receipt:
          query.receipt === undefined
            ? null
            : {
                typed: query.receipt,
                holds: await receiptHolds(db, ballot.id, receiptFrom(query.receipt)),
              },
      }),
    };
  },
});

const voteForm = async (cx: Pick<PageContext<unknown, unknown>, 'app' | 'page' | 'actor'>, ballot: string) =>
  (await formParts(cx.app, castVote, cx, { id: ballot }, { values: {} }, `/ballots/${ballot}/vote`)).fields;

/** What the reader may do with the box while it is open. */
async function mayOn(
  { db, page, actor }: Pick<PageContext<unknown, unknown>, 'db' | 'page' | 'actor'>,
  { ballot }: BallotDetails,
) {
  if (ballot.closed_at !== null) return [];
  const deeds: readonly (readonly [Deed, string])[] = [
    isCastHere(ballot.form) ? [closeBallot, 'close'] : [recordCount, 'count'],
    [cancelBallot, 'cancel'],
  ];
  const may = await Promise.all(deeds.map(([deed]) => mayDo(db, deed, { id: ballot.id }, actor)));
  return deeds.flatMap(([deed, at], index) =>
    may[index] === null
      ? []
      : [{ href: page.href(`/ballots/${ballot.id}/${at}`), label: deed.title[page.lang] }],
  );
}

export const ballotPages: readonly PageSpec[] = [ballotPage];
