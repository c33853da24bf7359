import { expect, test } from 'vitest';
import { createClient, createSite } from '#server/business/client/index.ts';
import { openSmallRmm, SMALL_TOKEN } from '#tests/small-rmm.ts';
import { expectAccessible, FLOATING, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const rmm = await openSmallRmm();
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme Dental', code: 'ACME', timeZone: 'UTC' }));
const LONG = 'An unusually long name of a site, such as those that people give to places which they care about';
rmm.sites = [
  { externalId: 'a', name: 'Acme Dental', parentName: null, deviceCount: 1 },
  { externalId: 'b', name: LONG, parentName: 'אקמה', deviceCount: 0 },
];
rmm.devices = [{ externalId: 'd1', name: 'PC1', classKey: 'workstation', identifiers: [], attributes: {}, site: 'a' }];
const PATIENCE = { timeout: 40_000 };

test('an owner connects a system, accepts whose its sites are, and its devices come by themselves', async () => {
  const { page } = await enter({ name: 'Olive Owner', at: '/settings/connectors' });
  await page.getByText('Once an RMM is connected').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New connector' }).first().click();
  await page.getByRole('combobox', { name: 'System' }).fill('Small');
  await page.getByRole('option', { name: 'Small RMM' }).click();
  await page.getByRole('textbox', { name: 'Address' }).fill(rmm.origin);
  await page.getByLabel('Token').fill('wrong');
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByText('The token is not taken any more.').waitFor();
  await page.getByLabel('Token').fill(SMALL_TOKEN);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByText('Small account').waitFor();
  await expectAccessible(page, FLOATING);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();

  await page.getByRole('heading', { name: 'Sites and clients' }).waitFor();
  await page.getByText('Has the client’s name').waitFor(PATIENCE);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Accept 1 suggestion' }).click();
  await page.getByText('1 device, 1 new').waitFor(PATIENCE);
  const items = await desk.run(({ tx }) =>
    tx.selectFrom('configuration_items').select(['client_id', 'name']).execute(),
  );
  expect(items).toEqual([{ client_id: acme, name: 'PC1' }]);

  await page.getByRole('button', { name: 'Make the address' }).click();
  const address = await page.getByRole('textbox', { name: 'Paste this address there' }).inputValue();
  expect(address).toMatch(/\/hooks\/[\w-]{43}$/);
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sidewaysFindings(page)).toEqual([]);
    await expectAccessible(page);
  }
});

test('whoever manages says how often it is read, who may call, and which site of which of many clients a place is', async () => {
  const zebra = await desk.run(async (ctx) => {
    for (let nth = 0; nth < 205; nth++)
      await createClient(ctx, { name: `Client ${nth}`, code: `C${nth}`, timeZone: 'UTC' });
    const id = await createClient(ctx, { name: 'Zebra Foods', code: 'ZEBRA', timeZone: 'UTC' });
    await createSite(ctx, id, { name: 'Dock' });
    return id;
  });
  const { page } = await enter({ name: 'Mia Manager', role: 'manager', at: '/settings/connectors' });
  await page.getByRole('link', { name: 'Small RMM' }).click();
  await page.getByRole('combobox', { name: `Client of אקמה / ${LONG}` }).fill('Zebra');
  await page.getByRole('option', { name: 'Zebra Foods' }).click();
  await page.getByRole('combobox', { name: `Site of the client for אקמה / ${LONG}` }).click();
  await page.getByRole('option', { name: 'Dock' }).click();
  const mapped = () =>
    desk.run(({ tx }) =>
      tx
        .selectFrom('connector_sites as c')
        .leftJoin('sites as s', (on) => on.onRef('s.id', '=', 'c.for_site_id'))
        .select(['c.for_client_id', 's.name'])
        .where('c.external_id', '=', 'b')
        .execute(),
    );
  await expect.poll(mapped, PATIENCE).toEqual([{ for_client_id: zebra, name: 'Dock' }]);

  await page.getByRole('button', { name: 'Change these' }).click();
  await page.getByLabel('Changes of devices, every so many minutes').fill('30');
  await page.getByRole('combobox', { name: 'All is of one client' }).fill('Zebra');
  await page.getByRole('option', { name: 'Zebra Foods' }).click();
  await page.getByRole('combobox', { name: 'Networks that may call' }).fill('203.0.113.0/24');
  await page.keyboard.press('Enter');
  await page.getByLabel('Secret in the header X-Fettle-Secret').fill('short');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Take at least 16 characters.').waitFor();
  await page.getByLabel('Secret in the header X-Fettle-Secret').fill('four quiet green harbours');
  await expectAccessible(page, FLOATING);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('their address and a secret').waitFor();
  await page.getByText('every 30 minutes').first().waitFor();
  const kept = await desk.run(({ tx }) =>
    tx.selectFrom('connectors').select(['changes_minutes', 'hook_networks', 'serves_id']).execute(),
  );
  expect(kept).toEqual([{ changes_minutes: 30, hook_networks: ['203.0.113.0/24'], serves_id: zebra }]);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sidewaysFindings(page)).toEqual([]);
    await expectAccessible(page);
  }
});

test('a monitoring system is set up by trying a body', async () => {
  const { page } = await enter({ name: 'Max Manager', role: 'manager', at: '/settings/connectors' });
  await page.getByRole('button', { name: 'New connector' }).first().click();
  await page.getByRole('combobox', { name: 'System' }).fill('Any other');
  await page.getByRole('option', { name: /Any other system/ }).click();
  await page.getByRole('textbox', { name: 'A body that the system sends' }).fill('{"id": 7, "title": "Disk is full"}');
  await page.getByRole('textbox', { name: 'State' }).fill('"raised"');
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByText('Disk is full', { exact: true }).waitFor();
  await expectAccessible(page, FLOATING);
});

test('whoever may not sees no connectors in the settings', async () => {
  const { page } = await enter({ name: 'Tom Tech', role: 'technician', at: '/settings' });
  await page.getByRole('heading', { name: 'Settings' }).first().waitFor();
  expect(await page.getByRole('link', { name: 'Connectors', exact: true }).count()).toBe(0);
});
