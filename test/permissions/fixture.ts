import { charterTemplates } from '../../src/bodies/charter.ts';
import type { ReceivedFile } from '../../src/evaluations/received-file.ts';
import { newId } from '../../src/lib/id.ts';
import { slugOf } from '../../src/lib/slug.ts';
import { unsubscribeToken } from '../../src/letters/unsubscribe-link.ts';
import type { Person, TestCommunity } from '../community.ts';
import { makeMinutes, type MinutesFixture } from './minutes-fixture.ts';

/** One initiative of each stage with its groups and a waiting case, made by hand so that thousands cost little. */
export interface Fixture extends MinutesFixture {
  readonly initiative: string;
  readonly other: string;
  readonly steering: string;
  readonly coordination: string;
  /** An expert group anybody of a member may join; nobody sits there. */
  readonly openGroup: string;
  /** A contract of the supplier on development. */
  readonly contract: string;
  readonly seat: string;
  readonly waiting: string;
  readonly draft: string;
  readonly decision: string;
  readonly participation: string;
  readonly appointment: string;
  readonly link: string;
  readonly relation: string;
  readonly question: string;
  readonly evidence: string;
  readonly import: string;
  readonly requirement: string;
  readonly organisation: string;
  readonly membership: string;
  /** An organisation that is not a member. */
  readonly stranger: string;
  readonly person: string;
  /** Somebody whose access is closed. */
  readonly closedPerson: string;
  /** A meeting of the steering group and an item on its agenda, not sent yet. */
  readonly meeting: string;
  readonly item: string;
  /** A meeting of the same group under way with its members there: a question, and one each with an open vote. */
  readonly running: string;
  readonly undecided: string;
  readonly ballot: string;
  readonly candidacy: string;
  /** A decision on an item of that meeting. */
  readonly taken: string;
  readonly hands: string;
  readonly closedItem: string;
  readonly annex: string;
  readonly removedItem: string;
  /** The steering group's chair, who is called, and the attendance of a member who has sent apologies. */
  readonly called: string;
  readonly absent: string;
  /** A general assembly, not sent yet. */
  readonly assembly: string;
  /** A token, a signed-in browser and a passkey of the member. */
  readonly token: string;
  readonly session: string;
  readonly passkey: string;
  /** A mail to the member that could not be sent, and the link of one that turns such mails off. */
  readonly letter: string;
  readonly stopToken: string;
  /** A calendar address of the member. */
  readonly calendar: string;
}

const at = '2026-01-05T09:00:00Z';
const from = '2026-01-05';
/** A requirement of edition 2016 that people speak on. */
export const requirement = 'documentation';

/** A file read in that says nothing. */
const emptyFile: ReceivedFile = {
  format: 'self-evaluation',
  productName: null,
  saidOn: null,
  rows: [],
  missing: [],
  unknown: [],
  doubled: [],
  notes: [],
  wording: { summary: '', overall: '', recommendation: '' },
};

/** Makes a fresh fixture: a concept at N2 in whose groups the cast has its places. */
export async function makeFixture(c: TestCommunity): Promise<Fixture> {
  const { db } = c.app;
  const ids = Object.fromEntries(
    [
      'initiative',
      'other',
      'steering',
      'coordination',
      'openGroup',
      'contract',
      'seat',
      'waiting',
      'draft',
      'decision',
      'participation',
      'appointment',
      'link',
      'relation',
      'question',
      'evidence',
      'import',
      'organisation',
      'membership',
      'person',
      'stranger',
      'closedPerson',
      'meeting',
      'item',
      'running',
      'undecided',
      'ballot',
      'candidacy',
      'taken',
      'hands',
      'closedItem',
      'annex',
      'removedItem',
      'absent',
      'assembly',
      'token',
      'session',
      'passkey',
      'letter',
      'calendar',
    ].map((key) => [key, newId()]),
  ) as unknown as Fixture;
  const tag = ids.initiative.slice(-8);
  const initiative = (id: string, name: string) => ({
    id,
    slug: `${slugOf(name)}-${tag}`,
    name: `${name} ${tag}`,
    origin: 'community',
    stage: 'concept',
    level: 'N2',
    edition: '2016',
    registered_by: c.people.member,
    registered_at: at,
    stage_since: at,
    changed_at: at,
  });
  await db
    .insertInto('initiatives')
    .values([initiative(ids.initiative, 'Prøve'), initiative(ids.other, 'Anden')])
    .execute();
  await db
    .insertInto('organisations')
    .values({
      id: ids.organisation,
      slug: `org-${tag}`,
      name: `Organisation ${tag}`,
      kind: 'municipality',
      recorded_at: at,
    })
    .execute();
  await db
    .insertInto('organisations')
    .values({
      id: ids.stranger,
      slug: `fremmed-${tag}`,
      name: `Fremmed ${tag}`,
      kind: 'state',
      recorded_at: at,
    })
    .execute();
  await db
    .insertInto('memberships')
    .values({ id: ids.membership, organisation_id: ids.organisation, from_on: from, recorded_at: at })
    .execute();
  await db
    .insertInto('people')
    .values({
      id: ids.person,
      name: `Person ${tag}`,
      email: `${tag}@test.example`,
      organisation_id: ids.organisation,
      recorded_at: at,
    })
    .execute();
  await db
    .insertInto('people')
    .values({
      id: ids.closedPerson,
      name: `Lukket ${tag}`,
      email: `lukket-${tag}@test.example`,
      recorded_at: at,
      closed_on: from,
    })
    .execute();
  const own = { person_id: c.people.member, created_at: at };
  await db
    .insertInto('api_tokens')
    .values({ ...own, id: ids.token, name: 'Prøve', token_hash: ids.token })
    .execute();
  await db
    .insertInto('sessions')
    .values({
      ...own,
      id: ids.session,
      token_hash: ids.session,
      how: 'code',
      seen_at: at,
      expires_at: '2099-01-01T00:00:00Z',
    })
    .execute();
  await db
    .insertInto('passkeys')
    .values({
      ...own,
      id: ids.passkey,
      credential_id: ids.passkey,
      public_key: Buffer.from([1]),
      counter: 0,
      name: 'Prøve',
    })
    .execute();
  const group = (id: string, kind: string, initiative_id: string | null) => ({
    id,
    slug: `${kind}-${id.slice(-8)}`,
    kind,
    name: kind,
    initiative_id,
    established_on: from,
    recorded_at: at,
  });
  const otherGroup = newId();
  await db
    .insertInto('bodies')
    .values([
      group(ids.steering, 'steering-group', ids.initiative),
      group(ids.coordination, 'coordination-group', ids.initiative),
      group(otherGroup, 'steering-group', ids.other),
      { ...group(ids.openGroup, 'expert-group', null), joining: 'open' },
    ])
    .execute();
  await db
    .insertInto('charters')
    .values({
      body_id: ids.steering,
      version: 1,
      sections: JSON.stringify(
        Object.fromEntries(charterTemplates['steering-group'].map((section) => [section, 'Skrevet'])),
      ),
      status: 'draft',
      written_at: at,
    })
    .execute();
  const seat = (id: string, body_id: string, person: Person, role: string) => ({
    id,
    body_id,
    person_id: c.people[person],
    role,
    voting: true,
    from_on: from,
    recorded_at: at,
  });
  await db
    .insertInto('seats')
    .values([
      seat(newId(), ids.steering, 'steeringChair', 'chair'),
      seat(ids.seat, ids.steering, 'board1', 'member'),
      seat(newId(), ids.coordination, 'coordination', 'member'),
      seat(newId(), otherGroup, 'otherChair', 'chair'),
    ])
    .execute();
  const role = (id: string, person: Person, name: string) => ({
    id,
    initiative_id: ids.initiative,
    person_id: c.people[person],
    role: name,
    from_on: from,
    recorded_at: at,
  });
  await db
    .insertInto('initiative_people')
    .values([
      role(ids.appointment, 'projectManager', 'project-manager'),
      role(newId(), 'projectOwner', 'project-owner'),
    ])
    .execute();
  await db
    .insertInto('participations')
    .values({
      id: ids.participation,
      initiative_id: ids.initiative,
      organisation_id: c.organisations.aarhus,
      role: 'takes-part',
      from_on: from,
      recorded_at: at,
    })
    .execute();
  await db
    .insertInto('contracts')
    .values({
      id: ids.contract,
      initiative_id: ids.initiative,
      organisation_id: c.organisations.supplier,
      kind: 'development',
      from_on: from,
      recorded_at: at,
    })
    .execute();
  await db
    .insertInto('initiative_links')
    .values({
      id: ids.link,
      initiative_id: ids.initiative,
      kind: 'repository',
      url: 'https://example.org/kode',
    })
    .execute();
  await db
    .insertInto('initiative_relations')
    .values({ id: ids.relation, initiative_id: ids.initiative, kind: 'uses', other_id: ids.other })
    .execute();
  const aCase = (id: string, kind: string, status: 'draft' | 'waiting' | 'decided') => ({
    id,
    initiative_id: ids.initiative,
    kind,
    question: 'Hvad siger I?',
    recommendation: 'Ja',
    target_level: 'N2',
    status,
    awaits_body_id: status === 'waiting' ? c.bodies.board : null,
    awaits_since: status === 'waiting' ? at : null,
    rule: 'right.approval',
    edition: '2016',
    asked_by: c.people.manager,
    owner_id: c.people.manager,
    asked_at: at,
  });
  const decided = newId();
  await db
    .insertInto('cases')
    .values([
      aCase(ids.waiting, 'approval', 'waiting'),
      aCase(ids.draft, 'closing', 'draft'),
      aCase(decided, 'reconsideration', 'decided'),
    ])
    .execute();
  await db
    .insertInto('decisions')
    .values({
      id: ids.decision,
      case_id: decided,
      initiative_id: ids.initiative,
      body_id: c.bodies.board,
      outcome: 'noted',
      reason: 'Noteret',
      decided_on: from,
      effects: '[]',
      receipt: '{}',
      recorded_at: at,
      recorded_by: c.people.manager,
      rule: 'right.reconsideration',
      edition: '2016',
    })
    .execute();
  await makeMeeting(c, ids);
  await makeRunningMeeting(c, ids);
  await db
    .insertInto('assessments')
    .values({
      initiative_id: ids.initiative,
      edition: '2016',
      requirement,
      voice: 'self',
      verdict: 'met',
      explanation: 'Se linket',
      checked_by: c.people.projectManager,
      changed_at: at,
    })
    .execute();
  await db
    .insertInto('evidence')
    .values({
      id: ids.evidence,
      initiative_id: ids.initiative,
      edition: '2016',
      requirement,
      voice: 'self',
      title: 'Kode',
      url: 'https://example.org',
      added_at: at,
    })
    .execute();
  await db
    .insertInto('requirement_questions')
    .values({
      id: ids.question,
      initiative_id: ids.initiative,
      edition: '2016',
      requirement,
      question: 'Hvad menes der?',
      asked_by: c.people.projectManager,
      asked_at: at,
    })
    .execute();
  await db
    .insertInto('evaluation_imports')
    .values({
      id: ids.import,
      initiative_id: ids.initiative,
      edition: '2016',
      voice: 'self',
      file_name: 'a.json',
      source: '{"krav":[]}',
      rows: JSON.stringify({ file: emptyFile, seen: {}, chosen: null }),
      status: 'preview',
      created_at: at,
    })
    .execute();
  await db
    .insertInto('letters')
    .values({
      id: ids.letter,
      key: ids.letter,
      kind: 'case-decided',
      person_id: c.people.member,
      language: 'da',
      subject: 'Afgørelse',
      body: 'Godkendt',
      why: 'du har rejst sagen',
      about: '/cases',
      notice: false,
      way: 'at-once',
      status: 'failed',
      problem: 'nej',
      due_at: at,
      written_at: at,
      ended_at: at,
    })
    .execute();
  await db
    .updateTable('calendar_feeds')
    .set({ revoked_at: at })
    .where('person_id', '=', c.people.member)
    .where('revoked_at', 'is', null)
    .execute();
  await db
    .insertInto('calendar_feeds')
    .values({ id: ids.calendar, person_id: c.people.member, token_hash: ids.calendar, made_at: at })
    .execute();
  const stopToken = await unsubscribeToken(db, c.people.member, 'decisions', c.app.clock());
  return {
    ...ids,
    ...(await makeMinutes(c, ids.steering)),
    requirement,
    stopToken,
    called: c.people.steeringChair,
  };
}

/** A meeting of the steering group in a fortnight, with its chair and one member called, and one item. */
async function makeMeeting(c: TestCommunity, ids: Fixture): Promise<void> {
  const { db } = c.app;
  await db
    .insertInto('meetings')
    .values({
      id: ids.meeting,
      body_id: ids.steering,
      kind: 'ordinary',
      starts_at: '2026-12-08T09:00:00Z',
      ends_at: '2026-12-08T10:00:00Z',
      status: 'draft',
      edition: '2016',
      called_by: c.people.projectManager,
      called_at: at,
    })
    .execute();
  const called = (person: Person, role: string, voting: boolean, id = newId()) => ({
    id,
    meeting_id: ids.meeting,
    person_id: c.people[person],
    role,
    voting,
    recorded_at: at,
  });
  await db
    .insertInto('attendances')
    .values([
      { ...called('steeringChair', 'chair', true), apologies_at: null },
      { ...called('board1', 'member', true, ids.absent), apologies_at: at },
      { ...called('projectManager', 'secretary', false), apologies_at: null },
    ])
    .execute();
  const item = (id: string, number: number) => ({
    id,
    meeting_id: ids.meeting,
    number,
    position: number,
    kind: 'discussion',
    source: 'own',
    source_key: `own:${id}`,
    title: 'Hvad nu?',
    because: JSON.stringify({ da: 'Tilføjet til dagsordenen.', en: 'Added to the agenda.' }),
    added_by: c.people.projectManager,
    added_at: at,
  });
  await db
    .insertInto('agenda_items')
    .values([item(ids.item, 1)])
    .execute();
  await db
    .insertInto('agenda_items')
    .values({ ...item(ids.closedItem, 2), closed_ground: 'Personsag' })
    .execute();
  await db
    .insertInto('agenda_items')
    .values({ ...item(ids.removedItem, 3), status: 'removed', removed_reason: 'Udskudt' })
    .execute();
  await db
    .insertInto('agenda_item_annexes')
    .values({
      id: ids.annex,
      item_id: ids.item,
      title: 'Bilag',
      url: 'https://example.org/bilag',
      added_at: at,
    })
    .execute();
  await db
    .insertInto('meetings')
    .values({
      id: ids.assembly,
      body_id: c.bodies.assembly,
      kind: 'ordinary',
      starts_at: '2027-05-11T08:00:00Z',
      ends_at: '2027-05-11T10:00:00Z',
      status: 'draft',
      edition: '2016',
      called_by: c.people.manager,
      called_at: at,
    })
    .execute();
}

/** The group in its meeting: chair and member there, a question to decide, an open vote by name and one by hands. */
async function makeRunningMeeting(c: TestCommunity, ids: Fixture): Promise<void> {
  const { db } = c.app;
  await db
    .insertInto('meetings')
    .values({
      id: ids.running,
      body_id: ids.steering,
      kind: 'ordinary',
      starts_at: '2026-11-24T08:00:00Z',
      ends_at: '2026-11-24T10:00:00Z',
      status: 'running',
      opened_at: '2026-11-24T08:00:00Z',
      edition: '2016',
      called_at: at,
    })
    .execute();
  for (const [person, role] of [
    ['steeringChair', 'chair'],
    ['board1', 'member'],
  ] as const) {
    const attendance = newId();
    await db
      .insertInto('attendances')
      .values({
        id: attendance,
        meeting_id: ids.running,
        person_id: c.people[person],
        role,
        voting: true,
        recorded_at: at,
      })
      .execute();
    await db
      .insertInto('presences')
      .values({ id: newId(), attendance_id: attendance, from_at: '2026-11-24T08:00:00Z' })
      .execute();
  }
  const items = { undecided: ids.undecided, ballot: newId(), hands: newId() };
  await db
    .insertInto('agenda_items')
    .values(
      Object.values(items).map((id, index) => ({
        id,
        meeting_id: ids.running,
        number: index + 1,
        position: index + 1,
        kind: 'decision',
        source: 'own',
        source_key: `own:${id}`,
        title: 'Skal vi?',
        because: JSON.stringify({ da: 'Tilføjet til dagsordenen.', en: 'Added to the agenda.' }),
        status: 'open',
        added_at: at,
      })),
    )
    .execute();
  await db
    .insertInto('decisions')
    .values({
      id: ids.taken,
      item_id: ids.undecided,
      body_id: ids.steering,
      initiative_id: ids.initiative,
      outcome: 'noted',
      reason: 'Noteret',
      consensus: true,
      decided_on: '2026-11-24',
      effects: '[]',
      receipt: '{}',
      recorded_at: at,
      recorded_by: c.people.projectManager,
      rule: 'body.steering-group',
      edition: '2016',
    })
    .execute();
  await db
    .insertInto('candidacies')
    .values({
      id: ids.candidacy,
      item_id: ids.undecided,
      body_id: ids.steering,
      role: 'chair',
      person_id: c.people.board1,
      organisation_id: null,
      nominated_by: c.people.projectManager,
      nominated_at: at,
    })
    .execute();
  for (const form of ['ballot', 'hands'] as const) {
    await db
      .insertInto('ballots')
      .values({
        id: ids[form],
        item_id: items[form],
        number: 1,
        question: 'Skal vi?',
        form: form === 'hands' ? 'open' : 'named',
        purpose: 'resolution',
        majority: 'simple',
        base: 'cast',
        tie: 'chair-decides',
        quorum: 0,
        all_weight: 2,
        rule: 'body.steering-group',
        edition: '2016',
        opened_at: '2026-11-24T08:30:00Z',
        opened_by: c.people.projectManager,
      })
      .execute();
    await db
      .insertInto('ballot_choices')
      .values(
        ['for', 'against', 'abstaining'].map((key, position) => ({
          ballot_id: ids[form],
          key,
          position,
          label: '',
        })),
      )
      .execute();
    await db
      .insertInto('ballot_electors')
      .values(
        (['steeringChair', 'board1'] as const).map((person) => ({
          id: newId(),
          ballot_id: ids[form],
          person_id: c.people[person],
          casting: person === 'steeringChair',
        })),
      )
      .execute();
  }
}
