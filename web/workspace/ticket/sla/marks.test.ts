import { expect, test } from 'vitest';
import type { ClockView } from '#shared/service-level.ts';
import { marksOf } from './marks.ts';

const at = (minute: number) => `2026-03-09T09:${String(minute).padStart(2, '0')}:00.000Z`;

test('what matters on the picture is named in order of time', () => {
  const clock = {
    thresholds: [
      { percent: 50, at: at(10), passed: true },
      { percent: 100, at: at(20), passed: false },
      { percent: 120, at: at(24), passed: false },
    ],
    dueAt: at(20),
    stoppedAt: null,
    missedRound: null,
    intervals: [],
  } as unknown as ClockView;
  const names = marksOf(clock, Date.parse(at(15))).map(({ name }) => name);
  expect(names).toEqual(['50 %', 'Now', 'Due', '120 %']);
});

test('a last round that was kept has no deadline after its end, and the round that was missed has its own', () => {
  const clock = {
    ...{ state: 'breached', dueAt: at(40), stoppedAt: at(30), breachedAt: at(10), missedRound: 1, thresholds: [] },
    ...{ targetSeconds: 600, consumedSeconds: 60 },
    intervals: [
      { round: 1, to: at(15) },
      { round: 2, to: at(30) },
      { round: 2, to: at(50) },
    ],
  } as unknown as ClockView;
  const names = (round?: number) => marksOf(clock, Date.parse(at(50)), round).map(({ name }) => name);
  expect(names()).toEqual(['Ended']);
  expect(names(1)).toEqual(['Due', 'Began anew']);
});
