import { generate } from 'otplib';
import { beforeEach, expect, test } from 'vitest';
import { createClient, createContact, updateContact } from '#server/business/client/index.ts';
import { sendDueMail } from '#server/channels/mail-out/index.ts';
import { openDesk } from '#tests/desk.ts';
import { headerOf, htmlOf, openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';
import { holdClock, PASSWORD, type Visitor, visit } from '#tests/visitor.ts';

const desk = await openDesk({ roles: ['web'], baseUrl: 'https://desk.example' });
const sink = await openSink();
const olive = await hire(desk, { name: 'Olive Owner' });
const sending = (active: boolean, version: number) => ({
  ...{ active, host: '127.0.0.1', port: sink.port, security: 'none', username: '', version },
  ...{ fromName: 'Harbour IT', fromAddress: 'desk@mail.test' },
});
expect((await olive.call('PUT', '/mail/sending', sending(true, 0))).status).toBe(200);
const { acme, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Australia/Perth' });
  return { acme, ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }) };
});
const signIn = {
  mail: true,
  password: true,
  sso: true,
  secondFactor: 'optional',
  ssoSecondFactor: false,
  sessionHours: 8,
};
await olive.call('PUT', '/settings/portal.signIn', { level: 'client', id: acme, value: signIn });

const START = Date.UTC(2027, 0, 31, 6, 0, 15);
const enter = () => enterAs(desk, { clientId: acme, contactId: ada, way: 'mail' });
const speak = (language: string | null) =>
  desk.run((ctx) => ctx.tx.updateTable('contacts').set({ language }).where('id', '=', ada).execute());
const FIREFOX = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const begin = async (browser: Visitor) => {
  const { secret } = (await browser.call('POST', '/me/totp')).body as { secret: string };
  return generate({ secret, epoch: Math.floor(START / 1000) });
};
/** Codes from an app, turned on, of which nobody need hear here. */
const turnOn = async (browser: Visitor) => {
  expect((await browser.call('POST', '/me/totp/confirm', { code: await begin(browser) })).status).toBe(201);
  await mails();
};
/** The mails that wait, as they come. */
const mails = async () => {
  sink.mails.splice(0);
  await sendDueMail(desk.services);
  return sink.mails.map((mail) => ({
    to: mail.to.join(),
    subject: headerOf(mail, 'subject'),
    machine: headerOf(mail, 'auto-submitted'),
    html: htmlOf(mail) ?? '',
  }));
};

beforeEach(async () => {
  holdClock(desk, START);
  await mails();
});

test('a password that is set by a link, and one that is changed, is told with when, from where, and what to do', async () => {
  expect((await olive.call('POST', `/contacts/${ada}/invitation`)).status).toBe(204);
  const [invited] = await mails();
  const token = /#token=([\w-]{43})/.exec(invited?.html ?? '')?.[1] ?? '';
  const browser = visit(desk, '203.0.113.9');
  expect((await browser.call('POST', '/invitations', { token, password: PASSWORD }, FIREFOX)).status).toBe(201);
  const [set, ...others] = await mails();
  expect([others, set]).toEqual([
    [],
    {
      to: 'ada@acme.example',
      subject: 'Your password for the portal was set',
      machine: 'auto-generated',
      html: expect.stringMatching(/When: 31 January 2027 at 14:00 \(Australia\/Perth\)/),
    },
  ]);
  expect(set?.html).toContain('From where: Firefox on Windows, 203.0.113.9');
  expect(set?.html).toContain('choose another password at once');
  expect(set?.html).toContain('https://desk.example/portal/security');

  const change = { current: PASSWORD, password: 'five quiet blue harbours' };
  expect((await browser.call('POST', '/me/password', { ...change, current: 'wrong one' })).status).toBe(422);
  expect(await mails()).toEqual([]);
  await speak('de');
  expect((await browser.call('POST', '/me/password', change, FIREFOX)).status).toBe(204);
  const [changed] = await mails();
  expect(changed?.html).toContain('Das Passwort, mit dem Sie sich an unserem Portal anmelden, wurde geändert.');
  expect(changed?.html).toContain('Wann: 31. Januar 2027 um 14:00 (Australia/Perth)');
  expect(changed?.html).toContain('Von wo: Firefox auf Windows, 203.0.113.9');
  await speak(null);
});

test('codes that are turned on, renewed, turned off, or taken away by staff are told, each once', async () => {
  const browser = await enter();
  // Nothing is on yet, and so nothing is taken away.
  await browser.call('DELETE', '/me/totp');
  expect((await olive.call('DELETE', `/contacts/${ada}/second-factor`)).status).toBe(204);
  expect(await mails()).toEqual([]);
  const back = await enter();
  const code = await begin(back);
  expect((await back.call('POST', '/me/totp/confirm', { code: '000000' })).status).toBe(422);
  expect(await mails()).toEqual([]);
  await back.call('POST', '/me/totp/confirm', { code });
  await back.call('POST', '/me/recovery-codes');
  await back.call('DELETE', '/me/totp');
  expect((await mails()).map(({ subject }) => subject).toSorted()).toEqual([
    'Codes from an app were turned off',
    'Codes from an app were turned on',
    'New recovery codes were made',
  ]);
  await turnOn(back);
  await speak('fr');
  expect((await olive.call('DELETE', `/contacts/${ada}/second-factor`)).status).toBe(204);
  const [reset] = await mails();
  expect(reset?.html).toContain('Notre centre de services a supprimé les codes de votre application');
  expect(reset?.html).toContain('Vous n’avez rien demandé\u202f?');
  // Where staff were is nobody's business outside.
  expect(reset?.html).not.toMatch(/127\.0\.0\.1|Olive/);
  await speak(null);
});

test('a browser’s own description stays text', async () => {
  const browser = await enter();
  await turnOn(browser);
  await browser.call('DELETE', '/me/totp', undefined, { 'user-agent': '<img src=x onerror=alert(1)>' });
  const html = (await mails()).map((mail) => mail.html).join('');
  expect(html).toContain('&lt;img src=x');
  expect(html).not.toContain('<img');
});

test('whoever has no address any more, and everybody while no mail is sent, is told nothing and signs in as before', async () => {
  const browser = await enter();
  await turnOn(browser);
  await olive.call('PUT', '/mail/sending', sending(false, 1));
  expect((await browser.call('DELETE', '/me/totp')).status).toBe(204);
  await olive.call('PUT', '/mail/sending', sending(true, 2));
  expect(await mails()).toEqual([]);
  await turnOn(browser);
  await desk.run((ctx) => updateContact(ctx, ada, { version: 1, email: '' }));
  expect((await olive.call('DELETE', `/contacts/${ada}/second-factor`)).status).toBe(204);
  expect(await mails()).toEqual([]);
});
