import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible } from './accessible.ts';
import { press, tabTo } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** What the program decided or refused is said in words that people use. */
const { desk, enter, hire } = await openWorkspace();
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));

test('why somebody was chosen says by which rule, and what the others were passed over for', async () => {
  const ann = await hire({ name: 'Ann Able', role: 'technician' });
  const bob = await hire({ name: 'Bob Busy', role: 'technician', capacity: 0 });
  const cyd = await hire({ name: 'Cyd Clients', role: 'technician', clientIds: [birch] });
  const eve = await hire({ name: 'Eve Else', role: 'technician' });
  const { key } = await desk.run(async (ctx) => {
    const members = [ann, bob, cyd, eve].map(({ id }) => ({ staffId: id, lead: false }));
    const teamId = await createTeam(ctx, { name: 'Desk', strategy: 'round_robin', members });
    return createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Bell is mute', teamId });
  });
  const { page } = await enter({ name: 'Wil Why', at: `/tickets/${key}` });
  await page.getByRole('heading', { name: 'Bell is mute' }).waitFor();
  // Whoever has somebody is not new any more.
  await page.locator('.f-ticket-head').getByText('Assigned').first().waitFor();
  await page.getByRole('button', { name: 'Why this person?' }).click();
  const why = page.getByRole('dialog', { name: 'Why this person' });
  await why.getByText('Ann Able has not had a turn yet').waitFor();
  await why.getByText('The team’s rule: in turn.').waitFor();
  expect(await why.getByRole('listitem').allTextContents()).toEqual([
    'Eve Else: never assigned here yet',
    'Bob Busy: is full with 0 of 0',
    'Cyd Clients: does not work for this client',
  ]);
  expect(await why.textContent()).not.toMatch(/round_robin|strategy/);
  await expectAccessible(page);
});

test('a number out of bounds is refused in words, and not changed unasked', async () => {
  const { page, faults } = await enter({ name: 'Sue Settings', at: '/settings/values/ticket.closing' });
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const days = page.getByRole('textbox', { name: 'Close after' });
  await days.waitFor();
  await tabTo(page, days);
  await press(page, 'Control+a', '"-3"', 'Tab');
  await page.getByText('Must be from 1 to 90.').waitFor();
  expect(await days.inputValue()).toBe('-3');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('.f-form-fault').waitFor();
  expect(await desk.run((ctx) => ctx.tx.selectFrom('settings').select('key').execute())).not.toContainEqual({
    key: 'ticket.closing',
  });
  faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 4\d\d/.test(fault)));
});
