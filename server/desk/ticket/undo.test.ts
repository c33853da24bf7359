import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const tom = await hire(desk, { name: 'Tom Tech' });
const ann = await hire(desk, { name: 'Ann Other' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));

type Changed = { ticket: TicketView; eventId: string };
const log = async () =>
  (await tom.call('POST', '/tickets', { kind: 'incident', clientId: acme, title: 'Printer on fire' }))
    .body as TicketView;
const undo = (key: string, eventId: string) => tom.call('POST', `/tickets/${key}/undo`, { eventId });
const move = async (key: string, to: string, more: object = {}) =>
  (await tom.call('POST', `/tickets/${key}/transitions`, { to, ...more })).body as Changed;

test('what somebody did can be taken back while others go on around it', async () => {
  const { key } = await log();
  const given = (await tom.call('POST', `/tickets/${key}/assign`, { assigneeId: ann.id })).body as Changed;
  await ann.call('POST', `/tickets/${key}/messages`, { visibility: 'internal', body: 'looking' });
  const { items } = (await tom.call('GET', `/tickets/${key}/timeline`)).body as { items: TimelineEntry[] };
  expect(items.find((entry) => entry.id === given.eventId)?.undoable).toBe(true);
  expect((await undo(key, given.eventId)).body).toMatchObject({ ticket: { assignee: null, status: 'new' } });
  expect((await undo(key, given.eventId)).body).toMatchObject({ status: 409, detail: /has changed since/ });
});

test('what somebody else changed meanwhile is not overwritten', async () => {
  const { key } = await log();
  const given = (await tom.call('POST', `/tickets/${key}/assign`, { assigneeId: ann.id })).body as Changed;
  await ann.call('POST', `/tickets/${key}/assign`, { assigneeId: tom.id });
  expect((await undo(key, given.eventId)).status).toBe(409);
  expect((await ann.call('POST', `/tickets/${key}/undo`, { eventId: given.eventId })).status).toBe(403);
});

test('a priority set by hand and taken back follows impact and urgency again', async () => {
  const { key, version } = await log();
  const set = (await tom.call('PATCH', `/tickets/${key}`, { version, priority: 1 })).body as Changed;
  expect(set.ticket.priorityWhy.sentence).toMatch(/Tom Tech.*set P1/);
  const back = (await undo(key, set.eventId)).body as Changed;
  expect(back.ticket).toMatchObject({ priority: 3, priorityWhy: { rule: 'matrix' } });
  const lower = await tom.call('PATCH', `/tickets/${key}`, { version: back.ticket.version, urgency: 3 });
  expect(lower.body).toMatchObject({ ticket: { priority: 4 } });
});

test('a hold until a time, written without milliseconds, can be taken back too', async () => {
  const { key } = await log();
  const held = await move(key, 'on_hold', { holdReason: 'scheduled', holdUntil: '2099-01-01T10:00:00Z' });
  expect((await undo(key, held.eventId)).body).toMatchObject({ ticket: { status: 'new', holdUntil: null } });
});

test('a resolution taken back leaves the first response owed', async () => {
  const { key } = await log();
  const done = await move(key, 'resolved', { resolutionCode: 'fixed' });
  await undo(key, done.eventId);
  const { items } = (await tom.call('GET', `/tickets/${key}/sla`)).body as {
    items: { target: string; state: string }[];
  };
  expect(items.map(({ target, state }) => [target, state])).toEqual([
    ['first_response', 'running'],
    ['resolution', 'running'],
  ]);
});

test('what cannot be taken back says what to do instead', async () => {
  const { key } = await log();
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: 'Hello' });
  const { id } = await desk.run((ctx) =>
    ctx.tx.selectFrom('events').select('id').where('type', '=', 'ticket.replied').executeTakeFirstOrThrow(),
  );
  expect((await undo(key, id)).body).toMatchObject({ status: 409, detail: /write another reply/ });
});

test('a line taken off the checklist comes back to its place, as done as it was', async () => {
  const { key } = await log();
  const add = async (text: string) =>
    ((await tom.call('POST', `/tickets/${key}/checklist`, { text })).body as { id: string }).id;
  const [, second] = [await add('Ring them'), await add('Swap the part'), await add('Test')];
  await ann.call('PATCH', `/tickets/${key}/checklist/${second}`, { done: true });
  const before = ((await tom.call('GET', `/tickets/${key}`)).body as TicketView).checklist;
  const removed = (await tom.call('DELETE', `/tickets/${key}/checklist/${second}`)).body as { eventId: string };
  expect((await ann.call('POST', `/tickets/${key}/undo`, removed)).status).toBe(403);
  expect((await undo(key, removed.eventId)).body).toMatchObject({ ticket: { checklist: before } });
  expect((await undo(key, removed.eventId)).body).toMatchObject({ status: 409, detail: /again already/ });
  const { items } = (await tom.call('GET', `/tickets/${key}/timeline`)).body as { items: TimelineEntry[] };
  expect(items.find((entry) => entry.id === removed.eventId)?.undoable).toBe(false);
});
