import type { Edition } from '../../rulebook/rule.ts';
import { stages, voices, type Language, type Text } from '../../rulebook/vocabulary.ts';
import { formatDate } from '../web/format.ts';
import type { Effect } from './effects.ts';

const levelName = (edition: Edition, id: string | null): Text =>
  edition.levels.find((level) => level.id === id)?.name ?? { da: 'intet niveau', en: 'no level' };
const lineName = (edition: Edition, id: string): Text =>
  edition.requirements[id]?.label ?? edition.needs[id]?.label ?? { da: id, en: id };

const names = (edition: Edition, rules: readonly string[], language: Language): string =>
  rules.map((rule) => lineName(edition, rule)[language]).join('; ');

/** An effect as a sentence: for the preview, the decision's page and the journal. */
export function describeEffect(effect: Effect, edition: Edition): Text {
  switch (effect.kind) {
    case 'set-level': {
      const [from, to] = [levelName(edition, effect.from), levelName(edition, effect.to)];
      return {
        da: `Niveauet ændres fra ${from.da} til ${to.da}.`,
        en: `The level changes from ${from.en} to ${to.en}.`,
      };
    }
    case 'record-level': {
      const level = levelName(edition, effect.level);
      return {
        da: `Beslutningen om ${level.da} registreres.`,
        en: `The decision on ${level.en} is recorded.`,
      };
    }
    case 'set-stage':
      return {
        da: `Initiativet går fra ${stages[effect.from].da} til ${stages[effect.to].da}.`,
        en: `The initiative goes from ${stages[effect.from].en} to ${stages[effect.to].en}.`,
      };
    case 'accept-gaps':
      return {
        da: `Organet accepterer, at dette mangler: ${names(edition, effect.rules, 'da')}.`,
        en: `The body accepts that this is missing: ${names(edition, effect.rules, 'en')}.`,
      };
    case 'lapse-acceptance':
      return {
        da: `Det accepteres ikke længere, at dette mangler: ${names(edition, effect.rules, 'da')}.`,
        en: `It is no longer accepted that this is missing: ${names(edition, effect.rules, 'en')}.`,
      };
    case 'approve-body':
      return effect.appointed
        ? {
            da: 'Styregruppen er udpeget af bestyrelsen.',
            en: 'The steering group is appointed by the board.',
          }
        : {
            da: 'Styregruppen er godkendt af bestyrelsen.',
            en: 'The steering group is approved by the board.',
          };
    case 'approve-economy':
      return effect.by === 'steering'
        ? {
            da: 'Økonomien er godkendt af styregruppen.',
            en: 'The economy is approved by the steering group.',
          }
        : { da: 'Økonomien er godkendt af bestyrelsen.', en: 'The economy is approved by the board.' };
    case 'uphold-verdict':
      return {
        da: `${voices[effect.voice].da} gælder for ${lineName(edition, effect.requirement).da}.`,
        en: `${voices[effect.voice].en} stands for ${lineName(edition, effect.requirement).en}.`,
      };
    case 'answer-case':
      return { da: 'Sagen er afgjort.', en: 'The case is decided.' };
    case 'return-case':
      return effect.points.length === 1
        ? {
            da: 'Sagen går tilbage med 1 punkt, der skal besvares.',
            en: 'The case goes back with 1 point to be answered.',
          }
        : {
            da: `Sagen går tilbage med ${effect.points.length} punkter, der skal besvares.`,
            en: `The case goes back with ${effect.points.length} points to be answered.`,
          };
    case 'postpone-case':
      return {
        da: `Sagen udsættes til den ${formatDate(effect.until, 'da')}.`,
        en: `The case is postponed until ${formatDate(effect.until, 'en')}.`,
      };
    case 'refer-case':
      return {
        da: 'Sagen henvises til et andet organ, og svaret kommer tilbage hertil.',
        en: 'The case is referred to another body, and the answer returns here.',
      };
    case 'return-to-body':
      return {
        da: 'Svaret går tilbage til det organ, der henviste sagen, og som afgør den.',
        en: 'The answer returns to the body that referred the case and decides it.',
      };
    case 'void-decision':
      return {
        da: 'Den tidligere beslutning gælder ikke længere.',
        en: 'The earlier decision no longer counts.',
      };
  }
}
