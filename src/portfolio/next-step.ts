import { gapsAt } from './frame.ts';
import { gateFor } from '../../rulebook/gates.ts';
import type { Edition, Step } from '../../rulebook/rule.ts';
import type { Provider, Stage, Text } from '../../rulebook/vocabulary.ts';
import type { Around } from './around.ts';
import type { ForecastAnswer } from './forecast-answer.ts';
import { moveWords } from './move-words.ts';
import { mayMoveTo, openCaseWay, wayTo, type Way } from './ways.ts';

/** The nearest thing to happen to an initiative. */
export interface NextStep {
  /** The edition it is judged by, whose titles say who acts. */
  readonly edition: Edition;
  /** The stage it is about: the next one, or its own where it is as far as it goes. */
  readonly to: Stage;
  readonly goesOn: boolean;
  readonly missing: number;
  /** How much of what the target asks for a body has accepted as missing. */
  readonly accepted: number;
  /** The first things to do, each with who does it; empty when nothing is missing. */
  readonly first: readonly { readonly says: Text; readonly who: readonly Provider[] }[];
  /** Who carries it on, once nothing is missing. */
  readonly carriers: readonly Provider[];
  /** A case on the way that waits for a body. */
  readonly waits: { readonly number: number; readonly body: string; readonly since: string | null } | null;
  /** What the reader can do about it now. */
  readonly mine: Way | null;
}

const shown = 3;

/** What comes next, from the forecast for the nearest target; null once the initiative has ended. */
export function nextStepOf(answer: ForecastAnswer, around: Around, today: string): NextStep | null {
  const { forecast, standing, edition, initiative } = answer;
  if (standing.stage === 'retired') return null;
  const to = forecast.target.stage;
  const goesOn = to !== standing.stage;
  const waiting = around.cases.filter((each) => each.status === 'waiting' && each.kind !== 'information');
  const onTheWay = waiting.find((each) => each.kind === forecast.decides?.kind) ?? waiting[0];
  const gate = goesOn ? gateFor(edition, standing, to) : undefined;
  return {
    edition,
    to,
    goesOn,
    missing: forecast.missing.length,
    accepted: gapsAt(edition, standing, forecast.target, today).accepted,
    first: firstSteps(forecast.steps),
    carriers: gate && forecast.open ? gate.carriedOutBy : [],
    waits: onTheWay?.body
      ? { number: onTheWay.number, body: onTheWay.body.name, since: onTheWay.awaits_since }
      : null,
    mine:
      gate && forecast.open && mayMoveTo(around, standing, to)
        ? { href: `/initiatives/${initiative.slug}/move?to=${to}`, label: moveWords[to].title, mine: true }
        : mineAmong(answer, around),
  };
}

/** Decisions and people before papers: those hold the rest up. All requirements to document count as one thing. */
function firstSteps(steps: readonly Step[]): NextStep['first'] {
  const claimed = steps.filter((step) => 'assess' in step.does);
  const others = steps.filter((step) => 'fact' in step.does);
  const [only] = claimed;
  const papers =
    only === undefined
      ? []
      : claimed.length === 1
        ? [{ says: only.says, who: [only.who] }]
        : [
            {
              says: {
                da: `Dokumentér ${claimed.length} krav`,
                en: `Document ${claimed.length} requirements`,
              },
              who: [...new Set(claimed.map(({ who }) => who))],
            },
          ];
  return [...papers, ...others.map(({ says, who }) => ({ says, who: [who] }))].slice(0, shown);
}

function mineAmong(answer: ForecastAnswer, around: Around): Way | null {
  const { forecast, initiative } = answer;
  for (const each of around.cases) {
    const way = openCaseWay(each, around);
    if (way.mine) return way;
  }
  const facts = forecast.steps.filter((step) => 'fact' in step.does);
  for (const step of facts) {
    const way = wayTo(step.does, around, forecast);
    if (way.mine) return way;
  }
  const paper = forecast.steps.find((step) => 'assess' in step.does);
  const way = paper && wayTo(paper.does, around, forecast);
  if (!way?.mine) return null;
  return {
    href: `/initiatives/${initiative.slug}/requirements`,
    label: { da: 'Dokumentér kravene', en: 'Document the requirements' },
    mine: true,
  };
}
