import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { SavedView, ViewCount } from '#shared/view.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';

const desk = await openDesk();
const dora = await hire(desk, { name: 'Dora Dispatch', role: 'dispatcher' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));
const bea = await hire(desk, { name: 'Bea of Birch', role: 'technician', clientIds: [birch] });

const views = async (who: Person) => ((await who.call('GET', '/views')).body as { items: SavedView[] }).items;
const namesOf = async (who: Person) => (await views(who)).map((view) => view.name);
const save = async (who: Person, body: object) => (await who.call('POST', '/views', body)).body as { id: string };
const log = (fields: object) =>
  tom.call('POST', '/tickets', { kind: 'incident', clientId: acme, title: 'Printer on fire', ...fields });

const DEFAULTS = ['My open', 'Unassigned', 'At risk', 'Waiting for client', 'All open'];

test('a new installation begins with five views, which only those who share views may change', async () => {
  const found = await views(tom);
  expect(found.map((view) => view.name)).toEqual(DEFAULTS);
  expect(found.every((view) => view.shared && view.owner === null && !view.editable)).toBe(true);
  expect((await views(dora)).every((view) => view.editable)).toBe(true);
});

test('a new view comes last, and moves no other', async () => {
  const first = await save(dora, { name: 'Aardvarks', filter: { vip: true } });
  const second = await save(dora, { name: 'A beginning', filter: { resolvedAfter: '2026-03-01T00:00:00Z' } });
  expect(await namesOf(dora)).toEqual([...DEFAULTS, 'Aardvarks', 'A beginning']);
  for (const { id } of [first, second]) expect((await dora.call('DELETE', `/views/${id}`)).status).toBe(204);
});

test('a view keeps filter, sort and columns, and is its owner’s alone until it is shared', async () => {
  const body = {
    name: ' Hot at Acme ',
    filter: { status: ['open'], priority: [2, 1, 1], clientId: [acme] },
    sort: 'due',
    columns: ['key', 'title', 'sla'],
    position: 9,
  };
  const { id } = await save(dora, body);
  const mine = (await views(dora)).find((view) => view.id === id);
  expect(mine).toMatchObject({
    name: 'Hot at Acme',
    filter: { status: ['open'], priority: [1, 2], clientId: [acme] },
    sort: 'due',
    columns: ['key', 'title', 'sla'],
    shared: false,
    owner: { name: 'Dora Dispatch' },
    editable: true,
  });
  expect(await namesOf(tom)).toEqual(DEFAULTS);
  expect((await tom.call('PATCH', `/views/${id}`, { version: 1, name: 'Mine now' })).status).toBe(404);
  expect((await tom.call('DELETE', `/views/${id}`)).status).toBe(404);
  expect((await dora.call('PATCH', `/views/${id}`, { version: 1, shared: true })).status).toBe(204);
  expect((await dora.call('PATCH', `/views/${id}`, { version: 1, name: 'Late' })).body).toMatchObject({ status: 409 });
  expect(await namesOf(tom)).toEqual([...DEFAULTS, 'Hot at Acme']);
  expect((await tom.call('PATCH', `/views/${id}`, { version: 2, name: 'Mine now' })).status).toBe(403);
  // A reader who does not see the client does not learn the view's name either.
  expect(await namesOf(bea)).toEqual(DEFAULTS);
  expect((await dora.call('DELETE', `/views/${id}`)).status).toBe(204);
});

test('sharing needs its permission, and a filter names only what its writer sees', async () => {
  expect((await tom.call('POST', '/views', { name: 'For all', filter: {}, shared: true })).status).toBe(403);
  const { id } = await save(tom, { name: 'Mine', filter: { assigneeId: ['me'] } });
  expect((await tom.call('PATCH', `/views/${id}`, { version: 1, shared: true })).status).toBe(403);
  expect((await bea.call('POST', '/views', { name: 'Peek', filter: { clientId: [acme] } })).body).toMatchObject({
    status: 422,
    errors: [{ path: 'filter.clientId' }],
  });
  expect((await tom.call('POST', '/views', { name: 'Odd', filter: { colour: 'red' } })).status).toBe(400);
  expect((await tom.call('DELETE', `/views/${id}`)).status).toBe(204);
});

test('one call counts every view for the reader, within their clients, and by words too', async () => {
  await log({ assigneeId: tom.id });
  await log({ clientId: birch, title: 'Zebra scanner' });
  const held = (await log({})).body as { key: string };
  await tom.call('POST', `/tickets/${held.key}/transitions`, { to: 'on_hold', holdReason: 'client' });
  const { id } = await save(tom, { name: 'Zebras', filter: { q: 'zebra' } });
  const counts = async (who: Person, query = '') => {
    const listed = new Map((await views(who)).map((view) => [view.id, view.name]));
    const { items } = (await who.call('GET', `/views/counts${query}`)).body as { items: ViewCount[] };
    return Object.fromEntries(items.map((item) => [listed.get(item.id), item.count]));
  };
  expect(await counts(tom)).toEqual({
    'My open': 1,
    Unassigned: 2,
    'At risk': 0,
    'Waiting for client': 1,
    'All open': 3,
    Zebras: 1,
  });
  expect(await counts(bea)).toMatchObject({ 'All open': 1, Unassigned: 1, 'My open': 0 });
  expect(await counts(tom, `?id=${id}`)).toEqual({ Zebras: 1 });
});

test('a view that came with the program can be taken back by a dispatcher and is then theirs', async () => {
  const [first] = await views(dora);
  expect((await dora.call('PATCH', `/views/${first?.id}`, { version: 1, shared: false })).status).toBe(204);
  expect(await namesOf(tom)).not.toContain('My open');
  expect((await views(dora)).find((view) => view.id === first?.id)).toMatchObject({ owner: { id: dora.id } });
});
