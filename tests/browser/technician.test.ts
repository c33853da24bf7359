import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { expectAccessible, openWorkspace, press } from './workspace.ts';

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
  for (const title of ['Printer on level 2 jams', 'Scanner makes stripes'])
    await createTicket(ctx, { kind: 'incident', clientId: acme, title, requesterId: ada });
  return { acme, ada };
});

test('a technician reads the context, replies, holds, and resolves, by keyboard alone', async () => {
  const { page } = await enter({ name: 'Tom Tech', role: 'technician' });
  await page.getByRole('row', { name: /Scanner/ }).waitFor();

  // Through the list with j and k, and into the ticket.
  await press(page, 'j', 'o');
  await page.getByRole('heading', { name: 'Scanner makes stripes' }).waitFor();
  await expectAccessible(page);

  // Everything about the caller and the client on one screen.
  await page.getByRole('tab', { name: 'Details' }).focus();
  await press(page, 'ArrowRight');
  const about = page.getByRole('complementary', { name: 'About this ticket' });
  await about.getByText('Ada Adams').waitFor();
  await about.getByText('Gold. Ring reception first.').waitFor();
  await about.getByRole('link', { name: '+61 2 5550 1234' }).waitFor();
  await expectAccessible(page);

  // A reply with time and a hold, in one step; who will read it is said before.
  await press(page, 'r');
  await page.getByText('To Ada Adams').waitFor();
  await press(page, '"Hello Ada, could you send me a page with the stripes?"');
  await page.getByRole('textbox', { name: 'Minutes spent' }).focus();
  await press(page, '"7"', 'Tab', '"Waiting for client"', 'Enter');
  await page.getByRole('textbox', { name: 'Reply' }).focus();
  await press(page, 'Control+Enter');
  await page.getByText('Reply sent on ACME-2').waitFor();
  await page.locator('.f-ticket-head').getByText('Waiting for client').waitFor();

  // The clock is seen to pause.
  await page.getByRole('tab', { name: 'People' }).focus();
  await press(page, 'ArrowLeft');
  await about.getByText(/^paused/).waitFor();

  // Solved: a code, a note, and the next status.
  await press(page, 'Escape');
  await page.locator('#content').focus();
  await press(page, 'e');
  await page.getByRole('dialog').getByLabel('How was it solved?').waitFor();
  await page.keyboard.press('Tab');
  await press(page, '"Cleaned the glass."', 'Tab', 'Tab', 'Enter');
  await page.getByText('ACME-2: Resolve').waitFor();
  const view = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('tickets')
      .select(['status', 'resolution_note'])
      .where('key', '=', 'ACME-2')
      .executeTakeFirstOrThrow(),
  );
  expect(view).toEqual({ status: 'resolved', resolution_note: 'Cleaned the glass.' });
});

test('what is typed is not lost when the page is left', async () => {
  const { page } = await enter({ name: 'Una Tech', role: 'technician' });
  await page.goto(new URL('/tickets/ACME-1', page.url()).href);
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'i', '"Toner is low"');
  await page.reload();
  await page.getByRole('textbox', { name: 'Internal note' }).getByText('Toner is low').waitFor();
  expect(acme && ada).toBeTruthy();
});
