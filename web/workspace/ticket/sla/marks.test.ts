import { expect, test } from 'vitest';
import type { ClockView } from '#shared/service-level.ts';
import { marksOf } from './marks.ts';

test('what matters on the picture is named in order of time', () => {
  const at = (minute: number) => `2026-03-09T09:${String(minute).padStart(2, '0')}:00.000Z`;
  const clock = {
    thresholds: [
      { percent: 50, at: at(10), passed: true },
      { percent: 100, at: at(20), passed: false },
      { percent: 120, at: at(24), passed: false },
    ],
    dueAt: at(20),
    stoppedAt: null,
  } as unknown as ClockView;
  const names = marksOf(clock, Date.parse(at(15))).map(({ name }) => name);
  expect(names).toEqual(['50 %', 'Now', 'Due', '120 %']);
});
