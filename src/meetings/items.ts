import { z } from 'zod';

/** How long an item is planned to take, in minutes. */
export const minutesPlanned = () => z.coerce.number().int({ error: 'whole-number' }).min(1).max(600);

/** An item as operations answer it. */
export const itemFacts = (row: {
  readonly id: string;
  readonly number: number;
  readonly position: number;
  readonly kind: string;
  readonly source: string;
  readonly title: string;
  readonly facts: string;
  readonly proposal: string;
  readonly owner_id: string | null;
  readonly minutes_planned: number | null;
  readonly closed_ground: string | null;
  readonly status: string;
}) => ({
  id: row.id,
  number: row.number,
  position: row.position,
  kind: row.kind,
  source: row.source,
  title: row.title,
  facts: row.facts,
  proposal: row.proposal,
  owner: row.owner_id,
  minutes: row.minutes_planned,
  closedGround: row.closed_ground,
  status: row.status,
});

/** An item as the journal keeps it. */
export const itemRecord = (row: Parameters<typeof itemFacts>[0]) => {
  const { id: _, ...record } = itemFacts(row);
  return record;
};
