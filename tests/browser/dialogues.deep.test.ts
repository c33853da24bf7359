import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { updateStaff } from '#platform/identity/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible } from './accessible.ts';
import { dialogue, focused, pick, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** Dialogues in which something is written: one key sends it, and closing loses nothing. */
const { desk, enter, hire } = await openWorkspace();
const { acme, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme Manufacturing', code: 'ACME', timeZone: 'Australia/Perth' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
  return { acme, ada };
});
const log = (title: string, description = '') =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, requesterId: ada, title, description }));
const stored = (key: string) =>
  desk.run((ctx) => ctx.tx.selectFrom('tickets').selectAll().where('key', '=', key).executeTakeFirstOrThrow());
const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });
const keptWords = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('.action.')));

test('what is written in a dialogue outlives closing it, and Ctrl+Enter sends it', async () => {
  const { key } = await log('Scanner makes stripes');
  const { page } = await enter({ name: 'Rita Resolve', at: `/tickets/${key}` });
  await page.getByRole('heading', { name: 'Scanner makes stripes' }).waitFor();
  await press(page, 'e');
  const resolve = await dialogue(page, `Resolve: ${key}`);
  const note = resolve.getByRole('textbox', { name: 'What was done' });
  await tabTo(page, note);
  await press(page, '"Cleaned the glass."', 'Escape');
  await gone(page);
  await page.reload();
  await page.getByRole('heading', { name: 'Scanner makes stripes' }).waitFor();
  await press(page, 'e');
  await dialogue(page, `Resolve: ${key}`);
  await resolve.getByText('What you typed last time is back.').waitFor();
  expect(await note.inputValue()).toBe('Cleaned the glass.');
  await expectAccessible(page);
  await tabTo(page, note);
  await press(page, 'Control+Enter');
  await told(page, `${key}: resolved`);
  expect(await stored(key)).toMatchObject({ status: 'resolved', resolution_note: 'Cleaned the glass.' });
  await gone(page);
  expect(await keptWords(page)).toEqual([]);
});

test('what is typed as a day or time means the clock of one’s profile, wherever the browser is', async () => {
  const { key } = await log('Crane comes on Saturday');
  const { page } = await enter({ name: 'Will Waits', at: `/tickets/${key}` });
  await page.getByRole('heading', { name: 'Crane comes on Saturday' }).waitFor();
  await press(page, 's');
  await dialogue(page, `Change status: ${key}`);
  await pick(page, 'hold', /hold/i);
  await page.getByText('leave empty for no date · By the clock of UTC').waitFor();
  await page.getByLabel('Until').fill('2036-12-06T09:00');
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  await gone(page);
  expect((await stored(key)).hold_until).toBe('2036-12-06T09:00:00.000Z');

  // Somebody is away for whole days where they are, wherever it is noted.
  const { id } = await hire({ name: 'Nina Newyork' });
  await desk.run((ctx) => updateStaff(ctx, ctx.scope, id, { version: 1, timeZone: 'America/New_York' }));
  await page.goto(new URL(`/people/${id}`, page.url()).href);
  await page
    .getByText(/By the clock of America.New.York/)
    .first()
    .waitFor();
  await page.getByLabel('First day').fill('2036-12-06');
  await page.getByLabel('Last day').fill('2036-12-07');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add leave' }).click();
  await page.getByText('6 Dec 2036 – 7 Dec 2036').waitFor();
  const away = await desk.run(({ tx }) =>
    tx.selectFrom('staff_leave').select(['starts_at', 'ends_at']).where('staff_id', '=', id).executeTakeFirst(),
  );
  expect(away).toEqual({ starts_at: '2036-12-06T05:00:00.000Z', ends_at: '2036-12-08T05:00:00.000Z' });
});

test('what is written for one ticket is not offered for another, and can be discarded', async () => {
  const one = await log('Fan is loud');
  const other = await log('Fan is silent');
  const { page } = await enter({ name: 'Eli Escalate', at: `/tickets/${one.key}` });
  await page.getByRole('heading', { name: 'Fan is loud' }).waitFor();
  await press(page, 'Shift+E');
  const escalate = page.getByRole('dialog', { name: /^Escalate/ });
  const reason = escalate.getByRole('textbox', { name: 'Reason' });
  // With no team yet there is no next one: it has to be said which.
  await escalate.locator('input[required]').and(escalate.getByLabel('Team')).waitFor();
  await tabTo(page, reason);
  await press(page, '"Too loud for me"', 'Escape');
  await gone(page);
  await page.goto(new URL(`/tickets/${other.key}`, page.url()).href);
  await page.getByRole('heading', { name: 'Fan is silent' }).waitFor();
  await press(page, 'Shift+E');
  await reason.waitFor();
  expect(await reason.inputValue()).toBe('');
  await press(page, 'Escape');
  await gone(page);
  await page.goto(new URL(`/tickets/${one.key}`, page.url()).href);
  await page.getByRole('heading', { name: 'Fan is loud' }).waitFor();
  await press(page, 'Shift+E');
  await expect.poll(() => reason.inputValue(), { timeout: 40_000 }).toBe('Too loud for me');
  await escalate.getByRole('button', { name: 'Discard it' }).click();
  expect(await reason.inputValue()).toBe('');
  expect(await keptWords(page)).toEqual([]);
});

test('a report of two matters is split before anything was said', async () => {
  const { key } = await log(
    'Printer jams',
    '<p>Hello, the printer jams.</p><p>Also, Eva needs a mouse.<br>A small one.</p>',
  );
  const { page } = await enter({ name: 'Sia Split', at: `/tickets/${key}` });
  await page.getByRole('heading', { name: 'Printer jams' }).waitFor();
  await press(page, 'Shift+S');
  const split = await dialogue(page, /^Split off/);
  await focused(split.getByRole('textbox', { name: 'What the new ticket is about' }));
  await press(page, '"A mouse for Eva"');
  const part = split.getByRole('textbox', { name: 'Which part of the report' });
  await expect
    .poll(() => part.inputValue(), { timeout: 40_000 })
    .toBe('Hello, the printer jams.\nAlso, Eva needs a mouse.\nA small one.');
  await expectAccessible(page);
  await tabTo(page, part);
  // The first line stays where it is.
  await press(page, 'Control+Home', 'Shift+ArrowDown', 'Delete', 'Control+Enter');
  await page.getByRole('heading', { name: 'A mouse for Eva' }).waitFor();
  const made = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('tickets')
      .select(['description'])
      .where('title', '=', 'A mouse for Eva')
      .executeTakeFirstOrThrow(),
  );
  expect(made.description.replaceAll(/<br\s*\/?>/g, '|')).toBe('<p>Also, Eva needs a mouse.|A small one.</p>');
  expect((await stored(key)).description).toContain('Eva needs a mouse');
});

test('the report’s own menu leads to splitting it, also where there is a conversation', async () => {
  const { key } = await log('Desk wobbles', '<p>The desk wobbles, and the lamp is out.</p>');
  const { page } = await enter({ name: 'Mel Menu', at: `/tickets/${key}` });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'i', '"Both on level 3"', 'Control+Enter');
  await told(page, `Note kept on ${key}`);
  await page.getByRole('button', { name: 'What to do with the message of Ada Adams' }).click();
  await page.getByRole('menuitem', { name: 'Make a ticket of a part of it' }).click();
  const split = await dialogue(page, /^Split off/);
  await split.getByRole('textbox', { name: 'Which part of the report' }).waitFor();
  expect(await split.getByRole('checkbox', { name: /^A part of the report/ }).isChecked()).toBe(true);
  const note = split.getByRole('checkbox', { name: 'Mel Menu (internal note): Both on level 3' });
  expect(await note.isChecked()).toBe(false);
  const tell = split.getByRole('checkbox', { name: /^Tell the requester/ });
  expect(await tell.isChecked()).toBe(true);
  // Of what is internal, the requester is not told by itself.
  await split.getByRole('checkbox', { name: /^A part of the report/ }).uncheck();
  await note.check();
  expect(await tell.isChecked()).toBe(false);
});

test('one Escape closes the dialogue for tags, with something typed as well, and the next key is for the page', async () => {
  const { key } = await log('Siren howls');
  const { page } = await enter({ name: 'Tess Tagger', at: `/tickets/${key}` });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  for (const typed of ['', '"loud"']) {
    await press(page, 't');
    const tag = await dialogue(page, `Add tags: ${key}`);
    if (typed) await press(page, typed);
    await press(page, 'Escape', 's');
    await dialogue(page, `Change status: ${key}`);
    await tag.waitFor({ state: 'detached' });
    await press(page, 'Escape');
    await gone(page);
  }
});

test('Escape leads from a ticket that was opened by its address to the queue, and from one opened there back to where it was', async () => {
  const { key } = await log('Scanner hums');
  const { page } = await enter({ name: 'Wes Webmail', at: `/tickets/${key}` });
  const fresh = await page.context().newPage();
  await fresh.goto('about:blank');
  await fresh.goto(page.url());
  await fresh.getByRole('heading', { name: 'Scanner hums' }).waitFor();
  await press(fresh, 'Escape');
  await fresh.getByRole('heading', { name: 'Queue' }).waitFor();
  await fresh.goto(new URL('/triage', page.url()).href);
  await fresh
    .getByRole('link', { name: /Scanner hums/ })
    .first()
    .click();
  await fresh.getByRole('heading', { name: 'Scanner hums' }).waitFor();
  await press(fresh, 'Escape');
  await fresh.waitForURL('**/triage**');
});
