import { expect, test } from 'vitest';
import { openWorkspace } from './workspace.ts';

const { origin, enter, visit } = await openWorkspace();

test('until the app runs the page shows the frame’s ground, light or dark as the person chose', async () => {
  const { page } = await enter({ name: 'Fay First' });
  await page.evaluate(() => localStorage.setItem('fettle.colour-scheme', 'dark'));
  // The app's own code never comes, so what is seen is what was there before it.
  await page.route(/\.js$/, (route) => (route.request().url().endsWith('/theme.js') ? route.continue() : undefined));
  await page.goto(`${origin}/queue`, { waitUntil: 'commit' });
  const first = page.locator('.f-first');
  await first.waitFor();
  const seen = await page.evaluate(() => ({
    scheme: document.querySelector('meta[name=color-scheme]')?.getAttribute('content'),
    ground: getComputedStyle(document.body).backgroundColor,
    rail: document.querySelector('.f-first > span')?.getBoundingClientRect().height,
  }));
  expect(seen.scheme).toBe('dark');
  expect(seen.ground).not.toBe('rgb(255, 255, 255)');
  expect(seen.rail).toBe(900);
  await page.unrouteAll();
  await page.goto(`${origin}/queue`);
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  await first.waitFor({ state: 'hidden' });
});

test('nobody being signed in is no error of the page: the way to the door leaves the console clean', async () => {
  const { page, faults } = await visit();
  await page.goto(`${origin}/clients`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(new URL(page.url()).searchParams.get('next')).toBe('/clients');
  await page.locator('.f-first').waitFor({ state: 'hidden' });
  expect(faults).toEqual([]);
});
