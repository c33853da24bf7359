import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createClient, createContact, setClientServices } from '#server/business/client/index.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { dialogue } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, visit, enter, origin } = await openWorkspace();
const owner = await hire(desk);
const { acme, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return { acme, ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }) };
});
const fits = async (page: Page) => {
  expect(await sidewaysFindings(page)).toEqual([]);
  await expectAccessible(page);
};

test('a service is offered, an outage of a client recorded, explained, and read of by its people', async () => {
  const { page } = await enter({ name: 'Olive Owner', role: 'owner', at: '/services' });
  await page.getByRole('button', { name: 'New service' }).first().click();
  const form = await dialogue(page, 'New service');
  await form.getByRole('textbox', { name: 'Name' }).fill('E-mail');
  await form.getByRole('textbox', { name: 'What it is' }).fill('Mailboxes and calendars');
  await form.getByRole('combobox', { name: 'Agreed hours' }).click();
  await page.getByRole('option', { name: '24 × 7' }).click();
  await form.getByRole('textbox', { name: 'Availability target' }).fill('99.9');
  await fits(page);
  await form.getByRole('button', { name: 'Add service' }).click();
  await page.getByRole('heading', { name: 'E-mail', level: 1 }).waitFor();
  await page.getByText('No client has it yet').waitFor();
  await fits(page);
  const service = page.url().split('/').at(-1) ?? '';
  await desk.run((ctx) => setClientServices(ctx, acme, [service], '2025-01-01'));

  await page.goto(`${origin}/clients/${acme}`);
  await page.getByRole('link', { name: 'E-mail' }).click();
  await page.getByRole('heading', { name: 'E-mail, Acme' }).waitFor();
  await page.getByText('Nothing is known against it.').waitFor();
  await page.getByRole('button', { name: 'Record an outage' }).click();
  const outage = await dialogue(page, 'Record an outage');
  await outage.getByRole('textbox', { name: 'What happened' }).fill('Mail did not arrive');
  const began = new Date(Date.now() - 6 * 3_600_000).toISOString();
  await outage.getByLabel('Began').fill(began.slice(0, 16));
  await fits(page);
  await outage.getByRole('button', { name: 'Record outage' }).click();
  const outages = page.getByRole('region', { name: 'Outages' });
  await outages.getByText('Now', { exact: true }).waitFor();
  await page.getByText('It is not there: Mail did not arrive.').waitFor();
  await outages.getByRole('button', { name: 'Change Mail did not arrive' }).click();
  const changing = await dialogue(page, 'Change the outage');
  await changing.getByLabel('Ended').fill(new Date(Date.now() - 3_600_000).toISOString().slice(0, 16));
  await changing.getByRole('button', { name: 'Save' }).click();
  await page.getByText('promised are 99.9 %.').waitFor();

  await page.getByRole('button', { name: 'Month by month' }).click();
  await page.getByRole('table').waitFor();
  await fits(page);
  await page
    .getByRole('button', { name: /^Why .* was so$/ })
    .first()
    .click();
  const why = await dialogue(page, /^Why /);
  await why.getByText(/^Agreed hours in this time/).waitFor();
  await fits(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Change', exact: true }).first().click();
  const own = await dialogue(page, 'What this client has by itself');
  await own.getByRole('textbox', { name: 'Availability target' }).fill('98');
  await own.getByRole('button', { name: 'Save' }).click();
  await page.getByText('98 % (its own)').waitFor();
  for (const width of [768, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => sidewaysFindings(page)).toEqual([]);
  }
  await page.goto(`${origin}/services`);
  await page.getByText('Mailboxes and calendars').waitFor();
  await fits(page);

  const { page: phone } = await visit({ width: 390 });
  const { url } = (await owner.call('POST', `/contacts/${ada}/sign-in-link`)).body as { url: string };
  await phone.goto(url.replace(/^.*\/portal/, `${origin}/portal`));
  await phone.getByRole('button', { name: 'Sign in' }).click();
  await phone.getByRole('navigation', { name: 'Portal' }).waitFor();
  await phone.goto(`${origin}/portal/status`);
  await phone.getByRole('heading', { name: 'Availability, by month' }).waitFor();
  // What is said now comes first; what was is folded on a phone.
  expect((await phone.getByRole('heading', { level: 2 }).allTextContents()).slice(0, 2)).toEqual([
    'Announcements',
    'Nothing is announced',
  ]);
  expect(await phone.getByText('Mail did not arrive').isVisible()).toBe(false);
  await phone.getByRole('heading', { name: 'Interruptions of the last 90 days' }).click();
  await phone.getByText('Mail did not arrive').waitFor();
  await fits(phone);
});
