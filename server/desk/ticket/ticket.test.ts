import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createCategory } from '#server/desk/classification/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import type { TicketPage, TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician', skills: ['network'] });
const { acme, birch, ada, vera, team, network } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Australia/Sydney' });
  const birch = await createClient(ctx, { name: 'Birch Legal', code: 'BIRCH', timeZone: 'Australia/Perth' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
  const vera = await createContact(ctx, { clientId: acme, name: 'Vera Vip', vip: true });
  const team = await createTeam(ctx, {
    name: 'Network',
    strategy: 'by_skill',
    members: [{ staffId: tom.id, lead: false }],
  });
  const network = await createCategory(ctx, { name: 'Network', teamId: team, skills: ['network'] });
  return { acme, birch, ada, vera, team, network };
});

const log = async (fields: object = {}) =>
  (
    await olive.call('POST', '/tickets', {
      kind: 'incident',
      clientId: acme,
      title: 'Printer on fire',
      requesterId: ada,
      ...fields,
    })
  ).body as TicketView;

test('a ticket gets a key, a priority with its reason, and a place in the list', async () => {
  const first = await log({ impact: 1, urgency: 2 });
  expect(first).toMatchObject({
    key: 'ACME-1',
    status: 'new',
    priority: 2,
    client: { code: 'ACME' },
    requester: { name: 'Ada Adams' },
  });
  expect(first.priorityWhy.sentence).toMatch(/High impact and medium urgency give P2/);
  const second = await log({ requesterId: vera, impact: 2, urgency: 2 });
  expect(second).toMatchObject({ key: 'ACME-2', priority: 2 });
  const page = (await olive.call('GET', `/tickets?status=open&clientId=${acme}`)).body as TicketPage;
  expect(page.items.map((item) => item.key)).toEqual(['ACME-2', 'ACME-1']);
  expect(((await olive.call('GET', '/tickets/acme-1')).body as TicketView).id).toBe(first.id);
});

test('a field that does not belong is refused by name, and another client’s contact does not exist here', async () => {
  expect(
    (await olive.call('POST', '/tickets', { kind: 'incident', clientId: acme, title: 'x', createdAt: '2020-01-01' }))
      .body,
  ).toMatchObject({ status: 400, errors: [{ path: 'createdAt' }] });
  expect(
    (await olive.call('POST', '/tickets', { kind: 'incident', clientId: birch, title: 'x', requesterId: ada })).body,
  ).toMatchObject({ status: 422, errors: [{ path: 'requesterId' }] });
});

test('a category brings its team, the team its person, and the reason is kept', async () => {
  const ticket = await log({ categoryId: network });
  expect(ticket).toMatchObject({ team: { id: team }, assignee: { id: tom.id, name: 'Tom Tech' } });
  expect(ticket.assignmentWhy?.sentence).toMatch(/Tom Tech knows network/);
});

test('work goes through the lifecycle, asks for what is missing, and can be taken back', async () => {
  const ticket = await log();
  const go = (to: string, more: object = {}) => tom.call('POST', `/tickets/${ticket.key}/transitions`, { to, ...more });
  expect((await go('on_hold')).body).toMatchObject({ status: 409, errors: [{ path: 'holdReason' }] });
  const held = (await go('on_hold', { holdReason: 'client' })).body as { ticket: TicketView; eventId: string };
  expect(held.ticket).toMatchObject({ status: 'on_hold', statusCategory: 'waiting', holdReason: 'client' });
  const undone = (await tom.call('POST', `/tickets/${ticket.key}/undo`, { eventId: held.eventId })).body as {
    ticket: TicketView;
  };
  expect(undone.ticket).toMatchObject({ status: 'new', statusCategory: 'new', holdReason: null });
  expect((await go('resolved', { resolutionCode: 'fixed', resolutionNote: 'Put it out' })).status).toBe(201);
  const reopened = (await go('reopened', { reason: 'still smoking' })).body as { ticket: TicketView };
  expect(reopened.ticket).toMatchObject({ status: 'reopened', reopenCount: 1 });
  const timeline = (await tom.call('GET', `/tickets/${ticket.key}/timeline`)).body as { items: TimelineEntry[] };
  expect(timeline.items.map((item) => item.type)).toEqual([
    'ticket.created',
    'ticket.moved',
    'ticket.undone',
    'ticket.moved',
    'ticket.moved',
  ]);
  expect(timeline.items.at(-1)?.sentence).toBe('moved it from Resolved to Reopened: still smoking');
});

test('a stale save never overwrites', async () => {
  const ticket = await log();
  expect(
    (await olive.call('PATCH', `/tickets/${ticket.id}`, { version: ticket.version, title: 'New title' })).status,
  ).toBe(200);
  const late = await tom.call('PATCH', `/tickets/${ticket.id}`, { version: ticket.version, title: 'Other title' });
  expect(late.body).toMatchObject({ status: 409, version: ticket.version + 1 });
});

test('a reply can carry time, status and person, or nothing at all happens', async () => {
  const ticket = await log();
  const send = (body: object) =>
    tom.call('POST', `/tickets/${ticket.key}/messages`, {
      visibility: 'public',
      body: '<p>On my way <script>alert(1)</script></p>',
      ...body,
    });
  const refused = await send({ minutes: 15, transition: { to: 'on_hold' } });
  expect(refused.status).toBe(409);
  expect(((await tom.call('GET', `/tickets/${ticket.key}`)).body as TicketView).minutesSpent).toBe(0);
  const sent = (await send({ minutes: 15, transition: { to: 'on_hold', holdReason: 'client' }, assigneeId: tom.id }))
    .body as { ticket: TicketView };
  expect(sent.ticket).toMatchObject({
    minutesSpent: 15,
    status: 'on_hold',
    assignee: { id: tom.id },
    lastMessage: { text: 'On my way' },
  });
  expect(sent.ticket.firstResponseAt).not.toBeNull();
  const timeline = (await tom.call('GET', `/tickets/${ticket.key}/timeline`)).body as { items: TimelineEntry[] };
  expect(timeline.items.find((item) => item.message)?.message?.body).toBe('<p>On my way </p>');
});

test('a merge moves the conversation and can be taken apart; a split makes a ticket of its own', async () => {
  const a = await log({ title: 'First' });
  const b = await log({ title: 'Second' });
  await tom.call('POST', `/tickets/${a.key}/messages`, { visibility: 'public', body: 'said in a' });
  expect((await tom.call('POST', `/tickets/${a.key}/merge`, { into: b.key })).status).toBe(201);
  const count = async (key: string) =>
    ((await tom.call('GET', `/tickets/${key}/timeline`)).body as { items: TimelineEntry[] }).items.filter(
      (item) => item.message,
    ).length;
  expect([await count(a.key), await count(b.key)]).toEqual([0, 1]);
  expect(((await tom.call('GET', `/tickets/${a.key}`)).body as TicketView).mergedInto?.key).toBe(b.key);
  expect((await tom.call('POST', `/tickets/${a.key}/unmerge`, {})).body).toMatchObject({
    status: 'new',
    mergedInto: null,
  });
  expect([await count(a.key), await count(b.key)]).toEqual([1, 0]);
  const message = ((await tom.call('GET', `/tickets/${a.key}/timeline`)).body as { items: TimelineEntry[] }).items.find(
    (item) => item.message,
  );
  const split = (
    await tom.call('POST', `/tickets/${a.key}/split`, {
      title: 'Another matter',
      kind: 'request',
      messageIds: [message?.id],
    })
  ).body as TicketView;
  expect(split).toMatchObject({ kind: 'request', title: 'Another matter' });
  expect([await count(a.key), await count(split.key)]).toEqual([0, 1]);
  const foreign = (await olive.call('POST', '/tickets', { kind: 'incident', clientId: birch, title: 'At Birch' }))
    .body as TicketView;
  expect((await tom.call('POST', `/tickets/${a.key}/merge`, { into: foreign.key })).body).toMatchObject({
    status: 422,
    errors: [{ path: 'into' }],
  });
});

test('search finds words of title, conversation, contact and key, mends a typing error, and never leaks', async () => {
  const ticket = await log({ title: 'Zebra crossing scanner' });
  await tom.call('POST', `/tickets/${ticket.key}/messages`, {
    visibility: 'internal',
    body: 'the flibbertigibbet is broken',
  });
  await desk.run((ctx) => ctx.hot('learn', 'select app.learn_words(10000, now())', []));
  const found = async (q: string, who = olive) =>
    ((await who.call('GET', `/tickets?q=${encodeURIComponent(q)}`)).body as TicketPage).items.map((item) => item.key);
  for (const q of ['zebra', 'ZEB', 'scanner zebra', 'flibbertigibbet', 'zebar', `${ticket.key}`, 'ada zebra'])
    expect([q, await found(q)]).toEqual([q, [ticket.key]]);
  const limited = await hire(desk, { role: 'technician', clientIds: [birch] });
  expect(await found('zebra', limited)).toEqual([]);
  expect(await found("'); drop table tickets; --")).toEqual([]);
});

test('many tickets change at once; what refuses one leaves the others done', async () => {
  const [a, b] = [await log(), await log()];
  await tom.call('POST', `/tickets/${b.key}/transitions`, { to: 'cancelled', reason: 'By mistake' });
  const answer = (
    await olive.call('POST', '/tickets/bulk', {
      ids: [a.id, b.id],
      addTags: ['outage'],
      transition: { to: 'in_progress' },
    })
  ).body as { items: { outcome: string }[] };
  expect(answer.items.map((item) => item.outcome).sort()).toEqual(['changed', 'refused']);
  const page = (await olive.call('GET', '/tickets?tag=outage')).body as TicketPage;
  expect(page.items.map((item) => item.id)).toEqual([a.id]);
});

test('pages follow each other without gap or twin', async () => {
  for (let i = 0; i < 5; i++) await log({ title: `Page ${i}` });
  for (const sort of ['updated', 'created', 'priority']) {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = (await olive.call('GET', `/tickets?limit=3&sort=${sort}${cursor && `&cursor=${cursor}`}`))
        .body as TicketPage;
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    const all = (await olive.call('GET', `/tickets?limit=200&sort=${sort}`)).body as TicketPage;
    expect(seen).toEqual(all.items.map((item) => item.id));
  }
  expect((await olive.call('GET', '/tickets?cursor=nonsense')).body).toMatchObject({
    status: 400,
    errors: [{ path: 'cursor' }],
  });
});

test('the same POST twice with one Idempotency-Key makes one ticket', async () => {
  const headers = { 'idempotency-key': 'a-key-of-my-own' };
  const body = { kind: 'incident', clientId: acme, title: 'Once' };
  const first = await olive.call('POST', '/tickets', body, headers);
  const again = await olive.call('POST', '/tickets', body, headers);
  expect(again.text).toBe(first.text);
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect((await olive.call('POST', '/tickets', { ...body, title: 'Other' }, headers)).body).toMatchObject({
    status: 422,
    code: 'idempotency_mismatch',
  });
  expect((await tom.call('POST', '/tickets', body, headers)).status).toBe(201);
  const twins = await Promise.all(
    [1, 2, 3].map(() =>
      olive.call('POST', '/tickets', { ...body, title: 'Twin' }, { 'idempotency-key': 'twins-at-once' }),
    ),
  );
  const made = twins.filter((answer) => answer.status === 201).map((answer) => (answer.body as TicketView).id);
  expect(new Set(made).size).toBe(1);
  expect(twins.every((answer) => answer.status === 201 || (answer.body as { code: string }).code === 'in_flight')).toBe(
    true,
  );
});
