import { expect, test } from 'vitest';
import { createClient, updateClient } from '#server/business/client/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible } from './accessible.ts';
import { marked, press, tabTo } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** More than a page of the trail. */
const MANY = 110;
const { desk, enter } = await openWorkspace();
const [acme, birch] = await desk.run(async (ctx) => [
  await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
]);
await desk.run(async (ctx) => {
  for (let number = 1; number <= MANY; number++)
    await createTicket(ctx, { kind: 'incident', clientId: acme, title: `Lamp ${number}` });
});
await desk.run((ctx) => updateClient(ctx, birch, { version: 1, name: 'Birch Legal' }));

test('who did what is read, narrowed and followed by keyboard', async () => {
  const { page } = await enter({ name: 'Ada Auditor', role: 'manager', at: '/settings/audit' });
  // People only, until the program's own doing is asked for.
  await page.getByText('Ada Auditor signed in: by password').waitFor();
  expect(await page.getByText('Test changed the client').count()).toBe(0);
  await page.getByRole('switch', { name: 'People only' }).press('Space');
  await page.waitForURL(/show=all/);
  const lines = page.getByRole('main').getByRole('listitem');
  await page.getByText('Test changed the client Birch Legal: name: Birch → Birch Legal').waitFor();
  await page.getByText('Ada Auditor signed in: by password').waitFor();
  await expectAccessible(page);

  // Further back: the first thing that happened is at the end.
  expect(await page.getByText('Test created the client Acme').count()).toBe(0);
  await page.getByRole('button', { name: 'Earlier' }).press('Enter');
  await page.getByText('Test created the client Acme').waitFor();

  await page.reload();
  await lines.first().waitFor();
  await tabTo(page, page.getByRole('combobox', { name: 'Client' }).or(page.getByLabel('Client')).first());
  await press(page, '"Birch"');
  await marked(page, 'Birch Legal');
  await press(page, 'Enter');
  await page.getByText('Test created the client Birch Legal').waitFor();
  expect(await lines.filter({ hasText: 'Acme' }).count()).toBe(0);
  expect(new URL(page.url()).searchParams.get('client')).toBe(birch);
  await page.reload();
  await page.getByText('Test created the client Birch Legal').waitFor();
  await expect.poll(() => lines.count(), { timeout: 40_000 }).toBe(2);

  await page.getByLabel('To: last day').fill('2020-01-01');
  await page.getByText('Nothing of that kind happened').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show everything' }).press('Enter');
  await page.getByRole('link', { name: `ACME-${MANY}`, exact: true }).press('Enter');
  await page.getByRole('heading', { name: `Lamp ${MANY}` }).waitFor();
});

test('on a phone it is read in one column, and a failure is told and mended', async () => {
  const { page, faults } = await enter({ name: 'Phil Phone', width: 390 });
  await page.route('**/api/v1/audit*', (route) => route.abort());
  await page.goto(new URL('/settings/audit?kind=clients&show=all', page.url()).href);
  await page.getByText('No connection').waitFor({ timeout: 60_000 });
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).tap();
  await page.getByText('Test changed the client Birch Legal').waitFor();
  expect(await page.getByText('signed in').count()).toBe(0);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(faults.splice(0).every((fault) => fault.includes('ERR_FAILED'))).toBe(true);
});

test('whoever is limited to a client reads of no other, and without the right nobody reads', async () => {
  const { page } = await enter({
    name: 'Lim Ited',
    role: 'manager',
    clientIds: [acme],
    at: '/settings/audit?show=all',
  });
  await page.getByText(`Test logged ACME-${MANY}`).waitFor();
  expect(await page.getByText('Birch').count()).toBe(0);
  const { page: other, faults } = await enter({ name: 'Tia Tech', role: 'technician', at: '/settings' });
  await other.getByRole('link', { name: 'Categories' }).first().waitFor();
  expect(await other.getByRole('link', { name: 'Audit trail' }).count()).toBe(0);
  await other.goto(new URL('/settings/audit', other.url()).href);
  await other.getByRole('alert').waitFor();
  expect(faults.splice(0).every((fault) => fault.includes('403'))).toBe(true);
});

test('what is new stays new while one looks, until it is opened or all is marked as read', async () => {
  const { page, id } = await enter({ name: 'Nell Notice', role: 'manager' });
  await desk.run(async (ctx) => {
    const lamp = await createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Lamp of notice' });
    for (const text of ['first', 'second', 'third'])
      await notify(ctx, { client_id: acme, id: lamp.id }, [id], 'moved', `The ${text} notice`);
  });
  await page.goto(new URL('/account/notifications', page.url()).href);
  const fresh = page.locator('.f-notices [data-fresh]');
  await page.getByText('The third notice').waitFor();
  await expect.poll(() => fresh.count(), { timeout: 40_000 }).toBe(3);
  await page.reload();
  await page.getByText('The third notice').waitFor();
  await expect.poll(() => fresh.count(), { timeout: 40_000 }).toBe(3);
  await expectAccessible(page);
  await page.getByText('The second notice').click();
  await page.getByRole('heading', { name: 'Lamp of notice' }).waitFor();
  await page.getByRole('link', { name: 'Notifications: 2 new' }).click();
  await page.getByText('The third notice').waitFor();
  await expect.poll(() => fresh.count(), { timeout: 40_000 }).toBe(2);
  await page.getByRole('button', { name: 'Mark all read' }).click();
  await fresh.first().waitFor({ state: 'detached' });
  await page.getByRole('banner').getByRole('link', { name: 'Notifications', exact: true }).waitFor();
});
