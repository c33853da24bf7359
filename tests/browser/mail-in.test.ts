import { text } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import { afterAll, expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { listenForMail } from '#server/channels/mail-in/index.ts';
import { openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, FLOATING } from './accessible.ts';
import { focused, press, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const sink = await openSink();
const owner = await hire(desk, { name: 'Olga Owner', role: 'owner' });
await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
});
await owner.call('PUT', '/mail/sending', {
  ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '', version: 0 },
  ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' },
});
const listener = await listenForMail(desk.services, { host: '127.0.0.1', port: 0 });
afterAll(() => listener.stop());
const transport = createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true });
const arrive = (mail: Parameters<typeof transport.sendMail>[0]) =>
  transport.sendMail({ to: 'desk@harbour.example', text: 'My printer jams.', ...mail });

test('an owner sets a mailbox up, and a mail of somebody unknown is settled by the keyboard; the answer goes out', async () => {
  const { page } = await enter({ name: 'Olive Owner', at: '/mail' });
  await page.getByText('Nothing waits for you').waitFor();
  await page.getByText('All mail', { exact: true }).click();
  await page.getByRole('link', { name: 'Set up a mailbox' }).click();
  await page.getByRole('button', { name: 'New mailbox' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Desk');
  await page.getByRole('textbox', { name: 'Address' }).fill('desk@harbour.example');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add mailbox' }).click();
  await page.getByText('desk@harbour.example').waitFor();
  await expectAccessible(page);

  await arrive({ from: 'Carl Coral <carl@coral.example>', subject: 'Do you do servers?' });
  await press(page, 'g', 'm');
  await page.getByRole('row', { name: /Do you do servers/ }).waitFor();
  await press(page, 'j', 'e');
  await focused(page.getByRole('combobox', { name: 'Client' }));
  await expectAccessible(page, FLOATING);
  await press(page, '"Acm"');
  await page.getByRole('option', { name: 'Acme' }).waitFor();
  await press(page, 'Enter', 'Control+Enter');
  await told(page, 'Logged as ACME-1');
  await page.getByText('Nothing waits for you').waitFor();
});

test('what is nobody’s is put away, and stays among all mail with what each filter found', async () => {
  await arrive({ from: 'Spam <x@spam.example>', subject: 'You have won' });
  const { page } = await enter({ name: 'Dee Dispatcher', role: 'dispatcher', at: '/mail' });
  await page.getByRole('row', { name: /You have won/ }).waitFor();
  await press(page, 'j', 'Enter');
  const mail = page.getByRole('complementary', { name: 'The mail' });
  await mail.getByRole('row', { name: /Whose is it\?.*nobody knows x@spam.example/ }).waitFor();
  await mail.getByRole('button', { name: 'Put away' }).click();
  await told(page, /^Put away/);
  await page.getByText('All mail', { exact: true }).click();
  await page.getByRole('row', { name: /You have won.*Put away/ }).click();
  await mail.getByText('settled by Dee Dispatcher').waitFor();
  const [raw] = await Promise.all([
    page.waitForEvent('download'),
    mail.getByRole('link', { name: /The mail as it came/ }).click(),
  ]);
  expect(await raw.createReadStream().then(text)).toContain('Subject: You have won');
});

test('whoever does not see all clients has no room for mail', async () => {
  const { page } = await enter({ name: 'Lim Limited', role: 'manager', clientIds: [], at: '/queue' });
  await page.getByRole('link', { name: 'Clients' }).waitFor();
  expect(await page.getByRole('link', { name: /^Mail/ }).count()).toBe(0);
});
