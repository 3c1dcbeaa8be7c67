import { z } from 'zod';
import { themes, verdicts, voices } from '../../rulebook/vocabulary.ts';
import { day, initiativePlace } from '../deeds/answers.ts';
import { oneOf } from '../lib/inputs.ts';
import { judgedValues, lightValues } from './report.ts';

const said = z
  .strictObject({
    verdict: oneOf(verdicts),
    asWritten: z.string().nullable(),
    explanation: z.string(),
    plannedFor: day().nullable(),
    validUntil: day().nullable(),
    checkedOn: day().nullable(),
    checkedBy: z.string().nullable().describe('A name; null to visitors'),
    reviewedOn: day().nullable(),
    reviewedBy: z.string().nullable().describe('A name; null to visitors'),
    evidence: z.array(z.strictObject({ title: z.string(), url: z.string().nullable() })),
  })
  .meta({ id: 'ReportWord', description: 'What one voice says about one requirement, as a report shows it' });

const row = z
  .strictObject({
    requirement: z.string(),
    label: z.string(),
    theme: oneOf(themes),
    level: z.string(),
    self: said.nullable(),
    community: said.nullable(),
    registered: z
      .strictObject({
        satisfied: z.boolean(),
        because: z.array(
          z.strictObject({
            fact: z.string().optional(),
            says: z.string(),
            value: z.union([z.boolean(), z.number(), z.string()]),
          }),
        ),
      })
      .nullable()
      .describe('What is registered, where registered facts answer it'),
    questions: z.array(
      z.strictObject({
        question: z.string(),
        askedOn: day(),
        answer: z.string().nullable(),
        answeredOn: day().nullable(),
      }),
    ),
    verdict: oneOf(verdicts).nullable().describe('What is counted; null where nobody has judged'),
    light: z.enum(lightValues),
    differs: z.boolean(),
    contradicted: z.boolean().describe('The report’s voice and the registers say opposite things'),
    expired: z.boolean(),
  })
  .meta({ id: 'ReportRow' });

/** Counts by theme and level; every sum is counted from the rows. */
const countTable = (id: string, values: readonly string[]) => {
  const value = z.enum(values);
  const tally = z
    .strictObject({
      counts: z.record(value, z.int()),
      percent: z.record(value, z.int()).describe('Whole per cents that add up to 100'),
      total: z.int(),
    })
    .meta({ id: `${id}Tally` });
  const byLevel = z.record(z.string(), tally);
  const byTheme = <T extends z.ZodType>(of: T) => z.partialRecord(oneOf(themes), of);
  return z
    .strictObject({
      values: z.array(value),
      themes: z.array(oneOf(themes)),
      levels: z.array(z.string()),
      cell: byTheme(byLevel).describe('By theme, then by level'),
      byTheme: byTheme(tally),
      byLevel,
      upToLevel: byLevel.describe('What a level asks for in all, with the levels below'),
      all: tally,
    })
    .meta({ id: `${id}Counts` });
};

/** A report of one voice; every requirement of the edition has a row. */
export const reportAnswered = z
  .strictObject({
    kind: z.enum(['governance', 'evaluation']),
    voice: oneOf(voices),
    initiative: initiativePlace,
    edition: z.string(),
    on: day(),
    summary: z.string(),
    overall: z.string(),
    recommendation: z.string(),
    counts: z.strictObject({
      verdicts: countTable('Verdict', judgedValues),
      lights: countTable('Light', lightValues),
    }),
    differences: z.array(z.string()).describe('Requirements the two voices judge differently'),
    contradictions: z.array(z.string()).describe('Requirements where the registers say the opposite'),
    rows: z.array(row),
  })
  .meta({ id: 'Report' });

/** OS2's own format. What a file once read in has beside these fields comes back with it. */
export const selfEvaluationAnswered = z
  .looseObject({
    productName: z.string().nullish(),
    filledBy: z.string().nullish(),
    filledDate: z.string().nullish(),
    generatedAt: z.string().nullish(),
    krav: z.array(
      z
        .looseObject({
          id: z.string(),
          kategori: z.string().nullish(),
          krav: z.string().nullish(),
          produktniveau: z.string().nullish(),
          retningslinjer: z.string().nullish(),
          efterlevet: z.string().nullish(),
          dokumentation: z.string().nullish(),
        })
        .meta({ id: 'SelfEvaluationRow' }),
    ),
  })
  .meta({ id: 'SelfEvaluation' });
