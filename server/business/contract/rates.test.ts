import { expect, test } from 'vitest';
import type { RateView } from '#shared/contract.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';

const desk = await openDesk({ roles: ['web'] });
const { fina, olga, acme, worked, preview } = await billingDesk(desk, '2026-11-10T00:00:00Z');

test('a rate for a role that every firm has is called by its name and prices the work of whoever has it', async () => {
  await done(fina, 'POST', '/rates', { roleKey: 'technician', perHour: '200', from: '2026-01-01' });
  const { items } = await done<{ items: RateView[] }>(fina, 'GET', '/rates');
  expect(items.map(({ role, perHour }) => [role?.name ?? null, Number(perHour)])).toEqual([
    [null, 180],
    ['Technician', 200],
  ]);
  await worked(acme, '2026-11-04T11:00:00Z', 60);
  const [bill] = await preview(acme, '2026-11-30');
  expect(bill?.lines.map(({ price, amount }) => [price, amount])).toEqual([['200', 20_000]]);
});

test('a rate for a role of the firm’s own is called by its name, and outlives the role', async () => {
  await done(olga, 'POST', '/roles', { key: 'senior', name: 'Senior engineer', description: '', permissions: [] });
  await done(fina, 'POST', '/rates', { roleKey: 'senior', perHour: '250', from: '2026-01-01' });
  const rolesOf = async () =>
    (await done<{ items: RateView[] }>(fina, 'GET', '/rates')).items.map(({ role }) => role?.name);
  expect(await rolesOf()).toContain('Senior engineer');
  await done(olga, 'DELETE', '/roles/senior');
  expect(await rolesOf()).toContain('senior');
});

test('a rate for a role that nobody knows is refused by name', async () => {
  const { status, text } = await fina.call('POST', '/rates', { roleKey: 'wizard', perHour: '1', from: '2026-01-01' });
  expect([status, text]).toEqual([422, expect.stringContaining('"path":"roleKey","message":"is not a role"')]);
});
