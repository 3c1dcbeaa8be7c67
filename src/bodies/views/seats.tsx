import { roleTitle } from '../../../rulebook/titles.ts';
import type { Edition } from '../../../rulebook/rule.ts';
import { dateIn } from '../../lib/time.ts';
import { SeatTable, type SeatRow } from '../../web/components/seat-table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { SeatItem } from '../queries.ts';
import { bodyWords } from '../words.ts';

interface SeatsProps {
  readonly page: Page;
  readonly edition: Edition;
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly seats: readonly SeatItem[];
  readonly emptyWhy: string;
  /** The reader may change and end the seats; with false only one's own may be left. */
  readonly keeps: boolean;
  /** Marks what was registered after this day. */
  readonly registeredAfter?: string;
}

/** Seats of a body, by the titles of its edition, with what the reader may do with each. */
export function Seats(props: SeatsProps): Html {
  const { page, edition, caption, hideCaption, seats, emptyWhy, keeps, registeredAfter } = props;
  const { lang } = page;
  const isOpen = (seat: SeatItem) => seat.to === null || seat.to >= page.today;
  const isOwn = (seat: SeatItem) => page.viewer !== null && seat.person?.id === page.viewer.id;
  const acts = seats.some((seat) => isOpen(seat) && (keeps || isOwn(seat)));
  return (
    <SeatTable
      page={page}
      caption={caption}
      hideCaption={hideCaption}
      emptyWhy={emptyWhy}
      seats={seats.map((seat): SeatRow => {
        const recorded = dateIn(Temporal.Instant.from(seat.recordedAt));
        return {
          ...seat,
          title: roleTitle(edition, seat.role)[lang],
          ...(seat.stoodIn ? { note: bodyWords(lang).stoodIn } : {}),
          ...(registeredAfter !== undefined && recorded > registeredAfter ? { recordedOn: recorded } : {}),
        };
      })}
      actions={
        acts
          ? ({ id }) => {
              const seat = seats.find((each) => each.id === id) as SeatItem;
              return isOpen(seat) && (keeps || isOwn(seat)) ? (
                <SeatActions page={page} seat={seat} keeps={keeps} />
              ) : null;
            }
          : undefined
      }
    />
  );
}

function SeatActions({ page, seat, keeps }: { page: Page; seat: SeatItem; keeps: boolean }): Html {
  const w = bodyWords(page.lang);
  const whose = <span class="sr-only"> {seat.person?.name}</span>;
  return (
    <span class="actions">
      {keeps && (
        <a href={page.href(`/seats/${seat.id}/edit`)}>
          {w.change}
          {whose}
        </a>
      )}
      <a href={page.href(`/seats/${seat.id}/end`)}>
        {keeps ? w.end : w.leave}
        {keeps && whose}
      </a>
    </span>
  );
}
