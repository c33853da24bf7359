import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { switchPractice } from '#server/practices/adoption/index.ts';
import type { MajorView } from '#shared/major.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { dialogue, press, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

/** A dispatcher makes one major incident of tickets of two clients, leads it, tells clients, and ends it. */
const { desk, enter, visit, origin } = await openWorkspace();
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, birch } = await desk.run(async (ctx) => {
  const msp = await createClient(ctx, { name: 'Harbour IT', code: 'HIT', timeZone: 'UTC' });
  await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', msp).execute();
  await switchPractice(ctx, 'major', true);
  await switchPractice(ctx, 'problem', true);
  return {
    acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
    birch: await createClient(ctx, { name: 'Birch Legal', code: 'BIRCH', timeZone: 'UTC' }),
  };
});
const log = (clientId: string, title: string) =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId, title }));

test('from two tickets in the queue to the last word, by keyboard', async () => {
  await log(acme, 'No mail at all');
  await log(birch, 'Mail is gone');
  const more = await log(acme, 'Mail is gone here too');
  const { page } = await enter({ name: 'Dana Dispatcher', role: 'dispatcher' });
  await page.getByText('No mail at all').first().waitFor();
  await page.getByRole('row').filter({ hasText: 'No mail at all' }).getByRole('checkbox').check();
  await page
    .getByRole('row')
    .filter({ hasText: 'Mail is gone' })
    .filter({ hasText: 'Birch' })
    .getByRole('checkbox')
    .check();
  const chosen = page.getByRole('region', { name: 'Selected tickets' });
  await chosen.getByRole('button', { name: 'Propose as major incident' }).click();
  const proposing = await dialogue(page, /Propose as major incident/);
  await proposing.getByRole('textbox', { name: 'What it is' }).fill('The relay of Acme and Birch is down');
  await proposing.getByRole('textbox', { name: 'Why it is a major incident' }).fill('Nobody gets mail');
  await proposing.getByRole('checkbox', { name: /Several clients/ }).check();
  await expectAccessible(page);
  await proposing.getByRole('button', { name: 'Propose', exact: true }).click();

  await page.getByRole('heading', { name: 'The relay of Acme and Birch is down' }).waitFor();
  const key = page.url().split('/').at(-1) ?? '';
  expect(key).toMatch(/^HIT-/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Declare…' }).click();
  await (await dialogue(page, 'Declare')).getByText('you become its incident manager').waitFor();
  await press(page, 'Escape');
  await press(page, 'e');
  const people = await dialogue(page, /People, bridge and telling/);
  await people.getByRole('combobox', { name: 'Incident manager' }).fill('Dana');
  await page.getByRole('option', { name: 'Dana Dispatcher' }).click();
  await people.getByRole('textbox', { name: 'Title for clients' }).fill('Mail is down');
  await people.getByRole('button', { name: 'Save' }).click();
  await told(page, 'Saved');
  await press(page, 's');
  const declaring = await dialogue(page, 'Declare');
  await declaring.getByRole('checkbox').first().waitFor();
  for (const box of await declaring.getByRole('checkbox').all()) await box.uncheck();
  await declaring.getByRole('button', { name: 'Declare' }).click();
  await declaring.getByText('Choose at least one that it meets.').waitFor();
  await declaring.getByRole('checkbox').first().check();
  await declaring.getByRole('button', { name: 'Declare' }).click();
  await told(page, 'It is declared');

  await page.getByRole('checkbox', { name: new RegExp(more.key) }).check();
  await page.getByRole('button', { name: 'Put 1 ticket to it' }).click();
  await page.getByRole('link', { name: new RegExp(more.key) }).waitFor();
  await press(page, 'u');
  const telling = await dialogue(page, 'Tell clients');
  await telling.getByRole('textbox', { name: 'What is to be said' }).fill('We are looking for the cause');
  await telling.getByRole('button', { name: 'Tell them' }).click();
  await told(page, 'Told');
  await page.getByText('We are looking for the cause').first().waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sidewaysFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByRole('button', { name: 'Restored…' }).click();
  const last = await dialogue(page, 'Restored');
  await last.getByRole('textbox', { name: 'Last word to clients' }).fill('Mail flows again');
  await last.getByRole('button', { name: 'Restored' }).click();
  await told(page, 'It is restored');
  const major = (await olive.call('GET', `/major-incidents/${key}`)).body as MajorView;
  expect(major).toMatchObject({ state: 'restored', toldTitle: 'Mail is down', nextUpdateAt: null });
  expect(major.linked).toHaveLength(3);
  expect(major.updates.map(({ text }) => text)).toEqual(['We are looking for the cause', 'Mail flows again']);

  await page.getByRole('button', { name: 'Begin the review…' }).click();
  await (await dialogue(page, 'Begin the review')).getByRole('button', { name: 'Begin the review' }).click();
  await told(page, 'It is in review');
  await page.getByRole('button', { name: 'Write…' }).click();
  const review = await dialogue(page, 'Review');
  await review.getByRole('textbox', { name: 'What happened' }).fill('A disk was full');
  await review.getByRole('textbox', { name: 'What is to be improved' }).fill('Watch disks');
  await review.getByRole('button', { name: 'Save' }).click();
  await told(page, 'The review is saved');
  // It cannot be completed yet, and says which of its tickets are open.
  const complete = page.getByRole('button', { name: 'Complete…' });
  expect(await complete.getAttribute('aria-disabled')).toBe('true');
  await page.getByText(new RegExp(`“Complete” is not open yet: .*${more.key}.* are still open`)).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Resolve 3 open…' }).click();
  const ending = await dialogue(page, 'Tell the people of 3 tickets');
  await ending.getByRole('textbox', { name: 'Message' }).fill('Mail flows again. A disk was full.');
  await ending.getByRole('button', { name: 'Tell and resolve' }).click();
  await told(page, '3 incidents were told and resolved');
  await page.getByText('“Complete” is not open yet').waitFor({ state: 'detached' });
  await complete.click();
  await (await dialogue(page, 'Complete')).getByRole('button', { name: 'Complete' }).click();
  await told(page, 'It is completed');

  // The problem behind it is opened from the review, behind all of its incidents, and stands there then.
  await page.getByRole('button', { name: 'Open a problem…' }).click();
  const opening = await dialogue(page, /Open a problem/);
  await opening.getByRole('textbox', { name: 'What its clients call it' }).fill('Mail stops when disks are full');
  await opening.getByRole('button', { name: 'Open the problem' }).click();
  await page.getByRole('heading', { name: 'The relay of Acme and Birch is down' }).first().waitFor();
  await page.goto(new URL(`/major-incidents/${key}`, page.url()).href);
  await page.getByRole('heading', { name: 'The problem behind it' }).waitFor();
  expect(await page.getByRole('button', { name: 'Open a problem…' }).count()).toBe(0);
  const [problem] = ((await olive.call('GET', '/problems')).body as { items: { key: string; incidents: number }[] })
    .items;
  expect(problem).toMatchObject({ incidents: 4 });
  // What staff raise at the desk came by no channel.
  expect((await olive.call('GET', `/tickets/${problem?.key}`)).body).toMatchObject({ source: 'staff' });
  await page.goto(new URL(`/tickets/${more.key}`, page.url()).href);
  await page.getByText('Part of a major incident').waitFor();
});

test('a firm that has not taken it up sees nothing of it until it does', async () => {
  await olive.call('PUT', '/practices/major', { on: false });
  const { page } = await enter({ name: 'Mia Manager', role: 'manager', at: '/triage' });
  await page.getByRole('heading', { name: 'Triage' }).waitFor();
  expect(await page.getByRole('link', { name: 'Major incidents' }).count()).toBe(0);
  await page.goto(new URL('/settings/practices', page.url()).href);
  await page.getByRole('switch', { name: 'Major incidents' }).click();
  await told(page, 'Major incidents are in use');
  await expectAccessible(page);
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Triage' }).click();
  await page.getByRole('link', { name: 'Major incidents' }).waitFor();
});

test('somebody of a client takes the report with them from the status page', async () => {
  const ada = await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Ada', email: 'ada@acme.example' }));
  const { url } = (await olive.call('POST', `/contacts/${ada}/sign-in-link`)).body as { url: string };
  const { page } = await visit({ width: 390 });
  await page.goto(url.replace(/^.*\/portal/, `${origin}/portal`));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Status', exact: true }).click();
  // On a phone what is over is folded.
  await page.getByText('What is over').click();
  const link = page.getByRole('article', { name: 'Mail is down' }).getByRole('link', { name: /^Report as PDF/ });
  await link.waitFor();
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);
  const [file] = await Promise.all([page.waitForEvent('download'), link.press('Enter')]);
  expect(await file.failure()).toBeNull();
  expect(file.suggestedFilename()).toMatch(/^major-incident-.*\.pdf$/);
});
