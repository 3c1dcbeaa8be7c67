import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../test/chromium.ts';
import { seedCommunity, seedPerson } from '../../../test/people.ts';
import { startSite, type Site } from '../../../test/site.ts';

let site: Site;
let browser: Browser;
before(async () => {
  site = await startSite();
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  await site.close();
});

/** Signs in with the code on the console. */
async function withCode(page: Page, email: string): Promise<void> {
  await page.goto(`${site.url}/sign-in`);
  await page.fill('input[name=email]', email);
  await page.getByRole('button', { name: 'Send mig en kode' }).click();
  const code = /\d{6}$/.exec(site.warnings.at(-1) ?? '')?.[0] as string;
  await page.fill('input[name=code]', code);
  await page.getByRole('button', { name: 'Log ind' }).click();
}

test('a passkey made on one’s own page signs in, and no longer once it is removed', async () => {
  await seedCommunity(site.db);
  const id = await seedPerson(site.db, { name: 'Asta Prøve', email: 'asta@by.example' });
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await withCode(page, 'asta@by.example');
  await page.goto(`${site.url}/people/${id}`);
  await page.getByLabel('Hvad hedder enheden?').fill('Prøvetelefon');
  await page.getByRole('button', { name: 'Lav en adgangsnøgle her' }).click();
  await page.getByText('Adgangsnøglen er lavet.').waitFor();
  await page.getByRole('rowheader', { name: 'Prøvetelefon' }).waitFor();

  await context.clearCookies();
  await page.goto(`${site.url}/sign-in?next=/people/${id}`);
  await page.getByRole('button', { name: 'Brug min adgangsnøgle' }).click();
  await page.getByRole('heading', { level: 1, name: 'Asta Prøve' }).waitFor();
  const used = await site.db.selectFrom('passkeys').select('used_at').executeTakeFirstOrThrow();
  assert.notEqual(used.used_at, null);

  await page.getByRole('link', { name: 'Fjern Prøvetelefon' }).click();
  await page.getByRole('button', { name: 'Fjern adgangsnøglen' }).click();
  await page.getByText('Adgangsnøglen er fjernet.').waitFor();
  await context.clearCookies();
  await page.goto(`${site.url}/sign-in`);
  await page.getByRole('button', { name: 'Brug min adgangsnøgle' }).click();
  await page.getByText('Adgangsnøglen kendes ikke her').waitFor();
  await context.close();
});
