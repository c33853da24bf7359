import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { hire as hireKey } from '#tests/people.ts';
import { openWorkspace } from './workspace.ts';

const { desk, visit, origin } = await openWorkspace();
const owner = await hireKey(desk);
const { ada, key } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams' });
  await createContact(ctx, { clientId: acme, name: 'Carl Cook' });
  const report = { kind: 'incident' as const, clientId: acme, requesterId: ada, title: 'The scanner beeps' };
  return { ada, key: (await createTicket(ctx, report)).key };
});

test('in the portal the keyboard stays where it was: after a file, an answer, and people who are added and taken off', async () => {
  const { page, faults } = await visit({ width: 768 });
  const { url } = (await owner.call('POST', `/contacts/${ada}/sign-in-link`)).body as { url: string };
  await page.goto(url.replace(/^https?:\/\/[^/]+/, origin));
  await page.getByRole('button', { name: 'Sign in' }).press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await page.goto(`${origin}/portal/tickets/${key}`);
  await page.getByRole('textbox', { name: 'Your answer' }).waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');

  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach' }).press('Enter');
  await (await chooser).setFiles({ name: 'beep.txt', mimeType: 'text/plain', buffer: Buffer.from('beep') });
  await page.getByText('beep.txt').waitFor();
  expect(await focused()).toMatch(/Attach/);
  await page.getByRole('button', { name: 'Do not attach beep.txt' }).press('Enter');
  await page.getByText('beep.txt').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('FORM');

  await page.getByRole('textbox', { name: 'Your answer' }).fill('Since noon');
  await page.getByRole('button', { name: 'Send' }).press('Enter');
  await page.getByRole('article').getByText('Since noon').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
  expect(await focused()).toBe('Send');
  // It sends nothing twice, and is passed by once the keyboard has moved on.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.getByRole('button', { name: 'Send' }).evaluate((button) => button.matches(':disabled'))).toBe(true);
  expect(await page.getByRole('article').getByText('Since noon').count()).toBe(1);

  const add = page.getByRole('button', { name: 'Add people' });
  await add.press('Enter');
  const colleagues = page.getByRole('combobox', { name: 'Colleagues who are told as well' });
  await expect.poll(() => colleagues.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('Car');
  await page.getByRole('option', { name: 'Carl Cook' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Take Carl Cook off' }).waitFor();
  await expect.poll(focused).toBe('Add people');
  await page.getByRole('button', { name: 'Take Carl Cook off' }).press('Enter');
  await expect.poll(focused).toBe('Who is told');
  expect(faults).toEqual([]);
});
