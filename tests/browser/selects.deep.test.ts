import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible, FLOATING } from './accessible.ts';
import { dialogue, focused, press, tabTo } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** Longer than anybody types: what the list holds arrives after the typing. */
const LATE_MS = 1500;

/** Fields that narrow a list by typing: what is typed is chosen, or it is said that it was not. */
const { desk, enter } = await openWorkspace();
const acme = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  for (const [name, code] of [
    ['Birch', 'BIRCH'],
    ['Northern Birch', 'NORTH'],
    ['Łódź Works', 'WORKS'],
  ] as const) {
    const clientId = await createClient(ctx, { name, code, timeZone: 'UTC' });
    await createContact(ctx, { clientId, name: `Petra of ${name}` });
  }
  return acme;
});
const { key } = await desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Stray cat' }));

/** Opens the dialogue that moves the ticket, by the palette. */
async function openMove(page: Page) {
  await page.getByRole('heading', { name: 'Stray cat' }).waitFor();
  await press(page, 'Control+k', '"move to another client"');
  await page.getByRole('option', { name: /Move to another client/, selected: true }).waitFor();
  await press(page, 'Enter');
  const move = await dialogue(page, 'Move to another client: ACME-1');
  const client = move.getByRole('combobox', { name: 'Client' });
  await focused(client);
  return { move, client };
}

test('typing and Enter or Tab chooses, a chosen value is typed over, and what fits nothing is told', async () => {
  const { page } = await enter({ name: 'Mo Mover', at: `/tickets/${key}` });
  const { move, client } = await openMove(page);

  await press(page, '"birch"');
  const nearest = page.getByRole('option', { name: /^Birch/ });
  await expect.poll(() => nearest.getAttribute('data-combobox-selected'), { timeout: 40_000 }).not.toBeNull();
  await expectAccessible(page, FLOATING);
  await press(page, 'Enter');
  expect(await client.inputValue()).toBe('Birch (BIRCH)');

  // With Tab, without accents, over what was chosen before.
  await client.click();
  await press(page, '"lodz"', 'Tab');
  await expect.poll(() => client.inputValue(), { timeout: 40_000 }).toBe('Łódź Works (WORKS)');

  // Also after the list was closed, which Escape does; the dialogue stays.
  await client.click();
  await press(page, 'Escape', '"northern"', 'Enter');
  await expect.poll(() => client.inputValue(), { timeout: 40_000 }).toMatch(/^Northern Birch/);

  await client.click();
  await press(page, '"oak"', 'Enter');
  await tabTo(page, move.getByRole('textbox', { name: 'Title' }));
  await move.getByText('“oak” is not in the list').waitFor();
  expect(await client.inputValue()).toMatch(/^Northern Birch/);
  await expectAccessible(page);

  // A field that may be empty is emptied by emptying it.
  const who = move.getByRole('combobox', { name: 'Who asks, there' });
  await who.click();
  await press(page, '"petra"', 'Enter');
  await expect.poll(() => who.inputValue(), { timeout: 40_000 }).toBe('Petra of Northern Birch');
  await who.click();
  await press(page, 'Delete', 'Tab');
  await expect.poll(() => who.inputValue(), { timeout: 40_000 }).toBe('');
  await press(page, 'Escape');
});

test('what arrives after it was typed for is marked and taken as if it had been there', async () => {
  const { page } = await enter({ name: 'Lena Late', at: `/tickets/${key}` });
  await page.getByRole('heading', { name: 'Stray cat' }).waitFor();
  await page.route('**/api/v1/clients?*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    await route.continue();
  });
  await page.reload();
  const { client } = await openMove(page);
  await press(page, '"birch"');
  const nearest = page.getByRole('option', { name: /^Birch/ });
  await expect.poll(() => nearest.getAttribute('data-combobox-selected'), { timeout: 40_000 }).not.toBeNull();
  await press(page, 'Tab');
  await expect.poll(() => client.inputValue(), { timeout: 40_000 }).toBe('Birch (BIRCH)');
});
