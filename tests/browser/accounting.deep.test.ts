import { afterAll, expect, test } from 'vitest';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { startSimulator } from '../../tools/simulate/index.ts';
import { simulatedXero } from '../../tools/simulate/xero/index.ts';
import { lookAtWidths } from './look.ts';
import { openWorkspace } from './workspace.ts';

const { desk, origin, enter } = await openWorkspace();
// Where Xero sends the browser back to has this port.
Object.assign(desk.services, { baseUrl: origin });
const { fina, acme, birch, run, invoice } = await billingDesk(desk, null);
const xero = simulatedXero();
const simulator = await startSimulator(xero.vendor, { sites: 1, devices: 1, switches: { limits: false } });
afterAll(() => simulator.stop());
const { books } = xero;
books.contacts.length = 0;
for (const name of ['Acme', 'Birch & Sons'])
  books.contacts.push({ id: crypto.randomUUID(), name, email: '', archived: false });
const today = new Date().toISOString().slice(0, 10);
const PATIENCE = { timeout: 40_000 };

test('invoices go to Xero, a client without a contact is mended and sent once, and a payment flows back', async () => {
  for (const clientId of [acme, birch])
    await done(fina, 'POST', '/charges', { clientId, name: 'Firewall', due: today, quantity: '2', price: '450.25' });
  const id = await run(today, 'This month');
  await done(fina, 'POST', `/billing-runs/${id}/issue`, { clientIds: [acme, birch] });
  const { page } = await enter({ name: 'Olive Owner', at: '/billing/accounting' });
  await page.getByText('Xero is not connected').waitFor();
  await lookAtWidths(page, 'accounting-none');
  await page.getByRole('button', { name: 'Connect Xero' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Client id').fill(simulator.credentials[0]?.value ?? '');
  await form.getByLabel('Client secret').fill(simulator.credentials[1]?.value ?? '');
  await form.getByRole('button', { name: 'Other addresses than Xero’s own…' }).click();
  await form.getByLabel('Sign-in address').fill(`${simulator.origin}/identity/connect/authorize`);
  await form.getByLabel('Token address').fill(`${simulator.origin}/connect/token`);
  await form.getByLabel('API address').fill(simulator.origin);
  await lookAtWidths(page, 'accounting-connect');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Agree at Xero' }).click();
  await page.getByText('Xero is connected', { exact: true }).waitFor(PATIENCE);
  await page.getByRole('button', { name: 'Keep these books' }).click();

  const sent = page.getByRole('region', { name: 'Invoices and credits' });
  await sent.getByText('Birch Legal has no contact in Xero yet', { exact: false }).waitFor(PATIENCE);
  await lookAtWidths(page, 'accounting-not-taken');
  const choose = async (field: string, option: string | RegExp) => {
    await page.getByRole('combobox', { name: field }).click();
    await page.getByRole('option', { name: option }).click();
  };
  await choose('Everything else', /^200 /);
  await choose('GST 10 %', 'GST on Income');
  await page.getByRole('button', { name: 'Accept 1 proposal' }).click();
  // One of two goes; the other waits for its contact and says so.
  await sent.getByRole('row', { name: /Acme.*In Xero/ }).waitFor(PATIENCE);
  expect(await sent.getByRole('row', { name: /Birch Legal.*has no contact/ }).count()).toBe(1);
  expect(books.documents.map(({ total, status }) => [total, status])).toEqual([[99_055, 'AUTHORISED']]);
  await choose('Contact of Birch Legal', 'Birch & Sons');
  await sent.getByRole('row', { name: /Birch Legal.*In Xero/ }).waitFor(PATIENCE);
  expect(books.documents).toHaveLength(2);
  expect(books.contacts).toHaveLength(2);

  const [paid] = books.documents;
  books.pay(paid?.number ?? '', 99_055, today, 'EFT 77');
  await page.getByRole('button', { name: 'Send and read now' }).click();
  const payments = page.getByRole('region', { name: 'Paid in Xero' });
  await payments.getByText('AUD 990.55', { exact: false }).waitFor(PATIENCE);
  await lookAtWidths(page, 'accounting');
  await payments.getByRole('link', { name: paid?.number ?? '' }).click();
  await page.getByText('In Xero, paid').waitFor();
  await page.getByText('Xero: EFT 77').waitFor();
  await lookAtWidths(page, 'invoice-in-accounting');
  const address = new URL(page.url());
  expect(await invoice(address.pathname.split('/').at(-1) ?? '')).toMatchObject({ state: 'paid', open: 0 });
});

test('finance, in the dark, sees the books without what connects them, and saves a file of the month', async () => {
  const { page } = await enter({ name: 'Fred Finance', role: 'finance', at: '/billing/accounting', dark: true });
  await page.getByRole('combobox', { name: 'Contact of Acme' }).waitFor(PATIENCE);
  expect(await page.getByRole('button', { name: 'Disconnect' }).count()).toBe(0);
  await lookAtWidths(page, 'accounting-dark');
  await page.getByRole('link', { name: 'Invoices', exact: true }).click();
  await page.getByRole('button', { name: 'Export CSV…' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Income account').fill('200');
  await lookAtWidths(page, 'export-dark');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    form.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('invoices-xero.csv');
  await page.getByText('2 invoices and credits are in the file').waitFor();
});
