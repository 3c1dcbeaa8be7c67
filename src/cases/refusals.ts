import { capital } from '../lib/capital.ts';
import type { Refusal } from '../../rulebook/rule.ts';
import {
  bodyKinds,
  decisionKinds,
  stages,
  type BodyKind,
  type DecisionKind,
  type Stage,
} from '../../rulebook/vocabulary.ts';

const process = { document: 'OS2 organisering 1.0', section: '§5.2', page: '16–17' };

/** A question that makes no sense at the stage the initiative is at. */
export const notAtThisStage = (edition: string, kind: DecisionKind, stage: string): Refusal => ({
  rule: `stage.${kind}`,
  says: {
    da: `${capital(decisionKinds[kind].da)} hører ikke til på dette trin.`,
    en: `${capital(decisionKinds[kind].en)} does not belong at this stage.`,
  },
  source: { edition, ...process },
  because: {
    da: `Initiativet er på trinnet ${stages[stage as Stage].da}.`,
    en: `The initiative is at the stage ${stages[stage as Stage].en}.`,
  },
  cure: {
    da: 'Se på initiativets side, hvad næste trin er.',
    en: 'See the initiative’s page for its next step.',
  },
});

/** The same question already waits. */
export const caseTwice = (edition: string, number: number): Refusal => ({
  rule: 'case.once',
  says: {
    da: 'Det samme spørgsmål kan kun vente ét sted ad gangen.',
    en: 'The same question can wait in one place only.',
  },
  source: { edition, document: 'Fælled', section: 'Sager' },
  because: { da: `Sag ${number} er allerede åben.`, en: `Case ${number} is already open.` },
  cure: {
    da: `Arbejd videre i sag ${number}, eller træk den tilbage først.`,
    en: `Go on in case ${number}, or withdraw it first.`,
  },
});

/** The body that decides does not exist yet. */
export const bodyMissing = (edition: string, kind: BodyKind): Refusal => ({
  rule: `body.${kind}`,
  says: {
    da: `Sagen afgøres af ${bodyKinds[kind].da}, og den findes ikke endnu.`,
    en: `The case is decided by a ${bodyKinds[kind].en}, and there is none yet.`,
  },
  source: { edition, document: 'OS2 organisering 1.0', section: '§4.1', page: '8–13' },
  because: {
    da: `Der er ikke oprettet ${bodyKinds[kind].da}.`,
    en: `No ${bodyKinds[kind].en} has been set up.`,
  },
  cure: {
    da: `Opret ${bodyKinds[kind].da} først, eller gem sagen som kladde.`,
    en: `Set up the ${bodyKinds[kind].en} first, or keep the case as a draft.`,
  },
});

/** The case is past the point where it can be changed. */
export const caseClosed = (edition: string, number: number): Refusal => ({
  rule: 'case.closed',
  says: {
    da: 'En besluttet eller tilbagetrukket sag ændres ikke.',
    en: 'A case that is decided or withdrawn is not changed.',
  },
  source: { edition, document: 'Fælled', section: 'Sager' },
  because: { da: `Sag ${number} er afsluttet.`, en: `Case ${number} is closed.` },
  cure: {
    da: 'Rejs en ny sag, eller ret beslutningen med en ny beslutning.',
    en: 'Open a new case, or correct the decision by a new one.',
  },
});
