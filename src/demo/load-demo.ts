import { sql } from 'kysely';
import type { App } from '../context.ts';
import { editionOf } from '../rules/edition-of.ts';
import { dateIn, plusDays, zone } from '../lib/time.ts';
import { loadBase } from './base.ts';
import { inside } from './inside.ts';
import { stories } from './stories.ts';
import { timeline } from './timeline.ts';

/** How long the demo community has used Fælled, in days. */
const usedFor = 120;

/**
 * Loads the demo community into a database without a community: the real portfolio, and invented people who have
 * worked with it for four months. In one transaction: all of it, or nothing.
 * @param edition the edition the community lives under
 * @returns false when a community is there already
 */
export async function loadDemo(app: App, edition: string): Promise<boolean> {
  const today = dateIn(app.clock());
  const begunOn = plusDays(today, -usedFor);
  const begun = Temporal.PlainDate.from(begunOn)
    .toZonedDateTime({ timeZone: zone, plainTime: '08:00' })
    .toInstant()
    .toString();
  return app.db.transaction().execute(async (tx) => {
    // Whoever comes second waits as long as the first takes, on a slow machine too.
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`select pg_advisory_xact_lock(7309)`.execute(tx);
    if (await tx.selectFrom('community').select('id').executeTakeFirst()) return false;
    await loadBase(tx, { edition: editionOf(edition), begun, begunOn, today });
    const people = await tx.selectFrom('people').select(['id', 'email']).execute();
    const names = new Map(people.map((person) => [person.email.split('@')[0] as string, person.id]));
    await stories(timeline({ ...app, db: inside(tx) }, today, names), editionOf(edition));
    // Nobody reads the mail of invented people: what was due by now counts as sent when it was due.
    await sql`update letters l set status = 'sent', sent_to = p.email, ended_at = l.due_at, attempts = 1
      from people p where p.id = l.person_id and l.status = 'waiting' and l.due_at <= ${app.clock().toString()}`.execute(
      tx,
    );
    return true;
  });
}
