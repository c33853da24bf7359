import { expect, test } from 'vitest';
import { latestOf } from './use-latest.ts';

const all = Array.from({ length: 450 }, (_, at) => at + 1);

test.each([
  { reach: 200, from: 251, to: 450, before: 250, after: 0 },
  { reach: 400, from: 51, to: 450, before: 50, after: 0 },
  { reach: 600, from: 1, to: 400, before: 0, after: 50 },
])('what reaches back $reach places begins with $from and ends with $to', ({ reach, from, to, before, after }) => {
  const latest = latestOf(all, reach);
  expect([latest.shown[0], latest.shown.at(-1), latest.before, latest.after]).toEqual([from, to, before, after]);
});

test('of few all stand there', () => {
  expect(latestOf([1, 2], 200)).toEqual({ shown: [1, 2], before: 0, after: 0 });
  expect(latestOf([], 200)).toEqual({ shown: [], before: 0, after: 0 });
});
