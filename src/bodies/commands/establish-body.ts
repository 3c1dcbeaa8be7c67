import { sql } from 'kysely';
import { z } from 'zod';
import type { Edition } from '../../../rulebook/rule.ts';
import { bodyKinds, type BodyKind } from '../../../rulebook/vocabulary.ts';
import { freeSlug } from '../../db/free-slug.ts';
import type { Tx } from '../../db/client.ts';
import { defineDeed, type Ending } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { idOrSlug, isoDate, line, oneOf, optionalProse } from '../../lib/inputs.ts';
import { initiativeBy, lockInitiative } from '../../portfolio/load.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { boardPart } from '../board-part.ts';
import { usualJoining } from '../../../rulebook/joining.ts';
import { decisionField, decisionNumber, groundDecision, restsOn } from '../ground-decisions.ts';
import { bodyFacts } from '../load.ts';
import { bodyPermissions, establishedBy } from '../permissions.ts';
import { oneIsThere } from '../refusals.ts';
import { bodyEstablished } from '../answers.ts';

const input = z.object({
  kind: oneOf(bodyKinds),
  name: line(160),
  initiative: idOrSlug().optional(),
  task: optionalProse(5_000),
  from: isoDate().optional(),
  decision: decisionNumber(),
});

/**
 * Sets up a body. A steering group that the board is to approve or appoint is there from now on and stands as not
 * approved until the board has decided (report §5.4.3–5.5.3, p. 20–21).
 */
export const establishBody = defineDeed({
  name: 'establish-body',
  title: { da: 'Nedsæt et organ', en: 'Set up a body' },
  explains: {
    da: 'En styregruppe, som bestyrelsen skal godkende eller udpege, står som ikke godkendt, til bestyrelsen har besluttet det.',
    en: 'A steering group that the board must approve or appoint stands as not approved until the board has decided.',
  },
  done: { da: 'Organet er nedsat.', en: 'The body is set up.' },
  api: { method: 'POST', path: '/bodies', status: 201 },
  answers: bodyEstablished,
  form: '/bodies/new',
  params: z.object({}),
  input,
  grounds: bodyPermissions['establish-body'],
  fields: [
    {
      name: 'kind',
      kind: 'select',
      label: { da: 'Hvilket organ?', en: 'Which kind of body?' },
      required: true,
      options: Object.entries(bodyKinds).map(([value, label]) => ({ value, label })),
    },
    { name: 'name', kind: 'text', label: { da: 'Navn', en: 'Name' }, required: true },
    {
      name: 'initiative',
      kind: 'text',
      label: { da: 'Initiativ (kort navn fra adressen)', en: 'Initiative (short name from its address)' },
      hint: { da: 'Kun for et initiativs egne grupper', en: 'Only for the groups of an initiative' },
    },
    { name: 'task', kind: 'textarea', label: { da: 'Opgave', en: 'Task' } },
    {
      name: 'from',
      kind: 'date',
      label: { da: 'Nedsat den', en: 'Set up on' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
    decisionField,
  ],
  scope: async (db, _params, asked) => {
    if (!asked) return {};
    const initiative = asked.initiative ? await initiativeBy(db, asked.initiative).catch(() => null) : null;
    return { initiativeId: initiative?.id ?? null, among: establishedBy[asked.kind] };
  },
  formScope: async (db, query) => {
    const { data: kind } = oneOf(bodyKinds).safeParse(query['kind']);
    const named = idOrSlug().safeParse(query['initiative']);
    const initiative = named.success ? await initiativeBy(db, named.data).catch(() => null) : null;
    return { initiativeId: initiative?.id ?? null, ...(kind ? { among: establishedBy[kind] } : {}) };
  },
  run: async ({ tx, input: asked, now, today, edition }) => {
    const from = asked.from ?? today;
    if (from > today) return problem('from', 'Datoen ligger i fremtiden.', 'The date lies in the future.');
    if (asked.initiative === undefined) {
      const kept = editionOf(edition);
      const rule = kept.bodies.find((each) => each.kind === asked.kind);
      if (!rule) return unknownKind(kept);
      if (rule.ofInitiative)
        return problem(
          'initiative',
          'Skriv, hvilket initiativ gruppen hører til.',
          'Give the initiative it belongs to.',
        );
      return insertBody(tx, { asked, from, now, edition: kept, initiative: null });
    }
    const initiative = await lockInitiative(tx, asked.initiative).catch(() => null);
    if (!initiative) return problem('initiative', 'Initiativet findes ikke.', 'There is no such initiative.');
    if (initiative.stage === 'retired')
      return problem('initiative', 'Initiativet er afsluttet.', 'The initiative has ended.');
    const kept = editionOf(initiative.edition);
    const rule = kept.bodies.find((each) => each.kind === asked.kind);
    if (!rule) return unknownKind(kept);
    if (!rule.ofInitiative)
      return problem(
        'initiative',
        'Organet er hele fællesskabets. Lad feltet være tomt.',
        'The body belongs to the whole community. Leave the field empty.',
      );
    return insertBody(tx, { asked, from, now, edition: kept, initiative });
  },
});

const problem = (path: string, da: string, en: string) => ({ problems: [{ path, says: { da, en } }] });
const unknownKind = (edition: Edition) =>
  problem(
    'kind',
    `Regelsættet ${edition.id} har ikke det organ.`,
    `The rulebook ${edition.id} has no such body.`,
  );

/** Of these there is one at a time: for the association, or for the initiative. */
const oneAtATime: readonly BodyKind[] = ['general-assembly', 'board', 'secretariat', 'steering-group'];

interface Establishing {
  readonly asked: z.output<typeof input>;
  readonly from: string;
  readonly now: string;
  readonly edition: Edition;
  readonly initiative: { readonly id: string; readonly level: string | null } | null;
}

async function insertBody(tx: Tx, { asked, from, now, edition, initiative }: Establishing): Promise<Ending> {
  if (oneAtATime.includes(asked.kind)) {
    await sql`select pg_advisory_xact_lock(hashtext(${`bodies/${asked.kind}`}))`.execute(tx);
    const there = await tx
      .selectFrom('bodies')
      .select('name')
      .where('kind', '=', asked.kind)
      .where('closed_on', 'is', null)
      .where('initiative_id', initiative ? '=' : 'is', initiative?.id ?? null)
      .executeTakeFirst();
    if (there) return { refused: [oneIsThere(edition, asked.kind, there.name)] };
  }
  const ground = await groundDecision(tx, asked.decision, {
    id: null,
    kind: asked.kind,
    initiativeId: initiative?.id ?? null,
  });
  if ('problem' in ground) return { problems: [ground.problem] };
  const row = {
    id: newId(),
    slug: await freeSlug(tx, 'bodies', asked.name),
    kind: asked.kind,
    name: asked.name,
    task: asked.task,
    initiative_id: initiative?.id ?? null,
    established_on: from,
    closed_on: null,
    joining: usualJoining[asked.kind],
    most_per_organisation: null,
    recorded_at: now,
  };
  await tx.insertInto('bodies').values(row).execute();
  await restsOn(tx, row.id, 'established', ground.id, now);
  const board = asked.kind === 'steering-group' ? boardPart(edition, initiative?.level ?? null) : 'none';
  return {
    output: { ...bodyFacts(row), board, approved: false },
    subject: { kind: 'body', id: row.id },
    initiativeId: row.initiative_id,
    after: { ...bodyFacts(row), decision: asked.decision ?? null },
    edition: edition.id,
    next: `/bodies/${row.slug}`,
  };
}
