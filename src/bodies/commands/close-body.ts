import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../db/client.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug, isoDate, reason } from '../../lib/inputs.ts';
import { plusDays } from '../../lib/time.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { decisionField, decisionNumber, groundDecision, restsOn } from '../ground-decisions.ts';
import { aboutBody, bodyFacts, lockBody, scopeOfClosing } from '../load.ts';
import { bodyPermissions } from '../permissions.ts';
import { alwaysThere, casesWait, indispensable } from '../refusals.ts';
import { bodyClosed } from '../answers.ts';

/** Closes a body: its seats end with it, and what it has decided stands. */
export const closeBody = defineDeed({
  name: 'close-body',
  title: { da: 'Nedlæg organet', en: 'Close the body' },
  explains: {
    da: 'Pladserne ophører samme dag. Det, organet har besluttet, gælder stadig.',
    en: 'The seats end the same day. What the body has decided still holds.',
  },
  done: { da: 'Organet er nedlagt.', en: 'The body is closed.' },
  api: { method: 'POST', path: '/bodies/:id/close' },
  answers: bodyClosed,
  form: '/bodies/:id/close',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ to: isoDate().optional(), reason: reason(), decision: decisionNumber() }),
  grounds: bodyPermissions['close-body'],
  fields: [
    {
      name: 'reason',
      kind: 'textarea',
      label: { da: 'Hvorfor nedlægges organet?', en: 'Why is the body closed?' },
      required: true,
    },
    {
      name: 'to',
      kind: 'date',
      label: { da: 'Sidste dag', en: 'Last day' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
    decisionField,
  ],
  scope: (db, { id }) => scopeOfClosing(db, id),
  about: (db, { id: body }) => aboutBody(db, body),
  run: async ({ tx, params, input, now, today, edition }) => {
    const row = await lockBody(tx, params.id);
    const kept = editionOf(edition);
    if (row.closed_on !== null)
      return problem('', 'Organet er allerede nedlagt.', 'The body is closed already.');
    if (indispensable.includes(row.kind)) return { refused: [alwaysThere(kept, row.kind)] };
    const waiting = await openCasesOf(tx, row.id);
    if (waiting.length > 0) return { refused: [casesWait(kept, waiting)] };
    const to = input.to ?? today;
    if (to > today) return problem('to', 'Datoen ligger i fremtiden.', 'The date lies in the future.');
    if (to < row.established_on)
      return problem(
        'to',
        `Organet er nedsat ${row.established_on}.`,
        `The body was set up on ${row.established_on}.`,
      );
    const decided = await lastDecisionOf(tx, row.id);
    if (decided !== null && decided > to)
      return problem(
        'to',
        `Organet har besluttet noget ${decided}.`,
        `The body decided something on ${decided}.`,
      );
    const ground = await groundDecision(tx, input.decision, {
      id: row.id,
      kind: row.kind,
      initiativeId: row.initiative_id,
    });
    if ('problem' in ground) return { problems: [ground.problem] };
    const closed = { ...row, closed_on: plusDays(to, 1) };
    await tx.updateTable('bodies').set({ closed_on: closed.closed_on }).where('id', '=', row.id).execute();
    await restsOn(tx, row.id, 'closed', ground.id, now);
    const ended = await tx
      .updateTable('seats')
      .set({ to_on: sql<string>`greatest(from_on, ${to}::date)`, end_recorded_at: now })
      .where('body_id', '=', row.id)
      .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', to)]))
      .returning('id')
      .execute();
    return {
      output: { ...bodyFacts(closed), seatsEnded: ended.length },
      subject: { kind: 'body', id: row.id },
      initiativeId: row.initiative_id,
      before: bodyFacts(row),
      after: {
        ...bodyFacts(closed),
        reason: input.reason,
        decision: input.decision ?? null,
        seatsEnded: ended.map((seat) => seat.id),
      },
      next: `/bodies/${row.slug}`,
    };
  },
});

const problem = (path: string, da: string, en: string) => ({ problems: [{ path, says: { da, en } }] });

/** Numbers of the cases that wait for the body or are about it, drafts included. */
async function openCasesOf(tx: Tx, bodyId: string): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('cases')
    .select('number')
    .where('status', 'in', ['draft', 'waiting'])
    .where((eb) => eb.or([eb('awaits_body_id', '=', bodyId), eb('subject_body_id', '=', bodyId)]))
    .orderBy('number')
    .limit(50)
    .execute();
  return rows.map((row) => row.number);
}

async function lastDecisionOf(tx: Tx, bodyId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('decisions')
    .select('decided_on')
    .where('body_id', '=', bodyId)
    .orderBy('decided_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.decided_on ?? null;
}
