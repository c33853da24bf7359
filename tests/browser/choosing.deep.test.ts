import type { Locator } from 'playwright-core';
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

/** How much a text stands out from the ground that another element gives it. */
const contrast = async (text: Locator, ground: Locator): Promise<number> => {
  const lights = await Promise.all([
    text.evaluate((one) => getComputedStyle(one).color),
    ground.evaluate((one) => getComputedStyle(one).backgroundColor),
  ]);
  const [dark = 0, light = 0] = lights
    .map((colour) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    })
    .sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
};

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
    // axe takes text in the very colour of its ground for meant to be unseen, so this is asked apart.
    expect(await contrast(person.getByText('ada@acme.example'), person)).toBeGreaterThanOrEqual(4.5);
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

test('a macro tells all of its steps in full before it is run', async () => {
  const note = 'we have ordered the part, and will write again when the supplier has told us the day it comes.';
  const made = await owner.call('POST', '/macros', {
    name: 'Part ordered',
    description: 'For hardware out of stock',
    shared: true,
    steps: [
      { tags: { add: ['waiting-for-part'] } },
      { message: { visibility: 'public', body: `<p>Hello {{requester.firstName}}, ${note}</p>` } },
    ],
  });
  expect(made.status).toBe(201);
  const { key } = await log('Hinge is broken');
  const { page } = await enter({ name: 'Max Macro', at: `/tickets/${key}` });
  await page.getByRole('heading', { name: 'Hinge is broken' }).waitFor();
  await press(page, 'Shift+M');
  const macros = await dialogue(page, /^Run a macro/);
  const about = macros.getByRole('status');
  await about.getByText('For hardware out of stock').waitFor();
  // The whole of what will be written, with this ticket's words in it, and what will change.
  await about.getByText(`Hello Ada, ${note}`).waitFor();
  await about
    .getByText(/waiting-for-part/)
    .first()
    .waitFor();
  await expect.poll(() => about.getByRole('listitem').count(), { timeout: 40_000 }).toBe(2);
  const cut = await about
    .getByRole('listitem')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
  expect(cut).toBe(0);
  await expectAccessible(page);
});

test('a canned reply is read as it will be sent before it is put in', async () => {
  for (const [name, shortcut, body] of [
    [
      'Ask for a page',
      'page',
      `<p>Hello {{requester.firstName}}, could you send a page?</p><p>${'So long. '.repeat(30)}</p>`,
    ],
    ['Ask for patience', 'wait', '<p>{{ticket.key}} takes a day longer.</p>'],
  ])
    await owner.call('POST', '/canned-replies', { name, shortcut, shared: true, body });
  const { key } = await log('Toner is low');
  const { page } = await enter({ name: 'Cara Canned', at: `/tickets/${key}` });
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await reply.waitFor();
  await press(page, 'r', '"So that you know what we do about it, here is all of it at once: ;ask"');
  await page.getByRole('option', { name: /Ask for a page/, selected: true }).waitFor();
  const preview = page.locator('.f-offer-preview');
  await preview.getByText('Hello Ada, could you send a page?').waitFor();
  const [offers, field] = await Promise.all([page.locator('.f-offers').boundingBox(), reply.boundingBox()]);
  const end = (box: typeof offers) => (box ? box.x + box.width : Number.NaN);
  expect(end(offers)).toBeLessThanOrEqual(end(field) + 1);
  expect(offers?.width).toBeLessThanOrEqual(420);
  await expectAccessible(page, FLOATING);
  await press(page, 'ArrowDown');
  await preview.getByText(`${key} takes a day longer.`).waitFor();
  expect(await reply.textContent()).toMatch(/;ask$/);
  await press(page, 'Enter');
  await reply.getByText(`${key} takes a day longer.`).waitFor();
});
