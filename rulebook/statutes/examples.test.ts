import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answer } from './answer.ts';
import { statutesEditions } from './editions.ts';

for (const statutes of statutesEditions)
  describe(`the examples of ${statutes.name.en.toLowerCase()} hold`, () => {
    for (const rule of statutes.rules)
      for (const { says, question, answer: expected } of rule.examples)
        test(`${rule.id}: ${says.en}`, () => assert.deepEqual(answer(statutes, question), expected));
  });
