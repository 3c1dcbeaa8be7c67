import { titledUnder } from '../../rules/community.ts';
import { z } from 'zod';
import type { Refusal } from '../../../rulebook/rule.ts';
import type { Tx } from '../../db/client.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { id } from '../../lib/inputs.ts';
import { aboutPerson, lockPerson, personBy, personSnapshot } from '../load.ts';
import { peoplePermissions } from '../permissions.ts';
import { openPlaces, placeText, type Place } from '../places.ts';
import { personClosed, personReopened } from '../answers.ts';

const params = z.object({ id: id() });
const ofPerson = peoplePermissions['close-person'];

/**
 * A person has left. Places still held are not ended on the quiet, since others may be the ones to end them: the deed
 * is refused and says which they are. Sessions and tokens stop at once; what the person did stays on record.
 */
export const closePerson = defineDeed({
  name: 'close-person',
  title: { da: 'Luk adgangen', en: 'Close the access' },
  explains: {
    da: 'Når en person er holdt op. Personen logges ud overalt, og tokens holder op med at virke. Det, personen har gjort, bliver stående. Pladser og roller afsluttes først.',
    en: 'When a person has left. The person is signed out everywhere and tokens stop working. What the person did stays on record. Seats and roles are ended first.',
  },
  done: { da: 'Adgangen er lukket.', en: 'The access is closed.' },
  api: { method: 'POST', path: '/people/:id/close' },
  answers: personClosed,
  form: '/people/:id/close',
  params,
  input: z.object({}),
  grounds: ofPerson,
  fields: [],
  about: aboutPerson,
  scope: async (db, { id: personId }) => ({ personId: (await personBy(db, personId)).id }),
  run: async ({ tx, params: { id: personId }, now, today, edition }) => {
    const row = await lockPerson(tx, personId);
    if (row.closed_on !== null && row.closed_on <= today)
      return {
        problems: [
          { path: '', says: { da: 'Adgangen er lukket i forvejen.', en: 'The access is closed already.' } },
        ],
      };
    const open = await openPlaces(tx, row.id, today);
    if (open.length > 0) return { refused: [stillHeld(edition, open)] };
    await tx.updateTable('people').set({ closed_on: today }).where('id', '=', row.id).execute();
    const [sessions, tokens] = [
      await revoke(tx, 'sessions', row.id, now),
      await revoke(tx, 'api_tokens', row.id, now),
    ];
    const after = personSnapshot({ ...row, closed_on: today });
    return {
      output: { id: row.id, name: row.name, closedOn: today, revoked: { sessions, tokens } },
      subject: { kind: 'person', id: row.id },
      before: personSnapshot(row),
      after: { ...after, revoked: { sessions, tokens } },
      next: `/people/${row.id}`,
    };
  },
});

/** Someone closed by mistake, or who has come back. Seats and roles are given anew. */
export const reopenPerson = defineDeed({
  name: 'reopen-person',
  title: { da: 'Åbn adgangen igen', en: 'Open the access again' },
  explains: {
    da: 'Personen kan logge ind igen med sin e-mail. Pladser, roller og tokens skal gives på ny.',
    en: 'The person can sign in again with the e-mail. Seats, roles and tokens must be given anew.',
  },
  done: { da: 'Adgangen er åben igen.', en: 'The access is open again.' },
  api: { method: 'POST', path: '/people/:id/reopen' },
  answers: personReopened,
  form: '/people/:id/reopen',
  params,
  input: z.object({}),
  grounds: peoplePermissions['reopen-person'],
  fields: [],
  about: aboutPerson,
  scope: async (db, { id: personId }) => ({ personId: (await personBy(db, personId)).id }),
  run: async ({ tx, params: { id: personId } }) => {
    const row = await lockPerson(tx, personId);
    if (row.closed_on === null)
      return {
        problems: [{ path: '', says: { da: 'Adgangen er åben.', en: 'The access is open.' } }],
      };
    await tx.updateTable('people').set({ closed_on: null }).where('id', '=', row.id).execute();
    return {
      output: { id: row.id, name: row.name, closedOn: null },
      subject: { kind: 'person', id: row.id },
      before: personSnapshot(row),
      after: personSnapshot({ ...row, closed_on: null }),
      next: `/people/${row.id}`,
    };
  },
});

async function revoke(
  tx: Tx,
  table: 'sessions' | 'api_tokens',
  personId: string,
  now: string,
): Promise<number> {
  const result = await tx
    .updateTable(table)
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

const stillHeld = (edition: string, open: readonly Place[]): Refusal => ({
  rule: 'person.close',
  says: {
    da: 'Adgangen kan ikke lukkes, så længe personen har pladser eller roller.',
    en: 'The access cannot be closed while the person holds seats or roles.',
  },
  source: { edition, document: 'Fælled', section: 'Personer' },
  because: {
    da: `Personen er stadig: ${open.map((place) => placeText(titledUnder(edition), place).da).join('; ')}.`,
    en: `The person is still: ${open.map((place) => placeText(titledUnder(edition), place).en).join('; ')}.`,
  },
  cure: {
    da: 'Afslut pladserne på organernes sider og rollerne på initiativernes, og luk så adgangen.',
    en: 'End the seats on the pages of the bodies and the roles on those of the initiatives, then close the access.',
  },
});
