import { counterparts } from './lineage.ts';
import { isClaimed, isEnough } from './judge.ts';
import type { Assessment, Edition, IsoDate, Requirement, RequirementId, RuleId, Standing } from './rule.ts';
import { voices, type Text, type Verdict, type Voice } from './vocabulary.ts';

type Said = Standing['assessments'];

/** One voice's word on a requirement of another edition, and the requirements there that it was said about. */
export interface Carried {
  readonly requirement: RequirementId;
  readonly voice: Voice;
  readonly assessment: Assessment;
  /** Those the voice has spoken on, in the order of the lineage; never empty. */
  readonly saidOf: readonly RequirementId[];
}

/** A requirement that a change of edition asks about although there was nothing to say, or enough was said, before. */
export interface AskedAnew {
  readonly requirement: RequirementId;
  readonly formerly: readonly RequirementId[];
  readonly because: Text;
}

/** From what says least for a requirement to what says most; of several parts the least counts. */
const fromLeast: readonly Verdict[] = [
  'unmet',
  'unknown',
  'planned',
  'partly',
  'explained',
  'met',
  'not-relevant',
];

/** The requirements of the edition left behind that make up one of the edition moved to. */
const partsOf = (from: Edition, to: Edition, id: RequirementId): readonly Requirement[] =>
  counterparts(from, to, id).flatMap((part) => from.requirements[part] ?? []);

/**
 * What comes along when an initiative moves from one edition to another (P9, report §5.1, p. 15): the word of each
 * voice on every requirement that carries on, or is carried on by, one it has spoken on.
 *
 * - A requirement that stands for one other takes its word as it is. One that has been split passes its word on to
 *   every part.
 * - A requirement that joins several takes a voice's word when that voice has spoken on all of them, or when something
 *   it has said is not enough, for then the whole is not enough either. The least of the parts counts, silence and a
 *   bare “explained” as unknown; evidence is out of date when that of the first part is.
 * - A verdict that the edition does not know becomes unknown: it is asked again. An explanation stays an explanation
 *   where it no longer counts, and `judge` says that it does not.
 * - What people have claimed about a requirement that registered facts answer comes along as a claim, shown beside the
 *   facts and never counted; it does not become a verdict where the other edition asks people.
 *
 * What has been said in the edition moved to stands; a word is carried only where its voice is silent there.
 * @param said what was said under the edition left
 * @param existing what has been said already under the edition moved to
 */
export function carryOver(from: Edition, to: Edition, said: Said, existing: Said): readonly Carried[] {
  return Object.values(to.requirements).flatMap((requirement) => {
    const parts = partsOf(from, to, requirement.id);
    return (Object.keys(voices) as Voice[]).flatMap((voice): Carried[] => {
      if (existing[requirement.id]?.[voice]) return [];
      const words = parts.flatMap((part): Spoken[] => {
        const word = isClaimed(part) === isClaimed(requirement) ? said[part.id]?.[voice] : undefined;
        return word ? [{ part: part.id, word }] : [];
      });
      const assessment = carried(to, requirement, parts, words, said);
      const saidOf = words.map(({ part }) => part);
      return assessment ? [{ requirement: requirement.id, voice, saidOf, assessment }] : [];
    });
  });
}

interface Spoken {
  readonly part: RequirementId;
  readonly word: Assessment;
}

/** What a voice has said of the parts, as its word on the whole; null where it has not said enough for that. */
function carried(
  to: Edition,
  requirement: Requirement,
  parts: readonly Requirement[],
  words: readonly Spoken[],
  said: Said,
): Assessment | null {
  const [first] = words;
  if (!first) return null;
  if (parts.length === 1) return { ...first.word, verdict: known(to, first.word.verdict) };
  const silent = words.length < parts.length;
  if (silent && words.every(({ word }) => isEnough(to, requirement, word.verdict, word.explanation)))
    return null;
  const each = words.map(({ word }) => (isBare(word) ? 'unknown' : word.verdict));
  const verdict = known(to, least(silent ? [...each, 'unknown'] : each));
  return {
    verdict,
    explanation: words
      .filter(({ word }) => word.explanation.trim() !== '')
      .map(({ part, word }) => `${part}: ${word.explanation}`)
      .join('\n\n'),
    plannedFor:
      verdict === 'planned' ? (inOrder(words.map(({ word }) => word.plannedFor)).at(-1) ?? null) : null,
    validUntil:
      inOrder(parts.flatMap(({ id }) => Object.values(said[id] ?? {}).map((word) => word.validUntil)))[0] ??
      null,
  };
}

const inOrder = (dates: readonly (IsoDate | null)[]): readonly IsoDate[] =>
  dates.filter((date) => date !== null).toSorted();

/** A verdict that counts only with a reason, without one. */
const isBare = ({ verdict, explanation }: Assessment): boolean =>
  (verdict === 'explained' || verdict === 'not-relevant') && explanation.trim() === '';

const known = (to: Edition, verdict: Verdict): Verdict =>
  to.verdicts.includes(verdict) ? verdict : 'unknown';

const least = (each: readonly Verdict[]): Verdict =>
  fromLeast.find((verdict) => each.includes(verdict)) ?? 'unknown';

/** What has been said under an edition once that of the edition left has come along. */
export function saidAfter(from: Edition, to: Edition, said: Said, existing: Said): Said {
  const after: Record<RequirementId, Partial<Record<Voice, Assessment>>> = { ...existing };
  for (const { requirement, voice, assessment } of carryOver(from, to, said, existing))
    after[requirement] = { ...after[requirement], [voice]: assessment };
  return after;
}

/**
 * Which of the missing requirements the change of edition itself asks about: the new ones, those that join something
 * said with something nobody has said, and those where what was enough is enough no more. What was missing before, and
 * what has been said already under the edition moved to, is not among them.
 * @param missing ids of the lines that are missing at the target in the edition moved to
 */
export function askedAnew(
  from: Edition,
  to: Edition,
  said: Said,
  existing: Said,
  missing: readonly RuleId[],
): readonly AskedAnew[] {
  const after = saidAfter(from, to, said, existing);
  return missing.flatMap((id): AskedAnew[] => {
    const requirement = to.requirements[id];
    if (!requirement || !isClaimed(requirement) || existing[id]) return [];
    const parts = partsOf(from, to, id);
    const word = counting(after, id);
    const because = word
      ? noLongerEnough(from, to, requirement, parts, said, word)
      : neverSaid(from, parts, said);
    return because ? [{ requirement: id, formerly: parts.map((part) => part.id), because }] : [];
  });
}

/** The community's word where it has spoken, else the product's own. */
const counting = (said: Said, id: RequirementId): Assessment | undefined =>
  said[id]?.community ?? said[id]?.self;

function neverSaid(from: Edition, parts: readonly Requirement[], said: Said): Text | null {
  if (parts.length === 0)
    return {
      da: `Kravet har intet modstykke i udgave ${from.id}.`,
      en: `The requirement has no counterpart in edition ${from.id}.`,
    };
  if (parts.every(({ id }) => !said[id])) return null;
  const names = parts.map(({ id }) => id).join(', ');
  return {
    da: `Kravet samler ${names}, og ingen stemme har vurderet dem alle.`,
    en: `The requirement joins ${names}, and no voice has assessed them all.`,
  };
}

function noLongerEnough(
  from: Edition,
  to: Edition,
  requirement: Requirement,
  parts: readonly Requirement[],
  said: Said,
  word: Assessment,
): Text | null {
  const stood = parts.every((part) => {
    const before = counting(said, part.id);
    return before !== undefined && isEnough(from, part, before.verdict, before.explanation);
  });
  if (!stood || isEnough(to, requirement, word.verdict, word.explanation)) return null;
  return {
    da: `Det, der var nok i udgave ${from.id}, er ikke nok i udgave ${to.id}.`,
    en: `What was enough in edition ${from.id} is not enough in edition ${to.id}.`,
  };
}
