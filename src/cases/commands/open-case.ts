import { z } from 'zod';
import { decisionKinds, type BodyKind, type DecisionKind } from '../../../rulebook/vocabulary.ts';
import type { Db, Tx } from '../../db/client.ts';
import { defineDeed, type Ending } from '../../deeds/deed.ts';
import {
  id,
  idOrSlug,
  isoDate,
  line,
  oneOf,
  optionalLine,
  optionalProse,
  shortName,
  tick,
} from '../../lib/inputs.ts';
import { newId } from '../../lib/id.ts';
import { groundFor } from '../../people/grounds.ts';
import { initiativeBy, lockInitiative, type Initiative } from '../../portfolio/load.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { openCaseWords } from '../form-words.ts';
import { bodyKindOptions, caseKindOptions, levelOptions } from '../options.ts';
import { casePermissions, needsRecommendation, proposerGrounds } from '../permissions.ts';
import { rightFor } from '../plan.ts';
import { bodyMissing, caseTwice, notAtThisStage } from '../refusals.ts';
import { caseOpened } from '../answers.ts';

/** The stages of an initiative at which a kind of question makes sense (report §5.2, p. 16–17). */
export const stagesFor: Readonly<Record<DecisionKind, readonly string[]>> = {
  placement: ['idea', 'concept'],
  approval: ['concept'],
  'level-change': ['concept', 'project', 'product'],
  adoption: ['idea', 'concept'],
  'steering-group': ['concept', 'project', 'product'],
  economy: ['concept', 'project', 'product'],
  reconsideration: ['project'],
  closing: ['concept', 'project', 'product'],
  evaluation: ['idea', 'concept', 'project', 'product'],
  information: ['idea', 'concept', 'project', 'product'],
};

const input = z.object({
  initiative: idOrSlug(),
  kind: oneOf(decisionKinds),
  question: line(300),
  statement: optionalProse(),
  recommendation: optionalProse(),
  level: optionalLine(20),
  requirement: optionalLine(100),
  budget: id().optional(),
  body: id().optional(),
  awaits: shortName().optional(),
  appoints: tick(),
  deadline: isoDate().optional(),
  draft: tick(),
});

/** Puts a question before the body that decides it, or keeps it as a draft while its recommendation is written. */
export const openCase = defineDeed({
  name: 'open-case',
  title: { da: 'Rejs en sag', en: 'Open a case' },
  explains: {
    da: 'Sagen sendes til det organ, der efter regelsættet beslutter. Mangler indstillingen, bliver den en kladde hos dig.',
    en: 'The case goes to the body that decides by the rulebook. Without a recommendation it stays a draft with you.',
  },
  done: { da: 'Sagen er rejst.', en: 'The case is opened.' },
  api: { method: 'POST', path: '/cases', status: 201 },
  answers: caseOpened,
  form: '/cases/new',
  params: z.object({}),
  input,
  grounds: casePermissions['open-case'],
  fields: [
    {
      name: 'initiative',
      kind: 'text',
      label: { da: 'Initiativ (kort navn fra adressen)', en: 'Initiative (short name from its address)' },
      required: true,
    },
    {
      name: 'kind',
      kind: 'select',
      label: { da: 'Hvad skal besluttes?', en: 'What is to be decided?' },
      required: true,
      options: caseKindOptions,
    },
    {
      name: 'question',
      kind: 'text',
      label: { da: 'Spørgsmålet i én sætning', en: 'The question in one sentence' },
      required: true,
    },
    {
      name: 'level',
      kind: 'select',
      label: { da: 'Niveau, der søges om', en: 'Level asked for' },
      options: levelOptions,
    },
    { name: 'statement', kind: 'textarea', label: { da: 'Sagsfremstilling', en: 'Statement of facts' } },
    { name: 'recommendation', kind: 'textarea', label: { da: 'Indstilling', en: 'Recommendation' } },
    {
      name: 'awaits',
      kind: 'select',
      label: { da: 'Organ (hvis et andet end det sædvanlige)', en: 'Body (if other than the usual)' },
      options: bodyKindOptions,
    },
    {
      name: 'requirement',
      kind: 'text',
      label: { da: 'Krav, sagen handler om', en: 'Requirement the case is about' },
      hint: { da: 'Kun ved uenighed om en evaluering', en: 'Only for a disagreement on an evaluation' },
    },
    {
      name: 'appoints',
      kind: 'checkbox',
      label: {
        da: 'Bestyrelsen skal udpege styregruppen, ikke kun godkende den',
        en: 'The board is to appoint the steering group, not only approve it',
      },
    },
    { name: 'deadline', kind: 'date', label: { da: 'Frist', en: 'Deadline' } },
    { name: 'draft', kind: 'checkbox', label: { da: 'Gem som kladde', en: 'Keep as a draft' } },
    { name: 'budget', kind: 'hidden', label: { da: 'Budget', en: 'Budget' } },
    { name: 'body', kind: 'hidden', label: { da: 'Styregruppe', en: 'Steering group' } },
  ],
  formWords: openCaseWords,
  scope: async (db, _params, asked) => {
    if (!asked) return {};
    const initiative = await initiativeBy(db, asked.initiative).catch(() => null);
    return { initiativeId: initiative?.id ?? null, registeredBy: initiative?.registered_by ?? null };
  },
  formScope: async (db, { initiative }) => {
    const found = await initiativeBy(db, String(initiative ?? '')).catch(() => null);
    return { initiativeId: found?.id ?? null, registeredBy: found?.registered_by ?? null };
  },
  run: async ({ tx, input: asked, actor, scope, now }) => {
    const found = await lockInitiative(tx, asked.initiative).catch(() => null);
    if (!found)
      return {
        problems: [
          {
            path: 'initiative',
            says: { da: 'Initiativet findes ikke.', en: 'There is no such initiative.' },
          },
        ],
      };
    const edition = editionOf(found.edition);
    if (asked.level !== '' && !edition.levels.some((level) => level.id === asked.level)) {
      return {
        problems: [
          {
            path: 'level',
            says: { da: 'Niveauet findes ikke i udgaven.', en: 'The edition has no such level.' },
          },
        ],
      };
    }
    if (asked.requirement !== '' && !(asked.requirement in edition.requirements)) {
      return {
        problems: [
          {
            path: 'requirement',
            says: { da: 'Kravet findes ikke i udgaven.', en: 'The edition has no such requirement.' },
          },
        ],
      };
    }
    const level = asked.level || found.level || (edition.levels[0]?.id as string);
    const right = rightFor(edition, asked.kind, level);
    const asking = right.proposes.flatMap((provider) => proposerGrounds[provider]);
    if (groundFor(actor, asking, scope) === null) return { noMandate: asking };
    return insertCase(tx, {
      asked,
      found,
      level,
      editionId: edition.id,
      decides: right.decides,
      rule: right.id,
      personId: actor.id,
      now,
      // A disagreement goes to the board with a second opinion, by whichever form it is taken up.
      ...(asked.kind === 'evaluation' ? { opinion: '' } : {}),
    });
  },
});

/** A case about to be opened: what is asked, by whom, and the right it rests on. */
export interface Opening {
  readonly asked: z.output<typeof input>;
  readonly found: Initiative;
  readonly level: string;
  readonly editionId: string;
  readonly decides: readonly BodyKind[];
  readonly rule: string;
  readonly personId: string;
  readonly now: string;
  /** What a third party says, empty while it is awaited, in a disagreement on an evaluation. */
  readonly opinion?: string;
}

/** Writes a case down, with what is asked already checked against the right to ask it. */
export async function insertCase(
  tx: Tx,
  { asked, found, level, editionId, decides, rule, personId, now, opinion }: Opening,
): Promise<Ending> {
  if (!stagesFor[asked.kind].includes(found.stage))
    return { refused: [notAtThisStage(editionId, asked.kind, found.stage)] };
  const subject = await subjectOf(tx, asked, found.id);
  if ('problems' in subject) return subject;
  const open = await tx
    .selectFrom('cases')
    .select('number')
    .where('initiative_id', '=', found.id)
    .where('kind', '=', asked.kind)
    .where('status', 'in', ['draft', 'waiting'])
    .where('kind', '<>', 'information')
    .where((eb) => eb(eb.fn.coalesce('requirement', eb.val('')), '=', asked.requirement))
    .where((eb) =>
      subject.budget_id ? eb('budget_id', '=', subject.budget_id) : eb('budget_id', 'is', null),
    )
    .executeTakeFirst();
  if (open) return { refused: [caseTwice(editionId, open.number)] };
  const draft =
    asked.draft ||
    opinion === '' ||
    (needsRecommendation.includes(asked.kind) && asked.recommendation === '');
  const awaited = await awaitedBody(tx, decides, asked.awaits as BodyKind | undefined, asked.kind, found.id);
  if (!awaited && !draft) return { refused: [bodyMissing(editionId, decides[0] as BodyKind)] };
  const row = {
    id: newId(),
    initiative_id: found.id,
    kind: asked.kind,
    question: asked.question,
    statement: asked.statement,
    recommendation: asked.recommendation,
    target_level: ['placement', 'approval', 'adoption', 'level-change'].includes(asked.kind) ? level : null,
    budget_id: subject.budget_id,
    subject_body_id: subject.subject_body_id,
    appoints: asked.appoints,
    requirement: asked.requirement === '' ? null : asked.requirement,
    status: draft ? 'draft' : 'waiting',
    awaits_body_id: draft ? null : (awaited as { id: string }).id,
    awaits_since: draft ? null : now,
    rule,
    edition: editionId,
    asked_by: personId,
    owner_id: personId,
    asked_at: now,
    deadline: asked.deadline ?? null,
    opinion_wanted: opinion !== undefined,
    opinion: opinion ?? '',
  };
  const { number } = await tx.insertInto('cases').values(row).returning('number').executeTakeFirstOrThrow();
  return {
    output: {
      id: row.id,
      number,
      kind: row.kind,
      status: row.status,
      question: row.question,
      rule,
      edition: editionId,
      awaits: awaited && !draft ? { id: awaited.id, kind: awaited.kind, name: awaited.name } : null,
    },
    subject: { kind: 'case', id: row.id },
    initiativeId: found.id,
    after: { number, kind: row.kind, question: row.question, status: row.status, level: row.target_level },
    edition: editionId,
    next: `/cases/${number}`,
  };
}

/** The budget or steering group a case is about, where its kind needs one. */
async function subjectOf(tx: Tx, asked: z.output<typeof input>, initiativeId: string) {
  const none = { budget_id: null as string | null, subject_body_id: null as string | null };
  if (asked.kind === 'economy') {
    const budget = await tx
      .selectFrom('budgets')
      .select('id')
      .where('initiative_id', '=', initiativeId)
      .where('replaced', '=', false)
      .$if(asked.budget !== undefined, (query) => query.where('id', '=', asked.budget as string))
      .orderBy('proposed_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst();
    return budget
      ? { ...none, budget_id: budget.id }
      : problem('budget', 'Foreslå et budget først.', 'Propose a budget first.');
  }
  if (asked.kind === 'steering-group') {
    const body = await tx
      .selectFrom('bodies')
      .select('id')
      .where('initiative_id', '=', initiativeId)
      .where('kind', '=', 'steering-group')
      .where('closed_on', 'is', null)
      .$if(asked.body !== undefined, (query) => query.where('id', '=', asked.body as string))
      .executeTakeFirst();
    return body
      ? { ...none, subject_body_id: body.id }
      : problem('body', 'Nedsæt styregruppen først.', 'Set up the steering group first.');
  }
  if (asked.kind === 'evaluation' && asked.requirement === '')
    return problem(
      'requirement',
      'Angiv det krav, uenigheden gælder.',
      'Name the requirement the disagreement is about.',
    );
  return none;
}

const problem = (path: string, da: string, en: string) => ({ problems: [{ path, says: { da, en } }] });

/**
 * The body a case goes to: the first that decides and exists, or the one asked for among them. Economy goes to the
 * steering group before the board (B8, report p. 11–12).
 */
export async function awaitedBody(
  db: Db,
  decides: readonly BodyKind[],
  asked: BodyKind | undefined,
  kind: DecisionKind,
  initiativeId: string,
) {
  const among = asked !== undefined && (decides.includes(asked) || kind === 'economy') ? [asked] : decides;
  const rows = await db
    .selectFrom('bodies')
    .select(['id', 'kind', 'name'])
    .where('kind', 'in', [...among])
    .where('closed_on', 'is', null)
    .where((eb) => eb.or([eb('initiative_id', 'is', null), eb('initiative_id', '=', initiativeId)]))
    .execute();
  for (const each of among) {
    const row = rows.find((candidate) => candidate.kind === each);
    if (row) return row;
  }
  return null;
}
