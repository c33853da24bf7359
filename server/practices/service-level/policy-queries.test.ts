import { expect, test } from 'vitest';
import { createClient, createGroup } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { PolicyView, PromisedView } from '#shared/policy.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';

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

test('a version that a newer one will have replaced by then is not said to be coming', async () => {
  const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const begun = await sam.call('POST', policies, { name: 'Next year', terms: termsOf({ resolution: 15 }) });
  const { id } = begun.body as { id: string };
  const view = async () => (await sam.call('GET', `${policies}/${id}`)).body as PolicyView;
  await sam.call('POST', `${policies}/${id}/publish`, { version: 1, fromAt: later(30) });
  expect(await view()).toMatchObject({ current: null, scheduled: { number: 1 } });
  await sam.call('POST', `${policies}/${id}/publish`, { version: 2, terms: termsOf({ resolution: 20 }) });
  expect(await view()).toMatchObject({ current: { number: 2 }, scheduled: null });
});
