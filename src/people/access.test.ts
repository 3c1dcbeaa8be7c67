import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { began, seedCommunity, seedPerson, seedSeat } from '../../test/people.ts';
import type { ParsedMail } from 'mailparser';
import { startPostbox, startSite, type Postbox, type Site } from '../../test/site.ts';
import { newId } from '../lib/id.ts';
import { makeToken } from './make-token.ts';

const addressOf = (mail: ParsedMail | undefined) => (mail?.to as { text: string } | undefined)?.text;

const now = '2026-11-24T09:00:00Z';

/** A community whose business manager is Mona; gives tokens for her and for Asta, who has two passkeys. */
async function settle(site: Site) {
  const { secretariat } = await seedCommunity(site.db);
  const mona = await seedPerson(site.db, { name: 'Mona Leder', email: 'mona@by.example' });
  await seedSeat(site.db, { body: secretariat, person: mona, role: 'business-manager' });
  const asta = await seedPerson(site.db, { name: 'Asta Prøve', email: 'asta@by.example' });
  const passkeys = [newId(), newId()];
  for (const id of passkeys)
    await site.db
      .insertInto('passkeys')
      .values({
        id,
        person_id: asta,
        credential_id: id,
        public_key: Buffer.from([1]),
        counter: 0,
        name: 'Telefon',
        created_at: began,
      })
      .execute();
  const tokenOf = async (personId: string) =>
    (await makeToken(site.db, { personId, name: 'prøve', expiresAt: null }, began)).token;
  return { mona: await tokenOf(mona), asta: await tokenOf(asta), astaId: asta, passkeys };
}

describe('where no mail is sent', () => {
  let site: Site;
  before(async () => {
    site = await startSite({ baseUrl: 'https://faelled.example', now });
  });
  after(() => site.close());

  test('a passkey can be removed, but not the last one, and the refusal says what to do', async () => {
    const { asta, passkeys } = await settle(site);
    const remove = (id: string) => site.visitor().json('DELETE', `/api/v1/passkeys/${id}`, undefined, asta);
    assert.equal((await remove(passkeys[0] as string)).status, 200);
    const last = await remove(passkeys[1] as string);
    assert.equal(last.status, 409);
    assert.match(last.text, /person\.last-way-in/);
    assert.match(last.text, /Lav en adgangsnøgle mere/);
    const left = await site.db.selectFrom('passkeys').select('id').execute();
    assert.deepEqual(
      left.map((row) => row.id),
      [passkeys[1]],
    );
  });
});

describe('where mail is sent', () => {
  let postbox: Postbox;
  let site: Site;
  let settled: Awaited<ReturnType<typeof settle>>;
  before(async () => {
    postbox = await startPostbox();
    site = await startSite({ smtpUrl: postbox.url, now });
    settled = await settle(site);
  });
  after(async () => {
    await site.close();
    await postbox.close();
  });

  test('the last passkey can be removed, for a code by e-mail is a way in', async () => {
    for (const id of settled.passkeys) {
      const answer = await site.visitor().json('DELETE', `/api/v1/passkeys/${id}`, undefined, settled.asta);
      assert.equal(answer.status, 200, answer.text);
    }
  });

  test('whoever’s address is changed is told at the old one, and signs in with the new one only', async () => {
    const person = `/api/v1/people/${settled.astaId}`;
    const visitor = site.visitor();
    await visitor.json('PATCH', person, { name: 'Asta Prøvesen' }, settled.mona);
    await visitor.json('PATCH', person, { email: 'asta@ny.example' }, settled.mona);
    const [told, ...more] = await postbox.received(1);
    assert.deepEqual(more, [], 'a new name tells nobody');
    assert.equal(addressOf(told), 'asta@by.example');
    assert.match(told?.subject ?? '', /Din e-mail i Fælled er ændret/);
    assert.ok(!told?.text?.includes('asta@ny.example'), 'the new address is not given away');
    await visitor.post('/sign-in', { email: 'asta@by.example' });
    await visitor.post('/sign-in', { email: 'asta@ny.example' });
    const mails = await postbox.received(2);
    assert.deepEqual(mails.slice(1).map(addressOf), ['asta@ny.example']);
  });

  test('when a token was last used is kept to the quarter of an hour', async () => {
    const use = async (at: string) => {
      site.setNow(at);
      await site.visitor().json('GET', '/api/v1/me', undefined, settled.mona);
      const row = await site.db
        .selectFrom('api_tokens as t')
        .innerJoin('people as p', 'p.id', 't.person_id')
        .select('t.used_at')
        .where('p.email', '=', 'mona@by.example')
        .executeTakeFirstOrThrow();
      return Temporal.Instant.from(row.used_at as string).toString();
    };
    assert.equal(await use('2026-11-24T10:00:00Z'), '2026-11-24T10:00:00Z');
    assert.equal(await use('2026-11-24T10:10:00Z'), '2026-11-24T10:00:00Z');
    assert.equal(await use('2026-11-24T10:16:00Z'), '2026-11-24T10:16:00Z');
  });
});
