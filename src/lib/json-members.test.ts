import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { elementsOf, membersOf, rootSpan, withEdits } from './json-members.ts';
import type { Span } from './json-members.ts';

const at = (text: string, span: Span): unknown => JSON.parse(text.slice(span.start, span.end));

test('every member and element of any JSON text is found where it stands', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\t', 2, 7), (value, indent) => {
      const text = `\ufeff ${JSON.stringify(value, null, indent)} \n`;
      const root = rootSpan(text);
      const parsed: unknown = JSON.parse(JSON.stringify(value));
      assert.deepEqual(at(text, root), parsed);
      if (Array.isArray(parsed))
        assert.deepEqual(
          elementsOf(text, root).map((span) => at(text, span)),
          parsed,
        );
      else if (parsed !== null && typeof parsed === 'object')
        assert.deepEqual(
          membersOf(text, root).map((member) => [member.key, at(text, member.value)]),
          Object.entries(parsed),
        );
    }),
  );
});

test('a key written twice is found twice', () => {
  const text = '{"a":1 , "a" : [{"b":"}"}]}';
  assert.deepEqual(
    membersOf(text, rootSpan(text)).map((member) => at(text, member.value)),
    [1, [{ b: '}' }]],
  );
});

test('a very deep nesting is stepped over', () => {
  const text = `{"deep":${'['.repeat(200_000)}${']'.repeat(200_000)},"after":1}`;
  assert.deepEqual(
    membersOf(text, rootSpan(text)).map((member) => member.key),
    ['deep', 'after'],
  );
});

test('an edit changes only its place', () => {
  assert.equal(
    withEdits('{"a": 1, "b": 2}', [
      { span: { start: 14, end: 15 }, text: '3' },
      { span: { start: 6, end: 7 }, text: '"x"' },
    ]),
    '{"a": "x", "b": 3}',
  );
});
