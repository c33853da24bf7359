import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { switchPractice } from '#server/practices/adoption/index.ts';
import { createItem } from '#server/practices/configuration/index.ts';
import { lookForProblems } from '#server/practices/problem/index.ts';
import type { ProblemView } from '#shared/problem.ts';
import type { TicketView } from '#shared/ticket.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { dialogue, press, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** An engineer finds one problem behind incidents of two clients, publishes what helps, and ends it with all of them. */
const { desk, origin, enter, visit } = await openWorkspace();
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, birch, ada } = await desk.run(async (ctx) => {
  const msp = await createClient(ctx, { name: 'Harbour IT', code: 'HIT', timeZone: 'UTC' });
  await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', msp).execute();
  await switchPractice(ctx, 'problem', true);
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return {
    acme,
    birch: await createClient(ctx, { name: 'Birch Legal', code: 'BIRCH', timeZone: 'UTC' }),
    ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }),
  };
});
const log = (clientId: string, title: string, more: { now?: string; requesterId?: string } = {}) =>
  desk.run(
    (ctx) => createTicket(ctx, { kind: 'incident', clientId, title, requesterId: more.requesterId ?? null }),
    more.now ? { now: more.now } : {},
  );
const read = async <T>(url: string) => (await olive.call('GET', url)).body as T;
const go = async (page: Page, path: string) => {
  await page.goto(origin + path);
  await page.locator('#content').waitFor();
};
const fits = async (page: Page) => {
  expect(await sidewaysFindings(page)).toEqual([]);
  await expectAccessible(page);
};

test('one problem behind incidents of two clients, from the queue to the last message', async () => {
  const [one, two] = [
    await log(acme, 'Scans do not arrive by mail', { requesterId: ada }),
    await log(birch, 'Scanner sends no mail'),
  ];
  const { page } = await enter({ name: 'Erin Engineer', role: 'dispatcher' });
  await page.getByText('Scanner sends no mail').first().waitFor();
  await press(page, 'j', 'x', 'j', 'x');
  await page.getByRole('region', { name: 'Selected tickets' }).getByRole('button', { name: 'Open a problem' }).click();
  const opening = await dialogue(page, /Open a problem/);
  await opening.getByText('These are of 2 clients').waitFor();
  await opening
    .getByRole('textbox', { name: 'What the problem is' })
    .fill('Scanners use a protocol that was switched off');
  await opening.getByRole('textbox', { name: 'What its clients call it' }).fill('Scanning to mail');
  await fits(page);
  await opening.getByRole('button', { name: 'Open the problem' }).click();
  await page.getByRole('heading', { name: 'Scanners use a protocol that was switched off' }).waitFor();
  const key = page.url().split('/').at(-1) ?? '';
  expect(key).toMatch(/^HIT-/);

  await page.getByRole('tab', { name: 'Problem' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Problem' });
  await panel.getByRole('button', { name: 'Write' }).click();
  await panel.getByRole('textbox', { name: 'Symptoms' }).fill('Error 0x42 on the display');
  await panel.getByRole('textbox', { name: 'Root cause' }).fill('TLS 1.0 was switched off');
  await panel.getByRole('textbox', { name: 'Workaround' }).click();
  await page.keyboard.type('Scan to the folder instead');
  await panel.getByRole('button', { name: 'Save' }).click();
  await panel.getByRole('button', { name: 'Write' }).waitFor();
  await panel.getByRole('button', { name: 'Analyse' }).click();
  await panel.getByRole('textbox', { name: 'Answer 1' }).fill('The relay refuses old scanners');
  await panel.getByRole('button', { name: 'Why is that?' }).click();
  await panel.getByRole('textbox', { name: 'Answer 2' }).fill('TLS 1.0 was switched off');
  await panel.getByRole('button', { name: 'Save' }).click();
  await panel.getByRole('list', { name: 'Five whys' }).getByText('The relay refuses old scanners').first().waitFor();
  await panel.getByRole('button', { name: 'Publish…' }).click();
  const publishing = await dialogue(page, 'Publish as a known error');
  await publishing.getByRole('textbox', { name: 'What it is' }).fill('Scanning to mail does not work');
  await publishing
    .getByRole('textbox', { name: 'How it shows' })
    .fill('The scanner shows an error and no mail arrives');
  await publishing.getByRole('switch', { name: 'Show it to the clients’ people in the portal' }).click();
  await publishing.getByRole('heading', { name: 'In the portal of Acme, Birch Legal' }).waitFor();
  await fits(page);
  await publishing.getByRole('button', { name: 'Publish' }).click();
  await told(page, 'Published as a known error');
  await fits(page);
  const seen = await read<ProblemView>(`/problems/${key}`);
  expect(seen.clients.map(({ knownError }) => knownError?.portal)).toEqual([true, true]);
  expect(seen.whys).toHaveLength(2);

  // Publishing what is analysed has moved it on by itself, and what is next stands at the top.
  await page.getByRole('button', { name: 'Raise a change' }).first().waitFor();
  expect(seen.status).toBe('known_error');
  const resolved = { to: 'resolved', resolutionCode: 'fix_applied', resolutionNote: 'New firmware' };
  expect((await olive.call('POST', `/tickets/${key}/transitions`, resolved)).status).toBe(201);
  await go(page, `/tickets/${key}`);
  await page.getByRole('tab', { name: 'Problem' }).click();
  await panel.getByRole('button', { name: 'Resolve them…' }).click();
  const telling = await dialogue(page, /Tell the people/);
  await telling.getByRole('textbox', { name: 'Message' }).fill('Your scanners have new firmware.');
  await telling.getByRole('button', { name: 'Tell and resolve' }).click();
  await told(page, '2 incidents were told and resolved');
  for (const ticket of [one, two])
    expect(await read<TicketView>(`/tickets/${ticket.key}`)).toMatchObject({ statusCategory: 'resolved' });
  await panel.getByRole('heading', { name: 'Did they stop?' }).waitFor();
  await fits(page);
});

test('a known error is offered while the next one is logged and on the ticket, and read in the portal', async () => {
  const old = await log(acme, 'The intranet is slow');
  const { key } = (await olive.call('POST', '/problems', { ticketIds: [old.key], title: 'The intranet proxy is full' }))
    .body as { key: string };
  const workaround = '<p>Open it by its short address</p>';
  await olive.call('PATCH', `/problems/${key}`, { version: 1, workaround });
  const known = { clientIds: [acme], title: 'The intranet is slow', symptoms: 'Pages take minutes', portal: true };
  expect((await olive.call('POST', `/problems/${key}/known-errors`, known)).status).toBe(201);
  const { page } = await enter({ name: 'Al Acme', role: 'technician', clientIds: [acme], width: 390, dark: true });
  await press(page, 'c');
  const logging = await dialogue(page, 'Log a ticket');
  await logging.getByRole('textbox', { name: 'Who' }).fill('ada');
  await page
    .getByRole('option', { name: /Ada Adams/ })
    .first()
    .click();
  await logging.getByRole('textbox', { name: 'What' }).fill('Intranet pages are slow');
  await logging.getByText('Open it by its short address').waitFor();
  await logging.getByRole('button', { name: 'It is this' }).click();
  await fits(page);
  await logging.getByRole('button', { name: 'Log ticket' }).click();
  await page.getByRole('heading', { name: 'Intranet pages are slow' }).waitFor();
  await page.getByRole('tab', { name: /Related/ }).click();
  await page.getByRole('heading', { name: 'The problem behind it' }).waitFor();
  await page.getByRole('heading', { name: 'Recognised as' }).waitFor();
  await fits(page);

  const { url } = (await olive.call('POST', `/contacts/${ada}/sign-in-link`)).body as { url: string };
  const { page: portal } = await visit({ width: 390 });
  await portal.goto(url.replace(/^.*\/portal/, `${origin}/portal`));
  await portal.getByRole('button', { name: 'Sign in' }).click();
  await portal.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Status' }).click();
  await portal.getByRole('heading', { name: 'Known errors' }).waitFor();
  await portal.getByText('Open it by its short address').waitFor();
  await fits(portal);
});

test('what is proposed is opened, put aside or rejected, with its evidence', async () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  for (const days of [1, 3, 4, 6, 8]) await log(birch, 'Kiosk display stays black', { now: ago(days) });
  for (const days of [1, 3, 4, 6, 9]) await log(acme, 'Barcode reader beeps twice', { now: ago(days) });
  await lookForProblems(desk.services);
  const { page } = await enter({ name: 'Tess Tech', role: 'technician', at: '/problems?show=proposed', width: 390 });
  const reader = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /barcode/ }) });
  await reader.getByText('5 incidents on 5 days').waitFor();
  await fits(page);
  // While it looks, the spinner stands in the middle of the button and not over its edge.
  const answered = Promise.withResolvers<void>();
  await page.route('**/problem-proposals/look', async (route) => {
    await answered.promise;
    await route.continue();
  });
  const looking = page.getByRole('button', { name: 'Look now' });
  await looking.click();
  const spinner = await looking.locator('.mantine-Button-loader').boundingBox();
  const whole = await looking.boundingBox();
  answered.resolve();
  if (!spinner || !whole) throw new Error('There is no spinner in the button');
  expect(Math.abs(spinner.x + spinner.width / 2 - (whole.x + whole.width / 2))).toBeLessThan(2);
  expect(Math.abs(spinner.y + spinner.height / 2 - (whole.y + whole.height / 2))).toBeLessThan(2);
  await told(page, 'Looking');
  await reader.getByRole('button', { name: 'Reject…' }).click();
  const rejecting = await dialogue(page, 'Reject the proposal');
  await rejecting.getByRole('textbox', { name: 'Why' }).fill('They are being exchanged');
  await rejecting.getByRole('button', { name: 'Reject' }).click();
  await told(page, 'Rejected');
  await reader.waitFor({ state: 'detached' });
  const kiosk = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /kiosk/ }) });
  await kiosk.getByRole('button', { name: 'Open the problem' }).click();
  await page.getByRole('heading', { name: /kiosk/ }).waitFor();
  await go(page, '/problems');
  await page.getByRole('row', { name: /kiosk/ }).first().waitFor();
  await fits(page);
});

test('a list of advisories is pasted, mended line by line, and entered', async () => {
  await desk.run((ctx) =>
    createItem(ctx, { clientId: birch, classKey: 'firewall', name: 'FW-1', attributes: { model: 'FortiGate 60F' } }),
  );
  const { page } = await enter({ name: 'Ada Owner', at: '/problems?show=proposed', width: 390, dark: true });
  await page.getByRole('button', { name: 'Import a list…' }).click();
  const taking = await dialogue(page, 'Import advisories');
  const list = taking.getByRole('textbox', { name: 'The list' });
  const head = 'vendor,product,severity,reference,words\n';
  await list.fill(`${head}Fortinet,FortiGate,awful,FG-1,fortigate\n`);
  await taking.getByRole('button', { name: 'Preview' }).click();
  await taking.getByText('severity must be one of low, medium, high, critical').waitFor();
  await taking.getByText('Nothing is entered until').waitFor();
  expect(await taking.getByRole('button', { name: /^Enter/ }).count()).toBe(0);
  await fits(page);
  await list.fill(`${head}Fortinet,FortiGate,critical,FG-1,fortigate\nKyocera,TASKalfa,low,K-1,\n`);
  await taking.getByRole('button', { name: 'Preview' }).click();
  await taking.getByText('concerns 1 item at 1 client').waitFor();
  await fits(page);
  await taking.getByRole('button', { name: 'Enter 2' }).click();
  await told(page, '2 entered');
  await page.getByText('critical · fortigate').waitFor();
  await fits(page);
});
