import type { StatuteRule } from '../statute.ts';
import { example, people, sets } from '../write.ts';

/** §4: who is a member, and how one comes and goes. */
export const members: readonly StatuteRule[] = [
  people(
    'V5',
    '4.1, §4.3',
    ['Hvem der er medlem', 'Who is a member'],
    [
      'Medlem er en offentlig myndighed, hvis chef eller direktør har underskrevet partneraftalen.',
      'A member is a public authority whose head or director has signed the partner agreement.',
    ],
    [
      'Sekretariatet ser underskriften og registrerer medlemmet.',
      'The secretariat sees the signature and registers the member.',
    ],
  ),
  sets(
    'V6',
    '4.2',
    ['Ét medlem, én stemme', 'One member, one vote'],
    [
      'Hvert medlem har én stemme, uanset hvor mange ansatte der deltager.',
      'Each member has one vote, however many employees attend.',
    ],
    { 'member.votes': 1 },
    example(
      ['En ansat fra medlemmet deltager', 'One employee of the member attends'],
      { asks: 'votes', employees: 1 },
      1,
    ),
    example(['Fire ansatte deltager', 'Four employees attend'], { asks: 'votes', employees: 4 }, 1),
    example(['Ingen deltager', 'Nobody attends'], { asks: 'votes', employees: 0 }, 0),
  ),
  people(
    'V7',
    '4.3.1',
    ['Fast kontaktperson', 'Fixed contact'],
    [
      'Et medlem udpeger en fast kontaktperson og fortæller sekretariatet om ændringer.',
      'A member names a fixed contact and tells the secretariat of changes.',
    ],
    [
      'Medlemmet gør det selv; kontaktpersoner registreres ved organisationen.',
      'The member does so; contacts are registered with the organisation.',
    ],
  ),
  sets(
    'V8',
    '4.4',
    ['Udmeldelse', 'Leaving'],
    [
      'Udmeldelse sker skriftligt og virker fra den dag, sekretariatet registrerer den som modtaget; kontingent betales ikke tilbage.',
      'Leaving is in writing and counts from the day the secretariat registers it as received; fees are not paid back.',
    ],
    { 'member.leaves-when-registered': true },
    example(
      ['Modtaget den 3. september 2026', 'Received on 3 September 2026'],
      { asks: 'left-on', registeredOn: '2026-09-03' },
      '2026-09-03',
    ),
  ),
  people(
    'V9',
    '4.5',
    ['Manglende betaling', 'Failure to pay'],
    [
      'Den, der trods påkrav ikke betaler kontingent, regnes for udmeldt.',
      'Who does not pay the fee in spite of a reminder counts as having left.',
    ],
    [
      'Hvor mange påkrav og hvor lang tid siger vedtægterne ikke; sekretariatet afgør det.',
      'How many reminders and how long the statutes do not say; the secretariat settles it.',
    ],
  ),
  sets(
    'V10',
    '4.6',
    ['Udelukkelse', 'Exclusion'],
    [
      'Bestyrelsen kan med begrundelse udelukke et medlem eller en repræsentant; den næste generalforsamling skal godkende det.',
      'The board may with reasons exclude a member or a representative; the next general assembly must approve it.',
    ],
    { 'member.excluded-by': 'board', 'member.exclusion-approved-by': 'general-assembly' },
  ),
];
