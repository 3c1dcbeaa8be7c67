import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { serve, type Http } from '../../test/http.ts';
import { stepsOf } from '../../test/steps.ts';

let c: TestCommunity;
let http: Http;
before(async () => {
  c = await testCommunity('2025');
  http = await serve(c);
});
after(async () => {
  await http.end();
  await c.end();
});

const folded =
  /<details class="details"[^>]*>(?:(?!<\/details>)[^])*Har et andet organ besluttet det\?[^]*?<\/details>/;

test('where the secretariat decides nobody is asked for votes, unless another body has decided it', async () => {
  const { slug } = await stepsOf(c, '2025').idea('Uden stemmer');
  const list = await http.get('manager', `/cases?kind=placement&initiative=${slug}`);
  const page = await http.get('manager', /\/cases\/\d+/.exec(list.text)?.[0] as string);
  const [fold = ''] = folded.exec(page.text) ?? [];
  assert.match(fold, /name="body"/);
  assert.match(fold, /name="votes.for"/);
  assert.doesNotMatch(page.text.replace(fold, ''), /name="votes\./);
});
