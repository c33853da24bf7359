import { beforeEach, expect, test } from 'vitest';
import { translateAll } from '#platform/words/index.ts';
import { createClient, createContact, setClientServices } from '#server/business/client/index.ts';
import { sendDueMail } from '#server/channels/mail-out/index.ts';
import type { MailSendingView, OutgoingPage } from '#shared/mail.ts';
import { openDesk } from '#tests/desk.ts';
import { headerOf, openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';
import { visit } from '#tests/visitor.ts';
import { writeMail } from './mail.ts';

// Mail is written and sent where a test says so.
const desk = await openDesk({ roles: ['web'] });
const sink = await openSink();
const owner = await hire(desk, { name: 'Olga Owner' });
const service = ((await owner.call('POST', '/services', { name: 'Mail' })).body as { id: string }).id;
const { acme, ada, birch } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Australia/Perth', language: 'de' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  await setClientServices(ctx, acme, [service]);
  await createContact(ctx, { clientId: acme, name: 'Bo Berg', email: 'bo@acme.example', language: 'en' });
  await createContact(ctx, { clientId: birch, name: 'Ben', email: 'ben@birch.example' });
  return {
    acme,
    birch,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }),
  };
});
await desk.run((ctx) => translateAll(ctx, 'de', { Mail: 'Briefpost' }));
const adas = await enterAs(desk, { clientId: acme, contactId: ada, way: 'mail' });
const { version } = (await owner.call('GET', '/mail/sending')).body as MailSendingView;
await owner.call('PUT', '/mail/sending', {
  ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '', version },
  ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' },
});
const outgoing = async () => ((await owner.call('GET', '/mail/outgoing')).body as OutgoingPage).items;

/** What was asked for meanwhile is written and sent. */
type Asked = Parameters<typeof writeMail>[1];
async function post(): Promise<string[][]> {
  const jobs = await desk.run((ctx) =>
    ctx.hot<{ data: Asked }>(
      'asked',
      "select data from pgboss.job where name = 'announcement.mail' and state = 'created' order by created_on, id",
      [],
    ),
  );
  await desk.run((ctx) =>
    ctx.hot('done', "update pgboss.job set state = 'completed' where name = 'announcement.mail'", []),
  );
  // Each twice, as when whoever wrote them died before saying so.
  for (const { data } of [...jobs, ...jobs]) await writeMail(desk.services, data);
  await sendDueMail(desk.services);
  return sink.mails.map(({ to }) => to);
}
const step = (id: string, name: string, body: object) => owner.call('POST', `/announcements/${id}/${name}`, body);
async function announce(mail: boolean): Promise<string> {
  const made = await owner.call('POST', '/announcements', {
    kind: 'outage',
    title: 'Mail <is> down',
    text: 'We are on it.\n<script>',
    serviceIds: [service],
    fromAt: '2026-02-01T10:00:00.000Z',
  });
  const { id } = made.body as { id: string };
  expect((await step(id, 'publish', { version: 1, mail })).status).toBe(200);
  return id;
}
const plain = (raw = '') => Buffer.from(raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, '%$1')).toString();

beforeEach(async () => {
  await desk.run(async (ctx) => {
    await ctx.tx.deleteFrom('outgoing_mails').execute();
    await ctx.tx.deleteFrom('announcement_mail_stops').execute();
    await ctx.hot('done', "update pgboss.job set state = 'completed' where name = 'announcement.mail'", []);
  });
  sink.mails.length = 0;
});

test('at publish it goes to those whom it is for, each alone and once, in their language, and says how to stop', async () => {
  const id = await announce(true);
  expect((await post()).sort()).toEqual([['ada@acme.example'], ['bo@acme.example']]);
  const toAda = sink.mails.find(({ to }) => to[0] === 'ada@acme.example');
  const toBo = sink.mails.find(({ to }) => to[0] === 'bo@acme.example');
  expect(headerOf(toBo, 'Subject')).toBe('Mail <is> down');
  expect(headerOf(toBo, 'Auto-Submitted')).toBe('auto-generated');
  expect(headerOf(toBo, 'List-Id')).toBe('<announcements.harbour.example>');
  expect(headerOf(toBo, 'List-Unsubscribe')).toMatch(
    /^<http:\/\/127\.0\.0\.1\/api\/v1\/announcement-mail-links\/[\w-]+>$/,
  );
  // One press needs HTTPS.
  expect(headerOf(toBo, 'List-Unsubscribe-Post')).toBeUndefined();
  expect(plain(toBo?.raw)).toContain('/portal/stop-mail#token%3D');
  expect(toBo?.raw).toContain('Hello Bo');
  expect(toBo?.raw).toContain('until: not known yet'.replace('until', 'Until'));
  // By the clocks of Perth.
  expect(toBo?.raw).toContain('1 February 2026 at 18:00');
  expect(toAda?.raw).toContain('Guten Tag Ada Adams');
  expect(toAda?.raw).toContain('Briefpost');
  expect(toBo?.raw).not.toContain('Briefpost');
  const services = async (path: string) => JSON.stringify((await adas.call('GET', `/portal/${path}`)).body);
  expect(await services('announcements')).toContain('Briefpost');
  expect(await services('service-status')).toContain('Briefpost');
  expect(toBo?.raw).not.toContain('above this line');
  expect(plain(toBo?.raw)).toContain(`/status#${id}`.replace('=', '%'));
  expect(toBo?.raw).toContain('&lt;script&gt;');

  // Whoever was told hears how it goes on, in the same thread.
  sink.mails.length = 0;
  await step(id, 'updates', { text: 'A disk had failed.' });
  expect((await post()).length).toBe(2);
  expect(headerOf(sink.mails[0], 'In-Reply-To') ?? headerOf(sink.mails[0], 'References')).toContain(id);
  sink.mails.length = 0;
  await step(id, 'end', { version: 3 });
  expect((await post()).length).toBe(2);
  expect(sink.mails.map((mail) => headerOf(mail, 'Subject')).sort()).toEqual([
    'Over: Mail <is> down',
    'Vorbei: Mail <is> down',
  ]);
});

test('without mail at publish only whoever follows it hears more, until they stop', async () => {
  const id = await announce(false);
  expect(await post()).toEqual([]);
  const followed = await adas.call('PUT', `/portal/announcements/${id}/following`, { follows: true });
  expect(followed.status).toBe(204);
  await step(id, 'updates', { text: 'A disk had failed.' });
  expect(await post()).toEqual([['ada@acme.example']]);
  expect(sink.mails[0]?.raw).toContain('A disk had failed.');
  sink.mails.length = 0;
  await adas.call('PUT', `/portal/announcements/${id}/following`, { follows: false });
  await step(id, 'updates', { text: 'Nearly there.' });
  expect(await post()).toEqual([]);
});

test('the link of a mail stops them all without signing in, by a press; another than ours does nothing', async () => {
  const id = await announce(true);
  await post();
  const toBo = sink.mails.find(({ to }) => to[0] === 'bo@acme.example');
  const token = /#token%3D([\w-]+)/.exec(plain(toBo?.raw))?.[1] ?? '';
  const stranger = visit(desk);
  const stop = (text: string) => stranger.call('POST', '/announcement-mail-links/stop', { token: text });
  expect((await stop(`${token.slice(0, -4)}AAAA`)).status).toBe(404);
  // The page behind it speaks the language of whoever it was sent to, and looking stops nothing.
  const look = (text: string) => stranger.call('POST', '/announcement-mail-links/look', { token: text });
  const ofAda =
    /#token%3D([\w-]+)/.exec(plain(sink.mails.find(({ to }) => to[0] === 'ada@acme.example')?.raw))?.[1] ?? '';
  expect((await look(ofAda)).body).toEqual({ language: 'de', portal: expect.any(String) });
  expect([(await look(token)).status, (await look(`${token.slice(0, -4)}AAAA`)).status]).toEqual([200, 404]);
  expect((await stop(token)).status).toBe(204);
  sink.mails.length = 0;
  await step(id, 'updates', { text: 'More.' });
  expect(await post()).toEqual([['ada@acme.example']]);
  const reach = await owner.call('POST', '/announcements/reach', { audience: 'services', serviceIds: [service] });
  expect(reach.body).toMatchObject({ people: 2, mails: 1 });
});

test('a mail program stops them by one press, without cookies and in either kind of form; looking at the address stops nothing', async () => {
  const id = await announce(true);
  const { baseUrl } = desk.services;
  Object.assign(desk.services, { baseUrl: 'https://desk.harbour.example' });
  await post().finally(() => Object.assign(desk.services, { baseUrl }));
  const addressOf = (name: string) => {
    const mail = sink.mails.find(({ to }) => to[0]?.startsWith(name));
    expect(headerOf(mail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    return /^<https:\/\/desk\.harbour\.example(\/\S+)>$/.exec(headerOf(mail, 'List-Unsubscribe') ?? '')?.[1] ?? '';
  };
  const stops = () => desk.run((ctx) => ctx.tx.selectFrom('announcement_mail_stops').selectAll().execute());
  const [ofAda, ofBo] = [addressOf('ada'), addressOf('bo')];
  for (const method of ['GET', 'HEAD'] as const) {
    const looked = await desk.app.inject({ method, url: ofAda });
    expect([looked.statusCode, looked.headers.location]).toEqual([
      302,
      `/portal/stop-mail#token=${ofAda.split('/').at(-1)}`,
    ]);
  }
  const press = (url: string, type: string, payload: string) =>
    desk.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': type, 'sec-fetch-site': 'cross-site' },
    });
  const form = 'application/x-www-form-urlencoded';
  const parts = (value: string) =>
    `--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\n${value}\r\n--b--\r\n`;
  expect((await press(ofAda, form, 'List-Unsubscribe=No')).statusCode).toBe(400);
  expect((await press(ofAda, 'multipart/form-data; boundary=b', parts('No'))).statusCode).toBe(400);
  expect((await press(`${ofAda.slice(0, -4)}AAAA`, form, 'List-Unsubscribe=One-Click')).statusCode).toBe(404);
  expect(await stops()).toEqual([]);
  expect((await press(ofAda, form, 'List-Unsubscribe=One-Click')).statusCode).toBe(204);
  expect((await stops()).map(({ contact_id }) => contact_id)).toEqual([ada]);
  // Twice is as once.
  for (const _ of [1, 2])
    expect((await press(ofBo, 'multipart/form-data; boundary=b', parts('One-Click'))).statusCode).toBe(204);
  sink.mails.length = 0;
  await step(id, 'updates', { text: 'More.' });
  expect(await post()).toEqual([]);
});

test('what was noted is not sent to anybody whom it is not for any more', async () => {
  const id = await announce(true);
  const jobs = { id, kind: 'announcement', saidId: id } as const;
  await writeMail(desk.services, jobs);
  await owner.call('PATCH', `/announcements/${id}`, { version: 2, audience: 'chosen', clientIds: [birch] });
  await sendDueMail(desk.services);
  expect(sink.mails).toEqual([]);
  expect((await outgoing()).map(({ lastError }) => lastError)).toEqual([
    'The announcement is not for them any more',
    'The announcement is not for them any more',
  ]);
});

test('a client’s own words stand in the place of ours, and who gets no mail at all gets none of these', async () => {
  const own = { subject: 'Achtung: {{announcement.title}}', text: '{{message}}' };
  const put = (key: string, value: object) =>
    owner.call('PUT', `/settings/${key}`, { level: 'client', id: acme, value });
  expect((await put('mail.template.announcement', { de: own })).status).toBe(200);
  await announce(true);
  await post();
  expect(sink.mails.map((mail) => headerOf(mail, 'Subject')).sort()).toEqual([
    'Achtung: Mail <is> down',
    'Mail <is> down',
  ]);
  expect((await put('mail.toClients', { active: false, fromName: '', fromAddress: '', delaySeconds: 0 })).status).toBe(
    200,
  );
  sink.mails.length = 0;
  await announce(true);
  expect(await post()).toEqual([]);
  const reach = await owner.call('POST', '/announcements/reach', { audience: 'services', serviceIds: [service] });
  expect(reach.body).toMatchObject({ people: 2, mails: 0 });
});
