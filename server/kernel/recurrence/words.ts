import type { Recurrence } from '#shared/recurrence.ts';
import { epochDay } from '../calendar/types.ts';
import type { FieldError } from '../errors.ts';

const WEEKDAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const UNITS = { daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year' } as const;
const WEEKS: Record<number, string> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' };

/** What a schema cannot say about a rule: days that exist, parts that belong together. */
export function checkRecurrence(rule: Recurrence): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (path: string, message: string) => errors.push({ path, message });
  for (const field of ['start', 'until'] as const)
    if (rule[field] !== undefined && Number.isNaN(epochDay(rule[field]))) refuse(field, 'is not a day of the calendar');
  if (rule.until !== undefined && rule.until < rule.start) refuse('until', 'is before the start');
  if (rule.weekdays && rule.frequency !== 'weekly') refuse('weekdays', 'belongs to a weekly rule');
  if (rule.monthDay && rule.frequency !== 'monthly') refuse('monthDay', 'belongs to a monthly rule');
  if (rule.nth && rule.frequency !== 'monthly') refuse('nth', 'belongs to a monthly rule');
  if (rule.nth && rule.monthDay) refuse('nth', 'and a day of the month exclude each other');
  return errors;
}

/** The rule as people say it: "Every 2 weeks on Monday and Thursday at 08:30". */
export function describeRecurrence(rule: Recurrence): string {
  const unit = UNITS[rule.frequency];
  const often = rule.interval === 1 ? `Every ${unit}` : `Every ${rule.interval} ${unit}s`;
  const end = [
    ...(rule.until ? [`until ${dayInWords(rule.until)}`] : []),
    ...(rule.count ? [`${rule.count} ${rule.count === 1 ? 'time' : 'times'} in all`] : []),
  ];
  return [`${often}${daysInWords(rule)} at ${rule.time}, from ${dayInWords(rule.start)}`, ...end].join(', ');
}

function dayInWords(day: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', options);
}

function daysInWords(rule: Recurrence): string {
  if (rule.frequency === 'weekly' && rule.weekdays) {
    const names = [...rule.weekdays].sort((a, b) => a - b).map((weekday) => WEEKDAYS[weekday] ?? '');
    return ` on ${names.length > 1 ? `${names.slice(0, -1).join(', ')} and ` : ''}${names.at(-1)}`;
  }
  if (rule.nth) return ` on the ${WEEKS[rule.nth.week]} ${WEEKDAYS[rule.nth.weekday]}`;
  if (rule.monthDay) return rule.monthDay > 28 ? ` on day ${rule.monthDay} or the last` : ` on day ${rule.monthDay}`;
  return '';
}
