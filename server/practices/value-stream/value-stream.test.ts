import { describe, expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import { assignTicket, createTicket, transitionTicket } from '#server/desk/ticket/index.ts';
import type { FlowTicket, StreamFlow, StreamSimulation, ValueStreamView } from '#shared/value-stream.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { workOutDue } from './index.ts';

const desk = await openDesk();
const START = Date.parse('2026-11-02T09:00:00Z');
/** So many minutes after a Monday morning. */
const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));
const olive = await hire(desk, { name: 'Olive Owner' });
const al = await hire(desk, { name: 'Al of Acme', role: 'technician', clientIds: [acme] });

/** An incident that lies in the queue, waits for the client for ten minutes of the twenty it is worked on, and is resolved. */
async function live(clientId: string, begin: number, queued: number, title = 'Printer'): Promise<string> {
  const run = <R>(minutes: number, work: Parameters<typeof desk.run<R>>[0]) =>
    desk.run(work, { now: at(begin + minutes) });
  const { id } = await run(0, (ctx) => createTicket(ctx, { kind: 'incident', clientId, title }));
  await run(queued, (ctx) => assignTicket(ctx, id, { assigneeId: olive.id }));
  await run(queued, (ctx) => transitionTicket(ctx, id, { to: 'in_progress' }));
  await run(queued + 5, (ctx) => transitionTicket(ctx, id, { to: 'on_hold', holdReason: 'client' }));
  await run(queued + 15, (ctx) => transitionTicket(ctx, id, { to: 'in_progress' }));
  await run(queued + 20, (ctx) => transitionTicket(ctx, id, { to: 'resolved', resolutionCode: 'fixed' }));
  return id;
}

const ok = async <T>(
  who: Person,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  body?: object,
): Promise<T> => {
  const answer = await who.call(method, url, body);
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
  return answer.body as T;
};
const streams = async (who = olive) => (await ok<{ items: ValueStreamView[] }>(who, 'GET', '/value-streams')).items;
const streamNamed = async (name: string) => (await streams()).find((one) => one.name === name) as ValueStreamView;
const PERIOD = 'from=2026-11-01&to=2026-11-30';
const flow = (who: Person, id: string, more = '') =>
  ok<StreamFlow>(who, 'GET', `/value-streams/${id}/flow?${PERIOD}${more}`);
const behind = async (who: Person, id: string, more = '') =>
  (await ok<{ items: FlowTicket[] }>(who, 'GET', `/value-streams/${id}/tickets?${PERIOD}${more}`)).items;
const settled = () => workOutDue(desk.services);

const first = await live(acme, 0, 100);
const second = await live(acme, 10, 200);
const third = await live(birch, 20, 60, 'Of Birch');
await settled();
const restore = await streamNamed('Restore service');

describe('a stream', () => {
  test('comes with a firm three times, in force', async () => {
    expect((await streams()).map(({ name, number, rebuilding }) => [name, number, rebuilding])).toEqual([
      ['Restore service', 1, false],
      ['Fulfil a request', 1, false],
      ['Make a change', 1, false],
    ]);
  });

  test('says how long work waited, why, and where most of it was lost', async () => {
    const seen = await flow(olive, restore.id);
    expect(seen.tickets).toBe(3);
    const [take, , work] = seen.steps;
    expect([take?.tickets, take?.wait.median, take?.causes.queue]).toEqual([3, 6_000, 360 * 60]);
    expect([work?.touch.median, work?.causes.client, work?.estimated]).toEqual([600, 1_800, 3]);
    expect(seen.efficiency).toBeCloseTo(30 / 420);
    expect(seen.sentence).toBe(
      'The main delay is in “Take in”: nobody had it. That is 86 % of the whole time, about 2 h a ticket.',
    );
  });

  test('tells time of the hours in which a client is served, where asked', async () => {
    const seen = await flow(olive, restore.id, '&time=business');
    expect(seen.time).toBe('business');
    expect(seen.whole).toBeLessThanOrEqual((await flow(olive, restore.id)).whole);
  });

  test('leads to the tickets behind a figure, page by page, the longest wait first', async () => {
    const ids = async (more: string) => (await behind(olive, restore.id, more)).map(({ id, wait }) => [id, wait / 60]);
    expect(await ids('&step=take_in&cause=queue')).toEqual([
      [second, 200],
      [first, 100],
      [third, 60],
    ]);
    expect(await ids('&cause=vendor')).toEqual([]);
    const page = await ok<{ items: FlowTicket[]; nextCursor: string }>(
      olive,
      'GET',
      `/value-streams/${restore.id}/tickets?${PERIOD}&limit=2`,
    );
    expect(page.items.map(({ id }) => id)).toEqual([second, first]);
    expect(await ids(`&limit=2&cursor=${page.nextCursor}`)).toMatchObject([[third, 70]]);
  });

  test('shows whoever sees some clients the tickets of these alone', async () => {
    const seen = await flow(al, restore.id, '&by=client');
    expect(seen.tickets).toBe(2);
    expect(seen.groups.map(({ name }) => name)).toEqual(['Acme']);
    expect((await behind(al, restore.id)).map(({ title }) => title)).toEqual(['Printer', 'Printer']);
    expect((await flow(olive, restore.id, `&clientId=${birch}`)).tickets).toBe(1);
    expect((await flow(olive, restore.id, '&by=client')).groups.map(({ name }) => name)).toEqual(['Acme', 'Birch']);
  });

  test('counts recorded time instead of guessing, also where it comes after the end', async () => {
    await ok(olive, 'POST', `/tickets/${third}/time`, { minutes: 3, workedAt: at(85) });
    await settled();
    const [one] = await behind(olive, restore.id, `&clientId=${birch}`);
    expect(one).toMatchObject({ touch: 180, estimated: false, wait: (60 + 10 + 7) * 60 });
  });

  test('follows a ticket that is opened again', async () => {
    const id = await live(birch, 3_000, 5, 'Comes back');
    await settled();
    expect((await flow(olive, restore.id, `&clientId=${birch}`)).tickets).toBe(2);
    await desk.run((ctx) => transitionTicket(ctx, id, { to: 'reopened', reason: 'It came back' }), { now: at(3_100) });
    await settled();
    expect((await flow(olive, restore.id, `&clientId=${birch}`)).tickets).toBe(1);
  });

  test('goes with a ticket to another client', async () => {
    const id = await live(acme, 4_000, 5, 'Wanders');
    await settled();
    const version = (await ok<{ version: number }>(olive, 'GET', `/tickets/${id}`)).version;
    await ok(olive, 'POST', `/tickets/${id}/move`, { clientId: birch, reason: 'Theirs', version });
    await settled();
    expect((await behind(al, restore.id)).map(({ title }) => title)).not.toContain('Wanders');
    expect((await behind(olive, restore.id, `&clientId=${birch}`)).map(({ title }) => title)).toContain('Wanders');
  });
});

describe('its rules', () => {
  const step = (key: string, rule: object) => ({
    ...{ key, name: key, activity: 'deliver_and_support', idle: false },
    rule: { statuses: [], categories: [], teamIds: [], assigned: null, ...rule },
  });
  const terms = (steps: object[], work: object = {}) => ({
    demand: 'Something is broken',
    work: { kinds: ['incident'], categoryIds: [], serviceIds: [], catalogueItemIds: [], clientIds: [], ...work },
    steps,
  });

  test('are drafted, tried, published, and then hold of the past as well', async () => {
    const draft = terms([step('all', {}), step('held', { statuses: ['on_hold'] })], { clientIds: [acme] });
    const tried = await ok<StreamSimulation>(olive, 'POST', '/value-streams/simulate', { terms: draft, days: 700 });
    const { id } = await ok<{ id: string }>(olive, 'POST', '/value-streams', { name: 'Acme', terms: draft });
    expect(await olive.call('GET', `/value-streams/${id}/flow?${PERIOD}`)).toMatchObject({ status: 404 });
    await ok(olive, 'POST', `/value-streams/${id}/publish`, { version: 1 });
    expect((await streamNamed('Acme')).rebuilding).toBe(true);
    await settled();
    const seen = await flow(olive, id);
    expect([seen.tickets, seen.steps[1]?.causes.client]).toEqual([2, 1_200]);
    expect(tried).toMatchObject({ tickets: 2, whole: seen.whole, sentence: seen.sentence });
    expect(tried.steps).toEqual(seen.steps);
    // Whoever does not see a client does not read of it.
    const bea = await hire(desk, { name: 'Bea of Birch', role: 'technician', clientIds: [birch] });
    expect((await ok<ValueStreamView>(bea, 'GET', `/value-streams/${id}`)).terms?.work.clientIds).toEqual([]);
    const { version } = await streamNamed('Acme');
    await ok(olive, 'PATCH', `/value-streams/${id}`, {
      version,
      terms: terms([step('one', {})], { clientIds: [birch] }),
    });
    await ok(olive, 'POST', `/value-streams/${id}/publish`, { version: version + 1, note: 'Theirs instead' });
    await settled();
    expect((await flow(olive, id)).steps.map(({ key }) => key)).toEqual(['one']);
    const rows = await desk.run((ctx) =>
      ctx.tx.selectFrom('value_stream_steps').select('number').where('stream_id', '=', id).execute(),
    );
    expect(new Set(rows.map(({ number }) => number))).toEqual(new Set([2]));
    expect(await olive.call('DELETE', `/value-streams/${id}`)).toMatchObject({ status: 422 });
    await ok(olive, 'POST', `/value-streams/${id}/withdraw`, { version: version + 2 });
    await ok(olive, 'DELETE', `/value-streams/${id}`);
  });

  test('are refused where they cannot be meant, each with its field', async () => {
    const faulty = terms([step('a', {}), step('a', {})], { clientIds: ['0197f3a0-0000-7000-8000-000000000000'] });
    const answer = await olive.call('POST', '/value-streams', { name: 'Faulty', terms: faulty });
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'terms.steps.1.key' }, { path: 'terms.steps.1.rule' }] },
    });
    const foreign = terms([step('a', { teamIds: ['0197f3a0-0000-7000-8000-000000000000'] })]);
    expect(await olive.call('POST', '/value-streams', { name: 'Faulty', terms: foreign })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'terms.steps.0.rule.teamIds' }] },
    });
    expect(await al.call('POST', '/value-streams', { name: 'Mine', terms: terms([step('a', {})]) })).toMatchObject({
      status: 403,
    });
  });

  test('follow teams', async () => {
    const team = await desk.run((ctx) => createTeam(ctx, { name: 'Second line' }));
    const { id } = await ok<{ id: string }>(olive, 'POST', '/value-streams', {
      name: 'By team',
      terms: terms([step('first', {}), step('second', { teamIds: [team] })]),
    });
    await ok(olive, 'POST', `/value-streams/${id}/publish`, { version: 1 });
    const ticket = await desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Hard' }), {
      now: at(5_000),
    });
    await desk.run((ctx) => assignTicket(ctx, ticket.id, { teamId: team }), { now: at(5_030) });
    await desk.run((ctx) => transitionTicket(ctx, ticket.id, { to: 'resolved', resolutionCode: 'fixed' }), {
      now: at(5_040),
    });
    await settled();
    const seen = await flow(olive, id, `&teamId=${team}&by=team`);
    expect(seen.steps.map(({ key, wait }) => [key, wait.sum])).toEqual([
      ['first', 1_800],
      ['second', 600],
    ]);
    expect(seen.groups.map(({ name }) => name)).toEqual(['Second line']);
  });
});

test('what was derived is the same made anew', async () => {
  const read = () =>
    desk.run((ctx) =>
      ctx.tx
        .selectFrom('value_stream_steps')
        .selectAll()
        .orderBy('ticket_id')
        .orderBy('stream_id')
        .orderBy('step_key')
        .execute(),
    );
  const before = await read();
  await desk.run(async (ctx) => {
    await ctx.tx.deleteFrom('value_stream_steps').execute();
    await ctx.tx.updateTable('value_streams').set({ rebuild_below: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }).execute();
  });
  await settled();
  expect(await read()).toEqual(before);
});
