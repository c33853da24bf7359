import { expect, test } from 'vitest';
import { duration, progressTo } from './progress.ts';

/** What is written while `steps` (seconds, count) go by, of 1,000. */
function written(isTTY: boolean, steps: readonly (readonly [seconds: number, done: number])[]): string[] {
  const lines: string[] = [];
  let now = 0;
  const out = { isTTY, write: (text: string) => lines.push(text) };
  const show = progressTo(out, 'rows', () => now);
  for (const [seconds, done] of steps) {
    now = seconds * 1000;
    show('Importing', done, 1_000);
  }
  return lines;
}

test('on a terminal one line is written over and over, with the rate and the time left', () => {
  const lines = written(true, [
    [0, 0],
    [1, 100],
    [2, 200],
    [10, 1_000],
  ]);
  expect(lines[2]).toBe('\rImporting [#####...................] 20 % · 200 of 1,000 rows · 100/s · 8 s left\u001b[K');
  expect(lines.filter((line) => line.endsWith('\n'))).toHaveLength(1);
  expect(lines.at(-1)).toMatch(/100 % · 1,000 of 1,000 rows · 100\/s\S*\n$/);
});

test('elsewhere there is a line every ten seconds, and the first and last', () => {
  const steps = Array.from({ length: 31 }, (_, second) => [second, second * 10] as const);
  const lines = written(false, [...steps, [31, 1_000]]);
  expect(lines.map((line) => / (\d+) %/.exec(line)?.[1])).toEqual(['0', '10', '20', '30', '100']);
});

test('the rate is that of the last stretch, and there is one also where little happens', () => {
  const lines = written(false, [
    [0, 0],
    [10, 500],
    [60, 510],
    [120, 516],
  ]);
  expect(lines[1]).toContain(' 50/s');
  expect(lines.at(-1)).toContain(' 0.1/s · 1 h 20 min left');
});

test('the end is told once', () => {
  for (const isTTY of [true, false]) {
    const lines = written(isTTY, [
      [0, 0],
      [1, 1_000],
      [2, 1_000],
    ]);
    expect(lines).toHaveLength(2);
  }
});

test('nothing to do is done', () => {
  const lines: string[] = [];
  progressTo({ write: (text: string) => lines.push(text) }, 'rows')('Importing', 0, 0);
  expect(lines.join('')).toContain('100 %');
});

test.each([
  [0.4, '0 s'],
  [59.4, '59 s'],
  [200, '3 min 20 s'],
  [7_500, '2 h 5 min'],
])('%s seconds are %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});
