import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { createServer } from '../../src/app.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { newId } from '../../src/lib/id.ts';
import { cookieName } from '../../src/people/session.ts';
import type { Person, TestCommunity } from '../community.ts';

interface WindowOptions extends BrowserContextOptions {
  /** No mouse: everything is reached with Tab and done with keys. */
  readonly keyboard?: boolean;
}

/** A test community that browsers can open. */
export interface OpenSite {
  /** Opens a browser window as somebody who is signed in, or as a visitor. */
  window(person: Person | null, options?: WindowOptions): Promise<Window>;
  end(): Promise<void>;
}

/** Listens on a port of its own. */
export async function openSite(c: TestCommunity, browser: Browser): Promise<OpenSite> {
  const server = createServer(c.app);
  await server.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return {
    window: async (person, { keyboard = false, ...options } = {}) => {
      const context = await browser.newContext({ ...options, baseURL: url });
      context.setDefaultTimeout(15_000);
      if (person !== null)
        await context.addCookies([{ name: cookieName(c.app), value: await signedIn(c, person), url }]);
      return new Window(await context.newPage(), person ?? 'a visitor', keyboard);
    },
    end: async () => {
      for (const context of browser.contexts()) await context.close();
      await server.close();
    },
  };
}

async function signedIn(c: TestCommunity, person: Person): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = c.app.clock().toString();
  await c.app.db
    .insertInto('sessions')
    .values({
      id: newId(),
      person_id: c.people[person],
      token_hash: sha256(token),
      how: 'code',
      created_at: now,
      seen_at: now,
      expires_at: '2099-01-01T00:00:00Z',
    })
    .execute();
  return token;
}

/** What a field is: `select`, or the type of an input or of a text area. */
const kindOf = (field: Locator): Promise<string> =>
  field.evaluate((element) => ('type' in element ? String(element.type).replace(/-one$/, '') : ''));

/** A label as it stands, with or without the remark that the field may be left empty. */
const labelled = (label: string): RegExp =>
  new RegExp(`^${RegExp.escape(label)}( \\((valgfrit|optional)\\))?$`);

/** What somebody does in a browser, in the words that stand on the page. */
export class Window {
  readonly page: Page;
  readonly who: string;
  readonly #keyboard: boolean;
  /** Pages that had to be moved sideways to be read. */
  readonly tooWide: string[] = [];
  constructor(page: Page, who: string, keyboard: boolean) {
    this.page = page;
    this.who = who;
    this.#keyboard = keyboard;
  }

  async go(path: string): Promise<void> {
    const answer = await this.page.goto(path);
    assert.equal(answer?.status(), 200, `${this.who} sees ${path}`);
    await this.#measure();
  }

  /** Presses the link or button that is called so. */
  async press(name: string | RegExp): Promise<void> {
    await this.does(`presses ${name}`, async () => {
      const target = this.called(name).first();
      if (!this.#keyboard) return target.click();
      await this.#reach(target);
      // the page that follows may be one with the same address
      const left = this.page.waitForEvent('framenavigated');
      await this.page.keyboard.press('Enter');
      await left;
    });
    await this.page.waitForLoadState('load');
    await this.#measure();
  }

  async #measure(): Promise<void> {
    const over = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) this.tooWide.push(await this.path());
  }

  /** Fills in fields by their labels: text, a day, or what to choose. */
  async fillIn(fields: Readonly<Record<string, string | boolean>>): Promise<void> {
    for (const [label, value] of Object.entries(fields))
      await this.does(`fills in ${label}`, async () => {
        const field = this.main().getByLabel(labelled(label)).first();
        if (this.#keyboard) return this.#type(field, value);
        if (typeof value === 'boolean') return field.setChecked(value);
        if ((await kindOf(field)) === 'select') await field.selectOption({ label: value });
        else await field.fill(value);
      });
  }

  async #type(field: Locator, value: string | boolean): Promise<void> {
    const { keyboard } = this.page;
    const kind = await kindOf(field);
    await this.#reach(field);
    if (kind === 'radio') {
      await keyboard.press('Space');
      assert.ok(await field.isChecked());
    } else if (kind === 'checkbox') {
      if ((await field.isChecked()) !== value) await keyboard.press('Space');
    } else if (kind === 'date') {
      // the browser asks for the parts in the order of its own language
      const [year, month, day] = String(value).split('-');
      const order = await this.page.evaluate(() => new Intl.DateTimeFormat().format(new Date(2000, 11, 31)));
      await keyboard.type(order.startsWith('12') ? `${month}${day}${year}` : `${day}${month}${year}`);
      assert.equal(await field.inputValue(), value);
    } else if (kind === 'time') {
      const [hour, minute] = String(value).split(':');
      await keyboard.type(`${hour}${minute}${Number(hour) < 12 ? 'A' : 'P'}`);
      assert.equal(await field.inputValue(), value);
    } else {
      await keyboard.type(String(value));
      if (kind === 'select') assert.equal(await field.locator('option:checked').innerText(), value);
    }
  }

  /** Goes on with Tab, from where the focus is, until the target has it; inside a group of radio buttons with the arrows. */
  async #reach(target: Locator): Promise<void> {
    await target.waitFor();
    for (let presses = 0; presses < 400; presses += 1) {
      const at = await target.evaluate((element) => {
        const here = document.activeElement;
        if (element === here) return 'there';
        const sameGroup =
          element instanceof HTMLInputElement &&
          here instanceof HTMLInputElement &&
          element.type === 'radio' &&
          here.type === 'radio' &&
          element.name === here.name;
        return sameGroup ? 'group' : 'elsewhere';
      });
      if (at === 'there') return;
      await this.page.keyboard.press(at === 'group' ? 'ArrowDown' : 'Tab');
    }
    assert.fail('it cannot be reached with the keyboard');
  }

  /** Waits until the page says so. */
  async sees(text: string | RegExp): Promise<void> {
    await this.does(`sees ${text}`, async () => this.main().getByText(text).first().waitFor());
  }

  async path(): Promise<string> {
    return new URL(this.page.url()).pathname;
  }

  main(): Locator {
    return this.page.locator('main');
  }

  /** Links and buttons called so, also where their names go on with what they are about: `Læs sagen: Skal vi?`. */
  called(name: string | RegExp): Locator {
    const named = typeof name === 'string' ? new RegExp(`^${RegExp.escape(name)} ?(:|$)`) : name;
    return this.main()
      .getByRole('button', { name: named })
      .or(this.main().getByRole('link', { name: named }));
  }

  /** Runs one step; one that fails tells what the page was. */
  async does<T>(step: string, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      const text = (await this.main().innerText()).replaceAll(/\s*\n\s*/g, '\n').slice(0, 3_000);
      throw new Error(`${this.who} ${step} on ${this.page.url()}:\n${text}`, { cause: error });
    }
  }
}
