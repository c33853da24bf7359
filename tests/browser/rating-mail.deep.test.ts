import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newToken, tokenHash } from '#platform/identity/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible, sidewaysFindings } from './accessible.ts';
import { openWorkspace } from './workspace.ts';

const { desk, visit, origin } = await openWorkspace();

/** Somebody is asked by mail; the link of one answer, and what is noted so far. */
async function asked() {
  const token = newToken();
  const id = await desk.run(async (ctx) => {
    const code = `C${token
      .replace(/[^a-z]/gi, '')
      .slice(0, 5)
      .toUpperCase()}`;
    const clientId = await createClient(ctx, { name: code, code, timeZone: 'UTC' });
    const contactId = await createContact(ctx, { clientId, name: 'Ada Adams', email: `${code}@acme.example` });
    const ticket = await createTicket(ctx, { kind: 'incident', clientId, requesterId: contactId, title: 'Scanner' });
    await ctx.tx
      .insertInto('ratings')
      .values({
        ...{ client_id: clientId, ticket_id: ticket.id, contact_id: contactId, asked_at: ctx.now },
        ...{ until: '2099-01-01T00:00:00Z', token_hash: tokenHash(token) },
      })
      .execute();
    return ticket.id;
  });
  const noted = async () => {
    const find = desk.run((ctx) =>
      ctx.tx.selectFrom('ratings').select(['score', 'comment', 'via']).where('ticket_id', '=', id).executeTakeFirst(),
    );
    return (await find) ?? null;
  };
  return { id, link: (score: string) => `${origin}/portal/rate#token=${token}&score=${score}`, noted };
}

const NOTHING = { score: null, comment: '', via: null };
/** A browser that a program drives says so; a person's does not. */
const asPerson = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false }));
const looksAround = async (page: Page) => {
  await page.waitForTimeout(400);
  await page.mouse.move(40, 60);
  await page.mouse.move(90, 120, { steps: 4 });
};

test('an answer pressed in a mail is sent by the first sign of a person, and then changed and commented', async () => {
  const { link, noted } = await asked();
  const { page } = await visit({ width: 390 });
  await asPerson(page);
  await page.goto(link('good'));
  await page.getByText('You chose “Content”').waitFor();
  expect(page.url()).not.toContain('token');
  await expectAccessible(page);
  expect(await sidewaysFindings(page)).toEqual([]);
  // What scripts do is no sign, however they do it.
  await page.waitForTimeout(400);
  await page.evaluate(() => {
    for (const type of ['pointerdown', 'pointermove', 'touchstart', 'wheel', 'keydown', 'click', 'scroll'])
      document.body.dispatchEvent(new Event(type, { bubbles: true }));
    window.scrollTo(0, 200);
    document.body.click();
  });
  await page.waitForTimeout(300);
  expect(await noted()).toEqual(NOTHING);
  await looksAround(page);
  await page.getByText('Thank you for telling us.').waitFor();
  expect(await noted()).toEqual({ score: 'good', comment: '', via: 'mail' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Not content' }).click();
  await page.getByRole('textbox', { name: 'What should we know?' }).fill('It took a week');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.poll(noted).toEqual({ score: 'bad', comment: 'It took a week', via: 'mail' });
});

test('whoever looks at links of mails for others notes nothing: by asking, by running the page, by moving in a browser that is driven', async () => {
  const { link, noted } = await asked();
  for (const method of ['GET', 'HEAD']) await fetch(link('bad'), { method });
  const { page } = await visit();
  await page.goto(link('bad'));
  await page.getByText('You chose “Not content”').waitFor();
  await looksAround(page);
  await page.mouse.wheel(0, 200);
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(300);
  expect(await noted()).toEqual(NOTHING);
  // Its button is there for whoever the page does not take for a person.
  await page.getByRole('button', { name: 'Not content' }).click();
  await expect.poll(noted).toMatchObject({ score: 'bad' });
});

test('whoever chose one answer in the mail and presses another on the page has said the other', async () => {
  const { id, link, noted } = await asked();
  const { page } = await visit();
  await asPerson(page);
  await page.goto(link('bad'));
  const fair = page.getByRole('button', { name: 'In between' });
  await fair.waitFor();
  await page.waitForTimeout(400);
  await fair.press('Enter');
  await expect.poll(noted).toMatchObject({ score: 'fair' });
  const told = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('events')
      .select('data')
      .where('subject_id', '=', id)
      .where('type', '=', 'ticket.rated')
      .execute(),
  );
  expect(told).toMatchObject([{ data: { text: 'fair, by mail' } }]);
});
