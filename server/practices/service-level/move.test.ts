import { expect, test } from 'vitest';
import type { Identity } from '#platform/context/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket, transitionTicket } from '#server/desk/ticket/index.ts';
import type { ClockView } from '#shared/service-level.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';
import { createCalendar } from './named-calendars.ts';
import { rebaseClocks } from './rebase.ts';
import { verifyClocks } from './verify.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const asOlive: Identity = {
  scope: { principal: 'staff', principalId: olive.id, allClients: true, clientIds: [] },
  actor: { kind: 'staff', id: olive.id, name: 'Olive Owner' },
  permissions: 'all',
};
/** From an hour ago on, round the clock. */
const at = (minutes: number) => new Date(Date.now() - 3_600_000 + minutes * 60_000).toISOString();
const run = <R>(minutes: number, work: Parameters<typeof desk.run<R>>[0]) =>
  desk.run(work, { identity: asOlive, now: at(minutes) });

const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }));
const { tidewater, birch, requesterId } = await run(-60, async (ctx) => {
  const tidewater = await createClient(ctx, { name: 'Tidewater', code: 'TIDE', timeZone: 'UTC' });
  const calendar = await createCalendar(ctx, {
    name: 'Tidewater tides',
    terms: {
      alwaysOpen: false,
      hours: everyDay,
      closedDays: [{ date: at(-2880).slice(0, 10), name: 'Tidewater regatta' }],
      publicHolidays: false,
      timeZone: null,
      holidays: null,
    },
  });
  const terms = termsOf({ first_response: 10, resolution: 600, vendor: 600 }, { calendar });
  await promise(ctx, terms, { name: 'Tidewater gold', clientId: tidewater });
  return {
    tidewater,
    birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
    requesterId: await createContact(ctx, { clientId: tidewater, name: 'Ada' }),
  };
});
const log = () =>
  run(0, (ctx) => createTicket(ctx, { kind: 'incident', clientId: tidewater, title: 'Slow', requesterId }));
const move = (id: string) => olive.call('POST', `/tickets/${id}/move`, { clientId: birch, reason: 'Theirs' });
const sla = async (id: string) =>
  ((await olive.call('GET', `/tickets/${id}/sla`)).body as { items: ClockView[] }).items;
const byHand = (id: string, target: string, act: string, body: object) =>
  olive.call(act === 'target' ? 'PUT' : 'POST', `/tickets/${id}/sla/${target}/${act}`, body);

test('nothing that was typed or named for a client is read of a clock once its ticket is at another', async () => {
  const [held, released, over] = [await log(), await log(), await log()];
  await run(5, (ctx) => transitionTicket(ctx, over.id, { to: 'resolved', resolutionCode: 'fixed' }));
  const two = termsOf({ first_response: 10, resolution: 500, vendor: 500 });
  await run(40, (ctx) => promise(ctx, two, { name: 'Tidewater platinum', clientId: tidewater }));
  for (const { id } of [held, released]) {
    await byHand(id, 'resolution', 'target', { minutes: 300, reason: 'Promised to Tidewater by phone' });
    await byHand(id, 'resolution', 'target', { minutes: null, reason: 'Tidewater agreed' });
    await byHand(id, 'resolution', 'target', { minutes: 90, reason: 'Tidewater called again' });
    await byHand(id, 'resolution', 'hold', { reason: 'Mr Tidewater is in jail' });
  }
  await byHand(released.id, 'resolution', 'release', { reason: 'Mr Tidewater is free' });
  await olive.call('POST', `/tickets/${held.id}/transitions`, { to: 'on_hold', holdReason: 'vendor' });
  await rebaseClocks(desk.services).run({
    ...{
      clientId: tidewater,
      groupId: null,
      at: at(50),
      by: 'Tidewater robot',
      why: '"Tidewater platinum", version 1',
    },
  });
  for (const { id } of [held, released, over]) {
    expect(JSON.stringify(await sla(id))).toMatch(/tidewater/i);
    expect((await move(id)).status).toBe(201);
    expect(JSON.stringify(await sla(id))).not.toMatch(/tidewater/i);
  }
  const clock = async (id: string, target: string) => (await sla(id)).find((one) => one.target === target);
  expect(await clock(held.id, 'resolution')).toMatchObject({
    held: 'before it moved here',
    hold: { by: 'Olive Owner (key test)', reason: 'before it moved here' },
    ownTarget: { reason: 'before it moved here' },
    sentence: expect.stringContaining('at present: held: before it moved here (Olive Owner (key test))'),
  });
  expect(await clock(held.id, 'first_response')).toMatchObject({
    state: 'breached',
    source: 'what was promised before it moved here',
    sentence: expect.stringContaining('used under "Other hours"'),
  });
  expect((await clock(over.id, 'first_response'))?.state).toBe('cancelled');
  const report = `/clients/${birch}/service-levels/missed?from=${at(-1440).slice(0, 10)}&to=${at(2880).slice(0, 10)}`;
  expect(JSON.stringify((await olive.call('GET', report)).body)).not.toMatch(/tidewater/i);
  expect((await verifyClocks(desk.services)).differences).toEqual([]);
});

test('a clock that looked at tags, which stay behind, goes on by what is left and is rebuilt the same', async () => {
  const { clientId, other } = await run(-60, async (ctx) => {
    const clientId = await createClient(ctx, { name: 'Cedar', code: 'CEDAR', timeZone: 'UTC' });
    const other = await createClient(ctx, { name: 'Dune', code: 'DUNE', timeZone: 'UTC' });
    const pause = '"parked" in ticket.tags';
    const resolution = { start: null, pause, stop: null, reset: null, cancel: null };
    for (const at of [clientId, other])
      await promise(ctx, termsOf({ resolution: 600 }, { rules: { resolution } }), { clientId: at });
    return { clientId, other };
  });
  const { id } = await run(0, (ctx) =>
    createTicket(ctx, { kind: 'incident', clientId, title: 'Slow', tags: ['parked', 'mine'] }),
  );
  const state = async () => (await sla(id)).find(({ target }) => target === 'resolution')?.state;
  expect(await state()).toBe('paused');
  await olive.call('POST', `/tickets/${id}/move`, { clientId: other, reason: 'Theirs' });
  expect(await state()).toBe('running');
  expect((await verifyClocks(desk.services)).differences).toEqual([]);
});
