import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { SYSTEM } from '#platform/database/index.ts';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { BulkItem, BulkPreview, BulkView } from '#shared/bulk.ts';
import type { TicketPage } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { workBulk } from './job.ts';

const desk = await openDesk();
const dora = await hire(desk, { name: 'Dora Dispatch', role: 'dispatcher' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const [acme, birch] = await desk.run(async (ctx) => [
  await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
]);
const narrow = await hire(desk, { name: 'Nora Narrow', role: 'dispatcher', clientIds: [acme] });

/** So many tickets, all with a tag of their own. */
const log = (tag: string, count: number, clientId = acme) =>
  desk.run(async (ctx) => {
    for (let i = 0; i < count; i++)
      await createTicket({ ...ctx, quiet: true }, { kind: 'incident', clientId, title: `${tag} ${i}`, tags: [tag] });
  });
const start = (who: Person, body: object) => who.call('POST', '/bulk-changes', body);
const view = async (id: string, who = dora) => (await who.call('GET', `/bulk-changes/${id}`)).body as BulkView;
const until = async (id: string, ...states: string[]): Promise<BulkView> => {
  for (;;) {
    const bulk = await view(id);
    if (states.includes(bulk.state)) return bulk;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const found = async (filter: string) => ((await dora.call('GET', `/tickets?${filter}`)).body as TicketPage).items;
const items = async (id: string, state: string) =>
  ((await dora.call('GET', `/bulk-changes/${id}/items?state=${state}`)).body as { items: BulkItem[] }).items;

test('a preview counts by client and shows what would change, and nothing changes', async () => {
  await log('looked-at', 3);
  await log('looked-at', 2, birch);
  const body = { filter: { tag: ['looked-at'] }, actions: { priority: 1, transition: { to: 'closed' } } };
  const preview = (await dora.call('POST', '/bulk-changes/preview', body)).body as BulkPreview;
  expect(preview).toMatchObject({
    total: 5,
    clients: [
      { name: 'Acme', count: 3 },
      { name: 'Birch', count: 2 },
    ],
  });
  expect(preview.sample[0]).toMatchObject({
    changes: [],
    refused: expect.stringMatching(/cannot go from New to Closed/),
  });
  const raise = { ...body, actions: { priority: 1 } };
  const raised = (await dora.call('POST', '/bulk-changes/preview', raise)).body as BulkPreview;
  expect(raised.sample[0]?.changes).toEqual([{ label: 'Priority', before: 'P3', after: 'P1' }]);
  expect((await found('tag=looked-at')).map(({ priority }) => priority)).toEqual([3, 3, 3, 3, 3]);
  const seen = (await narrow.call('POST', '/bulk-changes/preview', raise)).body as BulkPreview;
  expect(seen).toMatchObject({ total: 3, clients: [{ name: 'Acme', count: 3 }] });
});

test('hundreds are changed in the background, whoever gets them hears once, and all of it is taken back', async () => {
  await log('many', 60);
  const actions = { assign: { assigneeId: tom.id }, addTags: ['done-in-bulk'], transition: { to: 'in_progress' } };
  const begun = await start(dora, { filter: { tag: ['many'] }, actions, total: 60 });
  const { id } = begun.body as BulkView;
  expect(await until(id, 'done')).toMatchObject({ counts: { changed: 60, waiting: 0 } });
  expect(await found(`tag=done-in-bulk&assigneeId=${tom.id}&status=in_progress&limit=200`)).toHaveLength(60);
  const notes = (await tom.call('GET', '/me/notifications')).body as { items: { text: string }[] };
  expect(notes.items.map(({ text }) => text)).toEqual([expect.stringMatching(/^ACME-\d+ and 59 more came to you$/)]);

  const [touched] = await found('tag=many&limit=1');
  await tom.call('POST', `/tickets/${touched?.key}/transitions`, { to: 'on_hold', holdReason: 'vendor' });
  await dora.call('POST', `/bulk-changes/${id}/revert`);
  expect(await until(id, 'reverted')).toMatchObject({ counts: { reverted: 59, kept: 1 } });
  expect(await items(id, 'kept')).toMatchObject([{ key: touched?.key, detail: /has changed since/ }]);
  expect(await found('tag=done-in-bulk')).toHaveLength(1);
  expect((await found('tag=many&assigneeId=none&status=new&limit=200')).length).toBe(59);
});

test('what a ticket refuses is said for it, and the others go on', async () => {
  await log('mixed', 2);
  const [one] = await found('tag=mixed&limit=1');
  await dora.call('POST', `/tickets/${one?.key}/transitions`, { to: 'cancelled', reason: 'Only a test' });
  const transition = { to: 'resolved', resolutionCode: 'fixed' };
  const { id } = (await start(dora, { filter: { tag: ['mixed'] }, actions: { transition } })).body as BulkView;
  expect(await until(id, 'done')).toMatchObject({ counts: { changed: 1, refused: 1 } });
  expect(await items(id, 'refused')).toMatchObject([{ key: one?.key, detail: /Cancelled to Resolved/ }]);
});

test('nothing is begun that is not what was seen, not allowed, or not to be seen', async () => {
  await log('guarded', 2, birch);
  const filter = { tag: ['guarded'] };
  const actions = { addTags: ['x'] };
  expect((await start(dora, { filter, actions, total: 3 })).status).toBe(409);
  expect((await start(dora, { actions })).body).toMatchObject({ status: 422, errors: [{ path: 'filter' }] });
  expect((await start(narrow, { filter, actions })).body).toMatchObject({ detail: /finds no ticket/ });
  const ids = (await found('tag=guarded')).map((ticket) => ticket.id);
  expect((await start(narrow, { ids, actions })).body).toMatchObject({ status: 422, errors: [{ path: 'ids' }] });
  expect((await start(tom, { filter, actions })).status).toBe(403);
  const { id } = (await start(dora, { filter, actions })).body as BulkView;
  await until(id, 'done');
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/items'],
    ['POST', '/revert'],
  ] as const)
    expect((await narrow.call(method, `/bulk-changes/${id}${path}`)).status).toBe(404);
});

test('it never goes beyond what its maker may still do', async () => {
  await log('limits', 2);
  await log('limits', 2, birch);
  const both = await hire(desk, { name: 'Bea Both', role: 'dispatcher', clientIds: [acme, birch] });
  const body = { filter: { tag: ['limits'] }, actions: { addTags: ['reached'] } };
  const { id } = (await start(both, body)).body as BulkView;
  await workBulk(desk.services).run({ bulkId: id });
  expect(await found('tag=reached')).toHaveLength(4);
  await desk.run((ctx) =>
    ctx.tx.deleteFrom('staff_clients').where('staff_id', '=', both.id).where('client_id', '=', birch).execute(),
  );
  await both.call('POST', `/bulk-changes/${id}/revert`);
  await workBulk(desk.services).run({ bulkId: id });
  expect((await found('tag=reached')).map(({ client }) => client.name)).toEqual(['Birch', 'Birch']);
});

test('the same work given to several workers is done once', async () => {
  await log('once', 40);
  const { id } = (await start(dora, { filter: { tag: ['once'] }, actions: { urgency: 1 } })).body as BulkView;
  await Promise.all([1, 2, 3].map(() => workBulk(desk.services).run({ bulkId: id })));
  const { rows } = await desk.services.db.as(SYSTEM, (tx) =>
    sql<{ n: number }>`
      select count(*)::int as n from events e join bulk_change_items i on i.ticket_id = e.subject_id
      where i.bulk_id = ${id} and e.type = 'ticket.updated'`.execute(tx),
  );
  expect(rows).toEqual([{ n: 40 }]);
  expect(await view(id)).toMatchObject({ state: 'done', counts: { changed: 40 } });
});

test('a stopped one rests, and what it did can be taken back', async () => {
  await log('stopped', 80);
  const body = { filter: { tag: ['stopped'] }, actions: { priority: 2 } };
  const { id } = (await start(dora, body)).body as BulkView;
  await dora.call('POST', `/bulk-changes/${id}/stop`);
  const { state, counts } = await until(id, 'stopped', 'done');
  if (state === 'stopped') expect((counts.changed ?? 0) + (counts.waiting ?? 0)).toBe(80);
  await dora.call('POST', `/bulk-changes/${id}/revert`);
  await until(id, 'reverted');
  expect(await found('tag=stopped&priority=2')).toEqual([]);
});

test('a change is out of sight for whoever sees none of its tickets any more', async () => {
  await log('gone', 1, birch);
  const owner = await hire(desk);
  const nick = await hire(desk, { role: 'dispatcher', clientIds: [acme, birch] });
  const { id } = (await start(nick, { filter: { tag: ['gone'] }, actions: { addTags: ['secret'] } })).body as BulkView;
  expect((await nick.call('GET', '/bulk-changes')).text).toContain('secret');
  await owner.call('PATCH', `/staff/${nick.id}`, { version: 1, clientIds: [acme] });
  expect((await nick.call('GET', '/bulk-changes')).text).not.toContain('secret');
  for (const at of ['', '/items']) expect((await nick.call('GET', `/bulk-changes/${id}${at}`)).status).toBe(404);
  for (const verb of ['stop', 'revert'])
    expect((await nick.call('POST', `/bulk-changes/${id}/${verb}`)).status).toBe(404);
});
