import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTicket, transitionTicket } from '#server/desk/ticket/index.ts';
import type { SlaBoard } from '#shared/sla-board.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';

const desk = await openDesk({ roles: ['web', 'worker'] });
const olive = await hire(desk, { name: 'Olive Owner' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const birch = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician', clientIds: [birch] });
const ago = (minutes: number) => ({ now: new Date(Date.now() - minutes * 60_000).toISOString() });
await desk.run(
  (ctx) =>
    promise(ctx, termsOf({ first_response: 'none', resolution: 240 }, { calendar: 'always' }), { name: 'Four hours' }),
  ago(10_000),
);
const log = (title: string, minutesAgo: number, clientId = acme) =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId, title }), ago(minutesAgo));
await log('Due in two hours', 120);
await log('Due in an hour', 170);
await log('Fresh', 1);
await log('Missed', 300);
const waiting = await log('Waits for the client', 60);
await desk.run((ctx) => transitionTicket(ctx, waiting.id, { to: 'on_hold', holdReason: 'client' }), ago(30));
const waking = await log('Wakes soon', 200);
await desk.run(
  (ctx) =>
    transitionTicket(ctx, waking.id, {
      to: 'on_hold',
      holdReason: 'scheduled',
      holdUntil: new Date(Date.now() + 30 * 60_000).toISOString(),
    }),
  ago(20),
);
const board = async (query = '', by = olive) =>
  (await by.call('GET', `/service-levels/board?${query}`)).body as SlaBoard;
const titles = (lane: SlaBoard['atRisk']) => lane.items.map(({ title }) => title);

test('what falls due soon is at risk, in order, with what would be once its wait ends; what is missed and what waits stand apart', async () => {
  const { atRisk, breached, paused } = await board('hours=3');
  expect(titles(atRisk)).toEqual(['Due in an hour', 'Wakes soon', 'Due in two hours']);
  expect(titles(breached)).toEqual(['Missed']);
  expect(titles(paused).sort()).toEqual(['Waits for the client', 'Wakes soon']);
  expect(atRisk.count).toBe(3);
  expect(titles((await board('hours=1')).atRisk)).toEqual([]);
  expect(titles((await board('hours=12')).atRisk)).toContain('Fresh');
});

test('a board is of the clients, teams and targets asked for, and of nobody else’s', async () => {
  expect(titles((await board(`clientId=${birch}`)).breached)).toEqual([]);
  expect(titles((await board('teamId=none')).breached)).toEqual(['Missed']);
  expect(titles((await board('target=ola')).breached)).toEqual([]);
  const theirs = await board('hours=12', tom);
  expect([theirs.atRisk.count, theirs.breached.count, theirs.paused.count]).toEqual([0, 0, 0]);
  const { status, body } = await olive.call('GET', '/service-levels/board?teamId=all');
  expect([status, body]).toMatchObject([400, { errors: [{ path: 'teamId' }] }]);
});
