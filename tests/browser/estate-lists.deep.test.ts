import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { qrPath } from '#kernel/qr.ts';
import { createClient } from '#server/business/client/index.ts';
import { createItem, relateItems, takeReadings, updateItem } from '#server/practices/configuration/index.ts';
import { readCsv } from '#shared/csv-words.ts';
import type { ClassView } from '#shared/estate.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { choose, dialogue, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const LONG = 'An unusually long name, such as those that people give to things which they care about a great deal';
const { desk, enter, origin } = await openWorkspace();
const owner = await hire(desk);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const stood = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const source = { kind: 'rmm', id: newId(), name: 'Datto RMM' } as const;
  const laptop = (externalId: string, name: string, model: string) => ({
    externalId,
    name,
    classKey: 'laptop',
    identifiers: [{ kind: 'serial' as const, value: 'TWICE-1' }],
    attributes: { serial: 'TWICE-1', model, kernel: model },
    software: [{ name: 'Drawing Suite 9', version: '9', publisher: '', installedOn: null }],
  });
  await takeReadings(ctx, { clientId: acme, siteId: null, source }, [
    laptop('one', 'ACME-LT01', 'Seven'),
    laptop('two', 'ACME-LT01-NEW', 'Eight'),
  ]);
  const host = await createItem(ctx, { clientId: acme, name: 'Host 1', classKey: 'virtual_host', assetTag: 'A-0007' });
  const practice = await createItem(ctx, { clientId: acme, name: 'Practice', classKey: 'service' });
  await relateItems(ctx, { fromId: practice, kind: 'runs_on', toId: host });
  await createItem(ctx, {
    clientId: acme,
    name: LONG,
    classKey: 'certificate',
    attributes: { validUntil: inDays(10) },
  });
  await createItem(ctx, {
    clientId: acme,
    name: 'Drawing',
    classKey: 'software_licence',
    attributes: { product: 'Drawing Suite*', seats: 1, metric: 'device', expiresOn: inDays(400) },
  });
  return { acme, host };
});

test('of two that look like one, the newer goes on, by keyboard; they are separated again', async () => {
  const { page } = await enter({ name: 'Tom Tech', role: 'technician', at: '/estate/duplicates' });
  await page.getByText('Both have the serial number TWICE-1', { exact: false }).waitFor();
  const model = page.getByRole('row', { name: /^Model/ });
  expect(await model.textContent()).toMatch(/differs/);
  expect(await page.getByRole('row', { name: /^Serial number/ }).textContent()).not.toMatch(/differs/);
  await tabTo(page, page.getByRole('button', { name: 'Show all that is known' }));
  await press(page, 'Enter');
  await page.getByRole('row', { name: /^Kernel/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'ACME-LT01', exact: true }).focus();
  await press(page, 'ArrowDown');
  expect(await page.getByRole('radio', { name: 'ACME-LT01-NEW' }).isChecked()).toBe(true);
  await tabTo(page, page.getByRole('button', { name: 'They are one' }));
  await press(page, 'Enter');
  await told(page, 'They are one: ACME-LT01-NEW');
  await page.getByText('No two items look like one').waitFor();

  await page.goto(`${origin}/estate/duplicates?state=merged`);
  await page.getByText('ACME-LT01 goes on as').waitFor();
  await expectAccessible(page);
  await tabTo(page, page.getByRole('button', { name: /^Separate again/ }));
  await press(page, 'Enter');
  await told(page, 'They are two again, each with its own');
  await page.getByText('No items were joined').waitFor();
  const { items } = (await owner.call('GET', `/items?clientId=${stood.acme}&classKey=laptop`)).body as {
    items: { name: string }[];
  };
  expect(items.map(({ name }) => name)).toEqual(['ACME-LT01', 'ACME-LT01-NEW']);
  await page.goto(`${origin}/estate/duplicates?state=dismissed`);
  await page.getByRole('button', { name: 'They are one after all' }).waitFor();
});

test('the list says how many it finds, is sorted by its headings, keeps chosen columns, and is saved as a file', async () => {
  const { page } = await enter({ name: 'Lea Lister', role: 'technician', at: `/estate?client=${stood.acme}&q=host` });
  await page.getByRole('link', { name: 'Items 1', exact: true }).waitFor();
  await page.goto(`${origin}/estate?client=${stood.acme}`);
  await page.getByRole('link', { name: 'Items 6', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Warranty' }).click();
  await page.getByRole('columnheader', { name: 'Warranty' }).and(page.locator('[aria-sort=ascending]')).waitFor();
  expect(page.url()).toContain('sort=warranty');

  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('checkbox', { name: 'Class' }).check();
  await page.getByRole('checkbox', { name: 'Serial number' }).uncheck();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Class' }).waitFor();
  await page.reload();
  await page.getByRole('columnheader', { name: 'Class' }).waitFor();
  expect(await page.getByRole('columnheader', { name: 'Serial number' }).count()).toBe(0);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const text = await readFile(await (await saved).path(), 'utf8');
  expect((readCsv(text) ?? []).slice(1).map(({ values }) => values[0])).toContain('Host 1');
  await told(page, '6 items are in the file');
  for (const width of [390, 768]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sidewaysFindings(page)).toEqual([]);
    await expectAccessible(page);
  }
});

test('on a phone one sees what ends, and that a licence is short, in words', async () => {
  const { page } = await enter({ name: 'Phil Phone', width: 390, at: '/estate/ends?days=30' });
  await page.getByText('In 10 days').waitFor();
  expect(await page.getByText('Drawing').count()).toBe(0);
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);
  await page.goto(`${origin}/estate/ends`);
  await page.getByText('Drawing').first().waitFor();

  await page.goto(`${origin}/estate/licences`);
  await page.getByText('1 too few').waitFor();
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);
  await page.goto(`${origin}/estate/duplicates?state=dismissed`);
  await page.getByRole('row', { name: /^Model/ }).waitFor();
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);
});

test('the page of a client counts what it has, shows what its services stand on, and compares with how it stood', async () => {
  const { page } = await enter({ name: 'Olive Owner', at: `/clients/${stood.acme}` });
  const counted = page.getByRole('link', { name: '2 Laptop' });
  await counted.waitFor();
  expect(await counted.getAttribute('href')).toBe(`/estate?client=${stood.acme}&class=laptop`);
  const map = page.getByRole('region', { name: 'Service map' });
  expect(await map.getByRole('link').allInnerTexts()).toEqual(['Practice', 'Host 1']);
  await map.getByText('level 2', { exact: false }).waitFor({ state: 'attached' });

  await tabTo(page, page.getByRole('button', { name: 'Keep how it stands' }));
  await press(page, 'Enter');
  await dialogue(page, 'Keep how it stands');
  await press(page, '"Before the move"', 'Control+Enter');
  await told(page, 'Kept: Before the move');
  await desk.run((ctx) => updateItem(ctx, stood.host, { version: 1, attributes: { cores: 32 } }));
  await page.getByRole('button', { name: 'What differs since Before the move' }).press('Enter');
  const differs = await dialogue(page, 'What differs since Before the move');
  await differs.getByText('1 item differs.').waitFor();
  expect(await differs.getByRole('listitem').last().textContent()).toBe('Cores: nothing → 32');
  await expectAccessible(page);
  await press(page, 'Escape');
  await page.getByRole('button', { name: 'Throw away… Before the move' }).press('Enter');
  await page.getByRole('button', { name: 'Throw away', exact: true }).press('Enter');
  await page.getByText('None is kept.').waitFor();
  await expectAccessible(page);
});

test('labels carry name, tag and a code that leads to the item, and are printed by themselves', async () => {
  const { page } = await enter({
    name: 'Pia Printer',
    role: 'technician',
    at: `/estate/labels?ids=${stood.host},${newId()}`,
  });
  const label = page.getByRole('listitem').filter({ hasText: 'Host 1' });
  await label.getByText('A-0007').waitFor();
  const code = label.getByRole('img', { name: 'QR code that leads to Host 1' }).locator('path');
  expect(await code.getAttribute('d')).toBe(qrPath(`${origin}/estate/${stood.host}`).qr);
  await page.getByText('1 item is not here', { exact: false }).waitFor();
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { name: 'Labels' }).isVisible()).toBe(false);
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
  expect(await label.isVisible()).toBe(true);
});

test('a class below another gets an attribute on whose day something ends, and shows what it inherits', async () => {
  const { page } = await enter({ name: 'Otto Owner', at: '/settings/item-classes' });
  await tabTo(page, page.getByRole('button', { name: 'New class' }));
  await press(page, 'Enter');
  const form = await dialogue(page, 'New class');
  await press(page, '"Security camera"', 'Tab', 'Tab');
  await press(page, '"hardw"');
  await page.getByRole('option', { name: 'Hardware' }).waitFor();
  await press(page, 'Enter');
  await form.getByText('17 inherited attributes').press('Enter');
  await form.getByRole('row', { name: 'IP address Text Hardware', exact: true }).waitFor();
  await tabTo(page, form.getByRole('button', { name: 'Add an attribute' }));
  await press(page, 'Enter');
  await tabTo(page, form.getByRole('textbox', { name: 'Name' }).last());
  await press(page, '"Serial"', 'Tab');
  // The key that follows the name is one of a class above, and is refused where it stands.
  await press(page, 'Control+Enter');
  await form.getByText('A class above has it already.').waitFor();
  await form.getByRole('textbox', { name: 'Name' }).last().fill('Contract of the guard');
  await form.getByRole('textbox', { name: 'Key' }).last().fill('guardUntil');
  await tabTo(page, form.getByRole('combobox', { name: 'Type' }).or(form.getByLabel('Type')).first());
  await choose(page, 'Day');
  await form.getByRole('switch', { name: 'Something ends on this day' }).press('Space');
  await form.getByLabel('Open a ticket so many days before').fill('14');
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  await form.waitFor({ state: 'detached' });
  const { items } = (await owner.call('GET', '/item-classes')).body as { items: ClassView[] };
  expect(items.find(({ key }) => key === 'security_camera')).toMatchObject({
    parentKey: 'hardware',
    attributes: [{ key: 'guardUntil', name: 'Contract of the guard', type: 'date', ends: true, remindDays: 14 }],
  });
  await page.getByRole('button', { name: 'Edit Security camera' }).waitFor();
  await expectAccessible(page);
});
