import { sql, type Selectable } from 'kysely';
import { carryOver, type Carried } from '../../rulebook/carry-over.ts';
import type { Assessment, Edition, RequirementId, Standing } from '../../rulebook/rule.ts';
import { verdicts, type Verdict, type Voice } from '../../rulebook/vocabulary.ts';
import type { Tx } from '../db/client.ts';
import type { Assessments } from '../db/types.ts';

type Row = Selectable<Assessments>;

/**
 * Takes what both voices have said about an initiative from one edition along to another, with dates, review and
 * evidence, as `carryOver` decides. What stands under either edition stays as it is.
 * @returns the requirements of the new edition that got a word, each once
 */
export async function carryWork(
  tx: Tx,
  initiativeId: string,
  from: Edition,
  to: Edition,
  now: string,
): Promise<readonly RequirementId[]> {
  const rows = await tx
    .selectFrom('assessments')
    .selectAll()
    .where('initiative_id', '=', initiativeId)
    .where('edition', 'in', [from.id, to.id])
    .execute();
  const before = rows.filter((row) => row.edition === from.id);
  const words = carryOver(from, to, saidIn(before), saidIn(rows.filter((row) => row.edition === to.id)));
  if (words.length === 0) return [];
  await tx
    .insertInto('assessments')
    .values(words.map((word) => carriedRow(word, before, { initiativeId, from, to, now })))
    .execute();
  await carryEvidence(tx, initiativeId, from, to, words);
  return [...new Set(words.map((word) => word.requirement))];
}

function saidIn(rows: readonly Row[]): Standing['assessments'] {
  const said: Record<RequirementId, Partial<Record<Voice, Assessment>>> = {};
  for (const row of rows)
    (said[row.requirement] ??= {})[row.voice as Voice] = {
      verdict: row.verdict as Verdict,
      explanation: row.explanation,
      plannedFor: row.planned_for,
      validUntil: row.valid_until,
    };
  return said;
}

/**
 * The row of a word that comes along. Of several joined, the whole was checked when the first part was, and has been
 * reviewed only where every part has.
 */
function carriedRow(
  { requirement, voice, assessment, saidOf }: Carried,
  before: readonly Row[],
  { initiativeId, from, to, now }: { initiativeId: string; from: Edition; to: Edition; now: string },
) {
  const parts = before.filter((row) => row.voice === voice && saidOf.includes(row.requirement));
  const checked = parts.toSorted((a, b) => (a.checked_on ?? '').localeCompare(b.checked_on ?? ''))[0];
  const reviewed = parts.every((row) => row.reviewed_at !== null)
    ? parts.toSorted((a, b) => String(a.reviewed_at).localeCompare(String(b.reviewed_at)))[0]
    : undefined;
  const written = [...new Set(parts.flatMap((row) => row.as_written ?? []))].join('; ');
  const [only] = parts.length === 1 ? parts : [];
  const replaced = only && only.verdict !== assessment.verdict ? verdicts[only.verdict as Verdict].da : null;
  const origins = new Set(parts.map((row) => row.kept_from ?? from.id));
  return {
    initiative_id: initiativeId,
    edition: to.id,
    requirement,
    voice,
    verdict: assessment.verdict,
    explanation: assessment.explanation,
    as_written: written === '' ? replaced : written,
    planned_for: assessment.plannedFor,
    valid_until: assessment.validUntil,
    checked_on: checked?.checked_on ?? null,
    checked_by: checked?.checked_by ?? null,
    reviewed_by: reviewed?.reviewed_by ?? null,
    reviewed_at: reviewed?.reviewed_at ?? null,
    changed_at: now,
    kept_from: origins.size === 1 ? ([...origins][0] ?? from.id) : from.id,
  };
}

/** The links and files behind the words that come along; of joined requirements each link once. */
const carryEvidence = (
  tx: Tx,
  initiativeId: string,
  from: Edition,
  to: Edition,
  words: readonly Carried[],
) => {
  const pairs = words.flatMap(({ requirement, voice, saidOf }) =>
    saidOf.map((part) => ({ requirement, voice, part })),
  );
  return sql`
    insert into evidence (id, initiative_id, edition, requirement, voice, title, url, file_hash, file_name, added_by, added_at, restricted)
    select gen_random_uuid(), initiative_id, ${to.id}, becomes, voice, title, url, file_hash, file_name, added_by, added_at, restricted
    from (
      select distinct on (w.becomes, e.voice, e.url, e.file_hash, e.title, e.restricted) e.*, w.becomes
      from unnest(${pairs.map((pair) => pair.part)}::text[], ${pairs.map((pair) => pair.voice)}::text[],
        ${pairs.map((pair) => pair.requirement)}::text[]) as w (part, voice, becomes)
      join evidence e on e.requirement = w.part and e.voice = w.voice
      where e.initiative_id = ${initiativeId} and e.edition = ${from.id}
      order by w.becomes, e.voice, e.url, e.file_hash, e.title, e.restricted, e.added_at) as each`.execute(
    tx,
  );
};
