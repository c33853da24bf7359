import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible } from './accessible.ts';
import { dialogue, focused, pickTicket, press, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** Merging, linking and putting under a parent: which ticket it is, whose, and what will happen, before it does. */
const { desk, enter } = await openWorkspace();
const { acme, birch, ada, bob } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme Manufacturing', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams' });
  const bob = await createContact(ctx, { clientId: acme, name: 'Bob Brown' });
  return { acme, birch, ada, bob };
});
const log = (title: string, clientId = acme, requester?: string) =>
  desk.run((ctx) =>
    createTicket(ctx, { kind: 'incident', clientId, title, ...(requester ? { requesterId: requester } : {}) }),
  );
const stored = (key: string) =>
  desk.run((ctx) => ctx.tx.selectFrom('tickets').selectAll().where('key', '=', key).executeTakeFirstOrThrow());

test('nothing is merged by Enter alone; what is alike comes first, and what will happen is asked', async () => {
  const twin = await log('Badge reader beeps at the door', acme, bob);
  const mine = await log('Badge reader beeps', acme, ada);
  const hers = await log('Kettle trips', acme, ada);
  const last = await log('Unrelated and newest');
  const { page } = await enter({ name: 'Mel Merger', at: `/tickets/${mine.key}` });
  await page.getByRole('heading', { name: 'Badge reader beeps' }).waitFor();
  await press(page, 'm');
  const merge = await dialogue(page, `Merge into another: ${mine.key}`);
  await merge.getByRole('heading', { name: `Merge ${mine.key} into …` }).waitFor();
  const lines = merge.getByRole('option');
  await lines.filter({ hasText: last.key }).waitFor();
  await lines.filter({ hasText: twin.key }).waitFor();
  // What is alike may be known a moment after what is open.
  const order = async () => (await lines.allTextContents()).map((text) => /ACME-\d+/.exec(text)?.[0]);
  await expect.poll(async () => (await order()).slice(0, 2)).toEqual([twin.key, hers.key]);
  expect(await lines.first().textContent()).toMatch(/Badge reader beeps at the door.*Acme Manufacturing.*New/);
  await press(page, 'Enter');
  expect(await merge.getByRole('option', { selected: true }).count()).toBe(0);
  await expectAccessible(page);

  await press(page, 'ArrowDown', 'Enter');
  await merge.getByText(`${mine.key} is closed and its conversation goes on in ${twin.key}.`).waitFor();
  await focused(merge.getByRole('button', { name: 'Merge', exact: true }));
  // Whoever asked for the one reads along on the other.
  await merge
    .getByText(`Different people asked: Ada Adams will read what you answer in ${twin.key}, which Bob`)
    .waitFor();
  expect((await stored(mine.key)).merged_into_id).toBeNull();
  await expectAccessible(page);
  await press(page, 'Enter');
  await told(page, `${mine.key}: merged into ${twin.key}`);
  expect((await stored(mine.key)).merged_into_id).toBe(twin.id);
});

test('the selected are offered as the one to merge into, and a selection of two clients says why it cannot be', async () => {
  const one = await log('Turnstile one sticks');
  const two = await log('Turnstile two sticks');
  await log('Turnstile three sticks', birch);
  const { page } = await enter({ name: 'Sal Selects', role: 'manager', at: '/queue?q=turnstile&sort=created' });
  await page.getByRole('row', { name: /three sticks/ }).waitFor();
  await press(page, 'j', 'Shift+J', 'Shift+J', 'm');
  const apart = await dialogue(page, 'Merge into another: 3 tickets');
  await apart.getByRole('heading', { name: 'These belong to 2 clients' }).waitFor();
  await apart.getByText('Acme Manufacturing: 2 tickets').waitFor();
  await expectAccessible(page);
  await press(page, 'Escape');
  await apart.waitFor({ state: 'hidden' });
  await page.getByRole('checkbox', { name: /three sticks/ }).click();
  await press(page, 'm');
  const merge = await dialogue(page, 'Merge into another: 2 tickets');
  await merge.getByText('Among the selected').waitFor();
  await pickTicket(page, 'turnstile one', /Turnstile one sticks/, 'Merge');
  await told(page, `${two.key}: merged into ${one.key}`);
  expect((await stored(two.key)).merged_into_id).toBe(one.id);
});

test('Enter right after the last letter picks what was typed, not what stood there before', async () => {
  await log('Zither untuned');
  const wanted = await log('Theremin howls');
  const from = await log('Theremin howls loudly');
  const { page } = await enter({ name: 'Quinn Quick', at: `/tickets/${from.key}` });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'm');
  await dialogue(page, /^Merge into another/);
  await page.keyboard.type(wanted.key);
  await page.keyboard.press('Enter');
  await focused(page.getByRole('button', { name: 'Merge', exact: true }));
  await page.getByRole('dialog').getByText(wanted.key).first().waitFor();
  await press(page, 'Control+Enter');
  await told(page, `${from.key}: merged into ${wanted.key}`);
});
