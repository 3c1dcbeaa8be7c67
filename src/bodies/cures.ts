import { roleTitle, type Titled } from '../../rulebook/titles.ts';
import type { CompositionRule } from '../../rulebook/rule.ts';
import { type SeatRole, type Text } from '../../rulebook/vocabulary.ts';

/** A way to cure a finding: a form, prepared. The address is without language. */
export interface CureStep {
  readonly href: string;
  readonly says: Text;
}

/** A seat held today, as far as a cure names it. */
export interface SeatedToday {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly organisation: { readonly name: string } | null;
  readonly role: SeatRole;
  readonly voting: boolean;
}

export interface CureFacts {
  readonly body: { readonly slug: string };
  readonly seats: readonly SeatedToday[];
  /** People of the body that a rule wants to see represented, who do not sit here yet. */
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
  /** Voting seats that have ended or end soon, and nobody has taken over, where the statutes let a substitute do so. */
  readonly left: readonly { readonly id: string; readonly name: string; readonly leaves: string }[];
  /** The day a breach to come begins, from which it is cured; null for one of today. */
  readonly from: string | null;
  /** Who manages the initiative's project today. */
  readonly projectManager: string | null;
}

const address = (path: string, values: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(values)}`;

const dated = (name: string, from: string | null): Readonly<Record<string, string>> =>
  from === null ? {} : { [name]: from };

const nameOf = (seat: SeatedToday): string => seat.person?.name ?? seat.organisation?.name ?? '';

/** The most people proposed for a seat; anybody else can be chosen in the form. */
const mostProposed = 12;

/** The deeds that would end a breach of a rule, each a form with the right values in it. */
export function cureSteps(
  titled: Titled,
  rule: CompositionRule['rule'],
  facts: CureFacts,
): readonly CureStep[] {
  const { seats } = facts;
  const fill = (values: Readonly<Record<string, string>>): string =>
    address(`/bodies/${facts.body.slug}/seats/new`, { ...values, ...dated('from', facts.from) });
  const edit = (
    seat: SeatedToday,
    values: Readonly<Record<string, string>>,
    da: string,
    en: string,
  ): CureStep => ({
    href: address(`/seats/${seat.id}/edit`, { ...values, ...dated('on', facts.from) }),
    says: { da: `${nameOf(seat)}: ${da}`, en: `${nameOf(seat)}: ${en}` },
  });
  switch (rule.kind) {
    case 'exactly-one': {
      const several = seats.filter((seat) => seat.role === rule.role);
      if (several.length > 1)
        return several.map((seat) =>
          edit(seat, { role: 'member' }, 'gør til medlem i stedet', 'make a member instead'),
        );
      return [
        ...seats
          .filter((seat) => seat.voting)
          .slice(0, mostProposed)
          .map((seat) =>
            edit(
              seat,
              { role: rule.role },
              `gør til ${roleTitle(titled, rule.role).da}`,
              `make ${roleTitle(titled, rule.role).en}`,
            ),
          ),
        {
          href: fill({ role: rule.role }),
          says: { da: 'Besæt pladsen med en anden', en: 'Fill the seat with somebody else' },
        },
      ];
    }
    case 'at-least':
      return [
        ...facts.left.flatMap((gone) =>
          seats
            .filter((seat) => seat.role === 'substitute')
            .map((seat): CureStep => ({
              href: address(`/seats/${gone.id}/step-in`, { substitute: seat.id, from: gone.leaves }),
              says: {
                da: `Lad suppleanten ${nameOf(seat)} træde ind for ${gone.name}`,
                en: `Let the substitute ${nameOf(seat)} step in for ${gone.name}`,
              },
            })),
        ),
        {
          href: fill({ role: 'member' }),
          says: { da: 'Besæt en plads mere', en: 'Fill one more seat' },
        },
      ];
    case 'at-least-from':
    case 'voting-majority-from':
      return [
        ...facts.candidates.slice(0, mostProposed).map(({ id, name }): CureStep => ({
          href: fill({ person: id, role: 'member', voting: 'true' }),
          says: { da: `Giv ${name} en plads`, en: `Give ${name} a seat` },
        })),
        {
          href: fill({ role: 'member', voting: 'true' }),
          says: { da: 'Giv en anden en plads', en: 'Give somebody else a seat' },
        },
      ];
    case 'no-vote':
      return seats
        .filter((seat) => seat.role === rule.role && seat.voting)
        .map((seat) =>
          edit(seat, { voting: 'false' }, 'tag stemmen fra pladsen', 'take the vote from the seat'),
        );
    case 'not-member':
      return seats
        .filter((seat) => seat.person !== null && seat.person.id === facts.projectManager)
        .map((seat) =>
          edit(
            seat,
            { role: 'secretary', voting: 'false' },
            'gør til sekretær uden stemme',
            'make the secretary, without a vote',
          ),
        );
    case 'one-seat-per-organisation':
      return seats
        .filter((seat) => seat.voting && sameOrganisation(seats, seat))
        .map((seat) => ({
          href: `/seats/${seat.id}/end`,
          says: {
            da: `${nameOf(seat)}, ${seat.organisation?.name}: afslut pladsen`,
            en: `${nameOf(seat)}, ${seat.organisation?.name}: end the seat`,
          },
        }));
  }
}

const sameOrganisation = (seats: readonly SeatedToday[], own: SeatedToday): boolean =>
  own.organisation !== null &&
  seats.some(
    (seat) => seat.id !== own.id && seat.voting && seat.organisation?.name === own.organisation?.name,
  );
