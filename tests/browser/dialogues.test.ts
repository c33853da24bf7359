import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible } from './accessible.ts';
import { dialogue, focused, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** Dialogues in which something is written: one key sends it, and closing loses nothing. */
const { desk, enter } = await openWorkspace();
const { acme, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme Manufacturing', code: 'ACME', timeZone: 'Australia/Perth' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
  return { acme, ada };
});
const log = (title: string, description = '') =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, requesterId: ada, title, description }));
const stored = (key: string) =>
  desk.run((ctx) => ctx.tx.selectFrom('tickets').selectAll().where('key', '=', key).executeTakeFirstOrThrow());
const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });
const keptWords = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('.action.')));

test('what is written in a dialogue outlives closing it, and Ctrl+Enter sends it', async () => {
  const { key } = await log('Scanner makes stripes');
  const { page } = await enter({ name: 'Rita Resolve', at: `/tickets/${key}` });
  await page.getByRole('heading', { name: 'Scanner makes stripes' }).waitFor();
  await press(page, 'e');
  const resolve = await dialogue(page, `Resolve: ${key}`);
  const note = resolve.getByRole('textbox', { name: 'What was done' });
  await tabTo(page, note);
  await press(page, '"Cleaned the glass."', 'Escape');
  await gone(page);
  await page.reload();
  await page.getByRole('heading', { name: 'Scanner makes stripes' }).waitFor();
  await press(page, 'e');
  await dialogue(page, `Resolve: ${key}`);
  await resolve.getByText('What you typed last time is back.').waitFor();
  expect(await note.inputValue()).toBe('Cleaned the glass.');
  await expectAccessible(page);
  await tabTo(page, note);
  await press(page, 'Control+Enter');
  await told(page, `${key}: Resolve`);
  expect(await stored(key)).toMatchObject({ status: 'resolved', resolution_note: 'Cleaned the glass.' });
  await gone(page);
  expect(await keptWords(page)).toEqual([]);
});

test('what is written for one ticket is not offered for another, and can be discarded', async () => {
  const one = await log('Fan is loud');
  const other = await log('Fan is silent');
  const { page } = await enter({ name: 'Eli Escalate', at: `/tickets/${one.key}` });
  await page.getByRole('heading', { name: 'Fan is loud' }).waitFor();
  await press(page, 'Shift+E');
  const escalate = page.getByRole('dialog', { name: /^Escalate/ });
  const reason = escalate.getByRole('textbox', { name: 'Reason' });
  await tabTo(page, reason);
  await press(page, '"Too loud for me"', 'Escape');
  await gone(page);
  await page.goto(new URL(`/tickets/${other.key}`, page.url()).href);
  await page.getByRole('heading', { name: 'Fan is silent' }).waitFor();
  await press(page, 'Shift+E');
  await reason.waitFor();
  expect(await reason.inputValue()).toBe('');
  await press(page, 'Escape');
  await gone(page);
  await page.goto(new URL(`/tickets/${one.key}`, page.url()).href);
  await page.getByRole('heading', { name: 'Fan is loud' }).waitFor();
  await press(page, 'Shift+E');
  await expect.poll(() => reason.inputValue(), { timeout: 40_000 }).toBe('Too loud for me');
  await escalate.getByRole('button', { name: 'Discard it' }).click();
  expect(await reason.inputValue()).toBe('');
  expect(await keptWords(page)).toEqual([]);
});
