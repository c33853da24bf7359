import { expect, test } from 'vitest';
import { createClient, createContact, createSite, setClientServices } from '#server/business/client/index.ts';
import { createService } from '#server/desk/classification/index.ts';
import type { PortalTicket, PortalTicketRow, RaiseOptions, TicketPeople } from '#shared/portal.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { type Visitor, visit } from '#tests/visitor.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const world = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const harbour = await createSite(ctx, acme, { name: 'Harbour' });
  const far = await createSite(ctx, birch, { name: 'Far' });
  const [mail, phones] = [await createService(ctx, { name: 'Mail' }), await createService(ctx, { name: 'Phones' })];
  await setClientServices(ctx, acme, [mail]);
  await setClientServices(ctx, birch, [phones]);
  const mary = await createContact(ctx, { clientId: acme, name: 'Mary Manager', email: 'mary@acme.example' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada', managerId: mary, siteId: harbour });
  const carl = await createContact(ctx, { clientId: acme, name: 'Carl', email: 'carl@acme.example' });
  const boss = await createContact(ctx, { clientId: acme, name: 'Boss', sees: 'all' });
  const bea = await createContact(ctx, { clientId: birch, name: 'Bea', email: 'bea@birch.example', sees: 'all' });
  return { acme, birch, harbour, far, mail, phones, mary, ada, carl, boss, bea };
});
const enter = async (contactId: string): Promise<Visitor> => {
  const browser = visit(desk);
  const made = (await olive.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string };
  await browser.call('POST', '/portal/sessions', { token: made.url.split('#token=')[1] ?? '' });
  return browser;
};
const [mary, ada, carl, boss, bea] = [
  await enter(world.mary),
  await enter(world.ada),
  await enter(world.carl),
  await enter(world.boss),
  await enter(world.bea),
];
const raise = async (who: Visitor, more: object = {}) =>
  (await who.call('POST', '/portal/tickets', { title: 'Scanner beeps', ...more })) as {
    status: number;
    body: { key: string };
  };
const keys = async (who: Visitor) =>
  ((await who.call('GET', '/portal/tickets')).body as { items: PortalTicketRow[] }).items.map(({ key }) => key);
const view = async (key: string) => (await olive.call('GET', `/tickets/${key}`)).body as TicketView;

test('a ticket is raised with a place and a service of one’s own company, and no other', async () => {
  const options = (await ada.call('GET', '/portal/raise-options')).body as RaiseOptions;
  expect(options).toEqual({
    clientId: world.acme,
    sites: [{ id: world.harbour, name: 'Harbour' }],
    siteId: world.harbour,
    services: [{ id: world.mail, name: 'Mail' }],
  });
  const { status, body } = await raise(ada, { description: '<p>Loudly</p>', serviceId: world.mail });
  expect(status).toBe(201);
  expect(await view(body.key)).toMatchObject({
    title: 'Scanner beeps',
    description: '<p>Loudly</p>',
    source: 'portal',
    requester: { id: world.ada },
    site: { id: world.harbour },
    service: { id: world.mail },
  });
  expect((await raise(ada, { siteId: world.far })).status).toBe(422);
  expect((await raise(ada, { serviceId: world.phones })).status).toBe(422);
});

test('anybody raises for a colleague of the same company, and both see it', async () => {
  for (const [who, forWhom] of [
    [boss, world.bea],
    [bea, world.ada],
  ] as const)
    expect((await raise(who, { forContactId: forWhom })).body).toMatchObject({ errors: [{ path: 'forContactId' }] });
  // Nothing but what they raised lets somebody who sees their own alone see a colleague's ticket.
  const { key } = (await raise(carl, { forContactId: world.boss })).body;
  expect(await view(key)).toMatchObject({ requester: { id: world.boss } });
  expect(await keys(carl)).toContain(key);
  expect((await carl.call('GET', `/portal/tickets/${key}`)).body).toMatchObject({
    raisedBy: 'Carl',
    can: { reply: true },
  });
  expect((await carl.call('POST', `/portal/tickets/${key}/messages`, { body: 'He is here now' })).status).toBe(201);
  expect(await keys(boss)).toContain(key);
  const { body } = await raise(mary, { forContactId: world.ada });
  expect(await view(body.key)).toMatchObject({ requester: { id: world.ada } });
  for (const who of [mary, ada, boss]) {
    expect(await keys(who)).toContain(body.key);
    expect((await who.call('GET', `/portal/tickets/${body.key}`)).body).toMatchObject({ raisedBy: 'Mary Manager' });
  }
  for (const who of [carl, bea]) expect((await who.call('GET', `/portal/tickets/${body.key}`)).status).toBe(404);
  const { items } = (await olive.call('GET', `/tickets/${body.key}/timeline`)).body as {
    items: { actor: { name: string }; sentence?: string }[];
  };
  expect(JSON.stringify(items)).toContain('raised this for Ada');
});

test('colleagues are let in at once, strangers are proposed to the desk and see nothing', async () => {
  const { key } = (await raise(ada)).body;
  expect(await keys(carl)).not.toContain(key);
  const add = (who: Visitor, body: object) => who.call('POST', `/portal/tickets/${key}/people`, body);
  expect((await add(carl, { contactIds: [world.carl] })).status).toBe(404);
  expect((await add(ada, { contactIds: [world.bea] })).status).toBe(422);
  const added = await add(ada, { addresses: ['Carl@acme.example', 'bea@birch.example', 'new@else.example'] });
  expect(added).toMatchObject({
    status: 201,
    body: { items: [{ id: world.carl, name: 'Carl' }], proposed: ['bea@birch.example', 'new@else.example'] },
  });
  const proposed = (await olive.call('GET', `/tickets/${key}/proposed-people`)).body;
  expect(proposed).toMatchObject({ items: [{ contactId: null }, { contactId: null }] });
  expect((await bea.call('GET', `/portal/tickets/${key}`)).status).toBe(404);

  expect(await keys(carl)).toContain(key);
  expect((await carl.call('POST', `/portal/tickets/${key}/messages`, { body: 'Here too' })).status).toBe(201);
  const seen = (await carl.call('GET', `/portal/tickets/${key}`)).body as PortalTicket;
  expect(seen.conversation).toHaveLength(1);
  expect(seen.can).toEqual({ reply: true, confirm: false, decline: false, addPeople: false, withdraw: false });
  await olive.call('POST', `/tickets/${key}/transitions`, {
    to: 'resolved',
    resolutionCode: 'fixed',
    resolutionNote: 'x',
  });
  expect(((await carl.call('GET', `/portal/tickets/${key}`)).body as PortalTicket).can.confirm).toBe(false);
  expect((await carl.call('POST', `/portal/tickets/${key}/confirm`, {})).status).toBe(404);
  // Somebody who was let in lets nobody else in, and takes off nobody but themselves.
  expect((await add(carl, { contactIds: [world.mary] })).status).toBe(404);
  expect((await ada.call('POST', `/portal/tickets/${key}/people`, { contactIds: [world.mary] })).status).toBe(201);
  const off = (who: Visitor, id: string) => who.call('DELETE', `/portal/tickets/${key}/people/${id}`);
  expect((await off(carl, world.mary)).status).toBe(404);
  expect((await off(carl, world.carl)).status).toBe(204);
  expect(await keys(carl)).not.toContain(key);
  expect((await carl.call('GET', `/portal/tickets/${key}`)).status).toBe(404);
  expect((await off(ada, world.mary)).status).toBe(204);
  expect(((await ada.call('GET', `/portal/tickets/${key}/people`)).body as TicketPeople).items).toEqual([]);
});
