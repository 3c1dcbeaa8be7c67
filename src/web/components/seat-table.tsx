import type { SeatRole } from '../../../rulebook/vocabulary.ts';
import { commonWords } from '../common-words.ts';
import { formatDate } from '../format.ts';
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
  /** The role's title in the edition. */
  readonly title: string;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly voting: boolean;
  readonly appointedBy: string | null;
  readonly from: string;
  readonly to: string | null;
  /** The day it was registered, where that is to be told: after a day one asks about. */
  readonly recordedOn?: string | undefined;
  /** What is to be told beside the role: that a substitute has stepped in. */
  readonly note?: string | undefined;
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

/**
 * Who sits in a body, with which role and vote, and when. Seats that ended are named so. Visitors are told roles and
 * organisations; people are named to those who are signed in.
 */
export function SeatTable({ page, caption, hideCaption, seats, actions, emptyWhy }: SeatTableProps): Html {
  const { lang } = page;
  const words = commonWords(lang);
  const ended = (seat: SeatRow) => seat.to !== null && seat.to < page.today;
  const columns: Column<SeatRow>[] = [
    ...(page.viewer?.seesPeople
      ? [
          {
            head: words.person,
            names: true,
            cell: (seat: SeatRow) => <PersonLink page={page} person={seat.person} />,
          },
        ]
      : []),
    {
      head: words.role,
      names: !page.viewer?.seesPeople,
      cell: (seat) => (
        <>
          {seat.title}
          {seat.note !== undefined && <span class="muted">{`, ${seat.note}`}</span>}
        </>
      ),
    },
    {
      head: words.organisation,
      cell: (seat) => seat.organisation && <OrganisationLink page={page} organisation={seat.organisation} />,
    },
    { head: words.vote, cell: (seat) => (seat.voting ? words.votes : words.noVote) },
    { head: words.appointedBy, wideOnly: true, cell: (seat) => seat.appointedBy },
    {
      head: words.from,
      nowrap: seats.every((seat) => seat.recordedOn === undefined),
      cell: (seat) => <From page={page} seat={seat} />,
    },
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

/** First day; with a mark where it was registered only afterwards. */
function From({ page, seat }: { page: Page; seat: SeatRow }): Html {
  const { lang } = page;
  return (
    <>
      <DateText date={seat.from} lang={lang} />{' '}
      {seat.recordedOn !== undefined && (
        <Tag icon="clock">{commonWords(lang).recorded(formatDate(seat.recordedOn, lang))}</Tag>
      )}
    </>
  );
}
