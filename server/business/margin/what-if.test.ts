import { expect, test } from 'vitest';
import type { WhatIfView } from '#shared/what-if.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk({ roles: ['web'] });
const { olga, fina, tom, acme, birch, at, contract, preview, run, worked } = await billingDesk(
  desk,
  '2026-09-01T00:00:00Z',
);
const seats = { kind: 'all_inclusive', name: 'User', quantity: '10', price: '100' };
const { id, lines } = await contract({ clientId: acme, begins: '2026-09-01', name: 'All in' }, seats);
const lineId = lines[0]?.id ?? '';
const ask = (body: object, of = id, who = fina) => done<WhatIfView>(who, 'POST', `/contracts/${of}/what-if`, body);
const total = ({ months }: WhatIfView) => [
  months.reduce((sum, { before }) => sum + before, 0),
  months.reduce((sum, { after }) => sum + after, 0),
];

test('a change is replayed over what was worked and billed, month by month, with both margins and what it comes of', async () => {
  await done(fina, 'POST', '/staff-costs', { staffId: tom.id, from: '2026-01-01', perHour: '60' });
  at('2026-11-15T12:00:00Z');
  await worked(acme, '2026-09-09T15:00:00Z', 120);
  await worked(acme, '2026-10-14T15:00:00Z', 60);
  await done(olga, 'POST', `/billing-runs/${await run('2026-10-31')}/issue`, { clientIds: [acme] });
  await worked(acme, '2026-11-10T15:00:00Z', 60);
  const before = await preview(acme, '2026-11-15');
  const charged = await ask({ lines: [{ lineId, price: '90', work: 'charged', percent: '50' }] });
  expect(charged.months).toHaveLength(12);
  expect(charged.months.slice(-4)).toEqual([
    { month: '2026-08', before: 0, after: 0, cost: 0 },
    { month: '2026-09', before: 100_000, after: 90_000 + 18_000, cost: 12_000 },
    { month: '2026-10', before: 100_000, after: 90_000 + 9_000, cost: 6_000 },
    { month: '2026-11', before: 100_000, after: 90_000 + 9_000, cost: 6_000 },
  ]);
  expect(charged.lines).toEqual([
    {
      ...{ name: 'All in, User', before: 300_000, after: 306_000 },
      why: [
        'For itself: AUD 3,000.00 before, AUD 2,700.00 now',
        'Work that is charged: 0 h for AUD 0.00 before, 4 h for AUD 360.00 now',
        'Work that is included: 4 h before, 0 h now',
      ],
    },
  ]);
  expect(total(await ask({ lines: [{ lineId, without: true }], perHour: '200' }))).toEqual([300_000, 72_000]);
  expect(total(await ask({ lines: [{ lineId, covers: { hours: ['after_hours'] } }] }))).toEqual([300_000, 372_000]);
  expect(total(await ask({}))).toEqual([300_000, 300_000]);
  // Nothing was written: what is due is what it was.
  expect(await preview(acme, '2026-11-15')).toEqual(before);
});

test('a draft counts as if it had held all the time, instead of what was agreed, also with hours that run out', async () => {
  const draft = await done<{ id: string }>(fina, 'POST', '/contracts', {
    clientId: acme,
    name: 'Hours',
    begins: '2027-01-01',
  });
  const block = { kind: 'block_hours', name: 'Prepaid', quantity: '1', price: '150', keepsMonths: 1 };
  await done(fina, 'POST', `/contracts/${draft.id}/lines`, block);
  const view = await ask({ insteadOf: [id] }, draft.id);
  // Twelve months at 150; of the two hours in September one is over the block, at 180.
  expect(total(view)).toEqual([300_000, 12 * 15_000 + 18_000]);
  expect(view.lines.find(({ name }) => name === 'Hours, Prepaid')?.why).toContain(
    'Work off the block: 0 h before, 3 h now',
  );
});

test('what is not of the contract is named, and nobody else thinks about a client’s contract', async () => {
  const other = await contract({ clientId: birch, begins: '2026-09-01', name: 'Other' }, seats);
  const nell = await hire(desk, { name: 'Nell Narrow', role: 'finance', clientIds: [birch] });
  for (const [body, field] of [
    [{ lines: [{ lineId: other.lines[0]?.id, price: '1' }] }, 'lines.0.lineId'],
    [{ insteadOf: [other.id] }, 'insteadOf.0'],
    [{ lines: [{ lineId, price: 'NaN' }] }, 'price'],
    [{ lines: [{ lineId, quantity: '-1' }] }, 'quantity'],
    [{ lines: [{ lineId, covers: { staffIds: [acme] } }] }, 'staffIds'],
    [{ lines: [{ lineId, quantity: '99999999' }] }, 'lines.0.quantity'],
    [{ lines: [{ lineId, quantity: '9000000', price: '9000000' }] }, 'lines.0.price'],
    [{ lines: [{ lineId, percent: '99999999' }] }, 'lines.0.percent'],
    [
      {
        lines: [
          { lineId, price: '1' },
          { lineId, price: '2' },
        ],
      },
      'lines.1.lineId',
    ],
    [{ perHour: '1e9' }, 'perHour'],
    [{ afterHours: '-2' }, 'afterHours'],
  ] as const) {
    const { status, text } = await fina.call('POST', `/contracts/${id}/what-if`, body);
    expect([status, text]).toEqual([expect.toBeOneOf([400, 422]), expect.stringContaining(field)]);
  }
  expect((await nell.call('POST', `/contracts/${id}/what-if`, {})).status).toBe(404);
  expect((await tom.call('POST', `/contracts/${id}/what-if`, {})).status).toBe(403);
});
