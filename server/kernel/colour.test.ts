import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLOUR, contrast, nearestReadable, ratioWords, worst } from './colour.ts';

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const LIGHT = ['#ffffff', '#f7f8f9', '#f3f4f6'];
const DARK = ['#16181c', '#101114', '#202329'];

test('contrast is WCAG’s', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.478, 3);
  expect(ratioWords(4.499)).toBe('4.4:1');
  expect(worst('#777777', ['#ffffff', '#000000']).ground).toBe('#ffffff');
});

test('the nearest readable colour is readable, and a readable one is its own', () => {
  fc.assert(
    fc.property(colours, fc.constantFrom(LIGHT, DARK), (colour, grounds) => {
      const found = nearestReadable(colour, grounds) ?? '';
      expect(found).toMatch(COLOUR);
      expect(worst(found, grounds).ratio).toBeGreaterThanOrEqual(4.5);
      if (worst(colour, grounds).ratio >= 4.5) expect(found).toBe(colour);
    }),
    { numRuns: 300 },
  );
});

test('it stays close: just readable, and of the same hue', () => {
  const found = nearestReadable('#ff8800', LIGHT) ?? '';
  expect(worst(found, LIGHT).ratio).toBeLessThan(4.7);
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(found.slice(at, at + 2), 16)) as [number, number, number];
  expect(r).toBeGreaterThan(g);
  expect(g).toBeGreaterThan(b);
});

test('where none is readable on all grounds, there is none', () => {
  expect(nearestReadable('#808080', ['#000000', '#ffffff', '#777777'])).toBeNull();
});
