import type { Text, Verdict } from '../../rulebook/vocabulary.ts';
import type { Catalogue } from './catalogue.ts';

/** The verdict that a word in a file is taken for. */
export interface Proposal {
  readonly verdict: Verdict;
  /** False: a person decides before the row counts. */
  readonly certain: boolean;
  readonly because: Text;
}

/** The answers of OS2's own form and their verdicts. */
const formWords: Readonly<Record<string, Verdict>> = {
  ja: 'met',
  nej: 'unmet',
  'ikke relevant': 'not-relevant',
  'ved ikke': 'unknown',
};

/** The signs of the reports of 2024 and 2025, and the lights of the evaluations. */
const signs: Readonly<Record<string, Verdict>> = {
  '✅': 'met',
  '❌': 'unmet',
  '➖': 'not-relevant',
  '❓': 'unknown',
  '🟢': 'met',
  '🟡': 'partly',
  '🔴': 'unmet',
  '⚪': 'not-relevant',
};

interface Reading {
  readonly matches: RegExp;
  readonly verdict: Verdict;
  readonly because: Text;
}

/** Words products have invented, in the order they are tried. The first that matches is proposed. */
const readings: readonly Reading[] = [
  {
    matches: /^$/,
    verdict: 'unknown',
    because: { da: 'Feltet er ikke udfyldt.', en: 'The field is not filled in.' },
  },
  {
    matches: /^[?\s]+$/,
    verdict: 'unknown',
    because: { da: 'Der står kun et spørgsmålstegn.', en: 'There is only a question mark.' },
  },
  {
    matches: /forklar/,
    verdict: 'explained',
    because: {
      da: 'Ordet siger, at afvigelsen er forklaret.',
      en: 'The word says the deviation is explained.',
    },
  },
  {
    matches: /delvis|til dels|næsten/,
    verdict: 'partly',
    because: { da: 'Ordet siger, at noget af kravet er opfyldt.', en: 'The word says part of it is met.' },
  },
  {
    matches: /planlagt|planen|planlægges|afvent|i ?gang|påbegyndt|på vej|kommer/,
    verdict: 'planned',
    because: {
      da: 'Ordet siger, at det er på vej eller afventer noget.',
      en: 'The word says it is on its way or waits for something.',
    },
  },
  {
    matches: /ikke relevant|irrelevant/,
    verdict: 'not-relevant',
    because: {
      da: 'Ordet ligner »Ikke relevant«, men der står mere.',
      en: 'The word looks like “Not relevant”, but there is more.',
    },
  },
  {
    matches: /^nej\b|^ikke\b|mangler/,
    verdict: 'unmet',
    because: {
      da: 'Ordet ligner et nej, men der står mere.',
      en: 'The word looks like a no, but there is more.',
    },
  },
  {
    matches: /^ja\b/,
    verdict: 'met',
    because: {
      da: 'Ordet ligner et ja, men der står mere.',
      en: 'The word looks like a yes, but there is more.',
    },
  },
];

/** What is proposed where an edition does not allow the verdict. */
const nextBest: Readonly<Record<Verdict, Verdict | null>> = {
  planned: 'unmet',
  partly: 'unmet',
  explained: 'unmet',
  'not-relevant': 'unknown',
  unknown: 'unmet',
  met: null,
  unmet: null,
};

/** The proposal with a verdict that the edition allows; where it does not, a person decides. */
function allowed(proposal: Proposal, edition: Catalogue): Proposal {
  let verdict: Verdict | null = proposal.verdict;
  while (verdict !== null && !edition.verdicts.includes(verdict)) verdict = nextBest[verdict];
  if (verdict === proposal.verdict) return proposal;
  return {
    verdict: verdict ?? 'unmet',
    certain: false,
    because: {
      da: `${proposal.because.da} Udgaven kender ikke den vurdering.`,
      en: `${proposal.because.en} The edition does not know that verdict.`,
    },
  };
}

const normal = (word: string): string =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.!;:]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();

const certainly = (verdict: Verdict, word: string): Proposal => ({
  verdict,
  certain: true,
  because: { da: `Formularens svar »${word}«.`, en: `The form’s answer “${word}”.` },
});

/**
 * What a word in an evaluation means. The four answers of the form and the signs of the reports are certain; every
 * other word is kept as written, proposed a verdict, and waits for a person.
 */
export function proposeVerdict(asWritten: string, edition: Catalogue): Proposal {
  const word = normal(asWritten);
  const given = Object.hasOwn(formWords, word) ? formWords[word] : undefined;
  if (given) return allowed(certainly(given, asWritten.trim()), edition);
  const seen = [...new Set(word.match(/[✅❌➖❓🟢🟡🔴⚪]/gu) ?? [])];
  const rest = normal(word.replace(/[✅❌➖❓🟢🟡🔴⚪]|\ufe0f/gu, ''));
  const sign = seen.length === 1 ? signs[seen[0] as string] : undefined;
  if (seen.length > 1)
    return allowed(
      {
        verdict: 'unknown',
        certain: false,
        because: { da: 'Der står flere tegn. Vælg ét.', en: 'There are several signs. Choose one.' },
      },
      edition,
    );
  if (sign && rest === '')
    return allowed(
      { verdict: sign, certain: true, because: { da: `Tegnet ${seen[0]}.`, en: `The sign ${seen[0]}.` } },
      edition,
    );
  if (sign) return allowed(signAndWord(sign, rest, edition), edition);
  const reading = readings.find(({ matches }) => matches.test(word));
  return allowed(
    {
      verdict: reading?.verdict ?? 'unknown',
      certain: false,
      because: reading?.because ?? {
        da: `»${asWritten.trim()}« er ikke et af formularens svar.`,
        en: `“${asWritten.trim()}” is not one of the form’s answers.`,
      },
    },
    edition,
  );
}

/** "🟢 Ja" says one thing twice; "🔴 Ved ikke" says two things. */
function signAndWord(sign: Verdict, word: string, edition: Catalogue): Proposal {
  const said = proposeVerdict(word, edition);
  if (said.verdict === sign) return said;
  return {
    verdict: said.verdict,
    certain: false,
    because: {
      da: `Tegnet og ordet siger ikke det samme. ${said.because.da}`,
      en: `The sign and the word do not say the same. ${said.because.en}`,
    },
  };
}

/**
 * The word a verdict gets in a file. The form knows four; the other three keep the words products already use, which
 * OS2's own generator shows as red, exactly as it shows "Nej".
 */
export const wordFor: Readonly<Record<Verdict, string>> = {
  met: 'Ja',
  unmet: 'Nej',
  'not-relevant': 'Ikke relevant',
  unknown: 'Ved ikke',
  partly: 'Delvist',
  planned: 'Planlagt',
  explained: 'Forklaret',
};
