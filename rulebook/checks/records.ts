import { facilitationRules } from '../facilitation.ts';
import { isDate } from '../dates.ts';
import type { Edition, IsoDate } from '../rule.ts';
import { themes, verdicts, type Verdict } from '../vocabulary.ts';
import { defect, repeated, type Defect } from './defect.ts';
import { copied, copiedTexts, endsTooSoon, notADate, usedTwice } from './texts.ts';

/** Ids, words, dates and languages of the records. */
export function* checkRecords(edition: Edition): Iterable<Defect> {
  yield* checkIds(edition);
  yield* checkWords(edition);
  yield* checkDates(edition);
  for (const { at, text } of copiedTexts(edition, edition.id))
    yield defect('language-copied', at, ...copied(text));
}

const idTwice = (id: string): Defect => defect('id-twice', id, ...usedTwice(id));

function* checkIds(edition: Edition): Iterable<Defect> {
  for (const records of [edition.requirements, edition.needs])
    for (const [key, { id }] of Object.entries(records))
      if (key !== id)
        yield defect(
          'key-is-id',
          key,
          `Linjen står under ${key}, men hedder ${id}. Brug det samme id begge steder.`,
          `The line stands under ${key} but is called ${id}. Use the same id in both places.`,
        );
  const rules = [
    ...Object.keys(edition.requirements),
    ...Object.keys(edition.needs),
    ...[...edition.gates, ...edition.decisionRights, ...edition.composition].map(({ id }) => id),
    ...facilitationRules(edition).map(({ id }) => id),
  ];
  const lists = [
    rules,
    edition.levels.map(({ id }) => id),
    edition.bodies.map(({ kind }) => kind),
    edition.choices.map(({ id }) => id),
    edition.duties.map(({ id }) => id),
    edition.themes,
    edition.verdicts,
  ];
  for (const list of lists) yield* repeated(list).map(idTwice);
}

/** The verdicts `judge` itself gives. */
const neededVerdicts: readonly Verdict[] = ['met', 'unmet', 'unknown'];

function* checkWords(edition: Edition): Iterable<Defect> {
  for (const { id, theme } of Object.values(edition.requirements))
    if (!edition.themes.includes(theme))
      yield defect(
        'theme-listed',
        id,
        `Temaet ${themes[theme].da} er ikke blandt udgavens temaer, så kravet vises ingen steder. Tilføj temaet, eller vælg et andet.`,
        `The theme ${themes[theme].en} is not among the edition’s themes, so the requirement is shown nowhere. Add it or choose another.`,
      );
  const lines = [...Object.values(edition.requirements), ...Object.values(edition.needs)];
  const explains = lines.some(({ weight }) => weight === 'comply-or-explain');
  for (const verdict of [...neededVerdicts, ...(explains ? (['explained'] as const) : [])])
    if (!edition.verdicts.includes(verdict)) yield verdictMissing(edition.id, verdict);
  for (const { id, examples } of lines)
    for (const { verdict } of examples)
      if (verdict && !edition.verdicts.includes(verdict)) yield verdictMissing(id, verdict);
}

const verdictMissing = (at: string, verdict: Verdict): Defect =>
  defect(
    'theme-listed',
    at,
    `Bedømmelsen »${verdicts[verdict].da}« bruges, men er ikke blandt udgavens bedømmelser. Tilføj den.`,
    `The verdict “${verdicts[verdict].en}” is used but is not among the edition’s verdicts. Add it.`,
  );

function* checkDates(edition: Edition): Iterable<Defect> {
  yield* checkPeriod(edition.id, edition.inForceFrom, edition.inForceUntil);
  for (const { id, examples } of edition.composition)
    for (const { seats } of examples) for (const { from, to } of seats) yield* checkPeriod(id, from, to);
}

function* checkPeriod(at: string, from: IsoDate, to: IsoDate | null): Iterable<Defect> {
  for (const date of [from, to ?? from]) if (!isDate(date)) yield defect('date-valid', at, ...notADate(date));
  if (to !== null && to < from) yield defect('date-valid', at, ...endsTooSoon(from, to));
}
