import { expect, test } from 'vitest';
import { createClient, createContact, updateContact } from '#server/business/client/index.ts';
import { sendDueMail } from '#server/channels/mail-out/index.ts';
import { openDesk } from '#tests/desk.ts';
import { headerOf, openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { moveClock, type Visitor, visit } from '#tests/visitor.ts';
import { sendSignInMail } from './sign-in-mail.ts';

const desk = await openDesk({ roles: ['web'] });
const sink = await openSink();
const olive = await hire(desk, { name: 'Olive Owner' });
const off = await visit(desk).call('GET', '/portal/sign-in');
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
const { acme, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC', language: 'de' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'Ada@acme.example' });
  await createContact(ctx, { clientId: acme, name: 'Fay Fox', email: 'fay@acme.example' });
  for (const clientId of [acme, birch])
    await createContact(ctx, { clientId, name: 'Twice', email: 'twice@both.example' });
  return { acme, ada };
});

let strangers = 0;
/** A browser of a network of its own, so that what is counted by network stays apart. */
const browse = () => visit(desk, `203.0.113.${++strangers}`);
const job = sendSignInMail(desk.services);

/** Asks for a mail, does what waits for it in the background, and reads what came. */
async function ask(browser: Visitor, email: string) {
  const answer = await browser.call('POST', '/portal/sign-in-mails', { email });
  const before = sink.mails.length;
  const waiting = await desk.run((ctx) => takeJobs(ctx));
  for (const asked of waiting) await job.run(asked);
  await sendDueMail(desk.services);
  const mail = sink.mails.slice(before).at(-1);
  const text = Buffer.from(mail?.raw.replace(/=\r\n/g, '').replace(/=3D/g, '=') ?? '').toString();
  return {
    status: answer.status,
    body: answer.body,
    count: sink.mails.length - before,
    mail,
    text,
    token: /#token=([\w-]{43})/.exec(text)?.[1] ?? '',
    code: /\b(\d{6})\r\n/.exec(text)?.[1] ?? '',
  };
}

type Asked = Parameters<typeof job.run>[0];
async function takeJobs(ctx: Parameters<Parameters<typeof desk.run>[0]>[0]): Promise<Asked[]> {
  const rows = await ctx.hot<{ data: Asked }>(
    'test_take_jobs',
    `delete from pgboss.job where name = 'portal.sign-in-mail' returning data`,
    [],
  );
  return rows.map(({ data }) => data);
}

const enter = (browser: Visitor, body: object) => browser.call('POST', '/portal/sessions', body);
const nameIn = async (browser: Visitor) => ((await browser.call('GET', '/me')).body as { name?: string } | null)?.name;
const ENTERED = { status: 201, body: { entered: true, codeAsked: false, choices: [] } };

test('a mail is offered where mail goes out at all', async () => {
  expect(off.body).toMatchObject({ mail: false });
  expect((await visit(desk).call('GET', '/portal/sign-in')).body).toMatchObject({ mail: true });
});

test('a link that was asked for signs in once, in any browser, and is written in the reader’s language', async () => {
  const { status, mail, token, code } = await ask(browse(), 'ADA@Acme.example');
  expect([status, token.length, code.length]).toEqual([204, 43, 6]);
  expect(mail?.to).toEqual(['ada@acme.example']);
  expect(headerOf(mail, 'Subject')).toBe('Ihr Link zum Anmelden');
  expect(headerOf(mail, 'Auto-Submitted')).toBe('auto-generated');
  const phone = browse();
  expect(await enter(phone, { token })).toMatchObject(ENTERED);
  expect(await nameIn(phone)).toBe('Ada Adams');
  expect((await enter(browse(), { token })).status).toBe(422);
});

test('who has chosen no language is written to in what is set for the portal, as in every other mail', async () => {
  const portal = { level: 'client', id: acme };
  await olive.call('PUT', '/settings/portal.language', { ...portal, value: { language: 'fr' } });
  const { mail, text } = await ask(browse(), 'fay@acme.example');
  expect(headerOf(mail, 'Subject')).toBe('Votre lien de connexion');
  expect(text).toContain('Ouvrez ce lien');
  await olive.call('DELETE', `/settings/portal.language?level=client&id=${acme}&version=1`);
});

test('looking at the link uses nothing up', async () => {
  const { token } = await ask(browse(), 'ada@acme.example');
  for (const method of ['GET', 'HEAD'] as const) {
    await desk.app.inject({ method, url: `/portal/sign-in?token=${token}` });
    await desk.app.inject({ method, url: `/api/v1/portal/sessions?token=${token}` });
  }
  expect(await enter(browse(), { token })).toMatchObject(ENTERED);
});

test('a code works in the browser that asked alone, and uses the link up with it', async () => {
  const mine = browse();
  const { code, token } = await ask(mine, 'ada@acme.example');
  const other = browse();
  expect((await enter(other, { email: 'ada@acme.example', code })).status).toBe(422);
  await other.call('POST', '/portal/sign-in-mails', { email: 'ada@acme.example' });
  expect((await enter(other, { email: 'ada@acme.example', code })).status).toBe(422);
  expect((await enter(mine, { email: 'somebody@else.example', code })).status).toBe(422);
  expect(await enter(mine, { email: 'Ada@acme.example', code })).toMatchObject(ENTERED);
  expect((await enter(mine, { email: 'ada@acme.example', code })).status).toBe(422);
  expect((await enter(browse(), { token })).status).toBe(422);
});

test('an address that nobody has is answered alike, and no mail goes out', async () => {
  const browser = browse();
  const known = await ask(browser, 'ada@acme.example');
  const unknown = await ask(browser, 'nobody@acme.example');
  expect([unknown.status, unknown.body, unknown.count]).toEqual([known.status, known.body, 0]);
  const tries = async (email: string) => {
    const answers = [];
    for (let at = 0; at < 7; at++) answers.push(await enter(browser, { email, code: '000000' }));
    return answers.map(({ status, body }) => [status, (body as { detail: string }).detail]);
  };
  const strange = browse();
  await strange.call('POST', '/portal/sign-in-mails', { email: 'other@acme.example' });
  const forKnown = await tries('ada@acme.example');
  browser.jar.clear();
  for (const [name, value] of strange.jar) browser.jar.set(name, value);
  expect(await tries('other@acme.example')).toEqual(forKnown);
  expect(forKnown.map(([status]) => status)).toEqual([422, 422, 422, 422, 422, 429, 429]);
});

test('mails to an address, and mails from a network, are limited, whoever has it', async () => {
  const ask = async (email: string, browser = browse()) =>
    (await browser.call('POST', '/portal/sign-in-mails', { email })).status;
  for (const email of ['much@acme.example', 'bored@nowhere.example']) {
    for (let at = 0; at < 5; at++) expect(await ask(email)).toBe(204);
    expect(await ask(email)).toBe(429);
  }
  const noisy = browse();
  for (let at = 0; at < 30; at++) expect(await ask(`n${at}@nowhere.example`, noisy)).toBe(204);
  expect(await ask('n30@nowhere.example', noisy)).toBe(429);
  await desk.run((ctx) => takeJobs(ctx));
});

test('after fifteen minutes neither works; whoever has left gets no mail and does not get in', async () => {
  const browser = browse();
  moveClock(desk, 60);
  try {
    const late = await ask(browser, 'ada@acme.example');
    moveClock(desk, 76);
    expect((await enter(browser, { token: late.token })).status).toBe(422);
    expect((await enter(browser, { email: 'ada@acme.example', code: late.code })).status).toBe(422);
    const left = await desk.run((ctx) =>
      createContact(ctx, { clientId: acme, name: 'Left', email: 'left@acme.example' }),
    );
    const { token } = await ask(browser, 'left@acme.example');
    await desk.run((ctx) => updateContact(ctx, left, { version: 1, active: false }));
    expect((await enter(browser, { token })).status).toBe(422);
    expect((await ask(browser, 'left@acme.example')).count).toBe(0);
  } finally {
    moveClock(desk, 0);
  }
});

test('an address that two clients know chooses after the proof, and is let into one of them', async () => {
  const browser = browse();
  const { token, count, text } = await ask(browser, 'twice@both.example');
  expect(count).toBe(1);
  expect(text).not.toMatch(/Acme|Birch/);
  const asked = await enter(browser, { token });
  expect(asked).toMatchObject({
    status: 201,
    body: { entered: false, choices: [{ client: 'Acme' }, { client: 'Birch' }] },
  });
  expect((await browser.call('GET', '/me')).status).toBe(401);
  expect((await enter(browser, { token, contactId: ada })).status).toBe(422);
  const { choices } = asked.body as { choices: { contactId: string }[] };
  expect(await enter(browser, { token, contactId: choices[1]?.contactId })).toMatchObject(ENTERED);
  expect((await browser.call('GET', '/me')).body).toMatchObject({ name: 'Twice', id: choices[1]?.contactId });
  expect((await enter(browse(), { token, contactId: choices[0]?.contactId })).status).toBe(422);
});

test('neither token nor code is kept where it could be read', async () => {
  const { token, code } = await ask(browse(), 'twice@both.example');
  const stored = await desk.run(async (ctx) => [
    await ctx.tx.selectFrom('one_time_tokens').selectAll().execute(),
    await ctx.tx.selectFrom('outgoing_mails').selectAll().execute(),
    await ctx.tx.selectFrom('events').select('data').execute(),
  ]);
  expect([token.length, code.length]).toEqual([43, 6]);
  expect(JSON.stringify(stored)).not.toContain(token);
  expect(JSON.stringify(stored)).not.toContain(`"${code}"`);
  const outbox = await olive.call('GET', '/mail/outgoing');
  expect(outbox.text).not.toContain(token);
});
