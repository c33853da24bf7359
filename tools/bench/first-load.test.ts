import { expect, test } from 'vitest';
import {
  FIRST_LOAD_KB,
  firstLoadKilobytes,
  PORTAL_DOORS,
  PORTAL_FIRST_LOAD_KB,
  portalFirstLoadKilobytes,
  portalPages,
} from './first-load.ts';

// Where this fails, something that a page shows only on demand has come into its first chunk: show it by a `Part`.
test.for(['queue-page', 'sign-in-page'])('the first load of %s keeps to its budget', (page) => {
  const size = firstLoadKilobytes(page);
  // React alone is more than this: less would mean that the imports were not followed.
  expect(size).toBeGreaterThan(150);
  expect(size).toBeLessThanOrEqual(FIRST_LOAD_KB);
});

// People open the portal on their phones, on whichever page a mail's link leads to.
test.for(portalPages())('the first load of %s keeps to the budget of the portal', (page) => {
  const size = portalFirstLoadKilobytes(page);
  expect(size).toBeGreaterThan(100);
  expect(size).toBeLessThanOrEqual(PORTAL_FIRST_LOAD_KB);
});

test('every page of the portal is measured', () => {
  expect(portalPages()).toEqual(expect.arrayContaining([...PORTAL_DOORS, 'portal-tickets-page', 'portal-ticket-page']));
});
