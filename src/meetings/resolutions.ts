import type { DecisionKind, Text } from '../../rulebook/vocabulary.ts';

const about: Readonly<Record<DecisionKind, (body: string, what: string, level: string) => Text>> = {
  placement: (body, what, level) => ({
    da: `${body} indplacerer ${what}${level && ` på ${level}`}.`,
    en: `${body} places ${what}${level && ` at ${level}`}.`,
  }),
  approval: (body, what, level) => ({
    da: `${body} godkender konceptet ${what}${level && ` på ${level}`}.`,
    en: `${body} approves the concept ${what}${level && ` at ${level}`}.`,
  }),
  'level-change': (body, what, level) => ({
    da: `${body} flytter ${what}${level && ` til ${level}`}.`,
    en: `${body} moves ${what}${level && ` to ${level}`}.`,
  }),
  adoption: (body, what, level) => ({
    da: `${body} optager ${what} som produkt${level && ` på ${level}`}.`,
    en: `${body} adopts ${what} as a product${level && ` at ${level}`}.`,
  }),
  'steering-group': (body, what) => ({
    da: `${body} godkender styregruppen for ${what}.`,
    en: `${body} approves the steering group of ${what}.`,
  }),
  economy: (body, what) => ({
    da: `${body} godkender økonomien for ${what}.`,
    en: `${body} approves the economy of ${what}.`,
  }),
  reconsideration: (body, what) => ({
    da: `${body} beslutter, at ${what} fortsætter.`,
    en: `${body} decides that ${what} continues.`,
  }),
  closing: (body, what) => ({ da: `${body} lukker ${what}.`, en: `${body} closes ${what}.` }),
  evaluation: (body, what) => ({
    da: `${body} følger fællesskabets evaluering af ${what}.`,
    en: `${body} upholds the community’s evaluation of ${what}.`,
  }),
  information: (body) => ({
    da: `${body} tager orienteringen til efterretning.`,
    en: `${body} takes note of the information.`,
  }),
};

/** The resolution prepared for a case, that approves what it asks: the body changes it or says no. */
export const resolutionOf = (
  kind: DecisionKind,
  body: string,
  initiative: string | null,
  level: string | null,
): Text => about[kind](body, initiative ?? '–', level ?? '');
