import { Readable } from 'node:stream';
import { beforeEach, expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { storeMail, takeMail } from '#server/channels/mail-in/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { IncomingPage, MailboxView, MailSendingView, OutgoingPage } from '#shared/mail.ts';
import { openDesk } from '#tests/desk.ts';
import { headerIn, openGraphServer } from '#tests/mail-servers/graph.ts';
import { openTokenProvider } from '#tests/mail-servers/token-provider.ts';
import { hire } from '#tests/people.ts';
import { upload } from '#tests/upload.ts';
import { moveClock } from '#tests/visitor.ts';
import { sendDueMail } from './send.ts';

/** Sending from a mailbox at a simulator that refuses what Microsoft refuses. */
const desk = await openDesk({ roles: ['web'] });
const owner = await hire(desk, { name: 'Olga Owner', role: 'owner' });
const provider = await openTokenProvider();
const server = await openGraphServer({ isActive: async (token) => provider.holds(token) });
const oauth = {
  ...{ provider: 'other', grant: 'app', clientId: provider.clientId, clientSecret: provider.clientSecret },
  ...{ authorizeUrl: `${provider.origin}/authorize`, tokenUrl: `${provider.origin}/token`, scope: 'mail' },
};
const box = (
  await owner.call('POST', '/mail/mailboxes', {
    ...{ name: 'Desk', address: 'desk@harbour.example', kind: 'graph', active: true, servesId: null, teamId: null },
    ...{ ticketKind: 'incident', trustedServers: [], acknowledges: true, plusAddresses: false, version: 0 },
    graph: { url: server.origin, oauth },
  })
).body as MailboxView;
const { acme, ada, nobody } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return {
    acme,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }),
    nobody: await createContact(ctx, { clientId: acme, name: 'No Body', email: 'no@nowhere.invalid' }),
  };
});
const stored = async () => (await owner.call('GET', '/mail/sending')).body as MailSendingView;
const save = async (changes: object = {}) =>
  owner.call('PUT', '/mail/sending', {
    ...{ active: true, via: 'graph', mailboxId: box.id, version: (await stored()).version },
    ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' },
    ...changes,
  });
const tryOut = async () => (await owner.call('POST', '/mail/sending/test')).body as Record<string, unknown>;
const outgoing = async () => ((await owner.call('GET', '/mail/outgoing')).body as OutgoingPage).items;
/** Says something to somebody, and sends it. Answers the ticket's key. */
async function say(body: string, requesterId = ada, more: object = {}): Promise<string> {
  moveClock(desk, 0);
  const { key } = await desk.run((ctx) =>
    createTicket(ctx, { kind: 'incident', clientId: acme, requesterId, title: 'Printer jams' }),
  );
  await owner.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body, ...more });
  moveClock(desk, 1);
  await sendDueMail(desk.services);
  return key;
}
/** Tries again what is due after so many minutes. */
const after = async (minutes: number) => {
  moveClock(desk, minutes);
  await sendDueMail(desk.services);
};

beforeEach(async () => {
  moveClock(desk, 0);
  await desk.run((ctx) => ctx.tx.deleteFrom('outgoing_mails').execute());
  Object.assign(server, { troubles: [], sent: [], losesAnswers: false, renames: false, isKeptOut: false });
  server.permissions = new Set(['Mail.Read', 'Mail.Send']);
  provider.refusal = null;
  await save();
});

test('a mail goes as it was written, under our Message-ID, from the mailbox that is read', async () => {
  expect(await stored()).toMatchObject({ via: 'graph', mailboxId: box.id, hasPassword: false });
  expect(await tryOut()).toMatchObject({ answer: 'Microsoft took it' });
  await say('<p>It is the <b>roller</b>. Grüße</p>');
  const raw = server.sent.at(-1) as string;
  expect(headerIn(raw, 'From')).toBe('Harbour IT <desk@harbour.example>');
  expect(headerIn(raw, 'To')).toBe('Ada Adams <ada@acme.example>');
  expect(headerIn(raw, 'Message-ID')).toMatch(/^<.*@harbour.example>$/);
  expect(headerIn(raw, 'References')).toMatch(/^<fettle\./);
  expect(headerIn(raw, 'X-Fettle-Installation')).toBeDefined();
  expect(await outgoing()).toMatchObject([{ state: 'sent', attempts: 1, lastError: '' }]);
});

test.each([
  ['under our Message-ID', false],
  ['under one of its own', true],
])('an answer that is lost sends no twin: the mail is found among what was sent, %s', async (_, renames) => {
  Object.assign(server, { losesAnswers: true, renames });
  await say('Once only');
  expect(server.sent).toHaveLength(1);
  expect(await outgoing()).toMatchObject([{ state: 'failed', attempts: 1 }]);
  server.losesAnswers = false;
  await after(5);
  expect(server.sent).toHaveLength(1);
  expect(await outgoing()).toMatchObject([{ state: 'sent', attempts: 2 }]);
});

test('whoever dies between sending and noting it sends no twin; who may not look sends again under the same Message-ID', async () => {
  await say('Sent and not noted');
  const forgotten = () =>
    desk.run((ctx) => ctx.tx.updateTable('outgoing_mails').set({ state: 'sending', sent_at: null }).execute());
  await forgotten();
  await after(30);
  expect(server.sent).toHaveLength(1);
  expect(await outgoing()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  await forgotten();
  server.permissions = new Set(['Mail.Send']);
  await after(60);
  expect(server.sent).toHaveLength(2);
  expect(new Set(server.sent.map((raw) => headerIn(raw, 'Message-ID'))).size).toBe(1);
});

test('what was never taken is sent once it can be: 503, a broken line, and 429 for as long as it asks', async () => {
  server.troubles.push({ on: /sendMail/, trouble: { status: 503, code: 'ServiceUnavailable' } });
  server.troubles.push({ on: /sendMail/, trouble: 'reset' });
  server.troubles.push({ on: /sendMail/, trouble: { status: 429, code: 'TooManyRequests', retryAfter: '1500' } });
  await say('In the end');
  expect((await stored()).trouble?.text).toContain('ServiceUnavailable');
  await after(5);
  await after(15);
  expect((await stored()).trouble?.text).toContain('left in peace');
  await after(25);
  expect(server.sent).toHaveLength(0);
  await after(60);
  expect(server.sent).toHaveLength(1);
  expect((await stored()).trouble).toBeNull();
});

test('a recipient that is refused is given up and shown, and the next mail goes', async () => {
  await say('To nobody', nobody);
  expect(await outgoing()).toMatchObject([
    { state: 'given_up', to: 'No Body', lastError: expect.stringContaining('ErrorInvalidRecipients') },
  ]);
  expect((await stored()).trouble).toBeNull();
  await say('To somebody');
  expect(server.sent).toHaveLength(1);
});

test('files that Graph would not take stay with the ticket, and the mail says so', async () => {
  const file = async (bytes: number, name: string) =>
    (await upload(desk, acme, { authorization: `Bearer ${owner.key}` }, { name, content: Buffer.alloc(bytes, 'x') }))
      .body.id;
  const [small, large] = [await file(500_000, 'small.txt'), await file(3_000_000, 'large.txt')];
  await say('With files', ada, { attachmentIds: [small, large] });
  expect(await outgoing()).toMatchObject([{ state: 'sent' }]);
  const [raw = ''] = server.sent;
  expect(raw).toContain('filename=small.txt');
  expect(raw).not.toContain('filename=large.txt');
  expect(raw).toContain('large.txt');
});

test('the test mail says what is in the way, on the setting at fault', async () => {
  const error = async () => ((await tryOut())['errors'] as { path: string; message: string }[])[0];
  server.permissions = new Set(['Mail.Read']);
  expect(await error()).toEqual({
    path: 'mailboxId',
    message: expect.stringMatching(/^cannot be sent from: The application may not send from .*Mail.Send is missing/),
  });
  server.permissions.add('Mail.Send');
  server.isKeptOut = true;
  expect(await error()).toMatchObject({ path: 'mailboxId', message: expect.stringContaining('access policy') });
  server.isKeptOut = false;
  provider.refusal = 'AADSTS7000222: The provided client secret keys are expired.';
  await desk.run((ctx) => ctx.tx.updateTable('mailbox_oauth').set({ access_token: null }).execute());
  expect(await error()).toMatchObject({ path: 'mailboxId', message: expect.stringContaining('secret has ended') });
  provider.refusal = null;
  await save({ fromAddress: 'other@harbour.example' });
  expect(await error()).toMatchObject({ path: 'fromAddress', message: expect.stringContaining('Send as') });
});

test('only a mailbox that is read by Graph is sent from by it, and its token is said to no mail server', async () => {
  const errors = async (changes: object) => ((await save(changes)).body as { errors?: object[] }).errors;
  expect(await errors({ mailboxId: null })).toMatchObject([{ path: 'mailboxId' }]);
  expect(await errors({ via: 'smtp' })).toMatchObject([{ path: 'host' }]);
  expect(
    await errors({ via: 'smtp', host: 'smtp.office365.com', port: 587, security: 'starttls', username: 'desk' }),
  ).toMatchObject([{ path: 'mailboxId' }]);
});

test('what was sent by Graph and comes back, or is answered under an id that Microsoft gave, finds its ticket', async () => {
  server.renames = true;
  const key = await say('Please try again');
  const raw = server.sent.at(-1) as string;
  const word = /t-[0-9a-z]{20,}/i.exec(raw)?.[0];
  const answer = `From: ada@acme.example\r\nTo: desk@harbour.example\r\nSubject: Re\r\nIn-Reply-To: ${headerIn(raw, 'Message-ID')}\r\nMessage-ID: <a@acme.example>\r\n\r\nIt works now.\r\n\r\n> ${word}\r\n`;
  const bring = async (content: string, remoteKey: string) => {
    await storeMail(desk.services, { mailboxId: box.id, via: 'graph', remoteKey, content: Readable.from([content]) });
    await takeMail(desk.services);
    return ((await owner.call('GET', '/mail/incoming')).body as IncomingPage).items[0];
  };
  expect(await bring(answer, 'graph:1')).toMatchObject({ outcome: 'reply', ticketKey: key });
  expect(await bring(raw, 'graph:2')).toMatchObject({ outcome: 'filed' });
});
