import { expect, onTestFinished, test } from 'vitest';
import { hasDovecot, openDovecot } from '../mail-servers/dovecot.ts';
import { freePort } from '../mail-servers/port.ts';
import { admin, allTaken, FIELDS, killBefore, owner, PATIENCE, start, ticketsOf, timePasses } from './killed.ts';

const raw = (subject: string) =>
  `From: Ada Adams <ada@acme.example>\nTo: box@harbour.example\nSubject: ${subject}\nMessage-ID: <${subject.replaceAll(' ', '.')}@acme.example>\nDate: Fri, 27 Nov 2026 10:00:00 +0000\n\nText\n`;
const box = { ...FIELDS, name: 'Box', address: 'box@harbour.example', kind: 'imap', plusAddresses: false };

test.skipIf(!hasDovecot)(
  'killed between a mail’s ticket and the mark how far its mailbox is read: what is fetched again is no second ticket',
  PATIENCE,
  async () => {
    const dovecot = await openDovecot();
    onTestFinished(() => dovecot.stop());
    const access = { host: 'localhost', port: dovecot.port, security: 'none', username: 'desk' };
    const made = { ...box, imap: { ...access, password: 'four quiet harbours' } };
    expect((await owner.call('POST', '/mail/mailboxes', made)).status).toBe(201);
    const lastRead = async () =>
      Number((await admin.query('select last_uid from fettle.mailbox_access')).rows[0]?.last_uid ?? -1);
    let server = start();
    await server.ready();
    await expect.poll(lastRead, PATIENCE).toBe(0);
    await killBefore('mailbox_access', server, async () => {
      await dovecot.deliver(raw('Before the mark'));
      await expect.poll(() => ticketsOf('Before the mark'), PATIENCE).toBe(1);
    });
    expect(await lastRead()).toBe(0);
    await timePasses();
    server = start();
    await server.ready();
    await dovecot.deliver(raw('After the mark'));
    await allTaken(['Before the mark', 'After the mark']);
    await expect.poll(lastRead, PATIENCE).toBe(2);
    expect(await ticketsOf('Before the mark')).toBe(1);
    server.signal('SIGTERM');
    expect((await server.ended).code).toBe(0);
  },
);

test.skipIf(!hasDovecot)(
  'of two servers one reads a mailbox; killed, it is followed by the other within about a minute, and nothing is doubled or lost',
  { timeout: 180_000 },
  async () => {
    const dovecot = await openDovecot();
    onTestFinished(() => dovecot.stop());
    const access = { host: 'localhost', port: dovecot.port, security: 'none', username: 'desk' };
    const made = { ...box, name: 'Two', address: 'two@harbour.example' };
    const imap = { ...access, password: 'four quiet harbours' };
    const { id } = (await owner.call('POST', '/mail/mailboxes', { ...made, imap })).body as { id: string };
    const held = async () =>
      (await admin.query('select held_by, looked_at from fettle.mailbox_access where mailbox_id = $1', [id])).rows[0];
    const first = start();
    await first.ready();
    await expect.poll(async () => (await held()).looked_at, PATIENCE).not.toBeNull();
    const { held_by: whose } = await held();
    const second = start(await freePort());
    await second.ready();
    await dovecot.deliver(raw('With two servers'));
    await allTaken(['With two servers']);
    expect((await held()).held_by).toBe(whose);
    first.signal('SIGKILL');
    await first.ended;
    await dovecot.deliver(raw('After the first died'));
    await expect.poll(() => ticketsOf('After the first died'), { timeout: 90_000, interval: 500 }).toBe(1);
    expect((await held()).held_by).not.toBe(whose);
    await allTaken(['With two servers', 'After the first died']);
    second.signal('SIGTERM');
    expect((await second.ended).code).toBe(0);
  },
);
