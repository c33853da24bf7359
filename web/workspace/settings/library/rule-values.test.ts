import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRecurrence } from '#kernel/recurrence.ts';
import { newRule, type RuleValues, ruleOf, ruleValues } from './rule-values.ts';

const values: fc.Arbitrary<RuleValues> = fc.record({
  frequency: fc.constantFrom('daily', 'weekly', 'monthly', 'yearly'),
  interval: fc.integer({ min: 1, max: 12 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  monthly: fc.constantFrom('day', 'weekday'),
  monthDay: fc.integer({ min: 1, max: 31 }),
  week: fc.constantFrom('1', '2', '3', '4', '-1'),
  weekday: fc.constantFrom('1', '5', '7'),
  time: fc.constant('08:30'),
  start: fc.constant('2026-11-27'),
  ends: fc.constantFrom('never', 'until', 'count'),
  until: fc.constant('2027-11-27'),
  count: fc.integer({ min: 1, max: 99 }),
});

test('whatever the form says is a rule without contradictions, and is read back as the same', () => {
  fc.assert(
    fc.property(values, (filled) => {
      const rule = ruleOf(filled);
      expect(rule).not.toBeNull();
      if (!rule) return;
      expect(checkRecurrence(rule)).toEqual([]);
      expect(ruleOf(ruleValues(rule))).toEqual(rule);
    }),
  );
});

test('a new rule is complete, and one with a gap is none', () => {
  const fresh = newRule('2026-11-27');
  expect(ruleOf(fresh)).toMatchObject({ frequency: 'weekly', weekdays: [1], time: '09:00', start: '2026-11-27' });
  expect(ruleOf({ ...fresh, weekdays: [] })).toBeNull();
  expect(ruleOf({ ...fresh, ends: 'until' })).toBeNull();
  expect(ruleOf({ ...fresh, interval: null })).toBeNull();
});
