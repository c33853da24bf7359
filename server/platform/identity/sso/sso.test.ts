import { expect, test } from 'vitest';
import type { ProviderView } from '#shared/sso.ts';
import { openDesk } from '#tests/desk.ts';
import { openProvider, type TestProvider } from '#tests/identity-provider.ts';
import { moveClock, type Visitor, visit, welcome } from '#tests/visitor.ts';

const BASE = 'http://127.0.0.1';
const desk = await openDesk({ baseUrl: BASE });
const entra = await openProvider([`${BASE}/api/v1/sign-in/oidc/entra/callback`]);
const google = await openProvider([`${BASE}/api/v1/sign-in/oidc/google/callback`]);
const owner = await welcome(desk, { email: 'owner@harbour.example' });

const settings = (key: string, at: TestProvider) => ({
  key,
  name: key,
  issuer: at.issuer,
  clientId: at.clientId,
  clientSecret: at.clientSecret,
});

async function configure(key: string, at: TestProvider, more: object = {}): Promise<ProviderView> {
  const answer = await owner.browser.call('POST', '/identity-providers', { ...settings(key, at), ...more });
  expect(answer.status).toBe(201);
  return answer.body;
}

const first = await configure('entra', entra, { emailDomains: ['harbour.example'] });
await configure('google', google, { emailDomains: ['harbour.example'] });

/** The path below /api/v1 of an address on the desk. */
const path = (url: string) => url.slice(`${BASE}/api/v1`.length);

/** Begins at the desk and signs in at the provider; answers with the address that the provider sends the browser back to. */
async function toProvider(browser: Visitor, key: string, at: TestProvider, body: object = {}): Promise<string> {
  const begun = await browser.call('POST', `/sign-in/oidc/${key}`, body);
  expect(begun.status).toBe(201);
  return at.visit((begun.body as { url: string }).url, `${BASE}/api/`);
}

async function signIn(browser: Visitor, at: TestProvider, person: TestProvider['person'], key = 'entra', body = {}) {
  at.person = person;
  const answer = await browser.call('GET', path(await toProvider(browser, key, at, body)));
  expect(answer.status).toBe(302);
  return String(answer.headers.location);
}

const verified = (email: string) => ({ sub: `sub of ${email}`, email, email_verified: true, name: 'Somebody' });
const meOf = async (browser: Visitor) => (await browser.call('GET', '/me')).body as { id: string; email: string };

test('the owner sees what was found, and never the secret again', async () => {
  expect(first).toMatchObject({
    issuer: entra.issuer,
    origins: [entra.issuer],
    redirectUri: `${BASE}/api/v1/sign-in/oidc/entra/callback`,
    newStaff: null,
  });
  const rows = await desk.run((ctx) => ctx.tx.selectFrom('identity_providers').selectAll().execute());
  const events = await desk.run((ctx) => ctx.tx.selectFrom('events').select('data').execute());
  const list = await owner.browser.call('GET', '/identity-providers');
  expect(rows.map((row) => row.client_secret.toString('latin1')).join()).not.toContain(entra.clientSecret);
  expect(JSON.stringify([list.body, events])).not.toContain(entra.clientSecret);
  expect((await visit(desk).call('GET', '/sign-in')).body).toEqual({
    passkeys: { rpId: 'localhost', origin: 'http://localhost' },
    providers: [
      { key: 'entra', name: 'entra' },
      { key: 'google', name: 'google' },
    ],
  });
});

test('a manager cannot decide who signs in, and neither can a stale session', async () => {
  const manager = await welcome(desk, { role: 'manager' });
  expect((await manager.browser.call('GET', '/identity-providers')).status).toBe(403);
  expect((await manager.browser.call('POST', '/identity-providers', settings('mine', entra))).status).toBe(403);
  moveClock(desk, 11);
  try {
    const stale = await owner.browser.call('DELETE', `/identity-providers/${first.id}`);
    expect(stale).toMatchObject({ status: 401, body: { reason: 'stale_sign_in' } });
  } finally {
    moveClock(desk, 0);
  }
});

test.each([
  ['no address', 'nonsense'],
  ['plain HTTP', 'http://idp.example'],
  ['the address of cloud credentials', 'https://169.254.169.254'],
  ['a query', 'https://idp.example/?a=1'],
  ['nobody there', 'http://127.0.0.1:9'],
])('an issuer that is %s is refused', async (_, issuer) => {
  const answer = await owner.browser.call('POST', '/identity-providers', { ...settings('odd', entra), issuer });
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'issuer' }] } });
});

test('a verified address of an own domain finds its account, and is linked to it by subject from then on', async () => {
  const person = await welcome(desk, { email: 'Ada@Harbour.example' });
  const browser = visit(desk);
  expect(await signIn(browser, entra, verified('ada@harbour.example'), 'entra', { returnTo: '/tickets?x=1' })).toBe(
    '/tickets?x=1',
  );
  expect((await meOf(browser)).id).toBe(person.id);
  const renamed = { ...verified('ada@harbour.example'), email: 'ada.new@other.example', email_verified: false };
  const again = visit(desk);
  expect(await signIn(again, entra, renamed)).toBe('/');
  expect((await meOf(again)).id).toBe(person.id);
});

test.each<[string, (email: string) => object]>([
  ['not verified', () => ({ email_verified: false })],
  ['verified as a text', () => ({ email_verified: 'true' })],
  ['not spoken of', () => ({ email_verified: undefined })],
  ['of another domain', () => ({ email: 'ada@evil.example' })],
  ['of a domain that only ends alike', () => ({ email: 'ada@notharbour.example' })],
  ['two at once', (email) => ({ email: `${email}@harbour.example` })],
  ['missing', () => ({ email: undefined })],
])('an address that is %s opens nobody’s account', async (_, lie) => {
  const { email, id } = await welcome(desk);
  const browser = visit(desk);
  expect(await signIn(browser, entra, { ...verified(email), ...lie(email) })).toBe('/sign-in?refused=unverified');
  expect((await browser.call('GET', '/me')).status).toBe(401);
  const links = await desk.run((ctx) =>
    ctx.tx.selectFrom('federated_identities').selectAll().where('staff_id', '=', id).execute(),
  );
  expect(links).toEqual([]);
});

test('the same address from another provider, or of another subject, moves no account', async () => {
  await welcome(desk, { email: 'bea@harbour.example' });
  expect(await signIn(visit(desk), entra, verified('bea@harbour.example'))).toBe('/');
  expect(await signIn(visit(desk), google, verified('bea@harbour.example'), 'google')).toBe('/sign-in?refused=linked');
  const reused = { ...verified('bea@harbour.example'), sub: 'somebody who got the address later' };
  expect(await signIn(visit(desk), entra, reused)).toBe('/sign-in?refused=linked');
});

test('the same subject at another provider is somebody else', async () => {
  await welcome(desk, { email: 'cal@harbour.example' });
  await signIn(visit(desk), entra, verified('cal@harbour.example'));
  const twin = { ...verified('cal@harbour.example'), email: 'someone@else.example' };
  expect(await signIn(visit(desk), google, twin, 'google')).toBe('/sign-in?refused=unverified');
});

test('an unknown person gets an account only where the owner wants that, and then with that role', async () => {
  const stranger = verified('new.hire@harbour.example');
  expect(await signIn(visit(desk), entra, stranger)).toBe('/sign-in?refused=unknown');
  const changed = await owner.browser.call('PATCH', `/identity-providers/${first.id}`, {
    version: first.version,
    newStaff: { roleKey: 'technician', allClients: false },
  });
  expect(changed.status).toBe(200);
  const browser = visit(desk);
  expect(await signIn(browser, entra, stranger)).toBe('/');
  const me = (await browser.call('GET', '/me')).body;
  expect(me).toMatchObject({ email: 'new.hire@harbour.example', allClients: false });
  expect((me as { permissions: string[] }).permissions).not.toContain('staff.manage');
  expect((await browser.call('GET', '/me/sign-in')).body).toMatchObject({
    hasPassword: false,
    identities: [{ provider: 'entra', email: 'new.hire@harbour.example' }],
  });
});

test('somebody deactivated stays out', async () => {
  const person = await welcome(desk, { email: 'dan@harbour.example' });
  await signIn(visit(desk), entra, verified('dan@harbour.example'));
  await desk.run((ctx) => ctx.tx.updateTable('staff').set({ active: false }).where('id', '=', person.id).execute());
  expect(await signIn(visit(desk), entra, verified('dan@harbour.example'))).toBe('/sign-in?refused=deactivated');
  expect(await signIn(visit(desk), google, verified('dan@harbour.example'), 'google')).toBe(
    '/sign-in?refused=deactivated',
  );
});

test('an answer is taken once, in the browser that began, for the provider it was begun with', async () => {
  await welcome(desk, { email: 'eve@harbour.example' });
  entra.person = verified('eve@harbour.example');
  const browser = visit(desk);
  const answer = path(await toProvider(browser, 'entra', entra));
  const elsewhere = visit(desk);
  expect((await elsewhere.call('GET', answer)).headers.location).toBe('/sign-in?refused=expired');
  const again = path(await toProvider(browser, 'entra', entra));
  await toProvider(elsewhere, 'entra', entra);
  expect((await elsewhere.call('GET', again)).headers.location).toBe('/sign-in?refused=expired');
  const third = path(await toProvider(browser, 'entra', entra));
  expect((await browser.call('GET', third.replace('/entra/', '/google/'))).headers.location).toBe(
    '/sign-in?refused=failed',
  );
  const fourth = path(await toProvider(browser, 'entra', entra));
  expect((await browser.call('GET', fourth)).headers.location).toBe('/');
  expect((await browser.call('GET', fourth)).headers.location).toBe('/sign-in?refused=expired');
});

test('an answer that says it comes from another issuer, or carries another code, is refused', async () => {
  const browser = visit(desk);
  entra.person = verified('owner@harbour.example');
  const mixed = new URL(await toProvider(browser, 'entra', entra));
  expect(mixed.searchParams.get('iss')).toBe(entra.issuer);
  mixed.searchParams.set('iss', google.issuer);
  expect((await browser.call('GET', path(mixed.href))).headers.location).toBe('/sign-in?refused=failed');
  const other = new URL(await toProvider(visit(desk), 'entra', entra));
  const injected = new URL(await toProvider(browser, 'entra', entra));
  injected.searchParams.set('code', other.searchParams.get('code') ?? '');
  expect((await browser.call('GET', path(injected.href))).headers.location).toBe('/sign-in?refused=failed');
  expect((await browser.call('GET', '/me')).status).toBe(401);
});

test('a flow ends after ten minutes', async () => {
  const browser = visit(desk);
  const answer = path(await toProvider(browser, 'entra', entra));
  moveClock(desk, 10.1);
  try {
    expect((await browser.call('GET', answer)).headers.location).toBe('/sign-in?refused=expired');
  } finally {
    moveClock(desk, 0);
  }
});

test('a code of one’s own is still asked for, unless the provider did so', async () => {
  const person = await welcome(desk, { email: 'fay@harbour.example' });
  await desk.run((ctx) =>
    ctx.tx.updateTable('credentials').set({ totp_confirmed_at: ctx.now }).where('staff_id', '=', person.id).execute(),
  );
  const half = visit(desk);
  expect(await signIn(half, entra, verified('fay@harbour.example'))).toBe('/sign-in?stage=second_factor');
  expect((await half.call('GET', '/me')).status).toBe(401);
  entra.methods = ['pwd', 'mfa'];
  const full = visit(desk);
  expect(await signIn(full, entra, verified('fay@harbour.example'))).toBe('/');
  expect((await meOf(full)).id).toBe(person.id);
  entra.methods = ['pwd'];
});

test('a signed-in person links an identity, confirms with it, and unlinks it', async () => {
  const person = await welcome(desk, { email: 'gus@harbour.example' });
  const { browser } = person;
  google.person = { sub: 'gus at google', email: 'gus@private.example', email_verified: false };
  const begin = async (intent: string) => {
    const begun = await browser.call('POST', '/me/identities/google', { intent, returnTo: '/account' });
    return path(await google.visit((begun.body as { url: string }).url, `${BASE}/api/`));
  };
  const stolen = await begin('link');
  const linked = await browser.call('GET', stolen);
  expect(linked.headers.location).toBe('/account');
  const later = visit(desk);
  expect(await signIn(later, google, google.person, 'google')).toBe('/');
  expect((await meOf(later)).id).toBe(person.id);
  const before = [...browser.jar.values()].join();
  expect((await browser.call('GET', await begin('confirm'))).headers.location).toBe('/account');
  expect([...browser.jar.values()].join()).not.toBe(before);
  google.person = verified('bea@harbour.example');
  expect((await browser.call('GET', await begin('confirm'))).headers.location).toBe('/account?refused=taken');
  const { identities } = (await browser.call('GET', '/me/sign-in')).body as { identities: { id: string }[] };
  expect((await browser.call('DELETE', `/me/identities/${identities[0]?.id}`)).status).toBe(204);
  google.person = { sub: 'gus at google', email: 'gus@private.example', email_verified: false };
  expect(await signIn(visit(desk), google, google.person, 'google')).toBe('/sign-in?refused=unverified');
});

test('linking ends with the session that began it, and takes no identity away from another', async () => {
  const thief = await welcome(desk);
  entra.person = verified('ada@harbour.example');
  await signIn(visit(desk), entra, entra.person);
  const begin = async () => {
    const begun = await thief.browser.call('POST', '/me/identities/entra', { intent: 'link' });
    return path(await entra.visit((begun.body as { url: string }).url, `${BASE}/api/`));
  };
  expect((await thief.browser.call('GET', await begin())).headers.location).toBe('/account?refused=taken');
  const answer = await begin();
  await thief.browser.call('DELETE', '/sessions/current');
  await thief.browser.signIn(owner.email);
  expect((await thief.browser.call('GET', answer)).headers.location).toBe('/account?refused=expired');
});

test.each([
  '//evil.example',
  'https://evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/a\r\nSet-Cookie: x=1',
])('the browser is never sent on to %j', async (returnTo) => {
  expect((await visit(desk).call('POST', '/sign-in/oidc/entra', { returnTo })).status).toBe(422);
});

test('signing in elsewhere replaces the session the browser had', async () => {
  const { browser, email } = await welcome(desk, { email: 'hal@harbour.example' });
  const before = [...browser.jar].find(([name]) => name === 'fettle_session')?.[1] ?? '';
  await signIn(browser, entra, verified(email));
  const old = visit(desk);
  old.jar.set('fettle_session', before);
  expect((await old.call('GET', '/me')).status).toBe(401);
  expect((await browser.call('GET', '/me')).status).toBe(200);
});

test('a provider that is turned off or removed signs nobody in', async () => {
  const temporary = await configure('temp', await openProvider([`${BASE}/api/v1/sign-in/oidc/temp/callback`]));
  const off = { version: temporary.version, active: false };
  expect((await owner.browser.call('PATCH', `/identity-providers/${temporary.id}`, off)).status).toBe(200);
  expect((await visit(desk).call('POST', '/sign-in/oidc/temp', {})).status).toBe(404);
  expect((await owner.browser.call('DELETE', `/identity-providers/${temporary.id}`)).status).toBe(204);
  expect((await owner.browser.call('DELETE', `/identity-providers/${temporary.id}`)).status).toBe(404);
});
