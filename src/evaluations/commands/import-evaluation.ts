import { z } from 'zod';
import { voices } from '../../../rulebook/vocabulary.ts';
import { defineDeed, type Problem } from '../../deeds/deed.ts';
import { upload, type Upload } from '../../deeds/multipart.ts';
import { idOrSlug, oneOf } from '../../lib/inputs.ts';
import { initiativeBy, lockInitiative, scopeOfInitiative } from '../../portfolio/load.ts';
import { importAnswer } from '../import-answer.ts';
import { groundForVoice } from '../import-permissions.ts';
import { keepFile, readFor } from '../import-steps.ts';
import { importBy } from '../import-store.ts';
import { maximumEvaluationBytes } from '../../files/text-file.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { hasEnded } from '../refusals.ts';
import { carrierGrounds, evaluationPermissions } from '../permissions.ts';
import { importAnswered } from '../import-answers.ts';

interface Sent {
  readonly file?: Pick<Upload, 'name' | 'bytes'> | undefined;
  readonly content?: string | undefined;
  readonly evaluation?: Record<string, unknown> | undefined;
  readonly voice?: unknown;
}

/** The file as bytes, from whichever way it was sent, with the field it came in. */
function sentFile(input: Sent): { field: string; name: string; bytes: Uint8Array } | Problem {
  if (input.file) return { field: 'file', name: input.file.name, bytes: input.file.bytes };
  if (input.content !== undefined)
    return { field: 'content', name: '', bytes: Buffer.from(input.content, 'utf8') };
  const { voice: _, ...body } = input;
  const [field, json] =
    input.evaluation === undefined ? (['krav', body] as const) : (['evaluation', input.evaluation] as const);
  if (!('krav' in body) && input.evaluation === undefined)
    return { path: 'file', says: { da: 'Vælg en fil.', en: 'Choose a file.' } };
  try {
    return { field, name: '', bytes: Buffer.from(JSON.stringify(json, null, 2), 'utf8') };
  } catch {
    return {
      path: field,
      says: { da: 'Filen er for dybt indlejret.', en: 'The file is nested too deeply.' },
    };
  }
}

const notItsVoice: Problem = {
  path: 'voice',
  says: {
    da: 'Filen er den anden parts: en selvevaluering er produktets, en evaluering er fællesskabets.',
    en: 'The file is the other party’s: a self-evaluation is the product’s, an evaluation the community’s.',
  },
};

/** Reads an evaluation file for a preview. Nothing is registered before a person confirms it. */
export const importEvaluation = defineDeed({
  name: 'import-evaluation',
  title: { da: 'Læs en evaluering ind', en: 'Read in an evaluation' },
  explains: {
    da: 'Vælg filen fra OS2’s selvevaluering (JSON), en governancerapport eller en evaluering (Markdown). Du ser hver række, før noget registreres.',
    en: 'Choose the file of OS2’s self-evaluation (JSON), a governance report or an evaluation (Markdown). You see each row before anything is registered.',
  },
  done: {
    da: 'Filen er læst. Intet er registreret endnu: se rækkerne igennem, og bekræft.',
    en: 'The file is read. Nothing is registered yet: look through the rows and confirm.',
  },
  api: { method: 'POST', path: '/initiatives/:id/evaluation-imports', status: 201 },
  answers: importAnswered,
  form: '/initiatives/:id/evaluation-imports/new',
  params: z.object({ id: idOrSlug() }),
  input: z.looseObject({
    file: upload().optional(),
    content: z
      .string()
      .max(maximumEvaluationBytes)
      .refine((text) => text.isWellFormed(), { error: 'characters' })
      .optional()
      .describe('The text of the file, in place of `file`; an export then gives it back unchanged'),
    evaluation: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('The self-evaluation as JSON, in place of `file`; it may also be the whole body'),
    voice: oneOf(voices).optional().describe('Whose word it is; the file says it too, and they must agree'),
  }),
  grounds: evaluationPermissions['import-evaluation'],
  fields: [
    {
      name: 'file',
      kind: 'file',
      label: { da: 'Fil', en: 'File' },
      hint: {
        da: 'JSON eller Markdown i UTF-8, højst 5 MB.',
        en: 'JSON or Markdown in UTF-8, 5 MB at most.',
      },
      required: true,
    },
  ],
  scope: (db, { id }) => scopeOfInitiative(db, id),
  run: async ({ tx, params, input, actor, scope, now }) => {
    const sent = sentFile(input);
    if ('path' in sent) return { problems: [sent] };
    const received = readFor(await initiativeBy(tx, params.id), sent.bytes, sent.field);
    if ('problems' in received) return received;
    if (input.voice !== undefined && input.voice !== received.voice) return { problems: [notItsVoice] };
    const ground = groundForVoice(actor, received.voice, scope);
    if (ground === null) return { noMandate: carrierGrounds[received.voice] };
    const initiative = await lockInitiative(tx, params.id);
    if (initiative.stage === 'retired') return { refused: [hasEnded(editionOf(initiative.edition))] };
    const id = await keepFile(tx, initiative, received, { fileName: sent.name, personId: actor.id, now });
    const answer = await importAnswer(tx, await importBy(tx, id), initiative);
    return {
      output: answer,
      subject: { kind: 'evaluation-import', id },
      initiativeId: initiative.id,
      after: {
        format: answer.format,
        voice: answer.voice,
        rows: answer.rows.length,
        waiting: answer.waiting.length,
      },
      ground,
      edition: initiative.edition,
      next: `/initiatives/${initiative.slug}/evaluation-imports/${id}`,
    };
  },
});
