import { roleTitle } from '../../../rulebook/titles.ts';
import { Details } from '../../web/components/facts.tsx';
import { OrganisationLink, PersonLink } from '../../web/components/link.tsx';
import { DateText } from '../../web/components/text.tsx';
import { addDays } from '../../../rulebook/dates.ts';
import { toldBefore } from '../../../rulebook/ending-seats.ts';
import type { Edition } from '../../../rulebook/rule.ts';
import { Section } from '../../web/components/heading.tsx';
import { FilterDate, Filters } from '../../web/components/list-tools.tsx';
import { formatDate } from '../../web/format.ts';
import type { Child, Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { ComingElection } from '../elections.ts';
import type { BodyDetails, SeatItem } from '../queries.ts';
import { byRole } from '../seat-order.ts';
import { bodyWords } from '../words.ts';
import { Seats } from './seats.tsx';

/** What the parts of a body's page about its seats are made from. */
export interface BodySeatsProps {
  readonly page: Page;
  readonly body: BodyDetails;
  readonly edition: Edition;
  /** Who sat on a day that was asked about. */
  readonly asOf: {
    readonly on: string;
    readonly seats: readonly SeatItem[];
    /** As the records told it that day, where that was something else. */
    readonly recorded: readonly SeatItem[] | null;
  } | null;
  /** Who stands at the next general assembly; null for other bodies than the board. */
  readonly election: ComingElection | null;
  /** The reader may change and end seats. */
  readonly keeps: boolean;
  /** The seats held today, the chair first. */
  readonly held: readonly SeatItem[];
}

/** Who sits there today. */
export function SeatsToday({ page, body, edition, keeps, held }: BodySeatsProps): Html {
  const w = bodyWords(page.lang);
  return (
    <Section id="seats" title={w.today}>
      <Seats
        page={page}
        edition={edition}
        caption={w.todayCaption(body.name)}
        hideCaption
        seats={held}
        keeps={keeps}
        emptyWhy={body.kind === 'general-assembly' ? w.nobodyAssembly : w.nobody}
      />
    </Section>
  );
}

/** Seats that end within sixty days, and who sees to it that somebody comes after. */
export function endingSoon({ page, body, edition, held }: BodySeatsProps): Child {
  const w = bodyWords(page.lang);
  const until = addDays(page.today, toldBefore);
  const ending = held.filter((seat) => seat.to !== null && seat.to <= until);
  if (ending.length === 0) return null;
  return (
    <Section id="ending" title={w.ending} intro={w.endingIntro[body.joining]}>
      <ul>
        {ending
          .toSorted((a, b) => ((a.to as string) < (b.to as string) ? -1 : 1))
          .map((seat) => (
            <li>
              {inOneLine(page, edition, seat)}, <DateText date={seat.to} lang={page.lang} />
            </li>
          ))}
      </ul>
    </Section>
  );
}

/** A seat that the table above tells all of: who, or for visitors which organisation, and as what. */
const inOneLine = (page: Page, edition: Edition, seat: SeatItem): Child => (
  <>
    {page.viewer?.seesPeople && seat.person ? (
      <PersonLink page={page} person={seat.person} />
    ) : (
      seat.organisation && <OrganisationLink page={page} organisation={seat.organisation} />
    )}
    {`, ${roleTitle(edition, seat.role)[page.lang]}`}
  </>
);

/** Who stands at the next general assembly, by the statutes. */
export function onElectionNext({ page, edition, election, held }: BodySeatsProps): Child {
  if (election === null) return null;
  const { lang } = page;
  const w = bodyWords(lang);
  const standing = held.filter((seat) => election.standing.includes(seat.id));
  return (
    <Section
      id="election"
      title={w.election(election.year)}
      intro={<span data-statutes>{election.rule.says[lang]}</span>}
    >
      {standing.length === 0 ? (
        <p class="muted">{w.nobodyStands}</p>
      ) : (
        <ul>
          {standing.map((seat) => (
            <li>{inOneLine(page, edition, seat)}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={page.href(`/rulebook/statutes/${election.statutes}#${election.rule.id}`)}>
          {w.statutesRule(election.rule.source.section)}
        </a>
      </p>
    </Section>
  );
}

/** Who sat on a day one asks about, and who sat before or comes later. */
export function SeatsOverTime(props: BodySeatsProps): Html {
  const { page, body, edition, asOf, keeps, held } = props;
  const { lang } = page;
  const w = bodyWords(lang);
  const others = body.seats.filter((seat) => !held.includes(seat));
  return (
    <>
      <Section id="on" title={w.onDate} intro={w.onNote}>
        <Filters
          lang={lang}
          action={page.href(`/bodies/${body.slug}#on`)}
          resetHref={asOf === null ? undefined : page.href(`/bodies/${body.slug}#on`)}
        >
          <FilterDate name="on" label={w.date} value={asOf?.on} />
        </Filters>
        {asOf !== null && (
          <Seats
            page={page}
            edition={edition}
            caption={w.onCaption(formatDate(asOf.on, lang))}
            seats={byRole(asOf.seats)}
            keeps={false}
            emptyWhy={w.onNobody}
            registeredAfter={asOf.on}
          />
        )}
        {asOf?.recorded && (
          <Seats
            page={page}
            edition={edition}
            caption={w.onCaptionThen(formatDate(asOf.on, lang))}
            seats={byRole(asOf.recorded)}
            keeps={false}
            emptyWhy={w.onNobodyThen}
          />
        )}
      </Section>
      <Section title={w.earlier}>
        {others.length === 0 ? (
          <p class="muted">{w.noEarlier}</p>
        ) : (
          <Details summary={w.seatsCounted(others.length)} open={others.length <= 3}>
            <Seats
              page={page}
              edition={edition}
              caption={w.earlier}
              hideCaption
              seats={others}
              keeps={keeps}
              emptyWhy=""
            />
          </Details>
        )}
      </Section>
    </>
  );
}
