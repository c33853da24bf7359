import { expect, test } from 'vitest';
import { daysFrom, draftPicture, partOf } from './picture.ts';

const at = (iso: string) => Date.parse(iso);
const HOUR = 3_600_000;

test('days are those of the zone, also where the clocks change', () => {
  const days = daysFrom(at('2026-10-24T23:30:00Z'), 'Europe/London', 2);
  expect(days.map((ms) => new Date(ms).toISOString())).toEqual([
    '2026-10-24T23:00:00.000Z',
    '2026-10-26T00:00:00.000Z',
    '2026-10-27T00:00:00.000Z',
  ]);
  expect(((days[1] ?? 0) - (days[0] ?? 0)) / HOUR).toBe(25);
});

test('a draft shows each rotation, what comes of them, and where nobody is', () => {
  const rotation = {
    name: '',
    members: ['ann', 'gone'],
    startDate: '2026-11-02',
    handOverTime: '00:00',
    unit: 'day' as const,
    every: 1,
    handOverWeekday: 1,
    hours: [],
  };
  const window = { from: at('2026-11-02T00:00Z'), to: at('2026-11-04T00:00Z') };
  const nameOf = (id: string) => (id === 'ann' ? 'Ann' : null);
  const picture = draftPicture({ timeZone: 'UTC', layers: [rotation] }, nameOf, window);
  expect(picture.rows.map(({ name, pieces }) => [name, pieces.map((piece) => piece.name)])).toEqual([
    ['Rotation 1', ['Ann']],
    ['On call', ['Ann']],
  ]);
  expect(picture.gaps).toEqual([{ from: at('2026-11-03T00:00Z'), to: window.to }]);
  const second = partOf(picture, { from: at('2026-11-03T12:00Z'), to: window.to }, 'last');
  expect(second.rows).toEqual([{ name: 'On call', pieces: [] }]);
  expect(second.gaps).toEqual([{ from: at('2026-11-03T12:00Z'), to: window.to }]);
});
