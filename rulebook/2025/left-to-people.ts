import type { LeftToPeople } from '../rule.ts';

/** What the sources ask of people that no rule can carry. */
export const leftToPeople: readonly LeftToPeople[] = [
  {
    duty: 'preliminary-plan',
    because: {
      da: 'Om en foreløbig plan er god nok til at begynde, er et skøn i dialogen med sekretariatet.',
      en: 'Whether a preliminary plan is good enough to begin with is a judgement in the dialogue with the secretariat.',
    },
  },
  {
    duty: 'twice-a-year',
    because: {
      da: 'Årshjulet lægges af sekretariatet; siderne viser, hvornår der sidst blev evalueret.',
      en: 'The yearly cycle is set by the secretariat; the pages show when the last evaluation was.',
    },
  },
  {
    duty: 'overall-judgement',
    because: {
      da: 'Der er ingen talgrænse for et niveau. Tallene vises, og et menneske afgør.',
      en: 'There is no numeric threshold for a level. The figures are shown, and people decide.',
    },
  },
  {
    duty: 'second-opinion',
    because: {
      da: 'Dialog og en faglig udtalelse er samtaler; først når de ikke hjælper, bliver det en sag.',
      en: 'Dialogue and a second opinion are conversations; only when they do not help does it become a case.',
    },
  },
  {
    duty: 'equal-evaluation',
    because: {
      da: 'At vurderinger er ens og faglige på tværs af produkter, kan ingen regel afgøre.',
      en: 'That evaluations are alike and professional across products no rule can tell.',
    },
  },
  {
    duty: 'elections',
    because: {
      da: 'Valg og perioder registreres som pladser med datoer; hvem der er på valg hvornår, følger generalforsamlingen.',
      en: 'Elections and terms are recorded as seats with dates; who is up for election when is for the assembly.',
    },
  },
  {
    duty: 'licence-deviation',
    because: {
      da: 'Om en anden licens er begrundet, afgør bestyrelsen; begrundelsen skrives i sagen.',
      en: 'Whether another licence is justified is for the board; the reasons are written in the case.',
    },
  },
];
