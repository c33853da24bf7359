import { expect, test } from 'vitest';
import type { PasskeyCreation, PasskeyRequest } from '#shared/passkey.ts';
import { Authenticator, type Lie } from '#tests/authenticator.ts';
import { openDesk } from '#tests/desk.ts';
import { moveClock, PASSWORD, type Visitor, visit, welcome } from '#tests/visitor.ts';
import { relyingParty } from './relying-party.ts';

const ORIGIN = 'https://desk.harbour.example';
const desk = await openDesk({ baseUrl: ORIGIN });

async function register(browser: Visitor, device: Authenticator, lie: Lie = {}) {
  const offered = await browser.call('POST', '/me/passkeys/options');
  expect(offered.status).toBe(201);
  const response = device.create(offered.body as PasskeyCreation, lie);
  return browser.call('POST', '/me/passkeys', { name: 'Laptop', response });
}

async function signIn(browser: Visitor, device: Authenticator, lie: Lie = {}) {
  const asked = await browser.call('POST', '/sessions/passkey/options');
  expect(asked.status).toBe(201);
  return browser.call('POST', '/sessions/passkey', { response: device.get(asked.body as PasskeyRequest, lie) });
}

async function equipped() {
  const person = await welcome(desk);
  const device = new Authenticator(ORIGIN);
  expect((await register(person.browser, device)).status).toBe(201);
  return { ...person, device };
}

test('a passkey signs its owner in without a name, a password or a code', async () => {
  const { device, id } = await equipped();
  const stranger = visit(desk);
  const asked = (await stranger.call('POST', '/sessions/passkey/options')).body as PasskeyRequest;
  expect(asked).toMatchObject({ rpId: 'desk.harbour.example', userVerification: 'required', timeout: 300_000 });
  expect(asked.allowCredentials).toBeUndefined();
  const answer = await stranger.call('POST', '/sessions/passkey', { response: device.get(asked) });
  expect(answer).toMatchObject({ status: 201, body: { stage: 'full' } });
  expect(answer.cookies[0]).toMatch(/^__Host-fettle_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect((await stranger.call('GET', '/me')).body).toMatchObject({ id });
});

test('passkeys are listed, renamed and removed by their owner only', async () => {
  const { browser, device } = await equipped();
  const other = await welcome(desk);
  const { items } = (await browser.call('GET', '/me/passkeys')).body as { items: { id: string; name: string }[] };
  expect(items).toMatchObject([{ name: 'Laptop', synced: false, lastUsedAt: null }]);
  const url = `/me/passkeys/${items[0]?.id}`;
  expect((await other.browser.call('PATCH', url, { name: 'Mine' })).status).toBe(404);
  expect((await other.browser.call('DELETE', url)).status).toBe(404);
  expect((await other.browser.call('GET', '/me/passkeys')).body).toEqual({ items: [] });
  expect((await browser.call('PATCH', url, { name: 'Work laptop' })).status).toBe(204);
  expect((await browser.call('GET', '/me/passkeys')).body).toMatchObject({ items: [{ name: 'Work laptop' }] });
  expect((await browser.call('DELETE', url)).status).toBe(204);
  expect((await signIn(visit(desk), device)).status).toBe(401);
});

test('the same authenticator is not taken twice, and is named to the browser', async () => {
  const { browser, device } = await equipped();
  const offered = (await browser.call('POST', '/me/passkeys/options')).body as PasskeyCreation;
  expect(offered.excludeCredentials.map((item) => item.id)).toEqual([device.id.toString('base64url')]);
  expect((await register(browser, device)).status).toBe(422);
});

test('registering asks for a fresh proof, which a password or a passkey renews', async () => {
  const { browser, device } = await equipped();
  moveClock(desk, 11);
  try {
    const stale = await browser.call('POST', '/me/passkeys/options');
    expect(stale).toMatchObject({ status: 401, body: { reason: 'stale_sign_in' } });
    const before = [...browser.jar.values()];
    expect((await browser.call('POST', '/me/confirm', { password: 'not my password' })).status).toBe(422);
    expect((await browser.call('POST', '/me/confirm', { password: PASSWORD })).status).toBe(204);
    expect([...browser.jar.values()]).not.toEqual(before);
    expect((await browser.call('POST', '/me/passkeys/options')).status).toBe(201);
    moveClock(desk, 22);
    expect((await browser.call('POST', '/me/passkeys/options')).status).toBe(401);
    const asked = (await browser.call('POST', '/me/confirm/passkey/options')).body as PasskeyRequest;
    expect(asked.allowCredentials).toHaveLength(1);
    expect((await browser.call('POST', '/me/confirm/passkey', { response: device.get(asked) })).status).toBe(204);
    expect((await browser.call('POST', '/me/passkeys/options')).status).toBe(201);
  } finally {
    moveClock(desk, 0);
  }
});

test.each<[string, Lie]>([
  ['another origin', { origin: 'https://desk.harbour.example.evil.example' }],
  ['plain HTTP', { origin: 'http://desk.harbour.example' }],
  ['another port', { origin: 'https://desk.harbour.example:8443' }],
  ['another relying party', { rpId: 'evil.example' }],
  ['no finger, face or PIN', { verified: false }],
])('a passkey from %s is neither registered nor taken', async (_, lie) => {
  const { device } = await equipped();
  const newcomer = await welcome(desk);
  expect((await register(newcomer.browser, new Authenticator(ORIGIN), lie)).status).toBe(422);
  expect((await signIn(visit(desk), device, lie)).status).toBe(401);
  expect((await signIn(visit(desk), device)).status).toBe(201);
});

test('a challenge is good for one answer, whatever comes of it', async () => {
  const { device } = await equipped();
  const browser = visit(desk);
  const asked = (await browser.call('POST', '/sessions/passkey/options')).body as PasskeyRequest;
  const response = device.get(asked);
  const answers = await Promise.all([1, 2, 3].map(() => browser.call('POST', '/sessions/passkey', { response })));
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 401, 401]);
  const again = (await browser.call('POST', '/sessions/passkey/options')).body as PasskeyRequest;
  const broken = device.get(again, { origin: 'https://evil.example' });
  expect((await browser.call('POST', '/sessions/passkey', { response: broken })).status).toBe(401);
  expect((await browser.call('POST', '/sessions/passkey', { response: device.get(again) })).status).toBe(401);
});

test('a challenge ends after five minutes', async () => {
  const { device } = await equipped();
  const browser = visit(desk);
  const asked = (await browser.call('POST', '/sessions/passkey/options')).body as PasskeyRequest;
  moveClock(desk, 5.1);
  try {
    expect((await browser.call('POST', '/sessions/passkey', { response: device.get(asked) })).status).toBe(401);
  } finally {
    moveClock(desk, 0);
  }
});

test('a challenge serves only what and whom it was made for, and is stored as a hash', async () => {
  const { browser, device } = await equipped();
  const other = await equipped();
  const toConfirm = (await browser.call('POST', '/me/confirm/passkey/options')).body as PasskeyRequest;
  expect((await visit(desk).call('POST', '/sessions/passkey', { response: device.get(toConfirm) })).status).toBe(401);
  expect((await other.browser.call('POST', '/me/confirm/passkey', { response: device.get(toConfirm) })).status).toBe(
    401,
  );
  const offered = (await browser.call('POST', '/me/passkeys/options')).body as PasskeyCreation;
  const foreign = new Authenticator(ORIGIN).create(offered);
  expect((await other.browser.call('POST', '/me/passkeys', { name: 'Theirs', response: foreign })).status).toBe(401);
  const stored = await desk.run((ctx) => ctx.tx.selectFrom('one_time_tokens').selectAll().execute());
  expect(JSON.stringify(stored)).not.toContain(toConfirm.challenge);
  expect(JSON.stringify(stored)).not.toContain(offered.challenge);
});

test('a challenge made in one of my sessions confirms no other', async () => {
  const { browser, device, email } = await equipped();
  const other = visit(desk);
  await other.signIn(email);
  const asked = (await browser.call('POST', '/me/confirm/passkey/options')).body as PasskeyRequest;
  const response = device.get(asked);
  expect((await other.call('POST', '/me/confirm/passkey', { response })).status).toBe(401);
  expect((await browser.call('POST', '/me/confirm/passkey', { response })).status).toBe(204);
});

test('a passkey does not confirm somebody else', async () => {
  const { browser } = await equipped();
  const other = await equipped();
  const asked = (await browser.call('POST', '/me/confirm/passkey/options')).body as PasskeyRequest;
  const answer = await browser.call('POST', '/me/confirm/passkey', { response: other.device.get(asked) });
  expect(answer.status).toBe(401);
});

test('a counter that goes back or stands still is refused and noted', async () => {
  const { device, id } = await equipped();
  expect((await signIn(visit(desk), device, { counter: 7 })).status).toBe(201);
  expect((await signIn(visit(desk), device, { counter: 7 })).status).toBe(401);
  expect((await signIn(visit(desk), device, { counter: 3 })).status).toBe(401);
  expect((await signIn(visit(desk), device, { counter: 8 })).status).toBe(201);
  const events = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('events')
      .select('type')
      .where('subject_id', '=', id)
      .where('type', 'like', '%suspicious')
      .execute(),
  );
  expect(events).toHaveLength(2);
});

test('an authenticator that does not count is taken as it is', async () => {
  const { device } = await equipped();
  expect((await signIn(visit(desk), device, { counter: 0 })).status).toBe(201);
  expect((await signIn(visit(desk), device, { counter: 0 })).status).toBe(201);
});

test('a passkey of somebody deactivated, unknown or of another user handle is refused alike', async () => {
  const { device, id } = await equipped();
  const answers = [await signIn(visit(desk), new Authenticator(ORIGIN))];
  answers.push(await signIn(visit(desk), device, { userHandle: Buffer.alloc(16, 1).toString('base64url') }));
  await desk.run((ctx) => ctx.tx.updateTable('staff').set({ active: false }).where('id', '=', id).execute());
  answers.push(await signIn(visit(desk), device));
  const bodies = answers.map(({ status, body }) => ({ status, ...(body as object), requestId: '' }));
  expect(bodies[1]).toEqual(bodies[0]);
  expect(bodies[2]).toEqual(bodies[0]);
  expect(bodies[0]).toMatchObject({ status: 401 });
});

test('the last way to sign in stays', async () => {
  const { browser, id } = await equipped();
  await desk.run((ctx) =>
    ctx.tx.updateTable('credentials').set({ password_hash: null }).where('staff_id', '=', id).execute(),
  );
  const { items } = (await browser.call('GET', '/me/passkeys')).body as { items: { id: string }[] };
  expect((await browser.call('DELETE', `/me/passkeys/${items[0]?.id}`)).status).toBe(422);
  expect((await browser.call('GET', '/me/passkeys')).body).toMatchObject({ items: [{}] });
});

test('the relying party comes from the base URL, or there is none', () => {
  expect(relyingParty('https://desk.example:8443')).toEqual({
    id: 'desk.example',
    origin: 'https://desk.example:8443',
  });
  expect(relyingParty('http://127.0.0.1:3000')).toEqual({ id: 'localhost', origin: 'http://localhost:3000' });
  expect(relyingParty('http://[::1]:3000')).toEqual({ id: 'localhost', origin: 'http://localhost:3000' });
  expect(relyingParty('http://desk.example')).toBeNull();
  expect(relyingParty('https://192.0.2.7')).toBeNull();
  expect(relyingParty('https://[2001:db8::1]')).toBeNull();
});
