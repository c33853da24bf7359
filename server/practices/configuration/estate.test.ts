import pg from 'pg';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { Drift, EstateItemView, TicketItems } from '#shared/estate.ts';
import type { Impact, ServiceMap } from '#shared/estate-relations.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { tellOfEnds } from './expiries.ts';
import { takeReadings } from './take.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, birch, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return {
    acme,
    birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
    ada: await createContact(ctx, { clientId: acme, name: 'Ada', email: 'ada@acme.example' }),
  };
});
const limited = await hire(desk, { name: 'Lim Limited', role: 'technician', clientIds: [birch] });

const ask = async <T>(method: string, url: string, body?: object, who: Person = olive): Promise<T> => {
  const answer = await who.call(method, url, body);
  if (answer.status >= 400) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
  return answer.body as T;
};
const add = async (name: string, classKey: string, more: object = {}) =>
  (await ask<{ id: string }>('POST', '/items', { clientId: acme, name, classKey, ...more })).id;
const view = (id: string) => ask<EstateItemView>('GET', `/items/${id}`);
const relate = (fromId: string, kind: string, toId: string) =>
  ask<{ id: string }>('POST', '/item-relations', { fromId, kind, toId });
const attribute = (item: EstateItemView, key: string) => item.attributes.find((one) => one.key === key);

test('an item is added, changed by the rules of its class, and its history says each change', async () => {
  const id = await add('Front desk laptop', 'laptop', {
    contactId: ada,
    assetTag: 'A-0001',
    attributes: { purchasedOn: '2025-11-30', purchasePrice: '1899.00 AUD', depreciationMonths: 36 },
  });
  const item = await view(id);
  expect(item).toMatchObject({ className: 'Laptop', state: 'deployed', contact: { name: 'Ada' }, assetTag: 'A-0001' });
  // 11 whole months of 36 are gone: 189900 - round(189900 × 11 / 36), on 2026-11-29; the clock of the test decides which.
  expect(item.bookValue?.currency).toBe('AUD');
  expect(item.bookValue?.value).toBeLessThan(189_900);

  const wrong = await olive.call('PATCH', `/items/${id}`, {
    version: item.version,
    attributes: { memoryMb: 'a lot', imei: '1', purchasedOn: '2025-02-30' },
  });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toMatchObject({
    errors: [
      { path: 'attributes.memoryMb', message: 'must be a number' },
      { path: 'attributes.imei', message: 'is no attribute of this class' },
      { path: 'attributes.purchasedOn' },
    ],
  });
  for (const purchasePrice of ['1200.00 XYZ', '1200.505 AUD', '1200.5 JPY', '1200 aud'])
    expect(
      (await olive.call('PATCH', `/items/${id}`, { version: item.version, attributes: { purchasePrice } })).body,
    ).toMatchObject({ errors: [{ path: 'attributes.purchasePrice' }] });
  const twin = await olive.call('POST', '/items', {
    clientId: acme,
    name: 'Other',
    classKey: 'laptop',
    assetTag: 'a-0001',
  });
  expect(twin.body).toMatchObject({ errors: [{ path: 'assetTag', message: 'is the tag of Front desk laptop' }] });
  const step = await olive.call('PATCH', `/items/${id}`, { version: item.version, state: 'disposed' });
  expect(step.body).toMatchObject({ errors: [{ path: 'state' }] });

  await ask('PATCH', `/items/${id}`, {
    version: item.version,
    state: 'in_maintenance',
    attributes: { memoryMb: 16_000 },
  });
  const stale = await olive.call('PATCH', `/items/${id}`, { version: item.version, state: 'deployed' });
  expect(stale.status).toBe(409);
  const { items } = await ask<{ items: { type: string; changes: object[] }[] }>('GET', `/items/${id}/history`);
  expect(items.map((one) => one.type)).toEqual(['item.changed', 'item.created']);
  expect(items[0]?.changes).toEqual(
    expect.arrayContaining([
      { attribute: 'attributes.memoryMb', name: 'Memory', before: null, after: 16_000 },
      { attribute: 'state', name: 'State', before: 'deployed', after: 'in_maintenance' },
    ]),
  );
  const only = await ask<{ items: object[] }>('GET', `/items/${id}/history?attribute=memoryMb`);
  expect(only.items).toHaveLength(1);
});

test('what hangs on what is walked in both directions, and cycles end', async () => {
  const [net, host, app, desk1] = [
    await add('Core switch', 'switch'),
    await add('Host 1', 'virtual_host'),
    await add('Practice software', 'application'),
    await add('Practice', 'service', { contactId: ada }),
  ];
  await relate(host, 'connects_to', net);
  await relate(app, 'runs_on', host);
  await relate(desk1, 'depends_on', app);
  // A cycle: the switch is managed by software that runs on the host.
  await relate(net, 'depends_on', app);
  const once = await relate(app, 'runs_on', host);
  expect(once.id).toBe((await view(app)).relations.find((one) => one.kind === 'runs_on')?.id);
  const hurt = await ask<Impact>('GET', `/items/${net}/impact`);
  expect(hurt.items.map((one) => [one.name, one.depth])).toEqual([
    ['Host 1', 1],
    ['Practice software', 2],
    ['Practice', 3],
  ]);
  expect(hurt.contacts).toEqual([{ id: ada, name: 'Ada', isOwner: true }]);
  const needs = await ask<Impact>('GET', `/items/${desk1}/impact?towards=causes`);
  expect(needs.items.map((one) => one.name)).toEqual(['Practice software', 'Host 1', 'Core switch']);
  const map = await ask<ServiceMap>('GET', `/clients/${acme}/service-map`);
  expect(map.items.map((one) => [one.name, one.depth])).toEqual([
    ['Practice', 0],
    ['Practice software', 1],
    ['Host 1', 2],
    ['Core switch', 3],
  ]);
  expect((await view(host)).relations.map((one) => [one.words, one.item.name])).toEqual([
    ['connects through', 'Core switch'],
    ['runs', 'Practice software'],
  ]);
  const self = await olive.call('POST', '/item-relations', { fromId: net, kind: 'uses', toId: net });
  expect(self.status).toBe(422);
});

test('ten thousand items in a ring with fifty thousand relations are walked whole', async () => {
  const client = await desk.run((ctx) => createClient(ctx, { name: 'Ring', code: 'RING', timeZone: 'UTC' }));
  const ids = Array.from({ length: 10_000 }, () => newId());
  await desk.run(async (ctx) => {
    await ctx.hot(
      'test_items',
      `insert into configuration_items (client_id, id, class_key, name, created_at, updated_at)
      select $1, id, 'server', 'Server ' || n, now(), now() from unnest($2::uuid[]) with ordinality as x (id, n)`,
      [client, ids],
    );
    const edges = ids.flatMap((from, at) =>
      [1, 7, 131, 1_009, 4_001].map((step) => ({ id: newId(), from, to: ids[(at + step) % ids.length] })),
    );
    await ctx.hot(
      'test_relations',
      `insert into ci_relations (client_id, id, from_id, kind, to_id, created_at)
      select $1, x.id, x."from", 'depends_on', x."to", now() from jsonb_to_recordset($2::jsonb) as x (id uuid, "from" uuid, "to" uuid)`,
      [client, JSON.stringify(edges)],
    );
  });
  const hurt = await ask<Impact>('GET', `/items/${ids[0]}/impact`);
  expect(hurt.items).toHaveLength(9_999);
  expect(hurt.relations).toHaveLength(50_000);
});

test('two that are one are joined with all that hangs on them, and separated again', async () => {
  const source = { kind: 'rmm', id: newId(), name: 'RMM' } as const;
  const read = (externalId: string, more: object) => ({
    externalId,
    name: externalId,
    classKey: 'server',
    identifiers: [{ kind: 'serial' as const, value: 'DUP-0001' }],
    attributes: {},
    ...more,
  });
  await desk.run((ctx) =>
    takeReadings(ctx, { clientId: acme, siteId: null, source }, [
      read('dup-a', { attributes: { model: 'A' } }),
      read('dup-b', { attributes: { memoryMb: 8 } }),
    ]),
  );
  const { items: pairs } = await ask<{
    items: { id: string; kept: { id: string }; other: { id: string }; why: object[] }[];
  }>('GET', `/item-duplicates?clientId=${acme}`);
  const [pair] = pairs;
  if (!pair) throw new Error('no pair');
  expect(pair.why).toEqual([{ kind: 'serial', value: 'DUP-0001' }]);
  const { id: ticket } = await ask<{ id: string }>('POST', '/tickets', {
    kind: 'incident',
    clientId: acme,
    title: 'Slow',
  });
  await ask('POST', `/tickets/${ticket}/items`, { itemId: pair.other.id });
  const app = await add('Runs there', 'application');
  await relate(app, 'runs_on', pair.other.id);
  await ask('POST', `/item-duplicates/${pair.id}/decision`, { merge: true });
  const joined = await view(pair.kept.id);
  expect(attribute(joined, 'memoryMb')?.value).toBe(8);
  expect(joined.sources).toHaveLength(2);
  expect(joined.relations.map((one) => one.item.name)).toEqual(['Runs there']);
  expect((await ask<TicketItems>('GET', `/tickets/${ticket}/items`)).items.map((one) => one.id)).toEqual([
    pair.kept.id,
  ]);
  expect((await view(pair.other.id)).mergedInto).toBe(pair.kept.id);
  // The source goes on telling of both; each finds the one.
  await desk.run((ctx) =>
    takeReadings(ctx, { clientId: acme, siteId: null, source }, [read('dup-b', { attributes: { memoryMb: 16 } })]),
  );
  expect(attribute(await view(pair.kept.id), 'memoryMb')?.value).toBe(16);

  await ask('DELETE', `/item-duplicates/${pair.id}/decision`);
  expect(attribute(await view(pair.kept.id), 'memoryMb')?.value).toBeNull();
  const back = await view(pair.other.id);
  expect([back.mergedInto, back.state, attribute(back, 'memoryMb')?.value]).toEqual([null, 'deployed', 16]);
  expect((await ask<TicketItems>('GET', `/tickets/${ticket}/items`)).items.map((one) => one.id)).toEqual([
    pair.other.id,
  ]);
  expect(back.relations.map((one) => one.item.name)).toEqual(['Runs there']);
  const open = await ask<{ items: object[] }>('GET', `/item-duplicates?clientId=${acme}`);
  expect(open.items).toEqual([]);
});

test('what people said of the other by hand is taken over where the kept one has nothing, and given back', async () => {
  const kept = await add('taken-kept', 'server', { attributes: { supplier: 'Here' } });
  const other = await add('taken-other', 'server', {
    ...{ assetTag: 'T-77', attributes: { supplier: 'There', orderNumber: 'O-1', notes: 'old' } },
  });
  const { id } = await ask<{ id: string }>('POST', `/items/${kept}/join`, { otherId: other });
  const joined = await view(kept);
  const of = (key: string) => attribute(joined, key)?.value;
  expect([of('supplier'), of('orderNumber'), of('notes'), joined.name, joined.assetTag]).toEqual([
    ...['Here', 'O-1', 'old', 'taken-kept', 'T-77'],
  ]);
  // Somebody has said better since: that stays with the kept one.
  await ask('PATCH', `/items/${kept}`, { version: joined.version, attributes: { notes: 'new' } });
  await ask('DELETE', `/item-duplicates/${id}/decision`);
  const [one, two] = [await view(kept), await view(other)];
  expect(['supplier', 'orderNumber', 'notes'].map((key) => attribute(one, key)?.value)).toEqual(['Here', null, 'new']);
  expect(['supplier', 'orderNumber', 'notes'].map((key) => attribute(two, key)?.value)).toEqual([
    ...['There', 'O-1', 'old'],
  ]);
  expect([one.assetTag, two.assetTag]).toEqual(['', 'T-77']);
});

test('a relation that somebody said again while two were joined is there once when they are separated', async () => {
  const [kept, other, app] = [
    await add('twin-kept', 'server'),
    await add('twin-other', 'server'),
    await add('twin-app', 'application'),
  ];
  await relate(app, 'runs_on', other);
  const { id } = await ask<{ id: string }>('POST', `/items/${kept}/join`, { otherId: other });
  await relate(app, 'runs_on', other);
  await ask('DELETE', `/item-duplicates/${id}/decision`);
  expect((await view(other)).relations.map((one) => one.item.name)).toEqual(['twin-app']);
  expect((await view(kept)).relations).toEqual([]);
});

test('many are changed at once, each by itself, and stock is counted', async () => {
  const [shelf, used, gone] = [
    await add('many-shelf', 'laptop', { state: 'in_stock' }),
    await add('many-used', 'laptop'),
    await add('many-gone', 'laptop', { state: 'disposed' }),
  ];
  const missing = newId();
  const stock = async () =>
    (await ask<{ items: { classKey: string; inStock: number }[] }>('GET', `/item-stock?clientId=${acme}`)).items.find(
      ({ classKey }) => classKey === 'laptop',
    )?.inStock;
  const before = (await stock()) ?? 0;
  const { items } = await ask<{ items: object[] }>('POST', '/items/changes', {
    ...{ ids: [used, shelf, gone, missing], state: 'in_stock' },
  });
  expect(items).toEqual([
    { id: used, name: 'many-used', outcome: 'changed', detail: '' },
    { id: shelf, name: 'many-shelf', outcome: 'unchanged', detail: '' },
    { id: gone, name: 'many-gone', outcome: 'refused', detail: 'It cannot follow disposed; next may be: retired' },
    { id: missing, name: '', outcome: 'refused', detail: expect.any(String) },
  ]);
  expect(await stock()).toBe(before + 1);
});

test('a certificate that ends soon opens one ticket about it, and a renewal waits for the next end', async () => {
  const day = (days: number) =>
    new Date(Date.parse(desk.services.now()) + days * 86_400_000).toISOString().slice(0, 10);
  const id = await add('www.acme.example', 'certificate', { attributes: { validUntil: day(10) } });
  await add('mail.acme.example', 'certificate', { attributes: { validUntil: day(200) } });
  expect(await tellOfEnds(desk.services)).toBe(1);
  expect(await tellOfEnds(desk.services)).toBe(0);
  const { items } = await ask<{ items: { item: { name: string }; ticket: { id: string } | null }[] }>(
    'GET',
    `/item-ends?clientId=${acme}&withinDays=30`,
  );
  expect(items).toMatchObject([{ item: { name: 'www.acme.example' }, ticket: { key: expect.any(String) } }]);
  const about = await ask<TicketItems>('GET', `/tickets/${items[0]?.ticket?.id}/items`);
  expect(about.items.map((one) => one.id)).toEqual([id]);
  await ask('PATCH', `/items/${id}`, { version: (await view(id)).version, attributes: { validUntil: day(375) } });
  expect(await tellOfEnds(desk.services)).toBe(0);
});

test('an end of which no ticket can be made is tried again, and holds up no other', async () => {
  const on = new Date(Date.parse(desk.services.now()) + 5 * 86_400_000).toISOString().slice(0, 10);
  const [bad, good] = [
    await add('bad.acme.example', 'certificate', { attributes: { validUntil: on } }),
    await add('good.acme.example', 'certificate', { attributes: { validUntil: on } }),
  ];
  const admin = new pg.Client({ connectionString: desk.adminUrl });
  await admin.connect();
  await admin.query(
    `create function public.refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$`,
  );
  await admin.query(
    `create trigger refuse before insert on fettle.tickets for each row when (new.title like '%bad.acme%') execute function public.refuse()`,
  );
  const ticketOf = async (id: string) =>
    (
      await ask<{ items: { item: { id: string }; ticket: object | null }[] }>('GET', `/item-ends?clientId=${acme}`)
    ).items.find((one) => one.item.id === id)?.ticket;
  try {
    expect(await tellOfEnds(desk.services)).toBe(1);
    expect([await ticketOf(bad), await ticketOf(good)]).toEqual([null, expect.any(Object)]);
  } finally {
    await admin.query('drop trigger refuse on fettle.tickets').finally(() => admin.end());
  }
  expect(await tellOfEnds(desk.services)).toBe(1);
  expect(await ticketOf(bad)).toEqual(expect.any(Object));
});

test('licences are counted against what is installed on what is in use', async () => {
  const source = { kind: 'agent', id: newId(), name: 'Agent' } as const;
  await desk.run((ctx) =>
    takeReadings(
      ctx,
      { clientId: acme, siteId: null, source },
      ['one', 'two', 'three'].map((name) => ({
        externalId: `lic-${name}`,
        name: `lic-${name}`,
        classKey: 'laptop',
        identifiers: [],
        attributes: {},
        software: [{ name: 'Drawing Suite 2026', version: '1', publisher: 'Draw', installedOn: null }],
      })),
    ),
  );
  await add('Drawing Suite', 'software_licence', {
    attributes: { product: 'Drawing Suite*', seats: 2, metric: 'device' },
  });
  const { items } = await ask<{ items: object[] }>('GET', `/licence-positions?clientId=${acme}`);
  expect(items).toMatchObject([{ product: 'Drawing Suite*', seats: 2, installed: 3 }]);
  const found = await ask<{ items: { id: string }[] }>('GET', '/items?q=lic-one');
  const software = await ask<{ items: object[] }>('GET', `/items/${found.items[0]?.id}/software`);
  expect(software.items).toMatchObject([{ name: 'Drawing Suite 2026', by: 'Agent' }]);
});

test('a baseline keeps how things stood, and says what differs', async () => {
  const id = await add('Drifts', 'server', { attributes: { memoryMb: 1 } });
  const { id: baseline } = await ask<{ id: string }>('POST', `/clients/${acme}/baselines`, { name: 'Before the move' });
  expect((await ask<Drift>('GET', `/baselines/${baseline}/drift`)).items).toEqual([]);
  await ask('PATCH', `/items/${id}`, { version: (await view(id)).version, attributes: { memoryMb: 2 } });
  const fresh = await add('New since', 'server');
  const drift = await ask<Drift>('GET', `/baselines/${baseline}/drift`);
  expect(drift.items).toEqual([
    expect.objectContaining({
      itemId: id,
      what: 'changed',
      changes: [{ attribute: 'memoryMb', name: 'Memory', before: 1, after: 2 }],
    }),
    expect.objectContaining({ itemId: fresh, what: 'added' }),
  ]);
});

test('an own class has own attributes, and keeps the types of those that items have', async () => {
  const attributes = [{ key: 'axles', name: 'Axles', type: 'number' as const }];
  await ask('POST', '/item-classes', { key: 'vehicle', parentKey: 'hardware', name: 'Vehicle', attributes });
  await add('Van', 'vehicle', { attributes: { axles: 2, location: 'Yard' } });
  const other = await olive.call('PATCH', '/item-classes/vehicle', {
    version: 1,
    attributes: [{ key: 'axles', name: 'Axles', type: 'text' }],
  });
  expect(other.body).toMatchObject({ errors: [{ path: 'attributes[0].type' }] });
  const clash = await olive.call('PATCH', '/item-classes/vehicle', {
    version: 1,
    attributes: [...attributes, { key: 'serial', name: 'Serial', type: 'text' }],
  });
  expect(clash.body).toMatchObject({ errors: [{ path: 'attributes[1].key' }] });
  const { items } = await ask<{ items: { name: string }[] }>('GET', '/items?classKey=hardware&q=van');
  expect(items.map((one) => one.name)).toEqual(['Van']);
});

test('what is another client’s is not there, and is never tied together', async () => {
  const id = await add('Secret server', 'server');
  for (const [method, url, body] of [
    ['GET', `/items/${id}`],
    ['GET', `/items/${id}/impact`],
    ['GET', `/items/${id}/history`],
    ['PATCH', `/items/${id}`, { version: 1, name: 'Mine' }],
  ] as const)
    expect((await limited.call(method, url, body)).status, `${method} ${url}`).toBe(404);
  expect((await ask<{ items: object[] }>('GET', '/items?q=secret', undefined, limited)).items).toEqual([]);
  const theirs = await ask<{ id: string }>(
    'POST',
    '/items',
    { clientId: birch, name: 'Ours', classKey: 'server' },
    limited,
  );
  const tie = await olive.call('POST', '/item-relations', { fromId: id, kind: 'uses', toId: theirs.id });
  expect(tie.body).toMatchObject({ errors: [{ path: 'toId', message: 'is an item of another client' }] });
  const { id: ticket } = await ask<{ id: string }>('POST', '/tickets', {
    kind: 'incident',
    clientId: acme,
    title: 'X',
  });
  expect((await olive.call('POST', `/tickets/${ticket}/items`, { itemId: theirs.id })).status).toBe(422);
  expect((await olive.call('POST', `/items/${id}/join`, { otherId: theirs.id })).status).toBe(422);
});

test('items are listed by how their warranty stands', async () => {
  const day = (days: number) =>
    new Date(Date.parse(desk.services.now()) + days * 86_400_000).toISOString().slice(0, 10);
  for (const [name, until] of [
    ['w-ended', day(-1)],
    ['w-ending', day(30)],
    ['w-long', day(400)],
  ] as const)
    await add(name, 'laptop', { attributes: { warrantyUntil: until } });
  await add('w-unknown', 'laptop');
  const names = async (warranty: string) =>
    (await ask<{ items: { name: string }[] }>('GET', `/items?q=w-&warranty=${warranty}`)).items.map(({ name }) => name);
  expect([await names('ended'), await names('ending'), await names('unknown')]).toEqual([
    ['w-ended'],
    ['w-ending'],
    ['w-unknown'],
  ]);
});
