import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { TicketView } from '#shared/ticket.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible } from './accessible.ts';
import { dialogue, focused, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** A colleague on the same ticket: what they do is told, and changes nothing under one's hands. */
const { desk, enter } = await openWorkspace();
const ana = await hire(desk, { name: 'Ana Colleague' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const log = (title: string) => desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title }));
const stored = (key: string) =>
  desk.run((ctx) => ctx.tx.selectFrom('tickets').selectAll().where('key', '=', key).executeTakeFirstOrThrow());

test('a step that a colleague took meanwhile does not become another one', async () => {
  const { key } = await log('Roof leaks');
  const { page } = await enter({ name: 'Rita Resolve', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'e');
  const resolve = await dialogue(page, `Resolve: ${key}`);
  const note = resolve.getByRole('textbox', { name: 'What was done' });
  await tabTo(page, note);
  await press(page, '"Put tar on"');
  await ana.call('POST', `/tickets/${key}/transitions`, { to: 'resolved', resolutionCode: 'fixed' });

  await resolve.getByText(/Meanwhile: Ana Colleague .* moved it from New to Resolved/).waitFor();
  await resolve.getByText('“Resolve” cannot be done from Resolved.', { exact: false }).waitFor();
  await focused(note);
  expect(await note.inputValue()).toBe('Put tar on');
  await expectAccessible(page);
  await press(page, 'Control+Enter', 'Enter');
  expect(await resolve.getByRole('button', { name: /^Resolve/ }).isDisabled()).toBe(true);
  expect(await stored(key)).toMatchObject({ status: 'resolved', resolution_note: null });
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  // Asked for once more, it says so at once and offers nothing else for Enter.
  await press(page, 'e');
  const again = await dialogue(page, `Resolve: ${key}`);
  await again.getByText(`No step leads there from where ${key} stands by now.`).waitFor();
  await press(page, 'Enter');
  expect(await stored(key)).toMatchObject({ status: 'resolved' });
});

test('a title being written outlives somebody else’s, and one chooses', async () => {
  const { key } = await log('Fan is loud');
  const { page } = await enter({ name: 'Tina Title', role: 'technician', at: `/tickets/${key}` });
  const rename = async (title: string) => {
    const { version } = (await ana.call('GET', `/tickets/${key}`)).body as TicketView;
    await ana.call('PATCH', `/tickets/${key}`, { version, title });
  };
  const title = page.getByRole('textbox', { name: 'Title' });
  await page.getByRole('button', { name: 'Fan is loud' }).click();
  await focused(title);
  await press(page, 'End', '" on level 2"');
  await rename('Fan is very loud');
  await page.getByText(/Meanwhile Ana Colleague .* changed title from Fan is loud to Fan is very loud/).waitFor();
  await focused(title);
  expect(await title.inputValue()).toBe('Fan is loud on level 2');
  await expectAccessible(page);
  // Neither Enter nor leaving the field decides it.
  await press(page, 'Enter');
  await focused(page.getByRole('button', { name: 'Save mine' }));
  expect(await stored(key)).toMatchObject({ title: 'Fan is very loud' });
  await press(page, 'Enter');
  await told(page, 'title saved');
  expect(await stored(key)).toMatchObject({ title: 'Fan is loud on level 2' });

  await page.getByRole('heading', { name: 'Fan is loud on level 2' }).getByRole('button').click();
  await press(page, '"!"');
  await rename('Fan is quiet');
  await page.getByRole('button', { name: 'Keep theirs' }).click();
  await page.getByRole('heading', { name: 'Fan is quiet' }).waitFor();
  expect(await stored(key)).toMatchObject({ title: 'Fan is quiet' });
});

test('a reply that a colleague was faster with is not sent before one has heard of theirs', async () => {
  const { key, id } = await log('Printer hums');
  const { page } = await enter({ name: 'Rex Reply', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'r', '"Please restart it"');
  await ana.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: '<p>Restart it, please</p>' });
  await page.getByText(/Ana Colleague.* has written since you began\.$/).waitFor();
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  await page.getByText(/Ana Colleague.* has written since you began\. Read it/).waitFor();
  const said = () =>
    desk.run((ctx) => ctx.tx.selectFrom('messages').select('author_name').where('ticket_id', '=', id).execute());
  expect(await said()).toHaveLength(1);
  await press(page, 'Control+Enter');
  await told(page, `Reply sent on ${key}`);
  expect((await said()).map(({ author_name }) => author_name)).toContain('Rex Reply');
});

test('a reply under which the ticket moves to another client stays as a note, and the hands where they were', async () => {
  const { key, id } = await log('Tap drips');
  const birch = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
  const { page } = await enter({ name: 'Mona Moved', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'r', '"Dear Acme"');
  await ana.call('POST', `/tickets/${key}/move`, { clientId: birch, reason: 'Logged for the wrong one' });
  const notice = page.getByRole('alert').filter({ hasText: /moved from Acme.* to Birch/ });
  await notice.waitFor();
  await page.waitForURL(/BIRCH-/);
  const note = page.getByRole('textbox', { name: 'Internal note' });
  await focused(note);
  await press(page, '" MORE"');
  expect(await note.textContent()).toBe('Dear Acme MORE');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  await told(page, /^Note kept on BIRCH-/);
  const said = () =>
    desk.run((ctx) =>
      ctx.tx
        .selectFrom('messages')
        .select(['visibility', 'body_html'])
        .where('ticket_id', '=', id)
        .orderBy('id')
        .execute(),
    );
  expect(await said()).toMatchObject([
    { visibility: 'internal', body_html: expect.stringContaining('Dear Acme MORE') },
  ]);

  // On purpose it may be said to the new one.
  await press(page, 'r', '"Hello"');
  await ana.call('POST', `/tickets/${id}/move`, { clientId: acme, reason: 'Right after all' });
  await page.getByRole('button', { name: 'Make it a reply to Acme' }).click();
  await focused(page.getByRole('textbox', { name: 'Reply' }));
  expect(await notice.count()).toBe(0);
  await press(page, 'Control+Enter');
  await told(page, /^Reply sent on/);
  expect(await said()).toMatchObject([{ visibility: 'internal' }, { visibility: 'public' }]);
});

test('a ticket that goes to a client that the reader does not work for leaves the screen', async () => {
  const cedar = await desk.run((ctx) => createClient(ctx, { name: 'Cedar', code: 'CEDAR', timeZone: 'UTC' }));
  const { key } = await log('Lift is stuck');
  const { page, faults } = await enter({
    name: 'Lars Limited',
    clientIds: [acme],
    role: 'technician',
    at: `/tickets/${key}`,
  });
  await page.getByRole('heading', { name: 'Lift is stuck' }).waitFor();
  await ana.call('POST', `/tickets/${key}/move`, { clientId: cedar, reason: 'Logged wrongly' });
  await page
    .getByRole('alert')
    .getByText(/There is no such ticket/)
    .waitFor();
  expect(await page.getByText('Lift is stuck').count()).toBe(0);
  // That it is not found is what the test is about.
  faults.splice(0);
});
