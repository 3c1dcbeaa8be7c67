import type { Block, Line, Paper } from '../../papers/paper.ts';
import type { Annex } from '../annexes.ts';
import { meetingKinds, meetingStatuses, meetingTitle, itemKinds } from '../meeting.ts';
import type { Meeting } from '../load.ts';
import type { AgendaItem } from '../queries.ts';
import { placeText, spanText, type Wording } from './minutes-paper.ts';
import { minutesWords } from './words.ts';
import { capital } from '../../lib/capital.ts';

export interface AgendaPack {
  readonly meeting: Meeting;
  /** As its reader may know it; what was taken off is left out. */
  readonly agenda: readonly AgendaItem[];
  /** Annexes that the reader may have. */
  readonly annexes: readonly Annex[];
  /** The moment it is made: ISO text in UTC. */
  readonly madeAt: string;
}

/** What a meeting is called, from its row. */
export const titleOf = (meeting: Meeting, lang: 'da' | 'en'): string =>
  meetingTitle(
    { kind: meeting.kind, title: meeting.title, startsAt: meeting.starts_at, body: meeting.body },
    lang,
  );

/** The agenda with each item's matter, and a list of all annexes: what members read before the meeting. */
export function agendaPaper({ meeting, agenda, annexes, madeAt }: AgendaPack, wording: Wording): Paper {
  const { lang } = wording;
  const words = minutesWords(lang);
  const items = agenda.filter((item) => item.status !== 'removed');
  return {
    lang,
    title: words.agendaOf(titleOf(meeting, lang)),
    kicker: meeting.body.name,
    author: wording.community,
    keywords: [words.agenda, meeting.body.name],
    madeAt,
    foot: `${wording.community} · ${words.meetingNumber(meeting.number)}`,
    pageWords: { page: words.page, of: words.of },
    cover: {
      contents: words.contents,
      facts: [
        [words.body, meeting.body.name],
        [words.kind, meetingKinds[meeting.kind][lang]],
        [words.status, meetingStatuses[meeting.status][lang]],
        [words.time, spanText(meeting.starts_at, meeting.ends_at, lang)],
        ...(meeting.kind === 'written'
          ? []
          : ([[words.place, placeText(meeting.place, meeting.online_url !== null, lang)]] as const)),
      ],
    },
    blocks: [
      ...(items.length === 0 ? [{ kind: 'text', text: words.noItems } as const] : []),
      ...items.flatMap((item, at) =>
        itemPages(
          item,
          annexes.filter((annex) => annex.item === item.id),
          at === 0,
          wording,
        ),
      ),
      ...annexList(items, annexes, wording),
    ],
  };
}

function itemPages(
  item: AgendaItem,
  annexes: readonly Annex[],
  first: boolean,
  wording: Wording,
): readonly Block[] {
  const { lang, address } = wording;
  const words = minutesWords(lang);
  const heading = (text: string): Block => ({
    kind: 'heading',
    level: 2,
    text: `${item.number}. ${text}`,
    ...(first ? { newPage: true } : {}),
  });
  const closed: readonly Block[] =
    item.closedGround === null ? [] : [{ kind: 'text', text: words.closedBecause(item.closedGround) }];
  if (item.hidden || item.title === null) return [heading(words.closedItem), ...closed];
  const part = (head: string, body: Line): readonly Block[] => [
    { kind: 'heading', level: 3, text: head },
    { kind: 'text', text: body },
  ];
  return [
    heading(item.title[lang]),
    ...closed,
    {
      kind: 'facts',
      facts: [
        ...(item.kind ? ([[words.itemKind, capital(itemKinds[item.kind][lang])]] as const) : []),
        ...(item.because ? ([[words.why, item.because[lang]]] as const) : []),
        ...(item.case
          ? ([
              [
                capital(words.case(item.case.number)),
                { text: item.case.question, href: address(`/cases/${item.case.number}`) },
              ],
            ] as const)
          : []),
        ...(item.owner ? ([[words.responsible, item.owner.name]] as const) : []),
        ...(item.minutes === null ? [] : ([[words.planned, words.minutesPlanned(item.minutes)]] as const)),
      ],
    },
    ...(item.facts === '' ? [] : part(words.statement, item.facts)),
    ...(item.proposal === null ? [] : part(words.proposal, item.proposal[lang])),
    ...(annexes.length === 0
      ? []
      : ([
          { kind: 'heading', level: 3, text: words.annexes },
          { kind: 'list', items: annexes.map((annex) => annexLine(annex, wording)) },
        ] as const)),
  ];
}

/** An annex with a link to where it lies. */
function annexLine(annex: Annex, { lang, address }: Wording): Line {
  const words = minutesWords(lang);
  return [
    { text: annex.title, href: annex.file === null ? annex.url : address(annex.url) },
    ...(annex.file === null ? [] : [` (${annex.file.name})`]),
    ...(annex.restricted ? [` – ${words.restricted}`] : []),
  ];
}

function annexList(
  items: readonly AgendaItem[],
  annexes: readonly Annex[],
  wording: Wording,
): readonly Block[] {
  const words = minutesWords(wording.lang);
  const rows = items.flatMap((item) =>
    item.hidden
      ? []
      : annexes
          .filter((annex) => annex.item === item.id)
          .map((annex): readonly Line[] => [String(item.number), annexLine(annex, wording)]),
  );
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.annexList },
    {
      kind: 'table',
      caption: words.annexList,
      columns: [
        { head: words.item, share: 0 },
        { head: words.annex, share: 1 },
      ],
      rows,
    },
  ];
}
