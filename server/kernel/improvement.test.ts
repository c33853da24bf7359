import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chance, compare, effectWords, figureOf, missingFor, normal, type Sample } from './improvement.ts';

const LESS = { of: 'median', better: 'less' } as const;
const MORE = { of: 'share', better: 'more' } as const;
const values = (...list: number[]): Sample => ({ kind: 'values', values: list });
const share = (hits: number, of: number): Sample => ({ kind: 'share', hits, of });
const around = (middle: number) => values(...[-4, -3, -2, -1, 0, 1, 2, 3, 4].map((one) => middle + one));

describe('an effect', () => {
  test('is sure where the periods lie apart, in either direction', () => {
    const better = compare(around(20), around(5), LESS);
    expect(better).toMatchObject({ difference: -15, probability: 1, words: 'Better, almost certainly (99 %).' });
    expect(better.high).toBeLessThan(0);
    expect(compare(around(5), around(20), LESS).words).toBe('Worse, almost certainly (99 %).');
    expect(compare(around(5), around(20), { of: 'mean', better: 'more' }).words).toBe(
      'Better, almost certainly (99 %).',
    );
  });

  test('is not told of chance, of too few, or of figures by hand', () => {
    const same = compare(around(5), around(5), LESS);
    expect(same.probability).toBeGreaterThan(0.3);
    expect(same.probability).toBeLessThan(0.7);
    expect(compare(values(1, 2, 3), around(5), LESS).words).toBe(
      'Too few to say: 3 before and 9 after, where 8 of each are needed.',
    );
    expect(compare(values(), around(5), LESS)).toMatchObject({ difference: null, probability: null });
    expect(compare({ kind: 'hand', figure: 4 }, { kind: 'hand', figure: 3 }, LESS)).toMatchObject({
      difference: -1,
      probability: null,
    });
  });

  test('of shares is what two proportions say', () => {
    const effect = compare(share(50, 100), share(70, 100), MORE);
    expect(effect.difference).toBeCloseTo(20);
    // (71/102 − 51/102) ÷ √(p₁q₁/102 + p₂q₂/102) = 2.92, and Φ(2.92) = 0.998.
    expect(effect.probability).toBeCloseTo(0.998, 3);
    expect(compare(share(1, 9), share(9, 9), MORE).words).toMatch(/^Too few/);
  });

  test('of parts of wholes weighs each by its whole, and is as sure as the periods lie apart', () => {
    const days = (missing: number): Sample => ({
      kind: 'ratios',
      parts: Array.from({ length: 9 }, (_, day) => [100 - missing - (day % 3), 100] as const),
    });
    const how = { of: 'ratio', better: 'more' } as const;
    const effect = compare(days(20), days(2), how);
    expect(effect).toMatchObject({ probability: 1, words: 'Better, almost certainly (99 %).' });
    expect(effect.difference).toBeCloseTo(18);
    expect(compare({ kind: 'ratios', parts: [[1, 2]] }, days(2), how).words).toMatch(/^Too few to say: 1 before/);
    const weighed: Sample = {
      kind: 'ratios',
      parts: [
        [0, 1],
        [3, 3],
      ],
    };
    expect(figureOf(weighed, how)).toEqual({ figure: 75, n: 2, low: 25, high: 75 });
    expect(figureOf({ kind: 'ratios', parts: [] }, how)).toMatchObject({ figure: null, n: 0 });
  });

  test('is the same whenever it is asked for, and turns around with its periods', () => {
    const some = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 8, maxLength: 20 });
    fc.assert(
      fc.property(some, some, (before, after) => {
        const [a, b] = [values(...before), values(...after)];
        const there = compare(a, b, LESS);
        expect(compare(a, b, LESS)).toEqual(there);
        expect(there.difference).toBeCloseTo(-(compare(b, a, LESS).difference ?? Number.NaN));
        const back = compare(b, a, LESS).probability ?? Number.NaN;
        expect(Math.abs((there.probability ?? 0) + back - 1)).toBeLessThan(0.12);
      }),
      { numRuns: 25 },
    );
  });
});

test('a figure is a median, a mean or a share, with the middle half of what it is of', () => {
  expect(figureOf(values(4, 1, 3, 2, 10), LESS)).toEqual({ figure: 3, n: 5, low: 2, high: 4 });
  expect(figureOf(values(1, 2, 6), { of: 'mean' })).toMatchObject({ figure: 3, n: 3 });
  expect(figureOf(share(1, 4), MORE)).toMatchObject({ figure: 25, n: 4 });
  expect(figureOf(share(0, 0), MORE)).toMatchObject({ figure: null, n: 0 });
});

test('the normal distribution is that of the tables', () => {
  for (const [z, p] of [
    [0, 0.5],
    [1, 0.8413],
    [1.645, 0.95],
    [-1.96, 0.025],
    [2.576, 0.995],
  ] as const)
    expect(normal(z)).toBeCloseTo(p, 3);
});

test('chance is even, and the same for a seed', () => {
  const next = chance(7);
  const drawn = Array.from({ length: 10_000 }, next);
  expect(drawn.reduce((sum, one) => sum + one, 0) / drawn.length).toBeCloseTo(0.5, 1);
  expect(chance(7)()).toBe(drawn[0]);
  expect(chance(8)()).not.toBe(drawn[0]);
});

test('words say how sure one is, and never wholly', () => {
  expect([1, 0.92, 0.5, 0.1, 0].map(effectWords)).toEqual([
    'Better, almost certainly (99 %).',
    'Likely better (92 %).',
    'No clear difference: better with 50 %.',
    'Likely worse (90 %).',
    'Worse, almost certainly (99 %).',
  ]);
});

test('no step is taken without what it stands on', () => {
  const nothing = { hasBaseline: false, hasTarget: false, hasReading: false };
  expect(missingFor('dropped', nothing)).toBeNull();
  expect(missingFor('measured', nothing)).toMatch(/baseline/);
  expect(missingFor('doing', { ...nothing, hasBaseline: true })).toMatch(/target/);
  expect(missingFor('achieved', { hasBaseline: true, hasTarget: true, hasReading: false })).toMatch(/measure/);
  expect(missingFor('achieved', { hasBaseline: true, hasTarget: true, hasReading: true })).toBeNull();
});
