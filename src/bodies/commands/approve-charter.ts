import { z } from 'zod';
import { approvesCharter } from '../../../rulebook/answers-to.ts';
import { bodyKinds, type BodyKind } from '../../../rulebook/vocabulary.ts';
import type { Db } from '../../db/client.ts';
import { defineDeed, type Problem } from '../../deeds/deed.ts';
import { idOrSlug, isoDate } from '../../lib/inputs.ts';
import { charterApproved } from '../answers.ts';
import { charterSections, emptySections } from '../charter.ts';
import { chartersOf } from '../charter-queries.ts';
import { approvingDecision, decisionField, decisionNumber } from '../ground-decisions.ts';
import { aboutBody, bodyBy, lockBody, scopeOfBody, type Body } from '../load.ts';
import { bodyPermissions } from '../permissions.ts';

/**
 * Records that a charter is approved, by the body that may: from then it is in force and never changes. Where Fælled
 * holds the decision, its number goes with it.
 */
export const approveCharter = defineDeed({
  name: 'approve-charter',
  title: { da: 'Registrér godkendelsen', en: 'Record the approval' },
  explains: {
    da: 'Udkastet bliver til den gældende udgave og kan derefter kun afløses af en ny.',
    en: 'The draft becomes the version in force and can then only be replaced by a new one.',
  },
  done: { da: 'Kommissoriet er godkendt.', en: 'The charter is approved.' },
  api: { method: 'POST', path: '/bodies/:id/charter/approval', status: 201 },
  answers: charterApproved,
  form: '/bodies/:id/charter/approve',
  params: z.object({ id: idOrSlug() }),
  input: z.object({
    approvedOn: isoDate().optional(),
    decision: decisionNumber(),
  }),
  grounds: bodyPermissions['approve-charter'],
  fields: [
    {
      name: 'approvedOn',
      kind: 'date',
      label: { da: 'Godkendt den', en: 'Approved on' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
    decisionField,
  ],
  scope: async (db, { id }) => {
    const body = await bodyBy(db, id);
    const approver = await approverOf(db, body);
    return approver === null
      ? scopeOfBody(db, id)
      : {
          initiativeId: body.initiative_id,
          body: { id: approver.id, kind: approver.kind, initiativeId: approver.initiative_id },
        };
  },
  about: (db, { id }) => aboutBody(db, id),
  preview: async ({ db, params, input, today }) => {
    const body = await bodyBy(db, params.id);
    const { problems, approver, version } = await planApproval(db, body, input, today);
    return {
      problems,
      refusals: [],
      effects:
        approver === null || version === null
          ? []
          : [
              {
                da: `Udgave ${version} af kommissoriet for ${body.name} gælder som godkendt af ${approver.name}.`,
                en: `Version ${version} of the charter of ${body.name} is in force as approved by ${approver.name}.`,
              },
            ],
    };
  },
  run: async ({ tx, params, input, actor, now, today }) => {
    const body = await lockBody(tx, params.id);
    const { problems, approver, version, decisionId } = await planApproval(tx, body, input, today);
    if (problems.length > 0 || approver === null || version === null) return { problems };
    const approvedOn = input.approvedOn ?? today;
    await tx
      .updateTable('charters')
      .set({
        status: 'approved',
        approved_on: approvedOn,
        approved_by_body_id: approver.id,
        decision_id: decisionId,
        recorded_by: actor.id,
        recorded_at: now,
      })
      .where('body_id', '=', body.id)
      .where('version', '=', version)
      .execute();
    const approved = {
      version,
      status: 'approved',
      approvedOn,
      approvedBy: approver.slug,
      decision: input.decision ?? null,
    };
    return {
      output: { body: body.id, ...approved },
      subject: { kind: 'body', id: body.id },
      initiativeId: body.initiative_id,
      after: { charter: approved },
      next: `/bodies/${body.slug}/charter`,
    };
  },
});

/** The open body that approves the charter: the first of the kinds that there is. */
async function approverOf(db: Db, body: Body): Promise<Body | null> {
  for (const kind of approvesCharter[body.kind]) {
    if (kind === body.kind) return body;
    const found = await db
      .selectFrom('bodies')
      .selectAll()
      .where('kind', '=', kind)
      .where('closed_on', 'is', null)
      .where((eb) => eb.or([eb('initiative_id', 'is', null), eb('initiative_id', '=', body.initiative_id)]))
      .orderBy('id')
      .executeTakeFirst();
    if (found) return { ...found, kind: found.kind as BodyKind };
  }
  return null;
}

async function planApproval(
  db: Db,
  body: Body,
  input: { readonly approvedOn?: string | undefined; readonly decision?: number | undefined },
  today: string,
) {
  const problems: Problem[] = [];
  const say = (path: string, da: string, en: string) => problems.push({ path, says: { da, en } });
  const approver = await approverOf(db, body);
  if (approver === null) {
    const kinds = approvesCharter[body.kind];
    say(
      '',
      `Der er intet organ til at godkende det: ${kinds.map((kind) => bodyKinds[kind].da).join(' eller ')}.`,
      `There is no body to approve it: ${kinds.map((kind) => bodyKinds[kind].en).join(' or ')}.`,
    );
  }
  const [draft] = await chartersOf(db, body.id, true);
  if (draft?.status !== 'draft')
    say(
      '',
      'Der er intet udkast at godkende. Skriv det først.',
      'There is no draft to approve. Write it first.',
    );
  else {
    const empty = emptySections(body.kind, draft.sections);
    if (empty.length > 0)
      say(
        '',
        `Disse afsnit er tomme: ${empty.map((id) => charterSections[id].title.da).join(', ')}. Udfyld dem først.`,
        `These sections are empty: ${empty.map((id) => charterSections[id].title.en).join(', ')}. Fill them in first.`,
      );
  }
  const on = input.approvedOn ?? today;
  if (on > today) say('approvedOn', 'Datoen ligger i fremtiden.', 'The date lies in the future.');
  if (on < body.established_on)
    say('approvedOn', 'Datoen ligger, før organet blev nedsat.', 'The date lies before the body was set up.');
  const rests = await approvingDecision(db, input.decision, (by) => by.id === approver?.id);
  if ('problem' in rests) problems.push(rests.problem);
  return {
    problems,
    approver,
    version: draft?.status === 'draft' ? draft.version : null,
    decisionId: 'problem' in rests ? null : rests.id,
  };
}
