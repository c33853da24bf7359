import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { hire } from '../people.ts';
import { PASSWORD } from '../visitor.ts';
import { expectAccessible } from './accessible.ts';
import { dialogue, focused, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** What goes out with a message, and what the keys are for once it has gone. */
const { desk, enter } = await openWorkspace();
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const log = (title: string) => desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title }));
const times = (id: string) =>
  desk.run((ctx) =>
    ctx.tx.selectFrom('time_entries').select(['minutes', 'work_type_id']).where('ticket_id', '=', id).execute(),
  );
const said = (id: string) =>
  desk.run((ctx) => ctx.tx.selectFrom('messages').select('body_html').where('ticket_id', '=', id).execute());

test('what is pressed after sending is meant for the page', async () => {
  const { key, id } = await log('Roof leaks');
  const { page } = await enter({ name: 'Sue Sender', role: 'technician', at: `/tickets/${key}` });
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await reply.waitFor();
  await press(page, 'r', '"On my way"', 'Control+Enter', 'p');
  await dialogue(page, /^Set priority/);
  await told(page, `Reply sent on ${key}`);
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await focused(page.getByRole('region', { name: 'Conversation' }));
  expect(await reply.textContent()).toBe('');
  expect((await said(id)).map(({ body_html }) => body_html)).toEqual(['<p>On my way</p>']);
});

test('a blank message is asked for in words, and a refused one gets the focus back', async () => {
  const { key, id } = await log('Gutter drips');
  const { page, faults } = await enter({ name: 'Bea Blank', role: 'technician', at: `/tickets/${key}` });
  const note = page.getByRole('textbox', { name: 'Internal note' });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'i', '" "', 'Control+Enter');
  await page.getByText('Nothing is written yet. A note needs a text.').waitFor();
  await focused(note);
  await expectAccessible(page);
  await press(page, '"Bring a ladder"');
  await page.getByText('Nothing is written yet.').waitFor({ state: 'hidden' });
  await page.route('**/messages', (route) => route.fulfill({ status: 500, body: '' }));
  await press(page, 'Control+Enter');
  await told(page, /^Not sent/);
  await focused(note);
  expect(await said(id)).toEqual([]);
  faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 500/.test(fault)));
});

test('time is read as people write it, shown as it was understood, or refused; never guessed', async () => {
  const { key, id } = await log('Fan is loud');
  const { page } = await enter({ name: 'Tia Timely', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'i', '"Oiled it"');
  const write = page.getByRole('region', { name: 'Write' });
  const time = write.getByRole('textbox', { name: 'Time spent' });
  await tabTo(page, time);
  await press(page, '"1.5"', 'Control+Enter');
  await write.getByText(/^Time spent: Write minutes or hours, such as 90, 1h 15/).waitFor();
  await focused(time);
  await expectAccessible(page);
  await press(page, 'Control+a', '"99999"', 'Control+Enter');
  await write.getByText(/^Time spent: 1666 h 39 min is too long/).waitFor();
  expect(await said(id)).toEqual([]);
  await press(page, 'Control+a', '"1h 15"');
  await write.getByText('1 h 15 min').waitFor();
  await tabTo(page, page.getByRole('combobox', { name: 'Kind of work' }).or(page.getByLabel('Kind of work')).first());
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter', 'Control+Enter');
  await told(page, `Note kept on ${key}`);
  expect(await times(id)).toEqual([{ minutes: 75, work_type_id: expect.any(String) }]);

  await page.getByRole('tab', { name: 'Time' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Time' });
  await panel.getByRole('textbox', { name: 'Time spent' }).fill('abc');
  await press(page, 'Enter');
  await panel.getByText(/^Time spent: Write minutes or hours/).waitFor();
  await expectAccessible(page);
  expect(await times(id)).toHaveLength(1);
  await panel.getByRole('textbox', { name: 'Time spent' }).fill('1:30');
  await panel.getByText('1 h 30 min').waitFor();
  await press(page, 'Enter');
  await expect.poll(() => times(id), { timeout: 40_000 }).toMatchObject([{ minutes: 75 }, { minutes: 90 }]);
});

test('a session that has ended is said, with the way back to what was being written', async () => {
  const { key } = await log('Session ends');
  const { page, email, faults } = await enter({ name: 'Enda End', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'r', '"Half a sen"');
  await page.context().clearCookies();
  await press(page, '"tence"', 'Control+Enter');
  const bar = page.getByRole('alert').filter({ hasText: 'Your session has ended. What you wrote is kept.' });
  await bar.waitFor();
  await expectAccessible(page);
  expect(await page.getByText('No connection').count()).toBe(0);
  await bar.getByRole('button', { name: 'Sign in again' }).click();
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: false }).and(page.locator('input')).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Half a sentence').waitFor();
  expect(new URL(page.url()).pathname).toBe(`/tickets/${key}`);
  expect(await bar.count()).toBe(0);
  // The browser writes what was refused on its console.
  expect(faults.splice(0).every((fault) => fault.includes('401'))).toBe(true);
});

test('a reply for one client does not go to another because the ticket has moved meanwhile', async () => {
  const birch = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
  const { key, id } = await log('Safe is shut');
  const { page, faults } = await enter({ name: 'Mo Moved', role: 'technician', at: '/queue' });
  // A page that hears of nothing, like one whose network lets no stream through.
  await page.route('**/api/v1/stream', (route) => route.abort());
  await page.goto(new URL(`/tickets/${key}`, page.url()).href);
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await reply.waitFor();
  await press(page, 'r', '"Turn it to 1-2-3"');
  const owner = await hire(desk);
  await owner.call('POST', `/tickets/${id}/move`, { clientId: birch, reason: 'Wrong one' });
  await press(page, 'Control+Enter');
  await told(page, /This was written for another client: the ticket has moved and is BIRCH-1 now/);
  // Whose it is now stands there; it is sent to them only when the writer says so once more.
  await page.getByText('BIRCH-1').first().waitFor();
  await page.getByText('What you wrote is kept as an internal note.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Internal note' }).textContent()).toBe('Turn it to 1-2-3');
  await expectAccessible(page);
  expect(await said(id)).toEqual([]);
  await page.getByRole('button', { name: 'Make it a reply to Birch' }).click();
  await focused(reply);
  await press(page, 'Control+Enter');
  await told(page, 'Reply sent on BIRCH-1');
  expect(await said(id)).toHaveLength(1);
  // It would try again after what it complained of is set aside.
  await page.unroute('**/api/v1/stream');
  faults.splice(0, faults.length, ...faults.filter((fault) => !/409|stream|ERR_FAILED/.test(fault)));
});
