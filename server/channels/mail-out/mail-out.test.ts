import tls from 'node:tls';
import { beforeEach, expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { MailSendingView, OutgoingPage } from '#shared/mail.ts';
import type { NotificationKind } from '#shared/notification-words.ts';
import { openDesk } from '#tests/desk.ts';
import { CERTIFICATE, headerOf, openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { moveClock } from '#tests/visitor.ts';
import { sendDueMail } from './send.ts';

tls.setDefaultCACertificates([...tls.getCACertificates('bundled'), CERTIFICATE]);
// Nothing is sent but where a test says so.
const desk = await openDesk({ roles: ['web'], baseUrl: 'https://desk.example' });
const sink = await openSink();
const owner = await hire(desk, { name: 'Olga Owner', role: 'owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));

const SETTINGS = {
  active: true,
  host: '127.0.0.1',
  port: sink.port,
  security: 'none',
  username: '',
  fromName: 'Harbour IT',
  fromAddress: 'desk@harbour.example',
};
const stored = async () => (await owner.call('GET', '/mail/sending')).body as MailSendingView;
const save = async (changes: object) =>
  owner.call('PUT', '/mail/sending', { ...SETTINGS, version: (await stored()).version, ...changes });
const log = (title = 'Printer on fire', client = acme) =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: client, title }));
const tell = (ticket: { id: string }, text: string, to = [tom.id], kind: NotificationKind = 'mentioned') =>
  desk.run((ctx) => notify(ctx, { client_id: acme, id: ticket.id }, to, kind, text));
const send = () => sendDueMail(desk.services);
const outgoing = async (states = '') =>
  ((await owner.call('GET', `/mail/outgoing${states}`)).body as OutgoingPage).items;

beforeEach(async () => {
  moveClock(desk, 0);
  await desk.run((ctx) => ctx.tx.deleteFrom('outgoing_mails').execute());
  sink.mails.length = 0;
  sink.answers.length = 0;
  sink.recipients.length = 0;
  await save({});
});

test('before it is set up nothing is noted to be sent; afterwards it is', async () => {
  await save({ active: false });
  const ticket = await log();
  await tell(ticket, 'in vain');
  expect([await send(), await outgoing()]).toEqual([0, []]);
  await save({ active: true });
  await tell(ticket, 'Olga mentioned you');
  expect(await outgoing()).toMatchObject([{ state: 'queued', to: 'Tom Tech', ticketKey: ticket.key, attempts: 0 }]);
});

test('a mail says what happened and where, hangs on its ticket’s thread, and asks for no answer', async () => {
  const ticket = await log();
  await tell(ticket, 'Olga mentioned you');
  expect(await send()).toBe(0);
  moveClock(desk, 2);
  expect(await send()).toBe(1);
  const [mail] = sink.mails;
  const [row] = await outgoing();
  expect(mail).toMatchObject({ from: 'desk@harbour.example' });
  expect(mail?.to[0]).toContain('@harbour.example');
  expect(headerOf(mail, 'From')).toBe('Harbour IT <desk@harbour.example>');
  expect(headerOf(mail, 'Subject')).toBe(`[${ticket.key}] Printer on fire`);
  expect(headerOf(mail, 'Message-ID')).toBe(`<${row?.id}@harbour.example>`);
  expect(headerOf(mail, 'References')).toBe(`<ticket.${ticket.id}@harbour.example>`);
  expect(headerOf(mail, 'Auto-Submitted')).toBe('auto-generated');
  expect(headerOf(mail, 'List-Id')).toBe(`<${ticket.key.toLowerCase()}.tickets.harbour.example>`);
  expect(mail?.raw).toContain('Olga mentioned you');
  expect(mail?.raw).toContain(`https://desk.example/tickets/${ticket.key}`);
  expect(row).toMatchObject({ state: 'sent', attempts: 1, lastError: '' });
  expect(await send()).toBe(0);
});

test('what happens within a minute about one ticket is one mail; a page does not wait, and takes the rest along', async () => {
  const [one, other] = [await log('First'), await log('Second')];
  await tell(one, 'first thing');
  await tell(other, 'of the other');
  await tell(one, 'second thing');
  moveClock(desk, 2);
  expect(await send()).toBe(2);
  const first = sink.mails.find((mail) => mail.raw.includes('first thing'));
  expect(first?.raw.replace(/\r\n/g, '\n')).toContain('first thing\nsecond thing\n');
  expect(first?.raw).not.toContain('of the other');
  await tell(one, 'third thing');
  await tell(one, 'You are called', [tom.id], 'page');
  expect(await send()).toBe(1);
  expect(sink.mails.at(-1)?.raw.replace(/\r\n/g, '\n')).toContain('third thing\nYou are called\n');
});

test('what the server does not take now is tried again later, under the same Message-ID', async () => {
  await tell(await log(), 'greylisted');
  sink.answers.push([451, '4.7.1 Try again later']);
  moveClock(desk, 2);
  expect(await send()).toBe(0);
  expect(await outgoing('?state=failed')).toMatchObject([{ attempts: 1, lastError: '451 4.7.1 Try again later' }]);
  expect((await stored()).trouble).toBeNull();
  expect(await send()).toBe(0);
  moveClock(desk, 4);
  expect(await send()).toBe(1);
  expect(await outgoing()).toMatchObject([{ state: 'sent', attempts: 2, lastError: '' }]);
});

test('what it refuses for good is given up at once, says why, and can be tried again by hand', async () => {
  await tell(await log(), 'nobody there');
  sink.recipients.push([550, '5.1.1 No such user here']);
  moveClock(desk, 2);
  await send();
  const [row] = await outgoing('?state=given_up&state=failed');
  expect(row).toMatchObject({ state: 'given_up', nextAt: null });
  expect(row?.lastError).toContain('550 5.1.1 No such user here');
  expect((await owner.call('POST', `/mail/outgoing/${row?.id}/retry`)).body).toMatchObject({ state: 'failed' });
  expect(await send()).toBe(1);
  expect((await owner.call('POST', `/mail/outgoing/${row?.id}/retry`)).status).toBe(422);
});

test('after a day of trying a mail is given up', async () => {
  await tell(await log(), 'never taken');
  let minutes = 2;
  for (; minutes < 3_000; minutes += 250) {
    moveClock(desk, minutes);
    sink.answers.push([451, '4.3.0 Out of room']);
    await send();
    if ((await outgoing())[0]?.state === 'given_up') break;
  }
  expect(minutes).toBeGreaterThan(20 * 60);
  expect(minutes).toBeLessThan(26 * 60);
  expect(sink.mails).toEqual([]);
});

test('a connection lost after the text was given over loses no mail, and tells by its Message-ID that it is the same', async () => {
  await tell(await log(), 'twice at worst');
  sink.answers.push('drop');
  moveClock(desk, 2);
  expect(await send()).toBe(0);
  expect(await outgoing()).toMatchObject([{ state: 'failed', attempts: 1 }]);
  moveClock(desk, 5);
  expect(await send()).toBe(1);
  expect(sink.mails).toHaveLength(2);
  expect(new Set(sink.mails.map((mail) => headerOf(mail, 'Message-ID'))).size).toBe(1);
});

test('a mail whose sender died is sent by another once its claim is over', async () => {
  await tell(await log(), 'left behind');
  await desk.run(({ tx, now }) =>
    tx
      .updateTable('outgoing_mails')
      .set({ state: 'sending', attempts: 1, message_id: '<once@harbour.example>', next_at: now })
      .execute(),
  );
  expect(await send()).toBe(1);
  expect(headerOf(sink.mails[0], 'Message-ID')).toBe('<once@harbour.example>');
});

test('several senders at once send each mail once', async () => {
  for (let n = 0; n < 12; n++) await tell(await log(`Number ${n}`), `text ${n}`, [tom.id, owner.id]);
  moveClock(desk, 2);
  const counts = await Promise.all([send(), send(), send()]);
  expect(counts.reduce((a, b) => a + b)).toBe(24);
  expect(new Set(sink.mails.map((mail) => headerOf(mail, 'Message-ID'))).size).toBe(24);
  expect(sink.mails).toHaveLength(24);
});

test('whoever was deactivated, or works for the client no more, is sent nothing that was noted before', async () => {
  const role = 'technician';
  const gone = await hire(desk, { name: 'Gone', role });
  const moved = await hire(desk, { name: 'Moved', role, clientIds: [acme] });
  await tell(await log(), 'too late', [gone.id, moved.id]);
  for (const [id, change] of [
    [gone.id, { active: false }],
    [moved.id, { clientIds: [] }],
  ] as const)
    expect((await owner.call('PATCH', `/staff/${id}`, { version: 1, ...change })).text).toBe('');
  moveClock(desk, 2);
  expect(await send()).toBe(0);
  expect((await outgoing()).map(({ to, state, lastError }) => [to, state, lastError]).toSorted()).toEqual([
    ['Gone', 'given_up', 'Is no longer active'],
    ['Moved', 'given_up', 'No longer works for the client'],
  ]);
});

test('no name, title or text becomes a header of its own', async () => {
  await save({ fromName: 'Harbour "IT", <x@y.example>' });
  const ticket = await log();
  await desk.run(async ({ tx }) => {
    await tx
      .updateTable('tickets')
      .set({ title: 'A\r\nBcc: thief@evil.example\u2028x' })
      .where('id', '=', ticket.id)
      .execute();
    await tx.updateTable('staff').set({ name: 'Tom\r\nBcc: thief@evil.example' }).where('id', '=', tom.id).execute();
  });
  await tell(ticket, 'x\r\n\r\n.\r\nMAIL FROM:<thief@evil.example>');
  moveClock(desk, 2);
  expect(await send()).toBe(1);
  const [mail] = sink.mails;
  expect(sink.mails).toHaveLength(1);
  expect(mail?.to).toHaveLength(1);
  expect(headerOf(mail, 'Bcc')).toBeUndefined();
  expect(headerOf(mail, 'Subject')).toContain('A Bcc: thief@evil.example');
  expect(headerOf(mail, 'From')).toContain('<desk@harbour.example>');
});

test('a mail goes encrypted where that is asked for, and not at all where the server cannot', async () => {
  await save({ security: 'starttls', host: 'localhost' });
  await tell(await log(), 'sealed');
  moveClock(desk, 2);
  expect(await send()).toBe(1);
  expect(sink.mails[0]?.secure).toBe(true);
  const plain = await openSink({ disabledCommands: ['STARTTLS', 'AUTH'] });
  await save({ security: 'starttls', host: 'localhost', port: plain.port });
  await tell(await log(), 'in the open');
  moveClock(desk, 4);
  expect(await send()).toBe(0);
  expect(plain.mails).toEqual([]);
  expect((await stored()).trouble?.text).toBeTruthy();
  expect((await owner.call('POST', '/mail/sending/test')).body).toMatchObject({ errors: [{ path: 'security' }] });
  const whole = await openSink({ secure: true });
  await save({ security: 'tls', host: 'localhost', port: whole.port });
  expect((await owner.call('POST', '/mail/sending/test')).body).toMatchObject({ answer: '250 2.0.0 Ok: taken as 1' });
  // A certificate for another name.
  await save({ security: 'tls', host: '127.0.0.1', port: whole.port });
  expect((await owner.call('POST', '/mail/sending/test')).body).toMatchObject({ errors: [{ path: 'security' }] });
});

test('a wrong password is said in the server’s words at its field; the server is left in peace until it is mended', async () => {
  const locked = await openSink({ password: 'right one', allowInsecureAuth: true, disabledCommands: ['STARTTLS'] });
  const at = { port: locked.port, username: 'desk' };
  expect((await save(at)).body).toMatchObject({ errors: [{ path: 'password' }] });
  expect((await save({ ...at, password: 'wrong one' })).status).toBe(200);
  expect((await owner.call('POST', '/mail/sending/test')).body).toMatchObject({
    errors: [{ path: 'password', message: expect.stringContaining('535 5.7.8 Username and password not accepted') }],
  });
  for (const text of ['one', 'two']) await tell(await log(text), text);
  moveClock(desk, 2);
  await send();
  expect((await stored()).trouble?.text).toContain('535');
  await send();
  expect((await outgoing()).map(({ state }) => state).toSorted()).toEqual(['failed', 'queued']);
  expect((await save({ ...at, password: 'right one' })).body).toMatchObject({ hasPassword: true, trouble: null });
  expect(await send()).toBe(2);
  expect(JSON.stringify(await stored())).not.toContain('right one');
  // What is known to one server is said to no other.
  expect((await save({ ...at, host: 'localhost' })).body).toMatchObject({ errors: [{ path: 'password' }] });
  expect((await save({ ...at, fromName: 'Harbour' })).status).toBe(200);
});

test.each([
  ['security', { host: 'smtp.example.com', security: 'none' }],
  ['security', { host: '10.0.0.5', security: 'none' }],
  ['host', { host: '169.254.169.254', security: 'starttls' }],
  ['host', { host: 'smtp.example.com\r\nRSET', security: 'starttls' }],
  ['fromAddress', { fromAddress: 'desk@harbour.example\r\nBcc: x@y.example' }],
  ['fromName', { fromName: 'Desk\r\nBcc: x@y.example' }],
  ['username', { username: 'a\r\nb', password: 'x' }],
  ['port', { port: 0 }],
])('settings that cannot be right are refused at %s', async (path, changes) => {
  expect((await save(changes)).body).toMatchObject({ errors: [{ path }] });
});

test('sending is set by whoever may change settings and sees all clients; the list keeps to one’s clients', async () => {
  expect((await tom.call('GET', '/mail/sending')).status).toBe(403);
  const birch = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
  const narrow = await hire(desk, { role: 'manager', clientIds: [birch] });
  await tell(await log('Secret title'), 'secret text');
  const [row] = await outgoing();
  expect(((await narrow.call('GET', '/mail/outgoing')).body as OutgoingPage).items).toEqual([]);
  expect((await narrow.call('POST', `/mail/outgoing/${row?.id}/retry`)).status).toBe(404);
  expect((await narrow.call('GET', '/mail/sending')).status).toBe(403);
  expect((await narrow.call('PUT', '/mail/sending', { ...SETTINGS, version: 1 })).status).toBe(403);
  expect((await narrow.call('POST', '/mail/sending/test')).status).toBe(403);
});

test('two who set it at once do not overwrite each other', async () => {
  const { version } = await stored();
  expect((await owner.call('PUT', '/mail/sending', { ...SETTINGS, version })).status).toBe(200);
  expect((await owner.call('PUT', '/mail/sending', { ...SETTINGS, version })).status).toBe(409);
});
