import { expect, test } from 'vitest';
import { chosen, statusesIn } from './narrow.ts';

const STATUSES = [
  { key: 'new', category: 'new' },
  { key: 'in_progress', category: 'open' },
  { key: 'assigned', category: 'open' },
  { key: 'assigned', category: 'open' },
  { key: 'on_hold', category: 'waiting' },
  { key: 'resolved', category: 'resolved' },
] as const;

test('a lane holds the statuses of its category that the filter lets through', () => {
  expect(statusesIn(STATUSES, 'open', undefined)).toEqual(['in_progress', 'assigned']);
  expect(statusesIn(STATUSES, 'open', ['open'])).toEqual(['in_progress', 'assigned']);
  expect(statusesIn(STATUSES, 'waiting', ['open'])).toEqual(['on_hold']);
  expect(statusesIn(STATUSES, 'resolved', ['open'])).toBeNull();
  expect(statusesIn(STATUSES, 'open', ['assigned', 'resolved'])).toEqual(['assigned']);
  expect(statusesIn(STATUSES, 'waiting', ['assigned'])).toBeNull();
  expect(statusesIn([], 'waiting', ['assigned'])).toEqual([]);
});

test('a board by person has the lanes of those whom the filter names', () => {
  const shown = chosen(['me', 'none'], 'me', ['nia']);
  expect(['nia', 'tom', 'none'].filter(shown)).toEqual(['nia', 'none']);
  expect(['nia', 'tom', 'none'].filter(chosen(undefined, 'me', ['nia']))).toEqual(['nia', 'tom', 'none']);
});
