import type { BodyFinding } from './findings.ts';
import { recordedLate, type BodyDetails, type SeatItem } from './queries.ts';

/** A finding as the API gives it. */
export const findingJson = ({ finding, edition, body, initiative, overdue, id }: BodyFinding) => ({
  id,
  rule: finding.rule,
  weight: finding.weight,
  says: finding.says,
  cure: finding.cure,
  source: { edition, ...finding.source },
  beganOn: finding.beganOn,
  dueOn: finding.dueOn,
  overdue,
  body: { id: body.id, slug: body.slug, kind: body.kind, name: body.name },
  initiative,
});

/** A seat as the API gives it; people are named to those who are signed in. */
export const seatJson = (seat: SeatItem, on: string | null) => ({
  id: seat.id,
  person: seat.person,
  organisation: seat.organisation,
  role: seat.role,
  voting: seat.voting,
  appointedBy: seat.appointedBy,
  from: seat.from,
  to: seat.to,
  recordedAt: seat.recordedAt,
  endRecordedAt: seat.endRecordedAt,
  ...(on === null ? {} : { recordedLate: recordedLate(seat, on) }),
});

/** A body as the API gives it. */
export const bodyJson = (details: BodyDetails, on: string | null) => ({
  id: details.id,
  slug: details.slug,
  kind: details.kind,
  name: details.name,
  task: details.task,
  establishedOn: details.establishedOn,
  closedOn: details.closedOn,
  edition: details.edition,
  initiative: details.initiative && {
    id: details.initiative.id,
    slug: details.initiative.slug,
    name: details.initiative.name,
    stage: details.initiative.stage,
    level: details.initiative.level,
  },
  board: {
    part: details.board.part,
    approved: details.board.decisions.length > 0,
    decisions: details.board.decisions.map(({ bySlug, ...decision }) => ({
      ...decision,
      by: { slug: bySlug, name: decision.by },
    })),
  },
  on,
  seats: details.seats.map((seat) => seatJson(seat, on)),
  findings: details.findings.map(findingJson),
});
