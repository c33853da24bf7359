import { beforeEach, expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket, setWatcher } from '#server/desk/ticket/index.ts';
import type { MailSendingView, OutgoingPage } from '#shared/mail.ts';
import { openDesk } from '#tests/desk.ts';
import { headerOf, htmlOf, openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { upload } from '#tests/upload.ts';
import { moveClock, type Visitor, visit } from '#tests/visitor.ts';
import { sendDueMail } from './send.ts';

// Nothing is sent but where a test says so.
const desk = await openDesk({ roles: ['web'], baseUrl: 'https://desk.example' });
const sink = await openSink();
const owner = await hire(desk, { name: 'Olga Owner', role: 'owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const { acme, ada, bo, carl } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC', language: 'de' });
  const person = (name: string, language?: string) =>
    createContact(ctx, {
      ...{ clientId: acme, name, email: `${name.split(' ')[0]?.toLowerCase()}@acme.example` },
      ...(language ? { language } : {}),
    });
  return { acme, ada: await person('Ada Adams'), bo: await person('Bo Berg', 'en'), carl: await person('Carl Cox') };
});
await owner.call('PUT', '/mail/sending', {
  ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '' },
  ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' },
  version: ((await owner.call('GET', '/mail/sending')).body as MailSendingView).version,
});
const enter = async (contactId: string): Promise<Visitor> => {
  const visitor = visit(desk);
  const { url } = (await tom.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string };
  await visitor.call('POST', '/portal/sessions', { token: url.split('#token=')[1] });
  return visitor;
};
const adaHere = await enter(ada);
const raise = async (more: object = {}): Promise<string> => {
  const report = { title: 'Printer jams', description: '<p>It eats <b>paper</b>.</p>' };
  return ((await adaHere.call('POST', '/portal/tickets', { ...report, ...more })).body as { key: string }).key;
};
const watch = (key: string, id: string, on = true) =>
  tom.call(on ? 'POST' : 'DELETE', `/tickets/${key}/watchers`, { kind: 'contact', id });
const send = () => sendDueMail(desk.services);
const late = async () => {
  moveClock(desk, 1);
  await send();
};
const reached = () => sink.mails.map(({ to }) => to[0]);
const outgoing = async () => ((await owner.call('GET', '/mail/outgoing')).body as OutgoingPage).items;

beforeEach(async () => {
  moveClock(desk, 0);
  await desk.run((ctx) => ctx.tx.deleteFrom('outgoing_mails').execute());
  sink.mails.length = 0;
});

test('whoever is told as well reads who wants it and what was reported, each in their language; whoever raised it gets nothing', async () => {
  const cookie = [...adaHere.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const file = await upload(
    desk,
    acme,
    { cookie, 'sec-fetch-site': 'same-origin' },
    { name: 'Jam.txt', content: 'roller' },
  );
  const key = await raise({ contactIds: [bo, carl, ada], attachmentIds: [file.body.id] });
  await send();
  expect(reached().sort()).toEqual(['bo@acme.example', 'carl@acme.example']);
  const [toBo, toCarl] = [...sink.mails].sort((a, b) => String(a.to[0]).localeCompare(String(b.to[0])));
  for (const mail of [toBo, toCarl]) {
    expect(headerOf(mail, 'Subject')).toBe(`[${key}] Printer jams`);
    expect(headerOf(mail, 'Auto-Submitted')).toBe('auto-generated');
    expect(mail?.raw).toContain(Buffer.from('roller').toString('base64'));
    expect(htmlOf(mail as never)).toMatch(new RegExp(`It eats <b>paper</b>[\\s\\S]*/portal/tickets/${key}`));
  }
  expect(htmlOf(toBo as never)).toMatch(
    /Hello Bo[\s\S]*Ada Adams added you to the ticket “Printer jams”[\s\S]*From: Ada Adams/,
  );
  expect(htmlOf(toCarl as never)).toMatch(/Guten Tag Carl Cox[\s\S]*Ada Adams hat Sie zum Ticket „Printer jams“ hinzu/);
});

test('whoever is added later is told once, by whom, and nothing that staff said among themselves', async () => {
  const key = await raise({ description: '' });
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'internal', body: 'A secret of the desk' });
  expect((await adaHere.call('POST', `/portal/tickets/${key}/people`, { contactIds: [bo] })).status).toBe(201);
  await send();
  expect((await watch(key, carl)).status).toBe(201);
  // What staff did waits, so that it can be undone.
  await send();
  expect(reached()).toEqual(['bo@acme.example']);
  await late();
  expect(reached()).toEqual(['bo@acme.example', 'carl@acme.example']);
  expect(sink.mails[0]?.raw).toContain('Ada Adams added you');
  expect(htmlOf(sink.mails[1] as never)).toMatch(/Tom Tech hat Sie[\s\S]*Von: Ada Adams/);
  for (const { raw } of sink.mails) expect(raw).not.toMatch(/secret|\(key/);
  await watch(key, bo, false);
  await watch(key, bo);
  await watch(key, carl);
  await late();
  expect(sink.mails).toHaveLength(2);
});

test('whoever is taken off again before it is sent, and whom their ticket has left, is told nothing of it', async () => {
  const [key, moved] = [await raise(), await raise()];
  await watch(key, bo);
  await watch(key, bo, false);
  await watch(moved, carl);
  const birch = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
  await owner.call('POST', `/tickets/${moved}/move`, { clientId: birch, reason: 'It is theirs' });
  await late();
  expect(sink.mails).toEqual([]);
  expect(await outgoing()).toMatchObject([{ state: 'given_up' }, { state: 'given_up' }]);
  // What was not told is told when they are let in again.
  await watch(key, bo);
  moveClock(desk, 2);
  await send();
  expect(reached()).toEqual(['bo@acme.example']);
});

test('a client that wants no mail gets none of it, nor whoever asked, nor anybody where many tickets are changed at once', async () => {
  const setting = { active: false, fromName: '', fromAddress: '', delaySeconds: 0 };
  await owner.call('PUT', '/settings/mail.toClients', { level: 'client', id: acme, value: setting });
  await raise({ contactIds: [bo] });
  await owner.call('DELETE', `/settings/mail.toClients?level=client&id=${acme}`);
  const { key } = await desk.run((ctx) =>
    createTicket(ctx, { kind: 'incident', clientId: acme, requesterId: ada, title: 'Printer jams' }),
  );
  await watch(key, ada);
  await desk.run((ctx) => setWatcher({ ...ctx, muted: true }, key, { kind: 'contact', id: bo }, true));
  expect(await outgoing()).toEqual([]);
});
