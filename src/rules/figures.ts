import { sql } from 'kysely';
import { isClaimed, linesFor, isRequirement } from '../../rulebook/judge.ts';
import type { Edition, RequirementId, Standing } from '../../rulebook/rule.ts';
import {
  origins,
  stages,
  type Origin,
  type Stage,
  type Verdict,
  type Voice,
} from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';

/** What one voice says of the initiatives that a requirement applies to, by verdict; nothing said is unknown. */
export type Said = Readonly<Record<Verdict, number>>;

/** How one requirement stands across the community. In either voice the verdicts add up to `applies`. */
export interface RequirementFigures {
  readonly requirement: RequirementId;
  /** How many initiatives it is asked of, where they stand now: by level, stage and origin. */
  readonly applies: number;
  /** Null where registered facts answer it, whatever people claim. */
  readonly said: Readonly<Record<Voice, Said>> | null;
}

interface Asked {
  readonly requirement: RequirementId;
  readonly stage: Stage;
  readonly level: string;
  readonly origin: Origin;
}

/** Which requirements are asked of whom: a pair for each requirement and each kind of initiative it applies to. */
function askedOf(edition: Edition): readonly Asked[] {
  const kinds = (Object.keys(stages) as Stage[])
    .filter((stage) => stage !== 'retired')
    .flatMap((stage) =>
      edition.levels.flatMap(({ id: level }) =>
        (Object.keys(origins) as Origin[]).map((origin) => ({ stage, level, origin })),
      ),
    );
  return kinds.flatMap((kind) =>
    linesFor(edition, { ...nobody, ...kind }, kind)
      .filter(isRequirement)
      .map(({ id }) => ({ requirement: id, ...kind })),
  );
}

/** Of an initiative only its kind matters for what is asked of it where it stands. */
const nobody: Pick<Standing, 'facts' | 'assessments' | 'accepted' | 'decidedLevel' | 'boardApprovedLevel'> = {
  facts: {} as Standing['facts'],
  assessments: {},
  accepted: [],
  decidedLevel: null,
  boardApprovedLevel: null,
};

const none: Said = {
  met: 0,
  partly: 0,
  planned: 0,
  explained: 0,
  unmet: 0,
  'not-relevant': 0,
  unknown: 0,
};

/**
 * How every requirement of an edition stands across the initiatives that live under it and have a level, ended ones left
 * out. One statement, so that all of it is of one moment and adds up; a row for each requirement, voice and verdict,
 * however many initiatives there are.
 */
export async function requirementFigures(db: Db, edition: Edition): Promise<readonly RequirementFigures[]> {
  const asked = askedOf(edition);
  const column = (what: keyof Asked): readonly string[] => asked.map((each) => each[what]);
  const { rows } = await sql<{ requirement: string; voice: Voice | null; verdict: Verdict; n: number }>`
    with asked as materialized (
      select * from unnest(${column('requirement')}::text[], ${column('stage')}::text[], ${column('level')}::text[],
        ${column('origin')}::text[]) as a (requirement, stage, level, origin)),
    living as materialized (
      select id, stage, level, origin from initiatives
      where edition = ${edition.id} and stage <> 'retired' and level is not null),
    kinds as (select stage, level, origin, count(*) as n from living group by stage, level, origin)
    select a.requirement, null as voice, 'met' as verdict, sum(k.n)::integer as n
    from asked a join kinds k using (stage, level, origin) group by a.requirement
    union all
    select s.requirement, s.voice, s.verdict, count(*)::integer
    from living i join assessments s on s.initiative_id = i.id and s.edition = ${edition.id}
    join asked a on a.requirement = s.requirement and a.stage = i.stage and a.level = i.level and a.origin = i.origin
    group by s.requirement, s.voice, s.verdict`.execute(db);
  const byRequirement = Map.groupBy(rows, (row) => row.requirement);
  return Object.values(edition.requirements).map((requirement) => {
    const own = byRequirement.get(requirement.id) ?? [];
    const applies = own.find(({ voice }) => voice === null)?.n ?? 0;
    const said = (voice: Voice): Said => {
      const counts = Object.fromEntries(
        own.flatMap((row) => (row.voice === voice ? [[row.verdict, row.n]] : [])),
      );
      const spoken = Object.values(counts).reduce((sum, n) => sum + n, 0);
      return { ...none, ...counts, unknown: (counts['unknown'] ?? 0) + applies - spoken };
    };
    return {
      requirement: requirement.id,
      applies,
      said: isClaimed(requirement) ? { self: said('self'), community: said('community') } : null,
    };
  });
}

interface Kept {
  readonly edition: string;
  readonly head: string;
  readonly figures: Promise<readonly RequirementFigures[]>;
}

const kept = new WeakMap<Db, Kept>();

/** The same, kept until something has been written: every write leaves a row in the journal. */
export async function figuresNow(db: Db, edition: Edition): Promise<readonly RequirementFigures[]> {
  const newest = await db
    .selectFrom('journal')
    .select('hash')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const head = newest?.hash ?? '';
  const before = kept.get(db);
  if (before?.edition === edition.id && before.head === head) return before.figures;
  const figures = requirementFigures(db, edition);
  kept.set(db, { edition: edition.id, head, figures });
  figures.catch(() => kept.delete(db));
  return figures;
}
