import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createClient, createSite } from '#server/business/client/index.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { choose, dialogue, press, tabTo } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const { acme, birch } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  await createSite(ctx, acme, { name: 'Perth' });
  return { acme, birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }) };
});
const LONG =
  'Laptops of the people who travel between Perth, Brisbane and Łódź — وأجهزة أخرى كثيرة 🖥️ and of nobody else at all';

const section = (page: Page) => page.getByRole('region', { name: 'Inventory agents' });

/** What an agent sends that has the address. */
const report = (url: string, name: string) =>
  desk.app.inject({
    method: 'POST',
    url: new URL(url).pathname,
    payload: JSON.stringify({ action: 'inventory', deviceid: name, content: { hardware: { name } } }),
  });

test('a key is made with the keyboard, shown once with what is run, used and revoked', async () => {
  const { page } = await enter({ name: 'Olive Owner', at: `/clients/${acme}` });
  await section(page).getByText('None. An agent on each machine').waitFor();
  await tabTo(page, section(page).getByRole('button', { name: 'Add a key for inventory agents' }));
  await press(page, 'Enter');
  const form = await dialogue(page, 'A key for inventory agents');
  await expectAccessible(page);
  await press(page, 'Enter');
  await form.getByText('Enter what the key is for').waitFor();
  await form.getByRole('combobox', { name: 'Site' }).waitFor();
  await press(page, '"Laptops"', 'Tab');
  await choose(page, 'Perth');
  await press(page, 'Control+Enter');

  const made = await dialogue(page, 'Tell the agents');
  const url =
    (await made
      .getByText(/\/agent\/inventory\//)
      .first()
      .textContent()) ?? '';
  expect(url).toMatch(/\/agent\/inventory\/[\w-]{43}$/);
  const commands = made.getByRole('region', { name: 'FusionInventory Agent on Debian and Ubuntu' });
  expect(await commands.textContent()).toContain(`server = ${url}`);
  await expectAccessible(page);
  expect((await report(url, 'acme-pc1')).statusCode).toBe(200);
  await press(page, 'Escape');
  await made.waitFor({ state: 'hidden' });
  // It is shown nowhere any more.
  expect(await page.content()).not.toContain(url.split('/').at(-1));

  await page.reload();
  await section(page).getByText('Perth · 1 machine · last used').waitFor();
  await section(page).getByRole('button', { name: 'Revoke Laptops' }).click();
  await page.getByRole('heading', { name: 'Revoke “Laptops”?' }).waitFor();
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await section(page).getByText('Revoked', { exact: true }).waitFor();
  expect(await section(page).getByRole('button', { name: 'Revoke Laptops' }).count()).toBe(0);
  expect((await report(url, 'acme-pc1')).statusCode).toBe(401);
  await page.getByText('revoked the key Laptops of inventory agents').waitFor();
});

test.each([
  [390, false],
  [1440, true],
] as const)('at %i px (dark: %s) nothing sticks out, whatever a key is called', async (width, dark) => {
  const { page } = await enter({ name: `Olga Owner ${width}`, width, dark, at: `/clients/${birch}` });
  await section(page).getByRole('button', { name: 'Add a key for inventory agents' }).click();
  await dialogue(page, 'A key for inventory agents');
  await press(page, `"${LONG}"`, 'Control+Enter');
  const made = await dialogue(page, 'Tell the agents');
  expect(await sidewaysFindings(page)).toEqual([]);
  await expectAccessible(page);
  await made.getByRole('button', { name: 'Done' }).click();
  await section(page).getByText(LONG).first().waitFor();
  await section(page).scrollIntoViewIfNeeded();
  expect(await sidewaysFindings(page)).toEqual([]);
  await expectAccessible(page);
});

test('whoever may see the estate and not change it sees the keys alone', async () => {
  const { page } = await enter({ name: 'Rita Reader', role: 'readonly', at: `/clients/${acme}` });
  await section(page).getByText('Laptops').waitFor();
  expect(await section(page).getByRole('button').count()).toBe(0);
});
