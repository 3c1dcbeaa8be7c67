import { z } from 'zod';
import { judgeLine } from '../../../rulebook/judge.ts';
import { verdicts, type Stage } from '../../../rulebook/vocabulary.ts';
import { defineDeed, type FieldContext, type Option } from '../../deeds/deed.ts';
import type { Tx } from '../../db/client.ts';
import { newId } from '../../lib/id.ts';
import { idOrSlug, isoDate, oneOf, optionalLine, optionalProse, webAddress } from '../../lib/inputs.ts';
import { groundFor } from '../../people/grounds.ts';
import { initiativeBy, lockInitiative } from '../../portfolio/load.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { standingOf } from '../../rules/standing.ts';
import { assessmentAt, evidenceAt, keyOf, placeOf, scopeOfRequirement, type AssessmentKey } from '../load.ts';
import { evaluationPermissions, voiceGrounds } from '../permissions.ts';
import { hasEnded } from '../refusals.ts';
import { assessedAnswer } from '../requirement-answers.ts';
import {
  aboutRequirement,
  assessmentSubject,
  chosenVoice,
  requirementParams,
  requirementPath,
  voiceField,
  voiceInput,
} from '../requirement-inputs.ts';
import { saidProblems, saidRefusals, type Said } from '../verdict-rules.ts';

interface Link {
  readonly title: string;
  readonly url: string;
}

const input = z.object({
  voice: voiceInput(),
  verdict: oneOf(verdicts),
  explanation: optionalProse(10_000),
  evidence: z
    .array(z.object({ title: optionalLine(200), url: webAddress() }))
    .max(20)
    .optional(),
  plannedFor: isoDate().optional(),
  checkedOn: isoDate().optional(),
  validUntil: isoDate().optional(),
});

/** The verdicts of the edition the initiative lives under. */
async function verdictOptions({ db, params }: FieldContext): Promise<readonly Option[]> {
  const id = idOrSlug().safeParse(params['id']);
  if (!id.success) return [];
  const edition = editionOf((await initiativeBy(db, id.data)).edition);
  return edition.verdicts.map((verdict) => ({ value: verdict, label: verdicts[verdict] }));
}

/**
 * One voice says how a requirement stands (report §5.1, p. 15). What was said before stays in the journal; a new word
 * has not been reviewed. Links given replace the links; files stay.
 */
export const assessRequirement = defineDeed({
  name: 'assess-requirement',
  title: { da: 'Vurdér kravet', en: 'Assess the requirement' },
  explains: {
    da: 'Produktets folk skriver selvevalueringen, sekretariatet fællesskabets evaluering. Begge vises side om side.',
    en: 'The product’s people write the self-evaluation, the secretariat the community’s. Both are shown side by side.',
  },
  done: { da: 'Vurderingen er gemt.', en: 'The assessment is saved.' },
  api: { method: 'PUT', path: '/initiatives/:id/assessments/:requirement' },
  answers: assessedAnswer,
  form: '/initiatives/:id/requirements/:requirement/assess',
  params: requirementParams,
  input,
  grounds: evaluationPermissions['assess-requirement'],
  fields: [
    voiceField,
    {
      name: 'verdict',
      kind: 'radio',
      label: { da: 'Vurdering', en: 'Verdict' },
      required: true,
      options: verdictOptions,
    },
    {
      name: 'explanation',
      kind: 'textarea',
      label: { da: 'Forklaring', en: 'Explanation' },
      hint: {
        da: 'Hvordan ses det? Er svaret »forklaret« eller »ikke relevant«: hvorfor, og hvad gør I i stedet?',
        en: 'How can it be seen? If it is “explained” or “not relevant”: why, and what do you do instead?',
      },
    },
    {
      name: 'plannedFor',
      kind: 'date',
      label: { da: 'På plads senest', en: 'In place by' },
      hint: { da: 'Kun når vurderingen er »planlagt«', en: 'Only when the verdict is “planned”' },
      onlyWith: ['planned'],
    },
    {
      name: 'evidence',
      kind: 'rows',
      label: { da: 'Links til dokumentation', en: 'Links to evidence' },
      hint: {
        da: 'Filer lægges på bagefter, på kravets side.',
        en: 'Files are added afterwards, on the requirement’s page.',
      },
      columns: [
        { name: 'title', kind: 'text', label: { da: 'Titel', en: 'Title' } },
        { name: 'url', kind: 'url', label: { da: 'Adresse', en: 'Address' } },
      ],
    },
    {
      name: 'checkedOn',
      kind: 'date',
      label: { da: 'Tjekket den', en: 'Checked on' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
    {
      name: 'validUntil',
      kind: 'date',
      label: { da: 'Gælder til og med', en: 'Valid until' },
      hint: {
        da: 'Efter datoen tæller vurderingen ikke, før den er tjekket igen',
        en: 'After the date the assessment does not count until it is checked again',
      },
    },
  ],
  scope: (db, params) => scopeOfRequirement(db, params),
  about: aboutRequirement,
  prefill: async (db, params, actor, given) => {
    const voice = await chosenVoice(db, params, actor, given);
    const key = keyOf(await initiativeBy(db, params.id), params.requirement, voice);
    const [row, evidence] = await Promise.all([assessmentAt(db, key), evidenceAt(db, key)]);
    if (!row) return { voice };
    return {
      voice,
      verdict: row.verdict,
      explanation: row.explanation,
      plannedFor: row.planned_for ?? '',
      validUntil: row.valid_until ?? '',
      evidence: evidence.flatMap(({ title, url }) => (url === null ? [] : [{ title, url }])),
    };
  },
  run: async ({ tx, params, input: asked, actor, scope, now, today }) => {
    const ground = groundFor(actor, voiceGrounds[asked.voice], scope);
    if (ground === null) return { noMandate: voiceGrounds[asked.voice] };
    const initiative = await lockInitiative(tx, params.id);
    const { edition, requirement } = placeOf(initiative, params.requirement);
    if (initiative.stage === 'retired') return { refused: [hasEnded(edition)] };
    const standing = await standingOf(tx, initiative.id, edition, today);
    const target = { stage: initiative.stage as Stage, level: standing.level ?? requirement.level };
    const refused = saidRefusals(
      edition,
      requirement,
      asked.verdict,
      judgeLine(edition, requirement, standing, target, today).because,
    );
    if (refused.length > 0) return { refused };
    const said: Said = {
      verdict: asked.verdict,
      explanation: asked.explanation,
      plannedFor: asked.plannedFor ?? null,
      checkedOn: asked.checkedOn ?? today,
      validUntil: asked.validUntil ?? null,
    };
    const problems = saidProblems(edition, said, today);
    if (problems.length > 0) return { problems };
    const key = keyOf(initiative, requirement.id, asked.voice);
    const [earlier, links] = [await assessmentAt(tx, key), linksOf(await evidenceAt(tx, key))];
    const plannedFor = said.verdict === 'planned' ? said.plannedFor : null;
    const words = {
      verdict: said.verdict,
      explanation: said.explanation,
      planned_for: plannedFor,
      valid_until: said.validUntil,
      checked_on: said.checkedOn,
      checked_by: actor.id,
      reviewed_by: null,
      reviewed_at: null,
      kept_from: null,
      changed_at: now,
      version: (earlier?.version ?? 0) + 1,
    };
    await tx
      .insertInto('assessments')
      .values({ ...key, ...words })
      .onConflict((conflict) =>
        conflict.columns(['initiative_id', 'edition', 'requirement', 'voice']).doUpdateSet(words),
      )
      .execute();
    const evidence =
      asked.evidence?.map(({ title, url }) => ({ title: title === '' ? url.slice(0, 200) : title, url })) ??
      links;
    if (asked.evidence) await replaceLinks(tx, key, evidence, actor.id, now);
    return {
      output: {
        requirement: requirement.id,
        edition: edition.id,
        voice: asked.voice,
        ...said,
        plannedFor,
        evidence,
      },
      subject: assessmentSubject(key),
      initiativeId: initiative.id,
      before: earlier
        ? {
            voice: asked.voice,
            verdict: earlier.verdict,
            explanation: earlier.explanation,
            plannedFor: earlier.planned_for,
            validUntil: earlier.valid_until,
            evidence: links,
          }
        : undefined,
      after: {
        voice: asked.voice,
        verdict: said.verdict,
        explanation: said.explanation,
        plannedFor,
        validUntil: said.validUntil,
        evidence,
      },
      ground,
      edition: edition.id,
      next: requirementPath(initiative.slug, requirement.id),
    };
  },
});

const linksOf = (rows: readonly { readonly title: string; readonly url: string | null }[]): Link[] =>
  rows.flatMap(({ title, url }) => (url === null ? [] : [{ title, url }]));

const same = (a: Link, b: Link): boolean => a.title === b.title && a.url === b.url;

/** Takes away the links no longer named and adds the new; those that stay keep their age. */
async function replaceLinks(
  tx: Tx,
  key: AssessmentKey,
  links: readonly Link[],
  personId: string,
  now: string,
): Promise<void> {
  const rows = await evidenceAt(tx, key);
  const gone = rows.filter(
    ({ title, url }) => url !== null && !links.some((link) => same(link, { title, url })),
  );
  const added = links.filter(
    (link, index) =>
      links.findIndex((each) => same(each, link)) === index &&
      !linksOf(rows).some((existing) => same(existing, link)),
  );
  if (gone.length > 0)
    await tx
      .deleteFrom('evidence')
      .where(
        'id',
        'in',
        gone.map((row) => row.id),
      )
      .execute();
  if (added.length > 0)
    await tx
      .insertInto('evidence')
      .values(added.map((link) => ({ id: newId(), ...key, ...link, added_by: personId, added_at: now })))
      .execute();
}
