import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatDate,
  formatMoney,
  formatNumber,
  formatShare,
  formatSince,
  formatTime,
  formatWeek,
} from './format.ts';

const rows: readonly [string, string, string][] = [
  ['a date', formatDate('2026-09-24', 'da'), '24. september 2026'],
  ['a date in English', formatDate('2026-01-01', 'en'), '1 January 2026'],
  ['a time in summer', formatTime('2026-09-24T08:00:00Z', 'da'), '24. september 2026 kl. 10.00'],
  ['a time in winter', formatTime('2026-11-24T08:05:00Z', 'da'), '24. november 2026 kl. 09.05'],
  ['a time in English', formatTime('2026-09-24T08:00:00Z', 'en'), '24 September 2026 at 10:00'],
  ['a time after midnight in Copenhagen', formatTime('2026-06-30T22:30:00Z', 'da'), '1. juli 2026 kl. 00.30'],
  ['a week', formatWeek('2026-09-24', 'da'), 'uge 39'],
  ['the first days of 2027 belong to week 53', formatWeek('2027-01-01', 'en'), 'week 53'],
  ['an amount', formatMoney(123456750, 'da'), '1.234.567,50 kr.'],
  ['an amount in English', formatMoney(123456750, 'en'), 'DKK 1,234,567.50'],
  ['no money', formatMoney(0, 'da'), '0,00 kr.'],
  ['a number', formatNumber(10432, 'da'), '10.432'],
  ['a share', formatShare(0.416, 'da'), '42 %'],
  ['today', formatSince('2026-09-24', '2026-09-24', 'da'), 'i dag'],
  ['one day', formatSince('2026-09-23', '2026-09-24', 'da'), '1 dag'],
  ['some days', formatSince('2026-09-12', '2026-09-24', 'en'), '12 days'],
  ['months', formatSince('2026-03-12', '2026-09-24', 'da'), '6 måneder'],
];

for (const [says, actual, expected] of rows)
  test(`${says} is written ${expected}`, () => assert.equal(actual, expected));

for (const wrong of ['', '2026-13-01', '24.09.2026', '2026-09-24T08:00:00Z'])
  test(`${JSON.stringify(wrong)} is not a date`, () =>
    assert.throws(() => formatDate(wrong, 'da'), RangeError));
