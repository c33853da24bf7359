import { expect, test } from 'vitest';
import type { ContractView } from '#shared/contract.ts';
import type { RecurringRow } from '#shared/margin.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';

const desk = await openDesk({ roles: ['web'] });
const { fina, acme, at, preview } = await billingDesk(desk);

test('a draft cannot end, since it has never held: nothing of it is billed', async () => {
  const body = { clientId: acme, name: 'Never held', begins: '2026-10-01' };
  const { id } = await done<{ id: string }>(fina, 'POST', '/contracts', body);
  const line = { kind: 'fixed', name: 'Seats', quantity: '1', price: '50' };
  await done(fina, 'POST', `/contracts/${id}/lines`, line);
  const look = () => done<ContractView>(fina, 'GET', `/contracts/${id}`);
  const move = async (state: string) =>
    fina.call('PATCH', `/contracts/${id}`, { version: (await look()).version, state });
  const never = {
    status: 409,
    body: { detail: 'A draft has never held, so it cannot end. Only an active contract ends.' },
  };
  expect(await move('ended')).toMatchObject(never);
  expect((await look()).state).toBe('draft');
  expect((await preview(acme, '2026-11-30')).flatMap(({ lines }) => lines)).toEqual([]);
  expect((await move('active')).status).toBe(200);
  expect((await move('ended')).status).toBe(200);
  expect((await look()).state).toBe('ended');
  expect(await move('draft')).toMatchObject({ status: 409 });
});

test('what a contract costs a month is as of today: with uplifts, and without lines that begin later', async () => {
  at('2025-11-01T00:00:00Z');
  const body = { clientId: acme, name: 'Risen', begins: '2025-11-01', upliftPercent: '3.5', upliftMonths: 12 };
  const { id } = await done<{ id: string }>(fina, 'POST', '/contracts', body);
  const line = { kind: 'all_inclusive', name: 'User', quantity: '24', price: '139' };
  await done(fina, 'POST', `/contracts/${id}/lines`, line);
  await done(fina, 'POST', `/contracts/${id}/lines`, { ...line, name: 'Later', from: '2027-03-01' });
  await done(fina, 'PATCH', `/contracts/${id}`, { version: 1, state: 'active' });
  const view = () => done<ContractView>(fina, 'GET', `/contracts/${id}`);
  const monthly = async () => (await view()).monthly;
  const recurring = async () =>
    (await done<{ items: RecurringRow[] }>(fina, 'GET', '/recurring-revenue')).items.find(
      ({ contract }) => contract.id === id,
    )?.monthly;
  for (const [day, costs] of [
    ['2026-10-31', 333_600],
    ['2026-11-01', 345_288],
  ] as const) {
    at(`${day}T12:00:00Z`);
    expect([await monthly(), await recurring()], day).toEqual([costs, costs]);
  }
  expect((await view()).lines.map(({ name, priceNow }) => [name, priceNow])).toEqual([
    ['User', '143.87'],
    ['Later', '139'],
  ]);
  const [bill] = await preview(acme, '2026-11-01');
  const now = bill?.lines.find(({ name }) => name === 'User, 1 Nov 2026 – 30 Nov 2026');
  expect(now?.why.steps.find(({ what }) => what === 'Prices rise')?.how).toBe(
    '3.5 % every 12 months from 1 Nov 2025 on: 139 was agreed on 1 Nov 2025, 143.87 since the last rise',
  );
  // A mere change of quantity leaves the price and its day as they were agreed, so that the next uplift is as it would have been.
  const user = async () => (await view()).lines.find(({ name }) => name === 'User');
  const { id: lineId, version } = (await user()) ?? { id: '', version: 0 };
  await done(fina, 'PUT', `/contracts/${id}/lines/${lineId}/terms`, { version, from: '2026-11-10', quantity: '25' });
  expect((await user())?.terms).toMatchObject([
    { from: '2025-11-01', quantity: '24', price: '139', agreedOn: '2025-11-01' },
    { from: '2026-11-10', quantity: '25', price: '139', agreedOn: '2025-11-01' },
  ]);
  for (const [day, price] of [
    ['2026-11-10', '143.87'],
    ['2027-10-31', '143.87'],
    ['2027-11-01', '148.91'],
  ] as const) {
    at(`${day}T12:00:00Z`);
    expect((await user())?.priceNow, day).toBe(price);
  }
  const before = bill?.lines.find(({ name }) => name === 'User, 1 Oct 2026 – 31 Oct 2026');
  expect(before?.why.steps.map(({ what }) => what)).toEqual(['Contract', 'Period']);
});
