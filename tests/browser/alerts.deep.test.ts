import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { createClient } from '#server/business/client/index.ts';
import { type AlertReading, takeAlerts } from '#server/practices/monitoring/index.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const source = { id: newId(), name: 'Watcher', clientOf: () => ({ clientId: acme, siteId: null }) };
const LONG = `${'An unusually long name of a condition that somebody wrote with care '.repeat(3)}שלום 🔥`;
const reading = (device: string, more: Partial<AlertReading> = {}): AlertReading => ({
  ...{
    externalId: device,
    occurrence: '1',
    state: 'raised',
    severity: 5,
    kind: 'informational',
    condition: 'HostDown',
  },
  ...{ title: `${device} is down`, text: `<b>${device}</b> does not answer`, device: { hostname: device }, site: null },
  ...{ startedAt: new Date().toISOString(), endedAt: null, url: 'https://watch.example/1' },
  ...more,
});

test('where no system is connected, whoever may connect one is led there', async () => {
  const { page } = await enter({ name: 'Olive Owner', at: '/alerts' });
  await page.getByText('Nothing is connected yet').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Connect a system' }).click();
  await page.getByRole('heading', { name: 'Connectors', exact: true }).waitFor();
});

test('alerts come by themselves, are read with why, acknowledged and made tickets by keys', async () => {
  const { page } = await enter({ name: 'Tess Tech', role: 'technician', at: '/alerts' });
  await page.getByText('Nothing is wrong').waitFor();
  await expectAccessible(page);
  const storm = Array.from({ length: 12 }, (_, nth) => reading(`server-${nth}`, { kind: 'exception', severity: 2 }));
  await takeAlerts(desk.services, source, [reading('alpha'), reading('beta', { title: LONG }), ...storm]);
  // The tabs count by themselves, also what the list does not show yet.
  const tabs = page.getByRole('navigation', { name: 'Alerts to show' });
  await tabs.getByRole('link', { name: 'Inbox 2' }).waitFor();
  await tabs.getByRole('link', { name: 'At work 1' }).waitFor();
  // What stands for the storm stands there once, with how many joined it.
  await expect
    .poll(
      async () => {
        const again = page.getByRole('button', { name: 'Something new · show' });
        if (await again.isVisible()) await again.click();
        return page.getByText('explains 11').isVisible();
      },
      { timeout: 40_000 },
    )
    .toBe(true);
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sidewaysFindings(page)).toEqual([]);
    await expectAccessible(page);
    // What decided is read whole, however narrow the screen.
    const brief = page.getByText('One of many at once').or(page.getByText('As usual: no rule fits')).first();
    expect(await brief.evaluate((it) => it.scrollWidth <= it.clientWidth && it.scrollHeight <= it.clientHeight)).toBe(
      true,
    );
    if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/alerts-${width}.png` });
  }
  await tabs.getByRole('link', { name: 'At work 1' }).click();
  await page.getByRole('link', { name: 'alpha is down' }).waitFor({ state: 'detached' });
  await page.getByText('explains 11').waitFor();

  await page.goto(page.url().replace(/\/alerts.*/, '/alerts?q=alpha'));
  await page.getByRole('link', { name: 'alpha is down' }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.getByText('Acknowledged: alpha is down').waitFor();
  await page.keyboard.press('o');
  await page.getByRole('heading', { name: 'alpha is down' }).waitFor();
  await page.getByText('Tess Tech said so').waitFor();
  // What a source says is text.
  await page.getByText('<b>alpha</b> does not answer').waitFor();
  await expectAccessible(page);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sidewaysFindings(page)).toEqual([]);
    if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/alert-${width}.png` });
  }
  await page.keyboard.press('t');
  await page.getByText(/ACME-\d+ is made/).waitFor();
  await page
    .getByRole('link', { name: /^ACME-\d+/ })
    .first()
    .click();
  await page.getByRole('tab', { name: 'Related' }).click();
  await page.getByRole('region', { name: 'Alerts' }).getByRole('link', { name: 'alpha is down' }).waitFor();
  await expectAccessible(page);
});

test('a long title gives way to where its alert stands, and is told in passing in short', async () => {
  await takeAlerts(desk.services, source, [reading('gamma', { title: `${LONG} gamma` })]);
  const { page } = await enter({ name: 'Theo Tech', role: 'technician', at: '/alerts?q=gamma' });
  await page.getByRole('link', { name: /gamma$/ }).click();
  const [title, badge] = [page.locator('.f-page-head h1'), page.locator('.f-page-head .mantine-Badge-label')];
  await badge.waitFor();
  await page.setViewportSize({ width: 1440, height: 900 });
  const isCut = (one: typeof title) => one.evaluate((it) => it.scrollWidth > it.clientWidth);
  expect([await isCut(title), await isCut(badge)]).toEqual([true, false]);
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  const told = page.getByText(/^Acknowledged: An unusually long name .*…$/);
  expect((await told.textContent())?.length).toBeLessThan(100);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/alert-long.png` });
});

test('a rule is tried on what was heard, kept, and put in force', async () => {
  const { page } = await enter({ name: 'Olive Owner', role: 'owner', at: '/settings/alert-rules' });
  await page.getByRole('button', { name: 'New rule' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Servers are noise');
  await dialog.getByRole('textbox', { name: 'Only when' }).fill('alert.device.startsWith("server-")');
  await dialog.getByLabel('What becomes of it').first().click();
  await page.getByRole('option', { name: 'Ignore' }).click();
  await dialog.getByRole('button', { name: 'Try it on the last 30 days' }).click();
  await dialog.getByText('12 alerts: A ticket → Ignored').waitFor();
  await expectAccessible(page);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/rule.png` });
  await dialog.getByRole('button', { name: 'Keep as a draft' }).click();
  await page.getByRole('button', { name: 'Publish Servers are noise' }).click();
  await page.getByText('“Servers are noise” is in force').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Versions of Servers are noise' }).click();
  await dialog.getByText('Version 1').waitFor();
  await dialog.getByText('In force').waitFor();
  await expectAccessible(page);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/rule-versions.png` });
  await dialog.getByRole('button', { name: 'Make this a draft: version 1' }).click();
  await page.getByText('Changed, not published').waitFor();
  await page.goto(page.url().replace(/\/settings.*/, '/settings/values/alert.keeping'));
  await page.getByText('stays for 400 days').waitFor();
  await expectAccessible(page);
  await page.goto(page.url().replace(/\/settings.*/, '/settings/values/alert.deciding'));
  await page.getByText('A storm is more than').first().waitFor();
  await expectAccessible(page);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/setting.png` });
});

test('after a key that takes an alert out of the inbox, the next key is for the one below it', async () => {
  const names = ['cursor-1', 'cursor-2', 'cursor-3'];
  for (const [nth, name] of names.entries())
    await takeAlerts(desk.services, source, [
      reading(name, { startedAt: new Date(Date.now() - nth * 60_000).toISOString() }),
    ]);
  const { page } = await enter({ name: 'Kay Keys', role: 'technician', at: '/alerts?show=inbox&q=cursor' });
  const rows = page.getByRole('link', { name: /^cursor-\d is down$/ });
  await expect.poll(() => rows.count(), { timeout: 40_000 }).toBe(3);
  const titles = await rows.allTextContents();
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.getByText(`Acknowledged: ${titles[0]}`).waitFor();
  await expect.poll(() => rows.count()).toBe(2);
  await page.keyboard.press('a');
  await page.getByText(`Acknowledged: ${titles[1]}`).waitFor();
  await expect.poll(() => rows.count()).toBe(1);
  await page.keyboard.press('o');
  await page.getByRole('heading', { name: titles[2] ?? '' }).waitFor();
});
