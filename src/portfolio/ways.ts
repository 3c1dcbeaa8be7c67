import type { FactId } from '../../rulebook/facts.ts';
import { gateFor, rightFor } from '../../rulebook/gates.ts';
import type { Forecast, Standing, Step } from '../../rulebook/rule.ts';
import { type BodyKind, type DecisionKind, type Stage, type Text } from '../../rulebook/vocabulary.ts';
import { bodyPermissions, establishedBy } from '../bodies/permissions.ts';
import { caseTitle } from '../cases/form-words.ts';
import { casePermissions, proposerGrounds } from '../cases/permissions.ts';
import { evaluationPermissions } from '../evaluations/permissions.ts';
import { groundFor, type GroundId, type Scope } from '../people/grounds.ts';
import type { Around, OpenCase } from './around.ts';
import { portfolioPermissions } from './permissions.ts';

/** Where something is done, and whether the reader may do it. */
export interface Way {
  /** Path without the language. */
  readonly href: string;
  readonly label: Text;
  readonly mine: boolean;
}

const may = (around: Around, grounds: readonly GroundId[], scope: Scope = around.scope): boolean =>
  groundFor(around.actor, grounds, scope) !== null;

/** Whether the reader may carry an initiative through the gate to a stage, once it is open. */
export function mayMoveTo(around: Around, standing: Standing, to: Stage): boolean {
  const gate = gateFor(around.edition, standing, to);
  if (!gate || !may(around, portfolioPermissions['move-initiative'])) return false;
  const carriers = gate.carriedOutBy.flatMap((provider) => proposerGrounds[provider]);
  return carriers.length === 0 || may(around, carriers);
}

/** Where a step of a forecast is done. */
export function wayTo(does: Step['does'], around: Around, forecast: Forecast): Way {
  if ('fact' in does) return wayToFact(does.fact, around, forecast);
  // The same id may mean another requirement in the edition lived under.
  if (forecast.edition !== around.initiative.edition)
    return {
      href: `/initiatives/${around.initiative.slug}/change-edition`,
      label: { da: 'Skift udgave først', en: 'Change the edition first' },
      mine: may(around, portfolioPermissions['change-edition']),
    };
  return {
    href: `/initiatives/${around.initiative.slug}/requirements/${does.assess}`,
    label: { da: 'Dokumentér kravet', en: 'Document the requirement' },
    mine: may(around, evaluationPermissions['assess-requirement']),
  };
}

function wayToFact(fact: FactId, around: Around, forecast: Forecast): Way {
  const base = `/initiatives/${around.initiative.slug}`;
  const form = (deed: keyof typeof portfolioPermissions, path: string, label: Text): Way => ({
    href: `${base}${path}`,
    label,
    mine: may(around, portfolioPermissions[deed]),
  });
  switch (fact) {
    case 'level-placed':
      return form('place-initiative', '/place', { da: 'Indplacér', en: 'Place at a level' });
    case 'participants':
      return form('add-participant', '/participants/new?role=takes-part', {
        da: 'Tilføj deltager',
        en: 'Add a participant',
      });
    case 'users':
      return form('add-participant', '/participants/new?role=uses', {
        da: 'Tilføj en, der anvender',
        en: 'Add one that uses it',
      });
    case 'project-owner':
      return form('appoint-person', '/people/new?role=project-owner', {
        da: 'Udpeg projektejer',
        en: 'Appoint a project owner',
      });
    case 'project-manager':
    case 'project-manager-qualified':
      return form('appoint-person', '/people/new?role=project-manager', {
        da: 'Udpeg projektleder',
        en: 'Appoint a project manager',
      });
    case 'community-funding':
      return form('propose-budget', '/budgets/new?funding=local', {
        da: 'Foreslå ny økonomi',
        en: 'Propose a new economy',
      });
    case 'board-informed':
      return {
        href: `${base}/inform-board`,
        label: { da: 'Orientér bestyrelsen', en: 'Inform the board' },
        mine: may(around, casePermissions['inform-board']),
      };
    case 'steering-group':
    case 'coordination-group':
      return newGroup(fact, around);
    case 'steering-chair':
    case 'board-seat-in-steering':
    case 'board-majority-in-steering':
      return seatIn('steering-group', around);
    case 'coordination-chair':
    case 'board-seat-in-coordination':
      return seatIn('coordination-group', around);
    case 'project-economy-by-steering':
    case 'project-economy-by-board':
      return economy('project', fact.endsWith('board'), around);
    case 'product-economy-by-steering':
    case 'product-economy-by-board':
      return economy('product', fact.endsWith('board'), around);
    case 'steering-group-approved':
      return wayToCase('steering-group', around, forecast.target.level);
    case 'steering-group-appointed':
      return wayToCase('steering-group', around, forecast.target.level, '&appoints=on');
    case 'reconsideration-decided':
      return wayToCase('reconsideration', around, forecast.target.level);
    case 'closing-decided':
      return wayToCase('closing', around, forecast.target.level);
    case 'recommendation':
    case 'board-approved':
    case 'level-decided': {
      const kind = forecast.decides?.kind ?? 'approval';
      return kind === 'placement'
        ? form('place-initiative', '/place', { da: 'Indplacér', en: 'Place at a level' })
        : wayToCase(kind, around, forecast.target.level);
    }
  }
}

const newGroup = (kind: 'steering-group' | 'coordination-group', around: Around): Way => ({
  href: `/bodies/new?kind=${kind}&initiative=${around.initiative.slug}`,
  label:
    kind === 'steering-group'
      ? { da: 'Nedsæt styregruppen', en: 'Set up the steering group' }
      : { da: 'Dan koordinationsgruppen', en: 'Form the coordination group' },
  mine: may(
    around,
    bodyPermissions['establish-body'].filter((ground) => establishedBy[kind].includes(ground)),
  ),
});

function seatIn(kind: 'steering-group' | 'coordination-group', around: Around): Way {
  const group = around.groups.find((each) => each.kind === kind);
  if (!group) return newGroup(kind, around);
  return {
    href: `/bodies/${group.slug}/seats/new`,
    label:
      kind === 'steering-group'
        ? { da: 'Besæt en plads i styregruppen', en: 'Fill a seat in the steering group' }
        : { da: 'Besæt en plads i koordinationsgruppen', en: 'Fill a seat in the coordination group' },
    mine: may(around, bodyPermissions['seat-person'], group.scope),
  };
}

function economy(phase: 'project' | 'product', ofBoard: boolean, around: Around): Way {
  const budget = around.budgets.get(phase);
  if (budget === undefined)
    return {
      href: `/initiatives/${around.initiative.slug}/budgets/new?phase=${phase}`,
      label: { da: 'Foreslå økonomien', en: 'Propose the economy' },
      mine: may(around, portfolioPermissions['propose-budget']),
    };
  const open = around.cases.find((each) => each.kind === 'economy' && each.budget_id === budget);
  if (open) return openCaseWay(open, around);
  const level = around.initiative.level ?? (around.edition.levels[0]?.id as string);
  return newCase('economy', around, level, `&budget=${budget}${ofBoard ? '&awaits=board' : ''}`);
}

/** The case that puts a question, or the form that opens one. */
export function wayToCase(kind: DecisionKind, around: Around, level: string, more = ''): Way {
  const open = around.cases.find((each) => each.kind === kind);
  return open ? openCaseWay(open, around) : newCase(kind, around, level, more);
}

function newCase(kind: DecisionKind, around: Around, level: string, more: string): Way {
  const right = rightFor(around.edition, kind, level);
  const proposes = right?.proposes.flatMap((provider) => proposerGrounds[provider]) ?? [];
  const asksLevel = kind === 'approval' || kind === 'adoption' || kind === 'level-change';
  return {
    href: `/cases/new?initiative=${around.initiative.slug}&kind=${kind}${asksLevel ? `&level=${level}` : ''}${more}`,
    label: caseTitle(kind),
    mine: may(around, proposes),
  };
}

/** What a reader can do with a case that is open: write it, record the decision, or read it. */
export function openCaseWay(open: OpenCase, around: Around): Way {
  const body: Scope['body'] = open.body && {
    id: open.body.id,
    kind: open.body.kind,
    initiativeId: ofInitiative.has(open.body.kind) ? around.initiative.id : null,
  };
  if (open.status === 'draft')
    return {
      href: `/cases/${open.number}`,
      label: { da: `Skriv sag ${open.number} færdig`, en: `Finish writing case ${open.number}` },
      mine: may(around, casePermissions['send-case'], { ...around.scope, personId: open.owner_id }),
    };
  const href = `/cases/${open.number}`;
  return may(around, casePermissions['decide-case'], { ...around.scope, body })
    ? {
        href,
        label: {
          da: `Registrér beslutningen i sag ${open.number}`,
          en: `Record the decision in case ${open.number}`,
        },
        mine: true,
      }
    : {
        href,
        label: { da: `Se sag ${open.number}`, en: `See case ${open.number}` },
        mine: false,
      };
}

const ofInitiative: ReadonlySet<BodyKind> = new Set<BodyKind>(['steering-group', 'coordination-group']);
