import { isEmpty } from '../custom-value.ts';
import type { Answer, Condition, Test } from './types.ts';

/** Whether a condition holds for the answers so far; none at all holds always. */
export function holds(condition: Condition | null, answerOf: (key: string) => Answer): boolean {
  if (condition === null || condition.tests.length === 0) return true;
  const passes = (test: Test) => passesTest(test, answerOf(test.field));
  return condition.match === 'all' ? condition.tests.every(passes) : condition.tests.some(passes);
}

/** What was not answered passes `empty` and `differs` alone; of several choices one is enough. */
function passesTest({ is, value }: Test, answer: Answer): boolean {
  if (is === 'filled') return !isEmpty(answer);
  if (is === 'empty') return isEmpty(answer);
  if (isEmpty(answer)) return is === 'differs';
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  const wanted: readonly unknown[] = Array.isArray(value) ? value : [value];
  const meets = chosen.some((one) => wanted.includes(one));
  if (is === 'differs') return !meets;
  if (is === 'equals' || is === 'one_of') return meets;
  const [one] = chosen;
  const [limit] = wanted;
  // Dates are compared as texts, which for YYYY-MM-DD is their order.
  if (typeof one !== typeof limit || (typeof one !== 'number' && typeof one !== 'string')) return false;
  return is === 'above' ? one > (limit as typeof one) : one < (limit as typeof one);
}
