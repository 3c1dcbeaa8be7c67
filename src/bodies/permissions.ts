import type { BodyKind } from '../../rulebook/vocabulary.ts';
import type { GroundId } from '../people/grounds.ts';

const board: readonly GroundId[] = ['business-manager', 'association-chair'];
const own: readonly GroundId[] = ['body-chair', 'body-secretary', 'secretariat'];

/**
 * Who may do which deed with bodies and seats. Of the grounds of a deed only those count that `establishedBy` and
 * `keptBy` give the body in question.
 */
export const bodyPermissions = {
  'establish-body': [
    'business-manager',
    'secretariat',
    'project-owner',
    'project-manager',
    'steering-chair',
    'coordination-member',
  ],
  'change-body': own,
  'set-facilitator': own,
  'join-body': ['member'],
  'write-charter': own,
  'approve-charter': ['body-secretary', 'body-chair'],
  'close-body': [...board, ...own, 'project-owner', 'project-manager', 'steering-chair'],
  'seat-person': [...board, ...own, 'project-owner', 'project-manager', 'steering-chair'],
  'change-seat': [...board, ...own, 'project-owner', 'project-manager', 'steering-chair'],
  'step-in': [...board, ...own, 'project-owner', 'project-manager', 'steering-chair'],
  'end-seat': [...board, ...own, 'project-owner', 'project-manager', 'steering-chair', 'oneself'],
} as const satisfies Record<string, readonly GroundId[]>;

/**
 * Who sets up a body of a kind. The bodies of the association are recorded by its business manager; a steering group by
 * those who may ask for its approval (report §5.4.3, p. 20), a coordination group when the project goes live (§4.1.5,
 * p. 11–12), committees and expert groups by the secretariat (§4.1.6–4.1.7, p. 13–14).
 */
export const establishedBy: Readonly<Record<BodyKind, readonly GroundId[]>> = {
  'general-assembly': ['business-manager'],
  board: ['business-manager'],
  secretariat: ['business-manager'],
  'steering-group': ['project-owner', 'project-manager', 'secretariat'],
  'coordination-group': ['project-owner', 'project-manager', 'steering-chair', 'secretariat'],
  'super-user-network': ['project-owner', 'project-manager', 'coordination-member', 'secretariat'],
  'professional-committee': ['secretariat'],
  'expert-group': ['secretariat'],
};

/**
 * Who records seats in a body of a kind, and closes it: its own people and the secretariat. The association's bodies
 * are elected or employed, which the business manager and the chair record (report §4.1.1–4.1.3, p. 8–10); so is a
 * steering group that the board appoints (B17, p. 21).
 */
export const keptBy: Readonly<Record<BodyKind | 'board-appointed', readonly GroundId[]>> = {
  'general-assembly': board,
  board,
  secretariat: board,
  'board-appointed': board,
  'steering-group': [...own, 'project-owner'],
  'coordination-group': [...own, 'project-owner', 'project-manager', 'steering-chair'],
  'super-user-network': [...own, 'project-owner', 'project-manager'],
  'professional-committee': own,
  'expert-group': own,
};
