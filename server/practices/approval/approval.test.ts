import { beforeEach, expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { mailOutModule, ticketOfMessageId, ticketsOfTokens } from '#server/channels/mail-out/index.ts';
import { createItem, placeOrder, publishItem } from '#server/practices/request/index.ts';
import type { OpenVote } from '#shared/approval.ts';
import type { OutgoingPage } from '#shared/mail.ts';
import type { RequestView } from '#shared/request.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { headerOf, openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { moveClock, visit } from '#tests/visitor.ts';
import { delegate, delegationsOf, endDelegation } from './delegation.ts';
import { sweepApprovals } from './sweep.ts';

const desk = await openDesk({ roles: ['web'], baseUrl: 'https://desk.example' });
const sink = await openSink();
const olga = await hire(desk, { name: 'Olga Owner' });
const tim = await hire(desk, { name: 'Tim Technical', role: 'technician' });
const { acme, ada, mary, stan } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const mary = await createContact(ctx, { clientId: acme, name: 'Mary Manager', email: 'mary@acme.example' });
  const stan = await createContact(ctx, { clientId: acme, name: 'Stan Stand-in', email: 'stan@acme.example' });
  const ada = await createContact(ctx, {
    clientId: acme,
    name: 'Ada Adams',
    email: 'ada@acme.example',
    managerId: mary,
  });
  return { acme, ada, mary, stan };
});
const SETTINGS = {
  ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '' },
  ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example', version: 0 },
};
expect((await olga.call('PUT', '/mail/sending', SETTINGS)).status).toBe(200);

const item = (name: string, approvers: object[], more: object = {}) =>
  desk.run(async (ctx) => {
    const terms = {
      ...{ name, summary: '', description: '', icon: 'laptop', heading: '', form: { fields: [] }, deliveryDays: null },
      ...{
        plan: [],
        parts: [],
        routes: [],
        categoryId: null,
        serviceId: null,
        price: { minor: 189_900, currency: 'AUD' },
      },
      approval: {
        ...{ order: 'serial', currency: 'AUD', expireAfterHours: 72, remindEveryHours: 24 },
        steps: [{ name: 'Manager', approvers, quorum: 'any', veto: true, above: null, ...more }],
      },
    };
    const id = await createItem(ctx, { terms: terms as never });
    await publishItem(ctx, id, { version: 1 });
    return id;
  });
const laptop = await item('Laptop', [{ kind: 'manager' }]);
const order = (itemId: string) =>
  desk.run((ctx) =>
    placeOrder(ctx, { clientId: acme, requesterId: ada }, { itemId, answers: {}, reason: 'Old one broke' }),
  );
const view = async (key: string) =>
  ((await olga.call('GET', `/tickets/${key}/request`)).body as { request: RequestView }).request;
const status = async (key: string) => ((await olga.call('GET', `/tickets/${key}`)).body as TicketView).status;
const linkIn = (raw: string) =>
  /decide#token=([\w-]+)/.exec(raw.replace(/=\r\n/g, '').replaceAll('=3D', '='))?.[1] ?? '';
const sent = async () => {
  sink.mails.length = 0;
  await mailOutModule.loops[0]?.run(desk.services, new AbortController().signal);
  return [...sink.mails];
};
const stranger = visit(desk);
const look = (token: string) => stranger.call('POST', '/approval-links/look', { token });
const vote = (token: string, body: object) => stranger.call('POST', '/approval-links/vote', { token, ...body });

beforeEach(async () => {
  moveClock(desk, 0);
  await sent();
});

test('a vote that nobody casts is given to another, whose link counts from then on; who asked is never that other', async () => {
  const { key } = await order(laptop);
  const [first] = await sent();
  const vote1 = (await view(key)).approvals[0]?.steps[0]?.voters[0]?.id ?? '';
  const give = (contactId: string, who = olga) =>
    who.call('POST', `/tickets/${key}/request/votes/${vote1}/reassign`, { contactId, reason: 'On leave' });
  expect(await give(ada)).toMatchObject({ status: 422, body: { errors: [{ path: 'contactId' }] } });
  expect(await give(mary)).toMatchObject({ status: 422, body: { errors: [{ path: 'contactId' }] } });
  expect((await give(stan, tim)).status).toBe(403);
  expect((await give(stan)).status).toBe(200);
  const [mail, ...others] = await sent();
  expect([mail?.to, others]).toEqual([['stan@acme.example'], []]);
  expect((await vote(linkIn(first?.raw ?? ''), { vote: 'approve' })).status).toBeGreaterThanOrEqual(400);
  expect((await view(key)).approvals[0]).toMatchObject({
    state: 'pending',
    steps: [{ asked: 1, voters: [{ name: 'Stan Stand-in', why: 'asked in place of Mary Manager' }] }],
  });
  expect((await vote(linkIn(mail?.raw ?? ''), { vote: 'approve' })).status).toBe(200);
  expect(await status(key)).toBe('approved');
  expect((await give(mary)).status).toBe(409);
});

test('one mail says what, how much, who and why; looking at its link decides nothing, and its button decides once', async () => {
  const { key } = await order(laptop);
  const [mail, ...others] = await sent();
  expect(others).toEqual([]);
  expect(mail?.to).toEqual(['mary@acme.example']);
  expect(headerOf(mail, 'Subject')).toBe(`[${key}] Laptop: please approve or reject`);
  for (const words of [
    'Ada Adams asks for: Laptop',
    'AUD 1,899.00',
    'Old one broke',
    'You are asked as Manager (manager; ',
  ])
    expect(mail?.raw.replace(/=\r\n/g, '')).toContain(words);
  // What is answered to it is heard on the ticket, by its id or by the word in its text.
  const { id } = (await olga.call('GET', `/tickets/${key}`)).body as TicketView;
  const { secret } = desk.services;
  expect(ticketOfMessageId(secret, headerOf(mail, 'Message-ID') ?? '')).toBe(id);
  expect(ticketsOfTokens(secret, mail?.raw.replace(/=\r\n/g, '') ?? '')).toEqual([id]);
  expect(headerOf(mail, 'X-Fettle-Ticket')).toBe(key);
  const token = linkIn(mail?.raw ?? '');
  expect(token.length).toBeGreaterThan(40);
  // Neither the token nor its link stands anywhere in the database once the mail is out.
  const { rows } = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('outgoing_mails')
      .selectAll()
      .execute()
      .then((all) => ({ rows: JSON.stringify(all) })),
  );
  expect(rows).not.toContain(token);
  const [stored] = await desk.run((ctx) =>
    ctx.tx.selectFrom('outgoing_mails').select('sealed_link').where('kind', '=', 'approval').execute(),
  );
  expect(stored?.sealed_link).toBeNull();
  // What a scanner does: it opens the address, and even asks what is behind it.
  expect((await desk.app.inject({ url: '/portal/decide' })).statusCode).not.toBe(500);
  for (const url of ['/approval-links/look', '/approval-links/vote'])
    expect((await stranger.call('GET', `${url}?token=${token}`)).status).toBeGreaterThanOrEqual(400);
  const seen = await look(token);
  expect(seen.body).toMatchObject({
    voter: 'Mary Manager',
    portal: 'acme',
    vote: {
      subject: { title: 'Laptop', requester: 'Ada Adams', reason: 'Old one broke', cost: { minor: 189_900 } },
      policy: expect.stringContaining('policy'),
    },
  });
  expect((await look(token)).status).toBe(200);
  expect((await view(key)).approvals[0]).toMatchObject({ state: 'pending' });
  const both = await Promise.all([vote(token, { vote: 'approve' }), vote(token, { vote: 'approve' })]);
  expect(both.map((answer) => answer.status).toSorted()).toEqual([200, expect.any(Number)]);
  expect((await view(key)).approvals[0]).toMatchObject({
    state: 'approved',
    steps: [{ voters: [{ vote: 'approve', name: 'Mary Manager' }] }],
  });
  expect(await status(key)).toBe('approved');
  expect((await look(token)).status).toBe(404);
  expect((await vote(token, { vote: 'reject', comment: 'x' })).status).toBe(404);
  const detailOf = (answer: { body: unknown }) => (answer.body as { detail: string }).detail;
  expect(detailOf(await vote('x'.repeat(43), { vote: 'approve' }))).toBe(detailOf(await look(token)));
  // Whoever asked hears of it.
  expect((await sent()).map(({ to }) => to)).toEqual([['ada@acme.example']]);
});

test('a link expires, and a rejection by it needs a reason that the requester is told', async () => {
  const { key } = await order(laptop);
  const token = linkIn((await sent())[0]?.raw ?? '');
  expect((await vote(token, { vote: 'reject' })).status).toBe(422);
  moveClock(desk, 73 * 60);
  expect((await look(token)).status).toBe(404);
  expect((await vote(token, { vote: 'approve' })).status).toBe(404);
  moveClock(desk, 0);
  expect((await vote(token, { vote: 'reject', comment: 'Not in the budget' })).status).toBe(200);
  expect(await status(key)).toBe('rejected');
  expect((await sent())[0]?.raw).toContain('Mary Manager: Not in the budget');
});

test('whoever is silent is reminded, and in the end it expires', async () => {
  const { key } = await order(laptop);
  await sent();
  expect(await sweepApprovals(desk.services)).toBe(0);
  moveClock(desk, 25 * 60);
  expect(await sweepApprovals(desk.services)).toBeGreaterThan(0);
  const [reminder] = (await sent()).filter(({ raw }) => raw.includes(key));
  expect(headerOf(reminder, 'Subject')).toContain('Reminder: Laptop');
  expect((await look(linkIn(reminder?.raw ?? ''))).status).toBe(200);
  moveClock(desk, 73 * 60);
  await sweepApprovals(desk.services);
  expect((await view(key)).approvals[0]).toMatchObject({ state: 'expired', endedWhy: 'nobody decided in time' });
  expect(await status(key)).toBe('rejected');
  moveClock(desk, 0);
});

test('whoever stands in gets a link of their own, which dies with the standing in', async () => {
  const delegation = {
    client_id: acme,
    id: '0190a000-0000-7000-8000-000000000001',
    contact_id: mary,
    to_contact_id: stan,
  };
  await desk.run((ctx) =>
    ctx.tx
      .insertInto('approval_delegations')
      .values({
        ...delegation,
        from_at: ctx.now,
        until_at: new Date(Date.parse(ctx.now) + 86_400_000).toISOString(),
        created_at: ctx.now,
      })
      .execute(),
  );
  const { key } = await order(laptop);
  const mails = await sent();
  expect(mails.map(({ to }) => to[0]).toSorted()).toEqual(['mary@acme.example', 'stan@acme.example']);
  const rawTo = (address: string) => mails.find(({ to }) => to[0] === address)?.raw ?? '';
  expect(rawTo('stan@acme.example')).toContain('You decide in place of: Mary Manager');
  expect(rawTo('mary@acme.example')).not.toContain('in place of');
  expect((await view(key)).approvals[0]?.steps[0]?.voters).toMatchObject([
    { name: 'Mary Manager', standIns: [{ name: 'Stan Stand-in', until: expect.any(String) }] },
  ]);
  const token = linkIn(rawTo('stan@acme.example'));
  expect((await look(token)).body).toMatchObject({ voter: 'Stan Stand-in', vote: { inPlaceOf: 'Mary Manager' } });
  await desk.run((ctx) => ctx.tx.updateTable('approval_delegations').set({ ended_at: ctx.now }).execute());
  expect((await look(token)).status).toBe(404);
  expect((await vote(token, { vote: 'approve' })).status).toBe(404);
  expect((await view(key)).approvals[0]).toMatchObject({ state: 'pending', steps: [{ voters: [{ standIns: [] }] }] });
});

test('whoever stands in from a later day on is told then of what waits, once, and not where it was taken back', async () => {
  moveClock(desk, 0);
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const standIn = (to: string) =>
    desk.run((ctx) =>
      delegate(ctx, { clientId: acme, contactId: mary }, { toContactId: to, fromAt: at(5), untilAt: at(50) }),
    );
  const mailsOf = async () => (await sent()).filter(({ to }) => to[0] === 'stan@acme.example');
  const back = await standIn(stan);
  const { key } = await order(laptop);
  await sent();
  await desk.run((ctx) => endDelegation(ctx, { clientId: acme, contactId: mary }, back));
  moveClock(desk, 6 * 60);
  await sweepApprovals(desk.services);
  expect(await mailsOf()).toEqual([]);
  moveClock(desk, 0);
  await standIn(stan);
  await sweepApprovals(desk.services);
  expect(await mailsOf()).toEqual([]);
  moveClock(desk, 6 * 60);
  await Promise.all([sweepApprovals(desk.services), sweepApprovals(desk.services)]);
  const told = (await mailsOf()).filter(({ raw }) => raw.includes(key));
  expect(told).toHaveLength(1);
  expect(told[0]?.raw).toContain('You decide in place of: Mary Manager');
  expect((await look(linkIn(told[0]?.raw ?? ''))).body).toMatchObject({ vote: { inPlaceOf: 'Mary Manager' } });
  await sweepApprovals(desk.services);
  expect(await mailsOf()).toEqual([]);
  await desk.run((ctx) => ctx.tx.updateTable('approval_delegations').set({ ended_at: ctx.now }).execute());
  moveClock(desk, 0);
});

test('who stands in later leaves the one who does now; only those of the same days end', async () => {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const mine = { clientId: acme, contactId: mary };
  const standIn = (fromAt: string | undefined, untilAt: string) =>
    desk.run((ctx) => delegate(ctx, mine, { toContactId: stan, untilAt, ...(fromAt ? { fromAt } : {}) }));
  const stands = async () => (await desk.run((ctx) => delegationsOf(ctx, mine))).map(({ id }) => id);
  const now = await standIn(undefined, at(24));
  const later = await standIn(at(48), at(72));
  expect(await stands()).toEqual([now, later]);
  const over = await standIn(at(60), at(96));
  expect(await stands()).toEqual([now, over]);
  const all = await standIn(undefined, at(90));
  expect(await stands()).toEqual([all]);
  await desk.run((ctx) => endDelegation(ctx, mine, all));
});

test('staff are asked in the workspace, and whoever logged it does not decide about it', async () => {
  const technical = await item('Firewall rule', [
    { kind: 'staff', id: olga.id },
    { kind: 'staff', id: tim.id },
  ]);
  const logged = await olga.call('POST', '/requests', {
    clientId: acme,
    requesterId: ada,
    itemId: technical,
    answers: {},
  });
  const { key } = logged.body as { key: string };
  const mine = async (who: typeof olga) =>
    ((await who.call('GET', '/approvals/mine')).body as { items: OpenVote[] }).items.filter(
      ({ subject }) => subject.ticketKey === key,
    );
  expect(await mine(olga)).toEqual([]);
  const [asked] = await mine(tim);
  expect((await olga.call('POST', `/approvals/votes/${asked?.id}`, { vote: 'approve' })).status).toBe(404);
  expect((await tim.call('POST', `/approvals/votes/${asked?.id}`, { vote: 'approve' })).body).toEqual({
    state: 'approved',
    step: 'approved',
  });
  const { items } = (await tim.call('GET', '/me/notifications')).body as { items: { kind: string }[] };
  expect(items.some(({ kind }) => kind === 'approval')).toBe(true);
  // A reader's key does not vote.
  const reader = await hire(desk, { role: 'readonly' });
  expect((await reader.call('POST', `/approvals/votes/${asked?.id}`, { vote: 'approve' })).status).toBe(403);
});

test('what is withdrawn is not asked about any more', async () => {
  const { key } = await order(laptop);
  const token = linkIn((await sent())[0]?.raw ?? '');
  expect(
    (await tim.call('POST', `/tickets/${key}/transitions`, { to: 'withdrawn', reason: 'not needed' })).status,
  ).toBe(201);
  expect((await view(key)).approvals[0]).toMatchObject({ state: 'dropped' });
  expect((await look(token)).status).toBe(404);
  expect((await vote(token, { vote: 'approve' })).status).toBe(409);
  expect(((await olga.call('GET', '/mail/outgoing')).body as OutgoingPage).items.length).toBeGreaterThan(0);
});
