import { describe, expect, test } from 'vitest';
import { createClient, createGroup } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { PolicyVersionView, PolicyView, PromisedView } from '#shared/policy.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';
import { explainTicket } from './explain.ts';
import { policyView } from './policy-queries.ts';

// Without the scheduler: nothing is due here.
const desk = await openDesk({ roles: ['web', 'worker'] });
const sam = await hire(desk, { name: 'Sam' });
const gold = await desk.run((ctx) => createGroup(ctx, { name: 'Gold' }));
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC', groupId: gold }));
const ofGold = await desk.run((ctx) =>
  promise(ctx, termsOf({ resolution: 60 }, { thresholds: [{ percent: 50, actions: [{ type: 'raise_priority' }] }] }), {
    groupId: gold,
    name: 'Gold',
  }),
);

const policies = '/service-levels/policies';
const promised = async (query: string) =>
  (await sam.call('GET', `/service-levels/promised?${query}`)).body as PromisedView;
const resolution = ({ targets }: PromisedView) =>
  targets.find(({ target }) => target === 'resolution')?.byPriority.map(({ minutes, from }) => [minutes, from?.name]);

test('what holds where a policy says nothing is what is asked after it, in force or not', async () => {
  const terms = termsOf({ resolution: [15, 15, 15, 15, 15] });
  const begun = await sam.call('POST', policies, { name: 'Own', clientId: acme, terms });
  const { id } = begun.body as { id: string };
  const above = Array.from({ length: 5 }, () => [60, 'Gold']);
  expect(resolution(await promised(`abovePolicyId=${id}`))).toEqual(above);
  await sam.call('POST', `${policies}/${id}/publish`, { version: 1 });
  expect(resolution(await promised(`abovePolicyId=${id}`))).toEqual(above);
  expect(resolution(await promised(`clientId=${acme}`))?.[0]).toEqual([15, 'Own']);
  const built = await promised(`abovePolicyId=${ofGold}`);
  expect(resolution(built)?.[0]).toEqual([240, 'Built in']);
  expect(built.thresholds).toMatchObject({ list: [{ percent: 75 }, { percent: 100 }], from: { level: 'built_in' } });
  expect((await promised(`clientId=${acme}`)).thresholds).toMatchObject({
    list: [{ percent: 50 }],
    from: { policyId: ofGold, level: 'group', number: 1 },
  });
});

test('a policy reaches the open tickets of its clients', async () => {
  const reach = async () => (await sam.call('GET', `${policies}/${ofGold}/reach`)).body;
  expect(await reach()).toEqual({ openTickets: 0, capped: false });
  await desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Slow mail' }));
  const other = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
  await desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: other, title: 'Slow mail' }));
  expect(await reach()).toEqual({ openTickets: 1, capped: false });
});

test('a draft that somebody saved goes only knowingly when other terms are published, and outlives a withdrawal', async () => {
  const mara = await hire(desk, { name: 'Mara', role: 'manager' });
  const of = async () => (await sam.call('GET', `${policies}/${ofGold}`)).body as PolicyView;
  const { version } = await of();
  const draft = termsOf({ resolution: 100 });
  expect((await mara.call('PATCH', `${policies}/${ofGold}`, { version, terms: draft })).status).toBe(204);
  expect((await of()).draftSaved).toEqual({ by: 'Mara', at: expect.any(String) });
  const publish = (more: object) =>
    sam.call('POST', `${policies}/${ofGold}/publish`, {
      version: version + 1,
      terms: termsOf({ resolution: 45 }),
      ...more,
    });
  expect(await publish({})).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'discardDraft', message: expect.stringMatching(/another draft, saved by Mara,/) }] },
  });
  expect(await of()).toMatchObject({ draft, version: version + 1 });
  expect((await publish({ discardDraft: true })).body).toMatchObject({ draft: null, draftSaved: null });

  expect((await mara.call('PATCH', `${policies}/${ofGold}`, { version: version + 2, terms: draft })).status).toBe(204);
  const ended = await sam.call('POST', `${policies}/${ofGold}/withdraw`, { version: version + 3 });
  expect(ended.body).toMatchObject({ current: { terms: null }, draft, draftSaved: { by: 'Mara' } });
  // The draft itself is published without being asked about.
  const same = await sam.call('POST', `${policies}/${ofGold}/publish`, { version: version + 4, terms: draft });
  expect(same.body).toMatchObject({ current: { terms: draft }, draft: null });
});

describe('a version that is scheduled', async () => {
  const cedar = await desk.run((ctx) => createClient(ctx, { name: 'Cedar', code: 'CEDAR', timeZone: 'UTC' }));
  const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const scheduled = async (name: string) => {
    const begun = await sam.call('POST', policies, { name, terms: termsOf({ resolution: 15 }), clientId: cedar });
    const { id } = begun.body as { id: string };
    await sam.call('POST', `${policies}/${id}/publish`, { version: 1, fromAt: later(30) });
    return id;
  };
  const publish = async (id: string, more: object) =>
    sam.call('POST', `${policies}/${id}/publish`, { terms: termsOf({ resolution: 20 }), ...more });
  const versions = async (id: string) =>
    ((await sam.call('GET', `${policies}/${id}/versions`)).body as { items: PolicyVersionView[] }).items.map(
      ({ number, takenBackAt }) => [number, takenBackAt === null ? 'stands' : 'taken back'],
    );
  const minutesAt = (id: string, now: string) =>
    desk.run(async (ctx) => (await policyView(ctx, id)).current?.terms?.targets.resolution?.byPriority[0], { now });

  test('stays so when another is published at once, and comes into force when it is due', async () => {
    const id = await scheduled('Next month');
    expect((await publish(id, { version: 2 })).body).toMatchObject({
      current: { number: 2 },
      scheduled: { number: 1, fromAt: expect.any(String) },
    });
    expect([await minutesAt(id, later(29)), await minutesAt(id, later(31))]).toEqual([20, 15]);
    const ticketAt = (now: string) =>
      desk.run(
        async (ctx) => {
          const ticket = await createTicket(ctx, { kind: 'incident', clientId: cedar, title: 'Slow mail' });
          return (await explainTicket(ctx, cedar, ticket.id)).find(({ target }) => target === 'resolution')?.source;
        },
        { now },
      );
    expect([await ticketAt(later(29)), await ticketAt(later(31))]).toEqual([
      expect.stringContaining('version 2'),
      expect.stringContaining('version 1'),
    ]);
    expect(await versions(id)).toEqual([
      [2, 'stands'],
      [1, 'stands'],
    ]);
  });

  test('is taken back by another where that is asked for, by one for the same instant, and by a withdrawal', async () => {
    const id = await scheduled('Never');
    const { fromAt = '' } = ((await sam.call('GET', `${policies}/${id}`)).body as PolicyView).scheduled ?? {};
    expect((await publish(id, { version: 2, fromAt })).body).toMatchObject({ current: null, scheduled: { number: 2 } });
    expect((await publish(id, { version: 3, replaceScheduled: true })).body).toMatchObject({
      current: { number: 3 },
      scheduled: null,
    });
    expect((await publish(id, { version: 4, fromAt: later(9) })).body).toMatchObject({ scheduled: { number: 4 } });
    expect((await sam.call('POST', `${policies}/${id}/withdraw`, { version: 5 })).body).toMatchObject({
      current: { number: 5, terms: null },
      scheduled: null,
    });
    expect(await versions(id)).toEqual([
      [5, 'stands'],
      [4, 'taken back'],
      [3, 'stands'],
      [2, 'taken back'],
      [1, 'taken back'],
    ]);
  });
});
