import { roleTitle, type Titled } from '../../rulebook/titles.ts';
import { bodyKinds, seatRoles, type BodyKind, type Language, type Text } from '../../rulebook/vocabulary.ts';
import { formatDate } from '../web/format.ts';
import { dateIn } from '../lib/time.ts';
import { capital } from '../lib/capital.ts';

export const meetingKinds = {
  ordinary: { da: 'ordinært møde', en: 'ordinary meeting' },
  extraordinary: { da: 'ekstraordinært møde', en: 'extraordinary meeting' },
  constituting: { da: 'konstituerende møde', en: 'constituting meeting' },
  seminar: { da: 'seminar', en: 'seminar' },
  written: { da: 'skriftlig behandling', en: 'written procedure' },
} as const satisfies Record<string, Text>;
export type MeetingKind = keyof typeof meetingKinds;

/** From draft to published minutes, in order; `cancelled` ends any of the first three. */
export const meetingStatuses = {
  draft: { da: 'kladde', en: 'draft' },
  sent: { da: 'dagsorden sendt', en: 'agenda sent' },
  running: { da: 'i gang', en: 'under way' },
  'minutes-draft': { da: 'referat skrives', en: 'minutes being written' },
  approved: { da: 'referat godkendt', en: 'minutes approved' },
  published: { da: 'referat offentliggjort', en: 'minutes published' },
  cancelled: { da: 'aflyst', en: 'cancelled' },
} as const satisfies Record<string, Text>;
export type MeetingStatus = keyof typeof meetingStatuses;

/** What a body is to do with an item. */
export const itemKinds = {
  information: { da: 'orientering', en: 'information' },
  discussion: { da: 'drøftelse', en: 'discussion' },
  decision: { da: 'beslutning', en: 'decision' },
} as const satisfies Record<string, Text>;
export type ItemKind = keyof typeof itemKinds;

/** What brought an item to an agenda. */
export const itemSources = {
  fixed: { da: 'fast punkt', en: 'fixed item' },
  case: { da: 'sag', en: 'case' },
  finding: { da: 'anmærkning', en: 'finding' },
  seat: { da: 'plads, der ophører', en: 'seat that ends' },
  evidence: { da: 'udløbet dokumentation', en: 'expired evidence' },
  action: { da: 'opgaver', en: 'actions' },
  minutes: { da: 'referat', en: 'minutes' },
  written: { da: 'skriftlig behandling', en: 'written procedure' },
  leftover: { da: 'fra et tidligere møde', en: 'from an earlier meeting' },
  own: { da: 'eget punkt', en: 'own item' },
} as const satisfies Record<string, Text>;
export type ItemSource = keyof typeof itemSources;

export const itemStatuses = {
  planned: { da: 'planlagt', en: 'planned' },
  open: { da: 'behandles', en: 'being treated' },
  settled: { da: 'behandlet', en: 'settled' },
  left: { da: 'nåede vi ikke', en: 'not reached' },
  removed: { da: 'taget af', en: 'taken off' },
} as const satisfies Record<string, Text>;
export type ItemStatus = keyof typeof itemStatuses;

/** What somebody is called to a meeting as. */
export const attendanceRoles = {
  ...seatRoles,
  delegate: { da: 'delegeret', en: 'delegate' },
  guest: { da: 'gæst', en: 'guest' },
} as const satisfies Record<string, Text>;
export type AttendanceRole = keyof typeof attendanceRoles;

/** What somebody is called to a meeting as, by its title. */
export const attendanceTitle = (titled: Titled, role: AttendanceRole): Text =>
  role === 'delegate' || role === 'guest' ? attendanceRoles[role] : roleTitle(titled, role);

/** What a fixed item is known by. */
export const fixedKey = (key: string): string => `fixed:${key}`;

/** The item under which nothing may be decided. */
export const anyOtherBusiness = fixedKey('any-other-business');

/** Meetings whose agenda may still change. */
export const openStatuses: readonly MeetingStatus[] = ['draft', 'sent', 'running'];

/** Meetings that are over, also when they ended early. */
export const heldStatuses: readonly MeetingStatus[] = ['minutes-draft', 'approved', 'published'];

interface Named {
  readonly kind: string;
  readonly title: string;
  readonly startsAt: string;
  readonly body: { readonly kind: string; readonly name: string };
}

/** What a meeting is called: its own title, or body, kind and day. */
export function meetingTitle(meeting: Named, lang: Language): string {
  if (meeting.title !== '') return meeting.title;
  const day = formatDate(dateIn(Temporal.Instant.from(meeting.startsAt)), lang);
  const kind = meetingKinds[meeting.kind as MeetingKind][lang];
  if (meeting.kind === 'ordinary' && meeting.body.kind in bodyKinds)
    return lang === 'da'
      ? `${capital(ordinaryNames[meeting.body.kind as BodyKind].da)} ${day}`
      : `${capital(ordinaryNames[meeting.body.kind as BodyKind].en)} ${day}`;
  return `${meeting.body.name}: ${kind} ${day}`;
}

/** An ordinary meeting of a body as people say it. */
const ordinaryNames: Readonly<Record<BodyKind, Text>> = {
  'general-assembly': { da: 'ordinær generalforsamling', en: 'ordinary general assembly' },
  board: { da: 'bestyrelsesmøde', en: 'board meeting' },
  secretariat: { da: 'sekretariatsmøde', en: 'meeting of the secretariat' },
  'steering-group': { da: 'styregruppemøde', en: 'steering group meeting' },
  'coordination-group': { da: 'koordinationsgruppemøde', en: 'coordination group meeting' },
  'super-user-network': { da: 'netværksmøde', en: 'network meeting' },
  'professional-committee': { da: 'udvalgsmøde', en: 'committee meeting' },
  'expert-group': { da: 'faggruppemøde', en: 'expert group meeting' },
};

/** Where a member stands on an item before the meeting; `unread` is the lack of any. */
export const stances = {
  read: { da: 'læst', en: 'read' },
  approve: { da: 'kan godkende', en: 'can approve' },
  question: { da: 'har et spørgsmål', en: 'has a question' },
  comment: { da: 'har en bemærkning', en: 'has a comment' },
} as const satisfies Record<string, Text>;
export type Stance = keyof typeof stances;
