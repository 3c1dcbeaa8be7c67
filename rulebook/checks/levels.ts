import { allLines, orderOf, rankOf } from '../judge.ts';
import type { Edition, Line } from '../rule.ts';
import { stages } from '../vocabulary.ts';
import { defect, repeated, type Defect } from './defect.ts';

/** Levels are cumulative: one on top of the other, and every line is asked somewhere (report §5.1, p. 15). */
export function* checkLevels(edition: Edition): Iterable<Defect> {
  const [lowest] = edition.levels;
  for (const [index, level] of edition.levels.entries()) {
    if (level.rank !== Number(lowest?.rank) + index)
      yield defect(
        'level-ranks',
        level.id,
        'Niveauernes rang skal stige med én ad gangen, i den rækkefølge de står. Ret rangen.',
        'The ranks of the levels must rise one at a time, in the order they stand. Correct the rank.',
      );
  }
  for (const word of repeated(edition.levels.map(({ formWord }) => formWord)))
    yield defect(
      'id-twice',
      word,
      `To niveauer har ordet »${word}« i skemaet, så det kan ikke kendes fra hinanden. Ret et af dem.`,
      `Two levels have the word “${word}” in the form, so they cannot be told apart. Correct one.`,
    );
  for (const { id, level } of [...allLines(edition), ...edition.composition])
    if (level !== undefined && rankOf(edition, level) < 0) yield unknownLevel(id, level);
  for (const line of allLines(edition)) yield* checkLine(edition, line);
}

const unknownLevel = (at: string, level: string): Defect =>
  defect(
    'level-known',
    at,
    `Niveauet ${level} findes ikke i udgaven. Ret navnet.`,
    `The edition has no level ${level}. Correct the name.`,
  );

function* checkLine(edition: Edition, line: Line): Iterable<Defect> {
  if (line.liftedAt !== undefined) {
    if (rankOf(edition, line.liftedAt) < 0) yield unknownLevel(line.id, line.liftedAt);
    else if (rankOf(edition, line.liftedAt) <= rankOf(edition, line.level))
      yield defect(
        'level-lifted',
        line.id,
        `Kravet stilles fra ${line.level}, men bortfalder allerede fra ${line.liftedAt}, så det stilles aldrig. Ret et af niveauerne.`,
        `The line is asked from ${line.level} but lifted from ${line.liftedAt}, so it is never asked. Correct one of the levels.`,
      );
  }
  const lastStage = Math.max(
    ...edition.gates
      .filter(
        (gate) =>
          gate.kind === 'forward' &&
          (line.origin === undefined || gate.origin === undefined || gate.origin === line.origin),
      )
      .map((gate) => orderOf(gate.to)),
  );
  if (orderOf(line.due) > lastStage)
    yield defect(
      'line-never-asked',
      line.id,
      `Ingen vej frem spørger efter krav, der først skal stå ved ${stages[line.due].da}. Vælg et tidligere stadie.`,
      `No way forward asks for what is due only at ${stages[line.due].en}. Choose an earlier stage.`,
    );
}
