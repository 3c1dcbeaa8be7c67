import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../db/client.ts';
import { freeSlug } from '../../db/free-slug.ts';
import { defineDeed, type Problem } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { isoDate, line, oneOf, optionalLine, webAddress } from '../../lib/inputs.ts';
import { cvr, municipalityCode, organisationFields } from '../inputs.ts';
import { organisationFacts } from '../load.ts';
import { organisationKinds, warningsFor, type OrganisationKind } from '../organisation.ts';
import { memberPermissions } from '../permissions.ts';
import { organisationRegistered } from '../answers.ts';

/** Puts an organisation on the list; with a date it is a member of the community from that day. */
export const registerOrganisation = defineDeed({
  name: 'register-organisation',
  title: { da: 'Registrér organisation', en: 'Register an organisation' },
  explains: {
    da: 'Medlemmer er offentlige organisationer. En leverandør registreres uden medlemskab.',
    en: 'Members are public organisations. A supplier is registered without membership.',
  },
  done: { da: 'Organisationen er registreret.', en: 'The organisation is registered.' },
  api: { method: 'POST', path: '/organisations', status: 201 },
  answers: organisationRegistered,
  form: '/members/new',
  params: z.object({}),
  input: z.object({
    name: line(160),
    kind: oneOf(organisationKinds),
    cvr: cvr().optional(),
    municipalityCode: municipalityCode().optional(),
    website: webAddress().optional(),
    region: optionalLine(80),
    memberFrom: isoDate().optional(),
  }),
  grounds: memberPermissions['register-organisation'],
  fields: [
    ...organisationFields,
    {
      name: 'region',
      kind: 'text',
      label: { da: 'Region', en: 'Region' },
      hint: { da: 'Den region, organisationen ligger i nu', en: 'The region the organisation lies in now' },
    },
    {
      name: 'memberFrom',
      kind: 'date',
      label: { da: 'Medlem fra', en: 'Member from' },
      hint: { da: 'Lad feltet være tomt, hvis den ikke er medlem', en: 'Leave empty if it is not a member' },
    },
  ],
  scope: async () => ({}),
  run: async ({ tx, input, now, today }) => {
    const taken = await cvrTaken(tx, input.cvr ?? null, null);
    if (taken) return { problems: [taken] };
    const row = await addOrganisation(tx, { ...input, now, today });
    const facts = {
      ...organisationFacts(row),
      region: input.region || null,
      memberFrom: input.memberFrom ?? null,
    };
    return {
      output: { ...facts, warnings: warningsFor(row.cvr) },
      subject: { kind: 'organisation', id: row.id },
      after: facts,
      next: `/members/${row.slug}`,
    };
  },
});

export interface NewOrganisation {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly cvr?: string | undefined;
  readonly municipalityCode?: string | undefined;
  readonly website?: string | undefined;
  readonly region?: string | undefined;
  readonly memberFrom?: string | undefined;
  readonly now: string;
  readonly today: string;
}

/** Adds an organisation with its region and membership, if any. */
export async function addOrganisation(tx: Tx, wanted: NewOrganisation) {
  const row = {
    id: newId(),
    slug: await freeSlug(tx, 'organisations', wanted.name),
    name: wanted.name,
    kind: wanted.kind,
    cvr: wanted.cvr ?? null,
    municipality_code: wanted.municipalityCode ?? null,
    website: wanted.website ?? null,
    recorded_at: wanted.now,
    closed_on: null,
  };
  await tx.insertInto('organisations').values(row).execute();
  if (wanted.region)
    await tx
      .insertInto('organisation_regions')
      .values({ organisation_id: row.id, region: wanted.region, from_on: wanted.memberFrom ?? wanted.today })
      .execute();
  if (wanted.memberFrom !== undefined)
    await tx
      .insertInto('memberships')
      .values({ id: newId(), organisation_id: row.id, from_on: wanted.memberFrom, recorded_at: wanted.now })
      .execute();
  return row;
}

/** The problem of a CVR number that another organisation has. */
export async function cvrTaken(tx: Tx, number: string | null, ownId: string | null): Promise<Problem | null> {
  if (number === null) return null;
  await sql`select pg_advisory_xact_lock(hashtext(${`cvr/${number}`}))`.execute(tx);
  const other = await tx
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('cvr', '=', number)
    .executeTakeFirst();
  if (!other || other.id === ownId) return null;
  return {
    path: 'cvr',
    says: {
      da: `CVR-nummeret hører til ${other.name}, som er registreret i forvejen.`,
      en: `The CVR number belongs to ${other.name}, which is registered already.`,
    },
  };
}
