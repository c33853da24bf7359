import { expect, test } from 'vitest';
import { daysOf, troubledDays } from './days.ts';

const NOW = Date.parse('2026-03-31T12:00:00.000Z');

test('each of 90 days tells the worst of what was wrong on it', () => {
  const days = daysOf(
    [
      { state: 'outage', fromAt: '2026-03-30T22:00:00.000Z', untilAt: '2026-03-31T00:00:00.000Z', note: '' },
      { state: 'degraded', fromAt: '2026-03-29T10:00:00.000Z', untilAt: '2026-03-30T10:00:00.000Z', note: '' },
      { state: 'maintenance', fromAt: '2025-12-01T10:00:00.000Z', untilAt: '2026-01-02T10:00:00.000Z', note: '' },
    ],
    NOW,
  );
  expect(days).toHaveLength(90);
  expect(days[0]).toEqual({ day: '2026-01-01', state: 'maintenance' });
  expect(days.slice(-3).map(({ state }) => state)).toEqual(['degraded', 'outage', 'operational']);
  expect(troubledDays(days)).toBe(2);
});

test('what still goes on is on every day since', () => {
  const days = daysOf([{ state: 'degraded', fromAt: '2026-03-30T10:00:00.000Z', untilAt: null, note: '' }], NOW);
  expect(days.slice(-3).map(({ state }) => state)).toEqual(['operational', 'degraded', 'degraded']);
});
