import { expect, test } from 'vitest';
import type { ContractView } from '#shared/contract.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { press } from './keyboard.ts';
import { lookAtWidths } from './look.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const { acme, fina, olga, contract, run } = await billingDesk(desk, null);
const day = (before: number) => new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10);
const list = (product: string, seats: number) => `Customer;Product;Seats\nAcme Pty;${product};${seats}\n`;

test('finance clears the queue before the run: seats that are more, devices that are fewer, a renamed product mapped once', async () => {
  for (let nth = 0; nth < 10; nth += 1)
    await done(olga, 'POST', '/items', { clientId: acme, name: `NB-${nth}`, classKey: 'laptop' });
  await done(fina, 'POST', '/vendor-lists', { vendor: 'Pax8', day: day(2), csv: list('M365 Business Premium', 20) });
  const map = (kind: string, name: string, target: object) =>
    done(fina, 'PUT', '/vendor-names', { version: 0, vendor: 'Pax8', kind, name, ...target });
  await map('client', 'Acme Pty', { clientId: acme });
  await map('product', 'M365 Business Premium', { newProduct: 'Microsoft 365 Business Premium' });
  const early = await enter({ name: 'Flora Finance', role: 'finance', at: '/billing/counts' });
  await early.page.getByText('20 × Pax8: Microsoft 365 Business Premium at Acme').waitFor();
  await lookAtWidths(early.page, 'counts-on-no-contract');
  const toContracts = early.page.getByRole('listitem').getByRole('link', { name: 'Acme' });
  expect(await toContracts.getAttribute('href')).toBe(`/billing/contracts?client=${acme}`);
  const managed = await contract(
    { clientId: acme, begins: `${day(40).slice(0, 8)}01` },
    { kind: 'fixed', name: 'M365 seats', unit: 'seat', quantity: '20', price: '30' },
    {
      ...{ kind: 'all_inclusive', name: 'Managed device', unit: 'device', quantity: '12', price: '40' },
      counts: { source: 'items', classKey: 'computer' },
    },
  );
  const { page } = await enter({ name: 'Fred Finance', role: 'finance', at: `/billing/contracts/${managed.id}` });
  const form = page.getByRole('dialog');
  await page
    .getByRole('row', { name: /M365 seats/ })
    .getByRole('button', { name: 'Edit' })
    .click();
  await form.getByRole('combobox', { name: 'Counted by' }).click();
  await page.getByRole('option', { name: 'A product of a vendor’s list' }).click();
  await form.getByRole('combobox', { name: 'Which product' }).click();
  await page.getByRole('option', { name: 'Pax8: Microsoft 365 Business Premium' }).click();
  await lookAtWidths(page, 'counts-line');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Counted by Pax8: Microsoft 365 Business Premium').waitFor();

  await page.getByRole('link', { name: 'All contracts' }).click();
  await page.getByRole('link', { name: 'Counts', exact: true }).click();
  await page.getByText('Nothing to decide').waitFor();
  expect(await page.getByText('Counted, but on no contract', { exact: false }).count()).toBe(0);
  await lookAtWidths(page, 'counts-none');
  await page.getByRole('button', { name: 'Count now' }).click();
  await page.getByRole('row', { name: /Managed device.*12.*10.*−2/ }).waitFor();

  await page.getByRole('link', { name: 'Vendors’ lists' }).click();
  await page.getByRole('button', { name: 'Import a list' }).click();
  await form.getByLabel('Vendor').fill('pax8');
  await form.getByRole('textbox', { name: 'The list' }).fill(list('Microsoft 365 Premium NCE', -23));
  await form.getByRole('button', { name: 'Preview' }).click();
  await form.getByText('Line 2, quantity: must not be below 0').waitFor();
  await lookAtWidths(page, 'counts-import-fault');
  await form.getByRole('textbox', { name: 'The list' }).fill(list('Microsoft 365 Premium NCE', 23));
  await form.getByRole('button', { name: 'Preview' }).click();
  await form.getByText('To be mapped: Microsoft 365 Premium NCE').waitFor();
  await lookAtWidths(page, 'counts-import');
  await form.getByRole('button', { name: 'Take the row' }).click();
  await page.getByRole('heading', { name: 'Names to map (1)' }).waitFor();
  await lookAtWidths(page, 'counts-names');
  await page.getByRole('combobox', { name: 'What Microsoft 365 Premium NCE is' }).click();
  // What is there comes first, and the new one last.
  const offered = await page.getByRole('option').allTextContents();
  expect(offered).toEqual(['Microsoft 365 Business Premium', 'A new product, “Microsoft 365 Premium NCE”']);
  await page.getByRole('option', { name: 'Microsoft 365 Business Premium', exact: true }).click();
  const closed = page.getByRole('combobox', { name: 'What Microsoft 365 Premium NCE is' });
  expect(await closed.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Map Microsoft 365 Premium NCE' }).click();
  await page.getByRole('heading', { name: /^Names to map/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Pax8/ }).first().click();
  await form.getByRole('row', { name: /Microsoft 365 Premium NCE.*Microsoft 365 Business Premium.*23/ }).waitFor();
  await lookAtWidths(page, 'counts-list');
  await page.keyboard.press('Escape');

  await page.goto(page.url().replace(/\/billing.*/, `/billing/runs/${await run(day(0))}`));
  await page
    .getByRole('region', { name: /^Needs review/ })
    .getByText(/^2 counts differ from the contract/)
    .waitFor();
  await lookAtWidths(page, 'counts-run');
  await page.getByRole('link', { name: 'Decide about 2 counts' }).click();
  const seats = page.getByRole('row', { name: /M365 seats.*20.*23.*\+3.*AUD 90\.00/ });
  await seats.waitFor();
  await lookAtWidths(page, 'counts-queue');
  await press(page, 'j');
  await press(page, 'a');
  await form.getByText('+3 × AUD 30.00 = +AUD 90.00').waitFor();
  await lookAtWidths(page, 'counts-accept');
  await press(page, 'Enter');
  await seats.waitFor({ state: 'detached' });
  await press(page, 'x');
  await form.getByRole('button', { name: 'Keep' }).click();
  await form.getByText('Enter why').waitFor();
  await form.getByLabel('Why').fill('Two devices are on their way');
  await lookAtWidths(page, 'counts-keep');
  await form.getByRole('button', { name: 'Keep' }).click();
  await page.getByText('Nothing to decide').waitFor();
  await page.goto(page.url().replace(/\?.*/, '?state=all'));
  await page.getByText('Kept: Two devices are on their way').first().waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await lookAtWidths(page, 'counts-all-dark');
  const after = await done<ContractView>(fina, 'GET', `/contracts/${managed.id}`);
  expect(after.lines.map(({ terms }) => terms.map(({ quantity, counted }) => [quantity, counted]))).toEqual([
    [
      ['20', null],
      ['23', day(0)],
    ],
    [['12', null]],
  ]);
}, 240_000);
