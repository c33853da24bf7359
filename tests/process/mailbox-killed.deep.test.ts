import { expect, onTestFinished, test } from 'vitest';
import { hasDovecot, openDovecot } from '../mail-servers/dovecot.ts';
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
