import { expect, test } from 'vitest';
import { gapWords, isShort } from './licence-gap.ts';

const position = (seats: number, installed: number, product = 'Office*') => ({ product, seats, installed });

test('the gap between entitlement and use is told in words', () => {
  expect(gapWords(position(10, 13))).toBe('3 too few');
  expect(gapWords(position(10, 10))).toBe('All in use');
  expect(gapWords(position(10, 8))).toBe('2 free');
  expect(gapWords(position(10, 0, ''))).toBe('Not counted: it names no software');
});

test('only what is used beyond the entitlement is short', () => {
  expect([isShort(position(10, 11)), isShort(position(10, 10)), isShort(position(0, 0))]).toEqual([true, false, false]);
});
