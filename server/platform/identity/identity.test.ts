import { expect, test } from 'vitest';
import { openDesk } from '#tests/desk.ts';
import { createStaff, ensureAdmin, setupLink } from './index.ts';

const PASSWORD = 'four quiet green harbours';
const desk = await openDesk();

async function signIn(password = PASSWORD, email = 'owner@harbour.example') {
  return desk.app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { email, password } });
}

test('a set-up link works once and makes the first owner', async () => {
  const old = await setupLink(desk.services, 'http://127.0.0.1');
  const link = await setupLink(desk.services, 'http://127.0.0.1');
  const works = async (address: string | null) => {
    const payload = { token: address?.split('token=')[1] ?? '' };
    return (await desk.app.inject({ method: 'POST', url: '/api/v1/setup/check', payload })).json().works;
  };
  expect([await works(old), await works(link), await works('cut#token=off')]).toEqual([false, true, false]);
  const token = link?.split('token=')[1] ?? '';
  const body = {
    token,
    mode: 'own',
    mspName: 'Harbour IT',
    timeZone: 'Australia/Sydney',
    name: 'Olive Owner',
    email: 'owner@harbour.example',
    password: PASSWORD,
  };
  const weak = await desk.app.inject({ method: 'POST', url: '/api/v1/setup', payload: { ...body, password: 'short' } });
  expect(weak.json()).toMatchObject({ status: 422, errors: [{ path: 'password' }] });
  const twice = await Promise.all(
    [1, 2].map(() => desk.app.inject({ method: 'POST', url: '/api/v1/setup', payload: body })),
  );
  expect(twice.map((answer) => answer.statusCode).sort()).toEqual([201, 404]);
  expect(await works(link)).toBe(false);
  expect(await setupLink(desk.services, 'http://127.0.0.1')).toBeNull();
  await ensureAdmin(desk.services, { email: 'second@harbour.example', password: PASSWORD }, { sample: false });
  expect((await signIn(PASSWORD, 'second@harbour.example')).statusCode).toBe(401);
});

test('signing in gives a session that can be listed and ended', async () => {
  const answer = await signIn();
  expect(answer.statusCode).toBe(201);
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/HttpOnly/);
  const headers = { cookie: cookie.split(';')[0] ?? '' };
  const me = await desk.app.inject({ url: '/api/v1/me', headers });
  expect(me.json()).toMatchObject({
    kind: 'staff',
    name: 'Olive Owner',
    mspName: 'Harbour IT',
    timeZone: 'Australia/Sydney',
  });
  const sessions = (await desk.app.inject({ url: '/api/v1/me/sessions', headers })).json().items;
  const mine = sessions.find((item: { current: boolean }) => item.current);
  expect((await desk.app.inject({ method: 'DELETE', url: `/api/v1/me/sessions/${mine.id}`, headers })).statusCode).toBe(
    204,
  );
  expect((await desk.app.inject({ url: '/api/v1/me', headers })).statusCode).toBe(401);
});

test('whoever joins lives by the clocks of the firm, until they say otherwise', async () => {
  const join = (email: string, more: object = {}) =>
    desk.run((ctx) => createStaff(ctx, { email, name: 'New', roleKeys: ['readonly'], ...more }));
  const ids = [await join('new@harbour.example'), await join('far@harbour.example', { timeZone: 'Europe/Vienna' })];
  const rows = await desk.run((ctx) =>
    ctx.tx.selectFrom('staff').select('time_zone').where('id', 'in', ids).orderBy('id').execute(),
  );
  expect(rows.map(({ time_zone }) => time_zone)).toEqual(['Australia/Sydney', 'Europe/Vienna']);
});

test('an unknown person and a wrong password look the same, and both are throttled', async () => {
  const wrong = await signIn('not the password at all');
  const nobody = await signIn('not the password at all', 'nobody@harbour.example');
  const { requestId: _1, ...a } = wrong.json();
  const { requestId: _2, ...b } = nobody.json();
  expect(a).toEqual(b);
  for (let i = 0; i < 10; i++) await signIn('not the password at all', 'nobody@harbour.example');
  expect((await signIn('not the password at all', 'nobody@harbour.example')).statusCode).toBe(429);
  expect((await signIn()).statusCode).toBe(201);
});

test('an API key can do what it was given and no more', async () => {
  const headers = { cookie: String((await signIn()).headers['set-cookie']).split(';')[0] ?? '' };
  const made = await desk.app.inject({
    method: 'POST',
    url: '/api/v1/api-keys',
    headers,
    payload: { name: 'Reader', permissions: ['team.read'] },
  });
  expect(made.statusCode).toBe(201);
  const bearer = { authorization: `Bearer ${made.json().key}` };
  expect((await desk.app.inject({ url: '/api/v1/staff', headers: bearer })).statusCode).toBe(200);
  expect(
    (
      await desk.app.inject({
        method: 'POST',
        url: '/api/v1/roles',
        headers: bearer,
        payload: { key: 'x1', name: 'X', permissions: [] },
      })
    ).statusCode,
  ).toBe(403);
  await desk.app.inject({ method: 'DELETE', url: `/api/v1/api-keys/${made.json().id}`, headers });
  expect((await desk.app.inject({ url: '/api/v1/staff', headers: bearer })).statusCode).toBe(401);
});

test('a write that another site caused is refused', async () => {
  const cookie = String((await signIn()).headers['set-cookie']).split(';')[0] ?? '';
  const answer = await desk.app.inject({
    method: 'PATCH',
    url: '/api/v1/me',
    headers: { cookie, 'sec-fetch-site': 'cross-site' },
    payload: { name: 'Mallory' },
  });
  expect(answer.statusCode).toBe(403);
});
