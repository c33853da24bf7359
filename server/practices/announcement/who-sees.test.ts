import type { Static } from 'typebox';
import { expect, test } from 'vitest';
import { createClient, createContact, setClientServices } from '#server/business/client/index.ts';
import type {
  AnnouncementPage,
  PortalAnnouncements,
  Reach,
  ServiceStatus,
  TicketAnnouncements,
} from '#shared/announcement.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';
import type { Visitor } from '#tests/visitor.ts';

/** An oracle: whom an announcement is for, and by which ways anybody finds which. */
const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const post = async (url: string, body: object): Promise<string> => {
  const answer = await olive.call('POST', url, body);
  if (answer.status >= 400) throw new Error(`${url}: ${answer.status} ${answer.text}`);
  return (answer.body as { id: string }).id;
};
const [gold, mail, phones] = [
  await post('/client-groups', { name: 'Gold' }),
  await post('/services', { name: 'Mail' }),
  await post('/services', { name: 'Phones' }),
];
/** Acme is in the group and has mail, Birch has phones, Cedar nothing. */
const found = await desk.run(async (ctx) => {
  const make = async (name: string, more: object, services: string[]) => {
    const id = await createClient(ctx, { name, code: name.toUpperCase(), timeZone: 'UTC', ...more });
    await setClientServices(ctx, id, services);
    return { id, contact: await createContact(ctx, { clientId: id, name: `${name} person` }) };
  };
  return {
    acme: await make('Acme', { groupId: gold }, [mail]),
    birch: await make('Birch', {}, [phones]),
    cedar: await make('Cedar', {}, []),
  };
});
type Who = keyof typeof found;
const CLIENTS = Object.keys(found) as Who[];
const FOR: Readonly<
  Record<string, { fields: { serviceIds?: string[]; [field: string]: unknown }; who: readonly Who[] }>
> = {
  everybody: { fields: { audience: 'all', serviceIds: [mail, phones] }, who: CLIENTS },
  mailers: { fields: { audience: 'services', serviceIds: [mail] }, who: ['acme'] },
  callers: { fields: { audience: 'services', serviceIds: [phones] }, who: ['birch'] },
  golden: { fields: { audience: 'groups', groupIds: [gold], serviceIds: [mail] }, who: ['acme'] },
  ofbirch: { fields: { audience: 'chosen', clientIds: [found.birch.id], serviceIds: [mail, phones] }, who: ['birch'] },
  ofboth: { fields: { audience: 'chosen', clientIds: [found.acme.id, found.birch.id] }, who: ['acme', 'birch'] },
};
const STATES = ['draft', 'published', 'ended'] as const;
const ids = new Map<string, string>();
for (const [audience, { fields }] of Object.entries(FOR))
  for (const state of STATES) {
    const id = await post('/announcements', { kind: 'outage', title: `Quokka ${audience} ${state}`, ...fields });
    ids.set(id, `${audience} ${state}`);
    if (state === 'draft') continue;
    await olive.call('POST', `/announcements/${id}/publish`, { version: 1 });
    await olive.call('POST', `/announcements/${id}/updates`, { text: `wombat ${audience}` });
    if (state === 'ended') await olive.call('POST', `/announcements/${id}/end`, { version: 3 });
  }
const expected = (who: readonly Who[], states: readonly string[]) =>
  Object.entries(FOR)
    .flatMap(([audience, one]) =>
      one.who.some((client) => who.includes(client)) ? states.map((state) => `${audience} ${state}`) : [],
    )
    .sort();
const named = (some: readonly { id: string }[]) => some.flatMap(({ id }) => ids.get(id) ?? []).sort();

const browsers = Object.fromEntries(
  await Promise.all(
    CLIENTS.map(async (name) => [
      name,
      await enterAs(desk, { clientId: found[name].id, contactId: found[name].contact, way: 'mail' }),
    ]),
  ),
) as Record<Who, Visitor>;

test.each(CLIENTS)('people of %s find what was published for them, and nothing of others', async (client) => {
  const me = browsers[client];
  const oracle = expected([client], ['published', 'ended']);
  const list = (await me.call('GET', '/portal/announcements')).body as PortalAnnouncements;
  expect(named(list.items)).toEqual(oracle);
  const said = JSON.stringify(list);
  for (const audience of Object.keys(FOR))
    expect([audience, said.includes(`wombat ${audience}"`)]).toEqual([audience, FOR[audience]?.who.includes(client)]);
  const own = client === 'acme' ? [mail] : client === 'birch' ? [phones] : [];
  const services = new Set(list.items.flatMap((one) => one.services.map(({ id }) => id)));
  expect([...services].filter((id) => !own.includes(id))).toEqual([]);
  for (const [id, name] of ids) {
    const at = `/portal/announcements/${id}`;
    const answers = [
      (await me.call('PUT', `${at}/dismissal`, { dismissed: true })).status,
      (await me.call('PUT', `${at}/following`, { follows: true })).status,
    ];
    expect([name, ...answers]).toEqual([name, ...(oracle.includes(name) ? [204, 204] : [404, 404])]);
  }
});

test.each(CLIENTS)('people of %s see how their own services are, by what is for them', async (client) => {
  const { items } = (await browsers[client].call('GET', '/portal/service-status')).body as { items: ServiceStatus[] };
  expect(items.map(({ service }) => service.name)).toEqual({ acme: ['Mail'], birch: ['Phones'], cedar: [] }[client]);
  const notes = new Set(items.flatMap(({ past }) => past.map(({ note }) => note.replace('Quokka ', ''))));
  const about = Object.keys(FOR).filter((one) => FOR[one]?.fields.serviceIds);
  const oracle = expected([client], ['published', 'ended']).filter((name) => about.includes(name.split(' ')[0] ?? ''));
  expect([...notes].sort()).toEqual(client === 'cedar' ? [] : oracle);
});

test.each(CLIENTS)('to people of %s the database shows the same', async (client) => {
  const { id, contact } = found[client];
  const identity = {
    scope: {
      principal: 'contact' as const,
      principalId: contact,
      allClients: false,
      clientIds: [id],
      contactId: contact,
    },
    actor: { kind: 'contact' as const, id: contact, name: 'Connie' },
    permissions: new Set<never>(),
  };
  const rows = await desk.run(
    async (ctx) => ({
      announcements: await ctx.tx.selectFrom('announcements').select('id').execute(),
      updates: await ctx.tx.selectFrom('announcement_updates').select('announcement_id as id').execute(),
      clients: await ctx.tx.selectFrom('announcement_clients').select('client_id').execute(),
      readers: await ctx.tx.selectFrom('announcement_readers').select('client_id').execute(),
      tickets: await ctx.tx.selectFrom('announcement_tickets').select('client_id').execute(),
    }),
    { identity },
  );
  expect(named(rows.announcements)).toEqual(expected([client], ['published', 'ended']));
  expect([...new Set(named(rows.updates))]).toEqual(expected([client], ['published', 'ended']));
  expect([...rows.clients, ...rows.readers].filter((row) => row.client_id !== id)).toEqual([]);
  expect(rows.tickets).toEqual([]);
});

const staff: Record<Who | 'none', Person> = {
  acme: await hire(desk, { role: 'manager', clientIds: [found.acme.id] }),
  birch: await hire(desk, { role: 'manager', clientIds: [found.birch.id] }),
  cedar: await hire(desk, { role: 'manager', clientIds: [found.cedar.id] }),
  none: await hire(desk, { role: 'manager', clientIds: [] }),
};
test.each([...CLIENTS, 'none'] as const)('staff who see %s alone find by each way what is for it', async (client) => {
  const me = staff[client];
  const oracle =
    client === 'none' ? STATES.map((state) => `everybody ${state}`).sort() : expected([client], [...STATES]);
  const list = (await me.call('GET', '/announcements?limit=200')).body as Static<typeof AnnouncementPage>;
  expect(named(list.items)).toEqual(oracle);
  const one: string[] = [];
  for (const [id, name] of ids) if ((await me.call('GET', `/announcements/${id}`)).status === 200) one.push(name);
  expect(one.sort()).toEqual(oracle);
  // Not even which other clients something is for.
  const others = CLIENTS.filter((other) => other !== client).map((other) => found[other].id);
  for (const id of others) expect(list.items.some(({ clients }) => clients.some((it) => it.id === id))).toBe(false);
  for (const id of others) {
    expect(((await me.call('GET', `/announcements?clientId=${id}`)).body as { items: [] }).items).toEqual([]);
    expect((await me.call('GET', `/service-status?clientId=${id}`)).status).toBe(404);
  }
  const reach = (await me.call('POST', '/announcements/reach', { audience: 'all' })).body as Reach;
  expect([reach.clients, reach.people]).toEqual(client === 'none' ? [0, 0] : [1, 1]);
  const status = (await me.call('GET', '/service-status')).body as { items: ServiceStatus[] };
  const notes = status.items.flatMap(({ past }) => past.map(({ note }) => note.replace('Quokka ', '')));
  expect(notes.filter((note) => !oracle.includes(note))).toEqual([]);
});

test('somebody limited to some clients decides about what is for these alone', async () => {
  const me = staff.acme;
  const make = (fields: object) => me.call('POST', '/announcements', { kind: 'notice', title: 'Mine', ...fields });
  expect((await make({ audience: 'all' })).status).toBe(403);
  expect((await make({ audience: 'services', serviceIds: [mail] })).status).toBe(403);
  expect((await make({ audience: 'chosen', clientIds: [found.birch.id] })).status).toBe(422);
  const made = await make({ audience: 'chosen', clientIds: [found.acme.id] });
  expect(made.status).toBe(201);
  const { id } = made.body as { id: string };
  expect((await me.call('POST', `/announcements/${id}/publish`, { version: 1 })).status).toBe(200);
  const both = [...ids].find(([, name]) => name === 'ofboth published')?.[0];
  expect((await me.call('POST', `/announcements/${both}/updates`, { text: 'x' })).status).toBe(403);
  expect((await me.call('POST', `/announcements/${both}/end`, { version: 3 })).status).toBe(403);
});

test('a ticket tells of what is for its client, to those who see it', async () => {
  const ticket = await post('/tickets', { kind: 'incident', clientId: found.acme.id, title: 'x', serviceId: mail });
  const { touching } = (await olive.call('GET', `/tickets/${ticket}/announcements`)).body as TicketAnnouncements;
  expect(named(touching)).toEqual(['everybody published', 'golden published', 'mailers published', 'ofboth published']);
  expect((await staff.birch.call('GET', `/tickets/${ticket}/announcements`)).status).toBe(404);
});
