import type { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { Fault } from '#kernel/errors.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { IncomingPage, MailboxView } from '#shared/mail.ts';
import { openDesk } from '#tests/desk.ts';
import { type Dovecot, hasDovecot, openDovecot } from '#tests/mail-servers/dovecot.ts';
import { hire } from '#tests/people.ts';
import { watchOne } from '../watch/watch.ts';

/** Against a real IMAP server; .ci/run installs it. */
describe.skipIf(!hasDovecot)('a mailbox over IMAP', async () => {
  const desk = await openDesk({ roles: ['web'] });
  const owner = await hire(desk, { name: 'Olga Owner', role: 'owner' });
  await desk.run(async (ctx) => {
    const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
    await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
  });
  let server: Dovecot;
  let box: MailboxView;
  const imap = (password?: string) => ({
    ...{ host: 'localhost', port: server.port, security: 'none', username: 'desk' },
    ...(password ? { password } : {}),
  });
  const fields = {
    ...{ name: 'Desk', address: 'desk@harbour.example', kind: 'imap', active: true, servesId: null, teamId: null },
    ...{ ticketKind: 'incident', trustedServers: [], acknowledges: true, plusAddresses: false },
  };
  const raw = (subject: string, id = subject) =>
    `From: Ada Adams <ada@acme.example>\nTo: desk@harbour.example\nSubject: ${subject}\nMessage-ID: <${id.replaceAll(' ', '.')}@acme.example>\nDate: Fri, 27 Nov 2026 10:00:00 +0000\n\nText of ${subject}\n`;
  const subjects = async () =>
    ((await owner.call('GET', '/mail/incoming?limit=100')).body as IncomingPage).items
      .filter(({ outcome }) => outcome === 'ticket')
      .map(({ subject }) => subject)
      .sort();
  const view = async () =>
    ((await owner.call('GET', '/mail/mailboxes')).body as { items: MailboxView[] }).items[0] as MailboxView;
  /** Watches until something holds, then lets go. */
  async function until(holds: () => Promise<boolean>): Promise<void> {
    const stop = new AbortController();
    const watching = watchOne(desk.services, box.id, stop.signal);
    await expect.poll(holds, { timeout: 20_000, interval: 100 }).toBe(true);
    stop.abort();
    await watching;
  }
  const looked = async () => (await view()).imap?.lookedAt !== null;

  server = await openDovecot();
  afterAll(() => server.stop());
  await server.deliver(raw('Old and answered'));
  await server.deliver(raw('Older still'));
  box = (await owner.call('POST', '/mail/mailboxes', { ...fields, imap: imap('four quiet harbours'), version: 0 }))
    .body as MailboxView;

  test('the first look is forward only, says how much lay there, and takes it when somebody says so', async () => {
    await until(looked);
    expect(await subjects()).toEqual([]);
    expect((await view()).imap).toMatchObject({ foundBefore: 2, hasPassword: true });
    expect((await owner.call('POST', `/mail/mailboxes/${box.id}/test`)).body).toEqual({
      works: true,
      says: '2 mails lie in INBOX',
    });
    await until(async () => {
      await server.deliver(raw('While it is watched'));
      return true;
    });
    await until(async () => (await subjects()).length === 1);
    expect((await owner.call('POST', `/mail/mailboxes/${box.id}/old`, { since: '2020-01-01T00:00:00Z' })).status).toBe(
      200,
    );
    await until(async () => (await subjects()).length === 3);
    expect((await view()).imap).toMatchObject({ foundBefore: 0, takeSince: null });
  });

  test('new mail is taken as it comes, by two watchers too, and no mark is set on it', async () => {
    const stop = new AbortController();
    const both = [watchOne(desk.services, box.id, stop.signal), watchOne(desk.services, box.id, stop.signal)];
    await server.deliver(raw('Pushed'));
    await expect.poll(subjects, { timeout: 20_000 }).toContain('Pushed');
    stop.abort();
    await Promise.all(both);
    expect((await subjects()).filter((subject) => subject === 'Pushed')).toHaveLength(1);
  });

  test('whoever was silent for too long loses the mailbox to the next, and neither reads on nor takes it from them', async () => {
    const held = () =>
      desk.run((ctx) =>
        ctx.tx.selectFrom('mailbox_access').select(['held_by', 'held_until']).executeTakeFirstOrThrow(),
      );
    const stop = new AbortController();
    const begun = new Date().toISOString();
    const first = watchOne(desk.services, box.id, stop.signal);
    // It has looked, and waits for something new.
    const lookedAt = async () => (await view()).imap?.lookedAt ?? '';
    await expect.poll(async () => (await lookedAt()) > begun, { timeout: 20_000 }).toBe(true);
    const before = await held();
    // As though it had slept.
    await desk.run((ctx) => ctx.tx.updateTable('mailbox_access').set({ held_until: ctx.now }).execute());
    const second = watchOne(desk.services, box.id, stop.signal);
    await expect.poll(async () => (await held()).held_by, { timeout: 20_000 }).not.toBe(before.held_by);
    const { held_by: next } = await held();
    await server.deliver(raw('For whoever has it'));
    await first;
    await expect.poll(subjects, { timeout: 20_000 }).toContain('For whoever has it');
    expect((await held()).held_by).toBe(next);
    expect((await held()).held_until).not.toBeNull();
    await server.deliver(raw('And one more'));
    await expect.poll(subjects, { timeout: 20_000 }).toContain('And one more');
    expect((await view()).trouble).toBeNull();
    stop.abort();
    await second;
    expect((await held()).held_until).toBeNull();
  });

  test('numbers that begin anew double nothing and lose nothing', async () => {
    const before = await subjects();
    await server.renumber();
    await server.deliver(raw('After the backup'));
    await until(async () => (await subjects()).includes('After the backup'));
    expect(await subjects()).toEqual([...before, 'After the backup'].sort());
  });

  test('a crash between storing a mail and noting how far was read doubles nothing', async () => {
    await server.deliver(raw('Half noted'));
    await until(async () => (await subjects()).includes('Half noted'));
    await desk.run(async (ctx) => {
      const { last_uid: last } = await ctx.tx.selectFrom('mailbox_access').select('last_uid').executeTakeFirstOrThrow();
      await ctx.tx
        .updateTable('mailbox_access')
        .set({ last_uid: Number(last) - 1, looked_at: null })
        .execute();
    });
    await until(looked);
    expect((await subjects()).filter((subject) => subject === 'Half noted')).toHaveLength(1);
  });

  test('a disk without room is told, and the mail is taken once there is some', async () => {
    const { put } = desk.services.files;
    Object.assign(desk.services.files, {
      put: async (content: Readable) => {
        content.resume();
        throw new Fault('insufficient_storage', 'No room');
      },
    });
    await server.deliver(raw('No room for it'));
    await watchOne(desk.services, box.id, new AbortController().signal);
    expect((await view()).trouble).toMatchObject({ text: 'No room' });
    Object.assign(desk.services.files, { put });
    await until(async () => (await subjects()).includes('No room for it'));
    expect((await view()).trouble).toBeNull();
  });

  test('a password that holds no more is told in the server’s words, and the mailbox goes on once it is right again', async () => {
    await server.password('another');
    await watchOne(desk.services, box.id, new AbortController().signal);
    expect((await view()).trouble).toMatchObject({ text: expect.stringMatching(/auth/i), retryAt: expect.any(String) });
    const { version } = await view();
    const wrong = await owner.call('PUT', `/mail/mailboxes/${box.id}`, {
      ...fields,
      imap: { ...imap(), port: 1 },
      version,
    });
    expect(wrong.body).toMatchObject({ status: 422, errors: [{ path: 'imap.password' }] });
    await owner.call('PUT', `/mail/mailboxes/${box.id}`, { ...fields, imap: imap('another'), version });
    await server.deliver(raw('Healed'));
    await until(async () => (await subjects()).includes('Healed'));
    expect((await view()).trouble).toBeNull();
  });
});
