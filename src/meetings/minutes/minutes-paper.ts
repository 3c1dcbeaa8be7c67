import type { Titled } from '../../../rulebook/titles.ts';
import { outcomes, type Language } from '../../../rulebook/vocabulary.ts';
import { dateIn, zone } from '../../lib/time.ts';
import type { Block, Inline, Line, Paper } from '../../papers/paper.ts';
import { formatDate, formatTime } from '../../web/format.ts';
import { attendanceTitle, itemKinds, meetingKinds, meetingTitle } from '../meeting.ts';
import type { Minutes, MinutesAction, MinutesDecision, MinutesItem, MinutesPerson } from './minutes.ts';
import { statusLine, type MinutesStanding } from './standing.ts';
import { minutesWords } from './words.ts';
import { capital } from '../../lib/capital.ts';

/** What wording depends on besides what is worded. */
export interface Wording {
  readonly lang: Language;
  /** The address of a page of this site by its path without language. */
  readonly address: (path: string) => string;
  /** What the roles are called in the community. */
  readonly titled: Titled;
  /** The name of the community, as author. */
  readonly community: string;
}

/** `09.30`, `09:30`: time of day in Copenhagen. */
export function timeOfDay(instant: string, lang: Language): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(at.hour)}${lang === 'da' ? '.' : ':'}${two(at.minute)}`;
}

/** From when to when, as people say it: the date once when it is one day. */
export function spanText(startsAt: string, endsAt: string, lang: Language): string {
  const day = (instant: string): string => dateIn(Temporal.Instant.from(instant));
  return day(startsAt) === day(endsAt)
    ? `${formatTime(startsAt, lang)}–${timeOfDay(endsAt, lang)}`
    : `${formatTime(startsAt, lang)} – ${formatTime(endsAt, lang)}`;
}

/** Place of a meeting, online or not. */
export function placeText(place: string, online: boolean, lang: Language): string {
  const words = minutesWords(lang);
  const parts = [place, ...(online ? [words.online] : [])].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : words.notSaid;
}

/** The minutes of a meeting in words, as they are read on the page and printed. */
export function minutesPaper(minutes: Minutes, standing: MinutesStanding, wording: Wording): Paper {
  const { lang } = wording;
  const words = minutesWords(lang);
  const title = words.minutesOf(meetingTitle(minutes, lang));
  return {
    lang,
    title,
    kicker: minutes.body.name,
    author: wording.community,
    keywords: [words.minutes, minutes.body.name],
    madeAt: standing.approvedAt ?? standing.madeAt,
    foot: `${wording.community} · ${words.meetingNumber(minutes.number)}`,
    pageWords: { page: words.page, of: words.of },
    blocks: [
      { kind: 'text', text: statusLine(standing, lang), tone: 'strong' },
      ...(standing.correctsBecause === null
        ? []
        : [{ kind: 'text', text: words.corrects(standing.correctsBecause) } as const]),
      ...(minutes.items.some((item) => !item.hidden && item.closedGround !== null)
        ? [{ kind: 'text', text: words.withClosed, tone: 'muted' } as const]
        : []),
      ...minutesBlocks(minutes, wording),
    ],
  };
}

/** Everything between title and end. */
function minutesBlocks(minutes: Minutes, wording: Wording): readonly Block[] {
  const { lang } = wording;
  const words = minutesWords(lang);
  const { next } = minutes;
  return [
    { kind: 'heading', level: 2, text: words.facts },
    {
      kind: 'facts',
      facts: [
        [words.body, { text: minutes.body.name, href: wording.address(`/bodies/${minutes.body.slug}`) }],
        [words.kind, meetingKinds[minutes.kind][lang]],
        [words.time, spanText(minutes.startsAt, minutes.endsAt, lang)],
        ...(minutes.kind === 'written'
          ? []
          : ([[words.place, placeText(minutes.place, minutes.online, lang)]] as const)),
        ...(minutes.chairedBy ? ([[words.chair, minutes.chairedBy.name]] as const) : []),
        ...(minutes.minutesBy ? ([[words.minuteTaker, minutes.minutesBy.name]] as const) : []),
      ],
    },
    ...participants(minutes, wording),
    ...minutes.items.flatMap((item) => itemBlocks(item, wording)),
    ...(next
      ? ([
          { kind: 'heading', level: 2, text: words.nextMeeting },
          {
            kind: 'text',
            text: [
              { text: formatTime(next.startsAt, lang), href: wording.address(`/meetings/${next.number}`) },
              ...(next.place === '' ? [] : [`, ${next.place}`]),
            ],
          },
        ] as const)
      : []),
  ];
}

function participants(minutes: Minutes, { lang, titled }: Wording): readonly Block[] {
  const words = minutesWords(lang);
  const written = minutes.kind === 'written';
  const group = (head: string, people: readonly MinutesPerson[]): readonly Block[] =>
    people.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, text: head },
          { kind: 'list', items: people.map((person) => personLine(person, lang, titled)) },
        ];
  const groups = [
    ...group(written ? words.answering : words.present, minutes.present),
    ...group(words.guests, minutes.guests),
    ...group(words.observers, minutes.observers),
    ...group(words.apologies, minutes.apologies),
    ...group(words.absent, minutes.absent),
  ];
  if (groups.length === 0 && written) return [];
  return [
    { kind: 'heading', level: 2, text: words.participants },
    ...(minutes.present.length === 0 && !written ? [{ kind: 'text', text: words.nobody } as const] : []),
    ...groups,
  ];
}

/** One participant: name or organisation, what as, and when, where that was not all of it. */
export function personLine(person: MinutesPerson, lang: Language, titled: Titled): string {
  const words = minutesWords(lang);
  const name = person.person?.name ?? person.guest;
  const role = attendanceTitle(titled, person.role)[lang];
  const votes = person.voting || ['guest', 'observer', 'secretary'].includes(person.role);
  const about = [
    ...(name === null ? [] : [role]),
    ...(person.organisation === null ? [] : [person.organisation]),
    ...(votes ? [] : [words.noVote]),
    ...(person.insteadOf === null ? [] : [words.insteadOf(person.insteadOf)]),
    ...person.spans.map(({ from, to }) => words.fromTo(timeOfDay(from, lang), timeOfDay(to, lang))),
  ];
  const first = name ?? capital(role);
  return about.length === 0 ? first : `${first}, ${about.join(', ')}`;
}

function itemBlocks(item: MinutesItem, wording: Wording): readonly Block[] {
  const { lang } = wording;
  const words = minutesWords(lang);
  if (item.hidden)
    return [
      { kind: 'heading', level: 2, text: `${item.number}. ${words.closedItem}` },
      { kind: 'text', text: words.closedBecause(item.closedGround) },
    ];
  const text = (head: string, body: Line): readonly Block[] => [
    { kind: 'heading', level: 3, text: head },
    { kind: 'text', text: body, written: true },
  ];
  const said = item.decisions.length > 0 || item.notes !== '';
  return [
    { kind: 'heading', level: 2, text: `${item.number}. ${item.title[lang]}` },
    {
      kind: 'text',
      tone: 'muted',
      text: [
        capital(itemKinds[item.kind][lang]),
        ...(item.case
          ? [
              ' · ',
              { text: words.case(item.case.number), href: wording.address(`/cases/${item.case.number}`) },
            ]
          : []),
      ],
    },
    ...(item.closedGround === null
      ? []
      : [{ kind: 'text', text: words.closedBecause(item.closedGround) } as const]),
    ...(item.facts === '' ? [] : text(words.summary, item.facts)),
    ...(item.proposal === null ? [] : text(words.proposal, item.proposal[lang])),
    ...(item.conflicts.length === 0
      ? []
      : ([
          { kind: 'heading', level: 3, text: words.conflict },
          {
            kind: 'list',
            items: item.conflicts.map(({ person, ground }) =>
              words.conflictOf(person?.name ?? words.aMember, ground),
            ),
          },
        ] as const)),
    ...(item.notes === '' ? [] : text(words.notes, item.notes)),
    ...item.decisions.map((decision) => decisionBlock(decision, lang)),
    ...(said || (item.treated && item.kind !== 'decision')
      ? []
      : [
          {
            kind: 'text',
            text: item.treated ? words.noted : words.notTreated,
          } as const,
        ]),
    ...(item.actions.length === 0 ? [] : actionBlocks(item.actions, lang)),
  ];
}

function decisionBlock(decision: MinutesDecision, lang: Language): Block {
  const words = minutesWords(lang);
  const strong = (word: string): Inline => ({ text: `${word}: `, strong: true });
  const { votes } = decision;
  const voted = votes.for + votes.against + votes.abstaining > 0;
  const count =
    decision.count?.[lang] ?? (voted ? words.votes(votes.for, votes.against, votes.abstaining) : null);
  const lines: Line[] = [
    { text: `${capital(outcomes[decision.outcome][lang])}.`, strong: true },
    ...(decision.reason === '' ? [] : [[strong(words.reason), decision.reason]]),
    ...(decision.consensus ? [words.consensus] : count === null ? [] : [[strong(words.count), count]]),
    ...decision.conditions.map((condition) => [strong(words.conditions), condition[lang]]),
    ...decision.points.map((point) => [strong(words.points), point]),
    ...(decision.referredTo === null ? [] : [[strong(words.referredTo), decision.referredTo]]),
    ...decision.minority.map(({ person, statement }) => [
      strong(person === null ? words.minority : words.minorityOf(person.name)),
      statement,
    ]),
    ...(decision.recordedOn === null
      ? []
      : [words.recordedLater(formatDate(decision.decidedOn, lang), formatDate(decision.recordedOn, lang))]),
    ...(decision.corrects === null ? [] : [words.correctsDecision(decision.corrects)]),
    ...(decision.correctedBy === null ? [] : [words.correctedBy(decision.correctedBy)]),
  ];
  return {
    kind: 'decision',
    title: words.decision(decision.number),
    lines,
  };
}

function actionBlocks(actions: readonly MinutesAction[], lang: Language): readonly Block[] {
  const words = minutesWords(lang);
  return [
    { kind: 'heading', level: 3, text: words.actions },
    {
      kind: 'table',
      caption: words.actions,
      columns: [
        { head: words.number, share: 0 },
        { head: words.action, share: 3 },
        { head: words.owner, share: 1 },
        { head: words.due, share: 0 },
      ],
      rows: actions.map((action) => [
        String(action.number),
        action.task,
        action.owner?.name ?? (action.taken ? words.aMember : words.noOwner),
        action.dueOn === null ? words.noDue : formatDate(action.dueOn, lang),
      ]),
    },
  ];
}
