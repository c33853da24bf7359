import { describe, expect, test } from 'vitest';
import { createClient, setClientServices } from '#server/business/client/index.ts';
import { createTicket, transitionTicket } from '#server/desk/ticket/index.ts';
import { recordOutage } from '#server/practices/service/index.ts';
import { workOutDue } from '#server/practices/value-stream/index.ts';
import type { ImprovementRow, ImprovementView } from '#shared/improvement.ts';
import type { StreamFlow, ValueStreamView } from '#shared/value-stream.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { measureDue } from './index.ts';

const desk = await openDesk();
const START = Date.parse('2026-09-07T08:00:00Z');
const at = (hours: number) => new Date(START + hours * 3_600_000).toISOString();
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));
const olive = await hire(desk, { name: 'Olive Owner' });
const al = await hire(desk, { name: 'Al of Acme', role: 'manager', clientIds: [acme] });

const ok = async <T>(who: Person, method: 'GET' | 'POST' | 'PATCH', url: string, body?: object): Promise<T> => {
  const answer = await who.call(method, url, body);
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
  return answer.body as T;
};
const make = async (body: object, who = olive) => (await ok<{ id: string }>(who, 'POST', '/improvements', body)).id;
const view = (id: string, who = olive) => ok<ImprovementView>(who, 'GET', `/improvements/${id}`);
const save = async (id: string, body: object) =>
  olive.call('PATCH', `/improvements/${id}`, { version: (await view(id)).version, ...body });
const measure = async (id: string, what: 'baseline' | 'readings', body: object) =>
  olive.call('POST', `/improvements/${id}/${what}`, { version: (await view(id)).version, ...body });

/** An incident that nobody has for so many hours, and that is solved an hour after that. */
async function live(clientId: string, begin: number, queued: number) {
  const { id } = await desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId, title: 'Slow' }), {
    now: at(begin),
  });
  const move = (hours: number, to: string, more: object = {}) =>
    desk.run((ctx) => transitionTicket(ctx, id, { to, ...more }), { now: at(begin + hours) });
  await move(queued, 'in_progress');
  await move(queued + 1, 'resolved', { resolutionCode: 'fixed' });
  return id;
}
const SEPTEMBER = { from: '2026-09-07', to: '2026-09-30' };
const OCTOBER = { from: '2026-10-01', to: '2026-10-24' };
const tickets: string[] = [];
for (let one = 0; one < 9; one++) {
  tickets.push(await live(acme, one * 24, 8 + one / 10));
  await live(acme, 30 * 24 + one * 24, 2 + one / 10);
}
await live(birch, 5, 40);
await workOutDue(desk.services);
const { items } = await ok<{ items: ValueStreamView[] }>(olive, 'GET', '/value-streams');
const restore = items[0]?.id ?? '';
const WAIT = { measure: 'step_wait_hours', scope: { streamId: restore, step: 'take_in', cause: 'queue' } };

describe('an improvement', () => {
  test('goes from an idea over a baseline and a target to a measured effect', async () => {
    const source = { kind: 'stream', id: restore, step: 'take_in' };
    const id = await make({ title: 'Shorter queue', clientId: acme, source, ...WAIT });
    expect(await view(id)).toMatchObject({
      status: 'idea',
      owner: { name: 'Olive Owner' },
      source: { name: 'Restore service' },
    });
    expect(await save(id, { status: 'doing' })).toMatchObject({ status: 422, body: { errors: [{ path: 'status' }] } });
    expect((await measure(id, 'baseline', SEPTEMBER)).status).toBe(200);
    const before = await view(id);
    expect(before).toMatchObject({ status: 'measured', baseline: { n: 9, low: 8.2, high: 8.6, ...SEPTEMBER } });
    expect(before.baseline?.figure).toBeCloseTo(8.4);
    expect(JSON.stringify(before)).not.toContain('sample');
    expect((await save(id, { target: 4, targetOn: '2026-12-01', status: 'doing' })).status).toBe(200);
    expect(await save(id, { status: 'achieved' })).toMatchObject({ status: 422 });
    expect(await save(id, { measure: 'incidents_week', scope: {} })).toMatchObject({
      body: { errors: [{ path: 'measure' }] },
    });
    expect((await measure(id, 'readings', OCTOBER)).status).toBe(200);
    const after = await view(id);
    expect(after.readings[0]?.figure).toBeCloseTo(2.4);
    expect(after.readings[0]?.effect).toMatchObject({ probability: 1, words: 'Better, almost certainly (99 %).' });
    expect((await save(id, { status: 'achieved', learnt: 'Triage by turns helps' })).status).toBe(200);
    const { items: rows } = await ok<{ items: ImprovementRow[] }>(olive, 'GET', '/improvements?status=achieved');
    expect(rows.map(({ title, effect }) => [title, effect])).toEqual([
      ['Shorter queue', 'Better, almost certainly (99 %).'],
    ]);
  });

  test('is measured by what the product counts, in its scope alone', async () => {
    const figures = async (body: object) => {
      const id = await make({ title: 'Counted', ...body });
      const answer = await measure(id, 'baseline', { from: '2026-09-07', to: '2026-10-11' });
      return answer.status === 200 ? (await view(id)).baseline : answer.body;
    };
    expect(await figures({ measure: 'incidents_week' })).toMatchObject({ n: 5, figure: 3 });
    expect(await figures({ measure: 'incidents_week', clientId: birch })).toMatchObject({ n: 5, figure: 1 / 5 });
    expect(await figures({ measure: 'resolution_hours', clientId: birch })).toMatchObject({ n: 1, figure: 41 });
    expect(await figures({ measure: 'reopened' })).toMatchObject({ n: 15, figure: 0 });
    expect((await figures({ measure: 'sla_met' })) as object).toMatchObject({ figure: expect.any(Number) });
    for (const nothing of ['change_success', 'satisfied'])
      expect(await figures({ measure: nothing })).toMatchObject({ errors: [{ path: 'from' }] });
  });

  test('is measured by the flow of a stream and the availability of a service, as their pages tell them', async () => {
    const body = { title: 'Flow', measure: 'flow_efficiency', scope: { streamId: restore }, clientId: acme };
    const flowing = await make(body);
    await measure(flowing, 'baseline', SEPTEMBER);
    const days = new URLSearchParams({ ...SEPTEMBER, clientId: acme });
    const flow = await ok<StreamFlow>(olive, 'GET', `/value-streams/${restore}/flow?${days}`);
    const { baseline } = await view(flowing);
    expect(baseline).toMatchObject({ n: 9 });
    expect(baseline?.figure).toBeCloseTo(100 * (flow.efficiency ?? Number.NaN), 6);

    const service = (
      await ok<{ id: string }>(olive, 'POST', '/service-offerings', { name: 'Mail', calendar: 'always' })
    ).id;
    await desk.run(async (ctx) => {
      await setClientServices(ctx, acme, [service], '2026-01-01');
      const outage = { clientId: acme, title: 'Down', beganAt: at(0), endedAt: at(24), planned: false };
      await recordOutage(ctx, service, outage);
    });
    const there = await make({ title: 'There', measure: 'service_availability', scope: { serviceId: service } });
    expect((await measure(there, 'baseline', { from: '2026-09-07', to: '2026-09-16' })).status).toBe(200);
    expect((await view(there)).baseline).toMatchObject({ n: 10, figure: 90 });
    for (const [what, path] of [
      ['flow_efficiency', 'scope.streamId'],
      ['service_availability', 'scope.serviceId'],
    ])
      expect(await olive.call('POST', '/improvements', { title: 'Of nothing', measure: what })).toMatchObject({
        body: { errors: [{ path }] },
      });
    const { items } = await ok<{ items: ImprovementRow[] }>(
      olive,
      'GET',
      `/improvements/about?kind=service&id=${service.toUpperCase()}&clientId=${birch}`,
    );
    expect(items.map(({ title }) => title)).toEqual(['There']);
  });

  test('takes figures by hand, of which no chance is told', async () => {
    const id = await make({ title: 'Calls a day', unit: 'calls', better: 'less' });
    expect(await measure(id, 'baseline', SEPTEMBER)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'figure' }] },
    });
    await measure(id, 'baseline', { ...SEPTEMBER, figure: 40 });
    await measure(id, 'readings', { ...OCTOBER, figure: 31 });
    expect((await view(id)).readings[0]?.effect).toMatchObject({ difference: -9, probability: null });
  });

  test('is measured again on its day, and its owner is told', async () => {
    const id = await make({ title: 'Again', clientId: acme, measureOn: '2026-10-25', ownerId: al.id, ...WAIT });
    await measure(id, 'baseline', SEPTEMBER);
    const services = { ...desk.services, now: () => '2026-10-25T09:00:00.000Z' };
    expect(await measureDue(services)).toBe(1);
    expect(await measureDue(services)).toBe(0);
    const { readings, measureOn } = await view(id);
    expect([measureOn, readings[0]?.to, readings[0]?.effect.probability]).toEqual([null, '2026-10-24', 1]);
    const { items: told } = await ok<{ items: { text: string; improvementId: string }[] }>(
      al,
      'GET',
      '/me/notifications',
    );
    expect(told).toMatchObject([{ text: 'Again: Better, almost certainly (99 %).', improvementId: id }]);
  });

  test('is seen and written by whoever sees its client', async () => {
    const [provider, ofBirch] = [
      await make({ title: 'Everywhere' }),
      await make({ title: 'Of Birch', clientId: birch }),
    ];
    const seen = (await ok<{ items: ImprovementRow[] }>(al, 'GET', '/improvements')).items.map(({ title }) => title);
    expect(seen).toContain('Everywhere');
    expect(seen).not.toContain('Of Birch');
    expect((await al.call('GET', `/improvements/${ofBirch}`)).status).toBe(404);
    expect((await al.call('PATCH', `/improvements/${provider}`, { version: 1, title: 'Mine' })).status).toBe(403);
    expect((await al.call('POST', '/improvements', { title: 'Wide' })).status).toBe(403);
    expect((await al.call('POST', '/improvements', { title: 'Foreign', clientId: birch })).status).toBe(404);
    await make({ title: 'Of Acme', clientId: acme }, al);
    const tia = await hire(desk, { name: 'Tia Tech', role: 'technician' });
    expect((await tia.call('POST', '/improvements', { title: 'No' })).status).toBe(403);
  });

  test('can be written on when what it names is gone', async () => {
    const terms = { condition: '', stage: 'before', outcome: { does: 'authorise' } };
    const rule = (await ok<{ id: string }>(olive, 'POST', '/change-rules', { name: 'Quick', terms })).id;
    const id = await make({ title: 'Rule', links: [{ kind: 'change_rule', id: rule }] });
    expect((await olive.call('DELETE', `/change-rules/${rule}`)).status).toBe(204);
    expect((await save(id, { title: 'Rule of old' })).status).toBe(200);
    expect((await view(id)).links).toEqual([{ kind: 'change_rule', id: null, name: '', key: null }]);
    expect(await save(id, { links: [{ kind: 'change_rule', id: rule }] })).toMatchObject({
      body: { errors: [{ path: 'links.0.id' }] },
    });
  });

  test('names what it changes, which is there and of its client', async () => {
    const [ticket] = tickets;
    const links = [{ kind: 'ticket', id: ticket }];
    const id = await make({ title: 'Linked', clientId: acme, links });
    expect((await view(id)).links).toMatchObject([{ kind: 'ticket', name: 'Slow', id: ticket }]);
    expect(await olive.call('POST', '/improvements', { title: 'Crossing', clientId: birch, links })).toMatchObject({
      body: { errors: [{ path: 'links.0.id' }] },
    });
    const about = (of: string) =>
      ok<{ items: ImprovementRow[] }>(olive, 'GET', `/improvements/about?kind=ticket&id=${of}`);
    expect((await about(ticket as string)).items.map(({ title }) => title)).toEqual(['Linked']);
    expect((await about(tickets[1] as string)).items).toEqual([]);
    expect(await olive.call('POST', '/improvements', { title: 'No step', measure: 'step_wait_hours' })).toMatchObject({
      body: { errors: [{ path: 'scope.step' }] },
    });
  });
});
