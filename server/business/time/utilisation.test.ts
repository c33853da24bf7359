import { expect, test } from 'vitest';
import type { Utilisation } from '#shared/time.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk({ roles: ['web'] });
const { olga, fina, tom, acme, at, contract, run, worked } = await billingDesk(desk, '2026-11-01T00:00:00Z');
const look = async (query: string, who = fina) =>
  (await done<{ items: Utilisation[] }>(who, 'GET', `/time/utilisation?${query}`)).items.filter(
    ({ staff }) => staff.id === tom.id,
  );

test('hours that there were are those of service less leave, and what was billed is told as charged or covered', async () => {
  await desk.run(async ({ tx }) => {
    await tx.updateTable('staff').set({ time_zone: 'UTC' }).where('id', '=', tom.id).execute();
    const leave = { id: acme, staff_id: tom.id, starts_at: '2026-11-09T00:00:00Z', ends_at: '2026-11-11T00:00:00Z' };
    await tx.insertInto('staff_leave').values(leave).execute();
  });
  at('2026-11-19T12:00:00Z');
  await contract(
    { clientId: acme, begins: '2026-11-01' },
    { kind: 'block_hours', name: 'Hours', quantity: '1', price: '150' },
  );
  await worked(acme, '2026-11-03T15:00:00Z', 60);
  await worked(acme, '2026-11-10T15:00:00Z', 120);
  await done(olga, 'POST', `/billing-runs/${await run('2026-11-19')}/issue`, { clientIds: [acme] });
  await worked(acme, '2026-11-18T15:00:00Z', 30);
  const weeks = await look('from=2026-11-02&to=2026-11-22&by=week');
  const day = weeks[0]?.available ?? 0;
  expect(day % 5).toBe(0);
  expect(weeks).toMatchObject([
    { from: '2026-11-02', to: '2026-11-08', recorded: 60, billable: 60, charged: 0, covered: 60 },
    { from: '2026-11-09', to: '2026-11-15', recorded: 120, charged: 120, covered: 0, available: (day / 5) * 3 },
    // The week is cut at today, a Thursday.
    {
      from: '2026-11-16',
      to: '2026-11-19',
      recorded: 30,
      billable: 30,
      charged: 0,
      covered: 0,
      available: (day / 5) * 4,
    },
  ]);
  expect(weeks[2]?.enteredAfter).toBe(21 * 60);
  const [month, ...others] = await look('from=2026-11-01&to=2026-11-30&by=month');
  expect([month?.recorded, month?.charged, others]).toEqual([210, 120, []]);
});

test('the hours of people are for those who approve time and see all clients, and wrong days are named', async () => {
  const nell = await hire(desk, { name: 'Nell Narrow', role: 'finance', clientIds: [acme] });
  const days = 'from=2026-11-02&to=2026-11-22&by=week';
  for (const who of [tom, nell]) expect((await who.call('GET', `/time/utilisation?${days}`)).status).toBe(403);
  for (const [query, field] of [
    ['from=2026-11-22&to=2026-11-02&by=week', 'to'],
    ['from=2024-01-01&to=2026-11-02&by=month', 'to'],
    ['from=2026-02-31&to=2026-11-02&by=month', 'from'],
    ['from=2026-11-02&to=2026-11-02&by=year', 'by'],
  ] as const) {
    const { status, text } = await fina.call('GET', `/time/utilisation?${query}`);
    expect([status, text]).toEqual([expect.toBeOneOf([400, 422]), expect.stringContaining(field)]);
  }
  expect(await look('from=2027-01-01&to=2027-02-01&by=month')).toEqual([]);
});
