import { bodyTitle, rightInWords } from '../../../rulebook/in-words.ts';
import type { Edition } from '../../../rulebook/rule.ts';
import type { CaseSummary } from '../../cases/queries.ts';
import { dateIn } from '../../lib/time.ts';
import { Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { Details, EmptyState, Facts } from '../../web/components/facts.tsx';
import { Columns, PageHeading, Section } from '../../web/components/heading.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { RuleLink } from '../../web/components/refusal-box.tsx';
import { Table } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import { formatDate } from '../../web/format.ts';
import type { Child, Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { CharterVersion } from '../charter-queries.ts';
import { charterWords } from '../charter-words.ts';
import type { ActionRow } from '../../meetings/actions/queries.ts';
import { ActionTable } from '../../meetings/actions/action-table.tsx';
import { Candidates } from '../../meetings/elections/candidate-table.tsx';
import type { Candidate } from '../../meetings/elections/queries.ts';
import { MeetingTable } from '../../meetings/meeting-table.tsx';
import type { MeetingSummary } from '../../meetings/queries.ts';
import { meetingWords } from '../../meetings/words.ts';
import type { BodyDecision, BodyDetails, SeatItem } from '../queries.ts';
import type { CurableFinding } from '../with-cures.ts';
import type { Facilitation } from '../facilitation.ts';
import { joinings } from '../../../rulebook/joining.ts';
import { byRole } from '../seat-order.ts';
import { bodyWords } from '../words.ts';
import { endingSoon, onElectionNext, SeatsOverTime, SeatsToday, type BodySeatsProps } from './body-seats.tsx';
import { DecisionTable } from './decisions.tsx';
import { FindingList } from './finding-list.tsx';

export interface BodyProps extends Omit<BodySeatsProps, 'held'> {
  readonly findings: readonly CurableFinding[];
  readonly waiting: readonly CaseSummary[];
  /** The next meetings that the reader may know of. */
  readonly meetings: readonly MeetingSummary[];
  /** Where the body is called together, for those who may. */
  readonly callHref: string | null;
  readonly decisions: { readonly items: readonly BodyDecision[]; readonly next: string | null };
  /** What its people have taken on and not done; null for those who are told no people's names. */
  readonly actions: { readonly items: readonly ActionRow[]; readonly next: string | null } | null;
  /** Who stands for its seats at meetings that are not over. */
  readonly candidates: readonly Candidate[];
  /** The charter in force. */
  readonly charter: CharterVersion | null;
  /** Who runs its meetings, and whether that is neutral. */
  readonly facilitation: Facilitation | null;
  /** Forms the reader may use. */
  readonly may: readonly { readonly href: string; readonly label: string }[];
  /** Where the board is asked to approve or appoint it, for those who may. */
  readonly approvalHref: string | null;
}

/** One body: what it is for, who sits there and has sat there, what is wrong, what waits, what it has decided. */
export function BodyView(props: BodyProps): Html {
  const { page, body, edition, may } = props;
  const { lang } = page;
  const w = bodyWords(lang);
  const closed = body.closedOn !== null && body.closedOn <= page.today;
  const isHeld = (seat: SeatItem) => seat.from <= page.today && (seat.to === null || seat.to >= page.today);
  const held = closed ? [] : byRole(body.seats.filter(isHeld));
  const open = props.findings.filter((each) => !each.coming);
  const coming = props.findings.filter((each) => each.coming);
  return (
    <>
      <PageHeading
        kicker={bodyTitle(edition, body.kind)[lang]}
        title={body.name}
        lead={body.task || <span class="muted">{w.noTask}</span>}
        tags={closed && <Tag tone="warning">{w.closed}</Tag>}
        actions={
          may.length > 0 &&
          may.map((deed) => (
            <LinkButton href={deed.href} small variant="secondary">
              {deed.label}
            </LinkButton>
          ))
        }
      />
      <About {...props} />
      {!closed && boardStillDecides(props)}
      {!closed && notNeutral(props)}
      {open.length > 0 && (
        <Section id="findings" title={w.openFindings} intro={w.findingsIntro}>
          <FindingList page={page} findings={open} />
        </Section>
      )}
      {coming.length > 0 && (
        <Section id="coming" title={w.comingFindings} intro={w.comingIntro}>
          <FindingList page={page} findings={coming} />
        </Section>
      )}
      <SeatsToday {...props} held={held} />
      {!closed && endingSoon({ ...props, held })}
      {!closed && onElectionNext({ ...props, held })}
      {!closed && <Candidates page={page} candidates={props.candidates} may={new Map()} withMeeting />}
      <Columns aside>
        <div>
          <Meetings {...props} />
          <Waiting {...props} />
          {openActions(props)}
          <Section
            title={w.decisions}
            actions={
              props.decisions.next !== null && (
                <a href={page.href(`/bodies/${body.slug}/decisions`)}>{w.allDecisions}</a>
              )
            }
          >
            <DecisionTable page={page} items={props.decisions.items} />
          </Section>
          <SeatsOverTime {...props} held={held} />
        </div>
        <div>
          <Rights page={page} edition={edition} kind={body.kind} />
        </div>
      </Columns>
    </>
  );
}

/** What the board has still to decide about a steering group. */
function boardStillDecides({ page, body, approvalHref }: BodyProps): Child {
  const w = bodyWords(page.lang);
  const { part, decisions } = body.board;
  const stands = part === 'appoints' ? decisions.some((each) => each.appointed) : decisions.length > 0;
  if (part === 'none' || stands || body.initiative?.stage === 'retired') return null;
  return (
    <Notice lang={page.lang} tone="info" title={part === 'appoints' ? w.appointTitle : w.approveTitle}>
      <p>{w.approveText}</p>
      {approvalHref !== null && (
        <p>
          <a href={approvalHref}>{w.approveLink}</a>
        </p>
      )}
    </Notice>
  );
}

/** A contract has come that the one who runs the meetings must not hold. It informs; what the body decided stands. */
function notNeutral({ page, edition, facilitation }: BodyProps): Child {
  if (facilitation === null || facilitation.neutral || facilitation.rule === null) return null;
  const { lang } = page;
  return (
    <Notice lang={lang} tone="warning" title={bodyWords(lang).notNeutral}>
      <p>
        {facilitation.because[lang]} {facilitation.rule.cure[lang]}
      </p>
      <RuleLink
        page={page}
        edition={edition.id}
        rule="body.coordination-group"
        source={facilitation.rule.source}
      />
    </Notice>
  );
}

function Meetings({ page, body, meetings, callHref }: BodyProps): Html {
  const { lang } = page;
  const w = meetingWords(lang);
  return (
    <Section
      id="meetings"
      title={w.meetingsOf}
      actions={
        <>
          <a href={page.href(`/bodies/${body.slug}/meetings`)}>{w.allMeetings}</a>
          {callHref !== null && (
            <LinkButton href={callHref} small>
              {w.callTogether}
            </LinkButton>
          )}
        </>
      }
    >
      <MeetingTable
        page={page}
        caption={w.coming}
        items={meetings}
        withoutBody
        empty={<EmptyState title={w.noneOfBody} why={w.noneOfBodyWhy} />}
      />
    </Section>
  );
}

function Waiting({ page, body, waiting }: BodyProps): Html {
  const { lang } = page;
  const w = bodyWords(lang);
  return (
    <Section
      title={w.waiting}
      actions={waiting.length > 0 && <a href={page.href(`/cases?awaits=${body.slug}`)}>{w.allCases}</a>}
    >
      <Table
        lang={lang}
        caption={w.waiting}
        hideCaption
        rows={waiting}
        columns={[
          {
            head: w.question,
            names: true,
            cell: (row) => <a href={page.href(`/cases/${row.number}`)}>{row.question}</a>,
          },
          {
            head: w.initiative,
            cell: (row) =>
              row.initiative_slug && (
                <a href={page.href(`/initiatives/${row.initiative_slug}`)}>{row.initiative_name}</a>
              ),
          },
          {
            head: w.waitsSince,
            nowrap: true,
            cell: (row) =>
              row.awaits_since && (
                <DateText date={dateIn(Temporal.Instant.from(row.awaits_since))} lang={lang} />
              ),
          },
        ]}
        empty={<EmptyState title={w.noWaiting} why={w.noWaitingWhy} />}
      />
    </Section>
  );
}

/** What somebody has taken on at its meetings and not done. Nothing where there is none. */
function openActions({ page, body, actions }: BodyProps): Child {
  const w = bodyWords(page.lang);
  if (actions === null || actions.items.length === 0) return null;
  return (
    <Section
      id="actions"
      title={w.openActions}
      actions={<a href={page.href(`/actions?body=${body.slug}`)}>{w.allActions}</a>}
    >
      <ActionTable page={page} items={actions.items} mayEnd={new Set()} />
    </Section>
  );
}

function About({ page, body, charter, facilitation }: BodyProps): Html {
  const { lang } = page;
  const w = bodyWords(lang);
  const ch = charterWords(lang);
  return (
    <Facts
      facts={[
        [
          w.initiative,
          body.initiative && (
            <a href={page.href(`/initiatives/${body.initiative.slug}/bodies`)}>{body.initiative.name}</a>
          ),
        ],
        [w.established, <DateText date={body.establishedOn} lang={lang} />],
        [w.closedOn, body.closedOn && <DateText date={body.closedOn} lang={lang} />],
        [w.joining, joinings[body.joining][lang]],
        [w.mostPerOrganisation, body.mostPerOrganisation],
        [
          w.facilitator,
          facilitation && (
            <a href={page.href(`/members/${facilitation.organisation.slug}`)}>
              {facilitation.organisation.name}
            </a>
          ),
        ],
        [
          ch.title,
          <a href={page.href(`/bodies/${body.slug}/charter`)}>
            {charter === null ? ch.none : ch.approvedOn(formatDate(charter.approvedOn as string, lang))}
          </a>,
        ],
        ...body.board.decisions.map(
          (each) =>
            [
              each.appointed ? w.appointedBy : w.approvedBy,
              <>
                <a href={page.href(`/cases/${each.case}`)}>{w.byDecision(each.by, each.number)}</a>,{' '}
                <DateText date={each.decidedOn} lang={lang} />
              </>,
            ] as const,
        ),
        ...body.restsOn.map(
          (each) =>
            [
              w.changedBy[each.change],
              <>
                {each.case === null ? (
                  w.byDecision(each.by.name, each.number)
                ) : (
                  <a href={page.href(`/cases/${each.case}`)}>{w.byDecision(each.by.name, each.number)}</a>
                )}
                , <DateText date={each.decidedOn} lang={lang} />
              </>,
            ] as const,
        ),
      ]}
    />
  );
}

function Rights({ page, edition, kind }: { page: Page; edition: Edition; kind: BodyDetails['kind'] }): Html {
  const { lang } = page;
  const w = bodyWords(lang);
  const rights = edition.decisionRights.filter((right) => right.decides.includes(kind));
  const rule = edition.bodies.find((each) => each.kind === kind);
  return (
    <Section title={w.rights}>
      {rule && (
        <div>
          <p>{rule.says[lang]}</p>
          <RuleLink page={page} edition={edition.id} rule={`body.${kind}`} source={rule.source} />
        </div>
      )}
      {rights.length === 0 && <p class="muted">{w.noRights(edition.id)}</p>}
      {rights.map((right) => (
        <Details summary={right.says[lang]}>
          <p>{rightInWords(edition, right)[lang]}</p>
          <RuleLink page={page} edition={edition.id} rule={right.id} source={right.source} />
        </Details>
      ))}
    </Section>
  );
}
