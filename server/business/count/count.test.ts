import { sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { withContext } from '#platform/context/index.ts';
import { createClient } from '#server/business/client/index.ts';
import type { Issued } from '#shared/billing.ts';
import type { ContractView } from '#shared/contract.ts';
import type {
  CountView,
  VarianceView,
  VendorListPreview,
  VendorListRow,
  VendorListTaken,
  VendorNameView,
  VendorProductView,
} from '#shared/count.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { takeDailyCounts } from './take.ts';

const desk = await openDesk({ roles: ['web'] });
const { fina, olga, tom, acme, birch, at, contract, preview, run, viewRun, invoice } = await billingDesk(
  desk,
  '2026-11-16T03:00:00Z',
);
const wharf = await desk.run((ctx) =>
  createClient(ctx, { name: 'Pacific Wharf', code: 'WHARF', timeZone: 'America/Los_Angeles' }),
);

type Items<T> = { items: T[] };
const counts = async (clientId: string) =>
  (await done<Items<CountView>>(fina, 'GET', `/counts?clientId=${clientId}`)).items;
const countOf = async (clientId: string, name: string) =>
  (await counts(clientId)).filter((one) => one.name === name).map(({ day, number }) => [day, number]);
const variances = async (who = fina, query = '') =>
  (await done<Items<VarianceView>>(who, 'GET', `/count-variances${query}`)).items;
const named = async (name: string) => {
  const one = (await variances()).find(({ line }) => line.name === name);
  if (!one) throw new Error(`no line ${name}`);
  return one;
};
const decide = (one: VarianceView, body: object, who = fina) =>
  who.call('POST', `/count-variances/${one.line.id}/decision`, {
    ...{ version: one.line.version, snapshotId: one.counted?.snapshotId },
    ...body,
  });
const take = (csv: string, day = '2026-11-16', vendor = 'Pax8') =>
  done<VendorListTaken>(fina, 'POST', '/vendor-lists', { vendor, day, csv });
const names = async () => (await done<Items<VendorNameView>>(fina, 'GET', '/vendor-names')).items;
const open = async () => (await names()).filter(({ state }) => state === 'open').map(({ name }) => name);
const map = (name: string, kind: 'client' | 'product', target: object, version = 0) =>
  done(fina, 'PUT', '/vendor-names', { version, vendor: 'Pax8', kind, name, ...target });
const addPeople = async (clientId: string, ...all: string[]) => {
  for (const name of all) await done(olga, 'POST', '/contacts', { clientId, name });
};
const addItem = (clientId: string, name: string, classKey = 'laptop') =>
  done<{ id: string }>(olga, 'POST', '/items', { clientId, name, classKey });

test('people and items are counted once a day, by the day of each client', async () => {
  await addPeople(acme, 'Ada', 'Ben');
  for (const name of ['NB-1', 'NB-2', 'NB-3']) await addItem(acme, name);
  const stock = await addItem(acme, 'NB-4');
  await done(olga, 'PATCH', `/items/${stock.id}`, { version: 1, state: 'in_stock' });
  await takeDailyCounts(desk.services);
  expect(await countOf(acme, 'People')).toEqual([['2026-11-16', '2']]);
  // A laptop is counted as what stands above it, too.
  expect(await countOf(acme, 'Laptop')).toEqual([['2026-11-16', '3']]);
  expect(await countOf(acme, 'Computer')).toEqual([['2026-11-16', '3']]);
  // At three in the morning of UTC it is still the day before in California.
  expect(await countOf(wharf, 'People')).toEqual([['2026-11-15', '0']]);
  await addPeople(acme, 'Cy');
  await takeDailyCounts(desk.services);
  expect(await done<{ added: number }>(fina, 'POST', '/counts', {})).toEqual({ added: 0 });
  expect(await countOf(acme, 'People')).toEqual([['2026-11-16', '2']]);
  at('2026-11-16T09:00:00Z');
  await takeDailyCounts(desk.services);
  expect(await countOf(wharf, 'People')).toEqual([['2026-11-16', '0']]);
  expect(await countOf(acme, 'People')).toEqual([['2026-11-16', '2']]);
});

test.each([
  'update fettle.count_snapshots set number = 1',
  'delete from fettle.count_snapshots',
  'truncate fettle.count_decisions, fettle.count_snapshots cascade',
  'delete from fettle.vendor_list_rows',
])('whoever owns the tables changes nothing either: %s', async (statement) => {
  const admin = new pg.Client({ connectionString: desk.adminUrl });
  await admin.connect();
  try {
    await expect(admin.query(statement)).rejects.toThrow(/are never changed/);
  } finally {
    await admin.end();
  }
});

test('two that count at once count once', async () => {
  at('2026-11-17T09:00:00Z');
  await Promise.all(Array.from({ length: 4 }, () => takeDailyCounts(desk.services)));
  const { rows } = await desk.run(({ tx }) =>
    sql<{
      n: number;
    }>`select count(*)::int as n from count_snapshots where client_id = ${acme} and source = 'people' and day = '2026-11-17'`.execute(
      tx,
    ),
  );
  expect(rows).toEqual([{ n: 1 }]);
  expect(await countOf(acme, 'People')).toEqual([['2026-11-17', '3']]);
});

test.each([
  ['count_snapshots', 'update count_snapshots set number = 1'],
  ['count_snapshots', 'delete from count_snapshots'],
  ['vendor_list_rows', 'update vendor_list_rows set quantity = 1'],
  ['vendor_lists', 'delete from vendor_lists'],
  ['count_decisions', 'delete from count_decisions'],
  ['count_snapshots', 'truncate count_snapshots'],
])('the database lets the program change nothing of %s', async (_table, statement) => {
  await expect(desk.run(({ tx }) => sql.raw(statement).execute(tx))).rejects.toThrow(/permission denied/);
});

const LIST = 'Customer;Product;Seats\nAcme;M365 Business Premium;23\nBirch Legal Pty;M365 Business Premium;5\n';

test('a list is looked at before it is taken, taken once, and what nobody knows is to be mapped', async () => {
  const seen = await done<VendorListPreview>(fina, 'POST', '/vendor-lists/preview', {
    ...{ vendor: 'Pax8', day: '2026-11-16', csv: LIST },
  });
  expect(seen).toMatchObject({
    ...{
      rows: 2,
      clients: 2,
      faults: [],
      unknownClients: ['Birch Legal Pty'],
      already: null,
      supersedes: null,
      counts: true,
    },
    unknownProducts: ['M365 Business Premium'],
    first: [{ line: 2, client: 'Acme', forClient: 'Acme', forProduct: null, quantity: '23' }, {}],
  });
  expect((await done<Items<VendorListRow>>(fina, 'GET', '/vendor-lists')).items).toEqual([]);
  const first = await take(LIST);
  expect(first).toMatchObject({ already: false, unknown: 2 });
  expect(await take(`\ufeff${LIST.replaceAll('\n', '\r\n')}`, '2026-11-16', 'pax8')).toEqual({
    ...{ id: first.id, already: true, unknown: 0 },
  });
  expect(await open()).toEqual(['Birch Legal Pty', 'M365 Business Premium']);
  await map('M365 Business Premium', 'product', { newProduct: 'Microsoft 365 Business Premium' });
  expect(await countOf(acme, 'Pax8: Microsoft 365 Business Premium')).toEqual([['2026-11-16', '23']]);
  await map('Birch Legal Pty', 'client', { clientId: birch });
  expect(await countOf(birch, 'Pax8: Microsoft 365 Business Premium')).toEqual([['2026-11-16', '5']]);
  expect(await open()).toEqual([]);
});

test.each([
  ['client,product,quantity\nAcme,M365,-1', 'line 2, quantity'],
  ['client,product,quantity\nAcme,M365,NaN', 'line 2, quantity'],
  ['client,product,quantity\n,M365,1', 'line 2, client'],
  ['client,product\nAcme,M365', 'line 1, the list'],
])('of the bad list %j nothing is taken, and what is wrong is named by line and column', async (csv, path) => {
  const before = (await done<Items<VendorListRow>>(fina, 'GET', '/vendor-lists')).items.length;
  const { status, body } = await fina.call('POST', '/vendor-lists', { vendor: 'Pax8', day: '2026-11-16', csv });
  expect([status, (body as { errors: { path: string }[] }).errors.map((one) => one.path)]).toEqual([422, [path]]);
  expect((await done<Items<VendorListRow>>(fina, 'GET', '/vendor-lists')).items.length).toBe(before);
});

test('a list of a day to come is refused', async () => {
  const { text } = await fina.call('POST', '/vendor-lists', { vendor: 'Pax8', day: '2026-12-24', csv: LIST });
  expect(text).toContain('must not be a day to come');
});

async function product(): Promise<string> {
  const { items } = await done<Items<VendorProductView>>(fina, 'GET', '/vendor-products');
  return items.find(({ name }) => name === 'Microsoft 365 Business Premium')?.id ?? '';
}

test('the queue says what differs, since when, and what it costs; what is accepted changes the contract from a day on', async () => {
  const productId = await product();
  await contract(
    { clientId: acme, begins: '2026-11-01' },
    { ...line('M365 seats', '20', '30'), counts: { source: 'vendor', productId } },
    { ...line('Managed device', '5', '40'), counts: { source: 'items', classKey: 'computer' } },
    { ...line('Managed user', '3', '90'), counts: { source: 'people' } },
  );
  const all = await variances();
  expect(all.map(({ line: { name }, state, difference }) => [name, state, difference])).toEqual([
    ['M365 seats', 'open', '3'],
    ['Managed device', 'open', '-2'],
    ['Managed user', 'agrees', '0'],
  ]);
  expect(all[0]).toMatchObject({
    ...{ contracted: '20', counted: { number: '23', day: '2026-11-16' }, since: '2026-11-16', asOf: '2026-11-17' },
    ...{ price: '30', monthly: 9_000, thisMonth: 4_200, monthEnds: '2026-12-01', currency: 'AUD' },
  });
  expect(all[1]).toMatchObject({ since: '2026-11-16', monthly: -8_000 });
  const [bill] = await preview(acme, '2026-11-17');
  expect(bill?.state).toBe('review');
  expect(bill?.reasons).toEqual([
    '2 counts differ from the contract, to be decided: M365 seats 20 → 23, Managed device 5 → 3',
  ]);
  const seats = await named('M365 seats');
  const accepted = await decide(seats, { kind: 'accept', from: '2026-11-16' });
  expect([accepted.status, accepted.body]).toMatchObject([200, { state: 'agrees', contracted: '23' }]);
  const { lines } = await done<ContractView>(fina, 'GET', `/contracts/${seats.contract.id}`);
  expect(lines[0]?.terms).toEqual([
    { from: '2026-11-01', quantity: '20', price: '30', agreedOn: '2026-11-01', counted: null },
    { from: '2026-11-16', quantity: '23', price: '30', agreedOn: '2026-11-01', counted: '2026-11-16' },
  ]);
});

const line = (name: string, quantity: string, price: string) => ({
  ...{ kind: 'fixed', name, unit: 'seat', quantity, price },
});

test('why an amount is so says by which count its quantity was agreed', async () => {
  const [bill] = await preview(acme, '2026-11-17');
  const steps = bill?.lines.find(({ name }) => name.startsWith('M365 seats'))?.why.steps;
  expect(steps).toContainEqual({
    what: 'Counted',
    how: 'Pax8: Microsoft 365 Business Premium: 23 on 16 Nov 2026, agreed from 16 Nov 2026 on',
  });
  const id = await run('2026-11-17');
  expect((await viewRun(id)).bills[0]).toMatchObject({
    state: 'review',
    undecided: 1,
    reasons: ['1 count differs from the contract, to be decided: Managed device 5 → 3'],
  });
});

test('what is set aside comes back on its day, and what is kept holds until the difference is another one', async () => {
  const device = await named('Managed device');
  expect((await decide(device, { kind: 'set_aside', until: '2026-11-20' })).text).toContain('must say why');
  expect((await decide(device, { kind: 'set_aside', until: '2026-11-17', reason: 'Later' })).status).toBe(422);
  expect((await decide(device, { kind: 'keep', from: '2026-11-17', reason: 'No' })).status).toBe(422);
  const aside = await decide(device, { kind: 'set_aside', until: '2026-11-19', reason: 'Asked the client' });
  expect(aside.body).toMatchObject({
    state: 'set_aside',
    decision: { reason: 'Asked the client', by: 'Fina Finance' },
  });
  expect((await preview(acme, '2026-11-17'))[0]?.state).toBe('ready');
  at('2026-11-19T09:00:00Z');
  await takeDailyCounts(desk.services);
  const back = await named('Managed device');
  expect(back.state).toBe('open');
  expect((await decide(device, { kind: 'keep', reason: 'Two are on loan' })).text).toContain('counted anew');
  const old = { ...back, line: { ...back.line, version: back.line.version + 1 } };
  expect((await decide(old, { kind: 'keep', reason: 'Two are on loan' })).status).toBe(409);
  const kept = await decide(back, { kind: 'keep', reason: 'Two are on loan' });
  expect(kept.body).toMatchObject({ state: 'kept', contracted: '5', difference: '-2' });
  at('2026-11-20T09:00:00Z');
  await takeDailyCounts(desk.services);
  expect((await named('Managed device')).state).toBe('kept');
  await addItem(acme, 'NB-9');
  at('2026-11-21T09:00:00Z');
  await takeDailyCounts(desk.services);
  expect(await named('Managed device')).toMatchObject({ state: 'open', difference: '-1', since: '2026-11-16' });
});

test('a renamed product is mapped once: nothing is taken for gone before, and the count follows at once', async () => {
  const renamed =
    'client,product,quantity\nAcme,Microsoft 365 Premium (NCE),24\nBirch Legal Pty,M365 Business Premium,5\n';
  const { unknown } = await take(renamed, '2026-11-21');
  expect(unknown).toBe(1);
  const before = await named('M365 seats');
  expect([before.state, before.counted]).toMatchObject(['agrees', { number: '23', day: '2026-11-16' }]);
  await map('Microsoft 365 Premium (NCE)', 'product', { productId: await product() });
  expect(await named('M365 seats')).toMatchObject({
    state: 'open',
    difference: '1',
    counted: { number: '24', day: '2026-11-21' },
  });
  // The next list needs nobody.
  expect((await take(renamed.replace('24', '26'), '2026-11-21')).unknown).toBe(0);
  expect((await named('M365 seats')).counted).toMatchObject({ number: '26', day: '2026-11-21' });
  const { items } = await done<Items<VendorListRow>>(fina, 'GET', '/vendor-lists');
  expect(items.map(({ day, counts: holds }) => [day, holds])).toEqual([
    ['2026-11-21', true],
    ['2026-11-21', false],
    ['2026-11-16', false],
  ]);
  expect((await done<{ lines: object[] }>(fina, 'GET', `/vendor-lists/${items[1]?.id}`)).lines[0]).toMatchObject({
    ...{ quantity: '24', forClient: 'Acme', forProduct: 'Microsoft 365 Business Premium' },
  });
});

test('an earlier list that comes late does not count, and a client whose seats are gone has none', async () => {
  await take('client,product,quantity\nAcme,M365 Business Premium,99\n', '2026-11-10');
  expect((await named('M365 seats')).counted).toMatchObject({ number: '26', day: '2026-11-21' });
  await take('client,product,quantity\nBirch Legal Pty,M365 Business Premium,5\n', '2026-11-22');
  expect((await named('M365 seats')).counted).toMatchObject({ number: '26' });
  at('2026-11-22T09:00:00Z');
  expect((await named('M365 seats')).counted).toMatchObject({ number: '0', day: '2026-11-22' });
});

test('a name that was mapped wrongly is mapped again, and is counted where it belongs', async () => {
  const wrong = (await names()).find(({ name }) => name === 'Birch Legal Pty');
  const stale = await fina.call('PUT', '/vendor-names', {
    ...{ version: 0, vendor: 'Pax8', kind: 'client', name: 'Birch Legal Pty', clientId: wharf },
  });
  expect(stale.status).toBe(409);
  await map('Birch Legal Pty', 'client', { clientId: wharf }, wrong?.version);
  expect(await countOf(birch, 'Pax8: Microsoft 365 Business Premium')).toEqual([['2026-11-22', '0']]);
  expect(await countOf(wharf, 'Pax8: Microsoft 365 Business Premium')).toEqual([['2026-11-22', '5']]);
  await map('Birch Legal Pty', 'client', {}, (wrong?.version ?? 0) + 1);
  expect((await names()).find(({ name }) => name === 'Birch Legal Pty')?.state).toBe('passed_over');
});

test('what was accepted from a later day waits for it, and the contract follows then', async () => {
  const seats = await named('M365 seats');
  const { body } = await decide(seats, { kind: 'accept', from: '2026-12-01' });
  expect(body).toMatchObject({ state: 'accepted', contracted: '23', decision: { day: '2026-12-01' } });
  expect(
    (await decide({ ...seats, line: { ...seats.line, version: seats.line.version } }, { kind: 'accept' })).status,
  ).toBe(409);
  const [bill] = await preview(acme, '2026-12-01');
  expect(bill?.reasons.join()).not.toContain('M365');
});

test('what a line is counted by is refused where it cannot be', async () => {
  const { id } = await done<{ id: string }>(fina, 'POST', '/contracts', {
    ...{ clientId: birch, name: 'Odd', begins: '2026-11-01' },
  });
  const refused = async (input: object) => {
    const { status, body } = await fina.call('POST', `/contracts/${id}/lines`, { ...line('Odd', '1', '1'), ...input });
    return [status, (body as { errors: { path: string }[] }).errors?.map(({ path }) => path)];
  };
  expect(await refused({ counts: { source: 'items' } })).toEqual([422, ['counts.classKey']]);
  expect(await refused({ counts: { source: 'items', classKey: 'spaceship' } })).toEqual([422, ['counts.classKey']]);
  expect(await refused({ counts: { source: 'people', classKey: 'laptop' } })).toEqual([422, ['counts.classKey']]);
  expect(await refused({ counts: { source: 'vendor', productId: acme } })).toEqual([422, ['counts.productId']]);
  expect(await refused({ kind: 'block_hours', counts: { source: 'people' } })).toEqual([422, ['counts']]);
});

test('somebody limited to some clients sees and decides theirs alone, and no lists of all', async () => {
  const limited = await hire(desk, { name: 'Lim Ited', role: 'finance', clientIds: [birch] });
  expect(await variances(limited)).toEqual([]);
  expect((await limited.call('GET', `/counts?clientId=${acme}`)).status).toBe(404);
  expect((await limited.call('POST', '/counts', { clientId: acme })).status).toBe(404);
  const device = await named('Managed device');
  expect((await decide(device, { kind: 'keep', reason: 'Mine' }, limited)).status).toBe(404);
  for (const url of ['/vendor-lists', '/vendor-names']) expect((await limited.call('GET', url)).status).toBe(403);
  expect((await limited.call('POST', '/vendor-lists', { vendor: 'Pax8', day: '2026-11-16', csv: LIST })).status).toBe(
    403,
  );
  expect((await tom.call('GET', '/count-variances')).status).toBe(403);
  const rows = await withContext(
    desk.services,
    {
      scope: { principal: 'staff', principalId: limited.id, allClients: false, clientIds: [birch] },
      actor: { kind: 'staff', id: limited.id, name: 'Lim' },
      permissions: 'all',
    },
    async ({ tx }) => (await sql`select from vendor_list_rows`.execute(tx)).rows.length,
  );
  expect(rows).toBe(0);
});

test('what is said of this month is what the next bill has more', async () => {
  await addPeople(wharf, 'Wes', 'Wim', 'Wyn');
  at('2026-11-25T09:00:00Z');
  await takeDailyCounts(desk.services);
  await contract(
    { clientId: wharf, begins: '2026-11-01' },
    { ...line('Managed person', '1', '99.99'), counts: { source: 'people' } },
  );
  const net = async () => (await preview(wharf, '2026-11-25'))[0]?.net ?? 0;
  const before = await net();
  const one = await named('Managed person');
  expect(one).toMatchObject({ state: 'open', difference: '2', monthly: 19_998, thisMonth: 4_000 });
  const id = await run('2026-11-25', 'November');
  await done<Issued>(fina, 'POST', `/billing-runs/${id}/issue`, { clientIds: [wharf] });
  expect((await decide(one, { kind: 'accept' })).status).toBe(200);
  expect([before, await net()]).toEqual([9_999, one.thisMonth]);
  const more = await run('2026-11-25', 'More');
  const { issued } = await done<Issued>(fina, 'POST', `/billing-runs/${more}/issue`, { clientIds: [wharf] });
  const { lines } = await invoice(issued[0]?.invoice.id ?? '');
  expect(lines[0]?.why.steps).toContainEqual({
    what: 'Counted',
    how: 'People: 3 on 25 Nov 2026, agreed from 25 Nov 2026 on',
  });
});

test('what a vendor’s list counts and no contract has is said, until a contract counts it, to whoever sees the client', async () => {
  const fern = await desk.run((ctx) => createClient(ctx, { name: 'Fern Foods', code: 'FERN', timeZone: 'UTC' }));
  const csv = 'Customer;Product;Seats\nFern Foods;Cloud backup;19\nFern Foods;Archive;0\n';
  await done(fina, 'POST', '/vendor-lists', { vendor: 'Acronis', day: '2026-11-16', csv });
  const known = async (name: string) => (await names()).find((one) => one.vendor === 'Acronis' && one.name === name);
  for (const name of ['Cloud backup', 'Archive'])
    await done(fina, 'PUT', '/vendor-names', {
      ...{ version: (await known(name))?.version ?? 0, vendor: 'Acronis', kind: 'product', name, newProduct: name },
    });
  const said = async (who = fina, query = '') =>
    (await done<Items<CountView>>(who, 'GET', `/counts?uncontracted=true${query}`)).items
      .filter(({ client }) => client.id === fern)
      .map(({ name, number }) => [name, number]);
  expect(await said()).toEqual([['Acronis: Cloud backup', '19']]);
  expect(await said(fina, `&clientId=${fern}`)).toHaveLength(1);
  const limited = await hire(desk, { name: 'Lee Less', role: 'finance', clientIds: [birch] });
  expect(await said(limited)).toEqual([]);
  const productId = (await known('Cloud backup'))?.product?.id;
  const line = { kind: 'fixed', name: 'Backup', quantity: '19', price: '5', counts: { source: 'vendor', productId } };
  const made = await contract({ clientId: fern, begins: '2026-11-01' }, line);
  expect(await said()).toEqual([]);
  await done(fina, 'PATCH', `/contracts/${made.id}`, { version: made.version, state: 'ended' });
  expect(await said()).toEqual([['Acronis: Cloud backup', '19']]);
});
