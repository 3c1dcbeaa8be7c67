import { Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState, Facts } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { OrganisationLink, PersonLink } from '../../web/components/link.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { Table } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { Attendance } from '../attendance-queries.ts';
import { LiveMeeting } from '../live/live-line.tsx';
import type { LiveState } from '../live/state.ts';
import type { Meeting } from '../load.ts';
import { attendanceRoles, itemKinds, meetingKinds, meetingTitle } from '../meeting.ts';
import type { AgendaItem } from '../queries.ts';
import { MeetingPapers } from '../minutes/views/meeting-papers.tsx';
import { meetingWords } from '../words.ts';
import { StatusTag } from './meetings.tsx';
import { Span } from './span.tsx';

export interface MeetingProps {
  /** How it stands just now, while it is under way. */
  readonly live: LiveState | null;
  readonly page: Page;
  readonly meeting: Meeting;
  readonly agenda: readonly AgendaItem[];
  readonly called: readonly Attendance[];
  /** People are named to those who are signed in. */
  readonly names: boolean;
  /** The reader is called, or prepares the meeting: the link to the online meeting is shown. */
  readonly inside: boolean;
  readonly may: readonly { readonly href: string; readonly label: string }[];
}

/** One meeting: where it stands, facts, agenda with reasons, who is called. */
export function MeetingView(props: MeetingProps): Html {
  const { page, meeting, may } = props;
  const { lang } = page;
  const w = meetingWords(lang);
  const named = {
    kind: meeting.kind,
    title: meeting.title,
    startsAt: meeting.starts_at,
    endsAt: meeting.ends_at,
    body: meeting.body,
  };
  return (
    <>
      <PageHeading
        kicker={`${w.number(meeting.number)} · ${meetingKinds[meeting.kind][lang]}`}
        title={meetingTitle(named, lang)}
        tags={<StatusTag status={meeting.status} lang={lang} />}
        actions={
          may.length > 0 &&
          may.map((each) => (
            <LinkButton href={each.href} small>
              {each.label}
            </LinkButton>
          ))
        }
      />
      {meeting.status === 'cancelled' && (
        <Notice lang={lang} tone="warning" title={w.cancelled}>
          <p>{meeting.cancelled_reason}</p>
        </Notice>
      )}
      {meeting.status === 'draft' && <p class="muted">{w.draft}</p>}
      {props.live && <LiveMeeting page={page} meeting={meeting.number} state={props.live} />}
      <Facts
        facts={[
          [w.when, <Span meeting={named} lang={lang} />],
          [w.body, <a href={page.href(`/bodies/${meeting.body.slug}`)}>{meeting.body.name}</a>],
          [w.place, meeting.place],
          [w.online, props.inside && meeting.online_url && <a href={meeting.online_url}>{w.online}</a>],
          [w.papersDue, meeting.papers_due_on && <DateText date={meeting.papers_due_on} lang={lang} />],
        ]}
      />
      <MeetingPapers page={page} meeting={meeting} />
      <Section id="agenda" title={w.agenda}>
        <Agenda {...props} />
      </Section>
      <Section id="attendance" title={w.called}>
        <Called {...props} />
      </Section>
    </>
  );
}

function Agenda({ page, meeting, agenda }: MeetingProps): Html {
  const { lang } = page;
  const w = meetingWords(lang);
  return (
    <Table
      lang={lang}
      caption={w.agenda}
      hideCaption
      rows={agenda}
      rowTone={(item) => (item.status === 'removed' ? 'muted' : undefined)}
      columns={[
        {
          head: w.item,
          names: true,
          cell: (item) => (
            <>
              <a href={page.href(`/meetings/${meeting.number}/items/${item.number}`)}>
                {`${item.number}. ${item.title?.[lang] ?? w.closed}`}
              </a>{' '}
              {item.closedGround !== null && <Tag icon="key">{w.closedGround(item.closedGround)}</Tag>}
              {item.status === 'removed' && <Tag tone="warning">{w.removed}</Tag>}
            </>
          ),
        },
        { head: w.itemKind, cell: (item) => item.kind && itemKinds[item.kind][lang] },
        { head: w.why, cell: (item) => item.removedReason ?? item.because?.[lang] },
        { head: w.owner, cell: (item) => item.owner && <PersonLink page={page} person={item.owner} /> },
        {
          head: w.minutes,
          numeric: true,
          nowrap: true,
          cell: (item) => item.minutes !== null && w.minutesOf(item.minutes),
        },
      ]}
      empty={<EmptyState title={w.agendaNone} why={w.agendaNoneWhy} />}
    />
  );
}

function Called({ page, called, names }: MeetingProps): Html {
  const { lang } = page;
  const w = meetingWords(lang);
  return (
    <Table
      lang={lang}
      caption={w.called}
      hideCaption
      rows={called}
      columns={[
        ...(names
          ? [
              {
                head: w.person,
                names: true,
                cell: (each: Attendance) =>
                  each.person ? <PersonLink page={page} person={each.person} /> : each.guest,
              },
            ]
          : []),
        {
          head: w.organisation,
          names: !names,
          cell: (each) =>
            each.organisation && (
              <OrganisationLink
                page={page}
                organisation={{ id: each.organisation.slug, name: each.organisation.name }}
              />
            ),
        },
        { head: w.role, cell: (each) => attendanceRoles[each.role][lang] },
        { head: w.vote, cell: (each) => (each.voting ? w.withVote : w.withoutVote) },
        { head: w.state, cell: (each) => (each.apologiesAt === null ? w.expected : w.apologies) },
      ]}
      empty={<EmptyState title={w.nobody} why={w.nobodyWhy} />}
    />
  );
}
