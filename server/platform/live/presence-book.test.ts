import { expect, test } from 'vitest';
import type { Presence } from './hub.ts';
import { PresenceBook } from './presence-book.ts';

const tom: Presence = { ticketId: 't', clientId: 'acme', staffId: 'tom', name: 'Tom', state: 'typing' };

test('typing fades, the silent are gone, who leaves is gone at once, and a ticket elsewhere shows nobody', () => {
  let now = 0;
  const book = new PresenceBook(() => now);
  const states = (clientId = 'acme') => book.on(clientId, 't').map(({ staffId, state }) => `${staffId} ${state}`);
  book.note(tom);
  expect(states()).toEqual(['tom typing']);
  expect(states('birch')).toEqual([]);
  now = 8_000;
  expect(states()).toEqual(['tom viewing']);
  book.note({ ...tom, staffId: 'tina', state: 'viewing' });
  now = 45_000;
  expect(states()).toEqual(['tina viewing']);
  book.note({ ...tom, staffId: 'tina', state: 'left' });
  expect(states()).toEqual([]);
});

test('the book stays bounded: the oldest make room', () => {
  const book = new PresenceBook(() => 0);
  for (let i = 0; i <= 10_000; i++) book.note({ ...tom, staffId: `s${i}` });
  expect(book.on('acme', 't')).toHaveLength(10_000);
  expect(book.on('acme', 't').some(({ staffId }) => staffId === 's0')).toBe(false);
});
