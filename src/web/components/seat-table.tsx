import { seatRoles } from '../../../rulebook/vocabulary.ts';
import type { SeatRole } from '../../../rulebook/vocabulary.ts';
import { commonWords } from '../common-words.ts';
import type { Child, Html } from '../jsx/jsx-runtime.ts';
import type { Page } from '../page.ts';
import { Tag } from './badge.tsx';
import { EmptyState } from './facts.tsx';
import { OrganisationLink, PersonLink } from './link.tsx';
import { Table } from './table.tsx';
import type { Column } from './table.tsx';
import { DateText } from './text.tsx';

export interface SeatRow {
  readonly id: string;
  readonly role: SeatRole;
  /** The role's title in the edition, where it differs from the vocabulary. */
  readonly title?: string | undefined;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly voting: boolean;
  readonly appointedBy: string | null;
  readonly from: string;
  readonly to: string | null;
}

interface SeatTableProps {
  page: Page;
  caption: string;
  hideCaption?: boolean | undefined;
  seats: readonly SeatRow[];
  /** What may be done with a seat, in a last column. */
  actions?: ((seat: SeatRow) => Child) | undefined;
  /** Why there are no seats and who fills them. */
  emptyWhy: string;
}

/** Who sits in a body, with which role and vote, and when. Seats that ended are named so. */
export function SeatTable({ page, caption, hideCaption, seats, actions, emptyWhy }: SeatTableProps): Html {
  const { lang } = page;
  const words = commonWords(lang);
  const ended = (seat: SeatRow) => seat.to !== null && seat.to < page.today;
  const columns: Column<SeatRow>[] = [
    { head: words.person, names: true, cell: (seat) => <PersonLink page={page} person={seat.person} /> },
    { head: words.role, cell: (seat) => seat.title ?? seatRoles[seat.role][lang] },
    {
      head: words.organisation,
      cell: (seat) => seat.organisation && <OrganisationLink page={page} organisation={seat.organisation} />,
    },
    { head: words.vote, cell: (seat) => (seat.voting ? words.votes : words.noVote) },
    { head: words.appointedBy, wideOnly: true, cell: (seat) => seat.appointedBy },
    { head: words.from, nowrap: true, cell: (seat) => <DateText date={seat.from} lang={lang} /> },
    {
      head: words.to,
      nowrap: true,
      cell: (seat) =>
        seat.to === null ? (
          <span class="muted">{words.stillOpen}</span>
        ) : (
          <>
            <DateText date={seat.to} lang={lang} /> {ended(seat) && <Tag>{words.ended}</Tag>}
          </>
        ),
    },
  ];
  if (actions) columns.push({ head: words.menu, hideHead: true, cell: actions });
  return (
    <Table
      lang={lang}
      caption={caption}
      hideCaption={hideCaption ?? false}
      columns={columns}
      rows={seats}
      rowTone={(seat) => (ended(seat) ? 'muted' : undefined)}
      empty={<EmptyState title={words.noSeats} why={emptyWhy} />}
    />
  );
}
