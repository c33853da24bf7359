import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { openSink } from '#tests/mail-sink.ts';
import { expectAccessible } from './accessible.ts';
import { press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const sink = await openSink();
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));

test('an owner sets sending mail up by the keyboard, tries it, and reads what the server says when it does not work', async () => {
  const { page, email, faults } = await enter({ name: 'Olive Owner', at: '/settings' });
  await page.getByRole('link', { name: 'Mail sending' }).first().click();
  await page.getByText('No mail is sent.').waitFor();
  await expectAccessible(page);
  await tabTo(page, page.getByRole('textbox', { name: 'Server' }));
  await press(page, '"127.0.0.1"', 'Tab', 'Control+a', `"${sink.port}"`);
  await tabTo(page, page.getByRole('textbox', { name: 'Sender’s name' }));
  await press(page, '"Harbour IT"', 'Tab', '"desk@harbour.example"');
  await page.getByRole('combobox', { name: 'Encryption' }).click();
  await page.getByRole('option', { name: /^None/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await told(page, 'Saved');
  await page.getByText('Mail goes out by 127.0.0.1.').waitFor();
  await page.getByRole('button', { name: 'Send a test mail' }).click();
  await page.getByText(`Sent to ${email}.`).waitFor();
  await page.getByText('2.0.0 Ok: taken as 1').waitFor();
  expect(sink.mails[0]?.to).toEqual([email]);
  sink.recipients.push([550, '5.7.1 Relaying denied']);
  await page.getByRole('button', { name: 'Send a test mail' }).click();
  await page.getByRole('alert').getByText('550 5.7.1 Relaying denied').waitFor();
  await expectAccessible(page);
  expect(faults.splice(0).every((fault) => fault.includes('422'))).toBe(true);
});

test('what was not taken stands there with the server’s words, and can be tried again', async () => {
  const { page, id } = await enter({ name: 'Otto Owner', at: '/queue' });
  await desk.run(async (ctx) => {
    const ticket = await createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Lift is stuck' });
    await ctx.tx
      .insertInto('outgoing_mails')
      .values({
        client_id: acme,
        id: ticket.id,
        ticket_id: ticket.id,
        staff_id: id,
        kind: 'mentioned',
        subject: `[${ticket.key}] Lift is stuck`,
        text: 'Nia mentioned you',
        state: 'given_up',
        attempts: 1,
        next_at: ctx.now,
        give_up_at: ctx.now,
        last_error: '550 5.1.1 No such user here',
        created_at: ctx.now,
      })
      .execute();
  });
  await page.goto(new URL('/settings/mail', page.url()).href);
  await page.getByText('550 5.1.1 No such user here').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Try again/ }).click();
  await expect
    .poll(() => sink.mails.some(({ raw }) => raw.includes('Nia mentioned you')), { timeout: 40_000 })
    .toBe(true);
});

test.each([1440, 390])('at %i px somebody chooses what they are told, and it stays chosen', async (width) => {
  const { page } = await enter({ name: `Nell ${width}`, role: 'technician', width, at: '/account/notifications' });
  await page.getByRole('link', { name: 'Choose what you are told, and how' }).click();
  const box = page.getByRole('checkbox', { name: 'A ticket is assigned to you: by mail' });
  await box.waitFor();
  expect(await page.getByRole('checkbox', { name: /on call.*: in the app/ }).isDisabled()).toBe(true);
  await expectAccessible(page);
  await tabTo(page, box);
  await press(page, 'Space');
  await expect.poll(() => box.isChecked()).toBe(true);
  await page.waitForLoadState('networkidle');
  await page.reload();
  await box.waitFor();
  expect(await box.isChecked()).toBe(true);
});

test('of what concerns me I see all or only what is new', async () => {
  const { page } = await enter({ name: 'Uma Unread', role: 'technician', at: '/account/notifications' });
  await page.getByText('Nothing yet').waitFor();
  await page.getByText('Unread', { exact: true }).click();
  await page.getByText('Nothing new').waitFor();
  expect(page.url()).toContain('show=unread');
});
