import type { IsoDate } from '../../rulebook/rule.ts';
import type { Text, Verdict } from '../../rulebook/vocabulary.ts';

/** The traffic lights of the community's evaluation (evaluation report 0.9). */
export const lights = {
  green: { da: 'grøn', en: 'green' },
  yellow: { da: 'gul', en: 'yellow' },
  red: { da: 'rød', en: 'red' },
  grey: { da: 'grå', en: 'grey' },
} as const satisfies Record<string, Text>;
export type Light = keyof typeof lights;
export const lightNames = Object.keys(lights) as Light[];

export const lightSigns: Readonly<Record<Light, string>> = {
  green: '🟢',
  yellow: '🟡',
  red: '🔴',
  grey: '⚪',
};

const byVerdict: Readonly<Record<Verdict, Light>> = {
  met: 'green',
  explained: 'green',
  partly: 'yellow',
  planned: 'yellow',
  unknown: 'yellow',
  unmet: 'red',
  'not-relevant': 'grey',
};

/**
 * The light of a verdict. A plan is yellow until its date has passed on the day `on`, then red. A requirement nobody
 * has judged has no light. See docs/decisions on words and lights.
 */
export function lightOf(verdict: Verdict, plannedFor: IsoDate | null, on: IsoDate): Light {
  return verdict === 'planned' && plannedFor !== null && plannedFor < on ? 'red' : byVerdict[verdict];
}

/** The light a word names: a sign, "Grøn", "Gul", "Rød" or "Grå"; null for none or for several. */
export function lightIn(text: string): Light | null {
  const found = lightNames.filter(
    (light) => text.includes(lightSigns[light]) || new RegExp(lights[light].da, 'i').test(text),
  );
  return found.length === 1 ? (found[0] as Light) : null;
}
