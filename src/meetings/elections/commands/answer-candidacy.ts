import { z } from 'zod';
import { defineDeed, type Doing } from '../../../deeds/deed.ts';
import { id } from '../../../lib/inputs.ts';
import { lockItem } from '../../load.ts';
import { openStatuses } from '../../meeting.ts';
import { agendaClosed } from '../../refusals.ts';
import { candidacyAnswer } from '../answers.ts';
import { aboutCandidacy, candidacyBy, candidacyFacts, scopeOfCandidacy } from '../load.ts';
import { electionPermissions } from '../permissions.ts';

const common = {
  answers: candidacyAnswer,
  params: z.object({ id: id() }),
  input: z.object({}),
  fields: [],
  scope: scopeOf,
  about: aboutOf,
} as const;

function scopeOf(db: Parameters<typeof scopeOfCandidacy>[0], params: { readonly id: string }) {
  return scopeOfCandidacy(db, params.id);
}
function aboutOf(db: Parameters<typeof aboutCandidacy>[0], params: { readonly id: string }) {
  return aboutCandidacy(db, params.id);
}

/** The candidate agrees to stand: oneself, or as told to the one who keeps the meeting. */
export const acceptCandidacy = defineDeed({
  ...common,
  name: 'accept-candidacy',
  title: { da: 'Sig ja til at stille op', en: 'Agree to stand' },
  explains: { da: 'Så kommer navnet på stemmesedlen.', en: 'Then the name comes on the ballot.' },
  done: { da: 'Kandidaten stiller op.', en: 'The candidate stands.' },
  api: { method: 'POST', path: '/candidacies/:id/acceptance' },
  form: '/candidacies/:id/accept',
  grounds: electionPermissions['accept-candidacy'],
  run: (doing) => answer(doing, 'accepted_at'),
});

/** A candidacy is withdrawn. A vote that is open already is counted with the name on it. */
export const withdrawCandidacy = defineDeed({
  ...common,
  name: 'withdraw-candidacy',
  title: { da: 'Træk kandidaturet tilbage', en: 'Withdraw the candidacy' },
  explains: {
    da: 'Navnet kommer ikke på stemmesedlen. En afstemning, der er åbnet, må aflyses først.',
    en: 'The name does not come on the ballot. A vote that is open must be called off first.',
  },
  done: { da: 'Kandidaturet er trukket tilbage.', en: 'The candidacy is withdrawn.' },
  api: { method: 'POST', path: '/candidacies/:id/withdrawal' },
  form: '/candidacies/:id/withdraw',
  grounds: electionPermissions['withdraw-candidacy'],
  run: (doing) => answer(doing, 'withdrawn_at'),
});

/** Writes the candidate's answer while the meeting is not over and no vote is open on the candidacy. */
async function answer(
  { tx, params, now }: Pick<Doing<{ id: string }, unknown>, 'tx' | 'params' | 'now'>,
  what: 'accepted_at' | 'withdrawn_at',
) {
  const { item, meeting } = await lockItem(tx, (await candidacyBy(tx, params.id)).item_id);
  if (!openStatuses.includes(meeting.status)) return { refused: [agendaClosed(meeting)] };
  const before = await candidacyBy(tx, params.id);
  const problem = (da: string, en: string) => ({ problems: [{ path: '', says: { da, en } }] });
  if (before.withdrawn_at !== null)
    return problem('Kandidaturet er trukket tilbage.', 'The candidacy is withdrawn.');
  if (what === 'accepted_at' && before.accepted_at !== null)
    return problem('Kandidaten har allerede sagt ja.', 'The candidate has agreed already.');
  const voted = await tx
    .selectFrom('ballot_choices as c')
    .innerJoin('ballots as b', 'b.id', 'c.ballot_id')
    .select('b.id')
    .where('c.candidacy_id', '=', before.id)
    .where('b.cancelled_reason', 'is', null)
    .executeTakeFirst();
  if (voted)
    return problem('Der stemmes allerede om kandidaturet.', 'The candidacy is being voted on already.');
  await tx
    .updateTable('candidacies')
    .set({ [what]: now })
    .where('id', '=', before.id)
    .execute();
  const after = candidacyFacts({ ...before, [what]: now });
  return {
    output: after,
    subject: { kind: 'agenda-item', id: item.id },
    initiativeId: meeting.body.initiativeId,
    before: { candidacy: candidacyFacts(before) },
    after: { candidacy: after },
    next: `/meetings/${meeting.number}/items/${item.number}#candidates`,
  } as const;
}
