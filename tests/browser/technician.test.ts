import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible } from './accessible.ts';
import { choose, dialogue, focused, mark, pick, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const { acme, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, {
    name: 'Acme Manufacturing',
    code: 'ACME',
    timeZone: 'Australia/Perth',
    notes: 'Gold. Ring reception first.',
  });
  const ada = await createContact(ctx, {
    clientId: acme,
    name: 'Ada Adams',
    email: 'ada@acme.example',
    phone: '+61 2 5550 1234',
    vip: true,
  });
  return { acme, ada };
});
const log = (title: string, kind: 'incident' | 'request' = 'incident') =>
  desk.run((ctx) => createTicket(ctx, { kind, clientId: acme, title, requesterId: ada }));
const owner = await hire(desk);
await owner.call('POST', '/canned-replies', {
  name: 'Ask for a page',
  shortcut: 'page',
  shared: true,
  body: '<p>Hello {{requester.firstName}}, could you send a page with the stripes? It helps with {{ticket.key}}.</p>',
});

test('2, 5, 7: a technician reads the context, replies and holds, and resolves', async () => {
  await log('Printer on level 2 jams');
  const { key } = await log('Scanner makes stripes');
  const { page } = await enter({ name: 'Tom Tech', role: 'technician' });
  const about = page.getByRole('complementary', { name: 'About this ticket' });
  const head = page.locator('.f-ticket-head');
  await page.getByRole('row', { name: /Scanner/ }).waitFor();

  // 2: through the list and into the ticket, where everything about the caller and the client stands beside it.
  await press(page, 'j', 'o');
  await page.getByRole('heading', { name: 'Scanner makes stripes' }).waitFor();
  await expectAccessible(page);
  await tabTo(page, page.getByRole('tab', { name: 'Details' }));
  await press(page, 'ArrowRight');
  await about.getByText('Ada Adams').first().waitFor();
  await about.getByText('Gold. Ring reception first.').waitFor();
  await about.getByRole('link', { name: '+61 2 5550 1234' }).waitFor();
  await about.getByText('Australia/Perth').waitFor();
  await expectAccessible(page);
  await press(page, 'ArrowRight', 'ArrowRight');
  await about.getByText('Printer on level 2 jams').waitFor();
  await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');

  // 5: a canned reply with the caller's name in it; who will read it is said before it goes.
  await press(page, 'r');
  await focused(page.getByRole('textbox', { name: 'Reply' }));
  await page.getByText('To Ada Adams').waitFor();
  await press(page, '";page"');
  await page.getByRole('option', { name: /Ask for a page/, selected: true }).waitFor();
  await press(page, 'Enter');
  const written = page.getByRole('textbox', { name: 'Reply' });
  await written.getByText(`Hello Ada, could you send a page with the stripes? It helps with ${key}.`).waitFor();
  await tabTo(page, page.getByRole('textbox', { name: 'Time spent' }));
  await press(page, '"7m"');
  await tabTo(page, page.getByRole('combobox', { name: 'Next status' }).or(page.getByLabel('Next status')).first());
  // What is marked in the open list goes along with the reply.
  await mark(page, 'On hold, waiting for client');
  await press(page, 'Control+Enter');
  await told(page, `Reply sent on ${key}`);
  await head.getByText('Waiting for client').waitFor();
  // The clock is seen to pause.
  await about
    .getByText(/^paused/)
    .first()
    .waitFor();
  const held = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('ticket_clocks')
      .innerJoin('tickets', 'tickets.id', 'ticket_clocks.ticket_id')
      .select(['target', 'state'])
      .where('key', '=', key)
      .orderBy('target')
      .execute(),
  );
  expect(held).toEqual([
    { target: 'first_response', state: 'met' },
    { target: 'resolution', state: 'paused' },
  ]);

  // 7: solved, with a code, what the client reads, and the cause.
  await press(page, 'e');
  const resolve = await dialogue(page, `Resolve: ${key}`);
  await focused(resolve.getByLabel('How was it solved?').first());
  await choose(page, 'Workaround');
  await press(page, 'Tab', '"Cleaned the glass."', 'Tab', '"Dust"');
  await expectAccessible(page);
  await press(page, 'Enter');
  await told(page, `${key}: resolved`);
  await head.getByText('Resolved').waitFor();
  const view = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('tickets')
      .select(['status', 'resolution_code', 'resolution_note', 'cause'])
      .where('key', '=', key)
      .executeTakeFirstOrThrow(),
  );
  expect(view).toEqual({
    status: 'resolved',
    resolution_code: 'workaround',
    resolution_note: 'Cleaned the glass.',
    cause: 'Dust',
  });
  const time = await desk.run((ctx) => ctx.tx.selectFrom('time_entries').select('minutes').execute());
  expect(time).toEqual([{ minutes: 7 }]);
});

test('a request ends in the words of requests', async () => {
  const { key } = await log('A second screen, please', 'request');
  const { page } = await enter({ name: 'Fay Tech', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('heading', { name: 'A second screen, please' }).waitFor();
  // A wait for an approval is no hold, and asks for no reason.
  await press(page, 's');
  await dialogue(page, `Change status: ${key}`);
  await pick(page, 'ask for app', /Ask for approval/);
  await told(page, `${key}: pending approval`);
  await press(page, 's');
  await dialogue(page, `Change status: ${key}`);
  await pick(page, 'approve', /^Approve/);
  await told(page, `${key}: approved`);
  await press(page, 'e');
  const end = await dialogue(page, `Resolve: ${key}`);
  await focused(end.getByLabel('How was it solved?').first());
  await choose(page, 'Partly fulfilled');
  await press(page, 'Tab', '"The smaller one."', 'Tab', 'Enter');
  await told(page, `${key}: fulfilled`);
  const view = await desk.run((ctx) =>
    ctx.tx.selectFrom('tickets').select(['status', 'resolution_code']).where('key', '=', key).executeTakeFirstOrThrow(),
  );
  expect(view).toEqual({ status: 'fulfilled', resolution_code: 'partly_fulfilled' });
});

test('the next best ticket is one key away, says why, and can be passed over with a reason', async () => {
  const { key: first } = await log('Badge reader is dark');
  const { page, id } = await enter({ name: 'Nell Tech', role: 'technician' });
  await press(page, 'n');
  const next = await dialogue(page, 'Next best ticket');
  await next.getByRole('heading', { name: /jams|dark/ }).waitFor();
  await next
    .getByRole('list', { name: 'Why this one' })
    .getByText(/due in/)
    .waitFor();
  await focused(next.getByRole('button', { name: 'Take it' }));
  await expectAccessible(page);
  const passed = await next.getByRole('heading').textContent();

  await tabTo(page, next.getByRole('button', { name: 'Not this one' }), 'Shift+Tab');
  await press(page, 'Enter');
  await focused(next.getByRole('textbox', { name: 'Why not this one?' }));
  await press(page, '"I am no electrician"', 'Control+Enter');
  await expect.poll(() => next.getByRole('heading').textContent(), { timeout: 40_000 }).not.toBe(passed);
  await focused(next.getByRole('button', { name: 'Take it' }));
  await press(page, 'Enter');
  await page.waitForURL('**/tickets/**');
  await told(page, /is with you/);
  const mine = await desk.run((ctx) =>
    ctx.tx.selectFrom('tickets').select('title').where('assignee_id', '=', id).execute(),
  );
  expect(mine).toHaveLength(1);
  expect(mine[0]?.title).not.toBe(passed);
  expect(first).toBeTruthy();
});

test('what is typed is not lost when the page is left', async () => {
  const { key } = await log('Toner is low');
  const { page } = await enter({ name: 'Una Tech', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'i', '"Order two of them"');
  await page.reload();
  await page.getByRole('textbox', { name: 'Internal note' }).getByText('Order two of them').waitFor();
});

test('an offline page says so, keeps what is written, and sends it when the connection is back', async () => {
  const { key } = await log('Cable is loose');
  const { page, faults } = await enter({ name: 'Ola Tech', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await page.context().setOffline(true);
  await page.getByText('No connection.').waitFor();
  await press(page, 'r', '"I am on my way"', 'Control+Enter');
  await page.getByText(/goes out when/).waitFor();
  await page.getByRole('heading', { name: 'Cable is loose' }).waitFor();
  await page.context().setOffline(false);
  await told(page, `Reply sent on ${key}`);
  await page.getByText('No connection.').waitFor({ state: 'hidden' });
  // The browser itself wrote on the console that it could not reach the server.
  faults.splice(0, faults.length, ...faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(fault)));
});
