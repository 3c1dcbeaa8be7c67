import { titledUnder } from '../../rules/community.ts';
import { bodyTitle } from '../../../rulebook/in-words.ts';
import type { Edition } from '../../../rulebook/rule.ts';
import { contractKinds, initiativeRoles, type InitiativeRole } from '../../../rulebook/vocabulary.ts';
import { commonWords } from '../../web/common-words.ts';
import { Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { Section } from '../../web/components/heading.tsx';
import { InitiativeFrame, type FrameFacts } from '../../web/components/initiative-frame.tsx';
import { PersonLink } from '../../web/components/link.tsx';
import { RuleLink } from '../../web/components/refusal-box.tsx';
import { Table, type Column } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { Contract } from '../../portfolio/contracts.ts';
import type { Demand } from '../demands.ts';
import type { SeatItem } from '../queries.ts';
import type { CurableFinding } from '../with-cures.ts';
import { byRole } from '../seat-order.ts';
import { bodyWords } from '../words.ts';
import { FindingList } from './finding-list.tsx';
import { Seats } from './seats.tsx';

export interface Group {
  readonly slug: string;
  readonly name: string;
  readonly closedOn: string | null;
  readonly boardStatus: 'notApproved' | 'notAppointed' | null;
  readonly seats: readonly SeatItem[];
  readonly findings: readonly CurableFinding[];
  readonly keeps: boolean;
}

export interface Appointment {
  readonly id: string;
  readonly role: InitiativeRole;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly qualification: { readonly da: string; readonly en: string };
  readonly from: string;
  readonly to: string | null;
}

export interface InitiativeBodiesProps {
  readonly page: Page;
  readonly initiative: FrameFacts;
  readonly edition: Edition;
  readonly groups: readonly Group[];
  readonly demands: readonly Demand[];
  readonly appointments: readonly Appointment[];
  readonly mayAppoint: boolean;
  /** Contracts on it, the newest first, and whether the reader keeps them. */
  readonly contracts: readonly Contract[];
  readonly keepsContracts: boolean;
  /** Groups the reader may set up. */
  readonly establish: readonly { readonly href: string; readonly label: string }[];
}

/** The groups of an initiative, what its level asks of them, and who leads the work. */
export function InitiativeBodiesView(props: InitiativeBodiesProps): Html {
  const { page, initiative, groups, establish } = props;
  const { lang } = page;
  const w = bodyWords(lang);
  const open = groups.filter((group) => group.closedOn === null || group.closedOn > page.today);
  const closed = groups.filter((group) => !open.includes(group));
  return (
    <InitiativeFrame page={page} initiative={initiative} tab="bodies">
      <p class="section-intro">{w.tabIntro}</p>
      {open.map((group) => (
        <OpenGroup {...props} group={group} />
      ))}
      {open.length === 0 && <EmptyState title={w.noGroups} why={w.noGroupsWhy} />}
      {establish.length > 0 && (
        <div class="actions">
          {establish.map(({ href, label }) => (
            <LinkButton href={href} variant="secondary" small>
              {label}
            </LinkButton>
          ))}
        </div>
      )}
      <Appointments {...props} />
      <Contracts {...props} />
      <Demands {...props} />
      {closed.length > 0 && (
        <Section title={w.closedGroups}>
          <ul>
            {closed.map((group) => (
              <li>
                <a href={page.href(`/bodies/${group.slug}`)}>{group.name}</a>, {w.closed}{' '}
                <DateText date={group.closedOn} lang={lang} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </InitiativeFrame>
  );
}

function OpenGroup({ page, edition, group }: InitiativeBodiesProps & { group: Group }): Html {
  const w = bodyWords(page.lang);
  return (
    <Section
      title={group.name}
      actions={<a href={page.href(`/bodies/${group.slug}`)}>{w.open(group.name)}</a>}
      intro={
        group.boardStatus !== null && (
          <Tag tone="warning" icon="warning">
            {w[group.boardStatus]}
          </Tag>
        )
      }
    >
      <FindingList page={page} findings={group.findings} />
      <Seats
        page={page}
        edition={edition}
        caption={w.todayCaption(group.name)}
        hideCaption
        seats={byRole(group.seats)}
        keeps={group.keeps}
        emptyWhy={w.nobody}
      />
    </Section>
  );
}

function Appointments({ page, initiative, appointments, mayAppoint }: InitiativeBodiesProps): Html {
  const { lang } = page;
  const w = bodyWords(lang);
  const words = commonWords(lang);
  const isOpen = (row: Appointment) => row.to === null || row.to >= page.today;
  const columns: Column<Appointment>[] = [
    { head: words.role, names: true, cell: (row) => initiativeRoles[row.role][lang] },
    ...(page.viewer?.seesPeople
      ? [
          {
            head: words.person,
            cell: (row: Appointment) => <PersonLink page={page} person={row.person} />,
          },
        ]
      : []),
    {
      head: w.qualification,
      cell: (row) => (row.role === 'project-manager' ? row.qualification[lang] : null),
    },
    { head: words.from, nowrap: true, cell: (row) => <DateText date={row.from} lang={lang} /> },
    {
      head: words.to,
      nowrap: true,
      cell: (row) =>
        row.to === null ? (
          <span class="muted">{words.stillOpen}</span>
        ) : (
          <>
            <DateText date={row.to} lang={lang} /> {row.to < page.today && <Tag>{words.ended}</Tag>}
          </>
        ),
    },
  ];
  if (mayAppoint)
    columns.push({
      head: words.menu,
      hideHead: true,
      cell: (row) =>
        isOpen(row) && (
          <a href={page.href(`/appointments/${row.id}/end`)}>
            {w.endRole}
            <span class="sr-only"> {row.person?.name}</span>
          </a>
        ),
    });
  const appoint = (role: InitiativeRole, label: string) => (
    <LinkButton
      href={page.href(`/initiatives/${initiative.slug}/people/new?role=${role}`)}
      small
      variant="secondary"
    >
      {label}
    </LinkButton>
  );
  return (
    <Section
      id="people"
      title={w.appointments}
      actions={
        mayAppoint && (
          <>
            {appoint('project-owner', w.appointOwner)}
            {appoint('project-manager', w.appointManager)}
          </>
        )
      }
    >
      <Table
        lang={lang}
        caption={w.appointments}
        hideCaption
        rows={appointments}
        rowTone={(row) => (isOpen(row) ? undefined : 'muted')}
        columns={columns}
        empty={
          <EmptyState
            title={w.noAppointments}
            why={w.noAppointmentsWhy(
              titledUnder(page.community.edition).titles['business-manager'].the[lang],
            )}
          />
        }
      />
    </Section>
  );
}

const marks = {
  'in-order': { tone: 'success', icon: 'check' },
  accepted: { tone: 'info', icon: 'check' },
  missing: { tone: 'danger', icon: 'danger' },
  'no-group': { tone: 'neutral', icon: 'minus-circle' },
  breached: { tone: 'warning', icon: 'warning' },
} as const;

function Demands({ page, initiative, edition, demands }: InitiativeBodiesProps): Html {
  const { lang } = page;
  const w = bodyWords(lang);
  const says = {
    'in-order': w.inOrder,
    accepted: w.accepted,
    missing: w.missing,
    'no-group': w.noGroup,
    breached: w.breached,
  };
  return (
    <Section
      id="demands"
      title={w.demands}
      intro={w.demandsIntro(edition.levels.find((level) => level.id === initiative.level)?.name[lang] ?? '')}
    >
      <Table
        lang={lang}
        caption={w.demands}
        hideCaption
        rows={demands}
        columns={[
          { head: w.demand, names: true, cell: (row) => row.says[lang] },
          {
            head: w.status,
            cell: (row) => (
              <Tag tone={marks[row.stands].tone} icon={marks[row.stands].icon}>
                {says[row.stands]}
              </Tag>
            ),
          },
          {
            head: w.source,
            cell: (row) => <RuleLink page={page} edition={edition.id} rule={row.rule} source={row.source} />,
          },
        ]}
      />
    </Section>
  );
}

/** The word on the button that sets up a kind of group. */
export const establishLabel = (page: Page, edition: Edition, kind: Parameters<typeof bodyTitle>[1]): string =>
  bodyWords(page.lang).establish(bodyTitle(edition, kind)[page.lang]);

/** Who develops and operates the product by contract. */
function Contracts({ page, initiative, contracts, keepsContracts }: InitiativeBodiesProps): Html {
  const { lang } = page;
  const w = bodyWords(lang);
  const columns: readonly Column<Contract>[] = [
    {
      head: w.organisation,
      names: true,
      cell: (row) => <a href={page.href(`/members/${row.organisation.slug}`)}>{row.organisation.name}</a>,
    },
    { head: w.contractOn, cell: (row) => contractKinds[row.kind][lang] },
    { head: w.from, nowrap: true, cell: (row) => <DateText date={row.from} lang={lang} /> },
    { head: w.to, nowrap: true, cell: (row) => <DateText date={row.to} lang={lang} /> },
    { head: w.note, cell: (row) => row.note },
    ...(keepsContracts
      ? [
          {
            head: w.actions,
            cell: (row: Contract) =>
              (row.to === null || row.to >= page.today) && (
                <a
                  href={page.href(`/contracts/${row.id}/end`)}
                  aria-label={w.endContractOf(row.organisation.name)}
                >
                  {w.end}
                </a>
              ),
          },
        ]
      : []),
  ];
  return (
    <Section
      id="contracts"
      title={w.contracts}
      actions={
        keepsContracts && (
          <LinkButton
            href={page.href(`/initiatives/${initiative.slug}/contracts/new`)}
            variant="secondary"
            small
          >
            {w.recordContract}
          </LinkButton>
        )
      }
    >
      <Table
        lang={lang}
        caption={w.contracts}
        hideCaption
        rows={contracts}
        columns={columns}
        empty={<EmptyState title={w.noContracts} why={w.noContractsWhy} />}
      />
    </Section>
  );
}
