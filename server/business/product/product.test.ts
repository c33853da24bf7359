import { expect, test } from 'vitest';
import type { PriceListPreview, PriceListTaken, ProductView } from '#shared/product.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk({ roles: ['web'] });
const { olga, fina, tom, acme, gst } = await billingDesk(desk);
const list = async (query = '') => (await done<{ items: ProductView[] }>(fina, 'GET', `/products${query}`)).items;
const FIREWALL = {
  ...{ code: 'FW-60', name: 'Firewall 60', description: 'Keeps others out', kind: 'goods', billed: 'once' },
  prices: [
    { currency: 'AUD', price: '1299.9999', cost: '801.5' },
    { currency: 'JPY', price: '120000', cost: null },
    { currency: 'KWD', price: '410.125', cost: '250' },
  ],
};

test('a product has a price and a cost in each currency, to the last digit, and is found by code, name and words', async () => {
  const { id } = await done<{ id: string }>(fina, 'POST', '/products', { ...FIREWALL, taxRateId: gst });
  await done(fina, 'POST', '/products', { code: 'M365', name: '100 % cloud', kind: 'licence', billed: 'monthly' });
  expect(await list('?q=fw-')).toMatchObject([{ id, ...FIREWALL, taxRate: { id: gst, name: 'GST' }, active: true }]);
  expect(await list('?q=others')).toMatchObject([{ id }]);
  expect((await list('?q=%25')).map(({ code }) => code)).toEqual(['M365']);
  expect((await list('?currency=KWD')).map(({ code }) => code)).toEqual(['FW-60']);
  expect((await list('?kind=licence')).map(({ code }) => code)).toEqual(['M365']);
});

test('a change tells what differed; a retired product is found only where it is asked for; an old version is refused', async () => {
  const [one] = await list('?q=fw-60');
  const at = `/products/${one?.id}`;
  const prices = [{ currency: 'AUD', price: '1350', cost: '801.50' }];
  await done(fina, 'PATCH', at, { version: 1, prices });
  expect((await list('?q=fw-60'))[0]).toMatchObject({ version: 2, prices: [{ price: '1350', cost: '801.5' }] });
  // The same again, written otherwise, changes nothing.
  await done(fina, 'PATCH', at, { version: 2, prices: [{ currency: 'AUD', price: '1350.00', cost: '801.5' }] });
  expect((await list('?q=fw-60'))[0]?.version).toBe(2);
  expect((await fina.call('PATCH', at, { version: 1, name: 'Late' })).status).toBe(409);
  await done(fina, 'PATCH', at, { version: 2, active: false });
  expect(await list('?q=fw-60')).toEqual([]);
  expect(await list('?q=fw-60&retired=true')).toMatchObject([{ active: false }]);
  const events = await desk.run(({ tx }) =>
    tx.selectFrom('events').select(['type', 'data']).where('subject_type', '=', 'product').orderBy('id').execute(),
  );
  expect(events.filter(({ type }) => type === 'product.changed').map(({ data }) => data)).toMatchObject([
    { changes: { prices: [expect.arrayContaining([expect.objectContaining({ price: '1299.9999' })]), prices] } },
    { changes: { active: [true, false] } },
  ]);
});

test.each([
  [{ prices: [{ currency: 'AUD', price: '-1', cost: null }] }, 'prices.0.price'],
  [{ prices: [{ currency: 'AUD', price: 'NaN', cost: null }] }, 'prices.0.price'],
  [{ prices: [{ currency: 'AUD', price: '1e3', cost: null }] }, 'prices.0.price'],
  [{ prices: [{ currency: 'AUD', price: '99999999', cost: null }] }, 'prices.0.price'],
  [{ prices: [{ currency: 'XQZ', price: '1', cost: null }] }, 'prices.0.currency'],
  [
    {
      prices: [
        { currency: 'AUD', price: '1', cost: null },
        { currency: 'AUD', price: '2', cost: null },
      ],
    },
    'prices.1.currency',
  ],
  [{ code: 'm365' }, 'code'],
  [{ code: ' \t ' }, 'code'],
  [{ taxRateId: '01990000-0000-7000-8000-0000000009ff' }, 'taxRateId'],
  [{ kind: 'magic' }, 'kind'],
])('%j is refused by the name of the field', async (odd, path) => {
  const answer = await fina.call('POST', '/products', { ...FIREWALL, code: `C-${Math.random()}`, ...odd });
  expect([400, 422]).toContain(answer.status);
  expect(answer.body).toMatchObject({ errors: [{ path: expect.stringContaining(path) }] });
});

test('the price book is read by whoever reads contracts, and changed by whoever sees all clients', async () => {
  const tess = await hire(desk, { name: 'Tess', role: 'finance', clientIds: [acme] });
  expect((await tess.call('GET', '/products')).status).toBe(200);
  expect((await tess.call('POST', '/products', { ...FIREWALL, code: 'T-1' })).status).toBe(403);
  expect((await tom.call('GET', '/products')).status).toBe(403);
});

const CSV = `SKU;Product Name;Type;Billing;Currency;Unit price;Cost;Supplier;Tax;Colour
SW-24;Switch 24;goods;once;AUD;899;610.5;Nordic;GST;grey
SW-24;Switch 24;goods;once;NZD;979;;Nordic;GST;grey
M365;100 % cloud;licence;month;AUD;34.50;28.10;;;`;

test('a list of products is previewed, then taken whole: new codes are added, prices in other currencies stay, the same again changes nothing', async () => {
  const preview = await done<PriceListPreview>(fina, 'POST', '/price-lists/preview', { csv: CSV });
  expect(preview).toMatchObject({ rows: 3, created: 1, changed: 1, same: 0, ignored: ['Colour'], faults: [] });
  expect(await list('?q=sw-24')).toEqual([]);
  await done(fina, 'POST', '/price-lists', { csv: CSV });
  expect(await list('?q=sw-24')).toMatchObject([
    {
      ...{ name: 'Switch 24', supplier: 'Nordic', taxRate: { name: 'GST' } },
      prices: [
        { currency: 'AUD', price: '899', cost: '610.5' },
        { currency: 'NZD', price: '979', cost: null },
      ],
    },
  ]);
  const again = await done<PriceListTaken>(fina, 'POST', '/price-lists', { csv: CSV });
  expect(again).toEqual({ created: 0, changed: 0, same: 2 });
  const dearer = 'code,name,kind,billed,currency,price\nSW-24,Switch 24,goods,once,AUD,"1,949.00"';
  await done(olga, 'POST', '/price-lists', { csv: dearer });
  expect((await list('?q=sw-24'))[0]).toMatchObject({
    supplier: 'Nordic',
    prices: [
      { currency: 'AUD', price: '1949', cost: '610.5' },
      { currency: 'NZD', price: '979' },
    ],
  });
});

test('what is wrong with a list is named by line and column, and nothing of it is taken', async () => {
  const csv = `code,name,kind,billed,currency,price,cost,tax
A-1,Good,goods,once,AUD,10,5,GST
A-1,Other name,goods,once,NZD,10,5,GST
A-2,,magic,weekly,AUD,-1,x,GST
A-3,Three,goods,once,ABC,10,1,VAT
A-1,Good,goods,once,AUD,11,5,GST`;
  const { faults } = await done<PriceListPreview>(fina, 'POST', '/price-lists/preview', { csv });
  const told = faults.map(({ line, column }) => `${line} ${column}`);
  expect(told).toEqual(
    expect.arrayContaining([
      ...['3 name', '4 name', '4 kind', '4 billed', '4 price', '4 cost', '5 currency', '5 tax', '6 currency'],
    ]),
  );
  const answer = await fina.call('POST', '/price-lists', { csv });
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({
    errors: expect.arrayContaining([expect.objectContaining({ path: 'line 4, kind' })]),
  });
  expect(await list('?q=A-1')).toEqual([]);
});
