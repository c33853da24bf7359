import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMinutes, sayMinutes } from './minutes.ts';

test.each([
  ['4h', 240],
  ['1h 30m', 90],
  ['1h30', 90],
  ['1,5h', 90],
  ['90', 90],
  ['15 min', 15],
  ['2 hours', 120],
  ['', null],
  ['0', null],
  ['soon', null],
  ['-3', null],
])('%s is read as %s minutes', (text, minutes) => expect(readMinutes(text)).toBe(minutes));

test('what is said is read back as the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 525_600 }), (minutes) => {
      expect(readMinutes(sayMinutes(minutes))).toBe(minutes);
    }),
  );
});
