import { expect, test } from 'vitest';
import { FIRST_LOAD_KB, firstLoadKilobytes, PORTAL_FIRST_LOAD_KB } from './first-load.ts';

// Where this fails, something that a page shows only on demand has come into its first chunk: show it by a `Part`.
test.for(['queue-page', 'sign-in-page'])('the first load of %s keeps to its budget', (page) => {
  const size = firstLoadKilobytes(page);
  // React alone is more than this: less would mean that the imports were not followed.
  expect(size).toBeGreaterThan(150);
  expect(size).toBeLessThanOrEqual(FIRST_LOAD_KB);
});

// What people of clients open first: their tickets, or the page on which they sign in; in the language with the longest words.
test.for([
  ['portal-tickets-page', ['portal-frame', 'portal-de']],
  ['portal-enter-page', ['portal-de']],
] as const)('the first load of %s keeps to the budget of the portal', ([page, around]) => {
  const size = firstLoadKilobytes(page, 'portal.html', around);
  expect(size).toBeGreaterThan(100);
  expect(size).toBeLessThanOrEqual(PORTAL_FIRST_LOAD_KB);
});
