import { beforeEach, expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket, setWatcher } from '#server/desk/ticket/index.ts';
import type { TicketArticles } from '#shared/knowledge.ts';
import type { MailSendingView, OutgoingPage } from '#shared/mail.ts';
import type { ClockView } from '#shared/service-level.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { headerOf, openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { upload } from '#tests/upload.ts';
import { moveClock, visit } from '#tests/visitor.ts';
import { ticketOfMessageId, ticketsOfTokens } from './index.ts';
import { sendDueMail } from './send.ts';

// Nothing is sent but where a test says so.
const desk = await openDesk({ roles: ['web'], baseUrl: 'https://desk.example' });
const sink = await openSink();
const owner = await hire(desk, { name: 'Olga Owner', role: 'owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const { acme, ada, bo } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC', language: 'de' });
  return {
    acme,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }),
    bo: await createContact(ctx, { clientId: acme, name: 'Bo Berg', email: 'bo@acme.example', language: 'en' }),
  };
});
const save = async (changes: object = {}) => {
  const { version } = (await owner.call('GET', '/mail/sending')).body as MailSendingView;
  return owner.call('PUT', '/mail/sending', {
    ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '' },
    ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example' },
    version,
    ...changes,
  });
};
const log = () =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, requesterId: ada, title: 'Printer jams' }));
/** Nobody is told of that, as where one person does it to many tickets. */
const letFollow = (key: string) =>
  desk.run((ctx) => setWatcher({ ...ctx, muted: true }, key, { kind: 'contact', id: bo }, true));
const say = (key: string, body: string, more: object = {}) =>
  tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body, ...more });
const send = () => sendDueMail(desk.services);
const late = async () => {
  moveClock(desk, 1);
  return send();
};
const outgoing = async () => ((await owner.call('GET', '/mail/outgoing')).body as OutgoingPage).items;

beforeEach(async () => {
  moveClock(desk, 0);
  await desk.run((ctx) => ctx.tx.deleteFrom('outgoing_mails').execute());
  sink.mails.length = 0;
  sink.answers.length = 0;
  await save();
});

test('a public answer goes to whoever asked and whoever follows, each alone, in their language; a note to nobody', async () => {
  const { key, id } = await log();
  await letFollow(key);
  await say(key, '<p>It is the <b>roller</b>.</p>');
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'internal', body: 'A secret of the desk' });
  // It waits, so that it could still be taken back.
  expect(await send()).toBe(0);
  expect(await late()).toBe(2);
  expect(sink.mails.map(({ to }) => to)).toEqual([['ada@acme.example'], ['bo@acme.example']]);
  const [toAda, toBo] = sink.mails;
  expect(headerOf(toAda, 'Subject')).toBe(`[${key}] Printer jams`);
  expect(headerOf(toAda, 'Auto-Submitted')).toBeUndefined();
  expect(headerOf(toAda, 'X-Fettle-Ticket')).toBe(key);
  expect(toAda?.raw).toContain('oberhalb dieser Zeile');
  expect(toBo?.raw).toContain('above this line');
  expect(toBo?.raw).toMatch(/Tom Tech wrote:/);
  for (const mail of sink.mails) {
    expect(mail.raw).toContain('roller');
    expect(mail.raw).not.toContain('secret');
    expect(ticketOfMessageId(desk.services.secret, headerOf(mail, 'Message-ID') ?? '')).toBe(id);
    expect(ticketsOfTokens(desk.services.secret, mail.raw.replace(/=\r\n/g, ''))[0]).toBe(id);
  }
});

test('what cannot reach somebody is said before it is sent', async () => {
  const { key } = await log();
  const recipients = async () => (await tom.call('GET', `/tickets/${key}/recipients`)).body;
  expect(await recipients()).toEqual({
    items: [{ contactId: ada, name: 'Ada Adams', email: 'ada@acme.example', reason: 'asked', obstacle: null }],
  });
  await save({ active: false });
  expect(await recipients()).toMatchObject({ items: [{ obstacle: 'mail is not set up' }] });
  await say(key, 'Into the portal alone');
  await save();
  await owner.call('PUT', '/settings/mail.toClients', {
    ...{ level: 'client', id: acme },
    value: { active: false, fromName: '', fromAddress: '', delaySeconds: 0 },
  });
  expect(await recipients()).toMatchObject({ items: [{ obstacle: 'this client gets no mail' }] });
  await say(key, 'Into the portal alone');
  expect(await outgoing()).toEqual([]);
  await owner.call('DELETE', `/settings/mail.toClients?level=client&id=${acme}`);
});

test('a name that breaks its line is nobody’s', async () => {
  const value = { active: true, fromName: 'Acme IT\r\nBcc: v@x.example', fromAddress: '', delaySeconds: 0 };
  const saved = await owner.call('PUT', '/settings/mail.toClients', { level: 'client', id: acme, value });
  expect(saved).toMatchObject({ status: 422 });
});

test('files go along, and what somebody of the client says goes to the others', async () => {
  const { key } = await log();
  await letFollow(key);
  const file = await upload(
    desk,
    acme,
    { authorization: `Bearer ${tom.key}` },
    { name: 'Note.txt', content: 'bytes of the file' },
  );
  await say(key, 'See the picture', { attachmentIds: [file.body.id] });
  await late();
  expect(sink.mails).toHaveLength(2);
  expect(sink.mails[0]?.raw).toContain(Buffer.from('bytes of the file').toString('base64'));
  sink.mails.length = 0;
  const { url } = (await tom.call('POST', `/contacts/${ada}/sign-in-link`)).body as { url: string };
  const visitor = visit(desk);
  await visitor.call('POST', '/portal/sessions', { token: url.split('#token=')[1] });
  await visitor.call('POST', `/portal/tickets/${key}/messages`, { body: 'Still jams' });
  await late();
  expect(sink.mails.map(({ to }) => to)).toEqual([['bo@acme.example']]);
});

test('what one person is told about a ticket goes in order, though the first had to wait', async () => {
  const { key } = await log();
  await say(key, 'First');
  await say(key, 'Second');
  sink.answers.push([451, '4.3.0 Try again']);
  moveClock(desk, 1);
  await send();
  expect(sink.mails).toHaveLength(0);
  moveClock(desk, 3);
  await send();
  await send();
  expect(sink.mails.map(({ raw }) => /First|Second/.exec(raw)?.[0])).toEqual(['First', 'Second']);
});

test('a ticket that moves takes no mail along: what was said still goes to whom it was said', async () => {
  const birch = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
  const { key } = await log();
  await say(key, 'For Ada alone');
  const moved = await owner.call('POST', `/tickets/${key}/move`, { clientId: birch, reason: 'It is theirs' });
  expect((moved.body as TicketView).key).toMatch(/^BIRCH-/);
  await late();
  expect(sink.mails.map(({ to }) => to)).toEqual([['ada@acme.example']]);
  expect(sink.mails[0]?.raw).not.toContain('BIRCH');
  expect(await outgoing()).toMatchObject([{ ticketKey: null, to: 'Ada Adams', toKind: 'contact', state: 'sent' }]);
});

test('until its mail goes out a reply can be taken back: nobody gets it, it stands as a note, and nothing was answered', async () => {
  const { key } = await log();
  const posted = await say(key, 'A word too many', { transition: { to: 'in_progress' } });
  const { takeBack } = posted.body as { takeBack: { eventId: string; until: string } };
  expect(Date.parse(takeBack.until)).toBeGreaterThan(Date.now());
  const undo = () => tom.call('POST', `/tickets/${key}/undo`, { eventId: takeBack.eventId });
  expect((await owner.call('POST', `/tickets/${key}/undo`, { eventId: takeBack.eventId })).status).toBe(403);
  const undone = await undo();
  expect(undone.body).toMatchObject({ ticket: { firstResponseAt: null, status: 'in_progress', lastMessage: null } });
  const { items } = (await tom.call('GET', `/tickets/${key}/timeline`)).body as { items: TimelineEntry[] };
  expect(items.filter(({ message }) => message)).toMatchObject([{ message: { visibility: 'internal' } }]);
  expect(items.at(-1)?.sentence).toContain('took back the reply');
  const { items: clocks } = (await tom.call('GET', `/tickets/${key}/sla`)).body as { items: ClockView[] };
  expect(clocks.find(({ target }) => target === 'first_response')?.stoppedAt ?? null).toBeNull();
  await late();
  expect([sink.mails.length, (await undo()).status]).toEqual([0, 409]);
  const again = (await say(key, 'The right words')).body as { takeBack: typeof takeBack };
  moveClock(desk, 3);
  expect(await send()).toBe(1);
  expect((await tom.call('POST', `/tickets/${key}/undo`, { eventId: again.takeBack.eventId })).body).toMatchObject({
    status: 409,
    detail: expect.stringContaining('sent already'),
  });
});

test('a reply that waits is taken back from the timeline as well, by whoever wrote it', async () => {
  const { key } = await log();
  await say(key, 'A word too many');
  const said = async (who: typeof tom) => {
    const { items } = (await who.call('GET', `/tickets/${key}/timeline`)).body as { items: TimelineEntry[] };
    return items.find(({ message }) => message) as TimelineEntry;
  };
  const reply = await said(tom);
  expect([reply.undoable, (await said(owner)).undoable]).toEqual([true, false]);
  const undo = (who: typeof tom) => who.call('POST', `/tickets/${key}/undo`, { eventId: reply.id });
  expect([(await undo(owner)).status, (await undo(tom)).status]).toEqual([403, 201]);
  expect(await said(tom)).toMatchObject({ undoable: false, message: { visibility: 'internal', mails: [] } });
  await say(key, 'The right words');
  await late();
  const { items } = (await tom.call('GET', `/tickets/${key}/timeline`)).body as { items: TimelineEntry[] };
  expect(items.findLast(({ message }) => message)).toMatchObject({
    undoable: false,
    message: { visibility: 'public' },
  });
  expect(sink.mails).toHaveLength(1);
});

test('a reply that is taken back answered with no article: it stands there as it did before', async () => {
  const { key } = await log();
  const publish = async (title: string) => {
    const { id } = (await owner.call('POST', '/articles', { title, body: 'x', visibility: 'all' })).body as {
      id: string;
    };
    const { version } = (await owner.call('GET', `/articles/${id}`)).body as { version: number };
    expect((await owner.call('POST', `/articles/${id}/publish`, { version })).status).toBe(200);
    return id;
  };
  const [fresh, linked] = [await publish('Rollers'), await publish('Trays')];
  await tom.call('POST', `/tickets/${key}/articles`, { articleId: linked, kind: 'linked' });
  const used = async () => {
    const { used } = (await tom.call('GET', `/tickets/${key}/articles`)).body as TicketArticles;
    return used.map(({ title, kind }) => `${title} ${kind}`).sort();
  };
  const posted = await say(key, 'Like so', { answeredWith: [fresh, linked] });
  expect(await used()).toEqual(['Rollers answered', 'Trays answered']);
  const { takeBack } = posted.body as { takeBack: { eventId: string } };
  expect((await tom.call('POST', `/tickets/${key}/undo`, { eventId: takeBack.eventId })).status).toBeLessThan(300);
  expect(await used()).toEqual(['Trays linked']);
  expect((await owner.call('GET', `/articles/${fresh}`)).body).toMatchObject({ measures: { uses: 0 } });
  const { items } = (await tom.call('GET', `/tickets/${key}/timeline`)).body as { items: TimelineEntry[] };
  expect(items.map(({ sentence }) => sentence)).toContain('took back the answer with the article “Rollers”');
});

test('an article that two replies answered with stays answered with until both are taken back', async () => {
  const { key } = await log();
  const { id } = (await owner.call('POST', '/articles', { title: 'Drums', body: 'x', visibility: 'all' })).body as {
    id: string;
  };
  const { version } = (await owner.call('GET', `/articles/${id}`)).body as { version: number };
  await owner.call('POST', `/articles/${id}/publish`, { version });
  const used = async () => {
    const { used } = (await tom.call('GET', `/tickets/${key}/articles`)).body as TicketArticles;
    return used.map(({ kind }) => kind);
  };
  const answer = async () =>
    ((await say(key, 'Like so', { answeredWith: [id] })).body as { takeBack: { eventId: string } }).takeBack.eventId;
  const undo = async (eventId: string) =>
    expect((await tom.call('POST', `/tickets/${key}/undo`, { eventId })).status).toBeLessThan(300);
  for (const order of ['first', 'second']) {
    const [one, two] = [await answer(), await answer()];
    await undo(order === 'first' ? one : two);
    expect([order, await used()]).toEqual([order, ['answered']]);
    expect((await owner.call('GET', `/articles/${id}`)).body).toMatchObject({ measures: { uses: 1 } });
    await undo(order === 'first' ? two : one);
    expect([order, await used()]).toEqual([order, []]);
  }
  await tom.call('POST', `/tickets/${key}/articles`, { articleId: id, kind: 'answered' });
  await undo(await answer());
  expect(await used()).toEqual(['answered']);
});

test('staff see what became of the mails of a reply: waiting, sent, tried again, not sent; the client’s people do not', async () => {
  const { key } = await log();
  await letFollow(key);
  await say(key, 'In two mails');
  const mails = async () =>
    ((await tom.call('GET', `/tickets/${key}/timeline`)).body as { items: TimelineEntry[] }).items.flatMap(
      ({ message }) => message?.mails ?? [],
    );
  expect(await mails()).toEqual([
    { to: 'Ada Adams', email: 'ada@acme.example', state: 'waiting', why: '', at: null },
    { to: 'Bo Berg', email: 'bo@acme.example', state: 'waiting', why: '', at: null },
  ]);
  sink.answers.push([451, '4.3.0 Try again'], [554, '5.7.1 Not from you']);
  await late();
  expect(await mails()).toMatchObject([
    { to: 'Ada Adams', state: 'trying', why: expect.stringContaining('4.3.0 Try again') },
    { to: 'Bo Berg', state: 'failed', why: expect.stringContaining('5.7.1 Not from you') },
  ]);
  moveClock(desk, 3);
  await send();
  expect(await mails()).toMatchObject([
    { state: 'sent', why: '', at: expect.stringMatching(/^2.*Z$/) },
    { state: 'failed' },
  ]);
  const { url } = (await tom.call('POST', `/contacts/${ada}/sign-in-link`)).body as { url: string };
  const visitor = visit(desk);
  await visitor.call('POST', '/portal/sessions', { token: url.split('#token=')[1] });
  const own = (await visitor.call('GET', `/portal/tickets/${key}`)).body;
  expect(JSON.stringify(own)).toContain('In two mails');
  expect(JSON.stringify(own)).not.toMatch(/bo@acme|5\.7\.1/);
});
