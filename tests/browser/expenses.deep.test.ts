import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { Bill, Issued } from '#shared/billing.ts';
import { done, readyToBill } from '#tests/billing-desk.ts';
import { hire } from '#tests/people.ts';
import { DOT } from '#tests/upload.ts';
import { expectAccessible } from './accessible.ts';
import { choose, dialogue, focused, marked, press, tabTo, told } from './keyboard.ts';
import { lookAtWidths } from './look.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const LONG = 'An unusually long title of a ticket that somebody wrote with care '.repeat(2);
const { client, key } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const ticket = await createTicket(ctx, { clientId: acme, kind: 'incident', title: LONG });
  return { client: acme, key: `ACME-${ticket.number}` };
});
const owner = await hire(desk, { name: 'Olga Owner' });
await readyToBill(owner);

test('a trip with its receipt is handed in, returned, mended, approved, and stands on the invoice with its reason', async () => {
  const { page } = await enter({ name: 'Tess Tech', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('tab', { name: 'Time' }).click();
  const ofTicket = page.getByRole('region', { name: 'Expenses' });
  await ofTicket.getByRole('button', { name: 'Add expense' }).press('Enter');
  const form = page.getByRole('dialog');
  await form
    .getByRole('textbox', { name: 'Kind of expense' })
    .or(form.getByRole('combobox', { name: 'Kind of expense' }))
    .click();
  await page.getByRole('option', { name: 'Kilometres' }).click();
  await form.getByLabel('How many km').fill('420');
  await form.getByLabel('Note on the invoice').fill('To the office in Orange');
  await form.getByLabel('Note for us').fill('By the old road');
  await form.locator('input[type=file]').setInputFiles({ name: 'logbook.png', mimeType: 'image/png', buffer: DOT });
  await expectAccessible(page);
  await lookAtWidths(page, 'expense-form');
  await form.getByRole('button', { name: 'Record the expense' }).click();
  await ofTicket.getByText('AUD 369.60').first().waitFor();
  await ofTicket.getByRole('link', { name: 'logbook.png' }).waitFor();
  await lookAtWidths(page, 'expense-ticket');
  await expectAccessible(page);

  await page.goto(page.url().replace(/\/tickets.*/, '/time'));
  const ofDay = page.getByRole('region', { name: 'Expenses' });
  await ofDay.getByText('AUD 369.60').first().waitFor();
  await lookAtWidths(page, 'expense-day');
  await page.keyboard.press('Shift+s');
  await page.getByText('1 expense submitted').waitFor();

  const manager = await enter({ name: 'Max Manager', role: 'manager', at: '/time/approval' });
  const waiting = manager.page.getByRole('region', { name: 'Expenses' });
  await waiting.getByText('Tess Tech').first().waitFor();
  await lookAtWidths(manager.page, 'expense-approval');
  await expectAccessible(manager.page);
  await waiting.getByLabel('Why it is returned').fill('It is 42 km');
  await waiting.getByRole('button', { name: 'Return' }).click();
  await manager.page.getByText('1 expense returned').waitFor();

  await page.goto(page.url().replace(/\/time.*/, '/time/expenses'));
  await page.getByText('Returned: It is 42 km').waitFor();
  await lookAtWidths(page, 'expense-own');
  await page.getByRole('button', { name: /^Change Kilometres/ }).click();
  await form.getByLabel('How many km').fill('42');
  await form.getByRole('combobox', { name: 'Ticket' }).fill('');
  await form.getByRole('combobox', { name: 'Ticket' }).press('Enter');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('AUD 36.96').first().waitFor();
  await page.getByRole('link', { name: new RegExp(`^${key}`) }).waitFor({ state: 'detached' });
  await lookAtWidths(page, 'expense-unsubmitted');
  const ofWeek = page.getByRole('button', { name: /^Submit the week of/ });
  await ofWeek.click();
  await page.getByText('1 expense submitted').waitFor();
  await ofWeek.waitFor({ state: 'detached' });

  await manager.page.reload();
  await waiting.getByRole('button', { name: 'Approve 1 expense' }).click();
  await manager.page.getByText('1 expense approved').waitFor();
  // What is approved can come back as long as it is neither billed nor paid back, and its owner hears of it.
  await waiting.getByText('None wait to be approved.').waitFor();
  await waiting.getByRole('button', { name: 'Approved' }).click();
  await waiting.getByRole('checkbox', { name: 'Kilometres, AUD 36.96 of Tess Tech' }).click();
  await waiting.getByLabel('Why it is returned').fill('Which client was that?');
  await lookAtWidths(manager.page, 'expense-approved');
  await expectAccessible(manager.page);
  await waiting.getByRole('button', { name: 'Return 1 expense' }).click();
  await waiting.getByText('None that is neither billed nor paid back.').waitFor();
  await page.goto(page.url().replace(/\/time.*/, '/account/notifications'));
  await page.getByRole('link', { name: /An expense of yours came back to you: Which client was that/ }).click();
  await page.getByText('Returned: Which client was that?').waitFor();
  await ofWeek.click();
  await ofWeek.waitFor({ state: 'detached' });
  await waiting.getByRole('button', { name: 'To approve' }).click();
  await waiting.getByRole('button', { name: 'Approve 1 expense' }).click();
  await waiting.getByText('None wait to be approved.').waitFor();
  await manager.page.goto(manager.page.url().replace(/\/time.*/, '/time/pay-back'));
  await manager.page.getByRole('region', { name: 'Tess Tech' }).getByText('AUD 36.96').first().waitFor();
  await lookAtWidths(manager.page, 'expense-pay-back');
  await expectAccessible(manager.page);
  await manager.page.getByRole('button', { name: /^Note 1 expense as paid back/ }).click();
  await manager.page.getByText('Nothing is to be paid back').waitFor();

  const today = new Date().toISOString().slice(0, 10);
  const [bill] = (await done<{ items: Bill[] }>(owner, 'GET', `/billing-preview?clientId=${client}&by=${today}`)).items;
  expect(bill?.lines.map(({ amount }) => amount)).toEqual([3_696]);
  const run = await done<{ id: string }>(owner, 'POST', '/billing-runs', { name: 'Now', by: today, issuedOn: today });
  const { issued } = await done<Issued>(owner, 'POST', `/billing-runs/${run.id}/issue`, { clientIds: [client] });
  const fina = await enter({ name: 'Fina Finance', role: 'finance', at: `/billing/invoices/${issued[0]?.invoice.id}` });
  await fina.page.getByText('To the office in Orange').first().waitFor();
  await fina.page.getByRole('button', { name: /^Why/ }).first().click();
  await fina.page.getByText('42 km × 0.88 = AUD 36.96').waitFor();
  await fina.page.getByText(/Kilometres by Tess Tech on/).waitFor();
  const number = (await fina.page.getByRole('heading', { level: 1 }).textContent())?.match(/\S*\d{5}/)?.[0] ?? '?';
  // Whoever may read invoices goes there from the expense; whoever may not reads its number.
  await manager.page.reload();
  await manager.page.getByRole('button', { name: 'Paid back', exact: true }).click();
  await manager.page.getByRole('link', { name: number }).click();
  await manager.page.getByText('To the office in Orange').first().waitFor();
  await page.reload();
  await page.getByText(`on invoice ${number}`).waitFor();
  expect(await page.getByRole('link', { name: number }).count()).toBe(0);
});

test('a technician records an expense on a ticket that is searched for by the keyboard alone, is told of a file that is no receipt, and hands it in', async () => {
  const { page } = await enter({ name: 'Kim Keys', role: 'technician', at: '/time/expenses' });
  await page.getByText('No expenses yet').waitFor();
  await press(page, 'e');
  const form = await dialogue(page, 'New expense');
  const field = (name: string) => form.getByRole('combobox', { name }).or(form.getByRole('textbox', { name })).first();
  await focused(field('Ticket'));
  await press(page, '"unusually care"');
  await marked(page, new RegExp(`^${key} `));
  await press(page, 'Enter');
  await expect.poll(() => form.getByRole('combobox', { name: 'Client' }).isDisabled()).toBe(true);
  expect(await form.getByRole('combobox', { name: 'Client' }).inputValue()).toBe('Acme');
  await tabTo(page, field('Kind of expense'));
  await choose(page, 'Parking and tolls');
  await tabTo(page, form.getByLabel('Amount'));
  await press(page, '"12.50"');
  await tabTo(page, field('Paid from'));
  await choose(page, 'Company card');
  await tabTo(page, form.getByRole('switch', { name: 'Charge the client' }));
  await press(page, 'Space', 'Space');
  expect(await form.getByLabel('Mark-up in %').count()).toBe(0);
  await tabTo(page, form.getByLabel('Note on the invoice'));
  await press(page, '"Parking at the office"');
  const chosen = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
    await tabTo(page, form.getByRole('button', { name: 'Add receipts' }));
    // The browser’s own window to choose files is not the page’s; that the key asks for it is.
    const input = form.locator('input[type=file]');
    await input.evaluate((one) =>
      one.addEventListener('click', () => one.setAttribute('data-asked', ''), { once: true }),
    );
    await page.keyboard.press('Enter');
    await expect.poll(() => input.getAttribute('data-asked')).toBe('');
    await input.evaluate((one) => one.removeAttribute('data-asked'));
    await input.setInputFiles(file);
  };
  await chosen({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('No picture') });
  await form.getByText('notes.txt: must be a picture or a PDF').waitFor();
  await expectAccessible(page);
  await lookAtWidths(page, 'expense-refused-file');
  await chosen({ name: 'huge.png', mimeType: 'image/png', buffer: Buffer.alloc(26_214_401, 1) });
  await form.getByText('huge.png: A file may have at most 25 MB; this one has 25.1 MB.').waitFor();
  await chosen({ name: 'ticket.png', mimeType: 'image/png', buffer: DOT });
  await form.getByRole('list').getByText('ticket.png').waitFor();
  expect(await form.getByText('huge.png').count()).toBe(0);
  await tabTo(page, form.getByRole('button', { name: 'Record the expense' }));
  await press(page, 'Enter');
  await form.waitFor({ state: 'detached' });
  const mine = page.getByRole('list', { name: 'My expenses' });
  await mine.getByRole('link', { name: new RegExp(`^${key}`) }).waitFor();
  await mine.getByRole('link', { name: 'ticket.png' }).waitFor();
  await mine.getByText(/Company card · charged to the client/).waitFor();
  await tabTo(page, page.getByRole('button', { name: /^Submit the week of/ }));
  await press(page, 'Enter');
  await told(page, '1 expense submitted');
});

test('a kind of expense is made with its price by currency, and is offered with it', async () => {
  const { page } = await enter({ name: 'Ozzy Owner', role: 'owner', at: '/settings/expense-kinds' });
  await page.getByRole('button', { name: 'New kind of expense' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('Motorcycle');
  await form.getByLabel('Counted in').fill('km');
  await form.getByRole('button', { name: 'Add a price' }).click();
  await form.getByText(/Where receipts have tax in them, choose it/).waitFor();
  await form.getByLabel('Currency 1').fill('AUD');
  await form.getByRole('textbox', { name: 'Price 1' }).fill('0.4');
  await lookAtWidths(page, 'expense-kind');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Create kind of expense' }).click();
  await page.getByText('AUD 0.4 for each km').waitFor();
  await lookAtWidths(page, 'expense-kinds');
});
