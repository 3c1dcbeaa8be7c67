import { sql } from 'kysely';
import { z } from 'zod';
import { defineDeed, type Doing } from '../../../deeds/deed.ts';
import { newId } from '../../../lib/id.ts';
import { id, line, oneOf, tick } from '../../../lib/inputs.ts';
import { standingAt } from '../../elections/queries.ts';
import { aboutItem, itemBy, lockItem, scopeOfItem, type Item, type Meeting } from '../../load.ts';
import { notifyMeeting } from '../../live/notify.ts';
import { anyOtherBusiness } from '../../meeting.ts';
import {
  ballotForms,
  ballotPurposes,
  choiceKeys,
  isCastHere,
  majorities,
  resolutionLabels,
} from '../ballot.ts';
import { ballotOpened } from '../answers.ts';
import { electorateOf, type Electorate } from '../electorate.ts';
import { ballotForJournal } from '../journal.ts';
import { destroyKey, keepKey } from '../keys.ts';
import { candidacyOptions, votersOptions } from '../options.ts';
import { ballotPermissions } from '../permissions.ts';
import { notForDecision, notQuorate, notRunning, notUnderAob, oneOpen, takenOff } from '../refusals.ts';
import { chooseRule } from '../rule.ts';
import { makeBoxKeys } from '../seal.ts';

const lines = z
  .preprocess(
    (value) =>
      typeof value === 'string'
        ? value
            .split('\n')
            .map((each) => each.trim())
            .filter((each) => each !== '')
        : value,
    z.array(line(200)).max(50),
  )
  .default([]);

const several = z
  .preprocess(
    (value) => (typeof value === 'string' ? (value === '' ? [] : [value]) : value),
    z.array(id()).max(500),
  )
  .default([]);

const input = z.object({
  question: line(300),
  form: oneOf(ballotForms),
  purpose: oneOf(ballotPurposes).default('resolution'),
  majority: oneOf(majorities).optional(),
  candidacies: several,
  candidates: lines,
  seats: z.coerce.number().int({ error: 'whole-number' }).min(1).max(50).default(1),
  lot: tick(),
  recused: several,
});

/**
 * Opens a decision box on an item: who may vote and the rule it is counted by are frozen now, so that nobody who comes
 * later votes, and no later change of rule counts.
 */
export const openBallot = defineDeed({
  name: 'open-ballot',
  title: { da: 'Åbn en afstemning', en: 'Open a vote' },
  explains: {
    da: 'De stemmeberettigede, der er til stede nu, kan stemme. Hvem det er, og hvad der kræves, ligger fast fra nu af.',
    en: 'Those present now with a vote may vote. Who they are and what it takes is fixed from now on.',
  },
  done: { da: 'Afstemningen er åben.', en: 'The vote is open.' },
  api: { method: 'POST', path: '/agenda-items/:id/ballots', status: 201 },
  answers: ballotOpened,
  form: '/agenda-items/:id/ballots/new',
  params: z.object({ id: id() }),
  input,
  grounds: ballotPermissions['open-ballot'],
  fields: [
    { name: 'question', kind: 'text', label: { da: 'Spørgsmål', en: 'Question' }, required: true },
    {
      name: 'form',
      kind: 'radio',
      label: { da: 'Hvordan stemmes der?', en: 'How is the vote taken?' },
      required: true,
      options: Object.entries(ballotForms).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'purpose',
      kind: 'radio',
      label: { da: 'Hvad stemmes der om?', en: 'What is voted on?' },
      required: true,
      options: Object.entries(ballotPurposes).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'majority',
      kind: 'radio',
      label: { da: 'Flertal', en: 'Majority' },
      hint: { da: 'Vedtægter ændres med to tredjedele.', en: 'Statutes are changed by two thirds.' },
      options: Object.entries(majorities).map(([value, label]) => ({ value, label })),
      onlyWith: ['resolution'],
      shown: async ({ db, params }) => (await itemBy(db, params['id'] ?? '')).case_id === null,
    },
    {
      name: 'candidacies',
      kind: 'checkboxes',
      label: { da: 'Opstillede kandidater', en: 'Nominated candidates' },
      hint: {
        da: 'De valgte får en plads i organet, når beslutningen registreres.',
        en: 'Those elected get a seat in the body when the decision is recorded.',
      },
      options: candidacyOptions,
      onlyWith: ['election'],
      shown: async ({ db, params }) => (await standingAt(db, params['id'] ?? '')).length > 0,
    },
    {
      name: 'candidates',
      kind: 'lines',
      label: {
        da: 'Navne, når valget ikke giver en plads, ét pr. linje',
        en: 'Names where the election gives no seat, one a line',
      },
      hint: { da: 'For eksempel en dirigent.', en: 'The chair of the meeting, for instance.' },
      onlyWith: ['election'],
    },
    {
      name: 'seats',
      kind: 'number',
      label: { da: 'Hvor mange vælges?', en: 'How many are elected?' },
      onlyWith: ['election'],
    },
    {
      name: 'lot',
      kind: 'checkbox',
      label: {
        da: 'Lodtrækning afgør, hvis kandidater står lige',
        en: 'A lot decides among equal candidates',
      },
      onlyWith: ['election'],
    },
    {
      name: 'recused',
      kind: 'checkboxes',
      label: { da: 'Træder til side i dette spørgsmål', en: 'Stands aside in this question' },
      hint: {
        da: 'De tæller hverken med i afstemningen eller i, om nok er til stede.',
        en: 'They count neither in the vote nor in whether enough are present.',
      },
      options: votersOptions,
    },
  ],
  about: (db, { id: item }) => aboutItem(db, item),
  scope: (db, { id: item }) => scopeOfItem(db, item),
  prefill: async (db, { id: itemId }) => {
    const item = await itemBy(db, itemId);
    const conflicts = await db
      .selectFrom('item_conflicts')
      .select('person_id')
      .where('item_id', '=', itemId)
      .execute();
    const standing = await standingAt(db, itemId);
    const stands = standing.filter(({ role }) => role === standing[0]?.role);
    return {
      question: item.title,
      purpose: stands.length > 0 ? 'election' : 'resolution',
      candidacies: stands.map((each) => each.id),
      majority: 'simple',
      seats: '1',
      recused: conflicts.map((row) => row.person_id),
    };
  },
  run: async (doing) => {
    const { tx, params, input: asked, now, app } = doing;
    const { item, meeting } = await lockItem(tx, params.id);
    const standing = await standingAt(tx, item.id);
    const unknown = whichStand(asked, standing);
    if (unknown) return unknown;
    const choices =
      asked.candidacies.length > 0
        ? standing.filter((each) => asked.candidacies.includes(each.id))
        : asked.candidates.map((label) => ({ id: null, label }));
    const electorate = await electorateOf(tx, meeting, asked.recused);
    const wrong = await whatStops(doing, item, meeting, electorate);
    if (wrong) return wrong;
    const rule = await chooseRule(tx, meeting, item, asked, electorate);
    const voting = electorate.electors.filter((each) => !each.recused).length;
    if (voting < Math.max(1, rule.quorum))
      return { refused: [notQuorate(meeting, voting, Math.max(1, rule.quorum))] };
    const keys = asked.form === 'secret' ? makeBoxKeys() : null;
    const ballot = {
      id: newId(),
      item_id: item.id,
      number: await nextNumber(doing, item.id),
      question: asked.question,
      form: asked.form,
      purpose: asked.purpose,
      majority: rule.majority,
      base: rule.base,
      tie: rule.tie,
      seats_to_fill: asked.purpose === 'election' ? asked.seats : null,
      quorum: rule.quorum,
      rule: rule.rule,
      edition: rule.edition,
      written: rule.written,
      all_weight: rule.allWeight,
      public_key: keys?.publicKey ?? null,
      opened_at: now,
      opened_by: doing.actor.id,
      closes_at: meeting.kind === 'written' ? meeting.ends_at : null,
    };
    if (keys) await keepKey(app, ballot.id, keys.privateKey);
    try {
      await tx.insertInto('ballots').values(ballot).execute();
      await tx
        .insertInto('ballot_choices')
        .values(
          choiceKeys(asked.purpose, choices.length).map((key, position) => {
            const choice = Object.hasOwn(resolutionLabels, key) ? undefined : choices[position];
            return {
              ballot_id: ballot.id,
              key,
              position,
              label: choice?.label ?? '',
              candidacy_id: choice?.id ?? null,
            };
          }),
        )
        .execute();
      await tx
        .insertInto('ballot_electors')
        .values(
          electorate.electors.map((each) => ({
            id: newId(),
            ballot_id: ballot.id,
            person_id: each.personId,
            organisation_id: each.organisationId,
            weight: each.weight,
            casting: each.casting,
            recused: each.recused,
          })),
        )
        .execute();
      await notifyMeeting(tx, meeting.id);
    } catch (error) {
      await destroyKey(app, ballot.id);
      throw error;
    }
    return {
      output: {
        id: ballot.id,
        number: ballot.number,
        item: item.id,
        question: ballot.question,
        form: ballot.form,
        purpose: ballot.purpose,
        entitled: voting,
        openedAt: now,
        closesAt: ballot.closes_at,
      },
      subject: { kind: 'ballot', id: ballot.id },
      initiativeId: meeting.body.initiativeId,
      after: ballotForJournal(item, ballot, { entitled: voting }),
      next: isCastHere(ballot.form) ? `/ballots/${ballot.id}` : `/ballots/${ballot.id}/count`,
    };
  },
});

/** What keeps a box from being opened, if anything does. */
async function whatStops(
  { tx, input: asked, now }: Doing<{ id: string }, z.output<typeof input>>,
  item: Item,
  meeting: Meeting,
  electorate: Electorate,
) {
  const inRoom = !isCastHere(asked.form);
  const running =
    meeting.kind === 'written'
      ? meeting.status === 'sent' || meeting.status === 'running'
      : meeting.status === 'running' || (inRoom && meeting.status === 'minutes-draft');
  if (!running) return { refused: [notRunning(meeting)] };
  if (item.status === 'removed') return { refused: [takenOff(meeting, item)] };
  if (item.source_key === anyOtherBusiness) return { refused: [notUnderAob(meeting)] };
  if (item.kind !== 'decision') return { refused: [notForDecision(meeting, item)] };
  const open = await tx
    .selectFrom('ballots')
    .select('question')
    .where('item_id', '=', item.id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (open) return { refused: [oneOpen(meeting, open.question)] };
  const problem = (path: string, da: string, en: string) => ({ problems: [{ path, says: { da, en } }] });
  if (meeting.kind === 'written' && inRoom)
    return problem(
      'form',
      'En skriftlig behandling afgøres i Fælled.',
      'A written procedure is voted on in Fælled.',
    );
  if (meeting.kind === 'written' && meeting.ends_at <= now)
    return problem('', 'Fristen er udløbet.', 'The deadline has passed.');
  if (asked.purpose === 'election' && asked.candidates.length + asked.candidacies.length === 0)
    return problem('candidates', 'Skriv mindst én kandidat.', 'Give at least one candidate.');
  if (new Set(asked.candidates).size !== asked.candidates.length)
    return problem('candidates', 'To kandidater hedder det samme.', 'Two candidates have the same name.');
  if (asked.purpose === 'election' && item.case_id !== null)
    return problem('purpose', 'En sag afgøres med et forslag.', 'A case is decided by a proposal.');
  const known = new Set(electorate.electors.map((each) => each.personId));
  if (asked.recused.some((person) => !known.has(person)))
    return problem(
      'recused',
      'Vælg blandt dem, der er til stede med stemme.',
      'Choose among those present with a vote.',
    );
  return null;
}

/** Whether the candidacies chosen stand at the item, all for one role. */
function whichStand(
  { purpose, candidates, candidacies }: z.output<typeof input>,
  standing: Awaited<ReturnType<typeof standingAt>>,
) {
  if (purpose !== 'election' || candidacies.length === 0) return null;
  const problem = (da: string, en: string) => ({ problems: [{ path: 'candidacies', says: { da, en } }] });
  const chosen = standing.filter((each) => candidacies.includes(each.id));
  if (candidates.length > 0)
    return problem(
      'Vælg enten opstillede kandidater eller skriv navne.',
      'Choose nominated candidates or type names, not both.',
    );
  if (chosen.length !== new Set(candidacies).size)
    return problem(
      'Vælg blandt dem, der stiller op og har sagt ja.',
      'Choose among those who stand and have agreed.',
    );
  if (new Set(chosen.map(({ role }) => role)).size > 1)
    return problem('Hold et valg for hver slags plads.', 'Hold one election for each kind of seat.');
  return null;
}

async function nextNumber({ tx }: Pick<Doing<unknown, unknown>, 'tx'>, itemId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('ballots')
    .select(sql<number>`coalesce(max(number), 0)`.as('last'))
    .where('item_id', '=', itemId)
    .executeTakeFirstOrThrow();
  return last + 1;
}
