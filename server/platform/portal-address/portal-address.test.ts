import { expect, test } from 'vitest';
import { createClient, createContact, updateClient } from '#server/business/client/index.ts';
import type { PortalBrand } from '#shared/brand.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { visit, welcome } from '#tests/visitor.ts';

const desk = await openDesk({ baseUrl: 'https://desk.msp.example' });
const olive = await hire(desk, { name: 'Olive Owner' });
const OWN = { host: 'desk.msp.example' };
const ACME = { host: 'help.acme.example' };
const BIRCH = { host: 'it.birch.example' };
const { acme, birch, ada, bea } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
  const bea = await createContact(ctx, { clientId: birch, name: 'Bea Birch', email: 'bea@birch.example' });
  return { acme, birch, ada, bea };
});
const put = (clientId: string, host: string | null, who = olive) =>
  who.call('PUT', `/clients/${clientId}/portal-address`, { host });
const link = async (contactId: string) =>
  String(((await olive.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string }).url);
const tokenOf = (url: string) => url.split('#token=')[1] ?? '';
const enter = async (contactId: string, headers: Record<string, string>) => {
  const browser = visit(desk);
  const token = tokenOf(await link(contactId));
  return { browser, status: (await browser.call('POST', '/portal/sessions', { token }, headers)).status, token };
};
const me = async (browser: ReturnType<typeof visit>, headers: Record<string, string>) =>
  (await browser.call('GET', '/sessions/current', undefined, headers)).body as { me: { name: string } | null };

test('each client has a path, and a host name when it is given one', async () => {
  expect((await olive.call('GET', `/clients/${acme}/portal-address`)).body).toEqual({
    url: 'https://desk.msp.example/portal/for/acme',
    path: '/portal/for/acme',
    host: null,
  });
  expect(await link(ada)).toMatch(/^https:\/\/desk\.msp\.example\/portal\/sign-in#token=/);
  expect((await put(acme, 'Help.ACME.example')).body).toMatchObject({
    url: 'https://help.acme.example/portal',
    host: 'help.acme.example',
  });
  expect(await link(ada)).toMatch(/^https:\/\/help\.acme\.example\/portal\/sign-in#token=/);
  expect((await put(birch, BIRCH.host)).status).toBe(200);
  const told = (await olive.call('GET', `/clients/${acme}/timeline`)).body as { items: { text: string }[] };
  expect(JSON.stringify(told)).toContain('help.acme.example');
});

test.each([
  ['desk.msp.example', 'is the address of this installation'],
  ['DESK.msp.example.', 'is the address of this installation'],
  ['help.acme.example', 'is the address of another client already'],
  ['HELP.acme.example.', 'is the address of another client already'],
  ['localhost', 'must be a host name alone'],
  ['10.0.0.1', 'must be a host name alone'],
  ['0x0a.1', 'must be a host name alone'],
  ['[::1]', 'must be a host name alone'],
  ['help.birch.example:8443', 'must be a host name alone'],
  ['https://help.birch.example', 'must be a host name alone'],
  ['help.birch.example/portal', 'must be a host name alone'],
  ['a b.example', 'must be a host name alone'],
  ['user@birch.example', 'must be a host name alone'],
  ['_x.birch.example', 'must be a host name alone'],
])('the host name %s is refused: %s', async (host, why) => {
  expect((await put(birch, host)).body).toMatchObject({
    status: 422,
    errors: [{ path: 'host', message: expect.stringContaining(why) }],
  });
});

test('somebody limited to some clients sets no host name, and so hears of none that is taken', async () => {
  const limited = await hire(desk, { clientIds: [acme] });
  expect((await put(acme, BIRCH.host, limited)).status).toBe(403);
  expect((await put(acme, 'free.acme.example', limited)).status).toBe(403);
  expect((await put(birch, 'x.birch.example', limited)).status).toBe(403);
  expect((await limited.call('GET', `/clients/${birch}/portal-address`)).status).toBe(404);
});

test('at a client’s host its people are signed in, and nobody else', async () => {
  const a = await enter(ada, ACME);
  expect([a.status, (await me(a.browser, ACME)).me?.name]).toEqual([201, 'Ada Adams']);
  // The cookie is this host's in a browser; carried elsewhere by hand it opens the installation's own address, and no other client's.
  expect((await me(a.browser, BIRCH)).me).toBeNull();
  expect((await a.browser.call('GET', '/portal/tickets', undefined, BIRCH)).status).toBe(401);
  expect((await me(a.browser, OWN)).me?.name).toBe('Ada Adams');
  const staff = await welcome(desk);
  expect((await me(staff.browser, OWN)).me).not.toBeNull();
  for (const host of [ACME, BIRCH]) {
    expect((await me(staff.browser, host)).me).toBeNull();
    expect((await staff.browser.call('GET', '/tickets', undefined, host)).status).toBe(401);
    expect((await olive.call('GET', '/tickets', undefined, host)).status).toBe(401);
  }
  const outside = await visit(desk).call(
    'POST',
    '/sessions',
    { email: staff.email, password: 'four quiet green harbours' },
    ACME,
  );
  expect([outside.status, outside.cookies]).toEqual([422, []]);
});

test('a link of one client opens nothing at the host of another, and is not used up there', async () => {
  const b = await enter(bea, ACME);
  expect([b.status, b.browser.jar.size]).toEqual([422, 0]);
  const used = await visit(desk).call('POST', '/portal/sessions', { token: 'x'.repeat(43) }, ACME);
  const foreign = await visit(desk).call('POST', '/portal/sessions', { token: b.token }, ACME);
  expect({ ...(foreign.body as object), requestId: '' }).toEqual({ ...(used.body as object), requestId: '' });
  expect((await b.browser.call('POST', '/portal/sessions', { token: b.token }, BIRCH)).status).toBe(201);
});

test('an address that is nobody’s looks like the provider’s, and like that of a client without a look of its own', async () => {
  const look = async (query: string, headers: Record<string, string> = OWN) => {
    const answer = await visit(desk).call('GET', `/public/portal${query}`, undefined, headers);
    // What belongs to it is asked for as it was itself.
    const text = JSON.stringify(answer.body).replaceAll(/for=[^&]*&/g, '');
    return JSON.parse(text) as PortalBrand;
  };
  const plain = await look('');
  for (const query of ['?for=acme', '?for=nobody', '?for=ACME', '?for=%27%20or%201=1', '?for='])
    expect(await look(query)).toEqual(plain);
  expect(await look('?for=birch', ACME)).toEqual(plain);
  expect(await look('', { host: 'unknown.example' })).toEqual(plain);
  const set = (id: string, name: string) =>
    olive.call('PUT', '/settings/portal.name', { level: 'client', id, value: { name } });
  await set(acme, 'Acme help');
  await set(birch, 'Birch help');
  expect((await look('?for=acme')).name).toBe('Acme help');
  expect((await look('?for=birch', ACME)).name).toBe('Acme help');
  expect((await look('', BIRCH)).name).toBe('Birch help');
  expect(await look('?for=nobody')).toEqual(plain);
  const { browser } = await enter(ada, OWN);
  const mine = (await browser.call('GET', '/public/portal?for=birch', undefined, OWN)).body as PortalBrand;
  expect(mine).toMatchObject({ name: 'Acme help', home: '/portal/for/acme' });
  await desk.run((ctx) => updateClient(ctx, birch, { version: 1, active: false }));
  expect(await look('?for=birch')).toEqual(plain);
  expect(await look('', BIRCH)).toEqual(plain);
  // Its host is still nobody else's.
  expect((await put(acme, BIRCH.host)).status).toBe(422);
});

test('a host that is taken away is like any other', async () => {
  const { browser } = await enter(ada, ACME);
  expect((await put(acme, null)).body).toMatchObject({ host: null, url: 'https://desk.msp.example/portal/for/acme' });
  expect(await link(ada)).toMatch(/^https:\/\/desk\.msp\.example\//);
  expect((await me(browser, ACME)).me?.name).toBe('Ada Adams');
});
