import { sql } from 'kysely';
import type { Tx } from '../db/client.ts';
import type { Field, FieldContext, Option, Problem } from '../deeds/deed.ts';
import { Failure } from '../deeds/failure.ts';
import { isId } from '../lib/id.ts';
import { organisationBy, type Organisation } from '../members/load.ts';
import { organisationOptions } from '../members/options.ts';
import { languages } from './vocabulary.ts';

export const languageField: Field = {
  name: 'language',
  kind: 'select',
  label: { da: 'Sprog i mails', en: 'Language of mails' },
  hint: {
    da: 'Siderne læses på det sprog, man vælger øverst.',
    en: 'Pages are read in the language chosen at the top.',
  },
  options: Object.entries(languages).map(([value, label]) => ({ value, label })),
};

/** Organisations to choose from; the one the person has already stays a choice when it has closed. */
async function employerOptions(cx: FieldContext): Promise<readonly Option[]> {
  const options = await organisationOptions(cx);
  const own = isId(cx.params['id'] ?? '')
    ? await cx.db
        .selectFrom('people as p')
        .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
        .select(['o.id as value', 'o.name as label'])
        .where('p.id', '=', cx.params['id'] as string)
        .executeTakeFirst()
    : undefined;
  return own && !options.some((option) => option.value === own.value) ? [own, ...options] : options;
}

/** The fields that registering and changing a person share. */
export const personFields: readonly Field[] = [
  { name: 'name', kind: 'text', label: { da: 'Navn', en: 'Name' }, required: true },
  {
    name: 'email',
    kind: 'email',
    label: { da: 'E-mail', en: 'E-mail' },
    hint: {
      da: 'Den, personen logger ind med. Kun personen selv og sekretariatet ser den.',
      en: 'The one the person signs in with. Only the person and the secretariat see it.',
    },
    required: true,
  },
  {
    name: 'organisation',
    kind: 'select',
    label: { da: 'Organisation', en: 'Organisation' },
    hint: {
      da: 'Hvor personen er ansat. Den skal være registreret først.',
      en: 'Where the person is employed. It must be registered first.',
    },
    options: employerOptions,
  },
  languageField,
];

/** The problem of an e-mail address that another person has; holds the address until the transaction ends. */
export async function emailTaken(tx: Tx, email: string, ownId: string | null): Promise<Problem | null> {
  await sql`select pg_advisory_xact_lock(hashtext(${`e-mail/${email}`}))`.execute(tx);
  const other = await tx
    .selectFrom('people')
    .select(['id', 'name', 'closed_on'])
    .where('email', '=', email)
    .executeTakeFirst();
  if (!other || other.id === ownId) return null;
  return {
    path: 'email',
    says:
      other.closed_on === null
        ? {
            da: `E-mailen hører til ${other.name}, som er registreret i forvejen.`,
            en: `The e-mail belongs to ${other.name}, who is registered already.`,
          }
        : {
            da: `E-mailen hører til ${other.name}, hvis adgang er lukket. Åbn adgangen igen på personens side.`,
            en: `The e-mail belongs to ${other.name}, whose access is closed. Open it again on the person’s page.`,
          },
  };
}

/**
 * The organisation a person is employed by, by id or slug; a problem at its field when it cannot be chosen. The one the
 * person has already (`kept`, an id) may stay when it has closed.
 */
export async function employer(
  tx: Tx,
  idOrSlug: string | null | undefined,
  today: string,
  kept: string | null = null,
): Promise<{ readonly row: Organisation | null } | { readonly problem: Problem }> {
  if (!idOrSlug) return { row: null };
  try {
    const row = await organisationBy(tx, idOrSlug);
    if (row.id === kept || row.closed_on === null || row.closed_on > today) return { row };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
  return {
    problem: {
      path: 'organisation',
      says: {
        da: 'Organisationen findes ikke. Registrér den først under Medlemmer.',
        en: 'There is no such organisation. Register it first under Members.',
      },
    },
  };
}
