import { mayPass } from '../../rulebook/forecast.ts';
import { waysFrom } from '../../rulebook/gates.ts';
import type { Gate, Standing } from '../../rulebook/rule.ts';
import type { Text } from '../../rulebook/vocabulary.ts';
import { casePermissions } from '../cases/permissions.ts';
import { groundFor } from '../people/grounds.ts';
import type { Around } from './around.ts';
import { moveWords } from './move-words.ts';
import { portfolioPermissions } from './permissions.ts';
import { mayMoveTo, wayToCase, type Way } from './ways.ts';

/** A deed offered on the page of an initiative; `ends` for what takes it out of the portfolio. */
export interface Offer extends Way {
  readonly ends: boolean;
}

/**
 * What the reader may do with an initiative where it stands, in the order of its life: placement, the way on, cases,
 * the way back, and last the way out (report §5.2, p. 16–18). What the rulebook would refuse just now is left to the
 * forecast, which says what is missing.
 */
export function deedsHere(around: Around, standing: Standing, today: string): readonly Offer[] {
  const { initiative } = around;
  if (standing.stage === 'retired') return [];
  const early = standing.stage === 'idea' || standing.stage === 'concept';
  const gates = waysFrom(around.edition, standing);
  const forward = gates.filter((gate) => gate.kind === 'forward');
  const back = gates.filter((gate) => gate.kind === 'back');
  const out = gates.filter((gate) => gate.kind === 'out');
  const offers: (Offer | null)[] = [
    early || standing.level === null ? placement(around, standing) : null,
    ...forward.flatMap((gate) => [asked(around, standing, gate), moved(around, standing, gate, today)]),
    form(around, may(around, casePermissions['inform-board']), '/inform-board', {
      da: 'Orientér bestyrelsen',
      en: 'Inform the board',
    }),
    early || standing.level === null ? null : offer(wayToCase('level-change', around, standing.level)),
    around.groups.some((group) => group.kind === 'steering-group') &&
    standing.level !== null &&
    standing.facts['steering-group-approved'] !== true
      ? offer(wayToCase('steering-group', around, standing.level))
      : null,
    form(around, may(around, portfolioPermissions['propose-budget']), '/budgets/new', {
      da: 'Foreslå økonomi',
      en: 'Propose an economy',
    }),
    ...back.flatMap((gate) => [asked(around, standing, gate), moved(around, standing, gate, today)]),
    form(around, may(around, portfolioPermissions['change-edition']), '/change-edition', {
      da: 'Skift udgave af regelsættet',
      en: 'Change edition of the rulebook',
    }),
    ...out.map((gate) =>
      early
        ? form(
            around,
            may(around, portfolioPermissions['withdraw-initiative']),
            '/withdraw',
            {
              da: 'Træk tilbage',
              en: 'Withdraw',
            },
            true,
          )
        : asked(around, standing, gate),
    ),
  ];
  const seen = new Set<string>();
  return offers.filter((each): each is Offer => {
    if (each === null || seen.has(each.href) || each.href === `/initiatives/${initiative.slug}`) return false;
    seen.add(each.href);
    return true;
  });
}

const may = (around: Around, grounds: Parameters<typeof groundFor>[1]): boolean =>
  groundFor(around.actor, grounds, around.scope) !== null;

const offer = (way: Way, ends = false): Offer | null => (way.mine ? { ...way, ends } : null);

const form = (around: Around, mine: boolean, path: string, label: Text, ends = false): Offer | null =>
  offer({ href: `/initiatives/${around.initiative.slug}${path}`, label, mine }, ends);

const placement = (around: Around, standing: Standing): Offer | null =>
  form(
    around,
    may(around, portfolioPermissions['place-initiative']),
    '/place',
    standing.level === null
      ? { da: 'Indplacér på et niveau', en: 'Place at a level' }
      : { da: 'Ændr indplaceringen', en: 'Change the placement' },
  );

/** The case that a gate asks for, where the initiative's level asks for one. */
function asked(around: Around, standing: Standing, gate: Gate): Offer | null {
  const level = standing.level ?? (around.edition.levels[0]?.id as string);
  const kind = gate.decision[level] ?? null;
  if (kind === null || kind === 'placement') return null;
  return offer(wayToCase(kind, around, level), gate.kind === 'out');
}

/** The move itself, once the way is open; a decision on a way back or out moves the initiative by itself. */
function moved(around: Around, standing: Standing, gate: Gate, today: string): Offer | null {
  const decision = standing.level === null ? null : gate.decision[standing.level];
  if (gate.kind !== 'forward' && decision) return null;
  if (mayPass(around.edition, standing, gate.to, today).length > 0) return null;
  return form(around, mayMoveTo(around, standing, gate.to), `/move?to=${gate.to}`, moveWords[gate.to].title);
}
