import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesUntilNext, nextStep, type Plan, type Standing, validatePlan } from './escalation.ts';

const target = { kind: 'assignee' as const };
const plan = (minutes: readonly number[], repeatTimes = 0, repeatEveryMinutes = 15): Plan => ({
  levels: minutes.map((afterMinutes) => ({ afterMinutes, targets: [target] })),
  repeatTimes,
  repeatEveryMinutes,
});

/** Every step with the minute it comes at, where nobody acknowledges. */
function steps(of: Plan): [minute: number, level: number, round: number][] {
  const all: [number, number, number][] = [];
  let minute = 0;
  for (let at: Standing | null = nextStep(of, null); at; minute += minutesUntilNext(of, at), at = nextStep(of, at))
    all.push([minute, at.level, at.round]);
  return all;
}

test('levels come at their minutes, and from the first again as often as the plan says', () => {
  expect(steps(plan([0, 5, 20], 1, 10))).toEqual([
    [0, 1, 1],
    [5, 2, 1],
    [20, 3, 1],
    [30, 1, 2],
    [35, 2, 2],
    [50, 3, 2],
  ]);
});

test('every level is called in every round, each once, and later than the one before', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 6 });
  fc.assert(
    fc.property(gaps, fc.nat({ max: 9 }), fc.integer({ min: 1, max: 90 }), (between, repeatTimes, every) => {
      const minutes = [0];
      for (const gap of between) minutes.push((minutes.at(-1) ?? 0) + gap);
      const whole = plan(minutes, repeatTimes, every);
      const round = (minutes.at(-1) ?? 0) + every;
      const expected = Array.from({ length: repeatTimes + 1 }, (_, n) =>
        minutes.map((minute, index) => [n * round + minute, index + 1, n + 1]),
      );
      expect(steps(whole)).toEqual(expected.flat());
      expect(validatePlan(whole)).toEqual([]);
    }),
  );
});

test('faults are named by field', () => {
  const paths = (levels: Plan['levels']) => validatePlan({ levels }).map(({ path }) => path);
  expect(paths([])).toEqual(['levels']);
  expect(paths([{ afterMinutes: 5, targets: [] }])).toEqual(['levels.0.afterMinutes', 'levels.0.targets']);
  expect(paths(plan([0, 10, 10]).levels)).toEqual(['levels.2.afterMinutes']);
  expect(paths([{ afterMinutes: 0, targets: [target, target] }])).toEqual(['levels.0.targets.1']);
});
