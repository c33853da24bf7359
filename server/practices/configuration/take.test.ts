import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createClient, createSite } from '#server/business/client/index.ts';
import { openDesk } from '#tests/desk.ts';
import { countItems } from './counts.ts';
import { createItem } from './create.ts';
import { historyOf } from './history.ts';
import { joinItems, splitJoined } from './join.ts';
import type { DeviceReading } from './reading.ts';
import { type Source, takeReadings } from './take.ts';
import { endUnseen } from './unseen.ts';
import { updateItem } from './update.ts';
import { viewItem } from './view.ts';

const desk = await openDesk();
const { acme, birch, brisbane } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return {
    acme,
    birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
    brisbane: await createSite(ctx, acme, { name: 'Brisbane' }),
  };
});
const RMM: Source = { kind: 'rmm', id: '0190aaaa-0000-7000-8000-000000000001', name: 'Datto RMM' };
const AGENT: Source = { kind: 'agent', id: '0190aaaa-0000-7000-8000-000000000002', name: 'Inventory agent' };

const reading = (externalId: string, more: Partial<DeviceReading> = {}): DeviceReading => ({
  externalId,
  name: externalId.toUpperCase(),
  classKey: 'server',
  identifiers: [],
  attributes: {},
  ...more,
});
const take = (source: Source, readings: DeviceReading[], clientId = acme, siteId: string | null = null) =>
  desk.run((ctx) => takeReadings(ctx, { clientId, siteId, source }, readings));
const items = (clientId = acme) =>
  desk.run((ctx) =>
    ctx.tx.selectFrom('configuration_items').selectAll().where('client_id', '=', clientId).orderBy('name').execute(),
  );
const named = async (name: string, clientId = acme) => {
  const found = (await items(clientId)).filter((one) => one.name === name);
  expect(found).toHaveLength(1);
  return found[0] as (typeof found)[number];
};
const events = (id: string) =>
  desk.run((ctx) =>
    ctx.tx.selectFrom('events').select(['type', 'data']).where('subject_id', '=', id).orderBy('id').execute(),
  );
const writes = (ctx: Ctx) =>
  ctx.hot<{ n: number }>(
    'test_writes',
    `select sum(n_tup_ins + n_tup_upd + n_tup_del)::int as n from pg_stat_xact_user_tables where schemaname = 'fettle'`,
    [],
  );

test('a device is made once, and the same again writes nothing', async () => {
  const dc = reading('acme-dc01', {
    identifiers: [
      { kind: 'serial', value: 'ABC1234' },
      { kind: 'mac', value: '00-15-5D-01-02-03' },
      { kind: 'hostname', value: 'ACME-DC01.acme.example' },
    ],
    attributes: { operatingSystem: 'Windows Server 2022', memoryMb: 16_384 },
    software: [{ name: 'openssl', version: '3.0', publisher: 'OpenSSL', installedOn: '2026-01-31' }],
    sections: { disks: [{ name: 'C:', sizeMb: 1_000 }] },
    lastSeenAt: '2026-11-29T08:00:00Z',
    online: true,
  });
  expect(await take(RMM, [dc], acme, brisbane)).toEqual({ created: 1, changed: 0, unchanged: 0 });
  const item = await named('ACME-DC01');
  expect(item).toMatchObject({
    class_key: 'server',
    state: 'deployed',
    site_id: brisbane,
    online: true,
    attributes: { operatingSystem: 'Windows Server 2022', memoryMb: 16_384 },
  });
  expect((await events(item.id)).map((one) => one.type)).toEqual(['item.created']);

  const written = await desk.run(async (ctx) => {
    const before = (await writes(ctx))[0]?.n ?? 0;
    const taken = await takeReadings(ctx, { clientId: acme, siteId: brisbane, source: RMM }, [dc]);
    expect(taken).toEqual({ created: 0, changed: 0, unchanged: 1 });
    return ((await writes(ctx))[0]?.n ?? 0) - before;
  });
  expect(written).toBe(0);
});

test('another source knows it by its serial number, and a change says who said what', async () => {
  const agent = reading('acme-dc01-2026-11-24', {
    name: 'acme-dc01',
    identifiers: [{ kind: 'serial', value: ' abc1234 ' }],
    attributes: { operatingSystem: 'Windows Server 2022 Standard', cores: 8 },
  });
  expect(await take(AGENT, [agent])).toMatchObject({ created: 0, changed: 1 });
  const all = await items();
  expect(all).toHaveLength(1);
  // What runs on the machine is believed before what watches it.
  expect(all[0]?.attributes).toEqual({ operatingSystem: 'Windows Server 2022 Standard', memoryMb: 16_384, cores: 8 });
  const told = (await events(all[0]?.id ?? '')).at(-1);
  expect(told).toMatchObject({
    type: 'item.changed',
    data: {
      source: 'Inventory agent',
      changes: {
        'attributes.cores': [null, 8],
        'attributes.operatingSystem': ['Windows Server 2022', 'Windows Server 2022 Standard'],
      },
    },
  });
});

test('what a person says holds over what machines say, until it is taken back', async () => {
  const item = (await items())[0];
  if (!item) throw new Error('no item');
  await desk.run((ctx) =>
    updateItem(ctx, item.id, { version: item.version, attributes: { memoryMb: 32_768 }, name: 'Domain controller' }),
  );
  await take(RMM, [
    reading('acme-dc01', { attributes: { memoryMb: 8_192 }, identifiers: [{ kind: 'serial', value: 'ABC1234' }] }),
  ]);
  const held = await named('Domain controller');
  expect(held.attributes).toMatchObject({ memoryMb: 32_768 });
  await desk.run((ctx) => updateItem(ctx, item.id, { version: held.version, attributes: { memoryMb: null } }));
  expect((await named('Domain controller')).attributes).toMatchObject({ memoryMb: 8_192 });
});

test('one serial number at two clients is two devices, also at the same time', async () => {
  const twin = [{ kind: 'serial' as const, value: 'TWIN-0001' }];
  const other: Source = { ...AGENT, id: '0190aaaa-0000-7000-8000-000000000003' };
  await Promise.all([
    take(RMM, [reading('twin-a', { identifiers: twin })]),
    take(AGENT, [reading('twin-b', { identifiers: twin })], birch),
    take(other, [reading('twin-c', { identifiers: twin })]),
  ]);
  const here = (await items()).filter((one) => one.name.startsWith('TWIN'));
  expect(here).toHaveLength(1);
  expect((await items(birch)).map((one) => one.name)).toEqual(['TWIN-B']);
});

test('serial numbers that stand for nothing join nobody', async () => {
  const dummy = (value: string) => [{ kind: 'serial' as const, value }];
  await take(AGENT, [
    reading('clone-1', { identifiers: dummy('To be filled by O.E.M.') }),
    reading('clone-2', { identifiers: dummy('TO BE FILLED BY O.E.M') }),
    reading('clone-3', { identifiers: dummy('00000000') }),
    reading('clone-4', { identifiers: dummy('00000000') }),
  ]);
  expect((await items()).filter((one) => one.name.startsWith('CLONE'))).toHaveLength(4);
});

test('what one source lists twice with one serial number is proposed and not joined', async () => {
  const same = [{ kind: 'serial' as const, value: 'REINSTALLED-1' }];
  await take(RMM, [reading('old-id', { identifiers: same }), reading('new-id', { identifiers: same })]);
  expect((await items()).filter((one) => one.name.endsWith('-ID'))).toHaveLength(2);
  const proposed = await desk.run((ctx) => ctx.tx.selectFrom('ci_duplicates').select(['state', 'why']).execute());
  expect(proposed).toEqual([{ state: 'proposed', why: [{ kind: 'serial', value: 'REINSTALLED-1' }] }]);
});

test('a device that a source lists under another client begins there, and its history stays', async () => {
  await take(RMM, [reading('roamer', { attributes: { model: 'Latitude' } })]);
  const before = await named('ROAMER');
  await take(RMM, [reading('roamer', { attributes: { model: 'Latitude' } })], birch);
  const after = await named('ROAMER', birch);
  expect(after.id).not.toBe(before.id);
  expect((await events(before.id)).map((one) => one.type)).toEqual([
    ...['item.created', 'item.moved_away', 'item.changed'],
  ]);
  expect((await events(after.id)).map((one) => one.type)).toEqual(['item.created']);
});

test('what a source took to another client is out of use where it was, and in use again once it is back', async () => {
  const source: Source = { ...RMM, id: newId() };
  const of = reading('commuter');
  await take(source, [of]);
  const here = await named('COMMUTER');
  const counted = async () =>
    (await desk.run((ctx) => countItems(ctx, acme))).items.reduce((sum, n) => sum + n.items, 0);
  const before = await counted();
  await take(source, [of], birch);
  expect(await named('COMMUTER')).toMatchObject({ id: here.id, state: 'retired' });
  expect(await counted()).toBe(before - 1);
  const { items: history } = await desk.run((ctx) => historyOf(ctx, here.id, {}));
  expect(history[0]).toMatchObject({
    words: 'Retired: it is not this client’s any more, and nothing else lists it here',
    source: 'Datto RMM',
    changes: [{ attribute: 'state', before: 'deployed', after: 'retired' }],
  });
  await take(source, [of]);
  expect(await named('COMMUTER')).toMatchObject({ id: here.id, state: 'deployed' });
  expect(await named('COMMUTER', birch)).toMatchObject({ state: 'retired' });
  await take(source, [of], birch);
  expect([(await named('COMMUTER')).state, (await named('COMMUTER', birch)).state]).toEqual(['retired', 'deployed']);
});

test('what another source still lists, or whose state a person has set, stays as it is when one takes it away', async () => {
  const source: Source = { ...RMM, id: newId() };
  const ids = [{ kind: 'serial' as const, value: 'SEEN-BY-TWO' }];
  await take(source, [reading('seen-twice', { identifiers: ids }), reading('by-hand')]);
  await take({ ...AGENT, id: newId() }, [reading('seen-twice', { identifiers: ids })]);
  const { id, version } = await named('BY-HAND');
  await desk.run((ctx) => updateItem(ctx, id, { version, state: 'in_stock' }));
  await take(source, [reading('seen-twice', { identifiers: ids }), reading('by-hand')], birch);
  expect([(await named('SEEN-TWICE')).state, (await named('BY-HAND')).state]).toEqual(['deployed', 'in_stock']);
  // What a person said after it was retired stands as well.
  await take(source, [reading('kept')]);
  await take(source, [reading('kept')], birch);
  const kept = await named('KEPT');
  await desk.run((ctx) => updateItem(ctx, kept.id, { version: kept.version, state: 'disposed' }));
  await take(source, [reading('kept')]);
  expect((await named('KEPT')).state).toBe('disposed');
});

test('what was typed by hand, then read and then moved by a system is out of use where it was, and typing alone sees nothing', async () => {
  const source: Source = { ...RMM, id: newId() };
  const serial = 'TYPED-THEN-READ';
  const id = await desk.run((ctx) =>
    createItem(ctx, { clientId: acme, name: 'TYPED', classKey: 'laptop', attributes: { serial } }),
  );
  const stock = await desk.run((ctx) =>
    createItem(ctx, {
      ...{ clientId: acme, name: 'STOCK', classKey: 'laptop', state: 'in_stock' },
      attributes: { serial: `${serial}-2` },
    }),
  );
  const of = [
    reading('typed', { identifiers: [{ kind: 'serial', value: serial }] }),
    reading('stock', { identifiers: [{ kind: 'serial', value: `${serial}-2` }] }),
  ];
  expect(await take(source, of)).toMatchObject({ created: 0, changed: 2 });
  await take(source, of, birch);
  expect([await named('TYPED'), await named('STOCK')]).toMatchObject([
    { id, state: 'retired' },
    { id: stock, state: 'in_stock' },
  ]);
});

test('what is missed stays missed while its system still hears it, and is found once it was silent and speaks again', async () => {
  const source: Source = { ...RMM, id: newId() };
  const heard = (online: boolean) =>
    take(source, [reading('stolen', { online, lastSeenAt: new Date().toISOString() })]);
  await heard(true);
  const { id, version } = await named('STOLEN');
  await desk.run((ctx) => updateItem(ctx, id, { version, state: 'missing' }));
  expect(await named('STOLEN')).toMatchObject({ state: 'missing', state_by: 'person' });
  await heard(true);
  expect((await named('STOLEN')).state).toBe('missing');
  await heard(false);
  expect(await named('STOLEN')).toMatchObject({ state: 'missing', online: false });
  await heard(true);
  expect(await named('STOLEN')).toMatchObject({ state: 'deployed', online: true });
  expect((await events(id)).at(-1)?.data).toMatchObject({ changes: { state: ['missing', 'deployed'] } });
});

test('what was joined comes apart as its system lists it now', async () => {
  const source: Source = { ...RMM, id: newId() };
  const typed = await desk.run((ctx) => createItem(ctx, { clientId: acme, name: 'Typed twin', classKey: 'server' }));
  await take(source, [reading('twin-read')]);
  const read = await named('TWIN-READ');
  const joined = await desk.run((ctx) => joinItems(ctx, typed, read.id));
  await take(source, [reading('twin-read')], birch);
  const states = async () =>
    new Map((await items()).filter(({ id }) => id === typed || id === read.id).map(({ id, state }) => [id, state]));
  expect((await states()).get(typed)).toBe('retired');
  await desk.run((ctx) => splitJoined(ctx, joined));
  expect(await states()).toEqual(
    new Map([
      [typed, 'deployed'],
      [read.id, 'retired'],
    ]),
  );
});

test('what a complete listing leaves out is gone there and not deleted, and comes back', async () => {
  const source: Source = { ...RMM, id: '0190aaaa-0000-7000-8000-000000000009' };
  await take(source, [reading('stays'), reading('leaves')]);
  expect(await desk.run((ctx) => endUnseen(ctx, source, new Set(['stays'])))).toBe(1);
  const item = await named('LEAVES');
  expect((await events(item.id)).map((one) => one.type)).toEqual(['item.created', 'item.gone']);
  expect(await take(source, [reading('leaves')])).toMatchObject({ created: 0, changed: 1 });
  expect((await named('LEAVES')).id).toBe(item.id);
});

test('one MAC address in the notations of three systems and of a person is one value, about which no source differs', async () => {
  const of = (id: string, mac: string) =>
    take({ ...RMM, id: newId(), name: mac }, [
      reading(id, {
        name: 'MACS',
        identifiers: [{ kind: 'serial', value: 'MACS-0001' }],
        attributes: { macAddress: mac },
        sections: { networks: [{ name: 'eth0', mac }] },
      }),
    ]);
  for (const mac of ['8C-04-BA-11-22-33', '8c04.ba11.2233', '8C04BA112233']) await of(`of ${mac}`, mac);
  const { id, version } = await named('MACS');
  await desk.run((ctx) => updateItem(ctx, id, { version, attributes: { macAddress: '8C:04:BA:11:22:33' } }));
  const view = await desk.run((ctx) => viewItem(ctx, id));
  const said = view.attributes.find(({ key }) => key === 'macAddress')?.said ?? [];
  expect(said.map(({ value }) => value)).toEqual(Array(4).fill('8c:04:ba:11:22:33'));
  expect(view.sections[0]?.records).toEqual([{ name: 'eth0', mac: '8c:04:ba:11:22:33' }]);
  // The first notation was kept at once, so that none of the others changed the item.
  expect((await events(id)).map(({ type }) => type)).toEqual(['item.created']);
});

test('hostile readings are cut to their measure and harm nothing', async () => {
  const odd = JSON.parse(
    '{"__proto__": {"polluted": true}, "constructor": "x", "model": "\\u202egnp.exe", "serial": "A\\u0000B"}',
  );
  await take(RMM, [
    reading('hostile', {
      name: `\u0007\u202e\u200b\u2060${'x'.repeat(5_000)}`,
      attributes: odd,
      openUrl: 'javascript:alert(1)',
    }),
    reading('   '),
  ]);
  const [item] = (await items()).filter((one) => one.name.startsWith('xxx'));
  expect(item?.name).toHaveLength(200);
  expect(item?.attributes).toEqual({ constructor: 'x', model: 'gnp.exe', serial: 'AB' });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('what a source says without its lists is known from the first whole reading, until it says something else', async () => {
  const source = { kind: 'rmm', id: newId(), name: 'Brief RMM' } as const;
  const brief = reading('brief', { name: 'BRIEF', attributes: { operatingSystem: 'Debian 12' } });
  const audited = { ...brief, attributes: { ...brief.attributes, model: 'One' }, software: [], brief };
  expect(await take(source, [audited])).toMatchObject({ created: 1 });
  const again = await desk.run(async (ctx) => {
    const before = (await writes(ctx))[0]?.n ?? 0;
    for (const one of [brief, audited, brief]) await takeReadings(ctx, { clientId: acme, siteId: null, source }, [one]);
    return ((await writes(ctx))[0]?.n ?? 0) - before;
  });
  expect(again).toBe(0);
  expect(await take(source, [{ ...brief, attributes: { operatingSystem: 'Debian 13' } }])).toMatchObject({
    changed: 1,
  });
  expect((await named('BRIEF')).attributes).toEqual({ model: 'One', operatingSystem: 'Debian 13' });
  expect(await take(source, [brief])).toMatchObject({ changed: 1 });
});

test('a reading that says less takes nothing away, and is news once at most', async () => {
  const source = { kind: 'rmm', id: newId(), name: 'Sparse RMM' } as const;
  const whole = reading('sparse', {
    name: 'SPARSE',
    identifiers: [{ kind: 'serial', value: 'SPARSE-77' }],
    attributes: { manufacturer: 'Maker', model: 'One', operatingSystem: 'Debian 12' },
    software: [],
  });
  const less = reading('sparse', { name: 'SPARSE', identifiers: [], attributes: { operatingSystem: 'Debian 12' } });
  expect(await take(source, [whole])).toMatchObject({ created: 1 });
  expect(await take(source, [less])).toEqual({ created: 0, changed: 0, unchanged: 1 });
  const again = await desk.run(async (ctx) => {
    const before = (await writes(ctx))[0]?.n ?? 0;
    for (const one of [less, whole]) await takeReadings(ctx, { clientId: acme, siteId: null, source }, [one]);
    return ((await writes(ctx))[0]?.n ?? 0) - before;
  });
  expect(again).toBe(0);
  expect(await named('SPARSE')).toMatchObject({ attributes: { manufacturer: 'Maker', model: 'One' } });
  const none = { ...less, attributes: { operatingSystem: 'Debian 13', model: null } };
  expect(await take(source, [none])).toMatchObject({ changed: 1 });
  expect((await named('SPARSE')).attributes).toEqual({ manufacturer: 'Maker', operatingSystem: 'Debian 13' });
  // The serial number still tells who it is.
  const agent = { kind: 'agent', id: newId(), name: 'Agent of it' } as const;
  const same = reading('other', { name: 'SPARSE', identifiers: [{ kind: 'serial', value: 'SPARSE-77' }] });
  expect(await take(agent, [same])).toMatchObject({ created: 0 });
});

test('what a person typed identifies: a source that reads it finds the item, and stands for nothing where it means nothing', async () => {
  const make = (name: string, attributes: Record<string, string>) =>
    desk.run((ctx) => createItem(ctx, { clientId: acme, name, classKey: 'laptop', attributes }));
  const serial = await make('Typed serial', { serial: ' typed-0001 ' });
  const blank = await make('Typed uuid', { uuid: ' 4C4C4544-0042-3510-8051-B4C04F4A3332 ' });
  const mac = await make('Typed mac', { macAddress: '8C-04-BA-44-55-66, 8c04.ba44.5567' });
  await make('Typed nothing', { serial: 'To be filled by O.E.M.', macAddress: '02:00:00:00:00:01' });
  const source: Source = { ...RMM, id: newId() };
  const taken = await take(source, [
    reading('typed-1', { identifiers: [{ kind: 'serial', value: 'TYPED-0001' }] }),
    reading('typed-2', { identifiers: [{ kind: 'mac', value: '8c:04:ba:44:55:67' }] }),
    reading('typed-3', { identifiers: [{ kind: 'serial', value: 'To be filled by O.E.M.' }] }),
  ]);
  expect(taken).toMatchObject({ created: 1, changed: 2 });
  const known = await desk.run((ctx) => viewItem(ctx, mac));
  expect(known.identifiers).toEqual([
    { kind: 'mac', value: '8c:04:ba:44:55:66' },
    { kind: 'mac', value: '8c:04:ba:44:55:67' },
  ]);
  expect((await desk.run((ctx) => viewItem(ctx, blank))).identifiers).toEqual([
    { kind: 'uuid', value: '4c4c4544-0042-3510-8051-b4c04f4a3332' },
  ]);
  expect(known.sources.map(({ kind }) => kind).toSorted()).toEqual(['person', 'rmm']);
  // What is taken back identifies no more.
  const other = await make('Typed twice', { serial: 'TYPED-0002' });
  const { version } = await named('Typed twice');
  await desk.run((ctx) => updateItem(ctx, other, { version, attributes: { serial: 'TYPED-0003' } }));
  expect((await desk.run((ctx) => viewItem(ctx, other))).identifiers).toEqual([
    { kind: 'serial', value: 'TYPED-0003' },
  ]);
  const proposals = () =>
    desk.run(({ tx }) =>
      tx.selectFrom('ci_duplicates').select(['kept_id', 'other_id', 'why']).where('kept_id', '=', serial).execute(),
    );
  expect(await proposals()).toEqual([]);
  const twin = await make('Typed twin', { serial: 'typed-0001' });
  expect(await proposals()).toEqual([
    { kept_id: serial, other_id: twin, why: [{ kind: 'serial', value: 'TYPED-0001' }] },
  ]);
});

test('what was typed of an item goes along when it is joined with another, and back', async () => {
  const make = (name: string, value: string) =>
    desk.run((ctx) => createItem(ctx, { clientId: acme, name, classKey: 'laptop', attributes: { serial: value } }));
  const [kept, gone] = [await make('Kept one', 'JOINED-1'), await make('Gone one', 'JOINED-2')];
  const serials = async (id: string) =>
    (await desk.run((ctx) => viewItem(ctx, id))).identifiers.map(({ value }) => value);
  const joining = await desk.run((ctx) => joinItems(ctx, kept, gone));
  expect([await serials(kept), await serials(gone)]).toEqual([['JOINED-1', 'JOINED-2'], []]);
  const again = reading('joined', { identifiers: [{ kind: 'serial', value: 'JOINED-2' }] });
  expect(await take({ ...RMM, id: newId() }, [again])).toMatchObject({ created: 0 });
  await desk.run((ctx) => splitJoined(ctx, joining));
  expect(await serials(gone)).toEqual(['JOINED-2']);
});

test.each([
  ...['zz:zz', '8c:04:ba:11:22', '8c:04:ba:11:22:33:44', '00:00:00:00:00:00', '8c:04:ba:11:22:33, none'].map(
    (text) => ['macAddress', text] as const,
  ),
  ...['hello', '4c4c4544-0042-3510-8051'].map((text) => ['uuid', text] as const),
])('as %s a person cannot type %s', async (key, text) => {
  const made = desk.run((ctx) =>
    createItem(ctx, { clientId: acme, name: 'Mistyped', classKey: 'laptop', attributes: { [key]: text } }),
  );
  await expect(made).rejects.toMatchObject({ errors: [{ path: `attributes.${key}` }] });
});

test('what a source says that the class has no attribute for has the name that it has elsewhere', async () => {
  const source: Source = { ...RMM, id: newId() };
  const of = (lastBootAt: string) => reading('an-ap', { classKey: 'access_point', attributes: { lastBootAt } });
  await take(source, [of('2026-11-01T08:00:00Z')]);
  await take(source, [of('2026-11-02T08:00:00Z')]);
  const { id } = await named('AN-AP');
  const view = await desk.run((ctx) => viewItem(ctx, id));
  const shown = view.attributes.find(({ key }) => key === 'lastBootAt');
  expect(shown).toMatchObject({ type: 'instant', value: '2026-11-02T08:00:00Z' });
  expect(shown?.name).not.toBe('lastBootAt');
  const { items: history } = await desk.run((ctx) => historyOf(ctx, id, {}));
  expect(history[0]?.changes[0]?.name).toBe(shown?.name);
});
