import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { testCommunity, type Person, type TestCommunity } from '../community.ts';
import { serve, type Answer, type Http } from '../http.ts';

/** What a browser without JavaScript would send for a form: hidden fields, choices made and texts filled in beforehand. */
function sentBy(html: string, action: string): Record<string, string> {
  const form = html
    .split('<form ')
    .slice(1)
    .find((part) => part.slice(0, part.indexOf('>')).includes(`action="${action.replaceAll('&', '&amp;')}"`));
  assert.ok(form, `there is a form that sends to ${action}`);
  const text = form.slice(0, form.indexOf('</form>'));
  const attribute = (tag: string, name: string): string | undefined => {
    const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    return found?.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  };
  const values: Record<string, string> = {};
  for (const [tag] of text.matchAll(/<input [^>]*>/g)) {
    const name = attribute(tag, 'name');
    const kind = attribute(tag, 'type');
    const isChoice = kind === 'radio' || kind === 'checkbox';
    if (name === undefined || kind === 'file' || (isChoice && !/\schecked/.test(tag))) continue;
    values[name] = attribute(tag, 'value') ?? (isChoice ? 'on' : '');
  }
  for (const [, head = '', body = ''] of text.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = /<option[^>]*\sselected[^>]*>/.exec(body)?.[0] ?? '';
    const name = attribute(head, 'name');
    if (name !== undefined) values[name] = attribute(chosen, 'value') ?? '';
  }
  for (const [, head = '', body = ''] of text.matchAll(/<textarea([^>]*)>(.*?)<\/textarea>/gs)) {
    const name = attribute(head, 'name');
    if (name !== undefined) values[name] = body;
  }
  return values;
}

/** Links of a forecast that lead to something to do, not to a rule or a person. */
const isWayOn = /^\/(?:initiatives|cases|bodies)\//;

for (const [edition, level] of [
  ['2016', 'N2'],
  ['2025', 'N1'],
] as const)
  describe(`from idea to ${level} product in edition ${edition}, with forms and links only`, () => {
    let c: TestCommunity;
    let http: Http;
    let slug = '';
    const done: string[] = [];
    before(async () => {
      c = await testCommunity(edition);
      http = await serve(c);
    });
    after(async () => {
      await http.end();
      await c.end();
    });

    /** Sends a form as it stands on its page, with some fields filled in, and follows where it leads. */
    const send = async (
      person: Person,
      path: string,
      fill: Readonly<Record<string, string>>,
      action = path,
    ): Promise<string> => {
      const page = await http.get(person, path);
      assert.equal(page.status, 200, `${person} sees ${path}`);
      let answer: Answer = await http.post(person, action.split('?')[0] as string, {
        ...sentBy(page.text, action),
        ...fill,
      });
      if (answer.status === 200)
        answer = await http.post(person, action.split('?')[0] as string, {
          ...sentBy(answer.text, action),
          _step: 'confirm',
        });
      assert.equal(answer.status, 303, `${person} sends ${action}: ${reasons(answer.text)}`);
      done.push(`${person}: ${action}`);
      return String(answer.headers['location']);
    };

    const reasons = (html: string): string =>
      [...html.matchAll(/(?:class="refusal-says">|-problem">|class="error-summary").*?<\/(?:p|div)>/gs)]
        .map(([text]) => text.replaceAll(/<[^>]*>/g, ' '))
        .join(' | ');

    /** Does what a link of the forecast leads to. */
    const follow = async (person: Person, path: string): Promise<void> => {
      const query = new URLSearchParams(path.split('?')[1]);
      const has = (pattern: RegExp) => pattern.test(path);
      if (has(/\/place$/)) await send(person, path, { level, reason: 'Det rette niveau' });
      else if (has(/\/requirements\//))
        await send(person, `${path}/assess`, {
          voice: person === 'manager' ? 'community' : 'self',
          verdict: 'met',
          explanation: 'Se kilden',
        });
      else if (has(/\/participants\/new/))
        await send(person, path, {
          organisation: query.get('role') === 'uses' ? c.organisations.aarhus : c.organisations.ballerup,
        });
      else if (has(/role=project-owner/)) await send(person, path, { person: c.people.projectOwner });
      else if (has(/role=project-manager/))
        await send(person, path, { person: c.people.projectManager, qualification: 'certified' });
      else if (has(/\/budgets\/new/)) {
        const next = await send(person, path, {
          amount: '100.000',
          funding: level === 'N1' ? 'local' : 'community',
        });
        assert.match(next, /^\/cases\/new\?/, 'and then has it approved');
      } else if (has(/\/bodies\/new/)) await send(person, path, { name: `Gruppe ${query.get('kind')}` });
      else if (has(/\/seats\/new/))
        await send(person, path, { person: c.people.steeringChair, role: 'chair', voting: 'true' });
      else if (has(/\/inform-board$/))
        await send(person, path, { question: 'Nyt', statement: 'Til orientering' });
      else if (has(/^\/cases\/new/))
        await send(person, path, {
          question: 'Skal vi?',
          statement: 'Sådan ligger det.',
          recommendation: 'Det indstilles.',
        });
      else if (has(/^\/cases\/\d+$/))
        await send(
          person,
          path,
          {
            outcome: 'approved',
            reason: 'Ja tak til det',
            'votes.for': person === 'manager' ? '4' : '1',
            'votes.against': '0',
            'votes.abstaining': '0',
          },
          `${path}/decision`,
        );
      else if (has(/\/move\?to=/)) await send(person, path, { reason: 'Alt er på plads' });
      else assert.fail(`the forecast leads somewhere unknown: ${path}`);
    };

    test('a member registers the idea on the page that the list of projects leads to', async () => {
      assert.ok((await http.get('member', '/projects')).text.includes('href="/initiatives/new"'));
      const next = await send('member', '/initiatives/new', {
        name: 'Fælles nøgle',
        summary: 'Én nøgle til alle døre',
        origin: 'community',
      });
      slug = /^\/initiatives\/([^?]+)/.exec(next)?.[1] ?? '';
      assert.equal(slug, 'faelles-noegle');
    });

    test('what the forecast links to, done by those it is shown to, leads all the way', async () => {
      const cast: readonly Person[] = [
        'manager',
        'projectManager',
        'projectOwner',
        'steeringChair',
        'member',
        'chair',
      ];
      const stage = async () =>
        (
          await c.app.db
            .selectFrom('initiatives')
            .select('stage')
            .where('slug', '=', slug)
            .executeTakeFirstOrThrow()
        ).stage;
      for (let turn = 0; turn < 200 && (await stage()) !== 'product'; turn += 1) {
        let acted = false;
        for (const person of cast) {
          const page = await http.get(person, `/initiatives/${slug}/forecast`);
          const target = page.text.slice(page.text.indexOf('id="target"'), page.text.indexOf('id="steps"'));
          const links = [...target.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>([^<]*)<\/a>/g)];
          const path = links
            .filter(([, href = '', label = '']) => isWayOn.test(href) && !/^Se (?:kravet|sag)/.test(label))
            .map(([, href = '']) => href.replaceAll('&amp;', '&'))[0];
          if (path === undefined) continue;
          await follow(person, path);
          acted = true;
          break;
        }
        assert.ok(
          acted,
          `somebody can do something at the stage ${await stage()}; done so far:\n${done.join('\n')}`,
        );
      }
      assert.equal(await stage(), 'product');
    });
  });
