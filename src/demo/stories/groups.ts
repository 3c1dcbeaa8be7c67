import { charterSections, charterTemplates } from '../../bodies/charter.ts';
import type { BodyKind } from '../../../rulebook/vocabulary.ts';
import type { Timeline } from '../timeline.ts';
import { step, type Step } from './step.ts';

/** Sections of a charter, each with a sentence made up for the demo. */
const written = (kind: BodyKind): Readonly<Record<string, string>> =>
  Object.fromEntries(
    charterTemplates[kind].map((id) => [
      id,
      `${charterSections[id].title.da}: aftalt på gruppens første møde. Skrevet til demoen.`,
    ]),
  );

const supplier = 'Demoleverandøren (opdigtet)';

async function organisationNamed(time: Timeline, name: string): Promise<string> {
  const { id } = await time.app.db
    .selectFrom('organisations')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return id;
}

async function organisationOf(time: Timeline, person: string): Promise<string | null> {
  const row = await time.app.db
    .selectFrom('people')
    .select('organisation_id')
    .where('id', '=', time.person(person))
    .executeTakeFirstOrThrow();
  return row.organisation_id;
}

/** How groups live: charters, who runs the meetings, contracts on the products, and substitutes of the board. */
export const groupStories: readonly Step[] = [
  step(30, async ({ time, does }) => {
    const organisation = await organisationNamed(time, supplier);
    for (const [person, product, kind] of [
      ['koordination', 'os2mo', 'development'],
      ['deltager7', 'os2kitos', 'operation'],
    ] as const)
      await does(
        person,
        'record-contract',
        { id: product },
        {
          organisation,
          kind,
          from: time.on(400),
          note: 'Opdigtet kontrakt',
        },
      );
  }),
  step(20, async ({ does }) => {
    const body = { id: 'os2mo-koordinationsgruppe' };
    await does('koordination', 'write-charter', body, { sections: written('coordination-group') });
    await does('styregruppe', 'approve-charter', body, {});
    await does(
      'deltager1',
      'write-charter',
      { id: 'os2valghalla-koordinationsgruppe' },
      {
        sections: { purpose: 'At samle kommunernes ønsker til valgplanlægning. Kladde til demoen.' },
      },
    );
  }),
  step(14, async ({ time, does }) => {
    await does(
      'deltager1',
      'set-facilitator',
      { id: 'os2valghalla-koordinationsgruppe' },
      {
        organisation: await organisationOf(time, 'koordination'),
      },
    );
    for (const person of ['deltager5', 'deltager18'])
      await does(
        'forretningsleder',
        'seat-person',
        { id: 'bestyrelsen' },
        {
          person: time.person(person),
          role: 'substitute',
          voting: false,
          appointedBy: 'generalforsamlingen',
          from: time.on(200),
        },
      );
  }),
];
