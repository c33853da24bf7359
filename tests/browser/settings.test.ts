import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible } from './accessible.ts';
import { focused, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** Changing what every client lives by: nothing that is wrong is kept, and nothing reaches others unasked. */
const { desk, enter } = await openWorkspace();
const ana = await hire(desk, { name: 'Ana Colleague' });
await desk.run(async (ctx) => {
  await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
});
type Stored = { key: string; value: unknown; chain: { version: number | null }[] };
const stored = async (key: string): Promise<Stored> => {
  const { items } = (await ana.call('GET', '/settings')).body as { items: Stored[] };
  const found = items.find((one) => one.key === key);
  if (!found) throw new Error(`There is no setting ${key}`);
  return found;
};
const put = async (key: string, value: unknown) => {
  const version = (await stored(key)).chain.at(-1)?.version ?? 0;
  const { status } = await ana.call('PUT', `/settings/${key}`, { level: 'provider', value, version });
  expect(status).toBe(200);
};
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });

test('an editor that marks a fault does not save, and takes one to it; once saved nothing is left to save', async () => {
  const before = (await stored('sla.hours')).value;
  const { page } = await enter({ name: 'Hal Hours', at: '/settings/values/sla.hours' });
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const to = page.getByLabel('Monday to').first();
  await to.fill('03:00');
  await page.getByText('Must end after it begins.').waitFor();
  await save(page).click();
  await page.getByText('Not saved: look at “Monday to” again.').waitFor();
  await focused(to);
  await expectAccessible(page);
  expect((await stored('sla.hours')).value).toEqual(before);

  await to.fill('19:30');
  await save(page).click();
  await told(page, /^Saved for/);
  await page.getByText('Changed from the default').waitFor();
  expect((await stored('sla.hours')).value).toMatchObject({
    hours: expect.arrayContaining([expect.objectContaining({ weekday: 1, to: '19:30' })]),
  });
  await expect.poll(() => save(page).isDisabled()).toBe(true);
  expect(await page.getByText('What you typed last time is back').count()).toBe(0);
  await page.reload();
  await to.waitFor();
  expect(await save(page).isDisabled()).toBe(true);
  expect(await page.getByText('What you typed last time is back').count()).toBe(0);
});

test('an emptied number is not quietly what it was, and giving up brings it back', async () => {
  const { page } = await enter({ name: 'Nia Number', at: '/settings/values/ticket.closing' });
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const days = page.getByRole('textbox', { name: 'Close after' });
  const was = await days.inputValue();
  await days.fill('');
  await page.getByText('Enter a number.').waitFor();
  await page.getByRole('textbox', { name: 'May be reopened for' }).fill('3');
  await save(page).click();
  await page.getByText('Not saved: look at “Close after” again.').waitFor();
  await focused(days);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  expect(await days.inputValue()).toBe(was);
});

test('the group whose values are looked at stays from one to the next', async () => {
  const { id } = (await ana.call('POST', '/client-groups', { name: 'Gold' })).body as { id: string };
  const { page } = await enter({ name: 'Gus Groups', at: `/settings/values/sla.hours?group=${id}` });
  const list = page.getByRole('navigation', { name: 'Settings' });
  await list.getByRole('link', { name: 'Priority', exact: false }).first().click();
  await page.waitForURL(`**/settings/values/*?group=${id}`);
  await list.getByRole('link', { name: 'Lifecycles' }).click();
  await page.waitForURL((url) => url.search === '');
});

test('what somebody else saved meanwhile is shown in words', async () => {
  await put('ticket.closing', { closeAfterDays: 5, reopenDays: 20 });
  const { page, faults } = await enter({ name: 'Cara Clash', at: '/settings/values/ticket.closing' });
  await page.getByRole('textbox', { name: 'Close after' }).fill('9');
  await put('ticket.closing', { closeAfterDays: 6, reopenDays: 21 });
  await save(page).click();
  const clash = page.getByRole('alert').filter({ hasText: 'Somebody changed this' });
  await clash.getByText(/closes after 6 days of silence.* 21 days/).waitFor();
  await clash.getByText(/closes after 9 days of silence.* 20 days/).waitFor();
  expect(await clash.textContent()).not.toContain('{');
  await expectAccessible(page);
  expect(faults.splice(0).every((fault) => fault.includes('409'))).toBe(true);
});

test('going back to the default asks first, and says whom it reaches', async () => {
  await put('ticket.closing', { closeAfterDays: 7, reopenDays: 22 });
  const { page } = await enter({ name: 'Rob Reset', at: '/settings/values/ticket.closing' });
  const reset = page.getByRole('button', { name: 'Reset to the default' });
  await tabTo(page, reset);
  await press(page, 'Enter');
  const question = page.getByRole('dialog', { name: 'Reset to the default?' });
  await question.getByText(/^\d+ clients without a nearer value will go by/).waitFor();
  await focused(question.getByRole('button', { name: 'Cancel' }));
  await press(page, 'Enter');
  await question.waitFor({ state: 'detached' });
  expect((await stored('ticket.closing')).value).toMatchObject({ closeAfterDays: 7 });
  await reset.click();
  await question.getByRole('button', { name: 'Reset', exact: true }).click();
  await told(page, /inherits again/);
  expect((await stored('ticket.closing')).value).not.toMatchObject({ closeAfterDays: 7 });
});

/** What was saved, as soon as it is: the message of the save before may still stand on the page. */
const saved = (key: string) => expect.poll(async () => (await stored(key)).value, { timeout: 40_000 });

test('whom to believe, how devices are known and where connectors reach are set without a line of code', async () => {
  const { page } = await enter({ name: 'Esra Estate', at: '/settings/values/estate.precedence' });
  const change = () => page.getByRole('button', { name: 'Change', exact: true }).click();
  await change();
  await page.getByRole('button', { name: 'Move RMM systems up' }).click();
  await page.getByRole('combobox', { name: 'An order of its own for' }).fill('Location');
  await page.getByRole('option', { name: 'Location' }).click();
  await page.getByRole('group', { name: 'About Location' }).getByRole('button', { name: 'Move Imports up' }).click();
  await expectAccessible(page);
  await save(page).click();
  await saved('estate.precedence').toEqual({
    order: ['person', 'rmm', 'agent', 'import', 'monitor'],
    attributes: { location: ['person', 'rmm', 'import', 'agent', 'monitor'] },
  });

  await page.getByRole('link', { name: 'How devices are known' }).click();
  await change();
  await page.getByRole('button', { name: 'Remove Host name' }).click();
  await page.getByRole('combobox', { name: 'Stands for nothing' }).fill('SYSTEM-SERIAL-0');
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await save(page).click();
  await saved('estate.identification').toEqual({
    rules: ['uuid', 'serial', 'mac'],
    excluded: ['SYSTEM-SERIAL-0'],
  });

  await page.getByRole('link', { name: 'Where connectors may reach' }).click();
  await change();
  const hosts = page.getByRole('combobox', { name: 'Hosts of your own network' });
  await hosts.fill('https://rmm.office.example/');
  await page.keyboard.press('Enter');
  await page.getByText('without https://').waitFor();
  await hosts.fill('rmm.office.example');
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await save(page).click();
  await saved('connectors.reach').toEqual({
    privateHosts: ['rmm.office.example'],
    ports: [443, 8443, 9443],
  });
});
