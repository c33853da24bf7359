import { generate } from 'otplib';
import { expect, test } from 'vitest';
import { MODULES } from '#server/modules.ts';
import { openDesk } from '#tests/desk.ts';
import { holdClock, PASSWORD, visit, welcome } from '#tests/visitor.ts';

const desk = await openDesk();
/** The middle of a 30-second step, so that no code changes while a test runs. */
const START = Math.floor(Date.now() / 30_000) * 30_000 + 15_000;
const setClock = (minutes: number) => holdClock(desk, START + minutes * 60_000);
setClock(0);

const codeAt = (secret: string, minutes = 0) =>
  generate({ secret, epoch: Math.floor((START + minutes * 60_000) / 1000) });

/** Somebody with codes on; `recovery` are their recovery codes. */
async function enrolled() {
  const person = await welcome(desk);
  const { secret } = (await person.browser.call('POST', '/me/totp')).body as { secret: string };
  const confirmed = await person.browser.call('POST', '/me/totp/confirm', { code: await codeAt(secret, -0.5) });
  expect(confirmed.status).toBe(201);
  return { ...person, secret, recovery: (confirmed.body as { codes: string[] }).codes };
}

async function half(email: string, address?: string) {
  const browser = visit(desk, address);
  expect((await browser.signIn(email)).body).toEqual({ stage: 'second_factor' });
  return browser;
}

test('a code finishes signing in, once', async () => {
  const { email, secret } = await enrolled();
  const code = await codeAt(secret);
  const first = await half(email);
  const second = await half(email);
  expect((await first.call('POST', '/sessions/second-factor', { code })).body).toEqual({ stage: 'full' });
  expect((await first.call('GET', '/me')).body).toMatchObject({ email, totpOn: true });
  expect((await second.call('POST', '/sessions/second-factor', { code })).status).toBe(401);
  expect((await first.call('POST', '/sessions/second-factor', { code })).status).toBe(401);
});

test('of one code sent twice at once, one signs in', async () => {
  const { email, secret } = await enrolled();
  const code = await codeAt(secret);
  const browsers = [await half(email), await half(email)];
  const answers = await Promise.all(
    browsers.map((browser) => browser.call('POST', '/sessions/second-factor', { code })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 401]);
});

test('a code from before the last one is dead, and so is one from long ago', async () => {
  const { email, secret } = await enrolled();
  const browser = await half(email);
  expect((await browser.call('POST', '/sessions/second-factor', { code: await codeAt(secret, -5) })).status).toBe(401);
  const next = await codeAt(secret, 0.5);
  const now = await codeAt(secret);
  expect((await browser.call('POST', '/sessions/second-factor', { code: next })).status).toBe(201);
  expect((await (await half(email)).call('POST', '/sessions/second-factor', { code: now })).status).toBe(401);
});

test('a half-open session opens no route at all, and ends after five minutes', async () => {
  const { email, secret } = await enrolled();
  const browser = await half(email);
  for (const { options } of MODULES.flatMap((module) => module.routes ?? [])) {
    if (options.access === 'public') continue;
    const url = options.url.replace('/api/v1', '').replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');
    const { status } = await browser.call(options.method, url, options.body ? {} : undefined);
    expect([`${options.method} ${options.url}`, status]).toEqual([`${options.method} ${options.url}`, 401]);
  }
  setClock(5.1);
  try {
    const late = await browser.call('POST', '/sessions/second-factor', { code: await codeAt(secret, 5.1) });
    expect(late.status).toBe(401);
  } finally {
    setClock(0);
  }
});

test('codes cannot be guessed: ten tries over all addresses, then a wait, though the password is right', async () => {
  const { email, secret } = await enrolled();
  const right = await codeAt(secret);
  const wrong = right === '000000' ? '000001' : '000000';
  for (let i = 0; i < 10; i++) {
    const browser = await half(email, `203.0.113.${i + 1}`);
    expect((await browser.call('POST', '/sessions/second-factor', { code: wrong })).status).toBe(401);
  }
  const browser = await half(email, '203.0.113.99');
  expect((await browser.call('POST', '/sessions/second-factor', { code: right })).status).toBe(429);
});

test('a recovery code works once, is stored as a hash, and dies with its set', async () => {
  const { email, browser, id, recovery } = await enrolled();
  expect(recovery).toHaveLength(10);
  expect(new Set(recovery).size).toBe(10);
  const [one = '', two = ''] = recovery;
  const stored = await desk.run((ctx) =>
    ctx.tx.selectFrom('credentials').selectAll().where('staff_id', '=', id).execute(),
  );
  expect(JSON.stringify(stored)).not.toContain(one.replaceAll('-', ''));
  expect((await (await half(email)).call('POST', '/sessions/second-factor', { code: one.toUpperCase() })).status).toBe(
    201,
  );
  expect((await (await half(email)).call('POST', '/sessions/second-factor', { code: one })).status).toBe(401);
  expect((await browser.call('GET', '/me/sign-in')).body).toMatchObject({ totpOn: true, recoveryCodesLeft: 9 });
  const { codes } = (await browser.call('POST', '/me/recovery-codes')).body as { codes: string[] };
  expect((await (await half(email)).call('POST', '/sessions/second-factor', { code: two })).status).toBe(401);
  expect((await (await half(email)).call('POST', '/sessions/second-factor', { code: codes[0] ?? '' })).status).toBe(
    201,
  );
});

test('setting codes up anew leaves the old ones in force until the new are confirmed', async () => {
  const { email, browser, secret } = await enrolled();
  const { secret: next } = (await browser.call('POST', '/me/totp')).body as { secret: string };
  expect((await browser.call('GET', '/me')).body).toMatchObject({ totpOn: true });
  const attempt = await half(email);
  expect((await attempt.call('POST', '/sessions/second-factor', { code: await codeAt(next) })).status).toBe(401);
  expect((await attempt.call('POST', '/sessions/second-factor', { code: await codeAt(secret) })).status).toBe(201);
  expect((await browser.call('POST', '/me/totp/confirm', { code: await codeAt(secret, 0.5) })).status).toBe(422);
  expect((await browser.call('POST', '/me/totp/confirm', { code: await codeAt(next) })).status).toBe(201);
  const after = await half(email);
  expect((await after.call('POST', '/sessions/second-factor', { code: await codeAt(secret, 0.5) })).status).toBe(401);
  expect((await after.call('POST', '/sessions/second-factor', { code: await codeAt(next, 0.5) })).status).toBe(201);
});

test('changing the second factor asks for a fresh proof, with a code where codes are on', async () => {
  const { browser, secret } = await enrolled();
  setClock(11);
  try {
    for (const [method, url] of [
      ['POST', '/me/totp'],
      ['DELETE', '/me/totp'],
      ['POST', '/me/recovery-codes'],
      ['POST', '/me/passkeys/options'],
    ] as const)
      expect(await browser.call(method, url)).toMatchObject({ status: 401, body: { reason: 'stale_sign_in' } });
    const bare = await browser.call('POST', '/me/confirm', { password: PASSWORD });
    expect(bare).toMatchObject({ status: 422, body: { errors: [{ path: 'code' }] } });
    const code = await codeAt(secret, 11);
    expect((await browser.call('POST', '/me/confirm', { password: PASSWORD, code })).status).toBe(204);
    expect((await browser.call('POST', '/me/confirm', { password: PASSWORD, code })).status).toBe(422);
    expect((await browser.call('DELETE', '/me/totp')).status).toBe(204);
    expect((await browser.call('GET', '/me/sign-in')).body).toMatchObject({ totpOn: false, recoveryCodesLeft: 0 });
  } finally {
    setClock(0);
  }
});

test('a stolen session cannot find the password out', async () => {
  const { browser } = await welcome(desk);
  for (let i = 0; i < 5; i++) {
    const confirm = await browser.call('POST', '/me/confirm', { password: `guess number ${i}` });
    expect(confirm.status).toBe(422);
    const change = await browser.call('POST', '/me/password', {
      current: `guess ${i}`,
      password: 'nine other harbours lie',
    });
    expect(change.status).toBe(422);
  }
  expect((await browser.call('POST', '/me/confirm', { password: PASSWORD })).status).toBe(429);
  expect((await browser.call('POST', '/me/password', { password: 'nine other harbours lie' })).status).toBe(422);
});

test('turning codes on is noted, and they are off until confirmed', async () => {
  const { browser, email, id } = await welcome(desk);
  await browser.call('POST', '/me/totp');
  expect((await visit(desk).signIn(email)).body).toEqual({ stage: 'full' });
  expect((await browser.call('POST', '/me/recovery-codes')).status).toBe(422);
  const types = await desk.run((ctx) =>
    ctx.tx.selectFrom('events').select('type').where('subject_id', '=', id).orderBy('id').execute(),
  );
  expect(types.map(({ type }) => type)).not.toContain('staff.second_factor_on');
});

test('a token from before codes were turned on, or off, opens nothing any more', async () => {
  const { browser } = await welcome(desk);
  const { secret } = (await browser.call('POST', '/me/totp')).body as { secret: string };
  const on = await browser.call('POST', '/me/totp/confirm', { code: await codeAt(secret) });
  const off = await browser.call('DELETE', '/me/totp');
  const tokens = [on, off].map(({ cookies }) => /fettle[^=]*=[^;]+/.exec(cookies.join())?.[0]);
  expect(new Set(tokens).size).toBe(2);
  const [old, now] = await Promise.all(
    tokens.map((cookie = '') => visit(desk).call('GET', '/me', undefined, { cookie })),
  );
  expect([old?.status, now?.status]).toEqual([401, 200]);
});

test('where a second factor is required, a password alone opens nothing but one’s own account', async () => {
  const strict = await openDesk();
  const owner = await welcome(strict);
  const rule = { level: 'provider', value: { required: true } };
  const setting = await owner.browser.call('PUT', '/settings/signIn.secondFactor', rule);
  expect(setting).toMatchObject({ status: 200 });
  const person = await welcome(strict, { role: 'technician' });
  const refused = await person.browser.call('GET', '/tickets');
  expect(refused).toMatchObject({ status: 403, body: { reason: 'second_factor_needed' } });
  expect((await person.browser.call('GET', '/me')).body).toMatchObject({ needsSecondFactor: true, permissions: [] });
  const made = await person.browser.call('POST', '/api-keys', { name: 'Around it', permissions: ['ticket.read'] });
  expect(made.status).toBe(403);
  const { secret } = (await person.browser.call('POST', '/me/totp')).body as { secret: string };
  const code = await generate({ secret });
  expect((await person.browser.call('POST', '/me/totp/confirm', { code })).status).toBe(201);
  expect((await person.browser.call('GET', '/tickets')).status).toBe(200);
  expect((await person.browser.call('GET', '/me')).body).toMatchObject({ needsSecondFactor: false });
});
