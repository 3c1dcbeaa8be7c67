import type { Edition, IsoDate, RequirementId } from '../../rulebook/rule.ts';
import type { Text, Verdict } from '../../rulebook/vocabulary.ts';
import { verdicts } from '../../rulebook/vocabulary.ts';
import type { Problem } from '../deeds/deed.ts';
import type { ImportRow } from './import-rows.ts';
import { explains } from './verdict-rules.ts';

/** What one voice says about a requirement now, as far as an import compares with it. */
export interface RegisteredWord {
  readonly verdict: Verdict;
  readonly explanation: string;
  /** When a planned one is to be in place. */
  readonly plannedFor: IsoDate | null;
  readonly version: number;
}

export type RegisteredWords = Readonly<Partial<Record<RequirementId, RegisteredWord>>>;

/** The version of each word that stood when a file was read; a requirement without a word is not there. */
export type SeenVersions = Readonly<Partial<Record<RequirementId, number>>>;

/** The choice of not taking a row over: what is registered stays. */
export const leaveOut = 'leave-out';
export type Choice = Verdict | typeof leaveOut;

/** `no-date`: the word means planned, and neither the file nor what is registered says for when. */
export const waitKinds = ['unclear', 'no-date', 'changed-meanwhile'] as const;
export type Waits = (typeof waitKinds)[number];

/** A row of a pending import as a person meets it. */
export interface PreviewRow extends ImportRow {
  /** What a choice names the row by: its requirement, `R4:2` for the second row of one, `row:7` for an unknown id. */
  readonly key: string;
  readonly registered: RegisteredWord | null;
  /** What taking the row over as proposed would do. */
  readonly change: 'new' | 'same' | 'changed' | 'none';
  /** Why a person must choose before anything is taken over; null when nothing waits. */
  readonly waits: Waits | null;
  /** What may be chosen; empty where nothing waits. */
  readonly choices: readonly Choice[];
  /** The date that counts where planned is chosen and no other is given: the file’s, else the registered one. */
  readonly knownDate: IsoDate | null;
}

/** One row that is taken over. */
export interface TakenRow {
  readonly row: PreviewRow & { readonly requirement: RequirementId };
  readonly verdict: Verdict;
  /** Null for anything but planned. */
  readonly plannedFor: IsoDate | null;
}

/** What a confirmation comes to: what is written, and what a person said about each row that waited. */
export interface Settled {
  readonly taken: readonly TakenRow[];
  readonly chosen: Readonly<Record<string, Choice>>;
}

/** The rows of a file beside what is registered, each with what waits for a person. */
export function previewRows(
  rows: readonly ImportRow[],
  registered: RegisteredWords,
  seen: SeenVersions,
  edition: Edition,
): readonly PreviewRow[] {
  const times = new Map<string, number>();
  return rows.map((row) => {
    if (row.requirement === null)
      return {
        ...row,
        key: `row:${row.index + 1}`,
        registered: null,
        change: 'none',
        waits: null,
        choices: [],
        knownDate: null,
      };
    const time = (times.get(row.requirement) ?? 0) + 1;
    times.set(row.requirement, time);
    const now = registered[row.requirement] ?? null;
    const repeats = time > 1 && row.proposed.certain;
    const change = repeats ? 'none' : now === null ? 'new' : sameWord(now, row) ? 'same' : 'changed';
    const knownDate = row.plannedFor?.date ?? now?.plannedFor ?? null;
    const waits = repeats ? null : waitsFor(row, now, seen, change, knownDate);
    return {
      ...row,
      key: time === 1 ? row.requirement : `${row.requirement}:${time}`,
      registered: now,
      change,
      waits,
      choices: waits === null ? [] : choicesFor(row, edition),
      knownDate,
    };
  });
}

const sameWord = (now: RegisteredWord, row: ImportRow): boolean =>
  now.verdict === row.proposed.verdict &&
  now.explanation === row.explanation &&
  (now.verdict !== 'planned' || now.plannedFor !== null);

function waitsFor(
  row: ImportRow,
  now: RegisteredWord | null,
  seen: SeenVersions,
  change: PreviewRow['change'],
  knownDate: IsoDate | null,
): Waits | null {
  if (change === 'same' && !row.problems.some(({ stops }) => stops)) return null;
  if ((now?.version ?? null) !== (seen[row.requirement as RequirementId] ?? null)) return 'changed-meanwhile';
  if (row.proposed.verdict === 'planned' && knownDate === null) return 'no-date';
  return row.proposed.certain ? null : 'unclear';
}

/** Of a text too long to keep nothing can be taken over; an explanation takes words, and the edition's leave. */
function choicesFor(row: ImportRow, edition: Edition): readonly Choice[] {
  if (row.problems.some(({ kind }) => kind === 'too-long')) return [leaveOut];
  const weight = edition.requirements[row.requirement ?? '']?.weight;
  const mayExplain = explains(row.explanation) && (edition.explainAnywhere || weight === 'comply-or-explain');
  return [...edition.verdicts.filter((verdict) => verdict !== 'explained' || mayExplain), leaveOut];
}

/** What a confirmed file was taken to say about each requirement it has an answer to. */
export function takenOver(
  rows: readonly ImportRow[],
  chosen: Readonly<Record<string, Choice>>,
  edition: Edition,
): ReadonlyMap<RequirementId, { readonly verdict: Verdict; readonly explanation: string }> {
  const said = new Map<RequirementId, { verdict: Verdict; explanation: string }>();
  for (const {
    key,
    requirement,
    proposed: { verdict },
    explanation,
  } of previewRows(rows, {}, {}, edition)) {
    const choice = chosen[key] ?? verdict;
    if (requirement !== null && choice !== leaveOut && !said.has(requirement))
      said.set(requirement, { verdict: choice, explanation });
  }
  return said;
}

/**
 * How a choice is written: a verdict or `leave-out`; where the registered word has changed since the file was read,
 * with the version it replaces, `met@4`, so that nobody overwrites what they have not seen.
 */
export const choiceValue = (row: PreviewRow, choice: Choice): string =>
  row.waits === 'changed-meanwhile' && choice !== leaveOut
    ? `${choice}@${row.registered?.version ?? 0}`
    : choice;

/** What a person says about the rows that wait, by their keys. */
export interface Answers {
  readonly choices: Readonly<Record<string, string>>;
  /** For a row taken as planned: when it is to be in place. The file's own date counts where none is given. */
  readonly dates: Readonly<Record<string, IsoDate>>;
}

/**
 * Settles a file by a person's choices: what is written, or what is wrong at which row. Every row that waits needs a
 * choice, and a planned one a date; of several rows about one requirement at most one is taken over.
 */
export function settle(
  rows: readonly PreviewRow[],
  { choices, dates }: Answers,
  today: IsoDate,
): Settled | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const add = (key: string, says: Text, field = 'choices') =>
    problems.push({ path: `${field}.${key}`, says });
  const chosen: Record<string, Choice> = {};
  const taken: TakenRow[] = [];
  const byRequirement = new Map<RequirementId, string>();
  const waiting = new Map(rows.filter(({ waits }) => waits !== null).map((row) => [row.key, row]));
  for (const key of Object.keys(choices)) if (!waiting.has(key)) add(key, nothingWaits(key));
  for (const key of Object.keys(dates)) if (!waiting.has(key)) add(key, nothingWaits(key), 'dates');
  for (const row of rows) {
    const choice = row.waits === null ? proposed(row) : chosenFor(row, choices[row.key]);
    if (choice !== null && typeof choice === 'object') add(row.key, choice);
    else if (choice !== null) {
      if (row.waits !== null) chosen[row.key] = choice;
      if (choice === leaveOut) continue;
      const requirement = row.requirement as RequirementId;
      const other = byRequirement.get(requirement);
      if (other !== undefined) add(row.key, chosenTwice(requirement));
      byRequirement.set(requirement, row.key);
      const plannedFor = choice === 'planned' ? (dates[row.key] ?? row.knownDate) : null;
      if (choice === 'planned' && row.waits !== null) {
        if (plannedFor === null) add(row.key, dateMissing(row), 'dates');
        else if (plannedFor < today && plannedFor !== row.knownDate) add(row.key, datePassed, 'dates');
      }
      taken.push({ row: { ...row, requirement }, verdict: choice, plannedFor });
    }
  }
  return problems.length > 0 ? { problems } : { taken, chosen };
}

const proposed = (row: PreviewRow): Verdict | null => (row.change === 'none' ? null : row.proposed.verdict);

function chosenFor(row: PreviewRow, value: string | undefined): Choice | Text {
  if (value === undefined)
    return row.waits === 'changed-meanwhile' ? changedMeanwhile(row) : missingChoice(row);
  const choice = row.choices.find((each) => choiceValue(row, each) === value);
  if (choice !== undefined) return choice;
  const plain = row.choices.find((each) => each === value.replace(/@\d+$/, ''));
  return plain === undefined ? notAllowed(row) : changedMeanwhile(row);
}

const missingChoice = ({ id, asWritten }: PreviewRow): Text => ({
  da: `Vælg, hvad »${asWritten}« betyder i ${id}.`,
  en: `Choose what “${asWritten}” means in ${id}.`,
});

const dateMissing = ({ asWritten }: PreviewRow): Text => ({
  da: `Skriv datoen, hvor det er på plads. »${asWritten}« siger ikke hvornår.`,
  en: `Give the date by which it is in place. “${asWritten}” does not say when.`,
});

const datePassed: Text = {
  da: 'Datoen er passeret. Skriv en ny dato, eller vælg et andet svar.',
  en: 'The date has passed. Give a new date, or choose another answer.',
};

const changedMeanwhile = ({ id, registered }: PreviewRow): Text =>
  registered === null
    ? {
        da: `${id} er ændret, siden filen blev læst: der står ikke længere noget. Vælg, om filens svar skal gælde.`,
        en: `${id} has changed since the file was read: nothing is registered any more. Choose whether the file’s answer shall count.`,
      }
    : {
        da: `${id} er ændret, siden filen blev læst: der står nu »${verdicts[registered.verdict].da}«. Vælg, om filens svar skal erstatte det.`,
        en: `${id} has changed since the file was read: it now says “${verdicts[registered.verdict].en}”. Choose whether the file’s answer shall replace it.`,
      };

const notAllowed = ({ id, choices }: PreviewRow): Text => ({
  da: `${id}: vælg en af mulighederne: ${choices.join(', ')}.`,
  en: `${id}: choose one of: ${choices.join(', ')}.`,
});

const chosenTwice = (id: string): Text => ({
  da: `${id} kan kun have ét svar. Vælg »udelad« ved de andre rækker.`,
  en: `${id} can have one answer only. Choose “leave out” at its other rows.`,
});

const nothingWaits = (key: string): Text => ({
  da: `Der er ikke noget at vælge ved ${key.slice(0, 40)}.`,
  en: `There is nothing to choose at ${key.slice(0, 40)}.`,
});
