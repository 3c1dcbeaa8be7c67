import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { dropFile } from '../../files/kept-files.ts';
import { id } from '../../lib/inputs.ts';
import { groundFor } from '../../people/grounds.ts';
import { lockInitiative } from '../../portfolio/load.ts';
import { evidenceBy, placeOf, scopeOfEvidence } from '../load.ts';
import { evaluationPermissions, voiceGrounds } from '../permissions.ts';
import { aboutEvidence, assessmentSubject, requirementPath } from '../requirement-inputs.ts';
import { removed } from '../../deeds/answers.ts';

/** Takes a link or a file away. A file that nothing else rests on is deleted for good. */
export const removeEvidence = defineDeed({
  name: 'remove-evidence',
  title: { da: 'Fjern dokumentationen', en: 'Remove the evidence' },
  explains: {
    da: 'En fil, der ikke bruges andre steder, slettes helt. At den har været der, står i journalen.',
    en: 'A file that is used nowhere else is deleted for good. The journal keeps that it was there.',
  },
  done: { da: 'Dokumentationen er fjernet.', en: 'The evidence is removed.' },
  api: { method: 'DELETE', path: '/evidence/:id' },
  answers: removed,
  form: '/evidence/:id/remove',
  params: z.object({ id: id() }),
  input: z.object({}),
  grounds: evaluationPermissions['remove-evidence'],
  fields: [],
  scope: (db, params) => scopeOfEvidence(db, params),
  about: aboutEvidence,
  run: async ({ tx, params, actor, scope }) => {
    const found = await evidenceBy(tx, params.id);
    const ground = groundFor(actor, voiceGrounds[found.voice], scope);
    if (ground === null) return { noMandate: voiceGrounds[found.voice] };
    const initiative = await lockInitiative(tx, found.initiative_id);
    const row = await evidenceBy(tx, params.id);
    await tx.deleteFrom('evidence').where('id', '=', row.id).execute();
    if (row.file_hash !== null) await dropFile(tx, row.file_hash);
    const known = row.edition === initiative.edition && placeOf(initiative, row.requirement);
    return {
      output: { id: row.id, removed: true },
      subject: assessmentSubject(row),
      initiativeId: initiative.id,
      before: {
        voice: row.voice,
        evidence: row.title,
        url: row.url,
        ...(row.restricted ? { restricted: true } : { file: row.file_name, sha256: row.file_hash }),
      },
      ground,
      edition: row.edition,
      next: known
        ? requirementPath(initiative.slug, row.requirement)
        : `/initiatives/${initiative.slug}/requirements`,
    };
  },
});
