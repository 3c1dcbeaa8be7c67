import type { Because, IsoDate, LevelId, Requirement } from '../../rulebook/rule.ts';
import { verdicts } from '../../rulebook/vocabulary.ts';
import type { Language } from '../../rulebook/vocabulary.ts';
import { formatDate, formatNumber } from '../web/format.ts';
import { formLevel, labelOf } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import type { CountTable } from './counts.ts';
import { lights, lightSigns } from './lights.ts';
import type { Light } from './lights.ts';
import type { JudgedValue, LightValue, ReportSaid } from './report.ts';
import { proposeVerdict, wordFor } from './status-words.ts';
import { reportWords } from './words.ts';

/** A requirement's name: in Danish as OS2's own forms write it. */
export const labelIn = (requirement: Requirement, lang: Language): string =>
  lang === 'da' ? labelOf(requirement) : requirement.label.en;

/** The answer of the self-evaluation: in Danish the form's word, or the word written while it still means the same. */
export function wordIn(said: ReportSaid, edition: Catalogue, lang: Language): string {
  if (lang === 'en') return verdicts[said.verdict].en;
  return ownWord(said, edition) ?? wordFor[said.verdict];
}

/** The word of the file it came from, where the form has no such word and it still means the verdict. */
export const ownWord = (said: ReportSaid, edition: Catalogue): string | null =>
  said.asWritten &&
  said.asWritten !== wordFor[said.verdict] &&
  proposeVerdict(said.asWritten, edition).verdict === said.verdict
    ? said.asWritten
    : null;

/** A level in a table: in Danish the word of OS2's own forms. */
export const levelIn = (edition: Catalogue, level: LevelId, lang: Language): string =>
  lang === 'da'
    ? formLevel(edition, level)
    : (edition.levels.find(({ id }) => id === level)?.short.en ?? level);

/** A registered fact with its value: "a steering group is set up: yes". */
export function factWord({ says, value }: Because, lang: Language): string {
  const words = reportWords(lang);
  if (typeof value === 'number') return `${says[lang]}: ${formatNumber(value, lang)}`;
  if (typeof value === 'boolean') return `${says[lang]}: ${value ? words.registeredYes : words.registeredNo}`;
  return `${says[lang]}: ${verdicts[value][lang]}`;
}

const isLight = (value: string): value is Light => Object.hasOwn(lights, value);

/** A counted value in words alone, for pages, which draw their own signs. */
export function valueName(value: LightValue | JudgedValue, lang: Language): string {
  if (value === 'unassessed') return reportWords(lang).unassessed;
  return isLight(value) ? lights[value][lang] : verdicts[value][lang];
}

/** A counted value as sign and word. */
export const valueWord = (value: LightValue | JudgedValue, lang: Language): string =>
  isLight(value) ? `${lightSigns[value]} ${valueName(value, lang)}` : valueName(value, lang);

/** A counted value as short as it can be said: a light by its sign alone. */
export const valueSign = (value: LightValue | JudgedValue, lang: Language): string =>
  isLight(value) ? lightSigns[value] : valueWord(value, lang);

/** The values a report shows: "not judged" only where there are some. */
export const shownValues = <Value extends LightValue | JudgedValue>(
  table: CountTable<Value>,
): readonly Value[] => table.values.filter((value) => value !== 'unassessed' || table.all.counts[value] > 0);

/** Plans, validity and checks of what one voice says, one line each. */
export function saidLines(said: ReportSaid, on: IsoDate, lang: Language): string[] {
  const words = reportWords(lang);
  const date = (iso: IsoDate): string => formatDate(iso, lang);
  return [
    said.plannedFor === null ? null : words.plannedFor(date(said.plannedFor)),
    said.validUntil === null
      ? null
      : said.validUntil < on
        ? words.expired(date(said.validUntil))
        : words.validUntil(date(said.validUntil)),
    said.checkedOn === null ? null : words.checked(date(said.checkedOn), said.checkedBy),
    said.reviewedOn === null && said.reviewedBy === null
      ? null
      : words.reviewed(said.reviewedOn === null ? null : date(said.reviewedOn), said.reviewedBy),
  ].filter((line) => line !== null);
}
