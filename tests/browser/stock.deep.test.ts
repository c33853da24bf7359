import { expect, test } from 'vitest';
import { createClient, createSite } from '#server/business/client/index.ts';
import { createItem } from '#server/practices/configuration/index.ts';
import { expectAccessible } from './accessible.ts';
import { lookAtWidths } from './look.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const LONG = 'An unusually long name of a laptop that somebody wrote with care '.repeat(2);
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const { laptop } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const siteId = await createSite(ctx, acme, { name: 'Head office' });
  const attributes = {
    ...{ purchasedOn: day(-365), purchasePrice: '1200.00 EUR', depreciationMonths: 36, supplier: 'Best Buyers' },
    warrantyUntil: day(-3),
  };
  const laptop = await createItem(ctx, { clientId: acme, name: `${LONG}1`, classKey: 'laptop', siteId, attributes });
  await createItem(ctx, { clientId: acme, name: 'Spare', classKey: 'laptop', siteId, state: 'in_stock' });
  await createItem(ctx, { clientId: acme, name: 'Thrown away', classKey: 'laptop', state: 'disposed' });
  return { laptop };
});

test('items that are selected are changed together, each with what became of it, and stock counts them', async () => {
  const { page } = await enter({ name: 'Olive Owner', at: '/estate/stock' });
  await page.getByRole('link', { name: '1 in stock: Laptop' }).waitFor();
  await lookAtWidths(page, 'stock');
  await page.getByRole('link', { name: '1 in stock: Laptop' }).click();
  await page.getByRole('link', { name: 'Spare' }).waitFor();
  expect(await page.getByRole('link', { name: 'Thrown away' }).count()).toBe(0);

  await page.goto(page.url().replace(/\/estate.*/, '/estate?class=laptop&state=any'));
  await page.getByRole('link', { name: 'Thrown away' }).waitFor();
  for (const name of ['Thrown away', `${LONG}1`])
    await page.getByRole('checkbox', { name, exact: false }).first().click({ force: true });
  const bar = page.getByRole('region', { name: 'Selected items' });
  await bar.getByText('2 selected').waitFor();
  await lookAtWidths(page, 'estate-selected');
  await bar.getByRole('button', { name: 'Set state' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('State').first().click();
  await page.getByRole('option', { name: 'In stock' }).click();
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Change 2 items' }).click();
  await form.getByText('1 changed, 1 refused.').waitFor();
  await form.getByText('cannot follow disposed', { exact: false }).waitFor();
  await expectAccessible(page);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/changed.png` });
  await form.getByRole('button', { name: 'Close' }).last().click();

  await page.goto(page.url().replace(/\/estate.*/, '/estate?warranty=ended'));
  await page.getByText('Ended 3 days ago').waitFor();
  await page.goto(page.url().replace(/\/estate.*/, `/estate/${laptop}`));
  const bought = page.getByRole('region', { name: 'Purchase and warranty' });
  await bought.getByText('ended 3 days ago', { exact: false }).waitFor();
  await bought
    .getByText('€800', { exact: false })
    .or(bought.getByText('EUR 800', { exact: false }))
    .waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await lookAtWidths(page, 'bought-dark');
});
