import { expect, test, vi } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { createClient } from '#server/business/client/index.ts';
import { createTicket, transitionTicket } from '#server/desk/ticket/index.ts';
import type { SimulationFlip, SimulationSummary, SimulationView } from '#shared/simulation.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';
import { runSimulations } from './run.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const mara = await hire(desk, { name: 'Mara', role: 'manager' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const birch = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
const hours = { alwaysOpen: true, hours: [], closedDays: [], publicHolidays: false };
await olive.call('PUT', '/settings/sla.hours', { level: 'provider', id: null, value: hours, version: 0 });
await desk.run((ctx) => promise(ctx, termsOf({ resolution: 600 }), { name: 'Everybody' }), {
  now: new Date(Date.now() - 90 * 86_400_000).toISOString(),
});

/** Logs a ticket some days ago that took so many minutes. */
async function took(clientId: string, daysAgo: number, minutes: number) {
  const began = Date.now() - daysAgo * 86_400_000;
  const at = (ms: number) => ({ now: new Date(began + ms).toISOString() });
  const ticket = await desk.run(
    (ctx) => createTicket(ctx, { kind: 'incident', clientId, title: `Took ${minutes}` }),
    at(0),
  );
  await desk.run(
    (ctx) => transitionTicket(ctx, ticket.id, { to: 'resolved', resolutionCode: 'fixed' }),
    at(minutes * 60_000),
  );
  return ticket.key;
}
const [short, middle, long] = [await took(acme, 20, 30), await took(acme, 30, 100), await took(acme, 40, 700)];
await took(birch, 25, 100);

async function simulate(by: Person, draft: object): Promise<SimulationView> {
  const made = await by.call('POST', '/service-levels/simulations', { draft });
  expect([made.status, made.text]).toMatchObject([201, expect.any(String)]);
  const { id } = made.body as { id: string };
  return vi.waitUntil(
    async () => {
      const { body } = await by.call('GET', `/service-levels/simulations/${id}`);
      return (body as SimulationView).state === 'running' ? null : (body as SimulationView);
    },
    { timeout: 20_000 },
  );
}
const flips = async (by: Person, id: string, query = '') =>
  ((await by.call('GET', `/service-levels/simulations/${id}/flips?${query}`)).body as { items: SimulationFlip[] })
    .items;
const policy = (clientId: string, resolution: number) => ({
  policies: [{ clientId, name: 'Stricter', terms: termsOf({ resolution }) }],
});
const counted = () =>
  desk.run(async ({ tx }) => {
    const of = (table: 'events' | 'ticket_clocks' | 'sla_promises' | 'calendars' | 'sla_policy_versions') =>
      tx
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow();
    return [
      await of('events'),
      await of('ticket_clocks'),
      await of('sla_promises'),
      await of('calendars'),
      await of('sla_policy_versions'),
    ];
  });

test('a policy that is named but was never published is tried where it stands', async () => {
  const terms = termsOf({ resolution: 60 });
  const made = await olive.call('POST', '/service-levels/policies', { name: 'Waiting', clientId: acme, terms });
  const { id: policyId } = made.body as { id: string };
  const { id, result } = await simulate(olive, { policies: [{ id: policyId, terms }] });
  expect(result?.byTarget.find((line) => line.id === 'resolution')).toMatchObject({ toBreached: 1 });
  expect((await flips(olive, id)).map(({ key }) => key.split('-')[0])).toEqual(['ACME']);
});

test('a group’s draft that was never published reaches the group’s clients, and tells which policy is asked before it', async () => {
  const { id: groupId } = (await olive.call('POST', '/client-groups', { name: 'Gold' })).body as { id: string };
  const gold = await desk.run((ctx) => createClient(ctx, { name: 'Gilt', code: 'GILT', timeZone: 'UTC' }));
  await olive.call('PATCH', `/clients/${gold}`, { version: 1, groupId });
  await took(gold, 20, 100);
  const terms = termsOf({ resolution: 60 });
  const of = async (name: string) =>
    ((await olive.call('POST', '/service-levels/policies', { name, groupId, terms })).body as { id: string }).id;
  const first = await of('Gold targets');
  const drafted = { policies: [{ id: first, terms }] };
  const alone = await simulate(olive, drafted);
  expect(alone.result?.tickets).toMatchObject({ judged: 1, toBreached: 1 });
  expect(await flips(olive, alone.id)).toMatchObject([{ sourceBefore: 'Everybody', sourceAfter: 'Gold targets' }]);
  expect(alone.present.policies).toMatchObject([{ name: 'Gold targets', level: 'group', askedBefore: [] }]);
  const publish = { version: 1, terms: termsOf({ resolution: 600 }), discardDraft: true };
  expect((await olive.call('POST', `/service-levels/policies/${first}/publish`, publish)).status).toBe(200);
  const behind = await simulate(olive, { policies: [{ id: await of('Gold again'), terms }] });
  expect(behind.result?.tickets).toMatchObject({ judged: 1, toBreached: 0 });
  expect(behind.present.policies).toMatchObject([{ name: 'Gold again', askedBefore: ['Gold targets'] }]);
  const before = await simulate(olive, { policies: [{ groupId, position: -1, terms }] });
  expect([before.result?.tickets.toBreached, before.present.policies[0]?.askedBefore]).toEqual([1, []]);
});

test('a stricter target in draft tells which tickets would have been missed, and writes nothing', async () => {
  const before = await counted();
  const { id, state, result } = await simulate(olive, policy(acme, 60));
  expect(state).toBe('done');
  expect(result?.byTarget.find((line) => line.id === 'resolution')).toMatchObject({
    before: { met: 2, breached: 1 },
    after: { met: 1, breached: 2 },
    ...{ toBreached: 1, toMet: 0 },
  });
  expect(result?.tickets).toEqual({ judged: 3, toBreached: 1, toMet: 0, apartBreached: 0, apartMet: 0 });
  expect(result?.byClient).toMatchObject([{ name: 'Acme', toBreached: 1 }]);
  expect(await flips(olive, id, 'to=breached')).toMatchObject([
    {
      ...{ key: middle, before: 'met', after: 'breached', usedAfter: 6_000, targetBefore: 36_000, targetAfter: 3_600 },
      ...{ sourceBefore: 'Everybody', sourceAfter: 'Stricter' },
    },
  ]);
  const [flip] = await flips(olive, id, 'to=breached');
  expect(Date.parse(flip?.dueBefore ?? '') - Date.parse(flip?.dueAfter ?? '')).toBe(540 * 60_000);
  expect(await flips(olive, id, 'to=met')).toEqual([]);
  expect(await counted()).toEqual(before);
  expect([short, long]).not.toContain(middle);
});

test('a laxer target turns what was missed into met; what is in force already changes nothing', async () => {
  const lax = await simulate(olive, policy(acme, 6_000));
  expect(await flips(olive, lax.id)).toMatchObject([{ key: long, before: 'breached', after: 'met' }]);
  const same = await simulate(olive, policy(acme, 600));
  expect(same.result?.flips).toBe(0);
});

test('what was cancelled is told as that, and counts apart from what was kept', async () => {
  const cedar = await desk.run((ctx) => createClient(ctx, { name: 'Cedar', code: 'CEDAR', timeZone: 'UTC' }));
  const began = Date.now() - 20 * 86_400_000;
  const ticket = await desk.run(
    (ctx) => createTicket(ctx, { kind: 'incident', clientId: cedar, title: 'Not needed any more' }),
    { now: new Date(began).toISOString() },
  );
  await desk.run((ctx) => transitionTicket(ctx, ticket.id, { to: 'cancelled', reason: 'Solved by a restart' }), {
    now: new Date(began + 180 * 60_000).toISOString(),
  });
  const { id, result } = await simulate(olive, policy(cedar, 120));
  expect(result?.tickets).toEqual({ judged: 1, toBreached: 0, toMet: 0, apartBreached: 1, apartMet: 0 });
  expect(result?.byTarget[0]).toMatchObject({
    ...{ id: 'resolution', toBreached: 0, toMet: 0, apart: 1 },
    ...{ before: { met: 0, breached: 0, open: 0 }, after: { met: 0, breached: 1, open: 0 } },
  });
  expect(await flips(olive, id, 'to=breached')).toEqual([]);
  expect(await flips(olive, id, 'to=met')).toEqual([]);
  expect(await flips(olive, id, 'to=apart')).toMatchObject([
    {
      ...{ key: ticket.key, target: 'resolution', before: 'cancelled', after: 'breached', sourceBefore: 'Everybody' },
      ...{ usedBefore: 10_800, targetBefore: 36_000, targetAfter: 7_200 },
    },
  ]);
  const none = termsOf({ resolution: 'none' });
  const given = await simulate(olive, { policies: [{ clientId: acme, name: 'None', terms: none }] });
  expect(given.result?.tickets).toMatchObject({ toBreached: 0, toMet: 0, apartBreached: 0, apartMet: 1 });
  expect(await flips(olive, given.id, 'to=apart')).toMatchObject([{ key: long, before: 'breached', after: 'none' }]);
});

test('hours, a pause rule and the matrix are simulated as well', async () => {
  const nights = {
    hours: [
      { clientId: acme, value: { ...hours, alwaysOpen: false, hours: [{ weekday: 1, from: '00:00', to: '00:05' }] } },
    ],
  };
  expect(await flips(olive, (await simulate(olive, nights)).id, 'target=resolution')).toMatchObject([
    { key: long, after: 'met' },
  ]);
  const never = { start: null, pause: 'ticket.priority <= 4', stop: null, reset: null, cancel: null };
  const paused = {
    policies: [{ clientId: acme, name: 'Never', terms: { ...termsOf({}), rules: { resolution: never } } }],
  };
  expect(await flips(olive, (await simulate(olive, paused)).id, 'target=resolution')).toMatchObject([
    { key: long, after: 'met' },
  ]);
  const byPriority = termsOf({ resolution: [10, 600, 600, 600, 600] });
  const first = [1, 1, 1];
  const matrix = {
    policies: [{ clientId: acme, name: 'P1', terms: byPriority }],
    priorities: [{ clientId: acme, value: { matrix: [first, first, first], vipSteps: 0, vipReachesTop: false } }],
  };
  const { id, result } = await simulate(olive, matrix);
  const [raised] = await flips(olive, id, 'to=breached&target=resolution');
  expect(raised).toMatchObject({ priorityBefore: 3, priorityAfter: 1 });
  expect((await flips(olive, id, 'to=breached&target=resolution')).map(({ key }) => key).sort()).toEqual(
    [short, middle].sort(),
  );
  expect(result?.byPriority.map(({ name }) => name)).toEqual(['P3']);
});

test('a simulation is its maker’s alone, and what could not be published is refused by its field', async () => {
  const { id } = await simulate(olive, policy(acme, 60));
  expect((await mara.call('GET', `/service-levels/simulations/${id}`)).status).toBe(404);
  expect((await mara.call('GET', `/service-levels/simulations/${id}/flips`)).status).toBe(404);
  expect((await olive.call('DELETE', `/service-levels/simulations/${id}`)).status).toBe(204);
  expect((await olive.call('GET', `/service-levels/simulations/${id}`)).status).toBe(404);
  const wrong = { ...termsOf({}), condition: 'ticket.colour == 1' };
  const refused = await olive.call('POST', '/service-levels/simulations', {
    draft: { policies: [{ clientId: acme, terms: wrong }] },
  });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'terms.condition' }] } });
  const nothing = await olive.call('POST', '/service-levels/simulations', { draft: {} });
  expect(nothing).toMatchObject({ status: 422, body: { errors: [{ path: 'draft' }] } });
});

test('a simulation tells what its draft would replace, where that comes from, and is found again in a list', async () => {
  const policyId = await desk.run((ctx) =>
    promise(ctx, termsOf({ resolution: 600 }), { clientId: birch, name: 'Birch' }),
  );
  const draft = {
    policies: [{ id: policyId, terms: termsOf({ resolution: 30 }) }],
    hours: [
      { clientId: birch, value: { ...hours, alwaysOpen: false, hours: [{ weekday: 1, from: '08:00', to: '09:00' }] } },
    ],
  };
  const { id, present, total, done } = await simulate(olive, draft);
  expect([done, total]).toEqual([1, 1]);
  expect(present).toMatchObject({
    policies: [{ name: 'Birch', level: 'client', place: 'Birch', version: 2, terms: { targets: { resolution: {} } } }],
    hours: [{ level: 'client', placeId: birch, version: 0, value: hours }],
    ...{ calendars: [], priorities: [] },
  });
  const { items } = (await olive.call('GET', '/service-levels/simulations')).body as { items: SimulationSummary[] };
  expect(items[0]).toMatchObject({ id, state: 'done', about: ['“Birch” for Birch', 'Service hours for Birch'] });
  expect((await mara.call('GET', '/service-levels/simulations')).body).toEqual({ items: [] });
  const unknown = { policies: [{ id: newId(), terms: termsOf({}) }] };
  expect((await olive.call('POST', '/service-levels/simulations', { draft: unknown })).status).toBe(404);
});

test('one that is thrown away stops, and one that a stop broke off begins again', async () => {
  const { id } = await desk.run((ctx) => ctx.tx.selectFrom('sla_simulations').select('id').executeTakeFirstOrThrow());
  const again = () =>
    desk.run(({ tx }) =>
      tx.updateTable('sla_simulations').set({ state: 'running', done: 0, result: null }).where('id', '=', id).execute(),
    );
  const state = () =>
    desk.run(({ tx }) =>
      tx.selectFrom('sla_simulations').select(['state', 'error']).where('id', '=', id).executeTakeFirst(),
    );
  await again();
  const job = runSimulations(desk.services);
  await expect(job.run({ id }, AbortSignal.abort())).rejects.toThrow();
  expect(await state()).toEqual({ state: 'running', error: null });
  await job.run({ id });
  expect(await state()).toEqual({ state: 'done', error: null });
  await again();
  const running = job.run({ id });
  await desk.run(({ tx }) => tx.deleteFrom('sla_simulations').where('id', '=', id).execute());
  await running;
  expect(await state()).toBeUndefined();
});

test('a draft that leaves open what is meant is refused by its field', async () => {
  const start = async (body: object) => {
    const { status, body: told } = await olive.call('POST', '/service-levels/simulations', body);
    return [status, ...((told as { errors?: { path: string }[] }).errors ?? []).map(({ path }) => path)];
  };
  const draft = policy(acme, 60);
  const since = new Date(Date.now() + 60_000).toISOString();
  expect(await start({ draft, since })).toEqual([422, 'since']);
  const groupId = newId();
  const both = { policies: [{ ...draft.policies[0], groupId }], hours: [{ clientId: acme, groupId, value: hours }] };
  expect(await start({ draft: both })).toEqual([422, 'draft.policies.0.groupId', 'draft.hours.0.groupId']);
  const id = newId();
  const once = { id, terms: null };
  const place = { clientId: acme, value: hours };
  expect(await start({ draft: { policies: [once, once], hours: [place, place] } })).toEqual([
    422,
    'draft.policies.1.id',
    'draft.hours.1',
  ]);
});
