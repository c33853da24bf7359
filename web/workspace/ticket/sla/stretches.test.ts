import { expect, test } from 'vitest';
import type { ClockView } from '#shared/service-level.ts';
import { stretchesOf } from './stretches.ts';

const at = (text: string) => `2026-03-${text}:00.000Z`;
const interval = (kind: 'ran' | 'paused' | 'over', from: string, to: string, round = 1) => ({
  from: at(from),
  to: at(to),
  kind,
  round,
  seconds: (Date.parse(at(to)) - Date.parse(at(from))) / 1000,
  causes: [{ why: 'new', by: null }],
  by: null,
  why: 'new',
  since: null,
  closedDays: [],
});
const clock = (more: Partial<ClockView>) =>
  ({
    ...{ state: 'running', startedAt: at('09T09:00'), dueAt: null, breachedAt: null, missedRound: null, closed: [] },
    ...more,
  }) as ClockView;
const told = (of: ClockView, round?: number) =>
  stretchesOf(of, round).map(({ kind, from, to, seconds }) => [
    kind,
    new Date(from).toISOString().slice(8, 16),
    new Date(to).toISOString().slice(8, 16),
    seconds / 60,
  ]);

test('what ran is cut where the calendar closes and where it is late; a wait goes on, and what is over is not shown', () => {
  const missed = clock({
    state: 'breached',
    breachedAt: at('10T10:00'),
    missedRound: 1,
    closed: [{ from: at('09T17:00'), to: at('10T09:00'), days: ['Founders’ Day'] }],
    intervals: [
      interval('ran', '09T09:00', '09T12:00'),
      interval('paused', '09T12:00', '09T15:00'),
      interval('ran', '09T15:00', '10T11:00'),
      interval('over', '10T11:00', '12T09:00'),
    ],
  });
  expect(told(missed)).toEqual([
    ['ran', '09T09:00', '09T12:00', 180],
    ['paused', '09T12:00', '09T15:00', 180],
    ['ran', '09T15:00', '09T17:00', 120],
    ['closed', '09T17:00', '10T09:00', 0],
    ['ran', '10T09:00', '10T10:00', 60],
    ['late', '10T10:00', '10T11:00', 60],
  ]);
  expect(stretchesOf(missed)[3]?.days).toEqual(['Founders’ Day']);
});

test('a clock that began again shows its last round, and what is left until it is due', () => {
  const again = clock({
    dueAt: at('09T14:00'),
    intervals: [interval('ran', '09T09:00', '09T11:00'), interval('ran', '09T11:00', '09T12:00', 2)],
  });
  expect(told(again)).toEqual([
    ['ran', '09T11:00', '09T12:00', 60],
    ['ahead', '09T12:00', '09T14:00', 120],
  ]);
});

test('of a very long life single nights are no longer apart, but their hours still do not count', () => {
  const nights = Array.from({ length: 20 }, (_, index) => ({
    from: at(`${String(index + 1).padStart(2, '0')}T17:00`),
    to: at(`${String(index + 2).padStart(2, '0')}T09:00`),
    days: [],
  }));
  const many = clock({
    closed: nights,
    intervals: [
      interval('ran', '01T09:00', '21T09:00'),
      ...Array.from({ length: 30 }, (_, minute) =>
        interval('ran', `21T09:${String(minute).padStart(2, '0')}`, `21T09:${String(minute + 1).padStart(2, '0')}`),
      ),
    ],
  });
  expect(told(many)[0]).toEqual(['ran', '01T09:00', '21T09:00', 20 * 8 * 60]);
});

test('only the round that was missed is too late, not one that was kept after it', () => {
  const kept = clock({
    ...{ state: 'breached', breachedAt: at('09T10:00'), missedRound: 1, dueAt: at('09T14:00') },
    ...{ targetSeconds: 3_600, consumedSeconds: 1_800, stoppedAt: at('09T12:30') },
    intervals: [
      interval('ran', '09T09:00', '09T11:00'),
      interval('ran', '09T12:00', '09T12:30', 2),
      interval('over', '09T12:30', '09T16:00', 2),
    ],
  });
  expect(told(kept)).toEqual([['ran', '09T12:00', '09T12:30', 30]]);
  expect(told(kept, 1)).toEqual([
    ['ran', '09T09:00', '09T10:00', 60],
    ['late', '09T10:00', '09T11:00', 60],
  ]);
});
