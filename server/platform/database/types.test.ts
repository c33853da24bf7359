import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toInstant } from './types.ts';

test('an instant of the database is told to the millisecond, however many digits it has', () => {
  expect(toInstant('2026-03-01 09:30:00+00')).toBe('2026-03-01T09:30:00.000Z');
  expect(toInstant('2026-03-01 09:30:00.1+00')).toBe('2026-03-01T09:30:00.100Z');
  expect(toInstant('2026-03-01 09:30:00.123+00')).toBe('2026-03-01T09:30:00.123Z');
  expect(toInstant('2026-03-01 09:30:00.123456+00')).toBe('2026-03-01T09:30:00.123Z');
});

test('every instant comes back as it was written', () => {
  const digits = (at: Date) =>
    at
      .toISOString()
      .replace('T', ' ')
      .replace(/\.?0*Z$/, '+00');
  const dates = fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, (at) => {
      expect(toInstant(digits(at))).toBe(at.toISOString());
    }),
  );
});
