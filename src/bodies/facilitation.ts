import { mayFacilitate } from '../../rulebook/facilitation.ts';
import { refuse } from '../../rulebook/refuse.ts';
import type { Edition, Facilitating, FacilitationRule, Refusal } from '../../rulebook/rule.ts';
import { contractKinds, type BodyKind, type Text } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { contractsOf } from '../portfolio/contracts.ts';

/** Who runs a body, and whether that is neutral by the rule of its edition (B13; report §4.1.5, p. 12). */
export interface Facilitation {
  readonly organisation: { readonly slug: string; readonly name: string };
  /** Null where the edition asks nothing of who runs such a body. */
  readonly rule: FacilitationRule | null;
  readonly neutral: boolean;
  readonly because: Text;
}

interface Running {
  readonly bodyId: string;
  readonly kind: BodyKind;
  readonly initiativeId: string | null;
  readonly organisationId: string;
}

const ruleFor = (edition: Edition, kind: BodyKind): FacilitationRule | null =>
  edition.bodies.find((body) => body.kind === kind)?.facilitation ?? null;

async function factsOf(db: Db, running: Running, today: string): Promise<Facilitating & { name: string }> {
  const [organisation, others, contracts] = await Promise.all([
    db
      .selectFrom('organisations')
      .select(['name', 'kind'])
      .where('id', '=', running.organisationId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('bodies')
      .select((eb) => eb.fn.count<number>('initiative_id').distinct().as('n'))
      .where('facilitator_id', '=', running.organisationId)
      .where('kind', '=', running.kind)
      .where('id', '<>', running.bodyId)
      .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>', today)]))
      .executeTakeFirstOrThrow(),
    running.initiativeId === null ? [] : contractsOf(db, running.initiativeId),
  ]);
  return {
    name: organisation.name,
    supplier: organisation.kind === 'supplier',
    groups: Number(others.n) + 1,
    contracts: contracts
      .filter((each) => each.organisation.id === running.organisationId)
      .filter((each) => each.from <= today && (each.to === null || each.to >= today))
      .map((each) => each.kind),
  };
}

function becauseOf({ name, supplier, groups, contracts }: Facilitating & { name: string }): Text {
  const held = (lang: 'da' | 'en') => contracts.map((kind) => contractKinds[kind][lang]).join(', ');
  if (!supplier) return { da: `${name} er ikke leverandør.`, en: `${name} is no supplier.` };
  return {
    da: `${name} står for ${groups} ${groups === 1 ? 'gruppe' : 'grupper'} og har ${contracts.length === 0 ? 'ingen kontrakt på produktet' : `kontrakt på produktet om ${held('da')}`}.`,
    en: `${name} runs ${groups} ${groups === 1 ? 'group' : 'groups'} and holds ${contracts.length === 0 ? 'no contract on the product' : `a contract on the product for ${held('en')}`}.`,
  };
}

/** Why an organisation may not run a body; null when it may. */
export async function facilitationRefusal(
  db: Db,
  edition: Edition,
  running: Running,
  today: string,
): Promise<Refusal | null> {
  const rule = ruleFor(edition, running.kind);
  if (rule === null) return null;
  const facts = await factsOf(db, running, today);
  return mayFacilitate(facts) ? null : refuse(edition, rule, becauseOf(facts), rule.cure);
}

/** Who runs a body today, as its page shows it; null where nobody is recorded. */
export async function facilitationOf(
  db: Db,
  edition: Edition,
  body: {
    readonly id: string;
    readonly kind: BodyKind;
    readonly initiativeId: string | null;
    readonly facilitatorId: string | null;
  },
  today: string,
): Promise<Facilitation | null> {
  if (body.facilitatorId === null) return null;
  const organisation = await db
    .selectFrom('organisations')
    .select(['slug', 'name'])
    .where('id', '=', body.facilitatorId)
    .executeTakeFirstOrThrow();
  const facts = await factsOf(
    db,
    {
      bodyId: body.id,
      kind: body.kind,
      initiativeId: body.initiativeId,
      organisationId: body.facilitatorId,
    },
    today,
  );
  const rule = ruleFor(edition, body.kind);
  return { organisation, rule, neutral: rule === null || mayFacilitate(facts), because: becauseOf(facts) };
}
