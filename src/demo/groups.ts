import type { BodyKind, SeatRole } from '../../rulebook/vocabulary.ts';

/** A seat by the name before `@demo.example`; `until` is days before today, negative for days to come. */
export interface DemoSeat {
  readonly person: string;
  readonly role: SeatRole;
  readonly voting: boolean;
  readonly until?: number;
  /** Elected again in the latest even year; half of the board is, and the rest in odd ones. */
  readonly evenYears?: true;
}

export interface DemoBody {
  readonly slug: string;
  readonly kind: BodyKind;
  readonly name: string;
  readonly task: string;
  /** Slug of the initiative whose group it is. */
  readonly of: string | null;
  readonly since: string;
  readonly appointedBy: string;
  readonly seats: readonly DemoSeat[];
}

const chair = (person: string): DemoSeat => ({ person, role: 'chair', voting: true });
const member = (person: string, until?: number): DemoSeat => ({
  person,
  role: 'member',
  voting: true,
  ...(until === undefined ? {} : { until }),
});

/** How many days before today the former board member left the board, and with it the steering group of OS2mo. */
export const boardSeatLostDaysAgo = 40;

/** The bodies of the association. All who sit in them are invented. */
export const associationBodies: readonly DemoBody[] = [
  {
    slug: 'generalforsamlingen',
    kind: 'general-assembly',
    name: 'Generalforsamlingen',
    task: 'Fællesskabets øverste myndighed. Hvert medlem har én stemme.',
    of: null,
    since: '2012-01-01',
    appointedBy: '',
    seats: [],
  },
  {
    slug: 'bestyrelsen',
    kind: 'board',
    name: 'Bestyrelsen',
    task: 'Strategi, økonomi og porteføljens styregruppe.',
    of: null,
    since: '2012-01-01',
    appointedBy: 'generalforsamlingen',
    seats: [
      chair('formand'),
      { person: 'bestyrelse1', role: 'deputy-chair', voting: true, evenYears: true },
      member('bestyrelse2'),
      { ...member('bestyrelse3'), evenYears: true },
      member('bestyrelse4', -45),
      { ...member('bestyrelse5', -45), evenYears: true },
      member('tidligere', boardSeatLostDaysAgo),
      { person: 'forretningsleder', role: 'secretary', voting: false },
    ],
  },
  {
    slug: 'sekretariatet',
    kind: 'secretariat',
    name: 'Sekretariatet',
    task: 'Daglig ledelse, indplacering, evaluering og hjælp til alle produkter.',
    of: null,
    since: '2016-03-01',
    appointedBy: 'bestyrelsen',
    seats: [
      { person: 'forretningsleder', role: 'business-manager', voting: false },
      { person: 'sekretariat', role: 'staff', voting: false },
    ],
  },
];

const steering = (of: string, name: string, seats: readonly DemoSeat[]): DemoBody => ({
  slug: `${of}-styregruppe`,
  kind: 'steering-group',
  name: `Styregruppen for ${name}`,
  task: 'Retning, økonomi og overholdelse af krav. Besat med opdigtede personer i demoen.',
  of,
  since: '2024-02-01',
  appointedBy: 'de deltagende organisationer',
  seats,
});
const coordination = (of: string, name: string, seats: readonly DemoSeat[]): DemoBody => ({
  slug: `${of}-koordinationsgruppe`,
  kind: 'coordination-group',
  name: `Koordinationsgruppen for ${name}`,
  task: 'Samler ønsker og følger drift og vedligehold. Besat med opdigtede personer i demoen.',
  of,
  since: '2024-02-01',
  appointedBy: 'de anvendende organisationer',
  seats,
});

/**
 * Groups of initiatives. OS2mo's steering group has lost its board seat; OS2faktor has none, as its evaluation says;
 * those of OS2iot and the others are shapes with invented people.
 */
export const groups: readonly DemoBody[] = [
  steering('os2mo', 'OS2mo', [
    chair('styregruppe'),
    member('deltager2'),
    member('deltager3'),
    member('tidligere', boardSeatLostDaysAgo),
  ]),
  coordination('os2mo', 'OS2mo', [
    chair('koordination'),
    member('deltager4', -24),
    member('deltager1'),
    member('bestyrelse2'),
  ]),
  steering('os2kitos', 'OS2kitos', [chair('styregruppe'), member('deltager6'), member('deltager18')]),
  coordination('os2kitos', 'OS2kitos', [chair('deltager7'), member('koordination'), member('deltager11')]),
  steering('os2aiheatcontrol', 'OS2 AI Heat Control', [
    chair('deltager1'),
    member('bestyrelse3'),
    member('deltager11'),
    member('deltager12'),
  ]),
  steering('os2borgerpc', 'OS2borgerPC', [chair('deltager8'), member('deltager16'), member('deltager13')]),
  coordination('os2borgerpc', 'OS2borgerPC', [chair('deltager8'), member('deltager13')]),
  steering('os2skadesoekonomi', 'OS2skadesøkonomi', [chair('deltager9'), member('deltager10')]),
  coordination('os2fleetoptimiser', 'OS2fleetoptimiser', [chair('deltager16'), member('deltager6')]),
  coordination('os2valghalla', 'OS2valghalla', [
    chair('deltager1'),
    member('koordination'),
    member('deltager13'),
    member('deltager7'),
  ]),
  steering('os2iot', 'OS2iot', [
    chair('deltager16'),
    member('bestyrelse4'),
    member('bestyrelse1'),
    member('deltager15'),
  ]),
  coordination('os2rollekatalog', 'OS2rollekatalog', [
    chair('deltager14'),
    member('deltager15'),
    member('deltager17'),
  ]),
];

/** Owners and managers of initiatives, invented. */
export const leads: readonly {
  readonly of: string;
  readonly person: string;
  readonly role: 'project-owner' | 'project-manager';
  readonly qualification: 'none' | 'certified' | 'documented-experience';
}[] = [
  { of: 'os2aiheatcontrol', person: 'projektleder', role: 'project-manager', qualification: 'certified' },
  { of: 'os2skole', person: 'projektleder', role: 'project-manager', qualification: 'certified' },
  { of: 'os2mo', person: 'deltager17', role: 'project-manager', qualification: 'documented-experience' },
  { of: 'os2kitos', person: 'deltager17', role: 'project-manager', qualification: 'documented-experience' },
  { of: 'os2borgerpc', person: 'deltager8', role: 'project-manager', qualification: 'none' },
  { of: 'os2skadesoekonomi', person: 'deltager9', role: 'project-owner', qualification: 'none' },
  { of: 'os2fleetoptimiser', person: 'deltager16', role: 'project-manager', qualification: 'none' },
];
