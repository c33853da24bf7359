import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createItem, relateItems, takeReadings } from '#server/practices/configuration/index.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const owner = await hire(desk);
const { acme, ada, dc } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
  const source = { kind: 'rmm', id: newId(), name: 'Datto RMM' } as const;
  await takeReadings(ctx, { clientId: acme, siteId: null, source }, [
    {
      externalId: 'dc01',
      name: 'ACME-DC01',
      classKey: 'server',
      identifiers: [{ kind: 'serial', value: 'ABC1234' }],
      attributes: {
        operatingSystem: 'Windows Server 2022',
        memoryMb: 16_384,
        manufacturer: 'Dell Inc.',
        model: 'R450',
        serial: 'ABC1234',
        rackUnit: 'U12',
      },
      online: true,
      lastSeenAt: ctx.now,
      user: 'ACME\\admin',
      remoteUrl: 'https://rmm.example/remote/dc01',
      openUrl: 'https://rmm.example/device/dc01',
      software: [{ name: 'OpenSSL', version: '3.0.17', publisher: 'OpenSSL', installedOn: null }],
      sections: { disks: [{ name: 'C:', sizeMb: 238_000 }] },
    },
  ]);
  const { id: dc } = await ctx.tx.selectFrom('configuration_items').select('id').executeTakeFirstOrThrow();
  const net = await createItem(ctx, { clientId: acme, name: 'Core switch', classKey: 'switch' });
  const practice = await createItem(ctx, { clientId: acme, name: 'Practice', classKey: 'service', contactId: ada });
  await relateItems(ctx, { fromId: dc, kind: 'connects_to', toId: net });
  await relateItems(ctx, { fromId: practice, kind: 'runs_on', toId: dc });
  return { acme, ada, dc };
});

test('an item is found by its serial number, says who says what, and is changed by hand', async () => {
  const { page, faults } = await enter({ name: 'Tom Tech', role: 'technician', at: '/estate' });
  await page.getByRole('searchbox', { name: 'Search name, tag, serial or MAC' }).fill('abc1234');
  await expect.poll(() => page.getByRole('link', { name: 'Core switch' }).count()).toBe(0);
  await expectAccessible(page);
  await page.getByText('ACME-DC01').first().click();
  await page.getByRole('heading', { name: 'ACME-DC01' }).waitFor();
  await page.getByText('Windows Server 2022').waitFor();
  await page.getByText('16 GB').waitFor();
  await page.getByText('OpenSSL').first().waitFor();
  expect(await page.getByRole('link', { name: 'Remote control' }).getAttribute('href')).toBe(
    'https://rmm.example/remote/dc01',
  );
  await expectAccessible(page);
  await page.keyboard.press('e');
  await page.getByRole('dialog').getByLabel('Location').fill('Rack A');
  // What a source says beyond the class is shown, and offered to nobody.
  await page.getByText('U12').waitFor();
  expect(await page.getByRole('dialog').getByLabel('rackUnit').count()).toBe(0);
  await page.getByRole('dialog').getByLabel('Memory (MB)').fill('32768');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('32 GB').first().waitFor();
  await page.getByRole('button', { name: 'Sources differ about Memory' }).click();
  const said = page.getByRole('dialog', { name: 'Sources differ about Memory' });
  await said.getByText('16 GB').waitFor();
  await said.getByText('believed').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByText('Memory: 16 GB → 32 GB').waitFor();
  expect(faults).toEqual([]);
});

test('what fails with a switch is seen as a list and as a picture, on a phone too', async () => {
  const { page, faults } = await enter({ name: 'Lee Two', role: 'technician', at: `/estate/${dc}` });
  await page.getByRole('link', { name: 'Core switch' }).click();
  await page.getByRole('link', { name: 'What hangs on it' }).press('Enter');
  await page.getByText('2 items, the farthest 2 steps away').waitFor();
  await page.getByRole('region', { name: 'Picture of what hangs together' }).getByText('Practice').waitFor();
  await page.getByRole('link', { name: 'Ada Adams' }).waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.reload();
  await page.getByText('2 items, the farthest 2 steps away').waitFor();
  expect(await sidewaysFindings(page)).toEqual([]);
  await page.getByText('What it needs').click();
  await page.getByText('As far as is known, it needs nothing else.').waitFor();
  expect(faults).toEqual([]);
});

test('a ticket is said to be about a device, which stands beside the conversation with the way to it', async () => {
  const made = await owner.call('POST', '/tickets', {
    kind: 'incident',
    clientId: acme,
    requesterId: ada,
    title: 'Slow server',
  });
  const { key } = made.body as { key: string };
  const { page, faults } = await enter({ name: 'Uma Tech', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('tab', { name: 'Device' }).click();
  // What belongs to whoever asked is offered before anything is typed.
  await page.getByRole('list', { name: 'Items of the requester' }).getByText('Practice').waitFor();
  await page.getByRole('searchbox', { name: 'Find a device or service' }).fill('dc01');
  await page.getByRole('button', { name: 'It is about ACME-DC01' }).press('Enter');
  const device = page.getByRole('article', { name: 'ACME-DC01' });
  await device.getByText('ACME\\admin').waitFor();
  await device.getByRole('link', { name: 'Remote control' }).waitFor();
  await expectAccessible(page);
  await device.getByRole('button', { name: 'Take off ACME-DC01' }).click();
  await device.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await device.waitFor();
  expect(faults).toEqual([]);
});
