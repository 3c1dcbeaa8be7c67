import { judgeAll } from '../rulebook/judge.ts';
import type { LevelId, RuleId } from '../rulebook/rule.ts';
import type { BodyKind, Origin, SeatRole, Stage } from '../rulebook/vocabulary.ts';
import { newId } from '../src/lib/id.ts';
import { initiativeBy, type Initiative } from '../src/portfolio/load.ts';
import { editionOf } from '../src/rules/edition-of.ts';
import { forecastOf, type Asked } from '../src/rules/forecast-of.ts';
import { standingOf } from '../src/rules/standing.ts';
import type { Person, TestCommunity } from './community.ts';

const today = '2026-11-24';
const now = '2026-11-24T09:00:00Z';

/** A board of five that agrees. */
export const yes = {
  outcome: 'approved',
  reason: 'Det er en god idé',
  votes: { for: 4, against: 0, abstaining: 0 },
};

/** What the people of a test community do with an initiative, in their own words. */
export interface Steps {
  idea(name: string, origin?: Origin): Promise<{ id: string; slug: string }>;
  /** Documents every requirement on which people give verdicts, up to a stage and level, as met. */
  documentAll(id: string, stage: Stage, level: LevelId): Promise<void>;
  /** Sets up a body of an initiative with its seats and answers with its id. */
  group(id: string, kind: BodyKind, seats: readonly [Person, SeatRole, boolean][]): Promise<string>;
  row(id: string): Promise<Initiative>;
  /** The rules that a forecast says are missing, by default for the next stage. */
  missing(id: string, asked?: Asked): Promise<readonly RuleId[]>;
  /** Opens a case and has its body decide it; the business manager does both unless told. */
  decided(
    id: string,
    kind: string,
    more?: {
      readonly open?: Record<string, unknown>;
      readonly decide?: Record<string, unknown>;
      readonly by?: Person;
    },
  ): Promise<Record<string, unknown>>;
}

/** The steps in a community that lives under an edition. */
export function stepsOf(c: TestCommunity, editionId: string): Steps {
  const edition = editionOf(editionId);
  const row = (id: string) => initiativeBy(c.app.db, id);
  return {
    row,
    idea: async (name, origin = 'community') =>
      (await c.act('member', 'register-idea', {}, { name, summary: `${name} i én sætning`, origin })) as {
        id: string;
        slug: string;
      },
    documentAll: async (id, stage, level) => {
      const standing = await standingOf(c.app.db, id, edition, today);
      for (const judgement of judgeAll(edition, standing, { stage, level }, today)) {
        const requirement = edition.requirements[judgement.rule];
        if (!requirement || !('claimed' in requirement.condition) || judgement.satisfied) continue;
        await c.app.db
          .insertInto('assessments')
          .values({
            initiative_id: id,
            edition: edition.id,
            requirement: requirement.id,
            voice: 'self',
            verdict: 'met',
            explanation: 'Se dokumentationen',
            changed_at: now,
          })
          .onConflict((conflict) =>
            conflict
              .columns(['initiative_id', 'edition', 'requirement', 'voice'])
              .doUpdateSet({ verdict: 'met' }),
          )
          .execute();
      }
    },
    group: async (id, kind, seats) => {
      const body = newId();
      await c.app.db
        .insertInto('bodies')
        .values({
          id: body,
          slug: `${kind}-${body.slice(-8)}`,
          kind,
          name: kind,
          initiative_id: id,
          established_on: today,
          recorded_at: now,
        })
        .execute();
      await c.app.db
        .insertInto('seats')
        .values(
          seats.map(([person, role, voting]) => ({
            id: newId(),
            body_id: body,
            person_id: c.people[person],
            role,
            voting,
            from_on: today,
            recorded_at: now,
          })),
        )
        .execute();
      return body;
    },
    missing: async (id, asked = {}) => {
      const { forecast } = await forecastOf(c.app.db, await row(id), asked, today);
      return forecast.missing.map((line) => line.rule);
    },
    decided: async (id, kind, { open = {}, decide = {}, by = 'manager' } = {}) => {
      const opened = await c.act(
        by,
        'open-case',
        {},
        {
          initiative: id,
          kind,
          question: 'Hvad beslutter vi?',
          recommendation: 'Det indstilles, at det godkendes',
          ...open,
        },
      );
      return c.act(by, 'decide-case', { id: String(opened['number']) }, { ...yes, ...decide });
    },
  };
}
