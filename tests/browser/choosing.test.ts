import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, FLOATING } from './accessible.ts';
import { dialogue, focused, press, tabTo } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** Lists that something is chosen from: what each line is, and why it is there, can be read before it is chosen. */
const { desk, enter } = await openWorkspace();
const { acme, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme Manufacturing', code: 'ACME', timeZone: 'Australia/Perth' });
  const ada = await createContact(ctx, {
    clientId: acme,
    name: 'Ada Adams',
    email: 'ada@acme.example',
    phone: '+61 2 5550 1234',
    vip: true,
  });
  return { acme, ada };
});
const owner = await hire(desk);
const log = (title: string, description = '') =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, requesterId: ada, title, description }));
const say = (key: string, body: string) =>
  owner.call('POST', `/tickets/${key}/messages`, { visibility: 'internal', body: `<p>${body}</p>` });

test('second lines of open lists can be read, chosen or not, in light and dark', async () => {
  for (const dark of [false, true]) {
    const { page } = await enter({ name: `Rea Reader ${dark}`, role: 'technician', dark });
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
    await press(page, 'c');
    const panel = await dialogue(page, 'Log a ticket');
    await focused(panel.getByRole('textbox', { name: 'Who' }));
    await press(page, '"ada"');
    const person = page.getByRole('option', { name: /Ada Adams/ });
    await person.waitFor();
    await expect.poll(() => person.getAttribute('data-combobox-selected'), { timeout: 40_000 }).not.toBeNull();
    await person.getByText('ada@acme.example').waitFor();
    await expectAccessible(page, FLOATING);
    await press(page, 'Enter');
    // A list without second lines, of another make.
    await tabTo(page, panel.getByRole('textbox', { name: 'Came by' }).or(panel.getByLabel('Came by')).first());
    await press(page, 'ArrowDown', 'ArrowDown');
    await page.locator('[data-combobox-selected]').waitFor();
    await expectAccessible(page, FLOATING);
    await press(page, 'Escape', 'Escape');
  }
});

test('the palette and the merge list say why a ticket was found', async () => {
  const near = await log('Scanner makes stripes');
  const { key } = await log('Second floor', '<p>The big plotter there smells of burnt rubber since the weekend.</p>');
  await say(near.key, 'The glass had a fingerprint in the middle of it');
  const { page } = await enter({ name: 'Wyn Why', at: `/tickets/${near.key}` });
  await page.getByRole('heading', { name: 'Scanner makes stripes' }).waitFor();
  await press(page, 'Control+k');
  await dialogue(page, 'Search or do anything');
  await press(page, '"fingerprint"');
  const noted = page.getByRole('option', { name: /Scanner makes stripes/ });
  await noted.getByText('Internal note').waitFor();
  expect(await noted.locator('mark').allTextContents()).toEqual(['fingerprint']);
  await expectAccessible(page);
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await press(page, 'm');
  await dialogue(page, /^Merge into another/);
  await press(page, '"second rubber"');
  const other = page.getByRole('option', { name: new RegExp(`Second floor.*${key}`) });
  await other.getByText(/burnt/).waitFor();
  expect(await other.locator('mark').allTextContents()).toEqual(['Second', 'rubber']);
  await expectAccessible(page);
});
