import { expect, test } from 'vitest';
import type { MailboxView, MailSendingView } from '#shared/mail.ts';
import { openDesk } from '#tests/desk.ts';
import { openTokenProvider } from '#tests/mail-servers/token-provider.ts';
import { openSink } from '#tests/mail-sink.ts';
import { welcome } from '#tests/visitor.ts';
import { mayBeTold } from './tokens.ts';

/** Against a real SMTP server that asks the provider whose a token is, as those of Microsoft and Google do. */
const desk = await openDesk({ roles: ['web'] });
const { browser } = await welcome(desk, { name: 'Olga Owner', role: 'owner' });
const provider = await openTokenProvider();
const sink = await openSink({
  authOptional: false,
  authMethods: ['XOAUTH2'],
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onAuth: (auth, _session, done) =>
    void fetch(`${provider.origin}/introspect`, { headers: { authorization: `Bearer ${auth.accessToken}` } })
      .then((answer) => answer.json() as Promise<{ active: boolean; username: string }>)
      .then(({ active, username }) =>
        active && username === auth.username
          ? done(null, { user: username })
          : done(null, { data: { status: '400', schemes: 'bearer' } } as never),
      ),
});
const box = (
  await browser.call('POST', '/mail/mailboxes', {
    ...{ name: 'Desk', address: 'desk@harbour.example', kind: 'imap', active: true, servesId: null, teamId: null },
    ...{ ticketKind: 'incident', trustedServers: [], acknowledges: true, plusAddresses: false, version: 0 },
    imap: {
      ...{ host: 'localhost', port: 1_143, security: 'none', username: 'desk' },
      oauth: {
        ...{ provider: 'other', grant: 'code', clientId: provider.clientId, clientSecret: provider.clientSecret },
        ...{ authorizeUrl: `${provider.origin}/authorize`, tokenUrl: `${provider.origin}/token`, scope: 'mail' },
      },
    },
  })
).body as MailboxView;
const connect = async () => {
  const { url } = (await browser.call('POST', `/mail/mailboxes/${box.id}/connect`)).body as { url: string };
  return browser.call('GET', `/mail/oauth/callback${new URL(provider.agree(url)).search}`);
};
const stored = async () => (await browser.call('GET', '/mail/sending')).body as MailSendingView;
const save = async (changes: object = {}) =>
  browser.call('PUT', '/mail/sending', {
    ...{ active: true, host: 'localhost', port: sink.port, security: 'none', username: 'desk', mailboxId: box.id },
    ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example', version: (await stored()).version },
    ...changes,
  });
const tryOut = async () => (await browser.call('POST', '/mail/sending/test')).body as Record<string, unknown>;
const errorsOf = async (changes: object) => ((await save(changes)).body as { errors?: object[] }).errors;

test('mail goes with the sign-in of a mailbox: not before somebody connected it, and with a new token where one ended', async () => {
  expect((await save()).body).toMatchObject({ mailboxId: box.id, hasPassword: false });
  expect(await tryOut()).toMatchObject({ errors: [{ path: 'password', message: expect.stringContaining('connect') }] });
  provider.lives = 60;
  await connect();
  expect(await tryOut()).toMatchObject({ answer: expect.stringMatching(/^250 /) });
  // A token that ends within the minute is renewed before it is used.
  expect(provider.asked).toContain('refresh_token');
  expect(sink.mails).toMatchObject([{ from: 'desk@harbour.example' }]);
});

test('a permission that was withdrawn is told where sending is set up, until somebody connects it again', async () => {
  provider.lives = 3_600;
  await connect();
  await tryOut();
  provider.withdraw();
  // The token at hand is refused and not used again; no new one is given.
  expect(await tryOut()).toMatchObject({ errors: [{ path: 'password' }] });
  expect(await tryOut()).toMatchObject({
    errors: [{ path: 'password', message: expect.stringMatching(/withdrawn; connect it again.*revoked/) }],
  });
  await connect();
  expect(await tryOut()).toMatchObject({ answer: expect.stringMatching(/^250 /) });
});

test('a token is said to no server but its provider’s, and a mailbox with a password has none', async () => {
  expect(await errorsOf({ host: '127.0.0.1' })).toMatchObject([{ path: 'host' }]);
  expect(await errorsOf({ username: '' })).toMatchObject([{ path: 'username' }]);
  expect(await errorsOf({ password: 'secret' })).toMatchObject([{ path: 'password' }]);
  const other = (
    await browser.call('POST', '/mail/mailboxes', {
      ...{ name: 'Other', address: 'other@harbour.example', kind: 'smtp', active: true, servesId: null, teamId: null },
      ...{ ticketKind: 'incident', trustedServers: [], acknowledges: true, plusAddresses: false, version: 0 },
    })
  ).body as MailboxView;
  expect(await errorsOf({ mailboxId: other.id })).toMatchObject([{ path: 'mailboxId' }]);
  const told = (provider: 'microsoft' | 'google' | 'other', host: string, server: string) =>
    mayBeTold({ provider, host }, server);
  expect(told('microsoft', 'outlook.office365.com', 'smtp.office365.com')).toBe(true);
  expect(told('microsoft', 'outlook.office365.com', 'smtp.office365.com.evil.example')).toBe(false);
  expect(told('google', 'imap.gmail.com', 'smtp.gmail.com')).toBe(true);
  expect(told('google', 'imap.gmail.com', 'notgmail.com')).toBe(false);
  expect(told('other', 'imap.mail.example', 'smtp.mail.example')).toBe(true);
  expect(told('other', 'imap.mail.example', 'smtp.evil.example')).toBe(false);
  expect(told('other', '10.0.0.5', '10.0.0.6')).toBe(false);
  expect(told('other', 'mail.example', 'evil.example')).toBe(false);
});
