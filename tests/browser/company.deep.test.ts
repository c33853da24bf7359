import { expect, test } from 'vitest';
import { ensureAdmin } from '#platform/identity/index.ts';
import { createClient } from '#server/business/client/index.ts';
import { expectAccessible } from './accessible.ts';
import { focused, marked, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
await ensureAdmin(
  desk.services,
  { email: 'olive@harbour.example', password: 'four quiet green harbours' },
  { sample: false },
);
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const own = () =>
  desk.run((ctx) =>
    ctx.tx.selectFrom('clients').select(['name', 'time_zone']).where('kind', '=', 'internal').executeTakeFirstOrThrow(),
  );

test('a company set up unattended gets its own name and zone, and the workspace follows', async () => {
  const { page } = await enter({ name: 'Olive Owner', at: '/settings' });
  const bar = page.getByRole('banner');
  await bar.getByText('My MSP').waitFor();
  await page.getByRole('link', { name: 'Name and time zone' }).first().click();
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.waitFor();
  await expectAccessible(page);
  await tabTo(page, name);
  await press(page, 'Control+a', '"Harbour Street IT"', 'Tab');
  await focused(page.getByRole('combobox', { name: 'Time zone' }).or(page.getByLabel('Time zone')).first());
  await press(page, 'Control+a', '"Perth"');
  await marked(page, 'Australia/Perth');
  await press(page, 'Enter', 'Control+Enter');
  await told(page, 'Saved');
  await bar.getByText('Harbour Street IT').waitFor();
  expect(await own()).toEqual({ name: 'Harbour Street IT', time_zone: 'Australia/Perth' });

  // A name of blanks is refused at its field, and the one there is stays.
  await tabTo(page, name, 'Shift+Tab');
  await press(page, 'Control+a', '" "', 'Control+Enter');
  await page.getByText('Enter your company’s name.').waitFor();
  expect((await own()).name).toBe('Harbour Street IT');
});

test('whoever is limited to clients is told why there is nothing, and whoever may not change it has no way there', async () => {
  const { page } = await enter({ name: 'Max Manager', role: 'manager', clientIds: [acme], at: '/settings/company' });
  await page.getByText('You do not see your company’s record').waitFor();
  await expectAccessible(page);
  const { page: other } = await enter({ name: 'Tia Technician', role: 'technician', at: '/settings' });
  await other.getByRole('link', { name: 'Categories' }).first().waitFor();
  expect(await other.getByRole('link', { name: 'Name and time zone' }).count()).toBe(0);
});
