import { once } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { Fault } from '#kernel/errors.ts';
import { withContext } from '#platform/context/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { IncomingCounts, IncomingPage, IncomingView, MailboxView } from '#shared/mail.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { moveClock } from '#tests/visitor.ts';
import { claimIncoming } from './claim.ts';
import { listenForMail } from './listener.ts';
import { RECEIVER } from './receiver.ts';
import { storeMail } from './store.ts';
import { watchOne } from './watch/watch.ts';
import { takeMail } from './work.ts';

/** What becomes of mail where something breaks in the middle. */
const desk = await openDesk({ roles: ['web'] });
const owner = await hire(desk, { name: 'Olga Owner', role: 'owner' });
const acme = await desk.run(async (ctx) => {
  const id = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  await createContact(ctx, { clientId: id, name: 'Ada Adams', email: 'ada@acme.example' });
  return id;
});
await owner.call('POST', '/mail/mailboxes', {
  ...{ name: 'Desk', address: 'desk@harbour.example', kind: 'smtp', active: true, servesId: null, teamId: null },
  ...{ ticketKind: 'incident', trustedServers: [], acknowledges: true, plusAddresses: true, version: 0 },
});
const listener = await listenForMail(desk.services, { host: '127.0.0.1', port: 0 });
afterAll(() => listener.stop());
const transport = createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true });
const send = (subject: string) =>
  transport.sendMail({ from: 'ada@acme.example', to: 'desk@harbour.example', subject, text: subject });
const store = (raw: string | Buffer, remoteKey: string) =>
  storeMail(desk.services, { mailboxId: null, via: 'upload', remoteKey, content: Readable.from([raw]) });
const all = async () => ((await owner.call('GET', '/mail/incoming?limit=100')).body as IncomingPage).items;
const { put } = desk.services.files;

beforeEach(async () => {
  moveClock(desk, 0);
  Object.assign(desk.services.files, { put });
  await takeMail(desk.services);
});

test('without room the mail stays with the server that brings it, and is taken once there is room', async () => {
  const before = (await all()).length;
  Object.assign(desk.services.files, {
    put: async (content: Readable) => {
      content.resume();
      throw new Fault('insufficient_storage', 'No room');
    },
  });
  await expect(send('No room for it')).rejects.toMatchObject({ responseCode: 452 });
  expect(await all()).toHaveLength(before);
  Object.assign(desk.services.files, { put });
  await send('No room for it');
  await takeMail(desk.services);
  expect((await all())[0]).toMatchObject({ subject: 'No room for it', outcome: 'ticket' });
});

/** Says something on a connection of its own, closes that side at once, and answers all that it hears until the other side closes as well. */
async function sayAndClose(words: string[]): Promise<string> {
  const socket = connect(listener.port, '127.0.0.1');
  let heard = '';
  const closed = once(socket, 'close');
  socket.on('data', (data) => {
    heard += data;
    const word = words.shift();
    if (word !== undefined) socket.write(word);
    if (words.length === 0) socket.end();
  });
  await closed;
  return heard;
}

test('a server that closes its side right behind its mail hears that it was taken', async () => {
  const mail = 'From: ada@acme.example\r\nSubject: Half open\r\n\r\n..\r\nText\r\n.\r\nQUIT\r\n';
  const heard = await sayAndClose([
    'EHLO mx.example\r\n',
    'MAIL FROM:<ada@acme.example>\r\n',
    'RCPT TO:<desk@harbour.example>\r\n',
    'DATA\r\n',
    mail,
  ]);
  expect(heard).toMatch(/\n250[ -][^\n]*Taken\r\n221 [^\n]*\r\n$/);
  await takeMail(desk.services);
  expect((await all())[0]).toMatchObject({ subject: 'Half open', outcome: 'ticket' });
  // Whoever has nothing to say is let go, and half a mail is none.
  expect(await sayAndClose([])).toMatch(/^220/);
  const before = (await all()).length;
  const broken = ['MAIL FROM:<a@b.example>\r\n', 'RCPT TO:<desk@harbour.example>\r\n', 'DATA\r\n', 'Subject: Half\r\n'];
  await sayAndClose(['EHLO mx.example\r\n', ...broken]);
  expect(await all()).toHaveLength(before);
});

test('whoever dies over a mail leaves it to the next, and it becomes one ticket', async () => {
  await store('From: ada@acme.example\nSubject: Half way\n\nText\n', 'half');
  const claimed = await withContext(desk.services, RECEIVER, claimIncoming);
  expect(claimed).not.toBeNull();
  expect(await takeMail(desk.services)).toBe(0);
  moveClock(desk, 6);
  expect(await takeMail(desk.services)).toBe(1);
  moveClock(desk, 12);
  expect(await takeMail(desk.services)).toBe(0);
  expect((await all()).filter(({ subject }) => subject === 'Half way')).toMatchObject([
    { outcome: 'ticket', attempts: 2 },
  ]);
});

test('a mail that cannot be taken is set aside after three tries, where people see it, and holds up no other', async () => {
  await store('From: ada@acme.example\nSubject: Lost bytes\n\nText\n', 'lost');
  await desk.run((ctx) =>
    ctx.tx
      .updateTable('incoming_mails')
      .set({ sha256: 'f'.repeat(64) })
      .where('remote_key', '=', 'lost')
      .execute(),
  );
  for (const minutes of [0, 2, 5, 9]) {
    moveClock(desk, minutes);
    await takeMail(desk.services);
  }
  await store('From: ada@acme.example\nSubject: After it\n\nText\n', 'after');
  await takeMail(desk.services);
  const found = await all();
  expect(found.find(({ subject }) => subject === 'After it')).toMatchObject({ outcome: 'ticket' });
  expect(found.filter(({ state }) => state === 'failed')).toMatchObject([
    { attempts: 3, why: expect.stringContaining('missing') },
  ]);
  expect((await owner.call('GET', '/mail/incoming/counts')).body).toMatchObject({ failed: 1 });
});

test.each([
  ['nothing at all', ''],
  ['no header', '\n\nOnly text'],
  ['no sender', 'Subject: Whose?\n\nText\n'],
  ['bytes that are no text', Buffer.from([0, 255, 254, 13, 10, 13, 10, 0, 1, 2])],
])('a mail of %s is kept back, and its bytes are there', async (what, raw) => {
  moveClock(desk, 60);
  await store(raw, what);
  await takeMail(desk.services);
  const [mail] = await all();
  expect(mail).toMatchObject({ state: 'held', outcome: 'held' });
  const there = await owner.call('GET', `/mail/incoming/${mail?.id}/raw`);
  expect(Number(there.headers['content-length'])).toBe(raw.length);
  const unnamed = await owner.call('POST', `/mail/incoming/${mail?.id}/settle`, { clientId: acme });
  expect(unnamed.body).toMatchObject({ status: 422, errors: [{ path: 'contactId' }] });
  // A refusal leaves it where it was.
  expect((await owner.call('GET', `/mail/incoming/${mail?.id}`)).body as IncomingView).toMatchObject({ state: 'held' });
});

test('a mailbox that cannot be read time and again is told to whoever sees to mail', async () => {
  const box = (
    await owner.call('POST', '/mail/mailboxes', {
      ...{ name: 'Far away', address: 'far@harbour.example', kind: 'imap', active: true, servesId: null, teamId: null },
      ...{ ticketKind: 'incident', trustedServers: [], acknowledges: true, plusAddresses: false, version: 0 },
      imap: { host: '127.0.0.1', port: 1, security: 'none', username: 'desk', password: 'four quiet harbours' },
    })
  ).body as MailboxView;
  const told = async () => ((await owner.call('GET', '/mail/incoming/counts')).body as IncomingCounts).silent;
  await watchOne(desk.services, box.id, new AbortController().signal);
  expect(await told()).toEqual([]);
  await watchOne(desk.services, box.id, new AbortController().signal);
  expect(await told()).toMatchObject([{ name: 'Far away', text: expect.any(String), at: expect.any(String) }]);
});
