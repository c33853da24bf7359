import { expect, test } from 'vitest';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '../desk.ts';
import { must } from '../isolation/sweep/world.ts';
import { hire } from '../people.ts';

/** What many do to one ticket in the same moment. */
const desk = await openDesk({ maxConnections: 10 });
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech' });
const client = (await must(olive, 'POST', '/clients', { name: 'Acme', code: 'ACME', timeZone: 'UTC' })).id;
const log = (more: object = {}) =>
  must<TicketView>(olive, 'POST', '/tickets', { kind: 'incident', clientId: client, title: 'Printer', ...more });
const read = (id: string) => must<TicketView>(olive, 'GET', `/tickets/${id}`);
const statuses = async (calls: readonly Promise<{ status: number }>[]) =>
  (await Promise.all(calls)).map(({ status }) => status).sort();
const solved = { to: 'resolved', resolutionCode: 'fixed', resolutionNote: 'Done' };

test('of many saves on one version one wins, and the others are told', async () => {
  const { id, version } = await log();
  const saves = Array.from({ length: 8 }, (_, i) =>
    (i % 2 ? olive : tom).call('PATCH', `/tickets/${id}`, { version, title: `By ${i}` }),
  );
  expect(await statuses(saves)).toEqual([200, ...Array(7).fill(409)]);
  expect((await read(id)).version).toBe(version + 1);
});

test('resolving, reopening, merging, answering and closing at once leaves a legal history', async () => {
  for (let round = 0; round < 5; round++) {
    const [ticket, other] = [await log(), await log()];
    const at = `/tickets/${ticket.id}`;
    const answers = await statuses([
      olive.call('POST', `${at}/transitions`, solved),
      tom.call('POST', `${at}/transitions`, { to: 'in_progress' }),
      olive.call('POST', `${at}/transitions`, { to: 'cancelled', reason: 'Not ours' }),
      tom.call('POST', `${at}/merge`, { into: other.id }),
      olive.call('POST', `/tickets/${other.id}/merge`, { into: ticket.id }),
      tom.call('POST', `${at}/messages`, { visibility: 'public', body: 'Hello', transition: solved }),
      olive.call('POST', '/tickets/bulk', { ids: [ticket.id, other.id], transition: { to: 'in_progress' } }),
    ]);
    expect(answers.filter((status) => status >= 500)).toEqual([]);
    for (const { id } of [ticket, other]) await expectLegal(id);
    const [a, b] = [await read(ticket.id), await read(other.id)];
    expect([a.mergedInto !== null, b.mergedInto !== null]).not.toEqual([true, true]);
  }
}, 120_000);

/** Each change begins where the one before ended, versions follow each other, and the last one is what the ticket is. */
async function expectLegal(id: string): Promise<void> {
  const { events, row } = await desk.run(async (ctx) => ({
    events: await ctx.tx.selectFrom('events').select(['type', 'data']).where('subject_id', '=', id).execute(),
    row: await ctx.tx.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  }));
  const steps = events
    .map(({ data }) => data as { version?: number; changes?: Record<string, [unknown, unknown]> })
    .filter((data) => data.version !== undefined)
    .sort((a, b) => Number(a.version) - Number(b.version));
  expect(steps.map((step) => step.version)).toEqual(steps.map((_, index) => index + 2));
  let status: unknown = 'new';
  for (const { changes } of steps) {
    if (!changes?.['status']) continue;
    expect(changes['status'][0]).toBe(status);
    status = changes['status'][1];
  }
  expect([row.status, row.version]).toEqual([status, steps.length + 1]);
}

test('no way of hanging tickets under each other makes a ring, at once or one after the other', async () => {
  const [a, b, c] = [await log(), await log(), await log()];
  const under = (child: string, parentId: string) => olive.call('PATCH', `/tickets/${child}`, { version: 1, parentId });
  expect((await under(a.id, a.id)).status).toBe(422);
  await Promise.all([under(a.id, b.id), under(b.id, c.id), under(c.id, a.id)]);
  const parents = new Map<string, string | undefined>();
  for (const { id } of [a, b, c]) parents.set(id, (await read(id)).parent?.id);
  for (const { id } of [a, b, c]) {
    let at: string | undefined = id;
    for (let steps = 0; at !== undefined; steps++) {
      expect(steps).toBeLessThan(4);
      at = parents.get(at);
    }
  }
});

test('tickets hang under each other ten deep, and no deeper, however they get there', async () => {
  let parent = await log();
  for (let depth = 1; depth <= 10; depth++) parent = await log({ parentId: parent.id });
  const body = { kind: 'incident', clientId: client, title: 'Too deep', parentId: parent.id };
  expect((await olive.call('POST', '/tickets', body)).body).toMatchObject({
    status: 422,
    errors: [{ path: 'parentId' }],
  });
  const loose = await log();
  const patch = { version: 1, parentId: parent.id };
  expect((await olive.call('PATCH', `/tickets/${loose.id}`, patch)).status).toBe(422);
});

test.each([
  ['merged into itself', 422, (id: string) => olive.call('POST', `/tickets/${id}/merge`, { into: id })],
  ['linked to itself', 422, (id: string) => olive.call('POST', `/tickets/${id}/links`, { kind: 'blocks', to: id })],
  [
    'the duplicate of itself',
    409,
    (id: string) => olive.call('POST', `/tickets/${id}/transitions`, { to: 'duplicate', duplicateOfId: id }),
  ],
])('a ticket is not %s', async (_, refusal, act) => {
  expect((await act((await log()).id)).status).toBe(refusal);
});

test('of two requests with one Idempotency-Key one acts; with another body it is refused; to others it means nothing', async () => {
  const body = { kind: 'task', clientId: client, title: 'Once only' };
  const headers = { 'idempotency-key': 'one-key-for-all' };
  const twins = await Promise.all(Array.from({ length: 6 }, () => olive.call('POST', '/tickets', body, headers)));
  expect(twins.every(({ status }) => status === 201 || status === 409)).toBe(true);
  const count = async () =>
    ((await olive.call('GET', '/tickets?q=once+only')).body as { items: unknown[] }).items.length;
  expect(await count()).toBe(1);
  expect((await olive.call('POST', '/tickets', { ...body, title: 'Other' }, headers)).status).toBe(422);
  expect((await olive.call('POST', '/clients', { name: 'Z' }, headers)).status).not.toBe(201);
  expect((await tom.call('POST', '/tickets', body, headers)).status).toBe(201);
  expect(await count()).toBe(2);
});
