import type { FactId, Facts } from '../../rulebook/facts.ts';
import { rankOf } from '../../rulebook/judge.ts';
import type { Assessment, Edition, Standing } from '../../rulebook/rule.ts';
import type { Origin, Stage, Voice } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { Recent } from '../lib/recent.ts';
import { registered, type Registered } from './registered.ts';

/**
 * Everything the rulebook asks about initiatives, gathered from what is recorded in one statement, so that it is of one
 * moment. Registered facts are computed here and nowhere else. A decision that has been corrected no longer counts. Of
 * an explanation only the first letter comes along: the rulebook asks whether there is one, and a list of a hundred
 * initiatives would carry thousands of texts.
 * @param ids the initiatives, at most some hundreds at a time
 * @param today a date in Copenhagen: seats, roles and participations count if valid that day
 */
export async function standingsOf(
  db: Db,
  ids: readonly string[],
  edition: Edition,
  today: string,
): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map();
  const { rows } = await registered(ids, edition.id, today).execute(db);
  const known: Known = new Map();
  return new Map(
    [...Map.groupBy(rows, (row) => row.id)].map(([id, own]) => [id, standingBy(own, edition, known)]),
  );
}

/** Standings by what is recorded: read over and over in lists, and the same until something is recorded. */
const standings = new WeakMap<Edition, Recent<Standing>>();

function standingBy(rows: readonly Registered[], edition: Edition, known: Known): Standing {
  let recent = standings.get(edition);
  if (recent === undefined) standings.set(edition, (recent = new Recent(500)));
  let recorded = '';
  // No text in the database holds the character that parts these.
  for (const { what, n, says } of rows) recorded += `${what}\0${n ?? ''}\0${says ?? ''}\0`;
  return recent.about(recorded, () => toStanding(rows, edition, known));
}

/** Facts that hold where anything of their name was found. */
const found = [
  'project-owner',
  'project-manager',
  'project-manager-qualified',
  'steering-group',
  'steering-chair',
  'board-seat-in-steering',
  'coordination-group',
  'coordination-chair',
  'board-seat-in-coordination',
  'community-funding',
  'board-informed',
  'recommendation',
  'closing-decided',
  'steering-group-approved',
  'steering-group-appointed',
  'project-economy-by-steering',
  'project-economy-by-board',
  'product-economy-by-steering',
  'product-economy-by-board',
] as const satisfies readonly FactId[];

function toStanding(rows: readonly Registered[], edition: Edition, known: Known): Standing {
  const words = (what: string): readonly string[] =>
    rows.flatMap((row) => (row.what === what && row.says !== null ? [row.says] : []));
  const count = (what: string): number =>
    rows.reduce((sum, row) => (row.what === what ? sum + (row.n ?? 0) : sum), 0);
  const [held, ...lines] = (words('held')[0] as string).split('\n');
  const [stage, origin, level, participants, users] = (held as string).split(' ') as [
    Stage,
    Origin,
    string,
    string,
    string,
  ];
  const facts: Record<string, boolean | number> = {
    'level-placed': level !== '-',
    participants: Number(participants),
    users: Number(users),
    'board-majority-in-steering': count('board-seat-in-steering') * 2 > count('seats-in-steering'),
  };
  for (const fact of found) facts[fact] = count(fact) > 0;
  const boardApproved = words('approved-level').toSorted((a, b) => rankOf(edition, b) - rankOf(edition, a));
  return {
    stage,
    level: level === '-' ? null : level,
    origin,
    facts: facts as Facts,
    assessments: assessmentsIn(lines, known),
    accepted: words('accepted'),
    decidedLevel: words('decided-level')[0] ?? null,
    boardApprovedLevel: boardApproved[0] ?? null,
  };
}

/** Assessments by the words they are made of: the same few stand for thousands of requirements. */
type Known = Map<string, readonly [Voice, Assessment]>;

function assessmentsIn(lines: readonly string[], known: Known): Standing['assessments'] {
  const assessments: Record<string, Partial<Record<Voice, Assessment>>> = {};
  for (const line of lines) {
    const end = line.indexOf(' ');
    const words = line.slice(end + 1);
    let read = known.get(words);
    if (read === undefined) known.set(words, (read = readAssessment(words)));
    (assessments[line.slice(0, end)] ??= {})[read[0]] = read[1];
  }
  return assessments;
}

/** Reads `community explained W - 2027-01-01`, or `self met ` where nothing is explained and no date is set. */
function readAssessment(words: string): readonly [Voice, Assessment] {
  const [voice, verdict, explanation, plannedFor = '-', validUntil = '-'] = words.split(' ') as [
    Voice,
    Assessment['verdict'],
    string,
    string?,
    string?,
  ];
  const date = (text: string) => (text === '-' ? null : text);
  return [voice, { verdict, explanation, plannedFor: date(plannedFor), validUntil: date(validUntil) }];
}

/**
 * What the rulebook asks about one initiative.
 * @throws Error when there is no such initiative
 */
export async function standingOf(db: Db, id: string, edition: Edition, today: string): Promise<Standing> {
  const standing = (await standingsOf(db, [id], edition, today)).get(id);
  if (!standing) throw new Error(`no initiative ${id}`);
  return standing;
}
