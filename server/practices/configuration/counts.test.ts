import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { createClient } from '#server/business/client/index.ts';
import type { ClassView, EstateItemRow } from '#shared/estate.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { createItem } from './create.ts';
import { tellOfEnds } from './expiries.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const [acme, birch] = await desk.run(async (ctx) => [
  await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
]);
const limited = await hire(desk, { name: 'Lim Limited', role: 'technician', clientIds: [birch] });
const add = (name: string, classKey: string, more: object = {}) =>
  desk.run((ctx) => createItem(ctx, { clientId: acme, name, classKey, ...more }));
const read = async <T>(url: string, who = olive) => (await who.call('GET', url)).body as T;

test('items are counted by class, the most first, without those that are retired', async () => {
  for (const name of ['One', 'Two']) await add(name, 'laptop');
  await add('Three', 'printer');
  await add('Four', 'printer', { state: 'retired' });
  expect(await read(`/clients/${acme}/item-counts`)).toEqual({
    items: [
      { classKey: 'laptop', className: 'Laptop', items: 2 },
      { classKey: 'printer', className: 'Printer', items: 1 },
    ],
  });
  expect((await limited.call('GET', `/clients/${acme}/item-counts`)).status).toBe(404);
});

test('some items are asked for by their ids; others, and those of other clients, are not there', async () => {
  const wanted = await add('Wanted', 'switch');
  const asked = `/items?id=${wanted}&id=${newId()}`;
  expect((await read<{ items: EstateItemRow[] }>(asked)).items.map(({ name }) => name)).toEqual(['Wanted']);
  expect((await read<{ items: EstateItemRow[] }>(asked, limited)).items).toEqual([]);
});

test('when a class says that something ends, what its items say already is listed and told of', async () => {
  const on = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await add('Camera', 'storage', { attributes: { purchasedOn: on } });
  const listed = async () => (await read<{ items: { attribute: string }[] }>('/item-ends')).items;
  const change = async (part: object) => {
    const { items } = await read<{ items: ClassView[] }>('/item-classes');
    const item = items.find(({ key }) => key === 'item');
    const attributes = item?.attributes.map((one) => (one.key === 'purchasedOn' ? { ...one, ...part } : one));
    const answer = await olive.call('PATCH', '/item-classes/item', { version: item?.version, attributes });
    expect(answer.status).toBe(200);
  };
  expect(await listed()).toEqual([]);
  await change({ ends: true });
  expect(await listed()).toMatchObject([{ attribute: 'purchasedOn', on, remindDays: null, ticket: null }]);
  expect(await tellOfEnds(desk.services)).toBe(0);
  await change({ remindDays: 10 });
  expect(await tellOfEnds(desk.services)).toBe(1);
  expect(await listed()).toMatchObject([{ remindDays: 10, ticket: { key: 'ACME-1' } }]);
  await change({ ends: undefined, remindDays: undefined });
  expect(await listed()).toEqual([]);
});
