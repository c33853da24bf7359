import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const tom = await hire(desk, { name: 'Tom Tech' });
const { acme, ada, bob } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams' });
  const bob = await createContact(ctx, { clientId: acme, name: 'Bob Brown' });
  return { acme, ada, bob };
});
const log = async (fields: object = {}) =>
  (await tom.call('POST', '/tickets', { kind: 'incident', clientId: acme, title: 'Printer on fire', ...fields }))
    .body as TicketView;
const read = async (key: string) => (await tom.call('GET', `/tickets/${key}`)).body as TicketView;
const merge = (key: string, into: string) => tom.call('POST', `/tickets/${key}/merge`, { into });
const unmerge = (key: string) => tom.call('POST', `/tickets/${key}/unmerge`);

test('children and the one who asked go along, and come back when the merge is taken apart', async () => {
  const [first, second] = [await log({ requesterId: ada }), await log({ requesterId: bob })];
  const child = await log({ parentId: first.id });
  await tom.call('POST', `/tickets/${first.key}/messages`, { visibility: 'public', body: 'said on the first' });
  expect((await merge(first.key, second.key)).status).toBe(201);
  expect(await read(second.key)).toMatchObject({
    watchers: [{ kind: 'contact', name: 'Ada Adams' }],
    children: [{ key: child.key }],
    lastMessage: { text: 'said on the first' },
  });
  expect(await read(first.key)).toMatchObject({ children: [], lastMessage: null });
  await unmerge(first.key);
  expect(await read(second.key)).toMatchObject({ watchers: [], children: [], lastMessage: null });
  expect(await read(first.key)).toMatchObject({
    children: [{ key: child.key }],
    lastMessage: { text: 'said on the first' },
  });
});

test('a parent merged into its child leaves no ring', async () => {
  const parent = await log();
  const child = await log({ parentId: parent.id });
  expect((await merge(parent.key, child.key)).status).toBe(201);
  expect(await read(child.key)).toMatchObject({ parent: null, children: [], mergedFrom: [{ key: parent.key }] });
});

test('who hangs under whom is as before once a merge within a family is taken apart', async () => {
  const top = await log();
  const parent = await log({ parentId: top.id });
  const [child, second, third] = [
    await log({ parentId: parent.id }),
    await log({ parentId: parent.id }),
    await log({ parentId: parent.id }),
  ];
  const below = await log({ parentId: second.id });
  const family = async () =>
    Promise.all(
      [top, parent, child, second, third, below].map(async ({ key }) => {
        const { parent, children } = await read(key);
        return [parent?.key ?? null, children.map((one) => one.key).sort()];
      }),
    );
  const before = await family();
  expect((await merge(parent.key, child.key)).status).toBe(201);
  expect(await read(child.key)).toMatchObject({ parent: { key: top.key }, children: { length: 2 } });
  await unmerge(parent.key);
  expect(await family()).toEqual(before);
  // Into one further down, and taken back.
  const { eventId } = (await merge(top.key, below.key)).body as { eventId: string };
  expect(await read(below.key)).toMatchObject({ parent: null, children: [{ key: parent.key }] });
  expect((await tom.call('POST', `/tickets/${top.key}/undo`, { eventId })).status).toBe(201);
  expect(await family()).toEqual(before);
});

test('nothing is merged into what is over, and a merged ticket goes nowhere by itself', async () => {
  const [over, open] = [await log(), await log()];
  await tom.call('POST', `/tickets/${over.key}/transitions`, { to: 'cancelled', reason: 'Only a test' });
  expect((await merge(open.key, over.key)).body).toMatchObject({ status: 422, errors: [{ path: 'into' }] });
  const target = await log();
  await merge(open.key, target.key);
  const restore = { to: 'triaged', reason: 'look again' };
  expect((await tom.call('POST', `/tickets/${open.key}/transitions`, restore)).body).toMatchObject({
    status: 409,
    detail: /take the merge apart/,
  });
});

test('merges that stand on each other are taken apart from the top', async () => {
  const [a, b, c] = [await log(), await log(), await log()];
  await tom.call('POST', `/tickets/${a.key}/messages`, { visibility: 'public', body: 'from a' });
  await merge(a.key, b.key);
  await merge(b.key, c.key);
  expect((await unmerge(a.key)).body).toMatchObject({ status: 422, detail: /itself merged/ });
  await unmerge(b.key);
  await unmerge(a.key);
  expect(await read(a.key)).toMatchObject({ status: 'new', lastMessage: { text: 'from a' } });
});
