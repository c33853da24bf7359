import pg from 'pg';
import { expect, test } from 'vitest';
import { contactIdentity } from '#platform/identity/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { PortalTicket } from '#shared/portal.ts';
import type { TicketPage, TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { upload } from '#tests/upload.ts';
import { visit } from '#tests/visitor.ts';
import { postMessage } from './index.ts';
import { LET_GO, TAKEN_ALONG } from './move-contents.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, birch, ada, bert, birchBoss } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'Australia/Perth' });
  return {
    acme,
    birch,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }),
    bert: await createContact(ctx, { clientId: birch, name: 'Bert Birch', vip: true }),
    birchBoss: await createContact(ctx, { clientId: birch, name: 'Boss', sees: 'all' }),
  };
});
const tia = await hire(desk, { name: 'Tia Tech' });
const atAcme = await hire(desk, { name: 'Al of Acme', role: 'technician', clientIds: [acme] });
const atBirch = await hire(desk, { name: 'Bea of Birch', role: 'technician', clientIds: [birch] });

const log = async (fields: object = {}) =>
  (
    await olive.call('POST', '/tickets', {
      kind: 'incident',
      clientId: acme,
      requesterId: ada,
      title: 'Zebra scanner offline',
      ...fields,
    })
  ).body as TicketView;
/** The ticket as whoever looks after a client sees it in the portal. */
const inPortal = async (contactId: string, key: string) => {
  const made = await olive.call('POST', `/contacts/${contactId}/sign-in-link`);
  const browser = visit(desk);
  await browser.call('POST', '/portal/sessions', {
    token: String((made.body as { url: string }).url).split('#token=')[1],
  });
  return (await browser.call('GET', `/portal/tickets/${key}`)).body as PortalTicket;
};
const move = (ticket: TicketView, body: object = {}, who: Person = olive) =>
  who.call('POST', `/tickets/${ticket.key}/move`, { clientId: birch, reason: 'Logged for the wrong one', ...body });
const read = async (key: string, who: Person) => (await who.call('GET', `/tickets/${key}`)).body as TicketView;
const timeline = async (key: string, who: Person) =>
  ((await who.call('GET', `/tickets/${key}/timeline`)).body as { items: TimelineEntry[] }).items;

test('a ticket moves with all that hangs on it, and the old key leads to it', async () => {
  const other = await log();
  const ticket = await log({ tags: ['floor-2'], assigneeId: atAcme.id, checklist: ['Look at it'] });
  await olive.call('POST', `/tickets/${ticket.key}/links`, { kind: 'related', to: other.key });
  await olive.call('POST', `/tickets/${ticket.key}/watchers`, { kind: 'contact', id: ada });
  await olive.call('POST', `/tickets/${ticket.key}/messages`, { visibility: 'public', body: 'On my way', minutes: 10 });
  const moved = (await move(ticket, { requesterId: bert, showConversation: true })).body as TicketView;
  expect(moved).toMatchObject({
    id: ticket.id,
    key: 'BIRCH-1',
    client: { id: birch },
    requester: { id: bert },
    priority: 2,
    assignee: null,
    tags: ['floor-2'],
    checklist: [{ text: 'Look at it' }],
    minutesSpent: 10,
    links: [],
    watchers: [],
  });
  expect(moved.priorityWhy.sentence).toMatch(/requester is a VIP/);
  expect(((await olive.call('GET', `/tickets/${ticket.key}`)).body as TicketView).key).toBe('BIRCH-1');
  expect(((await olive.call('GET', `/tickets/${other.key}`)).body as TicketView).links).toEqual([]);
  const found = (await olive.call('GET', `/tickets?q=zebra&clientId=${birch}&tag=floor-2`)).body as TicketPage;
  expect(found.items.map((item) => item.key)).toEqual(['BIRCH-1']);
  const said = (await timeline('BIRCH-1', olive)).find((entry) => entry.message);
  expect(said?.message?.body).toBe('On my way');
});

test('neither client’s people learn of the other', async () => {
  const ticket = await log();
  // What a client's own people brought about is told of the clocks, but not to the next client.
  await olive.call('POST', `/tickets/${ticket.key}/transitions`, { to: 'on_hold', holdReason: 'client' });
  const identity = (await desk.run((ctx) => contactIdentity(ctx, acme, ada))) ?? expect.fail();
  await desk.run((ctx) => postMessage(ctx, ticket.id, { visibility: 'public', body: 'Here' }), { identity });
  const before = JSON.stringify((await olive.call('GET', `/tickets/${ticket.key}/sla`)).body);
  expect(before).toContain('Fettle for Ada Adams');
  const moved = (await move(ticket)).body as TicketView;
  expect((await atAcme.call('GET', `/tickets/${ticket.key}`)).status).toBe(404);
  expect((await atAcme.call('GET', `/tickets/${moved.key}`)).status).toBe(404);
  expect((await atBirch.call('GET', `/tickets/${ticket.key}`)).status).toBe(404);
  const seen = [
    await timeline(moved.key, atBirch),
    (await atBirch.call('GET', `/tickets/${moved.key}`)).body,
    (await atBirch.call('GET', `/tickets/${moved.key}/sla`)).body,
  ];
  expect(JSON.stringify(seen)).not.toMatch(/acme|\bada\b|wrong one/i);
  expect(JSON.stringify(seen)).toContain('Olive Owner (key test)');
  expect((await timeline(moved.key, atBirch)).map((entry) => entry.sentence)).toEqual([
    `moved it here from another client, as ${moved.key}`,
  ]);
  const left = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('events')
      .select('data')
      .where('client_id', '=', acme)
      .where('type', '=', 'ticket.moved_away')
      .execute(),
  );
  expect(JSON.stringify(left)).not.toMatch(/birch/i);
});

test('what was said at one client stays from the people of the other, until the ticket comes back', async () => {
  const ticket = await log({ title: 'Payroll of Ada', description: '<p>Ada earns too little</p>' });
  await olive.call('POST', `/tickets/${ticket.key}/messages`, { visibility: 'public', body: 'I told Ada so' });
  const me = { authorization: `Bearer ${olive.key}` };
  const slip = (await upload(desk, acme, me, { name: 'slip.txt', content: 'Ada: 1' })).body.id;
  await olive.call('POST', `/tickets/${ticket.key}/messages`, {
    visibility: 'internal',
    body: 'Slip',
    attachmentIds: [slip],
  });
  await olive.call('POST', `/tickets/${ticket.key}/transitions`, {
    to: 'resolved',
    resolutionCode: 'fixed',
    resolutionNote: 'Ada was paid',
  });
  const there = (await move(ticket, { title: 'A question of payroll' })).body as TicketView;
  expect(there).toMatchObject({ title: 'A question of payroll', description: '', opening: '', lastMessage: null });
  expect(JSON.stringify(await inPortal(birchBoss, there.key))).not.toMatch(/ada\b/i);
  const said = async (who: Person) =>
    (await timeline(there.key, who)).flatMap(({ message }) => (message ? [message] : []));
  const known = await said(olive);
  expect(known.map(({ visibility, keptFor }) => `${visibility} ${keptFor}`)).toEqual([
    'internal Acme',
    'internal Acme',
    'internal Acme',
  ]);
  expect(JSON.stringify(known)).toMatch(/earns too little.*was paid/);
  const [{ id: file } = { id: '' }] = known.flatMap(({ attachments }) => attachments);
  expect((await olive.call('GET', `/files/${file}`)).status).toBe(200);
  expect(await said(atBirch)).toEqual([]);
  expect((await atBirch.call('GET', `/files/${file}`)).status).toBe(404);
  for (const who of [atBirch, olive])
    expect(((await who.call('GET', '/tickets?q=earns')).body as TicketPage).items).toEqual([]);
  const back = (await move(there, { clientId: acme, requesterId: ada })).body as TicketView;
  expect(back).toMatchObject({
    opening: '',
    description: '<p>Ada earns too little</p>',
    resolution: { note: 'Ada was paid' },
  });
  expect((await inPortal(ada, back.key)).conversation.map(({ body }) => body)).toEqual(['I told Ada so']);
});

test('what was typed into fields, checklist and time stays at the first client as well, until the ticket comes back', async () => {
  await olive.call('POST', '/custom-fields', { key: 'asset', label: 'Asset', type: 'text', kinds: ['incident'] });
  const ticket = await log({
    tags: ['ada-payroll', 'vip'],
    custom: { asset: 'Laptop of Ada' },
    externalRef: 'ADA-77',
    checklist: ['Call Ada', 'Write to Ada'],
    assigneeId: olive.id,
    priority: 1,
    priorityReason: 'Ada shouted',
  });
  await olive.call('PATCH', `/tickets/${ticket.key}/checklist/${ticket.checklist[1]?.id}`, { done: true });
  await olive.call('POST', `/tickets/${ticket.key}/time`, { minutes: 20, note: 'At the desk of Ada' });
  await olive.call('POST', `/tickets/${ticket.key}/assign`, { assigneeId: tia.id, reason: 'Ada knows her' });
  await olive.call('POST', `/tickets/${ticket.key}/transitions`, {
    to: 'resolved',
    resolutionCode: 'fixed',
    resolutionNote: 'Done',
    cause: 'Ada pulled the plug',
  });
  const left = await read(ticket.key, olive);
  const there = (await move(ticket, { title: 'A laptop' })).body as TicketView;
  expect(there).toMatchObject({ tags: [], custom: {}, externalRef: null, checklist: [], resolution: { cause: null } });
  expect(there.priorityWhy.sentence).toMatch(/^Olive Owner.* set P1 Critical\. /);
  const time = async (who: Person) => (await who.call('GET', `/tickets/${there.key}/time`)).body as { items: object[] };
  const seen = [await read(there.key, atBirch), await time(atBirch), await timeline(there.key, atBirch)];
  expect(JSON.stringify(seen)).not.toMatch(/\bada\b/i);
  expect(((await olive.call('GET', '/tickets?tag=ada-payroll')).body as TicketPage).items).toEqual([]);
  // Whoever sees both reads it in a note, and bills the time.
  expect((await time(olive)).items).toMatchObject([{ minutes: 20, note: 'At the desk of Ada' }]);
  expect((await read(there.key, olive)).minutesSpent).toBe(20);
  const note = JSON.stringify((await timeline(there.key, olive)).find((entry) => entry.message)?.message);
  for (const told of [
    'ada-payroll, vip',
    'Laptop of Ada',
    'ADA-77',
    '☐ Call Ada',
    '☑ Write to Ada',
    'Ada shouted',
    'plug',
  ])
    expect(note).toContain(told);
  await olive.call('PATCH', `/tickets/${there.key}`, {
    version: (await read(there.key, olive)).version,
    tags: ['birchen'],
    externalRef: 'B-1',
  });
  const back = (await move(there, { clientId: acme, requesterId: ada })).body as TicketView;
  expect(back).toMatchObject({
    tags: left.tags,
    custom: left.custom,
    externalRef: 'ADA-77',
    checklist: left.checklist,
    resolution: { cause: 'Ada pulled the plug' },
  });
  expect(JSON.stringify([await read(back.key, atAcme), await time(atAcme)])).not.toMatch(/birchen|B-1/);
});

test('whoever does not see all that a ticket holds does not move it on', async () => {
  const cedar = await desk.run((ctx) => createClient(ctx, { name: 'Cedar', code: 'CEDAR', timeZone: 'UTC' }));
  const between = await hire(desk, { name: 'Mo', role: 'manager', clientIds: [birch, cedar] });
  const ticket = await log({ description: '<p>Between Ada and us</p>' });
  const there = (await move(ticket)).body as TicketView;
  const refused = await move(there, { clientId: cedar }, between);
  expect(refused.status).toBe(422);
  expect(JSON.stringify(refused.body)).toMatch(/words of a client that it was at before/);
  expect((await move(there, { clientId: cedar })).status).toBe(201);
});

test('what was theirs all along may be shown', async () => {
  const ticket = await log({ description: '<p>Written by Bert</p>' });
  await olive.call('POST', `/tickets/${ticket.key}/messages`, { visibility: 'public', body: 'Hello Bert' });
  const there = (await move(ticket, { requesterId: bert, showConversation: true })).body as TicketView;
  expect(await inPortal(bert, there.key)).toMatchObject({
    description: '<p>Written by Bert</p>',
    conversation: [{ body: 'Hello Bert' }],
  });
});

test('clocks go on under the new client’s promise, and may be explained', async () => {
  const ticket = await log();
  const moved = (await move(ticket)).body as TicketView;
  expect(moved.clock?.state).toBe('running');
  expect(moved.dueAt).not.toBeNull();
  const { items } = (await olive.call('GET', `/tickets/${moved.key}/sla`)).body as { items: object[] };
  expect(items).toHaveLength(2);
});

test('whoever does not see both clients cannot move, and a ticket that others hang on stays', async () => {
  const ticket = await log();
  const limited = await hire(desk, { role: 'dispatcher', clientIds: [acme] });
  expect((await move(ticket, {}, limited)).status).toBe(404);
  expect((await move(ticket, { clientId: acme })).body).toMatchObject({ status: 422, errors: [{ path: 'clientId' }] });
  expect((await move(ticket, { requesterId: ada })).body).toMatchObject({
    status: 422,
    errors: [{ path: 'requesterId' }],
  });
  expect((await move(ticket, { reason: ' ' })).status).toBe(400);
  await log({ parentId: ticket.id });
  expect((await move(ticket)).body).toMatchObject({ status: 422, errors: [{ path: 'idOrKey' }] });
});

test('a ticket may go on and back again: every key it ever had leads to it', async () => {
  const ticket = await log();
  const there = (await move(ticket)).body as TicketView;
  const back = (await move(there, { clientId: acme })).body as TicketView;
  for (const key of [ticket.key, there.key, back.key])
    expect(((await olive.call('GET', `/tickets/${key}`)).body as TicketView).key).toBe(back.key);
});

test('every table that points to a ticket is known to the move, and lets its rows go along', async () => {
  const client = new pg.Client({ connectionString: desk.adminUrl });
  await client.connect();
  const { rows } = await client
    .query<{ name: string; deferrable: boolean }>(
      `select c.relname as name, bool_and(condeferrable) as deferrable from pg_constraint k join pg_class c on c.oid = k.conrelid
       where k.contype = 'f' and k.confrelid = 'fettle.tickets'::regclass group by 1`,
    )
    .finally(() => client.end());
  const known = [...Object.keys(TAKEN_ALONG), ...LET_GO];
  expect(rows.map((row) => row.name).filter((name) => !known.includes(name))).toEqual([]);
  expect(rows.filter((row) => row.name in TAKEN_ALONG && !row.deferrable)).toEqual([]);
});

test('a reference that another ticket has stands in no move’s way, there or back', async () => {
  const ticket = await log({ externalRef: 'ALERT-5' });
  await olive.call('POST', '/tickets', { kind: 'incident', clientId: birch, title: 'Theirs', externalRef: 'ALERT-5' });
  const there = (await move(ticket, { title: 'An alert' })).body as TicketView;
  expect(there.externalRef).toBeNull();
  const again = await log({ externalRef: 'ALERT-5' });
  expect(again.externalRef).toBe('ALERT-5');
  const back = await olive.call('POST', `/tickets/${there.key}/move`, { clientId: acme, reason: 'Theirs after all' });
  expect(back.body).toMatchObject({ client: { id: acme }, externalRef: null });
});
