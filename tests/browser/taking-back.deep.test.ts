import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible } from './accessible.ts';
import { choose, dialogue, focused, marked, pick, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** What was done on a ticket, as its lines tell it, and taking it back from there. */
const { desk, enter } = await openWorkspace();
const owner = await hire(desk);
const { acme, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return { acme, ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }) };
});
const log = (title: string, description = '') =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, requesterId: ada, title, description }));
const stored = (key: string) =>
  desk.run((ctx) => ctx.tx.selectFrom('tickets').selectAll().where('key', '=', key).executeTakeFirstOrThrow());

test('one’s own lines are taken back after the toast is gone, and the key is in the help all along', async () => {
  const { key } = await log('Roof leaks');
  const { page } = await enter({ name: 'Uma Undo', role: 'technician', at: `/tickets/${key}` });
  const talk = page.getByRole('region', { name: 'Conversation' });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, '?');
  const help = await dialogue(page, 'Keyboard shortcuts');
  await help.getByText('Undo what I just did').waitFor();
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await press(page, 'e');
  const resolve = await dialogue(page, `Resolve: ${key}`);
  await tabTo(page, resolve.getByRole('textbox', { name: 'What was done' }));
  await press(page, '"Put tar on"', 'Control+Enter');
  await told(page, `${key}: resolved`);
  // What the client reads of it stands in the conversation.
  await talk.getByText('Put tar on').waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  const undo = talk.getByRole('button', { name: /^Undo: moved it from New to Resolved/ });
  await undo.waitFor();
  await expectAccessible(page);
  await undo.focus();
  await press(page, 'Enter');
  await told(page, 'Taken back');
  await talk.getByText('took back the step to Resolved; it is New again').waitFor();
  await undo.waitFor({ state: 'detached' });
  expect(await stored(key)).toMatchObject({ status: 'new', resolution_note: null });
});

test('a status that went with a reply, and what a macro did, are taken back; what was said stays', async () => {
  const { key, id } = await log('Gutter drips');
  await owner.call('POST', '/macros', {
    name: 'Make it urgent',
    shared: true,
    steps: [{ set: { impact: 1, urgency: 1 } }, { transition: { to: 'in_progress' } }],
  });
  const { page } = await enter({ name: 'Mac Mann', at: `/tickets/${key}` });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'r', '"Is it raining?"');
  await tabTo(page, page.getByRole('combobox', { name: 'Next status' }).or(page.getByLabel('Next status')).first());
  await choose(page, 'On hold, waiting for client');
  await press(page, 'Control+Enter');
  await told(page, `Reply sent on ${key}; it is Waiting for client now`);
  await press(page, 'u');
  await told(page, 'Taken back; the reply is sent');
  expect(await stored(key)).toMatchObject({ status: 'new' });

  await press(page, 'Shift+M');
  await dialogue(page, /macro/i);
  await pick(page, 'urgent', /Make it urgent/);
  await told(page, `“Make it urgent” was run on ${key}`);
  expect(await stored(key)).toMatchObject({ impact: 1, status: 'in_progress' });
  // The key outlives the toast.
  await page.getByRole('button', { name: 'Dismiss' }).first().click();
  await page.getByText('was run on').waitFor({ state: 'detached' });
  await press(page, 'u');
  await expect.poll(() => stored(key), { timeout: 40_000 }).toMatchObject({ impact: 2, urgency: 2, status: 'new' });
  const said = await desk.run((ctx) =>
    ctx.tx.selectFrom('messages').select('body_text').where('ticket_id', '=', id).execute(),
  );
  expect(said).toEqual([{ body_text: 'Is it raining?' }]);
});

test('the report that came with a merge is quoted in its line, which takes the merge apart', async () => {
  const one = await log('Door squeaks');
  const other = await log('Hinge is dry', '<p>It woke the whole floor.</p>');
  await owner.call('POST', `/tickets/${other.key}/merge`, { into: one.key });
  const { page } = await enter({ name: 'Meg Merge', at: `/tickets/${one.key}` });
  const talk = page.getByRole('region', { name: 'Conversation' });
  await talk.getByText('It woke the whole floor.').waitFor();
  await talk.getByRole('link', { name: /Hinge is dry/ }).waitFor();
  await expectAccessible(page);
  await talk.getByRole('button', { name: 'Take the merge apart' }).click();
  await told(page, `${other.key} stands by itself again`);
  expect(await stored(other.key)).toMatchObject({ merged_into_id: null, status: 'new' });
});

test('a ticket says when it was closed, what each clock has left, and where one is', async () => {
  const { key } = await log('Lamp flickers');
  const { page } = await enter({ name: 'Dee Tail', role: 'technician', at: `/tickets/${key}` });
  const about = page.getByRole('complementary', { name: 'About this ticket' });
  const due = about.getByRole('region', { name: 'Due' });
  await due.getByText(/^Resolution: .* left$/).waitFor();
  await due.getByText(/^First response: .* left$/).waitFor();
  const room = page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Queue' });
  expect(await room.getAttribute('aria-current')).toBe('true');
  await press(page, 'r', '"Hello @ben how are you"');
  await page.getByText(/^@ calls nobody in a reply/).waitFor();
  await owner.call('POST', `/tickets/${key}/transitions`, { to: 'resolved', resolutionCode: 'fixed' });
  await owner.call('POST', `/tickets/${key}/transitions`, { to: 'closed' });
  await about.getByText('Closed', { exact: true }).waitFor();
});

test('what was begun in “Log a ticket” goes on where it stopped, and can be left by a button', async () => {
  const { page } = await enter({ name: 'Cleo Create', role: 'technician' });
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  await press(page, 'c');
  const panel = await dialogue(page, 'Log a ticket');
  await focused(panel.getByRole('textbox', { name: 'Who' }));
  await press(page, '"ada"');
  await marked(page, /Ada Adams/);
  await press(page, 'Enter');
  const what = panel.getByRole('textbox', { name: 'What' });
  await expect.poll(() => what.evaluate((one) => one === document.activeElement)).toBe(true);
  await press(page, 'Control+Enter');
  await panel.getByText('Say in one line what it is about.').waitFor();
  await expectAccessible(page);
  await press(page, '"Lift is st"');
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await panel.waitFor({ state: 'detached' });
  await press(page, 'c');
  await panel.waitFor();
  await expect.poll(() => what.evaluate((one) => one === document.activeElement)).toBe(true);
  await press(page, '"uck"');
  expect(await what.inputValue()).toBe('Lift is stuck');
});

test('nothing to take back is said, and one’s own step just taken is no surprise in the next dialogue', async () => {
  const { key } = await log('Skylight rattles');
  const { page } = await enter({ name: 'Sky Lark', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'u');
  await told(page, 'You did nothing in the last minutes that could be taken back here.');
  await press(page, 's');
  await dialogue(page, 'Change status');
  // What it will be called on the ticket finds the step, whatever the button says.
  await pick(page, 'waiting', /hold/i);
  await press(page, 'Control+Enter');
  await told(page, `${key}: on hold`);
  await press(page, 'e');
  const resolve = await dialogue(page, `Resolve: ${key}`);
  await resolve.getByRole('textbox', { name: 'What was done' }).waitFor();
  await expect.poll(() => resolve.getByText('Meanwhile').count()).toBe(0);
});
