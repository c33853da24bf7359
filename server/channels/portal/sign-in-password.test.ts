import { generate } from 'otplib';
import { expect, test } from 'vitest';
import { forgetCallers } from '#platform/identity/index.ts';
import { createClient, createContact, updateContact } from '#server/business/client/index.ts';
import { sendDueMail } from '#server/channels/mail-out/index.ts';
import { MODULES } from '#server/modules.ts';
import { openDesk } from '#tests/desk.ts';
import { openSink } from '#tests/mail-sink.ts';
import { enterAs } from '#tests/portal-people.ts';
import { holdClock, PASSWORD, type Visitor, visit, welcome } from '#tests/visitor.ts';
import { sendPasswordMail } from './password-mail.ts';
import { sendSignInMail } from './sign-in-mail.ts';

const desk = await openDesk({ roles: ['web'] });
const sink = await openSink();
const { browser: olive } = await welcome(desk);
await olive.call('PUT', '/mail/sending', {
  active: true,
  host: '127.0.0.1',
  port: sink.port,
  security: 'none',
  username: '',
  fromName: 'Harbour IT',
  fromAddress: 'desk@mail.test',
  version: 0,
});
/** The middle of a step of 30 seconds, so that no code changes while a test runs. */
const START = Math.floor(Date.now() / 30_000) * 30_000 + 15_000;
const setClock = (minutes: number) => holdClock(desk, START + minutes * 60_000);
const codeAt = (secret: string, minutes = 0) =>
  generate({ secret, epoch: Math.floor((START + minutes * 60_000) / 1000) });

const POLICY = {
  mail: true,
  password: true,
  sso: true,
  secondFactor: 'optional',
  ssoSecondFactor: false,
  sessionHours: 168,
} as const;
const policy = async (clientId: string, change: object = {}) =>
  expect(
    await olive.call('PUT', '/settings/portal.signIn', {
      level: 'client',
      id: clientId,
      value: { ...POLICY, ...change },
    }),
  ).toMatchObject({ status: 200 });

let made = 0;
/** A client whose people may have passwords, and one of them. */
async function company(change: object = {}, person: { sees?: 'all'; email?: string } = {}) {
  const nth = ++made;
  const email = person.email ?? `ada@firm${nth}.example`;
  const who = await desk.run(async (ctx) => {
    const clientId = await createClient(ctx, { name: `Firm ${nth}`, code: `FIRM${nth}`, timeZone: 'UTC' });
    return { clientId, contactId: await createContact(ctx, { clientId, name: 'Ada Adams', ...person, email }) };
  });
  await policy(who.clientId, change);
  return { ...who, email };
}
const browse = () => visit(desk, `203.0.${Math.floor(made / 200)}.${(++made % 200) + 1}`);

/** The link that the last mail carries. */
async function lastLink(): Promise<{ token: string; to: string }> {
  await sendDueMail(desk.services);
  const mail = sink.mails.at(-1);
  return {
    token: /#token=([\w-]{43})/.exec((mail?.raw ?? '').replace(/=\r\n/g, '').replace(/=3D/g, '='))?.[1] ?? '',
    to: mail?.to[0] ?? '',
  };
}
const reset = async (email: string, clientId: string | null = null) => {
  await sendPasswordMail(desk.services).run({ email, clientId });
  return lastLink();
};
/** Somebody with a password, chosen by the link of an invitation. */
async function withPassword(change: object = {}, person: { sees?: 'all'; email?: string } = {}) {
  const who = await company(change, person);
  expect((await olive.call('POST', `/contacts/${who.contactId}/invitation`)).status).toBe(204);
  const browser = browse();
  const { token } = await lastLink();
  const answer = await browser.call('POST', '/invitations', { token, password: PASSWORD });
  expect(answer).toMatchObject({ status: 201, body: { stage: 'full' } });
  // That a password was set is told by mail as well.
  await sendDueMail(desk.services);
  return { ...who, browser, token };
}
const enter = (browser: Visitor, email: string, password = PASSWORD, also: object = {}) =>
  browser.call('POST', '/portal/sessions', { email, password, ...also });
async function enrol(browser: Visitor) {
  const { secret } = (await browser.call('POST', '/me/totp')).body as { secret: string };
  const answer = await browser.call('POST', '/me/totp/confirm', { code: await codeAt(secret, -0.5) });
  expect(answer.status).toBe(201);
  return { secret, codes: (answer.body as { codes: string[] }).codes };
}
/** As time does: a caller is remembered for a moment. */
const later = () => forgetCallers(desk.services);
const stands = async (browser: Visitor) => (await browser.call('GET', '/portal/tickets')).status;

test('an invitation lets somebody choose a password, once, and with it they sign in', async () => {
  const { browser, email, token, contactId } = await withPassword();
  expect((await browser.call('GET', '/me')).body).toMatchObject({ kind: 'contact', email });
  expect((await browse().call('POST', '/invitations', { token, password: PASSWORD })).status).toBe(422);
  const other = browse();
  expect((await enter(other, ` ${email.toUpperCase()} `)).body).toEqual({
    entered: true,
    codeAsked: false,
    choices: [],
  });
  expect((await other.call('GET', '/me')).body).toMatchObject({ id: contactId });
  expect((await other.call('GET', '/me/sessions')).body).toMatchObject({ items: [{}, {}] });
  expect((await enter(browse(), email, 'four loud red harbours')).status).toBe(401);
});

test('the rules for passwords are those of staff', async () => {
  const { contactId } = await company();
  await olive.call('POST', `/contacts/${contactId}/invitation`);
  const { token } = await lastLink();
  for (const password of ['short', 'passwordpassword', 'adaadamsadaadams'])
    expect((await browse().call('POST', '/invitations', { token, password })).status).toBe(422);
  expect((await browse().call('POST', '/invitations', { token, password: PASSWORD })).status).toBe(201);
});

test('a reset goes to the stored address alone, works an hour, and dies with the address and with a new password', async () => {
  const { email, contactId } = await withPassword();
  const sent = sink.mails.length;
  for (const wrong of ['ａda@firm.example', 'nobody@firm.example']) await reset(wrong);
  expect(sink.mails).toHaveLength(sent);
  for (const bad of [[email], { email }])
    expect((await browse().call('POST', '/portal/password-mails', { email: bad })).status).toBe(400);
  const first = await reset(email.toUpperCase().toLowerCase());
  expect(first.to).toContain(email);
  const second = await reset(email);
  expect((await browse().call('POST', '/invitations/check', { token: first.token })).body).toEqual({ works: false });
  await desk.run((ctx) => updateContact(ctx, contactId, { version: 1, email: `new-${email}` }));
  expect((await browse().call('POST', '/invitations/check', { token: second.token })).body).toEqual({ works: false });
  const third = await reset(`new-${email}`);
  setClock(61);
  expect((await browse().call('POST', '/invitations', { token: third.token, password: PASSWORD })).status).toBe(422);
  setClock(0);
  const before = browse();
  await enter(before, `new-${email}`);
  const fourth = await reset(`new-${email}`);
  const answer = await browse().call('POST', '/invitations', {
    token: fourth.token,
    password: 'five quiet blue harbours',
  });
  expect(answer.status).toBe(201);
  expect((await before.call('GET', '/portal/tickets')).status).toBe(401);
  const changed = browse();
  await enter(changed, `new-${email}`, 'five quiet blue harbours');
  const fifth = await reset(`new-${email}`);
  const change = { current: 'five quiet blue harbours', password: PASSWORD };
  expect((await changed.call('POST', '/me/password', change)).status).toBe(204);
  expect((await browse().call('POST', '/invitations/check', { token: fifth.token })).body).toEqual({ works: false });
});

test('nothing tells whether an address is known, has a password, or is of which client', async () => {
  const { email } = await withPassword();
  const bare = await company();
  const answers = [];
  for (const tried of [email, bare.email, 'nobody@nowhere.example'])
    answers.push(await enter(browse(), tried, 'four loud red harbours'));
  const said = answers.map(({ status, body }) => [status, { ...(body as object), requestId: '', instance: '' }]);
  expect(said[1]).toEqual(said[0]);
  expect(said[2]).toEqual(said[0]);
  const asked = [];
  for (const tried of [email, bare.email, 'nobody@nowhere.example'])
    asked.push(await browse().call('POST', '/portal/password-mails', { email: tried }));
  expect(asked.map(({ status, body, cookies }) => [status, body, cookies])).toEqual(Array(3).fill([204, null, []]));
});

test('a hundred wrong passwords shut nobody out who signs in from where they do, or by mail', async () => {
  const { email, browser } = await withPassword();
  let refused = 0;
  for (let n = 0; n < 101; n++) {
    const answer = await enter(visit(desk, `198.51.100.${n + 1}`), email, 'four loud red harbours');
    if (answer.status === 429) refused++;
  }
  expect(refused).toBe(1);
  expect((await enter(browse(), email)).status).toBe(429);
  expect((await enter(browser, email)).body).toMatchObject({ entered: true });
  expect((await browse().call('POST', '/portal/sign-in-mails', { email })).status).toBe(204);
}, 60_000);

test('one password on many accounts is stopped by where it comes from', async () => {
  const spray = visit(desk, '192.0.2.77');
  const statuses = [];
  for (let n = 0; n < 62; n++) statuses.push((await enter(spray, `somebody${n}@many.example`)).status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(60);
  expect(statuses.slice(60)).toEqual([429, 429]);
}, 60_000);

test('a password signs in at its own client alone; where one address has two, one chooses', async () => {
  const email = `twice${++made}@both.example`;
  const one = await withPassword({}, { email });
  const two = await withPassword({}, { email });
  const answer = await enter(browse(), email);
  expect(answer.body).toMatchObject({
    entered: false,
    choices: [{ contactId: one.contactId }, { contactId: two.contactId }],
  });
  const browser = browse();
  expect((await enter(browser, email, PASSWORD, { contactId: two.contactId })).body).toMatchObject({ entered: true });
  expect((await browser.call('GET', '/me')).body).toMatchObject({ id: two.contactId });
  await policy(one.clientId, { password: false });
  expect((await enter(browse(), email)).body).toMatchObject({ entered: true });
  expect((await enter(browse(), email, PASSWORD, { contactId: one.contactId })).status).toBe(401);
});

test('with codes on, a password or a mail opens half a session, which reaches nothing', async () => {
  setClock(0);
  const { email, browser, clientId, contactId } = await withPassword();
  const other = await enterAs(desk, { clientId, contactId, way: 'mail' });
  const before = browser.jar.get('fettle_session');
  const { secret, codes } = await enrol(browser);
  expect(browser.jar.get('fettle_session')).not.toBe(before);
  later();
  // Who turned it on goes on; where no code was shown, it is asked.
  expect([await stands(browser), await stands(other)]).toEqual([200, 401]);
  const half = browse();
  expect((await enter(half, email)).body).toEqual({ entered: false, codeAsked: true, choices: [] });
  expect((await half.call('GET', '/sessions/current')).body).toEqual({
    me: null,
    setupPending: false,
    codeAsked: true,
  });
  for (const { options } of MODULES.flatMap((module) => module.routes ?? [])) {
    if (options.access === 'public') continue;
    const url = options.url.replace('/api/v1', '').replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');
    const { status } = await half.call(options.method, url, options.body ? {} : undefined);
    expect([`${options.method} ${options.url}`, status]).toEqual([`${options.method} ${options.url}`, 401]);
  }
  const halfToken = half.jar.get('fettle_session');
  expect((await half.call('POST', '/sessions/second-factor', { code: '000000' })).status).toBe(401);
  expect((await half.call('POST', '/sessions/second-factor', { code: await codeAt(secret) })).status).toBe(201);
  expect(half.jar.get('fettle_session')).not.toBe(halfToken);
  expect(await stands(half)).toBe(200);
  // A recovery code works once, and not after new ones were made.
  const [first = '', second = ''] = codes;
  for (const [code, status] of [
    [first, 201],
    [first, 401],
  ] as const) {
    const again = browse();
    await enter(again, email);
    expect((await again.call('POST', '/sessions/second-factor', { code })).status).toBe(status);
  }
  expect((await half.call('POST', '/me/recovery-codes')).status).toBe(201);
  const late = browse();
  await enter(late, email);
  expect((await late.call('POST', '/sessions/second-factor', { code: second })).status).toBe(401);
  // By mail and by a link of staff the code is asked as well.
  const link = (await olive.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string };
  const byLink = await browse().call('POST', '/portal/sessions', { token: link.url.split('#token=')[1] });
  expect(byLink.body).toMatchObject({ entered: false, codeAsked: true });
});

test('what changes sign-in needs a fresh proof: the password, or the code of a mail', async () => {
  setClock(0);
  const { email, browser } = await withPassword();
  setClock(11);
  try {
    expect((await browser.call('POST', '/me/totp')).body).toMatchObject({ reason: 'stale_sign_in' });
    expect((await browser.call('POST', '/me/confirm', { password: 'four loud red harbours' })).status).toBe(422);
    expect((await browser.call('POST', '/me/confirm', { password: PASSWORD })).status).toBe(204);
    expect((await browser.call('POST', '/me/totp')).status).toBe(201);
    setClock(22);
    expect((await browser.call('POST', '/me/totp')).status).toBe(401);
    await browser.call('POST', '/portal/sign-in-mails', { email });
    const job = sendSignInMail(desk.services);
    type Asked = Parameters<typeof job.run>[0];
    const TAKE = `delete from pgboss.job where name = 'portal.sign-in-mail' returning data`;
    const waiting = await desk.run((ctx) => ctx.hot<{ data: Asked }>('test_take_jobs', TAKE, []));
    for (const { data } of waiting) if (data.email === email) await job.run(data);
    await sendDueMail(desk.services);
    const mailCode = /code where you asked for this mail: (\d{6})/.exec(
      (sink.mails.at(-1)?.raw ?? '').replace(/=\r?\n/g, ''),
    )?.[1];
    expect((await browser.call('POST', '/me/confirm', { mailCode: '000000' })).status).toBe(422);
    expect((await browser.call('POST', '/me/confirm', { mailCode })).status).toBe(204);
    expect((await browser.call('POST', '/me/totp')).status).toBe(201);
    expect((await browser.call('POST', '/me/confirm', { mailCode })).status).toBe(422);
  } finally {
    setClock(0);
  }
});

test('a required second factor lets nobody do anything before it is set up, and holds for who is signed in', async () => {
  setClock(0);
  const { clientId, browser } = await withPassword();
  expect(await stands(browser)).toBe(200);
  await policy(clientId, { secondFactor: 'required' });
  later();
  expect((await browser.call('GET', '/portal/tickets')).body).toMatchObject({ reason: 'second_factor_needed' });
  expect((await browser.call('GET', '/me')).body).toMatchObject({ needsSecondFactor: true });
  const reached = [];
  for (const { options } of MODULES.flatMap((module) => module.routes ?? [])) {
    if (options.access !== 'contact' && options.access !== 'anyone') continue;
    const url = options.url.replace('/api/v1', '').replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');
    if (options.method !== 'GET' || options.staff === 'any') continue;
    const { status } = await browser.call('GET', url);
    if (status !== 403) reached.push([url, status]);
  }
  expect(reached).toEqual([]);
  await enrol(browser);
  expect(await stands(browser)).toBe(200);
  expect((await browser.call('GET', '/me')).body).toMatchObject({ needsSecondFactor: false, totpOn: true });
  // Nobody is asked any more once the policy says so.
  await policy(clientId, { secondFactor: 'off' });
  expect((await browser.call('POST', '/me/totp')).status).toBe(422);
});

test('it may be required of those alone who see the whole company', async () => {
  const plain = await withPassword({ secondFactor: 'elevated' });
  const wide = await withPassword({ secondFactor: 'elevated' }, { sees: 'all' });
  expect([await stands(plain.browser), await stands(wide.browser)]).toEqual([200, 403]);
});

test('who comes from their company’s provider is asked for no code of ours, unless the policy says so', async () => {
  const { clientId, contactId } = await withPassword({ secondFactor: 'required' });
  const sso = await enterAs(desk, { clientId, contactId, way: 'sso' });
  expect(await stands(sso)).toBe(200);
  await policy(clientId, { secondFactor: 'required', ssoSecondFactor: true });
  later();
  expect(await stands(sso)).toBe(403);
});

test('a session by password ends when passwords are not allowed any more, and a link chooses none', async () => {
  const { clientId, contactId, browser, email } = await withPassword();
  await olive.call('POST', `/contacts/${contactId}/invitation`);
  const { token } = await lastLink();
  await policy(clientId, { password: false });
  later();
  expect(await stands(browser)).toBe(401);
  expect((await browse().call('POST', '/invitations', { token, password: PASSWORD })).status).toBe(422);
  expect((await olive.call('POST', `/contacts/${contactId}/invitation`)).status).toBe(422);
  const byMail = await enterAs(desk, { clientId, contactId, way: 'mail' });
  expect(
    (await byMail.call('POST', '/me/password', { current: PASSWORD, password: 'five quiet blue harbours' })).status,
  ).toBe(422);
  const sent = sink.mails.length;
  await reset(email);
  expect(sink.mails).toHaveLength(sent);
});

test('staff see how somebody signs in, take a lost phone’s codes away, and sign them out; each is noted', async () => {
  setClock(0);
  const { contactId, browser, email } = await withPassword();
  await enrol(browser);
  const seen = await olive.call('GET', `/contacts/${contactId}/sign-in`);
  expect(seen.body).toMatchObject({
    ways: { password: true },
    providers: [],
    passwordSetAt: expect.any(String),
    totpSince: expect.any(String),
    recoveryCodesLeft: 10,
    lastSignIn: { way: 'password', at: expect.any(String) },
    sessions: [{}],
  });
  setClock(11);
  expect((await olive.call('DELETE', `/contacts/${contactId}/second-factor`)).body).toMatchObject({
    reason: 'stale_sign_in',
  });
  setClock(0);
  expect((await olive.call('DELETE', `/contacts/${contactId}/second-factor`)).status).toBe(204);
  expect(await stands(browser)).toBe(401);
  const again = browse();
  expect((await enter(again, email)).body).toMatchObject({ entered: true });
  expect((await olive.call('DELETE', `/contacts/${contactId}/sessions`)).status).toBe(204);
  expect(await stands(again)).toBe(401);
  expect((await olive.call('GET', `/contacts/${contactId}/sign-in`)).body).toMatchObject({
    totpSince: null,
    recoveryCodesLeft: 0,
    lastSignIn: { way: 'password' },
    sessions: [],
  });
  const events = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('events')
      .select('type')
      .where('subject_id', '=', contactId)
      .where('actor_kind', '=', 'staff')
      .execute(),
  );
  expect(events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['contact.invited', 'contact.second_factor_reset', 'contact.signed_out']),
  );
});

test('people see where they are signed in, and end one session or all others', async () => {
  const { browser, clientId, contactId } = await withPassword();
  const others = [];
  for (let n = 0; n < 3; n++) others.push(await enterAs(desk, { clientId, contactId, way: 'password' }));
  const stranger = await withPassword();
  const { items } = (await browser.call('GET', '/me/sessions')).body as { items: { id: string; current: boolean }[] };
  expect(items).toHaveLength(4);
  const [target] = items.filter(({ current }) => !current);
  expect((await stranger.browser.call('DELETE', `/me/sessions/${target?.id}`)).status).toBe(404);
  expect((await browser.call('DELETE', `/me/sessions/${target?.id}`)).status).toBe(204);
  expect((await browser.call('DELETE', '/me/sessions')).status).toBe(204);
  expect((await browser.call('GET', '/me/sessions')).body).toMatchObject({ items: [{ current: true }] });
  expect(await Promise.all(others.map(stands))).toEqual([401, 401, 401]);
});
