import type { BallotRule, Election, Resolution } from './ballot.ts';
import { neededOf } from './ballot.ts';
import type { Titled } from './titles.ts';
import type { Text } from './vocabulary.ts';

/** How far a box has come, as everybody may know it: how many, never how. */
export interface Turnout {
  readonly entitled: number;
  readonly voted: number;
  /** Weight of those who may vote. */
  readonly entitledWeight: number;
}

const turnout = ({ entitled, voted }: Turnout): Text => {
  if (entitled === 0) return { da: 'ingen kan stemme', en: 'nobody may vote' };
  const left = entitled - voted;
  if (left === 0) return { da: `alle ${entitled} har stemt`, en: `all ${entitled} have voted` };
  return left === entitled
    ? { da: `${entitled} kan stemme`, en: `${entitled} may vote` }
    : { da: `${left} af ${entitled} mangler`, en: `${left} of ${entitled} have yet to vote` };
};

/** The chair's vote, by the chair's title: "forpersonens stemme". */
const chairsVote = ({ titles }: Titled): Text => ({
  da: `${titles.chair.the.da}s stemme`,
  en: `${titles.chair.the.en}’s vote`,
});

const tieClauses = (titled: Titled): Readonly<Record<BallotRule['tie'], Text>> => ({
  'chair-decides': {
    da: `${chairsVote(titled).da} afgør ved stemmelighed`,
    en: `${chairsVote(titled).en} decides a tie`,
  },
  falls: { da: 'ved stemmelighed falder forslaget', en: 'a tie falls' },
  lot: { da: 'lodtrækning afgør ved stemmelighed', en: 'a lot decides a tie' },
});

/** The majority that a rule asks for, with the numbers where they are known beforehand. */
function majorityAsked(rule: BallotRule, entitledWeight: number): Text {
  if (rule.base === 'cast')
    return rule.majority === 'two-thirds'
      ? { da: 'to tredjedele af de afgivne stemmer', en: 'two thirds of the votes cast' }
      : { da: 'flere stemmer for end imod', en: 'more votes for than against' };
  const base = rule.base === 'all' ? rule.allWeight : entitledWeight;
  const needed = neededOf(rule.majority, base);
  const share =
    rule.majority === 'two-thirds'
      ? { da: 'to tredjedele', en: 'two thirds' }
      : { da: 'mere end halvdelen', en: 'more than half' };
  const of =
    rule.base === 'all'
      ? { da: `alle ${base} stemmer`, en: `all ${base} votes` }
      : { da: `de ${base} tilstedeværende`, en: `the ${base} present` };
  return {
    da: `${needed} stemmer for (${share.da} af ${of.da})`,
    en: `${needed} votes for (${share.en} of ${of.en})`,
  };
}

/** What it takes, before and while voting, in one sentence: the rule, how many have yet to vote, and what a tie does. */
export function whatItTakes(titled: Titled, rule: BallotRule, now: Turnout): Text {
  const count = turnout(now);
  const majority = majorityAsked(rule, now.entitledWeight);
  if (rule.written) {
    const needed = neededOf(rule.majority, rule.allWeight);
    return {
      da: `Det kræver ${needed} stemmer for af alle ${rule.allWeight}, eller at alle har svaret med ${majority.da}; ${count.da}.`,
      en: `It takes ${needed} votes for of all ${rule.allWeight}, or that everybody has answered with ${majority.en}; ${count.en}.`,
    };
  }
  if (rule.majority === 'two-thirds')
    return { da: `Det kræver ${majority.da}; ${count.da}.`, en: `It takes ${majority.en}; ${count.en}.` };
  const tie = tieClauses(titled)[rule.tie];
  return {
    da: `Det kræver ${majority.da}; ${count.da}, og ${tie.da}.`,
    en: `It takes ${majority.en}; ${count.en}, and ${tie.en}.`,
  };
}

/** The same for an election. */
export function whatAnElectionTakes(
  titled: Titled,
  tie: BallotRule['tie'],
  seats: number,
  candidates: number,
  now: Turnout,
): Text {
  const count = turnout(now);
  const ends: Record<BallotRule['tie'], Text> = {
    ...tieClauses(titled),
    falls: { da: 'ved stemmelighed stemmes der om', en: 'a tie is voted on again' },
  };
  const places = seats === 1 ? { da: 'én', en: 'one' } : { da: String(seats), en: String(seats) };
  return {
    da: `Der vælges ${places.da} af ${candidates} kandidater efter flest stemmer; ${count.da}, og ${ends[tie].da}.`,
    en: `${places.en} of ${candidates} candidates ${seats === 1 ? 'is' : 'are'} elected by most votes; ${count.en}, and ${ends[tie].en}.`.replace(
      /^o/,
      'O',
    ),
  };
}

function counted({ for: yes, against, abstaining }: Resolution): Text {
  return abstaining === 0
    ? { da: `${yes} for og ${against} imod`, en: `${yes} for and ${against} against` }
    : {
        da: `${yes} for, ${against} imod og ${abstaining} hverken for eller imod`,
        en: `${yes} for, ${against} against and ${abstaining} abstaining`,
      };
}

/** What a vote on a proposal ended in, in one sentence: the result, the count, and what settled it. */
export function whatHappened(titled: Titled, rule: BallotRule, result: Resolution): Text {
  if (result.by === 'quorum') {
    const part = rule.written ? result.voted : result.entitled;
    return {
      da: `Der er ikke truffet nogen beslutning: ${part} deltog, og der skal mindst ${rule.quorum} til.`,
      en: `No decision is made: ${part} took part, and it takes at least ${rule.quorum}.`,
    };
  }
  const word = result.carried ? { da: 'Vedtaget', en: 'Carried' } : { da: 'Forkastet', en: 'Lost' };
  const count = counted(result);
  const why = settledBy(titled, rule, result);
  return { da: `${word.da}: ${count.da}, ${why.da}.`, en: `${word.en}: ${count.en}, ${why.en}.` };
}

function settledBy(
  titled: Titled,
  rule: BallotRule,
  { by, needed, base, voted, entitled }: Resolution,
): Text {
  const chair = titled.titles.chair.the;
  switch (by) {
    case 'chair':
      return { da: `og ${chairsVote(titled).da} afgjorde det`, en: `and ${chairsVote(titled).en} decided` };
    case 'lot':
      return { da: 'og lodtrækning afgjorde det', en: 'and a lot decided' };
    case 'tie':
      return rule.tie === 'chair-decides'
        ? {
            da: `og ${chair.da} stemte ikke, så stemmeligheden blev ikke brudt`,
            en: `and ${chair.en} did not vote, so that nothing broke the tie`,
          }
        : { da: 'og ved stemmelighed falder forslaget', en: 'and a tie falls' };
    case 'majority':
    case 'quorum': {
      const all = rule.base === 'all' || (rule.written && voted < entitled);
      if (!all && rule.base === 'cast')
        return rule.majority === 'two-thirds'
          ? {
              da: `og det krævede ${needed} af de ${base} afgivne stemmer`,
              en: `and it took ${needed} of the ${base} votes cast`,
            }
          : { da: 'og det krævede flere for end imod', en: 'and it took more for than against' };
      return all
        ? {
            da: `og det krævede ${needed} af alle ${base} stemmer`,
            en: `and it took ${needed} of all ${base} votes`,
          }
        : {
            da: `og det krævede ${needed} af de ${base} tilstedeværende`,
            en: `and it took ${needed} of the ${base} present`,
          };
    }
  }
}

const listed = (names: readonly string[], and: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;

/**
 * What an election ended in, in one sentence.
 * @param nameOf what a candidate's key is called
 */
export function whoWasElected(
  titled: Titled,
  rule: Pick<BallotRule, 'quorum' | 'written'>,
  result: Election,
  nameOf: (key: string) => string,
): Text {
  if (result.by === 'quorum') {
    const part = rule.written ? result.voted : result.entitled;
    return {
      da: `Ingen er valgt: ${part} deltog, og der skal mindst ${rule.quorum} til.`,
      en: `Nobody is elected: ${part} took part, and it takes at least ${rule.quorum}.`,
    };
  }
  const named = result.elected.map((key) => `${nameOf(key)} (${result.votes[key] ?? 0})`);
  const elected =
    named.length === 0
      ? { da: 'Ingen er valgt', en: 'Nobody is elected' }
      : {
          da: `Valgt: ${listed(named, 'og')}`,
          en: `Elected: ${listed(named, 'and')}`,
        };
  if (result.by === 'tie') {
    const tied = result.tied.map(nameOf);
    return {
      da: `${elected.da}; ${listed(tied, 'og')} står lige, og der stemmes om igen mellem dem.`,
      en: `${elected.en}; ${listed(tied, 'and')} are equal, and the vote is taken again among them.`,
    };
  }
  if (result.by === 'lot')
    return {
      da: `${elected.da}, efter lodtrækning mellem dem, der stod lige.`,
      en: `${elected.en}, after a lot among those who were equal.`,
    };
  if (result.by === 'chair')
    return {
      da: `${elected.da}, og ${chairsVote(titled).da} afgjorde mellem dem, der stod lige.`,
      en: `${elected.en}, and ${chairsVote(titled).en} decided among those who were equal.`,
    };
  return { da: `${elected.da}, efter flest stemmer.`, en: `${elected.en}, by most votes.` };
}

/** Said before a secret vote where the count itself will tell who voted what; null otherwise. */
export const secrecyAtRisk = (entitled: number): Text | null =>
  entitled >= 3
    ? null
    : {
        da: 'Afstemningen kan ikke være hemmelig: med færre end tre stemmer kan man regne ud, hvad de andre stemte.',
        en: 'The vote cannot be secret: with fewer than three voters each can work out how the others voted.',
      };

/** Said after a secret vote that came out alike: everybody then knows how everybody voted. */
export const secrecyLost: Text = {
  da: 'Alle stemte ens, så tallene viser, hvad hver enkelt stemte.',
  en: 'All voted alike, so that the count tells how each of them voted.',
};

/** Whether the count of a secret vote tells how everybody voted: one choice got everything. */
export const allAlike = (counts: readonly number[], cast: number): boolean =>
  cast > 0 && counts.some((count) => count === cast) && counts.filter((count) => count > 0).length === 1;
