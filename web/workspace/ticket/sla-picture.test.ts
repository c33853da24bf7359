import { expect, test } from 'vitest';
import type { ClockView } from '#shared/service-level.ts';
import { marksOf } from './sla-picture.tsx';

const stretch = (kind: ClockView['intervals'][number]['kind'], seconds: number, from: string) => ({
  from,
  to: from,
  kind,
  round: 1,
  seconds,
  by: null,
  why: null,
  closedDays: [],
});
const clock = (consumedSeconds: number, intervals: ClockView['intervals']) =>
  ({ targetSeconds: 100, consumedSeconds, intervals }) as unknown as ClockView;

test('a pause is a notch, what goes past the target is late, and the time after the end counts for nothing', () => {
  const marks = marksOf(
    clock(130, [
      stretch('ran', 40, 'a'),
      stretch('paused', 500, 'b'),
      stretch('ran', 90, 'c'),
      stretch('over', 900, 'd'),
    ]),
  );
  expect(marks.map(({ at, seconds, kind }) => [at, seconds, kind])).toEqual([
    [0, 40, 'ran'],
    [40, 0, 'paused'],
    [40, 60, 'ran'],
    [100, 30, 'late'],
  ]);
});

test('a clock that began again shows its last round', () => {
  const marks = marksOf(clock(20, [stretch('ran', 80, 'a'), stretch('ran', 20, 'b')]));
  expect(marks.map(({ at, seconds, kind }) => [at, seconds, kind])).toEqual([[0, 20, 'ran']]);
});
