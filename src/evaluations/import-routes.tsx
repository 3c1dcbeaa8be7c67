import { z } from 'zod';
import { notFound } from '../deeds/failure.ts';
import { formParts } from '../deeds/forms.tsx';
import { id, idOrSlug } from '../lib/inputs.ts';
import { frameFacts } from '../portfolio/frame.ts';
import { InitiativeFrame } from '../web/components/initiative-frame.tsx';
import { definePage, type PageSpec } from '../web/pages.ts';
import { confirmEvaluationImport, datesKnown } from './commands/confirm-evaluation-import.ts';
import { importFor } from './import-queries.ts';
import { importWords } from './import-words.ts';
import { ImportView } from './views/import.tsx';

const preview = definePage({
  path: '/initiatives/:id/evaluation-imports/:import',
  /** The form's own address knows the import only. */
  params: z.object({ id: idOrSlug(), import: id().optional() }),
  query: z.object({ done: z.string().optional() }),
  grounds: ['community-person'],
  carries: confirmEvaluationImport.name,
  run: async (cx) => {
    const { app, db, page, params, actor, carried } = cx;
    if (actor === null) return { redirect: `/sign-in?next=${encodeURIComponent(page.path)}` };
    const { answer, initiative } = await importFor(db, params.import ?? params.id, actor);
    if (params.import !== undefined && params.id !== initiative.slug && params.id !== initiative.id)
      throw notFound({ da: 'Den indlæste fil', en: 'imported file' });
    const address = { id: answer.id };
    const confirm =
      carried ??
      (answer.status === 'preview'
        ? await formParts(
            app,
            confirmEvaluationImport,
            cx,
            address,
            { values: { dates: datesKnown(answer.rows) } },
            fill(address),
          )
        : null);
    return {
      title: `${importWords(page.lang).title(answer.voiceName[page.lang])} – ${initiative.name}`,
      wide: true,
      body: InitiativeFrame({
        page,
        initiative: await frameFacts(db, initiative, page.today),
        tab: 'reports',
        children: ImportView({ page, found: answer, confirm }),
      }),
    };
  },
});

const fill = (address: { readonly id: string }): string => `/evaluation-imports/${address.id}/confirmation`;

/** The page about a file read in; reading one in, confirming and discarding are forms of their deeds. */
export const importPages: readonly PageSpec[] = [preview];
