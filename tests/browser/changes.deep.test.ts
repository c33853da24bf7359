import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createChange } from '#server/practices/change/index.ts';
import { createItem } from '#server/practices/configuration/index.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const HOUR = 3_600_000;
const { desk, enter } = await openWorkspace();
const olga = await hire(desk);
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
/** Wednesday of next week, at noon: no day of its week is over. */
const noon = (() => {
  const today = new Date();
  return Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - today.getUTCDay() + 10, 12);
})();
const iso = (ms: number) => new Date(ms).toISOString();
const day = iso(noon).slice(0, 10);
const look = async (page: { screenshot(options: object): Promise<unknown> }, name: string) => {
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/${name}.png` });
};

const { first, second } = await desk.run(async (ctx) => {
  const db = await createItem(ctx, { clientId: acme, name: 'db1', classKey: 'server' });
  const planned = (title: string, from: number, hours: number) =>
    createChange(ctx, {
      ...{ clientId: acme, title, itemIds: [db], plannedStart: iso(from), plannedEnd: iso(from + hours * HOUR) },
      assigneeId: olga.id,
    });
  const first = await planned('Patch the database', noon, 2);
  await ctx.tx
    .updateTable('tickets')
    .set({ status: 'scheduled', status_category: 'open' })
    .where('id', '=', first.id)
    .execute();
  const second = await planned(
    'Move it to another host, which takes long to say and longer to do שלום 🔥',
    noon + HOUR,
    3,
  );
  await ctx.tx
    .updateTable('tickets')
    .set({ status: 'assess', status_category: 'open' })
    .where('id', '=', second.id)
    .execute();
  const days = { plannedStart: iso(noon - 30 * HOUR), plannedEnd: iso(noon + 42 * HOUR) };
  await createChange(ctx, { clientId: acme, title: 'Move the archive, file by file', ...days });
  return { first, second };
});
const period = async (body: object) =>
  expect((await olga.call('POST', '/change-periods', { timeZone: 'UTC', ...body })).status).toBe(201);
await period({
  kind: 'freeze',
  name: 'Audit week',
  clientId: acme,
  fromAt: iso(noon + 24 * HOUR),
  untilAt: iso(noon + 60 * HOUR),
});
await period({
  kind: 'window',
  name: 'Every noon',
  minutes: 360,
  recurrence: { frequency: 'daily', interval: 1, time: '11:00', start: '2026-01-01' },
});
const onCall = (name: string, startDate: string) =>
  olga.call('POST', '/on-call/schedules', {
    ...{ name, timeZone: 'UTC' },
    layers: [
      {
        ...{ name: 'All', members: [olga.id], startDate, handOverTime: '09:00', unit: 'week', every: 1 },
        ...{ handOverWeekday: 1, hours: [] },
      },
    ],
  });
await onCall('First line', '2026-01-01');

const nights = await onCall('Nights', '2090-01-02');
expect(nights.status, nights.text).toBe(201);

test('the week shows changes, what collides and why, freezes, windows and who is on call, and fits every screen', async () => {
  const { page } = await enter({ name: 'Cara Change', at: `/changes?date=${day}` });
  const card = page.getByRole('button', { name: new RegExp(`${first.key}.*Patch the database.*Acme.*2 collisions`) });
  await card.first().waitFor();
  await expect.poll(() => page.getByText('Audit week').count()).toBeGreaterThan(0);
  await page.getByText('On call, First line: Test Person').first().waitFor();
  const bare = page.getByRole('link', { name: 'On call, Nights: nobody' }).first();
  expect(await bare.getAttribute('href')).toBe(`/settings/on-call/${(nights.body as { id: string }).id}`);
  // It opens where the first thing of the week begins, not at midnight.
  expect(await page.locator('.f-change-body').evaluate((body) => body.scrollTop)).toBeGreaterThan(100);
  await page.getByRole('link', { name: 'Changes' }).and(page.locator('[data-active]')).waitFor();
  await page.getByRole('button', { name: 'New freeze' }).click();
  const freeze = page.getByRole('dialog', { name: 'New freeze' });
  await freeze.getByText('Nothing is changed then but what is an emergency').waitFor();
  await page.keyboard.press('Escape');
  await freeze.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'New change' }).click();
  const kind = page.getByRole('dialog', { name: 'Log a ticket' }).getByRole('radio', { name: 'Change' });
  await expect.poll(() => kind.isChecked(), { timeout: 30_000 }).toBe(true);
  await page.keyboard.press('Escape');
  const long = page.getByRole('button', { name: /Move the archive, file by file/ });
  await page.getByRole('region', { name: 'Longer than a day' }).waitFor();
  expect(await long.count()).toBe(1);
  await page.getByText('Times in ').waitFor();
  for (const width of [1440, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(100);
    await look(page, `changes-week-${width}`);
    expect(await sidewaysFindings(page)).toEqual([]);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await card.first().press('Enter');
  await page.getByText(`${second.key} “Move it to another host`).first().waitFor();
  await page.getByText('works on “db1” as well.').first().waitFor();
  await look(page, 'changes-card');
  await page.keyboard.press('Escape');
  await page.keyboard.press(']');
  await page.waitForURL(/date=/);
  await card.first().waitFor({ state: 'detached' });
  await page.keyboard.press('[');
  await card.first().waitFor();
  for (const view of ['Month', 'List']) {
    await page.locator('.mantine-SegmentedControl-label', { hasText: view }).click();
    await page.getByText('Patch the database').first().waitFor();
    // Once over all of its days, not once on each.
    if (view === 'Month') expect(await page.locator('.f-long-change', { hasText: 'Move the archive' }).count()).toBe(1);
    if (view === 'Month') expect(await long.count()).toBe(1);
    await look(page, `changes-${view}`);
    await expectAccessible(page);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await look(page, 'changes-dark-list');
  await page.goto(page.url().replace(/view=[a-z]+/, 'view=week'));
  await card.first().waitFor();
  await look(page, 'changes-dark-week');
  await expectAccessible(page);
});

test('a change says on its page what stands against it, and goes to a proposed slot at a press', async () => {
  const { page } = await enter({ name: 'Lea Lead', at: `/tickets/${second.key}` });
  await page.getByRole('tab', { name: 'Change' }).click();
  const panel = page.getByRole('region', { name: 'Collisions' });
  await panel.getByText(`${first.key} “Patch the database” works on “db1” as well.`).waitFor();
  await look(page, 'changes-ticket');
  await panel.getByRole('button', { name: 'Go on in spite of it…' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('The vendor is here then');
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await panel.getByText('Overridden').first().waitFor();
  await panel.locator('.f-slots button').first().click();
  await panel.getByText('Nothing stands against its window.').waitFor();
});

test('a maintenance window is made in the settings', async () => {
  const { page } = await enter({ name: 'Sara Settings', at: '/settings/change-periods' });
  await page.getByText('Audit week').waitFor();
  await look(page, 'change-periods');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New period' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Saturday nights');
  await look(page, 'change-period-form');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Every week on Saturday at 22:00').waitFor();
});
