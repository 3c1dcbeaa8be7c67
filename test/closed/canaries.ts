import { sql } from 'kysely';
import { newId } from '../../src/lib/id.ts';
import type { Person, TestCommunity } from '../community.ts';
import { seedBody, seedSeat } from '../people.ts';

/** A word that stands nowhere but where the test put it; readers who search for its beginning have not typed it whole. */
export const canary = (what: string): string => `kanarie${what}42`;
/** Every canary in a text, without doubles. */
export const canariesIn = (text: string): readonly string[] => [
  ...new Set([...text.toLowerCase().matchAll(/kanarie[a-z]+42/g)].map(([word]) => word)),
];

/** What is closed, by the word that marks it, and which of the board’s meetings it was put into. */
export interface Closed {
  readonly words: readonly string[];
  /** Numbers of the meetings: held and published, sent, not sent yet. */
  readonly held: number;
  readonly sent: number;
  readonly draft: number;
}

/** A text file as a program sends it. */
const fileOf = (text: string) => ({
  name: `${canary('filnavn')}.txt`,
  content: Buffer.from(text).toString('base64'),
});

const day = '2026-11-24';
const board: readonly Person[] = ['chair', 'board1', 'board2', 'board3', 'board4'];

/** Puts a canary into everything of a meeting that is closed, from agenda to published minutes, and into drafts. */
export async function setCanaries(c: TestCommunity): Promise<Closed> {
  const { db } = c.app;
  const group = await seedBody(db, 'expert-group', 'En anden gruppe');
  await seedSeat(db, { body: group, person: c.people.otherChair, role: 'chair' });
  const words = new Set<string>();
  const mark = (what: string): string => {
    words.add(canary(what));
    return `Noget om ${canary(what)}`;
  };
  const papers = (what: string) => ({
    title: mark(`${what}titel`),
    url: `https://example.org/${canary(`${what}sti`)}`,
    restricted: true,
  });
  const call = async (on: string, from = '10.00') => {
    const made = await c.act('manager', 'call-meeting', {}, { body: 'board', on, from, until: '12.00' });
    return { id: String(made['id']), number: Number(made['number']) };
  };
  const item = async (meeting: string, title: string, what: string | null) => {
    const { id } = await c.act(
      'manager',
      'add-agenda-item',
      { id: meeting },
      what === null
        ? { title, kind: 'decision' }
        : { title, kind: 'decision', facts: mark(`${what}facts`), proposal: mark(`${what}forslag`) },
    );
    return String(id);
  };

  await draftCase(c, mark);
  const held = await call(day);
  const secret = await item(held.id, mark('emne'), 'sag');
  const postponed = await item(held.id, mark('udsat'), 'udsatsag');
  const openItem = await item(held.id, 'Et åbent punkt', null);
  for (const id of [secret, postponed])
    await c.act('manager', 'close-agenda-item', { id }, { ground: 'Personsag' });
  words.add(canary('filnavn')).add(canary('bilagsti')).add(canary('lukketsti'));
  await c.act('manager', 'add-item-annex', { id: secret }, papers('bilag'));
  await c.act('manager', 'add-item-annex', { id: openItem }, papers('lukket'));
  for (const [id, restricted] of [
    [secret, false],
    [openItem, true],
  ] as const)
    await c.act('manager', 'add-item-annex', { id }, { title: 'Fil', restricted, file: fileOf(mark('fil')) });
  await c.act('manager', 'send-agenda', { id: held.id });
  await c.act('chair', 'comment-on-item', { id: secret }, { comment: mark('spoergsmaal') });
  await c.act('chair', 'comment-on-item', { id: openItem }, { comment: mark('bemaerkning') });
  await c.act('board2', 'declare-conflict', { id: secret }, { conflict: mark('inhabil') });
  await c.act('manager', 'invite-guest', { id: held.id }, { name: 'Gæst Udefra' });
  await db
    .insertInto('attendances')
    .values({
      id: newId(),
      meeting_id: held.id,
      person_id: c.people.steeringChair,
      role: 'guest',
      voting: false,
      recorded_at: c.app.clock().toString(),
    })
    .execute();
  const { rows: called } = await sql<{ id: string }>`
    select id from attendances where meeting_id = ${held.id}`.execute(db);
  await c.act(
    'manager',
    'open-meeting',
    { id: held.id },
    { chair: c.people.chair, minutesBy: c.people.manager, present: called.map(({ id }) => id) },
  );
  const off = await c.act(
    'manager',
    'open-ballot',
    { id: secret },
    { question: mark('forkert'), form: 'named' },
  );
  await c.act('manager', 'cancel-ballot', { id: off['id'] }, { reason: mark('aflyst') });
  const vote = await c.act(
    'manager',
    'open-ballot',
    { id: secret },
    { question: mark('afstemning'), form: 'named' },
  );
  for (const person of board.filter((each) => each !== 'board2'))
    await c.act(
      person,
      'cast-vote',
      { id: vote['id'] },
      { choices: person === 'board1' ? 'against' : 'for' },
    );
  await c.act('manager', 'close-ballot', { id: vote['id'] });
  const decided = await c.act(
    'manager',
    'decide-item',
    { id: secret },
    { outcome: 'approved', reason: mark('begrundelse'), ballot: vote['id'] },
  );
  await c.act('board1', 'add-minority-statement', { id: decided['id'] }, { statement: mark('mindretal') });
  await c.act(
    'manager',
    'correct-item-decision',
    { id: decided['id'] },
    {
      outcome: 'approved-with-conditions',
      reason: mark('rettelse'),
      conditions: mark('betingelse'),
      ballot: vote['id'],
    },
  );
  await c.act('manager', 'write-item-notes', { id: secret }, { notes: mark('noter') });
  await c.act(
    'manager',
    'record-action',
    { id: secret },
    { task: mark('opgave'), owner: c.people.board1, dueOn: '2026-11-30' },
  );
  await c.act(
    'manager',
    'decide-item',
    { id: openItem },
    { outcome: 'noted', reason: 'Det er åbent for alle' },
  );
  await c.act('manager', 'close-meeting', { id: held.id });
  await c.act('manager', 'draft-minutes', { id: held.id });
  await c.act('board3', 'remark-on-minutes', { id: held.id }, { remark: mark('referat') });
  for (const person of board) await c.try(person, 'approve-minutes', { id: held.id });
  await c.act('manager', 'publish-minutes', { id: held.id });

  const sent = await call('2026-12-08');
  const again = await item(sent.id, mark('naeste'), 'naestesag');
  await c.act('manager', 'close-agenda-item', { id: again }, { ground: 'Kontrakt' });
  const gone = await item(sent.id, mark('taget'), 'tagetsag');
  await c.act('manager', 'close-agenda-item', { id: gone }, { ground: 'Personsag' });
  await c.act('manager', 'remove-agenda-item', { id: gone }, { reason: mark('fjernet') });
  await c.act('manager', 'send-agenda', { id: sent.id });
  const changed = await item(sent.id, mark('tilfoejet'), 'tilfoejetsag');
  await c.act('manager', 'close-agenda-item', { id: changed }, { ground: 'Personsag' });

  const draft = await call('2027-01-12');
  await item(draft.id, mark('kladde'), 'kladdesag');
  return { words: [...words], held: held.number, sent: sent.number, draft: draft.number };
}

/** A draft of a case on something that everybody sees. */
async function draftCase(c: TestCommunity, mark: (what: string) => string): Promise<void> {
  const idea = { name: 'En åben idé', summary: 'Alle må læse den' };
  const { id } = await c.act('projectManager', 'register-idea', {}, idea);
  await c.app.db
    .insertInto('cases')
    .values({
      id: newId(),
      initiative_id: String(id),
      kind: 'closing',
      question: mark('sagskladde'),
      recommendation: mark('sagsudkast'),
      status: 'draft',
      rule: 'right.approval',
      edition: '2025',
      asked_by: c.people.manager,
      owner_id: c.people.manager,
      asked_at: c.app.clock().toString(),
    })
    .execute();
}
