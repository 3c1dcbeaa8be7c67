import { z } from 'zod';
import { electedRoles } from '../../../bodies/elect.ts';
import { organisationField } from '../../../bodies/inputs.ts';
import { seatRoles } from '../../../../rulebook/vocabulary.ts';
import { defineDeed } from '../../../deeds/deed.ts';
import { newId } from '../../../lib/id.ts';
import { id, tick } from '../../../lib/inputs.ts';
import { personOptions } from '../../../portfolio/commands/appoint-person.ts';
import { notForDecision, takenOff } from '../../ballots/refusals.ts';
import { aboutItem, lockItem, scopeOfItem } from '../../load.ts';
import { openStatuses } from '../../meeting.ts';
import { agendaClosed } from '../../refusals.ts';
import { candidacyAnswer } from '../answers.ts';
import { bodyToFill, candidacyFacts } from '../load.ts';
import { electionPermissions } from '../permissions.ts';

/**
 * Nominates somebody for a seat at an item of a meeting. Who nominates oneself has agreed; others agree themselves, or
 * have told the one who keeps the meeting so (statutes §6; report §4.1.4, p. 11).
 */
export const nominateCandidate = defineDeed({
  name: 'nominate-candidate',
  title: { da: 'Opstil en kandidat', en: 'Nominate a candidate' },
  explains: {
    da: 'Kun kandidater, der har sagt ja, kommer på stemmesedlen. På generalforsamlingen vælges til bestyrelsen.',
    en: 'Only candidates who have agreed come on the ballot. The general assembly elects to the board.',
  },
  done: { da: 'Kandidaten er opstillet.', en: 'The candidate is nominated.' },
  api: { method: 'POST', path: '/agenda-items/:id/candidacies', status: 201 },
  answers: candidacyAnswer,
  form: '/agenda-items/:id/candidacies/new',
  params: z.object({ id: id() }),
  input: z.object({
    person: id(),
    role: z.enum(electedRoles),
    organisation: id().optional(),
    accepted: tick(),
  }),
  grounds: electionPermissions['nominate-candidate'],
  fields: [
    {
      name: 'person',
      kind: 'select',
      label: { da: 'Kandidat', en: 'Candidate' },
      required: true,
      options: personOptions,
    },
    {
      name: 'role',
      kind: 'radio',
      label: { da: 'Opstilles til', en: 'Stands for' },
      required: true,
      options: electedRoles.map((value) => ({ value, label: seatRoles[value] })),
    },
    organisationField,
    {
      name: 'accepted',
      kind: 'checkbox',
      label: { da: 'Kandidaten har sagt ja til at stille op', en: 'The candidate has agreed to stand' },
    },
  ],
  prefill: () => Promise.resolve({ role: 'member' }),
  scope: (db, { id: item }) => scopeOfItem(db, item),
  about: (db, { id: item }) => aboutItem(db, item),
  run: async ({ tx, params, input, actor, now, today }) => {
    const { item, meeting } = await lockItem(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [agendaClosed(meeting)] };
    if (item.status === 'removed') return { refused: [takenOff(meeting, item)] };
    if (item.kind !== 'decision') return { refused: [notForDecision(meeting, item)] };
    const problem = (path: string, da: string, en: string) => ({ problems: [{ path, says: { da, en } }] });
    if (item.case_id !== null)
      return problem('', 'En sag afgøres med et forslag, ikke et valg.', 'A case is decided by a proposal.');
    const person = await tx
      .selectFrom('people')
      .select(['id', 'organisation_id', 'operator', 'closed_on'])
      .where('id', '=', input.person)
      .executeTakeFirst();
    if (!person || person.operator || (person.closed_on !== null && person.closed_on <= today))
      return problem('person', 'Personen findes ikke.', 'There is no such person.');
    const organisation = input.organisation ?? person.organisation_id;
    if (input.organisation !== undefined) {
      const found = await tx
        .selectFrom('organisations')
        .select('id')
        .where('id', '=', input.organisation)
        .executeTakeFirst();
      if (!found)
        return problem('organisation', 'Organisationen findes ikke.', 'There is no such organisation.');
    }
    const bodyId = await bodyToFill(tx, meeting);
    const already = await tx
      .selectFrom('candidacies')
      .select('id')
      .where('item_id', '=', item.id)
      .where('body_id', '=', bodyId)
      .where('role', '=', input.role)
      .where('person_id', '=', person.id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (already) return problem('person', 'Personen er allerede opstillet.', 'The person stands already.');
    const row = {
      id: newId(),
      item_id: item.id,
      body_id: bodyId,
      role: input.role,
      person_id: person.id,
      organisation_id: organisation,
      nominated_by: actor.id,
      nominated_at: now,
      accepted_at: input.accepted || person.id === actor.id ? now : null,
      withdrawn_at: null,
    };
    await tx.insertInto('candidacies').values(row).execute();
    const facts = candidacyFacts(row);
    return {
      output: facts,
      subject: { kind: 'agenda-item', id: item.id },
      initiativeId: meeting.body.initiativeId,
      after: { candidacy: facts },
      next: `/meetings/${meeting.number}/items/${item.number}#candidates`,
    };
  },
});
