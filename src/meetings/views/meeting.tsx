import { writtenIn } from '../../web/components/written.tsx';
import { sourceInWords } from '../../../rulebook/in-words.ts';
import type { MeetingRules } from '../../../rulebook/statutes/meeting-rules.ts';
import { Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState, Facts } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { PersonLink } from '../../web/components/link.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { DateText } from '../../web/components/text.tsx';
import { formatTime } from '../../web/format.ts';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { MeetingPapers } from '../minutes/views/meeting-papers.tsx';
import type { Attendance } from '../attendance-queries.ts';
import type { BallotDetails } from '../ballots/queries.ts';
import { ItemBallots } from '../ballots/views/item-ballots.tsx';
import { LiveMeeting } from '../live/live-line.tsx';
import type { LiveState } from '../live/state.ts';
import type { Meeting } from '../load.ts';
import type { Link } from '../may-here.ts';
import { meetingKinds, meetingStatuses, meetingTitle, type MeetingStatus, type Stance } from '../meeting.ts';
import { StatusTag } from '../meeting-table.tsx';
import type { Presence } from '../presence-queries.ts';
import type { AgendaItem } from '../queries.ts';
import type { Quorum } from '../quorum.ts';
import type { ChangeMark } from '../sent.ts';
import { Span } from '../span.tsx';
import { meetingWords } from '../words.ts';
import { Agenda } from './agenda.tsx';
import { Called } from './called.tsx';

export interface MeetingProps {
  /** How it stands just now, while it is under way. */
  readonly live: LiveState | null;
  /** Votes that are under way. */
  readonly ballots: readonly BallotDetails[];
  readonly page: Page;
  readonly meeting: Meeting;
  readonly rules: MeetingRules;
  readonly agenda: readonly AgendaItem[];
  /** Where the agenda goes on, when it is longer than one page. */
  readonly moreHref: string | null;
  readonly called: readonly Attendance[];
  readonly presences: readonly Presence[];
  readonly quorum: Quorum | null;
  readonly sent: { readonly version: number; readonly sentAt: string } | null;
  readonly marks: ReadonlyMap<string, ChangeMark>;
  readonly stances: ReadonlyMap<string, Stance>;
  /** People are named to those who are signed in. */
  readonly names: boolean;
  /** The reader belongs to the body or its secretariat. */
  readonly inside: boolean;
  /** The reader is called, and so has a stance on each item. */
  readonly isCalled: boolean;
  readonly may: Readonly<Record<'next' | 'agenda' | 'attendance' | 'meeting', readonly Link[]>> & {
    readonly keeps: boolean;
  };
}

/** One meeting: where it stands and what comes next, facts, agenda with reasons, who is called and there. */
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
  const first = props.agenda.find((item) => item.status !== 'removed');
  return (
    <>
      <PageHeading
        kicker={`${w.number(meeting.number)} · ${meetingKinds[meeting.kind][lang]}`}
        title={meetingTitle(named, lang)}
        tags={<StatusTag status={meeting.status} lang={lang} />}
        actions={
          <>
            {may.next.map((link) => (
              <LinkButton href={page.href(link.href)} variant="primary">
                {link.label}
              </LinkButton>
            ))}
            {first && (
              <LinkButton
                href={page.href(`/meetings/${meeting.number}/items/${first.number}`)}
                variant={may.next.length > 0 ? 'secondary' : 'primary'}
              >
                {w.takesUp}
              </LinkButton>
            )}
            <Links page={page} links={may.meeting} />
          </>
        }
      />
      {meeting.status === 'cancelled' ? (
        <Notice lang={lang} tone="warning" title={w.cancelled}>
          <p lang={writtenIn}>{meeting.cancelled_reason}</p>
        </Notice>
      ) : (
        <Life page={page} status={meeting.status} />
      )}
      {meeting.status === 'draft' && <p class="muted">{w.draft}</p>}
      {props.live && <LiveMeeting page={page} meeting={meeting.number} state={props.live} />}
      <ItemBallots page={page} ballots={props.ballots} underWay />
      <MeetingFacts {...props} />
      <Section id="agenda" title={w.agenda} actions={<Links page={page} links={may.agenda} />}>
        {props.sent && (
          <p class="muted">
            {w.sentOn(props.sent.version, formatTime(props.sent.sentAt, lang))}{' '}
            {props.marks.size > 0 && <Tag tone="warning">{w.changedSince}</Tag>}
          </p>
        )}
        {props.agenda.length === 0 ? (
          <EmptyState title={w.agendaNone} why={w.agendaNoneWhy} />
        ) : (
          <Agenda {...props} />
        )}
        {props.moreHref !== null && (
          <p>
            <a href={props.moreHref} rel="next">
              {w.restOfAgenda}
            </a>
          </p>
        )}
      </Section>
      <MeetingPapers page={page} meeting={meeting} />
      <Section id="attendance" title={w.called} actions={<Links page={page} links={may.attendance} />}>
        {props.quorum && <p>{props.quorum.says[lang]}</p>}
        <Called {...props} />
      </Section>
    </>
  );
}

function Links({ page, links }: { page: Page; links: readonly Link[] }): Html {
  return (
    <>
      {links.map((link) => (
        <LinkButton href={page.href(link.href)} small>
          {link.label}
        </LinkButton>
      ))}
    </>
  );
}

const life: readonly MeetingStatus[] = ['draft', 'sent', 'running', 'minutes-draft', 'approved', 'published'];

/** The steps of a meeting, the present one marked. */
function Life({ page, status }: { page: Page; status: MeetingStatus }): Html {
  const w = meetingWords(page.lang);
  return (
    <ol class="meeting-life" aria-label={w.lifeOf}>
      {life.map((step) => (
        <li aria-current={step === status ? 'step' : undefined}>{meetingStatuses[step][page.lang]}</li>
      ))}
    </ol>
  );
}

function MeetingFacts({ page, meeting, rules, inside, isCalled, names, called }: MeetingProps): Html {
  const { lang } = page;
  const w = meetingWords(lang);
  const person = (id: string | null) => {
    const found = called.find((each) => each.person?.id === id)?.person;
    return names && found ? <PersonLink page={page} person={found} /> : null;
  };
  const source = rules.sources.quorum;
  return (
    <Facts
      facts={[
        [w.when, <Span meeting={{ startsAt: meeting.starts_at, endsAt: meeting.ends_at }} lang={lang} />],
        [w.body, <a href={page.href(`/bodies/${meeting.body.slug}`)}>{meeting.body.name}</a>],
        [w.place, meeting.place],
        [
          w.online,
          (inside || isCalled) && meeting.online_url && <a href={meeting.online_url}>{meeting.online_url}</a>,
        ],
        [w.papersDue, meeting.papers_due_on && <DateText date={meeting.papers_due_on} lang={lang} />],
        [w.presides, person(meeting.chaired_by)],
        [w.minutesBy, person(meeting.minutes_by)],
        [w.rule, source && `${source.says[lang]} (${sourceInWords(source.source)[lang]})`],
      ]}
    />
  );
}
