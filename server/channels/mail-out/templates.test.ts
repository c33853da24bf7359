import { beforeEach, expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { LANGUAGES } from '#shared/languages.ts';
import type { MailPreview, MailSendingView } from '#shared/mail.ts';
import { MAIL_KINDS, type MailKind } from '#shared/mail-words.ts';
import type { SettingView } from '#shared/settings.ts';
import { openDesk } from '#tests/desk.ts';
import { headerOf, openSink, type Received } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { moveClock, visit } from '#tests/visitor.ts';
import { sendDueMail } from './send.ts';

// Nothing is sent but where a test says so.
const desk = await openDesk({ roles: ['web'], baseUrl: 'https://desk.example' });
const sink = await openSink();
const owner = await hire(desk, { name: 'Olga Owner', role: 'owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const { acme, ada, bo } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC', language: 'fr-CA' });
  return {
    acme,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example', language: 'it' }),
    bo: await createContact(ctx, { clientId: acme, name: 'Bo Berg', email: 'bo@acme.example', language: 'nl' }),
  };
});
await owner.call('PUT', '/mail/sending', {
  ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '' },
  ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' },
  version: ((await owner.call('GET', '/mail/sending')).body as MailSendingView).version,
});
const log = (requesterId = ada) =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, requesterId, title: 'Printer jams' }));
const say = (key: string, body: string, more: object = {}) =>
  tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body, ...more });
const SOLVED = { to: 'resolved', resolutionCode: 'fixed', resolutionNote: 'A new roller.' };
const resolve = (key: string) => tom.call('POST', `/tickets/${key}/transitions`, SOLVED);
const late = async () => {
  moveClock(desk, 1);
  return sendDueMail(desk.services);
};
const at = (kind: MailKind) => `/settings/mail.template.${kind}`;
const put = (kind: MailKind, value: object, place: object = { level: 'provider' }) =>
  owner.call('PUT', at(kind), { ...place, value });
/** The mail as it reads, its coding undone. */
const textOf = (mail: Received | undefined): string => {
  const raw = (mail?.raw ?? '').replace(/=\r\n/g, '');
  return Buffer.from(
    raw.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();
};

beforeEach(async () => {
  moveClock(desk, 0);
  await desk.run((ctx) => ctx.tx.deleteFrom('outgoing_mails').execute());
  sink.mails.length = 0;
});

test('every kind of mail has words in every language, which their own check takes', async () => {
  const { items } = (await owner.call('GET', '/settings')).body as { items: SettingView[] };
  for (const kind of Object.keys(MAIL_KINDS) as MailKind[]) {
    const setting = items.find(({ key }) => key === `mail.template.${kind}`);
    expect(Object.keys(setting?.value as object), kind).toEqual([...LANGUAGES]);
    expect((await put(kind, setting?.value as object)).status, kind).toBe(200);
    await owner.call('DELETE', `${at(kind)}?level=provider`);
  }
});

test('a mail goes in the language of the person, else of the client; words are inherited by language', async () => {
  const { key } = await log();
  await put('reply', { fr: { subject: 'Réponse {{ticket.key}}', text: 'Pour tous\n\n{{message}}' } });
  await put(
    'reply',
    { nl: { subject: 'Antwoord {{ticket.key}}', text: '{{author.name}} zegt:\n\n{{message}}\n\n{{provider.name}}' } },
    { level: 'client', id: acme },
  );
  const toBo = await log(bo);
  await say(key, '<p>Bonjour</p>');
  await say(toBo.key, '<p>Hallo</p>');
  await late();
  const [first, second] = sink.mails;
  // Italian is not spoken, so the client's French; the provider's words, since the client has none in it.
  expect(headerOf(first, 'Subject')).toContain(`ponse_${key}`);
  expect(textOf(first)).toMatch(/au-dessus de cette ligne[\s\S]*Pour tous[\s\S]*Bonjour/);
  expect(headerOf(second, 'Subject')).toBe(`Antwoord ${toBo.key}`);
  expect(textOf(second)).toMatch(/boven deze regel[\s\S]*Tom Tech zegt:[\s\S]*Hallo[\s\S]*Harbour IT/);
  await owner.call('DELETE', `${at('reply')}?level=provider`);
  await owner.call('DELETE', `${at('reply')}?level=client&id=${acme}`);
  // What the portal speaks to whoever has chosen nothing that is spoken, mail speaks too.
  await owner.call('PUT', '/settings/portal.language', { level: 'client', id: acme, value: { language: 'es' } });
  moveClock(desk, 0);
  await say((await log()).key, '<p>Hola</p>');
  await late();
  expect(textOf(sink.mails.at(-1))).toMatch(/encima de esta línea[\s\S]*escribió/);
  await owner.call('DELETE', `/settings/portal.language?level=client&id=${acme}`);
});

test('what is wrong with words is said at its field when they are saved, and when they are tried', async () => {
  const faults = async (kind: MailKind, subject: string, text: string) =>
    ((await put(kind, { de: { subject, text } })).body as { errors?: { path: string; message: string }[] }).errors;
  expect(await faults('reply', 'Hi {{ticket.number}}', 'Nothing')).toEqual([
    { path: 'value.de.subject', message: expect.stringMatching(/^there is no \{\{ticket.number\}\}; there are rec/) },
    { path: 'value.de.text', message: expect.stringContaining('must name {{message}} once') },
  ]);
  expect(await faults('reply', '', '{{message}} {{message}} {{ticket.key')).toMatchObject([
    { path: 'value.de.text', message: 'has a {{ that is not closed by }}' },
    { path: 'value.de.subject', message: 'must not be empty' },
    { path: 'value.de.text', message: 'names {{message}} 2 times; once is enough' },
  ]);
  // An acknowledgement repeats nothing that a stranger wrote.
  for (const name of ['ticket.title', 'recipient.name', 'requester.name', 'message'])
    expect(await faults('received', 'We have it', `{{${name}}}`)).toMatchObject([{ path: 'value.de.text' }]);
  const { key } = await log();
  const tried = await tom.call('POST', `/tickets/${key}/mail-preview`, {
    ...{ kind: 'reply', language: 'de', subject: 'x', text: '{{nobody}}' },
  });
  expect([tried.status, tried.body]).toMatchObject([422, { errors: [{ path: 'text' }, { path: 'text' }] }]);
});

test('words are tried with a real ticket before they are saved, and what people typed is never read as words', async () => {
  const { key } = await desk.run((ctx) =>
    createTicket(ctx, { kind: 'incident', clientId: acme, requesterId: ada, title: '<b>{{client.name}}</b>' }),
  );
  await say(key, '<p>It is the <b>roller</b>.</p>');
  const { body } = await tom.call('POST', `/tickets/${key}/mail-preview`, {
    ...{ kind: 'reply', language: 'es', subject: '{{ticket.key}} {{ticket.title}}' },
    text: 'Hola {{recipient.firstName}} {{team.name}}\n\n{{message}}\n\n{{ticket.title}}',
  });
  const preview = body as MailPreview;
  expect(preview).toMatchObject({
    to: 'Ada Adams <ada@acme.example>',
    subject: `${key} <b>{{client.name}}</b>`,
    unknown: [{ variable: 'team.name' }],
  });
  expect(preview.html).toMatch(/encima de esta línea[\s\S]*Hola Ada[\s\S]*<b>roller<\/b>[\s\S]*&lt;b&gt;\{\{client/);
  expect(sink.mails).toEqual([]);
});

test('who asked is told that it is resolved though nobody says so; once, and not by a reply that says it too', async () => {
  const { key } = await log(bo);
  expect((await resolve(key)).status).toBe(201);
  await late();
  expect(sink.mails.map(({ to }) => to)).toEqual([['bo@acme.example']]);
  expect(headerOf(sink.mails[0], 'Subject')).toBe(`[${key}] Opgelost: Printer jams`);
  expect(headerOf(sink.mails[0], 'Auto-Submitted')).toBe('auto-generated');
  expect(textOf(sink.mails[0])).toMatch(/A new roller\.[\s\S]*portal\/tickets/);
  const other = await log(bo);
  moveClock(desk, 0);
  sink.mails.length = 0;
  await say(other.key, '<p>Done.</p>', { transition: SOLVED });
  await late();
  expect(sink.mails).toHaveLength(1);
  expect(textOf(sink.mails[0])).toMatch(/Done\.[\s\S]*beschouwen dit als opgelost/);
});

test('a resolution that is taken back, or that they gave themselves, or that a client does not want told, is not', async () => {
  const { key } = await log(bo);
  const { eventId } = (await resolve(key)).body as { eventId: string };
  expect((await tom.call('POST', `/tickets/${key}/undo`, { eventId })).status).toBe(201);
  await late();
  expect(sink.mails).toEqual([]);
  moveClock(desk, 0);
  await owner.call('PUT', '/settings/mail.resolved', { level: 'client', id: acme, value: { active: false } });
  const quiet = await log(bo);
  await resolve(quiet.key);
  await late();
  expect(sink.mails).toEqual([]);
  await owner.call('DELETE', `/settings/mail.resolved?level=client&id=${acme}`);
  const { url } = (await tom.call('POST', `/contacts/${bo}/sign-in-link`)).body as { url: string };
  const visitor = visit(desk);
  await visitor.call('POST', '/portal/sessions', { token: url.split('#token=')[1] });
  expect((await visitor.call('POST', `/portal/tickets/${quiet.key}/confirm`, {})).status).toBe(201);
  await late();
  expect(sink.mails).toEqual([]);
});
