import type { Text } from '../vocabulary.ts';
import type { IsoDate, Refusal } from '../rule.ts';
import { after, before, earliestMeeting, spanOf } from './deadlines.ts';
import { setting } from './read.ts';
import type { Span } from './settings.ts';
import type { AssemblyKind, DeadlineKind, StatuteRule, Statutes } from './statute.ts';

/** A general assembly as it is called, or as it went; what has not happened yet is null. */
export interface AssemblyDates {
  readonly kind: AssemblyKind;
  readonly meeting: IsoDate;
  readonly noticeGivenOn: IsoDate | null;
  readonly papersSentOn: IsoDate | null;
  readonly minutesPublishedOn: IsoDate | null;
  /** For an extraordinary assembly: the day the board treated the wish for it. */
  readonly wishTreatedOn: IsoDate | null;
}

const months: readonly Text[] = [
  { da: 'januar', en: 'January' },
  { da: 'februar', en: 'February' },
  { da: 'marts', en: 'March' },
  { da: 'april', en: 'April' },
  { da: 'maj', en: 'May' },
  { da: 'juni', en: 'June' },
  { da: 'juli', en: 'July' },
  { da: 'august', en: 'August' },
  { da: 'september', en: 'September' },
  { da: 'oktober', en: 'October' },
  { da: 'november', en: 'November' },
  { da: 'december', en: 'December' },
];

/** A date as a sentence has it: den 18. april 2026, 18 April 2026. */
export function dayInWords(date: IsoDate): Text {
  const { year, month, day } = Temporal.PlainDate.from(date);
  const name = months[month - 1] as Text;
  return { da: `den ${day}. ${name.da} ${year}`, en: `${day} ${name.en} ${year}` };
}

/** A month of the year by its name, from 1. */
export const monthInWords = (month: number): Text => months[month - 1] as Text;

const refused = (statutes: Statutes, rule: StatuteRule, because: Text, cure: Text): Refusal => ({
  rule: rule.id,
  says: rule.says,
  source: { edition: statutes.id, ...rule.source },
  because,
  cure,
});

/**
 * Everything about the dates of a general assembly that the statutes do not allow: held outside its months (§7.1), called
 * too late (§7.2, §8.2), held too long after the board treated the wish (§8.2), papers sent or minutes published too late
 * (§7.2, §7.4). Empty when nothing is wrong, or the statutes do not say. It informs: what an assembly decided stands until
 * somebody with the right to it says otherwise.
 * @param today what has not happened is late from the day after its last day
 */
export function lateness(statutes: Statutes, assembly: AssemblyDates, today: IsoDate): readonly Refusal[] {
  return [
    ...outOfSeason(statutes, assembly),
    ...heldTooLate(statutes, assembly),
    ...late(statutes, assembly, 'notice', assembly.noticeGivenOn, today),
    ...late(statutes, assembly, 'papers', assembly.papersSentOn, today),
    ...late(statutes, assembly, 'minutes', assembly.minutesPublishedOn, today),
  ];
}

function outOfSeason(statutes: Statutes, { kind, meeting }: AssemblyDates): readonly Refusal[] {
  const season = setting(statutes, 'assembly.months');
  if (kind !== 'ordinary' || season === null || inSeason(season.value, meeting)) return [];
  const day = dayInWords(meeting);
  const allowed = { da: monthsInWords(season.value, 'da'), en: monthsInWords(season.value, 'en') };
  return [
    refused(
      statutes,
      season.rule,
      { da: `Den er sat til ${day.da}.`, en: `It is set for ${day.en}.` },
      {
        da: `Vælg en dag i ${allowed.da}, eller kald den ekstraordinær, hvis den er det.`,
        en: `Choose a day in ${allowed.en}, or call it extraordinary if it is.`,
      },
    ),
  ];
}

/** Whether a day is in the months of the ordinary assembly. */
export const inSeason = (allowed: readonly number[], day: IsoDate): boolean =>
  allowed.includes(Temporal.PlainDate.from(day).month);

const monthsInWords = (allowed: readonly number[], language: 'da' | 'en'): string =>
  allowed.map((month) => monthInWords(month)[language]).join(language === 'da' ? ' eller ' : ' or ');

function heldTooLate(
  statutes: Statutes,
  { kind, meeting, wishTreatedOn }: AssemblyDates,
): readonly Refusal[] {
  const within = setting(statutes, 'extraordinary.held-within');
  if (kind !== 'extraordinary' || wishTreatedOn === null || within === null) return [];
  const last = after(wishTreatedOn, within.value);
  if (meeting <= last) return [];
  const [treated, at, latest] = [dayInWords(wishTreatedOn), dayInWords(meeting), dayInWords(last)];
  return [
    refused(
      statutes,
      within.rule,
      {
        da: `Bestyrelsen behandlede ønsket ${treated.da}, og generalforsamlingen er sat til ${at.da}.`,
        en: `The board treated the wish on ${treated.en}, and the assembly is set for ${at.en}.`,
      },
      { da: `Hold den senest ${latest.da}.`, en: `Hold it on ${latest.en} at the latest.` },
    ),
  ];
}

function late(
  statutes: Statutes,
  { kind, meeting }: AssemblyDates,
  of: Exclude<DeadlineKind, 'proposals'>,
  done: IsoDate | null,
  today: IsoDate,
): readonly Refusal[] {
  const span = spanOf(statutes, kind, of);
  if (span === null) return [];
  const last = of === 'minutes' ? after(meeting, span.value) : before(meeting, span.value);
  const at = done ?? today;
  if (at <= last) return [];
  return [refused(statutes, span.rule, because(of, last, done), cures[of](at, span.value, done))];
}

/** Proposals that came in after their last day (§7.2): null when in time, or where the statutes set none. */
export function proposalLateness(
  statutes: Statutes,
  kind: AssemblyKind,
  meeting: IsoDate,
  receivedOn: IsoDate,
): Refusal | null {
  const span = spanOf(statutes, kind, 'proposals');
  if (span === null) return null;
  const last = before(meeting, span.value);
  if (receivedOn <= last) return null;
  return refused(statutes, span.rule, because('proposals', last, receivedOn), {
    da: 'Tag forslaget op på næste generalforsamling, eller spørg denne, om den vil drøfte det uden at beslutte.',
    en: 'Take the proposal up at the next assembly, or ask this one to discuss it without deciding.',
  });
}

const deeds: Readonly<Record<DeadlineKind, { readonly done: Text; readonly missing: Text }>> = {
  notice: {
    done: { da: 'Indkaldelsen blev sendt', en: 'Notice was given' },
    missing: { da: 'Indkaldelsen er ikke sendt', en: 'Notice has not been given' },
  },
  proposals: {
    done: { da: 'Forslaget kom', en: 'The proposal came' },
    missing: { da: 'Forslaget er ikke kommet', en: 'The proposal has not come' },
  },
  papers: {
    done: { da: 'Forslagene blev sendt ud', en: 'Proposals were sent out' },
    missing: { da: 'Forslagene er ikke sendt ud', en: 'Proposals have not been sent out' },
  },
  minutes: {
    done: { da: 'Referatet blev offentliggjort', en: 'Minutes were published' },
    missing: { da: 'Referatet er ikke offentliggjort', en: 'Minutes have not been published' },
  },
};

function because(of: DeadlineKind, last: IsoDate, done: IsoDate | null): Text {
  const latest = dayInWords(last);
  const { done: was, missing } = deeds[of];
  if (done === null)
    return {
      da: `${missing.da}; sidste dag var ${latest.da}.`,
      en: `${missing.en}; the last day was ${latest.en}.`,
    };
  const on = dayInWords(done);
  return {
    da: `${was.da} ${on.da}; sidste dag var ${latest.da}.`,
    en: `${was.en} on ${on.en}; the last day was ${latest.en}.`,
  };
}

const cures: Readonly<
  Record<Exclude<DeadlineKind, 'proposals'>, (at: IsoDate, span: Span, done: IsoDate | null) => Text>
> = {
  notice: (at, span) => {
    const day = dayInWords(earliestMeeting(at, span));
    return {
      da: `Hold generalforsamlingen ${day.da} eller senere.`,
      en: `Hold the general assembly on ${day.en} or later.`,
    };
  },
  papers: (at, span, done) => {
    const day = dayInWords(earliestMeeting(at, span));
    return done === null
      ? {
          da: `Send forslagene nu, og hold generalforsamlingen ${day.da} eller senere, eller lad den tage stilling til, om de kan behandles.`,
          en: `Send proposals now and hold the assembly on ${day.en} or later, or let it settle whether they can be treated.`,
        }
      : {
          da: `Hold generalforsamlingen ${day.da} eller senere, eller lad den tage stilling til, om forslagene kan behandles.`,
          en: `Hold the assembly on ${day.en} or later, or let it settle whether the proposals can be treated.`,
        };
  },
  minutes: (_at, _span, done) =>
    done === null
      ? {
          da: 'Få dirigentens godkendelse, og offentliggør referatet nu.',
          en: 'Get the approval of the chair of the meeting and publish the minutes now.',
        }
      : {
          da: 'Det kan ikke gøres om; skriv i referatet, hvorfor det kom senere.',
          en: 'It cannot be undone; write in the minutes why they came later.',
        },
};
