import type { BodyKind } from '../vocabulary.ts';
import type { FixedItem } from './settings.ts';
import { text, type Pair } from './write.ts';

const item = (key: string, kind: FixedItem['kind'], place: FixedItem['place'], title: Pair): FixedItem => ({
  key,
  kind,
  place,
  title: text(title),
});

const opening: readonly FixedItem[] = [
  item('presence', 'information', 'first', [
    'Til stede, mødeleder og referent',
    'Present, who presides, who takes minutes',
  ]),
  item('approve-agenda', 'decision', 'first', ['Godkendelse af dagsorden', 'Approval of the agenda']),
];
const closing: readonly FixedItem[] = [
  item('next-meeting', 'information', 'last', ['Næste møde', 'Next meeting']),
  item('any-other-business', 'discussion', 'last', ['Eventuelt', 'Any other business']),
];
const housekeeping = item('housekeeping', 'information', 'first', [
  'Status og henvendelser fra baglandet',
  'Status and what users have asked',
]);

/**
 * What stands on every agenda of a body by custom, as its minutes show (OS2’s templates for minutes); no rule says so.
 * The general assembly has its items from the statutes.
 */
export const customItems: Readonly<Record<BodyKind, readonly FixedItem[]>> = {
  'general-assembly': [],
  board: [...opening, ...closing],
  secretariat: [],
  'steering-group': [...opening, ...closing],
  'coordination-group': [...opening, housekeeping, ...closing],
  'super-user-network': [...opening, ...closing],
  'professional-committee': [...opening, ...closing],
  'expert-group': [...opening, ...closing],
};
