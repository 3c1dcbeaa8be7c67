import { z } from 'zod';
import type { Db } from '../../db/client.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { notFound } from '../../deeds/failure.ts';
import { id, idOrSlug, oneOf, optionalLine, webAddress } from '../../lib/inputs.ts';
import { newId } from '../../lib/id.ts';
import { initiativeBy, lockInitiative, scopeOfInitiative } from '../load.ts';
import { portfolioPermissions } from '../permissions.ts';
import { linkKinds, relationKinds } from '../vocabulary.ts';
import { removed } from '../../deeds/answers.ts';
import { linkAdded, relationAdded } from '../answers.ts';

const options = (table: Readonly<Record<string, { da: string; en: string }>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

/** Where the code, the documentation or a demonstration is found. */
export const addLink = defineDeed({
  name: 'add-link',
  title: { da: 'Tilføj link', en: 'Add a link' },
  explains: {
    da: 'Kildekode, dokumentation, demonstration eller websted.',
    en: 'Source code, documentation, demonstration or website.',
  },
  done: { da: 'Linket er tilføjet.', en: 'The link is added.' },
  api: { method: 'POST', path: '/initiatives/:id/links', status: 201 },
  answers: linkAdded,
  form: '/initiatives/:id/links/new',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ kind: oneOf(linkKinds), url: webAddress(), title: optionalLine(200) }),
  grounds: portfolioPermissions['add-link'],
  fields: [
    {
      name: 'kind',
      kind: 'select',
      label: { da: 'Hvad er det?', en: 'What is it?' },
      required: true,
      options: options(linkKinds),
    },
    { name: 'url', kind: 'url', label: { da: 'Adresse', en: 'Address' }, required: true },
    { name: 'title', kind: 'text', label: { da: 'Titel', en: 'Title' } },
  ],
  scope: (db, params) => scopeOfInitiative(db, params.id),
  run: async ({ tx, params, input }) => {
    const initiative = await lockInitiative(tx, params.id);
    const row = {
      id: newId(),
      initiative_id: initiative.id,
      kind: input.kind,
      url: input.url,
      title: input.title,
    };
    await tx.insertInto('initiative_links').values(row).execute();
    return {
      output: { id: row.id, kind: row.kind, url: row.url, title: row.title },
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      after: { link: row.url, kind: row.kind },
      next: `/initiatives/${initiative.slug}`,
    };
  },
});

/** Takes a link away. */
export const removeLink = defineDeed({
  name: 'remove-link',
  title: { da: 'Fjern linket', en: 'Remove the link' },
  explains: {
    da: 'Linket forsvinder fra siden. Journalen husker det.',
    en: 'The link goes from the page. The journal remembers it.',
  },
  done: { da: 'Linket er fjernet.', en: 'The link is removed.' },
  api: { method: 'DELETE', path: '/links/:id' },
  answers: removed,
  form: '/links/:id/remove',
  params: z.object({ id: id() }),
  input: z.object({}),
  grounds: portfolioPermissions['remove-link'],
  fields: [],
  scope: async (db, params) => scopeOfInitiative(db, (await link(db, params.id)).initiative_id),
  run: async ({ tx, params }) => {
    const row = await link(tx, params.id);
    const initiative = await lockInitiative(tx, row.initiative_id);
    await tx.deleteFrom('initiative_links').where('id', '=', row.id).execute();
    return {
      output: { id: row.id, removed: true },
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      before: { link: row.url, kind: row.kind },
      next: `/initiatives/${initiative.slug}`,
    };
  },
});

/** How two initiatives hang together (report §5.4.4, p. 20). */
export const relateInitiatives = defineDeed({
  name: 'relate-initiatives',
  title: { da: 'Tilføj sammenhæng', en: 'Add a relation' },
  explains: {
    da: 'Hvordan hænger initiativet sammen med et andet?',
    en: 'How does the initiative hang together with another?',
  },
  done: { da: 'Sammenhængen er tilføjet.', en: 'The relation is added.' },
  api: { method: 'POST', path: '/initiatives/:id/relations', status: 201 },
  answers: relationAdded,
  form: '/initiatives/:id/relations/new',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ kind: oneOf(relationKinds), other: idOrSlug(), note: optionalLine(300) }),
  grounds: portfolioPermissions['relate-initiatives'],
  fields: [
    {
      name: 'kind',
      kind: 'select',
      label: { da: 'Sammenhæng', en: 'Relation' },
      required: true,
      options: options(relationKinds),
    },
    {
      name: 'other',
      kind: 'text',
      label: {
        da: 'Det andet initiativ (kort navn fra adressen)',
        en: 'The other initiative (short name from its address)',
      },
      required: true,
    },
    { name: 'note', kind: 'text', label: { da: 'Bemærkning', en: 'Note' } },
  ],
  scope: (db, params) => scopeOfInitiative(db, params.id),
  run: async ({ tx, params, input }) => {
    const initiative = await lockInitiative(tx, params.id);
    const other = await initiativeBy(tx, input.other).catch(() => null);
    if (!other || other.id === initiative.id)
      return {
        problems: [
          {
            path: 'other',
            says: {
              da: 'Vælg et andet initiativ, der findes.',
              en: 'Choose another initiative that exists.',
            },
          },
        ],
      };
    const row = {
      id: newId(),
      initiative_id: initiative.id,
      kind: input.kind,
      other_id: other.id,
      note: input.note,
    };
    const added = await tx
      .insertInto('initiative_relations')
      .values(row)
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added)
      return {
        problems: [
          {
            path: 'other',
            says: { da: 'Sammenhængen står der allerede.', en: 'The relation is already there.' },
          },
        ],
      };
    return {
      output: { id: row.id, kind: row.kind, other: { slug: other.slug, name: other.name }, note: row.note },
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      after: { relation: row.kind, other: other.slug },
      next: `/initiatives/${initiative.slug}`,
    };
  },
});

/** Takes a relation away. */
export const endRelation = defineDeed({
  name: 'end-relation',
  title: { da: 'Fjern sammenhængen', en: 'Remove the relation' },
  explains: { da: 'Sammenhængen forsvinder fra begge sider.', en: 'The relation goes from both pages.' },
  done: { da: 'Sammenhængen er fjernet.', en: 'The relation is removed.' },
  api: { method: 'DELETE', path: '/relations/:id' },
  answers: removed,
  form: '/relations/:id/remove',
  params: z.object({ id: id() }),
  input: z.object({}),
  grounds: portfolioPermissions['end-relation'],
  fields: [],
  scope: async (db, params) => scopeOfInitiative(db, (await relation(db, params.id)).initiative_id),
  run: async ({ tx, params }) => {
    const row = await relation(tx, params.id);
    const initiative = await lockInitiative(tx, row.initiative_id);
    await tx.deleteFrom('initiative_relations').where('id', '=', row.id).execute();
    return {
      output: { id: row.id, removed: true },
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      before: { relation: row.kind, other: row.other_id },
      next: `/initiatives/${initiative.slug}`,
    };
  },
});

async function link(db: Db, linkId: string) {
  const row = await db.selectFrom('initiative_links').selectAll().where('id', '=', linkId).executeTakeFirst();
  if (!row) throw notFound({ da: 'Linket', en: 'link' });
  return row;
}

async function relation(db: Db, relationId: string) {
  const row = await db
    .selectFrom('initiative_relations')
    .selectAll()
    .where('id', '=', relationId)
    .executeTakeFirst();
  if (!row) throw notFound({ da: 'Sammenhængen', en: 'relation' });
  return row;
}
