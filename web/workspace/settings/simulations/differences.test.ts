import { expect, test } from 'vitest';
import { BLANK } from '../service-levels/policy-values.ts';
import { hoursDifferences, policyDifferences, priorityDifferences } from './differences.ts';

const row = (...byPriority: (number | 'none' | null)[]) => ({ byPriority, calendar: null });

test('a policy’s differences are its cells, its calendars, its rules, and nothing that is the same', () => {
  const before = { ...BLANK, targets: { resolution: row(60, 480, null, null, null) } };
  const never = { start: null, pause: 'ticket.vip', stop: null, reset: null, cancel: null };
  const after = {
    ...before,
    targets: { resolution: { ...row(60, 240, 'none', null, null), calendar: 'always' } },
    olas: [{ teamId: 'net', ...row(30, null, null, null, null) }],
    rules: { resolution: never },
    thresholds: [{ percent: 50, actions: [] }],
  };
  expect(policyDifferences(before, after, (id) => id.toUpperCase())).toEqual([
    { what: 'Resolution, P2', before: '8h', after: '4h' },
    { what: 'Resolution, P3', before: 'inherited', after: 'none' },
    { what: 'Resolution, counted by', before: 'inherited', after: 'ALWAYS' },
    { what: 'OLA of NET, P1', before: 'inherited', after: '30m' },
    { what: 'Resolution: pauses while', before: 'as by itself', after: 'ticket.vip' },
    { what: 'As time runs out (which decides nothing here)', before: 'inherited', after: 'at 50 %' },
  ]);
  expect(policyDifferences(before, before, String)).toEqual([]);
  expect(policyDifferences(before, null, String)).toEqual([
    { what: 'The policy', before: 'in force', after: 'withdrawn' },
  ]);
});

test('hours and the matrix are told cell by cell', () => {
  const hours = { alwaysOpen: true, hours: [], closedDays: [], publicHolidays: false };
  const closed = { ...hours, closedDays: [{ date: '2026-12-24', name: 'Christmas Eve' }] };
  expect(hoursDifferences(hours, closed)).toEqual([
    { what: 'Closed days', before: 'none', after: '2026-12-24 Christmas Eve' },
  ]);
  const rules = { matrix: [[1, 2, 3], [2, 3, 4], [3, 4, 5]], vipSteps: 0, vipReachesTop: false }; // biome-ignore format: it is a grid
  expect(
    priorityDifferences(rules, {
      ...rules,
      matrix: [
        [1, 1, 3],
        [2, 3, 4],
        [3, 4, 5],
      ],
      vipSteps: 1,
    }),
  ).toEqual([
    { what: 'High impact, medium urgency', before: 'P2', after: 'P1' },
    { what: 'VIPs', before: 'change nothing', after: 'raise by one step, not to P1' },
  ]);
});
