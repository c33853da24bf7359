import { expect, test } from 'vitest';
import { ticksOf } from './ticks.ts';

const sydney = { timeZone: 'Australia/Sydney', language: 'en-GB' };
const ticks = (from: string, to: string) =>
  ticksOf(Date.parse(from), Date.parse(to), sydney).map(({ at, label }) => [new Date(at).toISOString(), label]);

test('days begin by the reader’s clock, also where it is changed meanwhile', () => {
  // Clocks went forward on Sunday, 4 October at 2:00.
  expect(ticks('2026-10-03T00:00:00Z', '2026-10-05T14:00:00Z')).toEqual([
    ['2026-10-03T02:00:00.000Z', '12:00'],
    ['2026-10-03T14:00:00.000Z', 'Sun 4'],
    ['2026-10-04T01:00:00.000Z', '12:00'],
    ['2026-10-04T13:00:00.000Z', 'Mon 5'],
    ['2026-10-05T01:00:00.000Z', '12:00'],
    ['2026-10-05T13:00:00.000Z', 'Tue 6'],
  ]);
});

test('the longer the time, the fewer the marks of it', () => {
  expect(ticks('2026-01-01T00:00:00Z', '2026-04-01T00:00:00Z').length).toBeLessThanOrEqual(7);
  expect(ticks('2026-01-01T00:00:00Z', '2026-01-01T04:00:00Z').map(([, label]) => label)).toEqual([
    '11:00',
    '12:00',
    '13:00',
    '14:00',
    '15:00',
  ]);
  expect(ticks('2020-01-01T00:00:00Z', '2026-01-01T00:00:00Z').length).toBeLessThanOrEqual(7);
});
