import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { id } from '../../lib/inputs.ts';
import { forgetImport } from '../import-store.ts';
import { lockPending, scopeOfImport } from './import-scope.ts';
import { evaluationPermissions } from '../permissions.ts';
import { importDiscarded } from '../import-answers.ts';

/** Throws a pending file away: nothing of what it said is kept. */
export const discardEvaluationImport = defineDeed({
  name: 'discard-evaluation-import',
  title: { da: 'Kassér filen', en: 'Discard the file' },
  explains: {
    da: 'Intet fra filen bliver registreret, og dens indhold bliver slettet her.',
    en: 'Nothing of the file is registered, and its content is deleted here.',
  },
  done: {
    da: 'Filen er kasseret. Intet er registreret.',
    en: 'The file is discarded. Nothing is registered.',
  },
  api: { method: 'DELETE', path: '/evaluation-imports/:id' },
  answers: importDiscarded,
  form: '/evaluation-imports/:id/discard',
  params: z.object({ id: id() }),
  input: z.object({}),
  grounds: evaluationPermissions['discard-evaluation-import'],
  fields: [],
  scope: (db, { id: imported }) => scopeOfImport(db, imported),
  run: async ({ tx, params }) => {
    const pending = await lockPending(tx, params.id);
    if ('problems' in pending) return pending;
    const { found, initiative } = pending;
    await forgetImport(tx, found);
    return {
      output: { id: found.id, initiative: initiative.slug, status: 'discarded' },
      subject: { kind: 'evaluation-import', id: found.id },
      initiativeId: initiative.id,
      before: { status: 'preview' },
      after: { status: 'discarded' },
      edition: found.edition,
      next: `/initiatives/${initiative.slug}/reports`,
    };
  },
});
