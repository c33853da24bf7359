import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { Outlooks } from '#shared/margin.ts';
import type { NotificationPage } from '#shared/notification.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { warnOfContracts } from './warn.ts';

const desk = await openDesk({ roles: ['web'] });
const { olga, fina, tom, acme, birch, at, contract, run, worked } = await billingDesk(desk, '2026-10-01T00:00:00Z');
const nell = await hire(desk, { name: 'Nell Narrow', role: 'finance', clientIds: [birch] });
const look = (who = fina) => done<Outlooks>(who, 'GET', '/contract-outlooks');
const told = async (who: typeof fina) =>
  (await done<NotificationPage>(who, 'GET', '/me/notifications')).items
    .filter(({ kind }) => kind === 'contract_warning')
    .map(({ text }) => text);

test('a contract whose month costs nearly what it brings stands first, with the reason in words', async () => {
  await done(fina, 'POST', '/staff-costs', { staffId: tom.id, from: '2026-01-01', perHour: '60' });
  const flat = { kind: 'all_inclusive', name: 'User', quantity: '10', price: '100' };
  await contract({ clientId: birch, begins: '2026-09-01', name: 'Healthy' }, flat);
  await contract({ clientId: acme, begins: '2026-09-01', name: 'Busy' }, flat);
  at('2026-10-31T12:00:00Z');
  await worked(acme, '2026-10-14T15:00:00Z', 600);
  await done(olga, 'POST', `/billing-runs/${await run('2026-10-31')}/issue`, { clientIds: [acme] });
  at('2026-11-15T12:00:00Z');
  await worked(acme, '2026-11-10T15:00:00Z', 300);
  // What nobody has approved yet counts as well.
  const { id } = await done<{ id: string }>(tom, 'POST', '/tickets', {
    clientId: acme,
    title: 'More',
    kind: 'incident',
  });
  await done(tom, 'POST', `/tickets/${id}/time`, { minutes: 120, workedAt: '2026-11-15T10:00:00Z' });
  const { items, currency } = await look();
  expect(currency).toBe('AUD');
  expect(items.map(({ contract: { name }, warned }) => [name, warned])).toEqual([
    ['Busy', true],
    ['Healthy', false],
  ]);
  // 7 h in 15 of 30 days are 14 h by the end, at 60 an hour.
  expect(items[0]).toMatchObject({
    months: [
      { from: '2026-09-01', revenue: 100_000, cost: 0 },
      { from: '2026-10-01', revenue: 100_000, cost: 60_000, minutes: 600 },
      { from: '2026-11-01', until: '2026-12-01', revenue: 100_000, cost: 42_000, minutes: 420 },
    ],
    forecast: { revenue: 100_000, cost: 84_000, share: 16 },
    reasons: [
      'At its pace this month brings AUD 1,000.00 and costs AUD 840.00: 16 % is left, less than 20 %',
      '7 h worked in 15 of 30 days; the price carries 13 h 20 min a month',
      'Before: Sept 100 %, Oct 40 %',
    ],
  });
});

test('whoever bills the client is told once a month, and the least margin is inherited', async () => {
  await warnOfContracts(desk.services);
  await warnOfContracts(desk.services);
  expect(await told(fina)).toEqual([expect.stringMatching(/^Acme, Busy: At its pace this month brings/)]);
  expect(await told(nell)).toEqual([]);
  expect(await told(tom)).toEqual([]);
  const least = { level: 'client', id: birch, value: { percent: 100 }, version: 0 };
  await done(olga, 'PUT', '/settings/billing.leastMargin', least);
  await worked(birch, '2026-11-12T15:00:00Z', 6);
  await warnOfContracts(desk.services);
  expect(await told(nell)).toEqual([expect.stringContaining('Birch Legal, Healthy')]);
  at('2026-12-20T12:00:00Z');
  await worked(acme, '2026-12-10T15:00:00Z', 900);
  await warnOfContracts(desk.services);
  expect((await told(fina)).filter((text) => text.startsWith('Acme'))).toHaveLength(2);
  expect((await look(nell)).items.map(({ client }) => client.name)).toEqual(['Birch Legal']);
  expect((await tom.call('GET', '/contract-outlooks')).status).toBe(403);
  const wrong = await olga.call('PUT', '/settings/billing.leastMargin', {
    ...least,
    value: { percent: 101 },
    version: 1,
  });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('percent')]);
});

test('a block is told of when much of it is used, when all is, and before some of it lapses; one in another currency has no margin', async () => {
  const cedar = await desk.run((ctx) => createClient(ctx, { name: 'Cedar', code: 'CEDAR', timeZone: 'UTC' }));
  const { id } = await done<{ id: string }>(fina, 'POST', '/contracts', {
    ...{ clientId: cedar, name: 'Abroad', begins: '2026-12-01', currency: 'NZD' },
  });
  await done(fina, 'POST', `/contracts/${id}/lines`, { kind: 'fixed', name: 'Backup', quantity: '1', price: '50' });
  await done(fina, 'PATCH', `/contracts/${id}`, { version: 1, state: 'active' });
  const block = { kind: 'block_hours', name: 'Prepaid', quantity: '10', price: '150', keepsMonths: 2 };
  const covers = { hours: ['after_hours', 'holiday'] };
  await contract({ clientId: cedar, begins: '2026-11-05', name: 'Nights' }, { ...block, covers });
  const blocks = async () => (await look()).blocks.map(({ left, warned, reasons }) => [left, warned, reasons]);
  await worked(cedar, '2026-12-19T20:00:00Z', 540);
  // Two months hold ten hours each; what November’s holds lapses on 5 January.
  expect(await blocks()).toEqual([[11 * 3_600, false, []]]);
  expect((await look()).elsewhere).toMatchObject([{ contract: { name: 'Abroad' }, currency: 'NZD' }]);
  await worked(cedar, '2026-12-20T09:00:00Z', 480);
  expect(await blocks()).toEqual([[3 * 3_600, true, ['85 % of 20 h is used, 3 h is left']]]);
  await warnOfContracts(desk.services);
  await worked(cedar, '2026-12-20T11:00:00Z', 300);
  await warnOfContracts(desk.services);
  await warnOfContracts(desk.services);
  expect((await told(fina)).filter((text) => text.includes('Prepaid'))).toEqual([
    'Cedar, Prepaid: All of 20 h is used.',
    'Cedar, Prepaid: 85 % of 20 h is used, 3 h is left.',
  ]);
  // A fresh month holds ten more; what is left of December’s would lapse soon.
  at('2027-01-20T12:00:00Z');
  await done(olga, 'PUT', '/settings/billing.blockAlerts', {
    ...{ level: 'client', id: cedar, value: { usedPercent: 80, days: 45 }, version: 0 },
  });
  await warnOfContracts(desk.services);
  expect((await told(fina))[0]).toMatch(/Prepaid: Some of the 10 h that is left is good until 4 Mar 2027/);
});
