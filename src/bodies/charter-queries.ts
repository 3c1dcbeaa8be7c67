import type { Db } from '../db/client.ts';
import type { CharterText } from './charter.ts';

/** One version of a body's charter. */
export interface CharterVersion {
  readonly version: number;
  readonly status: 'draft' | 'approved';
  readonly sections: CharterText;
  readonly writtenAt: string;
  readonly approvedOn: string | null;
  readonly approvedBy: { readonly slug: string; readonly name: string } | null;
  /** The decision that approved it, where it was decided in Fælled, and its case. */
  readonly decision: { readonly number: number; readonly case: number | null } | null;
  readonly recordedAt: string | null;
}

/** The most versions shown: a charter is rewritten every few years. */
const mostVersions = 100;

/**
 * The versions of a body's charter, the newest first.
 * @param drafts whether a draft comes along: for those who may write it
 */
export async function chartersOf(
  db: Db,
  bodyId: string,
  drafts: boolean,
): Promise<readonly CharterVersion[]> {
  const rows = await db
    .selectFrom('charters as c')
    .leftJoin('bodies as b', 'b.id', 'c.approved_by_body_id')
    .leftJoin('decisions as d', 'd.id', 'c.decision_id')
    .leftJoin('cases as k', 'k.id', 'd.case_id')
    .select([
      'c.version',
      'c.status',
      'c.sections',
      'c.written_at',
      'c.approved_on',
      'c.recorded_at',
      'b.slug as by_slug',
      'b.name as by_name',
      'd.number as decision',
      'k.number as case',
    ])
    .where('c.body_id', '=', bodyId)
    .$if(!drafts, (query) => query.where('c.status', '=', 'approved'))
    .orderBy('c.version', 'desc')
    .limit(mostVersions)
    .execute();
  return rows.map((row) => ({
    version: row.version,
    status: row.status as CharterVersion['status'],
    sections: row.sections as CharterText,
    writtenAt: row.written_at,
    approvedOn: row.approved_on,
    approvedBy: row.by_slug === null ? null : { slug: row.by_slug, name: row.by_name as string },
    decision: row.decision === null ? null : { number: row.decision, case: row.case },
    recordedAt: row.recorded_at,
  }));
}
