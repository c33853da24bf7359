import { expect, test } from 'vitest';
import { openDesk } from '#tests/desk.ts';
import { moveClock, welcome } from '#tests/visitor.ts';
import { inNetworks, isNetwork, visitorOf } from './address.ts';
import { forgetCallers } from './remembered.ts';

const desk = await openDesk();
const owner = await welcome(desk);
const [ours = '', theirs = ''] = await Promise.all(
  ['OURS', 'THEIRS'].map(async (code) => {
    const made = await owner.browser.call('POST', '/clients', { name: code, code, timeZone: 'UTC' });
    return (made.body as { id: string }).id;
  }),
);

const make = (body: object, by = owner) => by.browser.call('POST', '/api-keys', { name: 'Key', ...body });
const keyIn = (answer: { body: unknown }) => (answer.body as { key: string }).key;
const using = (key: string, method: 'GET' | 'POST' | 'PATCH', url: string, options: object = {}) =>
  desk.app.inject({ method, url: `/api/v1${url}`, headers: { authorization: `Bearer ${key}` }, ...options });

test('a key does what it was given, for the clients it was given, and no more', async () => {
  const key = keyIn(await make({ permissions: ['client.read'], clientIds: [ours] }));
  const { items } = (await using(key, 'GET', '/clients')).json();
  expect(items.map((item: { id: string }) => item.id)).toEqual([ours]);
  expect((await using(key, 'GET', `/clients/${theirs}`)).statusCode).toBe(404);
  expect((await using(key, 'PATCH', `/clients/${ours}`, { payload: { version: 1, name: 'X' } })).statusCode).toBe(403);
  expect((await using(key, 'GET', '/tickets')).statusCode).toBe(403);
});

test('a key for many tickets at once does to each only what it may do to one', async () => {
  const key = keyIn(await make({ permissions: ['ticket.bulk', 'ticket.update'] }));
  const ids = ['00000000-0000-7000-8000-000000000001'];
  const bulk = async (action: object) =>
    (await using(key, 'POST', '/tickets/bulk', { payload: { ids, ...action } })).statusCode;
  expect(await bulk({ priority: 1 })).toBe(201);
  expect(await bulk({ assign: { assigneeId: owner.id } })).toBe(403);
  expect(await bulk({ transition: { to: 'closed' } })).toBe(403);
  expect(await bulk({ mergeInto: ids[0] })).toBe(403);
});

test('a key is no wider than its maker, neither when made nor later', async () => {
  const maker = await welcome(desk, { role: 'technician', clientIds: [ours] });
  expect((await make({ permissions: ['settings.manage'] }, maker)).status).toBe(422);
  expect((await make({ permissions: ['ticket.read'], clientIds: [theirs] }, maker)).status).toBe(422);
  const key = keyIn(await make({ permissions: ['ticket.read', 'ticket.create', 'client.read'] }, maker));
  const { items } = (await using(key, 'GET', '/clients')).json();
  expect(items.map((item: { id: string }) => item.id)).toEqual([ours]);
  await desk.run((ctx) =>
    ctx.tx
      .updateTable('staff')
      .set({ role_keys: ['readonly'] })
      .where('id', '=', maker.id)
      .execute(),
  );
  forgetCallers(desk.services);
  const answer = await using(key, 'POST', '/tickets', { payload: { kind: 'incident', clientId: ours, title: 'X' } });
  expect(answer.statusCode).toBe(403);
});

test('a key ends at its time, and never reaches its maker’s sign-in', async () => {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const key = keyIn(await make({ permissions: ['ticket.read', 'key.manage'], expiresAt }));
  for (const [method, url] of [
    ['GET', '/me/sessions'],
    ['GET', '/me/passkeys'],
    ['GET', '/me/sign-in'],
    ['POST', '/me/totp'],
    ['POST', '/me/passkeys/options'],
    ['GET', '/api-keys'],
  ] as const)
    expect([url, (await using(key, method, url)).statusCode]).toEqual([url, 403]);
  const another = await using(key, 'POST', '/api-keys', { payload: { name: 'Child', permissions: ['ticket.read'] } });
  expect(another.statusCode).toBe(403);
  moveClock(desk, 61);
  forgetCallers(desk.services);
  try {
    expect((await using(key, 'GET', '/tickets')).statusCode).toBe(401);
  } finally {
    moveClock(desk, 0);
  }
  const past = { permissions: ['ticket.read'], expiresAt: new Date(Date.now() - 1000).toISOString() };
  expect((await make(past)).status).toBe(422);
});

test('a key tied to networks is refused from elsewhere', async () => {
  expect((await make({ permissions: ['ticket.read'], networks: ['everywhere'] })).status).toBe(422);
  const key = keyIn(await make({ permissions: ['ticket.read'], networks: ['192.0.2.0/24', '2001:db8::/32'] }));
  const from = async (remoteAddress: string) => (await using(key, 'GET', '/tickets', { remoteAddress })).statusCode;
  expect(await from('192.0.2.200')).toBe(200);
  expect(await from('::ffff:192.0.2.3')).toBe(200);
  expect(await from('2001:db8:1::1')).toBe(200);
  expect(await from('192.0.3.1')).toBe(403);
  expect(await from('2001:db9::1')).toBe(403);
});

test('a key in the address is not taken, and unknown ones are soon not looked up any more', async () => {
  const key = keyIn(await make({ permissions: ['ticket.read'] }));
  for (const name of ['key', 'access_token', 'api_key'])
    expect((await desk.app.inject({ url: `/api/v1/tickets?${name}=${key}` })).statusCode).toBe(401);
  const asked = await desk.app.inject({
    url: `/api/v1/tickets?access_token=${key}`,
    headers: { authorization: `Bearer ${key}` },
  });
  expect(asked.statusCode).toBe(400);
  const guess = (i: number) => using(`fettle_guess${i}`, 'GET', '/tickets', { remoteAddress: '198.51.100.9' });
  const neighbour = () => using(key, 'GET', '/tickets', { remoteAddress: '198.51.100.9' });
  expect((await neighbour()).statusCode).toBe(200);
  for (let i = 0; i < 120; i++) expect((await guess(i)).statusCode).toBe(401);
  expect((await guess(121)).statusCode).toBe(429);
  forgetCallers(desk.services);
  expect((await neighbour()).statusCode).toBe(200);
  expect((await using('fettle_other', 'GET', '/tickets')).statusCode).toBe(401);
});

test('addresses and networks are read as they are meant', () => {
  expect(visitorOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(visitorOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
  expect(visitorOf('2001:0db8:0:1:2:3:4:5')).toBe('2001:db8:0:1::/64');
  expect(visitorOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(['10.0.0.0/8', '10.0.0.1', '::1', '2001:db8::/32'].every(isNetwork)).toBe(true);
  expect(['10.0.0.0/33', '10.0.0/8', '', '::/129', '1.2.3.4/8/8', '1.2.3.4/'].some(isNetwork)).toBe(false);
  expect(inNetworks('10.1.2.3', ['10.0.0.0/8'])).toBe(true);
  expect(inNetworks('10.1.2.3', [])).toBe(true);
  expect(inNetworks('11.1.2.3', ['10.0.0.0/8', '2001:db8::/32'])).toBe(false);
});

test('a key that ends, or is tied to networks, makes no account and hands out no way in that would outlast it', async () => {
  const permissions = ['staff.manage', 'role.manage', 'team.read'];
  for (const limit of [{ expiresAt: '2099-01-01T00:00:00.000Z' }, { networks: ['127.0.0.0/8'] }]) {
    const key = keyIn(await make({ permissions, ...limit }));
    const invited = { email: 'mallory@harbour.example', name: 'Mallory', roleKeys: ['readonly'] };
    expect((await using(key, 'POST', '/staff', { payload: invited })).statusCode).toBe(403);
    const reset = await using(key, 'POST', `/staff/${owner.id}/reset`, { payload: {} });
    expect(reset.statusCode).toBe(403);
    expect((await using(key, 'GET', '/staff')).statusCode).toBe(200);
  }
});
