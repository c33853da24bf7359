import { test } from 'vitest';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { lookAtWidths } from './look.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const { olga, acme } = await billingDesk(desk, null);

test('a template is made, a contract drafted from it, and once the two differ it is brought in line', async () => {
  const { id: groupId } = await done<{ id: string }>(olga, 'POST', '/client-groups', { name: 'Gold tier' });
  const { version } = await done<{ version: number }>(olga, 'GET', `/clients/${acme}`);
  await done(olga, 'PATCH', `/clients/${acme}`, { version, groupId });
  const { page } = await enter({ name: 'Fred Finance', role: 'finance', at: '/billing/contracts' });
  const form = page.getByRole('dialog');
  await page.getByRole('link', { name: 'Templates', exact: true }).click();
  await page.getByText('No templates yet').waitFor();
  await page.getByRole('button', { name: 'New template' }).first().click();
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Managed service, Gold');
  await form.getByRole('combobox', { name: 'Tier' }).click();
  await page.getByRole('option', { name: 'Gold tier' }).click();
  await lookAtWidths(page, 'template-new');
  await form.getByRole('button', { name: 'Add the template' }).click();
  await page.getByRole('button', { name: 'Add a line' }).click();
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Managed user');
  await form.getByLabel('How many').fill('1');
  await form.getByLabel(/^Price each/).fill('95');
  await form.getByRole('button', { name: 'Add the line' }).click();
  await page.getByRole('row', { name: /Managed user.*Takes in all work.*AUD 95/ }).waitFor();
  await page.getByText('None yet').waitFor();

  await page.getByRole('link', { name: 'All templates' }).click();
  await page.getByRole('link', { name: 'All contracts' }).click();
  await page.getByRole('button', { name: 'New contract' }).first().click();
  await form.getByRole('combobox', { name: 'Client' }).click();
  await page.getByRole('option', { name: 'Acme' }).click();
  await form.getByRole('combobox', { name: 'Template' }).click();
  await page.getByRole('option', { name: 'Managed service, Gold (Gold tier)' }).click();
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Acme managed');
  await lookAtWidths(page, 'template-contract');
  await form.getByRole('button', { name: 'Draft the contract' }).click();
  await page
    .getByRole('row', { name: /Managed user.*AUD 95/ })
    .getByRole('button', { name: 'Change quantity' })
    .click();
  await form.getByLabel(/^Price each/).fill('90');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('row', { name: /Managed user.*AUD 90/ }).waitFor();

  await page.getByRole('link', { name: 'Managed service, Gold' }).click();
  await page.getByText('Managed user: price 90, not 95').waitFor();
  await lookAtWidths(page, 'template-drift');
  await page.getByRole('button', { name: 'Bring in line…' }).click();
  await lookAtWidths(page, 'template-align');
  await form.getByRole('button', { name: 'Bring in line' }).click();
  await page.getByRole('cell', { name: 'Nothing', exact: true }).waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await lookAtWidths(page, 'template-dark');
}, 240_000);
