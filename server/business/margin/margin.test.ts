import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { Issued } from '#shared/billing.ts';
import type { ClientMarginView, MarginReport, RecurringRow } from '#shared/margin.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk({ roles: ['web'] });
const { olga, fina, tom, acme, birch, at, contract, run, worked } = await billingDesk(desk, '2026-10-01T00:00:00Z');
const OCTOBER = 'from=2026-10-01&until=2026-11-01';
const margins = (who = fina) => done<MarginReport>(who, 'GET', `/margins?${OCTOBER}`);

test('a margin is what was invoiced less what the work cost by what its person cost that day', async () => {
  await contract(
    { clientId: acme, begins: '2026-10-01', name: 'All in' },
    { kind: 'all_inclusive', name: 'User', quantity: '10', price: '20' },
  );
  const cost = (from: string, perHour: string) =>
    done(fina, 'POST', '/staff-costs', { staffId: tom.id, from, perHour });
  await cost('2026-01-01', '60');
  await cost('2026-10-15', '66.66');
  at('2026-10-31T12:00:00Z');
  await worked(acme, '2026-10-14T15:00:00Z', 60, 'Before the rise');
  await worked(acme, '2026-10-20T15:00:00Z', 100, 'After the rise');
  await worked(birch, '2026-10-20T11:00:00Z', 30);
  const { issued } = await done<Issued>(olga, 'POST', `/billing-runs/${await run('2026-10-31')}/issue`, {
    clientIds: [acme, birch],
  });
  expect(issued).toHaveLength(2);
  expect(await margins()).toMatchObject({
    currency: 'AUD',
    items: [
      { client: { id: acme }, revenue: 20_000, cost: 17_110, minutes: 160, uncosted: 0 },
      { client: { id: birch }, revenue: 9_000, cost: 3_333, minutes: 30, uncosted: 0 },
    ],
    elsewhere: [],
  });
  const view = await done<ClientMarginView>(fina, 'GET', `/clients/${acme}/margin?${OCTOBER}`);
  expect(view).toMatchObject({
    revenue: 20_000,
    contracts: [{ of: 'contract', contract: { name: 'All in' }, revenue: 20_000, cost: 17_110, minutes: 160 }],
    services: [{ name: null, minutes: 160, cost: 17_110 }],
    people: [{ name: 'Tom Tech', minutes: 160, cost: 17_110 }],
    tickets: [
      { name: 'After the rise', minutes: 100, cost: 11_110 },
      { name: 'Before the rise', minutes: 60, cost: 6_000 },
    ],
  });
  // A credit takes from the revenue; in other days there is nothing.
  await done(fina, 'POST', `/invoices/${issued[0]?.invoice.id}/credits`, { reason: 'Agreed', again: false });
  expect((await margins()).items[0]).toMatchObject({ client: { id: acme }, revenue: 0 });
  expect((await done<MarginReport>(fina, 'GET', '/margins?from=2026-09-01&until=2026-10-01')).items).toEqual([]);
});

test('an approved expense costs what was paid without its tax, with its client, ticket and person, billed or not', async () => {
  at('2026-09-20T12:00:00Z');
  const SEPTEMBER = 'from=2026-09-01&until=2026-10-01';
  const kinds = await done<{ items: { id: string; name: string }[] }>(tom, 'GET', '/expense-kinds');
  const kindId = kinds.items.find(({ name }) => name === 'Parking and tolls')?.id;
  const { id: ticketId } = await done<{ id: string }>(tom, 'POST', '/tickets', {
    ...{ clientId: birch, title: 'On site', kind: 'incident' },
  });
  const day = '2026-09-10';
  const spend = (body: object) =>
    done<{ id: string }>(tom, 'POST', '/expenses', { kindId, day, paidBy: 'own', ...body }).then(({ id }) => id);
  const billed = await spend({ ticketId, amount: 1_100, tax: 100 });
  await done(fina, 'PATCH', `/expenses/${billed}`, { version: 1, markup: '50' });
  const ours = await spend({ clientId: birch, amount: 500, chargeable: false });
  const elsewhere = await spend({ clientId: birch, amount: 900, currency: 'NZD', chargeable: false });
  const month = () => done<ClientMarginView>(fina, 'GET', `/clients/${birch}/margin?${SEPTEMBER}`);
  expect(await month()).toMatchObject({ cost: 0 });
  await done(tom, 'POST', '/time/submit', { from: day, to: day });
  const expenseIds = [billed, ours, elsewhere];
  await done(olga, 'POST', '/expenses/decide', { expenseIds, approve: true });
  expect(await month()).toMatchObject({
    ...{ revenue: 0, cost: 1_500, minutes: 0, uncosted: 0, people: [{ name: 'Tom Tech', cost: 1_500 }] },
    contracts: [
      { of: 'unbilled', cost: 1_000 },
      { of: 'unbillable', cost: 500 },
    ],
    tickets: [{ name: 'On site', cost: 1_000 }],
  });
  await done(fina, 'POST', `/billing-runs/${await run('2026-09-20', 'September')}/issue`, { clientIds: [birch] });
  expect(await month()).toMatchObject({
    ...{ revenue: 1_500, cost: 1_500 },
    contracts: [
      { of: 'none', revenue: 1_500, cost: 1_000 },
      { of: 'unbillable', cost: 500 },
    ],
  });
  at('2026-10-31T12:00:00Z');
});

test('work of people of whom no cost is known is told apart, and who is billed in another currency is in no margin', async () => {
  const nina = await hire(desk, { name: 'Nina New', role: 'technician' });
  const { key } = await done<{ key: string }>(nina, 'POST', '/tickets', {
    clientId: birch,
    title: 'Phone',
    kind: 'incident',
  });
  await done(nina, 'POST', `/tickets/${key}/time`, { minutes: 45, workedAt: '2026-10-30T10:00:00Z' });
  expect((await margins()).items.find(({ client }) => client.id === birch)).toMatchObject({
    ...{ cost: 3_333, minutes: 75, uncosted: 45 },
  });
  const { id } = await done<{ id: string }>(fina, 'POST', '/contracts', {
    ...{ clientId: birch, name: 'Abroad', begins: '2026-10-01', currency: 'NZD' },
  });
  await done(fina, 'POST', `/contracts/${id}/lines`, { kind: 'fixed', name: 'Backup', quantity: '1', price: '50' });
  await done(fina, 'PATCH', `/contracts/${id}`, { version: 1, state: 'active' });
  await done(olga, 'POST', `/billing-runs/${await run('2026-10-31', 'Abroad')}/issue`, { clientIds: [birch] });
  const { items, elsewhere } = await margins();
  expect(items.map(({ client }) => client.id)).toEqual([acme]);
  expect(elsewhere).toMatchObject([{ client: { id: birch }, currency: 'NZD', revenue: 5_000 }]);
});

test('what contracts bring each month is told as it is today', async () => {
  const { items } = await done<{ items: RecurringRow[] }>(fina, 'GET', '/recurring-revenue');
  expect(items).toMatchObject([
    { client: { id: acme }, contract: { name: 'All in' }, currency: 'AUD', monthly: 20_000, ends: null, renews: false },
    { client: { id: birch }, contract: { name: 'Abroad' }, currency: 'NZD', monthly: 5_000 },
  ]);
});

test('an entry that a block did not hold whole costs each what it took in, and what is on no invoice is told apart', async () => {
  const cedar = await desk.run((ctx) => createClient(ctx, { name: 'Cedar', code: 'CEDAR', timeZone: 'UTC' }));
  at('2026-11-30T12:00:00Z');
  const block = { kind: 'block_hours', name: 'Hours', quantity: '1', price: '150' };
  await contract(
    { clientId: cedar, begins: '2026-11-01', name: 'Prepaid' },
    { ...block, covers: { hours: ['in_hours'] } },
  );
  await worked(cedar, '2026-11-11T15:00:00Z', 60, 'All of the block');
  await worked(cedar, '2026-11-12T15:00:00Z', 60, 'Over it');
  await worked(cedar, '2026-11-14T15:00:00Z', 90, 'On a Saturday');
  await done(olga, 'POST', `/billing-runs/${await run('2026-11-30', 'Cedar')}/issue`, { clientIds: [cedar] });
  const { id: ticketId } = await done<{ id: string }>(tom, 'POST', '/tickets', {
    clientId: cedar,
    title: 'Later',
    kind: 'incident',
  });
  const later = { workedAt: '2026-11-30T10:00:00Z', minutes: 30 };
  await done(tom, 'POST', `/tickets/${ticketId}/time`, later);
  await done(tom, 'POST', `/tickets/${ticketId}/time`, { ...later, billable: false });
  const { contracts } = await done<ClientMarginView>(
    fina,
    'GET',
    `/clients/${cedar}/margin?from=2026-11-01&until=2026-12-01`,
  );
  // An hour is 66.66; the second hour is charged under the contract as well, the Saturday under none.
  expect(contracts).toMatchObject([
    { of: 'contract', contract: { name: 'Prepaid' }, revenue: 33_000, cost: 13_332, minutes: 120 },
    { of: 'none', contract: null, revenue: 40_500, cost: 9_999, minutes: 90 },
    { of: 'unbilled', cost: 3_333, minutes: 30 },
    { of: 'unbillable', cost: 3_333, minutes: 30 },
  ]);
});

test('what people cost is for whoever bills and sees all clients, and what is wrong is named', async () => {
  const nell = await hire(desk, { name: 'Nell Narrow', role: 'finance', clientIds: [birch] });
  for (const who of [tom, nell]) expect((await who.call('GET', '/staff-costs')).status).toBe(403);
  expect((await tom.call('GET', `/margins?${OCTOBER}`)).status).toBe(403);
  // Of a client out of sight nothing is told.
  expect((await margins(nell)).items).toEqual([]);
  expect((await nell.call('GET', `/clients/${acme}/margin?${OCTOBER}`)).status).toBe(404);
  const wrong = async (body: object) =>
    (await fina.call('POST', '/staff-costs', body)) as { status: number; text: string };
  const right = { staffId: tom.id, from: '2026-12-01', perHour: '70' };
  for (const [body, field] of [
    [{ ...right, perHour: '-1' }, 'perHour'],
    [{ ...right, perHour: 'NaN' }, 'perHour'],
    [{ ...right, from: '2026-13-01' }, 'from'],
    [{ ...right, staffId: acme }, 'staffId'],
  ] as const) {
    const { status, text } = await wrong(body);
    expect([status >= 400 && status < 500, text]).toEqual([true, expect.stringContaining(field)]);
  }
  expect((await wrong({ ...right, from: '2026-10-15' })).status).toBe(409);
  const backwards = await fina.call('GET', '/margins?from=2026-11-01&until=2026-10-01');
  expect(backwards).toMatchObject({ status: 422, body: { errors: [{ path: 'until' }] } });
  const { items } = await done<{ items: { id: string }[] }>(fina, 'GET', '/staff-costs');
  expect((await fina.call('DELETE', `/staff-costs/${items[0]?.id}`)).status).toBe(204);
  expect((await fina.call('DELETE', `/staff-costs/${items[0]?.id}`)).status).toBe(404);
});
