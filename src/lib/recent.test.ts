import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Recent } from './recent.ts';

test('what was asked lately is worked out once; the oldest question is forgotten first', () => {
  const recent = new Recent<{ of: string }>(2);
  const worked: string[] = [];
  const ask = (question: string) =>
    recent.about(question, () => {
      worked.push(question);
      return { of: question };
    });
  assert.equal(ask('a'), ask('a'));
  assert.deepEqual(ask('b'), { of: 'b' });
  ask('c');
  ask('b');
  assert.deepEqual(worked, ['a', 'b', 'c']);
  assert.deepEqual(ask('a'), { of: 'a' });
  assert.deepEqual(worked, ['a', 'b', 'c', 'a']);
});
