import type { BodyKind } from './vocabulary.ts';

/**
 * Who decides that a body of a kind is set up, changed or closed: who it answers to (report §4.1, p. 8–14; statutes §6.6
 * on committees). A group may change and close itself.
 */
export const decidesOn: Readonly<Record<BodyKind, readonly BodyKind[]>> = {
  'general-assembly': ['general-assembly'],
  board: ['general-assembly'],
  secretariat: ['board', 'general-assembly'],
  'steering-group': ['board', 'general-assembly'],
  'coordination-group': ['steering-group', 'board', 'general-assembly'],
  'super-user-network': ['coordination-group', 'steering-group', 'board', 'general-assembly'],
  'professional-committee': ['secretariat', 'board', 'general-assembly'],
  'expert-group': ['secretariat', 'board', 'general-assembly'],
};

/**
 * Who may approve a body's charter: the body it answers to, or itself where it elects its own ways. A steering group
 * answers to the board (B2, B17), a coordination group to its steering group (B12), committees and expert groups to the
 * board (statutes §6.6). Kinds in the order in which they are looked for.
 */
export const approvesCharter: Readonly<Record<BodyKind, readonly BodyKind[]>> = {
  'general-assembly': ['general-assembly'],
  board: ['general-assembly', 'board'],
  secretariat: ['board'],
  'steering-group': ['board', 'steering-group'],
  'coordination-group': ['steering-group', 'coordination-group'],
  'super-user-network': ['coordination-group', 'super-user-network'],
  'professional-committee': ['board'],
  'expert-group': ['board', 'expert-group'],
};
