import { text } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import { afterAll, expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { listenForMail, takeMail } from '#server/channels/mail-in/index.ts';
import { openGraphServer } from '#tests/mail-servers/graph.ts';
import { openTokenProvider } from '#tests/mail-servers/token-provider.ts';
import { headerOf, openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { expectAccessible, FLOATING } from './accessible.ts';
import { dialogue, focused, marked, press, tabTo, told } from './keyboard.ts';
import { openWorkspace } from './workspace.ts';

const { desk, enter } = await openWorkspace();
const sink = await openSink();
const owner = await hire(desk, { name: 'Olga Owner', role: 'owner' });
await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  await createContact(ctx, { clientId: birch, name: 'Bert Birch', email: 'bert@birch.example' });
  await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
});
await owner.call('PUT', '/mail/sending', {
  ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '', version: 0 },
  ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' },
});
await owner.call('POST', '/mail/mailboxes', {
  ...{ name: 'Help', address: 'help@harbour.example', kind: 'smtp', active: true, servesId: null, teamId: null },
  ...{ ticketKind: 'incident', trustedServers: [], acknowledges: true, plusAddresses: true, version: 0 },
});
const listener = await listenForMail(desk.services, { host: '127.0.0.1', port: 0 });
afterAll(() => listener.stop());
const transport = createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true });
const PATIENCE = { timeout: 40_000 };
/** The ticket that a mail became. */
const keyOf = async (title: string) =>
  (await desk.run((ctx) => ctx.tx.selectFrom('tickets').select('key').where('title', '=', title).executeTakeFirst()))
    ?.key ?? '';
/** Hands a mail to the listener as a mail server does, and waits until it has been worked on. */
async function arrive(mail: Parameters<typeof transport.sendMail>[0]): Promise<void> {
  await transport.sendMail({ to: 'help@harbour.example', text: 'My printer jams.', ...mail });
  await takeMail(desk.services);
}

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

  await arrive({ to: 'desk@harbour.example', from: 'Carl Coral <carl@coral.example>', subject: 'Do you do servers?' });
  await press(page, 'g', 'm');
  const row = page.getByRole('row', { name: /Do you do servers/ });
  await row.waitFor();
  // On a phone as well it is said why.
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await row.getByText('nobody knows carl@coral.example').waitFor();
  if (wide) await page.setViewportSize(wide);
  await press(page, 'j', 'e');
  await focused(page.getByRole('combobox', { name: 'Client' }));
  await expectAccessible(page, FLOATING);
  await press(page, '"Acm"');
  await marked(page, 'Acme');
  await press(page, 'Enter', 'Control+Enter');
  await told(page, 'Logged as ACME-1');
  await page.getByText('Nothing waits for you').waitFor();

  await page.goto(new URL('/tickets/ACME-1', page.url()).href);
  await page.getByText('reported this by mail').waitFor();
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'r', '"Yes, we do"');
  const write = page.getByRole('region', { name: 'Write' });
  await write.getByText('By mail to').waitFor();
  await write.getByRole('link', { name: 'Carl Coral: carl@coral.example: asked for it' }).waitFor();
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  await told(page, /^Reply on ACME-1 goes out in/);
  // It waits, and may be taken back as long as it does, whatever page one comes from.
  await page.reload();
  const undo = page.getByRole('button', { name: 'Undo the reply' });
  await undo.waitFor();
  await expectAccessible(page);
  await undo.focus();
  await press(page, 'Enter');
  await told(page, 'Taken back: nobody gets it, and it stands as a note');
  await undo.waitFor({ state: 'detached' });
  await expect.poll(() => page.getByRole('textbox', { name: 'Reply' }).textContent(), PATIENCE).toBe('Yes, we do');
  await press(page, 'Control+Enter');
  await told(page, /^Reply on ACME-1 goes out in/);
  await desk.run((ctx) => ctx.tx.updateTable('outgoing_mails').set({ next_at: ctx.now }).execute());
  await expect
    .poll(() => sink.mails.find(({ raw }) => raw.includes('Yes, we do'))?.to, PATIENCE)
    .toEqual(['carl@coral.example']);

  // What the answer quotes stands folded below it.
  await arrive({
    to: 'desk@harbour.example',
    from: 'carl@coral.example',
    inReplyTo: headerOf(
      sink.mails.find(({ raw }) => raw.includes('Yes, we do')),
      'Message-ID',
    ) as string,
    html: '<p>Good</p><div class="gmail_quote"><div>On Mon, 23 Nov 2026 at 10:00, Desk wrote:<br></div><blockquote class="gmail_quote">Yes, we do<img src="https://evil.example/x.png"></blockquote></div>',
  });
  const answer = page.getByRole('article', { name: 'Message of Carl Coral' }).last();
  await answer.frameLocator('iframe').getByText('Good').waitFor();
  await expect.poll(() => answer.locator('iframe').count(), { timeout: 40_000 }).toBe(1);
  await answer.getByText('Show quoted text').focus();
  await press(page, 'Enter');
  await answer.frameLocator('blockquote iframe').getByText('Yes, we do').waitFor();
  await answer.getByText('Hide quoted text').waitFor();
  expect(await answer.frameLocator('blockquote iframe').locator('img').count()).toBe(0);
  await expectAccessible(page);

  // From what was said to the mail that it came by.
  await answer.getByRole('button', { name: 'What to do with the message of Carl Coral' }).focus();
  await press(page, 'Enter');
  await page.getByRole('menuitem', { name: 'See the mail' }).click();
  const mail = page.getByRole('dialog', { name: 'Mail of Carl Coral' });
  await mail.getByRole('row', { name: /^Answers to a ticket/ }).waitFor();
  await mail.getByText('The mail as it came').waitFor();
  await expectAccessible(page, FLOATING);
  await press(page, 'Escape');
  await mail.waitFor({ state: 'detached' });
});

test('whom no mail reaches is said before a reply is sent, and who stood in copy is let in or passed over', async () => {
  await arrive({
    from: 'Ada Adams <ada@acme.example>',
    subject: 'With copies',
    cc: 'Bo Berg <bo@acme.example>, Eve <eve@evil.example>, B <bert@birch.example>',
  });
  const key = await keyOf('With copies');
  await desk.run(async (ctx) => {
    const ada = await ctx.tx
      .selectFrom('contacts')
      .selectAll()
      .where('email', '=', 'ada@acme.example')
      .executeTakeFirstOrThrow();
    const at = { client_id: ada.client_id, contact_id: ada.id };
    await ctx.tx
      .insertInto('contact_mail')
      .values({ ...at, refusals: 3, last_refusal: '550 5.1.1 No such user', paused_at: ctx.now })
      .execute();
  });
  const { page } = await enter({ name: 'Tim Tech', role: 'technician', at: `/tickets/${key}` });
  await page.getByRole('textbox', { name: 'Reply' }).waitFor();
  await press(page, 'r');
  const write = page.getByRole('region', { name: 'Write' });
  await write.getByText(/^No mail to.*the address refused mail several times/).waitFor();
  await page.getByRole('tab', { name: 'People' }).click();
  const copied = page.getByRole('region', { name: 'On the copy list' });
  await copied.getByRole('button', { name: 'Let in: Bo Berg' }).waitFor();
  await expectAccessible(page);
  await tabTo(page, copied.getByRole('button', { name: 'Let in: Bo Berg' }));
  await press(page, 'Enter');
  await told(page, 'bo@acme.example follows from now on');
  await write.getByRole('link', { name: 'Bo Berg: bo@acme.example: follows the ticket' }).waitFor();
  await copied.getByRole('button', { name: 'Pass over: Eve' }).click();
  await told(page, 'eve@evil.example is passed over');
  // Nobody of another client by a slip.
  await copied.getByText('Bert Birch of Birch').waitFor();
  const letIn = copied.getByRole('button', { name: 'Let in: B', exact: true });
  await expect.poll(() => letIn.isEnabled(), PATIENCE).toBe(true);
  await letIn.focus();
  await press(page, 'Enter');
  const asks = page.getByRole('dialog', { name: 'Let in Bert Birch?' });
  await asks.getByText('Bert Birch of Birch reads this thread from then on').waitFor();
  await expectAccessible(page, FLOATING);
  await press(page, 'Escape');
  await asks.waitFor({ state: 'hidden' });
  await letIn.click();
  await asks.getByRole('button', { name: 'Let in' }).click();
  await told(page, 'bert@birch.example follows from now on');
  await copied.waitFor({ state: 'hidden' });

  await write.getByRole('link', { name: /^Ada Adams/ }).click();
  await page.getByText('550 5.1.1 No such user').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('550 5.1.1 No such user').waitFor({ state: 'hidden' });
});

test('a client’s mail domains are set on its page', async () => {
  const { page, faults } = await enter({ name: 'Mia Manager', role: 'manager', at: '/clients' });
  await page.getByRole('link', { name: 'Birch' }).click();
  await page.getByRole('button', { name: 'Edit the mail domains' }).click();
  await dialogue(page, /^Mail domains of Birch/);
  await press(page, '"gmail.com"', 'Control+Enter');
  await page.getByText(/gives mail addresses to everybody/i).waitFor();
  await expectAccessible(page);
  await focused(page.getByRole('textbox', { name: 'Domain 1' }));
  await press(page, 'Control+a', '"birch.example"', 'Control+Enter');
  await page.getByText('Somebody new from there becomes one of its people').waitFor();
  await page.getByText('birch.example', { exact: true }).waitFor();
  expect(faults.splice(0).every((fault) => fault.includes('422'))).toBe(true);
});

test('a mail from an address that nobody knows is logged for one of a client’s people', async () => {
  await arrive({ from: 'Ada at home <ada@home.example>', subject: 'From my sofa' });
  const { page } = await enter({ name: 'Di Dispatcher', role: 'dispatcher', at: '/mail' });
  await page.getByRole('row', { name: /From my sofa/ }).waitFor();
  await press(page, 'j', 'Enter', 'e');
  await focused(page.getByRole('combobox', { name: 'Client' }));
  await press(page, '"ACME"');
  await marked(page, 'Acme');
  await press(page, 'Enter');
  const who = page.getByRole('combobox', { name: 'Who asks' });
  await page.getByText('They become one of the client’s people.').waitFor();
  await tabTo(page, who);
  await press(page, 'Control+a', '"Ada"');
  const ada = page.getByRole('option', { name: 'Ada Adams · ada@acme.example' });
  await ada.and(page.locator('[data-combobox-selected]')).waitFor();
  await press(page, 'Enter');
  // A search for what now stands there would find nobody.
  await page.waitForTimeout(500);
  expect(await who.inputValue()).toBe('Ada Adams · ada@acme.example');
  await page.getByRole('button', { name: 'Log it' }).click();
  await told(page, /^Logged as ACME-/);
  const requester = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('tickets as t')
      .innerJoin('contacts as r', 'r.id', 't.requester_id')
      .select('r.name')
      .where('t.title', '=', 'From my sofa')
      .executeTakeFirst(),
  );
  expect(requester?.name).toBe('Ada Adams');
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

test('a mailbox at Microsoft 365 is set up, tried, and chosen to send from', async () => {
  const provider = await openTokenProvider();
  const server = await openGraphServer({
    isActive: async (token) => provider.holds(token),
    user: 'graph@harbour.example',
  });
  await owner.call('POST', '/mail/mailboxes', {
    ...{
      name: 'At Graph',
      address: 'graph@harbour.example',
      kind: 'graph',
      active: false,
      servesId: null,
      teamId: null,
    },
    ...{ ticketKind: 'incident', trustedServers: [], acknowledges: true, plusAddresses: true, version: 0 },
    graph: {
      url: server.origin,
      oauth: {
        ...{ provider: 'other', grant: 'app', clientId: provider.clientId, clientSecret: provider.clientSecret },
        ...{ authorizeUrl: `${provider.origin}/authorize`, tokenUrl: `${provider.origin}/token`, scope: 'mail' },
        secretEndsOn: new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10),
      },
    },
  });
  const { page, faults } = await enter({ name: 'Ona Owner', at: '/settings/mailboxes' });
  await page.getByRole('button', { name: 'New mailbox' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Front');
  await page.getByRole('textbox', { name: 'Address' }).fill('front@harbour.example');
  await tabTo(page, page.getByRole('combobox', { name: 'How mail gets here' }));
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await page.getByRole('combobox', { name: 'Microsoft’s cloud' }).waitFor();
  await expectAccessible(page, FLOATING);
  await page.getByRole('combobox', { name: 'By whose leave' }).click();
  await page.getByRole('option', { name: 'The application itself may read it' }).click();
  await page.getByRole('button', { name: 'Add mailbox' }).click();
  await page.getByText('Enter the tenant that the application signs in to.').waitFor();
  await page.getByRole('textbox', { name: 'Tenant' }).fill('harbour.example');
  await page.getByRole('textbox', { name: 'Application (client) id' }).fill('app');
  await page.getByRole('textbox', { name: 'Application secret' }).fill('secret');
  await page.getByRole('button', { name: 'Add mailbox' }).click();
  await page.getByText('front@harbour.example · read at Microsoft 365').waitFor();

  await page.getByText(/Its application’s secret ends on \d/).waitFor();
  await page.getByRole('button', { name: 'Try At Graph' }).click();
  const dialog = page.getByRole('dialog', { name: 'Trying At Graph' });
  await dialog.getByText('It can be read: 0 mails lie in Inbox. Nothing was taken or changed.').waitFor();
  await press(page, 'Escape');
  server.permissions.clear();
  await page.getByRole('button', { name: 'Try At Graph' }).click();
  await dialog.getByText(/The application may not read graph@harbour.example/).waitFor();
  await expectAccessible(page, FLOATING);

  await page.goto(new URL('/settings/mail', page.url()).href);
  await page.getByRole('combobox', { name: 'How mail leaves' }).click();
  await page.getByRole('option', { name: 'From a mailbox at Microsoft 365 (Graph)' }).click();
  await page.getByRole('combobox', { name: 'Mailbox' }).click();
  await page.getByRole('option', { name: 'At Graph · graph@harbour.example' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Mail goes out from a mailbox at Microsoft 365.').waitFor();
  await page.getByRole('button', { name: 'Send a test mail' }).click();
  await page.getByText(/the permission Mail.Send is missing/).waitFor();
  expect(faults.splice(0).every((fault) => fault.includes('422'))).toBe(true);
});

test('whoever does not see all clients has no room for mail', async () => {
  const { page } = await enter({ name: 'Lim Limited', role: 'manager', clientIds: [], at: '/queue' });
  await page.getByRole('link', { name: 'Clients' }).waitFor();
  expect(await page.getByRole('link', { name: /^Mail/ }).count()).toBe(0);
});
