import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { insertKey } from '#platform/identity/index.ts';
import { createClient, createContact, createSite } from '#server/business/client/index.ts';
import { createTicket, setWatcher } from '#server/desk/ticket/index.ts';
import type { IncomingPage, IncomingView, MailboxView } from '#shared/mail.ts';
import type { PortalTicket } from '#shared/portal.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { headerOf, openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';
import { moveClock } from '#tests/visitor.ts';
import { sendDueMail } from '../mail-out/index.ts';
import { listenForMail } from './listener.ts';
import { storeMail } from './store.ts';
import { takeMail } from './work.ts';

// Nothing is sent, and nothing taken in, but where a test says so or a mail arrives.
const desk = await openDesk({ roles: ['web'], baseUrl: 'https://desk.example' });
const sink = await openSink();
const owner = await hire(desk, { name: 'Olga Owner', role: 'owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const { acme, birch, ada, bo, bert } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  await ctx.tx.updateTable('staff').set({ email: 'tom@harbour.example' }).where('id', '=', tom.id).execute();
  return {
    acme,
    birch,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }),
    bo: await createContact(ctx, { clientId: acme, name: 'Bo Berg', email: 'bo@acme.example' }),
    bert: await createContact(ctx, { clientId: birch, name: 'Bert Birch', email: 'bert@birch.example' }),
  };
});
await owner.call('PUT', '/mail/sending', {
  ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '', version: 0 },
  ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' },
});
await owner.call('PUT', `/clients/${acme}/mail-domains`, { domains: [{ domain: 'acme.example', admits: true }] });
const MAILBOX = {
  ...{ name: 'Desk', address: 'desk@harbour.example', kind: 'smtp', active: true, servesId: null, teamId: null },
  ...{ ticketKind: 'incident', trustedServers: ['mx.harbour.example'], acknowledges: true, plusAddresses: true },
};
const box = (await owner.call('POST', '/mail/mailboxes', { ...MAILBOX, version: 0 })).body as MailboxView;
const listener = await listenForMail(desk.services, { host: '127.0.0.1', port: 0 });
afterAll(() => listener.stop());
const transport = createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true });

type Mail = Parameters<typeof transport.sendMail>[0];
/** Hands a mail to the listener as a mail server does, and waits until it has been worked on. Answers what became of it. */
async function arrive(mail: Mail): Promise<IncomingView> {
  await transport.sendMail({ to: 'desk@harbour.example', text: 'My printer jams.', subject: 'Printer', ...mail });
  await takeMail(desk.services);
  return newest();
}
async function newest(): Promise<IncomingView> {
  const { items } = (await owner.call('GET', '/mail/incoming?limit=1')).body as IncomingPage;
  return (await owner.call('GET', `/mail/incoming/${items[0]?.id}`)).body as IncomingView;
}
const ticket = async (key: string | null) => (await owner.call('GET', `/tickets/${key}`)).body as TicketView;
const timeline = async (key: string | null) =>
  ((await owner.call('GET', `/tickets/${key}/timeline`)).body as { items: TimelineEntry[] }).items;
const said = async (key: string | null) =>
  (await timeline(key)).flatMap(({ message }) =>
    message ? [[message.visibility, message.author.name, message.body]] : [],
  );
const sendAll = async () => {
  moveClock(desk, 1);
  await sendDueMail(desk.services);
  moveClock(desk, 0);
};
const log = (title = 'Printer jams') =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, requesterId: ada, title }));
const proven = (from: string) => ({
  from,
  headers: [
    { key: 'Authentication-Results', value: `mx.harbour.example; dmarc=pass header.from=${from.split('@')[1]}` },
  ],
});

beforeEach(async () => {
  moveClock(desk, 0);
  sink.mails.length = 0;
  await desk.run(async (ctx) => {
    await ctx.tx.deleteFrom('outgoing_mails').execute();
    await ctx.tx.updateTable('incoming_mails').set({ from_address: '' }).execute();
  });
});

test('a mail of somebody known becomes a ticket with its text and files, and is acknowledged once an hour', async () => {
  const mail = await arrive({
    from: 'Ada Adams <ada@acme.example>',
    subject: 'AW: Scanner is dead',
    html: '<p>It <b>beeps</b> <script>alert(1)</script></p>',
    attachments: [{ filename: 'photo.txt', content: 'light is red' }],
  });
  expect(mail).toMatchObject({ state: 'done', outcome: 'ticket', from: { address: 'ada@acme.example' } });
  expect(mail.decisions.map(({ filter }) => filter)).toEqual(
    expect.arrayContaining(['twin', 'loop', 'machine', 'proof', 'thread', 'client']),
  );
  const logged = await ticket(mail.ticketKey);
  expect(logged).toMatchObject({
    title: 'Scanner is dead',
    source: 'email',
    requester: { id: ada },
    client: { id: acme },
  });
  expect(logged.description).toContain('<b>beeps</b>');
  expect(logged.description).not.toContain('script');
  expect(logged.attachments).toMatchObject([{ name: 'photo.txt', size: 12 }]);
  const file = await owner.call('GET', `/files/${logged.attachments[0]?.id}`);
  expect(file.text).toBe('light is red');
  const again = await arrive({ from: 'ada@acme.example', subject: 'Another thing' });
  expect(again).toMatchObject({ outcome: 'ticket', why: expect.stringContaining('within the hour') });
  await sendAll();
  expect(sink.mails).toHaveLength(1);
  expect(sink.mails[0]).toMatchObject({ from: '', to: ['ada@acme.example'] });
  expect(headerOf(sink.mails[0], 'Auto-Submitted')).toBe('auto-replied');
  expect(headerOf(sink.mails[0], 'Subject')).toBe(`[${mail.ticketKey}] We have your message`);
  expect(sink.mails[0]?.raw).not.toMatch(/Scanner|beeps/);
});

test('of a text that is too long to be shown all is there as a file', async () => {
  const text = `${'A line of a log.\n'.repeat(15_000)}The last word.`;
  const { ticketKey } = await arrive({ from: 'ada@acme.example', subject: 'Log', text });
  const logged = await ticket(ticketKey);
  expect(logged.description.length).toBeLessThan(500_000);
  expect(logged.description).not.toContain('The last word');
  expect(logged.attachments).toMatchObject([{ name: 'text.txt', mediaType: 'text/plain' }]);
  expect((await owner.call('GET', `/files/${logged.attachments[0]?.id}`)).text).toContain('The last word.');
});

test.each([
  ['its Message-ID', (mail: Record<string, string>) => ({ inReplyTo: mail['id'] })],
  ['the address that it asks to be answered at', (mail: Record<string, string>) => ({ to: mail['replyTo'] })],
  ['the word in its text', (mail: Record<string, string>) => ({ text: `So be it\n\n> ${mail['token']}` })],
])('an answer finds its ticket by %s', async (_by, how) => {
  const { key } = await log();
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: 'Did you try another one?' });
  await sendAll();
  const [sent] = sink.mails;
  const token = /t-[0-9a-z]{37}/.exec(sent?.raw.replace(/=\r\n/g, '') ?? '')?.[0] ?? '';
  const parts = { id: headerOf(sent, 'Message-ID') ?? '', replyTo: headerOf(sent, 'Reply-To') ?? '', token };
  const mail = await arrive({ from: 'ada@acme.example', subject: 'whatever', text: 'So be it', ...how(parts) });
  expect(mail).toMatchObject({ outcome: 'reply', ticketKey: key });
  expect((await said(key)).at(-1)).toMatchObject(['public', 'Ada Adams', expect.stringContaining('So be it')]);
});

test('what is quoted does not come back, and what waited for the client goes on', async () => {
  const { key } = await log();
  await tom.call('POST', `/tickets/${key}/messages`, {
    visibility: 'public',
    body: 'A question for you',
    transition: { to: 'on_hold', holdReason: 'client' },
  });
  await sendAll();
  const text =
    'An answer to it\n\nOn Mon, Tom Tech wrote:\n> -- Please write your answer above this line --\n> A question for you\n';
  await arrive({ from: 'ada@acme.example', inReplyTo: headerOf(sink.mails[0], 'Message-ID') ?? '', text });
  const body = (await said(key)).at(-1)?.[2];
  expect(body).toContain('An answer to it');
  expect(body).not.toContain('A question');
  expect((await ticket(key)).statusCategory).toBe('open');
});

test('what a mail quotes stands folded beside it: for staff, and of the client’s people for its writer alone; it finds nothing and goes out in no mail', async () => {
  const { key } = await log();
  await desk.run((ctx) => setWatcher(ctx, key, { kind: 'contact', id: bo }, true));
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: 'A question for you' });
  await sendAll();
  const answer = { inReplyTo: headerOf(sink.mails[0], 'Message-ID') ?? '' };
  const quote = (words: string) =>
    `On Mon, 23 Nov 2026 at 10:00, Tom Tech <tom@harbour.example> wrote:\n> ${words} https://desk.example/portal/decide#token=abc`;
  const latest = async () => (await timeline(key)).findLast(({ message }) => message)?.message;
  const quoteOf = (who: { call: typeof tom.call }, id = '') => who.call('GET', `/messages/${id}/quote`);
  sink.mails.length = 0;
  await arrive({ ...answer, from: 'ada@acme.example', text: `Here it is\n\n${quote('zebras')}` });
  const mine = await latest();
  expect(mine).toMatchObject({ quoted: true, body: '<p>Here it is</p>' });
  const answered = (await quoteOf(tom, mine?.id)).body as { body: string };
  expect(answered.body).toContain('zebras');
  expect(answered.body).toContain('#token=taken-out');
  // Whoever writes publicly from their mail program may quote what was said among staff.
  await arrive({ ...answer, ...proven('tom@harbour.example'), text: `#public\nDone\n\n${quote('giraffes')}` });
  const ours = await latest();
  expect(ours).toMatchObject({ visibility: 'public', quoted: true });
  await arrive({ ...answer, from: 'eve@evil.example', text: `Hello\n\n${quote('lions')}` });
  expect(await latest()).toMatchObject({ visibility: 'internal', quoted: true });
  const portalOf = async (contactId: string) => {
    const browser = await enterAs(desk, { clientId: acme, contactId, way: 'staff_link' });
    const read = async (path: string) => browser.call('GET', path);
    const { conversation } = (await read(`/portal/tickets/${key}`)).body as PortalTicket;
    return {
      quoted: conversation.map(({ quoted }) => quoted),
      statuses: [
        (await read(`/messages/${mine?.id}/quote`)).status,
        (await read(`/messages/${ours?.id}/quote`)).status,
      ],
    };
  };
  expect(await portalOf(ada)).toEqual({ quoted: [false, true, false], statuses: [200, 404] });
  expect(await portalOf(bo)).toEqual({ quoted: [false, false, false], statuses: [404, 404] });
  await sendAll();
  expect(sink.mails.length).toBeGreaterThan(0);
  expect(sink.mails.map(({ raw }) => raw).join()).not.toMatch(/zebras|giraffes|lions/);
  for (const word of ['zebras', 'giraffes', 'lions'])
    expect((await tom.call('GET', `/tickets?q=${word}`)).body).toMatchObject({ items: [] });
});

test('a mail that answers one of ours and begins a matter of its own does not tell there what it quotes', async () => {
  const { key } = await log();
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: 'For Acme alone' });
  await sendAll();
  const text = 'Me too\n\nOn Mon, 23 Nov 2026 at 10:00, Tom Tech <tom@harbour.example> wrote:\n> For Acme alone';
  const theirs = await arrive({
    from: 'bert@birch.example',
    inReplyTo: headerOf(sink.mails[0], 'Message-ID') ?? '',
    subject: 'Re: x',
    text,
  });
  expect(theirs.ticketKey).toMatch(/^BIRCH-/);
  expect((await ticket(theirs.ticketKey)).description).toBe('<p>Me too</p>');
  const unknown = await arrive({
    from: 'bert@birch.example',
    inReplyTo: '<1@another.example>',
    subject: 'Re: y',
    text,
  });
  expect((await ticket(unknown.ticketKey)).description).toContain('For Acme alone');
});

test('a number in the subject alone joins nobody to anything', async () => {
  const { key } = await log();
  const own = await arrive({ from: 'ada@acme.example', subject: `Re: [${key}] Printer jams` });
  expect(own.outcome).toBe('ticket');
  expect(own.ticketKey).not.toBe(key);
  // The desk sees which one is meant; of another client’s, nothing.
  const linked = async (at: string | null) => (await ticket(at)).links.map((one) => one.ticket.key);
  expect(await linked(own.ticketKey)).toEqual([key]);
  const other = await arrive({ from: 'bert@birch.example', subject: `Re: [${key}] Printer jams` });
  expect(await linked(other.ticketKey)).toEqual([]);
  const stranger = await arrive({ from: 'eve@evil.example', subject: `Re: [${key}] Printer jams` });
  expect(stranger).toMatchObject({ outcome: 'held', ticketKey: null });
});

test('what a stranger answers to a ticket that is over waits for somebody to look, and joins once they say whose it is', async () => {
  const { key, id } = await log();
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: 'For Ada' });
  await sendAll();
  const inReplyTo = headerOf(sink.mails[0], 'Message-ID') ?? '';
  await tom.call('POST', `/tickets/${key}/transitions`, {
    to: 'resolved',
    resolutionCode: 'fixed',
    resolutionNote: 'Oiled',
  });
  const away = { inReplyTo, from: 'ada@home.example', headers: [{ key: 'Auto-Submitted', value: 'auto-replied' }] };
  expect(await arrive({ ...away, subject: 'Out of office' })).toMatchObject({ outcome: 'note' });
  const held = await arrive({ inReplyTo, from: 'ada@home.example', text: 'It hums again' });
  expect(held).toMatchObject({ state: 'held', why: expect.stringContaining(`takes no part in ${key}`) });
  const body = { clientId: acme, contactId: ada };
  expect((await owner.call('POST', `/mail/incoming/${held.id}/settle`, body)).body).toEqual({
    ticketId: id,
    joined: true,
  });
  expect(await ticket(key)).toMatchObject({ statusCategory: 'open' });
});

test('what was kept back and answers to a ticket joins it once somebody says that it is of one who takes part', async () => {
  const { key, id } = await log();
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: 'For Ada' });
  await sendAll();
  const answer = {
    inReplyTo: headerOf(sink.mails[0], 'Message-ID') ?? '',
    headers: [{ key: 'X-Spam-Flag', value: 'YES' }],
  };
  const settle = (mail: IncomingView, body: object) => owner.call('POST', `/mail/incoming/${mail.id}/settle`, body);
  const held = await arrive({ ...answer, from: 'ada@acme.example', text: 'No spam at all' });
  expect(held.state).toBe('held');
  expect((await settle(held, { clientId: acme, contactId: ada })).body).toEqual({ ticketId: id, joined: true });
  expect((await said(key)).at(-1)).toMatchObject(['public', 'Ada Adams', expect.stringContaining('No spam at all')]);
  expect(await newest()).toMatchObject({ outcome: 'reply', ticketKey: key, settledBy: 'Olga Owner' });
  // Whoever takes no part in it, or belongs elsewhere, begins a matter of their own.
  for (const [from, clientId, contactId] of [
    ['bo@acme.example', acme, bo],
    ['bert@birch.example', birch, bert],
  ]) {
    const other = await arrive({ ...answer, from, text: `From ${from}` });
    const became = (await settle(other, { clientId, contactId })).body as { ticketId: string; joined: boolean };
    expect([became.joined, became.ticketId === id]).toEqual([false, false]);
  }
});

test('whoever takes no part in a ticket is heard by the desk alone, whatever they hold; of another client, it is a matter of its own', async () => {
  const { key } = await log();
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: 'For Ada' });
  await sendAll();
  const inReplyTo = headerOf(sink.mails[0], 'Message-ID') ?? '';
  for (const from of ['eve@evil.example', 'bo@acme.example', 'new@acme.example']) {
    expect(await arrive({ from, inReplyTo, text: `Let me in, ${from}` })).toMatchObject({
      outcome: 'note',
      ticketKey: key,
    });
    expect((await said(key)).at(-1)).toMatchObject(['internal', 'Mail', expect.stringContaining(from)]);
  }
  const other = await arrive({ from: 'bert@birch.example', inReplyTo });
  expect(other.outcome).toBe('ticket');
  expect(other.ticketKey).toMatch(/^BIRCH-/);
  await desk.run((ctx) => setWatcher(ctx, key, { kind: 'contact', id: bo }, true));
  expect(await arrive({ from: 'bo@acme.example', inReplyTo, text: 'Now I may' })).toMatchObject({ outcome: 'reply' });
  expect((await said(key)).at(-1)).toMatchObject(['public', 'Bo Berg', expect.stringContaining('Now I may')]);
});

test('whoever sees their site takes part in what is of it, and in nothing else', async () => {
  const [here, there] = await desk.run(async (ctx) => {
    const sites = [
      await createSite(ctx, acme, { name: 'Here' }),
      await createSite(ctx, acme, { name: 'There' }),
    ] as const;
    const sia = {
      clientId: acme,
      name: 'Sia Site',
      email: 'sia@acme.example',
      siteId: sites[0],
      sees: 'site' as const,
    };
    await createContact(ctx, sia);
    return sites;
  });
  for (const [siteId, outcome] of [
    [here, 'reply'],
    [there, 'note'],
  ] as const) {
    const { key, version } = await log();
    await owner.call('PATCH', `/tickets/${key}`, { version, siteId });
    await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: 'For Ada' });
    await sendAll();
    const inReplyTo = headerOf(sink.mails.at(-1), 'Message-ID') ?? '';
    expect(await arrive({ from: 'sia@acme.example', inReplyTo })).toMatchObject({ outcome, ticketKey: key });
  }
});

test('a forged id, word or address finds nothing', async () => {
  const { id } = await log();
  const forged = `<fettle.${id}.${newId()}.aaaaaaaaaaaa@harbour.example>`;
  const to = `desk+t-${'a'.repeat(37)}@harbour.example`;
  const mail = await arrive({ from: 'eve@evil.example', inReplyTo: forged, to, text: `t-${'0'.repeat(37)}` });
  expect(mail).toMatchObject({ outcome: 'held', ticketKey: null });
});

test('the same mail in several mailboxes, or fetched twice, is one ticket', async () => {
  await owner.call('POST', '/mail/mailboxes', {
    ...MAILBOX,
    name: 'Help',
    address: 'help@harbour.example',
  });
  const messageId = `<${newId()}@acme.example>`;
  const mail = { from: 'ada@acme.example', messageId, date: new Date(0), subject: 'Once' };
  const first = await arrive(mail);
  const second = await arrive({ ...mail, to: 'help@harbour.example' });
  expect([first.outcome, second.outcome]).toEqual(['ticket', 'duplicate']);
  // What it became is told with both.
  expect(second.ticketKey).toBe(first.ticketKey);
  // Another mail that copies the id is another mail.
  expect(await arrive({ ...mail, subject: 'Twice' })).toMatchObject({ outcome: 'ticket' });
  const raw = () => Readable.from('From: ada@acme.example\r\nSubject: Fetched\r\n\r\nHello\r\n');
  const stored = { mailboxId: box.id, via: 'imap' as const, remoteKey: '7:1' };
  expect(await storeMail(desk.services, { ...stored, content: raw() })).toBe('stored');
  expect(await storeMail(desk.services, { ...stored, content: raw() })).toBe('known');
  await takeMail(desk.services);
});

/** A ticket that was resolved and answered, and the mail by which that went out. */
async function logResolved() {
  const { key } = await log();
  await tom.call('POST', `/tickets/${key}/transitions`, {
    to: 'resolved',
    resolutionCode: 'fixed',
    resolutionNote: 'Done',
  });
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: 'Done' });
  await sendAll();
  const inReplyTo = headerOf(sink.mails.at(-1), 'Message-ID') ?? '';
  sink.mails.length = 0;
  return { key, inReplyTo };
}

test('machines are never answered, open nothing again, and join quietly', async () => {
  const { key, inReplyTo } = await logResolved();
  const away = {
    from: 'ada@acme.example',
    headers: [{ key: 'Auto-Submitted', value: 'auto-replied' }],
    text: 'I am away',
  };
  expect(await arrive({ ...away, inReplyTo })).toMatchObject({ outcome: 'note', ticketKey: key });
  expect((await ticket(key)).statusCategory).toBe('resolved');
  expect(await arrive(away)).toMatchObject({ outcome: 'filed', ticketKey: null });
  const backup = await arrive({
    ...away,
    headers: [{ key: 'Auto-Submitted', value: 'auto-generated' }],
    subject: 'Backup failed',
  });
  expect(backup.outcome).toBe('ticket');
  await sendAll();
  expect(sink.mails).toEqual([]);
});

test('thanks alone are filed and open nothing again; any more than that does', async () => {
  const { key, inReplyTo } = await logResolved();
  const from = 'Ada Adams <ada@acme.example>';
  const thanks = { from, inReplyTo, text: 'Hi Tom,\n\nthank you very much for your quick help!\n\nBest regards\nAda' };
  expect(await arrive(thanks)).toMatchObject({
    ...{ outcome: 'reply', ticketKey: key },
    why: expect.stringContaining('says thanks and no more'),
  });
  expect((await said(key)).at(-1)).toMatchObject(['public', 'Ada Adams', expect.stringContaining('quick help')]);
  expect((await ticket(key)).statusCategory).toBe('resolved');
  // A picture may show what is still wrong.
  const attachments = [{ filename: 'screen.png', content: Buffer.from('89504e470d0a1a0a', 'hex') }];
  await arrive({ from, inReplyTo, text: 'Thank you', attachments });
  expect((await ticket(key)).statusCategory).toBe('open');

  const closed = await logResolved();
  await tom.call('POST', `/tickets/${closed.key}/transitions`, { to: 'closed' });
  expect(await arrive({ from, inReplyTo: closed.inReplyTo, text: 'Vielen Dank!' })).toMatchObject({
    ...{ outcome: 'reply', ticketKey: closed.key },
  });
  expect((await ticket(closed.key)).statusCategory).toBe('closed');
  const again = await arrive({ from, inReplyTo: closed.inReplyTo, text: 'Thank you. Does it print in colour, too?' });
  expect([again.ticketKey, (await ticket(closed.key)).statusCategory]).toEqual([closed.key, 'open']);
  // What is closed for good is not begun anew by thanks.
  await tom.call('POST', `/tickets/${closed.key}/transitions`, { to: 'resolved', resolutionCode: 'fixed' });
  await tom.call('POST', `/tickets/${closed.key}/transitions`, { to: 'closed' });
  await desk.run((ctx) =>
    ctx.tx.updateTable('tickets').set({ closed_at: '2020-01-01T00:00:00Z' }).where('key', '=', closed.key).execute(),
  );
  const late = await arrive({ from, inReplyTo: closed.inReplyTo, text: 'Merci beaucoup' });
  expect(late).toMatchObject({ outcome: 'reply', ticketKey: closed.key });
});

test('a mail without words says so in the reader’s language in the portal', async () => {
  const { key } = await log();
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: 'Which one?' });
  await sendAll();
  const attachments = [{ filename: 'printer.png', content: Buffer.from('89504e470d0a1a0a', 'hex') }];
  await arrive({
    ...{ from: 'ada@acme.example', text: '', attachments },
    inReplyTo: headerOf(sink.mails.at(-1), 'Message-ID') ?? '',
  });
  const reader = await enterAs(desk, { clientId: acme, contactId: ada, way: 'staff_link' });
  const speak = (language: string) => reader.call('PUT', '/portal/language', { language });
  const heard = async () => {
    const { conversation } = (await reader.call('GET', `/portal/tickets/${key}`)).body as PortalTicket;
    const { items } = (await reader.call('GET', '/portal/tickets')).body as {
      items: { key: string; lastMessage: { text: string } }[];
    };
    return [conversation.at(-1)?.body, items.find((row) => row.key === key)?.lastMessage.text];
  };
  await speak('nl');
  expect(await heard()).toEqual(['<p>(geen tekst)</p>', '(geen tekst)']);
  await speak('en');
  expect(await heard()).toEqual(['<p>(no text)</p>', '(no text)']);
});

test('a machine is known by how its subject begins, and a calendar by its answer; a person who quotes such a subject is none', async () => {
  const { key, inReplyTo } = await logResolved();
  const from = 'ada@acme.example';
  const content =
    'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Walk\r\nDTSTART:20261201T090000Z\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@acme.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
  const accepted = { from, subject: 'Accepted: Walk', text: 'Yes', icalEvent: { method: 'REPLY', content } };
  const away = { from, text: 'I am away', inReplyTo };
  for (const mail of [
    { ...away, subject: `Automatische Antwort: [${key}] Printer jams` },
    { ...away, subject: 'Auto: Printer jams' },
    { ...accepted, inReplyTo },
  ])
    expect(await arrive(mail)).toMatchObject({ outcome: 'note', ticketKey: key });
  // What it carries stands with it.
  expect((await timeline(key)).at(-1)?.message).toMatchObject({
    visibility: 'internal',
    attachments: expect.arrayContaining([expect.objectContaining({ mediaType: 'text/calendar' })]),
  });
  expect((await ticket(key)).statusCategory).toBe('resolved');
  expect(await arrive({ from, subject: 'Automatic reply: Lunch', text: 'I am away' })).toMatchObject({
    outcome: 'filed',
    ticketKey: null,
  });
  expect(await arrive(accepted)).toMatchObject({ outcome: 'filed', ticketKey: null });
  await sendAll();
  expect(sink.mails).toEqual([]);
  expect((await arrive({ from, subject: 'Auto: flat tyre', text: 'Help' })).outcome).toBe('ticket');
  expect(await arrive({ ...away, subject: 'Re: Automatic reply: Printer jams', text: 'Still jams' })).toMatchObject({
    outcome: 'reply',
    ticketKey: key,
  });
});

test('our own mail that comes back is filed, and two desks that write to each other stop at once', async () => {
  const { key } = await log();
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: 'Round we go' });
  await sendAll();
  const raw = sink.mails[0]?.raw ?? '';
  await transport.sendMail({ envelope: { from: 'ada@acme.example', to: 'desk@harbour.example' }, raw });
  await takeMail(desk.services);
  expect(await newest()).toMatchObject({ outcome: 'filed', ticketKey: null });
});

test('who is not known is kept back until somebody says whose they are; then it is theirs, and so are they', async () => {
  const mail = await arrive({ from: 'Carl Coral <carl@coral.example>', subject: 'Do you do servers?' });
  expect(mail).toMatchObject({ state: 'held', outcome: 'held', why: expect.stringContaining('nobody knows') });
  expect((await owner.call('GET', '/mail/incoming/counts')).body).toMatchObject({ held: expect.any(Number) });
  const settled = await owner.call('POST', `/mail/incoming/${mail.id}/settle`, { clientId: birch });
  expect(settled.status).toBe(200);
  const after = (await owner.call('GET', `/mail/incoming/${mail.id}`)).body as IncomingView;
  expect(after).toMatchObject({ state: 'done', outcome: 'ticket', settledBy: 'Olga Owner' });
  expect(await ticket(after.ticketKey)).toMatchObject({
    title: 'Do you do servers?',
    requester: { name: 'Carl Coral' },
  });
  expect((await owner.call('POST', `/mail/incoming/${mail.id}/settle`, { clientId: birch })).status).toBe(409);
  expect(await arrive({ from: 'carl@coral.example', subject: 'And now' })).toMatchObject({ outcome: 'ticket' });
  const spam = await arrive({ from: 'x@spam.example' });
  expect((await owner.call('POST', `/mail/incoming/${spam.id}/reject`)).status).toBe(204);
  expect((await owner.call('GET', `/mail/incoming/${spam.id}`)).body).toMatchObject({
    state: 'done',
    outcome: 'rejected',
  });
});

test('somebody new of a client’s domain becomes one of its people, where the client admits them; a domain for everybody is refused', async () => {
  const mail = await arrive({ from: 'Nina New <Nina@ACME.example>', subject: 'First day' });
  expect(await ticket(mail.ticketKey)).toMatchObject({ client: { id: acme }, requester: { name: 'Nina New' } });
  await owner.call('PUT', `/clients/${acme}/mail-domains`, { domains: [{ domain: 'acme.example', admits: false }] });
  expect(await arrive({ from: 'Otto Other <otto@acme.example>' })).toMatchObject({ outcome: 'held' });
  const refused = await owner.call('PUT', `/clients/${acme}/mail-domains`, {
    domains: [{ domain: 'gmail.com', admits: true }],
  });
  expect(refused.body).toMatchObject({ status: 422, errors: [{ path: 'domains.0.domain' }] });
  await owner.call('PUT', `/clients/${acme}/mail-domains`, { domains: [{ domain: 'acme.example', admits: true }] });
});

test('a sender that a trusted server finds forged is kept back; one that only a stranger vouches for is worth nothing', async () => {
  const forged = { key: 'Authentication-Results', value: 'mx.harbour.example; dmarc=fail header.from=acme.example' };
  expect(await arrive({ from: 'ada@acme.example', headers: [forged] })).toMatchObject({ outcome: 'held' });
  expect(await arrive({ from: 'tom@harbour.example' })).toMatchObject({
    outcome: 'held',
    why: expect.stringContaining('Tom Tech'),
  });
  const strange = { key: 'Authentication-Results', value: 'mx.evil.example; dmarc=pass header.from=harbour.example' };
  expect(await arrive({ from: 'tom@harbour.example', headers: [strange] })).toMatchObject({ outcome: 'held' });
});

test('results without a name are believed only where the mailbox says so, as one of Microsoft 365 does', async () => {
  const unnamed = { key: 'Authentication-Results', value: 'spf=pass; dmarc=fail action=none header.from=acme.example' };
  const mail = { from: 'ada@acme.example', headers: [unnamed] };
  expect(await arrive({ ...mail, subject: 'Nobody says so' })).toMatchObject({ outcome: 'ticket' });
  const { items } = (await owner.call('GET', '/mail/mailboxes')).body as { items: MailboxView[] };
  const version = items.find(({ id }) => id === box.id)?.version ?? 0;
  const changed = await owner.call('PUT', `/mail/mailboxes/${box.id}`, { ...MAILBOX, trustedServers: [''], version });
  expect(changed.body).toMatchObject({ trustedServers: [''] });
  expect(await arrive({ ...mail, subject: 'Microsoft says so' })).toMatchObject({
    outcome: 'held',
    why: expect.stringContaining('our mail server'),
  });
  await owner.call('PUT', `/mail/mailboxes/${box.id}`, { ...MAILBOX, version: version + 1 });
});

test('an invitation is told in words above its text', async () => {
  const content =
    'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Walk <through>\r\nDTSTART:20261201T090000Z\r\nDTEND:20261201T093000Z\r\nLOCATION:Room 2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
  const mail = await arrive({
    from: 'ada@acme.example',
    subject: 'Walk',
    text: 'Will you come?',
    icalEvent: { method: 'REQUEST', content },
  });
  expect((await ticket(mail.ticketKey)).description).toMatch(
    /^<p>Invitation: Walk &lt;through&gt;<br \/>2026-12-01 09:00 \(UTC\) to 2026-12-01 09:30 \(UTC\)<br \/>Place: Room 2<\/p><p>Will you come\?<\/p>$/,
  );
});

test('a colleague answers from their mail program beside the conversation, and to the client only on purpose', async () => {
  const { key } = await log();
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: 'Hello' });
  await sendAll();
  const inReplyTo = headerOf(sink.mails[0], 'Message-ID') ?? '';
  sink.mails.length = 0;
  const mail = { ...proven('tom@harbour.example'), inReplyTo };
  expect(await arrive({ ...mail, text: 'They have an old one' })).toMatchObject({ outcome: 'note', ticketKey: key });
  expect((await said(key)).at(-1)).toMatchObject(['internal', 'Tom Tech', expect.stringContaining('old one')]);
  await arrive({ ...mail, text: '#public\nPlease restart it' });
  expect((await said(key)).at(-1)).toMatchObject(['public', 'Tom Tech', expect.stringContaining('Please restart it')]);
  expect((await said(key)).at(-1)?.[2]).toBe('<p>Please restart it</p>');
  await sendAll();
  expect(sink.mails.map(({ to }) => to)).toEqual([['ada@acme.example']]);
});

test('a client’s mail that a colleague hands on is the client’s', async () => {
  const text =
    'FYI\n\n-------- Forwarded Message --------\nSubject: VPN is slow\nDate: Thu, 26 Nov 2026 10:00:00 +0000\nFrom: Ada Adams <ada@acme.example>\nTo: tom@harbour.example\n\nIt takes a minute.\n';
  const mail = await arrive({ ...proven('tom@harbour.example'), subject: 'Fwd: VPN is slow', text });
  const logged = await ticket(mail.ticketKey);
  expect(logged).toMatchObject({ title: 'VPN is slow', requester: { id: ada } });
  expect(logged.description).toContain('It takes a minute');
  // What the colleague said to it is for the desk.
  const note = ['internal', expect.anything(), expect.stringMatching(/Tom Tech handed this on.*FYI/)];
  expect(await said(mail.ticketKey ?? '')).toEqual([note]);
});

test('those on a copy list are proposed, told nothing, and let in by hand', async () => {
  const mail = await arrive({
    from: 'ada@acme.example',
    to: ['desk@harbour.example'],
    cc: 'Bo Berg <bo@acme.example>, Eve <eve@evil.example>, Tom <tom@harbour.example>',
    subject: 'With copies',
  });
  const proposed = async () => (await tom.call('GET', `/tickets/${mail.ticketKey}/proposed-people`)).body;
  expect(await proposed()).toMatchObject({
    items: [
      { address: 'bo@acme.example', contactId: bo, proposedBy: 'ada@acme.example' },
      { address: 'eve@evil.example', contactId: null },
    ],
  });
  expect((await ticket(mail.ticketKey)).watchers).toEqual([]);
  const settle = (address: string, admit: boolean) =>
    tom.call('POST', `/tickets/${mail.ticketKey}/proposed-people`, { address, admit });
  await settle('bo@acme.example', true);
  await settle('eve@evil.example', false);
  expect(await proposed()).toEqual({ items: [] });
  expect((await ticket(mail.ticketKey)).watchers).toMatchObject([{ kind: 'contact', id: bo }]);
  expect((await settle('eve@evil.example', true)).status).toBe(404);
});

test('of somebody on a copy list who is known at another client, those who see that client are told who it is', async () => {
  const mail = await arrive({ from: 'ada@acme.example', cc: 'B. <bert@birch.example>', subject: 'With Bert' });
  const url = `/tickets/${mail.ticketKey}/proposed-people`;
  const known = [{ contactId: bert, name: 'Bert Birch', clientId: birch, clientName: 'Birch' }];
  expect((await tom.call('GET', url)).body).toMatchObject({ items: [{ contactId: null, elsewhere: known }] });
  const limited = await hire(desk, { name: 'Lia Limited', role: 'technician', clientIds: [acme] });
  expect((await limited.call('GET', url)).body).toMatchObject({ items: [{ contactId: null, elsewhere: [] }] });
  const { key } = await desk.run((ctx) =>
    insertKey(ctx, tom.id, { name: 'narrow', permissions: ['ticket.read'], clientIds: null }),
  );
  const authorization = `Bearer ${key}`;
  const narrow = await desk.app.inject({ url: `/api/v1${url}`, headers: { authorization } });
  expect(narrow.json()).toMatchObject({ items: [{ contactId: null, elsewhere: [] }] });
});

test('a mail server that reports on ours is heard: the ticket says so, and an address that refuses thrice is left alone', async () => {
  const { key } = await log();
  const bounce = async () => {
    await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: 'Hello again' });
    await sendAll();
    const id = headerOf(sink.mails.at(-1), 'Message-ID') ?? '';
    const raw = readFileSync(new URL('./bounce.test.eml', import.meta.url), 'utf8').replaceAll('MESSAGE-ID', id);
    await transport.sendMail({
      envelope: { from: '', to: 'desk@harbour.example' },
      raw: raw.replace('STAMP', newId()),
    });
    await takeMail(desk.services);
    return newest();
  };
  expect(await bounce()).toMatchObject({ outcome: 'bounce', ticketKey: key });
  expect((await said(key)).at(-1)).toMatchObject(['internal', 'Mail', expect.stringContaining('did not arrive')]);
  expect((await timeline(key)).flatMap(({ message }) => message?.mails ?? [])).toMatchObject([
    { to: 'Ada Adams', state: 'bounced', why: expect.stringMatching(/^(?!.*5\.1\.1.*5\.1\.1).*5\.1\.1/) },
  ]);
  await bounce();
  await bounce();
  expect((await tom.call('GET', `/tickets/${key}/recipients`)).body).toMatchObject({
    items: [{ contactId: ada, obstacle: expect.stringContaining('refused') }],
  });
  expect((await tom.call('GET', `/contacts/${ada}/mail`)).body).toMatchObject({
    paused: { refusals: 3, said: expect.stringContaining('5.') },
  });
  expect((await tom.call('POST', `/contacts/${ada}/mail/resume`)).body).toEqual({ paused: null });
  expect((await tom.call('POST', `/contacts/${ada}/mail/resume`)).body).toEqual({ paused: null });
  expect((await tom.call('GET', `/tickets/${key}/recipients`)).body).toMatchObject({
    items: [{ contactId: ada, obstacle: null }],
  });
  const { items } = (await owner.call('GET', `/clients/${acme}/timeline`)).body as { items: { text: string }[] };
  expect(JSON.stringify(items).match(/let mail be sent to Ada Adams again/g)).toHaveLength(1);
});

test('a flood from one address is kept back after some tickets, and answered once', async () => {
  for (let index = 0; index < 25; index++)
    await transport.sendMail({
      from: 'bert@birch.example',
      to: 'desk@harbour.example',
      subject: `Flood ${index}`,
      text: 'x',
    });
  await takeMail(desk.services);
  const { items } = (await owner.call('GET', '/mail/incoming?limit=25')).body as IncomingPage;
  const count = (outcome: string) => items.filter((item) => item.outcome === outcome).length;
  expect(count('held')).toBeGreaterThanOrEqual(3);
  expect(count('held') + count('ticket')).toBe(25);
  await sendAll();
  expect(sink.mails.length).toBeLessThanOrEqual(1);
  expect(bert).toBeTruthy();
});

test('an answer to what is closed for good is a matter of its own that says what it goes on from', async () => {
  const { key, id } = await log();
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: 'All done' });
  await sendAll();
  const inReplyTo = headerOf(sink.mails.at(-1), 'Message-ID') ?? '';
  await tom.call('POST', `/tickets/${key}/transitions`, {
    to: 'resolved',
    resolutionCode: 'fixed',
    resolutionNote: 'Done',
  });
  await owner.call('POST', `/tickets/${key}/transitions`, { to: 'closed' });
  await desk.run((ctx) =>
    ctx.tx.updateTable('tickets').set({ closed_at: '2020-01-01T00:00:00Z' }).where('id', '=', id).execute(),
  );
  const mail = await arrive({ from: 'ada@acme.example', inReplyTo, text: 'Not again' });
  expect(mail.outcome).toBe('ticket');
  expect((await ticket(mail.ticketKey)).links).toMatchObject([{ kind: 'related', ticket: { key } }]);
});

test('the listener is no relay, and takes mail only for addresses that have a mailbox', async () => {
  const send = (to: string) => transport.sendMail({ from: 'ada@acme.example', to, subject: 'x', text: 'x' });
  await expect(send('somebody@elsewhere.example')).rejects.toThrow('No such mailbox here');
  await expect(send('nobody@harbour.example')).rejects.toThrow('No such mailbox here');
  await expect(send('desk+anything@harbour.example')).resolves.toBeTruthy();
});

test('mail that came in is shown to nobody who does not see all clients', async () => {
  const limited = await hire(desk, { name: 'Lim', role: 'manager', clientIds: [acme] });
  for (const path of ['', '/counts', `/${(await newest()).id}`, `/${(await newest()).id}/raw`])
    expect((await limited.call('GET', `/mail/incoming${path}`)).status).toBe(403);
  expect((await tom.call('GET', '/mail/incoming')).status).toBe(403);
});

test('whoever reads a ticket and sees all clients reaches the mails that it was logged from and answered by', async () => {
  const { ticketKey } = await arrive({ ...proven('ada@acme.example'), subject: 'Projector', text: 'It hums.' });
  const { id } = await ticket(ticketKey);
  await tom.call('POST', `/tickets/${id}/messages`, { visibility: 'public', body: 'Is it warm?' });
  await sendAll();
  const token = 'q3TzW-9_bLk2Jc8RfXv0Nn5YhGd7Ae1UiOo4PsMrEwZ';
  await arrive({
    ...proven('ada@acme.example'),
    inReplyTo: headerOf(sink.mails[0], 'Message-ID'),
    text: `Very warm.\n\nhttps://desk.example/portal/decide#token=${token}`,
  });
  const reply = (await timeline(ticketKey)).findLast(({ message }) => message?.source === 'email')?.message;
  const note = (await timeline(ticketKey)).find(({ message }) => message?.source === 'web')?.message;
  const mail = (who: { call(method: 'GET', url: string): Promise<{ status: number; body: unknown }> }, of = '') =>
    who.call('GET', `/messages/${of}/mail`);
  expect((await mail(tom, id)).body).toMatchObject({ subject: 'Projector', outcome: 'ticket', ticketKey });
  const came = (await mail(tom, reply?.id)).body as IncomingView;
  expect(came).toMatchObject({ outcome: 'reply', body: expect.stringContaining('Very warm') });
  expect(came.decisions.map(({ filter }) => filter)).toContain('thread');
  expect(JSON.stringify(came)).not.toContain(token);
  // Its bytes hold what its writer alone may use.
  expect((await tom.call('GET', `/mail/incoming/${came.id}/raw`)).status).toBe(403);
  expect([(await mail(tom, note?.id)).status, (await mail(tom, newId())).status]).toEqual([404, 404]);
  const limited = await hire(desk, { name: 'Lea Limited', role: 'technician', clientIds: [acme] });
  const contact = await enterAs(desk, { clientId: acme, contactId: ada, way: 'staff_link' });
  expect([(await mail(limited, id)).status, (await mail(contact, id)).status]).toEqual([403, 404]);
});
