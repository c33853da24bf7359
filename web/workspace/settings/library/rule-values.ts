import type { Recurrence } from '#shared/recurrence.ts';

/** How often a ticket comes, as the form holds it. */
export type RuleValues = {
  frequency: Recurrence['frequency'];
  interval: number | null;
  weekdays: number[];
  /** Monthly: on a day of the month, or on such a weekday. */
  monthly: 'day' | 'weekday';
  monthDay: number | null;
  week: string;
  weekday: string;
  time: string;
  start: string;
  ends: 'never' | 'until' | 'count';
  until: string;
  count: number | null;
};

const MONDAY = 1;

/** Every Monday at nine, from `today` on. */
export const newRule = (today: string): RuleValues => ({
  frequency: 'weekly',
  interval: 1,
  weekdays: [MONDAY],
  monthly: 'day',
  monthDay: 1,
  week: '1',
  weekday: String(MONDAY),
  time: '09:00',
  start: today,
  ends: 'never',
  until: '',
  count: 10,
});

export function ruleValues(rule: Recurrence): RuleValues {
  const usual = newRule(rule.start);
  return {
    ...usual,
    frequency: rule.frequency,
    interval: rule.interval,
    weekdays: rule.weekdays ?? [],
    monthly: rule.nth ? 'weekday' : 'day',
    monthDay: rule.monthDay ?? usual.monthDay,
    week: String(rule.nth?.week ?? usual.week),
    weekday: String(rule.nth?.weekday ?? usual.weekday),
    time: rule.time,
    ends: rule.until ? 'until' : rule.count ? 'count' : 'never',
    until: rule.until ?? '',
    count: rule.count ?? usual.count,
  };
}

/** The rule as the API takes it; null while something needed is missing. */
export function ruleOf(values: RuleValues): Recurrence | null {
  const { frequency, interval, weekdays, monthly, monthDay, week, weekday, time, start, ends, until, count } = values;
  if (interval === null || !time || !start) return null;
  if (frequency === 'weekly' && weekdays.length === 0) return null;
  if (frequency === 'monthly' && monthly === 'day' && monthDay === null) return null;
  if ((ends === 'until' && !until) || (ends === 'count' && count === null)) return null;
  return {
    frequency,
    interval,
    time,
    start,
    ...(frequency === 'weekly' ? { weekdays: [...weekdays].sort((a, b) => a - b) } : {}),
    ...(frequency === 'monthly' && monthly === 'day' && monthDay !== null ? { monthDay } : {}),
    ...(frequency === 'monthly' && monthly === 'weekday'
      ? { nth: { week: Number(week) as 1 | 2 | 3 | 4 | -1, weekday: Number(weekday) } }
      : {}),
    ...(ends === 'until' ? { until } : {}),
    ...(ends === 'count' && count !== null ? { count } : {}),
  };
}
