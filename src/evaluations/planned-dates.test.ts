import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateIn } from './planned-dates.ts';

const texts: readonly [string, string | null][] = [
  ['Vision og mission forventes klar 3. kvartal 2026.', '2026-09-30'],
  ['Q1 2027', '2027-03-31'],
  ['klar i februar 2028', '2028-02-29'],
  ['senest 30. september 2026', '2026-09-30'],
  ['02-07-2026', '2026-07-02'],
  ['[14-08-2026]', '2026-08-14'],
  ['2026-06-23', '2026-06-23'],
  ['2026-08-06T11:45:39.340Z', '2026-08-06'],
  ['ultimo 2026', '2026-12-31'],
  ['i løbet af 2027', '2027-12-31'],
  ['først i maj 2027, siden 1. kvartal 2028', '2027-05-31'],
  ['31-02-2026, altså marts 2026', '2026-03-31'],
  ['dd-mm-yyyy', null],
  ['siden 2022', null],
  ['version 5. kvartal', null],
  ['', null],
];
for (const [text, date] of texts)
  test(`“${text}” names ${date ?? 'no date'}`, () => assert.equal(dateIn(text)?.date ?? null, date));
