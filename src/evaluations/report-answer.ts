import type { Initiative } from '../portfolio/load.ts';
import type { Report, ReportRow } from './report.ts';

/** A report as operations answer it. */
export const reportAnswer = (report: Report, initiative: Pick<Initiative, 'id' | 'slug'>) => ({
  kind: report.kind,
  voice: report.voice,
  initiative: {
    id: initiative.id,
    slug: initiative.slug,
    name: report.initiative.name,
    stage: report.initiative.stage,
    level: report.initiative.level,
  },
  edition: report.edition.id,
  on: report.on,
  ...report.wording,
  counts: { verdicts: report.verdictCounts, lights: report.lightCounts },
  differences: report.differences.map(({ requirement }) => requirement.id),
  contradictions: report.contradictions.map(({ requirement }) => requirement.id),
  rows: report.rows.map(rowAnswer),
});

const rowAnswer = ({ requirement, ...row }: ReportRow) => ({
  requirement: requirement.id,
  label: requirement.label,
  theme: requirement.theme,
  level: requirement.level,
  ...row,
});
