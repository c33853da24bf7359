import pg from 'pg';
import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible } from './accessible.ts';
import { focused } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** What came by mail is shown in a frame where nothing can run, ask or reach the page, and reads like the page around it. */
const PATIENCE = { timeout: 40_000 };
const { desk, enter } = await openWorkspace();
const admin = new pg.Client({ connectionString: desk.adminUrl });
await admin.connect();
afterAll(() => admin.end());
const { key, id } = await desk.run(async (ctx) => {
  const clientId = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const requesterId = await createContact(ctx, { clientId, name: 'Ada Adams', email: 'ada@acme.example' });
  return createTicket(ctx, {
    ...{ kind: 'incident', clientId, requesterId, title: 'Paper jam', source: 'email' },
    description: `<p>${'The tray is open and nothing helps. '.repeat(12)}</p><p>See <a href="https://printer.example/">the page</a></p>`,
  });
});
const mailIn = (page: Page) => page.getByRole('article', { name: 'Message of Ada Adams' }).locator('iframe');
/** Whether a frame is as tall as what stands in it, to the pixel that a part of one takes. */
const fits = (frame: Locator) =>
  frame.evaluate((one: HTMLIFrameElement) => {
    const spare = one.clientHeight - (one.contentDocument?.body.scrollHeight ?? -1);
    return spare === 0 || spare === 1;
  });
const colour = (element: Locator) => element.evaluate((one) => getComputedStyle(one).color);

test('a mail is as tall as its text, looks like the page in light and dark, and leaves the page its keys', async () => {
  const { page, faults } = await enter({ name: 'Tim Tech', role: 'technician', at: `/tickets/${key}` });
  const frame = mailIn(page);
  const text = frame.contentFrame().getByText('The tray is open');
  await text.waitFor();
  expect(await frame.getAttribute('sandbox')).toBe('allow-same-origin allow-popups allow-popups-to-escape-sandbox');
  expect(await frame.getAttribute('title')).toMatch(/^Mail of Ada Adams, /);
  await expect.poll(() => fits(frame), PATIENCE).toBe(true);
  const { height: wide = 0 } = (await frame.boundingBox()) ?? {};
  expect(wide).toBeGreaterThan(40);

  const day = await colour(text);
  expect(day).toBe(await colour(page.getByRole('heading', { name: 'Paper jam' })));
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => colour(text), PATIENCE).not.toBe(day);
  expect(await colour(text)).toBe(await colour(page.getByRole('heading', { name: 'Paper jam' })));

  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(async () => (await frame.boundingBox())?.height ?? 0, PATIENCE).toBeGreaterThan(wide);
  expect(await fits(frame)).toBe(true);
  await page.setViewportSize({ width: 1440, height: 900 });

  // Whoever pressed into the text still has the keys of the page.
  await text.click();
  await page.keyboard.press('r');
  await focused(page.getByRole('textbox', { name: 'Reply' }));

  const opened = page.context().waitForEvent('page');
  await page.context().route('https://printer.example/**', (route) => route.fulfill({ body: 'The printer' }));
  await frame.contentFrame().getByRole('link', { name: 'the page' }).click();
  const other = await opened;
  expect(await other.evaluate(() => window.opener)).toBeNull();
  await other.close();
  // The browser notes at each press of the mouse that nothing runs there.
  expect(faults.filter((fault) => !fault.startsWith("Blocked script execution in 'about:srcdoc'"))).toEqual([]);
  faults.length = 0;
});

test('were a mail shown as it came, nothing of it would run or be asked for; and without the policy, nothing would run', async () => {
  const hostile =
    '<p>Zraw</p><script>alert(1)</script><img src="https://evil.example/1" onerror="alert(2)"><iframe src="https://evil.example/2"></iframe>' +
    '<form action="https://evil.example/3"><button>Go</button></form><meta http-equiv="refresh" content="0;url=https://evil.example/4">' +
    '<svg onload="alert(3)"></svg><a href="javascript:alert(4)">press</a><base href="https://evil.example/">';
  await admin.query('update fettle.tickets set description = $1 where id = $2', [hostile, id]);
  for (const unguarded of [false, true]) {
    const { page, faults } = await enter({
      name: `Una Unguarded ${unguarded}`,
      at: '/account',
      alone: true,
      unguarded,
    });
    const dialogs: string[] = [];
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss().catch(() => {});
    });
    await page.context().route('https://evil.example/**', (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    // Without it nothing is cleaned, and what came is shown as it came.
    await page.addInitScript(() => Reflect.deleteProperty(DOMImplementation.prototype, 'createHTMLDocument'));
    await page.goto(new URL(`/tickets/${key}`, page.url()).href);
    const inside = mailIn(page).contentFrame();
    await inside.getByText('Zraw').waitFor();
    await inside.getByText('press').click();
    await inside.getByRole('button', { name: 'Go' }).click();
    await page.waitForLoadState('networkidle');
    expect({ dialogs, asked: unguarded ? [] : asked }).toEqual({ dialogs: [], asked: [] });
    expect(asked.filter((url) => /[34]$/.test(url))).toEqual([]);
    expect(new URL(page.url()).pathname).toBe(`/tickets/${key}`);
    faults.length = 0;
  }
});

const LONG = `
insert into fettle.messages (client_id, id, ticket_id, visibility, author_kind, author_name, body_html, body_text, source, created_at)
select client_id, gen_random_uuid(), id, 'public', 'contact', 'Ada Adams', '<p>Mail ' || n || '</p>', 'Mail ' || n, 'email', now() + n * interval '1 second'
from fettle.tickets, generate_series(1, 205) n where id = $1`;

test('of very many mails the latest are shown, and those before on demand', async () => {
  const long = await desk.run(async (ctx) => {
    const { client_id } = await ctx.tx
      .selectFrom('tickets')
      .select('client_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return createTicket(ctx, {
      kind: 'incident',
      clientId: client_id,
      title: 'Goes on and on',
      description: 'So it began',
    });
  });
  await admin.query(LONG, [long.id]);
  const { page } = await enter({ name: 'Lena Long', role: 'technician', at: `/tickets/${long.key}` });
  const frames = page.locator('.f-conversation iframe');
  const words = (frame: Locator) => frame.contentFrame().locator('body').textContent();
  await expect.poll(() => frames.count(), PATIENCE).toBe(200);
  await expect.poll(() => words(frames.last()), PATIENCE).toBe('Mail 205');
  await page.getByRole('button', { name: 'Show earlier (6 more)' }).click();
  // With them stands that it was logged.
  await expect.poll(() => frames.count(), PATIENCE).toBe(205);
  await expect.poll(() => words(frames.first()), PATIENCE).toBe('Mail 1');
});

test('links lead where they say: what leads nowhere from here is text, and a place that the words hide is told', async () => {
  await admin.query('update fettle.tickets set description = $1 where id = $2', [
    '<p>Ours: <a href="/tickets/ACME-1">relative</a> <a href="javascript:alert(1)">script</a> <a href="//host.example">host</a></p>' +
      '<p><a href="https://evil.example/in">https://bank.example</a></p>',
    id,
  ]);
  const { page } = await enter({ name: 'Lea Links', role: 'technician', at: `/tickets/${key}` });
  const inside = mailIn(page).contentFrame();
  await inside.getByText('Ours').waitFor();
  const links = inside.getByRole('link');
  expect(await links.allTextContents()).toEqual(['host', 'https://bank.example (evil.example)']);
  expect(await links.first().getAttribute('href')).toBe('https://host.example/');
  expect(await inside.getByText('Ours').textContent()).toBe('Ours: relative script host');
  await expectAccessible(page);
});

test('the words of a wide table stay whole', async () => {
  const cells = Array.from({ length: 30 }, (_, at) => `<td>Column${at}</td>`).join('');
  await admin.query('update fettle.tickets set description = $1 where id = $2', [
    `<table><tbody><tr>${cells}</tr></tbody></table>`,
    id,
  ]);
  const { page } = await enter({ name: 'Wilma Wide', role: 'technician', at: `/tickets/${key}` });
  const cell = mailIn(page).contentFrame().getByText('Column0', { exact: true });
  await cell.waitFor();
  const { height = 99, width = 0 } = (await cell.boundingBox()) ?? {};
  expect([height < 40, width > 50]).toEqual([true, true]);
  await expectAccessible(page);
});
