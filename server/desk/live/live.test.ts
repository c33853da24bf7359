import { afterAll, expect, test } from 'vitest';
import { appendEvent } from '#platform/events/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { Presence } from '#shared/live.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { type Listening, listenTo, type Told } from '#tests/stream.ts';
import { welcome } from '#tests/visitor.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const { acme, birch, ada, bob } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  return {
    acme,
    birch,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada', email: 'ada@acme.example' }),
    bob: await createContact(ctx, { clientId: acme, name: 'Bob', email: 'bob@acme.example' }),
  };
});
const bea = await hire(desk, { name: 'Bea of Birch', role: 'technician', clientIds: [birch] });

const open: Listening[] = [];
afterAll(() => {
  for (const stream of open) stream.leave();
});
const listen = async (headers: Record<string, string>) => {
  const stream = await listenTo(desk, headers);
  open.push(stream);
  return stream;
};
const withKey = (who: Person) => ({ authorization: `Bearer ${who.key}` });
const log = async (fields: object = {}) =>
  (await olive.call('POST', '/tickets', { kind: 'incident', clientId: acme, title: 'Printer', ...fields }))
    .body as TicketView;
const about = (id: string, type?: string) => (told: Told) =>
  told.event === 'ticket' && told.data.subjectId === id && (type === undefined || told.data.type === type);

/** A browser of a client's person, as its cookie. */
async function portal(contactId: string): Promise<Record<string, string>> {
  const { id, browser } = await welcome(desk);
  await desk.run((ctx) =>
    ctx.tx
      .updateTable('sessions')
      .set({ principal_kind: 'contact', staff_id: null, client_id: acme, contact_id: contactId })
      .where('staff_id', '=', id)
      .execute(),
  );
  return { cookie: `fettle_session=${browser.jar.get('fettle_session')}` };
}

test('staff hear what commits at their clients, and nothing of others', async () => {
  const [all, limited] = [await listen(withKey(tom)), await listen(withKey(bea))];
  expect(all.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(all.headers.get('cache-control')).toBe('no-store');
  const [atAcme, atBirch] = [await log(), await log({ clientId: birch })];
  expect((await all.hear(about(atAcme.id))).data).toMatchObject({
    clientId: acme,
    subjectType: 'ticket',
    type: 'ticket.created',
    actorId: olive.id,
  });
  await all.hear(about(atBirch.id));
  await limited.hear(about(atBirch.id));
  // Both come over one connection in the order of their commits, so the first would have been here by now.
  expect(limited.told.some((told) => JSON.stringify(told).includes(acme))).toBe(false);
});

test('a contact hears public events of the tickets they may see, and not who did it', async () => {
  const stream = await listen(await portal(ada));
  const [mine, his] = [await log({ requesterId: ada }), await log({ requesterId: bob })];
  await tom.call('POST', `/tickets/${mine.key}/messages`, { visibility: 'internal', body: 'odd one' });
  await tom.call('POST', `/tickets/${his.key}/messages`, { visibility: 'public', body: 'Hello Bob' });
  await tom.call('POST', `/tickets/${mine.key}/presence`, { state: 'viewing' });
  await tom.call('POST', `/tickets/${mine.key}/messages`, { visibility: 'public', body: 'Hello Ada' });
  expect((await stream.hear(about(mine.id, 'ticket.replied'))).data.actorId).toBeNull();
  expect(stream.told.map((told) => [told.event, told.data.type])).toEqual([
    ['ticket', 'ticket.created'],
    ['ticket', 'ticket.replied'],
  ]);
});

test('staff hear of alerts of their clients, and nobody else does', async () => {
  const [all, limited, contact] = [
    await listen(withKey(tom)),
    await listen(withKey(bea)),
    await listen(await portal(ada)),
  ];
  const { id } = (await hire(desk, { name: 'Sam Stranger' })) as Person;
  await desk.run((ctx) =>
    appendEvent(ctx, {
      clientId: acme,
      subjectType: 'connector',
      subjectId: id,
      type: 'alert.heard',
      visibility: 'public',
    }),
  );
  const heard = await all.hear(({ event }) => event === 'alert');
  expect(heard.data).toMatchObject({ clientId: acme, subjectId: id, type: 'alert.heard' });
  const [atBirch, mine] = [await log({ clientId: birch }), await log({ requesterId: ada })];
  await limited.hear(about(atBirch.id));
  await contact.hear(about(mine.id));
  expect([...limited.told, ...contact.told].filter(({ event }) => event === 'alert')).toEqual([]);
});

test('people see who is on a ticket of theirs, until they leave', async () => {
  const ticket = await log();
  const [mine, foreign] = [await listen(withKey(olive)), await listen(withKey(bea))];
  const say = (who: Person, state: string) => who.call('POST', `/tickets/${ticket.key}/presence`, { state });
  const present = async () =>
    ((await olive.call('GET', `/tickets/${ticket.key}/presence`)).body as { items: Presence[] }).items;
  expect((await say(tom, 'typing')).status).toBe(204);
  const typing = await mine.hear((told) => told.event === 'presence' && told.data.state === 'typing');
  expect(typing.data).toMatchObject({ ticketId: ticket.id, staffId: tom.id });
  expect(await present()).toMatchObject([{ staffId: tom.id, state: 'typing' }]);
  expect((await say(bea, 'viewing')).status).toBe(404);
  expect((await bea.call('GET', `/tickets/${ticket.key}/presence`)).status).toBe(404);
  await say(tom, 'left');
  await mine.hear((told) => told.event === 'presence' && told.data.state === 'left');
  expect(await present()).toEqual([]);
  const last = await log({ clientId: birch });
  await foreign.hear(about(last.id));
  expect(foreign.told.filter((told) => told.event === 'presence')).toEqual([]);
});

test('a notification reaches its person alone', async () => {
  const [tomsStream, olivesStream] = [await listen(withKey(tom)), await listen(withKey(olive))];
  const ticket = await log();
  await olive.call('POST', `/tickets/${ticket.key}/assign`, { assigneeId: tom.id });
  const told = await tomsStream.hear(({ event }) => event === 'notification');
  expect(told.data).toMatchObject({ ticketId: ticket.id, clientId: acme, about: 'assigned' });
  await olivesStream.hear(about(ticket.id, 'ticket.assigned'));
  expect(olivesStream.told.some(({ event }) => event === 'notification')).toBe(false);
});

test('a stream ends when its key, its session, its person or their clients are taken away', async () => {
  const people = await Promise.all([1, 2, 3].map((n) => hire(desk, { name: `P${n}`, role: 'technician' })));
  const [revoked, deactivated, narrowed] = people as [Person, Person, Person];
  const { id, browser } = await welcome(desk, { role: 'technician' });
  const streams = await Promise.all([
    ...people.map((who) => listen(withKey(who))),
    listen({ cookie: `fettle_session=${browser.jar.get('fettle_session')}` }),
  ]);
  const untouched = await listen(withKey(olive));
  expect(streams.map((stream) => stream.status)).toEqual([200, 200, 200, 200]);
  const now = new Date().toISOString();
  await desk.run(async (ctx) => {
    await ctx.tx.updateTable('api_keys').set({ revoked_at: now }).where('staff_id', '=', revoked.id).execute();
    await ctx.tx.updateTable('staff').set({ active: false }).where('id', '=', deactivated.id).execute();
    await ctx.tx.updateTable('staff').set({ all_clients: false }).where('id', '=', narrowed.id).execute();
    await ctx.tx.updateTable('sessions').set({ ended_at: now }).where('staff_id', '=', id).execute();
  });
  await Promise.all(streams.map((stream) => stream.ended));
  const ticket = await log();
  await untouched.hear(about(ticket.id));
});

test('whoever comes back is told to read again; who does not ask for a stream, or asks for too many, is refused', async () => {
  const back = await listen({ ...withKey(tom), 'last-event-id': '7' });
  await back.hear(({ event }) => event === 'resync');
  expect((await tom.call('GET', '/stream')).status).toBe(400);
  expect((await listen({})).status).toBe(401);
  const busy = await hire(desk, { role: 'technician' });
  const many = await Promise.all(Array.from({ length: 21 }, () => listen(withKey(busy))));
  expect(many.map((stream) => stream.status).sort()).toEqual([...Array(20).fill(200), 429]);
});
