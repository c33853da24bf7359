import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { choose, dialogue, focused, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** Hands that are quicker than the network, or than one frame of the screen. */
const { desk, enter } = await openWorkspace();
const { acme, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme Manufacturing', code: 'ACME', timeZone: 'Australia/Perth' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
  return { acme, ada };
});
const log = (title: string) =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, requesterId: ada, title }));

/** Loses the answer to the first request that makes something: the server has done it, and nobody hears of it. */
async function loseAnswer(page: Page, at: string): Promise<void> {
  let lost = false;
  await page.route(at, async (route) => {
    if (route.request().method() !== 'POST' || lost) return route.continue();
    lost = true;
    await route.fetch();
    await route.abort('connectionreset');
  });
}

/** Keeps a file of the app back until it is let go. */
async function keepBack(page: Page, file: string): Promise<(how: 'continue' | 'abort') => Promise<void>> {
  const gate = Promise.withResolvers<'continue' | 'abort'>();
  await page.route(`**/assets/${file}-*.js`, async (route) => route[await gate.promise]());
  return async (how) => {
    gate.resolve(how);
    if (how === 'abort') return;
    await page.unrouteAll({ behavior: 'wait' });
  };
}

/** Presses keys within one task of the page, so that nothing can come between them. */
const pressAtOnce = (page: Page, ...keys: readonly (string | { key: string; ctrlKey: boolean })[]) =>
  page.evaluate((all) => {
    for (const one of all) {
      const press = typeof one === 'string' ? { key: one } : one;
      const event = new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }
  }, keys);

/** Waits until a dialogue has come and gone, however short it is there. */
const dialogueHasPassed = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let come = false;
        const observer = new MutationObserver(() => {
          const there = document.querySelector('[role=dialog]') !== null;
          if (come && !there) {
            observer.disconnect();
            resolve();
          }
          come ||= there;
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
  );

test('what is typed before the list is there is dropped as a whole, to its last word', async () => {
  const { key } = await log('Doorbell is mute');
  const { page } = await enter({ alone: true, name: 'Edda Early', at: '/clients' });
  const gate = Promise.withResolvers<void>();
  await page.route('**/api/v1/tickets?**', async (route) => {
    await gate.promise;
    await route.continue();
  });
  // The clock stands: whatever is typed follows at once.
  const now = Date.now();
  await page.clock.setFixedTime(now);
  await page.goto(new URL('/queue?q=doorbell', page.url()).href);
  await page.getByRole('grid', { name: 'Tickets' }).waitFor();
  await press(page, '"just"');
  gate.resolve();
  // The list comes in the middle of the sentence: what is still to come would move to the row, tick it and resolve it.
  await page.getByRole('row', { name: /Doorbell/ }).waitFor();
  await pressAtOnce(page, 'j', 'x', 'e');
  await nothingDone(page);
  // After a breath keys are commands again.
  await page.clock.setFixedTime(now + 2_000);
  await press(page, 'j', 'a');
  await dialogue(page, `Assign: ${key}`);
  await page.unrouteAll({ behavior: 'wait' });
});

test('what is typed before there is any page is dropped with what follows', async () => {
  await log('Fountain is dry');
  const { page } = await enter({ alone: true, name: 'Bert Blind', at: '/clients' });
  const release = await keepBack(page, 'index');
  await page.clock.setFixedTime(Date.now());
  await page.goto(new URL('/queue?q=fountain', page.url()).href, { waitUntil: 'commit' });
  await page.locator('.f-first').waitFor();
  await press(page, 'p');
  await release('continue');
  await page.getByRole('row', { name: /Fountain/ }).waitFor();
  await pressAtOnce(page, 'j', 'x', 'e');
  await nothingDone(page);
});

test('what goes on with a key that nothing could take is no command, however late a busy machine hears of it', async () => {
  const { key } = await log('Hinge squeaks');
  const { page } = await enter({ alone: true, name: 'Bea Busy', at: '/clients' });
  const gate = Promise.withResolvers<void>();
  await page.route('**/api/v1/tickets/*', async (route) => {
    await gate.promise;
    await route.continue();
  });
  const now = Date.now();
  await page.clock.setFixedTime(now);
  await page.goto(new URL(`/tickets/${key}`, page.url()).href);
  await page.getByRole('status', { name: 'Loading the ticket' }).waitFor();
  await press(page, 'r');
  gate.resolve();
  await page.getByRole('heading', { name: 'Hinge squeaks' }).waitFor();
  await page.unrouteAll({ behavior: 'wait' });
  // Pressed half a second after the first, heard of five seconds later.
  await page.clock.setFixedTime(now + 5_000);
  await page.evaluate(() => {
    for (const key of ['e', 'x', 'm']) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      Object.defineProperty(event, 'timeStamp', { value: performance.now() - 4_500 });
      document.activeElement?.dispatchEvent(event);
    }
  });
  await pressAtOnce(page, { key: 'Enter', ctrlKey: true });
  await nothingDone(page);

  // A letter that this page has no use for was meant for a text, and so are those that follow.
  await page.clock.setFixedTime(now + 10_000);
  await pressAtOnce(page, 'z', 'e', 'p');
  await nothingDone(page);
  await page.clock.setFixedTime(now + 12_000);
  await press(page, 'p');
  await dialogue(page, /^Set priority/);
});

test('the keys of a board need not wait for its slowest column', async () => {
  await log('Lamp flickers');
  const { page } = await enter({ name: 'Bo Board', at: '/clients' });
  const gate = Promise.withResolvers<void>();
  await page.route(/\/api\/v1\/tickets\?.*resolved/, async (route) => {
    await gate.promise;
    await route.continue();
  });
  await page.goto(new URL('/board', page.url()).href);
  await page.getByRole('link', { name: /Lamp flickers/ }).waitFor();
  await expect.poll(() => page.locator('[data-lane][aria-busy=true]').count(), { timeout: 40_000 }).toBe(1);
  await press(page, 'ArrowDown');
  await focused(page.locator('[data-card]').first());
  gate.resolve();
  await page.unrouteAll({ behavior: 'wait' });
});

/** Neither a row under the cursor, nor one ticked, nor a question asked. */
async function nothingDone(page: Page): Promise<void> {
  expect(await page.locator('[role=dialog], [data-current], [role=row][aria-selected=true]').count()).toBe(0);
}

test('what is typed while the editor is on its way goes into it, in order', async () => {
  const { key } = await log('Roof leaks');
  const { page } = await enter({ name: 'Quin Quick' });
  await page.getByRole('row', { name: /Roof leaks/ }).waitFor();
  const release = await keepBack(page, 'rich-text');
  await page.goto(new URL(`/tickets/${key}`, page.url()).href);
  await page.getByRole('heading', { name: 'Roof leaks' }).waitFor();
  await page.getByLabel('The editor is on its way').waitFor();
  await press(page, 'r', '"nexx"', 'Backspace', '"t time I call first"');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await release('continue');
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await focused(reply);
  await reply.getByText('next time I call first').waitFor();
  await press(page, '", then come"');
  await reply.getByText('next time I call first, then come').waitFor();
  expect(page.url()).toContain(key);
});

test('Escape gives the keys back to the page before the editor has come', async () => {
  const { key } = await log('Gutter drips');
  const { page } = await enter({ name: 'Rue Regret' });
  await page.getByRole('row', { name: /Gutter drips/ }).waitFor();
  const release = await keepBack(page, 'rich-text');
  await page.goto(new URL(`/tickets/${key}`, page.url()).href);
  await page.getByRole('heading', { name: 'Gutter drips' }).waitFor();
  await page.getByLabel('The editor is on its way').waitFor();
  await press(page, 'i', '"never mi"', 'Escape', 'p');
  await dialogue(page, /^Set priority/);
  expect(page.url()).toContain(key);
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await release('continue');
  const note = page.getByRole('textbox', { name: 'Internal note' });
  await note.waitFor();
  expect(await note.textContent()).toBe('');
});

test.for(['key', 'button'])(
  'what is typed while the panel for a new ticket is on its way looks for the caller, by %s',
  async (by) => {
    const { page } = await enter({ name: `Cal ${by}`, role: 'technician' });
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
    const release = await keepBack(page, 'create-panel');
    if (by === 'button') await page.getByRole('button', { name: 'New', exact: true }).click();
    else await press(page, 'c');
    await press(page, '"ada ad"');
    await release('continue');
    const who = page.getByRole('dialog', { name: 'Log a ticket' }).getByRole('textbox', { name: 'Who' });
    await focused(who);
    await expect.poll(() => who.inputValue(), { timeout: 40_000 }).toBe('ada ad');
    await page.getByRole('option', { name: /Ada Adams/ }).waitFor();
  },
);

test('an Enter before the caller is found takes who is found, and nobody whom an earlier search found', async () => {
  const { page } = await enter({ name: 'Cora Caller', role: 'technician' });
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  await press(page, 'c');
  const panel = await dialogue(page, 'Log a ticket');
  const who = panel.getByRole('textbox', { name: 'Who' });
  await focused(who);
  await press(page, '"acme"');
  await page.locator('[role=option][data-combobox-selected]', { hasText: /^Acme Manufacturing/ }).waitFor();
  const gate = Promise.withResolvers<void>();
  await page.route('**/api/v1/contacts?*', async (route) => {
    await gate.promise;
    await route.continue();
  });
  await who.fill('ada');
  await press(page, 'Enter');
  expect(await panel.getByRole('button', { name: 'Somebody else' }).count()).toBe(0);
  gate.resolve();
  await panel.getByText('Ada Adams').waitFor();
  await page.unrouteAll({ behavior: 'wait' });
});

test.for(['key', 'button'])('what is typed while an action’s dialogue is on its way is for it, by %s', async (by) => {
  const { key } = await log(`Awning torn ${by}`);
  const { page } = await enter({ name: `Ann ${by}`, at: '/clients' });
  const release = await keepBack(page, 'dialogue');
  await page.goto(new URL(`/tickets/${key}`, page.url()).href);
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  if (by === 'key') await press(page, 'a');
  else await page.getByRole('button', { name: /^Assignee: / }).click();
  await press(page, `"ann ${by}"`, 'Enter');
  await release('continue');
  await page.getByRole('button', { name: `Assignee: Ann ${by}` }).waitFor();
  expect(page.url()).toContain(key);
});

test('what is sent by Ctrl and Enter before its dialogue has come is sent', async () => {
  const { key } = await log('Fence fell');
  const { page } = await enter({ name: 'Sue Sender', at: '/clients' });
  const release = await keepBack(page, 'dialogue');
  await page.goto(new URL(`/tickets/${key}`, page.url()).href);
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 't', '"wind"', 'Enter', 'Control+Enter');
  await release('continue');
  await told(page, /tagged wind/);
});

test('what is typed while the palette is on its way finds in it', async () => {
  const { page } = await enter({ name: 'Pia Prompt', at: '/clients' });
  const release = await keepBack(page, 'finder');
  await page.goto(new URL('/clients', page.url()).href);
  await page.getByRole('heading', { name: 'Clients' }).waitFor();
  await press(page, 'Control+k', '"go to board"', 'Enter');
  expect(page.url()).toContain('/clients');
  await release('continue');
  await page.getByRole('heading', { name: 'Board' }).waitFor();
});

test('what is typed while the fields behind a menu are on their way goes into them', async () => {
  const { page } = await enter({ name: 'Mia Menu' });
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  const releaseEditor = await keepBack(page, 'filter-editor');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Tag', exact: true }).click();
  await press(page, '"came"', 'Enter');
  await releaseEditor('continue');
  await page.getByRole('button', { name: 'Tag: tagged came', exact: true }).waitFor();
  await press(page, 'Escape');
  const releaseForm = await keepBack(page, 'view-form');
  await page.getByRole('button', { name: 'View options' }).click();
  await page.getByRole('menuitem', { name: 'Save as a new view' }).click();
  await press(page, '"Came lately"');
  await releaseForm('continue');
  const name = page.getByRole('dialog', { name: 'Save as a new view' }).getByRole('textbox', { name: 'Name' });
  await focused(name);
  await expect.poll(() => name.inputValue()).toBe('Came lately');
});

test('code that does not come gives the keys back', async () => {
  const { page, faults } = await enter({ name: 'Una Unlucky', role: 'technician' });
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  const release = await keepBack(page, 'create-panel');
  await press(page, 'c', '"ada"');
  await release('abort');
  await page.getByRole('dialog').getByRole('alert').first().waitFor();
  await press(page, 'Escape', 'g', 'b');
  await page.getByRole('heading', { name: 'Board' }).waitFor();
  faults.splice(0, faults.length, ...faults.filter((fault) => !/ERR_FAILED/.test(fault)));
});

test('keys that come before a dialogue is drawn are typed in it', async () => {
  const { key } = await log('Ladder wobbles');
  const { page } = await enter({ name: 'Fay Fast', at: `/tickets/${key}` });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await reply.waitFor();
  await pressAtOnce(page, 'a', 'f', 'a', 'y');
  const assign = await dialogue(page, /^Assign/);
  await expect.poll(() => assign.getByRole('combobox').inputValue()).toBe('fay');
  await press(page, 'Escape');
  await assign.waitFor({ state: 'hidden' });

  // From the middle of a text, too, and the text has none of it.
  await press(page, 'r', '"Hello"');
  await pressAtOnce(page, { key: 'k', ctrlKey: true }, 'b', 'o', 'a', 'r', 'd');
  const palette = await dialogue(page, 'Search or do anything');
  await expect.poll(() => palette.getByRole('combobox').inputValue()).toBe('board');
  await press(page, 'Escape');
  await palette.waitFor({ state: 'hidden' });
  await focused(reply);
  expect(await reply.textContent()).toBe('Hello');

  // Escape closes what it opened, rather than leaving the ticket.
  await press(page, 'Escape');
  const passed = dialogueHasPassed(page);
  await pressAtOnce(page, 'm', 'x', 'Escape');
  await passed;
  await press(page, 'p');
  await dialogue(page, /^Set priority/);
  expect(page.url()).toContain(key);
});

test('a reply whose answer was lost on the way is sent again as it was: it is there once, with the status that was chosen', async () => {
  // Sent again where it is, and after the page was left.
  for (const leaves of [false, true]) {
    const { key, id } = await log(`Lamp flickers ${leaves}`);
    const { page, faults } = await enter({ name: `Lena Line ${leaves}`, at: `/tickets/${key}` });
    await loseAnswer(page, '**/api/v1/tickets/*/messages');
    await page.getByRole('heading', { name: 'Lamp flickers' }).waitFor();
    await press(page, 'r');
    await focused(page.getByRole('textbox', { name: 'Reply' }));
    await press(page, '"We look at it."');
    await tabTo(page, page.getByRole('combobox', { name: 'Next status' }).or(page.getByLabel('Next status')).first());
    await choose(page, 'Start work');
    await press(page, 'Control+Enter');
    await told(page, /Not sent/);
    await page.locator('.f-ticket-head').getByText('In Progress').waitFor();
    if (leaves) {
      await page.reload();
      await page.getByRole('heading', { name: 'Lamp flickers' }).waitFor();
      await press(page, 'r');
    }
    await focused(page.getByRole('textbox', { name: 'Reply' }));
    await press(page, 'Control+Enter');
    await told(page, `Reply sent on ${key}`);
    const [messages, ticket] = await desk.run(async ({ tx }) => [
      await tx.selectFrom('messages').select('body_text').where('ticket_id', '=', id).execute(),
      await tx.selectFrom('tickets').select('status').where('id', '=', id).executeTakeFirst(),
    ]);
    expect(messages).toEqual([{ body_text: 'We look at it.' }]);
    expect(ticket).toEqual({ status: 'in_progress' });
    // That the network failed is what the test is about.
    faults.splice(0);
  }
});

test('a ticket whose answer was lost on the way is logged once, though the panel was closed and the page left', async () => {
  const { page, faults } = await enter({ name: 'Cora Caller', at: '/queue' });
  await loseAnswer(page, '**/api/v1/tickets');
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  await press(page, 'c');
  const panel = await dialogue(page, 'Log a ticket');
  const what = panel.getByRole('textbox', { name: 'What', exact: true });
  await panel.getByRole('textbox', { name: 'Who' }).fill('acme');
  await page.getByRole('option', { name: /Acme/ }).first().click();
  await what.fill('Door sticks');
  await press(page, 'Control+Enter');
  await panel.getByText(/cannot be reached/).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  await press(page, 'c');
  await dialogue(page, 'Log a ticket');
  await expect.poll(() => what.inputValue(), { timeout: 40_000 }).toBe('Door sticks');
  await what.focus();
  await press(page, 'Control+Enter');
  await told(page, /is logged/);
  const logged = await desk.run(({ tx }) =>
    tx.selectFrom('tickets').select('id').where('title', '=', 'Door sticks').execute(),
  );
  expect(logged).toHaveLength(1);
  // That the network failed is what the test is about.
  faults.splice(0);
});
