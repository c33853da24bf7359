import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median, percentile, ratioOfRounds, summarise } from './statistics.ts';

test('percentiles are values that were measured, by nearest rank', () => {
  const values = [15, 20, 35, 40, 50];
  expect([0, 0.05, 0.3, 0.4, 0.5, 1].map((share) => percentile(values, share))).toEqual([15, 15, 20, 20, 35, 50]);
  expect(percentile([7], 0.95)).toBe(7);
  expect(
    percentile(
      [...Array(100).keys()].map((i) => i + 1),
      0.95,
    ),
  ).toBe(95);
});

test('a percentile is one of the values, and enough of them lie at or below it', () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), share, (values, at) => {
      const found = percentile(values, at);
      expect(values).toContain(found);
      const below = values.filter((value) => value <= found).length;
      expect(below).toBeGreaterThanOrEqual(at * values.length - 1e-9);
      expect(values.filter((value) => value < found).length).toBeLessThan(at * values.length);
    }),
  );
});

test('the middle of an even number lies between', () => {
  expect(median([4, 1])).toBe(2.5);
  expect(median([9, 1, 5])).toBe(5);
  expect(() => median([])).toThrow('Nothing was measured');
});

test('a rate counts what was completed in the time it took, however many ran at once', () => {
  expect(summarise([10, 10, 20, 20], 30)).toEqual({ samples: 4, p50: 10, p95: 20, rate: 4000 / 30 });
});

test('one disturbed round does not decide a ratio', () => {
  expect(ratioOfRounds([50, 5, 60], [100, 100, 100])).toBe(0.5);
  expect(() => ratioOfRounds([1], [1, 2])).toThrow('pairs');
});
