import { afterAll, describe, expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { IncomingPage, MailboxView } from '#shared/mail.ts';
import { openDesk } from '#tests/desk.ts';
import { type Dovecot, hasDovecot, openDovecot } from '#tests/mail-servers/dovecot.ts';
import { openTokenProvider } from '#tests/mail-servers/token-provider.ts';
import { type Visitor, welcome } from '#tests/visitor.ts';
import { watchOne } from '../watch/watch.ts';

/** Against a real IMAP server that asks the provider whose a token is; .ci/run installs it. */
describe.skipIf(!hasDovecot)('a mailbox that is read by a token', async () => {
  const desk = await openDesk({ roles: ['web'] });
  const { browser } = await welcome(desk, { name: 'Olga Owner', role: 'owner' });
  await desk.run(async (ctx) => {
    const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
    await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
  });
  const provider = await openTokenProvider();
  const server: Dovecot = await openDovecot({ introspectUrl: `${provider.origin}/introspect` });
  afterAll(() => server.stop());
  const put = (grant: 'code' | 'app', name: string) => ({
    ...{ name, address: `${name}@harbour.example`, kind: 'imap', active: true, servesId: null, teamId: null },
    ...{ ticketKind: 'incident', trustedServers: [], acknowledges: true, plusAddresses: false, version: 0 },
    imap: {
      ...{ host: 'localhost', port: server.port, security: 'none', username: 'desk' },
      oauth: {
        ...{ provider: 'other', grant, clientId: provider.clientId, clientSecret: provider.clientSecret },
        ...{ authorizeUrl: `${provider.origin}/authorize`, tokenUrl: `${provider.origin}/token`, scope: 'mail' },
      },
    },
  });
  const view = async (id: string) =>
    ((await browser.call('GET', '/mail/mailboxes')).body as { items: MailboxView[] }).items.find(
      (one) => one.id === id,
    ) as MailboxView;
  const look = async (id: string) => {
    const stop = new AbortController();
    const watching = watchOne(desk.services, id, stop.signal);
    setTimeout(() => stop.abort(), 1_500);
    await watching;
    return view(id);
  };
  const connect = async (id: string, who: Visitor = browser) => {
    const { url } = (await browser.call('POST', `/mail/mailboxes/${id}/connect`)).body as { url: string };
    const back = new URL(provider.agree(url));
    return who.call('GET', `/mail/oauth/callback${back.search}`);
  };
  const box = (await browser.call('POST', '/mail/mailboxes', put('code', 'desk'))).body as MailboxView;

  test('before anybody has agreed it says so; afterwards it is read', async () => {
    expect(box.imap).toMatchObject({
      hasPassword: false,
      oauth: { provider: 'other', grant: 'code', connectedAt: null },
    });
    expect(JSON.stringify(box)).not.toContain(provider.clientSecret);
    expect((await look(box.id)).trouble?.text).toContain('connect it');
    const back = await connect(box.id);
    expect([back.status, back.headers['location']]).toEqual([302, `/settings/mailboxes?connected=${box.id}`]);
    expect(await look(box.id)).toMatchObject({ trouble: null, imap: { oauth: { connectedAt: expect.any(String) } } });
    await server.deliver(
      'From: Ada Adams <ada@acme.example>\nSubject: By token\nMessage-ID: <1@acme.example>\n\nText\n',
    );
    await look(box.id);
    const { items } = (await browser.call('GET', '/mail/incoming')).body as IncomingPage;
    expect(items).toMatchObject([{ subject: 'By token', outcome: 'ticket' }]);
  });

  test('an answer that nobody asked for, that another asked for, or that comes twice, is worth nothing', async () => {
    const refused = { status: 302, headers: { location: expect.stringContaining('/settings/mailboxes?refused=') } };
    const other = (await welcome(desk, { name: 'Otto Owner', role: 'owner' })).browser;
    expect(await connect(box.id, other)).toMatchObject(refused);
    const { url } = (await browser.call('POST', `/mail/mailboxes/${box.id}/connect`)).body as { url: string };
    const { search } = new URL(provider.agree(url));
    expect((await browser.call('GET', `/mail/oauth/callback${search}`)).headers['location']).toContain('connected=');
    expect(await browser.call('GET', `/mail/oauth/callback${search}`)).toMatchObject(refused);
    expect(await browser.call('GET', '/mail/oauth/callback?state=made-up&code=made-up')).toMatchObject(refused);
  });

  test('a token that ends is renewed, and a permission that is withdrawn is told until somebody connects anew', async () => {
    provider.lives = 60;
    await connect(box.id);
    provider.asked.length = 0;
    await look(box.id);
    await look(box.id);
    expect(provider.asked).toEqual(['refresh_token', 'refresh_token']);
    provider.lives = 3_600;
    await look(box.id);
    await look(box.id);
    expect(provider.asked).toHaveLength(3);
    provider.withdraw();
    await desk.run((ctx) => ctx.tx.updateTable('mailbox_oauth').set({ access_token: null }).execute());
    expect((await look(box.id)).trouble?.text).toMatch(/withdrawn; connect it again.*revoked/);
    await connect(box.id);
    expect((await look(box.id)).trouble).toBeNull();
  });

  test('an application with a permission of its own needs nobody', async () => {
    const own = (await browser.call('POST', '/mail/mailboxes', put('app', 'app'))).body as MailboxView;
    expect((await browser.call('POST', `/mail/mailboxes/${own.id}/connect`)).status).toBe(404);
    provider.asked.length = 0;
    expect((await look(own.id)).trouble).toBeNull();
    expect(provider.asked).toEqual(['client_credentials']);
  });
});
