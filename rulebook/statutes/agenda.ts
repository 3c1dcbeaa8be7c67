import type { Text } from '../vocabulary.ts';
import { isAmong } from './elections.ts';
import { setting } from './read.ts';
import type { ElectedRole, FixedItem } from './settings.ts';
import type { AssemblyKind, StatuteRule, Statutes } from './statute.ts';

/** An item of the fixed agenda in a certain year. */
export interface AgendaLine extends FixedItem {
  /** From 1. */
  readonly number: number;
  /** What the year adds: "not on election". */
  readonly note: Text | null;
  readonly rule: StatuteRule;
}

const notes = {
  notOnElection: { da: 'ikke på valg', en: 'not on election' },
  half: { da: 'halvdelen er på valg', en: 'half stand for election' },
  rest: { da: 'den anden halvdel er på valg', en: 'the other half stand for election' },
} as const satisfies Record<string, Text>;

/**
 * The fixed items of a general assembly, in order (§7.3). All nine stand every year; in even years the chair's carries
 * "not on election" (§6.4). An extraordinary assembly elects who chairs it and treats what it is called for.
 * Empty where the statutes do not say.
 * @param vacant what is empty and must be filled whatever the year
 */
export function fixedAgenda(
  statutes: Statutes,
  kind: AssemblyKind,
  year: number,
  vacant: readonly ElectedRole[] = [],
): readonly AgendaLine[] {
  const agenda = setting(statutes, 'assembly.agenda');
  if (agenda === null) return [];
  return itemsFor(agenda.value, kind).map((item, index) => ({
    ...item,
    number: index + 1,
    note: item.elects && !vacant.includes(item.elects) ? noteOn(statutes, item.elects, year) : null,
    rule: agenda.rule,
  }));
}

/** The nine items belong to the ordinary assembly; any assembly elects who chairs it (§7.4). */
export const itemsFor = (items: readonly FixedItem[], kind: AssemblyKind): readonly FixedItem[] =>
  kind === 'ordinary' ? items : items.filter(({ elects }) => elects === 'meeting-chair');

function noteOn(statutes: Statutes, elects: ElectedRole, year: number): Text | null {
  if (elects === 'chair') {
    const years = setting(statutes, 'election.chair');
    return years === null || isAmong(years.value, year) ? null : notes.notOnElection;
  }
  if (elects === 'member') {
    const years = setting(statutes, 'election.half-of-members');
    if (years === null) return null;
    return isAmong(years.value, year) ? notes.half : notes.rest;
  }
  return null;
}
