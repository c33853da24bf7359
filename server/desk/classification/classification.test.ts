import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { CategoryView, CustomFieldView } from '#shared/classification.ts';
import type { TicketPage, TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const narrow = await hire(desk, { role: 'manager', clientIds: [acme] });
const log = (fields: object = {}, kind = 'incident') =>
  olive.call('POST', '/tickets', { kind, clientId: acme, title: 'Printer on fire', ...fields });

const add = async (url: string, body: object) => ((await olive.call('POST', url, body)).body as { id: string }).id;
const categories = async () => ((await olive.call('GET', '/categories')).body as { items: CategoryView[] }).items;
const category = async (id: string) => (await categories()).find((one) => one.id === id) as CategoryView;
const patch = async (id: string, body: object) =>
  olive.call('PATCH', `/categories/${id}`, { version: (await category(id)).version, ...body });

test('a category that is retired takes what lies below with it, and comes back before what lies below', async () => {
  const network = await add('/categories', { name: 'Network' });
  const wifi = await add('/categories', { name: 'Wi-Fi', parentId: network });
  const guests = await add('/categories', { name: 'Guests', parentId: wifi });
  expect((await patch(network, { active: false })).status).toBe(204);
  expect([(await category(wifi)).active, (await category(guests)).active]).toEqual([false, false]);
  expect((await log({ categoryId: guests })).body).toMatchObject({ status: 422, errors: [{ path: 'categoryId' }] });
  expect((await patch(guests, { active: true })).body).toMatchObject({ status: 422, errors: [{ path: 'parentId' }] });
  expect((await olive.call('POST', '/categories', { name: 'New', parentId: network })).status).toBe(422);
  await patch(network, { active: true });
  expect((await patch(wifi, { active: true })).status).toBe(204);
});

test('two moves that would close a ring together do not', async () => {
  const [one, two] = [await add('/categories', { name: 'One' }), await add('/categories', { name: 'Two' })];
  const both = await Promise.all([patch(one, { parentId: two }), patch(two, { parentId: one })]);
  expect(both.map(({ status }) => status).sort()).toEqual([204, 422]);
  const paths = (await categories()).filter(({ id }) => id === one || id === two).map(({ path }) => path);
  expect(['One|One / Two', 'Two|Two / One']).toContain(paths.join('|'));
});

test('what holds for every client is changed by people who see every client', async () => {
  expect((await narrow.call('POST', '/categories', { name: 'Mine' })).status).toBe(403);
  expect((await narrow.call('POST', '/services', { name: 'Mine' })).status).toBe(403);
  expect((await narrow.call('POST', '/teams', { name: 'Mine' })).status).toBe(403);
  const field = { key: 'mine', label: 'Mine', type: 'text', kinds: ['incident'] };
  expect((await narrow.call('POST', '/custom-fields', field)).status).toBe(403);
});

const field = (key: string, type: string, more: object = {}) =>
  olive.call('POST', '/custom-fields', { key, label: key, type, kinds: ['request'], ...more });

test('a field takes what its type says, and nothing else', async () => {
  expect((await field('none', 'choice')).body).toMatchObject({ status: 422, errors: [{ path: 'options' }] });
  expect((await field('odd', 'text', { options: ['a'] })).body).toMatchObject({ errors: [{ path: 'options' }] });
  await field('words', 'text');
  await field('many', 'choices', { options: ['red', 'blue'] });
  await field('day', 'date');
  const refused = async (custom: object) =>
    ((await log({ custom }, 'request')).body as { errors: { path: string }[] }).errors.map(({ path }) => path);
  expect(await refused({ many: ['red', 'red'] })).toEqual(['custom.many']);
  expect(await refused({ day: '2026-02-31' })).toEqual(['custom.day']);
  expect(await refused({ words: 5, other: 1 })).toEqual(['custom.words', 'custom.other']);
  // Longer than an index takes, in letters that do not compress.
  const long = Array.from({ length: 2_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join('');
  const custom = { words: long, many: ['blue', 'red'], day: '2028-02-29' };
  const made = (await log({ custom }, 'request')).body as TicketView;
  expect(made.custom).toEqual(custom);
  const found = (await olive.call('GET', '/tickets?custom=many:red&custom=day:2028-02-29')).body as TicketPage;
  expect(found.items.map(({ id }) => id)).toEqual([made.id]);
});

test('a required field is asked for by every door of the desk, and is never taken away', async () => {
  const id = ((await field('cost_centre', 'text', { kinds: ['problem'], required: true })).body as { id: string }).id;
  expect((await log({}, 'problem')).body).toMatchObject({ status: 422, errors: [{ path: 'custom.cost_centre' }] });
  expect((await log({ custom: { cost_centre: '' } }, 'problem')).status).toBe(422);
  const made = (await log({ custom: { cost_centre: 'A7' } }, 'problem')).body as TicketView;
  const save = (custom: object) => olive.call('PATCH', `/tickets/${made.key}`, { version: made.version, custom });
  expect((await save({ cost_centre: null })).body).toMatchObject({ errors: [{ path: 'custom.cost_centre' }] });
  expect((await save({ cost_centre: 'B2' })).status).toBe(200);
  expect(id).toBeTruthy();
});

test('a field whose key is a word of the language is asked for as any other', async () => {
  const made = (await field('constructor', 'text', { kinds: ['change'], required: true })).body as { id: string };
  expect((await log({}, 'change')).body).toMatchObject({ status: 422, errors: [{ path: 'custom.constructor' }] });
  const ticket = (await log({ custom: { constructor: 'Bob' } }, 'change')).body as TicketView;
  expect(Object.entries(ticket.custom)).toEqual([['constructor', 'Bob']]);
  await field('builder', 'text', { kinds: ['change'] });
  const body = { version: ticket.version, custom: { builder: 'Wendy' } };
  const { ticket: saved } = (await olive.call('PATCH', `/tickets/${ticket.key}`, body)).body as { ticket: TicketView };
  expect(Object.entries(saved.custom).sort()).toEqual([
    ['builder', 'Wendy'],
    ['constructor', 'Bob'],
  ]);
  expect((await olive.call('GET', '/tickets?custom=constructor:Bob')).body).toMatchObject({
    items: [{ id: ticket.id }],
  });
  await olive.call('PATCH', `/custom-fields/${made.id}`, { version: 1, active: false });
});

test('an option in use stays until no ticket has it', async () => {
  const id = ((await field('colour', 'choice', { options: ['red', 'blue'] })).body as { id: string }).id;
  const ticket = (await log({ custom: { colour: 'red' } }, 'request')).body as TicketView;
  const fields = ((await olive.call('GET', '/custom-fields')).body as { items: CustomFieldView[] }).items;
  const version = fields.find((one) => one.id === id)?.version;
  const options = (given: string[]) => olive.call('PATCH', `/custom-fields/${id}`, { version, options: given });
  expect((await options(['blue'])).body).toMatchObject({ status: 422, errors: [{ path: 'options' }] });
  await olive.call('PATCH', `/tickets/${ticket.key}`, { version: ticket.version, custom: { colour: 'blue' } });
  expect((await options(['blue'])).status).toBe(204);
});
