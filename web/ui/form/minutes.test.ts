import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayMinutes, spellMinutes } from '#kernel/minutes.ts';
import { readMinutes, readTime } from './minutes.ts';

test.each([
  ['4h', 240],
  ['1h', 60],
  ['1h 30m', 90],
  ['1h30', 90],
  ['1h 15', 75],
  ['1h15m', 75],
  ['1 h 15 min', 75],
  ['1:30', 90],
  ['0:05', 5],
  ['1.5h', 90],
  ['1,5h', 90],
  ['0.25 hours', 15],
  ['90', 90],
  ['90m', 90],
  [' 15 min ', 15],
  ['15 mins', 15],
  ['2 hours', 120],
  ['1 hr', 60],
  ['', null],
  ['0', null],
  ['0h', null],
  ['soon', null],
  ['abc', null],
  ['-3', null],
  ['-5', null],
  ['1.5', null],
  ['1,5', null],
  ['1:5', null],
  ['1:75', null],
  ['1h 75', null],
  ['1.5h 15', null],
  ['1 30', null],
  ['1h2h', null],
  ['1e2', null],
  ['90s', null],
  ['½h', null],
])('%s is read as %s minutes', (text, minutes) => expect(readMinutes(text)).toBe(minutes));

const minutesOf = fc.integer({ min: 1, max: 525_600 });

test('what is said is read back as the same, however it is said', () => {
  fc.assert(
    fc.property(minutesOf, (minutes) => {
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      const ways = [
        sayMinutes(minutes),
        spellMinutes(minutes),
        String(minutes),
        `${minutes}m`,
        `${hours}h ${rest}`,
        `${hours}h${rest}m`,
        `${hours}:${String(rest).padStart(2, '0')}`,
        `${(minutes / 60).toFixed(4)}h`,
        `${(minutes / 60).toFixed(4).replace('.', ',')} h`,
      ];
      for (const way of ways) expect([way, readMinutes(way)]).toEqual([way, minutes]);
    }),
  );
});

test('whatever is typed is read as whole minutes that can be said again, or not at all', () => {
  const typed = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789hm:., -+emin') }),
    fc.stringMatching(/^-?\d{1,6}[.,:]?\d{0,3} ?[hm]?\d{0,3}m?$/),
    fc.string(),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const minutes = readMinutes(text);
      if (minutes === null) return;
      expect(Number.isInteger(minutes) && minutes >= 1).toBe(true);
      expect(text).not.toMatch(/[-+]/);
      // A fraction is one of hours, and says so.
      if (/[.,]/.test(text)) expect(text).toMatch(/h/i);
      expect(readMinutes(sayMinutes(minutes))).toBe(minutes);
    }),
  );
});

test('what a field does not take is refused with its name and what it takes', () => {
  expect(readTime('  ', 'Time spent', 1440)).toEqual({ minutes: null, fault: null });
  expect(readTime('1h 15', 'Time spent', 1440)).toEqual({ minutes: 75, fault: null });
  expect(readTime('24h', 'Time spent', 1440).minutes).toBe(1440);
  expect(readTime('99999', 'Time spent', 1440)).toEqual({
    minutes: null,
    fault:
      'Time spent: 1666 h 39 min is too long. Write minutes or hours, such as 90, 1h 15, 1:30 or 1.5h; 1 minute to 24 h.',
  });
  expect(readTime('1.5', 'Time spent', 1440).fault).toMatch(/^Time spent: Write minutes or hours/);
});
