import { expect, test } from 'vitest';
import { openDesk } from '#tests/desk.ts';
import { moveClock, PASSWORD, visit, welcome } from '#tests/visitor.ts';
import { setPassword } from './index.ts';
import { forgetCallers } from './remembered.ts';

const desk = await openDesk();
const WRONG = 'certainly not the password';
/** A visitor's address of its own for each use, so that one test's tries do not count in another. */
let lastAddress = 0;
const somewhere = () => `198.51.100.${++lastAddress}`;

test('the id that a browser carried before signing in is worth nothing afterwards', async () => {
  const { browser, email } = await welcome(desk);
  const before = browser.jar.get('fettle_session') ?? '';
  await browser.signIn(email);
  expect(browser.jar.get('fettle_session')).not.toBe(before);
  const thief = visit(desk);
  thief.jar.set('fettle_session', before);
  expect((await thief.call('GET', '/me')).status).toBe(401);
  const planted = visit(desk);
  planted.jar.set('fettle_session', 'A'.repeat(43));
  await planted.signIn(email);
  expect(planted.jar.get('fettle_session')).not.toBe('A'.repeat(43));
});

test('the cookie is for this host only, out of reach of scripts and of other sites’ forms', async () => {
  const { browser, email } = await welcome(desk);
  const [plain = ''] = (await browser.signIn(email)).cookies;
  expect(plain).toMatch(/^fettle_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  const secure = await openDesk({ baseUrl: 'https://desk.harbour.example' });
  const person = await welcome(secure);
  const [line = ''] = (await person.browser.signIn(person.email)).cookies;
  expect(line).toMatch(/^__Host-fettle_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const said = await secure.app.inject({ url: '/api/v1/sign-in' });
  expect(said.headers['strict-transport-security']).toBe('max-age=31536000');
  const tossed = visit(secure);
  tossed.jar.set('fettle_session', person.browser.jar.get('__Host-fettle_session') ?? '');
  expect((await tossed.call('GET', '/me')).status).toBe(401);
  const [gone = ''] = (await person.browser.call('DELETE', '/sessions/current')).cookies;
  expect(gone).toMatch(/^__Host-fettle_session=; .*Expires=Thu, 01 Jan 1970/);
});

test('the database holds no token and no password in clear', async () => {
  const { browser, id } = await welcome(desk);
  const rows = await desk.run(async (ctx) => [
    await ctx.tx.selectFrom('sessions').selectAll().execute(),
    await ctx.tx.selectFrom('credentials').selectAll().where('staff_id', '=', id).execute(),
  ]);
  expect(JSON.stringify(rows)).not.toContain(browser.jar.get('fettle_session'));
  expect(JSON.stringify(rows)).not.toContain(PASSWORD);
  expect(JSON.stringify(rows)).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
});

test('a person who exists and one who does not get the same answer for the same work', async () => {
  const { email, id } = await welcome(desk);
  const tally = async () => {
    const [tries, events] = await desk.run(async (ctx) => [
      await ctx.tx.selectFrom('sign_in_attempts').selectAll().execute(),
      await ctx.tx.selectFrom('events').select('id').where('type', '=', 'sign_in.refused').execute(),
    ]);
    return [tries.length, events.length] as const;
  };
  const attempt = async (name: string) => {
    const [tries, events] = await tally();
    const { status, body, cookies } = await visit(desk, somewhere()).signIn(name, WRONG);
    const after = await tally();
    return { status, cookies, ...(body as object), requestId: '', tries: after[0] - tries, events: after[1] - events };
  };
  const known = await attempt(email);
  expect(known).toMatchObject({ status: 401, tries: 3, events: 1 });
  expect(await attempt('nobody@harbour.example')).toEqual(known);
  await desk.run((ctx) => ctx.tx.updateTable('staff').set({ active: false }).where('id', '=', id).execute());
  expect(await attempt(email)).toEqual(known);
});

test('tries on one account are counted whatever its name is written like, and its owner elsewhere still gets in', async () => {
  const { email } = await welcome(desk);
  const address = somewhere();
  const spellings = [email, email.toUpperCase(), ` ${email}`, `${email}   `];
  for (let i = 0; i < 10; i++)
    expect((await visit(desk, address).signIn(spellings[i % 4] ?? '', WRONG)).status).toBe(401);
  const refused = await visit(desk, address).signIn(email);
  expect(refused).toMatchObject({ status: 429, body: { retryAfter: 900 } });
  expect((await visit(desk, somewhere()).signIn(email)).status).toBe(201);
  moveClock(desk, 16);
  try {
    expect((await visit(desk, address).signIn(email)).status).toBe(201);
  } finally {
    moveClock(desk, 0);
  }
});

test('tries sent all at once do not slip past the count', async () => {
  const { email } = await welcome(desk);
  const address = somewhere();
  const answers = await Promise.all(Array.from({ length: 30 }, () => visit(desk, address).signIn(email, WRONG)));
  expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10);
  expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
});

test('one password tried on many accounts is stopped by where it comes from, /64 by /64', async () => {
  for (let i = 0; i < 60; i++) await visit(desk, `2001:db8:7:7::${i + 1}`).signIn(`person${i}@harbour.example`, WRONG);
  expect((await visit(desk, '2001:db8:7:7:ffff::1').signIn('one.more@harbour.example', WRONG)).status).toBe(429);
  expect((await visit(desk, '2001:db8:7:8::1').signIn('one.more@harbour.example', WRONG)).status).toBe(401);
});

test('many visitors on one account are stopped, but not from where its owner is known', async () => {
  const { email, id } = await welcome(desk);
  await desk.run(async (ctx) => {
    const tries = Array.from({ length: 100 }, () => ({ bucket: `account ${email}`, at: ctx.now }));
    await ctx.tx.insertInto('sign_in_attempts').values(tries).execute();
  });
  expect((await visit(desk, somewhere()).signIn(email)).status).toBe(429);
  expect((await visit(desk).signIn(email)).status).toBe(201);
  expect(id).toBeTruthy();
});

test('a right password does not open the way for more wrong ones on other accounts', async () => {
  const { email } = await welcome(desk);
  const address = somewhere();
  for (let i = 0; i < 9; i++) await visit(desk, address).signIn('target@harbour.example', WRONG);
  expect((await visit(desk, address).signIn(email)).status).toBe(201);
  await visit(desk, address).signIn('target@harbour.example', WRONG);
  expect((await visit(desk, address).signIn('target@harbour.example', WRONG)).status).toBe(429);
});

test('a session ends when idle for an hour, and after twelve hours however busy, by the server’s clock', async () => {
  const { browser } = await welcome(desk);
  try {
    moveClock(desk, 59);
    expect((await browser.call('GET', '/me')).status).toBe(200);
    for (let minutes = 118; minutes < 720; minutes += 59) {
      moveClock(desk, minutes);
      expect((await browser.call('GET', '/me/sessions')).status).toBe(200);
      await desk.run((ctx) => ctx.tx.updateTable('sessions').set({ last_seen_at: ctx.now }).execute());
    }
    moveClock(desk, 721);
    forgetCallers(desk.services);
    expect((await browser.call('GET', '/me')).status).toBe(401);
  } finally {
    moveClock(desk, 0);
  }
  const idler = await welcome(desk);
  moveClock(desk, 61);
  try {
    forgetCallers(desk.services);
    expect((await idler.browser.call('GET', '/me')).status).toBe(401);
  } finally {
    moveClock(desk, 0);
  }
});

test('all other sessions are ended at once, and one’s own stays', async () => {
  const { browser, email } = await welcome(desk);
  const others = [visit(desk), visit(desk)];
  for (const other of others) await other.signIn(email);
  const stranger = await welcome(desk);
  expect((await browser.call('DELETE', '/me/sessions')).status).toBe(204);
  for (const other of others) expect((await other.call('GET', '/me')).status).toBe(401);
  expect((await browser.call('GET', '/me')).status).toBe(200);
  expect((await stranger.browser.call('GET', '/me')).status).toBe(200);
  const [theirs] = ((await stranger.browser.call('GET', '/me/sessions')).body as { items: { id: string }[] }).items;
  expect((await browser.call('DELETE', `/me/sessions/${theirs?.id}`)).status).toBe(404);
});

test('the same letters from another keyboard are the same password', async () => {
  const { email, id } = await welcome(desk);
  await desk.run((ctx) => setPassword(ctx, id, 'drei grüne Häfen im Süden'.normalize('NFC')));
  expect((await visit(desk).signIn(email, 'drei grüne Häfen im Süden'.normalize('NFD'))).status).toBe(201);
});
