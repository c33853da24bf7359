import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createItem, relateItems, takeReadings } from '#server/practices/configuration/index.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

/** A picture of a page in light and in dark, for whoever asks for pictures. */
async function look(page: Page, name: string) {
  if (process.env['LOOK'])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Colours go over into each other.
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
      await page.screenshot({ path: `${process.env['LOOK']}/${name}-${colorScheme}.png` });
    }
}

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
      sections: {
        disks: [
          { name: 'C:', sizeMb: 238_000 },
          { name: 'D:', serial: 'S'.repeat(1_900), sizeMb: 2_000_000 },
        ],
      },
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
  const disks = page.getByRole('region', { name: 'Table of disks' });
  await disks.getByRole('row', { name: 'D: 2 TB' }).waitFor();
  // One long value leaves the others within sight.
  expect(await disks.evaluate((table) => table.scrollWidth)).toBeLessThan(1_000);
  await look(page, 'parts');
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

test('values and names without end leave the page as it is, and amounts are asked with their currency', async () => {
  const name = 'SAN '.repeat(50).trim();
  const id = await desk.run((ctx) =>
    createItem(ctx, {
      clientId: acme,
      name,
      classKey: 'certificate',
      attributes: { notes: 'n'.repeat(2_000), manufacturer: 'm'.repeat(2_000), model: 'm'.repeat(2_000) },
    }),
  );
  const { page, faults } = await enter({ name: 'Vic Tech', role: 'technician', at: `/estate/${id}` });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.setViewportSize({ width: 768, height: 900 });
  const isCut = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => one.scrollWidth > one.clientWidth);
  expect(await isCut('.f-page-head h1')).toBe(true);
  expect(await isCut('.f-page-head .mantine-Badge-label')).toBe(false);
  await look(page, 'long-item-768');
  // Nothing is known of it right now, so that nothing is said.
  expect(await page.getByRole('heading', { name: 'Now', exact: true }).count()).toBe(0);

  await page.setViewportSize({ width: 390, height: 900 });
  expect(await sidewaysFindings(page)).toEqual([]);
  const notes = page.getByRole('row', { name: /^Notes/ });
  const tall = async () => (await notes.boundingBox())?.height ?? 0;
  expect(await tall()).toBeLessThan(160);
  await expectAccessible(page);
  await look(page, 'long-item-390');
  await notes.getByRole('button', { name: 'Show all of Notes' }).click();
  expect(await tall()).toBeGreaterThan(800);
  await notes.getByRole('button', { name: 'Show less of Notes' }).click();
  expect(await tall()).toBeLessThan(160);

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press('e');
  const form = page.getByRole('dialog');
  const price = form.getByLabel('Purchase price');
  await price.fill('1200');
  expect(
    await form
      .locator('.f-item-attributes label')
      .evaluateAll((labels) => labels.slice(0, 2).map((one) => one.textContent)),
  ).not.toContain('Manufacturer');
  await page.keyboard.press('Control+Enter');
  await form.getByText('must be an amount with its currency, as 1899.00 AUD').waitFor();
  await look(page, 'certificate-form');
  await price.fill('1200 AUD');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
  await page.getByText('AUD 1,200.00').first().waitFor();

  await look(page, 'long-item-1440');

  const { body } = await owner.call('POST', '/tickets', { kind: 'incident', clientId: acme, title: 'It ends' });
  const { key } = body as { key: string };
  await owner.call('POST', `/tickets/${key}/items`, { itemId: id });
  await page.goto(page.url().replace(/estate.*/, `tickets/${key}`));
  await page.getByRole('tab', { name: 'Device' }).click();
  const what = page.getByRole('article', { name }).locator('dd').first();
  expect((await what.boundingBox())?.height).toBeLessThan(60);
  await look(page, 'device-panel');
  expect(faults.splice(0).every((fault) => /422/.test(fault))).toBe(true);
});

test('a short name leaves no hole in the head of its page', async () => {
  const { page } = await enter({ name: 'Wen Tech', at: `/clients/${acme}` });
  await page.getByRole('heading', { level: 1, name: 'Acme' }).waitFor();
  const hole = await page.locator('.f-page-head').evaluate((head) => {
    const [name, beside] = [head.querySelector('h1'), head.querySelector('h1')?.nextElementSibling];
    const words = document.createRange();
    if (!name || !beside) return null;
    words.selectNodeContents(name);
    return beside.getBoundingClientRect().left - words.getBoundingClientRect().right;
  });
  expect(hole).toBeLessThan(20);
  await look(page, 'client-head');
});
