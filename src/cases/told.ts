import { outcomes, type Outcome, type Text } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import type { LetterEvent } from '../letters/letter.ts';
import type { Case } from './load.ts';
import { capital } from '../lib/capital.ts';

/** Who is told of a decision on a case: who asked, who answers for it, and the initiative's people that day. */
async function toldOf(db: Db, asked: Case, today: string, but: string | null) {
  const people =
    asked.initiative_id === null
      ? []
      : await db
          .selectFrom('initiative_people')
          .select(['person_id', 'role'])
          .where('initiative_id', '=', asked.initiative_id)
          .where('from_on', '<=', today)
          .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', today)]))
          .orderBy('id')
          .limit(100)
          .execute();
  const told: readonly (readonly [string | null, Text])[] = [
    [asked.asked_by, { da: 'du har rejst sagen', en: 'you opened the case' }],
    [asked.owner_id, { da: 'du har ansvaret for sagen', en: 'you answer for the case' }],
    ...people.map(
      ({ person_id, role }) =>
        [
          person_id,
          role === 'project-manager'
            ? { da: 'du er initiativets projektleder', en: 'you are the initiative’s project manager' }
            : { da: 'du er initiativets projektejer', en: 'you are the initiative’s project owner' },
        ] as const,
    ),
  ];
  return told.flatMap(([personId, why]) =>
    personId === null || personId === but ? [] : [{ personId, why }],
  );
}

/**
 * What those concerned are told of a decision on a case that is about to be made. The one who records it is not told
 * what they do themselves.
 */
export async function decisionEvent(
  db: Db,
  decided: {
    readonly asked: Case;
    readonly body: { readonly name: string };
    readonly outcome: string;
    readonly reason: string;
  },
  today: string,
  recordedBy: string | null,
): Promise<LetterEvent> {
  const { asked, body, outcome, reason } = decided;
  const { earlier } = await db
    .selectFrom('decisions')
    .select((eb) => eb.fn.countAll<number>().as('earlier'))
    .where('case_id', '=', asked.id)
    .executeTakeFirstOrThrow();
  const named = outcomes[outcome as Outcome];
  const values = (lang: 'da' | 'en') => ({
    body: body.name,
    case: `${lang === 'da' ? 'sag' : 'case'} ${asked.number}: ${asked.question}`,
    outcome: capital(named[lang]),
    reason,
  });
  return {
    kind: 'case-decided',
    key: `case-decided:${asked.id}:${earlier + 1}`,
    about: `/cases/${asked.number}`,
    values: { da: values('da'), en: values('en') },
    notice: false,
    neededBy: null,
    told: await toldOf(db, asked, today, recordedBy),
  };
}

/** The latest decision on a case as people are told of it: for the preview of its text. */
export async function latestDecisionEvent(db: Db): Promise<LetterEvent | null> {
  const row = await db
    .selectFrom('decisions as d')
    .innerJoin('bodies as b', 'b.id', 'd.body_id')
    .select(['d.case_id', 'd.outcome', 'd.reason', 'd.decided_on', 'b.name'])
    .where('d.case_id', 'is not', null)
    .orderBy('d.number', 'desc')
    .executeTakeFirst();
  if (!row) return null;
  const asked = await db
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', row.case_id)
    .executeTakeFirstOrThrow();
  const decided = { asked, body: { name: row.name }, outcome: row.outcome, reason: row.reason };
  return decisionEvent(db, decided, row.decided_on, null);
}
