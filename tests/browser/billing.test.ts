import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { ContractView } from '#shared/contract.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { lookAtWidths } from './look.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter, visit, origin } = await openWorkspace();
const { olga, tom, acme, birch, worked, contract } = await billingDesk(desk, null);
const today = new Date().toISOString().slice(0, 10);
const begins = `${today.slice(0, 8)}01`;

test('finance drafts a contract, runs the month, understands an amount, issues, credits a line and records a payment', async () => {
  await contract(
    { clientId: birch, begins, name: 'Prepaid hours' },
    { kind: 'block_hours', name: 'Prepaid hours', unit: 'h', quantity: '1', price: '150', keepsMonths: 1 },
  );
  await worked(birch, new Date(Date.now() - 60_000).toISOString(), 100, 'The server is slow');
  const { page, faults } = await enter({
    name: 'Fred Finance',
    role: 'finance',
    at: `/billing/contracts?client=${acme}`,
  });
  await page.getByText('No contracts here').waitFor();
  await lookAtWidths(page, 'contracts-none');
  await page.getByRole('button', { name: 'New contract' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('Managed service');
  await form.getByLabel('Work on public holidays, times').fill('2.5');
  await lookAtWidths(page, 'contract-new');
  await form.getByRole('button', { name: 'Draft the contract' }).click();
  await page.getByRole('heading', { name: 'Managed service' }).waitFor();
  await page.getByRole('button', { name: 'Add a line' }).click();
  await form.getByLabel('Name').fill('Managed user');
  await form.getByLabel('How many').fill('20');
  await form.getByLabel(/^Price each/).fill('95');
  await form.getByRole('combobox', { name: 'Kinds of tickets' }).fill('inc');
  await page.getByRole('option', { name: 'Incident' }).click();
  await form.getByRole('combobox', { name: 'Technicians' }).fill('tom');
  await page.getByRole('option', { name: 'Tom Tech' }).click();
  await form.getByLabel('Counted in').fill('user');
  await lookAtWidths(page, 'contract-line');
  await form.getByRole('button', { name: 'Add the line' }).click();
  await page.getByText('20 user × AUD 95').waitFor();
  await page.getByText('Kinds of tickets: Incident').waitFor();
  await page.getByText('Technicians: Tom Tech').waitFor();
  await page.getByText('× 2.5').waitFor();
  await page.getByRole('button', { name: 'Make it active…' }).click();
  const unsigned = page.getByRole('dialog', { name: 'Make it active?' });
  await unsigned.getByText('Nobody signed this contract.', { exact: false }).waitFor();
  await unsigned.getByRole('button', { name: 'Make it active unsigned' }).click();
  await page.getByRole('button', { name: 'End…' }).waitFor();
  await lookAtWidths(page, 'contract');
  await page.getByRole('button', { name: 'What is due now' }).click();
  await form.getByText('AUD 2,090.00').waitFor();
  await page.keyboard.press('Escape');

  await page.goto(page.url().replace(/\/billing.*/, '/billing/runs'));
  await page.getByRole('button', { name: 'New run' }).first().click();
  await form.getByLabel('Name').fill('This month');
  await form.getByRole('button', { name: 'Begin the run' }).click();
  const ready = page.getByRole('region', { name: /^Ready/ });
  await ready.getByRole('button', { name: 'Birch Legal' }).waitFor();
  await lookAtWidths(page, 'run');
  await ready.getByRole('button', { name: 'Birch Legal' }).click();
  await form
    .getByRole('button', { name: /^Why AUD .*The server is slow/ })
    .first()
    .click();
  await form.getByText('Tom Tech').waitFor();
  await form.getByText('0m of 1h').waitFor();
  await lookAtWidths(page, 'bill-why');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Issue 2 invoices…' }).click();
  const question = page.getByRole('dialog', { name: 'Issue This month' });
  await question.getByText('is not over.').waitFor();
  await question.getByText(/^AUD [\d,.]+$/).waitFor();
  // Where mail is not set up nobody is offered it.
  await question.getByText('They cannot go by mail', { exact: false }).waitFor();
  expect(await question.getByRole('checkbox').count()).toBe(0);
  await lookAtWidths(page, 'run-issue');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await ready.getByRole('checkbox', { name: 'Issue all: Ready' }).click();
  expect(await page.getByRole('button', { name: 'Issue 0 invoices…' }).isDisabled()).toBe(true);
  await ready.getByRole('checkbox', { name: 'Issue all: Ready' }).click();
  await page.getByRole('button', { name: 'Issue 2 invoices…' }).click();
  await question.getByRole('button', { name: 'Issue 2 invoices' }).click();
  await page.getByText('2 invoices issued').waitFor();
  const { page: technician } = await enter({ name: 'Tess Tech', role: 'technician', at: '/tickets/BIRCH-1' });
  await technician.getByRole('tab', { name: 'Time' }).click();
  await technician.getByText('holds work that is paid ahead').waitFor();
  await technician.getByText(/off “Prepaid hours”.*on invoice HIT-/).waitFor();
  await lookAtWidths(technician, 'ticket-coverage');
  const issued = page.getByRole('region', { name: /^Issued/ });
  await issued.getByRole('row', { name: /Acme/ }).getByRole('link').click();
  await page.getByRole('heading', { name: /^Invoice INV-|^Invoice HIT-/ }).waitFor();
  await lookAtWidths(page, 'invoice');
  expect(await page.getByRole('link', { name: 'Acme', exact: true }).getAttribute('href')).toBe(`/clients/${acme}`);
  await page.getByRole('button', { name: 'Record a payment' }).click();
  await form.getByLabel('Amount').fill('1000.55');
  await form.getByRole('button', { name: 'Record the payment' }).click();
  await page.getByText('AUD 1,000.55').first().waitFor();
  await page.getByText('Part paid').waitFor();
  await page.getByRole('button', { name: 'Credit…' }).click();
  await form.getByLabel('Why').fill('Ten users had left');
  await form.getByRole('button', { name: 'Credit AUD 0.00' }).click();
  await form.getByText('Choose what is credited.').waitFor();
  await form.getByRole('checkbox').check();
  await lookAtWidths(page, 'credit');
  await form.getByRole('button', { name: 'Credit AUD 2,090.00' }).click();
  await page.getByText('Credited by').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'PDF' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^invoice-HIT-0000\d\.pdf$/);
  await page.goto(page.url().replace(/\/billing.*/, '/billing'));
  await page.getByText('Ten users had left').waitFor({ state: 'detached' });
  await page
    .getByRole('row', { name: /Credit/ })
    .first()
    .waitFor();
  await lookAtWidths(page, 'invoices');
  await page.getByRole('link', { name: 'Owed' }).click();
  await page
    .getByRole('table', { name: 'Owed in AUD' })
    .getByRole('row', { name: /Birch Legal/ })
    .waitFor();
  await lookAtWidths(page, 'owed');
  const owed = page.getByRole('table', { name: 'Owed in AUD' });
  await owed.getByRole('row', { name: /^All clients/ }).waitFor();
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  const lines = (await readFile(await table.path(), 'utf8')).trim().split(/\r?\n/);
  expect(lines[0]).toContain('"Client","Currency","Not due yet","1–30 days late"');
  expect(lines.filter((line) => line.startsWith('"Birch Legal","AUD",'))).toHaveLength(1);
  await page.goto(`${origin}/billing/owed?client=${acme}`);
  await page
    .getByText('This client owes nothing')
    .or(owed.getByRole('row', { name: /^Acme/ }))
    .first()
    .waitFor();
  expect(await page.getByRole('row', { name: /Birch Legal/ }).count()).toBe(0);
  await page.goto(`${origin}/clients/${birch}`);
  await page.getByRole('button', { name: 'Edit what stands on invoices' }).click();
  await form.getByLabel('Send invoices to').fill('accounts');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('must be a mail address', { exact: false }).waitFor();
  await form.getByLabel('Send invoices to').fill('accounts@birch.example');
  await lookAtWidths(page, 'client-on-invoices');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('accounts@birch.example').waitFor();
  await page.goto(`${origin}/billing?client=${birch}`);
  await page
    .getByRole('row', { name: /Birch Legal/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('button', { name: 'Credit…' }).click();
  const boxes = form.getByRole('checkbox', { name: /AUD/ });
  expect(await boxes.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked))).toEqual([false, false]);
  await form.getByRole('checkbox', { name: 'All 2 lines' }).check();
  expect(await boxes.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked))).toEqual([true, true]);
  await boxes.first().uncheck();
  expect(await form.getByRole('checkbox', { name: 'All 2 lines' }).isChecked()).toBe(false);
  await lookAtWidths(page, 'credit-some');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Send…' }).click();
  await form.getByText('accounts@birch.example').waitFor();
  await lookAtWidths(page, 'invoice-send');
  await form.getByRole('button', { name: 'Send it' }).click();
  await page.getByText('No mail is sent yet', { exact: false }).first().waitFor();
  // What was refused on purpose.
  faults.length = 0;
}, 300_000);

test('rates, charges and tax rates are added where they are said to be', async () => {
  const { page } = await enter({ name: 'Olive Owner', at: '/billing/rates' });
  await page.getByRole('button', { name: 'New rate' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('An hour').fill('-5');
  await form.getByRole('button', { name: 'Add the rate' }).click();
  await form.getByText(/Enter a number such as/).waitFor();
  await form.getByLabel('An hour').fill('220.50');
  await lookAtWidths(page, 'rate-new');
  await form.getByRole('button', { name: 'Add the rate' }).click();
  await page.getByRole('cell', { name: '220.5' }).waitFor();
  await lookAtWidths(page, 'rates');
  await page.goto(page.url().replace(/\/billing.*/, `/billing/charges?client=${acme}`));
  await page.getByRole('button', { name: 'New charge' }).first().click();
  await form.getByLabel('What').fill('Laptop');
  await form.getByLabel('Price each').fill('1899');
  await form.getByRole('button', { name: 'Charge it' }).click();
  await page.getByRole('row', { name: /Laptop.*AUD 1,899\.00/ }).waitFor();
  await lookAtWidths(page, 'charges');
  await page.goto(page.url().replace(/\/billing.*/, '/settings/tax-rates'));
  await page.getByRole('button', { name: 'New tax rate' }).click();
  await form.getByLabel('Name').fill('VAT');
  await form.getByLabel('Per cent').fill('20');
  await form.getByRole('button', { name: 'Create tax rate' }).click();
  await page.getByText('VAT').waitFor();
  await lookAtWidths(page, 'tax-rates');
});

test('whoever looks after a client reads its invoices, the work in them and what is left of its hours, on a phone too', async () => {
  const bea = await desk.run((ctx) => createContact(ctx, { clientId: birch, name: 'Bea Birch', sees: 'all' }));
  const { url } = await done<{ url: string }>(olga, 'POST', `/contacts/${bea}/sign-in-link`);
  const { page, faults } = await visit({ width: 390 });
  await page.goto(url.replace(/^https?:\/\/[^/]+/, origin));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Invoices' }).click();
  await page.getByText('Left of Prepaid hours').waitFor();
  await page.getByText('of 1 h', { exact: false }).waitFor();
  await lookAtWidths(page, 'portal-invoices');
  await page.getByRole('link', { name: /This month/ }).click();
  await page.getByRole('heading', { name: /^Invoice HIT-/ }).waitFor();
  await page.getByText('Work in it').first().click();
  await page
    .getByText(/, 0\.75 h/)
    .first()
    .waitFor();
  await lookAtWidths(page, 'portal-invoice');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PDF' }).click();
  expect((await download).suggestedFilename()).toMatch(/^invoice-HIT-\d+\.pdf$/);
  expect(faults).toEqual([]);
});

test('the owner says what somebody costs, and sees what is earned with each client and what contracts bring', async () => {
  const { page } = await enter({ name: 'Oscar Owner', at: '/billing/margin?period=month' });
  await page.getByText('count as nothing', { exact: false }).waitFor();
  await page.getByRole('link', { name: 'What people cost' }).click();
  await page.getByRole('button', { name: 'New cost' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Person').click();
  await page.getByRole('option', { name: 'Tom Tech' }).click();
  await form.getByLabel('An hour costs').fill('60');
  await form.getByLabel('From').fill(begins);
  await lookAtWidths(page, 'cost-new');
  await form.getByRole('button', { name: 'Add the cost' }).click();
  await page.getByRole('row', { name: /Tom Tech/ }).waitFor();
  await lookAtWidths(page, 'costs');
  await page.getByRole('link', { name: 'Margins' }).click();
  const table = page.getByRole('table', { name: 'Margins' });
  await table.getByRole('row', { name: /Birch Legal.*AUD 100\.00/ }).waitFor();
  await lookAtWidths(page, 'margins');
  await table.getByRole('button', { name: 'Birch Legal' }).click();
  await form.getByRole('link', { name: /The server is slow/ }).waitFor();
  await lookAtWidths(page, 'margin-client');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Recurring' }).click();
  await page
    .getByRole('row', { name: /Prepaid hours.*AUD 150\.00/ })
    .first()
    .waitFor();
  await lookAtWidths(page, 'recurring');
});

test('a run leads to what waits for approval, and changing only how many leaves the price to rise as it was agreed', async () => {
  const cedar = await desk.run((ctx) => createClient(ctx, { name: 'Cedar Dental', code: 'CEDAR', timeZone: 'UTC' }));
  const year = Number(begins.slice(0, 4)) - 1;
  const { id } = await contract(
    { clientId: cedar, begins: `${year}${begins.slice(4)}`, name: 'Seats', upliftPercent: '3.5', upliftMonths: 12 },
    { kind: 'fixed', name: 'Seat', unit: 'seat', quantity: '24', price: '139' },
  );
  const days = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();
  const { key } = await done<{ key: string }>(tom, 'POST', '/tickets', {
    ...{ clientId: cedar, title: 'Chairs do not move', kind: 'incident' },
  });
  await done(tom, 'POST', `/tickets/${key}/time`, { minutes: 50, workedAt: days(3) });
  await done(tom, 'POST', '/time/submit', { from: days(4).slice(0, 10), to: today });
  const { page, faults } = await enter({ name: 'Ona Owner', at: `/billing/contracts/${id}` });
  await page.getByRole('button', { name: 'Change quantity or price' }).click();
  const form = page.getByRole('dialog');
  const price = form.getByLabel('Price each, a month');
  expect(await price.inputValue()).toBe('143.87');
  await form.getByText('139 was agreed on', { exact: false }).waitFor();
  await lookAtWidths(page, 'contract-terms');
  await form.getByLabel('How many').fill('25');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  const { lines } = await done<ContractView>(olga, 'GET', `/contracts/${id}`);
  expect(lines[0]).toMatchObject({ priceNow: '143.87', terms: [{ price: '139' }, { price: '139', quantity: '25' }] });
  expect(new Set(lines[0]?.terms.map(({ agreedOn }) => agreedOn)).size).toBe(1);

  const run = await done<{ id: string }>(olga, 'POST', '/billing-runs', { name: 'With a look', by: today });
  await page.goto(`${origin}/billing/runs/${run.id}`);
  const row = page.getByRole('row', { name: /Cedar Dental/ });
  await row.getByText('50 min in 1 entry', { exact: false }).waitFor();
  await lookAtWidths(page, 'run-approval');
  await row.getByRole('link', { name: 'Look at what waits for approval' }).click();
  await page.getByRole('button', { name: 'Tom Tech' }).first().waitFor();
  expect(faults).toEqual([]);
});
