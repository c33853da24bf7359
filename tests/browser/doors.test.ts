import { expect, test } from 'vitest';
import { setupLink } from '#platform/identity/index.ts';
import { PASSWORD } from '#tests/visitor.ts';
import { expectAccessible } from './accessible.ts';
import { focused, press, tabTo } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, origin, hire, visit } = await openWorkspace();

test('the first page leads from the printed link to an empty desk of one’s own', async () => {
  const { page, faults } = await visit();
  const old = await setupLink(desk.services, origin);
  const link = await setupLink(desk.services, origin);
  // One that works no more says so before anything is filled in; opening the newest in the same tab goes on.
  await page.goto(old ?? '');
  await page.getByRole('heading', { name: 'This set-up link does not work any more' }).waitFor();
  await page.goto(link ?? '');
  await focused(page.getByRole('button', { name: /Explore with the sample MSP/ }));
  await expectAccessible(page);
  await tabTo(page, page.getByRole('button', { name: /Set up my own/ }));
  await press(page, 'Enter');
  await focused(page.getByRole('textbox', { name: 'Your company' }));
  await expectAccessible(page);
  await press(page, '"Harbour IT"');
  await tabTo(page, page.getByRole('textbox', { name: 'Your name' }));
  await press(page, '"Olga Owner"', 'Tab', '"olga@harbour.example"', 'Tab', '"short"', 'Enter');

  // What does not do is said at its field, and what was typed stays.
  await page
    .getByText(/Use at least \d+ characters/)
    .last()
    .waitFor();
  await expectAccessible(page);
  await tabTo(page, page.getByLabel('Password', { exact: false }).and(page.locator('input')), 'Shift+Tab');
  await press(page, 'Control+a', `"${PASSWORD}"`, 'Enter');
  await page.waitForURL('**/queue');
  await page.getByText('Harbour IT').first().waitFor();
  await page.getByText('No tickets yet').waitFor();
  await expectAccessible(page);

  // The browser writes each refused request on the console.
  faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 422/.test(fault)));

  // The link opens one door only once.
  const { page: late } = await visit();
  await late.goto(link ?? '');
  await late.getByRole('heading', { name: 'Already set up' }).waitFor();
  await late.goto(`${origin}/invitation#token=${'used'.repeat(10)}`);
  await late.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
});

test('a wrong password says so and keeps the address; the right one leads to where the person wanted to go', async () => {
  const { email } = await hire({ name: 'Sue Sign-in' });
  const { page, faults } = await visit();
  await page.goto(`${origin}/clients`);
  await focused(page.getByRole('textbox', { name: 'E-mail' }));
  await expectAccessible(page);
  await press(page, `"${email}"`, 'Tab', '"not the password"', 'Enter');
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  expect(await page.getByRole('textbox', { name: 'E-mail' }).inputValue()).toBe(email);
  await tabTo(page, page.locator('input[type=password]'), 'Shift+Tab');
  await press(page, 'Control+a', `"${PASSWORD}"`, 'Enter');
  await page.getByRole('heading', { name: 'Clients' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/clients');
  // The browser writes each refused request on the console.
  faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 401/.test(fault)));
});

test('signing out ends the session for good', async () => {
  const { email } = await hire({ name: 'Out Going' });
  const { page, faults } = await visit();
  await page.goto(`${origin}/sign-in`);
  await focused(page.getByRole('textbox', { name: 'E-mail' }));
  await press(page, `"${email}"`, 'Tab', `"${PASSWORD}"`, 'Enter');
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  await press(page, 'Control+k', '"sign out"');
  await page.getByRole('option', { name: 'Sign out', selected: true }).waitFor();
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goto(`${origin}/queue`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 401/.test(fault)));
});
