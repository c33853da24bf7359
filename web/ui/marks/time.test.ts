import { expect, test } from 'vitest';
import { wordsStore } from '../words/words.ts';
import { duration } from './duration.ts';
import { clockIn, dayAndSecond, dayName, elsewhere } from './place-and-day.ts';
import { ago, agoSaid, day, dayAndTime, exact, timeOfDay } from './time.ts';

const sydney = { timeZone: 'Australia/Sydney', language: 'en-GB' };
const now = Date.parse('2026-11-24T03:05:00.000Z');

test.each([
  [0, '<1m'],
  [59, '<1m'],
  [60, '1m'],
  [8_100, '2h 15m'],
  [7_200, '2h'],
  [-90_000, '1d 1h'],
  [86_700, '1d'],
  [-338_745_600, '3920d'],
])('%d seconds read as %s', (seconds, text) => expect(duration(seconds)).toBe(text));

test.each([
  ['2026-11-24T03:04:30.000Z', 'now'],
  ['2026-11-24T03:05:20.000Z', 'now'],
  ['2026-11-24T03:15:00.000Z', '24 Nov'],
  ['2026-11-24T03:01:00.000Z', '4m'],
  ['2026-11-23T20:00:00.000Z', '7h'],
  ['2026-11-21T03:00:00.000Z', '3d'],
  ['2026-11-01T03:00:00.000Z', '1 Nov'],
  ['2025-11-01T03:00:00.000Z', '1 Nov 2025'],
])('%s was %s ago', (at, text) => expect(ago(at, now, sydney)).toBe(text));

test.each([
  ['2026-11-24T03:04:30.000Z', 'now'],
  ['2026-11-24T02:44:00.000Z', '21 minutes ago'],
  ['2026-11-24T02:00:00.000Z', '1 hour ago'],
  ['2026-11-21T03:00:00.000Z', '3 days ago'],
  ['2026-11-01T03:00:00.000Z', '1 Nov'],
])('in a sentence %s was %s', (at, text) => expect(agoSaid(at, now, sydney)).toBe(text));

test('times are told in the reader’s zone', () => {
  expect(dayAndSecond('2026-11-24T03:05:02.000Z', now, sydney)).toBe('Tue 24 Nov, 14:05:02');
  expect(timeOfDay('2026-11-24T03:05:12.000Z', sydney)).toBe('14:05');
  expect(day('2026-11-23T13:30:00.000Z', now, sydney)).toBe('24 Nov');
  expect(dayAndTime('2026-11-24T03:05:12.000Z', now, sydney)).toBe('Tue 24 Nov, 14:05');
  expect(exact('2026-11-24T03:05:12.000Z', sydney)).toMatch(/^Tuesday,? 24 November 2026 at 14:05:12 (AEDT|GMT\+11)$/);
  expect(clockIn('Europe/Berlin', now, 'en-GB')).toBe('04:05');
});

test.each([
  ['2026-11-23T13:30:00.000Z', 'Today'],
  ['2026-11-23T12:30:00.000Z', 'Yesterday'],
  ['2026-11-20T03:00:00.000Z', 'Fri 20 Nov'],
  ['2025-11-20T03:00:00.000Z', 'Thu 20 Nov 2025'],
])('%s was on %s', (at, name) => expect(dayName(at, now, sydney)).toBe(name));

const newYork = { timeZone: 'America/New_York', language: 'en-GB' };
test.each([
  // 25 hours: the clocks go back at two.
  ['2026-11-01T04:30:00.000Z', '2026-11-02T04:30:00.000Z', 'Today'],
  ['2026-11-01T03:30:00.000Z', '2026-11-02T04:30:00.000Z', 'Yesterday'],
  // 23 hours: they go forward.
  ['2026-03-08T05:30:00.000Z', '2026-03-09T04:30:00.000Z', 'Yesterday'],
  ['2026-03-08T04:30:00.000Z', '2026-03-09T04:30:00.000Z', 'Sat 7 Mar'],
])('where the clocks change, %s as seen at %s was on %s', (at, seen, name) =>
  expect(dayName(at, Date.parse(seen), newYork)).toBe(name),
);

test('the clocks of another place are told by its name, and only where they show another time', () => {
  const at = '2026-11-24T03:05:12.000Z';
  expect(elsewhere(at, now, sydney, 'Pacific/Auckland')).toBe('16:05 in Auckland');
  expect(elsewhere(at, now, sydney, 'America/New_York')).toBe('Mon 23 Nov, 22:05 in New York');
  expect(elsewhere(at, now, sydney, 'Australia/Melbourne')).toBeNull();
});

test('in another language, how long ago something was is said in its words', () => {
  const before = wordsStore.get();
  const german = { timeZone: 'Europe/Berlin', language: 'de' };
  wordsStore.set({ ...before, language: 'de' });
  expect(ago('2026-11-24T03:04:30.000Z', now, german)).toBe('jetzt');
  expect(ago('2026-11-24T03:01:00.000Z', now, german)).toBe('vor 4 Min.');
  expect(ago('2026-11-21T03:00:00.000Z', now, german)).toBe('vor 3 Tagen');
  expect(ago('2025-11-01T03:00:00.000Z', now, german)).toBe('1. Nov. 2025');
  wordsStore.set(before);
});
