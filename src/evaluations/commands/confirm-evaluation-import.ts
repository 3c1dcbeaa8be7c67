import { z } from 'zod';
import { verdicts } from '../../../rulebook/vocabulary.ts';
import { defineDeed, type Field } from '../../deeds/deed.ts';
import { id, isoDate } from '../../lib/inputs.ts';
import { initiativeBy } from '../../portfolio/load.ts';
import { importAnswer, type RowAnswer } from '../import-answer.ts';
import { groundForVoice } from '../import-permissions.ts';
import { confirmImport, rowsOf } from '../import-steps.ts';
import { importBy } from '../import-store.ts';
import { lockPending, scopeOfImport } from './import-scope.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { hasEnded } from '../refusals.ts';
import { evaluationPermissions } from '../permissions.ts';
import { importConfirmed } from '../import-answers.ts';

/** The field of a row that waits: what the file says, what it may mean, and why it is not certain. */
export function choiceField(row: RowAnswer): Field {
  const said = row.asWritten.trim() === '' ? { da: '(tomt)', en: '(empty)' } : null;
  const now = row.registered;
  return {
    name: `choices.${row.key}`,
    kind: 'select',
    label: {
      da: `${row.id} ${row.label?.da ?? ''}: »${said?.da ?? row.asWritten}«`,
      en: `${row.id} ${row.label?.en ?? ''}: “${said?.en ?? row.asWritten}”`,
    },
    hint: {
      da: [
        ...(row.explanation === '' ? [] : [`Filen skriver: »${shortened(row.explanation)}«.`]),
        `Forslag: ${verdicts[row.proposed.verdict].da.toLowerCase()}. ${row.proposed.because.da}`,
        ...(row.waits === 'no-date' ? ['Der står ikke hvornår.'] : []),
        ...(now === null ? [] : [`Registreret nu: ${verdicts[now.verdict].da.toLowerCase()}.`]),
      ].join(' '),
      en: [
        ...(row.explanation === '' ? [] : [`The file says: “${shortened(row.explanation)}”.`]),
        `Proposed: ${verdicts[row.proposed.verdict].en.toLowerCase()}. ${row.proposed.because.en}`,
        ...(row.waits === 'no-date' ? ['It does not say when.'] : []),
        ...(now === null ? [] : [`Registered now: ${verdicts[now.verdict].en.toLowerCase()}.`]),
      ].join(' '),
    },
    required: true,
    options: row.choices,
  };
}

/** A row that may be planned is asked for its date: planned is a verdict with a date. */
function dateField(row: RowAnswer): Field {
  return {
    name: `dates.${row.key}`,
    kind: 'date',
    label: { da: `${row.id}: på plads senest`, en: `${row.id}: in place by` },
    hint: { da: 'Kun når svaret er »planlagt«', en: 'Only when the answer is “planned”' },
    onlyWith: ['planned'],
  };
}

const fieldsOf = (row: RowAnswer): readonly Field[] =>
  row.choices.some(({ value }) => /^planned(@|$)/.test(value))
    ? [choiceField(row), dateField(row)]
    : [choiceField(row)];

/** The dates the form starts with: those that the file names, or that are registered, for the rows that wait. */
export const datesKnown = (
  rows: readonly Pick<RowAnswer, 'key' | 'waits' | 'knownDate'>[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rows.flatMap(({ key, waits, knownDate }) =>
      waits === null || knownDate === null ? [] : [[key, knownDate]],
    ),
  );

const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** Registers a file that has been looked through as its voice's word. */
export const confirmEvaluationImport = defineDeed({
  name: 'confirm-evaluation-import',
  title: { da: 'Bekræft og registrér', en: 'Confirm and register' },
  explains: {
    da: 'Svarene bliver registreret, som filen skriver dem. Vælg ved hver række, der venter på dig; det planlagte skal have en dato.',
    en: 'The answers are registered as the file writes them. Choose at each row that waits for you; what is planned needs a date.',
  },
  done: { da: 'Filens svar er registreret.', en: 'The answers of the file are registered.' },
  api: { method: 'POST', path: '/evaluation-imports/:id/confirmation' },
  answers: importConfirmed,
  form: '/evaluation-imports/:id/confirmation',
  params: z.object({ id: id() }),
  input: z.object({
    choices: z
      .record(z.string().max(100), z.string().max(40))
      .default({})
      .describe('For each row that waits, by its key: one of the values of its `choices`'),
    dates: z
      .record(z.string().max(100), isoDate())
      .default({})
      .describe(
        'For a row taken as planned, by its key: when it is in place. The row’s `knownDate` counts where none is given',
      ),
  }),
  grounds: evaluationPermissions['confirm-evaluation-import'],
  fields: [],
  fieldsNow: async ({ db, params, actor }) => {
    const found = await importBy(db, params['id'] ?? '');
    if (groundForVoice(actor, found.voice, { initiativeId: found.initiativeId }) === null) return [];
    const { rows } = await importAnswer(db, found, await initiativeBy(db, found.initiativeId));
    return rows.filter(({ waits }) => waits !== null).flatMap(fieldsOf);
  },
  prefill: async (db, params, actor) => {
    const found = await importBy(db, params.id);
    if (groundForVoice(actor, found.voice, { initiativeId: found.initiativeId }) === null) return {};
    return { dates: datesKnown(await rowsOf(db, found)) };
  },
  scope: (db, { id: imported }) => scopeOfImport(db, imported),
  run: async ({ tx, params, input, actor, now, today }) => {
    const pending = await lockPending(tx, params.id);
    if ('problems' in pending) return pending;
    const { found, initiative } = pending;
    if (initiative.stage === 'retired') return { refused: [hasEnded(editionOf(initiative.edition))] };
    if (found.edition !== initiative.edition)
      return {
        problems: [
          {
            path: '',
            says: {
              da: `Initiativet følger nu udgave ${initiative.edition}; filen er læst efter ${found.edition}. Læs den ind igen.`,
              en: `The initiative now follows edition ${initiative.edition}; the file was read by ${found.edition}. Read it in again.`,
            },
          },
        ],
      };
    const confirmed = await confirmImport(tx, found, input, { personId: actor.id, now, today });
    if ('problems' in confirmed) return confirmed;
    const { changes, unchanged, leftOut } = confirmed;
    return {
      output: {
        id: found.id,
        initiative: initiative.slug,
        voice: found.voice,
        registered: changes.map(({ requirement }) => requirement),
        unchanged,
        leftOut,
      },
      subject: { kind: 'evaluation-import', id: found.id },
      initiativeId: initiative.id,
      before: changes.map(({ requirement, before }) => ({ requirement, voice: found.voice, word: before })),
      after: changes.map(({ requirement, after }) => ({ requirement, voice: found.voice, word: after })),
      edition: found.edition,
      next: `/initiatives/${initiative.slug}/evaluation-imports/${found.id}`,
    };
  },
});
