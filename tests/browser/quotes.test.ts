import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { createContact } from '#server/business/client/index.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { lookAtWidths } from './look.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter, visit, origin } = await openWorkspace();
const { olga, fina, birch } = await billingDesk(desk, null);

const sizeOf = (text: Locator) => text.evaluate((element) => getComputedStyle(element).fontSize);

test('finance writes a quote from the price book and sends it; the client chooses an option and signs; contract, order and project appear', async () => {
  const bea = await desk.run((ctx) => createContact(ctx, { clientId: birch, name: 'Bea Birch', sees: 'all' }));
  const { page, faults } = await enter({ name: 'Fred Finance', role: 'finance', at: '/billing/price-book' });
  await page.getByText('Nothing is in the price book yet').waitFor();
  await page.getByRole('button', { name: 'New product' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Code').fill('FW-60');
  await form.getByLabel('Name').fill('Firewall 60');
  await form.getByLabel('Price', { exact: true }).fill('1200');
  await form.getByLabel('Costs you').fill('800');
  await lookAtWidths(page, 'product-new');
  await form.getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('row', { name: /Firewall 60.*AUD 1,200\.00.*AUD 800\.00/ }).waitFor();
  await lookAtWidths(page, 'price-book');
  await page.setViewportSize({ width: 390, height: 900 });
  const costs = page.getByRole('cell', { name: 'AUD 800.00' });
  expect(await costs.getAttribute('data-column')).toBe('Costs you');
  const box = await costs.boundingBox();
  expect((box?.x ?? Number.POSITIVE_INFINITY) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const product of [
    { code: 'MFW', name: 'Managed firewall', kind: 'service', billed: 'monthly', price: '50' },
    { code: 'SETUP', name: 'Installation', kind: 'labour', billed: 'once', price: '180' },
    { code: 'SPARE', name: 'Spare unit', kind: 'goods', billed: 'once', price: '700' },
  ]) {
    const { price, ...rest } = product;
    await done(fina, 'POST', '/products', { ...rest, prices: [{ currency: 'AUD', price, cost: null }] });
  }
  await page.reload();
  await page.getByRole('row', { name: /Spare unit/ }).waitFor();

  await page.getByRole('link', { name: 'Quotes' }).click();
  await page.getByText('No quote yet').waitFor();
  await page.getByRole('button', { name: 'New quote' }).first().click();
  await form.getByRole('combobox', { name: 'Client' }).fill('Birch');
  await page.getByRole('option', { name: 'Birch Legal' }).click();
  await form.getByLabel('What it is about').fill('A new firewall');
  await form.getByRole('button', { name: 'Write it' }).click();
  await page.getByRole('heading', { name: 'A new firewall' }).waitFor();
  await page.getByRole('combobox', { name: 'For' }).fill('Bea');
  await page.getByRole('option', { name: 'Bea Birch' }).click();
  const add = page.getByRole('combobox', { name: 'Add from the price book' });
  for (const code of ['FW-60', 'MFW', 'SETUP', 'SPARE']) {
    await add.fill(code);
    await page.getByRole('option', { name: new RegExp(`^${code}`) }).waitFor();
    await add.press('Enter');
  }
  const setup = page.getByRole('group', { name: 'Installation' });
  await setup.getByRole('combobox', { name: 'Tax' }).click();
  await page.getByRole('option', { name: 'GST' }).click();
  await setup.getByText(/becomes a charge of its own once accepted/).waitFor();
  await setup.locator('.mantine-Select-root', { hasText: 'Tax' }).locator('button').click();
  await setup.getByText(/becomes a charge of its own once accepted/).waitFor({ state: 'detached' });
  const spare = page.getByRole('group', { name: 'Spare unit' });
  await spare.getByRole('combobox', { name: 'Choice' }).click();
  await page.getByRole('option', { name: 'Optional' }).click();
  await page.getByText('Before tax: AUD 1,380.00 once, AUD 50.00 a month', { exact: false }).waitFor();
  await lookAtWidths(page, 'quote-draft');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'As the client sees it' }).click();
  await form.getByText('AUD 1,518.00').waitFor();
  expect(await form.getByText('Costs you').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Send it' }).click();
  await page.getByRole('button', { name: 'Withdraw…' }).waitFor();
  await lookAtWidths(page, 'quote-sent');

  const { url } = await done<{ url: string }>(olga, 'POST', `/contacts/${bea}/sign-in-link`);
  const portal = await visit({ width: 390 });
  await portal.page.goto(url.replace(/^https?:\/\/[^/]+/, origin));
  await portal.page.getByRole('button', { name: 'Sign in' }).click();
  await portal.page.getByRole('link', { name: 'Quotes and contracts' }).click();
  await lookAtWidths(portal.page, 'portal-quotes');
  await portal.page.getByRole('link', { name: /A new firewall/ }).click();
  await portal.page.getByText('1 × AUD 1,200.00').waitFor();
  await portal.page.getByRole('checkbox', { name: 'Spare unit' }).check();
  expect(await sizeOf(portal.page.getByText('Spare unit'))).toBe('16px');
  await portal.page.getByText('AUD 2,288.00').waitFor();
  await portal.page.getByRole('button', { name: 'Accept and sign…' }).click();
  await portal.page.getByRole('checkbox', { name: /I may bind my company/ }).check();
  expect(await sizeOf(portal.page.getByText(/I may bind my company/))).toBe('16px');
  await portal.page.getByLabel('Your full name, as your signature').fill('..');
  expect(await portal.page.getByRole('button', { name: 'Sign and accept' }).isDisabled()).toBe(true);
  await portal.page.getByLabel('Your full name, as your signature').fill('Beatrice Birch');
  await lookAtWidths(portal.page, 'portal-quote-sign');
  await portal.page.getByRole('button', { name: 'Sign and accept' }).click();
  await portal.page.getByText('Signed by Beatrice Birch', { exact: false }).waitFor();
  await lookAtWidths(portal.page, 'portal-quote-signed');

  await page.reload();
  await page.getByText('Beatrice Birch').waitFor();
  await page.getByText(/^Project A new firewall/).waitFor();
  await lookAtWidths(page, 'quote-accepted');
  await page.getByRole('link', { name: 'Order of 2 lines' }).click();
  await page.getByRole('button', { name: 'Edit Firewall 60' }).click();
  await form.getByRole('combobox', { name: /^Where it is/ }).click();
  await page.getByRole('option', { name: 'Handed over' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('row', { name: /Firewall 60.*Handed over/ }).waitFor();
  await lookAtWidths(page, 'orders');
  await page.getByRole('link', { name: 'Q-00001' }).first().click();
  await page.getByRole('link', { name: /^Contract A new firewall/ }).click();
  await page.getByText('Draft', { exact: true }).waitFor();
  await page.getByText('1 × AUD 50.00').waitFor();

  await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
  await form.getByLabel('Terms').fill('We answer within an hour.\nYou pay within a month.');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  const terms = page.getByText('We answer within an hour.');
  await expect.poll(() => terms.evaluate((one) => getComputedStyle(one).whiteSpace)).toMatch(/^pre/);
  await page.getByRole('button', { name: 'Send for signature…' }).click();
  // Only those who may bind the company are offered.
  await form.getByRole('combobox', { name: /^Who signs/ }).click();
  await page.getByRole('option', { name: 'Bea Birch' }).waitFor();
  expect(await page.getByRole('option').allTextContents()).toEqual(['Bea Birch']);
  await page.getByRole('option', { name: 'Bea Birch' }).click();
  await form.getByRole('button', { name: 'Send it' }).click();
  await page.getByRole('button', { name: 'Take back' }).waitFor();
  await lookAtWidths(page, 'contract-sent');
  await portal.page.getByRole('link', { name: 'Quotes and contracts', exact: true }).click();
  await portal.page.getByRole('heading', { level: 1, name: 'Quotes and contracts' }).waitFor();
  await portal.page.getByRole('link', { name: /A new firewall.*Waiting for your signature/ }).click();
  await portal.page.getByText('a part of a month costs a part').waitFor();
  await portal.page.getByText('1.5 × the rates').waitFor();
  await portal.page.getByText(/^Any work, from/).waitFor();
  await portal.page.getByRole('button', { name: 'Sign…' }).click();
  await portal.page.getByLabel('Your full name, as your signature').fill('Beatrice Birch');
  await portal.page.getByRole('checkbox', { name: /accept this contract as it stands/ }).check();
  await lookAtWidths(portal.page, 'portal-contract-sign');
  await portal.page.getByRole('button', { name: 'Sign the contract' }).click();
  await portal.page.getByText('Signed by Beatrice Birch', { exact: false }).waitFor();
  await page.reload();
  await page.getByText('Beatrice Birch').waitFor();
  await page.getByText(/^\w+, \d+ \w+ \d{4} at \d\d:\d\d:\d\d/).waitFor();
  await lookAtWidths(page, 'contract-signed');
  await page.getByRole('button', { name: 'Make it active' }).click();
  await page.getByText('Active', { exact: true }).waitFor();
  expect([...faults, ...portal.faults]).toEqual([]);
});

test('somebody who may not sign for the company hears at its quotes for whom they are', async () => {
  const cleo = await desk.run((ctx) => createContact(ctx, { clientId: birch, name: 'Cleo Clerk' }));
  const { url } = await done<{ url: string }>(olga, 'POST', `/contacts/${cleo}/sign-in-link`);
  const { page, faults } = await visit({ width: 390 });
  await page.goto(url.replace(/^https?:\/\/[^/]+/, origin));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Tickets' }).first().waitFor();
  expect(await page.getByRole('link', { name: 'Quotes and contracts' }).count()).toBe(0);
  await page.goto(`${origin}/portal/quotes`);
  await page.getByText('Quotes and contracts are for whoever may sign').waitFor();
  expect(await page.getByText('You may not do this').count()).toBe(0);
  await lookAtWidths(page, 'portal-quotes-for-signers');
  expect(faults).toEqual([]);
});
