import { z } from 'zod';
import { verdicts, voices } from '../../rulebook/vocabulary.ts';
import { day, key, level, listOf, moment } from '../deeds/answers.ts';
import { oneOf } from '../lib/inputs.ts';
import { formats } from './evaluation-file.ts';
import { importStatuses } from './import-store.ts';
import { waitKinds } from './import-choices.ts';
import { rowProblemKinds } from './import-rows.ts';

const head = {
  id: key(),
  voice: oneOf(voices),
  fileName: z.string(),
  status: z.enum(importStatuses),
  readAt: moment(),
  confirmedAt: moment().nullable(),
};

export const importList = listOf(z.strictObject(head).meta({ id: 'EvaluationImportSummary' }));

const row = z
  .strictObject({
    key: z.string().describe('What a choice names the row by'),
    id: z.string().describe('As the file writes it'),
    requirement: z.string().nullable().describe('Null where the edition has no such requirement'),
    label: z.string().nullable(),
    level: level().describe('The level that asks for it; null for an unknown requirement'),
    computed: z.boolean().describe('Registered facts answer it; the file’s answer is shown beside them'),
    line: z.int().nullable(),
    asWritten: z.string().describe('The status word, as the file writes it'),
    proposed: z.strictObject({ verdict: oneOf(verdicts), certain: z.boolean(), because: z.string() }),
    explanation: z.string(),
    plannedFor: day().nullable(),
    evidence: z.array(z.strictObject({ title: z.string(), url: z.string() })),
    problems: z.array(
      z.strictObject({ kind: z.enum(rowProblemKinds), stops: z.boolean(), says: z.string() }),
    ),
    registered: z.strictObject({ verdict: oneOf(verdicts), explanation: z.string() }).nullable(),
    change: z.enum(['new', 'same', 'changed', 'none']).describe('What taking it over as proposed would do'),
    waits: z
      .enum(waitKinds)
      .nullable()
      .describe('Why a person must choose; `no-date`: it is planned, and nothing says for when'),
    knownDate: day().nullable().describe('Counts where planned is chosen and no date is given'),
    choices: z.array(z.strictObject({ value: z.string(), label: z.string() })),
  })
  .meta({ id: 'EvaluationImportRow' });

/** A file read in, with what is proposed row by row. */
export const importAnswered = z
  .strictObject({
    ...head,
    initiative: z.string().describe('Its slug'),
    edition: z.string(),
    voiceName: z.string(),
    format: z.enum(formats),
    saidOn: day().nullable().describe('When the file says that it was filled in or published'),
    otherProduct: z.string().nullable().describe('The product the file names, where it is another'),
    waiting: z.array(z.string()).describe('Keys of the rows that wait for a choice'),
    unknown: z.array(z.string()),
    missing: z.array(z.string()),
    doubled: z.array(z.string()),
    notes: z.array(z.strictObject({ place: z.string().nullable(), says: z.string() })),
    rows: z.array(row),
  })
  .meta({ id: 'EvaluationImport' });

/** What confirming an import answers. */
export const importConfirmed = z.strictObject({
  id: head.id,
  initiative: z.string().describe('Its slug'),
  voice: head.voice,
  registered: z.array(z.string()).describe('The requirements whose answer is new'),
  unchanged: z.int(),
  leftOut: z.int(),
});

/** What discarding an import answers. */
export const importDiscarded = z.strictObject({
  id: head.id,
  initiative: z.string().describe('Its slug'),
  status: z.literal('discarded'),
});
