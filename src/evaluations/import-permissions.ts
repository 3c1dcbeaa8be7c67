import type { Voice } from '../../rulebook/vocabulary.ts';
import type { Actor } from '../people/actor.ts';
import { groundFor, type GroundId, type Scope } from '../people/grounds.ts';
import { carrierGrounds } from './permissions.ts';

/** The ground a person carries in a voice's file on; null for none. */
export const groundForVoice = (actor: Actor | null, voice: Voice, scope: Scope): GroundId | null =>
  groundFor(actor, carrierGrounds[voice], scope);
