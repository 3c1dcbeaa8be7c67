import { decidedBy } from '../gates.ts';
import { orderOf } from '../judge.ts';
import type { Edition, Gate, LevelId } from '../rule.ts';
import { decisionKinds, origins, stages, type Origin, type Stage } from '../vocabulary.ts';
import { defect, type Defect } from './defect.ts';

const everyStage = Object.keys(stages) as Stage[];
const everyOrigin = Object.keys(origins) as Origin[];
const final: Stage = 'retired';

const gatesOf = (edition: Edition, origin: Origin): readonly Gate[] =>
  edition.gates.filter((gate) => gate.origin === undefined || gate.origin === origin);

/** The stages that some gates lead to, the start included. */
function reach(gates: readonly Gate[], start: Stage): ReadonlySet<Stage> {
  const reached = new Set([start]);
  for (const from of reached) for (const gate of gates) if (gate.from === from) reached.add(gate.to);
  return reached;
}

/** The stage graph: nothing out of reach, nothing stuck, no going round without a decision (report §5.2, p. 16). */
export function* checkStages(edition: Edition): Iterable<Defect> {
  const reachedBy = everyOrigin.map((origin) => reach(gatesOf(edition, origin), 'idea'));
  for (const stage of everyStage) {
    const { da, en } = stages[stage];
    if (!reachedBy.some((reached) => reached.has(stage)))
      yield defect(
        'stage-reached',
        stage,
        `Ingen vej fører fra idé til ${da}. Tilføj en vej dertil.`,
        `No way leads from idea to ${en}. Add one.`,
      );
    const stuck = everyOrigin.find(
      (origin, index) =>
        stage !== final &&
        reachedBy[index]?.has(stage) === true &&
        !gatesOf(edition, origin).some((gate) => gate.from === stage),
    );
    if (stuck)
      yield defect(
        'stage-left',
        stage,
        `Et initiativ, der er ${origins[stuck].da}, kan ikke komme videre fra ${da}. Tilføj en vej derfra.`,
        `An initiative ${origins[stuck].en} cannot leave ${en}. Add a way out of it.`,
      );
  }
  for (const gate of edition.gates) yield* checkGate(edition, gate);
}

function* checkGate(edition: Edition, gate: Gate): Iterable<Defect> {
  if (gate.from === final)
    yield defect(
      'stage-final',
      gate.id,
      'Vejen går ud fra afsluttet, som er det sidste stadie. Fjern den, eller lad den begynde et andet sted.',
      'The way leaves retired, which is final. Remove it or let it begin elsewhere.',
    );
  const step = orderOf(gate.to) - orderOf(gate.from);
  const leads = gate.to === final ? 'out' : step > 0 ? 'forward' : 'back';
  if (gate.kind !== leads || step === 0)
    yield defect(
      'gate-direction',
      gate.id,
      `Vejen fra ${stages[gate.from].da} til ${stages[gate.to].da} kan ikke være af slagsen »${gate.kind}«. Ret slagsen eller stadierne.`,
      `The way from ${stages[gate.from].en} to ${stages[gate.to].en} cannot be of the kind “${gate.kind}”. Correct the kind or the stages.`,
    );
  const twin = edition.gates.find(
    (other) =>
      other !== gate &&
      other.from === gate.from &&
      other.to === gate.to &&
      (other.origin === undefined || gate.origin === undefined || other.origin === gate.origin),
  );
  if (twin)
    yield defect(
      'gate-twice',
      gate.id,
      `Vejen ${twin.id} går mellem de samme stadier, så kun den første bruges. Fjern en af dem.`,
      `The way ${twin.id} joins the same stages, so only the first is used. Remove one.`,
    );
  yield* checkDecision(edition, gate);
}

const decisionAt = (gate: Gate, level: LevelId) =>
  Object.hasOwn(gate.decision, level) ? (gate.decision[level] ?? null) : null;

function* checkDecision(edition: Edition, gate: Gate): Iterable<Defect> {
  const named = Object.keys(gate.decision);
  for (const { id } of edition.levels) {
    if (!named.includes(id))
      yield defect(
        'gate-decision',
        gate.id,
        `Vejen siger ikke, hvad der besluttes på ${id}. Skriv en slags beslutning, eller null hvis intet besluttes.`,
        `The way does not say what is decided at ${id}. Name a kind of decision, or null where nothing is decided.`,
      );
  }
  for (const id of named) {
    if (!edition.levels.some((level) => level.id === id))
      yield defect(
        'level-known',
        gate.id,
        `Vejen nævner niveauet ${id}, som ikke findes. Ret navnet, eller fjern det.`,
        `The way names the level ${id}, which does not exist. Correct or remove it.`,
      );
    const kind = decisionAt(gate, id);
    if (gate.kind !== 'forward' && kind !== null && !Object.hasOwn(decidedBy, kind))
      yield defect(
        'way-decision',
        gate.id,
        `»${decisionKinds[kind].da}« kan ikke åbne en vej tilbage eller ud. Brug ${waysBack('da')}, eller null.`,
        `“${decisionKinds[kind].en}” cannot open a way back or out. Use ${waysBack('en')}, or null.`,
      );
  }
  const loose = edition.levels.find(({ id }) => turnsFreely(edition, gate, id));
  if (loose)
    yield defect(
      'loop-undecided',
      gate.id,
      `På ${loose.id} kan man komme fra ${stages[gate.from].da} og tilbage dertil, uden at nogen beslutter det. Lad en vej i ringen kræve en beslutning.`,
      `At ${loose.id} one can leave ${stages[gate.from].en} and come back without anybody deciding. Let one way of the circle ask for a decision.`,
    );
}

const waysBack = (language: 'da' | 'en'): string =>
  (Object.keys(decidedBy) as (keyof typeof decisionKinds)[])
    .map((kind) => decisionKinds[kind][language])
    .join(' / ');

/** Whether a gate is part of a circle in which nothing is decided at a level. */
function turnsFreely(edition: Edition, gate: Gate, level: LevelId): boolean {
  if (decisionAt(gate, level) !== null) return false;
  return everyOrigin
    .filter((origin) => gate.origin === undefined || gate.origin === origin)
    .some((origin) => {
      const free = gatesOf(edition, origin).filter((other) => decisionAt(other, level) === null);
      return reach(free, gate.to).has(gate.from);
    });
}
