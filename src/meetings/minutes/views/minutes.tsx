import type { Paper } from '../../../papers/paper.ts';
import { Tag } from '../../../web/components/badge.tsx';
import { LinkButton } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/facts.tsx';
import { PageHeading, Section } from '../../../web/components/heading.tsx';
import { PersonLink } from '../../../web/components/link.tsx';
import { Prose } from '../../../web/components/prose.tsx';
import { Table } from '../../../web/components/table.tsx';
import { DateText } from '../../../web/components/text.tsx';
import { formatTime } from '../../../web/format.ts';
import { dateIn } from '../../../lib/time.ts';
import type { Html } from '../../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../../web/page.ts';
import type { Approvals, Remark } from '../queries.ts';
import { statusLine, type MinutesStanding } from '../standing.ts';
import { minutesWords } from '../words.ts';
import { PaperBody } from './paper-body.tsx';

export interface MinutesProps {
  readonly page: Page;
  /** Address of the meeting without language prefix. */
  readonly meeting: string;
  readonly title: string;
  readonly kicker: string;
  /** The version shown, or what would be sent now, in words; null when none is open to the reader. */
  readonly shown: { readonly paper: Paper; readonly standing: MinutesStanding } | null;
  readonly versions: readonly MinutesStanding[];
  /** For those who were called or prepare the meeting. */
  readonly inside: {
    readonly remarks: readonly Remark[];
    readonly approvals: Approvals;
    /** May answer remarks. */
    readonly answers: boolean;
  } | null;
  readonly may: readonly { readonly href: string; readonly label: string; readonly primary: boolean }[];
}

/** The minutes of a meeting: as they read, then versions, and for those inside remarks and approvals. */
export function MinutesView(props: MinutesProps): Html {
  const { page, shown, may } = props;
  const w = minutesWords(page.lang);
  const sent = shown !== null && shown.standing.version > 0 ? shown : null;
  return (
    <>
      <PageHeading
        kicker={props.kicker}
        title={props.title}
        tags={sent && <StandingTag standing={sent.standing} page={page} />}
        actions={
          <>
            {may.map((each) => (
              <LinkButton href={each.href} small variant={each.primary ? 'primary' : 'secondary'}>
                {each.label}
              </LinkButton>
            ))}
            {sent && (
              <a href={page.href(`${props.meeting}/minutes.pdf?version=${sent.standing.version}`)}>
                {w.asPdf}
              </a>
            )}
          </>
        }
      />
      {shown ? <PaperBody paper={shown.paper} /> : <EmptyState title={w.noMinutes} why={w.noMinutesWhy} />}
      {sent && props.inside && <Inside page={page} inside={props.inside} standing={sent.standing} />}
      {props.versions.length > 1 && <Versions {...props} />}
    </>
  );
}

function StandingTag({ standing, page }: { standing: MinutesStanding; page: Page }): Html {
  const { states } = minutesWords(page.lang);
  if (standing.publishedAt !== null)
    return (
      <Tag tone="success" icon="check">
        {states.published}
      </Tag>
    );
  return standing.status === 'approved' ? (
    <Tag tone="success" icon="check">
      {states.approved}
    </Tag>
  ) : (
    <Tag tone="warning">{states.draft}</Tag>
  );
}

function Versions({ page, versions, shown, meeting }: MinutesProps): Html {
  const { lang } = page;
  const w = minutesWords(lang);
  return (
    <Section id="versions" title={w.versions} intro={w.versionsIntro}>
      <Table
        lang={lang}
        caption={w.versions}
        hideCaption
        rows={versions}
        columns={[
          {
            head: w.status,
            names: true,
            cell: (row) =>
              row.version === shown?.standing.version ? (
                <>
                  {statusLine(row, lang)} <Tag>{w.thisVersion}</Tag>
                </>
              ) : (
                <a href={page.href(`${meeting}/minutes?version=${row.version}`)}>{statusLine(row, lang)}</a>
              ),
          },
          {
            head: w.made,
            nowrap: true,
            cell: (row) => <DateText date={dateIn(Temporal.Instant.from(row.madeAt))} lang={lang} />,
          },
        ]}
      />
    </Section>
  );
}

function Inside({
  page,
  inside: { remarks, approvals, answers },
  standing,
}: {
  page: Page;
  inside: NonNullable<MinutesProps['inside']>;
  standing: MinutesStanding;
}): Html {
  const w = minutesWords(page.lang);
  const of = approvals.approved.length + approvals.awaited.length;
  const draft = standing.status === 'draft';
  return (
    <>
      <Section id="approvals" title={w.approvals}>
        <p>
          {draft || approvals.awaited.length === 0
            ? w.approvedBy(approvals.approved.length, of)
            : w.approvedAtMeeting}
          {approvals.by === 'meeting-chair' && ` ${w.chairApproves}`}
        </p>
        {draft && approvals.awaited.length > 0 && (
          <p>
            {w.awaits}:{' '}
            {approvals.awaited.map((person, at) => (
              <>
                {at > 0 && ', '}
                <PersonLink page={page} person={person} />
              </>
            ))}
          </p>
        )}
      </Section>
      <Section id="remarks" title={w.remarks}>
        {remarks.length === 0 ? (
          <EmptyState title={w.noRemarks} why={w.noRemarksWhy} />
        ) : (
          remarks.map((remark) => <OneRemark page={page} remark={remark} answers={answers} />)
        )}
      </Section>
    </>
  );
}

function OneRemark({ page, remark, answers }: { page: Page; remark: Remark; answers: boolean }): Html {
  const { lang } = page;
  const w = minutesWords(lang);
  return (
    <article class="card">
      <p class="muted">
        <PersonLink page={page} person={{ id: remark.personId, name: remark.personName }} />,{' '}
        {formatTime(remark.writtenAt, lang)}
      </p>
      <Prose text={remark.remark} />
      {remark.answer !== null && (
        <>
          <h3>{w.answer(remark.answeredByName ?? '')}</h3>
          <Prose text={remark.answer} />
        </>
      )}
      {remark.answer === null && answers && (
        <div class="actions">
          <LinkButton href={page.href(`/minutes-remarks/${remark.id}/answer`)} small>
            {lang === 'da' ? 'Svar' : 'Answer'}
          </LinkButton>
        </div>
      )}
    </article>
  );
}
