import { createHash, randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { afterAll, describe, expect, test } from 'vitest';
import { Fault } from '#kernel/errors.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { IncomingPage, IncomingView } from '#shared/mail.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { type Exim, hasExim, openExim } from '#tests/mail-servers/exim.ts';
import { freePort } from '#tests/mail-servers/port.ts';
import { hire } from '#tests/people.ts';
import { moveClock } from '#tests/visitor.ts';
import { sendDueMail } from '../mail-out/index.ts';
import { type Listener, listenForMail } from './listener.ts';
import { takeMail } from './work.ts';

/** With a real mail server before the desk; .ci/run installs it. */
describe.skipIf(!hasExim)('a mail server that hands mail on and takes ours', async () => {
  const desk = await openDesk({ roles: ['web'], baseUrl: 'https://desk.example' });
  const owner = await hire(desk, { name: 'Olga Owner', role: 'owner' });
  const place = { host: '127.0.0.1', port: await freePort() };
  const exim: Exim = await openExim(place.port);
  let listener: Listener = await listenForMail(desk.services, place);
  afterAll(async () => {
    await exim.stop();
    await listener.stop();
  });
  await desk.run(async (ctx) => {
    const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
    await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
    await createContact(ctx, { clientId: acme, name: 'Gone Girl', email: 'gone@acme.example' });
  });
  await owner.call('PUT', '/mail/sending', {
    ...{ active: true, host: '127.0.0.1', port: exim.port, security: 'none', username: '', version: 0 },
    ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' },
  });
  await owner.call('POST', '/mail/mailboxes', {
    ...{ name: 'Desk', address: 'desk@harbour.example', kind: 'smtp', active: true, servesId: null, teamId: null },
    ...{ ticketKind: 'incident', trustedServers: [], acknowledges: false, plusAddresses: true, version: 0 },
  });
  const { put } = desk.services.files;

  const transport = createTransport({ host: '127.0.0.1', port: exim.port, ignoreTLS: true });
  type Mail = Parameters<typeof transport.sendMail>[0];
  const write = (mail: Mail) =>
    transport.sendMail({ from: 'Ada Adams <ada@acme.example>', to: 'desk@harbour.example', text: 'Help', ...mail });
  const come = async () => {
    await takeMail(desk.services);
    return ((await owner.call('GET', '/mail/incoming?limit=100')).body as IncomingPage).items;
  };
  const named = async (subject: string) => (await come()).filter((mail) => mail.subject === subject);
  /** Waits until a mail is there; the server hands it on by itself. */
  async function arrival(subject: string): Promise<IncomingView> {
    await expect.poll(() => named(subject), { timeout: 30_000 }).toHaveLength(1);
    const [mail] = await named(subject);
    return (await owner.call('GET', `/mail/incoming/${mail?.id}`)).body as IncomingView;
  }
  const raw = async ({ id }: IncomingView) => (await owner.call('GET', `/mail/incoming/${id}/raw`)).text;
  /** Nothing comes while it lasts, and the mail waits with the server; afterwards it comes once. */
  async function waitsWhile(subject: string, ends: () => Promise<void>): Promise<void> {
    await write({ subject });
    await expect.poll(() => exim.queued(), { timeout: 30_000 }).toBe(1);
    expect(await named(subject)).toEqual([]);
    await ends();
    await exim.tryQueue();
    expect(await arrival(subject)).toMatchObject({ outcome: 'ticket' });
    await exim.tryQueue();
    expect(await exim.queued()).toBe(0);
    expect(await named(subject)).toHaveLength(1);
  }

  test('dots at the begin of lines, letters beyond ASCII and long lines come as they were written', async () => {
    const text = `.\n..\n.hidden\nGrüße aus Köln\n${'long '.repeat(180)}\n.`;
    const body = text.replace(/\n/g, '\r\n');
    await transport.sendMail({
      envelope: { from: 'ada@acme.example', to: 'desk@harbour.example' },
      raw: `From: Ada Adams <ada@acme.example>\r\nSubject: Dots\r\nMessage-ID: <dots@acme.example>\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${body}\r\n`,
    });
    const mail = await arrival('Dots');
    expect(await raw(mail)).toContain(`\r\n\r\n${body}\r\n`);
    expect(mail).toMatchObject({ outcome: 'ticket', body: expect.stringContaining('Grüße aus Köln') });
  });

  test('an address beyond ASCII is taken as it is (SMTPUTF8)', async () => {
    await write({ subject: 'Umlaut', from: 'Jürgen <jürgen@acme.example>' });
    expect(await arrival('Umlaut')).toMatchObject({ outcome: 'held', from: { address: 'jürgen@acme.example' } });
  });

  test('a large file comes whole', async () => {
    const content = randomBytes(15 * 1_048_576);
    await write({ subject: 'Large', attachments: [{ filename: 'image.bin', content }] });
    const { ticketKey } = await arrival('Large');
    const { attachments } = (await owner.call('GET', `/tickets/${ticketKey}`)).body as TicketView;
    const { stream } = await desk.services.files.get(createHash('sha256').update(content).digest('hex'));
    stream.destroy();
    expect(attachments).toMatchObject([{ name: 'image.bin', size: content.length }]);
  });

  test('while nobody listens the mail waits with the server, and then comes once', async () => {
    await listener.stop();
    await waitsWhile('Down', async () => {
      listener = await listenForMail(desk.services, place);
    });
  });

  test('while there is no room (452) it waits, and then comes once', async () => {
    Object.assign(desk.services.files, {
      put: async (content: Readable) => {
        content.resume();
        throw new Fault('insufficient_storage', 'No room');
      },
    });
    await waitsWhile('Full', async () => {
      Object.assign(desk.services.files, { put });
    });
  });

  test('while too many talk at once (421) it waits, and then comes once', async () => {
    const others: Socket[] = [];
    for (let count = 0; count < 50; count++) {
      const socket = connect(place.port, '127.0.0.1');
      others.push(socket);
      await new Promise((resolve) => socket.once('data', resolve));
    }
    await waitsWhile('Crowd', async () => {
      await Promise.all(others.map((socket) => new Promise((resolve) => socket.once('close', resolve).destroy())));
      await expect.poll(() => greeting(place.port), { timeout: 10_000 }).toMatch(/^220/);
    });
  });

  test('what the desk says is taken as it was said, an answer finds back, and a mail that nobody gets comes back to its ticket', async () => {
    const { ticketKey } = await arrival('Down');
    const body = '<p>.</p><p>.hidden line</p><p>Grüße — “so” 😀</p>';
    await owner.call('POST', `/tickets/${ticketKey}/messages`, { visibility: 'public', body });
    moveClock(desk, 1);
    await exim.halt();
    await sendDueMail(desk.services);
    expect(await exim.delivered()).toEqual([]);
    await exim.start();
    moveClock(desk, 10);
    await sendDueMail(desk.services);
    await sendDueMail(desk.services);
    await expect.poll(async () => (await exim.delivered()).length, { timeout: 30_000 }).toBe(1);
    const [sent = ''] = await exim.delivered();
    expect(sent).toMatch(/^Return-path: <desk\+?.*@harbour\.example>/im);
    expect(sent).toMatch(/^Envelope-to: ada@acme\.example/im);
    const plain = /\n\n--[\s\S]*?\n\n([\s\S]*?)\n--/.exec(sent)?.[1] ?? sent;
    expect(decoded(plain)).toContain('Grüße — “so” 😀');
    expect(decoded(plain)).toContain('.hidden line');
    const replyTo = /^Reply-To: .*?<?([^\s<>]+@harbour\.example)>?/im.exec(sent)?.[1] ?? '';
    await write({ subject: 'Re: so be it', to: replyTo, text: 'It works again' });
    expect(await arrival('Re: so be it')).toMatchObject({ outcome: 'reply', ticketKey });

    await write({ subject: 'From nowhere', from: 'Gone Girl <gone@acme.example>' });
    const gone = await arrival('From nowhere');
    await owner.call('POST', `/tickets/${gone.ticketKey}/messages`, { visibility: 'public', body: 'Are you there?' });
    moveClock(desk, 11);
    await sendDueMail(desk.services);
    await expect
      .poll(async () => (await come()).filter(({ outcome }) => outcome === 'bounce'), { timeout: 30_000 })
      .toMatchObject([{ ticketKey: gone.ticketKey }]);
    const { items } = (await owner.call('GET', `/tickets/${gone.ticketKey}/timeline`)).body as {
      items: TimelineEntry[];
    };
    expect(JSON.stringify(items)).toContain('gone@acme.example');
  });
});

/** What a server says first. */
function greeting(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', (said) => {
      socket.destroy();
      resolve(String(said));
    });
    socket.once('error', () => resolve(''));
  });
}

/** Quoted-printable undone. */
const decoded = (text: string) =>
  Buffer.from(
    text.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();
