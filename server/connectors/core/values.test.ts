import { expect, test } from 'vitest';
import {
  addressOf,
  dayOf,
  flagOf,
  hostOf,
  instantOf,
  instantOfSeconds,
  known,
  looseListOf,
  looseOf,
  numberOf,
  textOf,
} from './values.ts';

test.each([
  ['2026-11-24T03:55:10.000+00:00', 'Australia/Brisbane', '2026-11-24T03:55:10.000Z'],
  ['2026-11-24T03:40:00Z', 'Australia/Brisbane', '2026-11-24T03:40:00.000Z'],
  ['2026-11-24T13:40:00+1000', 'UTC', '2026-11-24T03:40:00.000Z'],
  ['2026-11-24 13:40:00', 'Australia/Brisbane', '2026-11-24T03:40:00.000Z'],
  ['2026-11-24T13:40:00.125', 'Australia/Brisbane', '2026-11-24T03:40:00.125Z'],
  ['2026-11-24T13:40', 'Australia/Brisbane', '2026-11-24T03:40:00.000Z'],
  ['2026-07-01 12:00:00', 'Europe/London', '2026-07-01T11:00:00.000Z'],
  ['0001-01-01T00:00:00', 'UTC', null],
  ['1970-01-01T00:00:00Z', 'UTC', null],
  ['2026-13-24T03:40:00', 'UTC', null],
  ['yesterday', 'UTC', null],
  [1795478400, 'UTC', null],
  [null, 'UTC', null],
])('the time %s in %s is %s', (value, zone, instant) => {
  expect(instantOf(value, zone)).toBe(instant);
});

test('seconds, days, flags and numbers are read however they are written', () => {
  expect([instantOfSeconds('1795478400'), instantOfSeconds(0), instantOfSeconds('soon')]).toEqual([
    '2026-11-24T00:00:00.000Z',
    null,
    null,
  ]);
  expect(['2027-03-31T00:00:00', '2027-03-31', '0000-00-00', '2027-02-30', '31/03/2027', 5].map(dayOf)).toEqual([
    '2027-03-31',
    '2027-03-31',
    null,
    null,
    null,
    null,
  ]);
  expect([true, 'false', 'True', 1, '0', 'maybe', null].map(flagOf)).toEqual([
    true,
    false,
    true,
    true,
    false,
    null,
    null,
  ]);
  expect([7, ' 7.5 ', '', 'x', null, Number.NaN].map(numberOf)).toEqual([7, 7.5, null, null, null, null]);
});

test('names lose their domain, addresses are none', () => {
  expect(['acme-dc01.acme.example', 'ACME-DC01', '10.20.0.5', 'fe80::1', '.x', null].map(hostOf)).toEqual([
    'acme-dc01',
    'ACME-DC01',
    null,
    null,
    null,
    null,
  ]);
  expect(['10.20.0.5', ' fe80::1 ', 'acme.example', null].map(addressOf)).toEqual(['10.20.0.5', 'fe80::1', null, null]);
});

test('what is of another type is as if it were missing, and what cannot be kept is left out', () => {
  expect([looseOf(null), looseOf([1]), looseOf('x'), looseOf({ a: 1 })]).toEqual([{}, {}, {}, { a: 1 }]);
  expect([looseListOf({}), looseListOf([null, 1, { a: 1 }])]).toEqual([[], [{ a: 1 }]]);
  expect([textOf(' a\0b '), textOf('\ud800x'), textOf('  '), textOf(5), textOf({})]).toEqual([
    'ab',
    '\ufffdx',
    null,
    '5',
    null,
  ]);
  expect([textOf('PC\u200b-\u206001\ufeff'), textOf('\u200b \u200f'), textOf(`a${'\u0301'.repeat(3_000)}`)]).toEqual([
    'PC-01',
    null,
    `a${'\u0301'.repeat(4)}`,
  ]);
  expect(known({ a: 'x', b: null, c: 'y' })).toEqual({ a: 'x', c: 'y' });
});
