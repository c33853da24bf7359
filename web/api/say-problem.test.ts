import { expect, test } from 'vitest';
import { sayError, sayRefusal } from './say-problem.ts';

test.each([
  ['parentId', 'is not a ticket of this client', 'The parent is not a ticket of this client.'],
  ['into', 'ACME-9 is over; reopen it first', 'ACME-9 is over; reopen it first.'],
  ['from', 'ACME-3 is merged already', 'ACME-3 is merged already.'],
  ['direction', 'nobody stands above', 'Nobody stands above.'],
  ['rule.0.until', 'is before the start', 'Until is before the start.'],
  ['workedAt', 'between 2000 and now', 'Worked at: between 2000 and now.'],
])('%s: %s is said as a sentence', (path, message, words) => {
  expect(sayError({ path, message })).toBe(words);
});

test('a refusal says each of its fields, or the whole', () => {
  const errors = [
    { path: 'teamId', message: 'is not a team in use' },
    { path: 'assigneeId', message: 'does not work for this client' },
  ];
  expect(sayRefusal({ message: 'teamId: is not …', errors })).toBe(
    'The team is not a team in use. The person does not work for this client.',
  );
  expect(sayRefusal({ message: 'cannot go from New to Closed', errors: [] })).toBe('Cannot go from New to Closed.');
});
