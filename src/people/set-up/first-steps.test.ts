import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startPostbox, startSite, type Postbox, type Site, type Visitor } from '../../../test/site.ts';

/** From nothing to the first placed idea, as a browser without JavaScript goes: only addresses and forms. */
describe('a new community can live', () => {
  let postbox: Postbox;
  let site: Site;
  let manager: Visitor;
  before(async () => {
    postbox = await startPostbox();
    site = await startSite({ smtpUrl: postbox.url });
    manager = site.visitor();
  });
  after(async () => {
    await site.close();
    await postbox.close();
  });

  const done = async (visitor: Visitor, path: string, fields: Record<string, string>): Promise<string> => {
    const answer = await visitor.post(path, fields);
    assert.equal(answer.status, 303, `${path}: ${answer.text.slice(0, 3000)}`);
    return answer.location as string;
  };
  const signIn = async (email: string): Promise<Visitor> => {
    const visitor = site.visitor();
    const before = postbox.mails.length;
    const asked = new URL(await done(visitor, '/sign-in', { email }), site.url);
    const mail = (await postbox.received(before + 1)).at(-1);
    const code = /\d{6}/.exec(mail?.text ?? '')?.[0] as string;
    await done(visitor, '/sign-in/code', { request: asked.searchParams.get('request') as string, code });
    return visitor;
  };

  test('the first visit sets up the community under the edition of 2025 with its three bodies', async () => {
    const own = await done(manager, '/set-up', {
      community: 'Fællesskabet Ny',
      edition: '2025',
      name: 'Mona Først',
      email: 'mona@ny.example',
      organisation: 'Nyby Kommune',
      kind: 'municipality',
    });
    const page = await manager.get(own);
    assert.equal(page.status, 200);
    assert.match(page.text, /<h1>Mona Først<\/h1>/);
    assert.match(page.text, /Registrér nu medlemmer/);
    assert.match(page.text, /sekretariatschef/);
    assert.match(page.text, /Styret efter regelsæt 2025/);
    const bodies = await site.db.selectFrom('bodies').select('kind').orderBy('kind').execute();
    assert.deepEqual(
      bodies.map((body) => body.kind),
      ['board', 'general-assembly', 'secretariat'],
    );
  });

  test('the business manager signs out, and in again with a code', async () => {
    await done(manager, '/sign-out', {});
    manager = await signIn('mona@ny.example');
    const me = JSON.parse((await manager.get('/api/v1/me')).text) as { mandates: { role: string }[] };
    assert.deepEqual(
      me.mandates.map((mandate) => mandate.role),
      ['business-manager'],
    );
  });

  test('an organisation, its person and a chair of the board are registered', async () => {
    const organisation = await done(manager, '/members/new', {
      name: 'Fjordby Kommune',
      kind: 'municipality',
      memberFrom: '2026-01-01',
    });
    const slug = /\/members\/([^?]+)/.exec(organisation)?.[1] as string;
    const { id } = JSON.parse((await manager.get(`/api/v1/organisations/${slug}`)).text) as { id: string };
    const form = await manager.get('/people/new');
    assert.match(form.text, new RegExp(`<option value="${id}">Fjordby Kommune</option>`));
    const person = await done(manager, '/people/new', {
      name: 'Frida Fjord',
      email: 'frida@fjordby.example',
      organisation: id,
      language: 'en',
    });
    const personId = /\/people\/([^?]+)/.exec(person)?.[1] as string;
    await done(manager, '/bodies/bestyrelsen/seats/new', {
      person: personId,
      role: 'chair',
      appointedBy: 'Generalforsamlingen',
    });
    const shown = await manager.get(`/people/${personId}`);
    assert.match(shown.text, /Bestyrelsen/);
    assert.match(shown.text, /frida@fjordby\.example/);
  });

  test('the member’s person signs in, registers an idea, and the business manager places it', async () => {
    const frida = await signIn('frida@fjordby.example');
    assert.match(postbox.mails.at(-1)?.subject ?? '', /Your code/, 'in the person’s language');
    const idea = await done(frida, '/initiatives/new', {
      name: 'Fælles havnekort',
      summary: 'Et kort over alle havne',
      origin: 'community',
    });
    const path = idea.split('?')[0] as string;
    assert.equal((await frida.post(`${path}/place`, { level: 'N1', reason: 'Lille og lokal' })).status, 403);
    await done(manager, `${path}/place`, { level: 'N1', reason: 'Lille og lokal' });
    const placed = JSON.parse((await manager.get(`/api/v1${path}`)).text) as { level: string };
    assert.equal(placed.level, 'N1');
  });
});
