import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket, transitionTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible } from './accessible.ts';
import { dialogue, focused, press, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** What an action for many leaves as it is. */
const { desk, enter } = await openWorkspace();
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const log = (title: string) => desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title }));

test('every ticket that many left as it is is named with its reason, and stays selected', async () => {
  for (const gate of [1, 2, 3, 4, 5]) {
    const { key } = await log(`Gate ${gate} squeaks`);
    if (gate > 1) await desk.run((ctx) => transitionTicket(ctx, key, { to: 'cancelled', reason: 'Only a test' }));
  }
  const { page } = await enter({ name: 'Mia Manager', role: 'manager', at: '/queue?q=squeaks&sort=created' });
  await page.getByRole('row', { name: /Gate 1/ }).waitFor();
  await press(page, 'j', 'Shift+J', 'Shift+J', 'Shift+J', 'Shift+J');
  const bar = page.getByRole('region', { name: 'Selected tickets' });
  await bar.getByText('5 selected').waitFor();
  await press(page, 'e');
  const resolve = await dialogue(page, 'Resolve: 5 tickets');
  await focused(resolve.getByLabel('How was it solved?').first());
  await press(page, 'Tab', '"Oiled."', 'Control+Enter');
  const left = await dialogue(page, '4 of 5 tickets were left as they are');
  const reason = left.getByRole('region', { name: /from Cancelled to/ });
  await expect.poll(() => reason.getByRole('listitem').count(), { timeout: 40_000 }).toBe(4);
  await told(page, /: resolved/);
  expect(await page.getByText('Something went wrong').count()).toBe(0);
  await expectAccessible(page);
  await press(page, 'Escape');
  await left.waitFor({ state: 'hidden' });
  await bar.getByText('4 selected').waitFor();
});
