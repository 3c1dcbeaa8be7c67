import { isClaimed } from '../../rulebook/judge.ts';
import { facts } from '../../rulebook/facts.ts';
import { factsIn } from '../../rulebook/judge.ts';
import { refuse } from '../../rulebook/refuse.ts';
import type { Because, Edition, IsoDate, Refusal, Requirement } from '../../rulebook/rule.ts';
import { verdicts, weights, type Text, type Verdict } from '../../rulebook/vocabulary.ts';
import type { Problem } from '../deeds/deed.ts';
import { factWord } from './report-words.ts';

/** What somebody wants to say about a requirement. */
export interface Said {
  readonly verdict: Verdict;
  readonly explanation: string;
  readonly plannedFor: IsoDate | null;
  readonly checkedOn: IsoDate;
  readonly validUntil: IsoDate | null;
}

/** The shortest explanation that can tell why and what is done instead: characters, and different words. */
const shortest = { characters: 20, words: 3 };

/** Whether a text explains: dots, one word or the same word again do not. */
export function explains(text: string): boolean {
  const words = new Set(text.toLowerCase().match(/\p{L}{2,}/gu) ?? []);
  return text.trim().length >= shortest.characters && words.size >= shortest.words;
}

const join = (kind: 'da' | 'en', texts: readonly Text[]): string =>
  texts.map((each) => each[kind]).join(', ');

/** What is wrong with the words themselves, at their fields. */
export function saidProblems(edition: Edition, said: Said, today: IsoDate): Problem[] {
  const problems: Problem[] = [];
  const say = (path: string, da: string, en: string) => problems.push({ path, says: { da, en } });
  if (!edition.verdicts.includes(said.verdict)) {
    const allowed = edition.verdicts.map((verdict) => verdicts[verdict]);
    say(
      'verdict',
      `Udgaven kender ikke den vurdering. Vælg en af disse: ${join('da', allowed)}.`,
      `The edition has no such verdict. Choose one of these: ${join('en', allowed)}.`,
    );
  }
  if (said.verdict === 'planned' && said.plannedFor === null)
    say('plannedFor', 'Skriv datoen, hvor det er på plads.', 'Give the date by which it is in place.');
  if (said.verdict === 'planned' && said.plannedFor !== null && said.plannedFor < today)
    say(
      'plannedFor',
      'Datoen er passeret. Skriv en ny dato, eller vælg en anden vurdering.',
      'The date has passed. Give a new date, or choose another verdict.',
    );
  if ((said.verdict === 'explained' || said.verdict === 'not-relevant') && !explains(said.explanation))
    say(
      'explanation',
      said.verdict === 'explained'
        ? 'Forklar i en sætning, hvorfor I ikke følger kravet, og hvad I gør i stedet.'
        : 'Forklar i en sætning, hvorfor kravet ikke er relevant her.',
      said.verdict === 'explained'
        ? 'Explain in a sentence why you do not follow the requirement and what you do instead.'
        : 'Explain in a sentence why the requirement is not relevant here.',
    );
  if (said.checkedOn > today) say('checkedOn', 'Datoen ligger i fremtiden.', 'The date lies in the future.');
  if (said.validUntil !== null && said.validUntil < said.checkedOn)
    say(
      'validUntil',
      'Dokumentationen kan ikke udløbe, før den er tjekket.',
      'Evidence cannot expire before it was checked.',
    );
  return problems;
}

/**
 * What the edition does not allow anybody to say about a requirement: a verdict on what registered facts answer, and
 * an explanation in place of a requirement that must be met.
 * @param because the registered facts that answer it, with their values
 */
export function saidRefusals(
  edition: Edition,
  requirement: Requirement,
  verdict: Verdict,
  because: readonly Because[],
): Refusal[] {
  if (!isClaimed(requirement)) return [onlyComputed(edition, requirement, because)];
  if (verdict === 'explained' && !edition.explainAnywhere && requirement.weight !== 'comply-or-explain')
    return [cannotExplain(edition, requirement)];
  return [];
}

const onlyComputed = (edition: Edition, requirement: Requirement, because: readonly Because[]): Refusal => {
  const steps = factsIn(requirement.condition).map((fact) => facts[fact].step);
  return refuse(
    edition,
    requirement,
    {
      da: `Kravet afgøres af det, der er registreret, og ikke af en vurdering. Registreret er: ${because.map((each) => factWord(each, 'da')).join('; ')}.`,
      en: `What is registered answers the requirement, not a verdict. Registered is: ${because.map((each) => factWord(each, 'en')).join('; ')}.`,
    },
    { da: `${join('da', steps)}.`, en: `${join('en', steps)}.` },
  );
};

const cannotExplain = (edition: Edition, requirement: Requirement): Refusal =>
  refuse(
    edition,
    requirement,
    {
      da: `Kravet er et »${weights[requirement.weight].da}«. Kun krav, der siger »følg eller forklar«, kan forklares i denne udgave.`,
      en: `The requirement is a “${weights[requirement.weight].en}”. In this edition only requirements that say “comply or explain” can be explained.`,
    },
    {
      da: 'Skriv »delvist«, »planlagt« eller »ikke opfyldt«; det organ, der beslutter, kan acceptere, at det mangler.',
      en: 'Say “partly”, “planned” or “unmet”; the body that decides can accept that it is missing.',
    },
  );
