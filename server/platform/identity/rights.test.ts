import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { StaffView } from '#shared/identity.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { moveClock, PASSWORD, type Visitor, visit, welcome } from '#tests/visitor.ts';

const desk = await openDesk();
const owner = await welcome(desk, { name: 'Olive Owner' });
const [ours = '', theirs = ''] = await Promise.all(
  ['OURS', 'THEIRS'].map(async (code) => {
    const made = await owner.browser.call('POST', '/clients', { name: code, code, timeZone: 'UTC' });
    return (made.body as { id: string }).id;
  }),
);

async function versionOf(id: string): Promise<number> {
  const { items } = (await owner.browser.call('GET', '/staff')).body as { items: StaffView[] };
  return items.find((item) => item.id === id)?.version ?? 0;
}

const change = async (by: Visitor, id: string, what: object) =>
  by.call('PATCH', `/staff/${id}`, { version: await versionOf(id), ...what });

const NEW = 'nine other harbours lie';
/** Another server for mail: it would read every link that is sent. */
const MAIL = {
  ...{ version: 0, active: true, host: 'mail.elsewhere.example', port: 25, security: 'none', username: '' },
  ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' },
};
const tokenIn = (link: string) => link.split('#token=')[1] ?? '';

test('nobody manages somebody who may do more', async () => {
  const manager = await welcome(desk, { role: 'manager' });
  for (const what of [{ active: false }, { name: 'Mallory' }, { allClients: false, clientIds: [] }])
    expect((await change(manager.browser, owner.id, what)).status).toBe(403);
  expect((await manager.browser.call('POST', `/staff/${owner.id}/reset`, { secondFactor: true })).status).toBe(403);
  expect((await change(manager.browser, manager.id, { roleKeys: ['owner'] })).status).toBe(403);
  const invited = { email: `${newId()}@harbour.example`, name: 'X', roleKeys: ['owner'] };
  expect((await manager.browser.call('POST', '/staff', invited)).status).toBe(403);
  const technician = await welcome(desk, { role: 'technician' });
  expect((await change(manager.browser, technician.id, { title: 'Level 2' })).status).toBe(204);
  expect((await owner.browser.call('GET', '/me')).body).toMatchObject({ name: 'Olive Owner' });
});

test('somebody limited to some clients hands out no others, to nobody and not to themselves', async () => {
  const manager = await welcome(desk, { role: 'manager', clientIds: [ours] });
  for (const what of [{ allClients: true }, { clientIds: [ours, theirs] }])
    expect([403, 422]).toContain((await change(manager.browser, manager.id, what)).status);
  const invite = (more: object) =>
    manager.browser.call('POST', '/staff', {
      email: `${newId()}@harbour.example`,
      name: 'X',
      roleKeys: ['technician'],
      ...more,
    });
  expect((await invite({ allClients: true })).status).toBe(403);
  expect((await invite({ allClients: false, clientIds: [theirs] })).status).toBe(422);
  const made = await invite({ clientIds: [ours] });
  expect(made.status).toBe(201);
  const { items } = (await owner.browser.call('GET', '/staff')).body as { items: StaffView[] };
  expect(items.find((item) => item.id === (made.body as { id: string }).id)).toMatchObject({
    allClients: false,
    clientIds: [ours],
  });
  const elsewhere = await welcome(desk, { role: 'technician', clientIds: [theirs] });
  expect((await change(manager.browser, elsewhere.id, { active: false })).status).toBe(403);
});

test('a role is made by those who have all of it and see all clients, and never under a built-in name', async () => {
  const shadow = await owner.browser.call('POST', '/roles', { key: 'owner', name: 'Owner', permissions: [] });
  expect(shadow.status).toBe(422);
  await owner.browser.call('POST', '/roles', {
    key: 'clerk',
    name: 'Clerk',
    permissions: ['role.manage', 'team.read'],
  });
  const clerk = await welcome(desk, { role: 'clerk' });
  const wide = { key: 'wide', name: 'Wide', permissions: ['ticket.read'] };
  expect((await clerk.browser.call('POST', '/roles', wide)).status).toBe(403);
  expect((await owner.browser.call('POST', '/roles', wide)).status).toBe(201);
  const emptied = await clerk.browser.call('PATCH', '/roles/wide', { version: 1, permissions: [] });
  expect(emptied.status).toBe(403);
  const limited = await welcome(desk, { role: 'clerk', clientIds: [ours] });
  expect((await limited.browser.call('POST', '/roles', { key: 'mine', name: 'Mine', permissions: [] })).status).toBe(
    403,
  );
});

test('the last owner stays one, also when two go at once', async () => {
  const solo = await openDesk();
  const [a, b] = [await welcome(solo), await welcome(solo)];
  const [first, second] = await Promise.all([
    a.browser.call('PATCH', `/staff/${b.id}`, { version: 1, active: false }),
    b.browser.call('PATCH', `/staff/${a.id}`, { version: 1, active: false }),
  ]);
  expect([first.status, second.status].filter((status) => status === 204)).toHaveLength(1);
});

test('changes of rights, and of the server that mail goes by, ask for a fresh proof', async () => {
  moveClock(desk, 11);
  try {
    const calls = [
      owner.browser.call('POST', '/staff', { email: 'x@harbour.example', name: 'X', roleKeys: ['readonly'] }),
      owner.browser.call('POST', '/roles', { key: 'late', name: 'Late', permissions: [] }),
      owner.browser.call('POST', '/api-keys', { name: 'Late', permissions: ['ticket.read'] }),
      owner.browser.call('POST', `/staff/${owner.id}/reset`, {}),
      change(owner.browser, owner.id, { roleKeys: ['owner'] }),
      owner.browser.call('PUT', '/mail/sending', MAIL),
    ];
    for (const answer of await Promise.all(calls))
      expect(answer).toMatchObject({ status: 401, body: { reason: 'stale_sign_in' } });
    expect((await change(owner.browser, owner.id, { title: 'Owner' })).status).toBe(204);
  } finally {
    moveClock(desk, 0);
  }
});

test('deactivating ends sessions, keys and links at once, and waking brings none back', async () => {
  const person = await welcome(desk, { role: 'technician' });
  const key = (await person.browser.call('POST', '/api-keys', { name: 'Mine', permissions: ['ticket.read'] })).body as {
    key: string;
  };
  const { link } = (await owner.browser.call('POST', `/staff/${person.id}/reset`, {})).body as { link: string };
  await person.browser.signIn(person.email);
  const byKey = () => desk.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${key.key}` } });
  expect((await byKey()).statusCode).toBe(200);
  for (const active of [false, true]) {
    expect((await change(owner.browser, person.id, { active })).status).toBe(204);
    expect((await person.browser.call('GET', '/me')).status).toBe(401);
    expect((await byKey()).statusCode).toBe(401);
    const used = await visit(desk).call('POST', '/invitations', { token: tokenIn(link), password: NEW });
    expect(used.status).toBe(422);
    if (!active) expect((await person.browser.signIn(person.email)).status).toBe(401);
  }
});

test('a reset takes keys along when asked to, and only then', async () => {
  const person = await welcome(desk, { role: 'technician' });
  const made = await person.browser.call('POST', '/api-keys', { name: 'Mine', permissions: ['ticket.read'] });
  const authorization = `Bearer ${(made.body as { key: string }).key}`;
  const statusOf = async () =>
    (await desk.app.inject({ url: '/api/v1/tickets', headers: { authorization } })).statusCode;
  expect((await owner.browser.call('POST', `/staff/${person.id}/reset`)).status).toBe(201);
  expect(await statusOf()).toBe(200);
  await owner.browser.call('POST', `/staff/${person.id}/reset`, { keys: true });
  expect(await statusOf()).toBe(401);
});

test('a new password ends all other sessions and every open link, and renews one’s own', async () => {
  const person = await welcome(desk, { role: 'technician' });
  const { link } = (await owner.browser.call('POST', `/staff/${person.id}/reset`, {})).body as { link: string };
  const [one, two] = [visit(desk), visit(desk)];
  for (const browser of [one, two]) await browser.signIn(person.email);
  const before = one.jar.get('fettle_session');
  expect((await one.call('POST', '/me/password', { current: PASSWORD, password: NEW })).status).toBe(204);
  expect(one.jar.get('fettle_session')).not.toBe(before);
  expect((await one.call('GET', '/me')).status).toBe(200);
  expect((await two.call('GET', '/me')).status).toBe(401);
  const used = await visit(desk).call('POST', '/invitations', { token: tokenIn(link), password: PASSWORD });
  expect(used.status).toBe(422);
  expect((await visit(desk).signIn(person.email)).status).toBe(401);
  expect((await visit(desk).signIn(person.email, NEW)).status).toBe(201);
});

test('a link sets a password once, within its time, and leaves the second factor standing', async () => {
  const person = await welcome(desk, { role: 'technician' });
  await desk.run((ctx) =>
    ctx.tx.updateTable('credentials').set({ totp_confirmed_at: ctx.now }).where('staff_id', '=', person.id).execute(),
  );
  const reset = async (body: object = {}) =>
    ((await owner.browser.call('POST', `/staff/${person.id}/reset`, body)).body as { link: string }).link;
  const stale = await reset();
  expect((await person.browser.call('GET', '/me')).status).toBe(401);
  const link = await reset();
  const use = (text: string, password = NEW) =>
    visit(desk).call('POST', '/invitations', { token: tokenIn(text), password });
  const works = async (text: string) =>
    (await visit(desk).call('POST', '/invitations/check', { token: tokenIn(text) })).body;
  expect(await works(stale)).toEqual({ works: false });
  expect((await use(stale)).status).toBe(422);
  expect((await use(link, 'short')).status).toBe(422);
  expect(await works(link)).toEqual({ works: true });
  expect((await use(link)).body).toEqual({ stage: 'second_factor' });
  expect(await works(link)).toEqual({ works: false });
  expect((await use(link)).status).toBe(422);
  const late = await reset();
  expect(await works(late)).toEqual({ works: true });
  moveClock(desk, 61);
  expect(await works(late)).toEqual({ works: false });
  expect((await use(late)).status).toBe(422);
  moveClock(desk, 0);
  expect((await use(await reset({ secondFactor: true }))).body).toEqual({ stage: 'full' });
  expect((await owner.browser.call('POST', `/staff/${owner.id}/reset`, {})).status).toBe(422);
  const stored = await desk.run((ctx) => ctx.tx.selectFrom('one_time_tokens').select('token_hash').execute());
  expect(stored.map((row) => row.token_hash)).not.toContain(tokenIn(link));
});

test('a key manages people by its permission alone, within its maker’s reach', async () => {
  const limited = await hire(desk, { role: 'manager', clientIds: [ours] });
  const answer = await limited.call('POST', '/staff', {
    email: `${newId()}@harbour.example`,
    name: 'X',
    roleKeys: ['technician'],
    allClients: true,
  });
  expect(answer.status).toBe(403);
});

test('a custom role goes when nobody has it any more, and a built-in one never', async () => {
  const night = { key: 'night', name: 'Night shift', permissions: ['ticket.read'] };
  expect((await owner.browser.call('POST', '/roles', night)).status).toBe(201);
  const nora = await welcome(desk, { role: 'night' });
  const refused = await owner.browser.call('DELETE', '/roles/night');
  expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('has this role') } });
  expect((await change(owner.browser, nora.id, { roleKeys: ['technician'] })).status).toBe(204);
  expect((await owner.browser.call('DELETE', '/roles/night')).status).toBe(204);
  expect((await owner.browser.call('DELETE', '/roles/night')).status).toBe(404);
  expect((await owner.browser.call('DELETE', '/roles/technician')).status).toBe(404);
});

test('whoever manages people sees where they are signed in and ends it, but not for somebody who may do more', async () => {
  type Access = {
    sessions: { id: string; current: boolean }[];
    keys: { id: string; name: string; revokedAt: string | null }[];
  };
  const tom = await welcome(desk, { name: 'Tom Tech', role: 'technician' });
  const key = { name: 'Script', permissions: ['ticket.read'] };
  const made = (await tom.browser.call('POST', '/api-keys', key)).body as { id: string; key: string };
  const manager = await welcome(desk, { role: 'manager' });
  const access = async (id: string) => (await manager.browser.call('GET', `/staff/${id}/access`)).body as Access;
  expect((await access(manager.id)).sessions).toMatchObject([{ current: true }]);
  const { sessions, keys } = await access(tom.id);
  expect(keys).toMatchObject([{ name: 'Script', revokedAt: null }]);
  expect(JSON.stringify(await access(tom.id))).not.toContain(made.key);
  const [session] = sessions;
  expect((await manager.browser.call('DELETE', `/staff/${tom.id}/sessions/${session?.id}`)).status).toBe(204);
  expect((await tom.browser.call('GET', '/me')).status).toBe(401);
  expect((await manager.browser.call('DELETE', `/staff/${tom.id}/api-keys/${made.id}`)).status).toBe(204);
  expect((await manager.browser.call('DELETE', `/staff/${tom.id}/api-keys/${made.id}`)).status).toBe(404);
  const byKey = await desk.app.inject({ url: '/api/v1/tickets', headers: { authorization: `Bearer ${made.key}` } });
  expect(byKey.statusCode).toBe(401);
  for (const [method, rest] of [
    ['GET', 'access'],
    ['DELETE', `sessions/${session?.id}`],
    ['DELETE', `api-keys/${made.id}`],
  ] as const)
    expect((await manager.browser.call(method, `/staff/${owner.id}/${rest}`)).status).toBe(403);
});

test('the last owner who can sign in keeps all clients and stays owner, whoever else was only invited', async () => {
  const invited = { email: `${newId()}@harbour.example`, name: 'Ivy Invited', roleKeys: ['owner'] };
  expect((await owner.browser.call('POST', '/staff', invited)).status).toBe(201);
  for (const what of [{ allClients: false, clientIds: [ours] }, { active: false }, { roleKeys: ['manager'] }])
    expect((await change(owner.browser, owner.id, what)).body).toMatchObject({
      status: 422,
      errors: [{ path: 'roleKeys' }],
    });
});

test('whoever may read tickets reads the words that they are told in, without a right to see settings', async () => {
  await owner.browser.call('POST', '/roles', { key: 'night-watch', name: 'Night watch', permissions: ['ticket.read'] });
  const watch = await hire(desk, { name: 'Nat Night', role: 'night-watch' });
  for (const url of ['/lifecycles/incident', '/categories', '/services', '/custom-fields'])
    expect([url, (await watch.call('GET', url)).status]).toEqual([url, 200]);
  expect((await watch.call('GET', '/settings')).status).toBe(403);
});
