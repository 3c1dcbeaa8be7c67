import { z } from 'zod';
import { defineDeed, type Problem } from '../../deeds/deed.ts';
import { upload } from '../../deeds/multipart.ts';
import { checkFile, fileHint } from '../../files/file-kinds.ts';
import { keepFile } from '../../files/kept-files.ts';
import { newId } from '../../lib/id.ts';
import { id, line, tick, webAddress } from '../../lib/inputs.ts';
import { annexAnswer } from '../answers.ts';
import { aboutItem, lockItem, scopeOfItem } from '../load.ts';
import { openStatuses } from '../meeting.ts';
import { meetingPermissions } from '../permissions.ts';
import { agendaClosed } from '../refusals.ts';

/** As many as one item may have: more is a folder, and that is one link. */
const mostAnnexes = 50;

const input = z.object({
  title: line(200),
  url: webAddress().optional(),
  file: upload().optional(),
  restricted: tick(),
});

/** Adds a paper to an item, as a link or a file; a restricted one is for the body and the secretariat. */
export const addItemAnnex = defineDeed({
  name: 'add-item-annex',
  title: { da: 'Tilføj bilag til punktet', en: 'Add an annex to the item' },
  explains: {
    da: 'Et link eller en fil på højst 20 MB. Et fortroligt bilag ser kun organet og sekretariatet. Er dagsordenen sendt, vises det som en ændring.',
    en: 'A link, or a file of at most 20 MB. Only the body and the secretariat see a restricted annex. Once the agenda is sent, it is shown as a change.',
  },
  done: { da: 'Bilaget er tilføjet.', en: 'The annex is added.' },
  api: { method: 'POST', path: '/agenda-items/:id/annexes', status: 201 },
  answers: annexAnswer,
  form: '/agenda-items/:id/annexes/new',
  params: z.object({ id: id() }),
  input,
  grounds: meetingPermissions['add-item-annex'],
  fields: [
    { name: 'title', kind: 'text', label: { da: 'Titel', en: 'Title' }, required: true },
    {
      name: 'url',
      kind: 'url',
      label: { da: 'Adresse', en: 'Address' },
      hint: { da: 'Enten en adresse eller en fil', en: 'Either an address or a file' },
    },
    { name: 'file', kind: 'file', label: { da: 'Fil', en: 'File' }, hint: fileHint },
    {
      name: 'restricted',
      kind: 'checkbox',
      label: {
        da: 'Fortroligt: kun for organet og sekretariatet',
        en: 'Restricted: only for the body and the secretariat',
      },
      hint: {
        da: 'Hverken titel, link eller fil vises for andre.',
        en: 'Neither title, link nor file is shown to others.',
      },
    },
  ],
  scope: (db, { id: item }) => scopeOfItem(db, item),
  about: (db, { id: item }) => aboutItem(db, item),
  run: async ({ tx, params, input: asked, now }) => {
    const { item, meeting } = await lockItem(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [agendaClosed(meeting)] };
    const kept = await tx
      .selectFrom('agenda_item_annexes')
      .select('id')
      .where('item_id', '=', item.id)
      .limit(mostAnnexes)
      .execute();
    const problems = inputProblems(asked, kept.length);
    if (problems.length > 0) return { problems };
    const file = asked.file ? await checkFile(asked.file) : null;
    if (file && 'refused' in file) return { problems: [{ path: 'file', says: file.refused }] };
    if (file && asked.file) await keepFile(tx, file, asked.file.bytes, now);
    const row = {
      id: newId(),
      item_id: item.id,
      title: asked.title,
      url: asked.url ?? null,
      file_hash: file?.hash ?? null,
      file_name: file?.name ?? null,
      restricted: asked.restricted,
      added_at: now,
    };
    await tx.insertInto('agenda_item_annexes').values(row).execute();
    return {
      output: { id: row.id, title: row.title, url: row.url, file: row.file_name, restricted: row.restricted },
      subject: { kind: 'agenda-item', id: item.id },
      initiativeId: meeting.body.initiativeId,
      after: annexRecord(row),
      next: `/meetings/${meeting.number}/items/${item.number}`,
    };
  },
});

/** An annex as the journal keeps it: of a restricted one only that there is one. */
export const annexRecord = (row: {
  readonly title: string;
  readonly url: string | null;
  readonly file_name: string | null;
  readonly file_hash: string | null;
  readonly restricted: boolean;
}) =>
  row.restricted
    ? { annexAdded: true }
    : { annex: row.title, url: row.url, file: row.file_name, sha256: row.file_hash };

function inputProblems(asked: z.output<typeof input>, kept: number): Problem[] {
  const problems: Problem[] = [];
  const say = (path: string, da: string, en: string) => problems.push({ path, says: { da, en } });
  if (kept >= mostAnnexes)
    say(
      '',
      `Punktet har allerede ${mostAnnexes} bilag. Saml dem i en mappe, og tilføj et link til den.`,
      `The item already has ${mostAnnexes} annexes. Gather them in a folder and add a link to it.`,
    );
  if (asked.url === undefined && asked.file === undefined)
    say('url', 'Skriv en adresse, eller vælg en fil.', 'Give an address, or choose a file.');
  if (asked.url !== undefined && asked.file !== undefined)
    say(
      'file',
      'Vælg en fil eller skriv en adresse, ikke begge dele.',
      'Choose a file or give an address, not both.',
    );
  return problems;
}
