import type { TestCommunity } from '../community.ts';
import type { Fixture } from './fixture.ts';

type Sample = (
  fixture: Fixture,
  c: TestCommunity,
) => { readonly params?: Record<string, string>; readonly input?: Record<string, unknown> };

const reason = 'Fordi det er rigtigt';
const initiative =
  (input: Record<string, unknown> = {}): Sample =>
  (f) => ({ params: { id: f.initiative }, input });

/** For every deed an address and an input that are right in themselves, so that only the mandate is in question. */
export const samples: Readonly<Record<string, Sample>> = {
  'register-idea': (f) => ({ input: { name: `Idé ${f.initiative.slice(-8)}`, summary: 'Kort' } }),
  'describe-initiative': initiative({ summary: 'Ny beskrivelse' }),
  'place-initiative': initiative({ level: 'N1', reason }),
  'move-initiative': initiative({ to: 'project', reason }),
  'withdraw-initiative': initiative({ reason }),
  'change-edition': initiative({ edition: '2018', reason }),
  'add-participant': (f, c) => ({
    params: { id: f.initiative },
    input: { organisation: c.organisations.ballerup, role: 'uses' },
  }),
  'end-participant': (f) => ({ params: { id: f.participation } }),
  'appoint-person': (f, c) => ({
    params: { id: f.initiative },
    input: { person: c.people.member, role: 'project-owner' },
  }),
  'end-appointment': (f) => ({ params: { id: f.appointment } }),
  'add-link': initiative({ kind: 'demo', url: 'https://example.org/demo' }),
  'remove-link': (f) => ({ params: { id: f.link } }),
  'relate-initiatives': (f) => ({
    params: { id: f.initiative },
    input: { kind: 'interface', other: f.other },
  }),
  'end-relation': (f) => ({ params: { id: f.relation } }),
  'propose-budget': initiative({ phase: 'project', amountOere: 100, funding: 'local' }),
  'open-case': (f) => ({
    input: { initiative: f.initiative, kind: 'steering-group', question: 'Skal styregruppen godkendes?' },
  }),
  'write-recommendation': (f) => ({ params: { id: f.waiting }, input: { statement: 'Mere' } }),
  'send-case': (f) => ({ params: { id: f.draft } }),
  'withdraw-case': (f) => ({ params: { id: f.waiting }, input: { reason } }),
  'add-annex': (f) => ({
    params: { id: f.waiting },
    input: { title: 'Bilag', url: 'https://example.org/bilag' },
  }),
  'inform-board': initiative({ statement: 'Til orientering' }),
  'decide-case': (f) => ({
    params: { id: f.waiting },
    input: { outcome: 'rejected', reason, votes: { for: 0, against: 5, abstaining: 0 } },
  }),
  'correct-decision': (f) => ({
    params: { id: f.decision },
    input: { outcome: 'noted', reason, votes: { for: 5, against: 0, abstaining: 0 } },
  }),
  'decide-item': (f) => ({ params: { id: f.undecided }, input: { outcome: 'approved', reason } }),
  'correct-item-decision': (f) => ({ params: { id: f.taken }, input: { outcome: 'rejected', reason } }),
  'add-minority-statement': (f) => ({
    params: { id: f.taken },
    input: { statement: 'Vi så det anderledes' },
  }),
  'nominate-candidate': (f, c) => ({
    params: { id: f.undecided },
    input: { person: c.people.member, role: 'chair' },
  }),
  'accept-candidacy': (f) => ({ params: { id: f.candidacy } }),
  'withdraw-candidacy': (f) => ({ params: { id: f.candidacy } }),
  'open-ballot': (f) => ({ params: { id: f.undecided }, input: { question: 'Skal vi?', form: 'named' } }),
  'cast-vote': (f) => ({ params: { id: f.ballot }, input: { choices: ['for'] } }),
  'close-ballot': (f) => ({ params: { id: f.ballot } }),
  'cancel-ballot': (f) => ({ params: { id: f.ballot }, input: { reason } }),
  'record-count': (f) => ({ params: { id: f.hands }, input: { counts: { for: 2 } } }),
  'establish-body': (f) => ({
    input: { kind: 'coordination-group', name: 'Koordinationsgruppen', initiative: f.initiative },
  }),
  'change-body': (f) => ({ params: { id: f.steering }, input: { task: 'Retning og økonomi' } }),
  'close-body': (f) => ({ params: { id: f.coordination }, input: { reason } }),
  'set-facilitator': (f, c) => ({
    params: { id: f.coordination },
    input: { organisation: c.organisations.aarhus },
  }),
  'record-contract': (f, c) => ({
    params: { id: f.initiative },
    input: { organisation: c.organisations.supplier, kind: 'operation' },
  }),
  'end-contract': (f) => ({ params: { id: f.contract } }),
  'join-body': (f) => ({ params: { id: f.openGroup } }),
  'write-charter': (f) => ({
    params: { id: f.steering },
    input: { sections: { purpose: 'At styre projektet' } },
  }),
  'approve-charter': (f) => ({ params: { id: f.steering }, input: {} }),
  'seat-person': (f) => ({ params: { id: f.steering }, input: { person: f.person, role: 'member' } }),
  'change-seat': (f) => ({ params: { id: f.seat }, input: { role: 'observer' } }),
  // A steering group has no substitutes: only those who may keep its seats are told so by rule.
  'step-in': (f) => ({ params: { id: f.seat }, input: { substitute: f.seat } }),
  'end-seat': (f) => ({ params: { id: f.seat } }),
  'call-meeting': (f) => ({
    input: { body: f.steering, on: '2026-12-10', from: '10.00', until: '11.00' },
  }),
  'send-invitations': (f) => ({ params: { id: f.meeting } }),
  'call-series': (f) => ({
    input: { body: f.steering, on: '2027-01-12', from: '10.00', until: '11.00', every: 'month', times: 2 },
  }),
  'change-meeting': (f) => ({ params: { id: f.meeting }, input: { place: 'Rådhuset' } }),
  'cancel-meeting': (f) => ({ params: { id: f.meeting }, input: { reason } }),
  'edit-agenda-item': (f) => ({ params: { id: f.item }, input: { facts: 'Det er sagen.' } }),
  'move-agenda-item': (f) => ({ params: { id: f.item }, input: { direction: 'down' } }),
  'close-agenda-item': (f) => ({ params: { id: f.item }, input: { ground: 'Personsag' } }),
  'open-agenda-item': (f) => ({ params: { id: f.closedItem } }),
  'remove-agenda-item': (f) => ({ params: { id: f.item }, input: { reason } }),
  'restore-agenda-item': (f) => ({ params: { id: f.removedItem } }),
  'add-item-annex': (f) => ({
    params: { id: f.item },
    input: { title: 'Bilag', url: 'https://example.org/bilag' },
  }),
  'remove-item-annex': (f) => ({ params: { id: f.annex } }),
  'send-agenda': (f) => ({ params: { id: f.meeting } }),
  'send-apologies': (f) => ({ params: { id: f.meeting }, input: { person: f.called } }),
  'withdraw-apologies': (f) => ({ params: { id: f.meeting }, input: { person: f.called } }),
  'invite-guest': (f) => ({ params: { id: f.meeting }, input: { name: 'Gæst Udefra' } }),
  'name-delegate': (f, c) => ({
    params: { id: f.assembly },
    input: { organisation: c.organisations.ballerup, person: f.person },
  }),
  'name-substitute': (f) => ({
    params: { id: f.meeting },
    input: { insteadOf: f.absent, person: f.person },
  }),
  'take-stance': (f) => ({ params: { id: f.item }, input: { stance: 'read' } }),
  'comment-on-item': (f) => ({ params: { id: f.item }, input: { comment: 'Hvad koster det?' } }),
  'declare-conflict': (f) => ({
    params: { id: f.item },
    input: { conflict: 'Min kommune driver løsningen', person: f.called },
  }),
  'withdraw-conflict': (f) => ({ params: { id: f.item }, input: { person: f.called } }),
  'open-meeting': (f) => ({ params: { id: f.meeting }, input: { chair: f.called } }),
  'note-presence': (f) => ({
    params: { id: f.meeting },
    input: { attendance: f.absent, does: 'arrives' },
  }),
  'close-meeting': (f) => ({ params: { id: f.meeting } }),
  'propose-agenda': (f) => ({ params: { id: f.meeting } }),
  'add-agenda-item': (f) => ({
    params: { id: f.meeting },
    input: { title: 'Næste skridt', kind: 'discussion' },
  }),
  'write-item-notes': (f) => ({ params: { id: f.heldItem }, input: { notes: 'Vi talte om det' } }),
  'draft-minutes': (f) => ({ params: { id: f.held } }),
  'remark-on-minutes': (f) => ({ params: { id: f.drafted }, input: { remark: 'Vi sagde mere' } }),
  'answer-remark': (f) => ({ params: { id: f.remark }, input: { answer: 'Det retter vi' } }),
  'approve-minutes': (f) => ({ params: { id: f.drafted } }),
  'publish-minutes': (f) => ({ params: { id: f.approvedMinutes } }),
  'correct-minutes': (f) => ({ params: { id: f.approvedMinutes }, input: { because: reason } }),
  'record-action': (f) => ({ params: { id: f.heldItem }, input: { task: 'Ring til leverandøren' } }),
  'end-action': (f) => ({ params: { id: f.action } }),
  'register-organisation': (f) => ({ input: { name: `Ny ${f.initiative.slice(-8)}`, kind: 'other' } }),
  'change-organisation': (f) => ({
    params: { id: f.organisation },
    input: { name: `Navn ${f.initiative.slice(-8)}` },
  }),
  'begin-membership': (f) => ({ params: { id: f.stranger } }),
  'end-membership': (f) => ({ params: { id: f.organisation } }),
  'move-region': (f) => ({ params: { id: f.organisation }, input: { region: 'Region Østdanmark' } }),
  'assess-requirement': (f) => ({
    params: { id: f.initiative, requirement: f.requirement },
    input: { voice: 'self', verdict: 'partly', explanation: 'Halvdelen er skrevet' },
  }),
  'attach-evidence': (f) => ({
    params: { id: f.initiative, requirement: f.requirement },
    input: { voice: 'self', title: 'Vejledning', url: 'https://example.org/vejledning' },
  }),
  'remove-evidence': (f) => ({ params: { id: f.evidence } }),
  'review-assessment': (f) => ({
    params: { id: f.initiative, requirement: f.requirement },
    input: { voice: 'self' },
  }),
  'ask-question': (f) => ({
    params: { id: f.initiative, requirement: f.requirement },
    input: { question: 'Hvad menes der?' },
  }),
  'answer-question': (f) => ({ params: { id: f.question }, input: { answer: 'Det samme som sidst' } }),
  'dispute-assessment': (f) => ({
    params: { id: f.initiative, requirement: f.requirement },
    input: { dialogue: 'Vi ser forskelligt på det' },
  }),
  'register-person': (f, c) => ({
    input: {
      name: 'Nina Ny',
      email: `ny-${f.initiative.slice(-8)}@test.example`,
      organisation: c.organisations.aarhus,
    },
  }),
  'change-person': (f) => ({ params: { id: f.person }, input: { name: 'Nyt Navn' } }),
  'close-person': (f) => ({ params: { id: f.person } }),
  'reopen-person': (f) => ({ params: { id: f.closedPerson } }),
  'change-settings': (_, c) => ({ params: { id: c.people.member }, input: { language: 'da' } }),
  'make-token': (_, c) => ({ params: { id: c.people.member }, input: { name: 'Rapport' } }),
  'revoke-token': (f) => ({ params: { id: f.token } }),
  'make-calendar-address': (_, c) => ({ params: { id: c.people.member } }),
  'revoke-calendar-address': (f) => ({ params: { id: f.calendar } }),
  'choose-letters': (_, c) => ({ params: { id: c.people.member }, input: { papers: 'weekly' } }),
  'stop-letters': (f) => ({ params: { token: f.stopToken } }),
  'change-letter-text': () => ({
    params: { kind: 'meeting-called', language: 'da' },
    input: { subject: 'Kom til {møde}', body: 'Kære {navn}' },
  }),
  'restore-letter-text': () => ({ params: { kind: 'meeting-called', language: 'da' } }),
  'resend-letter': (f) => ({ params: { id: f.letter } }),
  'revoke-session': (f) => ({ params: { id: f.session } }),
  'remove-passkey': (f) => ({ params: { id: f.passkey } }),
  'import-evaluation': (f) => ({
    params: { id: f.initiative },
    input: { krav: [{ id: f.requirement, efterlevet: 'Ja', dokumentation: 'Se linket' }] },
  }),
  'confirm-evaluation-import': (f) => ({ params: { id: f.import } }),
  'discard-evaluation-import': (f) => ({ params: { id: f.import } }),
};
