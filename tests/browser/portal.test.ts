import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { readCsv } from '#shared/csv-words.ts';
import { openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter, visit, origin } = await openWorkspace();
const { acme, ada, boss, mine, other } = await desk.run(async (ctx) => {
  const clientId = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Australia/Sydney' });
  const ada = await createContact(ctx, { clientId, name: 'Ada Adams', email: 'ada@acme.example' });
  const adam = await createContact(ctx, { clientId, name: 'Adam Ant' });
  const boss = await createContact(ctx, { clientId, name: 'Boss Brown', sees: 'all' });
  const log = (requesterId: string, title: string) =>
    createTicket(ctx, { kind: 'incident', clientId, requesterId, title });
  const [mine, other] = [await log(ada, 'Scanner beeps'), await log(adam, 'A raise for Adam')];
  return { acme: clientId, ada, boss, mine, other };
});

// This desk does not know the port that it got.
const here = (url: string) => url.replace(/^https?:\/\/[^/]+/, origin);
const owner = await hire(desk);
const link = async () =>
  here(((await owner.call('POST', `/contacts/${ada}/sign-in-link`)).body as { url: string }).url);

/** The link that a member of staff makes on the contact's page. */
async function linkByHand(): Promise<string> {
  const { page } = await enter({ name: 'Olive Owner', at: `/contacts/${ada}` });
  await page.getByRole('button', { name: 'Sign-in link' }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const field = page.getByRole('textbox', { name: 'Link' });
  await field.waitFor();
  await expectAccessible(page);
  return here(await field.inputValue());
}

test('on a phone, long names in the bar leave room for each other and for the way out', async () => {
  const url = await link();
  const { page } = await visit({ width: 390 });
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Your tickets' }).waitFor();
  const bar = page.getByRole('banner');
  await bar.locator('bdi').nth(1).waitFor();
  // As long as names may be; what is laid out is what counts.
  await bar.locator('bdi').evaluateAll((all) => {
    for (const one of all) one.textContent = 'Wilhelmina Bartholomew-Featherstonehaugh of Harbour Street';
  });
  const [msp, person, out] = await Promise.all(
    [bar.getByRole('link').first(), bar.getByRole('link').nth(1), bar.getByRole('button', { name: 'Sign out' })].map(
      (one) => one.boundingBox(),
    ),
  );
  const end = (box: typeof msp) => (box ? box.x + box.width : Number.NaN);
  expect(msp?.width).toBeGreaterThan(60);
  expect(end(msp)).toBeLessThanOrEqual(person?.x ?? 0);
  expect(end(person)).toBeLessThanOrEqual(out?.x ?? 0);
  expect(end(out)).toBeLessThanOrEqual(390);
  expect(await sidewaysFindings(page)).toEqual([]);
});

test('whoever opens a ticket from a mail comes to it once they are signed in', async () => {
  const url = await link();
  const { page } = await visit();
  await page.goto(`${origin}/portal/tickets/${mine.key}`);
  await page.waitForURL(`${origin}/portal/sign-in`);
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Scanner beeps' }).waitFor();
});

test('somebody of a client signs in by a link, answers, declines and confirms on a phone', async () => {
  const url = await linkByHand();
  const { page, faults } = await visit({ width: 390 });
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Your tickets' }).waitFor();
  expect(await page.getByText('A raise for Adam').count()).toBe(0);
  expect(await sidewaysFindings(page)).toEqual([]);
  await expectAccessible(page);

  await page.getByRole('link', { name: /Scanner beeps/ }).click();
  await page.getByText('Next, we look at it.').waitFor();
  await page.getByRole('textbox', { name: 'Your answer' }).fill('It beeps <b>again</b>\nand again');
  await page.reload();
  expect(await page.getByRole('textbox', { name: 'Your answer' }).inputValue()).toMatch(/^It beeps/);
  await page.getByRole('button', { name: 'Send' }).click();
  const said = page.getByRole('article', { name: 'Message of Ada Adams' }).filter({ hasText: '<b>again</b>' });
  await said.waitFor();
  await expectAccessible(page);

  const { page: desktop } = await enter({ name: 'Tom Tech', role: 'technician', at: `/tickets/${mine.key}` });
  await desktop.getByText('and again').waitFor();
  const move = (step: object) =>
    desktop.evaluate(
      async ([url, body]) => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch(url, { method: 'POST', headers, body })).status;
      },
      [`/api/v1/tickets/${mine.key}/transitions`, JSON.stringify(step)] as const,
    );
  const solve = () => move({ to: 'resolved', resolutionCode: 'fixed', resolutionNote: 'Turned the volume down' });
  expect(await solve()).toBe(201);
  await page.reload();
  await page.getByText('Turned the volume down').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'No, not yet' }).click();
  await page.getByRole('textbox', { name: 'What is still wrong?' }).fill('Still beeping');
  await page.getByRole('button', { name: 'Open it again' }).click();
  await page.getByRole('button', { name: 'No, not yet' }).waitFor({ state: 'detached' });
  await desktop.getByText('Still beeping').first().waitFor();

  // The desk opens it again while they look: what is refused then is not asked any more.
  expect(await solve()).toBe(201);
  await page.reload();
  await page.getByRole('button', { name: 'Yes, it is solved' }).waitFor();
  expect(await move({ to: 'reopened', reason: 'Something is left' })).toBe(201);
  await page.getByRole('button', { name: 'Yes, it is solved' }).click();
  await page.getByText(/^Not sent\./).waitFor();
  await page.getByRole('button', { name: 'Yes, it is solved' }).waitFor({ state: 'detached', timeout: 10_000 });
  expect(faults.splice(0).every((fault) => /4\d\d/.test(fault))).toBe(true);

  expect(await solve()).toBe(201);
  await page.reload();
  await page.getByRole('button', { name: 'Yes, it is solved' }).click();
  await page.getByText('Closed', { exact: true }).first().waitFor();
  // One press says how content they are; words may follow.
  await page.getByRole('button', { name: 'Content', exact: true }).click();
  await page.getByRole('textbox', { name: 'What should we know?' }).fill('Quiet now');
  await expectAccessible(page);
  await page
    .getByRole('region', { name: /How content/ })
    .getByRole('button', { name: 'Send' })
    .click();
  await desktop.goto(`${origin}/satisfaction`);
  await desktop.getByText('Quiet now').waitFor();
  await expectAccessible(desktop);
  await page.goto(`${origin}/portal?state=done`);
  await page.getByRole('link', { name: /Scanner beeps/ }).waitFor();
});

test('their addresses lead to nothing of others, nothing of the workspace, and a used link says so', async () => {
  const url = await link();
  const { page, faults } = await visit({ dark: true });
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Your tickets' }).waitFor();
  await expectAccessible(page);
  await page.goto(`${origin}/queue`);
  await page.getByRole('heading', { name: 'Your tickets' }).waitFor();
  await page.goto(`${origin}/portal/tickets/${other.key}`);
  await page.getByRole('alert').waitFor();
  expect(await page.getByText('A raise for Adam').count()).toBe(0);

  // In another language from there on, also after a new start and for whoever signs out.
  const speak = (from: string, to: string) => page.getByRole('combobox', { name: from }).selectOption({ label: to });
  await speak('Language', 'Deutsch');
  await page.getByRole('link', { name: 'Alle Ihre Tickets' }).click();
  await page.reload();
  await page.getByRole('heading', { name: 'Ihre Tickets' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  expect(await sidewaysFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await page.getByText('Zum Anmelden brauchen Sie einen Link').waitFor();
  await speak('Sprache', 'English');
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('This link does not work any more').waitFor();
  const again = await link();
  await page.goto(again);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Ihre Tickets' }).waitFor();
  await speak('Sprache', 'English');
  await page.getByRole('heading', { name: 'Your tickets' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You need a link to sign in').waitFor();
  await page.goto(`${origin}/portal`);
  await page.getByText('You need a link to sign in').waitFor();
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('This link does not work any more').waitFor();
  // The browser writes each refusal on its console: of the other's ticket, and of the used link.
  expect(faults.splice(0).every((fault) => /404|422/.test(fault))).toBe(true);
});

test('whoever looks after the company saves its tickets as a table that a spreadsheet reads', async () => {
  const { jar } = await enterAs(desk, { clientId: acme, contactId: boss, way: 'staff_link' });
  const { page, faults } = await visit();
  await page.context().addCookies([...jar].map(([name, value]) => ({ name, value, url: origin })));
  await page.goto(`${origin}/portal/company`);
  await page.getByText('A raise for Adam').waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a table (CSV)' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('tickets.csv');
  const text = await readFile(await saved.path(), 'utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  const rows = (readCsv(text) ?? []).map(({ values }) => values);
  expect(rows[0]).toEqual(['key', 'title', 'kind', 'status', 'createdAt', 'updatedAt', 'requester', 'waitsForYou']);
  expect(rows.map(([, title, , , , , requester]) => [title, requester])).toContainEqual([other.title, 'Adam Ant']);
  expect(faults).toEqual([]);
});

test('staff who follow a portal address stay in their workspace', async () => {
  const { page } = await enter({ name: 'Nia Novak', role: 'technician', at: '/portal' });
  await page.waitForURL(/\/queue/);
});

test('somebody asks for a mail, and types its code', async () => {
  const sink = await openSink();
  await owner.call('PUT', '/mail/sending', {
    ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '', version: 0 },
    ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' },
  });
  const { page, faults } = await visit({ width: 390 });
  await page.goto(`${origin}/portal`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('ada@acme.example');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Code' });
  await field.waitFor();
  await expectAccessible(page);
  await expect.poll(() => sink.mails.length, { timeout: 15_000 }).toBe(1);
  const code = /\b(\d{6})\r\n/.exec(sink.mails[0]?.raw ?? '')?.[1] ?? '';
  await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your tickets' }).waitFor();
  expect(faults).toEqual([]);
});
