import { seatRoles } from '../../../rulebook/vocabulary.ts';
import { capital } from '../../lib/capital.ts';
import { Section } from '../../web/components/heading.tsx';
import { PersonLink } from '../../web/components/link.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { Candidate } from './queries.ts';
import { electionWords } from './words.ts';

export interface CandidateTableProps {
  readonly page: Page;
  readonly candidates: readonly Candidate[];
  /** The forms by which the reader answers for a candidate, by the candidacy's id. */
  readonly may: ReadonlyMap<string, readonly { readonly href: string; readonly label: string }[]>;
  /** On a body's page: where they stand. */
  readonly withMeeting?: boolean;
}

/** Who stands for election, for what, and whether they have agreed. Nothing where nobody is nominated. */
export function Candidates({ page, candidates, may, withMeeting = false }: CandidateTableProps): Html {
  const { lang } = page;
  const w = electionWords(lang);
  if (candidates.length === 0) return <></>;
  return (
    <Section title={w.title} id="candidates">
      <Table
        lang={lang}
        caption={w.title}
        hideCaption
        rows={candidates}
        columns={[
          {
            head: w.candidate,
            names: true,
            cell: ({ person, organisation }) => (
              <>
                {person ? <PersonLink page={page} person={person} /> : <span class="muted">{w.notTold}</span>}
                {organisation !== null && <p class="muted">{organisation}</p>}
              </>
            ),
          },
          { head: w.standsFor, cell: ({ role }) => capital(seatRoles[role][lang]) },
          { head: w.state, cell: ({ acceptedAt }) => (acceptedAt === null ? w.waits : w.agreed) },
          { head: w.nominatedBy, cell: ({ nominatedBy }) => <PersonLink page={page} person={nominatedBy} /> },
          {
            head: withMeeting ? w.meeting : w.answers,
            cell: ({ id, place }) =>
              withMeeting ? (
                <a href={page.href(`/meetings/${place.meeting}/items/${place.item}#candidates`)}>
                  {w.meetingNumber(place.meeting)}
                </a>
              ) : (
                may.get(id)?.map((each) => (
                  <>
                    <a href={page.href(each.href)}>{each.label}</a>{' '}
                  </>
                ))
              ),
          },
        ]}
      />
    </Section>
  );
}
